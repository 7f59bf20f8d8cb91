// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/exportsink.h"

#include <QByteArray>
#include <QString>

namespace Studio
{

/// Where an export goes, with room for so many bytes.
class MemorySink final : public ExportSink
{
public:
    struct State {
        QByteArray bytes;
        qint64 room = -1;
        bool committed = false;
        bool discarded = false;
    };
    explicit MemorySink(State *state)
        : m_state(state)
    {
    }
    bool open() override { return true; }
    bool write(const QByteArray &bytes) override
    {
        m_state->bytes += bytes;
        return m_state->room < 0 || m_state->bytes.size() <= m_state->room;
    }
    bool commit() override
    {
        return m_state->committed = m_state->room < 0 || m_state->bytes.size() < m_state->room;
    }
    void discard() override { m_state->discarded = true; }
    QString problem() const override { return QStringLiteral("The disk is full."); }

private:
    State *m_state;
};

} // namespace Studio
