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
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Studio
{

namespace
{

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
    , m_stop(makeButton(theme, tr("Stop"), tr("Stop the search"), this))
    , m_count(new QLabel(this))
    , m_replaceRow(new QWidget(this))
    , m_replacement(new QLineEdit(m_replaceRow))
    , m_replaceOne(new QPushButton(tr("Replace"), m_replaceRow))
    , m_replaceAll(new QPushButton(tr("Replace all"), m_replaceRow))
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

    m_stop->setObjectName(QStringLiteral("stopSearch"));
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Replace with"));
    m_replacement->setToolTip(tr("In a regular expression \\1 stands for what the first bracket found"));
    m_replacement->setObjectName(QStringLiteral("replacement"));
    m_replaceOne->setAutoDefault(false);
    m_replaceAll->setAutoDefault(false);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme.metric(12), theme.metric(6), theme.metric(12), theme.metric(6));
    rows->setSpacing(theme.metric(6));
    auto *layout = new QHBoxLayout;
    layout->setSpacing(theme.metric(4));
    layout->addWidget(m_field, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_case, m_regex, m_previous, m_next})
        layout->addWidget(widget);
    layout->addSpacing(theme.metric(4));
    layout->addWidget(m_count);
    layout->addWidget(m_stop);
    layout->addStretch(1);
    layout->addWidget(closing);
    rows->addLayout(layout);
    auto *replacing = new QHBoxLayout(m_replaceRow);
    replacing->setContentsMargins(0, 0, 0, 0);
    replacing->setSpacing(theme.metric(4));
    replacing->addWidget(m_replacement, 1);
    replacing->addWidget(m_replaceOne);
    replacing->addWidget(m_replaceAll);
    replacing->addStretch(1);
    rows->addWidget(m_replaceRow);
    Look::fill(this, theme, ColorRole::Panel);

    connect(m_field, &QLineEdit::textChanged, this, [this] { start(true); });
    connect(m_case, &QToolButton::toggled, this, [this] { start(true); });
    connect(m_regex, &QToolButton::toggled, this, [this] { start(true); });
    connect(m_previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(m_next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(closing, &QToolButton::clicked, this, &FindBar::close);
    connect(m_stop, &QToolButton::clicked, this, &FindBar::stop);
    connect(m_replaceOne, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(m_replaceAll, &QPushButton::clicked, this, &FindBar::replaceAll);
    connect(&m_view, &CodeView::bytesChanged, this, [this] {
        m_replacing.cancel(); // it was about another text
        if (isVisible())
            start(false);
    });
    setVisible(false);
}

FindBar::~FindBar() = default;

void FindBar::open(bool replace)
{
    m_replaceRow->setVisible(replace && !m_view.isReadOnly());
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
    stop();
    m_result = {};
    m_view.markFound({});
    setVisible(false);
    emit closed();
}

bool FindBar::isSearching() const
{
    return m_job.isRunning() || m_replacing.isRunning();
}

void FindBar::stop()
{
    m_job.cancel();
    m_replacing.cancel();
    updateText();
}

TextSearch FindBar::search() const
{
    return {m_field->text(), m_regex->isChecked(), m_case->isChecked()};
}

/// `jump`: shows the first place behind the beginning of the selection.
void FindBar::start(bool jump)
{
    m_answer.clear();
    if (m_field->text().isEmpty()) {
        m_job.cancel();
        m_result = {};
        m_current = -1;
        m_view.markFound({});
        updateText();
        return;
    }
    const QByteArray bytes = m_view.bytes();
    m_job.start(
        [bytes, search = search()](const std::atomic_bool &canceled) { return search.find(bytes, canceled); },
        [this, jump](const TextSearch::Found &result) {
            m_result = result;
            m_current = -1;
            m_view.markFound(m_result.ranges);
            if (jump && !m_result.ranges.isEmpty()) {
                const qsizetype from = m_view.selectedRange().first;
                const auto at =
                    std::lower_bound(m_result.ranges.cbegin(), m_result.ranges.cend(), Range{from, 0});
                show(at == m_result.ranges.cend() ? 0 : int(at - m_result.ranges.cbegin()));
            }
            updateText();
        });
    updateText();
}

void FindBar::show(int index)
{
    m_current = index;
    m_view.select(m_result.ranges[index].first, m_result.ranges[index].second);
    updateText();
}

void FindBar::findNext()
{
    if (m_result.ranges.isEmpty())
        return;
    const auto [offset, length] = m_view.selectedRange();
    const auto at = std::lower_bound(m_result.ranges.cbegin(), m_result.ranges.cend(),
                                     Range{offset + (length > 0 ? 1 : 0), 0});
    show(at == m_result.ranges.cend() ? 0 : int(at - m_result.ranges.cbegin()));
}

void FindBar::findPrevious()
{
    if (m_result.ranges.isEmpty())
        return;
    const auto at = std::lower_bound(m_result.ranges.cbegin(), m_result.ranges.cend(),
                                     Range{m_view.selectedRange().first, 0});
    show(at == m_result.ranges.cbegin() ? int(m_result.ranges.size()) - 1
                                        : int(at - m_result.ranges.cbegin()) - 1);
}

void FindBar::replaceOne()
{
    // The place that is shown, else it is shown first.
    const bool isShown = m_current >= 0 && m_current < m_result.ranges.size()
                      && m_view.selectedRange() == m_result.ranges[m_current];
    if (isShown)
        replace(m_result.ranges[m_current].first);
    else
        findNext();
}

void FindBar::replaceAll()
{
    replace(-1);
}

void FindBar::replace(qsizetype only)
{
    if (m_view.isReadOnly() || m_field->text().isEmpty())
        return;
    m_replacing.start(
        [bytes = m_view.bytes(), search = search(), replacement = m_replacement->text(), only](
            const std::atomic_bool &canceled) { return search.replace(bytes, replacement, only, canceled); },
        [this, only](const TextSearch::Replaced &replaced) {
            m_result.problem = replaced.problem;
            if (replaced.count > 0) {
                const TextEdit &edit = replaced.edit;
                m_view.replaceRange(edit.offset, edit.length, edit.replacement);
                m_view.setCursor(edit.offset + (only >= 0 ? edit.replacement.size() : 0));
                start(only >= 0);
            }
            if (only < 0 && replaced.problem.isEmpty())
                m_answer = tr("%Ln place(s) replaced", nullptr, replaced.count);
            updateText();
        });
    updateText();
}

void FindBar::updateText()
{
    const QLocale locale;
    const qsizetype count = m_result.ranges.size();
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    m_replaceOne->setEnabled(count > 0);
    m_replaceAll->setEnabled(count > 0);
    m_stop->setVisible(isSearching());
    if (m_field->text().isEmpty())
        m_count->clear();
    else if (isSearching())
        m_count->setText(tr("Searching…"));
    else if (!m_result.problem.isEmpty())
        m_count->setText(m_result.problem);
    else if (!m_answer.isEmpty())
        m_count->setText(m_answer);
    else if (m_result.isCut)
        m_count->setText(tr("More than %1 places").arg(locale.toString(TextSearch::mostFound)));
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
        if (m_replacement->hasFocus())
            replaceOne();
        else if (event->modifiers() & Qt::ShiftModifier)
            findPrevious();
        else
            findNext();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace Studio
