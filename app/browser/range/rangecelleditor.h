// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/range/rangeedit.h"

#include <QObject>

class QModelIndex;

namespace Studio
{

class RangeModel;
class RangeTable;
class RecordBanner;
class Session;

/// Leads a person through changing a cell in place: opens the field over it, asks where the profile wants
/// that, and says how it ended.
class RangeCellEditor : public QObject
{
    Q_OBJECT

public:
    RangeCellEditor(Session &session, RangeModel &model, RangeTable &table, RecordBanner &banner,
                    QObject *parent = nullptr);

    bool canBegin(const QModelIndex &index) const;
    void begin(const QModelIndex &index);

signals:
    /// The cell can only be changed in its record.
    void openRequested(const QByteArray &key);

private:
    void openField(const QByteArray &key, int column);
    void offerRecord(const QByteArray &key, const QString &reason);
    void commit(const QByteArray &key, int column, const QString &text);
    void ask(const QByteArray &key, int column, const QString &text, const QByteArray &after);
    void write(const QByteArray &key, const QByteArray &after, bool confirmed);
    void ended();

    Session &m_session;
    RangeModel &m_model;
    RangeTable &m_table;
    RecordBanner &m_banner;
    RangeEdit *m_edit;
    QByteArray m_before; ///< the value that the open field was filled from
};

} // namespace Studio
