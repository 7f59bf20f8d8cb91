// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/formatguess.h"

#include "transfer/recordreader.h"

#include <QBuffer>

#include <array>

namespace Studio
{

namespace
{

constexpr QByteArrayView Mark("\xEF\xBB\xBF");

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Whether the first line is a whole record of JSON Lines.
bool isRecordLine(QByteArrayView line)
{
    QByteArray copy = line.toByteArray();
    QBuffer buffer(&copy);
    if (!buffer.open(QIODevice::ReadOnly))
        return false;
    return RecordReader::create(RecordFormat::JsonLines, buffer)->next().kind
        == RecordReader::Item::Kind::Record;
}

/// Whether the object begins with a member that records of JSON Lines have. For lines too long to be seen
/// whole.
bool beginsLikeRecord(QByteArrayView object)
{
    qsizetype at = 1;
    while (at < object.size() && isBlank(object[at]))
        ++at;
    const QByteArrayView rest = object.sliced(at);
    static constexpr std::array Names{QByteArrayView("\"key\""), QByteArrayView("\"key64\""),
                                      QByteArrayView("\"value\""), QByteArrayView("\"value64\"")};
    return std::any_of(Names.begin(), Names.end(),
                       [rest](QByteArrayView name) { return rest.startsWith(name); });
}

} // namespace

std::optional<RecordFormat> guessFormat(QByteArrayView head, bool isWhole)
{
    if (head.startsWith(Mark))
        head = head.sliced(Mark.size());
    while (!head.isEmpty() && isBlank(head.front()))
        head = head.sliced(1);
    if (head.isEmpty())
        return {};
    if (head.front() != '{')
        return RecordFormat::Csv;
    const qsizetype end = head.indexOf('\n');
    if (end < 0 && !isWhole)
        return beginsLikeRecord(head) ? RecordFormat::JsonLines : RecordFormat::JsonObject;
    return isRecordLine(end < 0 ? head : head.first(end)) ? RecordFormat::JsonLines
                                                          : RecordFormat::JsonObject;
}

} // namespace Studio
