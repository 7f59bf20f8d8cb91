// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/bar/momentfield.h"

#include "history/bar/timetravel.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace Studio
{

MomentField::MomentField(Theme &theme, TimeTravel &travel, const QString &name, Now now, QWidget *parent)
    : QWidget(parent)
    , m_travel(travel)
    , m_edit(new QDateTimeEdit(this))
    , m_take(new QToolButton(this))
{
    m_edit->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat) + QStringLiteral(" HH:mm:ss.zzz"));
    m_edit->setAccessibleName(name);
    m_edit->setKeyboardTracking(false);
    m_take->setIcon(theme.icon(QStringLiteral("history")));
    m_take->setToolTip(tr("Take the moment of the time bar"));
    m_take->setAccessibleName(m_take->toolTip());
    Look::makeQuiet(m_take);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.metric(4));
    row->addWidget(m_edit);
    row->addWidget(m_take);
    if (now == Now::Allowed) {
        m_now = new QToolButton(this);
        m_now->setText(tr("Now"));
        m_now->setToolTip(tr("Up to the present, and on with it"));
        m_now->setCheckable(true);
        Look::makeQuiet(m_now);
        row->addWidget(m_now);
        connect(m_now, &QToolButton::toggled, this, [this] {
            refresh();
            emit changed();
        });
    }
    setFocusProxy(m_edit);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, &MomentField::changed);
    connect(m_take, &QToolButton::clicked, this, [this] { setMoment(m_travel.moment()); });
    connect(&travel, &TimeTravel::moved, this, &MomentField::refresh);
    refresh();
}

qint64 MomentField::moment() const
{
    return m_now && m_now->isChecked() ? 0 : m_edit->dateTime().toMSecsSinceEpoch();
}

void MomentField::setMoment(qint64 at)
{
    m_edit->setDateTime(at > 0 ? QDateTime::fromMSecsSinceEpoch(at) : QDateTime::currentDateTime());
    if (m_now)
        m_now->setChecked(at == 0);
}

void MomentField::refresh()
{
    m_edit->setEnabled(moment() > 0);
    m_take->setEnabled(!m_travel.isLive());
}

} // namespace Studio
