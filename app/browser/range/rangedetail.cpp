// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangedetail.h"

#include "browser/elidedlabel.h"
#include "browser/keytreedelegate.h"
#include "editor/jsoneditor.h"
#include "models/keytext.h"
#include "models/rangemodel.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "json/jsonformat.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr qsizetype LongestFormatted = 256 * 1024; // bytes; above, the text is shown as it stands

} // namespace

RangeDetail::RangeDetail(AppContext &app, const RangeModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_key(new ElidedLabel(this, Qt::ElideMiddle))
    , m_note(new QLabel(this))
    , m_text(new JsonEditor(app, this))
{
    Look::fill(this, app.theme, ColorRole::Base);
    Look::monospace(m_key, app.theme);
    Look::text(m_note, app.theme, ColorRole::TextMuted, -1);
    m_key->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Record of the current row"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(app.theme.metric(16), app.theme.metric(6), app.theme.metric(12),
                             app.theme.metric(4));
    head->addWidget(m_key, 1);
    head->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_text, 1);
    showRow(-1);
}

void RangeDetail::showRow(int row)
{
    const std::optional<Entry> entry = row < 0 ? std::nullopt : m_model.entryAt(row);
    if (!entry) {
        m_key->setText({});
        m_note->setText(row < 0 ? tr("No row is current") : tr("The record was deleted"));
        m_text->setBytes({});
        return;
    }
    m_key->setText(KeyText::display(entry->key));
    if (!entry->hasValue) {
        m_note->setText(tr("The value is being read…"));
        m_text->setBytes({});
        return;
    }
    QString note =
        tr("%1, %2 bytes")
            .arg(KeyTreeDelegate::typeName(entry->info.type), QLocale().toString(entry->info.size));
    QByteArray text = entry->value;
    const bool isJson = entry->info.type != ValueType::Text && entry->info.type != ValueType::Binary;
    if (isJson && text.size() <= LongestFormatted) {
        const JsonFormatResult formatted = formatJson(text);
        if (formatted.isOk())
            text = formatted.text;
    }
    m_text->setLanguage(isJson ? JsonEditor::Language::Json : JsonEditor::Language::PlainText);
    if (m_text->isEqualTo(text)) {
        m_note->setText(note);
        return;
    }
    if (!m_text->setBytes(text))
        note += QStringLiteral(" · ") + tr("not shown here as it is no text; open the record");
    m_note->setText(note);
}

QByteArray RangeDetail::shownValue() const
{
    return m_text->bytes();
}

} // namespace Studio
