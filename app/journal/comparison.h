// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Studio
{

/// Two values to be shown against each other.
struct Comparison {
    QByteArray key;
    QString leftTitle;
    std::optional<QByteArray> left; ///< empty: there was nothing
    QString rightTitle;
    std::optional<QByteArray> right;
};

} // namespace Studio
