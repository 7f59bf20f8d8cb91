// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/sessionpage.h"

#include "browser/emptystate.h"
#include "browser/keytreeview.h"
#include "editor/recordtab.h"
#include "live/panel/livepanel.h"
#include "models/keytext.h"
#include "notices/noticecenter.h"
#include "session/session.h"
#include "session/writeoperation.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/question.h"
#include "shell/theme.h"
#include "shell/windowparts.h"

#include <QAction>
#include <QPointer>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>

namespace Studio
{

namespace
{

constexpr int LongestTitle = 32;

/// Keeps the first tab off the edge; QTabWidget asks a corner for its size hint.
class TabInset : public QWidget
{
public:
    TabInset(Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint() const override { return {m_theme.metric(8), m_theme.metric(36)}; }

private:
    Theme &m_theme;
};

} // namespace

struct SessionPage::Private {
    Private(AppContext &context, Session &openSession)
        : app(context)
        , session(openSession)
    {
    }

    PageTab *tab(int index) const { return qobject_cast<PageTab *>(tabs->widget(index)); }

    AppContext &app;
    Session &session;
    QPointer<KeyTreeView> keys;
    QPointer<LivePanel> live;
    QStackedLayout *places = nullptr;
    QTabWidget *tabs = nullptr;
    QPointer<RecordTab> preview; ///< the tab that single clicks use again
};

SessionPage::SessionPage(AppContext &app, Session &session, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(app, session))
{
    d->keys = new KeyTreeView(app, session);
    d->live = new LivePanel(app, session);

    auto *empty = new EmptyState(app.theme, this);
    Look::fill(empty, app.theme, ColorRole::Base);
    empty->show(tr("No record is open"), tr("Choose a key on the left, or go to one by typing it."),
                tr("Go to key…"));
    connect(empty, &EmptyState::actionTriggered, this,
            [this] { d->app.commands.trigger(QStringLiteral("view.goTo")); });

    d->tabs = new QTabWidget(this);
    d->tabs->setDocumentMode(true);
    d->tabs->setMovable(true);
    d->tabs->setTabsClosable(true);
    d->tabs->setAccessibleName(tr("Open tabs"));
    d->tabs->tabBar()->setExpanding(false);
    d->tabs->tabBar()->setAccessibleName(tr("Open tabs"));
    d->tabs->setCornerWidget(new TabInset(app.theme, this), Qt::TopLeftCorner);

    d->places = new QStackedLayout(this);
    d->places->addWidget(empty);
    d->places->addWidget(d->tabs);

    connect(d->tabs, &QTabWidget::tabCloseRequested, this, &SessionPage::closeTab);
    connect(d->tabs, &QTabWidget::currentChanged, this, &SessionPage::noteCurrent);
    connect(d->keys, &KeyTreeView::openRequested, this, [this](const QByteArray &key, bool pinned) {
        RecordTab *tab = openKey(key, pinned);
        if (pinned)
            tab->setFocus();
    });
    connect(d->keys, &KeyTreeView::newKeyRequested, this, &SessionPage::newKey);
    connect(d->keys, &KeyTreeView::deleteRequested, this, &SessionPage::deleteKey);
    connect(d->live, &LivePanel::openRequested, this, [this](const QByteArray &key) { openKey(key, true); });
}

SessionPage::~SessionPage()
{
    delete d->keys;
    delete d->live;
}

Session &SessionPage::session() const
{
    return d->session;
}

KeyTreeView *SessionPage::keys() const
{
    return d->keys;
}

LivePanel *SessionPage::live() const
{
    return d->live;
}

int SessionPage::tabCount() const
{
    return d->tabs->count();
}

PageTab *SessionPage::currentTab() const
{
    return qobject_cast<PageTab *>(d->tabs->currentWidget());
}

RecordTab *SessionPage::currentRecord() const
{
    return qobject_cast<RecordTab *>(d->tabs->currentWidget());
}

QList<PageTab *> SessionPage::dirtyTabs() const
{
    QList<PageTab *> dirty;
    for (int i = 0; i < d->tabs->count(); ++i) {
        if (PageTab *tab = d->tab(i); tab && tab->isDirty())
            dirty.append(tab);
    }
    return dirty;
}

RecordTab *SessionPage::openKey(const QByteArray &key, bool pinned)
{
    for (int i = 0; i < d->tabs->count(); ++i) {
        if (auto *known = qobject_cast<RecordTab *>(d->tab(i));
            known && !known->isNew() && known->key() == key) {
            if (pinned && d->preview == known)
                d->preview = nullptr;
            d->tabs->setCurrentIndex(i);
            return known;
        }
    }

    int index = d->tabs->count();
    if (!pinned && d->preview && !d->preview->isDirty()) {
        index = d->tabs->indexOf(d->preview);
        removeTab(index);
    }
    auto *tab = new RecordTab(d->app, d->session, key, d->tabs);
    addTab(tab, index);
    if (!pinned)
        d->preview = tab;
    return tab;
}

RecordTab *SessionPage::newKey(const QByteArray &prefix)
{
    auto *tab = new RecordTab(d->app, d->session, {}, d->tabs);
    tab->setSuggestedKey(prefix);
    addTab(tab, d->tabs->count());
    tab->setFocus();
    return tab;
}

void SessionPage::goToKey(const QByteArray &key)
{
    openKey(key, true)->setFocus();
    d->keys->goToKey(key);
}

void SessionPage::goToBranch(const QByteArray &prefix)
{
    d->keys->expandTo(prefix);
    d->keys->setFocus();
}

void SessionPage::deleteKey(const QByteArray &key)
{
    const QString name = KeyText::elided(key, 60);
    const QString noticeId = QStringLiteral("delete/%1/%2").arg(d->session.id(), QString::fromUtf8(key));
    const QString context = QStringLiteral("session/") + d->session.id();
    const auto remove = [this, key, name, noticeId, context] {
        WriteRequest request;
        request.kind = WriteKind::Delete;
        request.key = key;
        request.confirmed = true;
        WriteOperation *operation = d->session.write(request);
        connect(operation, &WriteOperation::finished, this, [this, operation, name, noticeId, context] {
            Notice notice;
            notice.id = noticeId;
            notice.context = context;
            switch (operation->state()) {
            case WriteOperation::State::Confirmed:
                d->app.notices.clear(noticeId);
                return;
            case WriteOperation::State::Unknown:
                notice.severity = Severity::Warning;
                notice.title = tr("%1 may be deleted").arg(name);
                notice.text = tr("The request left, then the line was lost. Read the keys again to see.");
                notice.actionCommand = QStringLiteral("keys.readAgain");
                notice.actionText = tr("Read again");
                break;
            default:
                notice.severity = Severity::Error;
                notice.title = tr("%1 was not deleted").arg(name);
                notice.text = operation->error().text;
                break;
            }
            d->app.notices.raise(notice);
        });
    };
    askQuestion(window(), tr("Delete %1?").arg(name),
                tr("The record is removed from the store, for everyone who uses it."),
                {{tr("Delete"), remove, true, false}});
}

void SessionPage::closeCurrentTab()
{
    if (d->tabs->count() > 0)
        closeTab(d->tabs->currentIndex());
}

void SessionPage::stepTab(int by)
{
    const int count = d->tabs->count();
    if (count > 0)
        d->tabs->setCurrentIndex((d->tabs->currentIndex() + by + count) % count);
}

void SessionPage::focusTab()
{
    if (PageTab *tab = currentTab())
        tab->setFocus();
}

void SessionPage::showColor(bool show)
{
    d->tabs->tabBar()->setProperty(
        Look::TabColorMark, show ? QVariant(profileColor(d->session.profile(), d->app.theme)) : QVariant());
    d->tabs->tabBar()->update();
}

void SessionPage::addTab(PageTab *tab, int index)
{
    connect(tab, &PageTab::titleChanged, this, [this, tab] { refreshTab(tab); });
    connect(tab, &PageTab::dirtyChanged, this, [this, tab](bool dirty) {
        if (dirty && d->preview == tab)
            d->preview = nullptr; // what is being edited stays
        refreshTab(tab);
    });
    connect(tab, &PageTab::statusTextChanged, this, [this, tab](const QString &text) {
        if (tab == currentTab())
            emit statusTextChanged(text);
    });
    d->tabs->insertTab(index, tab, QString());
    refreshTab(tab);
    d->places->setCurrentIndex(1);
    d->tabs->setCurrentWidget(tab);
    noteCurrent();
}

void SessionPage::closeTab(int index)
{
    QPointer<PageTab> tab = d->tab(index);
    if (!tab)
        return;
    if (!tab->isDirty()) {
        removeTab(index);
        return;
    }
    d->tabs->setCurrentIndex(index);
    const auto discard = [this, tab] {
        if (tab)
            removeTab(d->tabs->indexOf(tab));
    };
    const auto keep = [tab] {
        if (tab)
            tab->save();
    };
    askQuestion(
        window(), tr("Close %1 without saving?").arg(tab->title()),
        tr("Its edit is not in the store yet. Closing the tab loses it."),
        {{tr("Save changes"), keep, false, true}, {tr("Close without saving"), discard, true, false}});
}

void SessionPage::removeTab(int index)
{
    QWidget *tab = d->tabs->widget(index);
    if (!tab)
        return;
    d->tabs->removeTab(index);
    tab->deleteLater();
    if (d->preview == tab)
        d->preview = nullptr;
    d->places->setCurrentIndex(d->tabs->count() > 0 ? 1 : 0);
    noteCurrent();
}

void SessionPage::refreshTab(PageTab *tab)
{
    const int index = d->tabs->indexOf(tab);
    if (index < 0)
        return;
    QString title = tab->title();
    d->tabs->setTabToolTip(index, title);
    if (title.size() > LongestTitle)
        title = title.left(LongestTitle / 2) + QChar(0x2026) + title.right(LongestTitle / 2 - 1);
    // An ampersand would underline the next letter.
    d->tabs->setTabText(index, title.replace(QLatin1Char('&'), QStringLiteral("&&")));
    QIcon icon;
    if (tab->isDirty())
        icon = d->app.theme.icon(QStringLiteral("edit"), ColorRole::Warning);
    else if (!tab->iconName().isEmpty())
        icon = d->app.theme.icon(tab->iconName(), ColorRole::TextMuted);
    d->tabs->setTabIcon(index, icon);
    if (tab == currentTab())
        emit currentChanged();
}

void SessionPage::noteCurrent()
{
    const PageTab *tab = currentTab();
    emit statusTextChanged(tab ? tab->statusText() : QString());
    emit currentChanged();
    d->app.commands.refresh();
}

} // namespace Studio
