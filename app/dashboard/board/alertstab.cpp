// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/alertstab.h"

#include "browser/emptystate.h"
#include "dashboard/alertlog.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>

namespace Studio
{

AlertsTab::AlertsTab(AppContext &app, AlertLog &log, QWidget *parent)
    : PageTab(parent)
    , m_table(new QTableView(this))
{
    Look::fill(this, app.theme, ColorRole::Base);
    m_table->setModel(&log);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(app.theme.metric(24));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    for (const auto &[column, width] : {std::pair(int(AlertLog::Time), 100),
                                        {int(AlertLog::Tile), 260},
                                        {int(AlertLog::What), 220},
                                        {int(AlertLog::Value), 160}})
        m_table->setColumnWidth(column, app.theme.metric(width));
    m_table->setAccessibleName(tr("Alerts"));
    auto *empty = new EmptyState(app.theme, this);
    empty->show(tr("There was no alert"), tr("What the alerts of open dashboards raise is listed here."));
    auto *places = new QStackedLayout(this);
    places->addWidget(empty);
    places->addWidget(m_table);
    const auto choose = [places, &log] { places->setCurrentIndex(log.rowCount() > 0 ? 1 : 0); };
    connect(&log, &QAbstractItemModel::rowsInserted, this, choose);
    connect(&log, &QAbstractItemModel::modelReset, this, choose);
    choose();
    setFocusProxy(m_table);
    connect(m_table, &QAbstractItemView::activated, this, [this, &log](const QModelIndex &index) {
        if (const AlertEntry *entry = log.entryAt(index.row()))
            emit tileRequested(entry->number);
    });
}

QString AlertsTab::title() const
{
    return tr("Alerts");
}

} // namespace Studio
