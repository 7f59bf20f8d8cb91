// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "scan_p.h"

#include <hpkvqt/childscan.h>
#include <hpkvqt/keys.h>
#include <hpkvqt/rangescan.h>

#include <QFutureWatcher>
#include <QPromise>

#include <algorithm>
#include <memory>
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
    // A slot may delete the scan; its future ends all the same.
    const Promise ended = std::exchange(promise, {});
    Q_EMIT q->finished();
    if (ended)
        ended(why);
}

namespace
{

/// A future that ends with the scan and hands over what `take` gives then.
template <typename T>
QFuture<Result<T>> makeFuture(Scan *scan, ScanPrivate *d, std::function<T()> take)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    if (d->state == ScanPrivate::State::Finished) {
        promise->addResult(Result<T>{take(), d->error});
        promise->finish();
        return future;
    }
    auto *const watcher = new QFutureWatcher<Result<T>>(scan);
    QObject::connect(watcher, &QFutureWatcherBase::canceled, scan, &Scan::cancel);
    QObject::connect(watcher, &QFutureWatcherBase::suspending, scan, &Scan::pause);
    QObject::connect(watcher, &QFutureWatcherBase::resumed, scan, &Scan::resume);
    watcher->setFuture(future);
    // Asked for again, each future gets the same end.
    d->promise = [promise, take = std::move(take), before = std::move(d->promise)](const Error &error) {
        if (before)
            before(error);
        promise->addResult(Result<T>{take(), error});
        promise->finish();
    };
    return future;
}

} // namespace

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
    if (d->promise)
        d->promise(Error(ErrorKind::Canceled, QStringLiteral("The scan was deleted.")));
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

QFuture<Result<qint64>> Scan::future()
{
    // Counted apart, as the scan may be gone when its future ends.
    const auto count = std::make_shared<qint64>(d->records);
    connect(this, &Scan::pageReady, this, [this, count] { *count = d->records; });
    return makeFuture<qint64>(this, d.get(), [count] { return *count; });
}

void Scan::start()
{
    if (d->state == ScanPrivate::State::Idle)
        d->ask();
}

void Scan::pause()
{
    if (!isRunning())
        return;
    d->state = ScanPrivate::State::Paused;
    Q_EMIT pausedChanged(true);
}

void Scan::resume()
{
    if (d->state != ScanPrivate::State::Paused)
        return;
    if (d->reply)
        d->state = ScanPrivate::State::Running;
    else
        d->ask();
    Q_EMIT pausedChanged(false);
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

RangeScan *RangeScan::overPrefix(Client *client, const QByteArray &prefix, QObject *parent)
{
    return new RangeScan(client, prefix.isEmpty() ? Keys::smallestStart() : prefix, Keys::prefixEnd(prefix),
                         parent);
}

qint64 RangeScan::limit() const
{
    return d->limit;
}

void RangeScan::setLimit(qint64 records)
{
    const qint64 limit = std::max<qint64>(0, records);
    if (std::exchange(d->limit, limit) != limit)
        Q_EMIT limitChanged(limit);
}

QFuture<Result<QList<Record>>> RangeScan::readAll()
{
    const auto gathered = std::make_shared<QList<Record>>();
    connect(this, &Scan::pageReady, this,
            [gathered](const ScannedPage &page) { gathered->append(page.records); });
    const QFuture<Result<QList<Record>>> future =
        makeFuture<QList<Record>>(this, d.get(), [gathered] { return std::move(*gathered); });
    start();
    return future;
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

QFuture<Result<QList<Child>>> ChildScan::readAll()
{
    const auto gathered = std::make_shared<QList<Child>>();
    connect(this, &ChildScan::childrenFound, this,
            [gathered](const QList<Child> &children) { gathered->append(children); });
    const QFuture<Result<QList<Child>>> future =
        makeFuture<QList<Child>>(this, d.get(), [gathered] { return std::move(*gathered); });
    start();
    return future;
}

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
