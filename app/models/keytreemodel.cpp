// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keytreemodel.h"

#include "mirror/segment.h"
#include "models/keydrag.h"
#include "models/keytext.h"
#include "models/keytreemodel_p.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace Studio
{

namespace
{

constexpr qsizetype longestPreview = 256; // bytes of a value that are shown on one line

} // namespace

KeyTreeModel::Private::Private(KeyTreeModel *model, KeyspaceMirror *source)
    : q(model)
    , mirror(source)
    , mirrorKeys(*source)
    , filter(*source)
    , now([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    roundTimer.setSingleShot(true);
    roundTimer.setInterval(250);
    coverageTimer.setSingleShot(true);
    coverageTimer.setInterval(100);
    searchTimer.setSingleShot(true);
    searchTimer.setInterval(0);
    discardTimer.setSingleShot(true);
    discardTimer.setInterval(0);
}

void KeyTreeModel::Private::reset()
{
    q->beginResetModel();
    roundTimer.stop();
    probes.clear();
    if (root) {
        discarded.push_back(std::move(root));
        discardTimer.start();
    }
    root = std::make_unique<TreeLevel>();
    root->build(keys(), separators);
    q->endResetModel();
}

QModelIndex KeyTreeModel::Private::indexOf(const TreeLevel &level) const
{
    if (!level.parent)
        return {};
    return q->createIndex(level.rowInParent(), 0, level.parent);
}

TreeLevel &KeyTreeModel::Private::levelAt(const QModelIndex &index) const
{
    return *static_cast<TreeLevel *>(index.internalPointer());
}

TreeRow &KeyTreeModel::Private::rowAt(const QModelIndex &index) const
{
    return levelAt(index).rows[size_t(index.row())];
}

TreeLevel *KeyTreeModel::Private::below(const QModelIndex &index) const
{
    if (!index.isValid())
        return root.get();
    if (index.column() != 0)
        return nullptr;
    TreeRow &row = rowAt(index);
    if (!row.id.isBranch())
        return nullptr;
    if (!row.level) {
        // Nobody has seen this level yet, so that it needs no signals.
        row.level = std::make_unique<TreeLevel>();
        row.level->prefix = row.id.key;
        row.level->opener = row.id;
        row.level->lastRow = index.row();
        row.level->parent = &levelAt(index);
        row.level->parent->open.push_back(row.level.get());
        row.level->build(keys(), separators);
    }
    return row.level.get();
}

KeyTreeModel::KeyTreeModel(KeyspaceMirror *mirror, QObject *parent)
    : QAbstractItemModel(parent)
    , d(std::make_unique<Private>(this, mirror))
{
    connect(mirror, &KeyspaceMirror::applied, this, [this](const AppliedBatch &batch) { d->apply(batch); });
    connect(mirror, &KeyspaceMirror::coverageChanged, this, [this](const Stretch &stretch) {
        if (!d->coverageHull)
            d->coverageHull = stretch;
        d->coverageHull->from = std::min(d->coverageHull->from, stretch.from);
        d->coverageHull->to = std::max(d->coverageHull->to, stretch.to);
        if (!d->coverageTimer.isActive())
            d->coverageTimer.start();
    });
    connect(mirror, &KeyspaceMirror::reset, this, [this] {
        d->rates.clear();
        d->startFilter();
        d->reset();
        if (d->filter.isRunning())
            d->searchTimer.start();
        emit filterChanged();
    });
    connect(&d->roundTimer, &QTimer::timeout, this, [this] { d->runRound(); });
    connect(&d->coverageTimer, &QTimer::timeout, this, [this] { d->coverageChanged(); });
    connect(&d->discardTimer, &QTimer::timeout, this, [this] { d->discardOn(); });
    connect(&d->searchTimer, &QTimer::timeout, this, [this] { d->searchOn(); });
    d->reset();
}

KeyTreeModel::~KeyTreeModel() = default;

KeyspaceMirror *KeyTreeModel::mirror() const
{
    return d->mirror;
}

void KeyTreeModel::setSeparators(const QList<QByteArray> &separators)
{
    QList<QByteArray> usable;
    for (const QByteArray &separator : separators) {
        if (!separator.isEmpty() && !usable.contains(separator))
            usable.append(separator);
    }
    if (usable == d->separators)
        return;
    d->separators = usable;
    d->reset();
}

QList<QByteArray> KeyTreeModel::separators() const
{
    return d->separators;
}

void KeyTreeModel::Private::startFilter()
{
    std::vector<QByteArray> former = filter.start(search);
    if (former.empty())
        return;
    discardedKeys.push_back(std::move(former));
    discardTimer.start();
}

void KeyTreeModel::setFilter(const KeySearch &search)
{
    if (search == d->search)
        return;
    d->search = search;
    d->searchTimer.stop();
    d->startFilter();
    d->reset();
    if (d->filter.isRunning())
        d->searchOn(); // the first hits at once
    else
        emit filterChanged();
}

KeySearch KeyTreeModel::filter() const
{
    return d->search;
}

void KeyTreeModel::setFilterText(const QString &text)
{
    setFilter({text, KeySearch::Kind::Substring, false});
}

QString KeyTreeModel::filterText() const
{
    return d->search.text;
}

bool KeyTreeModel::isFilterRunning() const
{
    return d->filter.isRunning();
}

qint64 KeyTreeModel::matchCount() const
{
    return d->filter.isActive() ? qint64(d->filter.keys.size()) : d->mirror->knownCount();
}

QList<QByteArray> KeyTreeModel::branchesAbove(const QByteArray &key) const
{
    QList<QByteArray> result;
    for (qsizetype end = segmentEnd(key, 0, d->separators); end >= 0;
         end = segmentEnd(key, end, d->separators))
        result.append(key.left(end));
    return result;
}

QModelIndex KeyTreeModel::indexOfBranch(const QByteArray &prefix) const
{
    QModelIndex index;
    const QList<QByteArray> branches = branchesAbove(prefix);
    if (branches.isEmpty() || branches.last() != prefix)
        return {};
    for (const QByteArray &branch : branches) {
        TreeLevel *level = d->below(index);
        if (!level)
            return {};
        const int row = level->find(level->childOf(branch, d->separators));
        if (row < 0)
            return {};
        index = createIndex(row, 0, level);
    }
    return index;
}

QModelIndex KeyTreeModel::indexOfKey(const QByteArray &key) const
{
    const QList<QByteArray> branches = branchesAbove(key);
    const QModelIndex parent = branches.isEmpty() ? QModelIndex() : indexOfBranch(branches.last());
    if (!branches.isEmpty() && !parent.isValid())
        return {};
    TreeLevel *level = d->below(parent);
    const int row = level ? level->find({key, 0}) : -1;
    return row < 0 ? QModelIndex() : createIndex(row, 0, level);
}

QByteArray KeyTreeModel::keyOf(const QModelIndex &index) const
{
    return index.isValid() ? d->rowAt(index).id.key : QByteArray();
}

bool KeyTreeModel::isBranch(const QModelIndex &index) const
{
    return index.isValid() && d->rowAt(index).id.isBranch();
}

QByteArray KeyTreeModel::levelOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const TreeRow &row = d->rowAt(index);
    return row.id.isBranch() ? row.id.key : d->levelAt(index).prefix;
}

void KeyTreeModel::levelOpened(const QModelIndex &index)
{
    if (index.isValid() && !isBranch(index))
        return;
    const QByteArray prefix = keyOf(index);
    if (!d->filter.isActive() && !d->mirror->isLevelComplete(prefix, d->separators))
        emit levelRequested(prefix);
}

void KeyTreeModel::flush()
{
    d->runRound();
    d->coverageChanged();
}

int KeyTreeModel::changedNowSpan() const
{
    return d->changedNowSpan;
}

void KeyTreeModel::setChangedNowSpan(int milliseconds)
{
    d->changedNowSpan = milliseconds;
}

void KeyTreeModel::setClock(std::function<qint64()> now)
{
    d->now = std::move(now);
}

QModelIndex KeyTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount)
        return {};
    TreeLevel *level = d->below(parent);
    if (!level || row >= int(level->rows.size()))
        return {};
    return createIndex(row, column, level);
}

QModelIndex KeyTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? d->indexOf(d->levelAt(child)) : QModelIndex();
}

int KeyTreeModel::rowCount(const QModelIndex &parent) const
{
    const TreeLevel *level = d->below(parent);
    return level ? int(level->rows.size()) : 0;
}

int KeyTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool KeyTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !d->root->rows.empty();
    return parent.column() == 0 && isBranch(parent);
}

Qt::ItemFlags KeyTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    return isBranch(index) ? flags : flags | Qt::ItemNeverHasChildren;
}

QStringList KeyTreeModel::mimeTypes() const
{
    return {KeyDrag::type()};
}

QMimeData *KeyTreeModel::mimeData(const QModelIndexList &indexes) const
{
    KeyDrag::Keys dragged;
    for (const QModelIndex &index : indexes) {
        if (index.column() != 0)
            continue;
        (isBranch(index) ? dragged.prefixes : dragged.keys).append(keyOf(index));
    }
    return KeyDrag::make(dragged);
}

QVariant KeyTreeModel::Private::branchData(const TreeRow &row, int role) const
{
    switch (role) {
    case CountRole:
        return keys().countWithPrefix(row.id.key);
    case CountExactRole:
        return mirror->branchCoverage(row.id.key).isComplete();
    case CountTextRole: {
        const QString count = QLocale().toString(keys().countWithPrefix(row.id.key));
        return mirror->branchCoverage(row.id.key).isComplete() ? count : tr("≥ %1").arg(count);
    }
    case ValueTypeRole:
        return int(ValueType::Unknown);
    case ValueStateRole:
        return int(ValueState::Unknown);
    case SizeRole:
        return qint64(-1);
    case ChangedAtRole:
        return row.changedAt;
    case ChangedNowRole:
        return changedNow(row.changedAt);
    case CoverageRole:
        return int(mirror->branchCoverage(row.id.key).level);
    case CoverageStaleRole:
        return mirror->branchCoverage(row.id.key).stale;
    case CoverageLiveRole:
        return mirror->branchCoverage(row.id.key).live;
    case CoverageAsOfRole:
        return mirror->branchCoverage(row.id.key).asOf;
    case LevelCompleteRole:
        return mirror->isLevelComplete(row.id.key, separators);
    case RateRole:
        return rates.perSecond(row.id.key, now());
    default:
        return {};
    }
}

QString KeyTreeModel::Private::preview(const QByteArray &key) const
{
    const std::optional<Entry> entry = mirror->find(key);
    if (!entry || !entry->hasValue)
        return {};
    QByteArray text = entry->value.left(longestPreview);
    if (text.size() < entry->value.size()) {
        // Do not cut a character in two.
        while (!text.isEmpty() && (static_cast<uchar>(entry->value[text.size()]) & 0xC0) == 0x80)
            text.chop(1);
    }
    // Line ends and indentation of JSON say nothing on one line.
    const bool json = entry->info.type == ValueType::Object || entry->info.type == ValueType::Array;
    QString shown = KeyText::display(json ? text.simplified() : text);
    if (text.size() < entry->value.size())
        shown += QChar(0x2026);
    // Held and empty is not the same as not held.
    return shown.isNull() ? QString::fromLatin1("") : shown;
}

QVariant KeyTreeModel::Private::keyData(const TreeRow &row, int role) const
{
    // A row of a large level may stay a moment longer than its key.
    const EntryInfo info = mirror->info(row.id.key).value_or(EntryInfo());
    const auto coverage = [&] { return mirror->coverage(row.id.key, row.id.key); };
    switch (role) {
    case CountRole:
        return qint64(1);
    case CountExactRole:
    case LevelCompleteRole:
        return true;
    case CountTextRole:
        return QString();
    case ValueTypeRole:
        return int(info.type);
    case ValueStateRole:
        return int(info.state);
    case SizeRole:
        return qint64(info.size);
    case ChangedAtRole:
        return info.changedAt;
    case ChangedNowRole:
        return changedNow(info.changedAt);
    case CoverageRole:
        return int(CoverageLevel::Complete);
    case CoverageStaleRole:
        return coverage().stale;
    case CoverageLiveRole:
        return coverage().live;
    case CoverageAsOfRole:
        return coverage().asOf;
    case ValuePreviewRole:
        return preview(row.id.key);
    case RateRole:
        return 0.0;
    default:
        return {};
    }
}

QVariant KeyTreeModel::Private::shown(const QModelIndex &index, const TreeRow &row) const
{
    switch (index.column()) {
    case NameColumn:
        return q->data(index, NameRole);
    case CountColumn:
        return q->data(index, CountTextRole);
    case ValueColumn:
        return row.id.isBranch() ? QString() : preview(row.id.key);
    case TypeColumn:
        switch (ValueType(q->data(index, ValueTypeRole).toInt())) {
        case ValueType::Unknown:
            return QString();
        case ValueType::Object:
            return tr("object");
        case ValueType::Array:
            return tr("array");
        case ValueType::String:
            return tr("string");
        case ValueType::Number:
            return tr("number");
        case ValueType::Boolean:
            return tr("true or false");
        case ValueType::Null:
            return tr("null");
        case ValueType::Text:
            return tr("text");
        case ValueType::Binary:
            return tr("binary");
        }
        return {};
    case SizeColumn: {
        const qint64 size = q->data(index, SizeRole).toLongLong();
        return size < 0 ? QString() : QLocale().toString(size);
    }
    case ChangedColumn: {
        const qint64 at = row.id.isBranch() ? row.changedAt : q->data(index, ChangedAtRole).toLongLong();
        return at == 0 ? QString()
                       : QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QLocale::ShortFormat);
    }
    case RateColumn: {
        const double rate = row.id.isBranch() ? rates.perSecond(row.id.key, now()) : 0;
        if (rate == 0)
            return QString();
        // Below one a second the minute says more.
        //: %1 is a number: so many changes a second, a minute
        return rate >= 1 ? tr("%1/s").arg(QLocale().toString(rate, 'f', rate < 10 ? 1 : 0))
                         : tr("%1/min").arg(QLocale().toString(std::ceil(rate * 60), 'f', 0));
    }
    default:
        return {};
    }
}

QVariant KeyTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TreeLevel &level = d->levelAt(index);
    const TreeRow &row = d->rowAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return d->shown(index, row);
    case Qt::TextAlignmentRole:
        if (index.column() == CountColumn || index.column() == SizeColumn || index.column() == RateColumn)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::ToolTipRole:
    case FullTextRole:
        return KeyText::display(row.id.key);
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? KeyText::display(row.id.key) : d->shown(index, row).toString();
    case KeyRole:
        return row.id.key;
    case IsBranchRole:
        return row.id.isBranch();
    case NameRole: {
        const QByteArrayView name = level.name(row.id);
        return name.isEmpty() ? KeyText::display(row.id.key) : KeyText::display(name);
    }
    default:
        return row.id.isBranch() ? d->branchData(row, role) : d->keyData(row, role);
    }
}

QVariant KeyTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section != NameColumn && section != ValueColumn
        && section != TypeColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter)); // above numbers
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case CountColumn:
        return tr("Keys");
    case ValueColumn:
        return tr("Value");
    case TypeColumn:
        return tr("Type");
    case SizeColumn:
        return tr("Bytes");
    case ChangedColumn:
        return tr("Last change");
    case RateColumn:
        return tr("Changes");
    default:
        return {};
    }
}

QHash<int, QByteArray> KeyTreeModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractItemModel::roleNames();
    names.insert(KeyRole, "key");
    names.insert(IsBranchRole, "isBranch");
    names.insert(NameRole, "name");
    names.insert(FullTextRole, "fullText");
    names.insert(CountRole, "count");
    names.insert(CountTextRole, "countText");
    names.insert(CoverageRole, "coverage");
    return names;
}

} // namespace Studio
