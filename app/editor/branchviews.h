// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Studio
{

class Settings;

/// In which view the records of a branch were looked at last, for each profile. Kept with the settings, the
/// latest branches only, and not at all where recent keys are not kept: a branch is a part of a key.
class BranchViews
{
public:
    static constexpr qsizetype mostBranches = 200;

    explicit BranchViews(Settings &settings)
        : m_settings(settings)
    {
    }

    /// `view` is a word of the caller's.
    void remember(const QString &profile, const QByteArray &branch, const QString &view);
    /// Of this very branch, else of the nearest one around it.
    QString recall(const QString &profile, QByteArray branch, const QList<QByteArray> &separators) const;

    /// Up to the last separator that stands before something; empty for a key of the root.
    static QByteArray branchOf(const QByteArray &key, const QList<QByteArray> &separators);

private:
    Settings &m_settings;
};

} // namespace Studio
