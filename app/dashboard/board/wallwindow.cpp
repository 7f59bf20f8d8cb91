// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/wallwindow.h"

#include "dashboard/board/boardview.h"
#include "session/session.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int RetrySeconds = 60;

/// A time of today, or with its day.
QString sinceText(qint64 at, const QDateTime &now)
{
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(at);
    QString time = since.time().toString(QStringLiteral("HH:mm:ss"));
    if (since.date() == now.date())
        return time;
    return QLocale().toString(since.date(), QLocale::ShortFormat) + u' ' + time;
}

} // namespace

WallWindow::WallWindow(Theme &theme, Session &session, ValueSource &source, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_theme(theme)
    , m_session(session)
    , m_head(new QWidget(this))
    , m_title(new QLabel(this))
    , m_state(new QLabel(this))
    , m_clock(new QLabel(this))
    , m_board(new BoardView(theme, session, source, BoardView::Mode::Wall, this))
{
    Look::fill(this, theme, ColorRole::Window);
    setCursor(Qt::BlankCursor);
    m_head->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(theme.metric(20), theme.metric(8), theme.metric(20), theme.metric(8));
    row->setSpacing(theme.metric(24));
    row->addWidget(m_title, 1);
    row->addWidget(m_state);
    row->addWidget(m_clock);
    for (QLabel *label : {m_title, m_state, m_clock})
        label->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_board, 1);
    applyFonts();
    showState();
    auto *seconds = new QTimer(this);
    seconds->setInterval(1000);
    connect(seconds, &QTimer::timeout, this, &WallWindow::tick);
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

void WallWindow::showOnScreen()
{
    setGeometry(screen()->geometry());
    showFullScreen();
    activateWindow();
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

void WallWindow::tick()
{
    // A wall has nobody who presses "try again": what was given up may work by now.
    if (m_session.status().line != LineState::Failed)
        m_failedFor = 0;
    else if (++m_failedFor % RetrySeconds == 0)
        m_session.reconnectNow();
    showState();
}

void WallWindow::showState()
{
    const SessionStatus &status = m_session.status();
    const QDateTime now = QDateTime::currentDateTime();
    const QString name = m_session.profile().name;
    const bool isUp = status.line == LineState::Connected && status.watching;
    QString text;
    if (isUp)
        text = tr("%1: connected").arg(name);
    else if (status.downSince > 0)
        text = tr("%1: no connection, all of this is from before %2")
                   .arg(name, sinceText(status.downSince, now));
    else if (status.line == LineState::Failed)
        text = tr("%1: %2").arg(name, status.lastError.text);
    else
        text = tr("%1: connecting").arg(name);
    m_state->setText(text);
    // Seen from afar: the whole head says that it is not the present.
    const bool isOld = status.downSince > 0 || status.line == LineState::Failed;
    QPalette colors = m_head->palette();
    colors.setColor(QPalette::Window, m_theme.color(isOld ? ColorRole::WarningSoft : ColorRole::Window));
    m_head->setPalette(colors);
    const auto paint = [this](QLabel *label, ColorRole role) {
        QPalette own = label->palette();
        own.setColor(QPalette::WindowText, m_theme.color(role));
        label->setPalette(own);
    };
    paint(m_title, ColorRole::Text);
    paint(m_clock, ColorRole::Text);
    paint(m_state, isOld ? ColorRole::Warning : ColorRole::TextMuted);
    m_clock->setText(now.time().toString(QStringLiteral("HH:mm:ss")));
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
