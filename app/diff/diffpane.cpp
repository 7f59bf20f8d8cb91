// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/diffpane.h"

#include "diff/diffgutter.h"
#include "editor/codeview.h"
#include "shell/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <memory>

namespace Studio
{

namespace
{

using S = QsciScintillaBase;

// Far from the numbers that CodeView has for itself.
constexpr int RemovedMarker = 20;
constexpr int AddedMarker = 21;
constexpr int FillerMarker = 22;
constexpr int RemovedIndicator = 20;
constexpr int AddedIndicator = 21;
constexpr int LitAlpha = 70; ///< of 255; what is written stays legible on it

} // namespace

DiffPane::DiffPane(Theme &theme, Numbers numbers, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_code(new CodeView(theme, this))
    , m_gutter(new DiffGutter(theme, *this, numbers, this))
{
    m_code->setReadOnly(true);
    m_code->setWrapped(false);
    m_code->installEventFilter(this);
    for (const int marker : {RemovedMarker, AddedMarker, FillerMarker})
        m_code->send(S::SCI_MARKERDEFINE, marker, S::SC_MARK_BACKGROUND);
    for (const int indicator : {RemovedIndicator, AddedIndicator}) {
        m_code->send(S::SCI_INDICSETSTYLE, indicator, S::INDIC_FULLBOX);
        m_code->send(S::SCI_INDICSETUNDER, indicator, 1);
        m_code->send(S::SCI_INDICSETALPHA, indicator, LitAlpha);
        m_code->send(S::SCI_INDICSETOUTLINEALPHA, indicator, 0);
    }
    setFocusProxy(m_code);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_gutter);
    layout->addWidget(m_code, 1);
    connect(m_code, &CodeView::cursorMoved, this, &DiffPane::cursorMoved);
    connect(m_code, &CodeView::viewChanged, m_gutter, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, &DiffPane::applyTheme);
    applyTheme();
}

void DiffPane::applyTheme()
{
    const auto marker = [this](int number, ColorRole role) {
        m_code->SendScintilla(S::SCI_MARKERSETBACK, static_cast<unsigned long>(number), m_theme.color(role));
    };
    marker(RemovedMarker, ColorRole::RemovedSoft);
    marker(AddedMarker, ColorRole::CreatedSoft);
    marker(FillerMarker, ColorRole::Panel);
    const auto indicator = [this](int number, ColorRole role) {
        m_code->SendScintilla(S::SCI_INDICSETFORE, static_cast<unsigned long>(number), m_theme.color(role));
    };
    indicator(RemovedIndicator, ColorRole::Removed);
    indicator(AddedIndicator, ColorRole::Created);
}

void DiffPane::setText(PaneText text, bool isUpdate)
{
    const int top = topRow();
    const int cursorRow = row();
    m_text = std::move(text);
    m_current = -1;
    m_code->send(S::SCI_MARKERDELETEALL, -1);
    m_code->setJson(m_text.isJson);
    m_code->replaceAll(m_text.text);
    markRows();
    m_gutter->textChanged();
    if (isUpdate) {
        m_code->setCursor(m_code->send(S::SCI_POSITIONFROMLINE, std::min(cursorRow, m_code->lines() - 1)));
        setTopRow(top);
    }
}

void DiffPane::markRows()
{
    for (size_t row = 0; row < m_text.rows.size(); ++row) {
        const PaneMark mark = m_text.rows[row].mark;
        if (mark != PaneMark::Plain)
            m_code->send(S::SCI_MARKERADD, qsizetype(row),
                         mark == PaneMark::Removed ? RemovedMarker
                         : mark == PaneMark::Added ? AddedMarker
                                                   : FillerMarker);
    }
    const auto light = [this](int indicator, const std::vector<std::pair<qsizetype, qsizetype>> &parts) {
        m_code->send(S::SCI_SETINDICATORCURRENT, indicator);
        for (const auto &[offset, length] : parts)
            m_code->send(S::SCI_INDICATORFILLRANGE, offset, length);
    };
    light(RemovedIndicator, m_text.removedLit);
    light(AddedIndicator, m_text.addedLit);
}

int DiffPane::row() const
{
    return m_code->lineOf(m_code->cursor());
}

void DiffPane::goToRow(int row)
{
    const qsizetype start = m_code->send(S::SCI_POSITIONFROMLINE, row);
    m_code->setCursor(start);
    setTopRow(std::max(0, row - int(m_code->send(S::SCI_LINESONSCREEN)) / 3));
    // What is lit further to the right is brought into sight.
    const qsizetype end = m_code->send(S::SCI_GETLINEENDPOSITION, row);
    for (const auto *parts : {&m_text.removedLit, &m_text.addedLit}) {
        const auto lit = std::lower_bound(parts->begin(), parts->end(), std::pair(start, qsizetype(0)));
        if (lit != parts->end() && lit->first < end)
            m_code->send(S::SCI_SCROLLRANGE, lit->first, lit->first + lit->second);
    }
}

void DiffPane::setCurrent(int change)
{
    m_current = change;
    m_gutter->update();
}

int DiffPane::topRow() const
{
    return int(m_code->send(S::SCI_GETFIRSTVISIBLELINE));
}

void DiffPane::setTopRow(int row)
{
    m_code->send(S::SCI_SETFIRSTVISIBLELINE, row);
}

bool DiffPane::hasSelection() const
{
    return m_code->selectedRange().second > 0;
}

void DiffPane::copySelection() const
{
    const auto [offset, length] = m_code->selectedRange();
    if (length > 0)
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(m_text.withoutFillers(offset, offset + length)));
}

bool DiffPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            copySelection();
            return true;
        }
        // Folding would put the rows out of step.
        const bool folds = key->key() == Qt::Key_BracketLeft || key->key() == Qt::Key_BraceLeft
                        || key->key() == Qt::Key_BracketRight || key->key() == Qt::Key_BraceRight;
        if (folds && (key->modifiers() & ~Qt::KeypadModifier) == (Qt::CTRL | Qt::SHIFT))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void linkPanes(const QList<DiffPane *> &panes)
{
    const auto isMoving = std::make_shared<bool>(false);
    const auto link = [&](auto barOf) {
        for (DiffPane *from : panes) {
            QObject::connect(barOf(from), &QScrollBar::valueChanged, from, [=](int value) {
                // One that cannot go as far must not draw the others back.
                if (std::exchange(*isMoving, true))
                    return;
                for (DiffPane *to : panes) {
                    if (to != from)
                        barOf(to)->setValue(value);
                }
                *isMoving = false;
            });
        }
    };
    link([](DiffPane *pane) { return pane->code().verticalScrollBar(); });
    link([](DiffPane *pane) { return pane->code().horizontalScrollBar(); });
}

} // namespace Studio
