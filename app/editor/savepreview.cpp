// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/savepreview.h"

#include "editor/codeview.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qsizetype LeastLines = 2;
constexpr qsizetype MostLines = 12;

} // namespace

SavePreview::SavePreview(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_remark(new QLabel(this))
    , m_code(new CodeView(theme, this))
    , m_notes(new QVBoxLayout)
    , m_answers(new QHBoxLayout)
{
    Look::fill(this, theme, ColorRole::Panel);
    Look::text(m_title, theme, ColorRole::Text, 0, QFont::DemiBold);
    Look::text(m_remark, theme, ColorRole::TextMuted);
    for (QLabel *label : {m_title, m_remark}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_code->setReadOnly(true);
    m_code->send(QsciScintillaBase::SCI_SETMARGINLEFT, 0, theme.metric(8));
    m_code->setAccessibleName(tr("What is sent"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.metric(16), theme.metric(12), theme.metric(16), theme.metric(12));
    column->setSpacing(theme.metric(8));
    column->addWidget(m_title);
    column->addWidget(m_remark);
    column->addWidget(m_code);
    m_notes->setSpacing(theme.metric(4));
    column->addLayout(m_notes);
    m_answers->setSpacing(theme.metric(8));
    m_answers->addStretch(1);
    column->addLayout(m_answers);
    setVisible(false);
}

void SavePreview::show(const Content &content)
{
    m_content = content;
    m_title->setText(content.title);
    m_remark->setText(content.remark);
    m_remark->setVisible(!content.remark.isEmpty());

    m_code->setVisible(!content.code.isEmpty());
    m_code->setJson(content.isJson);
    m_code->setReadOnly(false);
    m_code->replaceAll(content.code);
    m_code->setReadOnly(true);
    m_code->setWrapped(!content.isJson);
    if (content.added.second > 0)
        m_code->markFound({content.added});
    const qsizetype lines = content.code.count('\n') + 1;
    // One line more, for a bar below or a line that wraps; where the place is short it gives way and scrolls.
    const auto heightOf = [this](qsizetype count) {
        return int(count + 1) * m_code->lineHeight() + m_theme.metric(8);
    };
    m_code->setMinimumHeight(heightOf(std::min<qsizetype>(LeastLines, lines)));
    m_code->setMaximumHeight(heightOf(std::min<qsizetype>(MostLines, lines)));

    for (QWidget *row : std::exchange(m_noteRows, {})) {
        row->hide();
        row->deleteLater();
    }
    for (const Note &note : content.notes) {
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(m_theme.metric(8));
        auto *icon = new QLabel(row);
        const bool isMild = note.severity == Severity::Info;
        icon->setPixmap(m_theme
                            .icon(isMild ? QStringLiteral("info") : QStringLiteral("warning"),
                                  isMild ? ColorRole::TextMuted : ColorRole::Warning)
                            .pixmap(m_theme.metric(16), m_theme.metric(16)));
        auto *text = new QLabel(note.text, row);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        Look::text(text, m_theme, isMild ? ColorRole::TextMuted : ColorRole::Text);
        line->addWidget(icon, 0, Qt::AlignTop);
        line->addWidget(text, 1);
        m_notes->addWidget(row);
        m_noteRows.append(row);
    }

    for (QPushButton *button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater();
    }
    for (int i = 0; i < content.answers.size(); ++i) {
        auto *button = new QPushButton(content.answers[i].text, this);
        button->setAutoDefault(true);
        if (content.answers[i].isDangerous)
            Look::makeDangerous(button);
        connect(button, &QPushButton::clicked, this, [this, i] {
            // Running it may show another content.
            if (const auto run = m_content.answers.value(i).run)
                run();
        });
        m_answers->insertWidget(1, button); // the first stands at the end
        m_buttons.append(button);
    }
    setAccessibleName(content.title);
    setAccessibleDescription(text());
    setVisible(true);
    if (!m_buttons.isEmpty())
        m_buttons.constFirst()->setFocus(Qt::OtherFocusReason);
}

void SavePreview::end()
{
    if (isHidden())
        return;
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    m_content = {};
    setVisible(false);
    if (hadFocus)
        emit focusReleased();
}

QString SavePreview::title() const
{
    return m_content.title;
}

QString SavePreview::text() const
{
    QStringList lines;
    if (!m_content.remark.isEmpty())
        lines.append(m_content.remark);
    for (const Note &note : m_content.notes)
        lines.append(note.text);
    return lines.join(QLatin1Char('\n'));
}

QByteArray SavePreview::code() const
{
    return m_content.code;
}

void SavePreview::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit escaped();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace Studio
