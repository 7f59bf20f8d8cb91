// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/palettemodel.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace Studio
{

class CommandRegistry;
class KeyLookup;
class KeyMarks;
class Session;
class Theme;

/// One popup for everything that can be reached by typing: keys, branches, commands. The field keeps the
/// focus; arrow keys move in the list, Enter runs, Escape closes.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    CommandPalette(Theme &theme, CommandRegistry &commands, QWidget *parent = nullptr);

    /// Whose keys are offered; nullptr: only commands. `marks`: favourites and keys opened lately.
    void setSession(Session *session, KeyMarks *marks);
    KeyLookup *lookup() const { return m_lookup; }
    QLabel *stateLabel() const { return m_stateLabel; }
    /// Opens below `anchor` (with its width at least), or in the upper middle of its window when it is null.
    void popUp(PaletteModel::Mode mode, const QWidget *anchor);

    QLineEdit *field() const { return m_field; }
    QListView *list() const { return m_list; }

signals:
    /// `pinned` false: with Shift, to look at it in passing.
    void keyChosen(const QByteArray &key, bool pinned);
    void branchChosen(const QByteArray &prefix);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void query();
    void refill();
    void toggleFavourite();
    void move(int rows);
    void choose(bool pinned = true);

    Theme &m_theme;
    CommandRegistry &m_commands;
    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_stateLabel;
    KeyLookup *m_lookup;
    QPointer<KeyMarks> m_marks;
    PaletteModel::Mode m_mode = PaletteModel::Mode::Everything;
};

} // namespace Studio
