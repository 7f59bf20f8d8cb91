// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/livefilter.h"

#include "live/livenote.h"
#include "models/keytext.h"

#include <algorithm>

namespace Studio
{

void LiveFilter::setKeys(const KeySearch &keys)
{
    m_keys = keys;
    m_pattern = KeyPattern(keys);
}

void LiveFilter::setCondition(const QString &condition)
{
    m_conditionText = condition.trimmed();
    m_condition = m_conditionText.isEmpty() ? JsonCondition() : JsonCondition::parse(m_conditionText);
}

bool LiveFilter::isEmpty() const
{
    return m_text.isEmpty() && m_keys.text.isEmpty() && m_kinds == 0 && m_conditionText.isEmpty();
}

bool LiveFilter::matchesKey(const QByteArray &key) const
{
    return m_keys.text.isEmpty() || m_pattern.matches(key);
}

bool LiveFilter::matches(const LiveNote &note) const
{
    if (note.isBreak())
        return true;
    if (!matchesKey(note.key))
        return false;
    if (m_kinds != 0 && (m_kinds & bit(note.reading().kind)) == 0)
        return false;
    if (!m_conditionText.isEmpty() && (!note.after() || !m_condition.matches(*note.after())))
        return false;
    return m_text.isEmpty() || matchesText(note);
}

bool LiveFilter::matchesText(const LiveNote &note) const
{
    const auto has = [this](const QString &text) { return text.contains(m_text, Qt::CaseInsensitive); };
    if (has(KeyText::display(note.key)) || has(liveKindText(note.reading().kind)))
        return true;
    const SharedLiveEntry entry = note.entry();
    if (has(entry->shape))
        return true;
    return std::any_of(entry->changes.begin(), entry->changes.end(), [&](const LiveChange &change) {
        return has(change.pointer) || has(change.before) || has(change.after);
    });
}

bool LiveFilter::operator==(const LiveFilter &other) const
{
    return m_text == other.m_text && m_keys == other.m_keys && m_kinds == other.m_kinds
        && m_conditionText == other.m_conditionText;
}

} // namespace Studio
