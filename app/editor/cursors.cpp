// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/cursors.h"

#include "editor/codeview.h"

#include <algorithm>

namespace Studio::Cursors
{

namespace
{

using S = QsciScintillaBase;

struct Stretch {
    qsizetype start = 0;
    qsizetype length = 0;
};

bool isWordByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
        || uchar(c) >= 0x80;
}

Stretch wordAt(const CodeView &view, qsizetype place)
{
    const QByteArrayView text = view.view();
    qsizetype start = place;
    qsizetype end = place;
    while (start > 0 && isWordByte(text[start - 1]))
        --start;
    while (end < text.size() && isWordByte(text[end]))
        ++end;
    return {start, end - start};
}

/// What is selected in the main selection, or the word there.
Stretch subject(const CodeView &view)
{
    const auto [start, length] = view.selectedRange();
    return length > 0 ? Stretch{start, length} : wordAt(view, view.cursor());
}

/// Whether a selection begins there already.
bool isSelected(const CodeView &view, qsizetype start)
{
    for (int i = 0; i < count(view); ++i) {
        if (view.send(S::SCI_GETSELECTIONNSTART, i) == start)
            return true;
    }
    return false;
}

void add(const CodeView &view, const Stretch &stretch)
{
    view.send(S::SCI_ADDSELECTION, stretch.start + stretch.length, stretch.start);
}

} // namespace

int count(const CodeView &view)
{
    return int(view.send(S::SCI_GETSELECTIONS));
}

void addInLine(CodeView &view, int by)
{
    // The outermost cursor in this direction.
    qsizetype place = view.cursor();
    for (int i = 0; i < count(view); ++i) {
        const qsizetype caret = view.send(S::SCI_GETSELECTIONNCARET, i);
        place = by > 0 ? std::max(place, caret) : std::min(place, caret);
    }
    const int line = view.lineOf(place) + by;
    if (line < 0 || line >= view.lines() || count(view) >= most)
        return;
    const long column = view.send(S::SCI_GETCOLUMN, view.cursor());
    add(view, {view.send(S::SCI_FINDCOLUMN, line, column), 0});
    view.send(S::SCI_SCROLLRANGE, view.cursor(), view.cursor());
}

void addNext(CodeView &view)
{
    const Stretch main = subject(view);
    if (main.length == 0 || count(view) >= most)
        return;
    if (view.selectedRange().second == 0) {
        view.select(main.start, main.length);
        return;
    }
    const QByteArrayView text = view.view();
    const QByteArrayView wanted = text.sliced(main.start, main.length);
    qsizetype at = text.indexOf(wanted, main.start + main.length);
    if (at < 0)
        at = text.indexOf(wanted); // again from the top
    if (!isSelected(view, at)) {
        add(view, {at, main.length});
        view.send(S::SCI_ENSUREVISIBLE, view.lineOf(at));
        view.send(S::SCI_SCROLLRANGE, at + main.length, at);
    }
}

bool addAll(CodeView &view)
{
    const Stretch main = subject(view);
    if (main.length == 0)
        return true;
    const QByteArrayView text = view.view();
    const QByteArrayView wanted = text.sliced(main.start, main.length);
    QList<qsizetype> places;
    for (qsizetype at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + main.length)) {
        if (places.size() == most)
            return false;
        places.append(at);
    }
    view.send(S::SCI_SETSELECTION, main.start + main.length, main.start);
    for (const qsizetype at : std::as_const(places)) {
        if (at != main.start)
            add(view, {at, main.length});
    }
    return true;
}

bool dropOthers(CodeView &view)
{
    if (count(view) < 2)
        return false;
    const long main = view.send(S::SCI_GETMAINSELECTION);
    const long caret = view.send(S::SCI_GETSELECTIONNCARET, main);
    const long anchor = view.send(S::SCI_GETSELECTIONNANCHOR, main);
    view.send(S::SCI_SETSELECTION, caret, anchor);
    return true;
}

} // namespace Studio::Cursors
