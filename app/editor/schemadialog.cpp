// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/schemadialog.h"

#include "editor/branchviews.h"
#include "profiles/dialog/formgrid.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int CheckDelay = 200; ///< ms after the last key
constexpr int TextHeight = 260;

} // namespace

SchemaDialog::SchemaDialog(AppContext &app, Session &session, const QByteArray &key, QWidget *parent)
    : BulkDialog(app, session, tr("JSON Schema"), tr("JSON Schema for the keys of a branch"), parent)
    , m_book(app.settings)
    , m_prefix(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_remove(new QPushButton(tr("Remove"), this))
    , m_delay(new QTimer(this))
{
    setObjectName(QStringLiteral("schemaDialog"));
    m_prefix->setEditable(true);
    m_prefix->setInsertPolicy(QComboBox::NoInsert);
    m_prefix->setObjectName(QStringLiteral("prefix"));
    const QList<QByteArray> separators = session.profile().separatorBytes();
    for (QByteArray branch = BranchViews::branchOf(key, separators);;
         branch = BranchViews::branchOf(branch, separators)) {
        m_prefix->addItem(QString::fromUtf8(branch));
        if (branch.isEmpty())
            break;
    }
    Look::monospace(m_prefix, app.theme);
    m_text->setObjectName(QStringLiteral("schema"));
    m_text->setPlaceholderText(tr("Paste a JSON Schema here (draft 7), or read it from a file."));
    m_text->setMinimumHeight(app.theme.metric(TextHeight));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    Look::monospace(m_text, app.theme);
    auto *file = new QPushButton(tr("From a file…"), this);
    file->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    m_remove->setObjectName(QStringLiteral("remove"));
    Look::makeDangerous(m_remove);

    auto *form = new FormGrid(app.theme, this);
    form->addRow(tr("Keys that begin with"), m_prefix)
        ->setHint(tr("Nothing: all keys. Of several schemas that of the longest beginning counts."));
    body()->addWidget(form);
    body()->addWidget(m_text, 1);
    body()->addWidget(sideBySide(app.theme, {file, m_remove}, -1));
    setGo(tr("Attach"));

    m_delay->setSingleShot(true);
    m_delay->setInterval(CheckDelay);
    connect(m_delay, &QTimer::timeout, this, &SchemaDialog::check);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_checking.cancel();
        setReady(false, tr("Checking…"));
        m_delay->start();
    });
    connect(m_prefix, &QComboBox::currentTextChanged, this, &SchemaDialog::showAttached);
    connect(file, &QPushButton::clicked, this, &SchemaDialog::chooseFile);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_book.detach(this->session().profile().id, prefix());
        accept();
    });
    // What holds for the key already is what is looked at first.
    const SchemaBook::Entry attached = m_book.find(session.profile().id, key);
    if (!attached.file.isEmpty())
        m_prefix->setEditText(QString::fromUtf8(attached.prefix));
    showAttached();
    m_text->setFocus();
}

SchemaDialog::~SchemaDialog() = default;

QByteArray SchemaDialog::prefix() const
{
    return m_prefix->currentText().toUtf8();
}

/// A text that was typed here stays, whatever the prefix.
void SchemaDialog::showAttached()
{
    const SchemaBook::Entry entry = m_book.at(session().profile().id, prefix());
    m_remove->setEnabled(!entry.file.isEmpty());
    if (m_text->toPlainText().toUtf8() == m_shown) {
        QString problem;
        m_shown = entry.file.isEmpty() ? QByteArray() : m_book.read(entry, &problem);
        m_text->setPlainText(QString::fromUtf8(m_shown));
        m_shown = m_text->toPlainText().toUtf8();
    }
    check();
}

void SchemaDialog::check()
{
    m_delay->stop();
    const QByteArray text = m_text->toPlainText().toUtf8();
    if (text.trimmed().isEmpty()) {
        m_checking.cancel();
        setReady(false, tr("Values are marked where they are not as the schema says. Saving is never refused "
                           "because of that."));
        return;
    }
    m_checking.start([text](const std::atomic_bool &) { return JsonSchema::parse(text); },
                     [this](const JsonSchema &schema) { take(schema); });
}

void SchemaDialog::take(const JsonSchema &schema)
{
    if (schema.isValid())
        setReady(true, tr("The schema can be used. Saving is never refused because of it."));
    else
        setReady(false, schema.error(), ColorRole::Removed);
}

void SchemaDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Read a JSON Schema"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("JSON files (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &SchemaDialog::readFile);
    dialog->open();
}

void SchemaDialog::readFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        setReady(false, file.errorString(), ColorRole::Removed);
    } else if (file.size() > SchemaBook::mostBytes) {
        setReady(false,
                 tr("The schema is larger than %1 bytes.").arg(QLocale().toString(SchemaBook::mostBytes)),
                 ColorRole::Removed);
    } else {
        m_text->setPlainText(QString::fromUtf8(file.readAll()));
    }
}

void SchemaDialog::go()
{
    QString problem;
    if (m_book.attach(session().profile().id, prefix(), m_text->toPlainText().toUtf8(), &problem))
        accept();
    else
        setReady(true, problem, ColorRole::Removed);
}

} // namespace Studio
