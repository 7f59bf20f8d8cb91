// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/error.h>
#include <hpkvqt/export.h>
#include <hpkvqt/reply.h>
#include <hpkvqt/types.h>

#include <QFuture>
#include <QObject>

#include <memory>

namespace Hpkv
{

class Client;
class ScanPrivate;

/// A stretch of keys that was read, and when. Keys within it that are not among the records did not exist
/// then.
struct HPKVQT_EXPORT ScannedPage {
    Q_GADGET
    Q_PROPERTY(QByteArray first MEMBER first)
    Q_PROPERTY(QByteArray last MEMBER last)
    Q_PROPERTY(QList<Hpkv::Record> records MEMBER records)
    Q_PROPERTY(qint64 sentAt MEMBER sentAt)

public:
    QByteArray first; ///< inclusive
    QByteArray last; ///< inclusive; the last record if there is more behind it
    QList<Record> records; ///< ascending
    qint64 sentAt = 0; ///< ms since 1970 when it was asked for

    /// All members are equal.
    bool operator==(const ScannedPage &) const = default;
};

/// Prints both ends and the number of records.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const ScannedPage &page);

/// Reads many pages one after another: what RangeScan and ChildScan have in common.
///
/// By default it asks in the background lane, without a deadline, and repeats what the rate limit refused.
/// When the connection is lost it goes on where it was as soon as the client is connected again; if the
/// client gives up or is closed, the scan ends with its error.
///
/// \par Thread
/// It lives in the client's thread and may outlive the client. It does not delete itself.
class HPKVQT_EXPORT Scan : public QObject
{
    Q_OBJECT
    Q_PROPERTY(qint64 recordCount READ recordCount NOTIFY pageReady)
    Q_PROPERTY(int requestCount READ requestCount NOTIFY pageReady)
    Q_PROPERTY(bool isPaused READ isPaused NOTIFY pausedChanged)
    Q_PROPERTY(bool isFinished READ isFinished NOTIFY finished)
    Q_PROPERTY(Hpkv::Error error READ error NOTIFY finished)

public:
    /// Ends it without a signal; a future ends with ErrorKind::Canceled.
    ~Scan() override;

    /// Records a page, 1..1000. A small first page shows something soon; larger later ones cost fewer
    /// requests. Default 100 and 1000. Takes effect with the next page.
    void setPageSizes(int firstPage, int laterPages);
    /// Options of each request; takes effect with the next page. The default is CallOptions::background().
    void setOptions(const CallOptions &options);

    /// Started, not paused and not finished.
    bool isRunning() const;
    /// Between pause() and resume().
    bool isPaused() const;
    /// Whether finished() was raised, or is being raised.
    bool isFinished() const;
    /// No error while it runs and when everything was read; Canceled after cancel().
    const Error &error() const;
    /// Records read so far.
    qint64 recordCount() const;
    /// Requests answered so far.
    int requestCount() const;
    /// Where the next page begins; empty at the end.
    QByteArray position() const;

    /// The end as a future with the number of records. Cancelling it cancels the scan; suspending and
    /// resuming it pauses and resumes the scan.
    QFuture<Result<qint64>> future();

public Q_SLOTS:
    /// Asks for the first page; later calls do nothing.
    void start();
    /// Asks for no further page. One under way still arrives.
    void pause();
    /// Goes on after pause().
    void resume();
    /// Ends it with ErrorKind::Canceled; finished() comes from within.
    void cancel();

Q_SIGNALS:
    /// A page was read. A slot may pause, cancel or delete the scan.
    void pageReady(const Hpkv::ScannedPage &page);
    /// pause() or resume() took effect.
    void pausedChanged(bool paused);
    /// Exactly once, never before start() has returned.
    void finished();

protected:
    /// \cond INTERNAL
    explicit Scan(std::unique_ptr<ScanPrivate> d, QObject *parent);

    std::unique_ptr<ScanPrivate> d;
    /// \endcond

private:
    friend class ScanPrivate;
    Q_DISABLE_COPY_MOVE(Scan)
};

} // namespace Hpkv

Q_DECLARE_METATYPE(Hpkv::ScannedPage)
