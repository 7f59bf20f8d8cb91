// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historyrecorder.h"

#include "history/historythread.h"
#include "mirror/keyspacemirror.h"

#include <QPointer>
#include <QSet>

#include <algorithm>

namespace Studio
{

struct HistoryRecorder::Private {
    HistoryThread &thread;
    QPointer<KeyspaceMirror> mirror;
    QSet<QByteArray> doubtful; ///< what pages say of them is told when the mirror has taken in all
    bool isCatchingUp = false; ///< keys that are new to the mirror may be ones that were removed once
    QString problem;
};

HistoryRecorder::HistoryRecorder(HistoryThread &thread, QObject *parent)
    : QObject(parent)
    , d(new Private{thread, {}, {}, false, {}})
{
    connect(&thread, &HistoryThread::statusChanged, this, [this] {
        const QString problem = status().problem;
        if (problem != std::exchange(d->problem, problem))
            emit problemChanged(problem);
        emit statusChanged();
    });
}

HistoryRecorder::~HistoryRecorder() = default;

const HistoryStatus &HistoryRecorder::status() const
{
    return d->thread.status();
}

void HistoryRecorder::follow(KeyspaceMirror *mirror)
{
    if (d->mirror)
        disconnect(d->mirror, nullptr, this, nullptr);
    d->mirror = mirror;
    connect(mirror, &KeyspaceMirror::applied, this, [this](const AppliedBatch &batch) {
        if (batch.lineBroke)
            d->isCatchingUp = true;
        if (!batch.heard.isEmpty()) {
            const auto notifications =
                std::count_if(batch.heard.cbegin(), batch.heard.cend(),
                              [](const Heard &heard) { return heard.origin == Origin::Notification; });
            d->thread.record(batch.heard, int(notifications));
        }
        const auto look = [this](const QList<QByteArray> &keys) {
            for (const QByteArray &key : keys) {
                const std::optional<EntryInfo> info = d->mirror->info(key);
                if (!info || info->origin == Origin::Page)
                    d->doubtful.insert(key);
            }
        };
        look(batch.changed);
        look(batch.removed);
        if (d->isCatchingUp)
            look(batch.inserted);
    });
    connect(mirror, &KeyspaceMirror::drained, this, [this] {
        QList<Heard> reads;
        for (const QByteArray &key : std::exchange(d->doubtful, {})) {
            const std::optional<Entry> entry = d->mirror->find(key);
            Heard read;
            read.key = key;
            read.origin = Origin::Page;
            read.removed = !entry;
            read.hasValue = entry && entry->hasValue && entry->info.state == ValueState::Read;
            read.after = read.hasValue ? entry->value : QByteArray();
            read.at = entry ? entry->info.at : 0;
            if (read.removed || read.hasValue)
                reads.append(read);
        }
        if (!reads.isEmpty())
            d->thread.record(reads, 0);
    });
}

void HistoryRecorder::lineUp(qint64 at)
{
    d->thread.lineUp(at);
}

void HistoryRecorder::lineDown(qint64 at)
{
    d->isCatchingUp = true;
    d->thread.lineDown(at);
}

void HistoryRecorder::caughtUp()
{
    d->isCatchingUp = false;
}

void HistoryRecorder::setLimits(const HistoryLimits &limits)
{
    d->thread.setLimits(limits);
}

void HistoryRecorder::setFilter(HistoryFilter filter)
{
    d->thread.setFilter(std::move(filter));
}

} // namespace Studio
