// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/exportsink.h"

#include <QCoreApplication>
#include <QDir>

#ifdef Q_OS_LINUX
#include <cerrno>

#include <unistd.h>
#endif

namespace Studio
{

using namespace std::chrono_literals;

namespace
{

constexpr qint64 syncSize = 16LL * 1024 * 1024;
constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

bool ExportFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly))
        return false;
    m_written = m_syncing = 0;
    // The temporary file is open to its owner only already; commit() gives it the rights of what it replaces.
    m_file.setPermissions(OwnerOnly);
    return true;
}

bool ExportFile::write(const QByteArray &bytes)
{
    if (m_file.write(bytes) != bytes.size())
        return false;
    m_written += bytes.size();
    syncSoon();
    return true;
}

/// commit() waits until everything is on the disk. What is there already is brought to the disk meanwhile, on
/// a thread of its own, so that a large file does not leave all of it to the end.
void ExportFile::syncSoon()
{
#ifdef Q_OS_LINUX
    if (m_written - m_syncing < syncSize
        || (m_sync.valid() && m_sync.wait_for(0s) != std::future_status::ready))
        return;
    endSync();
    m_file.flush();
    m_syncing = m_written;
    m_sync = std::async(std::launch::async,
                        [handle = m_file.handle()] { return ::fdatasync(handle) == 0 ? 0 : errno; });
#endif
}

/// Waits for what is done with the file beside. The system tells of a failure once only, so it is kept.
void ExportFile::endSync()
{
    if (!m_sync.valid())
        return;
    if (const int error = m_sync.get(); error != 0)
        m_syncProblem = qt_error_string(error);
}

bool ExportFile::commit()
{
    const QString name = m_file.fileName();
    endSync();
    if (!m_syncProblem.isEmpty()) {
        discard();
        return false;
    }
    if (!m_file.commit())
        return false;
    QFile::setPermissions(name, OwnerOnly);
    return true;
}

void ExportFile::discard()
{
    if (m_file.isOpen()) {
        endSync();
        m_file.cancelWriting();
        m_file.commit(); // takes the temporary file away
    }
}

QString ExportFile::problem() const
{
    return QCoreApplication::translate("ExportFile", "%1 cannot be written: %2.")
        .arg(QDir::toNativeSeparators(m_file.fileName()),
             m_syncProblem.isEmpty() ? m_file.errorString() : m_syncProblem);
}

} // namespace Studio
