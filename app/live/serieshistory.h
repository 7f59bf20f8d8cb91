// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace Studio
{

/// One point of a series.
struct SeriesPoint {
    qint64 at = 0; ///< ms since 1970
    double value = 0; ///< for drawing only; NaN: a gap begins here

    bool operator==(const SeriesPoint &) const = default;
};

/// Older points of series, from wherever they are kept. Window's thread; answers come later, when the event
/// loop runs.
class SeriesHistory : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    struct Request {
        QByteArray key;
        QString pointer; ///< JSON Pointer of a number; empty: the whole value
        qint64 from = 0; ///< ms since 1970, inclusive
        qint64 to = 0; ///< ms since 1970, exclusive
        int maxPoints = 800; ///< thinned out to at most this many, peaks kept
    };

    /// Points in the order of time. `done` is called once, unless `context` is gone by then.
    virtual void request(const Request &request, QObject *context,
                         std::function<void(const QList<SeriesPoint> &points)> done) = 0;
};

} // namespace Studio
