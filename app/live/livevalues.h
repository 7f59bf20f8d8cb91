// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/valuesource.h"

namespace Studio
{

class KeyspaceMirror;
struct AppliedBatch;

/// The store as it is now, as far as the mirror knows it.
class LiveValues : public ValueSource
{
    Q_OBJECT

public:
    explicit LiveValues(KeyspaceMirror &mirror, QObject *parent = nullptr);

    std::optional<SourcedValue> value(const QByteArray &key) const override;
    bool isKnown(const QByteArray &key) const override;
    QList<QByteArray> keysUnder(const QByteArray &prefix, qsizetype limit) const override;
    qint64 moment() const override;
    bool isLive() const override { return true; }

private:
    void tell(const AppliedBatch &batch);

    KeyspaceMirror &m_mirror;
};

} // namespace Studio
