// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/shortcutsheet.h"

#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

struct Menus {
    Q_DECLARE_TR_FUNCTIONS(Menus)
};

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        keys.append(sequence.toString(QKeySequence::NativeText));
    keys.removeDuplicates();
    return keys.join(QStringLiteral(", "));
}

/// One menu: its name and below it command and keys, line by line; nullptr when no command of it has a
/// shortcut.
QWidget *makeSection(Theme &theme, const CommandRegistry &commands, const QString &menu)
{
    auto *section = new QWidget;
    auto *grid = new QGridLayout(section);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.metric(16));
    grid->setVerticalSpacing(theme.metric(4));
    auto *head = new QLabel(menuTitle(menu).remove(QLatin1Char('&')), section);
    Look::text(head, theme, ColorRole::Text, 0, QFont::DemiBold);
    grid->addWidget(head, 0, 0, 1, 2);
    int row = 1;
    const QList<QAction *> actions = commands.menu(menu);
    for (const QAction *action : actions) {
        const QString keys = keysOf(*action);
        if (keys.isEmpty())
            continue;
        auto *name = new QLabel(action->text().remove(QChar(0x2026)), section);
        Look::text(name, theme, ColorRole::TextMuted);
        auto *shortcut = new QLabel(keys, section);
        shortcut->setAccessibleName(action->text() + QStringLiteral(": ") + keys);
        Look::text(shortcut, theme, ColorRole::Text, -1);
        grid->addWidget(name, row, 0);
        grid->addWidget(shortcut, row, 1, Qt::AlignRight);
        ++row;
    }
    grid->setColumnStretch(0, 1);
    if (row == 1) {
        delete section;
        return nullptr;
    }
    return section;
}

} // namespace

ShortcutSheet::ShortcutSheet(Theme &theme, const CommandRegistry &commands, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *content = new QWidget;
    auto *columns = new QHBoxLayout(content);
    const int margin = theme.metric(16);
    columns->setContentsMargins(margin, margin, margin, margin);
    columns->setSpacing(theme.metric(40));
    QList<QVBoxLayout *> halves{new QVBoxLayout, new QVBoxLayout};
    for (QVBoxLayout *half : halves) {
        half->setSpacing(theme.metric(20));
        columns->addLayout(half, 1);
    }
    QList<int> heights{0, 0};
    for (const QString &menu : menuNames()) {
        QWidget *section = makeSection(theme, commands, menu);
        if (!section)
            continue;
        const int shorter = heights.at(0) <= heights.at(1) ? 0 : 1;
        halves.at(shorter)->addWidget(section);
        heights[shorter] += section->sizeHint().height() + theme.metric(20);
    }
    for (QVBoxLayout *half : halves)
        half->addStretch();

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    resize(theme.metric(680), theme.metric(560));
}

QString menuTitle(const QString &menu)
{
    if (menu == QLatin1StringView("file"))
        return Menus::tr("&File");
    if (menu == QLatin1StringView("edit"))
        return Menus::tr("&Edit");
    if (menu == QLatin1StringView("view"))
        return Menus::tr("&View");
    if (menu == QLatin1StringView("keys"))
        return Menus::tr("&Keys");
    if (menu == QLatin1StringView("live"))
        return Menus::tr("&Live");
    if (menu == QLatin1StringView("tools"))
        return Menus::tr("&Tools");
    if (menu == QLatin1StringView("window"))
        return Menus::tr("&Window");
    if (menu == QLatin1StringView("help"))
        return Menus::tr("&Help");
    return menu;
}

QStringList menuNames()
{
    return {QStringLiteral("file"),   QStringLiteral("edit"), QStringLiteral("view"),
            QStringLiteral("keys"),   QStringLiteral("live"), QStringLiteral("tools"),
            QStringLiteral("window"), QStringLiteral("help")};
}

} // namespace Studio
