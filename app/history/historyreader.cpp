// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historyreader.h"

#include "history/historythread.h"

#include <QPointer>

namespace Studio
{

namespace
{

/// Runs `question` on the thread and `done` with its answer here, unless `context` is gone.
template <typename T, typename Question>
void ask(HistoryThread &thread, QObject *context, std::function<void(const T &)> done, Question question)
{
    // QPointer is for the window's thread only, so the thread carries it along unseen.
    auto target = std::make_shared<std::pair<QPointer<QObject>, std::function<void(const T &)>>>(
        context, std::move(done));
    thread.ask([&thread, target, question = std::move(question)](HistoryThread::Desk &desk) mutable {
        T answer = desk.queries ? question(*desk.queries) : T();
        thread.answer([target = std::move(target), answer = std::move(answer)] {
            if (target->first)
                target->second(answer);
        });
    });
}

/// A piece of the series, then whatever waits for the thread, then the next piece.
void goOn(HistoryThread &thread, const std::shared_ptr<SeriesQuery> &series,
          const std::function<void(const QList<SeriesPoint> &)> &done)
{
    if (!series->step()) {
        done(series->points());
        return;
    }
    thread.ask([&thread, series, done](HistoryThread::Desk &) { goOn(thread, series, done); });
}

} // namespace

HistoryReader::HistoryReader(HistoryThread &thread, QObject *parent)
    : SeriesHistory(parent)
    , m_thread(thread)
{
}

void HistoryReader::states(const QList<QByteArray> &keys, qint64 at, QObject *context,
                           Done<QHash<QByteArray, PastState>> done)
{
    ask<QHash<QByteArray, PastState>>(m_thread, context, std::move(done),
                                      [keys, at](HistoryQueries &queries) {
                                          QHash<QByteArray, PastState> states;
                                          for (const QByteArray &key : keys)
                                              states.insert(key, queries.state(key, at));
                                          return states;
                                      });
}

void HistoryReader::keysUnder(const QByteArray &prefix, qint64 at, int limit, QObject *context,
                              Done<QList<PastKey>> done)
{
    ask<QList<PastKey>>(m_thread, context, std::move(done), [prefix, at, limit](HistoryQueries &queries) {
        return queries.keysUnder(prefix, at, limit);
    });
}

void HistoryReader::page(const HistoryQuery &query, QObject *context, Done<HistoryPage> done)
{
    ask<HistoryPage>(m_thread, context, std::move(done),
                     [query](HistoryQueries &queries) { return queries.page(query); });
}

void HistoryReader::notes(HistoryQuery query, QObject *context, Done<PastNotePage> done)
{
    query.newestFirst = true;
    ask<PastNotePage>(m_thread, context, std::move(done), [query](HistoryQueries &queries) {
        const HistoryPage page = queries.page(query);
        return PastNotePage{pastNotes(page.entries, queries.before(page.entries)), page.next,
                            queries.cutBefore()};
    });
}

void HistoryReader::nextChange(const HistoryScope &scope, qint64 at, bool forward, QObject *context,
                               Done<std::optional<HistoryEntry>> done)
{
    ask<std::optional<HistoryEntry>>(
        m_thread, context, std::move(done),
        [scope, at, forward](HistoryQueries &queries) { return queries.nextChange(scope, at, forward); });
}

void HistoryReader::span(qint64 from, qint64 to, int parts, QObject *context, Done<HistorySpan> done)
{
    ask<HistorySpan>(m_thread, context, std::move(done),
                     [from, to, parts](HistoryQueries &queries) { return queries.span(from, to, parts); });
}

void HistoryReader::changedBetween(const QByteArray &prefix, qint64 from, qint64 to, int limit,
                                   QObject *context, Done<QList<PastDifference>> done)
{
    ask<QList<PastDifference>>(m_thread, context, std::move(done),
                               [prefix, from, to, limit](HistoryQueries &queries) {
                                   return queries.changedBetween(prefix, from, to, limit);
                               });
}

void HistoryReader::request(const Request &request, QObject *context,
                            std::function<void(const QList<SeriesPoint> &points)> done)
{
    using Points = QList<SeriesPoint>;
    auto target = std::make_shared<std::pair<QPointer<QObject>, std::function<void(const Points &)>>>(
        context, std::move(done));
    m_thread.ask([&thread = m_thread, request, target](HistoryThread::Desk &desk) {
        const auto answer = [&thread, target](const Points &points) {
            thread.answer([target, points] {
                if (target->first)
                    target->second(points);
            });
        };
        if (desk.queries)
            goOn(thread, std::make_shared<SeriesQuery>(desk.file, request), answer);
        else
            answer({});
    });
}

} // namespace Studio
