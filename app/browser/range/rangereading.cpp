// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangereading.h"

#include "browser/agetext.h"
#include "mirror/keyspacemirror.h"
#include "models/rangemodel.h"
#include "session/session.h"
#include "shell/wording.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace Studio
{

namespace
{

QString number(qint64 value)
{
    return QLocale().toString(value);
}

/// For plural forms.
int counted(qint64 value)
{
    return int(std::min<qint64>(value, std::numeric_limits<int>::max()));
}

} // namespace

RangeReading::RangeReading(Session &session, const RangeModel &model, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_model(model)
{
}

RangeReading::~RangeReading()
{
    giveUp();
}

void RangeReading::giveUp()
{
    if (!m_scan)
        return;
    m_scan->disconnect(this);
    m_scan->cancel();
    m_scan.clear();
}

void RangeReading::forget()
{
    giveUp();
    m_hasRun = false;
    m_end = {};
}

void RangeReading::start()
{
    giveUp();
    const KeyInterval interval = m_model.interval();
    const qint64 limit = m_model.limit();
    const KeyspaceMirror &mirror = m_session.mirror();
    // What was read as a whole before tells how much there is.
    const bool isKnown = mirror.coverage(interval.first, interval.last).isComplete();
    m_expected = isKnown ? mirror.countInStretch(CoverageMap::stretch(interval.first, interval.last)) : -1;
    if (limit >= 0)
        m_expected = m_expected < 0 ? limit : std::min(m_expected, limit);
    m_hasRun = true;
    m_end = {};
    m_scan = m_session.readInterval(interval, limit);
    connect(m_scan, &IntervalScan::changed, this, &RangeReading::moved);
    connect(m_scan, &IntervalScan::finished, this, [this] {
        m_end = {m_scan->progress(), m_scan->error(), m_scan->missing()};
        m_scan.clear();
        emit ended();
    });
    emit started();
}

std::optional<double> RangeReading::share() const
{
    if (!m_scan)
        return {};
    return m_expected > 0 ? double(m_scan->progress().records) / double(m_expected) : -1.0;
}

QString RangeReading::text() const
{
    return m_scan ? runningText() : restText();
}

QString RangeReading::runningText() const
{
    const IntervalProgress &now = m_scan->progress();
    QStringList parts;
    if (now.records == 0)
        parts.append(tr("Reading…"));
    else if (m_expected >= now.records)
        //: how many of how many records were read
        parts.append(tr("%1 of about %2 records").arg(number(now.records), number(m_expected)));
    else
        parts.append(tr("%Ln record(s)", nullptr, counted(now.records)));
    if (now.pages > 0)
        parts.append(tr("%Ln request(s)", nullptr, now.pages));
    if (m_scan->isPaused()) {
        parts.append(tr("paused"));
        return parts.join(QStringLiteral(" · "));
    }
    const SessionStatus &status = m_session.status();
    if (now.wait == IntervalProgress::Wait::Line || status.line != LineState::Connected) {
        parts.append(tr("goes on when the connection is back"));
    } else if (now.wait == IntervalProgress::Wait::Rate || status.pauseMs > 0) {
        parts.append(tr("waiting, as the server allows no more requests for now"));
    } else if (const double rate = m_scan->recordsPerSecond(); rate > 0) {
        parts.append(tr("%1 per s").arg(number(qRound64(rate))));
        if (const qint64 left = m_scan->msLeft(m_expected); m_expected > 0 && left >= 0)
            parts.append(tr("%1 left").arg(Wording::duration(std::max<qint64>(1000, left))));
    }
    return parts.join(QStringLiteral(" · "));
}

/// While nothing is being read: what the rows are worth.
QString RangeReading::restText() const
{
    if (!m_hasRun)
        return {};
    QStringList parts;
    const qint64 shown = m_model.rowCount();
    const qint64 known = m_model.knownCount();
    parts.append(shown == known ? tr("%Ln record(s)", nullptr, counted(known))
                                : tr("%1 of %2 records").arg(number(shown), number(known)));
    const KeyspaceMirror &mirror = m_session.mirror();
    const KeyInterval &interval = m_model.interval();
    Coverage coverage = mirror.coverage(interval.first, interval.last);
    if (m_end.progress.hasMore && !m_end.progress.reached.isEmpty()) {
        parts.append(tr("the limit was reached, there are more"));
        coverage = mirror.coverage(interval.first, m_end.progress.reached);
    }
    if (m_end.error.kind == Hpkv::ErrorKind::Canceled)
        parts.append(tr("reading was stopped, there may be more"));
    else if (!m_end.missing.isEmpty())
        parts.append(tr("a part is missing"));
    else if (coverage.isComplete() && coverage.live)
        parts.append(tr("kept up to date by changes as they happen"));
    else if (coverage.isComplete() && coverage.asOf > 0)
        parts.append(tr("as of %1").arg(exactTimeText(coverage.asOf)));
    if (mirror.valueBytes() > mirror.valueBudget() - mirror.valueBudget() / 8)
        parts.append(tr("values out of sight may be dropped from memory and are read again when needed"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace Studio
