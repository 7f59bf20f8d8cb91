// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/savetexts.h"

#include "editor/saveplan.h"
#include "shell/wording.h"
#include "json/jsonformat.h"

#include <QCoreApplication>

#include <algorithm>

namespace Studio::SaveTexts
{

namespace
{

struct SaveTexts {
    Q_DECLARE_TR_FUNCTIONS(SaveTexts)
};

constexpr qsizetype MaxNotes = 6;
constexpr qsizetype MaxShown = 64 * 1024; ///< bytes of what is sent
constexpr int LinesBefore = 3; ///< of the value, above what is appended

QString noteOf(const MergePatchIssue &issue)
{
    using Kind = MergePatchIssue::Kind;
    const QString place =
        issue.pointer.isEmpty() ? SaveTexts::tr("The value") : QString::fromUtf8(issue.pointer);
    switch (issue.kind) {
    case Kind::NullMember:
        return SaveTexts::tr("%1 cannot be set to null by a patch: null removes the member.").arg(place);
    case Kind::Duplicate:
        return SaveTexts::tr("%1 has two members of one name, which a patch cannot write.").arg(place);
    case Kind::NotObjects:
        return SaveTexts::tr("%1 is not a JSON object.").arg(place);
    case Kind::Order:
        return SaveTexts::tr("%1 has its members in another order; the order in the store stays.").arg(place);
    case Kind::WholeArray:
        return SaveTexts::tr(
                   "%1 is sent as a whole, because a patch cannot change an array inside. Changes of "
                   "others in this array would be lost.")
            .arg(place);
    case Kind::EmptyValue:
        return SaveTexts::tr("%1 is empty (\"\", {} or []). Some servers take that for its removal.")
            .arg(place);
    }
    return {};
}

QString obstacleText(SavePlan::Obstacle obstacle)
{
    switch (obstacle) {
    case SavePlan::Obstacle::None:
        break;
    case SavePlan::Obstacle::NotObjects:
        return SaveTexts::tr("A patch goes from one JSON object to another, and one of these is none.");
    case SavePlan::Obstacle::Nothing:
        return SaveTexts::tr("No member differs in a way that a patch could carry.");
    case SavePlan::Obstacle::NotAtEnd:
        return SaveTexts::tr("Appending adds at the end only, and this edit changes what stands before it.");
    case SavePlan::Obstacle::WouldMerge:
        return SaveTexts::tr("Both parts are JSON objects, which the server merges instead of appending.");
    }
    return {};
}

QByteArray shownPatch(const QByteArray &patch)
{
    const JsonFormatResult formatted = formatJson(patch.size() <= MaxShown ? patch : QByteArray());
    return formatted.isOk() ? formatted.text : patch.left(MaxShown);
}

SavePreview::Content patchPreview(const SavePlan &plan)
{
    SavePreview::Content content;
    content.title = SaveTexts::tr("Patch with %n member(s), %1", nullptr, plan.patch.members)
                        .arg(Wording::size(plan.patch.patch.size()));
    content.remark = SaveTexts::tr(
        "Only these members are sent; the others stay as they are in the store, whoever changes "
        "them. The server writes the result anew, so white space may become another one.");
    content.code = shownPatch(plan.patch.patch);
    content.isJson = true;
    if (plan.patch.patch.size() > MaxShown)
        content.notes.append({Severity::Info, SaveTexts::tr("Only the beginning is shown.")});
    if (!plan.patch.isExact())
        content.notes.append(
            {Severity::Warning, SaveTexts::tr("The patch does not lead to the text above. Replacing does.")});
    const QList<MergePatchIssue> &issues = plan.patch.issues;
    for (const MergePatchIssue &issue : issues.first(std::min(issues.size(), MaxNotes))) {
        const bool isMild = issue.kind == MergePatchIssue::Kind::Order;
        content.notes.append({isMild ? Severity::Info : Severity::Warning, noteOf(issue)});
    }
    if (issues.size() > MaxNotes)
        content.notes.append(
            {Severity::Warning, SaveTexts::tr("And %n more.", nullptr, int(issues.size() - MaxNotes))});
    return content;
}

SavePreview::Content appendPreview(const SavePlan &plan, const QByteArray &base)
{
    SavePreview::Content content;
    content.title = SaveTexts::tr("Append %1").arg(Wording::size(plan.write.value.size()));
    content.remark = SaveTexts::tr("The end of the value as it will be. What others append meanwhile stays.");
    qsizetype from = base.size();
    for (int line = 0; line < LinesBefore && from > 0; ++line)
        from = std::max<qsizetype>(0, base.lastIndexOf('\n', from - 1));
    if (from > 0)
        ++from; // behind the line break
    // One line may be the whole value.
    from = std::max(from, base.size() - MaxShown / 16);
    while (from < base.size() && (base.at(from) & '\xC0') == '\x80')
        ++from; // not within a character
    content.code = base.sliced(from) + plan.write.value.left(MaxShown);
    content.added = {base.size() - from, content.code.size() - (base.size() - from)};
    if (from > 0)
        content.notes.append({Severity::Info, SaveTexts::tr("What stands before is not shown.")});
    if (plan.isUncertain)
        content.notes.append(
            {Severity::Warning, SaveTexts::tr("Both parts are JSON. It is not documented whether the server "
                                              "appends then; the value is read back afterwards.")});
    return content;
}

} // namespace

QString mode(SaveMode mode)
{
    switch (mode) {
    case SaveMode::Patch:
        return SaveTexts::tr("Patch");
    case SaveMode::Append:
        return SaveTexts::tr("Append");
    default:
        return SaveTexts::tr("Replace");
    }
}

QString modeTip(SaveMode mode)
{
    switch (mode) {
    case SaveMode::Patch:
        return SaveTexts::tr("Save sends only the members that were changed, after showing them");
    case SaveMode::Append:
        return SaveTexts::tr("Save sends only what was added at the end, after showing it");
    default:
        return SaveTexts::tr("Save writes the text byte for byte, if nobody changed the record meanwhile");
    }
}

SavePreview::Content preview(const SavePlan &plan, const QByteArray &base)
{
    if (plan.obstacle != SavePlan::Obstacle::None) {
        SavePreview::Content content;
        content.title = plan.mode == SaveMode::Patch ? SaveTexts::tr("This edit cannot be sent as a patch.")
                                                     : SaveTexts::tr("This edit cannot be appended.");
        content.remark = obstacleText(plan.obstacle);
        const QList<MergePatchIssue> &issues = plan.patch.issues;
        for (const MergePatchIssue &issue : issues.first(std::min(issues.size(), MaxNotes)))
            content.notes.append({Severity::Warning, noteOf(issue)});
        return content;
    }
    return plan.mode == SaveMode::Patch ? patchPreview(plan) : appendPreview(plan, base);
}

QString excess(qint64 size, qint64 limit)
{
    if (limit <= 0 || size <= limit)
        return {};
    return SaveTexts::tr("%Ln byte(s) too long", nullptr, int(std::min<qint64>(size - limit, 2'000'000'000)));
}

} // namespace Studio::SaveTexts
