// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/palettemodel.h"

#include <QFrame>

class QLineEdit;
class QListView;

namespace Studio
{

class CommandRegistry;
class Theme;

/// One popup for everything that can be reached by typing: keys, branches, commands. The field keeps the
/// focus; arrow keys move in the list, Enter runs, Escape closes.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    CommandPalette(Theme &theme, CommandRegistry &commands, QWidget *parent = nullptr);

    void setKeySource(PaletteModel::KeySource source, const QString &separator);
    /// Opens below `anchor` (with its width at least), or in the upper middle of its window when it is null.
    void popUp(PaletteModel::Mode mode, const QWidget *anchor);

    QLineEdit *field() const { return m_field; }
    QListView *list() const { return m_list; }

signals:
    void keyChosen(const QByteArray &key);
    void branchChosen(const QByteArray &prefix);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void query();
    void move(int rows);
    void choose();

    Theme &m_theme;
    CommandRegistry &m_commands;
    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    PaletteModel::Mode m_mode = PaletteModel::Mode::Everything;
};

} // namespace Studio
