// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonbracket.h"
#include "json/jsoncondition.h"
#include "json/jsondiff.h"
#include "json/jsonedit.h"
#include "json/jsonerror.h"
#include "json/jsonformat.h"
#include "json/jsonlexer.h"
#include "json/jsonlikeness.h"
#include "json/jsonmergepatch.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"
#include "json/jsonsort.h"
#include "json/jsonstyle.h"
#include "json/jsontree.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

// One text through the JSON code of the application. Besides not crashing it must hold what the editor builds
// on: white space is all that formatting changes, and an edit leaves everything outside it and can be taken
// back. The bytes behind the first NUL, if there is one, are a second text for what works on two.

using namespace Studio;

namespace
{

void must(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

void anyText(const QByteArray &text)
{
    // The colours cover every byte, in order, whatever the text.
    JsonLexer lexer(text);
    qsizetype at = 0;
    while (!lexer.atEnd()) {
        const JsonRun run = lexer.next();
        must(run.offset == at && run.length > 0, "runs of one colour follow one another");
        at = run.end();
    }
    must(at == text.size(), "every byte has a colour");
    const JsonError error = validateJson(text);
    if (error) {
        must(error.offset >= 0 && error.length >= 0 && error.offset + error.length <= text.size(),
             "an error lies within the text");
        must(!jsonErrorSentence(error, text).isEmpty(), "an error has a sentence");
    }
    for (const qsizetype place : {qsizetype(0), text.size() / 2, text.size()})
        must(jsonPointerTokens(jsonPointerAt(text, place)).has_value(), "what names a place is a pointer");
    QByteArray quoted;
    appendQuotedJsonString(quoted, text);
    if (isValidUtf8(text))
        must(!validateJson(quoted) && unescapedJsonString(quoted) == text, "a quoted text comes back");
}

/// Both brackets of a pair find each other.
void brackets(const QByteArray &text)
{
    for (qsizetype place = 0; place < text.size(); place += 1 + text.size() / 8) {
        const auto partner = matchBracket(text, place, text.size()).partner;
        if (!partner)
            continue;
        must(*partner >= 0 && *partner < text.size(), "a bracket lies within the text");
        must(matchBracket(text, *partner, text.size()).partner == place, "brackets find each other");
    }
}

void edit(const QByteArray &text, const std::optional<TextEdit> &edit)
{
    if (!edit)
        return;
    must(edit->offset >= 0 && edit->length >= 0 && edit->offset + edit->length <= text.size(),
         "an edit lies within the text");
    const QByteArray after = edited(text, *edit);
    must(!validateJson(after), "an edited text is JSON");
    must(edited(after, inverse(text, *edit)) == text, "an edit can be taken back");
}

void jsonText(const QByteArray &text)
{
    const QByteArray formatted = formatJson(text).text;
    const QByteArray compact = compactJson(text).text;
    must(sameButForSpace(text, formatted) && sameButForSpace(text, compact), "only white space changes");
    must(compactJson(formatted).text == compact && formatJson(compact).text == formatted,
         "format and compact undo one another");
    const QByteArray sorted = sortJsonMembers(text).text;
    must(sorted.size() == text.size() && sortJsonMembers(sorted).text == sorted, "sorting keeps every byte");
    must(jsonChanges(text, formatted, 1).isEmpty(), "white space is no change");

    const std::optional<JsonTree> tree = JsonTree::parse(text);
    must(tree.has_value(), "what is JSON has a tree");
    const int middle = tree->count() / 2;
    for (const int node : {0, middle, tree->count() - 1}) {
        must(tree->at(tree->pathOf(node)) == node, "a path leads back");
        edit(text, setJsonValue(*tree, node, "[1.0]"));
        edit(text, removeJsonValue(*tree, node));
        edit(text, renameJsonMember(*tree, node, "n\"\xC3\xA9"));
        edit(text, insertJsonMember(*tree, node, 0, "n", "{}"));
        edit(text, insertJsonElement(*tree, node, 0, "{}"));
        edit(text, moveJsonValue(*tree, node, 0));
        edit(text, moveJsonValueTo(*tree, node, middle, 0, "n"));
        edit(text, setJsonText(*tree, node, "\xC3\xA9\n"));
        for (int type = 0; type <= int(JsonType::Null); ++type)
            edit(text, setJsonType(*tree, node, JsonType(type)));
    }
    must(findJsonPointer(text, tree->pointerOf(middle)).has_value(), "a pointer leads back");
}

void twoTexts(const QByteArray &before, const QByteArray &after)
{
    const JsonCondition condition = JsonCondition::parse(QString::fromUtf8(after));
    must(condition.isValid() != bool(condition.error()), "a condition is valid or has an error");
    condition.matches(before);
    const bool isSame = jsonChanges(before, after, 20).isEmpty();
    if (!validateJson(before) && !validateJson(after)) {
        const JsonLikeness likeness = jsonLikeness(before, after);
        must(likeness != JsonLikeness::Same || isSame, "what is like has no difference");
        must(likeness != JsonLikeness::OtherValues || !isSame, "other values are a difference");
    }
    if (const auto patched = applyMergePatch(before, after))
        must(!validateJson(*patched), "a patched text is JSON");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // On the heap and as large as it is, so that the address sanitizer sees a step beyond the end.
    const QByteArray all(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype end = all.indexOf('\0');
    const QByteArray text = end < 0 ? all : QByteArray(all.constData(), end);
    anyText(all);
    anyText(text);
    if (!validateJson(text)) {
        jsonText(text);
        brackets(text);
    }
    if (end >= 0)
        twoTexts(text, all.sliced(end + 1));
    return 0;
}
