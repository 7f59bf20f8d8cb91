// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/keyspacemirror.h"
#include "models/changerates.h"
#include "models/keyfilter.h"
#include "models/keytreemodel.h"
#include "models/treelevel.h"

#include <QTimer>

#include <optional>
#include <span>

namespace Studio
{

/// Rows of the tree and how they follow the mirror; KeyTreeModel is the face of it.
struct KeyTreeModel::Private {
    Private(KeyTreeModel *model, KeyspaceMirror *source);

    /// A key below which something was heard, and when.
    struct HeardAt {
        QByteArray key;
        qint64 at = 0;
    };
    /// The part of a batch that lies below one level; all sorted by key.
    struct Part {
        std::span<const QByteArray> removed;
        std::span<const QByteArray> inserted;
        std::span<const QByteArray> changed;
        std::span<const HeardAt> heard;
        bool isEmpty() const
        {
            return removed.empty() && inserted.empty() && changed.empty() && heard.empty();
        }
    };

    const KeySource &keys() const
    {
        return filter.isActive() ? static_cast<const KeySource &>(filter) : mirrorKeys;
    }
    void reset();
    void apply(const AppliedBatch &batch);
    /// Takes the part of a batch below `level` in: rows come and go, levels below follow, what changed is
    /// told.
    void update(TreeLevel &level, Part part);
    /// Looks at each of `rows` again and inserts or removes it.
    void reconcile(TreeLevel &level, std::vector<TreeRowId> rows);
    void removeRows(TreeLevel &level, const std::vector<int> &rows);
    void insertRows(TreeLevel &level, const std::vector<TreeRowId> &rows);
    /// As both of them, in one pass over the rows: for very many places in a very large level.
    void replaceRows(TreeLevel &level, const std::vector<int> &gone, const std::vector<TreeRowId> &come);
    bool shouldStand(const TreeLevel &level, const TreeRowId &id, bool &doubtful) const;
    void runRound();
    void runRound(TreeLevel &level);
    void tellRows(TreeLevel &level, const std::vector<TreeRowId> &rows);
    void coverageChanged();
    void tellCoverage(TreeLevel &level, const Stretch &stretch);
    void searchOn();
    void discardOn();
    void startFilter();
    /// Counts what was heard for each branch above it.
    void countHeard(const QList<Heard> &heard);
    QString preview(const QByteArray &key) const;

    QModelIndex indexOf(const TreeLevel &level) const;
    TreeLevel &levelAt(const QModelIndex &index) const; ///< where the row stands
    TreeRow &rowAt(const QModelIndex &index) const;
    /// The level that the index opens, built; null for a key.
    TreeLevel *below(const QModelIndex &index) const;
    QVariant branchData(const TreeRow &row, int role) const;
    QVariant keyData(const TreeRow &row, int role) const;
    QVariant shown(const QModelIndex &index, const TreeRow &row) const;
    bool changedNow(qint64 at) const { return at > 0 && now() - at < changedNowSpan; }

    KeyTreeModel *q;
    KeyspaceMirror *mirror;
    MirrorKeys mirrorKeys;
    KeyFilter filter;
    KeySearch search; ///< what `filter` looks for
    QList<QByteArray> separators{QByteArrayLiteral(":")};
    std::unique_ptr<TreeLevel> root;
    QTimer roundTimer; ///< row changes of large levels
    QTimer coverageTimer; ///< repaints of coverage
    QTimer searchTimer; ///< the next slice of the filter
    QTimer discardTimer; ///< the next slice of `discarded`
    std::vector<std::unique_ptr<TreeLevel>>
        discarded; ///< levels of before a reset: freeing a million rows takes long
    std::vector<std::vector<QByteArray>> discardedKeys; ///< of former filters, for the same reason
    ChangeRates rates;
    std::optional<Stretch> coverageHull;
    std::vector<QByteArray> probes; ///< branches to be told by probeRequested() when all rows are in order
    int changedNowSpan = 5000;
    std::function<qint64()> now;
};

} // namespace Studio
