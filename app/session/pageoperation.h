// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>

#include <hpkvqt/error.h>

namespace Studio
{

/// One page of keys being read at a person's wish. Lives on the window's thread, belongs to the Session and
/// deletes itself after finished().
class PageOperation : public QObject
{
    Q_OBJECT

public:
    const QByteArray &first() const { return m_first; }
    const QByteArray &last() const { return m_last; }
    bool isFinished() const { return m_finished; }
    /// ErrorKind::Canceled after cancel().
    const Hpkv::Error &error() const { return m_error; }
    /// In the order of the store.
    const QList<QByteArray> &keys() const { return m_keys; }
    /// More keys follow within the interval.
    bool isTruncated() const { return m_truncated; }

    /// Nobody waits for it any more: finished() follows at once, a request that has not left yet is taken
    /// back. What a page still brings goes into the mirror.
    void cancel() { emit cancelRequested(); }

signals:
    /// Raised exactly once, never before Session::readPage() has returned. The mirror knows the page by then.
    void finished();
    void cancelRequested();

private:
    friend class Session;
    PageOperation(QByteArray first, QByteArray last, QObject *parent)
        : QObject(parent)
        , m_first(std::move(first))
        , m_last(std::move(last))
    {
    }

    QByteArray m_first;
    QByteArray m_last;
    bool m_finished = false;
    Hpkv::Error m_error;
    QList<QByteArray> m_keys;
    bool m_truncated = false;
};

} // namespace Studio
