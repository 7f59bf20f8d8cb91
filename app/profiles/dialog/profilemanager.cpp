// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/dialog/profilemanager.h"

#include "profiles/dialog/connectdialog.h"
#include "profiles/dialog/profiledelegate.h"
#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace Studio
{

struct ProfileManager::Private {
    Private(ProfileManager *dialog, AppContext &context_)
        : q(dialog)
        , context(context_)
        , theme(context_.theme)
    {
    }

    ProfileManager *q;
    AppContext &context;
    Theme &theme;
    QListWidget *list = nullptr;
    QLabel *empty = nullptr;
    QStackedLayout *places = nullptr;
    QLabel *question = nullptr;
    QLabel *problem = nullptr;
    QPushButton *editButton = nullptr;
    QPushButton *duplicateButton = nullptr;
    QPushButton *deleteButton = nullptr;
    QPushButton *openButton = nullptr;
    QPushButton *keepButton = nullptr;
    QString deleting; ///< id of the profile that the question is about

    QWidget *buildHead();
    QWidget *buildActions();
    QWidget *buildQuestion();
    QPushButton *button(QWidget *parent, const QString &name, const QString &text);
    void reload();
    void enable();
    std::optional<Profile> current() const;
    void openDialog(const Profile *profile);
    void duplicate();
    void ask();
    void answer(bool remove);
    void copySecret(const QString &from, const Profile &to);
    void fail(const QString &text);
};

QPushButton *ProfileManager::Private::button(QWidget *parent, const QString &name, const QString &text)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}

QWidget *ProfileManager::Private::buildHead()
{
    auto *head = new QWidget(q);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(tr("Connections"), head);
    Look::text(title, theme, ColorRole::Text, 2, QFont::DemiBold);
    row->addWidget(title, 1);
    auto *fresh = button(head, QStringLiteral("new"), tr("New connection…"));
    fresh->setIcon(theme.icon(QStringLiteral("plus")));
    Look::makeQuiet(fresh);
    connect(fresh, &QPushButton::clicked, q, [this] { openDialog(nullptr); });
    row->addWidget(fresh);
    return head;
}

QWidget *ProfileManager::Private::buildActions()
{
    auto *bar = new QWidget(q);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.metric(8));
    editButton = button(bar, QStringLiteral("edit"), tr("Edit…"));
    duplicateButton = button(bar, QStringLiteral("duplicate"), tr("Duplicate"));
    deleteButton = button(bar, QStringLiteral("delete"), tr("Delete…"));
    Look::makeDangerous(deleteButton);
    auto *close = button(bar, QStringLiteral("close"), tr("Close"));
    openButton = button(bar, QStringLiteral("open"), tr("Open"));
    openButton->setDefault(true);
    Look::makePrimary(openButton);
    row->addWidget(editButton);
    row->addWidget(duplicateButton);
    row->addWidget(deleteButton);
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(openButton);
    connect(editButton, &QPushButton::clicked, q, [this] {
        if (const auto profile = current())
            openDialog(&*profile);
    });
    connect(duplicateButton, &QPushButton::clicked, q, [this] { duplicate(); });
    connect(deleteButton, &QPushButton::clicked, q, [this] { ask(); });
    connect(close, &QPushButton::clicked, q, &QDialog::reject);
    const auto open = [this] {
        if (const auto profile = current()) {
            emit q->openRequested(*profile);
            q->accept();
        }
    };
    connect(openButton, &QPushButton::clicked, q, open);
    connect(list, &QListWidget::itemDoubleClicked, q, open);
    return bar;
}

QWidget *ProfileManager::Private::buildQuestion()
{
    auto *bar = new QWidget(q);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.metric(8));
    question = new QLabel(bar);
    question->setObjectName(QStringLiteral("question"));
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    Look::text(question, theme, ColorRole::Text);
    keepButton = button(bar, QStringLiteral("keep"), tr("Keep"));
    auto *yes = button(bar, QStringLiteral("confirmDelete"), tr("Delete"));
    Look::makeDangerous(yes);
    row->addWidget(question, 1);
    row->addWidget(keepButton);
    row->addWidget(yes);
    connect(keepButton, &QPushButton::clicked, q, [this] { answer(false); });
    connect(yes, &QPushButton::clicked, q, [this] { answer(true); });
    return bar;
}

ProfileManager::ProfileManager(AppContext &context, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(this, context))
{
    Theme &theme = context.theme;
    setWindowTitle(tr("Connections"));
    setModal(true);
    resize(theme.metric(600), theme.metric(440));
    auto *column = new QVBoxLayout(this);
    const int margin = theme.metric(20);
    column->setContentsMargins(margin, theme.metric(16), margin, theme.metric(16));
    column->setSpacing(theme.metric(8));

    d->list = new QListWidget(this);
    d->list->setObjectName(QStringLiteral("profiles"));
    d->list->setAccessibleName(tr("Saved connections"));
    d->list->setItemDelegate(new ProfileDelegate(theme, d->list));
    d->list->setFrameShape(QFrame::NoFrame);
    d->list->setMouseTracking(true);
    d->list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    d->empty = new QLabel(
        tr("Connections that you save appear here. Make the first one with “New connection…”."), this);
    d->empty->setWordWrap(true);
    d->empty->setAlignment(Qt::AlignCenter);
    Look::text(d->empty, theme, ColorRole::TextMuted);
    d->problem = new QLabel(this);
    d->problem->setTextFormat(Qt::PlainText);
    d->problem->setWordWrap(true);
    Look::text(d->problem, theme, ColorRole::Removed);
    d->problem->hide();

    column->addWidget(d->buildHead());
    column->addWidget(d->list, 1);
    column->addWidget(d->empty, 1);
    column->addWidget(d->problem);
    auto *bottom = new QWidget(this);
    d->places = new QStackedLayout(bottom);
    d->places->addWidget(d->buildActions());
    d->places->addWidget(d->buildQuestion());
    bottom->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    column->addWidget(bottom);

    connect(d->list, &QListWidget::currentItemChanged, this, [this] { d->enable(); });
    auto *deleteKey = new QShortcut(QKeySequence(QKeySequence::Delete), d->list);
    deleteKey->setContext(Qt::WidgetShortcut);
    connect(deleteKey, &QShortcut::activated, this, [this] { d->ask(); });
    connect(&context.profiles, &ProfileStore::changed, this, [this] { d->reload(); });
    d->reload();
    d->list->setFocus();
}

ProfileManager::~ProfileManager() = default;

QString ProfileManager::currentId() const
{
    const auto profile = d->current();
    return profile ? profile->id : QString();
}

void ProfileManager::setCurrentId(const QString &id)
{
    for (int i = 0; i < d->list->count(); ++i) {
        if (d->list->item(i)->data(ProfileDelegate::ProfileRole).value<Profile>().id == id)
            d->list->setCurrentRow(i);
    }
}

void ProfileManager::reject()
{
    // Escape answers the question first.
    if (!d->deleting.isEmpty())
        d->answer(false);
    else
        QDialog::reject();
}

void ProfileManager::Private::reload()
{
    const QString chosen = q->currentId();
    const int row = list->currentRow();
    const QList<Profile> profiles = context.profiles.profiles();
    {
        const QSignalBlocker quiet(list);
        list->clear();
        for (const Profile &profile : profiles) {
            auto *item = new QListWidgetItem(profile.name, list);
            item->setData(ProfileDelegate::ProfileRole, QVariant::fromValue(profile));
            item->setData(Qt::AccessibleDescriptionRole, ProfileDelegate::summary(profile));
            item->setToolTip(profile.baseUrl.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
        }
        list->setCurrentRow(std::clamp(row, 0, std::max(0, list->count() - 1)));
    }
    q->setCurrentId(chosen);
    list->setVisible(!profiles.isEmpty());
    empty->setVisible(profiles.isEmpty());
    enable();
}

void ProfileManager::Private::enable()
{
    const auto profile = current();
    for (QPushButton *each : {editButton, duplicateButton, deleteButton, openButton})
        each->setEnabled(profile.has_value());
    if (!deleting.isEmpty() && (!profile || profile->id != deleting))
        answer(false);
}

std::optional<Profile> ProfileManager::Private::current() const
{
    const QListWidgetItem *item = list->currentItem();
    if (item == nullptr)
        return std::nullopt;
    return item->data(ProfileDelegate::ProfileRole).value<Profile>();
}

void ProfileManager::Private::openDialog(const Profile *profile)
{
    auto *dialog =
        profile != nullptr ? new ConnectDialog(context, *profile, q) : new ConnectDialog(context, q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConnectDialog::connectRequested, q,
            [this](const Profile &chosen, const QString &secret) {
                emit q->connectRequested(chosen, secret);
                q->accept();
            });
    connect(dialog, &ConnectDialog::saved, q,
            [this](const Profile &changed) { q->setCurrentId(changed.id); });
    dialog->open();
}

void ProfileManager::Private::fail(const QString &text)
{
    problem->setText(text);
    problem->setVisible(!text.isEmpty());
}

void ProfileManager::Private::duplicate()
{
    const auto original = current();
    if (!original)
        return;
    Profile copy = *original;
    copy.id = Profile::newId();
    copy.name = tr("%1 (copy)").arg(original->name);
    copy.lastOpened = 0;
    fail(context.profiles.save(copy) ? QString() : context.profiles.saveProblem());
    q->setCurrentId(copy.id);
    if (copy.rememberSecret)
        copySecret(original->id, copy);
}

void ProfileManager::Private::copySecret(const QString &from, const Profile &to)
{
    context.secrets.read(from, q, [this, to](const SecretResult &found) {
        // Without a secret the copy asks for it when it is opened.
        if (!found.isOk())
            return;
        context.secrets.write(to.id, found.secret,
                              to.secretInPlainFile ? SecretPlace::PlainFile : SecretPlace::Keychain, q,
                              [this](const SecretResult &written) { fail(written.message); });
    });
}

void ProfileManager::Private::ask()
{
    const auto profile = current();
    if (!profile)
        return;
    deleting = profile->id;
    question->setText(
        tr("Delete “%1” and its saved key? The store itself is not touched.").arg(profile->name));
    places->setCurrentIndex(1);
    keepButton->setFocus();
}

void ProfileManager::Private::answer(bool remove)
{
    const QString id = deleting;
    deleting.clear();
    places->setCurrentIndex(0);
    list->setFocus();
    if (!remove || id.isEmpty())
        return;
    context.secrets.remove(id, q, [this](const SecretResult &result) {
        // A keychain that is not there holds nothing that could stay behind.
        const bool gone = result.isOk() || result.status == SecretStatus::NotFound
                       || result.status == SecretStatus::NoKeychain;
        if (!gone)
            fail(tr("The connection is deleted, its key is still in the keychain: %1").arg(result.message));
    });
    fail(context.profiles.remove(id) ? QString() : context.profiles.saveProblem());
}

} // namespace Studio
