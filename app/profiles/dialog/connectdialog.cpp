// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/dialog/connectdialog.h"

#include "profiles/connectiontest.h"
#include "profiles/dialog/connectform.h"
#include "profiles/dialog/teststepsview.h"
#include "profiles/envimport.h"
#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QProcessEnvironment>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace Studio
{

struct ConnectDialog::Private {
    Private(ConnectDialog *dialog, AppContext &context_)
        : q(dialog)
        , context(context_)
        , theme(context_.theme)
    {
    }

    enum class Then : quint8 { Connect, Save };

    ConnectDialog *q;
    AppContext &context;
    Theme &theme;
    bool known = false; ///< the profile was in the store when the dialog opened
    Profile before; ///< as it was then
    QString savedSecret; ///< as it was read from the store
    bool secretRead = false;
    bool secretTouched = false;
    bool storing = false;

    ConnectForm *form = nullptr;
    QScrollArea *area = nullptr;
    TestStepsView *steps = nullptr;
    QWidget *stepsBox = nullptr;
    QLabel *message = nullptr;
    QPushButton *testButton = nullptr;
    QPushButton *saveButton = nullptr;
    QPushButton *connectButton = nullptr;
    QPushButton *cancelButton = nullptr;
    std::unique_ptr<ConnectionTest> test;

    void build();
    QWidget *buildHead();
    QLayout *buildButtons();
    void start(const Profile &profile, bool isKnown);
    void lookForSecret();
    void say(const QString &text, ColorRole role);
    void enable();
    void store(Then then);
    void secretStored(const Profile &profile, const SecretResult &result, Then then);
    void finish(const Profile &profile, Then then);
    void take(const EnvSettings &settings);
    void readEnv(const QString &file);
    void fitHeight(bool exactly = false);
};

void ConnectDialog::Private::build()
{
    q->setWindowTitle(known ? tr("Edit connection") : tr("New connection"));
    q->setModal(true);
    q->setAcceptDrops(true);
    q->resize(theme.metric(620), theme.metric(560));

    auto *column = new QVBoxLayout(q);
    const int margin = theme.metric(20);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());

    // The form scrolls when the screen is small or the font large; head and buttons stay.
    auto *inside = new QWidget;
    auto *insideColumn = new QVBoxLayout(inside);
    insideColumn->setContentsMargins(margin, theme.metric(4), margin, theme.metric(12));
    form = new ConnectForm(theme, inside);
    insideColumn->addWidget(form);
    stepsBox = new QWidget(inside);
    auto *stepsColumn = new QVBoxLayout(stepsBox);
    stepsColumn->setContentsMargins(0, theme.metric(8), 0, 0);
    stepsColumn->setSpacing(theme.metric(8));
    stepsColumn->addWidget(Look::hairline(Qt::Horizontal, stepsBox));
    steps = new TestStepsView(theme, stepsBox);
    steps->setObjectName(QStringLiteral("steps"));
    stepsColumn->addWidget(steps);
    stepsBox->hide();
    insideColumn->addWidget(stepsBox);
    insideColumn->addStretch(1);
    area = new QScrollArea(q);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(inside);
    column->addWidget(area, 1);

    column->addWidget(Look::hairline(Qt::Horizontal, q));
    column->addLayout(buildButtons());

    connect(form, &ConnectForm::changed, q, [this] {
        secretTouched = secretTouched || form->secret() != savedSecret;
        // A result belongs to what was tested.
        if (test == nullptr || !test->isRunning())
            stepsBox->hide();
        say({}, ColorRole::TextMuted);
        fitHeight();
    });
    connect(form, &ConnectForm::envTextPasted, q, [this](const QString &text) {
        // Not from within the field's own change.
        QTimer::singleShot(0, q, [this, text] { q->applyEnvText(text); });
    });
}

QWidget *ConnectDialog::Private::buildHead()
{
    auto *head = new QWidget(q);
    auto *row = new QHBoxLayout(head);
    const int margin = theme.metric(20);
    row->setContentsMargins(margin, theme.metric(16), margin, theme.metric(12));
    row->setSpacing(theme.metric(8));
    auto *words = new QVBoxLayout;
    words->setSpacing(theme.metric(2));
    auto *title = new QLabel(known ? tr("Edit connection") : tr("Connect to HPKV"), head);
    Look::text(title, theme, ColorRole::Text, 2, QFont::DemiBold);
    auto *sub = new QLabel(tr("Address and key stand in your HPKV dashboard."), head);
    Look::text(sub, theme, ColorRole::TextMuted);
    words->addWidget(title);
    words->addWidget(sub);
    row->addLayout(words, 1);

    auto *env = new QToolButton(head);
    env->setObjectName(QStringLiteral("env"));
    env->setText(tr("From .env"));
    env->setToolTip(tr("Fills in address and key from text with HPKV_API_KEY and HPKV_API_BASE_URL"));
    env->setIcon(theme.icon(QStringLiteral("import")));
    env->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    env->setPopupMode(QToolButton::InstantPopup);
    env->setAutoRaise(true);
    Look::makeQuiet(env);
    auto *menu = new QMenu(env);
    connect(menu->addAction(theme.icon(QStringLiteral("copy")), tr("Paste .env text")), &QAction::triggered,
            q, [this] { take(parseEnvText(QGuiApplication::clipboard()->text())); });
    connect(menu->addAction(theme.icon(QStringLiteral("folder")), tr("Open .env file…")), &QAction::triggered,
            q, [this] {
                auto *dialog = new QFileDialog(q, tr("Open .env file"));
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                dialog->setFileMode(QFileDialog::ExistingFile);
                dialog->setFilter(QDir::Files | QDir::AllDirs | QDir::Hidden | QDir::NoDotAndDotDot);
                connect(dialog, &QFileDialog::fileSelected, q,
                        [this](const QString &file) { readEnv(file); });
                dialog->open();
            });
    env->setMenu(menu);
    row->addWidget(env, 0, Qt::AlignTop);
    return head;
}

QLayout *ConnectDialog::Private::buildButtons()
{
    auto *column = new QVBoxLayout;
    const int margin = theme.metric(20);
    column->setContentsMargins(margin, theme.metric(12), margin, theme.metric(16));
    column->setSpacing(theme.metric(8));
    message = new QLabel(q);
    message->setObjectName(QStringLiteral("message"));
    message->setWordWrap(true);
    message->setTextFormat(Qt::PlainText);
    message->hide();
    column->addWidget(message);

    auto *row = new QHBoxLayout;
    row->setSpacing(theme.metric(8));
    const auto button = [this, row](const QString &name, const QString &text) {
        auto *made = new QPushButton(text, q);
        made->setObjectName(name);
        made->setAutoDefault(false);
        row->addWidget(made);
        return made;
    };
    testButton = button(QStringLiteral("test"), tr("Test"));
    testButton->setToolTip(tr("Tries address, encryption, sign-in and a first request. Changes nothing."));
    row->addStretch(1);
    cancelButton = button(QStringLiteral("cancel"), tr("Cancel"));
    saveButton = button(QStringLiteral("save"), tr("Save"));
    saveButton->setToolTip(tr("Keeps the connection without opening it"));
    connectButton = button(QStringLiteral("connect"), tr("Connect"));
    connectButton->setDefault(true);
    Look::makePrimary(connectButton);
    column->addLayout(row);

    connect(testButton, &QPushButton::clicked, q, [this] {
        if (q->isTesting())
            test->cancel();
        else
            q->runTest();
    });
    connect(cancelButton, &QPushButton::clicked, q, &QDialog::reject);
    connect(saveButton, &QPushButton::clicked, q, [this] { store(Then::Save); });
    connect(connectButton, &QPushButton::clicked, q, [this] { store(Then::Connect); });
    return column;
}

void ConnectDialog::Private::start(const Profile &profile, bool isKnown)
{
    known = isKnown;
    before = profile;
    build();
    form->setProfile(profile);
    if (!known) {
        const EnvSettings environment = fromEnvironment(QProcessEnvironment::systemEnvironment());
        if (!environment.isEmpty()) {
            form->applyEnv(environment);
            say(tr("Filled in from %1.").arg(environment.names.join(QStringLiteral(", "))),
                ColorRole::TextMuted);
        }
    }
    lookForSecret();
    form->focusFirst();
}

void ConnectDialog::Private::lookForSecret()
{
    // For a new profile the answer is "not found"; what counts is whether a keychain answers at all.
    if (known && before.rememberSecret)
        form->setSecretPlaceholder(tr("Reading the saved one…"));
    context.secrets.read(before.id, q, [this](const SecretResult &result) {
        form->setSecretPlaceholder({});
        if (result.status == SecretStatus::NoKeychain || result.status == SecretStatus::TimedOut)
            form->setKeychainAvailable(false);
        if (result.isOk()) {
            savedSecret = result.secret;
            secretRead = true;
            if (!secretTouched)
                form->setSecret(result.secret);
        } else if (result.status == SecretStatus::Denied || result.status == SecretStatus::Failed) {
            say(result.message, ColorRole::Warning);
        }
        fitHeight();
    });
}

void ConnectDialog::Private::say(const QString &text, ColorRole role)
{
    message->setText(text);
    message->setVisible(!text.isEmpty());
    Look::text(message, theme, role);
}

void ConnectDialog::Private::enable()
{
    const bool testing = q->isTesting();
    testButton->setText(testing ? tr("Stop") : tr("Test"));
    testButton->setEnabled(!storing);
    saveButton->setEnabled(!storing);
    connectButton->setEnabled(!storing);
    form->setEnabled(!storing);
}

void ConnectDialog::Private::store(Then then)
{
    if (storing || !form->validate(then == Then::Connect || form->keep() != ConnectForm::Keep::Ask)) {
        fitHeight();
        return;
    }
    if (test != nullptr)
        test->cancel();
    const Profile profile = form->profile();
    const QString secret = form->secret();
    const bool samePlace = known && profile.rememberSecret == before.rememberSecret
                        && profile.secretInPlainFile == before.secretInPlainFile;
    if (profile.rememberSecret && samePlace && secretRead && secret == savedSecret) {
        finish(profile, then);
        return;
    }

    storing = true;
    enable();
    const auto done = [this, profile, then](const SecretResult &result) {
        storing = false;
        enable();
        secretStored(profile, result, then);
    };
    if (profile.rememberSecret) {
        context.secrets.write(profile.id, secret,
                              profile.secretInPlainFile ? SecretPlace::PlainFile : SecretPlace::Keychain, q,
                              done);
    } else {
        // One that was kept before must not stay behind.
        context.secrets.remove(profile.id, q, done);
    }
}

void ConnectDialog::Private::secretStored(const Profile &profile, const SecretResult &result, Then then)
{
    // Without a keychain there is nothing to remove from it.
    const bool nothingKept =
        !profile.rememberSecret
        && (result.status == SecretStatus::NotFound || result.status == SecretStatus::NoKeychain);
    if (result.isOk() || nothingKept) {
        finish(profile, then);
        return;
    }
    if (result.status == SecretStatus::NoKeychain || result.status == SecretStatus::TimedOut) {
        form->setKeychainAvailable(false);
        form->setKeepError(tr("No keychain answers, so it was not kept. Choose another way."));
    } else {
        form->setKeepError(result.message);
    }
    fitHeight();
}

void ConnectDialog::Private::finish(const Profile &profile, Then then)
{
    const QString secret = form->secret();
    const bool saved = context.profiles.save(profile);
    if (!saved && then == Then::Save) {
        say(context.profiles.saveProblem(), ColorRole::Removed);
        fitHeight();
        return;
    }
    // Connecting goes on when the file could not be written: the store keeps the profile in memory and tells.
    const QPointer<ConnectDialog> guard(q);
    if (then == Then::Connect)
        emit q->connectRequested(profile, secret);
    else
        emit q->saved(profile);
    if (guard != nullptr)
        guard->accept();
}

void ConnectDialog::Private::take(const EnvSettings &settings)
{
    if (settings.isEmpty()) {
        say(tr("There is no HPKV_API_KEY and no HPKV_API_BASE_URL in it."), ColorRole::Warning);
        fitHeight();
        return;
    }
    form->applyEnv(settings);
    say(tr("Filled in from %1.").arg(settings.names.join(QStringLiteral(", "))), ColorRole::TextMuted);
    fitHeight();
}

void ConnectDialog::Private::readEnv(const QString &file)
{
    QString problem;
    const EnvSettings settings = readEnvFile(file, &problem);
    if (problem.isEmpty()) {
        take(settings);
        return;
    }
    say(problem, ColorRole::Removed);
    fitHeight();
}

/// As high as the form wants to be, within the screen. `exactly`: when the dialog appears; later it only
/// grows, so that nothing moves away under the person's hand.
void ConnectDialog::Private::fitHeight(bool exactly)
{
    if (!exactly && !q->isVisible())
        return;
    q->layout()->activate();
    QLayout *inside = area->widget()->layout();
    inside->activate();
    const int width = std::max(area->viewport()->width(), inside->minimumSize().width());
    const int needed =
        inside->hasHeightForWidth() ? inside->totalHeightForWidth(width) : inside->totalSizeHint().height();
    const int wanted = q->height() - area->viewport()->height() + needed;
    const int most = q->screen() != nullptr ? q->screen()->availableGeometry().height() * 9 / 10 : wanted;
    if (exactly || wanted > q->height())
        q->resize(q->width(), std::min(wanted, most));
}

ConnectDialog::ConnectDialog(AppContext &context, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(this, context))
{
    Profile profile;
    profile.id = Profile::newId();
    d->start(profile, false);
}

ConnectDialog::ConnectDialog(AppContext &context, const Profile &profile, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(this, context))
{
    Profile known = profile;
    if (known.id.isEmpty())
        known.id = Profile::newId();
    d->start(known, context.profiles.profile(known.id).has_value());
}

ConnectDialog::~ConnectDialog() = default;

Profile ConnectDialog::profile() const
{
    return d->form->profile();
}

QString ConnectDialog::secret() const
{
    return d->form->secret();
}

bool ConnectDialog::applyEnvText(const QString &text)
{
    const EnvSettings settings = parseEnvText(text);
    d->take(settings);
    return !settings.isEmpty();
}

void ConnectDialog::runTest()
{
    if (isTesting() || d->storing)
        return;
    if (!d->form->validate(true)) {
        d->fitHeight();
        return;
    }
    d->test = std::make_unique<ConnectionTest>(d->form->profile(), d->form->secret());
    connect(d->test.get(), &ConnectionTest::stepChanged, this,
            [this] { d->steps->setSteps(d->test->steps()); });
    connect(d->test.get(), &ConnectionTest::finished, this, [this](bool passed) {
        d->steps->setSteps(d->test->steps());
        d->enable();
        d->fitHeight();
        d->area->verticalScrollBar()->setValue(d->area->verticalScrollBar()->maximum());
        emit testFinished(passed);
    });
    d->stepsBox->show();
    d->test->start();
    d->steps->setSteps(d->test->steps());
    d->enable();
    d->fitHeight();
    d->area->verticalScrollBar()->setValue(d->area->verticalScrollBar()->maximum());
}

bool ConnectDialog::isTesting() const
{
    return d->test != nullptr && d->test->isRunning();
}

void ConnectDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    d->fitHeight(true);
}

void ConnectDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void ConnectDialog::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.constFirst().isLocalFile())
        d->readEnv(urls.constFirst().toLocalFile());
    else
        applyEnvText(event->mimeData()->text());
    event->acceptProposedAction();
}

} // namespace Studio
