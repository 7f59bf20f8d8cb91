// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsonedit.h"
#include "json/textedit.h"

#include <QByteArray>
#include <QWidget>

#include <optional>

class QAction;
class QMenu;
class QStackedWidget;
class QTreeView;

namespace Studio
{

class CommandRegistry;
class EmptyState;
class JsonTreeModel;
class ProblemStrip;
class Theme;

/// A JSON text as a tree to be looked at and edited. It does not own the text: edits go out as editWanted(),
/// and come back with setText(). A text that is no JSON is named with its place instead.
class JsonTreeView : public QWidget
{
    Q_OBJECT

public:
    explicit JsonTreeView(Theme &theme, QWidget *parent = nullptr);
    ~JsonTreeView() override;

    void setText(const QByteArray &text);
    void setReadOnly(bool readOnly);
    /// Makes the innermost value around this byte the current one, as soon as the text is read.
    void goTo(qsizetype offset);
    /// Of the current value; nothing without one.
    std::optional<qsizetype> place() const;
    QByteArray pointer() const;
    QByteArray source() const;

    JsonTreeModel &model() const { return *m_model; }
    QTreeView &tree() const { return *m_tree; }

    /// Installs the commands tree.* for this view.
    void installCommands(CommandRegistry &commands);

    // --- what the menu and the keys do with the current value

    void edit(); ///< the value, or the name where the value cannot be edited in place
    void rename();
    void add(); ///< into an object or array, else behind the value
    void remove();
    void moveBy(int rows);
    void setType(JsonType type);
    void expandAll(); ///< below the value, unless that would be more rows than can be opened at once

signals:
    void editWanted(const Studio::TextEdit &edit);
    /// The person wants to see what is wrong with the text.
    void problemActivated(qsizetype offset);
    void pointerChanged(const QByteArray &pointer);

private:
    class Tree; ///< the QTreeView

    void makeActions();
    QAction *addAction(const QString &text, const QString &icon, const QKeySequence &key,
                       void (JsonTreeView::*run)());
    void showMenu(const QPoint &at);
    void addTypes(QMenu &menu);
    void refreshActions();
    void sayWhyNot();
    void applyTheme();
    void showText();
    void beginAtTop();
    void moveUp() { moveBy(-1); }
    void moveDown() { moveBy(1); }
    void copyPointer();
    void copyValue();
    QModelIndex current() const;
    void editAt(const QModelIndex &index);

    Theme &m_theme;
    JsonTreeModel *m_model;
    QStackedWidget *m_stack;
    QTreeView *m_tree;
    EmptyState *m_empty;
    ProblemStrip *m_strip;
    QList<QAction *> m_actions;
    QAction *m_edit = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_add = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_expandAll = nullptr;
    QAction *m_copyPointer = nullptr;
    QAction *m_copyValue = nullptr;
    std::optional<qsizetype> m_goTo;
    bool m_isReadOnly = false;
    bool m_hasBegun = false; ///< the first rows were expanded
};

} // namespace Studio
