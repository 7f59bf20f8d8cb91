// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keychangemodel.h"

#include "live/livereading.h"
#include "models/keytext.h"

namespace Studio
{

namespace
{

constexpr int MostCharacters = 80;

/// A changed value: the places that changed where both are documents, else both values in short.
QString changedText(const KeyChange &change)
{
    if (change.hasBefore && change.hasAfter) {
        LiveFacts facts;
        facts.text = change.after;
        facts.before = change.before;
        LiveEntry entry;
        describe(entry, facts, {LiveKind::Replaced, false, change.after}, true);
        if (!entry.changes.isEmpty())
            return liveEntryText(entry);
    }
    const QString unknown = KeyChangeModel::tr("not known");
    return KeyChangeModel::tr("%1 → %2").arg(
        change.hasBefore ? valueShape(change.before, MostCharacters) : unknown,
        change.hasAfter ? valueShape(change.after, MostCharacters) : unknown);
}

QString changeText(const KeyChange &change)
{
    switch (change.kind) {
    case KeyChange::Kind::Created:
        return change.hasAfter ? valueShape(change.after, MostCharacters) : KeyChangeModel::tr("not known");
    case KeyChange::Kind::Removed:
        return change.hasBefore ? valueShape(change.before, MostCharacters) : KeyChangeModel::tr("not known");
    case KeyChange::Kind::Changed:
        return changedText(change);
    }
    return {};
}

} // namespace

void KeyChangeModel::take(const std::map<QByteArray, KeyChange> &changes)
{
    QList<KeyChange> now;
    for (const auto &[key, change] : changes) {
        if (now.size() >= mostRows)
            break;
        now.append(change);
    }
    int row = 0;
    for (const KeyChange &change : std::as_const(now)) {
        while (row < m_rows.size() && m_rows.at(row).change.key < change.key) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
        if (row >= m_rows.size() || m_rows.at(row).change.key != change.key) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, {change, {}});
            endInsertRows();
        } else if (m_rows.at(row).change != change) {
            m_rows[row] = {change, {}};
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
        ++row;
    }
    if (row < m_rows.size()) {
        beginRemoveRows({}, row, int(m_rows.size()) - 1);
        m_rows.resize(row);
        endRemoveRows();
    }
}

const KeyChange *KeyChangeModel::changeAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row).change : nullptr;
}

QString KeyChangeModel::kindText(KeyChange::Kind kind)
{
    switch (kind) {
    case KeyChange::Kind::Created:
        return tr("created");
    case KeyChange::Kind::Changed:
        return tr("changed");
    case KeyChange::Kind::Removed:
        return tr("removed");
    }
    return {};
}

int KeyChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int KeyChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeyChangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KeyChange &change = m_rows.at(index.row()).change;
    if (role == Qt::ToolTipRole)
        return change.guess ? tr("Perhaps it was like that before already: the value before was worked out "
                                 "from a notification, or is not known.")
                            : KeyText::display(change.key);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case KeyColumn:
        return KeyText::display(change.key);
    case KindColumn:
        return change.guess ? tr("%1?", "a guess").arg(kindText(change.kind)) : kindText(change.kind);
    case ChangeColumn: {
        QString &text = m_rows[index.row()].text;
        if (text.isNull())
            text = changeText(change);
        return text;
    }
    default:
        return {};
    }
}

QVariant KeyChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KeyColumn:
        return tr("Key");
    case KindColumn:
        return tr("What");
    case ChangeColumn:
        return tr("Value");
    default:
        return {};
    }
}

} // namespace Studio
