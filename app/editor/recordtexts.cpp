// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/recordtexts.h"

#include "editor/recordcontroller.h"
#include "editor/textcheck.h"
#include "shell/wording.h"
#include "json/jsondiff.h"
#include "json/jsonscanner.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace Studio::RecordTexts
{

namespace
{

/// Texts of the record tab share one translation context.
struct RecordTexts {
    Q_DECLARE_TR_FUNCTIONS(RecordTexts)
};

using Kind = Hpkv::ErrorKind;
using Trouble = RecordController::Trouble;

constexpr int NamesShown = 3;
constexpr qsizetype MaxCompared = 512 * 1024; ///< bytes; more would hold the window

/// Why, and what can be done next.
QString cause(const Hpkv::Error &error)
{
    switch (error.kind) {
    case Kind::AccessDenied:
        return RecordTexts::tr(
            "This connection may not do that with this key. An API key that may write, or a token whose "
            "pattern includes the key, can.");
    case Kind::Authentication:
        return RecordTexts::tr("The server does not accept the API key or token. Check it in the profile.");
    case Kind::RateLimited:
        return RecordTexts::tr("The server refused it for its rate limit. Try again in a moment.");
    case Kind::TooLarge:
        return RecordTexts::tr("The value or the key is larger than the server takes.");
    case Kind::NotFound:
        return RecordTexts::tr("The server has no such key.");
    case Kind::Timeout:
        return RecordTexts::tr("The server did not answer in time.");
    case Kind::ConnectionFailed:
    case Kind::ConnectionLost:
    case Kind::NotConnected:
        return RecordTexts::tr("There is no connection.");
    case Kind::Canceled:
        return RecordTexts::tr("The connection was closed before.");
    case Kind::QueueFull:
        return RecordTexts::tr("Too many requests wait already. Try again in a moment.");
    case Kind::Conflict:
        return RecordTexts::tr("Another writer changed the record meanwhile.");
    default:
        break;
    }
    if (error.code > 0 && error.delivery != Hpkv::Delivery::NotSent && !error.text.isEmpty())
        return RecordTexts::tr("The server says: %1 (%2)").arg(error.text).arg(error.code);
    return error.text.isEmpty() ? RecordTexts::tr("The server reports a failure (%1).").arg(error.code)
                                : error.text;
}

QString notDone(WriteKind kind)
{
    if (kind == WriteKind::Delete)
        return RecordTexts::tr("Not deleted.");
    return kind == WriteKind::Increment ? RecordTexts::tr("Not counted.") : RecordTexts::tr("Not saved.");
}

} // namespace

RecordBanner::Content line(const SessionStatus &status, qint64 now, bool isEdited)
{
    if (status.line == LineState::Connected || status.line == LineState::Connecting)
        return {};
    RecordBanner::Content content;
    content.severity = status.line == LineState::Failed ? Severity::Error : Severity::Warning;
    if (status.downSince > 0) {
        content.title = RecordTexts::tr("No connection for %1.")
                            .arg(Wording::duration(std::max<qint64>(0, now - status.downSince)));
    } else {
        content.title = RecordTexts::tr("No connection.");
    }
    QStringList text;
    if (status.line == LineState::Reconnecting) {
        const qint64 wait = status.nextAttemptAt > 0 ? std::max<qint64>(0, status.nextAttemptAt - now) : 0;
        text += wait > 0 ? RecordTexts::tr("Trying again in %1 (attempt %2).")
                               .arg(Wording::duration(wait + 999))
                               .arg(std::max(1, status.attempt))
                         : RecordTexts::tr("Trying again now (attempt %1).").arg(std::max(1, status.attempt));
    } else if (status.line == LineState::Failed) {
        text += cause(status.lastError);
    }
    text += isEdited ? RecordTexts::tr("What you see may be out of date; your edit stays here.")
                     : RecordTexts::tr("What you see may be out of date.");
    content.text = text.join(QLatin1Char(' '));
    return content;
}

RecordBanner::Content trouble(const RecordController &controller, const QString &members)
{
    const Hpkv::Error &error = controller.error();
    RecordBanner::Content content;
    switch (controller.trouble()) {
    case Trouble::None:
        break;
    case Trouble::ReadFailed:
        content = {Severity::Error, RecordTexts::tr("The record could not be read."), cause(error), {}};
        break;
    case Trouble::Deleted:
        content = {Severity::Warning,
                   RecordTexts::tr("This record was deleted elsewhere."),
                   RecordTexts::tr("The text stays here and can be saved again as a new record."),
                   {}};
        break;
    case Trouble::ChangedElsewhere:
        content.severity = Severity::Warning;
        if (controller.isNew()) {
            content.title = RecordTexts::tr("This key exists already.");
            content.text = RecordTexts::tr("Nothing has been written.");
        } else if (members.isEmpty()) {
            content.title = RecordTexts::tr("Changed elsewhere while you were editing.");
            content.text = RecordTexts::tr("Nothing has been written; your text stays until you choose.");
        } else {
            content.title = RecordTexts::tr("Changed elsewhere: %1.").arg(members);
            content.text = RecordTexts::tr("Nothing has been written; your text stays until you choose.");
        }
        break;
    case Trouble::WriteRefused:
        content.severity = Severity::Error;
        content.title = notDone(controller.lastKind());
        content.text =
            controller.lastKind() == WriteKind::Delete || controller.lastKind() == WriteKind::Increment
                ? cause(error)
                : RecordTexts::tr("%1 Your text stays here.").arg(cause(error));
        break;
    case Trouble::WriteNotDone:
        content.severity = Severity::Error;
        content.title = notDone(controller.lastKind());
        content.text =
            RecordTexts::tr("The connection failed on the way. The record was read again: the change was not "
                            "carried out.");
        break;
    case Trouble::WriteUncertain:
        content.severity = Severity::Warning;
        content.title = RecordTexts::tr("It cannot be told whether the step was counted.");
        content.text = RecordTexts::tr("The connection failed on the way, and others counted meanwhile. The "
                                       "counter was read again and stands as shown.");
        break;
    case Trouble::WriteUnknown: {
        const bool isStep = controller.lastKind() == WriteKind::Increment;
        content.severity = Severity::Warning;
        content.title = controller.isCarriedOut()
                          ? RecordTexts::tr("The change was carried out; what it left is not known yet.")
                          : RecordTexts::tr("It is not known whether the change was carried out.");
        if (controller.isReading())
            content.text = isStep ? RecordTexts::tr("Reading again…")
                                  : RecordTexts::tr("Reading again… Your text stays here.");
        else
            content.text = isStep ? RecordTexts::tr("It is read again when the connection is back.")
                                  : RecordTexts::tr("It is read again when the connection is back. Your text "
                                                    "stays here.");
        break;
    }
    }
    return content;
}

QString readState(const RecordController &controller)
{
    if (controller.readAt() <= 0)
        return controller.isReading() ? RecordTexts::tr("reading…") : QString();
    const QString time =
        QDateTime::fromMSecsSinceEpoch(controller.readAt()).toString(QStringLiteral("HH:mm:ss"));
    if (controller.isLive())
        return RecordTexts::tr("read %1, live").arg(time);
    if (controller.isConnected())
        return RecordTexts::tr("read %1").arg(time);
    return RecordTexts::tr("read %1, may be out of date").arg(time);
}

QString memberNames(QByteArrayView before, QByteArrayView after)
{
    if (before.size() + after.size() > MaxCompared || validateJson(before) || validateJson(after))
        return {};
    const QList<JsonChange> changes = jsonChanges(before, after, MaxChangedMembers);
    QStringList names;
    for (const JsonChange &change : changes.first(std::min<qsizetype>(changes.size(), NamesShown))) {
        if (!change.pointer.isEmpty())
            names += QString::fromUtf8(change.pointer.sliced(1));
    }
    if (names.isEmpty())
        return {};
    const QString list = names.join(RecordTexts::tr(", ", "between the names of members"));
    const int more = int(changes.size() - names.size());
    return more > 0 ? RecordTexts::tr("%1 and %n more", nullptr, more).arg(list) : list;
}

QString edited(const TextFindings &findings)
{
    if (!findings.isComparable)
        return RecordTexts::tr("Edited · not saved");
    if (findings.changedMembers == 0)
        return RecordTexts::tr("Edited: white space or order only · not saved");
    if (findings.changedMembers > MaxChangedMembers)
        return RecordTexts::tr("Edited: more than %1 members · not saved").arg(MaxChangedMembers);
    return RecordTexts::tr("Edited: %n member(s) · not saved", nullptr, findings.changedMembers);
}

QString foreignChange(qint64 age, const QString &members)
{
    const bool isFresh = age < 10'000;
    if (members.isEmpty())
        return isFresh ? RecordTexts::tr("changed just now by another writer")
                       : RecordTexts::tr("changed %1 ago by another writer").arg(Wording::duration(age));
    return isFresh
             ? RecordTexts::tr("changed just now by another writer: %1").arg(members)
             : RecordTexts::tr("changed %1 ago by another writer: %2").arg(Wording::duration(age), members);
}

} // namespace Studio::RecordTexts
