// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/liveentry.h"
#include "models/keypattern.h"
#include "json/jsoncondition.h"

#include <QString>

namespace Studio
{

class LiveNote;

/// Which rows of the stream are wanted. Every part that is set must hold; what is cheap is asked first.
/// Copies share their data. One thread at a time.
class LiveFilter
{
public:
    /// In key, kind or change, in any case; empty: all.
    void setText(const QString &text) { m_text = text; }
    const QString &text() const { return m_text; }
    /// What the key is like; without text: all. An invalid expression matches nothing.
    void setKeys(const KeySearch &keys);
    const KeySearch &keys() const { return m_keys; }
    QString keysError() const { return m_pattern.error(); }
    /// One bit for each LiveKind that is wanted; 0: all.
    void setKinds(quint32 kinds) { m_kinds = kinds; }
    quint32 kinds() const { return m_kinds; }
    static constexpr quint32 bit(LiveKind kind) { return 1U << quint32(kind); }
    /// Asked of the value afterwards (what is removed fulfils none); empty: all.
    void setCondition(const QString &condition);
    const QString &condition() const { return m_conditionText; }
    const JsonConditionError &conditionError() const { return m_condition.error(); }

    bool isEmpty() const;
    /// Asks for the pattern only.
    bool matchesKey(const QByteArray &key) const;
    /// Break rows always match.
    bool matches(const LiveNote &note) const;
    bool operator==(const LiveFilter &other) const;

private:
    bool matchesText(const LiveNote &note) const;

    QString m_text;
    KeySearch m_keys;
    KeyPattern m_pattern;
    quint32 m_kinds = 0;
    QString m_conditionText;
    JsonCondition m_condition;
};

} // namespace Studio
