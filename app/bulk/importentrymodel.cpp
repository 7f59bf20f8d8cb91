// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/importentrymodel.h"

#include "models/keytext.h"

#include <QLocale>

namespace Studio
{

ImportEntryModel::ImportEntryModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ImportEntryModel::setEntries(const QList<ImportEntry> &entries)
{
    beginResetModel();
    m_entries = entries;
    fill();
    endResetModel();
}

void ImportEntryModel::setFate(std::optional<ImportFate> fate)
{
    if (fate == m_fate)
        return;
    beginResetModel();
    m_fate = fate;
    fill();
    endResetModel();
}

void ImportEntryModel::fill()
{
    m_rows.clear();
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (!m_fate || m_entries.at(i).fate == *m_fate)
            m_rows.append(i);
    }
}

QString ImportEntryModel::fateName(ImportFate fate)
{
    switch (fate) {
    case ImportFate::Created:
        return tr("created");
    case ImportFate::Replaced:
        return tr("replaced");
    case ImportFate::Patched:
        return tr("patched");
    case ImportFate::Same:
        return tr("the same already");
    case ImportFate::LeftAlone:
        return tr("left alone");
    case ImportFate::Refused:
        return tr("refused");
    case ImportFate::Unknown:
        return tr("unknown");
    }
    return {};
}

QString ImportEntryModel::countText(ImportFate fate, int count)
{
    switch (fate) {
    case ImportFate::Created:
        return tr("%Ln created", nullptr, count);
    case ImportFate::Replaced:
        return tr("%Ln replaced", nullptr, count);
    case ImportFate::Patched:
        return tr("%Ln patched", nullptr, count);
    case ImportFate::Same:
        return tr("%Ln the same already", nullptr, count);
    case ImportFate::LeftAlone:
        return tr("%Ln left alone", nullptr, count);
    case ImportFate::Refused:
        return tr("%Ln refused", nullptr, count);
    case ImportFate::Unknown:
        return tr("%Ln unknown", nullptr, count);
    }
    return {};
}

int ImportEntryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ImportEntryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportEntryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportEntry &entry = m_entries.at(m_rows.at(index.row()));
    if (role == Qt::TextAlignmentRole && index.column() == LineColumn)
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case FateColumn:
        return fateName(entry.fate);
    case KeyColumn: {
        const QString key = KeyText::display(entry.key);
        return role == Qt::ToolTipRole ? key.toHtmlEscaped() : key;
    }
    case LineColumn:
        return entry.line > 0 ? QLocale().toString(entry.line) : QString();
    case WhyColumn:
        return role == Qt::ToolTipRole ? entry.why.toHtmlEscaped() : entry.why;
    default:
        return {};
    }
}

QVariant ImportEntryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == LineColumn)
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FateColumn:
        return tr("Would be");
    case KeyColumn:
        return tr("Key");
    case LineColumn:
        return tr("Line");
    case WhyColumn:
        return tr("Reason");
    default:
        return {};
    }
}

} // namespace Studio
