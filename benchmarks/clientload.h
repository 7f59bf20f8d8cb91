// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "meter.h"

#include <QByteArray>
#include <QEventLoop>
#include <QList>

namespace Hpkv
{
class Client;
class Reply;
} // namespace Hpkv

namespace hpkv::bench
{

struct Workload;

/// Keeps a number of operations of a client in flight, each made and answered as a program would do it.
class ClientLoad
{
public:
    enum class Op { Set, Get };

    ClientLoad(Hpkv::Client &client, const Workload &workload);

    /// Runs until the meter has counted all of its operations. A get must return what was set.
    void run(Op op, int inFlight, Meter &meter);

private:
    void startOne();
    void ended(bool good);

    Hpkv::Client &m_client;
    QList<QByteArray> m_keys;
    QList<QByteArray> m_values;
    QEventLoop m_loop;
    Meter *m_meter = nullptr;
    Op m_op = Op::Set;
    int m_started = 0;
};

} // namespace hpkv::bench
