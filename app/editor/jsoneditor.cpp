// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/jsoneditor.h"

#include "editor/codeview.h"
#include "editor/cursors.h"
#include "editor/findbar.h"
#include "editor/gotobar.h"
#include "editor/linediff.h"
#include "editor/linegutter.h"
#include "editor/membercompletion.h"
#include "editor/problemstrip.h"
#include "editor/textcheck.h"
#include "schema/jsonschema.h"
#include "session/latestjob.h"
#include "shell/appcontext.h"
#include "shell/settings.h"
#include "shell/theme.h"
#include "json/jsonformat.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"
#include "json/jsonsort.h"
#include "json/textedit.h"

#include <QGridLayout>
#include <QLocale>
#include <QTimer>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qsizetype MaxWrapped = 300'000; ///< bytes; wrapping more holds the window for seconds
constexpr qsizetype MaxWrappedLine =
    30'000; ///< bytes; a longer line is wrapped anew for tens of ms at each key
constexpr int SmallestZoom = -8; ///< points; what the component allows itself
constexpr int LargestZoom = 20;
constexpr int PointerDelay = 30; ///< ms after the cursor stopped
constexpr qsizetype ShortText = 128 * 1024; ///< bytes; takes a few milliseconds to rewrite

} // namespace

struct JsonEditor::Private {
    explicit Private(AppContext &app)
        : theme(app.theme)
        , settings(app.settings)
    {
    }

    Theme &theme;
    Settings &settings;
    CodeView *view = nullptr;
    LineGutter *gutter = nullptr;
    FindBar *find = nullptr;
    GoToBar *goTo = nullptr;
    ProblemStrip *strip = nullptr;
    TextCheck *check = nullptr;
    QTimer *pointerTimer = nullptr;
    LatestJob<JsonFormatResult> rewriting;
    LatestJob<QByteArray> finding; ///< the pointer of the cursor
    QByteArray pointer;
    QString schemaNote; ///< of the schema itself
    QString wrapNote;
    QString passingNote; ///< until the next check
    Language language = Language::Json;
    bool isWrapped = false;
    bool isQuiet = false; ///< setBytes() and updateBytes() announce a change once, at their end
};

JsonEditor::JsonEditor(AppContext &app, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(app))
{
    d->view = new CodeView(app.theme, this);
    d->view->setAccessibleName(tr("Value"));
    d->gutter = new LineGutter(app.theme, *d->view, this);
    d->find = new FindBar(app.theme, *d->view, this);
    d->goTo = new GoToBar(app.theme, *d->view, this);
    d->strip = new ProblemStrip(app.theme, this);
    d->check = new TextCheck([this] { return bytes(); }, this);
    d->pointerTimer = new QTimer(this);
    d->pointerTimer->setSingleShot(true);
    d->pointerTimer->setInterval(PointerDelay);
    setFocusProxy(d->view);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(d->find, 0, 0, 1, 2);
    layout->addWidget(d->goTo, 1, 0, 1, 2);
    layout->setRowMinimumHeight(2, app.theme.metric(6));
    layout->addWidget(d->gutter, 3, 0);
    layout->addWidget(d->view, 3, 1);
    layout->addWidget(d->strip, 4, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(3, 1);

    zoom();
    connect(d->view, &QsciScintillaBase::SCN_ZOOM, this,
            [this] { d->settings.setValue(Key::EditorZoom, d->view->zoomStep()); });
    connect(&app.settings, &Settings::changed, this, [this](const QString &name) {
        if (name == Key::EditorZoom.name)
            zoom();
        else if (name == Key::WrapLines.name)
            refreshWrap();
    });

    connect(d->view, &CodeView::bytesChanged, this, [this] {
        d->rewriting.cancel(); // it was about another text
        d->finding.cancel();
        if (d->isQuiet)
            return;
        d->check->schedule();
        emit textChanged();
        emit stateChanged();
    });
    connect(d->view, &CodeView::cursorMoved, this, [this] {
        d->pointerTimer->start();
        emit stateChanged();
    });
    connect(d->pointerTimer, &QTimer::timeout, this, &JsonEditor::findPointer);
    connect(d->check, &TextCheck::checked, this, [this] {
        showFindings();
        refreshWrap(); // it may have grown
        emit checked();
    });
    connect(d->strip, &ProblemStrip::activated, this, &JsonEditor::goToProblem);
    connect(d->view, &CodeView::completionChosen, this, &JsonEditor::takeCompletion);
    const auto focusText = [this] { d->view->setFocus(Qt::OtherFocusReason); };
    connect(d->find, &FindBar::closed, this, focusText);
    connect(d->goTo, &GoToBar::closed, this, focusText);
}

JsonEditor::~JsonEditor() = default;

// --- bytes

bool JsonEditor::setBytes(const QByteArray &bytes)
{
    d->isQuiet = true;
    if (bytes.size() > MaxWrappedLine)
        d->view->setWrapped(false); // before the text is there, or it would be wrapped once too often
    d->view->replaceAll(bytes);
    // Bytes that are not UTF-8 could not be typed nor sent, so they are not for a text editor either.
    const bool same = isEqualTo(bytes) && isValidUtf8(bytes);
    if (!same)
        d->view->replaceAll({});
    d->isQuiet = false;
    setLanguage(d->language);
    d->pointerTimer->start();
    emit textChanged();
    emit stateChanged();
    return same;
}

QByteArray JsonEditor::bytes() const
{
    return d->view->bytes();
}

QByteArrayView JsonEditor::view() const
{
    return d->view->view();
}

qsizetype JsonEditor::size() const
{
    return d->view->size();
}

bool JsonEditor::isEqualTo(const QByteArray &bytes) const
{
    return d->view->size() == bytes.size() && d->view->view() == QByteArrayView(bytes);
}

void JsonEditor::updateBytes(const QByteArray &bytes, bool light, bool undoable)
{
    const QList<TextHunk> hunks = textHunks(d->view->view(), bytes);
    if (hunks.isEmpty())
        return;
    using S = QsciScintilla;
    CodeView &view = *d->view;
    const bool wasReadOnly = isReadOnly();
    view.send(S::SCI_SETREADONLY, 0);
    d->isQuiet = true;
    qsizetype topLine = view.send(S::SCI_DOCLINEFROMVISIBLE, view.send(S::SCI_GETFIRSTVISIBLELINE));
    const qsizetype topOffset = view.send(S::SCI_POSITIONFROMLINE, topLine);
    qsizetype addedAbove = 0;
    view.send(S::SCI_BEGINUNDOACTION);
    for (auto hunk = hunks.crbegin(); hunk != hunks.crend(); ++hunk) {
        const qsizetype lines = view.lines();
        view.replaceRange(hunk->offset, hunk->length, hunk->replacement);
        if (hunk->offset + hunk->length < topOffset)
            addedAbove += view.lines() - lines;
    }
    view.send(S::SCI_ENDUNDOACTION);
    view.send(S::SCI_SETREADONLY, wasReadOnly);
    if (!undoable)
        view.forgetUndo();
    if (addedAbove != 0) {
        topLine = std::clamp<qsizetype>(topLine + addedAbove, 0, view.lines() - 1);
        view.send(S::SCI_SETFIRSTVISIBLELINE, view.send(S::SCI_VISIBLEFROMDOCLINE, topLine));
    }
    if (light) {
        QSet<int> lines;
        qsizetype shift = 0;
        for (const TextHunk &hunk : hunks) {
            const qsizetype start = hunk.offset + shift;
            qsizetype end = start + hunk.replacement.size();
            shift += hunk.replacement.size() - hunk.length;
            // A whole new line ends with its line break; the line behind it did not change.
            if (end > start && hunk.replacement.endsWith('\n'))
                --end;
            const bool beginsWithBreak = hunk.replacement.startsWith('\n');
            const int first = view.lineOf(beginsWithBreak ? start + 1 : start);
            for (int line = first; line <= view.lineOf(end); ++line)
                lines.insert(line);
        }
        view.lightLines(lines);
    }
    d->isQuiet = false;
    announce();
}

bool JsonEditor::applyEdit(const TextEdit &edit)
{
    if (isReadOnly())
        return false;
    d->isQuiet = true; // between taking out and putting in
    d->view->replaceRange(edit.offset, edit.length, edit.replacement);
    d->isQuiet = false;
    announce();
    return true;
}

void JsonEditor::announce()
{
    d->check->schedule();
    d->pointerTimer->start();
    emit textChanged();
    emit stateChanged();
}

// --- ways of editing

void JsonEditor::setLanguage(Language language)
{
    d->language = language;
    d->view->setJson(language == Language::Json);
    refreshWrap();
    d->check->setJson(language == Language::Json);
}

void JsonEditor::zoom()
{
    const int step = std::clamp(d->settings.value(Key::EditorZoom), SmallestZoom, LargestZoom);
    d->view->send(QsciScintillaBase::SCI_SETZOOM, step);
}

void JsonEditor::refreshWrap()
{
    const bool wanted = d->settings.value(Key::WrapLines);
    d->isWrapped = wanted && size() <= MaxWrapped && d->view->longestLine() <= MaxWrappedLine;
    d->view->setWrapped(d->isWrapped);
    const QLocale locale;
    const auto inBytes = [&locale](qsizetype bytes) {
        return locale.formattedDataSize(bytes, 0, QLocale::DataSizeSIFormat);
    };
    QString note;
    if (wanted && size() > MaxWrapped)
        note = tr("Long lines are not wrapped in values above %1.").arg(inBytes(MaxWrapped));
    else if (wanted && !d->isWrapped)
        note = tr("Long lines are not wrapped in a value with a line above %1.").arg(inBytes(MaxWrappedLine));
    d->wrapNote = note;
    refreshNote();
}

void JsonEditor::refreshNote()
{
    QStringList notes{d->passingNote, d->schemaNote, d->check->findings().schemaNote, d->wrapNote};
    notes.removeAll(QString());
    d->strip->setNote(notes.join(QLatin1Char(' ')));
}

JsonEditor::Language JsonEditor::language() const
{
    return d->language;
}

void JsonEditor::setReadOnly(bool readOnly)
{
    d->view->setReadOnly(readOnly);
}

bool JsonEditor::isReadOnly() const
{
    return d->view->isReadOnly();
}

bool JsonEditor::isWrapped() const
{
    return d->isWrapped;
}

bool JsonEditor::format()
{
    return rewrite([](QByteArrayView text) { return formatJson(text); });
}

bool JsonEditor::compact()
{
    return rewrite(&compactJson);
}

bool JsonEditor::sortMembers()
{
    return rewrite(&sortJsonMembers);
}

bool JsonEditor::rewrite(JsonFormatResult (*work)(QByteArrayView))
{
    if (isReadOnly())
        return false;
    if (size() <= ShortText)
        return take(work(d->view->view()));
    d->rewriting.start([text = bytes(), work](const std::atomic_bool &) { return work(text); },
                       [this](const JsonFormatResult &result) { take(result); });
    return true;
}

bool JsonEditor::take(const JsonFormatResult &result)
{
    if (result.isOk())
        updateBytes(result.text, false, true);
    d->check->checkNow();
    return result.isOk();
}

qsizetype JsonEditor::cursor() const
{
    return d->view->cursor();
}

void JsonEditor::setCursor(qsizetype offset)
{
    d->view->setCursor(offset);
}

QByteArray JsonEditor::pointer() const
{
    if (d->language != Language::Json)
        return {};
    return jsonPointerAt(d->view->view(), cursor());
}

/// The text before the cursor has to be read for it: beside, where that is long.
void JsonEditor::findPointer()
{
    const auto take = [this](const QByteArray &pointer) {
        if (pointer != std::exchange(d->pointer, pointer))
            emit pointerChanged(pointer);
    };
    d->finding.cancel();
    if (d->language != Language::Json || cursor() <= ShortText) {
        take(pointer());
        return;
    }
    d->finding.start(
        [text = bytes(), at = cursor()](const std::atomic_bool &) { return jsonPointerAt(text, at); }, take);
}

void JsonEditor::setBase(const QByteArray &base)
{
    d->check->setBase(base);
}

const TextFindings &JsonEditor::findings() const
{
    return d->check->findings();
}

JsonError JsonEditor::validate() const
{
    return validateJson(d->view->view());
}

bool JsonEditor::canUndo() const
{
    return d->view->isUndoAvailable();
}

bool JsonEditor::canRedo() const
{
    return d->view->isRedoAvailable();
}

bool JsonEditor::hasSelection() const
{
    return d->view->selectedRange().second > 0;
}

void JsonEditor::undo()
{
    d->isQuiet = true; // one step may take several changes
    d->view->undo();
    d->isQuiet = false;
    announce();
}

void JsonEditor::redo()
{
    d->isQuiet = true;
    d->view->redo();
    d->isQuiet = false;
    announce();
}

void JsonEditor::cut()
{
    d->view->cut();
}

void JsonEditor::copy()
{
    d->view->copy();
}

void JsonEditor::paste()
{
    d->view->paste();
}

void JsonEditor::selectAll()
{
    d->view->selectAll(true);
}

void JsonEditor::showFind(bool replace)
{
    d->goTo->setVisible(false);
    d->find->open(replace);
}

void JsonEditor::findNext()
{
    d->find->isVisible() ? d->find->findNext() : d->find->open();
}

void JsonEditor::findPrevious()
{
    d->find->isVisible() ? d->find->findPrevious() : d->find->open();
}

void JsonEditor::showGoTo()
{
    if (d->find->isVisible())
        d->find->close();
    d->goTo->open();
}

void JsonEditor::addCursor(int by)
{
    Cursors::addInLine(*d->view, by);
}

void JsonEditor::selectNext()
{
    Cursors::addNext(*d->view);
}

void JsonEditor::selectAllPlaces()
{
    if (!Cursors::addAll(*d->view))
        say(tr("There are more than %1 such places. Use Replace instead.")
                .arg(QLocale().toString(Cursors::most)));
}

/// Until the next check.
void JsonEditor::say(const QString &note)
{
    d->passingNote = note;
    refreshNote();
}

// --- what was found

void JsonEditor::showFindings()
{
    const TextFindings &findings = d->check->findings();
    d->passingNote.clear();
    d->view->markError(findings.error);
    QList<CodeView::Mark> marks;
    for (const SchemaProblem &problem : findings.problems)
        marks.append({problem.offset, problem.length, problem.sentence});
    d->view->markProblems(marks);
    if (findings.error || findings.problems.isEmpty()) {
        d->strip->showProblem(findings.sentence);
        return;
    }
    const SchemaProblem &first = findings.problems.first();
    const TextPlace place = textPlace(d->view->view(), first.offset);
    const qsizetype others = findings.problems.size() - 1;
    QString sentence = tr("Line %1, column %2: %3")
                           .arg(QString::number(place.line), QString::number(place.column), first.sentence);
    if (others > 0)
        sentence = tr("%1 (and %Ln more)", "a problem, how many others there are", int(others)).arg(sentence);
    d->strip->showProblem(sentence, ProblemStrip::Kind::Warning);
}

/// To the error, or to the next place behind the cursor that the schema says something against.
void JsonEditor::goToProblem()
{
    const TextFindings &findings = d->check->findings();
    qsizetype offset = findings.error.offset;
    if (!findings.error && !findings.problems.isEmpty()) {
        offset = findings.problems.first().offset;
        for (const SchemaProblem &problem : findings.problems) {
            if (problem.offset > cursor()) {
                offset = problem.offset;
                break;
            }
        }
    }
    d->view->setCursor(offset);
    d->view->setFocus(Qt::OtherFocusReason);
}

void JsonEditor::setSchema(const JsonSchema &schema, const QString &note)
{
    d->schemaNote = note;
    d->check->setSchema(schema);
    refreshNote();
}

bool JsonEditor::canComplete() const
{
    return d->language == Language::Json && d->check->schema().isValid() && !isReadOnly();
}

void JsonEditor::complete()
{
    const QByteArrayView text = d->view->view();
    const auto place = typedPlace(text, cursor());
    const QList<QByteArray> texts =
        place ? completionsFor(*place, text, d->check->schema()) : QList<QByteArray>();
    if (texts.isEmpty()) {
        say(tr("The schema has nothing to offer at this place."));
        return;
    }
    // Without an opening quote nothing of a string counts as begun: the list would look for the quote.
    const auto continues = [&place](const QByteArray &offered) { return offered.startsWith(place->begun); };
    const bool isBegun = std::all_of(texts.begin(), texts.end(), continues);
    d->view->offerCompletions(texts, isBegun ? place->begun.size() : 0);
}

void JsonEditor::takeCompletion(const QByteArray &text)
{
    const QByteArrayView all = d->view->view();
    const auto place = typedPlace(all, cursor());
    if (!place || isReadOnly())
        return;
    const qsizetype end = place->offset + place->length;
    QByteArray replacement = text;
    qsizetype cursor = place->offset + text.size();
    if (place->kind == TypedPlace::Name) {
        qsizetype next = end;
        while (next < all.size() && QByteArrayView(" \t\r\n").indexOf(all[next]) >= 0)
            ++next;
        if (next < all.size() && all[next] == ':') {
            cursor += next - end + 1;
        } else {
            replacement += ": ";
            cursor += 2;
        }
    }
    applyEdit({place->offset, place->length, replacement});
    d->view->setCursor(cursor);
}

} // namespace Studio
