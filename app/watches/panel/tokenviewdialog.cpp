// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watches/panel/tokenviewdialog.h"

#include "models/keytext.h"
#include "profiles/dialog/formgrid.h"
#include "profiles/profileconnection.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "watches/patterntest.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr qsizetype MostListed = 200;
constexpr int SubscriptionLines = 3;

enum Column { KeyColumn, AccessColumn, HeardColumn };

} // namespace

TokenViewDialog::TokenViewDialog(AppContext &app, Session &session, ApiKey apiKey, QWidget *parent)
    : BulkDialog(app, session, tr("View as token"), tr("View as token"), parent)
    , m_apiKey(std::move(apiKey))
    , m_test(new PatternTest(session.mirror(), this))
{
    setObjectName(QStringLiteral("tokenViewDialog"));
    build();
    setGo(tr("Create token"));
    cancelButton()->setText(tr("Close"));
    connect(m_access, &QLineEdit::textChanged, this, &TokenViewDialog::refresh);
    connect(m_subscriptions, &QPlainTextEdit::textChanged, this, &TokenViewDialog::refresh);
    connect(m_test, &PatternTest::finished, this, &TokenViewDialog::showMatches);
    resize(app.theme.metric(680), app.theme.metric(640));
    m_access->setFocus();
    refresh();
}

TokenViewDialog::~TokenViewDialog() = default;

void TokenViewDialog::build()
{
    Theme &theme = app().theme;
    auto *form = new FormGrid(theme, this);
    m_access = new QLineEdit(form);
    m_access->setObjectName(QStringLiteral("access"));
    m_access->setPlaceholderText(QStringLiteral("^user:[\\s\\S]*$"));
    Look::monospace(m_access, theme);
    m_accessRow = form->addRow(tr("May read and write"), m_access);

    m_help = new QLineEdit(form);
    m_help->setObjectName(QStringLiteral("help"));
    m_help->setPlaceholderText(tr("user: or a key"));
    Look::monospace(m_help, theme);
    auto *branch = new QPushButton(tr("Add branch"), form);
    branch->setObjectName(QStringLiteral("addBranch"));
    auto *key = new QPushButton(tr("Add key"), form);
    key->setObjectName(QStringLiteral("addKey"));
    for (QPushButton *button : {branch, key})
        button->setAutoDefault(false);
    form->addRow(tr("Write it for me"), sideBySide(theme, {m_help, branch, key}, 0), m_help)
        ->setHint(tr("Adds to the expression above, escaped and anchored."));
    connect(branch, &QPushButton::clicked, this, [this] { allow(true); });
    connect(key, &QPushButton::clicked, this, [this] { allow(false); });

    m_subscriptions = new QPlainTextEdit(form);
    m_subscriptions->setObjectName(QStringLiteral("subscriptions"));
    m_subscriptions->setTabChangesFocus(true);
    m_subscriptions->setPlaceholderText(QStringLiteral("user:*"));
    Look::monospace(m_subscriptions, theme);
    m_subscriptions->setFixedHeight(theme.metric(20) * SubscriptionLines + theme.metric(8));
    m_subscriptionsRow = form->addRow(tr("Is told about"), m_subscriptions);
    body()->addWidget(form);

    m_summary = addText({});
    m_summary->setObjectName(QStringLiteral("summary"));
    m_keys = new QTreeWidget(this);
    m_keys->setObjectName(QStringLiteral("keys"));
    m_keys->setAccessibleName(tr("Known keys that the token reaches"));
    m_keys->setHeaderLabels({tr("Key"), tr("Read and write"), tr("Told about")});
    m_keys->setRootIsDecorated(false);
    m_keys->setUniformRowHeights(true);
    m_keys->setTextElideMode(Qt::ElideMiddle);
    m_keys->setSelectionMode(QAbstractItemView::NoSelection);
    m_keys->setMinimumHeight(theme.metric(140));
    m_keys->header()->setStretchLastSection(false);
    m_keys->header()->setSectionResizeMode(KeyColumn, QHeaderView::Stretch);
    m_keys->header()->setSectionResizeMode(AccessColumn, QHeaderView::ResizeToContents);
    m_keys->header()->setSectionResizeMode(HeardColumn, QHeaderView::ResizeToContents);
    body()->addWidget(m_keys, 1);

    m_copy = new QPushButton(tr("Copy token"), this);
    m_copy->setObjectName(QStringLiteral("copy"));
    m_open = new QPushButton(tr("Open as profile…"), this);
    m_open->setObjectName(QStringLiteral("open"));
    for (QPushButton *button : {m_copy, m_open}) {
        button->setAutoDefault(false);
        button->setEnabled(false);
    }
    body()->addWidget(sideBySide(theme, {m_copy, m_open}, -1));
    connect(m_copy, &QPushButton::clicked, this, &TokenViewDialog::copy);
    connect(m_open, &QPushButton::clicked, this, &TokenViewDialog::openAsProfile);
}

/// The library writes the expression; what a person typed by hand is begun anew.
void TokenViewDialog::allow(bool branch)
{
    const QByteArray text = m_help->text().toUtf8();
    if (text.isEmpty())
        return;
    if (m_access->text() != m_builtText)
        m_built = {};
    if (branch)
        m_built.addPrefix(text);
    else
        m_built.addKey(text);
    m_builtText = m_built.toString();
    m_access->setText(m_builtText);
    m_help->clear();
    m_help->setFocus();
}

void TokenViewDialog::setRequest(const QString &accessPattern, const QList<QByteArray> &subscriptions)
{
    m_access->setText(accessPattern);
    m_subscriptions->setPlainText(QString::fromUtf8(subscriptions.join('\n')));
}

WatchPatterns TokenViewDialog::access() const
{
    if (m_access->text().isEmpty())
        return {};
    return {{m_access->text().toUtf8(), WatchPattern::Kind::Expression}};
}

WatchPatterns TokenViewDialog::subscriptions() const
{
    WatchPatterns patterns;
    const QStringList lines = m_subscriptions->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        if (!line.isEmpty())
            patterns.append(WatchPattern::fromText(line.toUtf8()));
    }
    return patterns;
}

Hpkv::TokenRequest TokenViewDialog::request() const
{
    Hpkv::TokenRequest request;
    if (!m_access->text().isEmpty())
        request.accessPattern = m_access->text();
    for (const WatchPattern &pattern : subscriptions())
        request.subscribePatterns.append(pattern.toWire());
    return request;
}

QString TokenViewDialog::warning(const QString &accessPattern)
{
    if (accessPattern.isEmpty() || accessPattern == QStringLiteral("^$"))
        return {};
    if (accessPattern.endsWith(QStringLiteral(":*$")) || accessPattern.endsWith(QStringLiteral(":*")))
        return tr("The * is no wildcard in an expression: it repeats the colon. For a branch write “:.*”.");
    if (!accessPattern.startsWith(u'^') || !accessPattern.endsWith(u'$'))
        return tr(
            "It is searched for anywhere in a key. Begin it with ^ and end it with $ to say which keys are "
            "meant as a whole.");
    return {};
}

QList<QByteArray> TokenViewDialog::prefixesOf(const QList<QByteArray> &subscriptions)
{
    QList<QByteArray> prefixes;
    for (const QByteArray &text : subscriptions) {
        if (const WatchPattern pattern = WatchPattern::fromText(text);
            pattern.isPrefix() && !pattern.text.isEmpty())
            prefixes.append(pattern.text);
    }
    return prefixes;
}

/// Why no token can be made; empty if one can.
QString TokenViewDialog::problem() const
{
    for (const WatchPattern &pattern : access() + subscriptions()) {
        if (QString error = pattern.error(); !error.isEmpty())
            return error;
    }
    return {};
}

void TokenViewDialog::refresh()
{
    QString accessError;
    QString subscriptionError;
    for (const WatchPattern &pattern : access())
        accessError = pattern.error();
    for (const WatchPattern &pattern : subscriptions()) {
        if (subscriptionError.isEmpty())
            subscriptionError = pattern.error();
    }
    m_accessRow->setError(accessError);
    m_accessRow->setWarning(accessError.isEmpty() ? warning(m_access->text()) : QString());
    m_accessRow->setHint(m_access->text().isEmpty() ? tr("Empty: no key.") : QString());
    m_subscriptionsRow->setError(subscriptionError);
    m_subscriptionsRow->setHint(tr(
        "One pattern a line, as in the list of what is watched. What a token is told about is not limited by "
        "what it may read."));
    // What was made fits what was typed before.
    m_token.clear();
    m_copy->setEnabled(false);
    m_open->setEnabled(false);
    const bool ready = problem().isEmpty() && !m_isMaking;
    setReady(ready, tr("Nothing is made until you say so."));
    if (!problem().isEmpty()) {
        m_test->cancel();
        m_keys->clear();
        m_summary->clear();
        return;
    }
    m_test->start({access(), subscriptions()}, MostListed);
}

void TokenViewDialog::showMatches()
{
    const PatternMatches &matches = m_test->matches();
    const QLocale locale;
    m_summary->setText(matches.known == 0
                           ? tr("No key is known yet, so there is nothing to show.")
                           : tr("Of %1 known keys it could read and write %2 and would be told about %3.")
                                 .arg(locale.toString(matches.known),
                                      locale.toString(matches.counts.value(0)),
                                      locale.toString(matches.counts.value(1))));
    const WatchMatcher reads(access());
    const WatchMatcher hears(subscriptions());
    m_keys->clear();
    QList<QTreeWidgetItem *> items;
    for (const QByteArray &key : matches.first) {
        items.append(
            new QTreeWidgetItem(QStringList{KeyText::display(key), reads.matches(key) ? tr("yes") : tr("no"),
                                            hears.matches(key) ? tr("yes") : tr("no")}));
        items.constLast()->setFont(KeyColumn, app().theme.monospaceFont());
    }
    m_keys->addTopLevelItems(items);
}

void TokenViewDialog::go()
{
    if (m_isMaking || !problem().isEmpty())
        return;
    m_isMaking = true;
    setReady(false, tr("The token is being made…"));
    const Hpkv::TokenRequest wanted = request();
    m_apiKey([guard = QPointer(this), this, wanted](const QString &apiKey) {
        if (!guard)
            return;
        if (apiKey.isEmpty()) {
            m_isMaking = false;
            setReady(true, tr("Making a token needs the API key of the profile."), ColorRole::Removed);
            return;
        }
        m_tokens = std::make_unique<Hpkv::TokenManager>(connectionConfig(session().profile()), apiKey);
        const Hpkv::TokenReply *reply = m_tokens->generateToken(wanted);
        connect(reply, &Hpkv::TokenReply::finished, this, [this, reply, wanted] {
            m_isMaking = false;
            if (reply->error().isError()) {
                setReady(true, tr("No token was made: %1").arg(reply->error().text), ColorRole::Removed);
                return;
            }
            if (request() != wanted) { // something else was typed meanwhile
                refresh();
                return;
            }
            m_token = reply->token();
            m_copy->setEnabled(true);
            m_open->setEnabled(true);
            setReady(true,
                     tr("The token is made and holds for about two hours. Whoever has it has this access."),
                     ColorRole::Created);
            emit tokenMade();
        });
    });
}

void TokenViewDialog::copy()
{
    if (m_token.isEmpty())
        return;
    auto *copied = new QMimeData;
    copied->setText(m_token);
    // Clipboard managers that know the mark keep no copy of it.
    copied->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    QGuiApplication::clipboard()->setMimeData(copied);
    setReady(true, tr("The token is on the clipboard."), ColorRole::Created);
}

void TokenViewDialog::openAsProfile()
{
    if (m_token.isEmpty())
        return;
    Profile profile = session().profile();
    profile.id = Profile::newId();
    profile.name = tr("%1 as token").arg(profile.name);
    profile.credential = CredentialKind::Token;
    profile.prefixes = prefixesOf(request().subscribePatterns);
    profile.lastOpened = 0;
    // It is gone in two hours.
    profile.rememberSecret = false;
    profile.secretInPlainFile = false;
    emit openRequested(profile, m_token);
    accept();
}

} // namespace Studio
