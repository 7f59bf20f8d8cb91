// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "bytestream.h"

#include <QEvent>
#include <QSocketNotifier>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace Hpkv
{

namespace
{

/// Through Qt's own socket: encrypted, through a proxy, or on a system without descriptors.
class SocketStream final : public ByteStream
{
public:
    explicit SocketStream(std::unique_ptr<QTcpSocket> socket)
        : m_socket(std::move(socket))
    {
        QObject::connect(m_socket.get(), &QIODevice::readyRead, m_socket.get(), [this] { onReadable(); });
        QObject::connect(m_socket.get(), &QAbstractSocket::errorOccurred, m_socket.get(), [this] {
            end(m_socket->errorString());
            onReadable();
        });
        if (m_socket->state() != QAbstractSocket::ConnectedState)
            end(m_socket->errorString());
    }

    qint64 read(char *to, qint64 size) override { return std::max<qint64>(0, m_socket->read(to, size)); }

    void write(const QByteArray &bytes) override
    {
        if (hasEnded())
            return;
        m_socket->write(bytes);
        m_socket->flush();
    }

private:
    std::unique_ptr<QTcpSocket> m_socket;
};

#ifdef Q_OS_UNIX

#ifdef MSG_NOSIGNAL
constexpr int sendFlags = MSG_NOSIGNAL;
#else
constexpr int sendFlags = 0; // SO_NOSIGPIPE is set instead
#endif

/// Calls instead of raising its signal.
class Notifier final : public QSocketNotifier
{
public:
    Notifier(int descriptor, Type type, std::function<void()> call)
        : QSocketNotifier(descriptor, type)
        , m_call(std::move(call))
    {
    }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::SockAct)
            return QSocketNotifier::event(event);
        m_call();
        return true;
    }

private:
    std::function<void()> m_call;
};

/// Straight from the system's descriptor.
class DescriptorStream final : public ByteStream
{
public:
    explicit DescriptorStream(int descriptor)
        : m_descriptor(descriptor)
        , m_canRead(descriptor, QSocketNotifier::Read, [this] { onReadable(); })
        , m_canWrite(descriptor, QSocketNotifier::Write, [this] { writeOn(); })
    {
        m_canWrite.setEnabled(false);
    }

    ~DescriptorStream() override
    {
        m_canRead.setEnabled(false);
        m_canWrite.setEnabled(false);
        ::close(m_descriptor);
    }

    qint64 read(char *to, qint64 size) override
    {
        if (hasEnded())
            return 0;
        for (;;) {
            const ssize_t count = ::recv(m_descriptor, to, size_t(size), 0);
            if (count > 0)
                return count;
            if (count == 0) {
                // Says the same as Qt's sockets do.
                finish(QStringLiteral("The remote host closed the connection"));
                return 0;
            }
            if (errno == EINTR)
                continue;
            if (errno != EAGAIN && errno != EWOULDBLOCK)
                finish(qt_error_string(errno));
            return 0;
        }
    }

    void write(const QByteArray &bytes) override
    {
        if (hasEnded())
            return;
        if (!m_waiting.isEmpty()) {
            m_waiting += bytes;
            return;
        }
        const qsizetype sent = send(bytes.constData(), bytes.size());
        if (sent < bytes.size() && !hasEnded()) {
            m_waiting = bytes.sliced(sent);
            m_canWrite.setEnabled(true);
        }
    }

    bool hold(bool on) override
    {
        if (!hasEnded())
            m_canRead.setEnabled(!on);
        return true;
    }

private:
    qsizetype send(const char *bytes, qsizetype size)
    {
        qsizetype sent = 0;
        while (sent < size) {
            const ssize_t count = ::send(m_descriptor, bytes + sent, size_t(size - sent), sendFlags);
            if (count > 0) {
                sent += count;
            } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
                break;
            } else if (errno != EINTR) {
                // Whatever came before the break is still to be read: the reading side will meet the end.
                m_waiting.clear();
                return size;
            }
        }
        return sent;
    }

    void writeOn()
    {
        const qsizetype sent = send(m_waiting.constData(), m_waiting.size());
        m_waiting.remove(0, std::min(sent, m_waiting.size()));
        if (m_waiting.isEmpty())
            m_canWrite.setEnabled(false);
    }

    void finish(const QString &text)
    {
        m_canRead.setEnabled(false);
        m_canWrite.setEnabled(false);
        m_waiting.clear();
        end(text);
    }

    int m_descriptor;
    Notifier m_canRead;
    Notifier m_canWrite;
    QByteArray m_waiting; ///< what the system has not taken yet
};

#endif

} // namespace

std::unique_ptr<ByteStream> ByteStream::take(std::unique_ptr<QTcpSocket> socket, bool isDirect)
{
#ifdef Q_OS_UNIX
    if (isDirect && socket->bytesToWrite() == 0) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        const int descriptor = ::fcntl(int(socket->socketDescriptor()), F_DUPFD_CLOEXEC, 0);
        if (descriptor >= 0) {
#ifdef SO_NOSIGPIPE
            const int on = 1;
            ::setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
            // Closes its own descriptor; the connection stays.
            socket->abort();
            return std::make_unique<DescriptorStream>(descriptor);
        }
    }
#else
    Q_UNUSED(isDirect)
#endif
    return std::make_unique<SocketStream>(std::move(socket));
}

void ByteStream::end(const QString &text)
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    m_endText = text;
}

} // namespace Hpkv
