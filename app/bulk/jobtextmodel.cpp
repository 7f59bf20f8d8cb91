// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/jobtextmodel.h"

#include "bulk/bulktexts.h"
#include "models/jobmodel.h"
#include "session/jobs/job.h"

namespace Studio
{

QVariant JobTextModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return QIdentityProxyModel::data(index, role);
    const auto *job = QIdentityProxyModel::data(index, JobModel::JobRole).value<Job *>();
    if (!job)
        return {};
    const QString title = BulkTexts::title(*job);
    if (role == Qt::DisplayRole)
        return title;
    if (role == Qt::ToolTipRole)
        return title.toHtmlEscaped();
    const QString rest = job->isOver() ? BulkTexts::outcome(*job) : BulkTexts::progress(*job);
    return tr("%1, %2, %3", "title, state, progress of a job").arg(title, BulkTexts::state(*job), rest);
}

} // namespace Studio
