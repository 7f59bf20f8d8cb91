// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "drafts/draftstore.h"

#include "drafts/draftfolder.h"
#include "session/mailbox.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QThreadPool>
#include <QUuid>

#include <algorithm>
#include <tuple>
#include <variant>

namespace Studio
{

namespace
{

// What the thread of the files answers.

struct Written {
    Draft draft;
    QString problem; ///< empty = well
};

struct Adopted {
    QList<DraftInfo> drafts;
};

struct Read {
    quint64 number = 0;
    std::optional<Draft> draft;
};

using Answer = std::variant<Written, Adopted, Read>;

struct Reading {
    QPointer<QObject> receiver;
    std::function<void(std::optional<Draft>)> done;
};

} // namespace

struct DraftStore::Private {
    explicit Private(const QString &folder_)
        : folder(folder_)
        , isOn(!folder_.isEmpty())
    {
        pool.setMaxThreadCount(1);
        // The lock of the folder is held by the process, but why begin anew for each file.
        pool.setExpiryTimeout(-1);
    }

    DraftFolder folder; ///< in the pool's thread only
    Mailbox<Answer> answers;
    QThreadPool pool;
    bool isOn;
    bool hasFailed = false;
    QHash<QString, DraftInfo> owned; ///< by tabs
    QHash<QString, DraftInfo> offered;
    QHash<QString, Draft> unwritten; ///< what the disk did not take
    QHash<quint64, Reading> readings;
    quint64 nextReading = 1;
    QSet<QString> forgotten; ///< profiles
};

DraftStore::DraftStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(folder))
{
    d->answers.setWakeUp([this] { QMetaObject::invokeMethod(this, "deliver", Qt::QueuedConnection); });
    lookAgain();
}

DraftStore::~DraftStore()
{
    flush();
    d->answers.close();
}

bool DraftStore::isKeeping() const
{
    return d->isOn && !d->hasFailed;
}

void DraftStore::setOn(bool on)
{
    if (d->isOn == on)
        return;
    d->isOn = on;
    if (on) {
        lookAgain();
        return;
    }
    d->owned.clear();
    d->offered.clear();
    d->unwritten.clear();
    d->pool.start([folder = &d->folder] { folder->clear(); });
    emit offeredChanged();
}

QString DraftStore::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void DraftStore::keep(const Draft &draft)
{
    if (!d->isOn)
        return;
    d->owned.insert(draft.info.id, draft.info);
    d->pool.start([folder = &d->folder, answers = &d->answers, draft] {
        QString problem;
        if (folder->write(draft, &problem))
            problem.clear();
        answers->push(Written{draft, problem});
    });
}

void DraftStore::discard(const QString &id)
{
    d->owned.remove(id);
    d->unwritten.remove(id);
    d->pool.start([folder = &d->folder, id] { folder->remove(id); });
    if (d->offered.remove(id))
        emit offeredChanged();
}

void DraftStore::forget(const QString &profileId)
{
    d->forgotten.insert(profileId);
    for (const DraftInfo &info : offered(profileId))
        discard(info.id);
}

void DraftStore::release(const QString &id)
{
    const auto owned = d->owned.find(id);
    if (owned == d->owned.end())
        return;
    if (d->forgotten.contains(owned->profileId)) {
        discard(id);
        return;
    }
    d->offered.insert(id, *owned);
    d->owned.erase(owned);
    emit offeredChanged();
}

void DraftStore::take(const QString &id)
{
    const auto offered = d->offered.find(id);
    if (offered == d->offered.end())
        return;
    d->owned.insert(id, *offered);
    d->offered.erase(offered);
    emit offeredChanged();
}

QList<DraftInfo> DraftStore::offered(const QString &profileId) const
{
    QList<DraftInfo> drafts;
    for (const DraftInfo &info : std::as_const(d->offered)) {
        if (info.profileId == profileId)
            drafts.append(info);
    }
    std::sort(drafts.begin(), drafts.end(), [](const DraftInfo &a, const DraftInfo &b) {
        return std::tie(a.at, a.id) < std::tie(b.at, b.id);
    });
    return drafts;
}

std::optional<DraftInfo> DraftStore::offered(const QString &profileId, const QByteArray &key) const
{
    const QList<DraftInfo> drafts = offered(profileId);
    const auto found = std::find_if(drafts.crbegin(), drafts.crend(),
                                    [&](const DraftInfo &info) { return !info.isNew && info.key == key; });
    return found == drafts.crend() ? std::nullopt : std::optional(*found);
}

void DraftStore::read(const QString &id, QObject *receiver, std::function<void(std::optional<Draft>)> done)
{
    const quint64 number = d->nextReading++;
    d->readings.insert(number, {receiver, std::move(done)});
    if (const auto held = d->unwritten.constFind(id); held != d->unwritten.cend()) {
        d->answers.push(Read{number, *held});
        return;
    }
    d->pool.start([folder = &d->folder, answers = &d->answers, id, number] {
        answers->push(Read{number, folder->read(id)});
    });
}

void DraftStore::lookAgain()
{
    if (!d->isOn)
        return;
    d->pool.start([folder = &d->folder, answers = &d->answers] { answers->push(Adopted{folder->adopt()}); });
}

void DraftStore::flush()
{
    d->pool.waitForDone();
}

void DraftStore::deliver()
{
    for (Answer &answer : d->answers.take()) {
        if (const auto *written = std::get_if<Written>(&answer)) {
            const QString &id = written->draft.info.id;
            const bool isWanted = d->owned.contains(id) || d->offered.contains(id);
            d->unwritten.remove(id);
            if (!written->problem.isEmpty() && isWanted)
                d->unwritten.insert(id, written->draft);
            const bool hadFailed = std::exchange(d->hasFailed, !written->problem.isEmpty());
            if (d->hasFailed)
                emit failed(written->problem);
            else if (hadFailed)
                emit mended();
        } else if (const auto *adopted = std::get_if<Adopted>(&answer)) {
            if (adopted->drafts.isEmpty() || !d->isOn)
                continue;
            for (const DraftInfo &info : adopted->drafts) {
                d->offered.insert(info.id, info);
                if (d->forgotten.contains(info.profileId))
                    discard(info.id);
            }
            emit offeredChanged();
        } else if (auto *read = std::get_if<Read>(&answer)) {
            const Reading reading = d->readings.take(read->number);
            if (reading.receiver)
                reading.done(std::move(read->draft));
        }
    }
}

} // namespace Studio
