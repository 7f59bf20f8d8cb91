// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editor/savemode.h"
#include "editor/savepreview.h"

#include <QByteArray>
#include <QString>

namespace Studio
{

struct SavePlan;

/// The sentences around saving, apart from where they stand.
namespace SaveTexts
{

/// One word for the button: "Replace".
QString mode(SaveMode mode);
/// What the mode does, for its tooltip.
QString modeTip(SaveMode mode);
/// What a patch or an append sends and what is to be known about it, or why it cannot be. Without answers.
SavePreview::Content preview(const SavePlan &plan, const QByteArray &base);
/// "1,204 bytes too long"; empty where `limit` is not known or holds.
QString excess(qint64 size, qint64 limit);

} // namespace SaveTexts

} // namespace Studio
