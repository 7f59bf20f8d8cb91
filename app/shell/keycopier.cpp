// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/keycopier.h"

#include "codegen/codesnippet.h"
#include "codegen/literals.h"
#include "mirror/keyspacemirror.h"
#include "notices/noticecenter.h"
#include "session/readoperation.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "json/jsonscanner.h"

#include <QClipboard>
#include <QGuiApplication>

namespace Studio
{

namespace
{

std::optional<CodeLanguage> languageOf(KeyForm form)
{
    switch (form) {
    case KeyForm::JavaScript:
        return CodeLanguage::JavaScript;
    case KeyForm::Cpp:
        return CodeLanguage::Cpp;
    case KeyForm::Curl:
        return CodeLanguage::Curl;
    case KeyForm::RawFrame:
        return CodeLanguage::RawFrame;
    default:
        return {};
    }
}

} // namespace

KeyCopier::KeyCopier(AppContext &app, Session &session, QObject *parent)
    : QObject(parent)
    , m_app(app)
    , m_session(session)
{
}

void KeyCopier::setText(const QByteArray &utf8)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(utf8));
}

void KeyCopier::copy(const QList<QByteArray> &keys, KeyForm form)
{
    ++m_number;
    m_keys = keys;
    m_form = form;
    m_values.clear();
    m_problem.clear();
    m_reading = 0;
    m_app.notices.clear(QStringLiteral("copy/") + m_session.id());
    if (form != KeyForm::Value && form != KeyForm::Json) {
        finish();
        return;
    }
    QList<QByteArray> unknown;
    for (const QByteArray &key : keys) {
        const std::optional<Entry> entry = m_session.mirror().find(key);
        const bool certain = entry && entry->hasValue
                          && (entry->info.state == ValueState::Read || entry->info.state == ValueState::Own)
                          && !m_session.mirror().coverage(key, key).stale;
        if (certain)
            m_values.insert(key, entry->value);
        else
            unknown.append(key);
    }
    if (unknown.size() > mostReads()) {
        tell(tr("Nothing was copied"),
             tr("%n value(s) would have to be read for it. Read the branch first, or export it.", nullptr,
                int(unknown.size())));
        return;
    }
    m_reading = int(unknown.size());
    for (const QByteArray &key : std::as_const(unknown)) {
        ReadOperation *read = m_session.read(key);
        connect(read, &ReadOperation::finished, this, [this, read, number = m_number] {
            if (number != m_number)
                return;
            if (read->error().isError())
                m_problem = read->error().text;
            else
                m_values.insert(read->key(), read->value());
            if (--m_reading == 0)
                finish();
        });
    }
    if (m_reading == 0)
        finish();
}

QByteArray KeyCopier::asJson(const QList<std::pair<QByteArray, QByteArray>> &records)
{
    QByteArray text("{");
    for (const auto &[key, value] : records) {
        text += text.size() == 1 ? "\n  " : ",\n  ";
        text += Literals::json(key) + ": " + (!validateJson(value) ? value.trimmed() : Literals::json(value));
    }
    return text + (records.isEmpty() ? "}" : "\n}");
}

void KeyCopier::finish()
{
    if (!m_problem.isEmpty()) {
        tell(tr("Nothing was copied"), tr("A value could not be read: %1").arg(m_problem));
        return;
    }
    if (const auto language = languageOf(m_form)) {
        CodeRequest request;
        request.key = m_keys.constFirst();
        request.baseUrl = m_session.profile().baseUrl.toString();
        QGuiApplication::clipboard()->setText(codeFor(request, *language));
        emit copied();
        return;
    }
    if (m_form == KeyForm::Key) {
        setText(m_keys.join('\n'));
        emit copied();
        return;
    }
    QList<std::pair<QByteArray, QByteArray>> records;
    for (const QByteArray &key : std::as_const(m_keys)) {
        if (const std::optional<QByteArray> value = m_values.value(key))
            records.append({key, *value});
    }
    if (records.isEmpty()) {
        tell(tr("Nothing was copied"), tr("The store has no such key any more."));
        return;
    }
    if (m_form == KeyForm::Json) {
        setText(asJson(records));
    } else {
        QByteArray text;
        for (const auto &[key, value] : std::as_const(records))
            text += (text.isEmpty() ? QByteArray() : QByteArrayLiteral("\n")) + value;
        setText(text);
    }
    emit copied();
}

void KeyCopier::tell(const QString &title, const QString &text)
{
    Notice notice;
    notice.id = QStringLiteral("copy/") + m_session.id();
    notice.severity = Severity::Warning;
    notice.title = title;
    notice.text = text;
    notice.context = QStringLiteral("session/") + m_session.id();
    m_app.notices.raise(notice);
}

} // namespace Studio
