// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsoncondition.h"
#include "json/jsonpicker.h"

#include <QRegularExpression>

#include <vector>

namespace Studio
{

/// A condition ready to be carried out, in the order of its steps; inside jsoncondition*.cpp only.
struct JsonCondition::Program {
    enum class Action : quint8 {
        IsSet, ///< these test a place …
        Exists,
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Contains,
        Matches,
        Not, ///< … these work on results of earlier steps
        And,
        Or
    };
    struct Step {
        Action action = Action::IsSet;
        int place = -1; ///< in `pointers`
        JsonTokenKind kind = JsonTokenKind::Null; ///< of the literal
        QByteArray literal; ///< source of a number, text of a string without escapes
        QRegularExpression expression;
        int left = -1; ///< steps
        int right = -1;
    };

    std::vector<Step> steps;
    int root = -1;
    QList<QByteArray> pointers;
    JsonPicker picker;
    bool needsSomething = false; ///< cannot be fulfilled while nothing that is named is there

    bool holds(int step, QByteArrayView text, const std::vector<JsonPick> &picks) const;
};

} // namespace Studio
