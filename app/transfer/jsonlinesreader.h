// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/recordreader.h"

namespace Studio
{

/// JSON Lines; see RecordFormat.
class JsonLinesReader final : public RecordReader
{
public:
    JsonLinesReader(QIODevice &device, const Limits &limits)
        : RecordReader(device, limits)
    {
    }

private:
    Item read() override;
    Item fromLine(const QByteArray &text, qint64 line) const;
};

} // namespace Studio
