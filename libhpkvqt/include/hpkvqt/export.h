// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

/// \file
/// What the library exports.

/// Marks what the shared library offers. Programs that link the static library get
/// HPKVQT_STATIC from its CMake target or its pkg-config file.
#if defined(HPKVQT_STATIC)
#define HPKVQT_EXPORT
#elif defined(HPKVQT_BUILDING)
#define HPKVQT_EXPORT Q_DECL_EXPORT
#else
#define HPKVQT_EXPORT Q_DECL_IMPORT
#endif
