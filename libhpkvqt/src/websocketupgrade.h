// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "link.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace Hpkv
{

/// The opening handshake of the WebSocket protocol (RFC 6455, section 4), as text.
class WebSocketUpgrade
{
public:
    struct Answer {
        enum class Kind {
            Incomplete, ///< wait for more
            Accepted,
            Refused, ///< by an HTTP status
            NoWebSocket ///< something else is at the other end
        };

        Kind kind = Kind::Incomplete;
        int status = 0; ///< of HTTP; 0 = none
        QString text; ///< the server's own words, or what is wrong with the answer
        qsizetype size = 0; ///< Accepted: bytes of the answer; frames may follow
    };

    /// Draws the random key that the answer must fit.
    WebSocketUpgrade();

    /// Headers of the target replace those of the same name, except what the protocol itself needs.
    QByteArray request(const LinkTarget &target) const;
    /// \param isEnd nothing more will come
    Answer read(QByteArrayView bytes, bool isEnd) const;

private:
    Answer accepted(QByteArrayView head, qsizetype size) const;

    QByteArray m_key;
};

} // namespace Hpkv
