// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editor/schemabook.h"
#include "schema/jsonschema.h"
#include "session/latestjob.h"

#include <QObject>

class QWidget;

namespace Studio
{

struct AppContext;
class JsonEditor;
class Session;

/// Gives the editor of a record the schema that is attached to its key, and installs the commands that attach
/// one and complete by it.
class RecordSchema : public QObject
{
    Q_OBJECT

public:
    /// `place`: the widget that the commands belong to.
    RecordSchema(AppContext &app, Session &session, JsonEditor &editor, QWidget *place);

    void setKey(const QByteArray &key);

private:
    void load();
    void showDialog();

    AppContext &m_app;
    Session &m_session;
    JsonEditor &m_editor;
    QWidget *m_place;
    SchemaBook m_book;
    QByteArray m_key;
    SchemaBook::Entry m_entry; ///< that the editor has
    LatestJob<JsonSchema> m_reading;
};

} // namespace Studio
