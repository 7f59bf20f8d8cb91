// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/dialog/formgrid.h"

#include "shell/look.h"
#include "shell/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

namespace Studio
{

FormRow::FormRow(Theme &theme, QLabel *label, QWidget *field, QWidget *message, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_label(label)
    , m_field(field)
    , m_message(message)
    , m_icon(new QLabel(message))
    , m_text(new QLabel(message))
{
    auto *row = new QHBoxLayout(message);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.metric(4));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    connect(&theme, &Theme::changed, this, &FormRow::update);
    update();
}

void FormRow::setLabel(const QString &text)
{
    m_label->setText(text);
    if (QWidget *named = m_label->buddy())
        named->setAccessibleName(text);
}

void FormRow::setHint(const QString &hint)
{
    m_hint = hint;
    update();
}

void FormRow::setError(const QString &error)
{
    if (m_error == error)
        return;
    m_error = error;
    update();
}

void FormRow::setVisible(bool visible)
{
    m_visible = visible;
    m_label->setVisible(visible);
    m_field->setVisible(visible);
    update();
}

void FormRow::setWarning(const QString &warning)
{
    m_warning = warning;
    update();
}

void FormRow::update()
{
    if (!m_error.isEmpty())
        show(m_error, ColorRole::Removed, QStringLiteral("error"));
    else if (!m_warning.isEmpty())
        show(m_warning, ColorRole::Warning, QStringLiteral("warning"));
    else
        show(m_hint, ColorRole::TextFaint, {});
}

void FormRow::show(const QString &text, ColorRole role, const QString &icon)
{
    m_text->setText(text);
    Look::text(m_text, m_theme, role, -1);
    m_icon->setVisible(!icon.isEmpty());
    if (!icon.isEmpty())
        m_icon->setPixmap(m_theme.pixmap(icon, role, m_theme.metric(14), m_icon->devicePixelRatioF()));
    m_message->setVisible(m_visible && !text.isEmpty());
    if (QWidget *named = m_label->buddy())
        named->setAccessibleDescription(text);
}

FormGrid::FormGrid(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.metric(16));
    m_grid->setVerticalSpacing(theme.metric(4));
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, theme.metric(116));
}

FormRow *FormGrid::addRow(const QString &label, QWidget *field, QWidget *focus)
{
    const int row = m_grid->rowCount();
    auto *name = new QLabel(label, this);
    Look::text(name, m_theme, ColorRole::TextMuted);
    name->setBuddy(focus != nullptr ? focus : field);
    (focus != nullptr ? focus : field)->setAccessibleName(label);
    name->setMinimumHeight(m_theme.metric(28));
    auto *message = new QWidget(this);
    m_grid->addWidget(name, row, 0, Qt::AlignLeading | Qt::AlignTop);
    m_grid->addWidget(field, row, 1);
    m_grid->addWidget(message, row + 1, 1);
    // Air between the lines of the form; a message stays close to its field.
    m_grid->setRowMinimumHeight(row + 2, m_theme.metric(4));
    m_grid->addItem(new QSpacerItem(0, m_theme.metric(4)), row + 2, 0);
    return new FormRow(m_theme, name, field, message, this);
}

QWidget *sideBySide(Theme &theme, const QList<QWidget *> &widgets, int stretch)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.metric(8));
    for (int i = 0; i < widgets.size(); ++i)
        row->addWidget(widgets.at(i), i == stretch ? 1 : 0);
    if (stretch < 0)
        row->addStretch(1);
    return box;
}

} // namespace Studio
