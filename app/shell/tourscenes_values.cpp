// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/tourscenes.h"

#include "editor/decodedview.h"
#include "editor/jsoneditor.h"
#include "editor/recordcontroller.h"
#include "editor/recordtab.h"
#include "editor/recordviews.h"
#include "editor/snippetdialog.h"
#include "editor/textcheck.h"
#include "session/demoserver.h"
#include "session/sessionmanager.h"
#include "shell/commandregistry.h"
#include "shell/mainwindow.h"
#include "shell/sessionpage.h"
#include "shell/workbench.h"

#include <hpkv/emulator/server.h>

#include <QComboBox>
#include <QCoreApplication>
#include <QPushButton>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::Tour)
};

const auto LoginKey = QByteArrayLiteral("session:8f41c2");
/// What a web shop keeps of somebody who is signed in.
const auto Login = QByteArrayLiteral(R"({
  "user": "user:102",
  "token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyOjEwMiIsInJvbGUiOiJjdXN0b21lciIsImlhdCI6MTc2NDE1NDgwMCwiZXhwIjoxNzY0MTU4NDAwfQ.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
  "lastSeen": 1764155912345,
  "returnTo": "/checkout?step=pay&name=Zo%C3%AB+%C3%85ngstr%C3%B6m",
  "cart": "H4sIAAAAAAACA6tWyixJzS1WsoquVirOLlWyUvINddc1NDA0VtJRKiypVLIyqo3VUSrJL0nMUbIytLDQMzGoBQDu1zHlNQAAAA=="
})");

} // namespace

QList<TourScene> valueScenes(TourStage &stage)
{
    TourStage *at = &stage;
    const auto page = [at] { return at->window.currentPage(); };
    const auto views = [page] { return page()->currentRecord()->findChild<RecordViews *>(); };
    const auto open = [at, page] {
        at->workbench.sessions().demo()->server().put(LoginKey.toStdString(), Login.toStdString());
        page()->openKey(LoginKey, true);
    };
    const auto isOpen = [page] {
        return page()->currentRecord()->key() == LoginKey && page()->currentRecord()->editor().size() > 0;
    };
    const auto decode = [views] { views()->choose(RecordViews::View::Decoded); };
    const auto isDecoded = [views] { return views()->findChild<DecodedView *>()->parts().size() == 4; };

    const auto dialog = [at] { return at->window.findChild<SnippetDialog *>(); };
    const auto showCode = [at, views, dialog] {
        views()->choose(RecordViews::View::Json);
        at->workbench.context().commands.trigger(QStringLiteral("record.copyCode"));
        QComboBox *operation = dialog()->operation();
        operation->setCurrentIndex(operation->findData(int(CodeOperation::Set)));
    };
    const auto isCode = [dialog] { return dialog() && dialog()->goButton()->isEnabled(); };

    const auto breakText = [page, views, dialog] {
        if (dialog())
            dialog()->close();
        page()->closeCurrentTab();
        views()->choose(RecordViews::View::Json);
        JsonEditor &editor = page()->currentRecord()->editor();
        QByteArray text = editor.bytes();
        text.replace("7.50 },", "7,50 },");
        editor.updateBytes(text, false, true);
        editor.setCursor(text.indexOf("7,50") + 2);
    };
    const auto isMarked = [page] { return bool(page()->currentRecord()->editor().findings().error); };
    const auto showBytes = [views] { views()->choose(RecordViews::View::Hex); };
    const auto isHex = [views] { return views()->view() == RecordViews::View::Hex; };

    return {{QStringLiteral("decoded"),
             {{Text::tr("the record is read"), open, isOpen},
              {Text::tr("the value is decoded"), decode, isDecoded}},
             {},
             {}},
            {QStringLiteral("copy-code"), {{Text::tr("the code is shown"), showCode, isCode}}, {}, {}},
            {QStringLiteral("json-error"), {{Text::tr("the error is marked"), breakText, isMarked}}, {}, {}},
            {QStringLiteral("hex"), {{Text::tr("the bytes are shown"), showBytes, isHex}}, {}, {}}};
}

} // namespace Studio
