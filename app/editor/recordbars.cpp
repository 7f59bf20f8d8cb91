// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/recordbars.h"

#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabBar>
#include <QToolButton>

namespace Studio
{

RecordViewBar::RecordViewBar(Theme &theme, CommandRegistry &commands, QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
{
    Look::fill(this, theme, ColorRole::Base);
    m_tabs->setProperty(Look::UnderlineTabsMark, true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setAccessibleName(tr("View of the value"));
    m_tabs->addTab(tr("JSON"));
    m_tabs->addTab(tr("Tree"));
    m_tabs->addTab(tr("Text"));
    m_tabs->addTab(tr("Hex"));
    m_tabs->addTab(tr("Counter"));
    m_tabs->setTabVisible(int(View::Counter), false);
    m_tabs->addTab(tr("Decoded"));
    setDecodable(false);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.metric(12), 0, theme.metric(12), 0);
    layout->setSpacing(theme.metric(4));
    layout->addWidget(m_tabs, 0, Qt::AlignBottom);
    layout->addStretch(1);
    const auto addButton = [&](const char *id) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(commands.action(QString::fromLatin1(id)));
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::TabFocus);
        Look::makeQuiet(button);
        layout->addWidget(button);
    };
    addButton("record.format");
    addButton("record.compact");
    auto *copy = new QToolButton(this);
    auto *menu = new QMenu(copy);
    for (const char *id :
         {"record.copyValue", "record.copyPart", "record.copyPointer", "record.copyKey", "record.copyCode"})
        menu->addAction(commands.action(QString::fromLatin1(id)));
    copy->setText(tr("Copy"));
    copy->setMenu(menu);
    copy->setPopupMode(QToolButton::InstantPopup);
    copy->setToolButtonStyle(Qt::ToolButtonTextOnly);
    copy->setFocusPolicy(Qt::TabFocus);
    Look::makeQuiet(copy);
    layout->addWidget(copy);
    setFixedHeight(theme.metric(36));

    connect(m_tabs, &QTabBar::currentChanged, this, [this] { emit viewChosen(view()); });
}

RecordViewBar::View RecordViewBar::view() const
{
    return View(m_tabs->currentIndex());
}

void RecordViewBar::setView(View view)
{
    const QSignalBlocker quiet(m_tabs);
    m_tabs->setCurrentIndex(int(view));
}

void RecordViewBar::setHexOnly(bool hexOnly)
{
    m_tabs->setTabVisible(int(View::Json), !hexOnly);
    m_tabs->setTabVisible(int(View::Tree), !hexOnly);
    m_tabs->setTabVisible(int(View::Text), !hexOnly);
}

void RecordViewBar::setCounter(bool isCounter)
{
    m_tabs->setTabVisible(int(View::Counter), isCounter);
    m_tabs->updateGeometry();
}

void RecordViewBar::setDecodable(bool decodable)
{
    if (m_tabs->isTabVisible(int(View::Decoded)) == decodable)
        return;
    m_tabs->setTabVisible(int(View::Decoded), decodable);
    m_tabs->updateGeometry(); // the bar does not ask for room by itself
}

RecordSaveBar::RecordSaveBar(Theme &theme, CommandRegistry &commands, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pointer(new QLabel(this))
    , m_state(new QLabel(this))
    , m_mode(new QToolButton(this))
    , m_discard(new QPushButton(tr("Discard"), this))
    , m_save(new QPushButton(this))
{
    Look::fill(this, theme, ColorRole::Panel);
    Look::text(m_pointer, theme, ColorRole::TextMuted);
    Look::monospace(m_pointer, theme, -1);
    Look::makePrimary(m_save);
    m_pointer->setTextFormat(Qt::PlainText);
    m_pointer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_pointer->setAccessibleName(tr("JSON Pointer of the cursor"));
    m_pointer->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAccessibleName(tr("State of the edit"));
    setState({}, false);
    setSaveText(tr("Save changes"));
    const auto tip = [&commands](QPushButton *button, const char *id) {
        if (const QAction *action = commands.action(QString::fromLatin1(id)))
            button->setToolTip(action->toolTip());
    };
    tip(m_save, "record.save");
    tip(m_discard, "record.discard");

    auto *modes = new QMenu(m_mode);
    modes->setToolTipsVisible(true);
    for (const char *id : {"record.saveReplace", "record.savePatch", "record.saveAppend"})
        modes->addAction(commands.action(QString::fromLatin1(id)));
    m_mode->setMenu(modes);
    m_mode->setPopupMode(QToolButton::InstantPopup);
    m_mode->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_mode->setFocusPolicy(Qt::TabFocus);
    Look::makeQuiet(m_mode);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.metric(16), theme.metric(9), theme.metric(16), theme.metric(9));
    layout->setSpacing(theme.metric(8));
    layout->addWidget(m_pointer, 1);
    layout->addWidget(m_state);
    layout->addSpacing(theme.metric(4));
    layout->addWidget(m_mode);
    layout->addWidget(m_discard);
    layout->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &RecordSaveBar::saveAsked);
    connect(m_discard, &QPushButton::clicked, this, &RecordSaveBar::discardAsked);
}

void RecordSaveBar::setPointer(const QString &pointer)
{
    m_pointer->setText(pointer);
    m_pointer->setToolTip(pointer.toHtmlEscaped());
}

void RecordSaveBar::setState(const QString &text, bool isWarning)
{
    Look::text(m_state, m_theme, isWarning ? ColorRole::Warning : ColorRole::TextMuted);
    m_state->setText(text);
    m_state->setAccessibleDescription(text);
}

QString RecordSaveBar::state() const
{
    return m_state->text();
}

void RecordSaveBar::setSaveText(const QString &text)
{
    m_save->setText(text);
}

void RecordSaveBar::setMode(const QString &text, const QString &tip, bool visible)
{
    m_mode->setText(text);
    m_mode->setToolTip(tip);
    m_mode->setAccessibleName(tr("How to save: %1").arg(text));
    m_mode->setVisible(visible);
}

void RecordSaveBar::setEnabledActions(bool discard, bool save)
{
    m_discard->setEnabled(discard);
    m_save->setEnabled(save);
}

NewKeyRow::NewKeyRow(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
{
    Look::fill(this, theme, ColorRole::Base);
    auto *label = new QLabel(tr("Key"), this);
    label->setBuddy(m_field);
    Look::text(label, theme, ColorRole::TextMuted);
    Look::monospace(m_field, theme);
    m_field->setPlaceholderText(tr("order:10483"));
    m_field->setAccessibleName(tr("Key of the new record"));
    setFocusProxy(m_field);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.metric(16), theme.metric(2), theme.metric(16), theme.metric(8));
    layout->setSpacing(theme.metric(8));
    layout->addWidget(label);
    layout->addWidget(m_field, 1);
    connect(m_field, &QLineEdit::textChanged, this, &NewKeyRow::keyEdited);
    connect(m_field, &QLineEdit::returnPressed, this, &NewKeyRow::done);
}

QByteArray NewKeyRow::key() const
{
    return m_field->text().toUtf8();
}

void NewKeyRow::setKey(const QByteArray &key)
{
    m_field->setText(QString::fromUtf8(key));
}

void NewKeyRow::setReadOnly(bool readOnly)
{
    m_field->setReadOnly(readOnly);
}

void NewKeyRow::focusField()
{
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->end(false);
}

} // namespace Studio
