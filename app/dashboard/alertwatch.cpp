// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/alertwatch.h"

#include "dashboard/tilefeed.h"
#include "dashboard/tilewatch.h"
#include "live/valuesource.h"
#include "mirror/keyspacemirror.h"
#include "session/session.h"
#include "session/watchpattern.h"

#include <QDateTime>
#include <QStringList>
#include <QTimer>

namespace Studio
{

namespace
{

/// What judging needs of a tile: no course of its values.
TileConfig judged(const TileConfig &tile)
{
    TileConfig config = tile;
    if (!tile.isBranch())
        config.kind = TileKind::Value;
    config.series.clear();
    return config;
}

} // namespace

AlertWatch::AlertWatch(Session &session, ValueSource &source, QObject *parent)
    : QObject(parent)
    , clock([] { return QDateTime::currentMSecsSinceEpoch(); })
    , m_session(session)
    , m_source(source)
{
    connect(&source, &ValueSource::changed, this, &AlertWatch::take);
    const auto readAll = [this] { forEach([now = clock()](TileFeed &feed) { feed.readAll(now); }); };
    connect(&source, &ValueSource::reset, this, readAll);
    connect(&session, &Session::caughtUp, this, readAll);
    connect(&session.mirror(), &KeyspaceMirror::applied, this, [this](const AppliedBatch &batch) {
        if (batch.lineBroke)
            forEach([now = clock()](TileFeed &feed) { feed.lineDown(now); });
    });
    auto *seconds = new QTimer(this);
    seconds->setInterval(1000);
    connect(seconds, &QTimer::timeout, this, &AlertWatch::tick);
    seconds->start();
}

AlertWatch::~AlertWatch()
{
    m_session.setInterest(this, {}, {});
    m_session.setWatchedPatterns(this, {});
}

template <typename Visit>
void AlertWatch::forEach(Visit visit)
{
    for (const auto &[name, board] : m_boards) {
        for (const auto &[id, judge] : board.judges)
            visit(*judge);
    }
}

QStringList AlertWatch::names() const
{
    QStringList names;
    for (const auto &[name, board] : m_boards)
        names.append(name);
    return names;
}

QString AlertWatch::title(const QString &name) const
{
    const auto board = m_boards.find(name);
    return board == m_boards.end() ? QString() : board->second.title;
}

std::shared_ptr<TileFeed> AlertWatch::judge(const QString &name, const QString &id) const
{
    const auto board = m_boards.find(name);
    if (board == m_boards.end())
        return nullptr;
    const auto found = board->second.judges.find(id);
    return found == board->second.judges.end() ? nullptr : found->second;
}

std::shared_ptr<TileFeed> AlertWatch::makeJudge(const QString &name, const TileConfig &tile)
{
    auto judge = std::make_shared<TileFeed>(m_source, judged(tile), clock());
    connect(judge.get(), &TileFeed::alertRaised, this,
            [this, name, id = tile.id](int rule) { emit raised(name, id, rule); });
    connect(judge.get(), &TileFeed::alertEnded, this,
            [this, name, id = tile.id](int rule) { emit ended(name, id, rule); });
    return judge;
}

void AlertWatch::setDashboard(const QString &name, const Dashboard &dashboard)
{
    Board &board = m_boards[name];
    board.title = dashboard.title;
    std::map<QString, std::shared_ptr<TileFeed>> before = std::exchange(board.judges, {});
    bool isOther = false;
    for (const TileConfig &tile : dashboard.tiles) {
        if (tile.alerts.isEmpty())
            continue;
        const auto known = before.find(tile.id);
        if (known == before.end()) {
            board.judges.emplace(tile.id, makeJudge(name, tile));
            isOther = true;
            continue;
        }
        const std::shared_ptr<TileFeed> judge = known->second;
        before.erase(known);
        board.judges.emplace(tile.id, judge);
        if (const TileConfig config = judged(tile); judge->config() != config) {
            judge->setConfig(config, clock());
            isOther = true;
        }
    }
    for (const auto &[id, judge] : before)
        endAll(name, id, *judge);
    if (!isOther && before.empty())
        return;
    watch();
    emit judgesChanged(name);
    tick(); // what is so already is told at once
}

void AlertWatch::endAll(const QString &name, const QString &id, const TileFeed &judge)
{
    for (int rule = 0; rule < judge.config().alerts.size(); ++rule) {
        if (judge.alert(rule).isOn())
            emit ended(name, id, rule);
    }
}

void AlertWatch::remove(const QString &name)
{
    const auto board = m_boards.find(name);
    if (board == m_boards.end())
        return;
    const Board gone = std::move(board->second);
    m_boards.erase(board);
    for (const auto &[id, judge] : gone.judges)
        endAll(name, id, *judge);
    watch();
    emit judgesChanged(name);
}

void AlertWatch::acknowledge(const QString &name, const QString &id)
{
    const std::shared_ptr<TileFeed> feed = judge(name, id);
    if (!feed)
        return;
    emit acknowledged(name, id);
    feed->acknowledge();
}

void AlertWatch::watch()
{
    QList<const TileFeed *> feeds;
    forEach([&feeds](const TileFeed &feed) { feeds.append(&feed); });
    watchTiles(m_session, this, feeds, [this](const QByteArray &key) { take({key}); });
}

void AlertWatch::take(const QList<QByteArray> &keys)
{
    forEach([&keys, now = clock()](TileFeed &feed) { feed.take(keys, now); });
}

void AlertWatch::tick()
{
    const SessionStatus &status = m_session.status();
    const bool isUp = status.line == LineState::Connected && status.watching;
    forEach([isUp, now = clock()](TileFeed &feed) { feed.tick(now, isUp); });
}

} // namespace Studio
