// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rangecell.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QString>

namespace Studio
{

/// What a cell must be like, as a person writes it below a column's title:
///
/// | Text | Cells that pass |
/// | --- | --- |
/// | `berlin` | contain it, in any case |
/// | `/^b.*n$/`, `/…/i` | match the regular expression |
/// | `= 3`, `!= 3`, `> 3`, `>= 3`, `< 3`, `<= 3` | numbers, compared exactly; `=` and `!=` with a text: the
/// whole text | | `is number`, `is text`, `is true`, `is false`, `is null`, `is object`, `is array`, `is
/// binary`, `is missing`, `not missing` (and the others with `not`) | are of that kind | | `"> 3"` | contain
/// what stands between the quotes |
///
/// A cell that is not read yet passes only `is unread`: nobody knows. Copies share; any thread.
class RangeFilter
{
public:
    RangeFilter() = default; ///< everything passes
    static RangeFilter parse(const QString &text);

    bool isEmpty() const { return m_kind == Kind::Everything; }
    /// What is wrong with the text, as one translated sentence; such a filter lets everything pass.
    const QString &problem() const { return m_problem; }
    bool passes(const RangeCell &cell) const;

private:
    enum class Kind : quint8 { Everything, Contains, Regex, Number, WholeText, IsKind };
    enum class Operator : quint8 { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };

    static RangeFilter contains(const QString &text);
    static RangeFilter regex(const QString &text);
    static RangeFilter comparison(Operator op, const QString &operand);
    static bool holds(Operator op, int order);
    bool isOfKind(const RangeCell &cell) const;

    Kind m_kind = Kind::Everything;
    Operator m_operator = Operator::Equal;
    bool m_negated = false; ///< IsKind
    QByteArray m_operand; ///< a JSON number, or a text; Contains: in lower case
    QString m_text; ///< Contains, in lower case, where it is not all ASCII; IsKind: the word
    QRegularExpression m_regex;
    QString m_problem;
};

} // namespace Studio
