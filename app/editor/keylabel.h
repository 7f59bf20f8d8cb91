// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QWidget>

namespace Studio
{

class Theme;

/// A key in the head font with muted separators, cut in the middle where it does not fit.
class KeyLabel : public QWidget
{
    Q_OBJECT

public:
    KeyLabel(Theme &theme, QString separator, QWidget *parent = nullptr);

    void setKey(const QByteArray &key);
    void setText(const QString &text); ///< instead of a key
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QFont headFont() const;

    Theme &m_theme;
    QString m_separator;
    QByteArray m_key;
    QString m_text;
};

} // namespace Studio
