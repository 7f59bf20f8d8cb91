// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/jobmodel.h"

#include "session/jobs/job.h"
#include "session/jobs/joblist.h"

#include <QMetaEnum>

namespace Studio
{

JobModel::JobModel(JobList *list, QObject *parent)
    : QAbstractListModel(parent)
    , m_jobs(list->jobs())
{
    connect(list, &JobList::added, this, [this](Job *job) {
        beginInsertRows({}, 0, 0);
        m_jobs.append(job);
        endInsertRows();
    });
    connect(list, &JobList::aboutToRemove, this, [this](Job *job) {
        const int row = rowOf(job);
        if (row < 0)
            return;
        beginRemoveRows({}, row, row);
        m_jobs.removeOne(job);
        endRemoveRows();
    });
    connect(list, &JobList::changed, this, [this](Job *job) {
        if (const int row = rowOf(job); row >= 0)
            emit dataChanged(index(row), index(row));
    });
    connect(list, &QObject::destroyed, this, [this] {
        beginResetModel();
        m_jobs.clear();
        endResetModel();
    });
}

Job *JobModel::jobAt(int row) const
{
    return row >= 0 && row < m_jobs.size() ? m_jobs.at(m_jobs.size() - 1 - row) : nullptr;
}

int JobModel::rowOf(const Job *job) const
{
    const qsizetype at = m_jobs.indexOf(job);
    return at < 0 ? -1 : int(m_jobs.size() - 1 - at);
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_jobs.size());
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    Job *job = jobAt(index.row());
    const JobProgress &progress = job->progress();
    switch (role) {
    case JobRole:
        return QVariant::fromValue(job);
    case IdRole:
        return job->id();
    case KindRole:
        return int(job->kind());
    case StateRole:
        return int(job->state());
    case IsOverRole:
        return job->isOver();
    case IsCancelingRole:
        return job->isCanceling();
    case TargetRole:
        return job->target();
    case PhaseRole:
        return int(progress.phase);
    case DoneRole:
        return progress.done;
    case TotalRole:
        return progress.total.value_or(-1);
    case FailedRole:
        return progress.failed;
    case SkippedRole:
        return progress.skipped;
    case BytesRole:
        return progress.bytes;
    case PerSecondRole:
        return progress.perSecond;
    case MsLeftRole:
        return progress.msLeft;
    case StartedAtRole:
        return job->startedAt();
    case EndedAtRole:
        return job->endedAt();
    default:
        return {};
    }
}

QHash<int, QByteArray> JobModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    const auto roles = QMetaEnum::fromType<Role>();
    for (int i = 0; i < roles.keyCount(); ++i) {
        QByteArray name(roles.key(i));
        name.chop(int(qstrlen("Role")));
        name[0] = char(QChar::toLower(uint(name.at(0))));
        names.insert(roles.value(i), name);
    }
    return names;
}

} // namespace Studio
