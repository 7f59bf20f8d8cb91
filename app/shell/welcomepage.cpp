// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/welcomepage.h"

#include "profiles/profilestore.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "shell/welcomeparts.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int ContentWidth = 760;
constexpr int MostRecent = 5;

} // namespace

struct WelcomePage::Private {
    explicit Private(AppContext &context)
        : app(context)
    {
    }

    AppContext &app;
    QWidget *recent = nullptr;
    QVBoxLayout *rows = nullptr;
};

WelcomePage::WelcomePage(AppContext &app, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(app))
{
    Theme &theme = app.theme;
    setAccessibleName(tr("Welcome"));

    auto *content = new QWidget;
    auto *title = new QLabel(tr("HPKV Studio"), content);
    Look::text(title, theme, ColorRole::Text, 15, QFont::DemiBold);
    auto *subtitle = new QLabel(tr("See, change and watch your key-value store."), content);
    Look::text(subtitle, theme, ColorRole::TextMuted, 2);

    auto *connectButton = new QPushButton(tr("Connect…"), content);
    Look::makePrimary(connectButton);
    connect(connectButton, &QPushButton::clicked, this,
            [this] { d->app.commands.trigger(QStringLiteral("file.connect")); });
    auto *demoButton = new QPushButton(tr("Open the demo"), content);
    connect(demoButton, &QPushButton::clicked, this,
            [this] { d->app.commands.trigger(QStringLiteral("file.demo")); });

    auto *cards = new QHBoxLayout;
    cards->setSpacing(theme.metric(16));
    cards->addWidget(
        new WelcomeCard(
            theme, tr("Connect to HPKV"),
            tr("With the API key or a token of your account. Secrets go to your system's keychain."),
            connectButton, content),
        1);
    cards->addWidget(
        new WelcomeCard(theme, tr("Try it without an account"),
                        tr("Starts a store on this computer with a small shop and a sensor fleet that keep "
                           "changing."),
                        demoButton, content),
        1);

    d->recent = new QWidget(content);
    auto *recentTitle = new QLabel(tr("Recent"), d->recent);
    Look::text(recentTitle, theme, ColorRole::Text, 0, QFont::DemiBold);
    auto *manage = new QPushButton(tr("Manage…"), d->recent);
    Look::makeQuiet(manage);
    Look::font(manage, theme, -1);
    connect(manage, &QPushButton::clicked, this,
            [this] { d->app.commands.trigger(QStringLiteral("file.profiles")); });
    auto *recentHead = new QHBoxLayout;
    recentHead->addWidget(recentTitle, 1);
    recentHead->addWidget(manage);
    d->rows = new QVBoxLayout;
    d->rows->setSpacing(0);
    auto *recentColumn = new QVBoxLayout(d->recent);
    recentColumn->setContentsMargins(0, theme.metric(20), 0, 0);
    recentColumn->setSpacing(theme.metric(4));
    recentColumn->addLayout(recentHead);
    recentColumn->addLayout(d->rows);

    const auto keysOf = [&app](const QString &id) {
        const QAction *action = app.commands.action(id);
        return action ? action->shortcut()
                            .toString(QKeySequence::NativeText)
                            .replace(QLatin1Char('+'), QLatin1Char(' '))
                      : QString();
    };
    auto *hint =
        new QLabel(tr("%1 goes to any key · %2 runs any command · %3 help")
                       .arg(keysOf(QStringLiteral("view.goTo")), keysOf(QStringLiteral("view.palette")),
                            keysOf(QStringLiteral("help.shortcuts"))),
                   content);
    Look::text(hint, theme, ColorRole::TextMuted, -1);

    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(theme.metric(16), theme.metric(24), theme.metric(16), theme.metric(24));
    column->setSpacing(theme.metric(4));
    column->addStretch(5);
    column->addWidget(title);
    column->addWidget(subtitle);
    column->addSpacing(theme.metric(20));
    column->addLayout(cards);
    column->addWidget(d->recent);
    column->addSpacing(theme.metric(20));
    column->addWidget(hint);
    column->addStretch(6);
    content->setMaximumWidth(theme.metric(ContentWidth) + 2 * theme.metric(16));

    auto *page = new QWidget;
    auto *centre = new QHBoxLayout(page);
    centre->setContentsMargins(0, 0, 0, 0);
    centre->addStretch();
    centre->addWidget(content, 100);
    centre->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    connect(&app.profiles, &ProfileStore::changed, this, &WelcomePage::refreshRecent);
    refreshRecent();
    connectButton->setFocus();
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::refreshRecent()
{
    while (QLayoutItem *item = d->rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const QList<Profile> profiles = d->app.profiles.profiles();
    for (const Profile &profile : profiles.first(qMin<qsizetype>(profiles.size(), MostRecent))) {
        auto *row = new ProfileRow(d->app.theme, profile, d->recent);
        connect(row, &ProfileRow::clicked, this, [this, row] { emit openRequested(row->profile()); });
        d->rows->addWidget(row);
    }
    d->recent->setVisible(!profiles.isEmpty());
}

} // namespace Studio
