// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangeremarks.h"

#include "browser/range/rangequeries.h"
#include "browser/range/rangereading.h"
#include "mirror/keyspacemirror.h"
#include "models/rangemodel.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qsizetype MostNamed = 3; // parts that are named one by one

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::RangeRemark)
};

RangeRemark missingParts(const IntervalEnd &end)
{
    QStringList parts;
    for (const KeyInterval &part : end.missing.first(std::min(MostNamed, end.missing.size()))) {
        RangeQuery query;
        query.interval = part;
        parts.append(query.title());
    }
    if (end.missing.size() > parts.size())
        parts.append(Text::tr("%1 more").arg(QLocale().toString(end.missing.size() - parts.size())));
    return {Severity::Warning,
            end.error.kind == Hpkv::ErrorKind::AccessDenied ? Text::tr("A part may not be read")
                                                            : Text::tr("A part could not be read"),
            //: %1 lists parts of the keys, %2 is the reason
            Text::tr("Missing: %1. %2").arg(parts.join(QStringLiteral(", ")), end.error.text),
            RangeRemark::Way::ReadAgain};
}

} // namespace

QString RangeRemark::wayText() const
{
    switch (way) {
    case Way::ReadAgain:
        return Text::tr("Read again");
    case Way::Reconnect:
        return Text::tr("Connect again");
    case Way::None:
        break;
    }
    return {};
}

RangeRemark RangeRemark::above(const RangeModel &model, const RangeReading &reading, const Session &session)
{
    const LineState line = session.status().line;
    if (model.rowCount() == 0)
        return {};
    if (line == LineState::Reconnecting || line == LineState::Failed)
        return {Severity::Warning, Text::tr("No connection"),
                reading.isRunning()
                    ? Text::tr("What you see may be out of date; reading goes on when the line is back.")
                    : Text::tr("What you see may be out of date."),
                Way::Reconnect};
    if (reading.isRunning() || !reading.hasRun())
        return {};
    const IntervalEnd &end = reading.end();
    if (!end.missing.isEmpty() && end.error.kind != Hpkv::ErrorKind::Canceled)
        return missingParts(end);
    const KeyInterval &interval = model.interval();
    if (session.mirror().coverage(interval.first, interval.last).stale && line == LineState::Connected)
        return {Severity::Warning, Text::tr("May be out of date"),
                Text::tr("The line was down since these records were read; changes may have been missed."),
                Way::ReadAgain};
    return {};
}

RangeRemark RangeRemark::instead(const RangeModel &model, const RangeReading &reading, const Session &session)
{
    // The filters stand in the table: without rows that pass, they must stay within reach.
    if (model.rowCount() > 0 || model.knownCount() > 0 || model.spec().isFiltering())
        return {};
    const auto say = [](const QString &title, const QString &text, Way way = Way::ReadAgain) {
        return RangeRemark{Severity::Info, title, text, way};
    };
    if (!reading.hasRun())
        return say(Text::tr("Which keys?"),
                   Text::tr("Give a prefix, or the first and the last key, and press Run."), Way::None);
    if (reading.isRunning()) {
        const bool waits = session.status().line != LineState::Connected;
        return say(waits ? Text::tr("Waiting for the connection…") : Text::tr("Reading…"), {}, Way::None);
    }
    const Hpkv::Error &error = reading.end().error;
    if (error.kind == Hpkv::ErrorKind::Canceled)
        return say(Text::tr("Reading was stopped"), Text::tr("No record was read before."));
    if (error.kind == Hpkv::ErrorKind::AccessDenied)
        return say(Text::tr("These keys may not be read"), error.text);
    if (error.isError())
        return say(Text::tr("The range could not be read"), error.text);
    return say(Text::tr("No keys in this range"),
               Text::tr("Keys appear here as soon as someone writes them."));
}

} // namespace Studio
