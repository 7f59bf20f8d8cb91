// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/livepanel_p.h"

#include "journal/comparison.h"
#include "live/panel/ledgertext.h"
#include "live/panel/livefilterrow.h"
#include "live/panel/livesaving.h"
#include "live/panel/livetable.h"
#include "live/panel/liveview.h"
#include "live/panel/paststream.h"
#include "models/keytext.h"
#include "models/livegroups.h"
#include "models/livemodel.h"
#include "models/pastmodel.h"
#include "models/ratesmodel.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace Studio
{

namespace
{

/// The branch in which `key` stands: up to its last separator.
QByteArray branchOf(const QByteArray &key, const QList<QByteArray> &separators)
{
    qsizetype end = 0;
    for (const QByteArray &separator : separators) {
        const qsizetype at = key.lastIndexOf(separator, key.size() - separator.size() - 1);
        if (at >= 0)
            end = std::max(end, at + separator.size());
    }
    return key.first(end);
}

} // namespace

SharedLiveNote LivePanel::Private::currentNote() const
{
    if (show == Show::Rates)
        return nullptr;
    const SharedLiveNote note =
        show == Show::ByKey ? groups->noteAt(groupTable->currentIndex().row())
                            : shownView()->currentIndex().data(LiveModel::NoteRole).value<SharedLiveNote>();
    return note && !note->isBreak() ? note : nullptr;
}

QByteArray LivePanel::Private::currentBranch() const
{
    if (show == Show::Rates)
        return rates->branchAt(rateTable->currentIndex().row());
    const SharedLiveNote note = currentNote();
    return note ? branchOf(note->key, session.profile().separatorBytes()) : QByteArray();
}

void LivePanel::Private::compare()
{
    const SharedLiveNote note = currentNote();
    if (!note)
        return;
    const QString at =
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(note->at).time(), QStringLiteral("HH:mm:ss.zzz"));
    QString after = tr("After %1").arg(at);
    if (note->reading().guess)
        after = tr("After %1, as it is thought to be").arg(at);
    emit q->compareRequested({note->key, tr("Before %1").arg(at), note->before(), after, note->after()});
}

void LivePanel::Private::copyRow()
{
    if (show == Show::Rates) {
        QStringList cells;
        for (int column = 0; column < RatesModel::ColumnCount; ++column)
            cells.append(rateTable->currentIndex().siblingAtColumn(column).data().toString());
        QGuiApplication::clipboard()->setText(cells.join(u'\t'));
    } else if (show == Show::Stream) {
        if (const auto entry =
                shownView()->currentIndex().data(LiveModel::EntryRole).value<SharedLiveEntry>())
            QGuiApplication::clipboard()->setText(liveEntryText(*entry));
    } else if (const SharedLiveNote note = currentNote()) {
        QGuiApplication::clipboard()->setText(KeyText::display(note->key) + u'\t'
                                              + liveEntryText(*note->entry()));
    }
}

/// The parts of the sum, one a line, at the button that asks for them.
void LivePanel::Private::explainLedger()
{
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("ledgerParts"));
    menu->setAccessibleName(tr("What became of every change"));
    const QStringList lines = ledgerExplanation(model->ledger()).split(u'\n');
    for (const QString &line : lines)
        menu->addAction(line, q, [line] { QGuiApplication::clipboard()->setText(line); })
            ->setToolTip(tr("Copy"));
    const auto *button = q->findChild<QToolButton *>(QStringLiteral("live.ledger"));
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

std::deque<SharedLiveNote> LivePanel::Private::shownNotes() const
{
    return isPast() ? past->model().notes() : model->rows();
}

/// Of a branch one wants to see every change.
void LivePanel::Private::onlyBranch()
{
    const QByteArray branch = currentBranch();
    if (branch.isEmpty())
        return;
    KeySearch keys;
    keys.kind = KeySearch::Kind::Wildcard;
    keys.text = KeyText::display(branch) + u'*';
    keys.caseSensitive = true;
    LiveFilter only = model->filter();
    only.setKeys(keys);
    q->setShown(Show::Stream);
    q->setFilter(only);
}

void LivePanel::Private::installCommands()
{
    const auto on = [this](const char *id, std::function<void()> run, std::function<bool()> enabled = {},
                           std::function<bool()> checked = {}) {
        context.commands.handle(QString::fromLatin1(id), q,
                                {std::move(run), std::move(enabled), std::move(checked)});
    };
    const auto hasNote = [this] { return currentNote() != nullptr; };
    const auto shows = [this](Show what) { return [this, what] { return show == what; }; };
    on(
        "live.pause", [this] { q->togglePaused(); }, {}, [this] { return model->isPaused(); });
    on(
        "live.follow", [this] { view->goToNewest(); }, shows(Show::Stream));
    on(
        "live.newestFirst", [this] { setNewestFirst(!model->isNewestFirst()); }, {},
        [this] { return model->isNewestFirst(); });
    on(
        "live.stream", [this] { q->setShown(Show::Stream); }, {}, shows(Show::Stream));
    on(
        "live.byKey", [this] { q->setShown(Show::ByKey); }, {}, shows(Show::ByKey));
    on(
        "live.rates", [this] { q->setShown(Show::Rates); }, {}, shows(Show::Rates));
    on("live.ledger", [this] { explainLedger(); });
    on(
        "live.clear", [this] { q->clear(); },
        [this] { return model->ledger().received > model->ledger().cleared; });
    on("live.filter", [this] { q->focusFilter(); });
    on(
        "live.filterMore",
        [this] {
            filterRow->setVisible(!filterRow->isVisible());
            if (filterRow->isVisible())
                filterRow->focusFirst();
            else
                filterRow->clear(); // what is not seen does not hide anything
            context.commands.refresh();
        },
        {}, [this] { return filterRow->isVisible(); });
    on(
        "live.openRecord", [this] { emit q->openRequested(currentNote()->key); }, hasNote);
    on(
        "live.compare", [this] { compare(); }, hasNote);
    on(
        "live.onlyBranch", [this] { onlyBranch(); }, [this] { return !currentBranch().isEmpty(); });
    on(
        "live.copyRow", [this] { copyRow(); }, [this] { return shownView()->currentIndex().isValid(); });
    on(
        "live.older",
        [this] {
            if (past)
                q->leavePast();
            else
                q->showOlder();
        },
        [this] { return !past || !past->isMoment(); }, [this] { return past && !past->isMoment(); });
    on(
        "live.export", [this] { saving->ask([this] { return shownNotes(); }); },
        [this] {
            const int rows = isPast() ? past->model().rowCount() : model->rowCount();
            return rows > 0 && !saving->isRunning();
        });
}

void LivePanel::Private::showMenu(QWidget *from, const QPoint &position)
{
    auto *each = static_cast<QAbstractItemView *>(from);
    if (const QModelIndex index = each->indexAt(position); index.isValid())
        each->setCurrentIndex(index);
    each->setFocus(); // the commands act where the keyboard is
    context.commands.refresh();
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const char *id : {"live.openRecord", "live.compare", "live.onlyBranch", "live.copyRow", "",
                           "live.pause", "live.follow", "live.newestFirst", "", "live.filter",
                           "live.filterMore", "live.older", "live.export", "", "live.clear"}) {
        if (*id == '\0')
            menu->addSeparator();
        else if (QAction *action = context.commands.action(QString::fromLatin1(id)))
            menu->addAction(action);
    }
    menu->popup(each->viewport()->mapToGlobal(position));
}

} // namespace Studio
