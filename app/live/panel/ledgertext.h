// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Studio
{

struct LiveLedger;

/// The sum that proves that nothing was lost on the way to the screen: "received 18,204 = shown 18,204 · 0
/// lost". Parts that are zero are left out. `downSince` in ms since 1970: while the line is down that stands
/// in the end instead.
QString ledgerText(const LiveLedger &ledger, qint64 downSince = 0);

/// The same with each part explained, for the tooltip.
QString ledgerExplanation(const LiveLedger &ledger);

} // namespace Studio
