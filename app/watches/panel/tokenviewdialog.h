// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bulk/bulkdialog.h"
#include "profiles/profile.h"
#include "session/watchpattern.h"

#include <hpkvqt/accesspattern.h>
#include <hpkvqt/tokenmanager.h>

#include <functional>
#include <memory>

class QLineEdit;
class QPlainTextEdit;
class QTreeWidget;

namespace Studio
{

class FormRow;
class PatternTest;

/// "View as token": an access pattern and subscriptions are typed, and of the known keys it shows which such
/// a token could read and write and which it would be told about. Makes the token when asked to; copies it,
/// or opens it as a profile. The token is never shown.
class TokenViewDialog : public BulkDialog
{
    Q_OBJECT

public:
    /// Hands the API key of the session's profile over, now or later; an empty one: there is none.
    using ApiKey = std::function<void(const std::function<void(const QString &)> &)>;

    TokenViewDialog(AppContext &app, Session &session, ApiKey apiKey, QWidget *parent);
    ~TokenViewDialog() override;

    /// What is typed, as the endpoint takes it.
    Hpkv::TokenRequest request() const;
    void setRequest(const QString &accessPattern, const QList<QByteArray> &subscriptions);
    PatternTest &test() const { return *m_test; }
    bool hasToken() const { return !m_token.isEmpty(); }

    /// What is to be thought of about an access pattern that is valid; empty if nothing.
    static QString warning(const QString &accessPattern);
    /// What a token with this pattern can list: the beginning that each key has, if there is one.
    static QList<QByteArray> prefixesOf(const QList<QByteArray> &subscriptions);

signals:
    void tokenMade();
    /// "Open as profile": the profile is not saved yet.
    void openRequested(const Studio::Profile &profile, const QString &token);

protected:
    void go() override;

private:
    void build();
    void allow(bool branch);
    void refresh();
    void showMatches();
    void copy();
    void openAsProfile();
    WatchPatterns access() const;
    WatchPatterns subscriptions() const;
    QString problem() const;

    ApiKey m_apiKey;
    QLineEdit *m_access = nullptr;
    QLineEdit *m_help = nullptr;
    QPlainTextEdit *m_subscriptions = nullptr;
    QTreeWidget *m_keys = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_open = nullptr;
    FormRow *m_accessRow = nullptr;
    FormRow *m_subscriptionsRow = nullptr;
    PatternTest *m_test;
    Hpkv::AccessPattern m_built; ///< by the helper
    QString m_builtText;
    std::unique_ptr<Hpkv::TokenManager> m_tokens;
    QString m_token;
    bool m_isMaking = false;
};

} // namespace Studio
