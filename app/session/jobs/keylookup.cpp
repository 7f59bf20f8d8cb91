// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/keylookup.h"

#include <algorithm>
#include <memory>

namespace Studio
{

namespace
{

// A page that decides fewer keys than this costs more than it saves.
constexpr qsizetype worthAPage = 4;
constexpr qsizetype singlesAtOnce = 16;

/// Kept alive by the requests that are under way.
class Lookup : public std::enable_shared_from_this<Lookup>
{
public:
    Lookup(JobContext &context, const QList<QByteArray> &keys, bool learn,
           std::function<void(const QList<FoundKey> &)> done)
        : m_context(context)
        , m_learn(learn)
        , m_done(std::move(done))
    {
        m_found.reserve(keys.size());
        for (const QByteArray &key : keys)
            m_found.append({key, {}, {}});
    }

    void next()
    {
        const qsizetype left = m_found.size() - m_at;
        if (left == 0)
            m_done(m_found);
        else if (m_singlesOnly || left < worthAPage)
            askSingles(left);
        else if (std::exchange(m_sparse, false))
            askSingles(std::min(left, singlesAtOnce));
        else
            askPage(left);
    }

private:
    void askPage(qsizetype left)
    {
        JobContext::Stretch stretch;
        stretch.first = m_found.at(m_at).key;
        stretch.last = m_found.constLast().key;
        // Some of what stands between them comes along.
        stretch.limit = int(std::min<qsizetype>(1000, 2 * left + 8));
        stretch.learn = m_learn;
        m_context.page(stretch,
                       [self = shared_from_this()](const JobContext::Page &page) { self->take(page); });
    }

    void take(const JobContext::Page &answer)
    {
        // Refused as a whole: some of the keys may be readable one by one, and each gets its own reason.
        if (answer.error.isError() || (answer.page.truncated && answer.page.records.isEmpty())) {
            m_singlesOnly = true;
            next();
            return;
        }
        const qsizetype before = m_at;
        const QList<Hpkv::Record> &records = answer.page.records;
        auto record = records.cbegin();
        while (m_at < m_found.size()) {
            FoundKey &found = m_found[m_at];
            if (answer.page.truncated && found.key > records.constLast().key)
                break;
            while (record != records.cend() && record->key < found.key)
                ++record;
            if (record != records.cend() && record->key == found.key)
                found.value = record->value;
            ++m_at;
        }
        // The page has the first of them at least, or an end before it that does not help.
        if (m_at == before)
            m_singlesOnly = true;
        m_sparse = m_at - before < worthAPage;
        next();
    }

    void askSingles(qsizetype count)
    {
        m_singlesLeft = count;
        for (qsizetype i = m_at; i < m_at + count; ++i) {
            m_context.read(m_found.at(i).key, [self = shared_from_this(), i](const JobContext::Read &read) {
                self->m_found[i].error = read.error;
                self->m_found[i].value = read.value;
                if (--self->m_singlesLeft == 0)
                    self->next();
            });
        }
        m_at += count;
    }

    JobContext &m_context;
    const bool m_learn;
    const std::function<void(const QList<FoundKey> &)> m_done;
    QList<FoundKey> m_found;
    qsizetype m_at = 0; ///< keys before it are decided or asked for
    qsizetype m_singlesLeft = 0;
    bool m_singlesOnly = false;
    bool m_sparse = false;
};

} // namespace

void lookUp(JobContext &context, const QList<QByteArray> &keys, bool learn,
            std::function<void(const QList<FoundKey> &)> done)
{
    std::make_shared<Lookup>(context, keys, learn, std::move(done))->next();
}

} // namespace Studio
