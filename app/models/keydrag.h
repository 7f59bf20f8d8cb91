// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

class QMimeData;

namespace Studio::KeyDrag
{

/// What is dragged out of the key tree.
struct Keys {
    QList<QByteArray> keys; ///< UTF-8
    QList<QByteArray> prefixes;
};

/// The type of such data.
QString type();
bool has(const QMimeData &mime);
Keys read(const QMimeData &mime);
/// Also as text, a key a line. The caller owns it.
QMimeData *make(const Keys &keys);

} // namespace Studio::KeyDrag
