// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/livefilterrow.h"

#include "shell/look.h"
#include "shell/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace Studio
{

namespace
{

constexpr int TypingMs = 250;

} // namespace

LiveFilterRow::LiveFilterRow(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_key(new QLineEdit(this))
    , m_mode(new QComboBox(this))
    , m_kinds(new QToolButton(this))
    , m_kindMenu(new QMenu(this))
    , m_condition(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    m_key->setObjectName(QStringLiteral("keyPattern"));
    m_key->setPlaceholderText(tr("Key"));
    m_key->setAccessibleName(tr("What the key is like"));
    m_key->setClearButtonEnabled(true);
    m_mode->setObjectName(QStringLiteral("keyMode"));
    m_mode->setAccessibleName(tr("How the key is compared"));
    m_mode->addItem(tr("contains"), int(KeySearch::Kind::Substring));
    m_mode->addItem(tr("wildcard"), int(KeySearch::Kind::Wildcard));
    m_mode->addItem(tr("regular expression"), int(KeySearch::Kind::RegularExpression));
    m_condition->setObjectName(QStringLiteral("condition"));
    m_condition->setPlaceholderText(tr("Condition, such as /temp > 30"));
    m_condition->setAccessibleName(tr("What the value must fulfil"));
    m_condition->setClearButtonEnabled(true);
    Look::monospace(m_condition, theme, -1);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setTextFormat(Qt::PlainText);
    Look::text(m_problem, theme, ColorRole::Removed, -1);
    m_problem->hide();
    buildKinds(theme);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.metric(12), 0, theme.metric(8), theme.metric(4));
    row->setSpacing(theme.metric(8));
    row->addWidget(m_mode);
    row->addWidget(m_key, 2);
    row->addWidget(m_kinds);
    row->addWidget(m_condition, 3);
    row->addWidget(m_problem, 2);

    m_timer.setSingleShot(true);
    m_timer.setInterval(TypingMs);
    connect(&m_timer, &QTimer::timeout, this, &LiveFilterRow::apply);
    for (QLineEdit *edit : {m_key, m_condition}) {
        connect(edit, &QLineEdit::textChanged, &m_timer, qOverload<>(&QTimer::start));
        connect(edit, &QLineEdit::returnPressed, this, &LiveFilterRow::apply);
        edit->installEventFilter(this);
    }
    connect(m_mode, &QComboBox::currentIndexChanged, this, &LiveFilterRow::apply);
}

void LiveFilterRow::buildKinds(Theme &theme)
{
    m_kinds->setObjectName(QStringLiteral("kinds"));
    m_kinds->setPopupMode(QToolButton::InstantPopup);
    m_kinds->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_kinds->setIcon(theme.icon(QStringLiteral("filter")));
    m_kinds->setFocusPolicy(Qt::TabFocus);
    m_kinds->setMenu(m_kindMenu);
    Look::makeQuiet(m_kinds);
    for (int kind = int(LiveKind::Created); kind <= int(LiveKind::Removed); ++kind) {
        QAction *action = m_kindMenu->addAction(liveKindText(LiveKind(kind)));
        action->setCheckable(true);
        action->setData(kind);
        connect(action, &QAction::toggled, this, [this, kind](bool on) {
            const quint32 bit = LiveFilter::bit(LiveKind(kind));
            m_wanted = on ? m_wanted | bit : m_wanted & ~bit;
            showKinds();
            m_timer.start();
        });
    }
    m_kindMenu->addSeparator();
    m_kindMenu->addAction(tr("All kinds"), this, [this] {
        for (QAction *action : m_kindMenu->actions())
            action->setChecked(false);
    });
    showKinds();
}

void LiveFilterRow::showKinds()
{
    QStringList names;
    for (const QAction *action : m_kindMenu->actions()) {
        if (action->isChecked())
            names.append(action->text());
    }
    const QString text = names.isEmpty()   ? tr("All kinds")
                       : names.size() <= 2 ? names.join(QStringLiteral(", "))
                                           : tr("%n kinds", nullptr, int(names.size()));
    m_kinds->setText(text);
    m_kinds->setAccessibleName(tr("Kinds of change: %1").arg(text));
    m_kinds->setToolTip(tr("Kinds of change that are shown"));
}

void LiveFilterRow::fill(LiveFilter &filter) const
{
    KeySearch keys;
    keys.text = m_key->text();
    keys.kind = KeySearch::Kind(m_mode->currentData().toInt());
    filter.setKeys(keys);
    filter.setKinds(m_wanted);
    filter.setCondition(m_condition->text());
}

void LiveFilterRow::setFilter(const LiveFilter &filter)
{
    m_key->setText(filter.keys().text);
    m_mode->setCurrentIndex(m_mode->findData(int(filter.keys().kind)));
    for (QAction *action : m_kindMenu->actions()) {
        if (action->isCheckable())
            action->setChecked((filter.kinds() & LiveFilter::bit(LiveKind(action->data().toInt()))) != 0);
    }
    m_condition->setText(filter.condition());
    apply();
}

bool LiveFilterRow::isSet() const
{
    return !m_key->text().isEmpty() || m_wanted != 0 || !m_condition->text().trimmed().isEmpty();
}

void LiveFilterRow::clear()
{
    setFilter({});
}

void LiveFilterRow::setForKeys(bool forKeys)
{
    m_kinds->setEnabled(!forKeys);
    m_condition->setEnabled(!forKeys);
}

void LiveFilterRow::focusFirst()
{
    m_key->setFocus(Qt::ShortcutFocusReason);
    m_key->selectAll();
}

void LiveFilterRow::apply()
{
    m_timer.stop();
    showProblem();
    emit changed();
}

void LiveFilterRow::showProblem()
{
    LiveFilter filter;
    fill(filter);
    QString problem = filter.keysError();
    if (problem.isEmpty() && !filter.condition().isEmpty())
        problem = filter.conditionError().text;
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

bool LiveFilterRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        auto *edit = static_cast<QLineEdit *>(watched);
        if (edit->text().isEmpty())
            emit escaped();
        edit->clear();
        apply();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Studio
