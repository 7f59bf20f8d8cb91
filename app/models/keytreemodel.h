// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/coverage.h"
#include "models/keypattern.h"

#include <QAbstractItemModel>
#include <QByteArray>
#include <QList>

#include <functional>
#include <memory>

namespace Studio
{

class KeyspaceMirror;

/// The known keys as a tree by separator. A level holds branch rows (`order:`) and key rows in the byte order
/// of their last segments; a key `a` stands directly before a branch `a:`. Levels are built when they are
/// asked for and then kept up to date with the fewest row changes, so that expansion, selection and scroll
/// position stay.
///
/// Asks nothing of the network: a view tells levelOpened(), and the model emits levelRequested() if the level
/// is not complete. Views should set uniformRowHeights.
class KeyTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        CountColumn,
        ValueColumn,
        TypeColumn,
        SizeColumn,
        ChangedColumn,
        RateColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        KeyRole = Qt::UserRole + 1, ///< QByteArray: the full key, or the branch's prefix with its separator
        IsBranchRole, ///< bool
        NameRole, ///< QString: the last segment, odd characters made visible
        FullTextRole, ///< QString: the full key or prefix, odd characters made visible
        CountRole, ///< qint64: known keys below the branch; 1 for a key
        CountExactRole, ///< bool: false means "≥"
        CountTextRole, ///< QString: "1,204" or "≥ 212" in the default locale; empty for a key
        ValueTypeRole, ///< int(ValueType); Unknown for a branch
        ValueStateRole, ///< int(ValueState); Unknown for a branch
        SizeRole, ///< qint64 bytes; -1 = unknown or a branch
        ChangedAtRole, ///< qint64 ms since 1970 of the last noticed change (branch: of any key below); 0 =
                       ///< none
        ChangedNowRole, ///< bool: changed within the last changedNowSpan() milliseconds
        CoverageRole, ///< int(CoverageLevel) of everything below the branch; Complete for a key
        CoverageStaleRole, ///< bool
        CoverageLiveRole, ///< bool
        CoverageAsOfRole, ///< qint64 ms since 1970; 0 = none
        LevelCompleteRole, ///< bool: branch: all its children are known
        ValuePreviewRole, ///< QString: the beginning of the value on one line; null if it is not held now
        RateRole ///< double: changes a second heard below the branch; 0 for a key
    };
    Q_ENUM(Role)

    explicit KeyTreeModel(KeyspaceMirror *mirror, QObject *parent = nullptr);
    ~KeyTreeModel() override;

    KeyspaceMirror *mirror() const;

    /// Texts that end a segment (default ":"); each begins a branch of its own. Resets the model.
    void setSeparators(const QList<QByteArray> &separators);
    QList<QByteArray> separators() const;

    /// Shows only keys that match; without a text: all. Works in slices over the known keys, first hits come
    /// at once; isFilterRunning() tells while it goes on. An invalid expression matches nothing.
    void setFilter(const KeySearch &search);
    KeySearch filter() const;
    /// The text of the filter, as a substring in any case.
    void setFilterText(const QString &text);
    QString filterText() const;
    bool isFilterRunning() const;
    /// Known keys that match (all known keys without a filter).
    qint64 matchCount() const;

    QModelIndex indexOfKey(const QByteArray &key) const; ///< builds the levels above; invalid if not known
    QModelIndex indexOfBranch(const QByteArray &prefix) const; ///< prefix with its separator
    QByteArray keyOf(const QModelIndex &index) const; ///< full key or prefix; empty for the root
    bool isBranch(const QModelIndex &index) const;
    /// The prefix of the level that `index` opens (branch) or stands in (key); empty: the root.
    QByteArray levelOf(const QModelIndex &index) const;
    /// The prefixes of the branches above `key`, outermost first: "a:", "a:b:" for "a:b:c".
    QList<QByteArray> branchesAbove(const QByteArray &key) const;

    /// The view opened this level (invalid index: the root).
    void levelOpened(const QModelIndex &index);

    /// Row changes of levels above 50,000 rows wait up to 250 ms; this carries out what waits.
    void flush();

    int changedNowSpan() const; ///< ms
    void setChangedNowSpan(int milliseconds);
    /// Where "now" comes from, in ms since 1970 (default: the system's clock).
    void setClock(std::function<qint64()> now);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

signals:
    /// A level was opened whose children are not all known; Session should list it.
    void levelRequested(const QByteArray &prefix);
    /// The last known key of a branch went, but the branch was never read as a whole: one look (a page of one
    /// record) decides whether it stays. Its row stays until the coverage says that nothing is there.
    void probeRequested(const QByteArray &prefix);
    void filterChanged(); ///< filterRunning() or matchCount() changed

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
