// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/recordreader.h"

#include <QList>

namespace Studio
{

/// CSV with a line of names first; see RecordFormat. The separator is told from that line.
class CsvReader final : public RecordReader
{
public:
    CsvReader(QIODevice &device, const Limits &limits)
        : RecordReader(device, limits)
    {
    }

private:
    struct Row {
        QList<QByteArray> cells;
        qint64 line = 0;
        bool isTooLarge = false;
        bool isBlank = true;
        bool isCut = false; ///< the file ends inside quotes
        bool hasStrayQuote = false; ///< text follows a closing quote
        bool isEnd = false;
    };

    Item read() override;
    Row row();
    Item readHead();
    Item fromRow(const Row &row) const;
    bool isSeparator(int c) const;

    bool m_hasHead = false;
    char m_separator = 0; ///< 0: not known yet
    qsizetype m_columns = 0;
    qsizetype m_keyColumn = -1;
    qsizetype m_valueColumn = -1;
};

} // namespace Studio
