// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/recordviews.h"

#include "editor/branchviews.h"
#include "editor/counterview.h"
#include "editor/decodedview.h"
#include "editor/hexview.h"
#include "editor/jsoneditor.h"
#include "editor/jsontreeview.h"
#include "editor/saveplan.h"
#include "editor/textcheck.h"
#include "mirror/valuetype.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/settings.h"
#include "shell/theme.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMetaEnum>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Studio
{

namespace
{

using View = RecordViewBar::View;

constexpr int LeastHeight = 96;

bool isJson(QByteArrayView value)
{
    const ValueType type = classifyValue(value);
    return type >= ValueType::Object && type <= ValueType::Null;
}

QString wordOf(View view)
{
    return QString::fromLatin1(QMetaEnum::fromType<View>().valueToKey(int(view)));
}

} // namespace

struct RecordViews::Private {
    Private(RecordViews *views, AppContext &context)
        : q(views)
        , app(context)
        , memory(context.settings)
    {
    }

    RecordViews *q;
    AppContext &app;
    BranchViews memory;
    QString profile;
    QByteArray branch;
    QList<QByteArray> separators;
    RecordViewBar *bar = nullptr;
    QStackedWidget *stack = nullptr;
    JsonEditor *editor = nullptr;
    JsonTreeView *tree = nullptr; ///< shows the editor's text while it is the current view
    HexView *hex = nullptr;
    CounterView *counter = nullptr;
    DecodedView *decoded = nullptr;
    QByteArray onlyBytes; ///< while only they are shown
    bool isHexOnly = false;

    void connectAll();
    void installCommands();
    void installEditCommands();
    void installLookCommands();
    View firstView(const QByteArray &value) const;
    void refreshDecoded();
    bool isTreeShown() const { return stack->currentWidget() == tree; }
    bool isJsonShown() const { return !isHexOnly && editor->language() == JsonEditor::Language::Json; }
    bool canFormat() const;
    static void copy(const QByteArray &text);
};

RecordViews::RecordViews(AppContext &app, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, app))
{
    d->bar = new RecordViewBar(app.theme, app.commands, this);
    d->stack = new QStackedWidget(this);
    d->editor = new JsonEditor(app, d->stack);
    d->tree = new JsonTreeView(app.theme, d->stack);
    d->hex = new HexView(app.theme, d->stack);
    d->counter = new CounterView(app.theme, d->stack);
    d->decoded = new DecodedView(app.theme, d->stack);
    for (QWidget *view : std::initializer_list<QWidget *>{d->editor, d->tree, d->hex, d->counter, d->decoded})
        d->stack->addWidget(view);
    // Not as high as the highest of them wants: what is asked below a value needs its place.
    d->stack->setMinimumHeight(app.theme.metric(LeastHeight));
    setFocusProxy(d->editor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(d->bar);
    layout->addWidget(Look::hairline(Qt::Horizontal, this));
    layout->addWidget(d->stack, 1);
    d->connectAll();
    d->installCommands();
    d->installEditCommands();
    d->tree->installCommands(app.commands);
}

RecordViews::~RecordViews()
{
    d->tree->setReadOnly(true); // as in ~RecordTab
}

void RecordViews::Private::connectAll()
{
    connect(editor, &JsonEditor::textChanged, q, [this] {
        if (isTreeShown())
            tree->setText(editor->bytes());
        emit q->textChanged();
    });
    connect(editor, &JsonEditor::checked, q, [this] {
        refreshDecoded();
        emit q->checked();
    });
    connect(editor, &JsonEditor::stateChanged, &app.commands, &CommandRegistry::refresh);
    connect(editor, &JsonEditor::pointerChanged, q, [this](const QByteArray &pointer) {
        if (stack->currentWidget() == editor)
            emit q->pointerChanged(pointer);
    });
    connect(tree, &JsonTreeView::editWanted, editor, &JsonEditor::applyEdit);
    connect(tree, &JsonTreeView::pointerChanged, q, [this](const QByteArray &pointer) {
        if (isTreeShown())
            emit q->pointerChanged(pointer);
    });
    connect(tree, &JsonTreeView::problemActivated, q, [this](qsizetype offset) {
        q->choose(View::Json);
        editor->setCursor(offset);
        editor->setFocus(Qt::OtherFocusReason);
    });
    connect(decoded, &DecodedView::decoded, q,
            [this] { bar->setDecodable(decoded->fits() || stack->currentWidget() == decoded); });
    connect(bar, &RecordViewBar::viewChosen, q, [this](View view) {
        q->choose(view);
        memory.remember(profile, branch, wordOf(view));
    });
}

void RecordViews::Private::installCommands()
{
    const auto handle = [this](const char *id, std::function<void()> run,
                               std::function<bool()> enabled = {}) {
        app.commands.handle(QString::fromLatin1(id), q, {std::move(run), std::move(enabled), {}});
    };
    handle(
        "record.format", [this] { editor->format(); }, [this] { return canFormat(); });
    handle(
        "record.compact", [this] { editor->compact(); }, [this] { return canFormat(); });
    handle(
        "record.sortMembers", [this] { editor->sortMembers(); }, [this] { return canFormat(); });
    handle("record.copyValue", [this] { copy(q->bytes()); });
    handle(
        "record.copyPointer", [this] { copy(q->pointer()); }, [this] { return isJsonShown(); });
    handle(
        "record.copyPart", [this] { copy(q->part()); }, [this] { return isJsonShown(); });
}

void RecordViews::Private::installEditCommands()
{
    const auto handle = [this](const char *id, QWidget *place, std::function<void()> run,
                               std::function<bool()> enabled = {}) {
        app.commands.handle(QString::fromLatin1(id), place, {std::move(run), std::move(enabled), {}});
    };
    const auto isEditor = [this] { return stack->currentWidget() == editor; };
    const auto isEditable = [this, isEditor] { return isEditor() && !editor->isReadOnly(); };
    handle(
        "edit.find", q, [this] { editor->showFind(); }, isEditor);
    handle(
        "edit.replace", q, [this] { editor->showFind(true); }, isEditable);
    handle(
        "edit.findNext", q, [this] { editor->findNext(); }, isEditor);
    handle(
        "edit.findPrevious", q, [this] { editor->findPrevious(); }, isEditor);
    handle(
        "edit.goToLine", q, [this] { editor->showGoTo(); }, isEditor);
    handle(
        "edit.selectNext", q, [this] { editor->selectNext(); }, isEditor);
    handle(
        "edit.selectPlaces", q, [this] { editor->selectAllPlaces(); }, isEditor);
    handle(
        "edit.cursorAbove", q, [this] { editor->addCursor(-1); }, isEditor);
    handle(
        "edit.cursorBelow", q, [this] { editor->addCursor(1); }, isEditor);
    installLookCommands();
    // One history for both, that of the text.
    for (QWidget *place : std::initializer_list<QWidget *>{editor, tree}) {
        handle(
            "edit.undo", place, [this] { editor->undo(); }, [this] { return editor->canUndo(); });
        handle(
            "edit.redo", place, [this] { editor->redo(); }, [this] { return editor->canRedo(); });
    }
    handle(
        "edit.cut", editor, [this] { editor->cut(); },
        [this] { return editor->hasSelection() && !editor->isReadOnly(); });
    handle(
        "edit.copy", editor, [this] { editor->copy(); }, [this] { return editor->hasSelection(); });
    handle(
        "edit.paste", editor, [this] { editor->paste(); }, [this] { return !editor->isReadOnly(); });
    handle("edit.selectAll", editor, [this] { editor->selectAll(); });
    handle("edit.copy", decoded, [this] { decoded->copy(); });
    handle("edit.selectAll", decoded, [this] { decoded->selectAll(); });
}

/// They hold for every value, so the settings keep them.
void RecordViews::Private::installLookCommands()
{
    Settings &settings = app.settings;
    const auto isEditor = [this] { return stack->currentWidget() == editor; };
    app.commands.handle(QStringLiteral("edit.wrap"), q,
                        {[&settings] { settings.setValue(Key::WrapLines, !settings.value(Key::WrapLines)); },
                         isEditor, [&settings] { return settings.value(Key::WrapLines); }});
    const auto zoom = [this, &settings, isEditor](const char *id, const std::function<int(int)> &step) {
        app.commands.handle(
            QString::fromLatin1(id), q,
            {[&settings, step] { settings.setValue(Key::EditorZoom, step(settings.value(Key::EditorZoom))); },
             [&settings, step, isEditor] {
                 const int now = settings.value(Key::EditorZoom);
                 return isEditor() && step(now) != now;
             },
             {}});
    };
    zoom("edit.zoomIn", [](int now) { return std::min(now + 1, 20); });
    zoom("edit.zoomOut", [](int now) { return std::max(now - 1, -8); });
    zoom("edit.zoomReset", [](int) { return 0; });
}

void RecordViews::setBranch(const QString &profile, const QByteArray &branch,
                            const QList<QByteArray> &separators)
{
    d->profile = profile;
    d->branch = branch;
    d->separators = separators;
}

// --- the value

void RecordViews::showValue(const QByteArray &value, bool update, bool light)
{
    const bool wasHexOnly = d->isHexOnly;
    if (update && !wasHexOnly && isValidUtf8(value)) {
        d->editor->updateBytes(value, light);
        d->isHexOnly = !d->editor->isEqualTo(value);
    } else {
        d->editor->setLanguage(isJson(value) ? JsonEditor::Language::Json : JsonEditor::Language::PlainText);
        d->isHexOnly = !d->editor->setBytes(value);
    }
    d->onlyBytes = d->isHexOnly ? value : QByteArray();
    d->hex->setBytes(value);
    d->refreshDecoded();
    d->bar->setHexOnly(d->isHexOnly);
    if (d->isHexOnly)
        choose(View::Hex);
    else if (!update || wasHexOnly || (view() == View::Counter && !counterValue(value)))
        choose(d->firstView(value));
}

/// The one that was chosen in this branch, where it shows something of this value.
View RecordViews::Private::firstView(const QByteArray &value) const
{
    const bool isCounter = counterValue(value).has_value();
    const View usual = isCounter ? View::Counter : isJson(value) ? View::Json : View::Text;
    bool isKnown = false;
    const QString word = memory.recall(profile, branch, separators);
    const auto view = View(QMetaEnum::fromType<View>().keyToValue(word.toLatin1().constData(), &isKnown));
    if (!isKnown)
        return usual;
    if (((view == View::Json || view == View::Tree) && !isJson(value))
        || (view == View::Counter && !isCounter) || (view == View::Decoded && !decoded->fits()))
        return usual;
    return view;
}

bool RecordViews::isHexOnly() const
{
    return d->isHexOnly;
}

QString RecordViews::hexReason() const
{
    if (!d->isHexOnly)
        return {};
    for (qsizetype at = 0; at < d->onlyBytes.size();) {
        const int length = utf8CharacterLength(d->onlyBytes, at);
        if (length == 0) {
            return tr("Byte %1 (0x%2) is not UTF-8, so this value can be looked at but not edited here.")
                .arg(QLocale().toString(at + 1))
                .arg(uchar(d->onlyBytes[at]), 2, 16, QLatin1Char('0'));
        }
        at += length;
    }
    return tr("The text editor would not give this value back byte for byte, so it can be looked at but not "
              "edited here.");
}

void RecordViews::Private::refreshDecoded()
{
    decoded->setValue(q->bytes());
}

// --- views

void RecordViews::choose(View view)
{
    d->bar->setDecodable(d->decoded->fits() || view == View::Decoded);
    d->bar->setView(view);
    const std::optional<qsizetype> placeInTree = d->isTreeShown() ? d->tree->place() : std::nullopt;
    switch (view) {
    case View::Hex:
        d->hex->setBytes(bytes());
        d->stack->setCurrentWidget(d->hex);
        break;
    case View::Counter:
        d->stack->setCurrentWidget(d->counter);
        break;
    case View::Decoded:
        d->refreshDecoded();
        d->stack->setCurrentWidget(d->decoded);
        break;
    case View::Tree:
        d->editor->setLanguage(JsonEditor::Language::Json);
        if (!d->isTreeShown()) {
            d->stack->setCurrentWidget(d->tree);
            d->tree->setText(d->editor->bytes());
            d->tree->goTo(d->editor->cursor());
        }
        break;
    case View::Json:
    case View::Text: {
        d->stack->setCurrentWidget(d->editor);
        const auto language =
            view == View::Json ? JsonEditor::Language::Json : JsonEditor::Language::PlainText;
        if (d->editor->language() != language)
            d->editor->setLanguage(language);
        if (placeInTree)
            d->editor->setCursor(*placeInTree);
        break;
    }
    }
    emit pointerChanged(view == View::Json || view == View::Tree ? pointer() : QByteArray());
    d->app.commands.refresh();
}

RecordViews::View RecordViews::view() const
{
    return d->bar->view();
}

QWidget *RecordViews::current() const
{
    return d->stack->currentWidget();
}

void RecordViews::setReadOnly(bool readOnly)
{
    d->editor->setReadOnly(readOnly);
    d->tree->setReadOnly(readOnly);
}

JsonEditor &RecordViews::editor() const
{
    return *d->editor;
}

CounterView &RecordViews::counter() const
{
    return *d->counter;
}

void RecordViews::setCounter(std::optional<qint64> value)
{
    d->bar->setCounter(value.has_value());
    d->counter->setValue(value);
}

QByteArray RecordViews::bytes() const
{
    return d->isHexOnly ? d->onlyBytes : d->editor->bytes();
}

QByteArrayView RecordViews::peek() const
{
    return d->isHexOnly ? QByteArrayView(d->onlyBytes) : d->editor->view();
}

qsizetype RecordViews::size() const
{
    return d->isHexOnly ? d->onlyBytes.size() : d->editor->size();
}

QByteArray RecordViews::pointer() const
{
    return d->isTreeShown() ? d->tree->pointer() : d->editor->pointer();
}

QByteArray RecordViews::part() const
{
    if (d->isTreeShown())
        return d->tree->source();
    const QByteArray text = d->editor->bytes();
    const auto part = findJsonPointer(text, d->editor->pointer());
    return part ? text.sliced(part->offset, part->length) : QByteArray();
}

bool RecordViews::Private::canFormat() const
{
    return (stack->currentWidget() == editor || isTreeShown()) && isJsonShown() && !editor->isReadOnly()
        && editor->size() > 0 && !editor->findings().error;
}

void RecordViews::Private::copy(const QByteArray &text)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
}

} // namespace Studio
