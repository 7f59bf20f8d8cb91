// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangesaved.h"

#include "browser/range/menufield.h"

#include <QMenu>

namespace Studio
{

namespace
{

constexpr int NoteMs = 1500; // after the last change of the layout

} // namespace

RangeSaved::RangeSaved(Theme &theme, const QString &file, QMenu &menu, std::function<RangeQuery()> now,
                       QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_queries(file)
    , m_menu(menu)
    , m_now(std::move(now))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(NoteMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_queries.note(m_now()); });
    connect(&menu, &QMenu::aboutToShow, this, &RangeSaved::fillMenu);
}

void RangeSaved::fillMenu()
{
    m_menu.clear();
    for (const SavedRange &entry : m_queries.saved())
        m_menu.addAction(menuText(entry.name), this,
                         [this, query = entry.query] { emit openRequested(query); });
    m_menu.addSeparator();
    addMenuField(m_menu, m_theme, tr("Save this range as"), [this](const QString &name) {
        if (name.trimmed().isEmpty())
            return false;
        if (!m_queries.save(name.trimmed(), m_now()))
            emit problem(tr("The query was not saved"), m_queries.problem());
        return true;
    });
    if (!m_queries.saved().isEmpty()) {
        QMenu *gone = m_menu.addMenu(tr("Delete saved"));
        for (const SavedRange &entry : m_queries.saved())
            gone->addAction(menuText(entry.name), this,
                            [this, name = entry.name] { m_queries.remove(name); });
    }
    if (!m_queries.recent().isEmpty()) {
        m_menu.addSection(tr("Recent"));
        for (const RangeQuery &query : m_queries.recent())
            m_menu.addAction(menuText(query.title()), this, [this, query] { emit openRequested(query); });
    }
}

QList<RangeQuery::Column> RangeSaved::lastColumns(const RangeQuery &query) const
{
    const std::optional<RangeQuery> last = m_queries.lastFor(query);
    return last ? last->columns : QList<RangeQuery::Column>();
}

void RangeSaved::noteNow()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    m_queries.note(m_now());
}

} // namespace Studio
