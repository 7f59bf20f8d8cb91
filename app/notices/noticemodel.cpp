// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notices/noticemodel.h"

#include "notices/noticecenter.h"

namespace Studio
{

NoticeModel::NoticeModel(NoticeCenter &center, QObject *parent)
    : QAbstractListModel(parent)
    , m_center(center)
    , m_count(int(center.notices().size()))
{
    // The center says "added" when the notice is there already; the model counts for itself, so that views
    // see the number of rows change between begin and end only.
    connect(&center, &NoticeCenter::added, this, [this](int index) {
        const int row = m_count - index;
        beginInsertRows({}, row, row);
        ++m_count;
        endInsertRows();
    });
    connect(&center, &NoticeCenter::updated, this, [this](int index) {
        const QModelIndex at = this->index(rowOf(index));
        emit dataChanged(at, at);
    });
    connect(&center, &NoticeCenter::aboutToRemove, this, [this](int index) {
        const int row = rowOf(index);
        beginRemoveRows({}, row, row);
    });
    connect(&center, &NoticeCenter::removed, this, [this] {
        --m_count;
        endRemoveRows();
    });
}

int NoticeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant NoticeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Notice &notice = m_center.notices().at(m_count - 1 - index.row());
    switch (role) {
    case Qt::DisplayRole:
        return notice.count > 1 ? tr("%1 (%n times)", nullptr, notice.count).arg(notice.title) : notice.title;
    case IdRole:
        return notice.id;
    case SeverityRole:
        return int(notice.severity);
    case TextRole:
        return notice.text;
    case DetailsRole:
        return notice.details;
    case ContextRole:
        return notice.context;
    case ActionCommandRole:
        return notice.actionCommand;
    case ActionTextRole:
        return notice.actionText;
    case TimeRole:
        return notice.at;
    case CountRole:
        return notice.count;
    default:
        return {};
    }
}

QHash<int, QByteArray> NoticeModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({{IdRole, "noticeId"},
                  {SeverityRole, "severity"},
                  {TextRole, "text"},
                  {DetailsRole, "details"},
                  {ContextRole, "context"},
                  {ActionCommandRole, "actionCommand"},
                  {ActionTextRole, "actionText"},
                  {TimeRole, "time"},
                  {CountRole, "count"}});
    return names;
}

int NoticeModel::rowOf(int index) const
{
    return m_count - 1 - index;
}

} // namespace Studio
