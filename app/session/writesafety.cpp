// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/writesafety.h"

#include <QCoreApplication>

namespace Studio
{

std::optional<Hpkv::Error> refusedBySafety(SafetyLevel level, const WriteRequest &request)
{
    switch (level) {
    case SafetyLevel::Free:
        return {};
    case SafetyLevel::Confirm:
        if (request.confirmed)
            return {};
        return Hpkv::Error{Hpkv::ErrorKind::AccessDenied,
                           QCoreApplication::translate("Session", "This connection asks before each write.")};
    case SafetyLevel::ReadOnly:
        break;
    }
    return Hpkv::Error{Hpkv::ErrorKind::AccessDenied,
                       QCoreApplication::translate("Session", "This connection is read-only.")};
}

} // namespace Studio
