// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/exportsink.h"

#include <QCoreApplication>
#include <QDir>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#endif

namespace Studio
{

namespace
{

constexpr qint64 writeBackSize = 4LL * 1024 * 1024;
constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

bool ExportFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly))
        return false;
    m_written = m_writingBack = 0;
    // The temporary file is open to its owner only already; commit() gives it the rights of what it replaces.
    m_file.setPermissions(OwnerOnly);
    return true;
}

bool ExportFile::write(const QByteArray &bytes)
{
    if (m_file.write(bytes) != bytes.size())
        return false;
    m_written += bytes.size();
    writeBackSoon();
    return true;
}

/// commit() waits until everything is on the disk. The system is asked to begin with that now, so that a
/// large file does not leave all of it to the end.
void ExportFile::writeBackSoon()
{
#ifdef Q_OS_LINUX
    if (m_written - m_writingBack < writeBackSize)
        return;
    m_file.flush();
    ::sync_file_range(m_file.handle(), m_writingBack, m_written - m_writingBack, SYNC_FILE_RANGE_WRITE);
    m_writingBack = m_written;
#endif
}

bool ExportFile::commit()
{
    const QString name = m_file.fileName();
    if (!m_file.commit())
        return false;
    QFile::setPermissions(name, OwnerOnly);
    return true;
}

void ExportFile::discard()
{
    if (m_file.isOpen()) {
        m_file.cancelWriting();
        m_file.commit(); // takes the temporary file away
    }
}

QString ExportFile::problem() const
{
    return QCoreApplication::translate("ExportFile", "%1 cannot be written: %2.")
        .arg(QDir::toNativeSeparators(m_file.fileName()), m_file.errorString());
}

} // namespace Studio
