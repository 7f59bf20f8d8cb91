// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace Studio
{

/// Sentences about files of records share one translation context.
struct ReaderTexts {
    Q_DECLARE_TR_FUNCTIONS(RecordReader)
};

} // namespace Studio
