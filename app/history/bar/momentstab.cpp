// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/bar/momentstab.h"

#include "browser/emptystate.h"
#include "history/bar/momentfield.h"
#include "history/bar/timetravel.h"
#include "history/historyreader.h"
#include "history/historyrecorder.h"
#include "live/panel/keychangetable.h"
#include "models/keychangemodel.h"
#include "models/keyhistorymodel.h"
#include "models/keytext.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <array>

namespace Studio
{

namespace
{

constexpr int longestTitle = 40;
constexpr int followMs = 2000; ///< while the later moment is now

} // namespace

MomentsTab::MomentsTab(AppContext &app, TimeTravel &travel, HistoryRecorder &recorder,
                       const QByteArray &prefix, QWidget *parent)
    : PageTab(parent)
    , m_app(app)
    , m_travel(travel)
    , m_prefix(prefix)
    , m_model(new KeyChangeModel(this))
    , m_view(new KeyChangeTable(app.theme, *m_model, this))
    , m_empty(new EmptyState(app.theme, this))
{
    Look::fill(this, app.theme, ColorRole::Base);
    m_view->setObjectName(QStringLiteral("moments"));
    m_view->setAccessibleName(tr("Changes between two moments"));
    m_empty->setObjectName(QStringLiteral("empty"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(Look::hairline(Qt::Horizontal, this));
    auto *middle = new QWidget(this);
    m_places = new QStackedLayout(middle);
    m_places->addWidget(m_view);
    m_places->addWidget(m_empty);
    column->addWidget(middle, 1);
    setFocusProxy(m_view);

    for (MomentField *field : {m_from, m_to})
        connect(field, &MomentField::changed, this, &MomentsTab::momentsChanged);
    connect(m_view, &QTreeView::activated, this, &MomentsTab::compare);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &MomentsTab::refresh);
    m_follow.setSingleShot(true);
    m_follow.setInterval(followMs);
    connect(&m_follow, &QTimer::timeout, this, [this] {
        if (isVisible() && m_to->moment() == 0)
            momentsChanged();
    });
    connect(&recorder, &HistoryRecorder::statusChanged, this, [this] {
        if (!m_follow.isActive())
            m_follow.start();
    });
    refresh();
}

QWidget *MomentsTab::buildHead()
{
    Theme &theme = m_app.theme;
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(theme.metric(16), theme.metric(12), theme.metric(16), theme.metric(12));
    column->setSpacing(theme.metric(8));
    auto *moments = new QHBoxLayout;
    moments->setSpacing(theme.metric(8));
    const auto label = [&](const QString &text) {
        auto *made = new QLabel(text, head);
        Look::text(made, theme, ColorRole::TextMuted);
        moments->addWidget(made);
    };
    //: In front of the earlier of two moments
    label(tr("From"));
    m_from = new MomentField(theme, m_travel, tr("Earlier moment"), MomentField::Now::Left, head);
    m_from->setObjectName(QStringLiteral("from"));
    moments->addWidget(m_from);
    //: In front of the later of two moments
    label(tr("to"));
    m_to = new MomentField(theme, m_travel, tr("Later moment"), MomentField::Now::Allowed, head);
    m_to->setObjectName(QStringLiteral("to"));
    moments->addWidget(m_to);
    moments->addStretch(1);
    column->addLayout(moments);

    auto *row = new QHBoxLayout;
    row->setSpacing(theme.metric(8));
    m_summary = new QLabel(head);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    Look::text(m_summary, theme, ColorRole::TextMuted);
    row->addWidget(m_summary, 1);
    const auto button = [&](const QString &text, const char *name, auto slot) {
        auto *made = new QPushButton(text, head);
        made->setObjectName(QString::fromLatin1(name));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, slot);
        row->addWidget(made);
        return made;
    };
    m_open = button(tr("Open the record"), "open", [this] { emit openRequested(current()->key); });
    m_history =
        button(tr("History of the key"), "history", [this] { emit historyRequested(current()->key); });
    m_difference = button(tr("Show the difference"), "difference", [this] { compare(); });
    column->addLayout(row);
    return head;
}

QString MomentsTab::title() const
{
    return m_prefix.isEmpty() ? tr("Between two moments")
                              : tr("%1 between two moments").arg(KeyText::elided(m_prefix, longestTitle));
}

QString MomentsTab::statusText() const
{
    return m_summary->text();
}

QString MomentsTab::summary() const
{
    return m_summary->text();
}

void MomentsTab::setMoments(qint64 from, qint64 to)
{
    m_from->setMoment(from);
    m_to->setMoment(to);
    momentsChanged();
}

void MomentsTab::setCurrent(const QByteArray &key)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->changeAt(row)->key == key)
            m_view->setCurrentIndex(m_model->index(row, 0));
    }
}

const KeyChange *MomentsTab::current() const
{
    return m_model->changeAt(m_view->currentIndex().row());
}

KeyChange MomentsTab::changeOf(const PastDifference &difference)
{
    const auto &[key, before, after] = difference;
    KeyChange change;
    change.key = key;
    if (before.known && !before.exists)
        change.kind = KeyChange::Kind::Created;
    else if (!after.exists)
        change.kind = KeyChange::Kind::Removed;
    change.hasBefore = before.value.has_value();
    change.before = before.value.value_or(QByteArray());
    change.hasAfter = after.value.has_value();
    change.after = after.value.value_or(QByteArray());
    change.guess = !before.sure;
    return change;
}

void MomentsTab::momentsChanged()
{
    m_isStale = true;
    if (!m_isAsking)
        ask();
}

void MomentsTab::ask()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto [from, to] = std::minmax({m_from->moment(), m_to->moment() > 0 ? m_to->moment() : now});
    m_isStale = false;
    m_isAsking = true;
    m_asked = to;
    m_travel.reader().changedBetween(m_prefix, from, to, int(KeyChangeModel::mostRows) + 1, this,
                                     [this](const QList<PastDifference> &differences) {
                                         m_isAsking = false;
                                         if (m_isStale)
                                             ask();
                                         else
                                             take(differences);
                                     });
}

void MomentsTab::take(const QList<PastDifference> &differences)
{
    std::map<QByteArray, KeyChange> changes;
    for (const PastDifference &each : differences)
        changes.emplace(each.key, changeOf(each));
    m_hasMore = qsizetype(changes.size()) > KeyChangeModel::mostRows;
    m_model->take(changes);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
    refresh();
}

void MomentsTab::refresh()
{
    std::array<int, 3> counts{};
    for (int row = 0; row < m_model->rowCount(); ++row)
        ++counts[size_t(m_model->changeAt(row)->kind)];
    const QLocale locale;
    QStringList parts;
    if (m_model->rowCount() > 0)
        parts = {tr("%1 created").arg(locale.toString(counts[size_t(KeyChange::Kind::Created)])),
                 tr("%1 changed").arg(locale.toString(counts[size_t(KeyChange::Kind::Changed)])),
                 tr("%1 removed").arg(locale.toString(counts[size_t(KeyChange::Kind::Removed)]))};
    if (m_hasMore)
        parts.append(tr("only the first %1 are listed").arg(locale.toString(m_model->rowCount())));
    parts.append(tr("as far as it was recorded"));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    const KeyChange *change = current();
    m_open->setEnabled(change && change->kind != KeyChange::Kind::Removed);
    m_history->setEnabled(change);
    m_difference->setEnabled(change && (change->hasBefore || change->hasAfter));
    if (m_model->rowCount() == 0)
        m_empty->show(
            tr("No difference"),
            tr("What was recorded is the same at both moments. What is not watched is not recorded."));
    m_places->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_empty);
    emit statusTextChanged(statusText());
}

void MomentsTab::compare()
{
    const KeyChange *change = current();
    if (!change || (!change->hasBefore && !change->hasAfter))
        return;
    const qint64 to = m_to->moment() > 0 ? m_to->moment() : m_asked;
    const auto [from, until] = std::minmax({m_from->moment(), to});
    emit compareRequested(tr("Change of %1").arg(KeyText::elided(change->key, longestTitle)),
                          {{KeyHistoryModel::momentText(from), change->before},
                           {KeyHistoryModel::momentText(until), change->after}});
}

} // namespace Studio
