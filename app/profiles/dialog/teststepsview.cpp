// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/dialog/teststepsview.h"

#include "shell/look.h"
#include "shell/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace Studio
{

namespace
{

struct Sign {
    QString icon;
    ColorRole role;
};

Sign signOf(TestStepState state)
{
    switch (state) {
    case TestStepState::Running:
        return {QStringLiteral("clock"), ColorRole::Accent};
    case TestStepState::Passed:
        return {QStringLiteral("check"), ColorRole::Created};
    case TestStepState::Failed:
        return {QStringLiteral("error"), ColorRole::Removed};
    case TestStepState::Waiting:
    case TestStepState::Skipped:
        break;
    }
    return {QStringLiteral("minus"), ColorRole::TextFaint};
}

} // namespace

QString TestStepsView::timeText(double milliseconds)
{
    if (milliseconds < 0)
        return {};
    if (milliseconds < 0.1)
        return tr("below %1 ms").arg(QLocale().toString(0.1, 'f', 1));
    return tr("%1 ms").arg(QLocale().toString(milliseconds, 'f', milliseconds < 10 ? 1 : 0));
}

TestStepsView::TestStepsView(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.metric(8));
    m_grid->setVerticalSpacing(theme.metric(4));
    m_grid->setColumnStretch(2, 1);
    setAccessibleName(tr("Steps of the test"));
    connect(&theme, &Theme::changed, this, [this] { setSteps(m_steps); });
}

QString TestStepsView::stateName(TestStepState state)
{
    switch (state) {
    case TestStepState::Waiting:
        return tr("Waiting");
    case TestStepState::Running:
        return tr("Running…");
    case TestStepState::Passed:
        return tr("Passed");
    case TestStepState::Failed:
        return tr("Failed");
    case TestStepState::Skipped:
        return tr("Skipped");
    }
    return {};
}

void TestStepsView::setSteps(const QList<TestStepResult> &steps)
{
    m_steps = steps;
    while (m_lines.size() < steps.size()) {
        const int row = m_grid->rowCount();
        Line line{new QLabel(this), new QLabel(this), new QLabel(this), new QLabel(this), new QLabel(this)};
        for (QLabel *label : {line.name, line.text, line.time, line.advice})
            label->setTextFormat(Qt::PlainText);
        line.text->setWordWrap(true);
        line.advice->setWordWrap(true);
        line.name->setMinimumWidth(m_theme.metric(108));
        Look::text(line.name, m_theme, ColorRole::Text, 0, QFont::DemiBold);
        Look::text(line.time, m_theme, ColorRole::TextFaint, -1);
        Look::text(line.advice, m_theme, ColorRole::TextMuted);
        m_grid->addWidget(line.sign, row, 0, Qt::AlignTop);
        m_grid->addWidget(line.name, row, 1, Qt::AlignTop);
        m_grid->addWidget(line.text, row, 2, Qt::AlignTop);
        m_grid->addWidget(line.time, row, 3, Qt::AlignTop | Qt::AlignTrailing);
        m_grid->addWidget(line.advice, row + 1, 2);
        m_lines.append(line);
    }
    for (int i = 0; i < steps.size(); ++i)
        update(m_lines.at(i), steps.at(i));
}

void TestStepsView::update(const Line &line, const TestStepResult &step)
{
    const Sign sign = signOf(step.state);
    const QString state = stateName(step.state);
    line.sign->setPixmap(m_theme.pixmap(sign.icon, sign.role, m_theme.metric(16), devicePixelRatioF()));
    line.sign->setAccessibleName(state);
    line.sign->setToolTip(state);
    line.name->setText(ConnectionTest::stepName(step.step));
    line.text->setText(step.text.isEmpty() ? state
                       : step.state == TestStepState::Failed || step.state == TestStepState::Skipped
                           //: %1 is "Failed" or "Skipped", %2 the reason
                           ? tr("%1: %2").arg(state, step.text)
                           : step.text);
    const bool active = step.state == TestStepState::Passed || step.state == TestStepState::Running;
    Look::text(line.text, m_theme,
               step.state == TestStepState::Failed ? ColorRole::Removed
               : active                            ? ColorRole::Text
                                                   : ColorRole::TextFaint);
    line.time->setText(timeText(step.milliseconds));
    line.advice->setText(step.advice);
    line.advice->setVisible(step.state == TestStepState::Failed && !step.advice.isEmpty());
}

} // namespace Studio
