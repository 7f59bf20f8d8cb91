// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/client.h>
#include <hpkvqt/scan.h>

#include <QPointer>

#include <functional>

namespace Hpkv
{

/// Walks from page to page; what comes behind a page is up to the kind of scan.
class ScanPrivate
{
public:
    ScanPrivate(Client *client, const QByteArray &first, const QByteArray &last);
    virtual ~ScanPrivate() = default;

    void attach(Scan *scan);
    void ask();
    void finish(const Error &error);

    enum class State : quint8 { Idle, Running, Waiting, Paused, Finished };

    Scan *q = nullptr;
    QPointer<Client> client;
    QPointer<RangeReply> reply;
    QByteArray next; ///< empty: nothing is left
    QByteArray last;
    /// The next start is this key and NUL. Should the server find that too long, the page begins at the key
    /// itself, which is dropped from it.
    QByteArray behind;
    QByteArray drop;
    CallOptions options;
    int firstPage = 100;
    int laterPages = 1000;
    qint64 records = 0;
    qint64 limit = 0; ///< 0 = none
    int requests = 0;
    int failures = 0; ///< in a row
    State state = State::Idle;
    Error error;
    using Promise = std::function<void(const Error &)>;
    Promise promise; ///< set when a future was asked for

protected:
    /// Start of the page behind one that was truncated; empty if nothing can follow. Sets `behind` when the
    /// start is a key and NUL.
    virtual QByteArray startBehind(const QList<Record> &page);
    /// After pageReady.
    virtual void took(const QList<Record> &) { }

private:
    void answered(RangeReply *from);
    void failed(const Error &why);
    void takePage(const RangePage &page, qint64 sentAt);
    void clientChanged();
};

} // namespace Hpkv
