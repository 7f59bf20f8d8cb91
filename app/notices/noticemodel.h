// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>

namespace Studio
{

class NoticeCenter;

/// The notices as a list, newest first.
class NoticeModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        SeverityRole, ///< int of Severity
        TextRole,
        DetailsRole,
        ContextRole,
        ActionCommandRole,
        ActionTextRole,
        TimeRole, ///< qint64, ms since 1970
        CountRole,
    };

    /// `center` outlives the model.
    explicit NoticeModel(NoticeCenter &center, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole is the title, with "(3 times)" where it was raised more than once.
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    int rowOf(int index) const;

    NoticeCenter &m_center;
    int m_count = 0;
};

} // namespace Studio
