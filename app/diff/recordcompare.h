// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/diffside.h"
#include "editor/recordbanner.h"

#include <QObject>

#include <memory>

class QStackedWidget;
class QWidget;

namespace Studio
{

struct AppContext;
class ConflictView;
class DiffView;
class JsonEditor;
class RecordController;
class Session;

/// What a record tab shows in place of its editor: the difference of what was read, edited and stored, and
/// the three sides of a conflict. Installs the commands record.compareStored and record.merge for the tab.
class RecordCompare : public QObject
{
    Q_OBJECT

public:
    /// `pages`: its first page is the editor. `tab`: the place of the commands, parent of this.
    RecordCompare(AppContext &app, Session &session, RecordController &controller, JsonEditor &editor,
                  QStackedWidget &pages, QWidget *tab);
    ~RecordCompare() override;

    /// What the banner of a change elsewhere offers first and last.
    RecordBanner::Answer differenceAnswer();
    RecordBanner::Answer mergeAnswer();

    void showDifference();
    void showMerge();
    /// Back to the editor.
    void close();
    bool isShown() const;
    /// The controller or the text changed: what is shown follows, and ends with the conflict that it is
    /// about.
    void refresh();

    DiffView &difference();
    ConflictView &conflict();

signals:
    /// The merged text stands in the editor and is to be saved.
    void saveRequested();
    /// Another page is shown.
    void pageChanged();
    /// The value of another key is to be a side, too: `take` gets it, if one is chosen.
    void otherKeyWanted(const Studio::TakeSide &take);

private:
    void addPage(QWidget *page);
    void addKey(bool isAfter, const DiffSide &side);
    void useResult(bool saves);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
