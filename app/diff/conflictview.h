// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/threeway.h"

#include <QWidget>

#include <memory>

class QPushButton;
class QTreeWidget;

namespace Studio
{

struct AppContext;
class DiffPane;

/// Three sides of one record: as read, mine, theirs; what becomes of each place that differs; and the result
/// exactly as it would be saved. Where both changed the same place the person chooses, one by one. Worked out
/// on a thread of its own. Installs diff.next and diff.previous for itself: to the places without a choice.
class ConflictView : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictView(AppContext &app, QWidget *parent = nullptr);
    ~ConflictView() override;

    /// With other values choices stay where both still disagree in the same way.
    void setInput(const ThreeWayInput &input);
    const ThreeWayInput &input() const;

    bool isWorking() const;
    /// Without a choice; nothing is to be saved while there is one.
    int openCount() const;
    bool isSettled() const { return !isWorking() && openCount() == 0; }
    /// The merged text; good once it is settled.
    const QByteArray &result() const;
    /// Row of choices().
    void choose(int row, MergeSide side);
    void chooseAll(MergeSide side);
    /// "2 places merged by themselves, 1 needs your choice."
    QString stateText() const;

    QTreeWidget *choices() const;
    /// As read, mine, theirs, result.
    DiffPane *pane(int index) const;
    QPushButton *useButton() const;
    QPushButton *saveButton() const;

signals:
    /// Another result is shown, or another choice was made.
    void changed();
    /// The result is to go into the editor; and, with `saves`, into the store.
    void useRequested(bool saves);
    void backRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
