// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace Studio
{

/// What a run of bytes of a JSON text is painted as.
enum class JsonLook : quint8 { Plain, Punctuation, Name, String, Number, Literal, Wrong };

struct JsonRun {
    JsonLook look = JsonLook::Plain;
    qsizetype offset = 0;
    qsizetype length = 0;
    qsizetype end() const { return offset + length; }
    bool operator==(const JsonRun &) const = default;
};

/// Splits a text that may be anything into runs to be coloured, without checking the grammar. As a JSON
/// string holds no line break, it may start at the beginning of any line: what is visible can be coloured
/// without reading what is above. Every byte belongs to exactly one run. The text must outlive it. Any
/// thread.
class JsonLexer
{
public:
    explicit JsonLexer(QByteArrayView text, qsizetype start = 0)
        : m_text(text)
        , m_at(start)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    JsonRun next();

private:
    JsonRun string();

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace Studio
