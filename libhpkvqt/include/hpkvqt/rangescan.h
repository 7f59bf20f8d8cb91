// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/scan.h>

namespace Hpkv
{

/// Reads every record of an interval, in ascending order, page by page.
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

public:
    /// Both ends are inclusive and must not be empty; see Keys::smallestStart() and Keys::prefixEnd().
    RangeScan(Client *client, const QByteArray &first, const QByteArray &last, QObject *parent = nullptr);
    ~RangeScan() override;

    /// Ends after this many records; 0 = all. Set it before start().
    void setLimit(qint64 records);
};

} // namespace Hpkv
