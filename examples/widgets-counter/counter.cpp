// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "counter.h"

Counter::Counter(Hpkv::SubscriptionClient *client, const QByteArray &key, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_key(key)
{
    // A connection says nothing of what went before it, nor of what a break has hidden: read both times.
    connect(client, &Hpkv::Client::connected, this, &Counter::read);
    client->subscribe(Hpkv::NotificationFilter::exact(key), this, [this](const Hpkv::Notification &change) {
        ++m_changes;
        take(change.deleted ? QByteArray("0") : change.value);
    });
    if (client->isConnected())
        read();
}

void Counter::add(qint64 delta)
{
    // The new value comes as a notification, like everybody's.
    Hpkv::IncrementReply *reply = m_client->increment(m_key, delta);
    connect(reply, &Hpkv::Reply::finished, this, [this, reply] {
        if (reply->succeeded())
            return;
        // It may have been carried out all the same; counting again by itself would be wrong.
        emit failed(reply->error().delivery == Hpkv::Delivery::Unknown
                        ? tr("It is not known whether this was counted: %1").arg(reply->error().text)
                        : reply->error().text);
        if (m_client->isConnected())
            read();
    });
}

void Counter::read()
{
    Hpkv::GetReply *reply = m_client->get(m_key);
    connect(reply, &Hpkv::Reply::finished, this, [this, reply, changes = m_changes] {
        if (changes != m_changes)
            return; // what was heard meanwhile is newer, or will be read again
        if (reply->succeeded())
            take(reply->value());
        else if (reply->error().isNotFound())
            take("0");
        else
            emit failed(reply->error().text);
    });
}

void Counter::take(const QByteArray &text)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (!ok) {
        emit failed(tr("“%1” is not a whole number.").arg(QString::fromUtf8(text)));
        return;
    }
    if (value == m_value)
        return;
    m_value = value;
    emit valueChanged(value);
}
