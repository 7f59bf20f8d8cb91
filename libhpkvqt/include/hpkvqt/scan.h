// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/error.h>
#include <hpkvqt/export.h>
#include <hpkvqt/types.h>

#include <QObject>

#include <memory>

namespace Hpkv
{

class Client;
class ScanPrivate;

/// A stretch of keys that was read, and when. Keys within it that are not among the records did not exist
/// then.
struct HPKVQT_EXPORT ScannedPage {
    QByteArray first; ///< inclusive
    QByteArray last; ///< inclusive; the last record if there is more behind it
    QList<Record> records; ///< ascending
    qint64 sentAt = 0; ///< ms since 1970 when it was asked for

    bool operator==(const ScannedPage &) const = default;
};

/// Reads many pages one after another: what RangeScan and ChildScan have in common.
///
/// By default it asks in the background lane, without a deadline, and repeats what the rate limit refused.
/// When the connection is lost it goes on where it was as soon as the client is connected again; if the
/// client gives up or is closed, the scan ends with its error. It lives in the client's thread and may
/// outlive the client.
class HPKVQT_EXPORT Scan : public QObject
{
    Q_OBJECT
    Q_PROPERTY(qint64 recordCount READ recordCount NOTIFY pageReady)
    Q_PROPERTY(bool finished READ isFinished NOTIFY finished)

public:
    ~Scan() override;

    /// Records a page, 1..1000. A small first page shows something soon; larger later ones cost fewer
    /// requests. Default 100 and 1000. Takes effect with the next page.
    void setPageSizes(int firstPage, int laterPages);
    void setOptions(const CallOptions &options);

    bool isRunning() const; ///< started, not paused and not finished
    bool isPaused() const;
    bool isFinished() const;
    /// No error while it runs and when everything was read; Canceled after cancel().
    const Error &error() const;
    qint64 recordCount() const; ///< read so far
    int requestCount() const; ///< answered so far
    /// Where the next page begins; empty at the end.
    QByteArray position() const;

public Q_SLOTS:
    /// Asks for the first page; later calls do nothing.
    void start();
    /// Asks for no further page. One under way still arrives.
    void pause();
    void resume();
    /// Ends it with ErrorKind::Canceled; finished() comes from within.
    void cancel();

Q_SIGNALS:
    void pageReady(const Hpkv::ScannedPage &page);
    /// Exactly once, never before start() has returned.
    void finished();

protected:
    explicit Scan(std::unique_ptr<ScanPrivate> d, QObject *parent);

    std::unique_ptr<ScanPrivate> d;

private:
    friend class ScanPrivate;
    Q_DISABLE_COPY_MOVE(Scan)
};

} // namespace Hpkv

Q_DECLARE_METATYPE(Hpkv::ScannedPage)
