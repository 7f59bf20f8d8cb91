// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QList>

namespace Studio
{

class Job;
class JobList;

/// The jobs of one session as a list, the newest first. What a row says in words is the view's business.
class JobModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        JobRole = Qt::UserRole + 1, ///< Studio::Job *
        IdRole, ///< quint64
        KindRole, ///< int of JobKind
        StateRole, ///< int of JobState
        IsOverRole, ///< bool
        IsCancelingRole, ///< bool
        TargetRole, ///< QString
        PhaseRole, ///< int of JobPhase
        DoneRole, ///< qint64, keys
        TotalRole, ///< qint64, keys; −1 = unknown
        FailedRole, ///< qint64
        SkippedRole, ///< qint64
        BytesRole, ///< qint64
        PerSecondRole, ///< double, keys
        MsLeftRole, ///< qint64; −1 = unknown
        StartedAtRole, ///< qint64, ms since 1970
        EndedAtRole ///< qint64, ms since 1970; 0 = it is not over
    };
    Q_ENUM(Role)

    /// `list` may go before the model, which is empty then.
    explicit JobModel(JobList *list, QObject *parent = nullptr);

    Job *jobAt(int row) const;
    int rowOf(const Job *job) const; ///< −1 = not there

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    QList<Job *> m_jobs; ///< the oldest first
};

} // namespace Studio
