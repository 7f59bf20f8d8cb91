// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonpointer.h"

#include "json/jsonscanner.h"

#include <algorithm>
#include <vector>

namespace Studio
{

namespace
{

void appendUtf8(QByteArray &out, char32_t point)
{
    if (point < 0x80) {
        out.append(char(point));
    } else if (point < 0x800) {
        out.append(char(0xC0 | (point >> 6)));
        out.append(char(0x80 | (point & 0x3F)));
    } else if (point < 0x10000) {
        out.append(char(0xE0 | (point >> 12)));
        out.append(char(0x80 | ((point >> 6) & 0x3F)));
        out.append(char(0x80 | (point & 0x3F)));
    } else {
        out.append(char(0xF0 | (point >> 18)));
        out.append(char(0x80 | ((point >> 12) & 0x3F)));
        out.append(char(0x80 | ((point >> 6) & 0x3F)));
        out.append(char(0x80 | (point & 0x3F)));
    }
}

/// The code unit of the escape \uHHHH at `at`, or -1.
int codeUnit(QByteArrayView text, qsizetype at)
{
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u')
        return -1;
    bool ok = false;
    const int unit = text.sliced(at + 2, 4).toByteArray().toInt(&ok, 16);
    return ok ? unit : -1;
}

/// What stands for the character behind a backslash.
char simpleEscape(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c;
    }
}

/// An object or array that is open, and the member or element of it that was read last.
struct Level {
    bool isObject = false;
    qsizetype index = 0; ///< arrays
    JsonToken name; ///< objects; its length is 0 between members
};

QByteArray pointerOf(const std::vector<Level> &levels, std::size_t count, QByteArrayView text)
{
    QByteArray pointer;
    for (std::size_t i = 0; i < count; ++i) {
        pointer.append('/');
        if (levels[i].isObject) {
            const QByteArrayView name = text.sliced(levels[i].name.offset, levels[i].name.length);
            pointer.append(escapedPointerToken(unescapedJsonString(name)));
        } else {
            pointer.append(QByteArray::number(levels[i].index));
        }
    }
    return pointer;
}

} // namespace

QByteArray unescapedJsonString(QByteArrayView token)
{
    QByteArrayView text = token;
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
        text = text.sliced(1, text.size() - 2);
    if (!text.contains('\\'))
        return text.toByteArray();
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] != '\\' || i + 1 >= text.size()) {
            out.append(text[i++]);
            continue;
        }
        const int unit = codeUnit(text, i);
        if (unit < 0) {
            out.append(simpleEscape(text[i + 1]));
            i += 2;
            continue;
        }
        i += 6;
        char32_t point = char32_t(unit);
        if (unit >= 0xD800 && unit <= 0xDFFF) {
            const int low = unit <= 0xDBFF ? codeUnit(text, i) : -1;
            const bool isPair = low >= 0xDC00 && low <= 0xDFFF;
            point = isPair ? 0x10000 + ((char32_t(unit) - 0xD800) << 10) + (char32_t(low) - 0xDC00) : 0xFFFD;
            i += isPair ? 6 : 0;
        }
        appendUtf8(out, point);
    }
    return out;
}

QByteArray escapedPointerToken(QByteArrayView name)
{
    QByteArray token = name.toByteArray();
    token.replace('~', "~0");
    token.replace('/', "~1");
    return token;
}

std::optional<QList<QByteArray>> jsonPointerTokens(QByteArrayView pointer)
{
    if (pointer.isEmpty())
        return QList<QByteArray>();
    if (pointer.front() != '/')
        return {};
    QList<QByteArray> tokens = pointer.sliced(1).toByteArray().split('/');
    for (QByteArray &token : tokens) {
        if (token.contains('~'))
            token.replace("~1", "/").replace("~0", "~");
    }
    return tokens;
}

QByteArray jsonPointerAt(QByteArrayView text, qsizetype offset)
{
    JsonScanner scanner(text);
    std::vector<Level> levels;
    // Whether the place belongs to the current member of the innermost level, not to the level itself.
    bool active = false;
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == JsonTokenKind::End || token.kind == JsonTokenKind::Invalid || token.offset > offset)
            break;
        if (token.kind == JsonTokenKind::Name)
            levels.back().name = token;
        const bool isMember = token.kind == JsonTokenKind::Name || token.beginsValue();
        if (offset < token.end()) {
            active = active || isMember;
            break;
        }
        switch (token.kind) {
        case JsonTokenKind::Name:
        case JsonTokenKind::Colon:
            active = true;
            break;
        case JsonTokenKind::ObjectBegin:
        case JsonTokenKind::ArrayBegin:
            levels.push_back({token.kind == JsonTokenKind::ObjectBegin, 0, {}});
            active = false;
            break;
        case JsonTokenKind::ObjectEnd:
        case JsonTokenKind::ArrayEnd:
            levels.pop_back();
            active = offset == token.end();
            break;
        case JsonTokenKind::Comma:
            ++levels.back().index;
            active = false;
            break;
        default:
            active = offset == token.end();
            break;
        }
    }
    const bool inLevel = !active && !levels.empty();
    return pointerOf(levels, levels.size() - (inLevel ? 1 : 0), text);
}

std::optional<JsonRange> findJsonPointer(QByteArrayView text, QByteArrayView pointer)
{
    const auto tokens = jsonPointerTokens(pointer);
    if (!tokens)
        return {};
    const QList<QByteArray> &wanted = *tokens;

    struct Step {
        bool isObject = false;
        bool isOnPath = false; ///< this value is what the first depth tokens name
        qsizetype index = 0;
        bool childMatches = false; ///< the member being read is the next token
    };
    std::vector<Step> steps;
    std::optional<JsonRange> found;
    qsizetype openAt = -1; // beginning of the wanted object or array, while it is open
    std::size_t openDepth = 0;
    JsonScanner scanner(text);
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == JsonTokenKind::End)
            return found;
        if (token.kind == JsonTokenKind::Invalid)
            return {};
        const qsizetype depth = qsizetype(steps.size());
        if (token.kind == JsonTokenKind::Name) {
            Step &step = steps.back();
            step.childMatches =
                step.isOnPath && depth <= wanted.size()
                && unescapedJsonString(text.sliced(token.offset, token.length)) == wanted[depth - 1];
        } else if (token.kind == JsonTokenKind::Comma) {
            ++steps.back().index;
        } else if (token.kind == JsonTokenKind::ObjectEnd || token.kind == JsonTokenKind::ArrayEnd) {
            steps.pop_back();
            if (openAt >= 0 && steps.size() == openDepth) {
                found = JsonRange{openAt, token.end() - openAt};
                openAt = -1;
            }
        } else if (token.beginsValue()) {
            bool onPath = true;
            if (!steps.empty()) {
                Step &step = steps.back();
                if (!step.isObject)
                    step.childMatches = step.isOnPath && depth <= wanted.size()
                                     && wanted[depth - 1] == QByteArray::number(step.index);
                onPath = step.childMatches;
            }
            const bool isWanted = onPath && depth == wanted.size();
            // A later duplicate of a member on the way takes the place of the earlier one.
            if (onPath && found)
                found.reset();
            if (!token.isScalar()) {
                if (isWanted) {
                    openAt = token.offset;
                    openDepth = steps.size();
                }
                steps.push_back({token.kind == JsonTokenKind::ObjectBegin, onPath && !isWanted, 0, false});
            } else if (isWanted) {
                found = JsonRange{token.offset, token.length};
            }
        }
    }
}

} // namespace Studio
