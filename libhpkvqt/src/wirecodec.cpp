// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "wirecodec.h"

#include "jsonscanner.h"

#include <charconv>
#include <cmath>
#include <cstring>
#include <string_view>
#include <utility>

namespace Hpkv::WireCodec
{

namespace
{

/// Whether a member has this name. The length of the word is known: nothing is searched for its end.
template <std::size_t N>
bool is(QByteArrayView name, const char (&word)[N])
{
    return name.size() == static_cast<qsizetype>(N - 1) && std::memcmp(name.data(), word, N - 1) == 0;
}

std::optional<qint64> toInteger(QByteArrayView number)
{
    qint64 value = 0;
    const auto [end, problem] = std::from_chars(number.begin(), number.end(), value);
    if (problem == std::errc() && end == number.end())
        return value;
    // 12.0 and 1e3 are integers too, as far as a double holds them exactly.
    bool ok = false;
    const double real = number.toDouble(&ok);
    if (ok && std::abs(real) <= static_cast<double>(maxSafeInteger) && std::trunc(real) == real)
        return static_cast<qint64>(real);
    return std::nullopt;
}

bool readValue(JsonScanner &json, WireValue &out)
{
    QByteArrayView source;
    switch (json.peek()) {
    case JsonScanner::Type::String:
        out.form = ValueForm::Text;
        return json.readString(out.bytes);
    case JsonScanner::Type::Number:
        out.form = ValueForm::Number;
        if (!json.readNumber(source))
            return false;
        break;
    case JsonScanner::Type::Null:
        out.form = ValueForm::Null;
        out.bytes.clear();
        return json.readNull();
    default:
        out.form = ValueForm::Other;
        if (!json.skip(&source))
            return false;
    }
    out.bytes = source.toByteArray();
    return true;
}

bool readInteger(JsonScanner &json, std::optional<qint64> &out)
{
    out.reset();
    if (json.peek() != JsonScanner::Type::Number)
        return json.skip();
    QByteArrayView number;
    if (!json.readNumber(number))
        return false;
    out = toInteger(number);
    return true;
}

bool readFlag(JsonScanner &json, std::optional<bool> &out)
{
    out.reset();
    const JsonScanner::Type type = json.peek();
    if (type != JsonScanner::Type::True && type != JsonScanner::Type::False)
        return json.skip();
    bool value = false;
    if (!json.readBool(value))
        return false;
    out = value;
    return true;
}

/// A text; other forms as their source text.
bool readText(JsonScanner &json, QString &out)
{
    QByteArrayView text;
    switch (json.peek()) {
    case JsonScanner::Type::String:
        if (!json.readText(text))
            return false;
        break;
    case JsonScanner::Type::Null:
        out.clear();
        return json.readNull();
    default:
        if (!json.skip(&text))
            return false;
    }
    out = QString::fromUtf8(text);
    return true;
}

bool readRecord(JsonScanner &json, QList<Record> &out)
{
    if (json.peek() != JsonScanner::Type::Object)
        return json.skip(); // not a record: left out
    WireValue key;
    WireValue value;
    QByteArrayView name;
    json.enterObject();
    for (bool first = true; json.nextMember(first, name);) {
        if (is(name, "key")) {
            if (!readValue(json, key))
                return false;
        } else if (is(name, "value")) {
            if (!readValue(json, value))
                return false;
        } else if (!json.skip()) {
            return false;
        }
    }
    if (json.failed())
        return false;
    if (key.form == ValueForm::Text) {
        out.append(Record{std::move(key.bytes), std::move(value.bytes), value.form == ValueForm::Number});
    }
    return true;
}

bool readRecords(JsonScanner &json, std::optional<QList<Record>> &out)
{
    out.reset();
    if (json.peek() != JsonScanner::Type::Array)
        return json.skip();
    QList<Record> records;
    json.enterArray();
    for (bool first = true; json.nextElement(first);) {
        if (!readRecord(json, records))
            return false;
    }
    if (json.failed())
        return false;
    out = std::move(records);
    return true;
}

Frame malformed(const char *problem)
{
    Frame frame;
    frame.problem = QString::fromLatin1(problem);
    return frame;
}

QString sentence(const Frame &frame)
{
    if (frame.error && !frame.error->isEmpty())
        return *frame.error;
    if (!frame.message.isEmpty())
        return frame.message;
    if (frame.code)
        return QStringLiteral("The server answered with code %1.").arg(*frame.code);
    return QStringLiteral("The server answered with an error.");
}

Verdict notUnderstood(const char *what)
{
    return {Error(ErrorKind::Protocol, QString::fromLatin1(what), Delivery::Answered), {}};
}

Error tooLarge(const char *what, qsizetype size, int limit)
{
    return Error(ErrorKind::TooLarge,
                 QStringLiteral("The %1 has %2 bytes; %3 are allowed.")
                     .arg(QLatin1StringView(what))
                     .arg(size)
                     .arg(limit),
                 Delivery::NotSent, 413);
}

Error invalid(const char *text)
{
    return Error(ErrorKind::InvalidArgument, QString::fromLatin1(text), Delivery::NotSent, 400);
}

} // namespace

Error validate(const Request &request, int maxKeySize, int maxValueSize)
{
    if (request.key.isEmpty())
        return invalid(request.operation == Operation::Range ? "The start of a range must not be empty."
                                                             : "The key must not be empty.");
    // It would arrive as something else, without a word.
    if (!request.key.isValidUtf8())
        return invalid("The key is not valid UTF-8.");
    if (maxKeySize > 0 && request.operation != Operation::Range && request.key.size() > maxKeySize)
        return tooLarge("key", request.key.size(), maxKeySize);
    switch (request.operation) {
    case Operation::Set:
    case Operation::Patch:
        if (request.value.isEmpty())
            return invalid("The value must not be empty.");
        if (!request.value.isValidUtf8())
            return invalid("The value is not valid UTF-8.");
        if (maxValueSize > 0 && request.value.size() > maxValueSize)
            return tooLarge("value", request.value.size(), maxValueSize);
        break;
    case Operation::Range:
        if (request.endKey.isEmpty())
            return invalid("The end of a range must not be empty.");
        if (!request.endKey.isValidUtf8())
            return invalid("The end of the range is not valid UTF-8.");
        if (request.limit < 0 || request.limit > maxLimit)
            return invalid("The limit of a range must lie within 1 and 1000.");
        break;
    case Operation::Increment:
        if (request.delta > maxSafeInteger || request.delta < -maxSafeInteger)
            return invalid("An increment must lie within -(2^53-1) and 2^53-1.");
        break;
    case Operation::Get:
    case Operation::Delete:
        break;
    }
    return {};
}

QByteArray encode(const Request &request, qint64 messageId)
{
    // The names, and three numbers of 20 bytes at most.
    constexpr qsizetype fixedSize = 128;
    const bool hasValue = request.operation == Operation::Set || request.operation == Operation::Patch;
    const bool isRange = request.operation == Operation::Range;
    const qsizetype room = fixedSize + jsonStringSize(request.key)
                         + (hasValue ? jsonStringSize(request.value) : 0)
                         + (isRange ? jsonStringSize(request.endKey) : 0);
    QByteArray out(room, Qt::Uninitialized);
    char *to = out.data();
    const auto put = [&to](std::string_view text) {
        std::memcpy(to, text.data(), text.size());
        to += text.size();
    };
    const auto putNumber = [&](qint64 number) { to = std::to_chars(to, out.end(), number).ptr; };
    put("{\"op\":");
    putNumber(static_cast<int>(request.operation));
    put(",\"key\":");
    to = writeJsonString(to, request.key);
    switch (request.operation) {
    case Operation::Set:
    case Operation::Patch:
        put(",\"value\":");
        to = writeJsonString(to, request.value);
        break;
    case Operation::Range:
        put(",\"endKey\":");
        to = writeJsonString(to, request.endKey);
        if (request.limit > 0) {
            put(",\"limit\":");
            putNumber(request.limit);
        }
        break;
    case Operation::Increment:
        put(",\"value\":");
        putNumber(request.delta);
        break;
    case Operation::Get:
    case Operation::Delete:
        break;
    }
    put(",\"messageId\":");
    putNumber(messageId);
    put("}");
    out.truncate(to - out.constData());
    return out;
}

Frame decode(const QByteArray &text)
{
    if (!text.isValidUtf8())
        return malformed("a frame that is not UTF-8");
    JsonScanner json(text);
    if (json.peek() != JsonScanner::Type::Object)
        return malformed("a frame that is not a JSON object");
    Frame frame;
    frame.kind = Frame::Kind::Reply;
    WireValue result;
    QByteArrayView name;
    std::optional<qint64> integer;
    json.enterObject();
    for (bool first = true; json.nextMember(first, name);) {
        bool ok = false;
        if (is(name, "value")) {
            ok = readValue(json, frame.value);
        } else if (is(name, "key")) {
            ok = readValue(json, frame.key);
        } else if (is(name, "messageId")) {
            ok = readInteger(json, integer);
            frame.messageId = integer && *integer > 0 ? *integer : 0;
        } else if (is(name, "code")) {
            ok = readInteger(json, integer);
            frame.code.reset();
            if (integer && *integer >= 0 && *integer <= 0xFFFF)
                frame.code = static_cast<int>(*integer);
        } else if (is(name, "type")) {
            QByteArrayView type;
            ok = json.peek() == JsonScanner::Type::String ? json.readText(type) : json.skip();
            const bool notification = is(type, "notification");
            frame.kind = notification ? Frame::Kind::Notification : Frame::Kind::Reply;
        } else if (is(name, "timestamp")) {
            ok = readInteger(json, frame.timestamp);
        } else if (is(name, "success")) {
            ok = readFlag(json, frame.success);
        } else if (is(name, "records")) {
            ok = readRecords(json, frame.records);
        } else if (is(name, "truncated")) {
            ok = readFlag(json, frame.truncated);
        } else if (is(name, "newValue")) {
            ok = readValue(json, frame.newValue);
        } else if (is(name, "result")) {
            ok = readValue(json, result);
        } else if (is(name, "error")) {
            QString error;
            const bool null = json.peek() == JsonScanner::Type::Null;
            ok = readText(json, error);
            if (null)
                frame.error.reset();
            else
                frame.error = error;
        } else if (is(name, "message")) {
            ok = readText(json, frame.message);
        } else {
            ok = json.skip();
        }
        if (!ok)
            break;
    }
    if (json.failed())
        return malformed("a frame that is not valid JSON");
    if (!json.atEnd())
        return malformed("a frame with something behind its JSON object");
    if (frame.newValue.form == ValueForm::Absent)
        frame.newValue = std::move(result);
    if (frame.kind == Frame::Kind::Notification
        && (frame.key.form != ValueForm::Text || frame.key.bytes.isEmpty()))
        return malformed("a notification without a key");
    return frame;
}

ErrorKind kindOfCode(int code)
{
    switch (code) {
    case 400:
        return ErrorKind::BadRequest;
    case 401:
        return ErrorKind::Authentication;
    case 403:
        return ErrorKind::AccessDenied;
    case 404:
        return ErrorKind::NotFound;
    case 409:
        return ErrorKind::Conflict;
    case 413:
        return ErrorKind::TooLarge;
    case 429:
        return ErrorKind::RateLimited;
    default:
        return ErrorKind::Server;
    }
}

Verdict judge(const Request &request, Frame &&frame)
{
    // Without a code the presence of `error` decides, and success needs what the call asked for.
    const bool good = frame.code ? *frame.code >= 200 && *frame.code < 300 : !frame.error;
    if (!good) {
        const ErrorKind kind = frame.code ? kindOfCode(*frame.code) : ErrorKind::Server;
        return {Error(kind, sentence(frame), Delivery::Answered, frame.code.value_or(0)), {}};
    }
    switch (request.operation) {
    case Operation::Get:
        if (frame.value.form == ValueForm::Absent || frame.value.form == ValueForm::Null)
            return notUnderstood("The reply holds no value.");
        return {{}, GetResult{std::move(frame.value.bytes), frame.value.form == ValueForm::Number}};
    case Operation::Set:
    case Operation::Patch:
    case Operation::Delete:
        if (!frame.code && !frame.success.value_or(false))
            return notUnderstood("The reply says neither success nor failure.");
        if (!frame.success.value_or(true))
            return {Error(ErrorKind::Server, sentence(frame), Delivery::Answered, frame.code.value_or(0)),
                    {}};
        return {{}, WriteResult{frame.code.value_or(200), std::move(frame.message)}};
    case Operation::Range: {
        if (!frame.records)
            return notUnderstood("The reply holds no records.");
        const int limit = request.limit > 0 ? request.limit : defaultLimit;
        const bool truncated = frame.truncated.value_or(frame.records->size() >= limit);
        return {{}, RangePage{std::move(*frame.records), truncated}};
    }
    case Operation::Increment: {
        std::optional<qint64> value;
        if (frame.newValue.form == ValueForm::Number || frame.newValue.form == ValueForm::Text)
            value = toInteger(frame.newValue.bytes);
        if (!value)
            return notUnderstood("The reply holds no integer as the new value.");
        return {{}, IncrementResult{*value}};
    }
    }
    return notUnderstood("The reply belongs to no operation.");
}

Notification toNotification(Frame &&frame)
{
    Notification notification;
    notification.key = std::move(frame.key.bytes);
    notification.deleted = frame.value.form == ValueForm::Null;
    notification.value = std::move(frame.value.bytes);
    notification.isNumber = frame.value.form == ValueForm::Number;
    notification.timestamp = frame.timestamp;
    return notification;
}

} // namespace Hpkv::WireCodec
