// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/search/valuequery.h"

#include "json/jsoncondition.h"
#include "json/jsonpointer.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <variant>

namespace Studio
{

namespace
{

constexpr qsizetype Before = 32; ///< bytes of an excerpt in front of the match
constexpr qsizetype LongestMatch = 120; ///< bytes of the match that are shown
constexpr qsizetype Behind = 160; ///< bytes behind it

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ValueQuery)
};

constexpr char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

/// Finds bytes; ASCII letters in either case if wished.
class ByteFinder
{
public:
    ByteFinder(QByteArray needle, bool caseSensitive)
        : m_needle(std::move(needle))
        , m_searcher(m_needle.cbegin(), m_needle.cend(), Hash{caseSensitive}, Equal{caseSensitive})
    {
    }
    // The searcher points into the needle.
    ByteFinder(const ByteFinder &) = delete;
    ByteFinder &operator=(const ByteFinder &) = delete;

    std::optional<ValueQuery::Match> find(QByteArrayView value) const
    {
        const auto found = std::search(value.begin(), value.end(), m_searcher);
        if (found == value.end())
            return {};
        return ValueQuery::Match{found - value.begin(), m_needle.size()};
    }

private:
    struct Hash {
        bool exact;
        size_t operator()(char c) const { return size_t(uchar(exact ? c : folded(c))); }
    };
    struct Equal {
        bool exact;
        bool operator()(char a, char b) const { return exact ? a == b : folded(a) == folded(b); }
    };

    const QByteArray m_needle;
    std::boyer_moore_horspool_searcher<QByteArray::const_iterator, Hash, Equal> m_searcher;
};

std::optional<ValueQuery::Match> findExpression(const QRegularExpression &expression, QByteArrayView value)
{
    const QString text = QString::fromUtf8(value);
    const QRegularExpressionMatch match = expression.match(text);
    if (!match.hasMatch())
        return {};
    const QStringView all(text);
    return ValueQuery::Match{all.left(match.capturedStart()).toUtf8().size(),
                             match.capturedView().toUtf8().size()};
}

std::optional<ValueQuery::Match> findCondition(const JsonCondition &condition, QByteArrayView value)
{
    if (!condition.matches(value))
        return {};
    for (const QByteArray &pointer : condition.pointers()) {
        if (const std::optional<JsonRange> range = findJsonPointer(value, pointer))
            return ValueQuery::Match{range->offset, range->length};
    }
    return ValueQuery::Match{};
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/// `at` moved to the beginning of the UTF-8 character it lies in.
qsizetype characterStart(QByteArrayView text, qsizetype at)
{
    while (at > 0 && at < text.size() && (uchar(text[at]) & 0xC0) == 0x80)
        --at;
    return at;
}

QString onOneLine(QByteArrayView bytes)
{
    QString text = QString::fromUtf8(bytes);
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text;
}

} // namespace

struct ValueQuery::Program {
    std::unique_ptr<ByteFinder> bytes;
    std::variant<std::monostate, QRegularExpression, JsonCondition> other;
};

ValueQuery ValueQuery::make(Kind kind, const QString &text, bool caseSensitive)
{
    ValueQuery query;
    query.m_kind = kind;
    query.m_text = text;
    query.m_caseSensitive = caseSensitive;
    if (text.isEmpty())
        return query;
    auto program = std::make_shared<Program>();
    if (kind == Kind::Condition) {
        JsonCondition condition = JsonCondition::parse(text);
        if (!condition.isValid()) {
            query.m_error = condition.error().text;
            query.m_errorPosition = condition.error().position;
            return query;
        }
        program->other = std::move(condition);
    } else if (kind == Kind::Text && (caseSensitive || isAscii(text))) {
        program->bytes = std::make_unique<ByteFinder>(text.toUtf8(), caseSensitive);
    } else {
        QRegularExpression expression(kind == Kind::Text ? QRegularExpression::escape(text) : text,
                                      QRegularExpression::UseUnicodePropertiesOption);
        if (!caseSensitive) {
            expression.setPatternOptions(expression.patternOptions()
                                         | QRegularExpression::CaseInsensitiveOption);
        }
        if (!expression.isValid()) {
            query.m_error = Text::tr("This is no regular expression: %1.").arg(expression.errorString());
            query.m_errorPosition = expression.patternErrorOffset();
            return query;
        }
        expression.optimize(); // here, not in several threads at once
        program->other = std::move(expression);
    }
    query.m_program = std::move(program);
    return query;
}

std::optional<ValueQuery::Match> ValueQuery::find(QByteArrayView value) const
{
    if (!m_program)
        return {};
    if (m_program->bytes)
        return m_program->bytes->find(value);
    if (const auto *expression = std::get_if<QRegularExpression>(&m_program->other))
        return findExpression(*expression, value);
    if (const auto *condition = std::get_if<JsonCondition>(&m_program->other))
        return findCondition(*condition, value);
    return {};
}

ValueExcerpt excerptOf(QByteArrayView value, const ValueQuery::Match &match)
{
    const QChar dots(0x2026);
    const qsizetype start = std::clamp<qsizetype>(match.offset, 0, value.size());
    const qsizetype end = std::clamp<qsizetype>(match.offset + match.length, start, value.size());
    const qsizetype from = characterStart(value, std::max<qsizetype>(0, start - Before));
    const qsizetype shownEnd = characterStart(value, std::min(end, start + LongestMatch));

    ValueExcerpt excerpt;
    if (from > 0)
        excerpt.text += dots;
    excerpt.text += onOneLine(value.sliced(from, start - from));
    excerpt.matchStart = int(excerpt.text.size());
    excerpt.text += onOneLine(value.sliced(start, shownEnd - start));
    if (shownEnd < end)
        excerpt.text += dots;
    excerpt.matchLength = int(excerpt.text.size()) - excerpt.matchStart;
    const qsizetype to = characterStart(value, std::min(value.size(), end + Behind));
    excerpt.text += onOneLine(value.sliced(end, to - end));
    if (to < value.size())
        excerpt.text += dots;
    return excerpt;
}

} // namespace Studio
