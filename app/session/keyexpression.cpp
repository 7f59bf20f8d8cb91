// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/keyexpression.h"

#include <QCoreApplication>
#include <QList>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(KeyExpression)
};

/// Goes through an ECMAScript expression once and writes what PCRE understands as the same.
class Translator
{
public:
    explicit Translator(const QString &text)
        : m_text(text)
    {
    }

    QString error;

    QString run()
    {
        while (m_at < m_text.size() && error.isEmpty())
            step();
        if (error.isEmpty() && !m_open.isEmpty())
            error = Text::tr("The bracket “(” at character %1 is never closed.").arg(m_open.constLast() + 1);
        return m_out;
    }

private:
    QChar peek(qsizetype ahead) const
    {
        return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
    }

    /// Takes `count` characters as they are.
    void keep(qsizetype count)
    {
        m_out += m_text.mid(m_at, count);
        m_at += count;
    }

    void step()
    {
        switch (m_text.at(m_at).unicode()) {
        case u'\\':
            escape();
            m_canRepeat = true;
            break;
        case u'[':
            characterClass();
            m_canRepeat = true;
            break;
        case u'(':
            group();
            break;
        case u')':
            if (m_open.isEmpty()) {
                error = Text::tr("The bracket “)” at character %1 closes nothing.").arg(m_at + 1);
                return;
            }
            m_open.removeLast();
            keep(1);
            m_canRepeat = true;
            break;
        case u'|':
        case u'^':
            keep(1);
            m_canRepeat = false;
            break;
        case u'$':
            // PCRE's own also stands before a final line feed.
            m_out += QStringLiteral("\\z");
            ++m_at;
            m_canRepeat = false;
            break;
        case u'*':
        case u'+':
        case u'?':
            repeat(1);
            break;
        case u'{':
            if (const qsizetype size = countSize(); size > 0)
                repeat(size);
            else
                literalBrace();
            break;
        default:
            keep(1);
            m_canRepeat = true;
        }
    }

    void literalBrace()
    {
        m_out += QStringLiteral("\\{");
        ++m_at;
        m_canRepeat = true;
    }

    /// Characters of `{2}`, `{2,}` or `{2,5}` here; 0 if it is no such thing.
    qsizetype countSize() const
    {
        static const QRegularExpression count(QStringLiteral("\\{\\d+(?:,\\d*)?\\}"));
        const auto match = count.match(m_text, m_at, QRegularExpression::NormalMatch,
                                       QRegularExpression::AnchorAtOffsetMatchOption);
        return match.hasMatch() ? match.capturedLength() : 0;
    }

    void repeat(qsizetype size)
    {
        if (!m_canRepeat) {
            error =
                Text::tr("There is nothing before the “%1” at character %2 that it could repeat. To match "
                         "any text write “.*”.")
                    .arg(m_text.mid(m_at, size))
                    .arg(m_at + 1);
            return;
        }
        keep(size);
        if (peek(0) == u'?') // as few as possible
            keep(1);
        m_canRepeat = false;
    }

    void group()
    {
        m_open.append(m_at);
        m_canRepeat = false;
        if (peek(1) != u'?') {
            keep(1);
            return;
        }
        const QChar kind = peek(2);
        if (kind != u':' && kind != u'=' && kind != u'!' && kind != u'<') {
            error = Text::tr("The server does not understand the “(?” at character %1: only “(?:”, “(?=”, "
                             "“(?!” and “(?<” have a meaning.")
                        .arg(m_at + 1);
            return;
        }
        keep(3);
    }

    void escape()
    {
        const QChar next = peek(1);
        if (next.isNull() && m_at + 1 >= m_text.size()) {
            error = Text::tr("The “\\” at the end escapes nothing.");
            return;
        }
        if (next == u'u') {
            unicodeEscape();
        } else if (next == u'v') {
            m_out += QStringLiteral("\\x0B");
            m_at += 2;
        } else if (next.isLetter() && !QStringLiteral("bBcdDfknrsStwWx").contains(next)) {
            error =
                Text::tr("“\\%1” at character %2 means different things on different servers and cannot be "
                         "used.")
                    .arg(next)
                    .arg(m_at + 1);
        } else {
            keep(2);
        }
    }

    void unicodeEscape()
    {
        bool ok = false;
        const uint code = m_text.mid(m_at + 2, 4).toUInt(&ok, 16);
        if (!ok || m_at + 6 > m_text.size() || QChar::isSurrogate(code)) {
            error = Text::tr("“\\u” at character %1 needs four hexadecimal digits of a character behind it.")
                        .arg(m_at + 1);
            return;
        }
        m_out += QStringLiteral("\\x{%1}").arg(code, 0, 16);
        m_at += 6;
    }

    void characterClass()
    {
        if (peek(1) == u']') { // nothing at all
            m_out += QStringLiteral("(?!)");
            m_at += 2;
            return;
        }
        if (peek(1) == u'^' && peek(2) == u']') { // anything
            m_out += QStringLiteral("[\\s\\S]");
            m_at += 3;
            return;
        }
        const qsizetype start = m_at;
        keep(1);
        while (m_at < m_text.size() && error.isEmpty()) {
            if (peek(0) == u'\\') {
                escape();
            } else if (peek(0) == u'[') { // `[:` would be a name to PCRE
                m_out += QStringLiteral("\\[");
                ++m_at;
            } else if (peek(0) == u']') {
                keep(1);
                return;
            } else {
                keep(1);
            }
        }
        if (error.isEmpty())
            error = Text::tr("The bracket “[” at character %1 is never closed.").arg(start + 1);
    }

    const QString m_text;
    QString m_out;
    qsizetype m_at = 0;
    QList<qsizetype> m_open; ///< where the groups begin
    bool m_canRepeat = false;
};

} // namespace

KeyExpression::KeyExpression(const QString &text)
{
    if (text.isEmpty()) {
        m_error = Text::tr("An expression is needed; “.*” matches every key.");
        return;
    }
    Translator translator(text);
    const QString translated = translator.run();
    m_error = translator.error;
    if (!m_error.isEmpty())
        return;
    // `.` stops at CR and LF, and one that runs wild gives up.
    m_expression.setPattern(QStringLiteral("(*ANYCRLF)(*LIMIT_MATCH=100000)") + translated);
    if (!m_expression.isValid()) {
        m_error = Text::tr("The expression cannot be understood: %1.").arg(m_expression.errorString());
        return;
    }
    m_expression.optimize();
    m_ready = true;
}

bool KeyExpression::matches(QByteArrayView key) const
{
    return m_ready && m_expression.match(QString::fromUtf8(key)).hasMatch();
}

} // namespace Studio
