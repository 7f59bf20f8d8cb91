// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangebars.h"

#include "browser/elidedlabel.h"
#include "browser/range/rangequeries.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "json/exactsum.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int ConditionMs = 400;
constexpr int MeanDigits = 12;

QToolButton *quietButton(Theme &theme, const QString &icon, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    if (!icon.isEmpty())
        button->setIcon(theme.icon(icon));
    button->setText(text);
    button->setToolButtonStyle(icon.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    Look::makeQuiet(button);
    return button;
}

} // namespace

// --- query

RangeQueryBar::RangeQueryBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_mode(new QComboBox(this))
    , m_fromLabel(new QLabel(tr("From"), this))
    , m_from(new QLineEdit(this))
    , m_toLabel(new QLabel(tr("To"), this))
    , m_to(new QLineEdit(this))
    , m_limit(new QComboBox(this))
    , m_run(new QPushButton(tr("Run"), this))
    , m_saved(new QToolButton(this))
    , m_savedMenu(new QMenu(this))
    , m_condition(new QLineEdit(this))
{
    m_mode->setObjectName(QStringLiteral("mode"));
    m_mode->addItem(tr("Prefix"));
    m_mode->addItem(tr("From – to"));
    m_mode->setAccessibleName(tr("How the range is given"));
    m_from->setObjectName(QStringLiteral("from"));
    m_to->setObjectName(QStringLiteral("to"));
    m_to->setAccessibleName(tr("To"));
    m_to->setToolTip(tr("The last key, itself included"));
    m_limit->setObjectName(QStringLiteral("limit"));
    m_limit->setEditable(true);
    m_limit->setInsertPolicy(QComboBox::NoInsert);
    m_limit->addItem(tr("all"), -1);
    for (const int limit : {100, 1000, 10'000, 100'000})
        m_limit->addItem(QLocale().toString(limit), limit);
    m_limit->setAccessibleName(tr("Limit"));
    m_limit->setMinimumContentsLength(6);
    m_limit->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_run->setObjectName(QStringLiteral("run"));
    Look::makePrimary(m_run);
    m_saved->setObjectName(QStringLiteral("saved"));
    m_saved->setText(tr("Saved"));
    m_saved->setMenu(m_savedMenu);
    m_saved->setPopupMode(QToolButton::InstantPopup);
    m_condition->setObjectName(QStringLiteral("condition"));
    m_condition->setPlaceholderText(tr("Filter, e.g. /total > 100"));
    m_condition->setAccessibleName(tr("Condition on the values"));
    m_condition->setClearButtonEnabled(true);
    for (QLineEdit *field : {m_from, m_to, m_condition})
        Look::monospace(field, theme);
    for (QLabel *label : {m_fromLabel, m_toLabel})
        Look::text(label, theme, ColorRole::TextMuted);
    m_fromLabel->setBuddy(m_from);
    m_toLabel->setBuddy(m_to);
    auto *limitLabel = new QLabel(tr("Limit"), this);
    Look::text(limitLabel, theme, ColorRole::TextMuted);
    limitLabel->setBuddy(m_limit);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.metric(16), theme.metric(12), theme.metric(12), theme.metric(8));
    row->setSpacing(theme.metric(8));
    row->addWidget(m_mode);
    row->addWidget(m_fromLabel);
    row->addWidget(m_from, 3);
    row->addWidget(m_toLabel);
    row->addWidget(m_to, 3);
    row->addWidget(limitLabel);
    row->addWidget(m_limit);
    row->addWidget(m_run);
    row->addWidget(m_saved);
    row->addStretch(1);
    row->addWidget(m_condition, 3);

    connect(m_mode, &QComboBox::currentIndexChanged, this, &RangeQueryBar::updateFields);
    connect(m_run, &QPushButton::clicked, this, &RangeQueryBar::runRequested);
    for (QLineEdit *field : {m_from, m_to, m_limit->lineEdit()})
        connect(field, &QLineEdit::returnPressed, this, &RangeQueryBar::runRequested);
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    timer->setInterval(ConditionMs);
    connect(m_condition, &QLineEdit::textChanged, timer, qOverload<>(&QTimer::start));
    connect(timer, &QTimer::timeout, this, &RangeQueryBar::conditionEdited);
    connect(m_condition, &QLineEdit::returnPressed, this, [this, timer] {
        timer->stop();
        emit conditionEdited();
    });
    updateFields();
}

bool RangeQueryBar::byPrefix() const
{
    return m_mode->currentIndex() == 0;
}

void RangeQueryBar::updateFields()
{
    const bool prefix = byPrefix();
    m_fromLabel->setVisible(!prefix);
    m_toLabel->setVisible(!prefix);
    m_to->setVisible(!prefix);
    m_from->setAccessibleName(prefix ? tr("Prefix") : tr("From"));
    m_from->setPlaceholderText(prefix ? tr("all keys") : tr("the first key"));
    m_to->setPlaceholderText(tr("the last key"));
}

void RangeQueryBar::setQuery(const KeyInterval &interval, qint64 limit)
{
    RangeQuery query;
    query.interval = interval;
    const std::optional<QByteArray> prefix = query.prefix();
    m_given = interval;
    m_givenPrefix = prefix.has_value();
    m_mode->setCurrentIndex(prefix ? 0 : 1);
    m_from->setText(QString::fromUtf8(prefix ? *prefix : interval.first));
    m_to->setText(prefix ? QString() : QString::fromUtf8(interval.last));
    m_givenFrom = m_from->text();
    m_givenTo = m_to->text();
    m_limit->setEditText(limit < 0 ? tr("all") : QLocale().toString(limit));
    updateFields();
}

std::optional<KeyInterval> RangeQueryBar::interval() const
{
    if (!problem().isEmpty())
        return {};
    if (byPrefix() == m_givenPrefix && m_from->text() == m_givenFrom && m_to->text() == m_givenTo
        && !m_given.first.isEmpty())
        return m_given;
    const QByteArray from = m_from->text().toUtf8();
    if (byPrefix())
        return KeyInterval::ofPrefix(from);
    const QByteArray to = m_to->text().toUtf8();
    return KeyInterval{from.isEmpty() ? Hpkv::Keys::smallestStart() : from,
                       to.isEmpty() ? Hpkv::Keys::prefixEnd({}) : to};
}

qint64 RangeQueryBar::limit() const
{
    const QString text = m_limit->currentText().trimmed();
    if (text.isEmpty() || text.compare(tr("all"), Qt::CaseInsensitive) == 0)
        return -1;
    bool ok = false;
    const qint64 limit = QLocale().toLongLong(text, &ok);
    return ok && limit > 0 ? limit : 0;
}

QString RangeQueryBar::problem() const
{
    if (!byPrefix() && !m_to->text().isEmpty() && m_from->text().toUtf8() > m_to->text().toUtf8())
        return tr("The range ends before it begins: “To” stands before “From” in the order of the store.");
    if (limit() == 0)
        return tr("The limit is a number above 0, or “all”.");
    return {};
}

void RangeQueryBar::setConditionText(const QString &text)
{
    const QSignalBlocker blocker(m_condition);
    m_condition->setText(text);
}

QString RangeQueryBar::conditionText() const
{
    return m_condition->text();
}

void RangeQueryBar::setConditionProblem(const QString &problem)
{
    delete m_condition->findChild<QAction *>(QStringLiteral("problem"));
    m_condition->setToolTip(problem);
    if (problem.isEmpty())
        return;
    QAction *mark = m_condition->addAction(m_theme.icon(QStringLiteral("error"), ColorRole::Removed),
                                           QLineEdit::TrailingPosition);
    mark->setObjectName(QStringLiteral("problem"));
    mark->setParent(m_condition);
    mark->setToolTip(problem);
}

void RangeQueryBar::focusFields()
{
    m_from->setFocus();
    m_from->selectAll();
}

void RangeQueryBar::focusCondition()
{
    m_condition->setFocus();
    m_condition->selectAll();
}

// --- progress

RangeProgressStrip::RangeProgressStrip(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_text(new ElidedLabel(this))
    , m_pause(quietButton(theme, QStringLiteral("pause"), {}, this))
    , m_cancel(quietButton(theme, {}, tr("Cancel"), this))
    , m_again(quietButton(theme, QStringLiteral("refresh"), tr("Read again"), this))
    , m_order(new QLabel(this))
    , m_orderAction(quietButton(theme, {}, {}, this))
{
    m_bar->setObjectName(QStringLiteral("progress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(theme.metric(240), theme.metric(6));
    m_bar->setAccessibleName(tr("Reading"));
    m_text->setObjectName(QStringLiteral("progressText"));
    m_order->setObjectName(QStringLiteral("orderText"));
    m_pause->setObjectName(QStringLiteral("pause"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_again->setObjectName(QStringLiteral("again"));
    m_orderAction->setObjectName(QStringLiteral("orderAction"));
    Look::text(m_text, theme, ColorRole::TextMuted, -1);
    Look::text(m_order, theme, ColorRole::TextMuted, -1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.metric(16), 0, theme.metric(12), theme.metric(8));
    row->setSpacing(theme.metric(8));
    row->addWidget(m_bar);
    row->addWidget(m_text, 1);
    row->addWidget(m_pause);
    row->addWidget(m_cancel);
    row->addWidget(m_again);
    row->addSpacing(theme.metric(8));
    row->addWidget(m_order);
    row->addWidget(m_orderAction);
    setMinimumHeight(theme.metric(36));
    setProgress({});
    setOrder({}, {});
}

void RangeProgressStrip::setProgress(std::optional<double> share)
{
    m_bar->setVisible(share.has_value());
    if (!share)
        return;
    if (*share < 0) {
        m_bar->setRange(0, 0);
    } else {
        m_bar->setRange(0, 1000);
        m_bar->setValue(int(std::clamp(*share, 0.0, 1.0) * 1000));
    }
}

void RangeProgressStrip::setText(const QString &text)
{
    m_text->setText(text);
}

QString RangeProgressStrip::text() const
{
    return m_text->text();
}

QString RangeProgressStrip::orderText() const
{
    return m_order->text();
}

void RangeProgressStrip::setOrder(const QString &text, const QString &action)
{
    m_order->setText(text);
    m_order->setVisible(!text.isEmpty());
    m_orderAction->setText(action);
    m_orderAction->setVisible(!action.isEmpty());
}

// --- selection

RangeSelectionBar::RangeSelectionBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_count(new QLabel(this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_patch(new QPushButton(tr("Patch…"), this))
    , m_increment(new QPushButton(tr("Increment…"), this))
    , m_export(new QPushButton(tr("Export…"), this))
    , m_delete(new QPushButton(this))
    , m_sum(new ElidedLabel(this))
    , m_detail(quietButton(theme, QStringLiteral("eye"), tr("Detail"), this))
{
    Look::fill(this, theme, ColorRole::Base);
    Look::text(m_count, theme, ColorRole::Text, 0, QFont::DemiBold);
    Look::text(m_sum, theme, ColorRole::TextMuted);
    m_count->setObjectName(QStringLiteral("selected"));
    m_sum->setObjectName(QStringLiteral("sum"));
    m_sum->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_copy->setObjectName(QStringLiteral("copy"));
    m_patch->setObjectName(QStringLiteral("patch"));
    m_increment->setObjectName(QStringLiteral("increment"));
    m_export->setObjectName(QStringLiteral("export"));
    m_delete->setObjectName(QStringLiteral("delete"));
    m_detail->setObjectName(QStringLiteral("detail"));
    m_detail->setCheckable(true);
    m_detail->setToolTip(tr("Show the record of the current row below"));
    Look::makeDangerous(m_delete);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.metric(16), theme.metric(10), theme.metric(12), theme.metric(10));
    row->setSpacing(theme.metric(8));
    row->addWidget(m_count);
    for (QPushButton *button : {m_copy, m_patch, m_increment, m_export, m_delete})
        row->addWidget(button);
    row->addWidget(m_sum, 1);
    row->addWidget(m_detail);
    setSelected(0, 0);
}

void RangeSelectionBar::setSelected(qint64 rows, qint64 of)
{
    const QLocale locale;
    m_rows = rows;
    m_count->setText(rows > 0 ? tr("%1 selected").arg(locale.toString(rows))
                              : tr("%Ln row(s)", nullptr, int(of)));
    m_delete->setText(tr("Delete %1…").arg(locale.toString(rows)));
    setWritable(m_writable, m_withActions);
}

void RangeSelectionBar::setWritable(bool writable, bool withActions)
{
    m_writable = writable;
    m_withActions = withActions;
    m_copy->setVisible(m_rows > 0);
    m_export->setVisible(m_rows > 0 && withActions);
    for (QPushButton *button : {m_patch, m_increment, m_delete})
        button->setVisible(m_rows > 0 && withActions && writable);
}

void RangeSelectionBar::setSum(const QString &column, const ExactSum *sum, bool isRunning, qint64 unread)
{
    if (sum == nullptr || (sum->count() == 0 && !isRunning)) {
        m_sum->setText({});
        return;
    }
    const QLocale locale;
    QStringList parts;
    const auto text = [](const std::optional<ExactDecimal> &number) {
        return number ? QString::fromLatin1(number->toJson()) : QString();
    };
    if (sum->isSummable()) {
        //: %1 is a column's title, %2 a number
        parts.append(tr("Sum %1 %2").arg(column, text(sum->sum())));
        parts.append(tr("mean %1").arg(text(sum->mean(MeanDigits))));
    } else {
        parts.append(tr("%1: too far apart to be added up").arg(column));
    }
    parts.append(tr("min %1").arg(text(sum->smallest())));
    parts.append(tr("max %1").arg(text(sum->largest())));
    parts.append(tr("%1 numbers").arg(locale.toString(sum->count())));
    if (unread > 0)
        parts.append(tr("%1 not read").arg(locale.toString(unread)));
    if (isRunning)
        parts.append(tr("adding up…"));
    m_sum->setText(parts.join(QStringLiteral(" · ")));
}

QString RangeSelectionBar::sumText() const
{
    return m_sum->text();
}

} // namespace Studio
