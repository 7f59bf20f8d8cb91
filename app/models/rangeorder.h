// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keylist.h"
#include "models/rangecell.h"
#include "models/rangefilter.h"
#include "json/jsoncondition.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <atomic>
#include <optional>
#include <vector>

namespace Studio
{

/// In which order the rows of a range stand and which of them are shown.
struct RangeOrderSpec {
    struct Filter {
        RangeColumn column;
        RangeFilter filter;
    };

    std::optional<RangeColumn> sort; ///< nothing: by key
    bool descending = false;
    QList<Filter> filters; ///< all must let a row pass
    JsonCondition condition; ///< as well, where it is valid

    bool isFiltering() const { return !filters.isEmpty() || condition.isValid(); }
    /// Whether the rows are simply the known keys, forwards or backwards.
    bool isByKey() const { return !isFiltering() && (!sort || sort->kind == RangeColumn::Kind::Key); }
};

/// The rows of a range in the order of a column, filtered, as of one moment. Made on any thread with
/// compute(); afterwards it belongs to one thread, which may keep it up to date, key by key, or leave it as
/// it is. Texts are shared with the mirror; no value is kept alive, only what orders the rows.
class RangeOrder
{
public:
    using Ref = quint32; ///< names a key; good as long as the order lives

    RangeOrder() = default;

    /// Nothing if it was canceled. Uses further threads of the machine while it works.
    static std::optional<RangeOrder> compute(const MirrorSnapshot &snapshot, const Stretch &stretch,
                                             qint64 most, const RangeOrderSpec &spec,
                                             const std::atomic_bool &canceled);

    qint64 size() const { return qint64(m_rows.size()); }
    QByteArrayView key(qint64 row) const { return keyOf(m_rows[size_t(row)]); }
    /// -1 if it is not shown.
    qint64 rowOf(QByteArrayView key) const;
    /// Rows (shown or not) whose values were not held, so that filter or order could not look at them.
    qint64 unread() const { return m_unread; }
    /// Keys that were looked at.
    qint64 known() const { return m_known; }

    /// What has to happen to the rows so that `key` is where it belongs. Carry it out with commit(), between
    /// the model's begin and end calls.
    struct Change {
        enum class Kind : quint8 { None, Same, Insert, Remove, Move };
        Kind kind = Kind::None;
        qint64 from = -1; ///< Same, Remove, Move: the row now
        qint64 to = -1; ///< Insert: the row it gets; Move: before which row of now it goes
        Ref ref = 0;
        bool known = false; ///< whether the key is there at all
        bool unread = false;
        QByteArray key;
        QByteArray sortBytes; ///< what orders the row; empty: its cell is
    };
    /// `entry`: what is known of the key by now; nothing: it is gone.
    Change examine(const QByteArray &key, const Entry *entry);
    void commit(const Change &change);

private:
    struct SortKey {
        quint64 head = 0; ///< the first bytes, so that they compare as a number
        quint64 offset = 0; ///< of the rest in m_texts; without a rest: how many bytes there are
        quint32 size = 0; ///< of the rest; NothingSize: the cell is empty and stands at the end
    };
    static constexpr quint32 nothingSize = 0xFFFFFFFF;
    static constexpr quint32 absent = 0xFFFFFFFF;

    struct Part; // what one thread works out
    class Reader; // looks at one entry for filter and sort

    QByteArrayView keyOf(Ref ref) const
    {
        return ref < Ref(m_base.size()) ? m_base.key(ref)
                                        : QByteArrayView(m_late[ref - size_t(m_base.size())]);
    }
    Ref refOf(QByteArrayView key) const;
    bool less(Ref a, Ref b) const;
    static int compareTexts(const SortKey &a, QByteArrayView textsA, const SortKey &b, QByteArrayView textsB);
    static SortKey makeKey(QByteArrayView bytes, bool isNothing, QByteArray &texts);
    bool lessThan(const SortKey &a, QByteArrayView textsA, QByteArrayView keyA, const SortKey &b,
                  QByteArrayView keyB) const;
    qint64 placeOf(Ref ref) const;
    void sortRows(const std::atomic_bool &canceled);

    RangeOrderSpec m_spec;
    bool m_sorting = false; ///< by anything but the key
    KeyList m_base;
    std::vector<QByteArray> m_late; ///< keys that came later
    QHash<QByteArray, Ref> m_lateRefs;
    std::vector<SortKey> m_sortKeys; ///< by ref; empty while not sorting
    std::vector<quint8> m_flags; ///< by ref
    QByteArray m_texts;
    std::vector<Ref> m_rows;
    qint64 m_unread = 0;
    qint64 m_known = 0;
};

} // namespace Studio
