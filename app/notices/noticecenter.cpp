// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notices/noticecenter.h"

#include <QDateTime>

#include <algorithm>

namespace Studio
{

namespace
{

bool isBelow(const QString &context, const QString &parent)
{
    return context == parent || context.startsWith(parent + u'/');
}

} // namespace

NoticeCenter::NoticeCenter(QObject *parent)
    : QObject(parent)
{
}

NoticeCenter::~NoticeCenter() = default;

std::optional<Notice> NoticeCenter::notice(const QString &id) const
{
    const int index = indexOf(id);
    if (index < 0)
        return {};
    return m_notices.at(index);
}

std::optional<Notice> NoticeCenter::mostImportant(const QStringList &contexts) const
{
    const Notice *best = nullptr;
    for (const Notice &notice : m_notices) {
        if (!contexts.contains(notice.context))
            continue;
        if (!best || notice.severity > best->severity
            || (notice.severity == best->severity && notice.at >= best->at))
            best = &notice;
    }
    if (!best)
        return {};
    return *best;
}

void NoticeCenter::raise(Notice notice)
{
    if (notice.at == 0)
        notice.at = QDateTime::currentMSecsSinceEpoch();
    if (notice.id.isEmpty())
        notice.id = QStringLiteral("notice/%1").arg(++m_nextId);
    const int index = indexOf(notice.id);
    if (index < 0) {
        m_notices.append(std::move(notice));
        emit added(int(m_notices.size()) - 1);
    } else {
        notice.count += m_notices.at(index).count;
        m_notices[index] = std::move(notice);
        emit updated(index);
    }
    emit changed();
}

void NoticeCenter::clear(const QString &id)
{
    const int index = indexOf(id);
    if (index >= 0)
        removeAt(index);
}

void NoticeCenter::clearContext(const QString &context)
{
    for (int index = int(m_notices.size()) - 1; index >= 0; --index) {
        // A slot may have cleared more than this one.
        if (index < m_notices.size() && isBelow(m_notices.at(index).context, context))
            removeAt(index);
    }
}

void NoticeCenter::clearAll()
{
    while (!m_notices.isEmpty())
        removeAt(int(m_notices.size()) - 1);
}

int NoticeCenter::indexOf(const QString &id) const
{
    const auto it = std::find_if(m_notices.cbegin(), m_notices.cend(),
                                 [&](const Notice &notice) { return notice.id == id; });
    return it == m_notices.cend() ? -1 : int(it - m_notices.cbegin());
}

void NoticeCenter::removeAt(int index)
{
    emit aboutToRemove(index);
    const QString id = m_notices.takeAt(index).id;
    emit removed(index, id);
    emit changed();
}

} // namespace Studio
