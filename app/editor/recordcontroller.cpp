// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/recordcontroller.h"

#include "editor/saveplan.h"
#include "mirror/keyspacemirror.h"
#include "session/readoperation.h"
#include "session/session.h"
#include "session/writeoperation.h"

#include <QDateTime>
#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace Studio
{

namespace
{

/// ms that the session has to verify a presumed value of an open record by itself, before it is read here.
constexpr int VerifyGrace = 1500;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

bool holds(const QList<QByteArray> &sorted, const QByteArray &key)
{
    return std::binary_search(sorted.cbegin(), sorted.cend(), key);
}

} // namespace

struct RecordController::Private {
    Private(RecordController *controller, Session &session_, QByteArray key_)
        : q(controller)
        , session(session_)
        , key(std::move(key_))
        , isNew(key.isEmpty())
    {
    }

    RecordController *q;
    Session &session;
    QByteArray key;
    bool isNew;
    Presence presence = Presence::Unknown;
    QByteArray base;
    qint64 readAt = 0;
    bool isDirty = false;

    Trouble trouble = Trouble::None;
    Hpkv::Error error;
    std::optional<QByteArray> theirs;
    bool changeMetBySave = false;
    Outcome outcome = Outcome::None;

    QPointer<ReadOperation> read;
    QPointer<WriteOperation> write;
    WriteRequest request; ///< of the last write
    QByteArray sentText; ///< what the editor held then
    bool isCarriedOut = false; ///< that is known of it; what it left is being read
    bool isFindingOut = false; ///< reading again after a write whose end is not known
    bool readWhenConnected = false;
    std::optional<std::pair<RecordWrite, bool>> waiting; ///< with `confirmed`: a save without a line
    QTimer verify;
    bool isLive = false; ///< watched, and read since that began

    bool isWatched() const;
    bool isConnected() const { return session.status().line == LineState::Connected; }
    void setTrouble(Trouble next, const Hpkv::Error &why = {})
    {
        trouble = next;
        error = why;
        if (next != Trouble::ChangedElsewhere) {
            theirs.reset();
            changeMetBySave = false;
        }
    }
    void watch();
    void startRead();
    void readDone(const ReadOperation &done);
    void foundOut(const std::optional<QByteArray> &value, qint64 at);
    void look();
    void learn(const std::optional<QByteArray> &value, qint64 at);
    void startWrite(const WriteRequest &next);
    void writeDone(const WriteOperation &done);
    void confirmed(const std::optional<QByteArray> &after);
    void gone();
    void metChange(const std::optional<QByteArray> &actual);
    void statusChanged();
};

RecordController::RecordController(Session &session, QByteArray key, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, session, std::move(key)))
{
    d->verify.setSingleShot(true);
    d->verify.setInterval(VerifyGrace);
    connect(&d->verify, &QTimer::timeout, this, [this] { d->startRead(); });
    connect(&session.mirror(), &KeyspaceMirror::applied, this, [this](const AppliedBatch &batch) {
        if (d->isNew)
            return;
        if (holds(batch.removed, d->key))
            d->learn({}, now());
        else if (holds(batch.inserted, d->key) || holds(batch.changed, d->key))
            d->look();
    });
    connect(&session, &Session::statusChanged, this, [this] { d->statusChanged(); });
    connect(&session, &Session::caughtUp, this, &RecordController::changed);
    if (!d->isNew) {
        d->watch();
        d->look();
        d->startRead();
    }
}

RecordController::~RecordController() = default;

void RecordController::Private::watch()
{
    session.setInterest(q, {}, {key});
}

bool RecordController::Private::isWatched() const
{
    const SessionStatus &status = session.status();
    return !isNew && status.watching
        && std::any_of(status.watchedPatterns.cbegin(), status.watchedPatterns.cend(),
                       [this](const QByteArray &pattern) {
                           return pattern.endsWith('*') ? key.startsWith(QByteArrayView(pattern).chopped(1))
                                                        : pattern == key;
                       });
}

// --- what is known

const QByteArray &RecordController::key() const
{
    return d->key;
}

void RecordController::setNewKey(const QByteArray &key)
{
    if (!d->isNew || d->key == key)
        return;
    d->key = key;
    d->setTrouble(Trouble::None);
    emit changed();
}

bool RecordController::isNew() const
{
    return d->isNew;
}

RecordController::Presence RecordController::presence() const
{
    return d->presence;
}

const QByteArray &RecordController::base() const
{
    return d->base;
}

qint64 RecordController::readAt() const
{
    return d->readAt;
}

bool RecordController::isConnected() const
{
    return d->isConnected();
}

bool RecordController::isLive() const
{
    return d->isLive && d->isConnected();
}

bool RecordController::isReading() const
{
    return d->read;
}

RecordController::Trouble RecordController::trouble() const
{
    return d->trouble;
}

const Hpkv::Error &RecordController::error() const
{
    return d->error;
}

WriteKind RecordController::lastKind() const
{
    return d->request.kind;
}

bool RecordController::isCarriedOut() const
{
    return d->isCarriedOut;
}

const std::optional<QByteArray> &RecordController::theirs() const
{
    return d->theirs;
}

bool RecordController::changeMetBySave() const
{
    return d->changeMetBySave;
}

RecordController::Outcome RecordController::outcome() const
{
    return d->outcome;
}

bool RecordController::isReadOnly() const
{
    return d->session.profile().safety == SafetyLevel::ReadOnly;
}

bool RecordController::needsConfirmation() const
{
    return d->session.profile().safety == SafetyLevel::Confirm;
}

bool RecordController::isSaving() const
{
    return d->write;
}

bool RecordController::isWaitingForLine() const
{
    return d->waiting.has_value();
}

bool RecordController::isDirty() const
{
    return d->isDirty;
}

void RecordController::noteEdited(bool dirty)
{
    if (d->isDirty == dirty)
        return;
    if (dirty)
        d->outcome = Outcome::None;
    d->isDirty = dirty;
    emit changed();
}

// --- reading

void RecordController::reload()
{
    if (d->isNew)
        return;
    if (d->trouble == Trouble::ReadFailed)
        d->setTrouble(Trouble::None);
    d->startRead();
    emit changed();
}

void RecordController::Private::startRead()
{
    verify.stop();
    if (key.isEmpty() || read)
        return;
    readWhenConnected = false;
    read = session.read(key);
    QObject::connect(read, &ReadOperation::finished, q, [this] {
        const QPointer<ReadOperation> done = std::exchange(read, nullptr);
        readDone(*done);
    });
}

void RecordController::Private::readDone(const ReadOperation &done)
{
    if (done.error().isError()) {
        using Kind = Hpkv::ErrorKind;
        const Kind kind = done.error().kind;
        readWhenConnected = !isConnected() || kind == Kind::ConnectionLost || kind == Kind::NotConnected
                         || kind == Kind::Canceled;
        if (isFindingOut) {
            error = done.error();
            readWhenConnected = true;
        } else if (presence == Presence::Unknown || trouble == Trouble::None) {
            // What is shown stays, with its time; a line that is down has its own banner.
            if (isConnected() || presence == Presence::Unknown)
                setTrouble(Trouble::ReadFailed, done.error());
        }
        emit q->changed();
        return;
    }
    if (trouble == Trouble::ReadFailed)
        setTrouble(Trouble::None);
    if (isFindingOut)
        foundOut(done.value(), done.sentAt());
    else
        learn(done.value(), done.sentAt());
    emit q->changed();
}

/// After a write whose end was not known: what the store holds tells.
void RecordController::Private::foundOut(const std::optional<QByteArray> &value, qint64 at)
{
    isFindingOut = false;
    const Hpkv::Error why = error;
    if (std::exchange(isCarriedOut, false)) {
        readAt = at;
        if (value)
            confirmed(value);
        else
            gone();
        return;
    }
    const bool isAsBefore = presence == Presence::Present ? value && *value == base : !value;
    setTrouble(Trouble::None);
    if (showsEffect(request, base, value)) {
        readAt = at;
        confirmed(value);
    } else if (isAsBefore) {
        readAt = at;
        setTrouble(Trouble::WriteNotDone, why);
    } else if (value && request.kind == WriteKind::Increment && !isDirty) {
        base = *value;
        readAt = at;
        setTrouble(Trouble::WriteUncertain, why);
        emit q->valueShown(true);
    } else {
        metChange(value);
    }
}

/// The mirror knows something new about the key.
void RecordController::Private::look()
{
    const std::optional<Entry> entry = session.mirror().find(key);
    if (!entry)
        return;
    const bool isCertain = entry->info.state == ValueState::Read || entry->info.state == ValueState::Own;
    if (entry->hasValue && isCertain) {
        verify.stop();
        learn(entry->value, entry->info.at);
    } else if (!verify.isActive() && !read) {
        verify.start();
    }
}

/// The store holds `value` (nothing: no such key).
void RecordController::Private::learn(const std::optional<QByteArray> &value, qint64 at)
{
    if (write || isFindingOut)
        return; // its end decides, and looks again
    const bool wasKnown = presence != Presence::Unknown;
    const bool isSame =
        value ? presence == Presence::Present && *value == base : presence == Presence::Absent;
    if (isSame) {
        readAt = std::max(readAt, at);
        if (trouble == Trouble::ChangedElsewhere)
            setTrouble(Trouble::None);
        emit q->changed();
        return;
    }
    if (!value) {
        presence = Presence::Absent;
        readAt = at;
        outcome = Outcome::None;
        setTrouble(wasKnown ? Trouble::Deleted : Trouble::None);
        emit q->changed();
        return;
    }
    if (isDirty && wasKnown) {
        outcome = Outcome::None;
        if (trouble != Trouble::ChangedElsewhere || theirs != value) {
            const bool met = changeMetBySave;
            setTrouble(Trouble::ChangedElsewhere);
            changeMetBySave = met;
            theirs = value;
        }
        emit q->changed();
        return;
    }
    base = *value;
    presence = Presence::Present;
    readAt = at;
    outcome = Outcome::None;
    setTrouble(Trouble::None);
    emit q->valueShown(wasKnown);
    emit q->changed();
}

void RecordController::Private::statusChanged()
{
    if (!isWatched() || !isConnected()) {
        isLive = false;
    } else if (!isLive && presence != Presence::Unknown && !read) {
        // What happened between the reading and the beginning of the watch was not heard.
        isLive = true;
        startRead();
    }
    if (isConnected()) {
        if (waiting) {
            const auto [what, isConfirmed] = *waiting;
            q->write(what, isConfirmed);
        } else if (readWhenConnected) {
            if (trouble == Trouble::ReadFailed)
                setTrouble(Trouble::None);
            startRead();
        }
    }
    emit q->changed();
}

// --- writing

void RecordController::save(const QByteArray &text, bool confirmed)
{
    RecordWrite what;
    what.text = text;
    what.value = text;
    write(what, confirmed);
}

void RecordController::write(const RecordWrite &what, bool confirmed)
{
    const bool isStep = what.kind == WriteKind::Increment;
    if ((what.value.isEmpty() && !isStep) || d->key.isEmpty() || d->write || isReadOnly())
        return;
    d->waiting.reset();
    if (!d->isConnected()) {
        if (!isStep)
            d->waiting = std::pair(what, confirmed);
        emit changed();
        return;
    }
    WriteRequest request;
    request.kind = what.kind;
    request.key = d->key;
    request.value = what.value;
    request.delta = what.delta;
    request.confirmed = confirmed;
    if (what.ifUnchanged && d->presence == Presence::Present)
        request.expected = d->base;
    else if (what.ifUnchanged)
        request.expectAbsent = true;
    d->sentText = what.text;
    d->startWrite(request);
}

void RecordController::cancelWaitingSave()
{
    d->waiting.reset();
    emit changed();
}

void RecordController::remove(bool confirmed)
{
    if (d->presence != Presence::Present || d->write || isReadOnly())
        return;
    WriteRequest request;
    request.kind = WriteKind::Delete;
    request.key = d->key;
    request.expected = d->base;
    request.confirmed = confirmed;
    d->startWrite(request);
}

void RecordController::Private::startWrite(const WriteRequest &next)
{
    request = next;
    outcome = Outcome::None;
    isFindingOut = false;
    isCarriedOut = false;
    setTrouble(Trouble::None);
    write = session.write(request);
    QObject::connect(write, &WriteOperation::finished, q, [this] {
        const QPointer<WriteOperation> done = std::exchange(write, nullptr);
        writeDone(*done);
    });
    emit q->changed();
}

void RecordController::Private::writeDone(const WriteOperation &done)
{
    switch (done.state()) {
    case WriteOperation::State::Confirmed:
        readAt = now();
        confirmed(done.valueAfter());
        break;
    case WriteOperation::State::Changed:
        metChange(done.actualValue());
        break;
    case WriteOperation::State::Unknown:
        setTrouble(Trouble::WriteUnknown, done.error());
        isFindingOut = true;
        if (isConnected())
            startRead();
        else
            readWhenConnected = true;
        break;
    default:
        // A delete of what is not there any more has reached its aim.
        if (request.kind == WriteKind::Delete && done.error().isNotFound())
            confirmed({});
        else
            setTrouble(Trouble::WriteRefused, done.error());
        break;
    }
    emit q->changed();
}

/// The last write was carried out and left `after` in the store (nothing: that is not known).
void RecordController::Private::confirmed(const std::optional<QByteArray> &after)
{
    setTrouble(Trouble::None);
    if (request.kind == WriteKind::Delete) {
        presence = Presence::Absent;
        outcome = Outcome::Removed;
        return;
    }
    if (!after && request.kind != WriteKind::Replace) {
        // A patch or an append whose result could not be read back.
        isCarriedOut = true;
        isFindingOut = true;
        setTrouble(Trouble::WriteUnknown);
        if (isConnected())
            startRead();
        else
            readWhenConnected = true;
        return;
    }
    base = request.kind == WriteKind::Replace ? request.value : *after;
    presence = Presence::Present;
    outcome = Outcome::Saved;
    if (std::exchange(isNew, false)) {
        watch();
        emit q->keyChanged(key);
    }
    emit q->written(sentText);
    // Somebody may have written again already.
    look();
}

/// The record is not there any more, while the editor's text stays.
void RecordController::Private::gone()
{
    presence = Presence::Absent;
    setTrouble(Trouble::Deleted);
}

/// The last write was not carried out, as the store held `actual` instead of base().
void RecordController::Private::metChange(const std::optional<QByteArray> &actual)
{
    if (actual && request.kind == WriteKind::Replace && *actual == request.value) {
        confirmed(actual); // both wrote the same
        return;
    }
    if (!actual) {
        if (request.kind == WriteKind::Delete) {
            presence = Presence::Absent;
            outcome = Outcome::Removed;
        } else {
            gone();
        }
        return;
    }
    if (request.kind == WriteKind::Increment && !isDirty) {
        // Nothing is at stake: the counter is shown as it stands now.
        base = *actual;
        readAt = now();
        setTrouble(Trouble::WriteRefused, {Hpkv::ErrorKind::Conflict, {}, Hpkv::Delivery::NotSent});
        emit q->valueShown(true);
        return;
    }
    if (request.kind == WriteKind::Delete) {
        learn(actual, now());
        setTrouble(Trouble::WriteRefused, {Hpkv::ErrorKind::Conflict, {}, Hpkv::Delivery::NotSent});
        return;
    }
    setTrouble(Trouble::ChangedElsewhere);
    theirs = actual;
    changeMetBySave = true;
}

// --- choices

void RecordController::takeTheirs()
{
    if (d->trouble != Trouble::ChangedElsewhere || !d->theirs)
        return;
    const QByteArray value = *d->theirs;
    const bool wasNew = std::exchange(d->isNew, false);
    d->base = value;
    d->presence = Presence::Present;
    d->readAt = now();
    d->isDirty = false;
    d->setTrouble(Trouble::None);
    if (wasNew) {
        d->watch();
        emit keyChanged(d->key);
    }
    emit valueShown(true);
    emit changed();
}

void RecordController::keepMine()
{
    if (d->trouble != Trouble::ChangedElsewhere || !d->theirs)
        return;
    d->base = *d->theirs;
    d->presence = Presence::Present;
    d->readAt = now();
    d->setTrouble(Trouble::None);
    emit changed();
}

void RecordController::resumeEdit(const std::optional<QByteArray> &base)
{
    const bool isPresent = d->presence == Presence::Present;
    const std::optional<QByteArray> current = isPresent ? std::optional(d->base) : std::nullopt;
    if (d->presence == Presence::Unknown || d->isNew || current == base)
        return;
    if (!current) {
        d->gone();
    } else {
        d->base = base.value_or(QByteArray());
        d->setTrouble(Trouble::ChangedElsewhere);
        d->theirs = current;
    }
    emit changed();
}

void RecordController::dismissTrouble()
{
    if (d->trouble == Trouble::WriteUnknown || d->trouble == Trouble::ChangedElsewhere)
        return;
    d->setTrouble(Trouble::None);
    emit changed();
}

} // namespace Studio
