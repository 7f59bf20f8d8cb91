// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace Studio::PrivateFile
{

namespace
{

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

void report(QString *problem, const QString &text)
{
    if (problem)
        *problem = text;
}

bool makeFolder(const QString &file, QString *problem)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (QFileInfo::exists(folder))
        return true;
    if (!QDir().mkpath(folder)) {
        report(problem, QCoreApplication::translate("PrivateFile", "The folder %1 cannot be made.")
                            .arg(QDir::toNativeSeparators(folder)));
        return false;
    }
    QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner);
    return true;
}

QString cannotWrite(const QString &file, const QString &why)
{
    return QCoreApplication::translate("PrivateFile", "%1 cannot be written: %2.")
        .arg(QDir::toNativeSeparators(file), why);
}

} // namespace

bool write(const QString &file, const QByteArray &content, QString *problem)
{
    if (!makeFolder(file, problem))
        return false;
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) {
        report(problem, cannotWrite(file, out.errorString()));
        return false;
    }
    // Before the content: QSaveFile's temporary file is open to the owner only already, but commit() gives it
    // the rights of the file that it replaces.
    out.setPermissions(ownerOnly);
    if (out.write(content) != content.size() || !out.commit()) {
        report(problem, cannotWrite(file, out.errorString()));
        return false;
    }
    QFile::setPermissions(file, ownerOnly);
    return true;
}

bool prepare(const QString &file, QString *problem)
{
    if (!makeFolder(file, problem))
        return false;
    QFile out(file);
    // Another copy may make the file between a look and the attempt, so that there is no look.
    const bool opened = out.open(QIODevice::ReadWrite | QIODevice::NewOnly, ownerOnly)
                     || out.open(QIODevice::ReadWrite | QIODevice::ExistingOnly);
    if (!opened) {
        report(problem, cannotWrite(file, out.errorString()));
        return false;
    }
    if (!out.setPermissions(ownerOnly)) {
        report(problem, cannotWrite(file, out.errorString()));
        return false;
    }
    return true;
}

} // namespace Studio::PrivateFile
