// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/restorer.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

namespace Studio
{

namespace
{

using Outcome = RestoredItem::Outcome;

QList<QByteArray> sortedKeys(const QList<RestoreItem> &items, const QList<qsizetype> &which)
{
    QList<QByteArray> keys;
    for (const qsizetype i : which)
        keys.append(items.at(i).key);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

const FoundKey &find(const QList<FoundKey> &found, const QByteArray &key)
{
    return *std::lower_bound(found.cbegin(), found.cend(), key,
                             [](const FoundKey &one, const QByteArray &k) { return one.key < k; });
}

/// Kept alive by the requests that are under way.
class Restore : public std::enable_shared_from_this<Restore>
{
public:
    Restore(JobContext &context, const QList<RestoreItem> &items, bool verify,
            std::function<void(const QList<RestoredItem> &)> done)
        : m_context(context)
        , m_items(items)
        , m_verify(verify)
        , m_done(std::move(done))
        , m_results(items.size())
    {
    }

    void start()
    {
        QList<qsizetype> all;
        for (qsizetype i = 0; i < m_items.size(); ++i)
            all.append(i);
        if (all.isEmpty()) {
            m_done(m_results);
            return;
        }
        lookUp(m_context, sortedKeys(m_items, all), false,
               [self = shared_from_this()](const QList<FoundKey> &found) { self->compare(found); });
    }

private:
    void compare(const QList<FoundKey> &found)
    {
        QList<qsizetype> toWrite;
        for (qsizetype i = 0; i < m_items.size(); ++i) {
            const RestoreItem &item = m_items.at(i);
            const FoundKey &now = find(found, item.key);
            RestoredItem &result = m_results[i];
            if (now.error.isError()) {
                result.operation = JobOperation::Read;
                result.error = now.error;
            } else if (now.value == item.wanted) {
                result.outcome = Outcome::AsWanted;
            } else if (item.from.contains(now.value)) {
                toWrite.append(i);
            } else {
                result.outcome = Outcome::LeftAlone;
            }
        }
        m_left = toWrite.size();
        for (const qsizetype i : std::as_const(toWrite))
            write(i);
        if (toWrite.isEmpty())
            m_done(m_results);
    }

    void write(qsizetype i)
    {
        const RestoreItem &item = m_items.at(i);
        WriteRequest request;
        request.kind = item.wanted ? WriteKind::Replace : WriteKind::Delete;
        request.key = item.key;
        request.value = item.wanted.value_or(QByteArray());
        m_context.write(request, [self = shared_from_this(), i](const Hpkv::Error &error, qint64) {
            self->written(i, error);
        });
    }

    void written(qsizetype i, const Hpkv::Error &error)
    {
        RestoredItem &result = m_results[i];
        const bool isDelete = !m_items.at(i).wanted;
        result.wrote = true;
        result.operation = isDelete ? JobOperation::Delete : JobOperation::Write;
        result.error = error;
        if (!error.isError() || (isDelete && error.isNotFound())) {
            result.error = {};
            result.outcome = Outcome::AsWanted;
            if (m_verify)
                m_toVerify.append(i);
        } else if (error.delivery == Hpkv::Delivery::Unknown) {
            m_toVerify.append(i);
        }
        if (--m_left > 0)
            return;
        if (m_toVerify.isEmpty()) {
            m_done(m_results);
            return;
        }
        lookUp(m_context, sortedKeys(m_items, m_toVerify), false,
               [self = shared_from_this()](const QList<FoundKey> &found) { self->verified(found); });
    }

    void verified(const QList<FoundKey> &found)
    {
        for (const qsizetype i : std::as_const(m_toVerify)) {
            const RestoreItem &item = m_items.at(i);
            const FoundKey &now = find(found, item.key);
            RestoredItem &result = m_results[i];
            if (!now.error.isError() && now.value == item.wanted) {
                result.outcome = Outcome::AsWanted;
                result.error = {};
                continue;
            }
            const bool confirmed = result.outcome == Outcome::AsWanted;
            result.outcome = Outcome::Failed;
            // Of a write with an unknown fate the error stays: it says why nothing is known.
            if (!confirmed)
                continue;
            result.operation = JobOperation::Verify;
            result.error =
                now.error.isError()
                    ? now.error
                    : Hpkv::Error{Hpkv::ErrorKind::Conflict,
                                  QCoreApplication::translate(
                                      "Job", "It was written, but the store holds something else now."),
                                  Hpkv::Delivery::Answered};
        }
        m_done(m_results);
    }

    JobContext &m_context;
    const QList<RestoreItem> m_items;
    const bool m_verify;
    const std::function<void(const QList<RestoredItem> &)> m_done;
    QList<RestoredItem> m_results;
    QList<qsizetype> m_toVerify;
    qsizetype m_left = 0;
};

} // namespace

void restore(JobContext &context, const QList<RestoreItem> &items, bool verify,
             std::function<void(const QList<RestoredItem> &)> done)
{
    std::make_shared<Restore>(context, items, verify, std::move(done))->start();
}

} // namespace Studio
