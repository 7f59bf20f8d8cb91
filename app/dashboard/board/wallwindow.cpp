// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/wallwindow.h"

#include "browser/agetext.h"
#include "dashboard/board/boardview.h"
#include "session/session.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

namespace Studio
{

WallWindow::WallWindow(Theme &theme, Session &session, ValueSource &source, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_theme(theme)
    , m_session(session)
    , m_title(new QLabel(this))
    , m_state(new QLabel(this))
    , m_clock(new QLabel(this))
    , m_board(new BoardView(theme, session, source, BoardView::Mode::Wall, this))
{
    Look::fill(this, theme, ColorRole::Window);
    setCursor(Qt::BlankCursor);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme.metric(20), theme.metric(12), theme.metric(20), 0);
    row->setSpacing(theme.metric(24));
    row->addWidget(m_title, 1);
    row->addWidget(m_state);
    row->addWidget(m_clock);
    for (QLabel *label : {m_title, m_state, m_clock})
        label->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_board, 1);
    applyFonts();
    showState();
    auto *seconds = new QTimer(this);
    seconds->setInterval(1000);
    connect(seconds, &QTimer::timeout, this, &WallWindow::showState);
    seconds->start();
    connect(&session, &Session::statusChanged, this, &WallWindow::showState);
    connect(&theme, &Theme::changed, this, [this] {
        applyFonts();
        showState();
    });
}

void WallWindow::setDashboard(const Dashboard &dashboard)
{
    m_board->setDashboard(dashboard);
    const QString title = dashboard.title.isEmpty() ? tr("Dashboard") : dashboard.title;
    m_title->setText(title);
    setWindowTitle(title);
}

void WallWindow::setHistory(SeriesHistory *history)
{
    m_board->setHistory(history);
}

QString WallWindow::stateText() const
{
    return m_state->text();
}

void WallWindow::applyFonts()
{
    const int size = std::max(m_theme.metric(16), height() / 40);
    QFont font = m_theme.font(0, QFont::DemiBold);
    font.setPixelSize(size);
    m_title->setFont(font);
    QFont figures = m_theme.tabularFont();
    figures.setPixelSize(size);
    m_clock->setFont(figures);
    QFont plain = m_theme.font();
    plain.setPixelSize(size * 4 / 5);
    m_state->setFont(plain);
}

void WallWindow::showState()
{
    const SessionStatus &status = m_session.status();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool isUp = status.line == LineState::Connected;
    QString text;
    if (isUp)
        text = tr("%1: connected").arg(m_session.profile().name);
    else if (status.downSince > 0)
        text = tr("%1: no connection for %2, trying again")
                   .arg(m_session.profile().name, ageText(status.downSince, now));
    else
        text = tr("%1: connecting").arg(m_session.profile().name);
    m_state->setText(text);
    const auto paint = [this](QLabel *label, ColorRole role) {
        QPalette colors = label->palette();
        colors.setColor(QPalette::WindowText, m_theme.color(role));
        label->setPalette(colors);
    };
    paint(m_title, ColorRole::Text);
    paint(m_clock, ColorRole::Text);
    paint(m_state, isUp ? ColorRole::TextMuted : ColorRole::Warning);
    m_clock->setText(
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(now).time(), QStringLiteral("HH:mm:ss")));
}

void WallWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void WallWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    applyFonts();
}

} // namespace Studio
