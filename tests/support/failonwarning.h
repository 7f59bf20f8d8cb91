// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QRegularExpression>
#include <QTest>

namespace TestSupport
{

/// Call it in each init(): any warning that the test did not announce fails it. What the offscreen
/// platform itself says it cannot do is let through.
inline void failOnUnannouncedWarning()
{
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral("^(?!.*(This plugin does not support|XDG_RUNTIME_DIR)).*"),
                           QRegularExpression::DotMatchesEverythingOption));
}

} // namespace TestSupport
