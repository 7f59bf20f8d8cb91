// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/keyspacemap.h"

#include <QTimer>
#include <QWidget>

#include <deque>

namespace Studio
{

struct AppliedBatch;
class Theme;

/// The thin strip beside the tree: the whole key space from top to bottom, what of it has been read and where
/// writes happen. Each state has a pattern of its own beside its colour. Hovering tells, a click or Enter
/// goes there.
class KeySpaceStrip : public QWidget
{
    Q_OBJECT

public:
    /// `mirror` outlives the strip.
    KeySpaceStrip(Theme &theme, const KeyspaceMirror &mirror, QWidget *parent = nullptr);

    const KeySpaceMap &map() const { return m_map; }
    /// Where the keyboard is, 0 … 1.
    double cursorPlace() const { return m_cursor; }
    /// What is said about a place (0 … 1).
    QString textAt(double place) const;
    /// Looks at the mirror now; otherwise at most twice a second.
    void refresh();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A known key, or the beginning of a stretch that was never read.
    void chosen(const QByteArray &key);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Change {
        QByteArray key;
        qint64 at; ///< ms since 1970
    };

    void heard(const AppliedBatch &batch);
    void forgetOld(qint64 now);
    void schedule();
    void setCursorPlace(double place);
    double placeAt(int y) const;
    void paintPiece(QPainter &painter, const KeySpaceMap::Piece &piece) const;

    Theme &m_theme;
    const KeyspaceMirror &m_mirror;
    KeySpaceMap m_map;
    QTimer m_timer;
    std::deque<Change> m_changes; ///< of the last minute, the latest last
    double m_cursor = 0;
};

} // namespace Studio
