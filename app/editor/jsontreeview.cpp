// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/jsontreeview.h"

#include "browser/emptystate.h"
#include "editor/jsontreedelegate.h"
#include "editor/problemstrip.h"
#include "models/jsontreemodel.h"
#include "shell/commandregistry.h"
#include "shell/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace Studio
{

namespace
{

using Model = JsonTreeModel;

constexpr int MostExpanded = 20'000; ///< values; QTreeView lays out some thousand rows in a millisecond
constexpr int FewValues = 100; ///< a text with no more is expanded down to the second level

} // namespace

/// Leaves the keys of the view's actions to them, before commands of the window take them.
class JsonTreeView::Tree : public QTreeView
{
public:
    Tree(JsonTreeView &view, QWidget *parent)
        : QTreeView(parent)
        , m_view(view)
    {
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride && actionOf(*static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
        return QTreeView::event(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (QAction *action = actionOf(*event))
            action->isEnabled() ? action->trigger() : m_view.sayWhyNot();
        else
            QTreeView::keyPressEvent(event);
    }
    /// Tab leads from the name to the value.
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override
    {
        const bool toValue =
            hint == QAbstractItemDelegate::EditNextItem && currentIndex().column() == Model::NameColumn;
        const bool isTab =
            hint == QAbstractItemDelegate::EditNextItem || hint == QAbstractItemDelegate::EditPreviousItem;
        QTreeView::closeEditor(editor, isTab ? QAbstractItemDelegate::NoHint : hint);
        if (toValue)
            m_view.editAt(currentIndex().siblingAtColumn(Model::ValueColumn));
    }

private:
    QAction *actionOf(const QKeyEvent &event) const
    {
        // The asterisk may be on the keypad or above a digit.
        const Qt::KeyboardModifiers unimportant =
            event.key() == Qt::Key_Asterisk ? Qt::KeypadModifier | Qt::ShiftModifier : Qt::KeypadModifier;
        const QKeySequence pressed(QKeyCombination(event.modifiers() & ~unimportant, Qt::Key(event.key())));
        for (QAction *action : m_view.m_actions) {
            if (action->shortcut() == pressed)
                return action;
        }
        return nullptr;
    }

    JsonTreeView &m_view;
};

JsonTreeView::JsonTreeView(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new JsonTreeModel(this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new Tree(*this, m_stack))
    , m_empty(new EmptyState(theme, m_stack))
    , m_strip(new ProblemStrip(theme, this))
{
    makeActions();
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new JsonTreeDelegate(theme, m_tree));
    m_tree->setAccessibleName(tr("Value as a tree"));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setMouseTracking(true);
    m_tree->setTabKeyNavigation(false);
    m_tree->setDragDropMode(QAbstractItemView::InternalMove);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView *header = m_tree->header();
    header->setSectionsMovable(false);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(Model::ValueColumn, QHeaderView::Stretch);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_empty);
    setFocusProxy(m_tree);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(m_theme.metric(8), 0, 0, 0);
    inset->addWidget(m_stack);
    layout->addLayout(inset, 1);
    layout->addWidget(m_strip);

    connect(m_tree, &QWidget::customContextMenuRequested, this, &JsonTreeView::showMenu);
    connect(m_tree, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        const QModelIndex row = index.siblingAtColumn(0);
        if (!(index.flags() & Qt::ItemIsEditable) && m_model->hasChildren(row))
            m_tree->setExpanded(row, !m_tree->isExpanded(row));
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_strip->setNote({});
        refreshActions();
        emit pointerChanged(pointer());
    });
    connect(m_model, &Model::textShown, this, &JsonTreeView::showText);
    connect(m_model, &Model::refused, m_strip, &ProblemStrip::setNote);
    connect(m_model, &Model::noted, m_strip, &ProblemStrip::setNote);
    connect(m_model, &Model::editWanted, this, [this](const TextEdit &edit) {
        m_strip->setNote({});
        emit editWanted(edit);
    });
    connect(m_model, &Model::placed, this, [this](const QModelIndex &index, bool isNew) {
        const int column = std::max(0, m_tree->currentIndex().column());
        m_tree->setCurrentIndex(index.siblingAtColumn(column));
        if (isNew)
            index.data(Model::IsMemberRole).toBool() ? rename() : edit();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        const JsonError &problem = m_model->problem();
        if (problem.code == JsonErrorCode::Empty)
            emit editWanted({problem.offset, 0, QByteArrayLiteral("{}")});
        else
            emit problemActivated(problem.offset);
    });
    connect(&theme, &Theme::changed, this, &JsonTreeView::applyTheme);
    applyTheme();
    refreshActions();
}

JsonTreeView::~JsonTreeView()
{
    // A line that is open for editing would be taken when it is hidden.
    m_model->setReadOnly(true);
}

void JsonTreeView::applyTheme()
{
    m_tree->setIndentation(m_theme.metric(16));
    m_tree->header()->resizeSection(Model::TypeColumn, m_theme.metric(110));
    m_tree->doItemsLayout(); // rows may be of another height
}

// --- the text

void JsonTreeView::setText(const QByteArray &text)
{
    m_model->setText(text);
}

void JsonTreeView::setReadOnly(bool readOnly)
{
    if (m_isReadOnly == readOnly)
        return;
    m_isReadOnly = readOnly;
    m_model->setReadOnly(readOnly);
    showText();
}

void JsonTreeView::showText()
{
    const JsonError &problem = m_model->problem();
    if (problem.code == JsonErrorCode::Empty) {
        m_empty->show(tr("There is no value yet."), tr("Its members will stand here."),
                      m_isReadOnly ? QString() : tr("Begin with an object"));
    } else if (problem) {
        m_empty->show(tr("The text is not valid JSON, so there is no tree of it."), m_model->problemText(),
                      tr("Go there"));
    }
    const bool hadFocus = m_stack->isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentWidget(problem ? static_cast<QWidget *>(m_empty) : m_tree);
    setFocusProxy(problem ? static_cast<QWidget *>(m_empty->button()) : m_tree);
    if (hadFocus && !m_stack->currentWidget()->isAncestorOf(QApplication::focusWidget())
        && QApplication::focusWidget() != m_tree)
        setFocus(Qt::OtherFocusReason);
    if (!problem && !m_model->isReading() && m_model->rowCount() > 0) {
        if (!std::exchange(m_hasBegun, true))
            beginAtTop();
        if (m_goTo)
            goTo(*std::exchange(m_goTo, {}));
    }
    refreshActions();
}

/// The whole value is open at first, and a small one further down.
void JsonTreeView::beginAtTop()
{
    m_tree->expandToDepth(m_model->valueCount() <= FewValues ? 1 : 0);
    m_tree->setCurrentIndex(m_model->index(0, 0));
    m_tree->resizeColumnToContents(Model::NameColumn);
    const int wide = m_tree->columnWidth(Model::NameColumn) + m_theme.metric(24);
    m_tree->setColumnWidth(Model::NameColumn, std::clamp(wide, m_theme.metric(200), m_theme.metric(360)));
}

// --- places

QModelIndex JsonTreeView::current() const
{
    return m_stack->currentWidget() == m_tree ? m_tree->currentIndex() : QModelIndex();
}

void JsonTreeView::goTo(qsizetype offset)
{
    if (m_model->isReading() || m_model->problem() || m_model->rowCount() == 0) {
        m_goTo = offset;
        return;
    }
    m_goTo.reset();
    const QModelIndex index = m_model->indexAt(offset);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

std::optional<qsizetype> JsonTreeView::place() const
{
    const QModelIndex index = current();
    return index.isValid() ? std::optional(m_model->offsetOf(index)) : std::nullopt;
}

QByteArray JsonTreeView::pointer() const
{
    return m_model->pointerOf(current());
}

QByteArray JsonTreeView::source() const
{
    return m_model->sourceOf(current());
}

// --- editing

void JsonTreeView::editAt(const QModelIndex &index)
{
    if (!(index.flags() & Qt::ItemIsEditable)) {
        sayWhyNot();
        return;
    }
    m_tree->setCurrentIndex(index);
    m_tree->edit(index);
}

void JsonTreeView::edit()
{
    const QModelIndex value = current().siblingAtColumn(Model::ValueColumn);
    editAt(value.flags() & Qt::ItemIsEditable ? value : value.siblingAtColumn(Model::NameColumn));
}

void JsonTreeView::rename()
{
    editAt(current().siblingAtColumn(Model::NameColumn));
}

void JsonTreeView::add()
{
    const QModelIndex index = current().siblingAtColumn(0);
    if (index.data(Model::IsContainerRole).toBool())
        m_model->insertAt(index, m_model->rowCount(index));
    else
        m_model->insertAt(index.parent(), index.row() + 1);
}

void JsonTreeView::remove()
{
    m_model->remove(current());
}

void JsonTreeView::moveBy(int rows)
{
    const QModelIndex index = current();
    if (index.isValid())
        m_model->moveWithin(index, index.row() + rows);
}

void JsonTreeView::setType(JsonType type)
{
    m_model->setType(current(), type);
}

/// What could be done at another time would look like a key that is broken.
void JsonTreeView::sayWhyNot()
{
    if (const QString reason = m_model->busyText(); !reason.isEmpty())
        m_strip->setNote(reason);
}

void JsonTreeView::expandAll()
{
    const QModelIndex index = current().siblingAtColumn(0);
    const int values = m_model->valuesBelow(index);
    if (values > MostExpanded)
        m_strip->setNote(tr("%Ln value(s) are too many to be opened all at once.", nullptr, values));
    else
        m_tree->expandRecursively(index);
}

void JsonTreeView::copyPointer()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(pointer()));
}

void JsonTreeView::copyValue()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(source()));
}

// --- menu and keys

QAction *JsonTreeView::addAction(const QString &text, const QString &icon, const QKeySequence &key,
                                 void (JsonTreeView::*run)())
{
    auto *action = new QAction(m_theme.icon(icon), text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, run);
    m_actions.append(action);
    return action;
}

void JsonTreeView::makeActions()
{
    m_edit = addAction(tr("Edit"), QStringLiteral("edit"), Qt::Key_F2, &JsonTreeView::edit);
    m_rename = addAction(tr("Rename"), {}, Qt::SHIFT | Qt::Key_F2, &JsonTreeView::rename);
    m_add = addAction(tr("Add"), QStringLiteral("plus"), Qt::Key_Insert, &JsonTreeView::add);
    m_remove = addAction(tr("Remove"), QStringLiteral("delete"), Qt::Key_Delete, &JsonTreeView::remove);
    m_up = addAction(tr("Move up"), QStringLiteral("arrow-up"), Qt::CTRL | Qt::Key_Up, &JsonTreeView::moveUp);
    m_down = addAction(tr("Move down"), QStringLiteral("arrow-down"), Qt::CTRL | Qt::Key_Down,
                       &JsonTreeView::moveDown);
    m_expandAll =
        addAction(tr("Expand all"), QStringLiteral("expand"), Qt::Key_Asterisk, &JsonTreeView::expandAll);
    m_copyPointer =
        addAction(tr("Copy JSON Pointer"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_C, &JsonTreeView::copyPointer);
    m_copyValue =
        addAction(tr("Copy value"), QStringLiteral("copy"), QKeySequence::Copy, &JsonTreeView::copyValue);
}

void JsonTreeView::refreshActions()
{
    const QModelIndex index = current();
    const bool isEditable = index.isValid() && m_model->isEditable();
    const bool isInside = index.parent().isValid();
    const bool isMember = index.data(Model::IsMemberRole).toBool();
    const bool isContainer = index.data(Model::IsContainerRole).toBool();
    m_edit->setEnabled(isEditable && (isMember || !isContainer));
    m_rename->setEnabled(isEditable && isMember);
    m_add->setEnabled(isEditable && (isContainer || isInside));
    m_remove->setEnabled(isEditable && isInside);
    m_up->setEnabled(isEditable && isInside && index.row() > 0);
    m_down->setEnabled(isEditable && isInside && index.row() < m_model->rowCount(index.parent()) - 1);
    m_expandAll->setEnabled(m_model->hasChildren(index.siblingAtColumn(0)));
    m_copyPointer->setEnabled(index.isValid());
    m_copyValue->setEnabled(index.isValid());
}

void JsonTreeView::installCommands(CommandRegistry &commands)
{
    const auto handle = [this, &commands](const char *id, std::function<void()> run,
                                          std::function<bool()> enabled) {
        commands.handle(QString::fromLatin1(id), this, {std::move(run), std::move(enabled), {}});
    };
    const auto act = [&handle, this](const char *id, QAction *action) {
        handle(
            id, [action] { action->trigger(); },
            [this, action] {
                refreshActions();
                return action->isEnabled();
            });
    };
    act("tree.edit", m_edit);
    act("tree.rename", m_rename);
    act("tree.add", m_add);
    act("tree.remove", m_remove);
    act("tree.moveUp", m_up);
    act("tree.moveDown", m_down);
    act("tree.expandAll", m_expandAll);
    const auto type = [&handle, this](const char *id, JsonType wanted) {
        handle(
            id, [this, wanted] { setType(wanted); },
            [this, wanted] {
                return m_model->isEditable() && current().isValid()
                    && current().data(Model::JsonTypeRole).toInt() != int(wanted);
            });
    };
    type("tree.toObject", JsonType::Object);
    type("tree.toArray", JsonType::Array);
    type("tree.toString", JsonType::String);
    type("tree.toNumber", JsonType::Number);
    type("tree.toBoolean", JsonType::Boolean);
    type("tree.toNull", JsonType::Null);
}

void JsonTreeView::addTypes(QMenu &menu)
{
    const QModelIndex index = current();
    for (int type = 0; type <= int(JsonType::Null); ++type) {
        QAction *action = menu.addAction(Model::typeName(JsonType(type)));
        action->setCheckable(true);
        action->setChecked(index.data(Model::JsonTypeRole).toInt() == type);
        connect(action, &QAction::triggered, this, [this, type] { setType(JsonType(type)); });
    }
}

void JsonTreeView::showMenu(const QPoint &at)
{
    refreshActions();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_edit, m_rename});
    QMenu *types = menu->addMenu(tr("Type"));
    addTypes(*types);
    types->setEnabled(m_model->isEditable() && current().isValid());
    menu->addSeparator();
    menu->addActions({m_add, m_remove, m_up, m_down});
    menu->addSeparator();
    menu->addActions({m_expandAll, m_copyValue, m_copyPointer});
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

} // namespace Studio
