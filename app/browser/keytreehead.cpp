// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/keytreehead.h"

#include "browser/coveragestrip.h"
#include "browser/elidedlabel.h"
#include "browser/filterfield.h"
#include "browser/levellister.h"
#include "mirror/keyspacemirror.h"
#include "models/keytreemodel.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int MostRootRows = 2000; ///< rows looked at for the figures and the bar

} // namespace

KeyTreeHead::KeyTreeHead(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_figures(new ElidedLabel(this))
    , m_columns(new QToolButton(this))
    , m_filter(new FilterField(theme, this))
    , m_problem(new QLabel(this))
    , m_strip(new CoverageStrip(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.metric(10), 0, theme.metric(10), theme.metric(8));
    column->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(theme.metric(2), 0, theme.metric(2), 0);
    line->setSpacing(theme.metric(8));
    auto *title = new QLabel(tr("Keys"), this);
    title->setMinimumHeight(theme.metric(34));
    Look::text(title, theme, ColorRole::Text, -1, QFont::DemiBold);
    m_figures->setObjectName(QStringLiteral("figures"));
    m_figures->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    Look::text(m_figures, theme, ColorRole::TextMuted, -1);
    line->addWidget(title);
    line->addWidget(m_figures, 1);
    m_columns->setObjectName(QStringLiteral("columns"));
    m_columns->setIcon(theme.icon(QStringLiteral("more")));
    m_columns->setToolTip(tr("Columns of the tree"));
    m_columns->setAccessibleName(tr("Columns of the tree"));
    m_columns->setPopupMode(QToolButton::InstantPopup);
    Look::makeQuiet(m_columns);
    line->addWidget(m_columns);
    column->addLayout(line);

    m_filter->setObjectName(QStringLiteral("filter"));
    column->addWidget(m_filter);
    m_problem->setObjectName(QStringLiteral("filterProblem"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    Look::text(m_problem, theme, ColorRole::Removed, -1);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addSpacing(theme.metric(8));
    m_strip->setObjectName(QStringLiteral("coverage"));
    auto *stripRow = new QHBoxLayout;
    stripRow->setContentsMargins(theme.metric(2), 0, theme.metric(2), 0);
    stripRow->addWidget(m_strip);
    column->addLayout(stripRow);
}

void KeyTreeHead::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void KeyTreeHead::update(const KeyTreeModel &model, const LevelLister &lister)
{
    const QLocale locale;
    const qint64 known = model.mirror()->knownCount();
    if (!model.filterText().isEmpty()) {
        const QString matches =
            tr("%1 of %2 known match").arg(locale.toString(model.matchCount()), locale.toString(known));
        const bool looking =
            m_filter->looksInStore() && lister.isListing(KeyPattern::beginning(model.filter()));
        m_figures->setText(looking ? tr("%1 · looking in the store…").arg(matches) : matches);
        return;
    }
    const int all = model.rowCount();
    const int rows = std::min(all, MostRootRows);
    int branches = 0;
    int complete = 0;
    int stale = 0;
    QList<CoverageStrip::Part> parts;
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = model.index(row, 0);
        if (!model.isBranch(index))
            continue;
        ++branches;
        const auto level = CoverageLevel(index.data(KeyTreeModel::CoverageRole).toInt());
        complete += level == CoverageLevel::Complete ? 1 : 0;
        const bool old = index.data(KeyTreeModel::CoverageStaleRole).toBool();
        stale += old ? 1 : 0;
        parts.append(old                                ? CoverageStrip::Part::Stale
                     : level == CoverageLevel::Complete ? CoverageStrip::Part::Complete
                     : level == CoverageLevel::Partial  ? CoverageStrip::Part::Partial
                                                        : CoverageStrip::Part::Unknown);
    }
    // Among more rows than were looked at, the number of branches would be wrong.
    QString text = branches == 0 || all > rows
                     ? tr("%1 known").arg(locale.toString(known))
                     : tr("%1 known · %2 of %3 branches complete")
                           .arg(locale.toString(known), locale.toString(complete), locale.toString(branches));
    if (stale > 0 && all <= rows)
        text = tr("%1 · %n out of date", nullptr, stale).arg(text);
    if (parts.isEmpty() && lister.isListed({}))
        parts.append(CoverageStrip::Part::Complete);
    m_figures->setText(text);
    m_strip->setParts(parts, text);
}

} // namespace Studio
