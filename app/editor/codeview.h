// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsonerror.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QColor>
#include <QList>
#include <QSet>

#include <Qsci/qsciscintilla.h>

#include <memory>

class QTimer;

namespace Studio
{

class CodeColours;
class Theme;

/// The text area of JsonEditor: QScintilla with bytes in and out by length, coloured by our own lexer, folded
/// by brackets, in the colours of the theme. Line numbers stand beside it (LineGutter).
class CodeView : public QsciScintilla
{
    Q_OBJECT

public:
    explicit CodeView(Theme &theme, QWidget *parent = nullptr);
    ~CodeView() override;

    // --- bytes

    /// Everything is replaced; cursor at the beginning, undo forgotten.
    void replaceAll(QByteArrayView bytes);
    /// Good until the next change.
    QByteArrayView view() const;
    /// A copy, made once for all who ask between two changes.
    QByteArray bytes() const;
    qsizetype size() const;
    /// One undo step for all that `change` does.
    void replaceRange(qsizetype offset, qsizetype length, QByteArrayView bytes);
    void forgetUndo();

    // --- look

    void setJson(bool isJson);
    void setWrapped(bool wrapped);
    void markError(const JsonError &error);
    /// What a schema says against parts of the text, with the sentence for each.
    struct Mark {
        qsizetype offset = 0;
        qsizetype length = 0;
        QString sentence;
    };
    void markProblems(const QList<Mark> &marks);
    /// Sentences of the marks that `offset` lies in, a line each.
    QString sentencesAt(qsizetype offset) const;
    bool hasProblem(int line) const { return m_problemLines.contains(line); }
    void markFound(const QList<std::pair<qsizetype, qsizetype>> &ranges);
    /// Lights the lines for a moment; then they fade, or go at once under reduced motion.
    void lightLines(const QSet<int> &lines);
    void clearLight();
    /// Colour behind `line` (invalid: none). For the gutter.
    QColor lightOf(int line) const;
    int errorLine() const { return m_errorLine; }

    // --- completion

    /// Offers texts in a list at the cursor; `begun` bytes before it are what they begin with.
    void offerCompletions(const QList<QByteArray> &texts, qsizetype begun);

    // --- places

    qsizetype cursor() const;
    void setCursor(qsizetype offset);
    void select(qsizetype offset, qsizetype length);
    std::pair<qsizetype, qsizetype> selectedRange() const; ///< offset, length
    int lineOf(qsizetype offset) const;
    int lineHeight() const;
    qsizetype longestLine() const; ///< bytes; linear in the count of lines
    bool isFoldHeader(int line) const; ///< of what is known, see CodeColours
    bool isFolded(int line) const;
    void toggleFold(int line);
    int zoomStep() const;

    /// Whether Scintilla tells of levels that change.
    void watchFolds(bool watch);

    /// SCI message with plain numbers.
    long send(unsigned int message, qsizetype wParam = 0, qsizetype lParam = 0) const;

public slots:
    void cut() override;
    void paste() override;
    void undo() override;
    void redo() override;

signals:
    /// Behind a key, a paste or what else changed the text; once for all that it did.
    void bytesChanged();
    void cursorMoved();
    void completionChosen(const QByteArray &text);
    /// What is visible may be other lines, or look another way.
    void viewChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    class ReaderWatch;

    void applyTheme();
    void setUpKeys();
    void typed(QKeyEvent *event);
    void aboutToChange(qsizetype offset);
    void tellChange();
    void foldChanged(int line, int now, int before);
    void matchBrackets();
    void fadeStep();

    Theme &m_theme;
    CodeColours *m_colours;
    std::unique_ptr<ReaderWatch> m_readers;
    QTimer *m_fade;
    QTimer *m_change; ///< tells of changes whose end nothing here hears of
    bool m_isUntold = false;
    mutable QByteArray m_bytes;
    mutable bool m_isCopied = false;
    qint64 m_lightSince = 0;
    QColor m_lightColor;
    QList<Mark> m_marks; ///< as they were when the text was checked
    QSet<int> m_problemLines;
    int m_errorLine = -1;
    bool m_isJson = true;
};

} // namespace Studio
