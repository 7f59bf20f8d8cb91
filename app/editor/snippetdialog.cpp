// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/snippetdialog.h"

#include "editor/saveplan.h"
#include "models/keytext.h"
#include "profiles/dialog/formgrid.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "json/jsonmergepatch.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int CodeHeight = 260;
constexpr int MostOfKey = 200; ///< characters in the head
constexpr qsizetype MostShown = 20'000; ///< characters; all of it is copied

/// What is written down. \return nothing where a merge patch does not lead to the text.
std::optional<QString> codeOf(CodeRequest request, const SnippetDialog::Record &record, CodeLanguage language)
{
    if (request.operation == CodeOperation::Patch) {
        const auto patch = mergePatchBetween(*record.base, record.text);
        const bool isWrong = !patch || patch->isEmpty()
                          || std::any_of(patch->issues.begin(), patch->issues.end(),
                                         [](const MergePatchIssue &issue) { return issue.isWrong(); });
        if (isWrong)
            return {};
        request.value = patch->patch;
    }
    return codeFor(request, language);
}

} // namespace

SnippetDialog::SnippetDialog(AppContext &app, Session &session, Record record, QWidget *parent)
    : BulkDialog(app, session, tr("Copy as code"), KeyText::elided(record.key, MostOfKey), parent)
    , m_record(std::move(record))
    , m_operation(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_shown(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("snippetDialog"));
    const auto addOperation = [this](const QString &text, CodeOperation operation) {
        m_operation->addItem(text, int(operation));
    };
    addOperation(tr("Read the value"), CodeOperation::Get);
    addOperation(tr("Write the value as it is shown"), CodeOperation::Set);
    if (m_record.base && *m_record.base != m_record.text)
        addOperation(tr("Patch what was edited"), CodeOperation::Patch);
    if (counterValue(m_record.text))
        addOperation(tr("Count up by one"), CodeOperation::Increment);
    addOperation(tr("Delete the record"), CodeOperation::Delete);
    const auto addLanguage = [this](const QString &text, CodeLanguage language) {
        m_language->addItem(text, int(language));
    };
    addLanguage(tr("JavaScript (official client)"), CodeLanguage::JavaScript);
    addLanguage(tr("C++ (libhpkvqt)"), CodeLanguage::Cpp);
    addLanguage(tr("curl (REST)"), CodeLanguage::Curl);
    addLanguage(tr("Raw frame (WebSocket)"), CodeLanguage::RawFrame);

    m_shown->setReadOnly(true);
    m_shown->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_shown->setMinimumHeight(app.theme.metric(CodeHeight));
    m_shown->setAccessibleName(tr("Code"));
    m_shown->setTabChangesFocus(true);
    Look::monospace(m_shown, app.theme);
    auto *form = new FormGrid(app.theme, this);
    form->addRow(tr("What it does"), m_operation);
    form->addRow(tr("Language"), m_language);
    body()->addWidget(form);
    body()->addWidget(m_shown, 1);
    setGo(tr("Copy"));
    for (QComboBox *choice : {m_operation, m_language})
        connect(choice, &QComboBox::currentIndexChanged, this, &SnippetDialog::make);
    make();
    m_operation->setFocus();
}

SnippetDialog::~SnippetDialog() = default;

/// A value may be long, so it is written down beside.
void SnippetDialog::make()
{
    CodeRequest request;
    request.operation = CodeOperation(m_operation->currentData().toInt());
    request.key = m_record.key;
    request.value = m_record.text;
    request.baseUrl = session().profile().baseUrl.toString();
    const auto language = CodeLanguage(m_language->currentData().toInt());
    setReady(false, tr("Writing it down…"));
    m_making.start([request, language, record = m_record](
                       const std::atomic_bool &) { return codeOf(request, record, language); },
                   [this](const std::optional<QString> &code) { take(code); });
}

void SnippetDialog::take(const std::optional<QString> &code)
{
    m_code = code.value_or(QString());
    if (!code) {
        m_shown->clear();
        setReady(false, tr("A merge patch cannot express this edit. Write the whole value instead."),
                 ColorRole::Warning);
        return;
    }
    m_shown->setPlainText(m_code.size() > MostShown ? m_code.first(MostShown) + QChar(0x2026) : m_code);
    setReady(true, m_code.size() > MostShown
                       ? tr("All %1 characters are copied; the beginning is shown.")
                             .arg(QLocale().toString(m_code.size()))
                       : tr("The API key is not part of it: the code reads it from HPKV_API_KEY."));
}

void SnippetDialog::go()
{
    QGuiApplication::clipboard()->setText(m_code);
    accept();
}

} // namespace Studio
