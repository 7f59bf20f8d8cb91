// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>

#include <optional>

namespace Studio
{

/// Names a draft without its texts.
struct DraftInfo {
    QString id; ///< a UUID; empty = none
    QString profileId;
    QByteArray key; ///< of a new record: as typed so far, may be empty
    bool isNew = false; ///< of a record that was not in the store yet
    qint64 at = 0; ///< ms since 1970 of the last change
    bool operator==(const DraftInfo &) const = default;
};

/// An edit that is not saved, as it is written aside.
struct Draft {
    DraftInfo info;
    std::optional<QByteArray> base; ///< the value that the edit began from; nothing = there was no such key
    QByteArray text;
    bool operator==(const Draft &) const = default;
};

} // namespace Studio
