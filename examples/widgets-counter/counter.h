// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/subscriptionclient.h>

#include <QObject>

/// A number in the store, bound to a property: it follows every change, whoever makes it.
///
/// Increments are added up by the server, so that two programs that count at once lose nothing.
class Counter : public QObject
{
    Q_OBJECT
    Q_PROPERTY(qint64 value READ value NOTIFY valueChanged)

public:
    /// \param client with a token that may read, write and hear of `key`; it must outlive the counter
    Counter(Hpkv::SubscriptionClient *client, const QByteArray &key, QObject *parent = nullptr);

    qint64 value() const { return m_value; }

public slots:
    void add(qint64 delta);

signals:
    void valueChanged(qint64 value);
    /// The value is not what the store holds, for this reason.
    void failed(const QString &why);

private:
    void read();
    void take(const QByteArray &text);

    Hpkv::SubscriptionClient *m_client;
    QByteArray m_key;
    qint64 m_value = 0;
    int m_changes = 0; ///< heard of, so that a read that was overtaken is told from a fresh one
};
