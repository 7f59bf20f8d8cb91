// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/recordformat.h"
#include "json/jsonpicker.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace Studio
{

/// Turns records into the bytes of a file, one after another. Pure; one thread at a time.
class RecordEncoder
{
public:
    explicit RecordEncoder(const RecordWriteOptions &options);

    /// What stands in front of the first record.
    void begin(QByteArray &out) const;
    void append(QByteArray &out, QByteArrayView key, QByteArrayView value);
    /// What stands behind the last one.
    void end(QByteArray &out) const;

private:
    void appendLine(QByteArray &out, QByteArrayView key, QByteArrayView value) const;
    void appendMember(QByteArray &out, QByteArrayView key, QByteArrayView value) const;
    void appendRow(QByteArray &out, QByteArrayView key, QByteArrayView value);
    void appendCell(QByteArray &out, QByteArrayView bytes) const;

    RecordWriteOptions m_options;
    JsonPicker m_picker;
    std::vector<JsonPick> m_picks;
    bool m_isFirst = true;
};

} // namespace Studio
