// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/tour.h"

namespace Studio
{

// Scenes that stand in files of their own. Each says in tourScenes() where it belongs: it begins where the
// one before has ended.

/// Some writes, one refused, one undone, and the journal with the values of one of them.
TourScene journalScene(TourStage &stage);

/// A JSON Schema: the dialog, completion, and what it says against a record.
QList<TourScene> schemaScenes(const TourStage &stage);

/// The difference of an edit, and a conflict; the tab of a record is open before them.
QList<TourScene> differenceScenes(const TourStage &stage);
/// A counter; then, in the tab of the record that was open before, the preview of a patch.
QList<TourScene> saveScenes(const TourStage &stage);

/// Who changes most, changes by key, a filter of several parts, the stream; it is paused in the end.
QList<TourScene> streamScenes(TourStage &stage);
QList<TourScene> timeTravelScenes(TourStage &stage);

/// A dashboard with every kind of tile, alerts, a chart that is zoomed in, and the editor of a tile. Behind
/// all others: it starts the demo server again and hides the docks.
QList<TourScene> dashboardScenes(TourStage &stage);

/// A value decoded; then, in the tab of the record that was open before, a text with an error, and its bytes.
QList<TourScene> valueScenes(TourStage &stage);

/// After the line was lost: what changed meanwhile, a pattern being tested, and "view as token".
QList<TourScene> watchScenes(const TourStage &stage);

} // namespace Studio
