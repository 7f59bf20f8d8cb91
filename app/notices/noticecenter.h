// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "notices/notice.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace Studio
{

/// All that is to be said at the moment. Banner, status bar and list are views of it. Window's thread.
class NoticeCenter : public QObject
{
    Q_OBJECT

public:
    explicit NoticeCenter(QObject *parent = nullptr);
    ~NoticeCenter() override;

    /// In the order in which they were first raised.
    const QList<Notice> &notices() const { return m_notices; }
    std::optional<Notice> notice(const QString &id) const;
    /// The most severe, among equals the newest, of those that belong to one of `contexts`.
    std::optional<Notice> mostImportant(const QStringList &contexts) const;

    /// Shows it, or replaces the notice with the same id: then its count grows by one. Without `at` it is
    /// now. An empty id is given one.
    void raise(Notice notice);
    /// The cause is mended, or the person closed it. Does nothing when there is none.
    void clear(const QString &id);
    /// All whose context is `context` or lies below it ("session/ID" also clears "session/ID/…").
    void clearContext(const QString &context);
    void clearAll();

signals:
    void added(int index);
    void updated(int index);
    void aboutToRemove(int index);
    void removed(int index, const QString &id);
    /// After each of the above.
    void changed();

private:
    int indexOf(const QString &id) const;
    void removeAt(int index);

    QList<Notice> m_notices;
    quint64 m_nextId = 0;
};

} // namespace Studio
