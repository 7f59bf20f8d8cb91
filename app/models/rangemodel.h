// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rangecell.h"
#include "models/rangeorder.h"
#include "session/keyselection.h"

#include <QAbstractTableModel>
#include <QByteArray>
#include <QList>

#include <functional>
#include <memory>
#include <optional>

namespace Studio
{

class KeyspaceMirror;

/// The known keys of one interval as rows. By key, a row is a place in the mirror; in the order of another
/// column, or filtered, the order is worked out on other threads over a snapshot and then kept up to date row
/// by row. Where too much changes at once it stays as of a moment, says so, and is worked out again a
/// little later.
///
/// Asks nothing of the network. There is no object for a row.
class RangeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< QByteArray
        CellKindRole, ///< int(RangeCell::Kind)
        CellSourceRole, ///< QByteArray: the cell as it stands in key or value; empty where it is none
        CellTextRole, ///< QByteArray: without quotes and escapes
        CellNumberRole, ///< qint64 of a RangeCell::Kind::Whole
        RowStateRole, ///< int(RowState)
        ChangedAtRole ///< qint64 ms since 1970; 0 = never noticed
    };
    Q_ENUM(Role)

    /// What is known of the record of a row.
    enum class RowState : quint8 {
        Read, ///< a read or an own write said so
        Presumed, ///< the last notified text; it may have been only a part
        Unread, ///< the value is not held
        Gone ///< deleted since the order was worked out
    };
    Q_ENUM(RowState)

    /// How the order of the rows stands.
    struct OrderState {
        bool isByKey = true; ///< then all of the following is as it is initialised
        bool isWorking = false; ///< it is being worked out
        bool isOutdated = false; ///< as of `asOf`; it will be worked out again
        qint64 asOf = 0; ///< ms since 1970
        qint64 changesSince = 0; ///< keys that came, went or changed since and may stand in a wrong place
        qint64 unread = 0; ///< rows whose values were not held, so that nobody could look at them
        qint64 known = 0; ///< keys that were looked at, shown or not

        bool operator==(const OrderState &) const = default;
    };

    explicit RangeModel(KeyspaceMirror *mirror, QObject *parent = nullptr);
    ~RangeModel() override;

    /// At most the first `limit` known keys (< 0: all). Resets the model.
    void setRange(const KeyInterval &interval, qint64 limit);
    const KeyInterval &interval() const;
    qint64 limit() const;
    /// Known keys of the range, shown or not.
    qint64 knownCount() const;

    const QList<RangeColumn> &columns() const;
    /// Adds it at the end; returns where it is, also when it is there already.
    int addColumn(const RangeColumn &column);
    /// Only columns of Kind::Member and Kind::Count can go.
    void removeColumn(int column);
    int columnOf(const RangeColumn &column) const; ///< -1 if there is none

    /// What is asked for; orderState() says how far it is. The rows stay as they are until it is there.
    void setSpec(const RangeOrderSpec &spec);
    const RangeOrderSpec &spec() const;
    OrderState orderState() const;
    /// Works it out again now.
    void sortAgain();
    /// Goes back to the order that the rows stand in.
    void cancelOrder();

    /// While held, an outdated order is not worked out again by itself (a cell is being edited).
    void holdOrder(bool hold);

    QByteArray keyAt(int row) const;
    int rowOf(const QByteArray &key) const; ///< -1 if it is not shown
    RowState rowState(int row) const;
    /// With the value as far as it is held; nothing for a row that is gone. Good until the mirror changes.
    std::optional<Entry> entryAt(int row) const;
    /// Good until the mirror changes.
    RangeCell cellAt(int row, int column) const;

    /// Where "now" comes from, in ms since 1970 (default: the system's clock).
    void setClock(std::function<qint64()> now);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Only Qt::TextAlignmentRole, of a column of Kind::Member: it is told what its cells hold.
    bool setHeaderData(int section, Qt::Orientation orientation, const QVariant &value,
                       int role = Qt::EditRole) override;
    QHash<int, QByteArray> roleNames() const override;

    /// More than so many changes of one batch and the order is worked out anew.
    static constexpr qsizetype mostInPlace = 256;

signals:
    /// spec() or orderState() is another one.
    void orderChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
