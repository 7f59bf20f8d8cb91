// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/jsontreemodel_p.h"

#include "json/jsonpointer.h"

#include <QMimeData>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qsizetype ShortText = 64 * 1024; ///< bytes; read in a millisecond or two
constexpr qsizetype MaxShown = 300; ///< bytes of one value
constexpr qsizetype MaxTip = 1000;
constexpr int MaxDepth = 500; ///< indexAt() goes no deeper

const QString MimeType = QStringLiteral("application/x-hpkv-studio-json-row");

QString cut(QByteArrayView text, qsizetype size)
{
    if (text.size() <= size)
        return QString::fromUtf8(text);
    while (size > 0 && (uchar(text[size]) & 0xC0) == 0x80)
        --size;
    return QString::fromUtf8(text.first(size)) + QChar(0x2026);
}

/// "new", or "new 2", …: the first that the object does not have.
QByteArray freeName(const JsonTree &tree, int object)
{
    QByteArray name = QByteArrayLiteral("new");
    for (int number = 2; tree.member(object, name) >= 0; ++number)
        name = "new " + QByteArray::number(number);
    return name;
}

} // namespace

std::shared_ptr<const JsonTreeModel::Document> JsonTreeModel::Document::read(const QByteArray &text)
{
    auto document = std::make_shared<Document>();
    document->text = text;
    document->tree = JsonTree::parse(document->text);
    if (!document->tree) {
        document->error = validateJson(text);
        document->sentence = jsonErrorSentence(document->error, text);
    }
    return document;
}

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , d(std::make_unique<Private>(this))
{
}

JsonTreeModel::~JsonTreeModel() = default;

// --- the text

void JsonTreeModel::setText(const QByteArray &text)
{
    const std::optional<Private::Aim> aimed = std::exchange(d->aim, {});
    if (d->hasText && d->wanted == text)
        return;
    d->hasText = true;
    d->wanted = text;
    d->editing.cancel();
    d->reading.cancel();
    if (text.size() <= ShortText) {
        d->take(Document::read(text), aimed);
        return;
    }
    d->reading.start(
        [text](const std::atomic_bool &) { return Document::read(text); },
        [this, aimed](const std::shared_ptr<const Document> &document) { d->take(document, aimed); });
}

QByteArray JsonTreeModel::text() const
{
    return d->shown ? d->shown->text : QByteArray();
}

bool JsonTreeModel::isReading() const
{
    return d->reading.isRunning();
}

const JsonError &JsonTreeModel::problem() const
{
    return d->problem;
}

QString JsonTreeModel::problemText() const
{
    return d->problemText;
}

int JsonTreeModel::valueCount() const
{
    return d->shown ? d->shown->tree->count() : 0;
}

void JsonTreeModel::setReadOnly(bool readOnly)
{
    d->isReadOnly = readOnly;
}

bool JsonTreeModel::isEditable() const
{
    return d->shown && !d->isReadOnly && !d->problem && !isReading() && !d->editing.isRunning();
}

QString JsonTreeModel::busyText() const
{
    if (d->isReadOnly || d->problem || !(isReading() || d->editing.isRunning()))
        return {};
    return tr("The text is long and still being read. Nothing was changed; try again in a moment.");
}

// --- places

JsonTreeModel::Private::Path JsonTreeModel::Private::pathOf(QModelIndex index)
{
    Path path;
    for (; index.parent().isValid(); index = index.parent())
        path.push_back(index.row());
    std::reverse(path.begin(), path.end());
    return path;
}

QModelIndex JsonTreeModel::Private::indexOf(const Path &path) const
{
    QModelIndex index = q->index(0, 0);
    for (const int row : path)
        index = q->index(row, 0, index);
    return index;
}

QByteArray JsonTreeModel::pointerOf(const QModelIndex &index) const
{
    return index.isValid() ? Private::treeOf(index).pointerOf(Private::nodeOf(index)) : QByteArray();
}

QByteArray JsonTreeModel::sourceOf(const QModelIndex &index) const
{
    return index.isValid() ? Private::treeOf(index).source(Private::nodeOf(index)).toByteArray()
                           : QByteArray();
}

int JsonTreeModel::valuesBelow(const QModelIndex &index) const
{
    if (!index.isValid())
        return 0;
    // They are numbered one after another, up to the next value that is not inside.
    const JsonTree &tree = Private::treeOf(index);
    const int node = Private::nodeOf(index);
    int around = node;
    while (around >= 0 && tree.node(around).next < 0)
        around = tree.node(around).parent;
    return (around >= 0 ? tree.node(around).next : tree.count()) - node - 1;
}

qsizetype JsonTreeModel::offsetOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return 0;
    const JsonTree::Node &value = Private::valueOf(index);
    return value.nameLength > 0 ? value.nameOffset : value.offset;
}

QModelIndex JsonTreeModel::indexAt(qsizetype offset) const
{
    QModelIndex index = this->index(0, 0);
    for (int depth = 0; index.isValid() && depth < MaxDepth && hasChildren(index); ++depth) {
        // Children stand in the order of the text.
        int low = 0;
        int high = rowCount(index);
        while (low < high) {
            const int middle = low + (high - low) / 2;
            const JsonTree::Node &value = Private::valueOf(this->index(middle, 0, index));
            if (value.offset + value.length < offset)
                low = middle + 1;
            else
                high = middle;
        }
        const QModelIndex child = this->index(low, 0, index);
        if (!child.isValid() || offsetOf(child) > offset)
            break;
        index = child;
    }
    return index;
}

QString JsonTreeModel::editText(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const JsonTree &tree = Private::treeOf(index);
    const int node = Private::nodeOf(index);
    if (index.column() == NameColumn)
        return QString::fromUtf8(unescapedJsonString(tree.name(node)));
    const QByteArrayView source = tree.source(node);
    return tree.node(node).kind == JsonTokenKind::String ? QString::fromUtf8(unescapedJsonString(source))
                                                         : QString::fromUtf8(source);
}

bool JsonTreeModel::accepts(const QModelIndex &index, const QString &text) const
{
    if (!(flags(index) & Qt::ItemIsEditable))
        return false;
    return index.column() == NameColumn || Private::valueOf(index).kind == JsonTokenKind::String
        || !validateJson(text.trimmed().toUtf8());
}

// --- edits

/// Works the edit out, beside the window's thread where that may take long.
bool JsonTreeModel::Private::begin(Work work, Aim aimed)
{
    if (!q->isEditable()) {
        if (const QString reason = q->busyText(); !reason.isEmpty())
            emit q->refused(reason);
        return false;
    }
    if (shown->text.size() <= ShortText) {
        finish(work(*shown->tree), std::move(aimed));
        return true;
    }
    editing.start(
        [document = shown, run = std::move(work)](const std::atomic_bool &) { return run(*document->tree); },
        [this, aimed](const std::optional<TextEdit> &edit) { finish(edit, aimed); });
    return true;
}

void JsonTreeModel::Private::finish(const std::optional<TextEdit> &edit, Aim aimed)
{
    if (!edit) {
        emit q->refused(tr("This change cannot be made here."));
    } else if (!edit->isNothing()) {
        const QString note = aimed.note;
        aim = std::move(aimed);
        emit q->editWanted(*edit);
        aim.reset();
        if (!note.isEmpty())
            emit q->noted(note);
    }
}

bool JsonTreeModel::insertAt(const QModelIndex &container, int place)
{
    if (!container.isValid() || !Private::valueOf(container).isContainer() || place < 0
        || place > rowCount(container.siblingAtColumn(0)))
        return false;
    const int node = Private::nodeOf(container);
    Private::Aim aim{Private::pathOf(container), true};
    aim.path.push_back(place);
    return d->begin(
        [node, place](const JsonTree &tree) {
            return tree.node(node).kind == JsonTokenKind::ObjectBegin
                     ? insertJsonMember(tree, node, place, freeName(tree, node), "null")
                     : insertJsonElement(tree, node, place, "null");
        },
        std::move(aim));
}

bool JsonTreeModel::remove(const QModelIndex &index)
{
    if (!index.parent().isValid())
        return false;
    Private::Aim aim{Private::pathOf(index)};
    // On to the next sibling, else to the one before, else to what is around it.
    if (index.row() == rowCount(index.parent()) - 1) {
        if (index.row() > 0)
            --aim.path.back();
        else
            aim.path.pop_back();
    }
    return d->begin(
        [node = Private::nodeOf(index)](const JsonTree &tree) { return removeJsonValue(tree, node); },
        std::move(aim));
}

bool JsonTreeModel::moveWithin(const QModelIndex &index, int place)
{
    if (!index.parent().isValid() || place < 0 || place >= rowCount(index.parent()))
        return false;
    Private::Aim aim{Private::pathOf(index)};
    aim.path.back() = place;
    return d->begin([node = Private::nodeOf(index),
                     place](const JsonTree &tree) { return moveJsonValue(tree, node, place); },
                    std::move(aim));
}

bool JsonTreeModel::moveInto(const QModelIndex &index, const QModelIndex &container, int place)
{
    if (!index.parent().isValid() || !container.isValid() || !Private::valueOf(container).isContainer())
        return false;
    if (index.parent() == container.siblingAtColumn(0))
        return moveWithin(index, place > index.row() ? place - 1 : place);
    for (QModelIndex around = container.siblingAtColumn(0); around.isValid(); around = around.parent()) {
        if (around == index.siblingAtColumn(0))
            return false;
    }
    // Once it is gone from its old place, what stands behind it there moves up.
    Private::Aim aim{Private::pathOf(container)};
    const Private::Path from = Private::pathOf(index);
    const size_t level = from.size() - 1;
    if (aim.path.size() > level && std::equal(from.begin(), from.end() - 1, aim.path.begin())
        && aim.path[level] > from[level])
        --aim.path[level];
    aim.path.push_back(place);
    return d->begin(
        [node = Private::nodeOf(index), target = Private::nodeOf(container), place](const JsonTree &tree) {
            const bool needsName =
                tree.node(target).kind == JsonTokenKind::ObjectBegin && tree.node(node).nameLength == 0;
            return moveJsonValueTo(tree, node, target, place,
                                   needsName ? freeName(tree, target) : QByteArray());
        },
        std::move(aim));
}

bool JsonTreeModel::setType(const QModelIndex &index, JsonType type)
{
    if (!index.isValid())
        return false;
    return d->begin(
        [node = Private::nodeOf(index), type](const JsonTree &tree) { return setJsonType(tree, node, type); },
        {Private::pathOf(index)});
}

bool JsonTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    if (!(flags(index) & Qt::ItemIsEditable)) {
        if (const QString reason = busyText(); !reason.isEmpty())
            emit refused(reason);
        return false;
    }
    if (index.column() == TypeColumn)
        return setType(index, JsonType(value.toInt()));
    const int node = Private::nodeOf(index);
    const QString typed = value.toString();
    if (!accepts(index, typed)) {
        emit refused(tr("“%1” is no JSON value. For text, choose the type “%2” first.")
                         .arg(cut(typed.toUtf8(), MaxShown / 4), typeName(JsonType::String)));
        return false;
    }
    const QByteArray text = typed.toUtf8();
    if (index.column() == NameColumn) {
        Private::Aim aim{Private::pathOf(index)};
        const JsonTree &tree = Private::treeOf(index);
        const int same = tree.member(tree.node(node).parent, text);
        if (same >= 0 && same != node)
            aim.note = tr("There is a member “%1” already. Most programs see only the last one of them.")
                           .arg(cut(text, MaxShown / 4));
        return d->begin([node, text](const JsonTree &whole) { return renameJsonMember(whole, node, text); },
                        std::move(aim));
    }
    const bool isString = Private::valueOf(index).kind == JsonTokenKind::String;
    return d->begin(
        [node, text, isString](const JsonTree &tree) {
            return isString ? setJsonText(tree, node, text) : setJsonValue(tree, node, text.trimmed());
        },
        {Private::pathOf(index)});
}

// --- drag and drop

QStringList JsonTreeModel::mimeTypes() const
{
    return {MimeType};
}

QMimeData *JsonTreeModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    d->dragged = indexes.first().siblingAtColumn(0);
    auto *data = new QMimeData;
    data->setData(MimeType, QByteArray::number(quintptr(this)));
    data->setText(QString::fromUtf8(sourceOf(d->dragged)));
    return data;
}

bool JsonTreeModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int,
                                    const QModelIndex &parent) const
{
    if (!data || data->data(MimeType) != QByteArray::number(quintptr(this)) || !d->dragged.isValid()
        || !isEditable() || !parent.isValid() || !Private::valueOf(parent).isContainer())
        return false;
    for (QModelIndex around = parent.siblingAtColumn(0); around.isValid(); around = around.parent()) {
        if (d->dragged == around)
            return false;
    }
    return true;
}

bool JsonTreeModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                 const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QModelIndex container = parent.siblingAtColumn(0);
    return moveInto(d->dragged, container, row < 0 ? rowCount(container) : row);
}

// --- the table of QAbstractItemModel

JsonTreeModel::Level *JsonTreeModel::Private::findLevel(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return top.get();
    const auto &below = levelOf(parent)->below;
    const auto found = below.find(parent.row());
    return found == below.end() ? nullptr : found->second.get();
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    Level *level = d->findLevel(parent);
    return createIndex(row, column, level ? level : d->makeLevel(*Private::levelOf(parent), parent.row()));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? d->parentOf(*Private::levelOf(child)) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    if (const Level *level = d->findLevel(parent))
        return int(level->nodes.size());
    return parent.isValid() ? Private::valueOf(parent).childCount : 0;
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QString JsonTreeModel::typeName(JsonType type)
{
    switch (type) {
    case JsonType::Object:
        return tr("object");
    case JsonType::Array:
        return tr("array");
    case JsonType::String:
        return tr("string");
    case JsonType::Number:
        return tr("number");
    case JsonType::Boolean:
        return tr("boolean");
    case JsonType::Null:
        break;
    }
    return tr("null");
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JsonTree &tree = Private::treeOf(index);
    const int node = Private::nodeOf(index);
    const JsonTree::Node &value = tree.node(node);
    switch (role) {
    case JsonTypeRole:
        return int(jsonTypeOf(value.kind));
    case IsMemberRole:
        return value.nameLength > 0;
    case IsContainerRole:
        return value.isContainer();
    case Qt::EditRole:
        return index.column() == TypeColumn ? QVariant(int(jsonTypeOf(value.kind)))
                                            : QVariant(editText(index));
    case Qt::ToolTipRole:
        if (index.column() == NameColumn && value.parent >= 0)
            return QString::fromUtf8(tree.pointerOf(node)).toHtmlEscaped();
        if (index.column() == ValueColumn && value.kind == JsonTokenKind::String)
            return cut(unescapedJsonString(tree.source(node)), MaxTip).toHtmlEscaped();
        return {};
    case PlaceRole:
        return value.parent >= 0 && value.nameLength == 0 ? index.row() : -1;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case NameColumn:
        if (value.nameLength > 0) // as it is written, quotes only where there is nothing else to see
            return value.nameLength > 2 ? cut(tree.name(node).sliced(1, value.nameLength - 2), MaxShown)
                                        : QStringLiteral("\"\"");
        return value.parent >= 0 ? QString() : tr("Value");
    case ValueColumn:
        if (value.kind == JsonTokenKind::ObjectBegin)
            return tr("%n member(s)", nullptr, value.childCount);
        if (value.kind == JsonTokenKind::ArrayBegin)
            return tr("%n element(s)", nullptr, value.childCount);
        return cut(tree.source(node), MaxShown);
    default:
        return typeName(jsonTypeOf(value.kind));
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case ValueColumn:
        return tr("Value");
    case TypeColumn:
        return tr("Type");
    default:
        return {};
    }
}

Qt::ItemFlags JsonTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!isEditable())
        return flags;
    const JsonTree::Node &value = Private::valueOf(index);
    if (index.column() == TypeColumn || (index.column() == NameColumn && value.nameLength > 0)
        || (index.column() == ValueColumn && !value.isContainer()))
        flags |= Qt::ItemIsEditable;
    if (value.parent >= 0)
        flags |= Qt::ItemIsDragEnabled;
    if (value.isContainer())
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

} // namespace Studio
