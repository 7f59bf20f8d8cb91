// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/findbar.h"

#include "editor/codeview.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QToolButton>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qsizetype MaxFound = 10'000;

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

QToolButton *makeButton(Theme &theme, const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    Look::makeQuiet(button);
    Q_UNUSED(theme)
    return button;
}

} // namespace

FindBar::FindBar(Theme &theme, CodeView &view, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_view(view)
    , m_field(new QLineEdit(this))
    , m_case(makeButton(theme, QStringLiteral("Aa"), tr("Match case"), this))
    , m_regex(makeButton(theme, QStringLiteral(".*"), tr("Regular expression"), this))
    , m_previous(makeButton(theme, {}, tr("Previous place"), this))
    , m_next(makeButton(theme, {}, tr("Next place"), this))
    , m_count(new QLabel(this))
{
    m_field->setPlaceholderText(tr("Find in the value"));
    m_field->setAccessibleName(tr("Find in the value"));
    m_field->setClearButtonEnabled(true);
    m_case->setCheckable(true);
    m_regex->setCheckable(true);
    m_case->setObjectName(QStringLiteral("matchCase"));
    m_regex->setObjectName(QStringLiteral("regularExpression"));
    m_previous->setIcon(theme.icon(QStringLiteral("chevron-up")));
    m_next->setIcon(theme.icon(QStringLiteral("chevron-down")));
    auto *closing = makeButton(theme, {}, tr("Close the find bar"), this);
    closing->setIcon(theme.icon(QStringLiteral("close")));
    Look::text(m_count, theme, ColorRole::TextMuted, -1);
    m_count->setAccessibleName(tr("Places found"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.metric(12), theme.metric(6), theme.metric(12), theme.metric(6));
    layout->setSpacing(theme.metric(4));
    layout->addWidget(m_field, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_case, m_regex, m_previous, m_next})
        layout->addWidget(widget);
    layout->addSpacing(theme.metric(4));
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(closing);
    Look::fill(this, theme, ColorRole::Panel);

    connect(m_field, &QLineEdit::textChanged, this, [this] { start(true); });
    connect(m_case, &QToolButton::toggled, this, [this] { start(true); });
    connect(m_regex, &QToolButton::toggled, this, [this] { start(true); });
    connect(m_previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(m_next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(closing, &QToolButton::clicked, this, &FindBar::close);
    connect(&m_view, &CodeView::bytesChanged, this, [this] {
        if (isVisible())
            start(false);
    });
    setVisible(false);
}

FindBar::~FindBar() = default;

void FindBar::open()
{
    const auto [offset, length] = m_view.selectedRange();
    const QByteArrayView selected = m_view.view().sliced(offset, length);
    if (length > 0 && length <= 200 && !selected.contains('\n') && !selected.contains('\0'))
        m_field->setText(QString::fromUtf8(selected));
    setVisible(true);
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
    start(false);
}

void FindBar::close()
{
    m_job.cancel();
    m_result = {};
    m_view.markFound({});
    setVisible(false);
    emit closed();
}

bool FindBar::isSearching() const
{
    return m_job.isRunning();
}

FindBar::Result FindBar::search(const QByteArray &bytes, const QString &wanted, bool isRegex, bool matchCase,
                                const std::atomic_bool &canceled)
{
    QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption;
    if (isRegex)
        options |= QRegularExpression::UseUnicodePropertiesOption;
    if (!matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    const QRegularExpression expression(isRegex ? wanted : QRegularExpression::escape(wanted), options);
    Result result;
    if (!expression.isValid()) {
        result.problem = tr("This regular expression is not complete: %1").arg(expression.errorString());
        return result;
    }
    const QString text = QString::fromUtf8(bytes);
    ByteOffsets offsets(text);
    auto match = expression.globalMatch(text);
    while (match.hasNext() && !canceled) {
        const QRegularExpressionMatch one = match.next();
        if (one.capturedLength() == 0)
            continue;
        if (result.found.size() == MaxFound) {
            result.isCut = true;
            break;
        }
        const qsizetype first = offsets.at(one.capturedStart());
        result.found.append({first, offsets.at(one.capturedEnd()) - first});
    }
    return result;
}

/// `jump`: shows the first place behind the beginning of the selection.
void FindBar::start(bool jump)
{
    const QString wanted = m_field->text();
    if (wanted.isEmpty()) {
        m_job.cancel();
        m_result = {};
        m_current = -1;
        m_view.markFound({});
        updateText();
        return;
    }
    const QByteArray bytes = m_view.view().toByteArray();
    const bool isRegex = m_regex->isChecked();
    const bool matchCase = m_case->isChecked();
    m_job.start(
        [=](const std::atomic_bool &canceled) { return search(bytes, wanted, isRegex, matchCase, canceled); },
        [this, jump](const Result &result) {
            m_result = result;
            m_current = -1;
            m_view.markFound(m_result.found);
            if (jump && !m_result.found.isEmpty()) {
                const qsizetype from = m_view.selectedRange().first;
                const auto at =
                    std::lower_bound(m_result.found.cbegin(), m_result.found.cend(), Range{from, 0});
                show(at == m_result.found.cend() ? 0 : int(at - m_result.found.cbegin()));
            }
            updateText();
        });
    updateText();
}

void FindBar::show(int index)
{
    m_current = index;
    m_view.select(m_result.found[index].first, m_result.found[index].second);
    updateText();
}

void FindBar::findNext()
{
    if (m_result.found.isEmpty())
        return;
    const auto [offset, length] = m_view.selectedRange();
    const auto at = std::lower_bound(m_result.found.cbegin(), m_result.found.cend(),
                                     Range{offset + (length > 0 ? 1 : 0), 0});
    show(at == m_result.found.cend() ? 0 : int(at - m_result.found.cbegin()));
}

void FindBar::findPrevious()
{
    if (m_result.found.isEmpty())
        return;
    const auto at = std::lower_bound(m_result.found.cbegin(), m_result.found.cend(),
                                     Range{m_view.selectedRange().first, 0});
    show(at == m_result.found.cbegin() ? int(m_result.found.size()) - 1
                                       : int(at - m_result.found.cbegin()) - 1);
}

void FindBar::updateText()
{
    const QLocale locale;
    const qsizetype count = m_result.found.size();
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    if (m_field->text().isEmpty())
        m_count->clear();
    else if (isSearching())
        m_count->setText(tr("Searching…"));
    else if (!m_result.problem.isEmpty())
        m_count->setText(m_result.problem);
    else if (m_result.isCut)
        m_count->setText(tr("More than %1 places").arg(locale.toString(MaxFound)));
    else if (m_current >= 0)
        m_count->setText(tr("%1 of %2").arg(locale.toString(m_current + 1), locale.toString(count)));
    else
        m_count->setText(tr("%n place(s)", nullptr, int(count)));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers() & Qt::ShiftModifier)
            findPrevious();
        else
            findNext();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace Studio
