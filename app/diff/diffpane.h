// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/panetext.h"

#include <QWidget>

namespace Studio
{

class CodeView;
class DiffGutter;
class Theme;

/// One text of a difference, to be read: rows that changed in colour, changed parts within them stronger,
/// numbers and signs beside them. Rows that only fill are not copied.
class DiffPane : public QWidget
{
    Q_OBJECT

public:
    enum class Numbers : quint8 { Left, Right, Both };

    DiffPane(Theme &theme, Numbers numbers, QWidget *parent = nullptr);

    /// The place is kept where `isUpdate`.
    void setText(PaneText text, bool isUpdate);
    const PaneText &text() const { return m_text; }
    CodeView &code() const { return *m_code; }

    /// Row of the cursor.
    int row() const;
    void goToRow(int row);
    /// Marks the rows of one change as the one that is looked at; none: -1.
    void setCurrent(int change);
    int current() const { return m_current; }
    int topRow() const;
    void setTopRow(int row);

    bool hasSelection() const;
    void copySelection() const;

signals:
    void cursorMoved();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyTheme();
    void markRows();

    Theme &m_theme;
    CodeView *m_code;
    DiffGutter *m_gutter;
    PaneText m_text;
    int m_current = -1;
};

/// Scrolls the panes together: they have as many rows.
void linkPanes(const QList<DiffPane *> &panes);

} // namespace Studio
