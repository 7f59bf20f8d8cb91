// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "wirecodec.h"
#include "jsonscanner.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

// One input through the codec. Besides not crashing it must hold what the rest of the library builds on; what
// does not is said and ends the program. The input is taken twice: as a frame from the server, and as the
// texts of a request of ours.

using namespace Hpkv;

namespace
{

using WireCodec::Frame;
using WireCodec::ValueForm;

void must(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

bool isText(const WireCodec::WireValue &value)
{
    return value.form == ValueForm::Text;
}

/// Whether the text is one JSON object and nothing else, by the scanner alone.
bool isObject(const QByteArray &text)
{
    JsonScanner json(text);
    return json.peek() == JsonScanner::Type::Object && json.skip() && json.atEnd();
}

/// Walks the whole text member by member, as a caller would who wants everything. The scanner may be given
/// what is not UTF-8; then its texts need not be UTF-8 either.
void walk(JsonScanner &json, bool isUtf8)
{
    QByteArrayView name;
    QByteArray text;
    QByteArrayView number;
    bool flag = false;
    switch (json.peek()) {
    case JsonScanner::Type::Object:
        json.enterObject();
        // Deep ones are skipped: the nesting is the scanner's to bound, not this function's.
        for (bool first = true; json.nextMember(first, name);) {
            must(!isUtf8 || name.isValidUtf8(), "the name of a member is UTF-8");
            if (!json.skip())
                return;
        }
        break;
    case JsonScanner::Type::Array:
        json.enterArray();
        for (bool first = true; json.nextElement(first);) {
            if (!json.skip())
                return;
        }
        break;
    case JsonScanner::Type::String:
        if (json.readString(text))
            must(!isUtf8 || text.isValidUtf8(), "a text is UTF-8");
        break;
    case JsonScanner::Type::Number:
        if (json.readNumber(number))
            must(!number.isEmpty(), "a number has a source text");
        break;
    case JsonScanner::Type::True:
    case JsonScanner::Type::False:
        json.readBool(flag);
        break;
    case JsonScanner::Type::Null:
        json.readNull();
        break;
    case JsonScanner::Type::Invalid:
        must(!json.skip(), "what is no value cannot be skipped");
        break;
    }
}

void judgeAll(const Frame &frame)
{
    for (int op = 1; op <= 6; ++op) {
        Frame copy = frame;
        const Request request{.operation = Operation(op), .key = "k", .value = "v", .endKey = "z"};
        const WireCodec::Verdict verdict = WireCodec::judge(request, std::move(copy));
        const bool empty = std::holds_alternative<std::monostate>(verdict.outcome);
        must(verdict.error.isError() == empty, "a verdict is an error or an outcome, never both or neither");
        must(!verdict.error.isError() || !verdict.error.text.isEmpty(), "an error has a text");
        must(!verdict.error.isError() || verdict.error.delivery == Delivery::Answered,
             "a judged request was answered");
        const bool good = frame.code && *frame.code >= 200 && *frame.code < 300;
        must(!frame.code || good || verdict.error.code == *frame.code, "an error keeps its code");
        if (const auto *page = std::get_if<RangePage>(&verdict.outcome)) {
            for (const Record &record : page->records)
                must(record.key.isValidUtf8() && record.value.isValidUtf8(), "records are UTF-8");
        }
    }
}

void asFrame(const QByteArray &text)
{
    JsonScanner json(text);
    walk(json, text.isValidUtf8());

    const Frame frame = WireCodec::decode(text);
    const bool object = text.isValidUtf8() && isObject(text);
    switch (frame.kind) {
    case Frame::Kind::Malformed:
        must(!frame.problem.isEmpty(), "a malformed frame says what is wrong");
        must(!object || frame.problem.contains(QLatin1StringView("without a key")),
             "a JSON object is understood unless it is a notification without a key");
        break;
    case Frame::Kind::Reply:
        must(object, "a reply is a JSON object");
        must(frame.messageId >= 0, "an id is positive, or 0 for none");
        judgeAll(frame);
        break;
    case Frame::Kind::Notification: {
        must(object, "a notification is a JSON object");
        const bool deleted = frame.value.form == ValueForm::Null;
        const Notification notification = WireCodec::toNotification(Frame(frame));
        must(!notification.key.isEmpty() && notification.key.isValidUtf8(), "a notification has a key");
        must(notification.deleted == deleted, "null means deleted, and nothing else does");
        must(notification.value.isValidUtf8(), "a value is UTF-8");
        break;
    }
    }
}

/// What goes out comes back: every text that validate() lets through survives encoding and decoding.
void asRequest(const QByteArray &text)
{
    const qsizetype half = text.size() / 2;
    Request request{
        .operation = Operation::Set, .key = text.left(half), .value = text.mid(half), .endKey = text};
    for (int op = 1; op <= 6; ++op) {
        request.operation = Operation(op);
        request.limit = static_cast<int>(half % (WireCodec::maxLimit + 1));
        request.delta = static_cast<qint64>(half) - 1000;
        if (WireCodec::validate(request).isError())
            continue;
        constexpr qint64 id = WireCodec::maxSafeInteger;
        const QByteArray wire = WireCodec::encode(request, id);
        must(wire.isValidUtf8() && isObject(wire), "a request is a JSON object");
        const Frame frame = WireCodec::decode(wire);
        must(frame.kind == Frame::Kind::Reply && frame.messageId == id, "the id comes back");
        must(isText(frame.key) && frame.key.bytes == request.key, "the key comes back");
        if (request.operation == Operation::Set || request.operation == Operation::Patch)
            must(isText(frame.value) && frame.value.bytes == request.value, "the value comes back");
        if (request.operation == Operation::Increment) {
            must(frame.value.form == ValueForm::Number
                     && frame.value.bytes == QByteArray::number(request.delta),
                 "the increment comes back");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // On the heap and as large as it is, so that the address sanitizer sees a step beyond the end.
    const auto length = static_cast<qsizetype>(size);
    const QByteArray text(reinterpret_cast<const char *>(data), length);
    asFrame(text);
    asRequest(text);
    return 0;
}
