// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/placer.h"

#include "session/jobs/keylookup.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Job)
};

using Outcome = PlacedItem::Outcome;

/// Kept alive by the requests that are under way.
class Place : public std::enable_shared_from_this<Place>
{
public:
    Place(JobContext &context, JobFile &file, const QList<PlaceItem> &items, ConflictPolicy policy,
          std::function<void(const QList<PlacedItem> &)> done)
        : m_context(context)
        , m_file(file)
        , m_items(items)
        , m_policy(policy)
        , m_done(std::move(done))
        , m_results(items.size())
    {
    }

    void start()
    {
        QList<qsizetype> all;
        for (qsizetype i = 0; i < m_items.size(); ++i)
            all.append(i);
        look(all, &Place::compare);
    }

private:
    using Found = QList<FoundKey>;

    void look(const QList<qsizetype> &which, void (Place::*then)(const Found &))
    {
        QList<QByteArray> keys;
        for (const qsizetype i : which)
            keys.append(m_items.at(i).key);
        std::sort(keys.begin(), keys.end());
        lookUp(m_context, keys, false,
               [self = shared_from_this(), then](const Found &found) { (self.get()->*then)(found); });
    }

    static const FoundKey &find(const Found &found, const QByteArray &key)
    {
        return *std::lower_bound(found.cbegin(), found.cend(), key,
                                 [](const FoundKey &one, const QByteArray &k) { return one.key < k; });
    }

    void compare(const Found &found)
    {
        QList<qsizetype> toWrite;
        bool conflict = false;
        for (qsizetype i = 0; i < m_items.size(); ++i) {
            const FoundKey &now = find(found, m_items.at(i).key);
            PlacedItem &result = m_results[i];
            if (now.error.isError()) {
                result.operation = JobOperation::Read;
                result.error = now.error;
            } else if (now.value == m_items.at(i).value) {
                result.outcome = Outcome::Same;
            } else if (now.value && m_policy != ConflictPolicy::Replace) {
                result.outcome = Outcome::LeftAlone;
                conflict = true;
            } else {
                toWrite.append(i);
            }
        }
        if (conflict && m_policy == ConflictPolicy::Stop) {
            for (const qsizetype i : std::as_const(toWrite))
                m_results[i].error = {Hpkv::ErrorKind::Conflict,
                                      Text::tr("Not written: the job was stopped.")};
            m_done(m_results);
            return;
        }
        if (!writeDown(found, toWrite)) {
            m_context.stop(fileError(m_file.problem()));
            return;
        }
        m_left = toWrite.size();
        for (const qsizetype i : std::as_const(toWrite))
            write(i);
        if (toWrite.isEmpty())
            m_done(m_results);
    }

    bool writeDown(const Found &found, const QList<qsizetype> &toWrite)
    {
        for (qsizetype i = 0; i < m_items.size(); ++i) {
            if (m_results.at(i).outcome != Outcome::Same || m_items.at(i).source.isEmpty())
                continue;
            JobLine line;
            line.text("key", m_items.at(i).source).text("value", m_items.at(i).value).flag("same", true);
            if (!m_file.append(line))
                return false;
        }
        for (const qsizetype i : toWrite) {
            const PlaceItem &item = m_items.at(i);
            JobLine line;
            if (!item.source.isEmpty())
                line.text("key", item.source);
            line.text("value", item.value).text("to", item.key);
            line.optionalText("had", find(found, item.key).value);
            if (!m_file.append(line))
                return false;
        }
        return m_file.sync();
    }

    void write(qsizetype i)
    {
        WriteRequest request;
        request.key = m_items.at(i).key;
        request.value = m_items.at(i).value;
        m_context.write(request, [self = shared_from_this(), i](const Hpkv::Error &error, qint64) {
            self->written(i, error);
        });
    }

    void written(qsizetype i, const Hpkv::Error &error)
    {
        m_results[i].error = error;
        // Whoever does not know whether it was carried out reads as well.
        if (!error.isError() || error.delivery == Hpkv::Delivery::Unknown)
            m_toVerify.append(i);
        if (--m_left > 0)
            return;
        if (m_toVerify.isEmpty())
            m_done(m_results);
        else
            look(m_toVerify, &Place::verify);
    }

    void verify(const Found &found)
    {
        for (const qsizetype i : std::as_const(m_toVerify)) {
            const FoundKey &now = find(found, m_items.at(i).key);
            PlacedItem &result = m_results[i];
            if (!now.error.isError() && now.value == m_items.at(i).value) {
                result = {Outcome::Placed, JobOperation::Write, {}};
                continue;
            }
            // Of a write with an unknown fate the error stays: it says why nothing is known.
            if (result.error.isError())
                continue;
            result.operation = JobOperation::Verify;
            result.error = now.error;
            if (!now.error.isError())
                result.error = {Hpkv::ErrorKind::Conflict,
                                Text::tr("It was written, but the store holds something else now."),
                                Hpkv::Delivery::Answered};
        }
        m_done(m_results);
    }

    JobContext &m_context;
    JobFile &m_file;
    const QList<PlaceItem> m_items;
    const ConflictPolicy m_policy;
    const std::function<void(const QList<PlacedItem> &)> m_done;
    QList<PlacedItem> m_results;
    QList<qsizetype> m_toVerify;
    qsizetype m_left = 0;
};

} // namespace

void place(JobContext &context, JobFile &file, const QList<PlaceItem> &items, ConflictPolicy policy,
           std::function<void(const QList<PlacedItem> &)> done)
{
    std::make_shared<Place>(context, file, items, policy, std::move(done))->start();
}

} // namespace Studio
