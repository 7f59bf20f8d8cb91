// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/exactdecimal.h"
#include "json/jsonconditionprogram.h"
#include "json/jsonpointer.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace Studio
{

namespace
{

using Program = JsonCondition::Program;
using Action = Program::Action;
using Step = Program::Step;

/// Brackets, "not" and chains of "and" and "or" all count.
constexpr int Deepest = 200;

struct ConditionErrors {
    Q_DECLARE_TR_FUNCTIONS(JsonCondition)
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isWordCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.'
        || c == '+' || c == '-' || (uchar(c) & 0x80) != 0;
}

/// Recursive descent over UTF-8 bytes, bounded by Deepest. Each step returns its index or -1 after fail().
class Parser
{
public:
    explicit Parser(const QByteArray &text)
        : m_text(text)
    {
    }

    std::shared_ptr<Program> run()
    {
        skipBlanks();
        if (atEnd())
            fail(ConditionErrors::tr("Write a condition, for example /price > 100."), 0, 0);
        const int root = m_failed ? -1 : any();
        if (!m_failed && !atEnd())
            unexpected(ConditionErrors::tr("“and” or “or” is expected here, not %1."));
        if (m_failed)
            return nullptr;
        auto program = std::make_shared<Program>(std::move(m_program));
        program->root = root;
        program->picker = JsonPicker(program->pointers);
        const bool asksWhole = program->pointers.contains(QByteArray());
        program->needsSomething = !asksWhole && !program->holds(root, {}, {});
        return program;
    }

    QString error;
    qsizetype errorAt = 0;
    qsizetype errorLength = 0;

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    char at(qsizetype offset) const { return offset < m_text.size() ? m_text[offset] : '\0'; }

    void skipBlanks()
    {
        while (!atEnd() && isBlank(m_text[m_at]))
            ++m_at;
    }

    int fail(const QString &text, qsizetype offset, qsizetype length)
    {
        if (!m_failed) {
            m_failed = true;
            error = text;
            errorAt = offset;
            errorLength = length;
        }
        return -1;
    }

    /// What stands here, for a sentence: a word, or one character.
    QByteArray here() const
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isWordCharacter(m_text[end]) && end - m_at < 40)
            ++end;
        const qsizetype character = std::max(1, utf8CharacterLength(m_text, m_at));
        return m_text.sliced(m_at, std::max(end - m_at, std::min(character, m_text.size() - m_at)));
    }

    int unexpected(const QString &sentence)
    {
        const QByteArray found = here();
        return fail(sentence.arg(QString::fromUtf8(found)), m_at, found.size());
    }

    bool takeSign(QByteArrayView sign)
    {
        if (!QByteArrayView(m_text).sliced(m_at).startsWith(sign))
            return false;
        m_at += sign.size();
        skipBlanks();
        return true;
    }

    bool takeWord(QByteArrayView word)
    {
        const QByteArrayView rest = QByteArrayView(m_text).sliced(m_at);
        if (rest.size() < word.size() || rest.first(word.size()).compare(word, Qt::CaseInsensitive) != 0
            || isWordCharacter(at(m_at + word.size())))
            return false;
        m_at += word.size();
        skipBlanks();
        return true;
    }

    int add(const Step &step)
    {
        m_program.steps.push_back(step);
        return int(m_program.steps.size()) - 1;
    }

    int combine(Action action, int left, int right)
    {
        Step step;
        step.action = action;
        step.left = left;
        step.right = right;
        return m_failed ? -1 : add(step);
    }

    bool goDeeper()
    {
        if (++m_depth > Deepest)
            fail(ConditionErrors::tr("This condition is too long or nested too deeply."), m_at, 0);
        return !m_failed;
    }

    int any()
    {
        int left = all();
        while (!m_failed && (takeWord("or") || takeSign("||"))) {
            if (!goDeeper())
                return -1;
            left = combine(Action::Or, left, all());
        }
        return left;
    }

    int all()
    {
        int left = negated();
        while (!m_failed && (takeWord("and") || takeSign("&&"))) {
            if (!goDeeper())
                return -1;
            left = combine(Action::And, left, negated());
        }
        return left;
    }

    int negated()
    {
        if (!takeWord("not") && !(at(m_at) == '!' && takeSign("!")))
            return primary();
        return goDeeper() ? combine(Action::Not, negated(), -1) : -1;
    }

    int primary()
    {
        if (at(m_at) != '(')
            return test();
        const qsizetype opened = m_at;
        takeSign("(");
        if (!goDeeper())
            return -1;
        const int inside = any();
        if (m_failed)
            return -1;
        if (atEnd())
            return fail(ConditionErrors::tr("This bracket is not closed."), opened, 1);
        if (!takeSign(")"))
            return unexpected(
                ConditionErrors::tr("“and”, “or” or a closing bracket is expected here, not %1."));
        return inside;
    }

    int test()
    {
        const auto pointer = place();
        if (!pointer)
            return -1;
        Step step;
        step.place = int(m_program.pointers.indexOf(*pointer));
        if (step.place < 0) {
            step.place = int(m_program.pointers.size());
            m_program.pointers.append(*pointer);
        }
        if (takeWord("exists")) {
            step.action = Action::Exists;
            return add(step);
        }
        if (takeWord("contains")) {
            step.action = Action::Contains;
            return literal(step) ? add(step) : -1;
        }
        if (takeSign("!~")) {
            step.action = Action::Matches;
            return expression(step) ? combine(Action::Not, add(step), -1) : -1;
        }
        if (takeSign("~")) {
            step.action = Action::Matches;
            return expression(step) ? add(step) : -1;
        }
        if (const auto comparison = takeComparison()) {
            step.action = *comparison;
            return literal(step) ? add(step) : -1;
        }
        const bool goesOn =
            atEnd() || at(m_at) == ')' || at(m_at) == '&' || at(m_at) == '|' || isWord("and") || isWord("or");
        if (!goesOn)
            return unexpected(ConditionErrors::tr(
                "A comparison is expected here (=, !=, <, <=, >, >=, ~, contains, exists), not %1."));
        step.action = Action::IsSet;
        return add(step);
    }

    bool isWord(QByteArrayView word)
    {
        const qsizetype before = m_at;
        const bool is = takeWord(word);
        m_at = before;
        return is;
    }

    std::optional<Action> takeComparison()
    {
        struct Sign {
            const char *text;
            Action action;
        };
        // Longer ones first.
        static constexpr Sign signs[] = {
            {"==", Action::Equal},       {"!=", Action::NotEqual},       {"<>", Action::NotEqual},
            {"<=", Action::LessOrEqual}, {">=", Action::GreaterOrEqual}, {"=", Action::Equal},
            {"<", Action::Less},         {">", Action::Greater}};
        for (const Sign &sign : signs) {
            if (takeSign(sign.text))
                return sign.action;
        }
        return {};
    }

    std::optional<QByteArray> place()
    {
        if (atEnd()) {
            fail(ConditionErrors::tr("Something is missing at the end, for example /price > 100."), m_at, 0);
            return {};
        }
        if (takeWord("value"))
            return QByteArray();
        const qsizetype from = m_at;
        const char first = m_text[m_at];
        if (first == '"' || first == '\'') {
            std::optional<QByteArray> pointer = string(false);
            if (!pointer)
                return {};
            if (!pointer->isEmpty() && !pointer->startsWith('/')) {
                fail(ConditionErrors::tr("A member is named with a slash in front: \"/%1\".")
                         .arg(QString::fromUtf8(*pointer)),
                     from, m_at - from);
                return {};
            }
            return pointer;
        }
        if (first != '/') {
            if (isWordCharacter(first))
                unexpected(ConditionErrors::tr("A member is named with a slash in front: /%1."));
            else
                unexpected(
                    ConditionErrors::tr("The place of a member is expected here, such as /price, not %1."));
            return {};
        }
        while (!atEnd() && !endsPointer())
            ++m_at;
        QByteArray pointer = m_text.sliced(from, m_at - from);
        skipBlanks();
        return pointer;
    }

    bool endsPointer() const
    {
        const char c = m_text[m_at];
        if (c == '~') // an escape of the pointer or the operator
            return at(m_at + 1) != '0' && at(m_at + 1) != '1';
        return isBlank(c) || QByteArrayView("()=<>!&|\"'").contains(c);
    }

    /// The text of a string in either kind of quotes. `raw`: backslashes stay, but in front of a quote.
    std::optional<QByteArray> string(bool raw)
    {
        const qsizetype from = m_at;
        const char quote = m_text[m_at];
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != quote)
            end += m_text[end] == '\\' && (quote == '"' || raw) ? 2 : 1;
        if (end >= m_text.size()) {
            fail(ConditionErrors::tr("This text has no closing quote."), from, m_text.size() - from);
            return {};
        }
        const QByteArray source = m_text.sliced(from, end + 1 - from);
        m_at = end + 1;
        QByteArray text = source.sliced(1, source.size() - 2);
        if (raw) {
            text.replace(QByteArray("\\").append(quote), QByteArray(1, quote));
        } else if (quote == '"') {
            if (const JsonError wrong = validateJson(source)) {
                fail(jsonErrorText(wrong, source), from + wrong.offset, wrong.length);
                return {};
            }
            text = unescapedJsonString(source);
        }
        skipBlanks();
        return text;
    }

    bool literal(Step &step)
    {
        if (atEnd()) {
            fail(ConditionErrors::tr(
                     "A value is missing at the end: a number, a \"text\", true, false or null."),
                 m_at, 0);
            return false;
        }
        const char first = m_text[m_at];
        if (first == '"' || first == '\'') {
            const auto text = string(false);
            step.kind = JsonTokenKind::String;
            step.literal = text.value_or(QByteArray());
            return text.has_value();
        }
        for (const auto &[word, kind] : {std::pair{"true", JsonTokenKind::True},
                                         {"false", JsonTokenKind::False},
                                         {"null", JsonTokenKind::Null}}) {
            if (takeWord(word)) {
                step.kind = kind;
                return orderable(step);
            }
        }
        const QByteArray found = here();
        if (isJsonNumber(found)) {
            m_at += found.size();
            skipBlanks();
            step.kind = JsonTokenKind::Number;
            step.literal = found;
            return true;
        }
        if (first == '-' || first == '+' || first == '.' || (first >= '0' && first <= '9'))
            unexpected(ConditionErrors::tr("%1 is no number of JSON."));
        else if (isWordCharacter(first))
            unexpected(ConditionErrors::tr("Text stands in double quotes: \"%1\"."));
        else
            unexpected(
                ConditionErrors::tr("A number, a \"text\", true, false or null is expected here, not %1."));
        return false;
    }

    bool orderable(const Step &step)
    {
        const bool ordered = step.action >= Action::Less && step.action <= Action::GreaterOrEqual;
        if (ordered)
            fail(ConditionErrors::tr("true, false and null have no order: only = and != can be asked."), m_at,
                 0);
        return !ordered;
    }

    bool expression(Step &step)
    {
        if (atEnd()) {
            fail(ConditionErrors::tr("A regular expression is missing at the end, for example \"^a\"."), m_at,
                 0);
            return false;
        }
        const qsizetype from = m_at;
        std::optional<QByteArray> pattern;
        auto options = QRegularExpression::PatternOptions();
        if (m_text[m_at] == '"' || m_text[m_at] == '\'') {
            pattern = string(true);
        } else if (m_text[m_at] == '/') {
            qsizetype end = m_at + 1;
            while (end < m_text.size() && m_text[end] != '/')
                end += m_text[end] == '\\' ? 2 : 1;
            if (end >= m_text.size()) {
                fail(ConditionErrors::tr("This regular expression has no closing slash."), from,
                     m_text.size() - from);
                return false;
            }
            pattern = m_text.sliced(from + 1, end - from - 1).replace("\\/", "/");
            m_at = end + 1;
            if (at(m_at) == 'i' && !isWordCharacter(at(m_at + 1))) {
                options |= QRegularExpression::CaseInsensitiveOption;
                ++m_at;
            }
            skipBlanks();
        } else {
            unexpected(ConditionErrors::tr("A regular expression stands in quotes or slashes: \"%1\"."));
        }
        if (!pattern)
            return false;
        step.expression = QRegularExpression(QString::fromUtf8(*pattern), options);
        if (!step.expression.isValid()) {
            fail(ConditionErrors::tr("This is no regular expression: %1.").arg(step.expression.errorString()),
                 from, m_at - from);
            return false;
        }
        step.expression.optimize();
        return true;
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_failed = false;
    Program m_program;
};

} // namespace

JsonCondition JsonCondition::parse(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    Parser parser(utf8);
    JsonCondition condition;
    condition.m_program = parser.run();
    if (condition.m_program)
        return condition;
    const auto characters = [&](qsizetype bytes) {
        return QString::fromUtf8(QByteArrayView(utf8).first(std::min(bytes, utf8.size()))).size();
    };
    condition.m_error.text = parser.error;
    condition.m_error.position = characters(parser.errorAt);
    condition.m_error.length = characters(parser.errorAt + parser.errorLength) - condition.m_error.position;
    return condition;
}

} // namespace Studio
