// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QWidget>

#include <functional>

namespace Studio
{

class Theme;

/// A key in the head font, cut in the middle where it does not fit, as a row of breadcrumbs: each branch
/// above it can be clicked, and each segment has a menu of what stands beside it.
class KeyLabel : public QWidget
{
    Q_OBJECT

public:
    /// Something that stands beside a segment: a key, or a branch (`key` ends with a separator).
    struct Sibling {
        QByteArray key; ///< UTF-8
        bool isBranch = false;
    };
    /// What is known beside `path` (a key, or a prefix with its separator), in the order of the store.
    using Siblings = std::function<QList<Sibling>(const QByteArray &path)>;

    KeyLabel(Theme &theme, QList<QByteArray> separators, QWidget *parent = nullptr);

    void setKey(const QByteArray &key);
    void setText(const QString &text); ///< instead of a key
    /// Without it there are no menus.
    void setSiblings(Siblings siblings) { m_siblings = std::move(siblings); }

    /// The branches above the key and the key itself, each as far as it goes: "a:", "a:b:", "a:b:c".
    const QList<QByteArray> &paths() const { return m_paths; }
    /// Where segment `index` is painted; empty if it is cut away.
    QRect segmentRect(int index) const;
    /// Opens the menu of what stands beside segment `index`.
    void showSiblings(int index);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void branchChosen(const QByteArray &prefix);
    void keyChosen(const QByteArray &key);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    /// A piece of text as it is painted.
    struct Piece {
        QString text;
        int segment = -1; ///< -1: a separator or the sign of what was cut
        QRect place;
    };

    QFont headFont() const;
    void layOut();
    int segmentAt(const QPoint &position) const;
    void setHovered(int segment);
    void setCurrent(int segment);
    void activate(int segment);

    Theme &m_theme;
    QList<QByteArray> m_separators;
    QByteArray m_key;
    QString m_text;
    QList<QByteArray> m_paths;
    QStringList m_names; ///< of the segments
    QStringList m_between; ///< the separator behind each segment but the last
    QList<Piece> m_pieces;
    Siblings m_siblings;
    int m_hovered = -1;
    int m_pressed = -1;
    int m_current = 0; ///< with the keyboard
};

} // namespace Studio
