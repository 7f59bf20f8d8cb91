// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/batch.h"

#include <QByteArray>
#include <QList>
#include <QObject>

#include <optional>

namespace Studio
{

/// A value as it is at the moment that a ValueSource shows.
struct SourcedValue {
    QByteArray value; ///< UTF-8
    ValueState state = ValueState::Unknown; ///< Unknown: only the presence of the key is known
    qint64 changedAt = 0; ///< ms since 1970 of the last change; 0 = unknown
};

/// Values and keys of a store at one moment: now (LiveValues) or in the past (PastValues). What shows values
/// over time reads from here and does not know which it is. Window's thread; nothing here waits or asks the
/// server.
class ValueSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Empty: the key does not exist at that moment, or nothing is known of it (isKnown() tells which).
    virtual std::optional<SourcedValue> value(const QByteArray &key) const = 0;
    /// Whether it is known if the key exists.
    virtual bool isKnown(const QByteArray &key) const = 0;
    /// Keys that begin with `prefix`, in the order of the store, at most `limit`.
    virtual QList<QByteArray> keysUnder(const QByteArray &prefix, qsizetype limit) const = 0;
    /// The moment that is shown, ms since 1970; the present for a live source.
    virtual qint64 moment() const = 0;
    virtual bool isLive() const = 0;

signals:
    /// These keys are not as they were; sorted, without duplicates.
    void changed(const QList<QByteArray> &keys);
    /// Everything may be another: the moment moved, or all was forgotten.
    void reset();
};

} // namespace Studio
