// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/tasks/takebacktask.h"

#include <QCoreApplication>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Job)
};

using Outcome = RestoredItem::Outcome;

} // namespace

TakeBackTask::TakeBackTask(JobContext &context, QString file)
    : m_context(context)
    , m_name(std::move(file))
{
}

JobTask::Step TakeBackTask::step()
{
    if (!m_opened && !open())
        return Step::Wait;
    if (m_working > 0)
        return Step::Wait;
    if (!m_atEnd) {
        Chunk chunk;
        if (!readChunk(&chunk)) {
            m_context.stop(fileError(m_reader.problem()));
            return Step::Wait;
        }
        runItems(chunk);
        runCopied(chunk.copied);
        runSteps(chunk.steps);
        return m_working > 0 ? Step::Wait : Step::More;
    }
    m_file.append(JobLine().flag("takenBack", true));
    m_file.close();
    return Step::Done;
}

bool TakeBackTask::open()
{
    m_opened = true;
    m_context.beginPhase(JobPhase::Writing);
    JobFileReader first;
    if (!first.open(m_name)) {
        m_context.stop(fileError(first.problem()));
        return false;
    }
    if (first.header().profile != m_context.profile()) {
        m_context.stop(fileError(Text::tr("This file belongs to another connection.")));
        return false;
    }
    if (!m_reader.open(m_name) || !m_file.openToAppend(m_name, -1)) {
        m_context.stop(fileError(m_reader.problem() + m_file.problem()));
        return false;
    }
    // Before anything is written: an increment must not be taken back twice.
    if (first.header().kind == JobKind::Increment) {
        while (const std::optional<JobLine> line = first.next()) {
            if (!line->has("takingBack"))
                continue;
            m_context.stop(
                fileError(Text::tr("These increments have been taken back already, at least in part.")));
            return false;
        }
        if (!m_file.append(JobLine().flag("takingBack", true)) || !m_file.sync()) {
            m_context.stop(fileError(m_file.problem()));
            return false;
        }
    }
    return true;
}

/// A group of patches or increments is never torn apart.
bool TakeBackTask::readChunk(Chunk *chunk)
{
    for (qsizetype lines = 0; lines < linesAtOnce || !m_before.isEmpty() || !m_deltas.isEmpty(); ++lines) {
        const std::optional<JobLine> line = m_reader.next();
        if (!line) {
            m_atEnd = true;
            giveUpIntents();
            break;
        }
        take(*line, chunk);
    }
    return m_reader.problem().isEmpty();
}

void TakeBackTask::take(const JobLine &line, Chunk *chunk)
{
    const QByteArray key = line.text("key").value_or(QByteArray());
    if (line.has("flushed")) {
        giveUpIntents();
    } else if (key.isEmpty()) {
        // An import, or the half of a copy that came from another session. What was written several times
        // becomes again what it was before the first of them.
        const std::optional<QByteArray> to = line.text("to");
        if (!to)
            return;
        if (const auto earlier = chunk->places.constFind(*to); earlier != chunk->places.cend()) {
            chunk->items[*earlier].from.append(line.text("value"));
            m_context.addDone(1);
        } else {
            chunk->places.insert(*to, chunk->items.size());
            chunk->items.append({*to, line.text("had"), {line.text("value")}});
        }
    } else if (line.has("before")) {
        m_before.insert(key, line.text("before").value_or(QByteArray()));
    } else if (line.has("delta")) {
        m_deltas.insert(key, line.number("delta").value_or(0));
    } else if (line.has("refused")) {
        m_before.remove(key);
        m_deltas.remove(key);
    } else if (line.has("after")) {
        const auto before = m_before.constFind(key);
        if (before == m_before.cend())
            return;
        chunk->items.append({key, *before, {line.text("after")}});
        m_before.erase(before);
    } else if (line.has("added")) {
        if (m_deltas.remove(key) > 0)
            chunk->steps.append({key, line.number("added").value_or(0)});
    } else if (line.has("to")) {
        const QByteArray value = line.text("value").value_or(QByteArray());
        RestoreItem source{key, value, {std::nullopt}};
        RestoreItem target{line.text("to").value_or(QByteArray()), line.text("had"), {value}};
        chunk->copied.append({source, target});
    } else if (const std::optional<QByteArray> value = line.text("value")) {
        RestoreItem item{key, *value, {std::nullopt}};
        if (const std::optional<QByteArray> was = line.text("was"))
            item.from.append(was);
        // A key that had changed stands there twice; the later line holds.
        const auto earlier = chunk->places.constFind(key);
        if (earlier != chunk->places.cend()) {
            item.from += chunk->items.at(*earlier).from;
            chunk->items[*earlier] = item;
            m_context.addDone(1);
        } else {
            chunk->places.insert(key, chunk->items.size());
            chunk->items.append(item);
        }
    }
}

/// What was about to be done when the program, or the line, ended.
void TakeBackTask::giveUpIntents()
{
    const QString why = Text::tr("It is not known whether this was carried out; it was left alone.");
    for (const QByteArray &key : m_before.keys())
        leaveAlone(key, why);
    for (const QByteArray &key : m_deltas.keys())
        leaveAlone(key, why);
    m_before.clear();
    m_deltas.clear();
}

void TakeBackTask::runItems(const Chunk &chunk)
{
    if (chunk.items.isEmpty())
        return;
    ++m_working;
    restore(m_context, chunk.items, false, [this, items = chunk.items](const QList<RestoredItem> &results) {
        --m_working;
        for (qsizetype i = 0; i < items.size(); ++i)
            tell(items.at(i).key, results.at(i));
    });
}

void TakeBackTask::runCopied(const QList<Copied> &copied)
{
    if (copied.isEmpty())
        return;
    ++m_working;
    QList<RestoreItem> sources;
    for (const Copied &one : copied)
        sources.append(one.source);
    // Read back: the copy goes only when the original stands again.
    restore(m_context, sources, true,
            [this, copied](const QList<RestoredItem> &results) { runTargets(copied, results); });
}

void TakeBackTask::runTargets(const QList<Copied> &copied, const QList<RestoredItem> &sources)
{
    QList<RestoreItem> targets;
    for (qsizetype i = 0; i < copied.size(); ++i) {
        const Copied &one = copied.at(i);
        if (sources.at(i).outcome == Outcome::AsWanted)
            targets.append(one.target);
        else
            tell(one.source.key, sources.at(i));
    }
    restore(m_context, targets, false, [this, targets](const QList<RestoredItem> &results) {
        --m_working;
        for (qsizetype i = 0; i < targets.size(); ++i)
            tell(targets.at(i).key, results.at(i));
    });
}

void TakeBackTask::runSteps(const QList<QPair<QByteArray, qint64>> &steps)
{
    for (const auto &[key, added] : steps) {
        ++m_working;
        WriteRequest request;
        request.kind = WriteKind::Increment;
        request.key = key;
        request.delta = -added;
        m_context.write(request, [this, key = key](const Hpkv::Error &error, qint64) {
            --m_working;
            if (error.isError())
                fail(key, JobOperation::Increment, error);
            else
                m_context.addDone(1);
        });
    }
}

void TakeBackTask::tell(const QByteArray &key, const RestoredItem &result)
{
    switch (result.outcome) {
    case Outcome::AsWanted:
        m_context.addDone(1);
        if (!result.wrote)
            m_context.addSkipped();
        break;
    case Outcome::LeftAlone:
        leaveAlone(key, Text::tr("It was changed since; it was left alone."));
        break;
    case Outcome::Failed:
        fail(key, result.operation, result.error);
        break;
    }
}

void TakeBackTask::fail(const QByteArray &key, JobOperation operation, const Hpkv::Error &error)
{
    m_context.addDone(1);
    m_context.addFailure({key, operation, error});
}

void TakeBackTask::leaveAlone(const QByteArray &key, const QString &why)
{
    fail(key, JobOperation::Write, {Hpkv::ErrorKind::Conflict, why});
}

} // namespace Studio
