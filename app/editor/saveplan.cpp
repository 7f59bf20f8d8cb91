// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/saveplan.h"

#include "json/jsondiff.h"
#include "json/jsonscanner.h"

#include <limits>

namespace Studio
{

namespace
{

void planPatch(SavePlan &plan, const QByteArray &base, const QByteArray &text)
{
    plan.write.kind = WriteKind::Patch;
    const std::optional<MergePatch> patch = mergePatchBetween(base, text);
    if (!patch || !isJsonObject(base) || !isJsonObject(text)) {
        plan.obstacle = SavePlan::Obstacle::NotObjects;
        return;
    }
    plan.patch = *patch;
    plan.write.value = patch->patch;
    if (patch->isEmpty())
        plan.obstacle = SavePlan::Obstacle::Nothing;
}

void planAppend(SavePlan &plan, const QByteArray &base, const QByteArray &text)
{
    plan.write.kind = WriteKind::Append;
    if (!text.startsWith(base) || text.size() == base.size()) {
        plan.obstacle = SavePlan::Obstacle::NotAtEnd;
        return;
    }
    plan.write.value = text.sliced(base.size());
    if (isJsonObject(base) && isJsonObject(plan.write.value))
        plan.obstacle = SavePlan::Obstacle::WouldMerge;
    else
        plan.isUncertain = !validateJson(base) && !validateJson(plan.write.value);
}

} // namespace

SavePlan planSave(SaveMode mode, const QByteArray &base, const QByteArray &text)
{
    SavePlan plan;
    plan.mode = mode;
    plan.write.text = text;
    switch (mode) {
    case SaveMode::Replace:
        plan.write.value = text;
        break;
    case SaveMode::Patch:
        planPatch(plan, base, text);
        break;
    case SaveMode::Append:
        planAppend(plan, base, text);
        break;
    }
    return plan;
}

bool showsEffect(const WriteRequest &request, const QByteArray &base, const std::optional<QByteArray> &value)
{
    if (request.kind == WriteKind::Delete)
        return !value;
    if (!value)
        return false;
    switch (request.kind) {
    case WriteKind::Replace:
        return *value == request.value;
    case WriteKind::Append:
        return *value == base + request.value;
    case WriteKind::Increment: {
        const std::optional<qint64> before = counterValue(base);
        const std::optional<qint64> after = before ? counterSum(*before, request.delta) : std::nullopt;
        return after && *value == QByteArray::number(*after);
    }
    case WriteKind::Patch: {
        // Merged already: merging once more changes nothing.
        const std::optional<QByteArray> again = applyMergePatch(*value, request.value);
        return again && jsonChanges(*value, *again, 1).isEmpty();
    }
    case WriteKind::Delete:
        break;
    }
    return false;
}

std::optional<qint64> counterValue(const QByteArray &value)
{
    constexpr qsizetype longest = 20; // "-9223372036854775808"
    bool isNumber = false;
    const qint64 number = value.size() <= longest ? value.toLongLong(&isNumber) : 0;
    return isNumber && QByteArray::number(number) == value ? std::optional(number) : std::nullopt;
}

std::optional<qint64> counterSum(qint64 a, qint64 b)
{
    using Limits = std::numeric_limits<qint64>;
    const bool fits = b >= 0 ? a <= Limits::max() - b : a >= Limits::min() - b;
    return fits ? std::optional(a + b) : std::nullopt;
}

std::optional<qint64> counterStep(qint64 from, qint64 to)
{
    // Without signs no difference overflows.
    const quint64 distance = to >= from ? quint64(to) - quint64(from) : quint64(from) - quint64(to);
    if (distance > quint64(MaxCounterStep))
        return {};
    return to >= from ? qint64(distance) : -qint64(distance);
}

} // namespace Studio
