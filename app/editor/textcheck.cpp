// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/textcheck.h"

#include "json/jsondiff.h"
#include "json/jsonscanner.h"

#include <QTimer>

namespace Studio
{

namespace
{

constexpr int Delay = 150; ///< ms after the last change
constexpr qsizetype ShortText = 64 * 1024; ///< takes well below a millisecond
constexpr qsizetype ShortWithSchema = 4 * 1024; ///< a schema takes much longer

} // namespace

TextCheck::TextCheck(std::function<QByteArray()> text, QObject *parent)
    : QObject(parent)
    , m_text(std::move(text))
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(Delay);
    connect(m_timer, &QTimer::timeout, this, &TextCheck::checkNow);
}

TextCheck::~TextCheck() = default;

void TextCheck::setJson(bool isJson)
{
    m_isJson = isJson;
    checkNow();
}

void TextCheck::setBase(const QByteArray &base)
{
    m_base = base;
    checkNow();
}

void TextCheck::setSchema(const JsonSchema &schema)
{
    m_schema = schema;
    checkNow();
}

void TextCheck::schedule()
{
    m_job.cancel();
    m_timer->start();
}

void TextCheck::checkNow()
{
    m_timer->stop();
    m_job.cancel();
    const QByteArray text = m_text();
    const qsizetype most = m_schema.isValid() ? ShortWithSchema : ShortText;
    if (text.size() + m_base.size() <= most) {
        const std::atomic_bool never{false};
        take(check(text, m_base, m_isJson, never, m_schema));
        return;
    }
    m_job.start([text, base = m_base, isJson = m_isJson, schema = m_schema](
                    const std::atomic_bool &canceled) { return check(text, base, isJson, canceled, schema); },
                [this](const TextFindings &findings) { take(findings); });
}

void TextCheck::take(const TextFindings &findings)
{
    m_findings = findings;
    emit checked();
}

TextFindings TextCheck::check(const QByteArray &text, const QByteArray &base, bool isJson,
                              const std::atomic_bool &canceled, const JsonSchema &schema)
{
    TextFindings findings;
    const JsonError error = validateJson(text);
    if (isJson && !text.isEmpty()) {
        findings.error = error;
        findings.sentence = jsonErrorSentence(error, text);
    }
    if (!error && !base.isEmpty() && text != base && !canceled && !validateJson(base) && !canceled) {
        findings.isComparable = true;
        findings.changedMembers = int(jsonChanges(base, text, MaxChangedMembers + 1).size());
    }
    if (isJson && !error && !canceled && schema.isValid()) {
        JsonSchema::Answer answer = schema.check(text, MaxSchemaProblems, &canceled);
        findings.problems = std::move(answer.problems);
        findings.schemaNote = std::move(answer.note);
    }
    return findings;
}

} // namespace Studio
