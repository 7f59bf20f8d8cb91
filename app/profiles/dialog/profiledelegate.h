// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"

#include <QStyledItemDelegate>

namespace Studio
{

class Theme;

/// A saved connection as two lines: colour and name, then host and safety level; when it was last opened
/// stands at the end. Reads ProfileRole.
class ProfileDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int ProfileRole = Qt::UserRole + 1; ///< a Studio::Profile

    explicit ProfileDelegate(Theme &theme, QObject *parent = nullptr);

    static QString safetyName(SafetyLevel level);
    /// "api-eu-1.hpkv.io · read-only".
    static QString summary(const Profile &profile);
    /// "opened 2 h ago", "opened yesterday", "opened on 12 November", "never opened"; times in ms since 1970.
    static QString openedText(qint64 lastOpened, qint64 now);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

} // namespace Studio
