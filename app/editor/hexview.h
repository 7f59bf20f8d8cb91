// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractScrollArea>
#include <QByteArray>

namespace Studio
{

class Theme;

/// Bytes as hexadecimal digits and ASCII, 16 a row, read-only. Paints visible rows only.
class HexView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit HexView(Theme &theme, QWidget *parent = nullptr);

    void setBytes(const QByteArray &bytes);
    const QByteArray &bytes() const { return m_bytes; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyTheme();
    void updateBars();
    int rowCount() const;
    int rowHeight() const;

    Theme &m_theme;
    QByteArray m_bytes;
    int m_charWidth = 8;
};

} // namespace Studio
