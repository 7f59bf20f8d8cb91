// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/tourscenes.h"

#include "diff/conflictview.h"
#include "diff/diffview.h"
#include "diff/recordcompare.h"
#include "editor/jsoneditor.h"
#include "editor/recordcontroller.h"
#include "editor/recordtab.h"
#include "session/demoserver.h"
#include "session/sessionmanager.h"
#include "shell/commandregistry.h"
#include "shell/mainwindow.h"
#include "shell/sessionpage.h"
#include "shell/workbench.h"

#include <hpkv/emulator/server.h>

#include <QCoreApplication>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::Tour)
};

RecordTab *recordOf(const TourStage &stage)
{
    const SessionPage *page = stage.window.currentPage();
    return page ? page->currentRecord() : nullptr;
}

RecordCompare *compareOf(const TourStage &stage)
{
    const RecordTab *tab = recordOf(stage);
    return tab ? tab->findChild<RecordCompare *>() : nullptr;
}

} // namespace

QList<TourScene> differenceScenes(const TourStage &stage)
{
    const auto edit = [stage] {
        RecordTab *tab = recordOf(stage);
        tab->discard();
        QByteArray text = tab->editor().bytes();
        text.replace("\"qty\": 4", "\"qty\": 6").replace("747.00", "762.00");
        text.replace("\"note\": null", "\"note\": \"Call before delivery\"");
        tab->editor().updateBytes(text, false, true);
    };
    const auto trigger = [stage](const char *id) {
        return [stage, id] { stage.workbench.context().commands.trigger(QString::fromLatin1(id)); };
    };
    // Another program ships the order, and counts otherwise.
    const auto write = [stage] {
        const RecordTab *tab = recordOf(stage);
        QByteArray text = tab->controller().base();
        text.replace("747.00", "742.00").replace("\"paypal\"", "\"invoice\"");
        text.replace("\"note\": null", "\"note\": null,\n  \"carrier\": \"Nordpost\"");
        stage.workbench.sessions().demo()->server().put(tab->key().toStdString(), text.toStdString());
    };
    const auto isCompared = [stage] {
        RecordCompare *compare = compareOf(stage);
        return compare && compare->isShown() && !compare->difference().isWorking();
    };
    const auto isMet = [stage] {
        const RecordTab *tab = recordOf(stage);
        return tab && tab->controller().trouble() == RecordController::Trouble::ChangedElsewhere;
    };
    const auto isMerged = [stage] {
        RecordCompare *compare = compareOf(stage);
        return compare && compare->isShown() && !compare->conflict().isWorking()
            && compare->conflict().openCount() == 1;
    };
    return {
        {QStringLiteral("difference"),
         {{Text::tr("the record is edited"), edit, [stage] { return recordOf(stage)->isDirty(); }},
          {Text::tr("the difference is shown"), trigger("record.compareStored"), isCompared}},
         {},
         {}},
        {QStringLiteral("conflict"),
         {{Text::tr("another writer changed the record"), write, isMet},
          {Text::tr("the three sides are shown"), trigger("record.merge"), isMerged}},
         {},
         {}},
    };
}

} // namespace Studio
