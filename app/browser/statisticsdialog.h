// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keystatistics.h"

#include <QDialog>

#include <memory>

namespace Studio
{

struct AppContext;
class KeyActions;
class Session;

/// What a selection of keys is like: how many, how large, of which types, which are the biggest. Counts what
/// is known at once, says what that is based on, and offers to read the rest.
class StatisticsDialog : public QDialog
{
    Q_OBJECT

public:
    StatisticsDialog(AppContext &app, Session &session, KeyActions &actions, KeySelection selection,
                     QWidget *parent = nullptr);
    ~StatisticsDialog() override;

    /// What is shown; empty while it is counted for the first time.
    const std::optional<KeyStatistics> &statistics() const;
    /// On what the figures are based, as it is shown.
    QString basis() const;
    /// Reads what is missing, in the background lane.
    void readAll();
    bool isReading() const;

signals:
    /// The figures are new.
    void counted();

private:
    void schedule();
    void count();
    void showFigures(const KeyStatistics &statistics);
    void showBasis();
    void stop();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
