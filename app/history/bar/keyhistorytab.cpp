// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/bar/keyhistorytab.h"

#include "browser/emptystate.h"
#include "editor/badge.h"
#include "editor/jsoneditor.h"
#include "history/bar/timetravel.h"
#include "history/historyreader.h"
#include "mirror/valuetype.h"
#include "models/keyhistorymodel.h"
#include "models/keytext.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int longestTitle = 60;

} // namespace

KeyHistoryTab::KeyHistoryTab(AppContext &app, TimeTravel &travel, const QByteArray &key, QWidget *parent)
    : PageTab(parent)
    , m_app(app)
    , m_travel(travel)
    , m_key(key)
    , m_model(new KeyHistoryModel(travel.reader(), key, this))
    , m_list(new QTreeView(this))
    , m_value(new JsonEditor(app, this))
    , m_caption(new QLabel(this))
    , m_badge(new Badge(app.theme, this))
    , m_compare(new QPushButton(tr("Compare"), this))
    , m_empty(new EmptyState(app.theme, this))
{
    Theme &theme = app.theme;
    Look::fill(this, theme, ColorRole::Base);
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemsExpandable(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAccessibleName(tr("Changes of the key"));
    m_list->header()->setStretchLastSection(true);
    const QFontMetrics metrics(theme.font());
    m_list->header()->resizeSection(KeyHistoryModel::Time,
                                    metrics.horizontalAdvance(KeyHistoryModel::momentText(1'700'000'000'000))
                                        + theme.metric(24));
    m_list->header()->resizeSection(KeyHistoryModel::Kind, theme.metric(110));
    m_list->header()->resizeSection(KeyHistoryModel::Size, theme.metric(80));

    Look::text(m_caption, theme, ColorRole::TextMuted);
    m_compare->setToolTip(
        tr("Show the difference of the two chosen changes, or of the chosen one and the value before it"));
    m_value->setReadOnly(true);
    m_value->setAccessibleName(tr("Value at the moment"));

    auto *head = new QHBoxLayout;
    head->setContentsMargins(theme.metric(12), theme.metric(8), theme.metric(12), theme.metric(8));
    head->setSpacing(theme.metric(8));
    head->addWidget(m_badge);
    head->addWidget(m_caption, 1);
    head->addWidget(m_compare);
    auto *below = new QWidget(this);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(Look::hairline(Qt::Horizontal, below));
    column->addWidget(m_value, 1);
    column->addWidget(m_empty, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_list);
    splitter->addWidget(below);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({theme.metric(220), theme.metric(320)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(m_list);

    connect(m_compare, &QPushButton::clicked, this, [this] {
        emit compareRequested(tr("History of %1").arg(KeyText::elided(m_key, longestTitle)), sides());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &KeyHistoryTab::chosen);
    connect(m_model, &KeyHistoryModel::ready, this, &KeyHistoryTab::showMoment);
    connect(m_model, &KeyHistoryModel::rowsInserted, this, [this] { emit statusTextChanged(statusText()); });
    connect(&travel, &TimeTravel::moved, this, &KeyHistoryTab::showMoment);
    chosen();
    showMoment();
}

QString KeyHistoryTab::title() const
{
    return tr("History of %1").arg(KeyText::elided(m_key, longestTitle));
}

QString KeyHistoryTab::statusText() const
{
    const int rows = m_model->rowCount();
    return m_model->canFetchMore({}) ? tr("more than %n row(s)", nullptr, rows)
                                     : tr("%n row(s)", nullptr, rows);
}

QString KeyHistoryTab::stateText() const
{
    return m_empty->isHidden() ? m_caption->text() : m_empty->title();
}

/// A row that is chosen is a moment; one that is chosen because the moment moved is not.
void KeyHistoryTab::chosen()
{
    m_compare->setEnabled(sides().size() == 2);
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    if (m_isFollowing || rows.size() != 1)
        return;
    const HistoryEntry *entry = m_model->entryAt(rows.first().row());
    if (!entry)
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    m_travel.goTo(entry->at);
}

QList<DiffSide> KeyHistoryTab::sides() const
{
    QList<int> rows;
    const QModelIndexList chosen = m_list->selectionModel()->selectedRows();
    for (const QModelIndex &index : chosen)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end(), std::greater<>()); // the older one first
    if (rows.size() == 1) {
        // With the row before it that has a value.
        int before = rows.first() + 1;
        while (m_model->entryAt(before) && m_model->entryAt(before)->isBreak())
            ++before;
        rows.prepend(before);
    }
    if (rows.size() != 2)
        return {};
    QList<DiffSide> sides;
    for (const int row : std::as_const(rows)) {
        const HistoryEntry *entry = m_model->entryAt(row);
        if (!entry || entry->isBreak() || (!entry->value && !entry->absent))
            return {};
        sides.append({KeyHistoryModel::momentText(entry->at), entry->value.value_or(QByteArray())});
    }
    return sides;
}

void KeyHistoryTab::showMoment()
{
    const qint64 at = m_travel.isLive() ? QDateTime::currentMSecsSinceEpoch() : m_travel.moment();
    if (!m_isFollowing) {
        const QScopedValueRollback following(m_isFollowing, true);
        const int row = m_travel.isLive() ? -1 : m_model->rowOfMoment(at);
        if (row >= 0)
            m_list->setCurrentIndex(m_model->index(row, 0));
        else
            m_list->clearSelection();
    }
    m_isAsking = true;
    m_travel.reader().states({m_key}, at, this, [this, at](const QHash<QByteArray, PastState> &states) {
        const qint64 wanted = m_travel.isLive() ? at : m_travel.moment();
        if (wanted != at)
            return; // another answer is on its way
        m_isAsking = false;
        showState(states.value(m_key), at);
    });
}

void KeyHistoryTab::showState(const PastState &state, qint64 at)
{
    const QString moment = KeyHistoryModel::momentText(at);
    const bool hasValue = state.known && state.exists && state.value;
    if (hasValue) {
        const ValueType type = classifyValue(*state.value);
        const bool isJson = type != ValueType::Text && type != ValueType::Binary;
        m_value->setLanguage(isJson ? JsonEditor::Language::Json : JsonEditor::Language::PlainText);
        m_value->updateBytes(*state.value, true);
    } else if (!state.known) {
        m_empty->show(tr("Not known"), tr("What the key held at %1 was not recorded.").arg(moment));
    } else if (!state.exists) {
        m_empty->show(tr("Not there"), tr("At %1 the key did not exist.").arg(moment));
    } else {
        m_empty->show(tr("The value is not known"), tr("At %1 only a change of it was heard.").arg(moment));
    }
    m_value->setVisible(hasValue);
    m_empty->setVisible(!hasValue);
    m_badge->setContent(m_travel.isLive() ? tr("Latest recorded") : tr("Past"), ColorRole::Warning,
                        ColorRole::WarningSoft);
    QString caption =
        m_travel.isLive() ? tr("Cannot be edited here") : tr("As of %1, cannot be edited").arg(moment);
    if (hasValue && !state.sure)
        caption += QStringLiteral(" · ") + tr("not certain: worked out, or the line was down in between");
    m_caption->setText(caption);
}

} // namespace Studio
