// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/branchviews.h"

#include "shell/settings.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Studio
{

namespace
{

// One entry: profile, branch in Base64 (it may be any bytes), view. The latest stand at the end.
enum Field { ProfileField, BranchField, ViewField, FieldCount };

QJsonArray load(const Settings &settings)
{
    return QJsonDocument::fromJson(settings.value(Key::BranchViews).toUtf8()).array();
}

bool isOf(const QJsonArray &entry, const QString &profile, const QString &branch)
{
    return entry.size() == FieldCount && entry[ProfileField].toString() == profile
        && entry[BranchField].toString() == branch;
}

QString coded(const QByteArray &branch)
{
    return QString::fromLatin1(branch.toBase64());
}

} // namespace

void BranchViews::remember(const QString &profile, const QByteArray &branch, const QString &view)
{
    if (!m_settings.value(Key::KeepRecentKeys))
        return;
    const QString code = coded(branch);
    QJsonArray kept;
    const QJsonArray entries = load(m_settings);
    for (const auto &entry : entries) {
        if (!isOf(entry.toArray(), profile, code))
            kept.append(entry);
    }
    while (kept.size() >= mostBranches)
        kept.removeFirst();
    kept.append(QJsonArray{profile, code, view});
    m_settings.setValue(Key::BranchViews,
                        QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
}

QString BranchViews::recall(const QString &profile, QByteArray branch,
                            const QList<QByteArray> &separators) const
{
    const QJsonArray entries = load(m_settings);
    for (;; branch = branchOf(branch, separators)) {
        const QString code = coded(branch);
        for (const auto &entry : entries) {
            if (isOf(entry.toArray(), profile, code))
                return entry.toArray()[ViewField].toString();
        }
        if (branch.isEmpty())
            return {};
    }
}

QByteArray BranchViews::branchOf(const QByteArray &key, const QList<QByteArray> &separators)
{
    qsizetype end = 0;
    for (const QByteArray &separator : separators) {
        if (separator.isEmpty())
            continue;
        qsizetype at = key.lastIndexOf(separator);
        if (at >= 0 && at + separator.size() == key.size()) // a branch: the one around it
            at = at > 0 ? key.lastIndexOf(separator, at - 1) : -1;
        if (at >= 0)
            end = std::max(end, at + separator.size());
    }
    return key.left(end);
}

} // namespace Studio
