// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/problemstrip.h"

#include "shell/look.h"
#include "shell/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace Studio
{

ProblemStrip::ProblemStrip(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_go(new QToolButton(this))
{
    m_text->setObjectName(QStringLiteral("problemText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAccessibleName(tr("Problem in the text"));
    Look::text(m_text, theme, ColorRole::Text, -1);
    m_go->setText(tr("Go there"));
    Look::makeQuiet(m_go);
    connect(m_go, &QToolButton::clicked, this, &ProblemStrip::activated);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.metric(16), theme.metric(4), theme.metric(12), theme.metric(4));
    layout->setSpacing(theme.metric(8));
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_go);
    connect(&theme, &Theme::changed, this, &ProblemStrip::refresh);
    refresh();
}

void ProblemStrip::showProblem(const QString &sentence, Kind kind)
{
    if (m_problem == sentence && m_kind == kind)
        return;
    m_problem = sentence;
    m_kind = kind;
    refresh();
}

void ProblemStrip::setNote(const QString &note)
{
    if (m_note == note)
        return;
    m_note = note;
    refresh();
}

void ProblemStrip::refresh()
{
    const bool isProblem = !m_problem.isEmpty();
    const bool isError = m_kind == Kind::Error;
    m_icon->setPixmap(m_theme.pixmap(!isProblem ? QStringLiteral("info")
                                     : isError  ? QStringLiteral("error")
                                                : QStringLiteral("warning"),
                                     !isProblem ? ColorRole::TextMuted
                                     : isError  ? ColorRole::Removed
                                                : ColorRole::Warning,
                                     m_theme.metric(16), devicePixelRatioF()));
    m_text->setText(isProblem ? m_problem : m_note);
    m_go->setVisible(isProblem);
    setVisible(isProblem || !m_note.isEmpty());
    update();
}

void ProblemStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(m_problem.isEmpty()     ? ColorRole::Panel
                                           : m_kind == Kind::Error ? ColorRole::RemovedSoft
                                                                   : ColorRole::WarningSoft));
    painter.fillRect(0, 0, width(), 1, m_theme.color(ColorRole::Line));
}

} // namespace Studio
