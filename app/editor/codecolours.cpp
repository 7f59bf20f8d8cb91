// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/codecolours.h"

#include "editor/codestyle.h"
#include "editor/codeview.h"
#include "json/jsonlexer.h"

#include <algorithm>

namespace Studio
{

namespace
{

using S = QsciScintillaBase;

constexpr qsizetype Slice = 128 * 1024; ///< bytes; takes a few milliseconds

} // namespace

CodeColours::CodeColours(CodeView &view)
    : QObject(&view)
    , m_view(view)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &CodeColours::step);
}

CodeColours::~CodeColours() = default;

void CodeColours::setJson(bool isJson)
{
    m_isJson = isJson;
    m_known = 0;
}

void CodeColours::changedFrom(qsizetype offset)
{
    m_known = std::min<qsizetype>(m_known, m_view.send(S::SCI_POSITIONFROMLINE, m_view.lineOf(offset)));
}

void CodeColours::colourUntil(qsizetype until)
{
    m_wanted = until;
    if (until < m_known) {
        m_view.send(S::SCI_STARTSTYLING, m_known);
        return;
    }
    if (until - m_known <= Slice) {
        goOn(until);
        return;
    }
    colourSeen(m_view.lineOf(until));
    m_timer.start();
}

void CodeColours::finishFold(int line)
{
    const auto isOpen = [this, line] {
        const int known = m_view.lineOf(m_known);
        const auto behind = [this](int of) {
            return CodeStyle::depthBehind(int(m_view.send(S::SCI_GETFOLDLEVEL, of)));
        };
        return known <= line + 1 || behind(known - 1) >= behind(line);
    };
    while (m_known < m_view.size() && isOpen())
        goOn(std::min(m_view.size(), m_known + Slice));
}

void CodeColours::step()
{
    if (m_known < m_wanted)
        goOn(std::min({m_wanted, m_known + Slice, m_view.size()}));
    if (m_known < m_wanted && m_known < m_view.size())
        return;
    m_timer.stop();
    emit caughtUp();
}

/// From where colours and folds end to the end of the line that `until` lies in.
void CodeColours::goOn(qsizetype until)
{
    const int last = m_view.lineOf(until);
    // Where nothing is folded nobody needs to hear of each level that changes.
    m_view.watchFolds(m_view.send(S::SCI_GETALLLINESVISIBLE) == 0);
    colourLines(m_view.lineOf(m_known), last, true);
    m_view.watchFolds(true);
    m_known = m_view.send(S::SCI_GETENDSTYLED);
}

/// The lines on the screen, which are far below what is known.
void CodeColours::colourSeen(int lastLine)
{
    const long top = m_view.send(S::SCI_GETFIRSTVISIBLELINE);
    const long rows = m_view.send(S::SCI_LINESONSCREEN) + 1;
    int line = -1;
    for (long row = top; row <= top + rows && line < lastLine; ++row) {
        const int next = int(m_view.send(S::SCI_DOCLINEFROMVISIBLE, row));
        if (next > line && next <= lastLine)
            colourLines(next, next, false);
        line = std::max(line, next);
    }
    // Whatever is seen at the next painting is asked for again.
    m_view.send(S::SCI_STARTSTYLING, m_known);
}

void CodeColours::colourLines(int first, int last, bool withFolds)
{
    const qsizetype start = m_view.send(S::SCI_POSITIONFROMLINE, first);
    const qsizetype end =
        last + 1 < m_view.lines() ? m_view.send(S::SCI_POSITIONFROMLINE, last + 1) : m_view.size();
    const QByteArrayView text = m_view.view();
    QByteArray styles(end - start, char(CodeStyle::Plain));
    if (m_isJson) {
        JsonLexer lexer(text, start);
        while (!lexer.atEnd()) {
            const JsonRun run = lexer.next();
            if (run.offset >= end)
                break;
            CodeStyle::fillRun(styles.data() + (run.offset - start),
                               text.sliced(run.offset, std::min(run.end(), end) - run.offset),
                               CodeStyle::styleOf(run.look));
        }
    } else {
        CodeStyle::fillRun(styles.data(), text.sliced(start, end - start), CodeStyle::Plain);
    }
    m_view.send(S::SCI_STARTSTYLING, start);
    m_view.SendScintilla(S::SCI_SETSTYLINGEX, static_cast<uintptr_t>(styles.size()), styles.constData());
    if (!withFolds)
        return;
    const QList<CodeStyle::LineFold> folds = CodeStyle::lineFolds(
        styles, text.sliced(start, end - start),
        first > 0 ? CodeStyle::depthBehind(int(m_view.send(S::SCI_GETFOLDLEVEL, first - 1))) : 0);
    for (int i = 0; i < folds.size() && first + i <= last; ++i)
        m_view.send(S::SCI_SETFOLDLEVEL, first + i, CodeStyle::foldLevel(folds[i]));
}

} // namespace Studio
