// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonstyle.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace Studio
{

namespace
{

/// What stands for the character behind a backslash; 0 = there is no such letter.
constexpr char shortEscape(char c)
{
    switch (c) {
    case '"':
    case '\\':
        return c;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

/// What each byte is within a JSON string: its first two bytes there, and how many there are in all.
struct QuotedBytes {
    std::array<std::array<char, 2>, 256> first{};
    std::array<quint8, 256> size{};

    static constexpr quint8 longest = 6; ///< of a control character without a letter: \u00 and two digits
};

constexpr QuotedBytes quotedBytes = [] {
    QuotedBytes bytes;
    for (size_t c = 0; c < bytes.size.size(); ++c) {
        const char letter = shortEscape(char(c));
        if (letter != 0) {
            bytes.first[c] = {'\\', letter};
            bytes.size[c] = 2;
        } else if (c < 0x20) {
            bytes.first[c] = {'\\', 'u'};
            bytes.size[c] = QuotedBytes::longest;
        } else {
            bytes.first[c] = {char(c), 0};
            bytes.size[c] = 1;
        }
    }
    return bytes;
}();

} // namespace

qsizetype JsonStyle::start(int child) const
{
    const auto &node = m_tree.node(child);
    return node.nameLength > 0 ? node.nameOffset : node.offset;
}

qsizetype JsonStyle::end(int child) const
{
    return m_tree.node(child).offset + m_tree.node(child).length;
}

/// White space behind the opening bracket.
QByteArrayView JsonStyle::before(int container) const
{
    const qsizetype from = m_tree.node(container).offset + 1;
    return m_tree.text().sliced(from, start(m_tree.node(container).firstChild) - from);
}

/// White space in front of the closing bracket.
QByteArrayView JsonStyle::behind(int container) const
{
    const qsizetype from = end(lastChild(container));
    return m_tree.text().sliced(from, end(container) - 1 - from);
}

int JsonStyle::lastChild(int container) const
{
    int child = m_tree.node(container).firstChild;
    while (child >= 0 && m_tree.node(child).next >= 0)
        child = m_tree.node(child).next;
    return child;
}

QByteArrayView JsonStyle::lineIndent(qsizetype offset) const
{
    const QByteArrayView text = m_tree.text();
    qsizetype from = offset;
    while (from > 0 && text[from - 1] != '\n' && text[from - 1] != '\r')
        --from;
    qsizetype to = from;
    while (to < offset && (text[to] == ' ' || text[to] == '\t'))
        ++to;
    return text.sliced(from, to - from);
}

/// The container itself, or the nearest one around it that has children; the root has no children: -1.
int JsonStyle::nearestFilled(int container) const
{
    while (container >= 0 && m_tree.childCount(container) == 0)
        container = m_tree.node(container).parent;
    return container;
}

QByteArray JsonStyle::separator(int container) const
{
    const QByteArrayView text = m_tree.text();
    const int filled = nearestFilled(container);
    if (filled < 0)
        return QByteArrayLiteral(",");
    const int first = m_tree.node(filled).firstChild;
    if (const int second = m_tree.node(first).next; second >= 0)
        return text.sliced(end(first), start(second) - end(first)).toByteArray();
    const QByteArrayView lead = before(filled);
    if (lead.contains('\n') || lead.contains('\r'))
        return ',' + lead.toByteArray();
    // One child in a line: as further out, if that is in a line too; a blank where blanks are used at all.
    for (int around = m_tree.node(filled).parent; around >= 0; around = m_tree.node(around).parent) {
        const int child = m_tree.node(around).firstChild;
        if (const int next = m_tree.node(child).next; next >= 0) {
            const QByteArrayView between = text.sliced(end(child), start(next) - end(child));
            if (!between.contains('\n') && !between.contains('\r'))
                return between.toByteArray();
        }
    }
    const bool isDense = lead.isEmpty() && !colon(filled).endsWith(' ') && m_isOneLine;
    return isDense ? QByteArrayLiteral(",") : QByteArrayLiteral(", ");
}

QByteArray JsonStyle::colon(int container) const
{
    for (int around = container; around >= 0; around = m_tree.node(around).parent) {
        const int child = m_tree.node(around).firstChild;
        if (child < 0 || m_tree.node(child).nameLength == 0)
            continue;
        const auto &node = m_tree.node(child);
        const qsizetype from = node.nameOffset + node.nameLength;
        return m_tree.text().sliced(from, node.offset - from).toByteArray();
    }
    const int filled = nearestFilled(container);
    const int first = filled < 0 ? -1 : m_tree.node(filled).firstChild;
    const int second = first < 0 ? -1 : m_tree.node(first).next;
    const bool isDense =
        filled < 0 || (before(filled).isEmpty() && (second < 0 || start(second) - end(first) == 1));
    return isDense ? QByteArrayLiteral(":") : QByteArrayLiteral(": ");
}

QByteArray JsonStyle::filled(int container, const QList<QByteArray> &items) const
{
    if (items.isEmpty())
        return {};
    const int around = nearestFilled(container);
    if (around < 0)
        return items.join(',');
    const QByteArrayView lead = before(around);
    const qsizetype lineBreak = std::max(lead.lastIndexOf('\n'), lead.lastIndexOf('\r'));
    if (lineBreak < 0) {
        const QByteArray inner = items.join(separator(container));
        return lead.toByteArray() + inner + behind(around).toByteArray();
    }
    const QByteArray newLine =
        lead.contains("\r\n") ? QByteArrayLiteral("\r\n") : lead.sliced(lineBreak, 1).toByteArray();
    const QByteArrayView childIndent = lead.sliced(lineBreak + 1);
    const QByteArrayView ownIndent = lineIndent(m_tree.node(around).offset);
    const QByteArray unit = childIndent.size() > ownIndent.size() && childIndent.startsWith(ownIndent)
                              ? childIndent.sliced(ownIndent.size()).toByteArray()
                              : QByteArrayLiteral("  ");
    const QByteArray indent = lineIndent(m_tree.node(container).offset).toByteArray();
    return newLine + indent + unit + items.join(',' + newLine + indent + unit) + newLine + indent;
}

QByteArray quotedJsonString(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size() + 2);
    appendQuotedJsonString(out, text);
    return out;
}

void appendQuotedJsonString(QByteArray &out, QByteArrayView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    constexpr qsizetype shortText = 4096;
    // Much goes through here (an export): room is made once, for a short text without looking at it before.
    qsizetype size = text.size() * QuotedBytes::longest;
    if (text.size() > shortText) {
        size = 0;
        for (const char c : text)
            size += quotedBytes.size[uchar(c)];
    }
    const qsizetype begin = out.size();
    out.resize(begin + size + 2); // both quotes
    char *to = out.data() + begin;
    *to++ = '"';
    // Two bytes are always written, and the next ones stand over what was too much (the closing quote's
    // place is behind the last): nothing to branch on, for a quote is as frequent in JSON as anything else.
    for (const char byte : text) {
        const auto c = uchar(byte);
        std::memcpy(to, quotedBytes.first[c].data(), 2);
        const quint8 length = quotedBytes.size[c];
        if (length == QuotedBytes::longest) {
            const char digits[] = {'0', '0', hex[c >> 4], hex[c & 15]};
            std::memcpy(to + 2, digits, sizeof digits);
        }
        to += length;
    }
    *to++ = '"';
    out.truncate(to - out.constData());
}

} // namespace Studio
