// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sessiontypes.h"

#include <QObject>

namespace Studio
{

/// One write on its way. Lives on the window's thread, belongs to the Session and deletes itself after
/// finished().
class WriteOperation : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 {
        Queued, ///< not sent yet
        Sent,
        Confirmed, ///< the server said 200
        Refused, ///< not carried out: see error()
        Changed, ///< not carried out: the store holds another value than expected, see actualValue()
        Unknown ///< it left, then the line or the deadline ended: it may or may not have been carried out
    };
    Q_ENUM(State)

    const WriteRequest &request() const { return m_request; }
    State state() const { return m_state; }
    bool isFinished() const { return m_state != State::Queued && m_state != State::Sent; }
    const Hpkv::Error &error() const { return m_error; }
    /// With State::Changed: what the store holds; empty optional = the key is absent.
    const std::optional<QByteArray> &actualValue() const { return m_actual; }
    /// What the write left in the store, where that is certain: after Replace the value itself, after Patch
    /// and Append what was read back, after Increment the new value; empty otherwise.
    const std::optional<QByteArray> &valueAfter() const { return m_after; }
    /// Row of the journal; 0 = none yet.
    qint64 journalRow() const { return m_journalRow; }
    /// With Increment and State::Confirmed: the new value.
    qint64 newValue() const { return m_newValue; }

signals:
    void stateChanged();
    /// Raised exactly once, never before Session::write() has returned.
    void finished();

private:
    friend class Session;
    explicit WriteOperation(WriteRequest request, QObject *parent)
        : QObject(parent)
        , m_request(std::move(request))
    {
    }

    WriteRequest m_request;
    State m_state = State::Queued;
    Hpkv::Error m_error;
    std::optional<QByteArray> m_actual;
    std::optional<QByteArray> m_after;
    qint64 m_newValue = 0;
    qint64 m_journalRow = 0;
};

} // namespace Studio
