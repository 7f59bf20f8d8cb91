// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace Studio::Literals
{

// UTF-8 text as literals of other languages. What would not be seen as what it is (control characters,
// direction marks, line separators) is escaped, so that code that was pasted shows what it does. Pure, any
// thread.

/// A JSON string, quotes included.
QByteArray json(const QByteArray &utf8);
/// A JavaScript string in single quotes.
QByteArray javaScript(const QByteArray &utf8);
/// A C++ string literal of the same bytes: everything that is not printable ASCII as three octal digits,
/// which end where they end whatever follows. NUL stays inside: take it with its size.
QByteArray cpp(const QByteArray &bytes);
/// One word for a POSIX shell. NUL cannot be in such a word; callers keep it out.
QByteArray shell(const QByteArray &text);
/// For one part of a URL's path.
QByteArray urlPart(const QByteArray &utf8);

} // namespace Studio::Literals
