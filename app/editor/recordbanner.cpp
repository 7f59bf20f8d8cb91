// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/recordbanner.h"

#include "shell/look.h"
#include "shell/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace Studio
{

namespace
{

constexpr int MostBeside = 2; ///< answers

ColorRole soft(Severity severity)
{
    switch (severity) {
    case Severity::Good:
        return ColorRole::CreatedSoft;
    case Severity::Warning:
        return ColorRole::WarningSoft;
    case Severity::Error:
        return ColorRole::RemovedSoft;
    default:
        return ColorRole::AccentSoft;
    }
}

ColorRole strong(Severity severity)
{
    switch (severity) {
    case Severity::Good:
        return ColorRole::Created;
    case Severity::Warning:
        return ColorRole::Warning;
    case Severity::Error:
        return ColorRole::Removed;
    default:
        return ColorRole::Accent;
    }
}

} // namespace

RecordBanner::RecordBanner(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_words(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_row(new QHBoxLayout(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    // Outside of the rounded box a gap is left, so that two banners do not touch.
    m_row->setContentsMargins(theme.metric(16 + 12), theme.metric(8), theme.metric(16 + 12), theme.metric(8));
    m_row->setSpacing(theme.metric(12));
    m_words->addWidget(m_title, 0, Qt::AlignTop);
    m_words->addWidget(m_text, 1);
    m_row->addLayout(m_words, 1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setVisible(false);
}

void RecordBanner::show(const Content &content)
{
    const bool sameAnswers = content.answers == m_content.answers;
    m_content = content;
    if (!sameAnswers) {
        for (QPushButton *button : std::exchange(m_buttons, {})) {
            button->hide();
            button->deleteLater();
        }
        for (int i = 0; i < content.answers.size(); ++i) {
            auto *button = new QPushButton(content.answers[i].text, this);
            button->setAutoDefault(true); // Return presses it while it has the focus
            if (content.answers[i].isDangerous)
                Look::makeDangerous(button);
            connect(button, &QPushButton::clicked, this, [this, i] {
                // Running it may show another content.
                if (const auto run = m_content.answers.value(i).run)
                    run();
            });
            m_row->addWidget(button, 0, Qt::AlignTop);
            m_buttons.append(button);
        }
    }
    refresh();
}

void RecordBanner::tell(Severity severity, const QString &title, const QString &text)
{
    show({severity, title, text, {{tr("Close"), [this] { clear(); }}}});
}

void RecordBanner::clear()
{
    m_content = {};
    for (QPushButton *button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater();
    }
    setVisible(false);
}

QString RecordBanner::title() const
{
    return m_content.title;
}

QString RecordBanner::text() const
{
    return m_content.text;
}

QPushButton *RecordBanner::button(int index) const
{
    return m_buttons.value(index);
}

void RecordBanner::refresh()
{
    Look::text(m_title, m_theme, strong(m_content.severity), 0, QFont::DemiBold);
    Look::text(m_text, m_theme, ColorRole::Text);
    // Beside many answers a text would be a narrow column: it stands below the title.
    const bool isBelow = m_content.answers.size() > MostBeside;
    m_words->setDirection(isBelow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_words->setSpacing(isBelow ? 0 : m_theme.metric(12));
    for (QLabel *label : {m_title, m_text})
        label->setMinimumHeight(isBelow ? 0 : m_theme.metric(28));
    m_title->setText(m_content.title);
    m_title->setVisible(!m_content.title.isEmpty());
    m_text->setText(m_content.text);
    setAccessibleName(m_content.title);
    setAccessibleDescription(m_content.text);
    setVisible(true);
    update();
}

void RecordBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Base));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(soft(m_content.severity)));
    const int side = m_theme.metric(16);
    const int gap = m_theme.metric(2);
    painter.drawRoundedRect(rect().adjusted(side, gap, -side, -gap), m_theme.metric(6), m_theme.metric(6));
}

void RecordBanner::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit escaped();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace Studio
