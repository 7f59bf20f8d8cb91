// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/difference.h"
#include "diff/diffside.h"

#include <QList>
#include <QWidget>

#include <memory>

namespace Studio
{

struct AppContext;
class DiffPane;

/// What two values differ in, side by side or in one, by member or by line. It is worked out on a thread of
/// its own and can be cancelled. Installs the handlers of the commands diff.… for itself. Window's thread.
class DiffView : public QWidget
{
    Q_OBJECT

public:
    explicit DiffView(AppContext &app, QWidget *parent = nullptr);
    ~DiffView() override;

    /// Values that can be compared, and which two of them are (indices). With the same titles as before it is
    /// an update: the place, the two that were chosen and the form stay. With others, what was chosen by hand
    /// stays, too, where it is still there.
    void setSides(const QList<DiffSide> &sides, int before, int after);
    /// As if `side` (an index) had been chosen for the left or the right.
    void choose(bool isAfter, int side);
    /// Whether the choices end with "Another key…".
    void setOffersOtherKey(bool offers);
    const DiffSide &before() const;
    const DiffSide &after() const;

    void setForm(DiffForm form);
    void setInline(bool isInline);
    bool isInline() const;
    void swap();
    void goToNext();
    void goToPrevious();
    void copyDifference() const;

    bool isWorking() const;
    void cancel();
    /// The last result.
    const Difference &difference() const;
    /// Of difference().changes; -1 = none.
    int currentChange() const;
    /// "3 changes", or what is to be said instead; empty while it is being worked out.
    QString stateText() const;
    /// The panes that are shown: two, or one when both are in one.
    QList<DiffPane *> panes() const;

signals:
    /// A result is shown, or it was cancelled.
    void finished();
    /// "Another key…" was chosen for the left or the right.
    void otherKeyWanted(bool isAfter);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
