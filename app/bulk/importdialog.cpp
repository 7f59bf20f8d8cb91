// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/importdialog.h"

#include "bulk/bulktexts.h"
#include "bulk/filefield.h"
#include "bulk/formatguess.h"
#include "bulk/importentrymodel.h"
#include "models/keytext.h"
#include "profiles/dialog/formgrid.h"
#include "session/jobs/job.h"
#include "session/jobs/joblist.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "shell/wording.h"
#include "transfer/transfers.h"

#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int Width = 720;
constexpr int Height = 600;
constexpr int FatesWidth = 190;
constexpr int AllFates = -1;

} // namespace

ImportDialog::ImportDialog(AppContext &app, Session &session, const QByteArray &prefix, QWidget *parent)
    : BulkDialog(
        app, session, tr("Import"),
        prefix.isEmpty() ? tr("Import records") : tr("Import below %1").arg(BulkTexts::place(prefix)), parent)
{
    setObjectName(QStringLiteral("importDialog"));
    auto *form = new FormGrid(app.theme, this);
    body()->addWidget(form);
    m_file = new FileField(app.theme, FileField::For::Reading, form);
    m_fileRow = form->addRow(tr("File"), m_file, m_file->field());
    m_format = new QComboBox(form);
    m_format->setObjectName(QStringLiteral("format"));
    m_format->addItem(tr("JSON Lines"), int(RecordFormat::JsonLines));
    m_format->addItem(tr("JSON object"), int(RecordFormat::JsonObject));
    m_format->addItem(tr("CSV table"), int(RecordFormat::Csv));
    m_formatRow = form->addRow(tr("Format"), m_format);
    m_prefix = new QLineEdit(form);
    m_prefix->setObjectName(QStringLiteral("prefix"));
    Look::monospace(m_prefix, app.theme);
    if (!KeyText::isOdd(prefix))
        m_prefix->setText(QString::fromUtf8(prefix));
    m_prefixRow = form->addRow(tr("Prefix"), m_prefix);
    m_prefixRow->setHint(tr("Comes in front of every key of the file. Empty: the keys stay as they are."));
    m_policy = new QComboBox(form);
    m_policy->setObjectName(QStringLiteral("policy"));
    m_policy->addItem(tr("Leave it as it is"), int(ImportPolicy::Skip));
    m_policy->addItem(tr("Replace it"), int(ImportPolicy::Replace));
    m_policy->addItem(tr("Merge the file's members into it"), int(ImportPolicy::Patch));
    form->addRow(tr("What is there already"), m_policy);
    m_result = buildResult();
    // What is left over belongs to the result, and to nothing before there is one.
    body()->addWidget(m_result, 100);
    body()->addStretch(1);

    connect(m_file, &FileField::changed, this, &ImportDialog::fileChanged);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ImportDialog::changed);
    connect(m_prefix, &QLineEdit::textChanged, this, &ImportDialog::changed);
    connect(m_policy, &QComboBox::currentIndexChanged, this, &ImportDialog::changed);
    m_file->setFocus();
    refresh();
    resize(app.theme.metric(Width), sizeHint().height());
}

ImportDialog::~ImportDialog()
{
    if (!m_job)
        return;
    m_job->disconnect(this);
    JobList *list = &session().jobs();
    connect(m_job, &Job::finished, list, [list, job = m_job.data()] { list->remove(job); });
    m_job->cancel();
}

QWidget *ImportDialog::buildResult()
{
    Theme &theme = app().theme;
    auto *result = new QWidget(this);
    auto *column = new QVBoxLayout(result);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.metric(8));
    column->addWidget(Look::hairline(Qt::Horizontal, result));
    m_bar = new QProgressBar(result);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(theme.metric(4));
    m_bar->setAccessibleName(tr("Checking the file"));
    column->addWidget(m_bar);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.metric(12));
    m_fates = new QListWidget(result);
    m_fates->setObjectName(QStringLiteral("fates"));
    m_fates->setAccessibleName(tr("What would become of the records"));
    m_fates->setFixedWidth(theme.metric(FatesWidth));
    m_fates->setUniformItemSizes(true);
    m_table = new QTableView(result);
    m_table->setObjectName(QStringLiteral("entries"));
    m_table->setAccessibleName(tr("Records of the file"));
    m_model = new ImportEntryModel(this);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(theme.metric(24));
    m_table->verticalHeader()->setDefaultSectionSize(theme.metric(24));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(ImportEntryModel::WhyColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(ImportEntryModel::FateColumn, theme.metric(110));
    m_table->setColumnWidth(ImportEntryModel::KeyColumn, theme.metric(210));
    m_table->setColumnWidth(ImportEntryModel::LineColumn, theme.metric(64));
    auto *right = new QVBoxLayout;
    right->setSpacing(theme.metric(4));
    right->addWidget(m_table, 1);
    m_shown = new QLabel(result);
    m_shown->setTextFormat(Qt::PlainText);
    Look::text(m_shown, theme, ColorRole::TextFaint, -1);
    right->addWidget(m_shown);
    row->addWidget(m_fates);
    row->addLayout(right, 1);
    column->addLayout(row, 1);
    connect(m_fates, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        const int fate = item ? item->data(Qt::UserRole).toInt() : AllFates;
        m_model->setFate(fate == AllFates ? std::nullopt : std::optional(ImportFate(fate)));
    });
    return result;
}

ImportRequest ImportDialog::request() const
{
    ImportRequest request;
    request.file = m_file->file();
    request.format = RecordFormat(m_format->currentData().toInt());
    request.policy = ImportPolicy(m_policy->currentData().toInt());
    request.prefix = m_prefix->text().toUtf8();
    request.largestKey = longestKey;
    return request;
}

QString ImportDialog::mistake() const
{
    const QFileInfo info(m_file->file());
    if (m_file->file().isEmpty())
        return tr("Choose a file.");
    if (!info.exists())
        return tr("There is no such file.");
    if (info.isDir())
        return tr("This is a folder.");
    if (!info.isReadable())
        return tr("This file cannot be read.");
    return {};
}

/// Says what the file is by how it begins; what the person chooses instead holds until it is another file.
void ImportDialog::fileChanged()
{
    m_formatRow->setHint({});
    if (mistake().isEmpty()) {
        QFile file(m_file->file());
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray head = file.read(GuessBytes);
            const auto format = guessFormat(head, file.atEnd());
            if (format) {
                m_format->setCurrentIndex(m_format->findData(int(*format)));
                m_formatRow->setHint(tr("By the file's content (%1).").arg(Wording::size(file.size())));
            } else {
                m_formatRow->setHint(tr("This file is empty."));
            }
        }
    }
    changed();
}

void ImportDialog::changed()
{
    if (m_job) {
        Job *job = m_job;
        m_job = nullptr;
        job->disconnect(this);
        JobList *list = &session().jobs();
        connect(job, &Job::finished, list, [list, job] { list->remove(job); });
        job->cancel();
    }
    m_counts.reset();
    m_problem.clear();
    m_records = 0;
    refresh();
}

void ImportDialog::check()
{
    changed();
    m_checked = request();
    m_checked.dryRun = true;
    m_job = session().jobs().start(Transfers::importFrom(m_checked, false));
    connect(m_job, &Job::told, this, &ImportDialog::told);
    connect(m_job, &Job::changed, this, &ImportDialog::refresh);
    connect(m_job, &Job::finished, this, &ImportDialog::ended);
    refresh();
}

void ImportDialog::told(const SharedJobMessage &message)
{
    const auto summary = std::dynamic_pointer_cast<const ImportSummary>(message);
    if (!summary)
        return;
    m_bar->setRange(0, summary->bytesInAll > 0 ? 1000 : 0);
    if (summary->bytesInAll > 0)
        m_bar->setValue(int(summary->bytesRead * 1000 / summary->bytesInAll));
    m_records = summary->through;
    m_counts = summary->counts;
    if (summary->isLast)
        m_model->setEntries(summary->entries);
    showCounts();
}

void ImportDialog::ended()
{
    const JobResult result = m_job->result();
    Job *job = m_job;
    m_job = nullptr;
    session().jobs().remove(job);
    if (result.state != JobState::Finished) {
        m_counts.reset();
        m_problem = result.error.isError() ? result.error.text : tr("The check was canceled.");
    }
    refresh();
}

void ImportDialog::showCounts()
{
    const int before = m_fates->currentItem() ? m_fates->currentItem()->data(Qt::UserRole).toInt() : AllFates;
    const QSignalBlocker blocker(m_fates);
    m_fates->clear();
    const auto add = [&](int fate, const QString &text) {
        auto *item = new QListWidgetItem(text, m_fates);
        item->setData(Qt::UserRole, fate);
        if (fate == before)
            m_fates->setCurrentItem(item);
    };
    add(AllFates, tr("%Ln record(s) in all", nullptr, BulkTexts::forPlural(m_records)));
    for (int fate = 0; m_counts && fate < ImportFateCount; ++fate) {
        const qint64 count = m_counts->at(size_t(fate));
        if (count > 0)
            add(fate, ImportEntryModel::countText(ImportFate(fate), BulkTexts::forPlural(count)));
    }
    if (!m_fates->currentItem())
        m_fates->setCurrentRow(0);
    const int fate = m_fates->currentItem()->data(Qt::UserRole).toInt();
    m_model->setFate(fate == AllFates ? std::nullopt : std::optional(ImportFate(fate)));
}

/// Records that an import would write.
qint64 ImportDialog::toWrite() const
{
    if (!m_counts)
        return 0;
    return m_counts->at(size_t(ImportFate::Created)) + m_counts->at(size_t(ImportFate::Replaced))
         + m_counts->at(size_t(ImportFate::Patched));
}

void ImportDialog::refresh()
{
    const QString wrong = mistake();
    m_fileRow->setError(m_file->file().isEmpty() ? QString() : wrong);
    const bool checked = m_counts && !m_job;
    m_bar->setVisible(isChecking());
    if (isChecking() && !m_counts)
        m_bar->setRange(0, 0);
    m_result->setVisible(isChecking() || checked);
    if (!m_result->isHidden())
        resize(width(), std::max(height(), app().theme.metric(Height)));
    m_table->setVisible(checked);
    m_shown->setVisible(checked && m_records > ImportSummary::mostEntries);
    m_shown->setText(
        tr("Of each kind the first %Ln record(s) are shown.", nullptr, ImportSummary::mostEntries));
    if (isChecking()) {
        if (m_fates->count() == 0 || !m_counts)
            showCounts();
        setGo(tr("Import"));
        setReady(false, m_job->state() == JobState::Running ? tr("Checking the file. Nothing is written.")
                                                            : BulkTexts::state(*m_job));
        return;
    }
    if (!checked) {
        setGo(tr("Check"));
        if (!m_problem.isEmpty())
            setReady(wrong.isEmpty(), tr("The file was not checked to its end: %1").arg(m_problem),
                     ColorRole::Removed);
        else
            setReady(wrong.isEmpty(), tr("The file is checked first: what would be created, replaced, left "
                                         "alone or refused. Nothing is written by that."));
        return;
    }
    const qint64 writes = toWrite();
    setGo(writes > 0 ? tr("Import %Ln record(s)", nullptr, BulkTexts::forPlural(writes)) : tr("Import"));
    const qint64 refused = m_counts->at(size_t(ImportFate::Refused));
    const qint64 overwritten =
        m_counts->at(size_t(ImportFate::Replaced)) + m_counts->at(size_t(ImportFate::Patched));
    if (writes == 0)
        setReady(false, tr("There is nothing to write. The store stays as it is."));
    else if (refused > 0)
        setReady(true,
                 tr("%Ln record(s) cannot be written and will be missing. The import can be undone.", nullptr,
                    BulkTexts::forPlural(refused)),
                 ColorRole::Warning);
    else if (overwritten > 0)
        setReady(true, tr("Values that are overwritten are kept in an undo file first, so that the import "
                          "can be undone."));
    else
        setReady(true, tr("Nothing that is there is overwritten. The import can be undone."));
}

void ImportDialog::go()
{
    if (!mistake().isEmpty()) {
        refresh();
        return;
    }
    if (!m_counts) {
        check();
        return;
    }
    ImportRequest request = m_checked;
    request.dryRun = false;
    request.total = m_records;
    emit chosen(request);
    accept();
}

} // namespace Studio
