// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/newkeys.h"

#include "mirror/keyspacemirror.h"
#include "mirror/segment.h"
#include "models/keytext.h"
#include "models/nextkey.h"
#include "notices/noticecenter.h"
#include "session/readoperation.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"

namespace Studio
{

namespace
{

constexpr int LongestKey = 60;

} // namespace

NewKeys::NewKeys(AppContext &app, Session &session, const QString &file, QObject *parent)
    : QObject(parent)
    , m_app(app)
    , m_session(session)
    , m_templates(file)
{
}

QByteArray NewKeys::keyBelow(const QByteArray &prefix) const
{
    if (prefix.isEmpty())
        return {};
    return nextNumberedKey(m_session.mirror(), prefix).value_or(prefix);
}

QByteArray NewKeys::keyBeside(const QByteArray &key) const
{
    const QByteArray prefix = withoutNumber(key);
    if (!prefix.isEmpty() && prefix != key) {
        if (const std::optional<QByteArray> next = nextNumberedKey(m_session.mirror(), prefix))
            return *next;
    }
    return key + QByteArrayLiteral("-copy");
}

QByteArray NewKeys::branchOf(const QByteArray &key) const
{
    return levelOfKey(key, m_session.profile().separatorBytes());
}

void NewKeys::saveTemplate(const QByteArray &key)
{
    const QByteArray prefix = branchOf(key);
    ReadOperation *read = m_session.read(key);
    connect(read, &ReadOperation::finished, this, [this, read, prefix] {
        QString problem;
        if (read->error().isError())
            problem = read->error().text;
        else if (!read->value())
            problem = tr("The store has no such key any more.");
        else
            m_templates.set(prefix, *read->value(), &problem);
        tell(prefix, problem);
    });
}

void NewKeys::forgetTemplate(const QByteArray &prefix)
{
    QString problem;
    if (!m_templates.remove(prefix, &problem))
        tell(prefix, problem);
    else
        m_app.notices.clear(QStringLiteral("template/") + m_session.id());
    m_app.commands.refresh();
}

void NewKeys::tell(const QByteArray &prefix, const QString &problem)
{
    Notice notice;
    notice.id = QStringLiteral("template/") + m_session.id();
    notice.context = QStringLiteral("session/") + m_session.id();
    const QString name = KeyText::elided(prefix, LongestKey);
    if (problem.isEmpty()) {
        notice.severity = Severity::Good;
        notice.title = tr("New keys below %1 begin with this value").arg(name);
        notice.text = tr("It is kept on this computer. New key… takes it from now on.");
    } else {
        notice.severity = Severity::Error;
        notice.title = tr("The template for %1 was not saved").arg(name);
        notice.text = problem;
    }
    m_app.notices.clear(notice.id); // of another branch
    m_app.notices.raise(notice);
    m_app.commands.refresh();
}

} // namespace Studio
