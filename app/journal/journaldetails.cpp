// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journaldetails.h"

#include "browser/agetext.h"
#include "browser/elidedlabel.h"
#include "models/journaltext.h"
#include "models/keytext.h"
#include "session/undoobstacle.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

/// Cut in front of a character.
QByteArray beginning(const QByteArray &value, qsizetype bytes)
{
    qsizetype end = std::min(bytes, value.size());
    while (end > 0 && end < value.size() && (static_cast<uchar>(value.at(end)) & 0xC0) == 0x80)
        --end;
    return value.first(end);
}

/// The value in words where it is none.
QString absence(const JournalEntry &entry, bool isAfter)
{
    if (!isAfter)
        return entry.beforeKnown ? JournalDetails::tr("The key did not exist.")
                                 : JournalDetails::tr("It was not read.");
    if (entry.state == JournalState::Failed)
        return JournalDetails::tr("Nothing was written.");
    if (entry.kind == WriteKind::Delete)
        return JournalDetails::tr("The key is gone.");
    return JournalDetails::tr("It was not read back.");
}

std::optional<QByteArray> after(const JournalEntry &entry)
{
    if (entry.kind == WriteKind::Replace && entry.state != JournalState::Failed)
        return entry.value;
    return entry.after;
}

} // namespace

JournalDetails::JournalDetails(AppContext &app, QWidget *parent)
    : QWidget(parent)
    , m_app(app)
{
    Theme &theme = app.theme;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.metric(12), theme.metric(8), theme.metric(12), theme.metric(8));
    column->setSpacing(theme.metric(4));
    m_title = new ElidedLabel(this, Qt::ElideMiddle);
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setTextFormat(Qt::PlainText);
    Look::monospace(m_title, theme);
    m_meta = new QLabel(this);
    m_meta->setObjectName(QStringLiteral("meta"));
    m_meta->setTextFormat(Qt::PlainText);
    m_meta->setWordWrap(true);
    m_meta->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    Look::text(m_meta, theme, ColorRole::TextMuted, -1);
    column->addWidget(m_title);
    column->addWidget(m_meta);

    auto *sides = new QHBoxLayout;
    sides->setSpacing(theme.metric(8));
    m_before = addSide("before");
    m_after = addSide("after");
    sides->addWidget(m_before.place, 1);
    sides->addWidget(m_after.place, 1);
    column->addLayout(sides, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.metric(4));
    for (const char *command :
         {"journal.undoRow", "journal.redoRow", "journal.compare", "journal.openRecord"}) {
        auto *button = new QToolButton(this);
        QAction *action = app.commands.action(QString::fromLatin1(command));
        button->setObjectName(QString::fromLatin1(command));
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        Look::makeQuiet(button);
        // What cannot be done with this row is not offered.
        const auto follow = [button, action] { button->setVisible(action->isEnabled()); };
        connect(action, &QAction::changed, button, follow);
        follow();
        buttons->addWidget(button);
    }
    buttons->addStretch();
    column->addLayout(buttons);
    show({});
}

JournalDetails::Side JournalDetails::addSide(const char *name)
{
    Theme &theme = m_app.theme;
    Side side;
    side.place = new QWidget(this);
    auto *column = new QVBoxLayout(side.place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.metric(2));
    side.caption = new ElidedLabel(side.place);
    Look::text(side.caption, theme, ColorRole::TextMuted, -1);
    side.text = new QPlainTextEdit(side.place);
    side.text->setObjectName(QString::fromLatin1(name));
    side.text->setReadOnly(true);
    side.text->setTabChangesFocus(true);
    side.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    Look::monospace(side.text, theme, -1);
    column->addWidget(side.caption);
    column->addWidget(side.text, 1);
    return side;
}

void JournalDetails::fill(const Side &side, const QString &caption, const std::optional<QByteArray> &value,
                          const QString &otherwise)
{
    const QLocale locale;
    QString head = caption;
    if (value)
        head = tr("%1 · %2 bytes").arg(caption, locale.toString(value->size()));
    if (value && value->size() > shownBytes)
        head = tr("%1 · the first %2 of %3 bytes")
                   .arg(caption, locale.toString(shownBytes), locale.toString(value->size()));
    side.caption->setText(head);
    side.text->setAccessibleName(caption);
    side.text->setPlainText(value ? QString::fromUtf8(beginning(*value, shownBytes)) : QString());
    side.text->setPlaceholderText(otherwise);
}

void JournalDetails::show(const std::optional<JournalEntry> &entry)
{
    m_entry = entry;
    const bool isWrite = entry && entry->job.isEmpty();
    m_before.place->setVisible(isWrite);
    m_after.place->setVisible(isWrite);
    if (!entry) {
        m_title->setText({});
        m_meta->setText(tr("Choose a row to see the values before and after."));
        return;
    }
    const JournalLine line = lineOf(*entry);
    m_title->setText(KeyText::display(entry->key));
    QStringList meta{tr("%1 · %2 · %3", "kind, end, time")
                         .arg(JournalText::kind(line), JournalText::end(line), exactTimeText(entry->at))};
    if (!isWrite)
        meta.append(JournalText::job(line));
    if (entry->kind == WriteKind::Increment && isWrite)
        meta.append(tr("Step %1").arg((entry->delta < 0 ? QString() : QStringLiteral("+"))
                                      + QLocale().toString(entry->delta)));
    if (!entry->error.isEmpty())
        meta.append(entry->error);
    if (const QString why = undoObstacleText(line.obstacle); !why.isEmpty())
        meta.append(tr("It cannot be undone: %1").arg(why));
    m_meta->setText(meta.join(QLatin1Char('\n')));
    fill(m_before, tr("Before"), entry->before, absence(*entry, false));
    fill(m_after, tr("After"), after(*entry), absence(*entry, true));
}

} // namespace Studio
