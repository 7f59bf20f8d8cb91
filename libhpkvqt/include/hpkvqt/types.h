// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/connectionconfig.h>
#include <hpkvqt/enums.h>
#include <hpkvqt/error.h>
#include <hpkvqt/export.h>

#include <QByteArray>
#include <QDebug>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QVariant>

#include <chrono>
#include <optional>

namespace Hpkv
{

/// One key with its value, as a range returned it.
struct HPKVQT_EXPORT Record {
    Q_GADGET
    Q_PROPERTY(QByteArray key MEMBER key)
    Q_PROPERTY(QByteArray value MEMBER value)
    Q_PROPERTY(QString keyText READ keyText)
    Q_PROPERTY(QString valueText READ valueText)
    Q_PROPERTY(bool isNumber MEMBER isNumber)

public:
    QByteArray key; ///< UTF-8
    QByteArray value; ///< UTF-8; a JSON number keeps its source text digit by digit
    bool isNumber = false; ///< the server sent the value as a JSON number

    /// The key as text.
    QString keyText() const { return QString::fromUtf8(key); }
    /// The value as text.
    QString valueText() const { return QString::fromUtf8(value); }

    /// All members are equal.
    bool operator==(const Record &) const = default;
};

/// A change that the server reported on a token connection.
///
/// What kind of write it was cannot be told: after a patch the value is the text that was sent, not the whole
/// document. Read the key again to be sure. Only a deletion is certain.
struct HPKVQT_EXPORT Notification {
    Q_GADGET
    Q_PROPERTY(QByteArray key MEMBER key)
    Q_PROPERTY(QByteArray value MEMBER value)
    Q_PROPERTY(QString keyText READ keyText)
    Q_PROPERTY(QString valueText READ valueText)
    Q_PROPERTY(bool deleted MEMBER deleted)
    Q_PROPERTY(bool isNumber MEMBER isNumber)
    Q_PROPERTY(QVariant timestamp READ timestampVariant)

public:
    QByteArray key; ///< UTF-8
    QByteArray value; ///< UTF-8; empty when deleted
    bool deleted = false; ///< the key was deleted
    bool isNumber = false; ///< the server sent the value as a JSON number
    /// The server's, probably milliseconds since 1970; treat it as opaque. It may be absent.
    std::optional<qint64> timestamp;

    /// The key as text.
    QString keyText() const { return QString::fromUtf8(key); }
    /// The value as text; empty when deleted.
    QString valueText() const { return QString::fromUtf8(value); }
    /// The timestamp for QML; invalid (`undefined`) without one.
    QVariant timestampVariant() const { return timestamp ? QVariant(*timestamp) : QVariant(); }

    /// All members are equal.
    bool operator==(const Notification &) const = default;
};

/// One page of a range.
struct HPKVQT_EXPORT RangePage {
    Q_GADGET
    Q_PROPERTY(QList<Hpkv::Record> records MEMBER records)
    Q_PROPERTY(int count READ count)
    Q_PROPERTY(bool truncated MEMBER truncated)

public:
    QList<Record> records; ///< ascending by the bytes of the key
    bool truncated = false; ///< there are more behind the last one

    /// Records in this page.
    int count() const { return static_cast<int>(records.size()); }

    /// All members are equal.
    bool operator==(const RangePage &) const = default;
};

/// What a successful write said.
struct HPKVQT_EXPORT WriteResult {
    Q_GADGET
    Q_PROPERTY(int code MEMBER code)
    Q_PROPERTY(QString message MEMBER message)

public:
    int code = 200; ///< 200..299
    QString message; ///< optional words of the server

    /// All members are equal.
    bool operator==(const WriteResult &) const = default;
};

/// What a get returned.
struct HPKVQT_EXPORT GetResult {
    Q_GADGET
    Q_PROPERTY(QByteArray value MEMBER value)
    Q_PROPERTY(QString valueText READ valueText)
    Q_PROPERTY(bool isNumber MEMBER isNumber)

public:
    QByteArray value; ///< UTF-8; a JSON number keeps its source text digit by digit
    bool isNumber = false; ///< the server sent the value as a JSON number, as it may for counters

    /// The value as text.
    QString valueText() const { return QString::fromUtf8(value); }

    /// All members are equal.
    bool operator==(const GetResult &) const = default;
};

/// What an increment returned.
struct HPKVQT_EXPORT IncrementResult {
    Q_GADGET
    Q_PROPERTY(qint64 newValue MEMBER newValue)

public:
    qint64 newValue = 0; ///< of the counter, this increment included

    /// All members are equal.
    bool operator==(const IncrementResult &) const = default;
};

/// Options of one call. The default is what a program wants while somebody waits.
///
/// \code
/// client.get("user:7", Hpkv::CallOptions::background());
/// client.set("user:7", text, {.timeout = std::chrono::seconds(2), .retryRefused = true});
/// \endcode
struct HPKVQT_EXPORT CallOptions {
    Q_GADGET
    Q_PROPERTY(int timeoutMs READ timeoutMs WRITE setTimeoutMs)
    Q_PROPERTY(Hpkv::Lane lane MEMBER lane)
    Q_PROPERTY(bool retryRefused MEMBER retryRefused)

public:
    /// Deadline, counted from the call: waiting for a turn, pauses and repeats are included. Negative =
    /// ConnectionConfig::callTimeout, 0 = none.
    std::chrono::milliseconds timeout{-1};
    Lane lane = Lane::Interactive; ///< which requests it waits behind
    /// Send a request that was refused with code 429 again until its deadline. Safe for every operation: it
    /// was not carried out.
    bool retryRefused = false;

    /// In the background lane, without a deadline, repeated when the rate limit refuses it.
    static CallOptions background()
    {
        return {.timeout = std::chrono::milliseconds(0), .lane = Lane::Background, .retryRefused = true};
    }

    /// The timeout in milliseconds, for QML.
    int timeoutMs() const { return static_cast<int>(timeout.count()); }
    /// Sets the timeout in milliseconds, for QML.
    void setTimeoutMs(int ms) { timeout = std::chrono::milliseconds(ms); }

    /// All members are equal.
    bool operator==(const CallOptions &) const = default;
};

/// Why a connection ended.
struct HPKVQT_EXPORT DisconnectInfo {
    Q_GADGET
    Q_PROPERTY(int code MEMBER code)
    Q_PROPERTY(QString reason MEMBER reason)
    Q_PROPERTY(Hpkv::ConnectionState previousState MEMBER previousState)
    Q_PROPERTY(bool gracefully MEMBER gracefully)
    Q_PROPERTY(Hpkv::Error error MEMBER error)

public:
    int code = 0; ///< WebSocket close code; 1006 = without a closing handshake
    QString reason; ///< as the server or the caller gave it
    ConnectionState previousState = ConnectionState::Connected; ///< before it ended
    bool gracefully = false; ///< at the caller's wish
    Error error; ///< no error when gracefully

    /// All members are equal.
    bool operator==(const DisconnectInfo &) const = default;
};

/// The next attempt to restore a connection.
struct HPKVQT_EXPORT ReconnectInfo {
    Q_GADGET
    Q_PROPERTY(int attempt MEMBER attempt)
    Q_PROPERTY(int maxAttempts MEMBER maxAttempts)
    Q_PROPERTY(int delayMs READ delayMs)
    Q_PROPERTY(Hpkv::Error cause MEMBER cause)

public:
    int attempt = 1; ///< from 1
    int maxAttempts = 3; ///< −1 = without end
    std::chrono::milliseconds delay{0}; ///< until it is made
    Error cause; ///< why the connection ended or the attempt before failed

    /// The delay in milliseconds, for QML.
    int delayMs() const { return static_cast<int>(delay.count()); }

    /// All members are equal.
    bool operator==(const ReconnectInfo &) const = default;
};

/// The time in which changes may have been missed, in milliseconds since 1970 by this machine's clock. HPKV
/// does not replay what a client did not hear.
struct HPKVQT_EXPORT ResyncSpan {
    Q_GADGET
    Q_PROPERTY(qint64 from MEMBER from)
    Q_PROPERTY(qint64 to MEMBER to)

public:
    qint64 from = 0; ///< when the old connection was last known to be alive
    qint64 to = 0; ///< when the new one was open

    /// All members are equal.
    bool operator==(const ResyncSpan &) const = default;
};

/// Prints key and value.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const Record &record);
/// Prints key, value and timestamp.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const Notification &notification);
/// Prints the number of records.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const RangePage &page);
/// Prints code and message.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const WriteResult &result);
/// Prints the value.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const GetResult &result);
/// Prints the new value.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const IncrementResult &result);
/// Prints timeout, lane and whether it repeats.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const CallOptions &options);
/// Prints everything.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const DisconnectInfo &info);
/// Prints everything.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const ReconnectInfo &info);
/// Prints both ends.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const ResyncSpan &span);

} // namespace Hpkv

Q_DECLARE_METATYPE(Hpkv::Record)
Q_DECLARE_METATYPE(Hpkv::Notification)
Q_DECLARE_METATYPE(Hpkv::RangePage)
Q_DECLARE_METATYPE(Hpkv::WriteResult)
Q_DECLARE_METATYPE(Hpkv::GetResult)
Q_DECLARE_METATYPE(Hpkv::IncrementResult)
Q_DECLARE_METATYPE(Hpkv::CallOptions)
Q_DECLARE_METATYPE(Hpkv::DisconnectInfo)
Q_DECLARE_METATYPE(Hpkv::ReconnectInfo)
Q_DECLARE_METATYPE(Hpkv::ResyncSpan)
