// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace Studio
{

enum class JsonLikeness {
    Same, ///< no difference in the sense of jsonChanges()
    OtherValues, ///< the same members in the same order, down to the last object; some values differ
    Unlike ///< neither, or it would take a closer look to tell
};

/// How alike two JSON objects are, in one pass over both. What streams in is like what was there before, as a
/// rule, and then this spares trees of both: if no member of `after` is null, setting it and merging it come
/// to the same. Where a null stands in `after`, where a name occurs twice or holds an escape, where there are
/// very many names, and where either is no JSON object, the answer is Unlike. Any thread.
JsonLikeness jsonLikeness(QByteArrayView before, QByteArrayView after);

} // namespace Studio
