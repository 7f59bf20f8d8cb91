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

#include <chrono>
#include <optional>

namespace Hpkv
{

/// One key with its value, as a range returned it.
struct HPKVQT_EXPORT Record {
    QByteArray key; ///< UTF-8
    QByteArray value; ///< UTF-8; a JSON number keeps its source text digit by digit
    bool isNumber = false; ///< the server sent the value as a JSON number

    bool operator==(const Record &) const = default;
};

/// A change that the server reported on a token connection.
///
/// What kind of write it was cannot be told: after a patch the value is the text that was sent, not the whole
/// document. Read the key again to be sure. Only a deletion is certain.
struct HPKVQT_EXPORT Notification {
    QByteArray key; ///< UTF-8
    QByteArray value; ///< UTF-8; empty when deleted
    bool deleted = false;
    bool isNumber = false; ///< the server sent the value as a JSON number
    std::optional<qint64> timestamp; ///< the server's, probably milliseconds since 1970; treat it as opaque

    bool operator==(const Notification &) const = default;
};

/// One page of a range.
struct HPKVQT_EXPORT RangePage {
    QList<Record> records; ///< ascending by the bytes of the key
    bool truncated = false; ///< there are more behind the last one

    bool operator==(const RangePage &) const = default;
};

/// What a successful write said.
struct HPKVQT_EXPORT WriteResult {
    int code = 200;
    QString message; ///< optional words of the server

    bool operator==(const WriteResult &) const = default;
};

/// What a get returned.
struct HPKVQT_EXPORT GetResult {
    QByteArray value; ///< UTF-8; a JSON number keeps its source text digit by digit
    bool isNumber = false;

    bool operator==(const GetResult &) const = default;
};

/// What an increment returned.
struct HPKVQT_EXPORT IncrementResult {
    qint64 newValue = 0;

    bool operator==(const IncrementResult &) const = default;
};

/// Options of one call.
struct HPKVQT_EXPORT CallOptions {
    /// Deadline, counted from the call. Negative = ConnectionConfig::callTimeout, 0 = none.
    std::chrono::milliseconds timeout{-1};
    Lane lane = Lane::Interactive;
    /// Send a request that was refused with code 429 again until its deadline. Safe: it was not carried out.
    bool retryRefused = false;

    bool operator==(const CallOptions &) const = default;
};

/// Why a connection ended.
struct HPKVQT_EXPORT DisconnectInfo {
    int code = 0; ///< WebSocket close code; 1006 = without a closing handshake
    QString reason; ///< as the server or the caller gave it
    ConnectionState previousState = ConnectionState::Connected;
    bool gracefully = false; ///< at the caller's wish
    Error error; ///< no error when gracefully

    bool operator==(const DisconnectInfo &) const = default;
};

/// The next attempt to restore a connection.
struct HPKVQT_EXPORT ReconnectInfo {
    int attempt = 1; ///< from 1
    int maxAttempts = 3; ///< −1 = without end
    std::chrono::milliseconds delay{0}; ///< until it is made
    Error cause; ///< why the connection ended or the attempt before failed

    bool operator==(const ReconnectInfo &) const = default;
};

/// The time in which changes may have been missed, in milliseconds since 1970 by this machine's clock.
struct HPKVQT_EXPORT ResyncSpan {
    qint64 from = 0; ///< when the old connection was last known to be alive
    qint64 to = 0; ///< when the new one was open

    bool operator==(const ResyncSpan &) const = default;
};

HPKVQT_EXPORT QDebug operator<<(QDebug debug, const Record &record);
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const Notification &notification);
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const RangePage &page);
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const DisconnectInfo &info);
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const ReconnectInfo &info);

} // namespace Hpkv

Q_DECLARE_METATYPE(Hpkv::Record)
Q_DECLARE_METATYPE(Hpkv::Notification)
Q_DECLARE_METATYPE(Hpkv::RangePage)
Q_DECLARE_METATYPE(Hpkv::DisconnectInfo)
Q_DECLARE_METATYPE(Hpkv::ReconnectInfo)
Q_DECLARE_METATYPE(Hpkv::ResyncSpan)
