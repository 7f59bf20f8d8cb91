// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/diffview.h"

#include "diff/diffcommands.h"
#include "diff/diffpane.h"
#include "diff/panetext.h"
#include "editor/codeview.h"
#include "editor/recordbanner.h"
#include "session/latestjob.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/settings.h"
#include "shell/theme.h"
#include "shell/wording.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int ProgressDelay = 200; ///< ms before it is said that it takes a while
constexpr int ProgressStep = 100;

/// What a worker brings.
struct Picture {
    Difference difference;
    PaneText left; ///< or both in one
    PaneText right;
};

Picture drawn(const QByteArray &before, const QByteArray &after, DiffForm form, bool isInline,
              const DiffRun &run)
{
    Picture picture{compareValues(before, after, form, run), {}, {}};
    if (run.isCanceled())
        return picture;
    if (isInline) {
        picture.left = inlinePane(picture.difference);
    } else {
        picture.left = sidePane(picture.difference, false);
        picture.right = sidePane(picture.difference, true);
    }
    return picture;
}

} // namespace

struct DiffView::Private {
    Private(DiffView *view, AppContext &context)
        : q(view)
        , app(context)
    {
    }

    DiffView *q;
    AppContext &app;
    QList<DiffSide> sides{{}, {}};
    int before = 0;
    int after = 1;
    DiffForm form = DiffForm::Members;
    bool isInline = false;
    bool offersOtherKey = false;
    bool isChosen = false; ///< the sides, by hand
    bool isFirst = true; ///< no result was shown of these sides

    QTabBar *forms = nullptr;
    QLabel *state = nullptr;
    RecordBanner *banner = nullptr;
    QWidget *progressRow = nullptr;
    QProgressBar *progress = nullptr;
    QTimer *progressTimer = nullptr;
    QStackedWidget *layouts = nullptr;
    DiffPane *left = nullptr;
    DiffPane *right = nullptr;
    DiffPane *both = nullptr;
    DiffPane *active = nullptr; ///< the one the keyboard was in last
    struct Head {
        QComboBox *choice;
        QLabel *title;
        QLabel *size;
    };
    QList<Head> heads; ///< left, right, and those above the one pane

    std::shared_ptr<std::atomic_int> percent = std::make_shared<std::atomic_int>(0);
    Difference difference;
    int current = -1;
    LatestJob<std::shared_ptr<Picture>> job; ///< ends before what it may call

    void build();
    QWidget *buildBar();
    QWidget *buildHead(bool isAfter);
    QWidget *column(QWidget *head, QWidget *pane) const;
    void installCommands();
    void refreshHeads();
    void restart();
    void shown(Picture &picture);
    void showState();
    void stopWaiting();
    const std::vector<DiffChange> &changes() const;
    int neighbour(bool isNext) const;
    void goTo(int change);
    QList<DiffPane *> panes() const
    {
        return isInline ? QList<DiffPane *>{both} : QList<DiffPane *>{left, right};
    }
    void noteCursor(DiffPane *pane);
};

DiffView::DiffView(AppContext &app, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, app))
{
    addDiffCommands(app.commands);
    d->build();
    d->installCommands();
    d->form = app.settings.value(Key::DiffByLine) ? DiffForm::Lines : DiffForm::Members;
    if (app.settings.value(Key::DiffInline))
        setInline(true);
}

DiffView::~DiffView() = default;

void DiffView::Private::build()
{
    Look::fill(q, app.theme, ColorRole::Base);
    left = new DiffPane(app.theme, DiffPane::Numbers::Left, q);
    right = new DiffPane(app.theme, DiffPane::Numbers::Right, q);
    both = new DiffPane(app.theme, DiffPane::Numbers::Both, q);
    left->code().setAccessibleName(tr("Left side"));
    right->code().setAccessibleName(tr("Right side"));
    both->code().setAccessibleName(tr("Both sides in one"));
    linkPanes({left, right});
    active = left;
    for (DiffPane *pane : {left, right, both})
        connect(pane, &DiffPane::cursorMoved, q, [this, pane] { noteCursor(pane); });

    auto *sideBySide = new QSplitter(Qt::Horizontal, q);
    sideBySide->setChildrenCollapsible(false);
    sideBySide->setHandleWidth(1);
    sideBySide->addWidget(column(buildHead(false), left));
    sideBySide->addWidget(column(buildHead(true), right));
    auto *titles = new QWidget(q);
    auto *headRow = new QHBoxLayout(titles);
    headRow->setContentsMargins(0, 0, 0, 0);
    headRow->setSpacing(0);
    headRow->addWidget(buildHead(false), 1);
    headRow->addWidget(buildHead(true), 1);
    layouts = new QStackedWidget(q);
    layouts->addWidget(sideBySide);
    layouts->addWidget(column(titles, both));

    banner = new RecordBanner(app.theme, q);
    progressRow = new QWidget(q);
    progress = new QProgressBar(progressRow);
    progress->setRange(0, 100);
    progress->setTextVisible(false);
    auto *cancel = new QPushButton(tr("Cancel"), progressRow);
    auto *progressLayout = new QHBoxLayout(progressRow);
    progressLayout->setContentsMargins(app.theme.metric(16), app.theme.metric(4), app.theme.metric(16),
                                       app.theme.metric(4));
    progressLayout->addWidget(new QLabel(tr("Comparing…"), progressRow));
    progressLayout->addWidget(progress, 1);
    progressLayout->addWidget(cancel);
    progressRow->setVisible(false);
    connect(cancel, &QPushButton::clicked, q, &DiffView::cancel);
    progressTimer = new QTimer(q);
    connect(progressTimer, &QTimer::timeout, q, [this] {
        progressTimer->setInterval(ProgressStep);
        progress->setValue(*percent);
        progressRow->setVisible(true);
    });

    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(Look::hairline(Qt::Horizontal, q));
    layout->addWidget(banner);
    layout->addWidget(progressRow);
    layout->addWidget(layouts, 1);
    q->setFocusProxy(left);
}

QWidget *DiffView::Private::column(QWidget *head, QWidget *pane) const
{
    auto *column = new QWidget(q);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(Look::hairline(Qt::Horizontal, column));
    layout->addWidget(pane, 1);
    return column;
}

QWidget *DiffView::Private::buildBar()
{
    auto *bar = new QWidget(q);
    forms = new QTabBar(bar);
    forms->setProperty(Look::UnderlineTabsMark, true);
    forms->setDrawBase(false);
    forms->setExpanding(false);
    forms->setAccessibleName(tr("How they are compared"));
    forms->addTab(tr("By member"));
    forms->addTab(tr("By line"));
    forms->setTabToolTip(0, tr("White space and the order of members are no difference"));
    forms->setTabToolTip(1, tr("The texts as they are"));
    state = new QLabel(bar);
    Look::text(state, app.theme, ColorRole::TextMuted);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(app.theme.metric(12), 0, app.theme.metric(12), 0);
    layout->setSpacing(app.theme.metric(4));
    layout->addWidget(forms, 0, Qt::AlignBottom);
    layout->addStretch(1);
    layout->addWidget(state);
    layout->addSpacing(app.theme.metric(8));
    for (const char *id : {"diff.previous", "diff.next", "diff.inline", "diff.swap", "diff.copy"}) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(app.commands.action(QString::fromLatin1(id)));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setFocusPolicy(Qt::TabFocus);
        Look::makeQuiet(button);
        layout->addWidget(button);
    }
    bar->setFixedHeight(app.theme.metric(36));
    connect(forms, &QTabBar::currentChanged, q, [this](int index) {
        app.settings.setValue(Key::DiffByLine, index == 1);
        q->setForm(index == 0 ? DiffForm::Members : DiffForm::Lines);
    });
    return bar;
}

/// What a side is: a title, or a choice where there are more than two.
QWidget *DiffView::Private::buildHead(bool isAfter)
{
    auto *head = new QWidget(q);
    auto *choice = new QComboBox(head);
    choice->setAccessibleName(isAfter ? tr("Right side") : tr("Left side"));
    auto *title = new QLabel(head);
    title->setTextFormat(Qt::PlainText);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    Look::text(title, app.theme, ColorRole::Text, 0, QFont::DemiBold);
    auto *size = new QLabel(head);
    Look::text(size, app.theme, ColorRole::TextMuted);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(app.theme.metric(16), 0, app.theme.metric(16), 0);
    layout->setSpacing(app.theme.metric(8));
    layout->addWidget(choice);
    layout->addWidget(title, 1);
    layout->addWidget(size);
    head->setFixedHeight(app.theme.metric(34));
    heads.append({choice, title, size});
    connect(choice, &QComboBox::activated, q, [this, isAfter](int index) {
        if (index >= sides.size()) {
            refreshHeads(); // it is no side itself
            emit q->otherKeyWanted(isAfter);
            return;
        }
        q->choose(isAfter, index);
    });
    return head;
}

void DiffView::Private::refreshHeads()
{
    const bool hasChoice = sides.size() > 2 || offersOtherKey;
    for (qsizetype i = 0; i < heads.size(); ++i) {
        const int index = i % 2 == 0 ? before : after;
        const Head &head = heads[i];
        const QSignalBlocker quiet(head.choice);
        head.choice->clear();
        for (const DiffSide &side : sides)
            head.choice->addItem(side.title);
        if (offersOtherKey)
            head.choice->addItem(tr("Another key…"));
        head.choice->setCurrentIndex(index);
        head.choice->setVisible(hasChoice);
        head.title->setText(hasChoice ? QString() : sides[index].title);
        head.title->setToolTip(sides[index].title);
        head.size->setText(Wording::size(sides[index].bytes.size()));
    }
}

void DiffView::Private::installCommands()
{
    const auto on = [this](const char *id, std::function<void()> run, std::function<bool()> enabled = {},
                           std::function<bool()> checked = {}) {
        app.commands.handle(QString::fromLatin1(id), q,
                            {std::move(run), std::move(enabled), std::move(checked)});
    };
    on(
        "diff.next", [this] { q->goToNext(); }, [this] { return neighbour(true) >= 0; });
    on(
        "diff.previous", [this] { q->goToPrevious(); }, [this] { return neighbour(false) >= 0; });
    on(
        "diff.inline",
        [this] {
            app.settings.setValue(Key::DiffInline, !isInline);
            q->setInline(!isInline);
        },
        {}, [this] { return isInline; });
    on("diff.swap", [this] { q->swap(); });
    on(
        "diff.copy", [this] { q->copyDifference(); }, [this] { return !difference.changes.empty(); });
    for (DiffPane *pane : {left, right, both}) {
        app.commands.handle(QStringLiteral("edit.copy"), pane,
                            {[pane] { pane->copySelection(); }, [pane] { return pane->hasSelection(); }, {}});
        app.commands.handle(QStringLiteral("edit.selectAll"), pane,
                            {[pane] { pane->code().selectAll(true); }, {}, {}});
    }
}

// --- what is compared

void DiffView::setSides(const QList<DiffSide> &sides, int before, int after)
{
    const bool sameTitles =
        std::equal(sides.begin(), sides.end(), d->sides.begin(), d->sides.end(),
                   [](const DiffSide &a, const DiffSide &b) { return a.title == b.title; });
    if (sameTitles && sides == d->sides)
        return;
    const QList<DiffSide> former = std::exchange(d->sides, sides);
    if (!sameTitles) {
        // What was chosen stays where it is still there.
        const auto find = [&](int chosen, int otherwise) {
            const auto isIt = [&](const DiffSide &side) { return side.title == former.value(chosen).title; };
            const auto at = std::find_if(sides.begin(), sides.end(), isIt);
            return at == sides.end() || former.value(chosen).title.isEmpty() ? otherwise
                                                                             : int(at - sides.begin());
        };
        const int keptBefore = find(d->before, before);
        const int keptAfter = find(d->after, after);
        const bool areKept = keptBefore != keptAfter && d->isChosen;
        d->before = areKept ? keptBefore : before;
        d->after = areKept ? keptAfter : after;
        d->isFirst = true;
    }
    d->refreshHeads();
    d->restart();
}

void DiffView::choose(bool isAfter, int side)
{
    (isAfter ? d->after : d->before) = side;
    d->isChosen = true;
    d->isFirst = true;
    d->refreshHeads();
    d->restart();
}

void DiffView::setOffersOtherKey(bool offers)
{
    d->offersOtherKey = offers;
    d->refreshHeads();
}

const DiffSide &DiffView::before() const
{
    return d->sides[d->before];
}

const DiffSide &DiffView::after() const
{
    return d->sides[d->after];
}

void DiffView::setForm(DiffForm form)
{
    if (d->form == form)
        return;
    d->form = form;
    d->isFirst = true;
    d->restart();
}

void DiffView::setInline(bool isInline)
{
    if (d->isInline == isInline)
        return;
    d->isInline = isInline;
    d->layouts->setCurrentIndex(isInline ? 1 : 0);
    d->active = isInline ? d->both : d->left;
    setFocusProxy(d->active);
    d->isFirst = true;
    d->restart();
    d->app.commands.refresh();
}

bool DiffView::isInline() const
{
    return d->isInline;
}

void DiffView::swap()
{
    std::swap(d->before, d->after);
    d->isFirst = true;
    d->refreshHeads();
    d->restart();
}

// --- the work

void DiffView::Private::restart()
{
    *percent = 0;
    progressTimer->start(ProgressDelay);
    state->clear();
    job.start(
        [before = sides[before].bytes, after = sides[after].bytes, form = form, isInline = isInline,
         percent = percent](const std::atomic_bool &canceled) {
            return std::make_shared<Picture>(
                drawn(before, after, form, isInline, {&canceled, percent.get()}));
        },
        [this](const std::shared_ptr<Picture> &picture) { shown(*picture); });
}

void DiffView::Private::stopWaiting()
{
    progressTimer->stop();
    progressRow->setVisible(false);
}

void DiffView::Private::shown(Picture &picture)
{
    stopWaiting();
    const bool isUpdate = !isFirst;
    isFirst = false;
    difference = std::move(picture.difference);
    current = -1;
    if (isInline) {
        both->setText(std::move(picture.left), isUpdate);
    } else {
        left->setText(std::move(picture.left), isUpdate);
        right->setText(std::move(picture.right), isUpdate);
    }
    const QSignalBlocker quiet(forms);
    forms->setVisible(difference.form != DiffForm::Bytes);
    forms->setTabEnabled(0, difference.hasMembers);
    forms->setCurrentIndex(difference.form == DiffForm::Members ? 0 : 1);
    showState();
    if (!isUpdate && !difference.changes.empty())
        goTo(0);
    app.commands.refresh();
    emit q->finished();
}

void DiffView::Private::showState()
{
    banner->clear();
    const auto say = [this](const QString &title, const QString &text) {
        banner->show({Severity::Info, title, text, {}});
    };
    switch (difference.state) {
    case DiffState::Same:
        say(tr("No difference."),
            tr("Both are the same, byte for byte: %1.").arg(Wording::size(sides[before].bytes.size())));
        break;
    case DiffState::SpaceOnly:
        say(tr("Only white space differs."),
            difference.form == DiffForm::Members ? tr("\"By line\" shows where.") : QString());
        break;
    case DiffState::OrderOnly:
        say(tr("Only white space or the order of members differs."),
            difference.form == DiffForm::Members ? tr("\"By line\" shows where.") : QString());
        break;
    case DiffState::Different:
        break;
    }
    state->setText(q->stateText());
}

bool DiffView::isWorking() const
{
    return d->job.isRunning();
}

void DiffView::cancel()
{
    if (!isWorking())
        return;
    d->job.cancel();
    d->stopWaiting();
    d->banner->show(
        {Severity::Warning, tr("Comparing was cancelled."), {}, {{tr("Compare"), [this] { d->restart(); }}}});
    emit finished();
}

const Difference &DiffView::difference() const
{
    return d->difference;
}

QString DiffView::stateText() const
{
    const int count = int(d->difference.changes.size());
    if (isWorking())
        return {};
    if (count == 0)
        return tr("no changes");
    if (d->current >= 0)
        return tr("change %1 of %2").arg(d->current + 1).arg(count);
    return tr("%n change(s)", nullptr, count);
}

QList<DiffPane *> DiffView::panes() const
{
    return d->panes();
}

// --- moving about

const std::vector<DiffChange> &DiffView::Private::changes() const
{
    return panes().constFirst()->text().changes;
}

/// The change behind or before the cursor; -1 = none.
int DiffView::Private::neighbour(bool isNext) const
{
    const std::vector<DiffChange> &all = changes();
    const int row = active->row();
    if (isNext) {
        const auto next = std::upper_bound(all.begin(), all.end(), row,
                                           [](int at, const DiffChange &change) { return at < change.row; });
        return next == all.end() ? -1 : int(next - all.begin());
    }
    const auto here = std::lower_bound(all.begin(), all.end(), row,
                                       [](const DiffChange &change, int at) { return change.row < at; });
    return int(here - all.begin()) - 1;
}

void DiffView::Private::goTo(int change)
{
    if (change < 0)
        return;
    const int row = changes()[size_t(change)].row;
    for (DiffPane *pane : panes())
        pane->goToRow(row);
    noteCursor(active);
}

/// The change that the cursor stands in is the current one.
void DiffView::Private::noteCursor(DiffPane *pane)
{
    if (!panes().contains(pane))
        return;
    if (pane->code().hasFocus())
        active = pane;
    if (pane != active)
        return;
    const std::vector<DiffChange> &all = changes();
    const int row = active->row();
    const auto behind = std::upper_bound(all.begin(), all.end(), row,
                                         [](int at, const DiffChange &change) { return at < change.row; });
    const int last = int(behind - all.begin()) - 1;
    current = last >= 0 && row < all[size_t(last)].row + all[size_t(last)].rows ? last : -1;
    for (DiffPane *shown : panes())
        shown->setCurrent(current);
    state->setText(q->stateText());
    app.commands.refresh();
}

void DiffView::goToNext()
{
    d->goTo(d->neighbour(true));
}

void DiffView::goToPrevious()
{
    d->goTo(d->neighbour(false));
}

int DiffView::currentChange() const
{
    return d->current;
}

void DiffView::copyDifference() const
{
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(unifiedText(d->difference, before().title.toUtf8(), after().title.toUtf8())));
}

} // namespace Studio
