// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangecopy.h"

#include "models/rangemodel.h"
#include "json/jsonscanner.h"
#include "json/jsonstyle.h"

#include <QDateTime>

namespace Studio::RangeCopy
{

namespace
{

void appendCell(QByteArray &out, const QByteArray &cell)
{
    for (const char c : cell) {
        switch (c) {
        case '\t':
            out += "\\t";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\\':
            out += "\\\\";
            break;
        default:
            out += c;
        }
    }
}

} // namespace

QByteArray asTsv(const RangeModel &model, const QList<std::pair<int, int>> &rows, const QList<int> &columns)
{
    QByteArray out;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        out += i > 0 ? "\t" : "";
        appendCell(out, model.headerData(columns[i], Qt::Horizontal).toString().toUtf8());
    }
    out += '\n';
    for (const auto &[first, last] : rows) {
        for (int row = first; row <= last; ++row) {
            for (qsizetype i = 0; i < columns.size(); ++i) {
                out += i > 0 ? "\t" : "";
                const RangeCell cell = model.cellAt(row, columns[i]);
                if (model.columns()[columns[i]].kind == RangeColumn::Kind::Changed && !cell.isNothing())
                    out += QDateTime::fromMSecsSinceEpoch(cell.number)
                               .toUTC()
                               .toString(Qt::ISODateWithMs)
                               .toUtf8();
                else
                    appendCell(out, cell.text());
            }
            out += '\n';
        }
    }
    return out;
}

QByteArray asJson(const RangeModel &model, const QList<std::pair<int, int>> &rows, qint64 *unread)
{
    QByteArray out("{");
    bool isFirst = true;
    for (const auto &[first, last] : rows) {
        for (int row = first; row <= last; ++row) {
            const std::optional<Entry> entry = model.entryAt(row);
            if (!entry)
                continue;
            out += isFirst ? "\n  " : ",\n  ";
            isFirst = false;
            appendQuotedJsonString(out, entry->key);
            out += ": ";
            if (!entry->hasValue) {
                out += "null";
                *unread += 1;
            } else if (!validateJson(entry->value)) {
                out += entry->value.trimmed();
            } else {
                appendQuotedJsonString(out, entry->value);
            }
        }
    }
    out += isFirst ? "}\n" : "\n}\n";
    return out;
}

} // namespace Studio::RangeCopy
