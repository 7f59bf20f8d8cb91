// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/tilefeed.h"

#include "live/valuesource.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace Studio
{

namespace
{

constexpr qint64 KeptNumbers = 500; ///< within the time that the change is about
constexpr int RateSeconds = 10;

/// Whether one of the sorted keys begins with `prefix`.
bool hasPrefix(const QList<QByteArray> &keys, const QByteArray &prefix)
{
    const auto at = std::lower_bound(keys.cbegin(), keys.cend(), prefix);
    return at != keys.cend() && at->startsWith(prefix);
}

} // namespace

TileFeed::TileFeed(ValueSource &source, const TileConfig &config, qint64 now, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    setConfig(config, now);
}

void TileFeed::setConfig(const TileConfig &config, qint64 now)
{
    const QList<TileSeries> before = m_config.drawnSeries();
    const QList<TileSeries> after = config.drawnSeries();
    std::vector<SeriesStore> stores(size_t(after.size()));
    for (qsizetype i = 0; i < after.size(); ++i) {
        for (qsizetype j = 0; j < before.size(); ++j) {
            if (before.at(j).key == after.at(i).key && before.at(j).pointer == after.at(i).pointer)
                stores[size_t(i)] = m_series[size_t(j)];
        }
    }
    if (config.key != m_config.key || config.pointer != m_config.pointer)
        m_numbers.clear();
    setAlerts(config);
    m_config = config;
    m_series = std::move(stores);
    m_seriesReadings = std::vector<TileReading>(m_series.size());
    read(now);
}

/// What is about another value or another condition begins anew; an alert of before has ended.
void TileFeed::setAlerts(const TileConfig &next)
{
    const bool isSameValue = next.key == m_config.key && next.pointer == m_config.pointer;
    std::vector<AlertState> states(size_t(next.alerts.size()));
    QList<int> over;
    for (size_t i = 0; i < m_alerts.size(); ++i) {
        const bool isKept = isSameValue && i < states.size()
                         && next.alerts.at(qsizetype(i)).isSameCondition(m_config.alerts.at(qsizetype(i)));
        if (isKept)
            states[i] = m_alerts[i];
        else if (m_alerts[i].isOn())
            over.append(int(i));
    }
    m_alerts = std::move(states);
    for (const int rule : std::as_const(over))
        emit alertEnded(rule);
}

QByteArray TileFeed::branch() const
{
    return m_config.key.endsWith('*') ? m_config.key.chopped(1) : m_config.key;
}

QList<QByteArray> TileFeed::keys() const
{
    QList<QByteArray> keys;
    if (m_config.kind == TileKind::LineChart) {
        for (const TileSeries &series : m_config.series)
            keys.append(series.key);
    }
    if (!m_config.isBranch() && !m_config.key.isEmpty() && m_config.kind != TileKind::Note)
        keys.append(m_config.key);
    return keys;
}

QList<QByteArray> TileFeed::prefixes() const
{
    return m_config.isBranch() ? QList<QByteArray>{branch()} : QList<QByteArray>();
}

bool TileFeed::isOwn(QByteArrayView key) const
{
    if (m_config.isBranch())
        return key.startsWith(branch());
    return key == m_config.key
        || std::any_of(m_config.series.cbegin(), m_config.series.cend(),
                       [key](const TileSeries &series) { return key == series.key; });
}

void TileFeed::readMain(qint64 now)
{
    if (m_config.isBranch() || m_config.key.isEmpty())
        return;
    m_reading = readMember(m_source, m_config.key, m_config.pointer);
    m_changedAt = m_reading.changedAt;
    if (!m_reading.isNumber() || m_config.kind != TileKind::Number || !m_source.isLive())
        return;
    // One in each five-hundredth of the time is enough to say how much a number has changed.
    if (m_numbers.empty() || now - m_numbers.back().first >= m_config.sinceMs / KeptNumbers)
        m_numbers.emplace_back(now, m_reading.text);
    while (m_numbers.size() > 1 && m_numbers[1].first <= now - m_config.sinceMs)
        m_numbers.pop_front();
}

void TileFeed::readSeries(size_t index, qint64 now)
{
    const QList<TileSeries> drawn = m_config.drawnSeries();
    const TileSeries &series = drawn.at(qsizetype(index));
    TileReading reading = readMember(m_source, series.key, series.pointer);
    // The course of the past is not gathered but asked for: the moment goes either way.
    if (m_source.isLive()) {
        if (reading.isNumber())
            m_series[index].append(now, reading.number());
        else if (reading.kind == TileReading::Kind::Absent || reading.kind == TileReading::Kind::NoMember)
            m_series[index].addGap(now);
    }
    if (m_config.kind == TileKind::LineChart)
        m_changedAt = std::max(m_changedAt, reading.changedAt);
    m_seriesReadings[index] = std::move(reading);
}

void TileFeed::setSeries(int index, const QList<SeriesPoint> &points)
{
    m_series[size_t(index)].clear();
    m_series[size_t(index)].prepend(points);
}

void TileFeed::read(qint64 now)
{
    m_changedAt = 0;
    readMain(now);
    for (size_t i = 0; i < m_series.size(); ++i)
        readSeries(i, now);
}

void TileFeed::readAll(qint64 now)
{
    read(now);
    checkAlerts(now);
}

bool TileFeed::take(const QList<QByteArray> &keys, qint64 now)
{
    if (m_config.isBranch()) {
        if (!hasPrefix(keys, branch()))
            return false;
        if (m_source.isLive())
            m_changedAt = now;
        checkAlerts(now);
        return true;
    }
    const auto has = [&keys](const QByteArray &key) {
        return !key.isEmpty() && std::binary_search(keys.cbegin(), keys.cend(), key);
    };
    bool any = false;
    if (has(m_config.key)) {
        readMain(now);
        any = true;
    }
    const QList<TileSeries> drawn = m_config.drawnSeries();
    for (qsizetype i = 0; i < drawn.size(); ++i) {
        if (has(drawn.at(i).key)) {
            readSeries(size_t(i), now);
            any = true;
        }
    }
    if (any)
        checkAlerts(now);
    return any;
}

void TileFeed::count(QByteArrayView key, qint64 now)
{
    if (!isOwn(key))
        return;
    const qint64 second = now / 1000;
    for (qint64 each = std::max(m_countedSecond + 1, second - qint64(m_counts.size()) + 1); each <= second;
         ++each)
        m_counts[size_t(each) % m_counts.size()] = 0;
    m_countedSecond = std::max(m_countedSecond, second);
    ++m_counts[size_t(second) % m_counts.size()];
    m_changedAt = now;
}

double TileFeed::rate(qint64 now) const
{
    // Whole seconds only: the current one is not over yet.
    const qint64 second = now / 1000;
    int sum = 0;
    for (qint64 each = second - RateSeconds; each < second; ++each) {
        if (each > m_countedSecond - qint64(m_counts.size()) && each <= m_countedSecond)
            sum += m_counts[size_t(each) % m_counts.size()];
    }
    return double(sum) / RateSeconds;
}

QList<QByteArray> TileFeed::rows() const
{
    return m_config.isBranch() ? m_source.keysUnder(branch(), m_config.limit) : QList<QByteArray>();
}

std::optional<TileFeed::Change> TileFeed::change(qint64 now) const
{
    if (!m_source.isLive())
        return pastChange(now);
    if (m_numbers.empty() || !m_reading.isNumber())
        return {};
    const auto difference = numberDifference(m_numbers.front().second, m_reading.text);
    if (!difference)
        return {};
    return Change{*difference, std::min(m_config.sinceMs, now - m_numbers.front().first)};
}

/// From the points that the history gave.
std::optional<TileFeed::Change> TileFeed::pastChange(qint64 now) const
{
    if (m_series.empty() || m_series.front().isEmpty() || !m_reading.isNumber())
        return {};
    const SeriesStore &points = m_series.front();
    const qint64 from = std::max(now - m_config.sinceMs, points.firstAt());
    const double before = points.at(from);
    if (std::isnan(before))
        return {};
    const auto difference =
        numberDifference(QByteArray::number(before, 'g', QLocale::FloatingPointShortest), m_reading.text);
    return difference ? std::optional(Change{*difference, now - from}) : std::nullopt;
}

bool TileFeed::isStale(qint64 now) const
{
    return m_config.staleAfterMs > 0 && m_changedAt > 0 && now - m_changedAt > m_config.staleAfterMs;
}

void TileFeed::lineDown(qint64 at)
{
    m_isLineUp = false;
    for (SeriesStore &series : m_series)
        series.addGap(at);
}

void TileFeed::tick(qint64 now, bool isLineUp)
{
    const bool cameBack = isLineUp && !m_isLineUp;
    m_isLineUp = isLineUp;
    if (cameBack) {
        for (size_t i = 0; i < m_series.size(); ++i)
            readSeries(i, now);
    }
    checkAlerts(now);
}

void TileFeed::checkAlerts(qint64 now)
{
    if (m_judge)
        return;
    AlertInput input;
    input.isKnown = m_isLineUp && m_source.isLive() && m_reading.kind != TileReading::Kind::Unknown;
    input.exists = m_reading.isShown();
    input.text = m_reading.text;
    input.changedAt = m_changedAt;
    if (m_config.isBranch()) {
        input.isKnown = m_isLineUp && m_source.isLive();
        input.exists = true;
    }
    for (size_t i = 0; i < m_alerts.size(); ++i) {
        switch (m_alerts[i].update(m_config.alerts.at(qsizetype(i)), input, now)) {
        case AlertState::Turn::Raised:
            emit alertRaised(int(i));
            break;
        case AlertState::Turn::Ended:
            emit alertEnded(int(i));
            break;
        case AlertState::Turn::None:
            break;
        }
    }
}

const AlertState &TileFeed::alert(int rule) const
{
    return m_judge ? m_judge->alert(rule) : m_alerts[size_t(rule)];
}

int TileFeed::firstAlert() const
{
    if (m_judge) // which may not know yet what has become of the tile
        return m_judge->config().alerts == m_config.alerts ? m_judge->firstAlert() : -1;
    const auto on = std::find_if(m_alerts.cbegin(), m_alerts.cend(),
                                 [](const AlertState &alert) { return alert.isOn(); });
    return on == m_alerts.cend() ? -1 : int(on - m_alerts.cbegin());
}

void TileFeed::acknowledge()
{
    for (size_t i = 0; i < m_alerts.size(); ++i)
        acknowledge(int(i));
}

void TileFeed::acknowledge(int rule)
{
    if (m_alerts[size_t(rule)].acknowledge(m_config.alerts.at(rule)) == AlertState::Turn::Ended)
        emit alertEnded(rule);
}

} // namespace Studio
