// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/jsoneditor.h"

#include "editor/codeview.h"
#include "editor/findbar.h"
#include "editor/linediff.h"
#include "editor/linegutter.h"
#include "editor/problemstrip.h"
#include "editor/textcheck.h"
#include "shell/appcontext.h"
#include "shell/theme.h"
#include "json/jsonformat.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"
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
constexpr int PointerDelay = 30; ///< ms after the cursor stopped

} // namespace

struct JsonEditor::Private {
    Theme &theme;
    CodeView *view;
    LineGutter *gutter;
    FindBar *find;
    ProblemStrip *strip;
    TextCheck *check;
    QTimer *pointerTimer;
    QByteArray pointer;
    Language language = Language::Json;
    bool isWrapped = false;
    bool isQuiet = false; ///< setBytes() and updateBytes() announce a change once, at their end
};

JsonEditor::JsonEditor(AppContext &app, QWidget *parent)
    : QWidget(parent)
    , d(new Private{app.theme, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, {}})
{
    d->view = new CodeView(app.theme, this);
    d->view->setAccessibleName(tr("Value"));
    d->gutter = new LineGutter(app.theme, *d->view, this);
    d->find = new FindBar(app.theme, *d->view, this);
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
    layout->setRowMinimumHeight(1, app.theme.metric(6));
    layout->addWidget(d->gutter, 2, 0);
    layout->addWidget(d->view, 2, 1);
    layout->addWidget(d->strip, 3, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(2, 1);

    connect(d->view, &CodeView::bytesChanged, this, [this] {
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
    connect(d->pointerTimer, &QTimer::timeout, this, [this] {
        const QByteArray pointer = this->pointer();
        if (pointer != std::exchange(d->pointer, pointer))
            emit pointerChanged(pointer);
    });
    connect(d->check, &TextCheck::checked, this, [this] {
        const TextFindings &findings = d->check->findings();
        d->view->markError(findings.error);
        d->strip->showProblem(findings.sentence);
        emit checked();
    });
    connect(d->strip, &ProblemStrip::activated, this, [this] {
        d->view->setCursor(d->check->findings().error.offset);
        d->view->setFocus(Qt::OtherFocusReason);
    });
    connect(d->find, &FindBar::closed, this, [this] { d->view->setFocus(Qt::OtherFocusReason); });
}

JsonEditor::~JsonEditor() = default;

// --- bytes

bool JsonEditor::setBytes(const QByteArray &bytes)
{
    d->isQuiet = true;
    if (bytes.size() > MaxWrapped)
        d->view->setWrapped(false); // before the text is there, or it would be wrapped once
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
    return d->view->view().toByteArray();
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
    d->isWrapped = size() <= MaxWrapped;
    d->view->setWrapped(d->isWrapped);
    d->strip->setNote(d->isWrapped
                          ? QString()
                          : tr("Long lines are not wrapped in values above %1.")
                                .arg(QLocale().formattedDataSize(MaxWrapped, 0, QLocale::DataSizeSIFormat)));
    d->check->setJson(language == Language::Json);
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
    const JsonFormatResult result = formatJson(d->view->view());
    if (result.isOk())
        updateBytes(result.text, false, true);
    d->check->checkNow();
    return result.isOk();
}

bool JsonEditor::compact()
{
    const JsonFormatResult result = compactJson(d->view->view());
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

void JsonEditor::showFind()
{
    d->find->open();
}

} // namespace Studio
