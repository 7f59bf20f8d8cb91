// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historyentry.h"

#include <QWidget>

namespace Studio
{

class Theme;

/// The line of time that a TimeBar moves along: how much changed when, gaps, and the moment that is shown.
class TimeTrack : public QWidget
{
    Q_OBJECT

public:
    /// Parts that the density is asked for.
    static constexpr int parts = 240;

    explicit TimeTrack(Theme &theme, QWidget *parent = nullptr);

    /// From the first row to `now`.
    void setSpan(const HistorySpan &span, qint64 now);
    qint64 from() const { return m_span.from; }
    qint64 to() const { return m_to; }
    /// 0 = now.
    void setMoment(qint64 at);

    QSize sizeHint() const override;

signals:
    /// The person wants another moment; at the very end: 0.
    void picked(qint64 at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    int xOf(qint64 at) const;
    qint64 momentAt(int x) const;
    void pick(qint64 at);

    Theme &m_theme;
    HistorySpan m_span;
    qint64 m_to = 0;
    qint64 m_moment = 0;
};

} // namespace Studio
