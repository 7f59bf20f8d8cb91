// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkvqt/enums.h>
#include <hpkvqt/version.h>

namespace Hpkv
{

const char *version()
{
    return HPKVQT_VERSION_STRING;
}

} // namespace Hpkv
