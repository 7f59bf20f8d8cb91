// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/keyspacestrip.h"

#include "browser/agetext.h"
#include "mirror/keyspacemirror.h"
#include "models/keytext.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <cmath>
#include <vector>

namespace Studio
{

namespace
{

constexpr int RefreshMs = 500;
constexpr qint64 RememberMs = 60'000;
constexpr size_t MostChanges = 500;
constexpr int Width = 10;
constexpr double Step = 0.05;
constexpr int NameLength = 48;

} // namespace

KeySpaceStrip::KeySpaceStrip(Theme &theme, const KeyspaceMirror &mirror, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_mirror(mirror)
{
    setObjectName(QStringLiteral("keySpace"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Map of the key space"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(RefreshMs);
    connect(&m_timer, &QTimer::timeout, this, &KeySpaceStrip::refresh);
    connect(&mirror, &KeyspaceMirror::applied, this, &KeySpaceStrip::heard);
    connect(&mirror, &KeyspaceMirror::coverageChanged, this, &KeySpaceStrip::schedule);
    connect(&mirror, &KeyspaceMirror::reset, this, &KeySpaceStrip::schedule);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize KeySpaceStrip::sizeHint() const
{
    return {m_theme.metric(Width), m_theme.metric(200)};
}

QSize KeySpaceStrip::minimumSizeHint() const
{
    return {m_theme.metric(Width), m_theme.metric(40)};
}

void KeySpaceStrip::heard(const AppliedBatch &batch)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const Heard &heard : batch.heard) {
        if (heard.origin != Origin::Notification && heard.origin != Origin::OwnWrite)
            continue;
        m_changes.push_back({heard.key, now});
        if (m_changes.size() > MostChanges)
            m_changes.pop_front();
    }
    schedule();
}

void KeySpaceStrip::forgetOld(qint64 now)
{
    while (!m_changes.empty() && m_changes.front().at < now - RememberMs)
        m_changes.pop_front();
}

void KeySpaceStrip::schedule()
{
    if (isVisible() && !m_timer.isActive())
        m_timer.start();
}

void KeySpaceStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void KeySpaceStrip::refresh()
{
    m_map = KeySpaceMap(m_mirror);
    forgetOld(QDateTime::currentMSecsSinceEpoch());
    // Signs of writes fade by themselves.
    if (!m_changes.empty())
        schedule();
    setAccessibleDescription(textAt(m_cursor));
    update();
}

double KeySpaceStrip::placeAt(int y) const
{
    return std::clamp(double(y) / std::max(1, height()), 0.0, 1.0);
}

QString KeySpaceStrip::textAt(double place) const
{
    const int index = m_map.pieceAt(place);
    if (index < 0)
        return tr("Nothing is known yet");
    const KeySpaceMap::Piece &piece = m_map.pieces().at(index);
    QStringList lines;
    const QByteArray key = m_map.keyAt(place, m_mirror);
    if (!key.isEmpty())
        lines.append(tr("At %1").arg(KeyText::elided(key, NameLength)));
    const QString count = tr("%n known key(s)", nullptr, int(piece.keys));
    switch (piece.state) {
    case KeySpaceMap::State::Unread:
        lines.append(piece.keys > 0 ? tr("Not read; %1").arg(count) : tr("Not read"));
        break;
    case KeySpaceMap::State::Partial:
        lines.append(tr("Read in parts; %1").arg(count));
        break;
    case KeySpaceMap::State::Read:
        lines.append(tr("Read as of %1; %2").arg(exactTimeText(piece.asOf), count));
        break;
    case KeySpaceMap::State::Live:
        lines.append(tr("Read and kept up to date; %1").arg(count));
        break;
    case KeySpaceMap::State::Stale:
        lines.append(tr("Read as of %1, the line was down since; %2").arg(exactTimeText(piece.asOf), count));
        break;
    }
    int changes = 0;
    for (const Change &change : m_changes)
        changes += change.key >= piece.stretch.from && change.key < piece.stretch.to ? 1 : 0;
    if (changes > 0)
        lines.append(tr("%n change(s) here in the last minute", nullptr, changes));
    return lines.join(u'\n');
}

void KeySpaceStrip::paintPiece(QPainter &painter, const KeySpaceMap::Piece &piece) const
{
    const double top = std::round(piece.from * height());
    const QRectF place(0, top, width(), std::max(1.0, std::round(piece.to * height()) - top));
    switch (piece.state) {
    case KeySpaceMap::State::Unread: {
        // Dots on nothing.
        painter.setBrush(QBrush(m_theme.color(ColorRole::LineStrong), Qt::Dense6Pattern));
        painter.drawRect(place);
        break;
    }
    case KeySpaceMap::State::Partial:
        painter.setBrush(m_theme.color(ColorRole::AccentSoft));
        painter.drawRect(place);
        painter.setBrush(QBrush(m_theme.color(ColorRole::Accent), Qt::BDiagPattern));
        painter.drawRect(place);
        break;
    case KeySpaceMap::State::Read:
        painter.setBrush(m_theme.color(ColorRole::AccentSoft));
        painter.drawRect(place);
        painter.setBrush(m_theme.color(ColorRole::Accent));
        painter.drawRect(QRectF(place.left(), place.top(), m_theme.metric(3), place.height()));
        break;
    case KeySpaceMap::State::Live:
        painter.setBrush(m_theme.color(ColorRole::Accent));
        painter.drawRect(place);
        break;
    case KeySpaceMap::State::Stale:
        painter.setBrush(m_theme.color(ColorRole::WarningSoft));
        painter.drawRect(place);
        painter.setBrush(QBrush(m_theme.color(ColorRole::Warning), Qt::HorPattern));
        painter.drawRect(place);
        break;
    }
}

void KeySpaceStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Panel));
    painter.setPen(Qt::NoPen);
    for (const KeySpaceMap::Piece &piece : m_map.pieces())
        paintPiece(painter, piece);

    // Where writes happen: the more there are in a row, the stronger its sign on the edge.
    const int tick = std::max(2, m_theme.metric(3));
    std::vector<int> rows(size_t(height() / tick + 1));
    for (const Change &change : m_changes)
        ++rows.at(
            std::min(rows.size() - 1, size_t(m_map.placeOf(change.key, m_mirror) * height()) / size_t(tick)));
    const QColor written = m_theme.color(ColorRole::Patched);
    for (size_t row = 0; row < rows.size(); ++row) {
        if (rows[row] == 0)
            continue;
        const int reach = std::min(width(), tick + int(std::log2(double(rows[row])) * tick));
        const QRect place(width() - reach, int(row) * tick, reach, tick - 1);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), place), written);
    }
    if (hasFocus()) {
        const int y = std::clamp(int(m_cursor * height()), 1, std::max(1, height() - 2));
        painter.fillRect(QRect(0, y - 1, width(), 3), m_theme.color(ColorRole::Text));
    }
}

bool KeySpaceStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), textAt(placeAt(help->pos().y())), this);
        return true;
    }
    return QWidget::event(event);
}

void KeySpaceStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setCursorPlace(placeAt(int(event->position().y())));
    emit chosen(m_map.keyAt(m_cursor, m_mirror));
}

void KeySpaceStrip::setCursorPlace(double place)
{
    m_cursor = std::clamp(place, 0.0, 1.0);
    setAccessibleDescription(textAt(m_cursor));
    if (hasFocus())
        QToolTip::showText(mapToGlobal(QPoint(width(), int(m_cursor * height()))), textAt(m_cursor), this);
    update();
}

void KeySpaceStrip::keyPressEvent(QKeyEvent *event)
{
    const int index = m_map.pieceAt(m_cursor);
    switch (event->key()) {
    case Qt::Key_Up:
        setCursorPlace(m_cursor - Step);
        return;
    case Qt::Key_Down:
        setCursorPlace(m_cursor + Step);
        return;
    case Qt::Key_PageUp: // from stretch to stretch
        if (index > 0)
            setCursorPlace(m_map.pieces().at(index - 1).from);
        return;
    case Qt::Key_PageDown:
        if (index >= 0 && index + 1 < m_map.pieces().size())
            setCursorPlace(m_map.pieces().at(index + 1).from);
        return;
    case Qt::Key_Home:
        setCursorPlace(0);
        return;
    case Qt::Key_End:
        setCursorPlace(1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit chosen(m_map.keyAt(m_cursor, m_mirror));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void KeySpaceStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void KeySpaceStrip::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    QToolTip::hideText();
    update();
}

} // namespace Studio
