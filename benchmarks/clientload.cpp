// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "clientload.h"

#include "workload.h"

#include <hpkvqt/apiclient.h>

#include <algorithm>

namespace hpkv::bench
{

ClientLoad::ClientLoad(Hpkv::Client &client, const Workload &workload)
    : m_client(client)
{
    for (const std::string &key : workload.keys)
        m_keys.append(QByteArray::fromStdString(key));
    for (const std::string &value : workload.values)
        m_values.append(QByteArray::fromStdString(value));
}

void ClientLoad::run(Op op, int inFlight, Meter &meter)
{
    m_op = op;
    m_meter = &meter;
    m_started = 0;
    for (int i = std::min(inFlight, meter.total()); i > 0; --i)
        startOne();
    m_loop.exec();
}

void ClientLoad::startOne()
{
    const qsizetype index = m_started++ % Workload::size;
    if (m_op == Op::Set) {
        Hpkv::WriteReply *const reply = m_client.set(m_keys.at(index), m_values.at(index));
        QObject::connect(reply, &Hpkv::Reply::finished, reply, [this, reply] { ended(reply->succeeded()); });
    } else {
        Hpkv::GetReply *const reply = m_client.get(m_keys.at(index));
        QObject::connect(reply, &Hpkv::Reply::finished, reply, [this, reply, index] {
            ended(reply->succeeded() && reply->value() == m_values.at(index));
        });
    }
}

void ClientLoad::ended(bool good)
{
    m_meter->add(good);
    if (m_meter->complete())
        m_loop.quit();
    else if (m_started < m_meter->total())
        startOne();
}

} // namespace hpkv::bench
