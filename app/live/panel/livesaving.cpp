// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/livesaving.h"

#include "notices/notice.h"
#include "notices/noticecenter.h"

#include <QFileDialog>

#include <memory>

namespace Studio
{

LiveSaving::LiveSaving(NoticeCenter &notices, QString sessionId, QWidget *panel)
    : QObject(panel)
    , m_notices(notices)
    , m_session(std::move(sessionId))
    , m_panel(panel)
{
}

void LiveSaving::ask(std::function<std::deque<SharedLiveNote>()> rows)
{
    auto *dialog = new QFileDialog(m_panel->window(), tr("Export changes"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("JSON Lines (*.jsonl)"), tr("CSV (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &chosen) {
        dialog->setDefaultSuffix(chosen.contains(QStringLiteral("*.csv")) ? QStringLiteral("csv")
                                                                          : QStringLiteral("jsonl"));
    });
    dialog->selectFile(tr("changes.jsonl", "suggested file name"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, rows = std::move(rows)](const QString &file) { save(rows(), file); });
    dialog->open();
}

void LiveSaving::save(const std::deque<SharedLiveNote> &rows, const QString &file)
{
    // Notes of its own: those of the list work out what they say in the window's thread.
    auto notes = std::make_shared<std::vector<LiveNote>>();
    notes->reserve(rows.size());
    for (const SharedLiveNote &note : rows)
        notes->push_back(*note);
    m_total = std::max<qint64>(1, qint64(rows.size()));
    emit progress(0);
    const auto format = file.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive)
                          ? LiveExport::Format::Csv
                          : LiveExport::Format::JsonLines;
    const auto tell = [this, total = m_total](qint64 done) {
        QMetaObject::invokeMethod(
            this, [this, done, total] { emit progress(int(done * 99 / total)); }, Qt::QueuedConnection);
    };
    m_job.start(
        [notes, file, format, tell](const std::atomic_bool &canceled) {
            return LiveExport::write(*notes, file, format, canceled, tell);
        },
        [this, file](const LiveExport::Result &result) { ended(result, file); });
}

void LiveSaving::ended(const LiveExport::Result &result, const QString &file)
{
    m_total = 0;
    emit progress(100);
    const bool good = result.problem.isEmpty();
    Notice notice;
    notice.id = QStringLiteral("live/%1/export").arg(m_session);
    notice.context = QStringLiteral("session/") + m_session;
    notice.severity = good ? Severity::Good : Severity::Error;
    notice.title = good ? tr("The changes were exported") : tr("The changes were not exported");
    notice.text = good ? tr("%Ln row(s) in %1", nullptr, int(result.rows)).arg(file) : result.problem;
    m_notices.clear(notice.id);
    m_notices.raise(notice);
}

} // namespace Studio
