// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/exportdialog.h"

#include "bulk/bulktexts.h"
#include "bulk/filefield.h"
#include "profiles/dialog/formgrid.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

enum What { Selected, Everything };

/// A name that says where it comes from, with nothing in it that a file system minds.
QString suggestedName(const Session &session, const KeySelection &selection)
{
    QString name = session.profile().name;
    if (selection != KeySelection::ofPrefix({}))
        name += QLatin1Char(' ') + BulkTexts::selection(selection);
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && !QStringLiteral(" .-_()").contains(c))
            c = QLatin1Char('-');
    }
    while (name.endsWith(QLatin1Char('-')) || name.endsWith(QLatin1Char('.')))
        name.chop(1);
    return name.simplified();
}

QString withSuffix(const QString &file, RecordFormat format)
{
    const QFileInfo info(file);
    // A name's own ending stays, unless it is that of another format.
    const QString base = formatOfFile(file) ? info.path() + QLatin1Char('/') + info.completeBaseName() : file;
    return base + QLatin1Char('.') + fileSuffix(format);
}

} // namespace

ExportDialog::ExportDialog(AppContext &app, Session &session, const KeySelection &selection, QWidget *parent)
    : BulkDialog(app, session, tr("Export"), tr("Export %1").arg(BulkTexts::selection(selection)), parent)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("exportDialog"));
    auto *form = new FormGrid(app.theme, this);
    body()->addWidget(form);
    body()->addStretch();

    m_what = new QComboBox(form);
    m_what->setObjectName(QStringLiteral("what"));
    m_what->addItem(BulkTexts::selection(selection), Selected);
    if (selection != KeySelection::ofPrefix({}))
        m_what->addItem(tr("Everything in the store"), Everything);
    form->addRow(tr("What"), m_what);

    m_format = new QComboBox(form);
    m_format->setObjectName(QStringLiteral("format"));
    m_format->addItem(tr("JSON Lines"), int(RecordFormat::JsonLines));
    m_format->addItem(tr("JSON object"), int(RecordFormat::JsonObject));
    m_format->addItem(tr("CSV table"), int(RecordFormat::Csv));
    m_formatRow = form->addRow(tr("Format"), m_format);

    auto *columns = new QWidget(form);
    auto *columnBox = new QHBoxLayout(columns);
    columnBox->setContentsMargins(0, 0, 0, 0);
    columnBox->setSpacing(app.theme.metric(16));
    const auto addColumn = [&](CsvColumn::Kind kind, const QString &text, bool on) {
        auto *box = new QCheckBox(text, columns);
        box->setChecked(on);
        box->setObjectName(QString::fromUtf8(CsvColumn{kind, {}}.title()));
        columnBox->addWidget(box);
        m_columns.append({kind, box});
        connect(box, &QCheckBox::toggled, this, &ExportDialog::refresh);
    };
    addColumn(CsvColumn::Kind::Key, tr("Key"), true);
    addColumn(CsvColumn::Kind::Value, tr("Value"), true);
    addColumn(CsvColumn::Kind::Type, tr("Type"), false);
    addColumn(CsvColumn::Kind::Size, tr("Size"), false);
    columnBox->addStretch();
    m_columnRow = form->addRow(tr("Columns"), columns, m_columns.constFirst().second);
    m_members = new QLineEdit(form);
    m_members->setObjectName(QStringLiteral("members"));
    m_members->setPlaceholderText(QStringLiteral("/name, /address/city"));
    m_memberRow = form->addRow(tr("JSON members"), m_members);
    m_separator = new QComboBox(form);
    m_separator->addItem(tr("Comma"), QChar(u','));
    m_separator->addItem(tr("Semicolon"), QChar(u';'));
    m_separator->addItem(tr("Tab"), QChar(u'\t'));
    m_separatorRow = form->addRow(tr("Separator"), m_separator);

    m_file = new FileField(app.theme, FileField::For::Writing, form);
    m_fileRow = form->addRow(tr("File"), m_file, m_file->field());
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QDir::homePath();
    m_file->setFile(
        withSuffix(folder + QLatin1Char('/') + suggestedName(session, selection), RecordFormat::JsonLines));

    setGo(tr("Export"));
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::formatChanged);
    connect(m_members, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    connect(m_file, &FileField::changed, this, &ExportDialog::refresh);
    m_file->setFocus();
    refresh();
}

RecordWriteOptions ExportDialog::options() const
{
    RecordWriteOptions options;
    options.format = RecordFormat(m_format->currentData().toInt());
    if (options.format != RecordFormat::Csv)
        return options;
    options.columns.clear();
    for (const auto &[kind, box] : m_columns) {
        if (box->isChecked())
            options.columns.append({kind, {}});
    }
    const QStringList members = m_members->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &member : members) {
        if (const QByteArray pointer = member.trimmed().toUtf8(); !pointer.isEmpty())
            options.columns.append({CsvColumn::Kind::Pointer, pointer});
    }
    options.separator = m_separator->currentData().toChar().toLatin1();
    return options;
}

QString ExportDialog::columnProblem() const
{
    const RecordWriteOptions chosen = options();
    if (chosen.format != RecordFormat::Csv)
        return {};
    if (chosen.columns.isEmpty())
        return tr("At least one column is needed.");
    for (const CsvColumn &column : chosen.columns) {
        if (column.kind == CsvColumn::Kind::Pointer && !column.pointer.startsWith('/'))
            return tr("A JSON member is named by its path, such as /address/city.");
    }
    return {};
}

void ExportDialog::formatChanged()
{
    if (!m_file->file().isEmpty())
        m_file->setFile(withSuffix(m_file->file(), options().format));
    refresh();
}

void ExportDialog::refresh()
{
    const RecordWriteOptions chosen = options();
    const bool isCsv = chosen.format == RecordFormat::Csv;
    m_columnRow->setVisible(isCsv);
    m_memberRow->setVisible(isCsv);
    m_separatorRow->setVisible(isCsv);
    switch (chosen.format) {
    case RecordFormat::JsonLines:
        m_formatRow->setHint(tr("One record a line. Every key and value comes back byte for byte."));
        break;
    case RecordFormat::JsonObject:
        m_formatRow->setHint(tr("One object, with JSON values as they are. For other programs."));
        break;
    case RecordFormat::Csv:
        m_formatRow->setHint(tr("For spreadsheets. Can be imported again if it has key and value."));
        break;
    }
    const QString columns = columnProblem();
    m_memberRow->setError(columns);
    const QString file = m_file->file();
    const QFileInfo info(file);
    QString wrong;
    if (file.isEmpty())
        wrong = tr("A file's name is needed.");
    else if (info.isDir())
        wrong = tr("This is a folder.");
    else if (!QFileInfo(info.absolutePath()).isDir())
        wrong = tr("This folder does not exist.");
    m_fileRow->setError(wrong);
    m_fileRow->setWarning(wrong.isEmpty() && info.exists() ? tr("This file exists and will be replaced.")
                                                           : QString());
    if (!wrong.isEmpty() || !columns.isEmpty()) {
        setReady(false, {});
        return;
    }
    setReady(true, tr("The records are read in the background and written as they come. The file takes its "
                      "name when it is complete."));
}

void ExportDialog::go()
{
    const bool everything = m_what->currentData().toInt() == Everything;
    emit chosen(m_file->file(), everything ? KeySelection::ofPrefix({}) : m_selection, options());
    accept();
}

} // namespace Studio
