// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "scan_p.h"

#include <hpkvqt/childscan.h>
#include <hpkvqt/keys.h>
#include <hpkvqt/rangescan.h>

#include <algorithm>
#include <utility>

namespace Hpkv
{

namespace
{

/// Connections that end before a page arrives, in a row.
constexpr int mostFailures = 5;

} // namespace

ScanPrivate::ScanPrivate(Client *client_, const QByteArray &first_, const QByteArray &last_)
    : client(client_)
    , next(first_)
    , last(last_)
{
    options.lane = Lane::Background;
    options.timeout = std::chrono::milliseconds(0);
    options.retryRefused = true;
}

void ScanPrivate::attach(Scan *scan)
{
    q = scan;
    if (!client)
        return;
    QObject::connect(client, &Client::stateChanged, q, [this] { clientChanged(); });
    QObject::connect(client, &QObject::destroyed, q, [this] {
        if (state != State::Idle)
            finish(Error(ErrorKind::Canceled, QStringLiteral("The client was deleted.")));
    });
}

void ScanPrivate::ask()
{
    state = State::Running;
    if (!client) {
        failed(Error(ErrorKind::Canceled, QStringLiteral("The client was deleted.")));
        return;
    }
    int size = requests == 0 ? firstPage : laterPages;
    if (limit > 0)
        size = static_cast<int>(std::min<qint64>(size, limit - records + (drop.isEmpty() ? 0 : 1)));
    reply = client->range(next, last, std::clamp(size, 1, 1000), options);
    QObject::connect(reply, &Reply::finished, q, [this, from = reply.data()] { answered(from); });
}

void ScanPrivate::answered(RangeReply *from)
{
    if (from != reply || state == State::Finished)
        return;
    reply = nullptr;
    if (from->succeeded()) {
        failures = 0;
        takePage(from->page(), from->sentAt());
    } else {
        failed(from->error());
    }
}

void ScanPrivate::failed(const Error &why)
{
    if (why.kind == ErrorKind::BadRequest && !behind.isEmpty()) {
        next = drop = std::exchange(behind, {});
        if (state == State::Running)
            ask();
        return;
    }
    const bool lineEnded = why.kind == ErrorKind::ConnectionLost || why.kind == ErrorKind::NotConnected;
    if (!lineEnded || !client || ++failures > mostFailures) {
        finish(why);
        return;
    }
    switch (client->state()) {
    case ConnectionState::Connected: // the connection was replaced meanwhile
        if (state == State::Running)
            ask();
        break;
    case ConnectionState::Connecting:
    case ConnectionState::Reconnecting:
        if (state == State::Running)
            state = State::Waiting;
        break;
    case ConnectionState::Disconnected:
    case ConnectionState::Disconnecting:
        finish(why);
        break;
    }
}

void ScanPrivate::clientChanged()
{
    if (state != State::Waiting)
        return;
    if (client->isConnected())
        ask();
    else if (client->state() == ConnectionState::Disconnected)
        finish(Error(ErrorKind::NotConnected, QStringLiteral("The connection was not restored.")));
}

void ScanPrivate::takePage(const RangePage &page, qint64 sentAt)
{
    ++requests;
    QList<Record> fresh = page.records;
    const bool dropped = !drop.isEmpty() && !fresh.isEmpty() && fresh.first().key == drop;
    if (dropped)
        fresh.removeFirst();
    const QByteArray first = next;
    drop.clear();
    behind.clear();
    // An answer that lies outside of what was asked would be read for ever.
    if (!page.records.isEmpty() && (page.records.first().key < first || page.records.last().key > last)) {
        finish(Error(ErrorKind::Protocol, QStringLiteral("The server sent keys outside of the range."),
                     Delivery::Answered));
        return;
    }
    bool more = page.truncated && !page.records.isEmpty();
    records += fresh.size();
    ScannedPage scanned{first, more ? page.records.last().key : last, fresh, sentAt};
    if (more) {
        next = startBehind(page.records);
        more = !next.isEmpty() && next <= last;
    }
    if (limit > 0 && records >= limit)
        more = false;
    if (!more)
        next.clear();

    const QPointer<Scan> alive(q);
    Q_EMIT q->pageReady(scanned);
    if (alive && state != State::Finished)
        took(fresh);
    if (!alive || state == State::Finished)
        return;
    if (!more)
        finish({});
    else if (state == State::Running && !reply)
        ask();
}

QByteArray ScanPrivate::startBehind(const QList<Record> &page)
{
    behind = page.last().key;
    return Keys::nextStart(behind);
}

void ScanPrivate::finish(const Error &why)
{
    if (std::exchange(state, State::Finished) == State::Finished)
        return;
    error = why;
    if (RangeReply *const left = std::exchange(reply, nullptr)) {
        left->disconnect(q);
        left->abort();
    }
    Q_EMIT q->finished();
}

Scan::Scan(std::unique_ptr<ScanPrivate> d_, QObject *parent)
    : QObject(parent)
    , d(std::move(d_))
{
    d->attach(this);
}

Scan::~Scan()
{
    if (RangeReply *const left = d->reply) {
        left->disconnect(this);
        left->abort();
    }
}

void Scan::setPageSizes(int firstPage, int laterPages)
{
    d->firstPage = std::clamp(firstPage, 1, 1000);
    d->laterPages = std::clamp(laterPages, 1, 1000);
}

void Scan::setOptions(const CallOptions &options)
{
    d->options = options;
}

bool Scan::isRunning() const
{
    return d->state == ScanPrivate::State::Running || d->state == ScanPrivate::State::Waiting;
}

bool Scan::isPaused() const
{
    return d->state == ScanPrivate::State::Paused;
}

bool Scan::isFinished() const
{
    return d->state == ScanPrivate::State::Finished;
}

const Error &Scan::error() const
{
    return d->error;
}

qint64 Scan::recordCount() const
{
    return d->records;
}

int Scan::requestCount() const
{
    return d->requests;
}

QByteArray Scan::position() const
{
    return d->next;
}

void Scan::start()
{
    if (d->state == ScanPrivate::State::Idle)
        d->ask();
}

void Scan::pause()
{
    if (isRunning())
        d->state = ScanPrivate::State::Paused;
}

void Scan::resume()
{
    if (d->state != ScanPrivate::State::Paused)
        return;
    if (d->reply)
        d->state = ScanPrivate::State::Running;
    else
        d->ask();
}

void Scan::cancel()
{
    d->finish(Error(ErrorKind::Canceled, QStringLiteral("The scan was canceled.")));
}

RangeScan::RangeScan(Client *client, const QByteArray &first, const QByteArray &last, QObject *parent)
    : Scan(std::make_unique<ScanPrivate>(client, first, last), parent)
{
}

RangeScan::~RangeScan() = default;

void RangeScan::setLimit(qint64 records)
{
    d->limit = std::max<qint64>(0, records);
}

namespace
{

class ChildScanPrivate final : public ScanPrivate
{
public:
    ChildScanPrivate(Client *client_, const QByteArray &prefix_, const QByteArray &separator_)
        : ScanPrivate(client_, prefix_.isEmpty() ? Keys::smallestStart() : prefix_, Keys::prefixEnd(prefix_))
        , prefix(prefix_)
        , separator(separator_)
    {
    }

    /// The branch that a key lies in; empty if it is a child itself.
    QByteArray branchOf(const QByteArray &key) const
    {
        const qsizetype at = key.indexOf(separator, prefix.size());
        return at < 0 ? QByteArray() : key.left(at + separator.size());
    }

    QByteArray prefix;
    QByteArray separator;
    QByteArray branch; ///< the last one told
    qint64 children = 0;

protected:
    QByteArray startBehind(const QList<Record> &page) override
    {
        const QByteArray inside = branchOf(page.last().key);
        if (inside.isEmpty())
            return ScanPrivate::startBehind(page);
        return Keys::branchSuccessor(inside).value_or(QByteArray());
    }

    void took(const QList<Record> &page) override
    {
        QList<Child> found;
        for (const Record &record : page) {
            const QByteArray inside = branchOf(record.key);
            if (inside.isEmpty()) {
                found.append(Child{record.key, false, record});
            } else if (inside != branch) {
                branch = inside;
                found.append(Child{inside, true, record});
            }
        }
        children += found.size();
        if (!found.isEmpty())
            Q_EMIT static_cast<ChildScan *>(q)->childrenFound(found);
    }
};

const ChildScanPrivate *inside(const std::unique_ptr<ScanPrivate> &d)
{
    return static_cast<const ChildScanPrivate *>(d.get());
}

} // namespace

ChildScan::ChildScan(Client *client, const QByteArray &prefix, const QByteArray &separator, QObject *parent)
    : Scan(
        std::make_unique<ChildScanPrivate>(client, prefix, separator.isEmpty() ? QByteArray(":") : separator),
        parent)
{
}

ChildScan::~ChildScan() = default;

QByteArray ChildScan::prefix() const
{
    return inside(d)->prefix;
}

QByteArray ChildScan::separator() const
{
    return inside(d)->separator;
}

qint64 ChildScan::childCount() const
{
    return inside(d)->children;
}

} // namespace Hpkv
