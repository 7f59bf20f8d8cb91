// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/importrequest.h"

#include <QAbstractTableModel>

#include <optional>

namespace Studio
{

/// What a dry run found, one record a row; all of them, or those of one fate.
class ImportEntryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { FateColumn, KeyColumn, LineColumn, WhyColumn, ColumnCount };

    explicit ImportEntryModel(QObject *parent = nullptr);

    void setEntries(const QList<ImportEntry> &entries);
    /// Nothing: all.
    void setFate(std::optional<ImportFate> fate);
    std::optional<ImportFate> fate() const { return m_fate; }

    static QString fateName(ImportFate fate);
    /// "12 created"
    static QString countText(ImportFate fate, int count);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void fill();

    QList<ImportEntry> m_entries;
    QList<qsizetype> m_rows; ///< indexes into m_entries
    std::optional<ImportFate> m_fate;
};

} // namespace Studio
