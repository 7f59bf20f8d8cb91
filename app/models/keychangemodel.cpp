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
        while (row < m_rows.size() && m_rows.at(row).key < change.key) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
        if (row >= m_rows.size() || m_rows.at(row).key != change.key) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, change);
            endInsertRows();
        } else if (m_rows.at(row) != change) {
            m_rows[row] = change;
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
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
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
    const KeyChange &change = m_rows.at(index.row());
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
        const QString before = change.hasBefore ? valueShape(change.before, MostCharacters) : tr("not known");
        const QString after = change.hasAfter ? valueShape(change.after, MostCharacters) : tr("not known");
        switch (change.kind) {
        case KeyChange::Kind::Created:
            return after;
        case KeyChange::Kind::Removed:
            return before;
        case KeyChange::Kind::Changed:
            return tr("%1 → %2").arg(before, after);
        }
        return {};
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
