// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangeedit.h"

#include "session/session.h"
#include "session/writeoperation.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qsizetype LongestText = 4000; // bytes in a field of one line

bool isOneLine(QByteArrayView text)
{
    return text.size() <= LongestText && isValidUtf8(text)
        && std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<uchar>(c) < 0x20 || c == 0x7F; });
}

} // namespace

RangeEdit::RangeEdit(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

std::optional<QString> RangeEdit::textFor(const QByteArray &value, const RangeColumn &column)
{
    QByteArrayView text = value;
    if (column.kind == RangeColumn::Kind::Member) {
        const std::optional<JsonRange> place = findJsonPointer(value, column.pointer);
        if (!place)
            return {};
        text = text.sliced(place->offset, place->length);
    } else if (column.kind != RangeColumn::Kind::Value) {
        return {};
    }
    return isOneLine(text) ? std::optional(QString::fromUtf8(text)) : std::nullopt;
}

std::optional<QByteArray> RangeEdit::changed(const QByteArray &value, const RangeColumn &column,
                                             const QByteArray &text, Trouble *trouble)
{
    *trouble = Trouble::None;
    if (column.kind == RangeColumn::Kind::Value)
        return text;
    if (validateJson(text)) {
        *trouble = Trouble::NotJson;
        return {};
    }
    const std::optional<JsonRange> place = findJsonPointer(value, column.pointer);
    if (!place) {
        *trouble = Trouble::Missing;
        return {};
    }
    QByteArray after = value;
    after.replace(place->offset, place->length, text.trimmed());
    return after;
}

void RangeEdit::write(const QByteArray &key, const QByteArray &before, const QByteArray &after,
                      bool confirmed)
{
    m_key = key;
    m_writing = true;
    m_trouble = Trouble::None;
    m_errorText.clear();
    WriteRequest request;
    request.kind = WriteKind::Replace;
    request.key = key;
    request.value = after;
    request.expected = before;
    request.confirmed = confirmed;
    WriteOperation *operation = m_session.write(request);
    connect(operation, &WriteOperation::finished, this, [this, operation] {
        m_writing = false;
        m_errorText = operation->error().text;
        m_actual = operation->actualValue();
        switch (operation->state()) {
        case WriteOperation::State::Confirmed:
            m_trouble = Trouble::None;
            break;
        case WriteOperation::State::Changed:
            m_trouble = Trouble::Changed;
            break;
        case WriteOperation::State::Unknown:
            m_trouble = Trouble::Unknown;
            break;
        default:
            m_trouble = Trouble::Refused;
            break;
        }
        emit finished();
    });
}

} // namespace Studio
