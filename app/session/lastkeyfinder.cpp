// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/lastkeyfinder.h"

#include "mirror/keyspacemirror.h"
#include "session/pageoperation.h"
#include "session/session.h"

namespace Studio
{

namespace
{

constexpr int Samples = 32;

/// Known keys of the branch in even steps, and the last one.
QList<QByteArray> samplesOf(const KeyspaceMirror &mirror, const QByteArray &prefix)
{
    const qint64 count = mirror.countWithPrefix(prefix);
    const qint64 first = mirror.rank(prefix);
    QList<QByteArray> samples;
    for (int i = 1; i <= Samples && i <= count; ++i) {
        const qint64 rank = first + (count < Samples ? i - 1 : count * i / Samples - 1);
        samples.append(mirror.keyAt(mirror.positionOf(rank)).toByteArray());
    }
    return samples;
}

} // namespace

LastKeyFinder::LastKeyFinder(Session &session, const QByteArray &prefix, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_prefix(prefix)
    , m_planner(prefix, samplesOf(session.mirror(), prefix))
{
    ask();
}

LastKeyFinder::~LastKeyFinder()
{
    if (m_page) {
        m_page->disconnect(this);
        m_page->cancel();
    }
}

void LastKeyFinder::cancel()
{
    if (m_page)
        m_page->cancel();
}

void LastKeyFinder::ask()
{
    m_page = m_session.readPage(m_planner.probe(), m_planner.end(), 1);
    connect(m_page, &PageOperation::finished, this, [this, page = m_page.get()] {
        m_page = nullptr;
        if (page->error().isError()) {
            m_error = page->error();
            end();
            return;
        }
        if (page->keys().isEmpty())
            m_planner.answer({}, false);
        else
            m_planner.answer(page->keys().constFirst(), !page->isTruncated());
        if (m_planner.isFinished()) {
            end();
            return;
        }
        ask();
        emit progress();
    });
}

void LastKeyFinder::end()
{
    if (std::exchange(m_ended, true))
        return;
    deleteLater();
    emit finished();
}

} // namespace Studio
