// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/threeway.h"

#include "json/jsondiff.h"
#include "json/jsonscanner.h"

#include <algorithm>

namespace Studio
{

namespace
{

/// A record that is new here was nothing before, so that members of both sides come together.
QByteArray mergeBase(const ThreeWayInput &input)
{
    return input.base.isEmpty() ? QByteArrayLiteral("null") : input.base;
}

/// What of `from` to `to` did not come out of a conflict.
QList<JsonChange> settledAlone(const QByteArray &from, const QByteArray &to,
                               const QList<JsonMergeConflict> &conflicts)
{
    if (validateJson(from) || validateJson(to))
        return {};
    QList<JsonChange> changes = jsonChanges(from, to, ThreeWay::MostListed);
    const auto isInConflict = [&conflicts](const JsonChange &change) {
        return std::any_of(conflicts.begin(), conflicts.end(), [&change](const JsonMergeConflict &conflict) {
            return change.pointer == conflict.pointer || change.pointer.startsWith(conflict.pointer + '/');
        });
    };
    changes.erase(std::remove_if(changes.begin(), changes.end(), isInConflict), changes.end());
    return changes;
}

} // namespace

int ThreeWay::conflictCount() const
{
    return int(std::count_if(entries.begin(), entries.end(), [](const MergeEntry &entry) {
        return entry.kind == MergeEntry::Kind::Conflict;
    }));
}

int ThreeWay::openCount(const MergeChoices &choices) const
{
    return int(std::count_if(entries.begin(), entries.end(), [&choices](const MergeEntry &entry) {
        return entry.kind == MergeEntry::Kind::Conflict && !choices.contains(entry.pointer);
    }));
}

ThreeWay threeWay(const ThreeWayInput &input, const MergeChoices &choices, const DiffRun &run)
{
    QSet<QByteArray> theirsAt;
    for (auto it = choices.begin(); it != choices.end(); ++it) {
        if (it.value() == MergeSide::Theirs)
            theirsAt.insert(it.key());
    }
    ThreeWay result;
    const JsonMergeResult merged = mergeJson(mergeBase(input), input.mine, input.theirs, theirsAt);
    result.text = merged.text;
    for (const JsonMergeConflict &conflict : merged.conflicts)
        result.entries.append(
            {MergeEntry::Kind::Conflict, conflict.pointer, conflict.base, conflict.mine, conflict.theirs});
    run.tell(30);
    for (const JsonChange &change : settledAlone(input.mine, merged.text, merged.conflicts))
        result.entries.append(
            {MergeEntry::Kind::Taken, change.pointer, change.before, change.before, change.after});
    for (const JsonChange &change : settledAlone(input.theirs, merged.text, merged.conflicts))
        result.entries.append(
            {MergeEntry::Kind::Kept, change.pointer, change.before, change.after, change.before});
    run.tell(50);
    if (run.isCanceled())
        return result;

    // One form for both, or the lines of what was read would not be the same.
    Difference mine = compareValues(input.base, input.mine, DiffForm::Members, run);
    Difference theirs = compareValues(input.base, input.theirs, DiffForm::Members, run);
    if (mine.form != theirs.form) {
        mine = compareValues(input.base, input.mine, DiffForm::Lines, run);
        theirs = compareValues(input.base, input.theirs, DiffForm::Lines, run);
    }
    if (run.isCanceled())
        return result;
    result.panes = threePanes(mine, theirs);
    result.result = sidePane(compareValues(input.mine, merged.text, DiffForm::Lines, run), true);
    run.tell(100);
    return result;
}

} // namespace Studio
