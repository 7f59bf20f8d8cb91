// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/valuesource.h"

#include <memory>

namespace Studio
{

class HistoryReader;

/// Values and keys as the history knows them at one moment. What is asked for the first time is not known
/// yet; changed() tells when it is. When the moment moves, what the views look at is asked for again, and
/// reset() tells when all of it is there: until then the values are those of the moment before.
class PastValues : public ValueSource
{
    Q_OBJECT

public:
    explicit PastValues(HistoryReader &reader, QObject *parent = nullptr);
    ~PastValues() override;

    std::optional<SourcedValue> value(const QByteArray &key) const override;
    bool isKnown(const QByteArray &key) const override;
    QList<QByteArray> keysUnder(const QByteArray &prefix, qsizetype limit) const override;
    /// The moment whose values are shown; that of setMoment() follows it.
    qint64 moment() const override;
    bool isLive() const override { return false; }

    /// Another moment, ms since 1970. While an answer is awaited only the latest one counts.
    void setMoment(qint64 at);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
