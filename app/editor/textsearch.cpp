// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/textsearch.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Studio
{

namespace
{

struct Search {
    Q_DECLARE_TR_FUNCTIONS(Studio::FindBar)
};

/// Byte offsets of places in a text that is known in UTF-16, asked for in ascending order.
class ByteOffsets
{
public:
    explicit ByteOffsets(const QString &text)
        : m_text(text)
    {
    }
    qsizetype at(qsizetype place)
    {
        for (; m_place < place; ++m_place) {
            const QChar c = m_text[m_place];
            // A pair of surrogates takes four bytes: two for each half.
            m_bytes += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 || c.isSurrogate() ? 2 : 3;
        }
        return m_bytes;
    }

private:
    const QString &m_text;
    qsizetype m_place = 0;
    qsizetype m_bytes = 0;
};

QRegularExpression expressionOf(const TextSearch &search)
{
    QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption;
    if (search.isRegex)
        options |= QRegularExpression::UseUnicodePropertiesOption;
    if (!search.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(search.isRegex ? search.wanted : QRegularExpression::escape(search.wanted),
                              options);
}

/// Calls `take` for each place that is not empty until it says false. \return what went wrong, as a sentence
template <typename Take>
QString eachPlace(const TextSearch &search, const QByteArray &bytes, const std::atomic_bool &canceled,
                  Take take)
{
    const QRegularExpression expression = expressionOf(search);
    if (!expression.isValid())
        return Search::tr("This regular expression is not complete: %1").arg(expression.errorString());
    const QString text = QString::fromUtf8(bytes);
    ByteOffsets offsets(text);
    auto match = expression.globalMatch(text);
    while (match.hasNext() && !canceled) {
        const QRegularExpressionMatch one = match.next();
        if (one.capturedLength() == 0)
            continue;
        const qsizetype first = offsets.at(one.capturedStart());
        if (!take(one, first, offsets.at(one.capturedEnd()) - first))
            return {};
    }
    return match.isValid()
             ? QString()
             : Search::tr("The search was given up: this expression takes too many steps here.");
}

/// `replacement` with what the brackets have found.
QByteArray expanded(const QString &replacement, const QRegularExpressionMatch &match)
{
    QString out;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const QChar c = replacement[i];
        const QChar next = i + 1 < replacement.size() ? replacement[i + 1] : QChar();
        const bool isMark = c == QLatin1Char('\\') || c == QLatin1Char('$');
        if (isMark && next.isDigit()) {
            out += match.captured(next.digitValue());
        } else if (isMark && next == c) {
            out += c;
        } else if (c == QLatin1Char('\\') && next == QLatin1Char('n')) {
            out += QLatin1Char('\n');
        } else if (c == QLatin1Char('\\') && next == QLatin1Char('t')) {
            out += QLatin1Char('\t');
        } else {
            out += c;
            continue;
        }
        ++i;
    }
    return out.toUtf8();
}

} // namespace

TextSearch::Found TextSearch::find(const QByteArray &text, const std::atomic_bool &canceled) const
{
    Found found;
    found.problem = eachPlace(*this, text, canceled,
                              [&found](const QRegularExpressionMatch &, qsizetype first, qsizetype length) {
                                  found.isCut = found.ranges.size() == mostFound;
                                  if (!found.isCut)
                                      found.ranges.append({first, length});
                                  return !found.isCut;
                              });
    return found;
}

TextSearch::Replaced TextSearch::replace(const QByteArray &text, const QString &replacement, qsizetype only,
                                         const std::atomic_bool &canceled) const
{
    Replaced replaced;
    QByteArray out;
    qsizetype done = 0;
    bool isTooLarge = false;
    replaced.problem = eachPlace(
        *this, text, canceled, [&](const QRegularExpressionMatch &match, qsizetype first, qsizetype length) {
            if (only >= 0 && first != only)
                return first < only;
            if (replaced.count++ == 0)
                replaced.edit.offset = first;
            else
                out += QByteArrayView(text).sliced(done, first - done);
            out += isRegex ? expanded(replacement, match) : replacement.toUtf8();
            done = first + length;
            isTooLarge = out.size() > mostBytes;
            return only < 0 && !isTooLarge;
        });
    if (isTooLarge)
        replaced.problem = Search::tr("Nothing was replaced: the text would become too long.");
    if (!replaced.problem.isEmpty() || canceled || replaced.count == 0)
        return {{}, 0, replaced.problem};
    replaced.edit.length = done - replaced.edit.offset;
    replaced.edit.replacement = out;
    return replaced;
}

} // namespace Studio
