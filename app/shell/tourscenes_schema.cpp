// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/tourscenes.h"

#include "editor/codeview.h"
#include "editor/jsoneditor.h"
#include "editor/recordtab.h"
#include "editor/schemabook.h"
#include "editor/schemadialog.h"
#include "editor/textcheck.h"
#include "session/demoserver.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/commandregistry.h"
#include "shell/mainwindow.h"
#include "shell/sessionpage.h"
#include "shell/workbench.h"

#include <hpkv/emulator/server.h>

#include <QCoreApplication>
#include <QPushButton>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::Tour)
};

const auto ParcelKey = QByteArrayLiteral("parcel:7031");
const auto Parcel = QByteArrayLiteral(R"({
  "order": 10482,
  "carrier": "dhl",
  "status": "lost",
  "weight": "2.4 kg",
  "sent": "2026-11-31",
  "to": { "city": "Bonn", "zip": "53111" }
})");
const auto ParcelSchema = QByteArrayLiteral(R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Parcel",
  "type": "object",
  "required": ["order", "carrier", "status"],
  "properties": {
    "order": { "type": "integer", "minimum": 1 },
    "carrier": { "enum": ["dhl", "ups", "post"] },
    "status": { "enum": ["packed", "sent", "delivered"] },
    "weight": { "type": "number", "description": "kg" },
    "sent": { "type": "string", "format": "date" },
    "to": {
      "type": "object",
      "properties": { "city": { "type": "string" }, "zip": { "type": "string" } }
    },
    "insured": { "type": "boolean" },
    "tracking": { "type": "string" }
  },
  "additionalProperties": false
})");

} // namespace

QList<TourScene> schemaScenes(const TourStage &stage)
{
    const TourStage *at = &stage;
    const auto page = [at] { return at->window.currentPage(); };
    const auto editor = [page]() -> JsonEditor & { return page()->currentRecord()->editor(); };
    const auto book = [at] { return SchemaBook(at->workbench.context().settings); };
    const auto profile = [page] { return page()->session().profile().id; };
    const auto dialog = [at] { return at->window.findChild<SchemaDialog *>(); };

    const auto open = [at, page] {
        at->workbench.sessions().demo()->server().put(ParcelKey.toStdString(), Parcel.toStdString());
        page()->openKey(ParcelKey, true)->setFocus();
    };
    const auto isOpen = [page, editor] {
        return page()->currentRecord()->key() == ParcelKey && editor().size() > 0;
    };
    const auto showDialog = [at, book, profile] {
        QString problem;
        book().attach(profile(), "parcel:", ParcelSchema, &problem);
        at->workbench.context().commands.trigger(QStringLiteral("record.schema"));
    };
    const auto isUsable = [dialog] { return dialog() && dialog()->goButton()->isEnabled(); };
    const auto closeDialog = [dialog, editor] {
        dialog()->close();
        QByteArray text = editor().bytes();
        text.insert(text.lastIndexOf('}') - 1, ",\n  \"");
        editor().updateBytes(text, false, true);
        editor().setCursor(text.lastIndexOf('"') + 1);
        editor().setFocus();
    };
    const auto isClosed = [dialog] { return !dialog(); };
    const auto mend = [editor] {
        QByteArray text = editor().bytes();
        const qsizetype end = text.lastIndexOf(",\n  \"");
        text.remove(end, 5);
        editor().updateBytes(text, false, true);
        editor().setCursor(text.indexOf("lost"));
    };
    const auto isMarked = [editor] { return editor().findings().problems.size() == 3; };
    const auto isOffered = [editor] {
        return editor().findChild<CodeView *>()->send(QsciScintillaBase::SCI_AUTOCACTIVE) != 0;
    };
    // The scenes behind begin as if there had been no schema.
    const auto cleanUp = [book, profile, page] {
        book().detach(profile(), "parcel:");
        page()->closeCurrentTab();
    };
    return {
        {QStringLiteral("schema-dialog"),
         {{Text::tr("the record is read"), open, isOpen},
          {Text::tr("the schema is shown"), showDialog, isUsable}},
         {},
         {}},
        {QStringLiteral("schema-completion"),
         {{Text::tr("the dialog is closed"), closeDialog, isClosed}},
         [editor] { editor().complete(); },
         isOffered},
        {QStringLiteral("schema"), {{Text::tr("the problems are marked"), mend, isMarked}}, {}, {}, cleanUp}};
}

} // namespace Studio
