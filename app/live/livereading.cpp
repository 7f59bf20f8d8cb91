// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/livereading.h"

#include "live/livefeed.h"
#include "models/keytext.h"
#include "json/jsondiff.h"
#include "json/jsonlikeness.h"
#include "json/jsonmergepatch.h"
#include "json/jsonpointer.h"
#include "json/jsontree.h"

#include <QCoreApplication>

namespace Studio
{

namespace
{

constexpr qsizetype largestParsed = 64 * 1024; // larger documents are not looked into on the window's thread
constexpr int shapeMembers = 6;
constexpr int changeCharacters = 120;
constexpr int changesCounted = 50;

bool isObject(const QByteArray &text)
{
    return text.size() <= largestParsed && classifyValue(text) == ValueType::Object;
}

bool isContainer(const QByteArray &text)
{
    const ValueType type = classifyValue(text);
    return type == ValueType::Object || type == ValueType::Array;
}

/// What could have been appended to, or be an appended piece.
bool isPlainText(const QByteArray &text)
{
    const ValueType type = classifyValue(text);
    return type == ValueType::Text || type == ValueType::Binary;
}

QString shortText(QByteArrayView text, int maxCharacters)
{
    // A character has at most four bytes; cut in front of one.
    qsizetype bytes = qMin<qsizetype>(text.size(), qsizetype(maxCharacters) * 4);
    while (bytes > 0 && bytes < text.size() && (static_cast<uchar>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    QString shown = KeyText::display(text.first(bytes));
    if (shown.size() <= maxCharacters && bytes == text.size())
        return shown;
    qsizetype cut = qMin<qsizetype>(shown.size(), maxCharacters - 1);
    if (cut < shown.size() && shown[cut].isLowSurrogate())
        --cut;
    shown.truncate(cut);
    return shown + QChar(0x2026);
}

/// Whether the two objects hold the same, whatever the order of their members.
bool sameObject(const QByteArray &a, const QByteArray &b)
{
    return a == b || jsonChanges(a, b, 1).isEmpty();
}

bool hasNull(const QByteArray &text)
{
    JsonScanner scanner(text);
    for (JsonToken token = scanner.next(); token.kind != JsonTokenKind::End; token = scanner.next()) {
        if (token.kind == JsonTokenKind::Null)
            return true;
        if (token.kind == JsonTokenKind::Invalid)
            return false;
    }
    return false;
}

int memberCount(const QByteArray &text)
{
    const std::optional<JsonTree> tree = JsonTree::parse(text);
    return tree ? tree->node(JsonTree::Root).childCount : 0;
}

/// How an appended piece usually looks: a further line, or a small part with a separator in front of it.
bool looksAppended(const QByteArray &before, const QByteArray &text)
{
    const char first = text.front();
    if (first == ' ' || first == '\n' || first == '\t' || first == ',' || first == ';')
        return true;
    if (text.endsWith('\n') && before.endsWith('\n'))
        return true;
    return before.size() >= 64 && text.size() * 4 < before.size();
}

LiveReading readObjects(const LiveFacts &facts)
{
    const QByteArray &before = *facts.before;
    switch (jsonLikeness(before, facts.text)) {
    case JsonLikeness::Same:
        return {LiveKind::Rewritten, !facts.beforeSure, facts.text};
    case JsonLikeness::OtherValues: // set or merged: the same comes of it
        return {LiveKind::Replaced, !facts.beforeSure, facts.text};
    case JsonLikeness::Unlike:
        break;
    }
    if (sameObject(before, facts.text))
        return {LiveKind::Rewritten, !facts.beforeSure, facts.text};
    const std::optional<QByteArray> merged = mergedJson(before, facts.text);
    if (!merged || sameObject(*merged, facts.text)) // set or merged: the same comes of it
        return {LiveKind::Replaced, !merged || !facts.beforeSure, facts.text};
    const bool partial = memberCount(facts.text) < memberCount(before) || hasNull(facts.text);
    if (partial)
        return {LiveKind::Patched, true, merged};
    return {LiveKind::Replaced, true, facts.text};
}

LiveReading readTexts(const LiveFacts &facts)
{
    const QByteArray &before = *facts.before;
    if (facts.text == before)
        return {LiveKind::Rewritten, isPlainText(before), facts.text};
    if (isWholeNumber(before) && isWholeNumber(facts.text))
        return {LiveKind::Counted, false, facts.text};
    if (!isPlainText(before) || !isPlainText(facts.text))
        return {LiveKind::Replaced, false, facts.text};
    if (!before.isEmpty() && facts.text.startsWith(before))
        return {LiveKind::Appended, false, facts.text}; // a server that notifies the whole value
    if (!facts.text.isEmpty() && looksAppended(before, facts.text))
        return {LiveKind::Appended, true, QByteArray(before).append(facts.text)};
    return {LiveKind::Replaced, true, facts.text};
}

/// The text is all there is now; only what happened remains to be named.
LiveReading readWhole(const LiveFacts &facts, const QByteArray &value)
{
    if (!facts.before)
        return {facts.absent ? LiveKind::Created : LiveKind::Replaced, false, value};
    const QByteArray &before = *facts.before;
    if (value == before || (isObject(before) && isObject(value) && sameObject(before, value)))
        return {LiveKind::Rewritten, false, value};
    if (isWholeNumber(before) && isWholeNumber(value))
        return {LiveKind::Counted, false, value};
    return {LiveKind::Replaced, false, value};
}

QString memberShape(const JsonTree &tree, int child)
{
    QString name = shortText(unescapedJsonString(tree.name(child)), 24);
    if (tree.node(child).kind != JsonTokenKind::ArrayBegin)
        return name;
    return name + QLatin1Char('[') + QString::number(tree.node(child).childCount) + QLatin1Char(']');
}

void addChanges(LiveEntry &entry, const QByteArray &before, const QByteArray &after)
{
    const QList<JsonChange> changes = jsonChanges(before, after, changesCounted);
    for (const JsonChange &change : changes) {
        if (entry.changes.size() >= LiveFeed::maxChanges) {
            ++entry.moreChanges;
            continue;
        }
        entry.changes.append(
            {shortText(change.pointer, changeCharacters), shortText(change.before, changeCharacters),
             shortText(change.after, changeCharacters), !change.before.isEmpty(), !change.after.isEmpty()});
    }
}

QString quoted(const QString &text)
{
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

std::optional<QByteArray> mergedJson(const QByteArray &target, const QByteArray &patch)
{
    if (!isObject(target) || !isObject(patch))
        return std::nullopt;
    return applyMergePatch(target, patch);
}

LiveReading readNotification(const LiveFacts &facts)
{
    if (facts.removed)
        return {LiveKind::Removed, false, std::nullopt};
    if (facts.whole)
        return readWhole(facts, facts.text);
    if (facts.absent)
        return {LiveKind::Created, !facts.absentSure, facts.text};
    if (!facts.before)
        return {LiveKind::Replaced, true, facts.text};
    if (isObject(*facts.before) && isObject(facts.text))
        return readObjects(facts);
    return readTexts(facts);
}

std::optional<LiveReading> readingThatLeaves(const LiveFacts &facts, const QByteArray &value)
{
    if (facts.removed)
        return std::nullopt;
    const bool objects = isObject(facts.text) && isObject(value);
    if (facts.text == value || (objects && sameObject(facts.text, value)))
        return readWhole(facts, value);
    if (!facts.before)
        return std::nullopt;
    if (QByteArray(*facts.before).append(facts.text) == value)
        return LiveReading{LiveKind::Appended, false, value};
    if (objects) {
        const std::optional<QByteArray> merged = mergedJson(*facts.before, facts.text);
        if (merged && sameObject(*merged, value))
            return LiveReading{LiveKind::Patched, false, value};
    }
    return std::nullopt;
}

void describe(LiveEntry &entry, const LiveFacts &facts, const LiveReading &reading, bool detailed)
{
    entry.kind = reading.kind;
    entry.guess = reading.guess;
    entry.sizeBefore = facts.before ? facts.before->size() : -1;
    entry.sizeAfter = reading.result ? reading.result->size() : -1;
    entry.type = facts.removed ? ValueType::Unknown : classifyValue(facts.text);
    entry.changes.clear();
    entry.moreChanges = 0;
    entry.shape.clear();
    switch (reading.kind) {
    case LiveKind::Removed:
        entry.shape = facts.before ? valueShape(*facts.before) : QString();
        return;
    case LiveKind::Created:
        entry.shape = valueShape(facts.text);
        return;
    case LiveKind::Appended: {
        const bool wholeText =
            facts.before && facts.text == reading.result && facts.text.startsWith(*facts.before);
        const QByteArrayView added =
            wholeText ? QByteArrayView(facts.text).sliced(facts.before->size()) : QByteArrayView(facts.text);
        entry.shape = quoted(shortText(added, changeCharacters));
        return;
    }
    case LiveKind::Rewritten:
        entry.shape = valueShape(facts.text);
        return;
    case LiveKind::Replaced:
    case LiveKind::Patched:
    case LiveKind::Counted:
        break;
    case LiveKind::LineDown:
    case LiveKind::LineUp:
        return;
    }
    if (!facts.before || !reading.result) {
        entry.shape = valueShape(facts.text);
        return;
    }
    const QByteArray &before = *facts.before;
    const QByteArray &after = *reading.result;
    const bool documents = isContainer(before) && isContainer(after);
    if (documents && detailed && before.size() <= largestParsed && after.size() <= largestParsed) {
        addChanges(entry, before, after);
        return;
    }
    entry.changes.append({QString(), valueShape(before), valueShape(after), true, true});
}

QString valueShape(const QByteArray &value, int maxCharacters)
{
    const ValueType type = classifyValue(value);
    if (type == ValueType::Text || type == ValueType::Binary)
        return quoted(shortText(value, maxCharacters));
    if (type != ValueType::Object && type != ValueType::Array)
        return shortText(value, maxCharacters);
    const std::optional<JsonTree> tree =
        value.size() <= largestParsed ? JsonTree::parse(value) : std::optional<JsonTree>();
    if (!tree)
        return shortText(value, maxCharacters);
    if (type == ValueType::Array)
        return QLatin1Char('[') + QString::number(tree->node(JsonTree::Root).childCount) + QLatin1Char(']');
    QStringList names;
    for (int child = tree->node(JsonTree::Root).firstChild; child >= 0; child = tree->node(child).next) {
        if (names.size() == shapeMembers) {
            names.append(QString(QChar(0x2026)));
            break;
        }
        names.append(memberShape(*tree, child));
    }
    return names.isEmpty() ? QStringLiteral("{ }")
                           : QStringLiteral("{ ") + names.join(QStringLiteral(", ")) + QStringLiteral(" }");
}

QString liveKindText(LiveKind kind)
{
    switch (kind) {
    case LiveKind::Created:
        return QCoreApplication::translate("LiveKind", "created");
    case LiveKind::Replaced:
        return QCoreApplication::translate("LiveKind", "replaced");
    case LiveKind::Patched:
        return QCoreApplication::translate("LiveKind", "patched");
    case LiveKind::Appended:
        return QCoreApplication::translate("LiveKind", "appended");
    case LiveKind::Counted:
        return QCoreApplication::translate("LiveKind", "counted");
    case LiveKind::Rewritten:
        return QCoreApplication::translate("LiveKind", "rewritten");
    case LiveKind::Removed:
        return QCoreApplication::translate("LiveKind", "removed");
    case LiveKind::LineDown:
        return QCoreApplication::translate("LiveKind", "line down");
    case LiveKind::LineUp:
        return QCoreApplication::translate("LiveKind", "line up");
    }
    return {};
}

QString liveEntryText(const LiveEntry &entry)
{
    if (entry.kind == LiveKind::LineDown)
        return QCoreApplication::translate("LiveKind",
                                           "Connection lost: changes may be missing from here on");
    if (entry.kind == LiveKind::LineUp)
        return QCoreApplication::translate("LiveKind", "Connected again");
    if (entry.changes.isEmpty()) {
        if (entry.kind == LiveKind::Removed && !entry.shape.isEmpty())
            return QCoreApplication::translate("LiveKind", "was %1").arg(entry.shape);
        if (entry.kind == LiveKind::Appended)
            return QStringLiteral("+ ") + entry.shape;
        return entry.shape;
    }
    QStringList parts;
    for (const LiveChange &change : entry.changes) {
        QString part = change.pointer;
        if (change.hasBefore)
            part += (part.isEmpty() ? QString() : QStringLiteral(" ")) + change.before;
        if (change.hasBefore || change.hasAfter)
            part += (part.isEmpty() ? QString() : QStringLiteral(" ")) + QChar(0x2192) + QLatin1Char(' ')
                  + (change.hasAfter ? change.after : QCoreApplication::translate("LiveKind", "gone"));
        parts.append(part);
    }
    if (entry.moreChanges > 0)
        parts.append(QCoreApplication::translate("LiveKind", "and %1 more").arg(entry.moreChanges));
    return parts.join(QStringLiteral("  "));
}

} // namespace Studio
