// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/error.h>
#include <hpkvqt/reply.h>
#include <hpkvqt/types.h>

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace Hpkv
{

/// One call in the words of the protocol.
struct Request {
    Operation operation = Operation::Get;
    QByteArray key{}; ///< start key of a range
    QByteArray value{}; ///< Set, Patch
    QByteArray endKey{}; ///< Range
    int limit = 0; ///< Range; 0 = left out
    qint64 delta = 0; ///< Increment
};

/// What a call ended with, besides its error.
using Outcome = std::variant<std::monostate, GetResult, WriteResult, RangePage, IncrementResult>;

/// The only place that knows the frames. Pure functions.
namespace WireCodec
{

/// 2^53−1: beyond it JSON numbers lose digits in most programs.
inline constexpr qint64 maxSafeInteger = 9007199254740991;
inline constexpr int maxLimit = 1000;
inline constexpr int defaultLimit = 100;

/// No error if the request can be sent. `maxKeySize` and `maxValueSize` in bytes, 0 = no limit.
Error validate(const Request &request, int maxKeySize = 0, int maxValueSize = 0);

QByteArray encode(const Request &request, qint64 messageId);

/// How a member that may hold text or a number came.
enum class ValueForm : quint8 { Absent, Text, Number, Null, Other };

struct WireValue {
    ValueForm form = ValueForm::Absent;
    QByteArray bytes; ///< text decoded; numbers and others as they stand in the frame
};

/// A frame, taken apart. Members given twice: the last one holds.
struct Frame {
    enum class Kind : quint8 { Reply, Notification, Malformed };

    Kind kind = Kind::Malformed;
    QString problem; ///< Malformed
    qint64 messageId = 0; ///< 0 = none that can be used
    std::optional<int> code;
    std::optional<bool> success;
    std::optional<QString> error;
    QString message;
    WireValue key;
    WireValue value;
    WireValue newValue; ///< `newValue`, or `result` where that is missing
    std::optional<qint64> timestamp;
    std::optional<QList<Record>> records;
    std::optional<bool> truncated;
};

Frame decode(const QByteArray &text);

/// What a reply means for the request that it answers.
struct Verdict {
    Error error;
    Outcome outcome;
};
Verdict judge(const Request &request, Frame &&frame);

Notification toNotification(Frame &&frame);

/// The kind of error that a code of a reply stands for.
ErrorKind kindOfCode(int code);

} // namespace WireCodec
} // namespace Hpkv
