// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/recordtab.h"

#include "diff/recordcompare.h"
#include "editor/branchviews.h"
#include "editor/counterview.h"
#include "editor/draftkeeper.h"
#include "editor/draftoffer.h"
#include "editor/jsoneditor.h"
#include "editor/keylabel.h"
#include "editor/keysiblings.h"
#include "editor/recordbanner.h"
#include "editor/recordbars.h"
#include "editor/recordcontroller.h"
#include "editor/recordheader.h"
#include "editor/recordquestion.h"
#include "editor/recordschema.h"
#include "editor/recordtexts.h"
#include "editor/recordviews.h"
#include "editor/saveflow.h"
#include "editor/savepreview.h"
#include "editor/savetexts.h"
#include "editor/snippetdialog.h"
#include "editor/textcheck.h"
#include "models/keydate.h"
#include "models/keytext.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "shell/wording.h"
#include "json/jsondiff.h"
#include "json/jsonscanner.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

using Presence = RecordController::Presence;
using Trouble = RecordController::Trouble;
using Outcome = RecordController::Outcome;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

struct RecordTab::Private {
    Private(RecordTab *tab, AppContext &app_, Session &session_)
        : q(tab)
        , app(app_)
        , session(session_)
    {
    }

    RecordTab *q;
    AppContext &app;
    Session &session;
    RecordController *controller = nullptr;
    RecordHeader *header = nullptr;
    NewKeyRow *keyRow = nullptr;
    RecordBanner *lineBanner = nullptr;
    RecordBanner *troubleBanner = nullptr;
    DraftOffer *offer = nullptr;
    RecordQuestion *question = nullptr;
    QStackedWidget *pages = nullptr; ///< editing, and what RecordCompare shows instead
    RecordCompare *compare = nullptr;
    RecordViews *views = nullptr;
    JsonEditor *editor = nullptr; ///< that of the views
    CounterView *counter = nullptr;
    SavePreview *preview = nullptr;
    RecordSaveBar *saveBar = nullptr;
    SaveFlow *flow = nullptr;
    DraftKeeper *keeper = nullptr;
    RecordSchema *schema = nullptr;
    QTimer *tick = nullptr;

    bool isShown = false; ///< the first value was shown
    bool isRefreshing = false;
    bool wasDirty = false;
    QByteArray checkedBase; ///< what the editor counts changed members against
    QString members; ///< what the last foreign change touched
    qint64 foreignAt = 0; ///< ms since 1970; 0 = none
    QString sizeText;

    void build();
    void connectAll();
    void installCommands();
    void showValue(bool foreign);
    void textChanged();
    void refresh();
    void refreshHeader();
    void refreshBanners();
    void refreshTrouble();
    void refreshBar();
    void refreshCounter();
    void showWritten(const QByteArray &sent);
    Draft draft() const;
    void refreshBranch();
    bool canEdit() const { return !controller->isReadOnly() && !views->isHexOnly(); }
    void copy(const QByteArray &text) const;
};

RecordTab::RecordTab(AppContext &app, Session &session, QByteArray key, QWidget *parent)
    : PageTab(parent)
    , d(std::make_unique<Private>(this, app, session))
{
    d->controller = new RecordController(session, std::move(key), this);
    d->build();
    d->connectAll();
    d->installCommands();
    if (d->controller->presence() == Presence::Present)
        d->showValue(false);
    d->refresh();
}

RecordTab::~RecordTab()
{
    d->views->setReadOnly(true); // what is being edited in place is not taken while everything goes
    d->keeper->release();
    delete d->flow; // it looks at the other parts
}

void RecordTab::Private::build()
{
    Look::fill(q, app.theme, ColorRole::Base);
    header = new RecordHeader(app.theme, session.profile().separatorBytes(), q);
    header->keyLabel()->setSiblings([this](const QByteArray &path) {
        return siblingsOf(session.mirror(), session.profile().separatorBytes(), path);
    });
    connect(header->keyLabel(), &KeyLabel::branchChosen, q, &RecordTab::revealRequested);
    connect(header->keyLabel(), &KeyLabel::keyChosen, q, &RecordTab::openRequested);
    keyRow = new NewKeyRow(app.theme, q);
    lineBanner = new RecordBanner(app.theme, q);
    troubleBanner = new RecordBanner(app.theme, q);
    offer = new DraftOffer(app, session.profile().id, q);
    question = new RecordQuestion(app.theme, q);
    pages = new QStackedWidget(q);
    auto *editing = new QWidget(pages);
    pages->addWidget(editing);
    views = new RecordViews(app, editing);
    editor = &views->editor();
    counter = &views->counter();
    schema = new RecordSchema(app, session, *editor, q);
    refreshBranch();
    preview = new SavePreview(app.theme, editing);
    saveBar = new RecordSaveBar(app.theme, app.commands, editing);
    compare = new RecordCompare(app, session, *controller, *editor, *pages, q);
    tick = new QTimer(q);
    tick->setInterval(1000);

    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{header, keyRow, lineBanner, troubleBanner, offer, question})
        layout->addWidget(widget);
    layout->addWidget(pages, 1);
    auto *column = new QVBoxLayout(editing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(views, 1);
    column->addWidget(Look::hairline(Qt::Horizontal, editing));
    column->addWidget(preview);
    column->addWidget(saveBar);
    flow = new SaveFlow({app, session, *controller, *editor, *question, *preview}, q);
    keeper = new DraftKeeper(
        app, session.profile().id, [this] { return draft(); }, q);
    q->setFocusProxy(controller->isNew() ? static_cast<QWidget *>(keyRow) : editor);
    keyRow->setVisible(controller->isNew());
    editor->setReadOnly(!canEdit() || !controller->isNew());
}

void RecordTab::Private::connectAll()
{
    connect(controller, &RecordController::valueShown, q, [this](bool foreign) { showValue(foreign); });
    connect(controller, &RecordController::changed, q, [this] { refresh(); });
    connect(controller, &RecordController::keyChanged, q, [this](const QByteArray &key) {
        keyRow->setVisible(false);
        q->setFocusProxy(editor);
        refreshBranch();
        emit q->keyChanged(key);
        emit q->titleChanged();
    });
    connect(views, &RecordViews::textChanged, q, [this] { textChanged(); });
    connect(views, &RecordViews::checked, q, [this] {
        refreshBar();
        app.commands.refresh();
    });
    connect(views, &RecordViews::pointerChanged, q,
            [this](const QByteArray &pointer) { saveBar->setPointer(QString::fromUtf8(pointer)); });
    connect(saveBar, &RecordSaveBar::saveAsked, q, &RecordTab::save);
    connect(saveBar, &RecordSaveBar::discardAsked, q, &RecordTab::discard);
    const auto backToValue = [this] { views->current()->setFocus(Qt::OtherFocusReason); };
    connect(question, &RecordQuestion::focusReleased, q, backToValue);
    connect(preview, &SavePreview::focusReleased, q, backToValue);
    connect(controller, &RecordController::written, q, [this](const QByteArray &sent) { showWritten(sent); });
    connect(flow, &SaveFlow::modeChanged, q, [this] {
        refreshBar();
        app.commands.refresh();
    });
    connect(flow, &SaveFlow::keyWanted, keyRow, &NewKeyRow::focusField);
    connect(flow, &SaveFlow::choiceWanted, q, [this] {
        if (QPushButton *choice = troubleBanner->button(0))
            choice->setFocus(Qt::OtherFocusReason);
    });
    connect(counter, &CounterView::stepWanted, flow, &SaveFlow::count);
    connect(counter, &CounterView::targetWanted, flow, &SaveFlow::countTo);
    connect(offer, &DraftOffer::restoreWanted, q, &RecordTab::restoreDraft);
    connect(offer, &DraftOffer::compareWanted, q, [this](const Draft &draft) {
        emit q->differenceRequested(tr("%1: kept edit").arg(q->title()),
                                    {{tr("What the edit began from"), draft.base.value_or(QByteArray())},
                                     {tr("As read"), controller->base()},
                                     {tr("Kept edit"), draft.text}},
                                    1, 2);
    });
    connect(compare, &RecordCompare::otherKeyWanted, q, &RecordTab::otherKeyWanted);
    connect(compare, &RecordCompare::saveRequested, q, &RecordTab::save);
    connect(compare, &RecordCompare::pageChanged, q, [this] {
        q->setFocusProxy(compare->isShown() ? pages->currentWidget() : editor);
        app.commands.refresh();
    });
    connect(keyRow, &NewKeyRow::keyEdited, q, [this] {
        controller->setNewKey(keyRow->key());
        schema->setKey(keyRow->key());
        if (controller->isDirty())
            keeper->note(true);
        refresh();
        emit q->titleChanged();
    });
    connect(keyRow, &NewKeyRow::done, q, [this] { editor->setFocus(Qt::TabFocusReason); });
    connect(tick, &QTimer::timeout, q, [this] {
        refreshHeader();
        refreshBanners();
    });
}

void RecordTab::Private::installCommands()
{
    const auto handle = [this](const char *id, QWidget *place, std::function<void()> run,
                               std::function<bool()> enabled = {}) {
        app.commands.handle(QString::fromLatin1(id), place, {std::move(run), std::move(enabled), {}});
    };
    handle(
        "record.save", q, [this] { q->save(); }, [this] { return saveBar->saveButton()->isEnabled(); });
    handle(
        "record.discard", q, [this] { q->discard(); },
        [this] { return saveBar->discardButton()->isEnabled(); });
    handle(
        "record.reload", q, [this] { controller->reload(); }, [this] { return !controller->isNew(); });
    handle(
        "view.refresh", q, [this] { controller->reload(); }, [this] { return !controller->isNew(); });
    handle(
        "record.copyKey", q, [this] { copy(controller->key()); },
        [this] { return !controller->key().isEmpty(); });
    handle(
        "record.copyCode", q,
        [this] {
            std::optional<QByteArray> base;
            if (controller->presence() == Presence::Present)
                base = controller->base();
            (new SnippetDialog(app, session, {controller->key(), views->bytes(), base}, q))->open();
        },
        [this] { return !controller->key().isEmpty() && !views->isHexOnly(); });
    handle(
        "record.delete", q, [this] { flow->askDelete(); },
        [this] {
            return canEdit() && controller->presence() == Presence::Present && !controller->isSaving();
        });
    for (const auto &[id, mode] :
         {std::pair("record.saveReplace", SaveMode::Replace), std::pair("record.savePatch", SaveMode::Patch),
          std::pair("record.saveAppend", SaveMode::Append)}) {
        app.commands.handle(QString::fromLatin1(id), q,
                            {[this, mode = mode] { flow->setMode(mode); }, [this] { return canEdit(); },
                             [this, mode = mode] { return flow->mode() == mode; }});
    }
    handle(
        "record.countUp", counter, [this] { counter->countUp(); },
        [this] { return counter->canCount(true); });
    handle(
        "record.countDown", counter, [this] { counter->countDown(); },
        [this] { return counter->canCount(false); });
}

// --- what others ask

QByteArray RecordTab::key() const
{
    return isNew() ? QByteArray() : d->controller->key();
}

Session &RecordTab::session() const
{
    return d->session;
}

bool RecordTab::isNew() const
{
    return d->controller->isNew();
}

bool RecordTab::isDirty() const
{
    return d->controller->isDirty();
}

bool RecordTab::keepsEdit() const
{
    return d->keeper->isKeeping();
}

QString RecordTab::title() const
{
    const QByteArray &key = d->controller->key();
    return key.isEmpty() ? tr("New key") : KeyText::display(key);
}

std::optional<NavPlace> RecordTab::place() const
{
    return isNew() ? std::nullopt : std::optional(NavPlace::record(key()));
}

QString RecordTab::statusText() const
{
    return d->sizeText;
}

void RecordTab::setSuggestedKey(const QByteArray &key)
{
    if (!isNew())
        return;
    d->keyRow->setKey(key);
    d->keyRow->focusField();
}

JsonEditor &RecordTab::editor() const
{
    return *d->editor;
}

RecordController &RecordTab::controller() const
{
    return *d->controller;
}

// --- the value

void RecordTab::Private::showValue(bool foreign)
{
    const QByteArray &value = controller->base();
    if (foreign && isShown) {
        members = RecordTexts::memberNames(editor->bytes(), value);
        foreignAt = now();
    }
    question->end();
    flow->cancel();
    views->showValue(value, isShown, foreign);
    isShown = true;
    views->setReadOnly(!canEdit());
    if (views->isHexOnly())
        question->note(Severity::Info, tr("Shown as bytes."), views->hexReason());
    textChanged();
}

/// Views are remembered for the branch that the key lies in.
void RecordTab::Private::refreshBranch()
{
    const QList<QByteArray> separators = session.profile().separatorBytes();
    views->setBranch(session.profile().id, BranchViews::branchOf(controller->key(), separators), separators);
    schema->setKey(controller->key());
}

/// The text, or what it is compared with, is another one.
void RecordTab::Private::textChanged()
{
    const bool hasBase = controller->presence() != Presence::Unknown || controller->isNew();
    const bool dirty = hasBase && !views->isHexOnly() && !editor->isEqualTo(controller->base());
    flow->textChanged(); // what it asks is about another text
    if (controller->isWaitingForLine())
        controller->cancelWaitingSave(); // so was it
    controller->noteEdited(dirty);
    keeper->note(dirty);
    const qint64 size = views->size();
    QString text;
    if (controller->presence() == Presence::Present || size > 0)
        text = (views->isHexOnly() ? tr("Bytes · %1") : tr("UTF-8 · %1")).arg(Wording::size(size));
    if (const auto date = dateInKey(controller->key(), session.profile().separatorBytes(),
                                    QDateTime::currentMSecsSinceEpoch());
        date && !text.isEmpty())
        text = tr("%1 · %2", "size and the time that the key holds").arg(text, keyDateText(*date));
    if (text != std::exchange(sizeText, text))
        emit q->statusTextChanged(text);
    refresh();
}

/// What a write left in the store is shown where nothing was typed meanwhile. A server may have written the
/// result of a patch in its own way, and others may have changed what the patch did not name.
void RecordTab::Private::showWritten(const QByteArray &sent)
{
    const QByteArray &now = controller->base();
    if (views->isHexOnly() || !editor->isEqualTo(sent) || editor->isEqualTo(now))
        return;
    editor->updateBytes(now, false, true);
    if (controller->lastKind() == WriteKind::Increment || jsonChanges(sent, now, 1).isEmpty())
        return;
    const QString names = RecordTexts::memberNames(sent, now);
    question->note(Severity::Warning, tr("Saved. The store holds more than your change."),
                   names.isEmpty()
                       ? tr("The value was read back and is shown as it is there.")
                       : tr("The value was read back and is shown as it is there: %1.").arg(names));
}

Draft RecordTab::Private::draft() const
{
    Draft draft;
    draft.info.key = controller->key();
    draft.info.isNew = controller->isNew();
    if (controller->presence() == Presence::Present)
        draft.base = controller->base();
    draft.text = editor->bytes();
    return draft;
}

void RecordTab::restoreDraft(const Draft &draft)
{
    if (d->controller->isNew())
        d->keyRow->setKey(draft.info.key);
    d->keeper->take(draft.info);
    d->editor->updateBytes(draft.text, false, true);
    if (!isDirty())
        d->keeper->note(false); // the store holds it already
    else if (!draft.info.isNew)
        d->controller->resumeEdit(draft.base);
}

// --- what is to be said

void RecordTab::Private::refresh()
{
    if (std::exchange(isRefreshing, true))
        return;
    const bool hasBase = controller->presence() != Presence::Unknown || controller->isNew();
    // Others may have written what stands here.
    if (controller->trouble() == Trouble::ChangedElsewhere && controller->theirs()
        && editor->isEqualTo(*controller->theirs())) {
        controller->keepMine();
    }
    if (hasBase) {
        // A save or a choice may have made another value the base.
        const bool isEqual = views->isHexOnly() || editor->isEqualTo(controller->base());
        isShown = isShown || (isEqual && controller->presence() == Presence::Present);
        if (checkedBase != controller->base()) {
            checkedBase = controller->base();
            editor->setBase(checkedBase);
            keeper->note(!isEqual);
        }
        controller->noteEdited(!isEqual);
    }
    views->setReadOnly(!canEdit() || !hasBase);
    keyRow->setReadOnly(controller->isSaving());
    refreshHeader();
    refreshBanners();
    refreshTrouble();
    refreshBar();
    refreshCounter();
    offer->setKey(hasBase && canEdit() && !controller->isNew() ? controller->key() : QByteArray());
    compare->refresh();
    isRefreshing = false;
    if (controller->isDirty() != std::exchange(wasDirty, controller->isDirty())) {
        keeper->note(wasDirty);
        emit q->dirtyChanged(wasDirty);
    }
    app.commands.refresh();
}

void RecordTab::Private::refreshHeader()
{
    if (controller->isNew())
        header->setNewKey();
    else
        header->setKey(controller->key());
    const bool hasValue = controller->presence() == Presence::Present || editor->size() > 0;
    header->setType(hasValue ? classifyValue(views->peek()) : ValueType::Unknown);
    header->setSize(hasValue ? views->size() : -1, session.profile().maxValueSize);
    const qint64 readAt = controller->readAt();
    header->setReadText(controller->isNew() ? QString() : RecordTexts::readState(*controller),
                        readAt > 0
                            ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(readAt), QLocale::LongFormat)
                            : QString());
    header->setForeignText(foreignAt > 0 ? RecordTexts::foreignChange(now() - foreignAt, members)
                                         : QString());
    header->setEditedText(controller->isDirty() && controller->isWaitingForLine()
                              ? RecordTexts::edited(editor->findings())
                              : QString());
}

void RecordTab::Private::refreshBanners()
{
    RecordBanner::Content line = RecordTexts::line(session.status(), now(), controller->isDirty());
    if (line.isEmpty()) {
        lineBanner->clear();
    } else {
        line.answers = {{tr("Try now"), [this] { session.reconnectNow(); }}};
        lineBanner->show(line);
    }
    const bool ticks = !line.isEmpty() || foreignAt > 0;
    if (ticks != tick->isActive())
        ticks ? tick->start() : tick->stop();
}

void RecordTab::Private::refreshTrouble()
{
    const Trouble trouble = controller->trouble();
    QString changed;
    if (trouble == Trouble::ChangedElsewhere && controller->theirs())
        changed = RecordTexts::memberNames(controller->base(), *controller->theirs());
    RecordBanner::Content content = RecordTexts::trouble(*controller, changed);
    switch (trouble) {
    case Trouble::ReadFailed:
        content.answers = {{tr("Read again"), [this] { controller->reload(); }}};
        break;
    case Trouble::ChangedElsewhere:
        content.answers = {compare->differenceAnswer(),
                           {tr("Take theirs"), [this] { controller->takeTheirs(); }},
                           {controller->changeMetBySave() ? tr("Save mine over it") : tr("Keep mine"),
                            [this] {
                                flow->saveOver();
                                textChanged();
                            }},
                           compare->mergeAnswer()};
        break;
    case Trouble::WriteRefused:
    case Trouble::WriteNotDone:
        content.answers = {{tr("Try again"), [this] { flow->retry(); }}};
        content.answers += flow->rescues();
        content.answers.append({tr("Close"), [this] { controller->dismissTrouble(); }});
        break;
    case Trouble::WriteUncertain:
    case Trouble::Deleted:
        content.answers = {{tr("Close"), [this] { controller->dismissTrouble(); }}};
        break;
    default:
        break;
    }
    if (content.isEmpty())
        troubleBanner->clear();
    else
        troubleBanner->show(content);
    if (question->isAsking() && !content.isEmpty())
        question->end();

    flow->noteFailure(content);
}

void RecordTab::Private::refreshBar()
{
    const bool isDirty = controller->isDirty();
    const bool isAbsent = controller->presence() == Presence::Absent || controller->isNew();
    const bool isBusy = controller->isSaving() || controller->trouble() == Trouble::WriteUnknown;
    QString text;
    bool isWarning = false;
    if (controller->isSaving()) {
        text = controller->wasRemoval() ? tr("Deleting…") : tr("Saving…");
    } else if (controller->isWaitingForLine()) {
        text = tr("Saves when connected again, after checking for other changes");
    } else if (controller->isReadOnly()) {
        text = tr("This profile is read-only. Nothing can be changed.");
    } else if (views->isHexOnly()) {
        text = tr("Bytes cannot be edited here.");
    } else if (controller->presence() == Presence::Unknown && !controller->isNew()) {
        text = controller->isReading() ? tr("Reading…") : QString();
    } else if (controller->outcome() == Outcome::Removed) {
        text = tr("Deleted. The text can be saved again as a new record.");
    } else if (isAbsent) {
        text = controller->isNew() ? tr("Not in the store yet")
                                   : tr("There is no such record. Saving creates it.");
    } else if (isDirty) {
        const QString excess = flow->excess();
        text = RecordTexts::edited(editor->findings());
        if (!excess.isEmpty())
            text = tr("%1 · %2", "state of the edit, what is wrong with it").arg(text, excess);
        isWarning = true;
    } else {
        text = tr("Saved. Nothing to send.");
    }
    saveBar->setState(text, isWarning);
    saveBar->setSaveText(isAbsent ? tr("Create record") : tr("Save changes"));
    const bool canSave = canEdit() && !isBusy && !controller->isWaitingForLine()
                      && (isDirty || (isAbsent && editor->size() > 0));
    saveBar->setEnabledActions((isDirty || controller->isWaitingForLine()) && !isBusy, canSave);
    saveBar->setMode(SaveTexts::mode(flow->mode()), SaveTexts::modeTip(flow->mode()),
                     canEdit() && !isAbsent && views->current() != counter);
    saveBar->setVisible(true);
}

void RecordTab::Private::refreshCounter()
{
    const bool isPresent = controller->presence() == Presence::Present;
    const std::optional<qint64> value = isPresent ? counterValue(controller->base()) : std::nullopt;
    views->setCounter(value);
    QString reason;
    if (controller->isReadOnly())
        reason = tr("This profile is read-only. Nothing can be changed.");
    else if (!controller->isConnected())
        reason = tr("There is no connection.");
    else if (controller->isDirty())
        reason = tr("The text was edited: save or discard it first.");
    else if (controller->trouble() == Trouble::WriteUnknown)
        reason = tr("It is not known whether the last step was counted.");
    else if (controller->isSaving())
        reason = tr("Counting…");
    counter->setBlocked(reason);
}

// --- doing

void RecordTab::save()
{
    if (d->saveBar->saveButton()->isEnabled())
        d->flow->save();
}

void RecordTab::discard()
{
    if (!d->canEdit())
        return;
    d->question->end();
    d->flow->cancel();
    d->controller->cancelWaitingSave();
    if (d->controller->trouble() == Trouble::ChangedElsewhere) {
        d->controller->takeTheirs();
        return;
    }
    d->editor->updateBytes(d->controller->base(), false, true);
    d->controller->dismissTrouble();
}

void RecordTab::Private::copy(const QByteArray &text) const
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
}

} // namespace Studio
