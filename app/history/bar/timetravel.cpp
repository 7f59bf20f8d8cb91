// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/bar/timetravel.h"

#include "history/historyreader.h"

namespace Studio
{

TimeTravel::TimeTravel(HistoryReader &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_past(new PastValues(reader, this))
{
}

ValueSource *TimeTravel::source(ValueSource *live) const
{
    return isLive() ? live : m_past;
}

void TimeTravel::goTo(qint64 at)
{
    if (at <= 0 || at == m_moment)
        return;
    const bool wasLive = isLive();
    m_moment = at;
    m_past->setMoment(at);
    emit moved();
    if (wasLive)
        emit sourceChanged();
}

void TimeTravel::goToNow()
{
    if (isLive())
        return;
    m_moment = 0;
    emit moved();
    emit sourceChanged();
}

} // namespace Studio
