// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/keytemplates.h"

#include <QObject>

namespace Studio
{

struct AppContext;
class Session;

/// What a new key begins with: its name where the keys beside it are numbered, and its text where the person
/// keeps a template. Window's thread.
class NewKeys : public QObject
{
    Q_OBJECT

public:
    /// `file`: of the templates; empty: they go with this object.
    NewKeys(AppContext &app, Session &session, const QString &file, QObject *parent = nullptr);

    /// The name of a new key below `prefix`; `prefix` itself where nothing better is known.
    QByteArray keyBelow(const QByteArray &prefix) const;
    /// The name of a copy of `key`: the next number, or the key with "-copy" behind it.
    QByteArray keyBeside(const QByteArray &key) const;
    std::optional<QByteArray> textBelow(const QByteArray &prefix) const { return m_templates.find(prefix); }

    /// The branch whose new keys would begin with the value of `key`.
    QByteArray branchOf(const QByteArray &key) const;
    bool hasTemplate(const QByteArray &prefix) const { return m_templates.has(prefix); }
    /// Reads the value and keeps it for the branch of the key; says how it ended.
    void saveTemplate(const QByteArray &key);
    void forgetTemplate(const QByteArray &prefix);

private:
    void tell(const QByteArray &prefix, const QString &problem);

    AppContext &m_app;
    Session &m_session;
    KeyTemplates m_templates;
};

} // namespace Studio
