// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/jobline.h"

#include "json/jsonpointer.h"
#include "json/jsonscanner.h"

namespace Studio
{

namespace
{

QByteArray quoted(QByteArrayView utf8)
{
    constexpr char digits[] = "0123456789abcdef";
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out += '"';
    for (const char c : utf8) {
        const auto byte = uchar(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 0xf];
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

QByteArray base64Name(QByteArrayView name)
{
    return name.toByteArray() + "64";
}

} // namespace

void JobLine::add(QByteArrayView name, const QByteArray &source)
{
    m_text += m_text.isEmpty() ? '{' : ',';
    m_text += quoted(name);
    m_text += ':';
    m_text += source;
}

JobLine &JobLine::text(QByteArrayView name, QByteArrayView bytes)
{
    if (isValidUtf8(bytes))
        add(name, quoted(bytes));
    else
        add(base64Name(name), quoted(bytes.toByteArray().toBase64()));
    return *this;
}

JobLine &JobLine::optionalText(QByteArrayView name, const std::optional<QByteArray> &bytes)
{
    if (bytes)
        return text(name, *bytes);
    add(name, "null");
    return *this;
}

JobLine &JobLine::number(QByteArrayView name, qint64 value)
{
    add(name, QByteArray::number(value));
    return *this;
}

JobLine &JobLine::flag(QByteArrayView name, bool value)
{
    add(name, value ? "true" : "false");
    return *this;
}

QByteArray JobLine::toLine() const
{
    return (m_text.isEmpty() ? QByteArray("{") : m_text) + "}\n";
}

std::optional<JobLine> JobLine::fromLine(QByteArrayView line)
{
    JsonScanner scanner(line);
    if (scanner.next().kind != JsonTokenKind::ObjectBegin)
        return {};
    JobLine read;
    QByteArray name;
    for (JsonToken token = scanner.next(); token.kind != JsonTokenKind::ObjectEnd; token = scanner.next()) {
        const QByteArrayView source = line.sliced(token.offset, token.length);
        if (token.kind == JsonTokenKind::Name)
            name = unescapedJsonString(source);
        else if (token.isScalar())
            read.m_members[name] = source.toByteArray();
        else if (token.kind != JsonTokenKind::Colon && token.kind != JsonTokenKind::Comma)
            return {};
    }
    if (scanner.next().kind != JsonTokenKind::End)
        return {};
    return read;
}

const QByteArray *JobLine::source(QByteArrayView name) const
{
    const auto at = m_members.find(name.toByteArray());
    return at == m_members.end() ? nullptr : &at->second;
}

bool JobLine::has(QByteArrayView name) const
{
    return source(name) || source(base64Name(name));
}

bool JobLine::isNull(QByteArrayView name) const
{
    const QByteArray *at = source(name);
    return at && *at == "null";
}

std::optional<QByteArray> JobLine::text(QByteArrayView name) const
{
    if (const QByteArray *at = source(name); at && at->startsWith('"'))
        return unescapedJsonString(*at);
    const QByteArray *at = source(base64Name(name));
    if (!at || !at->startsWith('"'))
        return {};
    const auto decoded =
        QByteArray::fromBase64Encoding(unescapedJsonString(*at), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    return *decoded;
}

std::optional<qint64> JobLine::number(QByteArrayView name) const
{
    const QByteArray *at = source(name);
    bool ok = false;
    const qint64 value = at ? at->toLongLong(&ok) : 0;
    return ok ? std::optional(value) : std::nullopt;
}

bool JobLine::flag(QByteArrayView name) const
{
    const QByteArray *at = source(name);
    return at && *at == "true";
}

} // namespace Studio
