// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/export.h>

#include <QObject>

/// Client library for HPKV, a hosted key-value store that is reached over a WebSocket.
///
/// Keys and values are QByteArray holding UTF-8 everywhere: the store orders keys by their UTF-8 bytes, which
/// is not the order of QString. Use QString::toUtf8() and QString::fromUtf8() at the border.
namespace Hpkv
{
Q_NAMESPACE_EXPORT(HPKVQT_EXPORT)

/// What went wrong, as far as a program can act on it.
enum class ErrorKind : quint8 {
    None, ///< no error
    InvalidArgument, ///< refused by this library before sending: empty key, limit outside 1..1000, text that
                     ///< is not UTF-8, …
    QueueFull, ///< too many requests wait for the rate limit
    NotConnected, ///< there is no connection and none is being restored
    Canceled, ///< Reply::abort(), disconnectFromServer() or the end of the client
    Timeout, ///< the deadline of the call, or of opening the connection, has passed
    ConnectionFailed, ///< a connection could not be opened (network, TLS, HTTP 429 or 5xx at the upgrade)
    ConnectionLost, ///< the connection ended while the request waited for its reply
    Authentication, ///< the credential was refused (HTTP 401 or 403, close code 1008, 4401 or 4403); it is
                    ///< not tried again
    Configuration, ///< the address cannot work (not a URL, HTTP 400 or 404); it is not tried again
    BadRequest, ///< code 400: the server calls the request invalid
    AccessDenied, ///< code 403: the key lies outside the access pattern of the token, or the API key may not
                  ///< write
    NotFound, ///< code 404: there is no such key
    Conflict, ///< code 409
    TooLarge, ///< code 413, or beyond ConnectionConfig::maxKeySize or maxValueSize
    RateLimited, ///< code 429: not carried out; may be repeated later
    Protocol, ///< the reply could not be understood
    Server ///< any other code
};
Q_ENUM_NS(ErrorKind)

/// Whether the server had the request of a failed call.
enum class Delivery : quint8 {
    NotSent, ///< it never left: sending it again cannot do anything twice
    Answered, ///< the server answered with this error; a refused write was not carried out
    Unknown ///< it left, then the connection, the deadline or the caller ended it: it may have been carried
            ///< out
};
Q_ENUM_NS(Delivery)

/// State of a Client. The same five as in the official client, which however hides the last one.
enum class ConnectionState : quint8 {
    Disconnected, ///< no connection, and none is being restored
    Connecting, ///< the first attempt is under way
    Connected, ///< open: calls are taken
    Disconnecting, ///< closing at the caller's wish
    Reconnecting ///< waiting for the next attempt, or making it
};
Q_ENUM_NS(ConnectionState)

/// Which requests go first when the rate limit makes them wait.
enum class Lane : quint8 {
    Interactive, ///< somebody waits for it
    Background ///< scans, prefetching: goes when nothing interactive waits
};
Q_ENUM_NS(Lane)

/// The operations of the protocol, with their numbers on the wire.
enum class Operation : quint8 {
    Get = 1, ///< Client::get()
    Set = 2, ///< Client::set()
    Patch = 3, ///< Client::patch() and Client::append()
    Delete = 4, ///< Client::remove()
    Range = 5, ///< Client::range()
    Increment = 6 ///< Client::increment()
};
Q_ENUM_NS(Operation)

} // namespace Hpkv
