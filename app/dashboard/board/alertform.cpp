// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/alertform.h"

#include "shell/look.h"
#include "shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

namespace Studio
{

namespace
{

constexpr double MostSeconds = 10'000'000;

/// Seconds without zeros at their end.
class SecondsBox : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    QString textFromValue(double value) const override
    {
        return locale().toString(value, 'f', QLocale::FloatingPointShortest);
    }
};

bool hasThreshold(AlertKind kind)
{
    return kind == AlertKind::Above || kind == AlertKind::Below || kind == AlertKind::Equal
        || kind == AlertKind::Matches;
}

bool isNumeric(AlertKind kind)
{
    return kind == AlertKind::Above || kind == AlertKind::Below;
}

} // namespace

AlertForm::AlertForm(Theme &theme, const AlertRule &rule, QWidget *parent)
    : QWidget(parent)
    , m_start(rule)
    , m_kind(new QComboBox(this))
    , m_threshold(new QLineEdit(rule.threshold, this))
    , m_hysteresisLabel(new QLabel(this))
    , m_hysteresis(new QLineEdit(rule.hysteresis, this))
    , m_holdLabel(new QLabel(this))
    , m_hold(new SecondsBox(this))
    , m_label(new QLineEdit(rule.label, this))
    , m_muted(new QCheckBox(tr("Muted"), this))
    , m_problem(new QLabel(this))
{
    setObjectName(QStringLiteral("alertForm"));
    for (int i = 0; i < AlertKindCount; ++i)
        m_kind->addItem(alertKindText(AlertKind(i)));
    m_kind->setCurrentIndex(int(rule.kind));
    m_kind->setObjectName(QStringLiteral("alertKind"));
    m_kind->setAccessibleName(tr("When it alarms"));
    m_threshold->setObjectName(QStringLiteral("alertThreshold"));
    m_hysteresis->setObjectName(QStringLiteral("alertHysteresis"));
    m_hysteresis->setPlaceholderText(QStringLiteral("0"));
    m_hysteresisLabel->setText(tr("Ends when &back by"));
    m_hysteresisLabel->setBuddy(m_hysteresis);
    m_hysteresisLabel->setToolTip(
        tr("How far beyond the limit the number has to go back, so that an alert does not flicker"));
    m_hysteresis->setToolTip(m_hysteresisLabel->toolTip());
    m_hold->setObjectName(QStringLiteral("alertHold"));
    m_hold->setRange(0, MostSeconds);
    m_hold->setDecimals(3);
    m_hold->setSuffix(tr(" s"));
    m_hold->setValue(double(rule.holdMs) / 1000);
    m_holdLabel->setBuddy(m_hold);
    m_label->setObjectName(QStringLiteral("alertLabel"));
    m_label->setAccessibleName(tr("Label of the alert"));
    m_muted->setObjectName(QStringLiteral("alertMuted"));
    m_muted->setChecked(rule.isMuted);
    m_muted->setToolTip(tr("Shown on the tile and in the log, told nowhere else"));
    m_problem->setObjectName(QStringLiteral("alertProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    Look::text(m_problem, theme, ColorRole::Removed, -1);
    for (QLabel *label : {m_hysteresisLabel, m_holdLabel})
        Look::text(label, theme, ColorRole::TextMuted);

    auto *remove = new QToolButton(this);
    remove->setObjectName(QStringLiteral("alertRemove"));
    remove->setIcon(theme.icon(QStringLiteral("delete")));
    remove->setToolTip(tr("Remove this alert"));
    remove->setAccessibleName(remove->toolTip());
    remove->setFocusPolicy(Qt::StrongFocus);
    Look::makeQuiet(remove);

    const int gap = theme.metric(8);
    auto *when = new QHBoxLayout;
    when->setSpacing(gap);
    when->addWidget(m_kind);
    when->addWidget(m_threshold, 1);
    when->addWidget(remove);
    auto *conditions = new QGridLayout;
    conditions->setHorizontalSpacing(gap);
    conditions->setVerticalSpacing(theme.metric(4));
    conditions->setColumnStretch(1, 1);
    conditions->addWidget(m_hysteresisLabel, 0, 0);
    conditions->addWidget(m_hysteresis, 0, 1);
    conditions->addWidget(m_holdLabel, 1, 0);
    conditions->addWidget(m_hold, 1, 1);
    auto *name = new QHBoxLayout;
    name->setSpacing(gap);
    name->addWidget(m_label, 1);
    name->addWidget(m_muted);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, gap);
    column->setSpacing(theme.metric(4));
    column->addLayout(when);
    column->addLayout(conditions);
    column->addLayout(name);
    column->addWidget(m_problem);
    column->addWidget(Look::hairline(Qt::Horizontal, this));
    const QList<QWidget *> order{m_kind, m_threshold, m_hysteresis, m_hold, m_label, m_muted, remove};
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order.at(i - 1), order.at(i));
    setFocusProxy(m_kind);

    const auto edited = [this] {
        showFields();
        emit changed();
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, edited);
    for (QLineEdit *field : {m_threshold, m_hysteresis, m_label})
        connect(field, &QLineEdit::textChanged, this, edited);
    connect(m_hold, &QDoubleSpinBox::valueChanged, this, edited);
    connect(m_muted, &QCheckBox::toggled, this, edited);
    connect(remove, &QToolButton::clicked, this, &AlertForm::removeRequested);
    showFields();
}

AlertRule AlertForm::rule() const
{
    AlertRule rule = m_start;
    rule.kind = AlertKind(m_kind->currentIndex());
    rule.threshold = hasThreshold(rule.kind) ? m_threshold->text().trimmed() : QString();
    if (rule.kind == AlertKind::Matches || rule.kind == AlertKind::Equal)
        rule.threshold = m_threshold->text(); // blanks count
    rule.hysteresis = isNumeric(rule.kind) ? m_hysteresis->text().trimmed() : QString();
    rule.holdMs = rule.kind == AlertKind::Changed ? 0 : qRound64(m_hold->value() * 1000);
    rule.label = m_label->text().trimmed();
    rule.isMuted = m_muted->isChecked();
    return rule;
}

void AlertForm::showFields()
{
    const AlertRule now = rule();
    const bool isAge = now.kind == AlertKind::NotChanged;
    m_threshold->setVisible(hasThreshold(now.kind));
    const QString what = isNumeric(now.kind)            ? tr("Number")
                       : now.kind == AlertKind::Matches ? tr("Regular expression")
                                                        : tr("Text or number");
    m_threshold->setPlaceholderText(what);
    m_threshold->setAccessibleName(what);
    m_hysteresisLabel->setVisible(isNumeric(now.kind));
    m_hysteresis->setVisible(isNumeric(now.kind));
    m_holdLabel->setVisible(now.kind != AlertKind::Changed);
    m_hold->setVisible(now.kind != AlertKind::Changed);
    m_holdLabel->setText(isAge ? tr("Not changed &for") : tr("When so &for"));
    m_hold->setSpecialValueText(isAge ? QString() : tr("at once"));
    AlertRule plain = now;
    plain.label.clear();
    m_label->setPlaceholderText(tr("Label: %1").arg(plain.text()));
    const QString problem = now.problem();
    // An empty field waits to be filled in; the button of the dialog is off anyway.
    const bool isBlank = hasThreshold(now.kind) && m_threshold->text().isEmpty();
    m_problem->setText(isBlank ? QString() : problem);
    m_problem->setVisible(!m_problem->text().isEmpty());
}

} // namespace Studio
