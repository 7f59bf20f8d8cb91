// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>

#include <hpkvqt/error.h>

#include <optional>

namespace Studio
{

/// One key being read at a person's wish. Lives on the window's thread, belongs to the Session and deletes
/// itself after finished().
class ReadOperation : public QObject
{
    Q_OBJECT

public:
    const QByteArray &key() const { return m_key; }
    bool isFinished() const { return m_finished; }
    /// "Not found" is no error here: then value() is empty and error() is none.
    const Hpkv::Error &error() const { return m_error; }
    /// What the store held when the request was sent; empty optional = there is no such key (or an error).
    const std::optional<QByteArray> &value() const { return m_value; }
    /// ms since 1970 when the request was sent; 0 = it was not.
    qint64 sentAt() const { return m_sentAt; }

signals:
    /// Raised exactly once, never before Session::read() has returned. The mirror knows the value by then.
    void finished();

private:
    friend class Session;
    explicit ReadOperation(QByteArray key, QObject *parent)
        : QObject(parent)
        , m_key(std::move(key))
    {
    }

    QByteArray m_key;
    bool m_finished = false;
    Hpkv::Error m_error;
    std::optional<QByteArray> m_value;
    qint64 m_sentAt = 0;
};

} // namespace Studio
