// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/journaltext.h"

#include "models/keytext.h"
#include "session/jobs/jobreport.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <limits>

namespace Studio::JournalText
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

} // namespace

QString kind(const JournalLine &line)
{
    return line.job.isEmpty() ? liveKindText(line.shown.kind) : Text::tr("job");
}

QString job(const JournalLine &line)
{
    const auto is = [&line](JobKind kind) { return line.job == JobReport::name(kind); };
    const int keys = int(std::min<qint64>(line.keys, std::numeric_limits<int>::max()));
    if (is(JobKind::Delete))
        return Text::tr("%Ln key(s) deleted", nullptr, keys);
    if (is(JobKind::Patch))
        return Text::tr("%Ln key(s) patched", nullptr, keys);
    if (is(JobKind::Increment))
        return Text::tr("%Ln counter(s) incremented", nullptr, keys);
    if (is(JobKind::Copy) || is(JobKind::Receive))
        return Text::tr("%Ln key(s) copied", nullptr, keys);
    if (is(JobKind::Move))
        return Text::tr("%Ln key(s) moved", nullptr, keys);
    if (is(JobKind::Import))
        return Text::tr("%Ln key(s) imported", nullptr, keys);
    if (is(JobKind::TakeBack))
        return Text::tr("%Ln change(s) taken back", nullptr, keys);
    return Text::tr("%Ln key(s)", nullptr, keys);
}

QString change(const JournalLine &line)
{
    return line.job.isEmpty() ? liveEntryText(line.shown) : job(line);
}

QString end(const JournalLine &line)
{
    if (line.undoneBy != 0)
        return Text::tr("undone");
    switch (line.state) {
    case JournalState::Open:
        return Text::tr("open");
    case JournalState::Done:
        return line.undoes == 0 ? Text::tr("done") : line.isRedo ? Text::tr("redo") : Text::tr("undo");
    case JournalState::Failed:
        return Text::tr("failed");
    case JournalState::Unknown:
        return Text::tr("unknown");
    }
    return {};
}

QString whole(const JournalLine &line)
{
    QStringList lines{QLocale().toString(QDateTime::fromMSecsSinceEpoch(line.shown.at), QLocale::LongFormat),
                      KeyText::display(line.shown.key), change(line)};
    if (line.state == JournalState::Unknown || line.state == JournalState::Open)
        lines.append(Text::tr("How it ended is not known: it may have been carried out."));
    if (line.undoes != 0)
        lines.append(line.isRedo ? Text::tr("Did again what had been undone.")
                                 : Text::tr("Undid an earlier write."));
    if (line.undoneBy != 0)
        lines.append(Text::tr("It was undone later."));
    if (!line.error.isEmpty())
        lines.append(line.error);
    return lines.join(u'\n');
}

} // namespace Studio::JournalText
