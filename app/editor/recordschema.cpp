// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/recordschema.h"

#include "editor/jsoneditor.h"
#include "editor/schemadialog.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/settings.h"

namespace Studio
{

RecordSchema::RecordSchema(AppContext &app, Session &session, JsonEditor &editor, QWidget *place)
    : QObject(place)
    , m_app(app)
    , m_session(session)
    , m_editor(editor)
    , m_place(place)
    , m_book(app.settings)
{
    app.commands.handle(QStringLiteral("record.schema"), place, {[this] { showDialog(); }, {}, {}});
    app.commands.handle(QStringLiteral("record.complete"), &editor,
                        {[this] { m_editor.complete(); }, [this] { return m_editor.canComplete(); }, {}});
    connect(&app.settings, &Settings::changed, this, [this](const QString &name) {
        if (name == Key::Schemas.name)
            load();
    });
}

void RecordSchema::setKey(const QByteArray &key)
{
    m_key = key;
    load();
}

/// A schema may be long, so it is taken apart beside.
void RecordSchema::load()
{
    const SchemaBook::Entry entry = m_book.find(m_session.profile().id, m_key);
    if (entry == m_entry)
        return;
    m_entry = entry;
    m_reading.cancel();
    if (entry.file.isEmpty()) {
        m_editor.setSchema({});
        m_app.commands.refresh();
        return;
    }
    QString problem;
    const QByteArray text = m_book.read(entry, &problem);
    if (!problem.isEmpty()) {
        m_editor.setSchema(
            {}, tr("The schema of “%1” is not used. %2").arg(QString::fromUtf8(entry.prefix), problem));
        return;
    }
    m_reading.start([text](const std::atomic_bool &) { return JsonSchema::parse(text); },
                    [this](const JsonSchema &schema) {
                        m_editor.setSchema(schema,
                                           schema.isValid()
                                               ? QString()
                                               : tr("The schema of “%1” is not used. %2")
                                                     .arg(QString::fromUtf8(m_entry.prefix), schema.error()));
                        m_app.commands.refresh();
                    });
}

void RecordSchema::showDialog()
{
    auto *dialog = new SchemaDialog(m_app, m_session, m_key, m_place);
    dialog->open();
}

} // namespace Studio
