// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/alertstab.h"

#include "browser/emptystate.h"
#include "dashboard/alertlog.h"
#include "dashboard/board/dashboardhub.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace Studio
{

namespace
{

/// What nobody has seen yet stands out, by its weight as well as by its colour.
class AlertDelegate : public QStyledItemDelegate
{
public:
    AlertDelegate(Theme &theme, const AlertLog &log, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_log(log)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const AlertEntry *entry = m_log.entryAt(index.row());
        if (!entry)
            return;
        ColorRole role = ColorRole::Text;
        if (entry->isOpen())
            role = ColorRole::Removed;
        else if (entry->endedAt != 0 || entry->isCut)
            role = ColorRole::TextMuted;
        if (entry->isOpen())
            option->font.setWeight(QFont::DemiBold);
        for (const QPalette::ColorRole text : {QPalette::Text, QPalette::HighlightedText})
            option->palette.setColor(text, m_theme.color(role));
    }

private:
    Theme &m_theme;
    const AlertLog &m_log;
};

} // namespace

AlertsTab::AlertsTab(AppContext &app, DashboardHub &hub, QWidget *parent)
    : PageTab(parent)
    , m_app(app)
    , m_hub(hub)
    , m_table(new QTableView(this))
{
    AlertLog &log = hub.log();
    Look::fill(this, app.theme, ColorRole::Base);
    m_table->setModel(&log);
    m_table->setItemDelegate(new AlertDelegate(app.theme, log, m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(app.theme.metric(24));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    for (const auto &[column, width] : {std::pair(int(AlertLog::Time), 130),
                                        {int(AlertLog::Tile), 260},
                                        {int(AlertLog::What), 220},
                                        {int(AlertLog::Value), 160}})
        m_table->setColumnWidth(column, app.theme.metric(width));
    m_table->setAccessibleName(tr("Alerts"));
    auto *empty = new EmptyState(app.theme, this);
    empty->show(tr("There was no alert"),
                tr("What the alerts of your dashboards raise is listed here, whether or not they are open."));
    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_table, 1);
    auto *places = new QStackedLayout(this);
    places->addWidget(empty);
    places->addWidget(list);
    const auto choose = [places, &log] { places->setCurrentIndex(log.rowCount() > 0 ? 1 : 0); };
    connect(&log, &QAbstractItemModel::rowsInserted, this, choose);
    connect(&log, &QAbstractItemModel::modelReset, this, choose);
    choose();
    setFocusProxy(m_table);
    connect(&log, &AlertLog::entriesChanged, this, [this] {
        m_app.commands.refresh();
        emit statusTextChanged(statusText());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, &app.commands,
            &CommandRegistry::refresh);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const AlertEntry *entry = m_hub.log().entryAt(index.row()))
            m_hub.showTile(entry->number);
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        m_app.commands.refresh();
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const char *id : {"dashboard.acknowledge", "dashboard.muteAlert", "dashboard.showTile"})
            menu->addAction(m_app.commands.action(QString::fromLatin1(id)));
        menu->popup(m_table->viewport()->mapToGlobal(at));
    });
    installCommands();
}

QWidget *AlertsTab::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    const int margin = m_app.theme.metric(8);
    row->setContentsMargins(margin, m_app.theme.metric(4), margin, m_app.theme.metric(4));
    row->setSpacing(m_app.theme.metric(4));
    for (const char *id : {"dashboard.acknowledge", "dashboard.acknowledgeAll", "dashboard.muteAlert",
                           "dashboard.showTile", "dashboard.clearAlerts"}) {
        auto *button = new QToolButton(head);
        button->setDefaultAction(m_app.commands.action(QString::fromLatin1(id)));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        Look::makeQuiet(button);
        row->addWidget(button);
    }
    row->addStretch(1);
    return head;
}

QList<quint64> AlertsTab::chosen() const
{
    QList<quint64> numbers;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows) {
        if (const AlertEntry *entry = m_hub.log().entryAt(index.row()))
            numbers.append(entry->number);
    }
    return numbers;
}

void AlertsTab::installCommands()
{
    const auto on = [this](const char *id, std::function<void()> run, std::function<bool()> enabled,
                           std::function<bool()> checked = {}) {
        m_app.commands.handle(QString::fromLatin1(id), this,
                              {std::move(run), std::move(enabled), std::move(checked)});
    };
    AlertLog &log = m_hub.log();
    const auto isOpen = [&log](quint64 number) {
        const AlertEntry *entry = log.entry(number);
        return entry && entry->isOpen();
    };
    const auto hasChosen = [this] { return !chosen().isEmpty(); };
    on(
        "dashboard.acknowledge",
        [this] {
            for (const quint64 number : chosen())
                m_hub.acknowledge(number);
        },
        [this, isOpen] {
            const QList<quint64> numbers = chosen();
            return std::any_of(numbers.cbegin(), numbers.cend(), isOpen);
        });
    on(
        "dashboard.acknowledgeAll",
        [this, &log] {
            QList<quint64> open;
            for (int row = 0; row < log.rowCount(); ++row) {
                if (const AlertEntry *entry = log.entryAt(row); entry->isOpen())
                    open.append(entry->number);
            }
            for (const quint64 number : std::as_const(open))
                m_hub.acknowledge(number);
        },
        [&log] { return log.openCount() > 0; });
    on(
        "dashboard.muteAlert",
        [this] {
            const QList<quint64> numbers = chosen();
            const bool muted = !m_hub.isMuted(numbers.value(0));
            for (const quint64 number : numbers)
                m_hub.mute(number, muted);
        },
        hasChosen, [this] { return m_hub.isMuted(chosen().value(0)); });
    on(
        "dashboard.showTile", [this] { m_hub.showTile(chosen().value(0)); },
        [this] { return chosen().size() == 1; });
    on(
        "dashboard.clearAlerts", [&log] { log.clearEnded(); }, [&log] { return log.hasEnded(); });
}

QString AlertsTab::title() const
{
    return tr("Alerts");
}

QString AlertsTab::statusText() const
{
    return tr("%n alert(s) not acknowledged", nullptr, m_hub.log().openCount());
}

} // namespace Studio
