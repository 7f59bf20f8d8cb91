// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/tourscenes.h"

#include "editor/counterview.h"
#include "editor/jsoneditor.h"
#include "editor/recordbars.h"
#include "editor/recordcontroller.h"
#include "editor/recordtab.h"
#include "editor/savepreview.h"
#include "session/demoserver.h"
#include "session/sessionmanager.h"
#include "shell/commandregistry.h"
#include "shell/mainwindow.h"
#include "shell/sessionpage.h"
#include "shell/workbench.h"

#include <hpkv/emulator/server.h>

#include <QCoreApplication>
#include <QLineEdit>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::Tour)
};

const auto CounterKey = QByteArrayLiteral("stats:visits:2024");

RecordTab *tabOf(const TourStage &stage)
{
    return stage.window.currentPage() ? stage.window.currentPage()->currentRecord() : nullptr;
}

TourScene counterScene(const TourStage &stage)
{
    const auto open = [stage] {
        tabOf(stage)->discard();
        stage.workbench.sessions().demo()->server().put(CounterKey.toStdString(), "48213");
        stage.window.currentPage()->openKey(CounterKey, true);
    };
    const auto isOpen = [stage] {
        const RecordTab *tab = tabOf(stage);
        return tab && tab->key() == CounterKey && tab->controller().isLive()
            && tab->findChild<CounterView *>()->isVisible();
    };
    const auto fill = [stage] {
        auto *counter = tabOf(stage)->findChild<CounterView *>();
        counter->findChild<QLineEdit *>(QStringLiteral("counterStep"))->setText(QStringLiteral("5"));
        auto *target = counter->findChild<QLineEdit *>(QStringLiteral("counterTarget"));
        target->setText(QStringLiteral("50000"));
        target->setFocus();
    };
    return {QStringLiteral("counter"),
            {{Text::tr("the counter is shown"), open, isOpen}, {{}, fill, {}}},
            {},
            {}};
}

TourScene patchScene(const TourStage &stage)
{
    const auto edit = [stage] {
        stage.window.currentPage()->closeCurrentTab();
        RecordTab *tab = tabOf(stage);
        emit tab->findChild<RecordViewBar *>()->viewChosen(RecordViewBar::View::Json);
        stage.workbench.context().commands.trigger(QStringLiteral("record.savePatch"));
        QByteArray text = tab->editor().bytes();
        text.replace("\"qty\": 3", "\"qty\": 4");
        text.replace("\"vip\": true", "\"vip\": false");
        text.replace("\"note\": null", "\"note\": \"\"");
        tab->editor().updateBytes(text, false, true);
    };
    const auto isShown = [stage] {
        const RecordTab *tab = tabOf(stage);
        return tab && tab->findChild<SavePreview *>()->isShown();
    };
    return {QStringLiteral("patch-preview"),
            {{Text::tr("the record is edited"), edit,
              [stage] { return tabOf(stage) && tabOf(stage)->isDirty(); }},
             {Text::tr("the patch is shown"), [stage] { tabOf(stage)->save(); }, isShown}},
            {},
            {}};
}

} // namespace

QList<TourScene> saveScenes(const TourStage &stage)
{
    return {counterScene(stage), patchScene(stage)};
}

} // namespace Studio
