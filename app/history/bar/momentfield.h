// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QDateTimeEdit;
class QToolButton;

namespace Studio
{

class Theme;
class TimeTravel;

/// A moment to type, or to take from the time bar; one that may be "now" has a button for it.
class MomentField : public QWidget
{
    Q_OBJECT

public:
    enum class Now : quint8 { Allowed, Left };

    MomentField(Theme &theme, TimeTravel &travel, const QString &name, Now now, QWidget *parent = nullptr);

    /// ms since 1970; 0 = now.
    qint64 moment() const;
    void setMoment(qint64 at);

signals:
    void changed();

private:
    void refresh();

    TimeTravel &m_travel;
    QDateTimeEdit *m_edit;
    QToolButton *m_take;
    QToolButton *m_now = nullptr;
};

} // namespace Studio
