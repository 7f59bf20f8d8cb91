// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/scan.h>

#include <QList>

namespace Hpkv
{

/// Reads every record of an interval, in ascending order, page by page: each page begins behind the last key
/// of the page before (that key and one NUL, as the vendor's own middleware does).
///
/// \code
/// auto *scan = new Hpkv::RangeScan(client, "user:", Hpkv::Keys::prefixEnd("user:"), this);
/// connect(scan, &Hpkv::Scan::pageReady, this, [](const Hpkv::ScannedPage &page) { … });
/// connect(scan, &Hpkv::Scan::finished, scan, &QObject::deleteLater);
/// scan->start();
/// \endcode
class HPKVQT_EXPORT RangeScan : public Scan
{
    Q_OBJECT
    Q_PROPERTY(qint64 limit READ limit WRITE setLimit NOTIFY limitChanged)

public:
    /// Both ends are inclusive and must not be empty; see Keys::smallestStart() and Keys::prefixEnd().
    RangeScan(Client *client, const QByteArray &first, const QByteArray &last, QObject *parent = nullptr);
    ~RangeScan() override;

    /// A scan over all keys that begin with `prefix`; an empty prefix means the whole store.
    static RangeScan *overPrefix(Client *client, const QByteArray &prefix, QObject *parent = nullptr);

    /// As set; 0 = all.
    qint64 limit() const;
    /// Ends after this many records; 0 = all. Set it before start().
    void setLimit(qint64 records);

    /// Starts it and gathers all records. They are held in memory: use pageReady() for more than that bears.
    /// After an error the value has what was read before it.
    QFuture<Result<QList<Record>>> readAll();

Q_SIGNALS:
    /// See setLimit().
    void limitChanged(qint64 records);
};

} // namespace Hpkv
