// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "notices/notice.h"

#include <QString>

namespace Studio
{

class RangeModel;
class RangeReading;
class Session;

/// What has to be said of a range beside its rows.
struct RangeRemark {
    enum class Way : quint8 { None, ReadAgain, Reconnect };

    Severity severity = Severity::Info;
    QString title; ///< empty: there is nothing to say
    QString text;
    Way way = Way::None; ///< what can be done about it

    bool isEmpty() const { return title.isEmpty(); }
    /// The word on the button.
    QString wayText() const;

    /// Above the rows.
    static RangeRemark above(const RangeModel &model, const RangeReading &reading, const Session &session);
    /// In the place of the rows; empty where the rows are to be seen.
    static RangeRemark instead(const RangeModel &model, const RangeReading &reading, const Session &session);
};

} // namespace Studio
