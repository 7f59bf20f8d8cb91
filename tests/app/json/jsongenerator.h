// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

/// Generated JSON texts with all kinds of numbers, escapes and white space; the same seed gives the same
/// text.
class JsonGenerator
{
public:
    explicit JsonGenerator(quint32 seed)
        : m_random(seed)
    {
    }

    QByteArray document(int depth = 5) { return space() + value(depth) + space(); }
    QByteArray value(int depth)
    {
        const int kind = pick(depth > 0 ? 7 : 4);
        if (kind >= 5)
            return object(depth);
        return kind == 4 ? array(depth) : scalar();
    }
    QByteArray scalar()
    {
        static const QList<QByteArray> literals{"true", "false", "null"};
        const int kind = pick(3);
        return kind == 0 ? number() : kind == 1 ? string() : literals[pick(3)];
    }
    QByteArray number()
    {
        static const QList<QByteArray> numbers{"0",
                                               "-0",
                                               "1.0",
                                               "1.10",
                                               "1e400",
                                               "-1E-400",
                                               "12345678901234567890",
                                               "0.1e+5",
                                               "-0.0",
                                               "1E0001",
                                               "3",
                                               "-9.99e-1",
                                               "9007199254740993",
                                               "123456789012345678901234567890.5"};
        return pick(3) == 0 ? QByteArray::number(int(m_random.bounded(100000)))
                            : numbers[pick(numbers.size())];
    }
    QByteArray string()
    {
        static const QList<QByteArray> parts{
            "a",       "\\u00e9", "\xC3\xA9",         "\\\"", "\\\\",   "\\/", "/",
            "\\n",     " ",       "\\ud83d\\ude00",   "~",    "{",      "]",   ",",
            "\\ud800", "\x7F",    "\xF0\x9F\x98\x80", ":",    "\\u0000"};
        QByteArray text = "\"";
        for (int i = pick(6); i > 0; --i)
            text += parts[pick(parts.size())];
        return text + '"';
    }
    int pick(qsizetype count) { return int(m_random.bounded(int(count))); }

private:
    QByteArray space()
    {
        static const QList<QByteArray> spaces{"", "", "", " ", "\n", "\r\n", "\t", "  \n "};
        return spaces[pick(spaces.size())];
    }
    QByteArray array(int depth)
    {
        QByteArray text = '[' + space();
        for (int i = 0, count = pick(5); i < count; ++i)
            text += (i > 0 ? "," + space() : QByteArray()) + value(depth - 1) + space();
        return text + ']';
    }
    QByteArray object(int depth)
    {
        QByteArray text = '{' + space();
        for (int i = 0, count = pick(5); i < count; ++i) {
            text += (i > 0 ? "," + space() : QByteArray()) + string() + space() + ':' + space()
                  + value(depth - 1) + space();
        }
        return text + '}';
    }

    QRandomGenerator m_random;
};
