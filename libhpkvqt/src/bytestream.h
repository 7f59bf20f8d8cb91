// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Hpkv
{

/// The bytes of a connection that stands. It ends with the object.
class ByteStream
{
public:
    virtual ~ByteStream() = default;
    Q_DISABLE_COPY_MOVE(ByteStream)

    /// Goes on with a connected socket that nobody has read from ahead. A plain TCP connection without a
    /// proxy is taken out of the socket where the system allows it: Qt's sockets take half as much time again
    /// for each message that goes back and forth alone. \param isDirect neither encrypted nor through a proxy
    static std::unique_ptr<ByteStream> take(std::unique_ptr<QTcpSocket> socket, bool isDirect);

    /// Bytes that are there, up to `size`; fewer mean that onReadable() will follow or that it has ended.
    virtual qint64 read(char *to, qint64 size) = 0;
    /// Sends now what the system takes, the rest by and by.
    virtual void write(const QByteArray &bytes) = 0;
    /// While held, onReadable() is not called and what comes stays with the system; afterwards it is called
    /// for what is there. False if this stream cannot.
    virtual bool hold(bool on)
    {
        Q_UNUSED(on)
        return false;
    }

    bool hasEnded() const { return m_hasEnded; }
    /// Why, for people; for an orderly end, too.
    QString endText() const { return m_endText; }

    /// There are bytes, or it has ended. Called from the event loop; the stream must outlive the call. No
    /// signal, as it comes with each reply where requests go one by one.
    std::function<void()> onReadable;

protected:
    ByteStream() = default;
    void end(const QString &text);

private:
    QString m_endText;
    bool m_hasEnded = false;
};

} // namespace Hpkv
