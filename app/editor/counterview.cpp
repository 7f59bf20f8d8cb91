// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/counterview.h"

#include "editor/saveplan.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

/// As typed: plain digits, or grouped as the person's language does.
std::optional<qint64> numberIn(const QLineEdit *field)
{
    const QString text = field->text().trimmed();
    bool isNumber = false;
    qint64 number = text.toLongLong(&isNumber);
    if (!isNumber)
        number = QLocale().toLongLong(text, &isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

QString shown(qint64 number)
{
    return QLocale().toString(number);
}

QString withSign(qint64 number)
{
    return number < 0 ? shown(number) : QLatin1Char('+') + shown(number);
}

} // namespace

CounterView::CounterView(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_number(new QLabel(this))
    , m_minus(new QPushButton(this))
    , m_step(new QLineEdit(QStringLiteral("1"), this))
    , m_plus(new QPushButton(this))
    , m_stepText(new QLabel(this))
    , m_target(new QLineEdit(this))
    , m_set(new QPushButton(tr("Set"), this))
    , m_targetText(new QLabel(this))
    , m_hint(new QLabel(this))
{
    Look::fill(this, theme, ColorRole::Base);
    Look::text(m_number, theme, ColorRole::Text, 27);
    m_number->setTextFormat(Qt::PlainText);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_number->setAccessibleName(tr("Value of the counter"));
    for (QLabel *label : {m_stepText, m_targetText, m_hint}) {
        Look::text(label, theme, ColorRole::TextMuted);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_minus->setIcon(theme.icon(QStringLiteral("minus")));
    m_plus->setIcon(theme.icon(QStringLiteral("plus")));
    m_minus->setToolTip(tr("Take the step away (−)"));
    m_plus->setToolTip(tr("Add the step (+)"));
    m_minus->setAccessibleName(tr("Take the step away"));
    m_plus->setAccessibleName(tr("Add the step"));
    for (QPushButton *button : {m_minus, m_plus, m_set})
        button->setAutoDefault(false);
    auto *stepLabel = new QLabel(tr("Step"), this);
    auto *targetLabel = new QLabel(tr("Set to"), this);
    stepLabel->setBuddy(m_step);
    targetLabel->setBuddy(m_target);
    for (QLineEdit *field : {m_step, m_target}) {
        field->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        field->setFixedWidth(theme.metric(180));
        connect(field, &QLineEdit::textChanged, this, [this] { refresh(); });
    }
    m_step->setObjectName(QStringLiteral("counterStep"));
    m_target->setObjectName(QStringLiteral("counterTarget"));
    m_minus->setObjectName(QStringLiteral("counterMinus"));
    m_plus->setObjectName(QStringLiteral("counterPlus"));
    m_set->setObjectName(QStringLiteral("counterSet"));

    // Both lines share their columns, so that label and field stand below one another.
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.metric(8));
    grid->setVerticalSpacing(theme.metric(12));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.metric(8));
    buttons->addWidget(m_minus);
    buttons->addWidget(m_plus);
    grid->addWidget(stepLabel, 0, 0);
    grid->addWidget(m_step, 0, 1);
    grid->addLayout(buttons, 0, 2);
    grid->addWidget(m_stepText, 0, 3);
    grid->addWidget(targetLabel, 1, 0);
    grid->addWidget(m_target, 1, 1);
    grid->addWidget(m_set, 1, 2);
    grid->addWidget(m_targetText, 1, 3);
    grid->setColumnStretch(3, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.metric(24), theme.metric(20), theme.metric(24), theme.metric(20));
    column->setSpacing(theme.metric(16));
    column->addWidget(m_number);
    column->addLayout(grid);
    column->addWidget(m_hint);
    column->addStretch(1);
    setFocusProxy(m_step);
    m_step->installEventFilter(this);

    connect(m_minus, &QPushButton::clicked, this, &CounterView::countDown);
    connect(m_plus, &QPushButton::clicked, this, &CounterView::countUp);
    connect(m_step, &QLineEdit::returnPressed, this, &CounterView::countUp);
    const auto set = [this] {
        if (const auto value = target(); value && m_set->isEnabled())
            emit targetWanted(*value);
    };
    connect(m_set, &QPushButton::clicked, this, set);
    connect(m_target, &QLineEdit::returnPressed, this, set);
    refresh();
}

void CounterView::setValue(std::optional<qint64> value)
{
    if (m_value == value)
        return;
    m_value = value;
    refresh();
}

void CounterView::setBlocked(const QString &reason)
{
    if (m_blocked == reason)
        return;
    m_blocked = reason;
    refresh();
}

std::optional<qint64> CounterView::step() const
{
    const std::optional<qint64> number = numberIn(m_step);
    return number && *number > 0 && *number <= MaxCounterStep ? number : std::nullopt;
}

std::optional<qint64> CounterView::target() const
{
    return numberIn(m_target);
}

bool CounterView::canCount(bool up) const
{
    const std::optional<qint64> by = step();
    return m_value && m_blocked.isEmpty() && by && counterSum(*m_value, up ? *by : -*by);
}

void CounterView::countDown()
{
    if (canCount(false))
        emit stepWanted(-*step());
}

void CounterView::countUp()
{
    if (canCount(true))
        emit stepWanted(*step());
}

void CounterView::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(*event))
        QWidget::keyPressEvent(event);
}

bool CounterView::eventFilter(QObject *watched, QEvent *event)
{
    // Neither sign is part of a step, so that they count from within its field too.
    return (event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent &>(*event)))
        || QWidget::eventFilter(watched, event);
}

bool CounterView::takeKey(const QKeyEvent &event)
{
    if (event.key() != Qt::Key_Plus && event.key() != Qt::Key_Minus)
        return false;
    event.key() == Qt::Key_Plus ? countUp() : countDown();
    return true;
}

void CounterView::refresh()
{
    m_number->setText(m_value ? shown(*m_value) : QString());
    m_minus->setEnabled(canCount(false));
    m_plus->setEnabled(canCount(true));

    const std::optional<qint64> by = step();
    if (!by)
        m_stepText->setText(tr("A whole number from 1 to %1.").arg(shown(MaxCounterStep)));
    else if (m_value && !counterSum(*m_value, *by))
        m_stepText->setText(tr("Adding it would exceed 64 bits."));
    else if (m_value && !counterSum(*m_value, -*by))
        m_stepText->setText(tr("Taking it away would exceed 64 bits."));
    else
        m_stepText->setText(tr("Sent as a step, so that nobody's counting is lost."));

    const std::optional<qint64> to = target();
    const bool canTell = m_value && to;
    const std::optional<qint64> difference = counterStep(m_value.value_or(0), to.value_or(0));
    m_set->setEnabled(m_blocked.isEmpty() && canTell && difference.value_or(0) != 0);
    if (m_target->text().trimmed().isEmpty())
        m_targetText->setText(tr("Sends the difference, so that steps of others stay counted."));
    else if (!to)
        m_targetText->setText(tr("This is not a whole number that fits into 64 bits."));
    else if (canTell && !difference)
        m_targetText->setText(tr("The difference is larger than %1 and cannot be sent in one step.")
                                  .arg(shown(MaxCounterStep)));
    else if (canTell && difference.value_or(1) == 0)
        m_targetText->setText(tr("That is what it stands at."));
    else if (canTell)
        m_targetText->setText(tr("Sends %1.").arg(withSign(difference.value_or(0))));

    QString hint = m_blocked;
    const auto isBeyond = [](const std::optional<qint64> &number) {
        return number && (*number > MaxCounterStep || *number < -MaxCounterStep);
    };
    if (hint.isEmpty() && (isBeyond(m_value) || isBeyond(to)))
        hint = tr("Beyond ±%1 programs that read numbers as doubles (JavaScript) see another value.")
                   .arg(shown(MaxCounterStep));
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    setAccessibleDescription(m_number->text());
}

} // namespace Studio
