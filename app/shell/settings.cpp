// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>
#include <QSet>
#include <QStandardPaths>
#include <QTimer>

namespace Studio
{

namespace
{

constexpr int SaveDelayMs = 500;
constexpr int LockTimeoutMs = 2000;
constexpr qint64 MaxFileSize = 4 * 1024 * 1024;

struct Loaded {
    QJsonObject values;
    QString problem;
};

/// What `file` holds; a missing file is empty and no problem.
Loaded load(const QString &file)
{
    QFile source(file);
    if (!source.exists())
        return {};
    if (!source.open(QIODevice::ReadOnly))
        return {{}, Settings::tr("%1 cannot be read: %2").arg(file, source.errorString())};
    if (source.size() > MaxFileSize)
        return {{}, Settings::tr("%1 is too large to be a settings file").arg(file)};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(source.readAll(), &error);
    if (!document.isObject())
        return {{}, Settings::tr("%1 is damaged: %2").arg(file, error.errorString())};
    return {document.object(), {}};
}

} // namespace

struct Settings::Private {
    QString file;
    QString problem;
    QJsonObject values;
    QSet<QString> unsaved; ///< names whose value (or absence) in `values` is not in the file yet
    QTimer saveTimer;
};

Settings::Settings(QString file, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->file = std::move(file);
    Loaded loaded = load(d->file);
    d->values = std::move(loaded.values);
    d->problem = std::move(loaded.problem);
    d->saveTimer.setSingleShot(true);
    d->saveTimer.setInterval(SaveDelayMs);
    connect(&d->saveTimer, &QTimer::timeout, this, &Settings::flush);
    if (!d->problem.isEmpty()) {
        // Kept beside it for the person; the next save starts a fresh file.
        const QString aside = d->file + QStringLiteral(".damaged");
        QFile::remove(aside);
        QFile::rename(d->file, aside);
    }
}

Settings::~Settings()
{
    flush();
}

QString Settings::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
         + QStringLiteral("/settings.json");
}

QJsonValue Settings::peekRaw(const QString &file, QLatin1StringView name)
{
    return load(file).values.value(name);
}

QString Settings::file() const
{
    return d->file;
}

QString Settings::loadProblem() const
{
    return d->problem;
}

bool Settings::flush()
{
    d->saveTimer.stop();
    if (d->unsaved.isEmpty())
        return true;

    const auto fail = [this](const QString &reason) {
        emit saveFailed(reason);
        return false;
    };
    const QFileInfo info(d->file);
    if (!QDir().mkpath(info.absolutePath()))
        return fail(tr("The folder %1 cannot be made").arg(info.absolutePath()));

    // Another running copy may have saved since: only what changed here is laid over what the file holds now.
    QLockFile lock(d->file + QStringLiteral(".lock"));
    if (!lock.tryLock(LockTimeoutMs))
        return fail(tr("Another program holds %1").arg(d->file));
    QJsonObject merged = load(d->file).values;
    for (const QString &name : std::as_const(d->unsaved)) {
        if (d->values.contains(name))
            merged.insert(name, d->values.value(name));
        else
            merged.remove(name);
    }

    QSaveFile target(d->file);
    if (!target.open(QIODevice::WriteOnly))
        return fail(target.errorString());
    target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    target.write(QJsonDocument(merged).toJson());
    if (!target.commit())
        return fail(target.errorString());
    d->unsaved.clear();
    return true;
}

QJsonValue Settings::rawValue(QLatin1StringView name) const
{
    return d->values.value(name);
}

void Settings::setRaw(QLatin1StringView name, const QJsonValue &value, bool isDefault)
{
    if (isDefault ? !d->values.contains(name) : d->values.value(name) == value)
        return;
    if (isDefault)
        d->values.remove(name);
    else
        d->values.insert(name, value);
    const QString changedName = name;
    d->unsaved.insert(changedName);
    d->saveTimer.start();
    emit changed(changedName);
}

bool Settings::fromJson(const QJsonValue &json, bool fallback)
{
    return json.toBool(fallback);
}

int Settings::fromJson(const QJsonValue &json, int fallback)
{
    return json.toInt(fallback);
}

QString Settings::fromJson(const QJsonValue &json, const QString &fallback)
{
    return json.toString(fallback);
}

QByteArray Settings::fromJson(const QJsonValue &json, const QByteArray &fallback)
{
    if (!json.isString())
        return fallback;
    const auto decoded =
        QByteArray::fromBase64Encoding(json.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : fallback;
}

QJsonValue Settings::toJson(bool value)
{
    return value;
}

QJsonValue Settings::toJson(int value)
{
    return value;
}

QJsonValue Settings::toJson(const QString &value)
{
    return value;
}

QJsonValue Settings::toJson(const QByteArray &value)
{
    return QString::fromLatin1(value.toBase64());
}

} // namespace Studio
