// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/livenote.h"

namespace Studio
{

const LiveReading &LiveNote::reading() const
{
    if (!m_reading)
        m_reading = gap ? LiveReading{*gap, false, std::nullopt} : readNotification(facts);
    return *m_reading;
}

SharedLiveEntry LiveNote::entry() const
{
    if (m_entry)
        return m_entry;
    auto entry = std::make_shared<LiveEntry>();
    entry->number = number;
    entry->own = own;
    entry->at = at;
    entry->serverTimestamp = serverTimestamp;
    entry->key = key;
    entry->downSince = downSince;
    describe(*entry, facts, reading(), detailed);
    m_entry = std::move(entry);
    return m_entry;
}

qsizetype LiveNote::cost() const
{
    return qsizetype(sizeof(LiveNote)) + key.size() + facts.text.size()
         + (facts.before ? facts.before->size() : 0);
}

void LiveNote::setReading(const LiveReading &reading)
{
    m_reading = reading;
    m_entry.reset();
}

} // namespace Studio
