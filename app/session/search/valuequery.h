// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>

namespace Studio
{

/// What is looked for in values: a text, a regular expression, or a JSON condition (JsonCondition). Copies
/// share their data; several threads may use one query at the same time.
class ValueQuery
{
public:
    enum class Kind : quint8 { Text, RegularExpression, Condition };

    /// Where a value matches, in bytes. With a condition: the first member that it asks for, or nothing of
    /// the value (length 0) if that is not there.
    struct Match {
        qsizetype offset = 0;
        qsizetype length = 0;
        bool operator==(const Match &) const = default;
    };

    ValueQuery() = default; ///< matches nothing
    /// `caseSensitive` does not count for conditions. See error() for what is wrong with `text`.
    static ValueQuery make(Kind kind, const QString &text, bool caseSensitive);

    bool isValid() const { return m_program != nullptr; }
    /// One translated sentence; empty if there is no error, or nothing to look for.
    const QString &error() const { return m_error; }
    /// Where in the text the error is, in QChars; -1 = not known.
    qsizetype errorPosition() const { return m_errorPosition; }
    Kind kind() const { return m_kind; }
    const QString &text() const { return m_text; }
    bool isCaseSensitive() const { return m_caseSensitive; }

    /// The first match. Linear for texts and conditions; a regular expression works within the limits of
    /// PCRE. Any thread.
    std::optional<Match> find(QByteArrayView value) const;

    struct Program;

private:
    std::shared_ptr<const Program> m_program;
    Kind m_kind = Kind::Text;
    QString m_text;
    bool m_caseSensitive = false;
    QString m_error;
    qsizetype m_errorPosition = -1;
};

/// A piece of a value on one line, with the match in it.
struct ValueExcerpt {
    QString text;
    int matchStart = 0; ///< QChars
    int matchLength = 0; ///< QChars

    bool operator==(const ValueExcerpt &) const = default;
};

/// What stands around `match`: line breaks and other control characters become blanks, what is left out is
/// marked by dots. Any thread.
ValueExcerpt excerptOf(QByteArrayView value, const ValueQuery::Match &match);

} // namespace Studio
