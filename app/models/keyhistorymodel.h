// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historyentry.h"

#include <QAbstractTableModel>

namespace Studio
{

class HistoryReader;

/// What was recorded of one key, newest first: rows come page by page as the view asks for them.
class KeyHistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Kind, Size, Value, ColumnCount };

    KeyHistoryModel(HistoryReader &reader, QByteArray key, QObject *parent = nullptr);

    const QByteArray &key() const { return m_key; }
    /// nullptr where there is none.
    const HistoryEntry *entryAt(int row) const;
    /// The row that says what the key held at `at`, as far as rows are here; -1 = none.
    int rowOfMoment(qint64 at) const;
    /// Whether the first page has come.
    bool isReady() const { return m_isReady; }
    /// Reads the newest rows again.
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// The word for a kind: "patched".
    static QString kindText(HistoryKind kind);
    /// A moment with date and milliseconds.
    static QString momentText(qint64 at);

signals:
    void ready();

private:
    void take(const HistoryPage &page);

    HistoryReader &m_reader;
    const QByteArray m_key;
    QList<HistoryEntry> m_entries;
    qint64 m_next = 0;
    bool m_isReady = false;
    bool m_isAsking = false;
};

} // namespace Studio
