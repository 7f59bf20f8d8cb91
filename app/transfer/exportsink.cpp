// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/exportsink.h"

#include <QCoreApplication>
#include <QDir>

namespace Studio
{

namespace
{

constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

bool ExportFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly))
        return false;
    // The temporary file is open to its owner only already; commit() gives it the rights of what it replaces.
    m_file.setPermissions(OwnerOnly);
    return true;
}

bool ExportFile::write(const QByteArray &bytes)
{
    return m_file.write(bytes) == bytes.size();
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
