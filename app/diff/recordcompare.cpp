// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/recordcompare.h"

#include "diff/conflictview.h"
#include "diff/diffcommands.h"
#include "diff/diffview.h"
#include "diff/journalsides.h"
#include "diff/livesides.h"
#include "editor/jsoneditor.h"
#include "editor/recordcontroller.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Studio
{

using Trouble = RecordController::Trouble;

struct RecordCompare::Private {
    AppContext &app;
    RecordController &controller;
    JsonEditor &editor;
    QStackedWidget &pages;
    JournalSides *journal;
    const LiveFeed &feed;
    QList<DiffSide> live; ///< as it was heard when the difference was opened
    QList<DiffSide> otherKeys; ///< that were asked for
    DiffView *difference = nullptr;
    QWidget *differencePage = nullptr;
    ConflictView *conflict = nullptr;

    bool hasConflict() const
    {
        return controller.trouble() == Trouble::ChangedElsewhere && controller.theirs().has_value();
    }
    /// Asked at each key: without a copy of the values.
    bool canCompare() const
    {
        return hasConflict() || controller.presence() == RecordController::Presence::Present;
    }
    QList<DiffSide> sides() const;
    QList<DiffSide> allSides() const;
};

RecordCompare::RecordCompare(AppContext &app, Session &session, RecordController &controller,
                             JsonEditor &editor, QStackedWidget &pages, QWidget *tab)
    : QObject(tab)
    , d(new Private{
          app, controller, editor, pages, new JournalSides(session.journal(), this), session.feed(), {}, {}})
{
    addDiffCommands(app.commands);
    app.commands.handle(QStringLiteral("record.compareStored"), tab,
                        {[this] { showDifference(); }, [this] { return d->canCompare(); }, {}});
    app.commands.handle(QStringLiteral("record.merge"), tab,
                        {[this] { showMerge(); }, [this] { return d->hasConflict(); }, {}});
}

RecordCompare::~RecordCompare() = default;

// Most records are never compared: the views are made when they are wanted.

DiffView &RecordCompare::difference()
{
    if (d->difference)
        return *d->difference;
    d->differencePage = new QWidget(&d->pages);
    Look::fill(d->differencePage, d->app.theme, ColorRole::Base);
    d->difference = new DiffView(d->app, d->differencePage);
    auto *back = new QPushButton(tr("Back to editing"), d->differencePage);
    connect(back, &QPushButton::clicked, this, &RecordCompare::close);
    const int side = d->app.theme.metric(16);
    const int gap = d->app.theme.metric(8);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(side, gap, side, gap);
    bar->addStretch(1);
    bar->addWidget(back);
    auto *layout = new QVBoxLayout(d->differencePage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(d->difference, 1);
    layout->addWidget(Look::hairline(Qt::Horizontal, d->differencePage));
    layout->addLayout(bar);
    d->differencePage->setFocusProxy(d->difference);
    d->difference->setOffersOtherKey(true);
    connect(d->difference, &DiffView::otherKeyWanted, this, [this](bool isAfter) {
        emit otherKeyWanted([self = QPointer(this), isAfter](const DiffSide &other) {
            if (self)
                self->addKey(isAfter, other);
        });
    });
    connect(d->journal, &JournalSides::changed, this, &RecordCompare::refresh);
    addPage(d->differencePage);
    return *d->difference;
}

ConflictView &RecordCompare::conflict()
{
    if (d->conflict)
        return *d->conflict;
    d->conflict = new ConflictView(d->app, &d->pages);
    connect(d->conflict, &ConflictView::backRequested, this, &RecordCompare::close);
    connect(d->conflict, &ConflictView::useRequested, this, &RecordCompare::useResult);
    addPage(d->conflict);
    return *d->conflict;
}

void RecordCompare::addPage(QWidget *page)
{
    d->pages.addWidget(page);
    auto *escape = new QShortcut(Qt::Key_Escape, page);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &RecordCompare::close);
}

void RecordCompare::useResult(bool saves)
{
    if (!d->conflict->isSettled() || !d->hasConflict())
        return;
    const QByteArray merged = d->conflict->result();
    d->controller.keepMine(); // their value is what the next save is checked against
    d->editor.updateBytes(merged, true, true);
    close();
    if (saves)
        emit saveRequested();
}

RecordBanner::Answer RecordCompare::differenceAnswer()
{
    return {tr("Difference"), [this] { showDifference(); }};
}

RecordBanner::Answer RecordCompare::mergeAnswer()
{
    return {tr("Merge…"), [this] { showMerge(); }};
}

/// What there is to compare: the edited text, and the values that it stands against.
QList<DiffSide> RecordCompare::Private::sides() const
{
    QList<DiffSide> all;
    const bool isPresent = controller.presence() == RecordController::Presence::Present;
    if (hasConflict())
        all.append({RecordCompare::tr("In the store"), *controller.theirs()});
    if (isPresent)
        all.append({hasConflict() ? RecordCompare::tr("As read") : RecordCompare::tr("In the store"),
                    controller.base()});
    all.append({RecordCompare::tr("Edited"), editor.bytes()});
    return all;
}

/// Beside these the writes of this session and the keys that were asked for.
QList<DiffSide> RecordCompare::Private::allSides() const
{
    QList<DiffSide> all = sides() + journal->sides();
    for (const DiffSide &heard : live) {
        const auto isThere = [&heard](const DiffSide &side) { return side.bytes == heard.bytes; };
        if (std::none_of(all.cbegin(), all.cend(), isThere))
            all.append(heard);
    }
    return all + otherKeys;
}

void RecordCompare::addKey(bool isAfter, const DiffSide &side)
{
    if (!d->difference || !isShown())
        return;
    d->otherKeys.removeIf([&side](const DiffSide &other) { return other.title == side.title; });
    d->otherKeys.append(side);
    refresh();
    d->difference->choose(isAfter, int(d->allSides().size()) - 1);
    d->difference->setFocus(Qt::OtherFocusReason);
}

void RecordCompare::showDifference()
{
    const QList<DiffSide> sides = d->sides();
    if (sides.size() < 2)
        return;
    d->live = liveSides(d->feed, d->controller.key());
    difference().setSides(d->allSides(), 0, int(sides.size()) - 1);
    d->journal->load(d->controller.key());
    d->pages.setCurrentWidget(d->differencePage);
    emit pageChanged();
    d->difference->setFocus(Qt::OtherFocusReason);
}

void RecordCompare::showMerge()
{
    if (!d->hasConflict())
        return;
    conflict().setInput({d->controller.base(), d->editor.bytes(), *d->controller.theirs()});
    d->pages.setCurrentWidget(d->conflict);
    emit pageChanged();
    d->conflict->setFocus(Qt::OtherFocusReason);
}

void RecordCompare::close()
{
    if (!isShown())
        return;
    d->pages.setCurrentIndex(0);
    emit pageChanged();
    d->editor.setFocus(Qt::OtherFocusReason);
}

bool RecordCompare::isShown() const
{
    return d->pages.currentIndex() != 0;
}

void RecordCompare::refresh()
{
    if (!isShown())
        return;
    if (d->pages.currentWidget() == d->conflict) {
        if (d->hasConflict())
            d->conflict->setInput({d->controller.base(), d->editor.bytes(), *d->controller.theirs()});
        else
            close();
    } else {
        const QList<DiffSide> sides = d->sides();
        if (sides.size() > 1)
            d->difference->setSides(d->allSides(), 0, int(sides.size()) - 1);
        else
            close();
    }
}

} // namespace Studio
