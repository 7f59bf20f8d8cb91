// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace Studio
{

class Theme;

/// Shares as rows: name, bar, number.
class BarList : public QWidget
{
    Q_OBJECT

public:
    struct Row {
        QString name;
        qint64 count = 0;
        bool operator==(const Row &) const = default;
    };

    explicit BarList(Theme &theme, QWidget *parent = nullptr);

    void setRows(const QList<Row> &rows);
    const QList<Row> &rows() const { return m_rows; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QList<Row> m_rows;
};

} // namespace Studio
