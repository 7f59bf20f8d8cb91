// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watches/accessprobe.h"

#include "mirror/keyspacemirror.h"
#include "session/readoperation.h"
#include "session/session.h"

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int MostUnderWay = 4;

} // namespace

AccessProbe::AccessProbe(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

QList<QByteArray> AccessProbe::sample(const KeyspaceMirror &mirror, qsizetype most)
{
    QList<QByteArray> keys;
    const qint64 known = mirror.knownCount();
    const qint64 count = std::min<qint64>(known, most);
    for (qint64 i = 0; i < count; ++i)
        keys.append(mirror.keyAt(mirror.positionOf(i * known / count)).toByteArray());
    return keys;
}

void AccessProbe::probe(const QList<QByteArray> &keys)
{
    for (const QByteArray &key : keys) {
        if (key.isEmpty() || m_queue.contains(key))
            continue;
        m_queue.append(key);
        if (const int row = rowOf(key); row >= 0) {
            m_rows[row] = {key, Verdict::Waiting, {}};
            emit rowChanged(row);
        } else {
            m_rows.append({key, Verdict::Waiting, {}});
            emit rowAdded(int(m_rows.size()) - 1);
        }
    }
    pump();
}

void AccessProbe::cancel()
{
    m_queue.clear();
}

int AccessProbe::rowOf(const QByteArray &key) const
{
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &row) { return row.key == key; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

qsizetype AccessProbe::count(Verdict verdict) const
{
    return std::count_if(m_rows.cbegin(), m_rows.cend(),
                         [verdict](const Row &row) { return row.verdict == verdict; });
}

void AccessProbe::pump()
{
    while (m_underWay < MostUnderWay && !m_queue.isEmpty()) {
        const QByteArray key = m_queue.takeFirst();
        const ReadOperation *read = m_session.readLater(key);
        ++m_underWay;
        connect(read, &ReadOperation::finished, this, [this, read, key] {
            --m_underWay;
            if (const int row = rowOf(key); row >= 0) {
                const Hpkv::Error &error = read->error();
                m_rows[row].verdict = !error.isError()                            ? Verdict::Allowed
                                    : error.kind == Hpkv::ErrorKind::AccessDenied ? Verdict::Refused
                                                                                  : Verdict::Failed;
                if (m_rows.at(row).verdict == Verdict::Failed)
                    m_rows[row].problem = error.text;
                emit rowChanged(row);
            }
            pump();
            if (m_underWay == 0)
                emit finished();
        });
    }
}

} // namespace Studio
