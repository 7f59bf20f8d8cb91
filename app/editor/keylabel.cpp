// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/keylabel.h"

#include "mirror/segment.h"
#include "models/keydate.h"
#include "models/keytext.h"
#include "shell/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDateTime>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace Studio
{

namespace
{

const QString Cut = QStringLiteral("…");
constexpr int LongestName = 60; ///< in a menu

} // namespace

KeyLabel::KeyLabel(Theme &theme, QList<QByteArray> separators, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_separators(std::move(separators))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        layOut();
    });
}

void KeyLabel::setKey(const QByteArray &key)
{
    m_key = key;
    m_paths.clear();
    m_names.clear();
    m_between.clear();
    qsizetype from = 0;
    // A separator that ends the key belongs to its name.
    for (qsizetype end = segmentEnd(key, from, m_separators); end >= 0 && end < key.size();
         end = segmentEnd(key, from, m_separators)) {
        const qsizetype nameEnd = end - separatorSize(key, from, end, m_separators);
        m_paths.append(key.left(end));
        m_names.append(KeyText::display(QByteArrayView(key).sliced(from, nameEnd - from)));
        m_between.append(KeyText::display(QByteArrayView(key).sliced(nameEnd, end - nameEnd)));
        from = end;
    }
    m_paths.append(key);
    m_names.append(KeyText::display(QByteArrayView(key).sliced(from)));
    m_current = int(m_paths.size()) - 1;
    setText(KeyText::display(key));
    setFocusPolicy(Qt::TabFocus);
    QString tip = m_text.toHtmlEscaped();
    if (const auto date = dateInKey(key, m_separators, QDateTime::currentMSecsSinceEpoch()))
        tip += QStringLiteral("<br>") + keyDateText(*date).toHtmlEscaped();
    setToolTip(tip);
}

void KeyLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(tr("Key"));
    setAccessibleDescription(text);
    layOut();
}

QFont KeyLabel::headFont() const
{
    return m_theme.font(2, QFont::DemiBold);
}

QSize KeyLabel::sizeHint() const
{
    return {m_theme.metric(200), m_theme.metric(22)};
}

QSize KeyLabel::minimumSizeHint() const
{
    return {m_theme.metric(80), m_theme.metric(22)};
}

/// Segments from the middle outwards give way first; the key's own name stays, if need be cut itself.
void KeyLabel::layOut()
{
    m_pieces.clear();
    const QFontMetrics metrics(headFont());
    const int gap = m_theme.metric(2);
    const auto widthOf = [&metrics](const QString &text) { return metrics.horizontalAdvance(text); };
    const QStringList names = m_key.isEmpty() ? QStringList{m_text} : m_names;

    QList<int> shown; // -1 = what was cut
    for (int i = 0; i < names.size(); ++i)
        shown.append(i);
    // The separator before what is shown at `i` > 0: that of the segment before it, if it is not cut itself.
    const auto between = [&](qsizetype i) {
        return m_between.value(shown.at(i) < 0 ? shown.at(i - 1) : shown.at(i) - 1);
    };
    const auto total = [&] {
        int width = 0;
        for (qsizetype i = 0; i < shown.size(); ++i) {
            width += widthOf(shown.at(i) < 0 ? Cut : names.at(shown.at(i)));
            if (i > 0)
                width += widthOf(between(i)) + 2 * gap;
        }
        return width;
    };
    while (total() > width() && shown.size() > 2) {
        const qsizetype cut = shown.indexOf(-1);
        if (cut < 0)
            shown[(shown.size() - 1) / 2] = -1;
        else if (cut > 0)
            shown.removeAt(cut - 1);
        else if (cut + 2 < shown.size())
            shown.removeAt(cut + 1);
        else
            break;
    }

    int x = 0;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        if (i > 0) {
            const QString separator = between(i);
            const int wide = widthOf(separator);
            m_pieces.append({separator, -1, QRect(x + gap, 0, wide + 1, height())});
            x += wide + 2 * gap;
        }
        const int segment = shown.at(i);
        QString text = segment < 0 ? Cut : names.at(segment);
        if (i + 1 == shown.size())
            text =
                metrics.elidedText(text, Qt::ElideMiddle, std::max(width() - x, metrics.averageCharWidth()));
        const int length = widthOf(text);
        m_pieces.append({text, m_key.isEmpty() ? -1 : segment, QRect(x, 0, length + 1, height())});
        x += length;
    }
    update();
}

void KeyLabel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

QRect KeyLabel::segmentRect(int index) const
{
    for (const Piece &piece : m_pieces) {
        if (piece.segment == index && index >= 0)
            return piece.place;
    }
    return {};
}

int KeyLabel::segmentAt(const QPoint &position) const
{
    for (const Piece &piece : m_pieces) {
        if (piece.segment >= 0 && piece.place.contains(position))
            return piece.segment;
    }
    return -1;
}

void KeyLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(headFont());
    const int last = int(m_names.size()) - 1;
    for (const Piece &piece : std::as_const(m_pieces)) {
        const bool isBranch = piece.segment >= 0 && piece.segment < last;
        const bool isHovered = isBranch && piece.segment == m_hovered;
        const bool isCurrent = hasFocus() && piece.segment >= 0 && piece.segment == m_current;
        painter.setPen(m_theme.color(isHovered                               ? ColorRole::Accent
                                     : piece.segment < 0 && !m_key.isEmpty() ? ColorRole::TextMuted
                                                                             : ColorRole::Text));
        painter.drawText(piece.place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, piece.text);
        if (isHovered || isCurrent) {
            const int y = height() - 2;
            painter.setPen(QPen(m_theme.color(ColorRole::Accent), isCurrent ? 2 : 1));
            painter.drawLine(piece.place.left(), y, piece.place.right(), y);
        }
    }
}

void KeyLabel::setHovered(int segment)
{
    if (m_hovered == segment)
        return;
    m_hovered = segment;
    const bool isBranch = segment >= 0 && segment + 1 < m_paths.size();
    if (isBranch)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
    update();
}

void KeyLabel::setCurrent(int segment)
{
    m_current = std::clamp(segment, 0, std::max(0, int(m_paths.size()) - 1));
    // For screen readers: which part the keyboard is at.
    setAccessibleDescription(m_names.value(m_current, m_text));
    update();
}

void KeyLabel::activate(int segment)
{
    if (segment >= 0 && segment + 1 < m_paths.size())
        emit branchChosen(m_paths.at(segment));
    else if (segment >= 0)
        showSiblings(segment);
}

void KeyLabel::showSiblings(int index)
{
    if (!m_siblings || index < 0 || index >= m_paths.size())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("siblings"));
    const QByteArray path = m_paths.at(index);
    const QList<Sibling> siblings = m_siblings(path);
    const QByteArray above = index > 0 ? m_paths.at(index - 1) : QByteArray();
    for (const Sibling &sibling : siblings) {
        QString name = KeyText::elided(QByteArrayView(sibling.key).sliced(above.size()), LongestName);
        QAction *action =
            menu->addAction(m_theme.icon(sibling.isBranch ? QStringLiteral("branch") : QStringLiteral("key")),
                            name.replace(QLatin1Char('&'), QStringLiteral("&&")));
        if (sibling.key == path) {
            QFont font = action->font();
            font.setWeight(QFont::DemiBold);
            action->setFont(font);
        }
        connect(action, &QAction::triggered, this, [this, sibling] {
            if (sibling.isBranch)
                emit branchChosen(sibling.key);
            else
                emit keyChosen(sibling.key);
        });
    }
    if (siblings.isEmpty())
        menu->addAction(tr("Nothing beside it is known"))->setEnabled(false);
    menu->popup(
        mapToGlobal(segmentRect(index).isNull() ? rect().bottomLeft() : segmentRect(index).bottomLeft()));
}

bool KeyLabel::event(QEvent *event)
{
    // Alt and the arrows go back and forward elsewhere; the bare arrows are ours while the keyboard is here.
    if (event->type() == QEvent::ShortcutOverride && !m_key.isEmpty()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier
            && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right || key->key() == Qt::Key_Down))
            event->accept();
    }
    return QWidget::event(event);
}

void KeyLabel::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(segmentAt(event->position().toPoint()));
}

void KeyLabel::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = segmentAt(event->position().toPoint());
}

void KeyLabel::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int segment = segmentAt(event->position().toPoint());
    if (segment >= 0 && segment == std::exchange(m_pressed, -1))
        activate(segment);
}

void KeyLabel::leaveEvent(QEvent *)
{
    setHovered(-1);
}

void KeyLabel::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(m_current - 1);
        return;
    case Qt::Key_Right:
        setCurrent(m_current + 1);
        return;
    case Qt::Key_Down:
        showSiblings(m_current);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activate(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void KeyLabel::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    setCurrent(m_current);
}

void KeyLabel::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setAccessibleDescription(m_text);
    update();
}

void KeyLabel::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_key.isEmpty())
        return;
    const int segment = event->reason() == QContextMenuEvent::Keyboard ? m_current : segmentAt(event->pos());
    const QByteArray path = m_paths.value(segment, m_key);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy key"), this,
                    [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_key)); });
    if (path != m_key) {
        menu->addAction(tr("Copy prefix"), this,
                        [path] { QGuiApplication::clipboard()->setText(QString::fromUtf8(path)); });
        menu->addAction(tr("Show in the tree"), this, [this, path] { emit branchChosen(path); });
    }
    if (m_siblings && segment >= 0)
        menu->addAction(tr("Beside it"), this, [this, segment] { showSiblings(segment); });
    menu->popup(event->globalPos());
}

} // namespace Studio
