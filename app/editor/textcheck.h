// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "schema/jsonschema.h"
#include "session/latestjob.h"
#include "json/jsonerror.h"

#include <QByteArray>
#include <QObject>

#include <functional>

class QTimer;

namespace Studio
{

/// What was found out about a text.
struct TextFindings {
    JsonError error; ///< none if the text was not to be JSON
    QString sentence; ///< "Line 4, column 12: …"; empty without an error
    int changedMembers = 0; ///< against the base; at most MaxChangedMembers + 1
    bool isComparable = false; ///< both are JSON, so that changedMembers says something
    QList<SchemaProblem> problems; ///< what the schema says against it; at most MaxSchemaProblems
    QString schemaNote; ///< why it was not checked against the schema
    bool operator==(const TextFindings &) const = default;
};

inline constexpr int MaxChangedMembers = 99;
inline constexpr int MaxSchemaProblems = 200;

/// Checks a text a moment after it last changed: beside the window's thread where it is long, and dropped
/// when it changes again.
class TextCheck : public QObject
{
    Q_OBJECT

public:
    /// `text` is asked for when the check begins.
    explicit TextCheck(std::function<QByteArray()> text, QObject *parent = nullptr);
    ~TextCheck() override;

    void setJson(bool isJson);
    /// What changedMembers counts against.
    void setBase(const QByteArray &base);
    void setSchema(const JsonSchema &schema);
    const JsonSchema &schema() const { return m_schema; }
    const TextFindings &findings() const { return m_findings; }

    /// The text changed: a check follows.
    void schedule();
    /// Checks at once where the text is short, else beside.
    void checkNow();

    /// Gives up between its steps when canceled; nobody reads the answer then.
    static TextFindings check(const QByteArray &text, const QByteArray &base, bool isJson,
                              const std::atomic_bool &canceled, const JsonSchema &schema = {});

signals:
    void checked();

private:
    void take(const TextFindings &findings);

    std::function<QByteArray()> m_text;
    QByteArray m_base;
    JsonSchema m_schema;
    bool m_isJson = true;
    TextFindings m_findings;
    QTimer *m_timer;
    LatestJob<TextFindings> m_job;
};

} // namespace Studio
