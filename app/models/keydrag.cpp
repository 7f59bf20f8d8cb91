// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keydrag.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>

namespace Studio::KeyDrag
{

namespace
{

const auto Type = QStringLiteral("application/x-hpkv-keys");

QJsonArray arrayOf(const QList<QByteArray> &keys)
{
    QJsonArray array;
    for (const QByteArray &key : keys)
        array.append(QString::fromUtf8(key));
    return array;
}

QList<QByteArray> listOf(const QJsonValue &array)
{
    QList<QByteArray> keys;
    const QJsonArray items = array.toArray();
    for (const auto &key : items)
        keys.append(key.toString().toUtf8());
    return keys;
}

} // namespace

QString type()
{
    return Type;
}

bool has(const QMimeData &mime)
{
    return mime.hasFormat(Type);
}

Keys read(const QMimeData &mime)
{
    const QJsonObject object = QJsonDocument::fromJson(mime.data(Type)).object();
    return {listOf(object.value(u"keys")), listOf(object.value(u"prefixes"))};
}

QMimeData *make(const Keys &keys)
{
    auto *mime = new QMimeData;
    const QJsonObject object{{QStringLiteral("keys"), arrayOf(keys.keys)},
                             {QStringLiteral("prefixes"), arrayOf(keys.prefixes)}};
    mime->setData(Type, QJsonDocument(object).toJson(QJsonDocument::Compact));
    QByteArray text;
    for (const QByteArray &key : keys.prefixes + keys.keys)
        text += key + '\n';
    text.chop(1);
    mime->setText(QString::fromUtf8(text));
    return mime;
}

} // namespace Studio::KeyDrag
