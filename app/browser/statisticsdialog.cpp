// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/statisticsdialog.h"

#include "browser/agetext.h"
#include "browser/barlist.h"
#include "browser/elidedlabel.h"
#include "browser/keyactions.h"
#include "browser/keytreedelegate.h"
#include "mirror/keyspacemirror.h"
#include "models/keytext.h"
#include "session/latestjob.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "shell/wording.h"

#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int CountMs = 300; ///< new figures at most this often
constexpr int KeyRole = Qt::UserRole;

} // namespace

struct StatisticsDialog::Private {
    Private(AppContext &context, Session &openSession, KeyActions &keyActions, KeySelection chosen)
        : app(context)
        , session(openSession)
        , actions(keyActions)
        , selection(std::move(chosen))
    {
    }

    AppContext &app;
    Session &session;
    KeyActions &actions;
    const KeySelection selection;
    std::optional<KeyStatistics> statistics;
    LatestJob<std::optional<KeyStatistics>> job;
    QTimer timer;
    QSet<QByteArray> reading; ///< prefixes
    QString problem; ///< why reading ended

    QLabel *basis = nullptr;
    QPushButton *read = nullptr;
    QPushButton *stop = nullptr;
    QList<QLabel *> figures;
    BarList *types = nullptr;
    BarList *sizes = nullptr;
    QListWidget *biggest = nullptr;

    QWidget *build(StatisticsDialog *dialog);
    QLabel *addHead(const QString &text, QWidget *parent) const;
    bool isComplete(bool *stale) const;
};

StatisticsDialog::StatisticsDialog(AppContext &app, Session &session, KeyActions &actions,
                                   KeySelection selection, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(app, session, actions, std::move(selection)))
{
    setObjectName(QStringLiteral("statistics"));
    setWindowTitle(tr("Statistics"));
    d->build(this);
    d->timer.setSingleShot(true);
    d->timer.setInterval(CountMs);
    connect(&d->timer, &QTimer::timeout, this, &StatisticsDialog::count);
    connect(&session.mirror(), &KeyspaceMirror::applied, this, &StatisticsDialog::schedule);
    connect(&session.mirror(), &KeyspaceMirror::coverageChanged, this, &StatisticsDialog::schedule);
    connect(&session.mirror(), &KeyspaceMirror::reset, this, &StatisticsDialog::schedule);
    const auto ended = [this](const QByteArray &prefix) {
        if (d->reading.remove(prefix))
            schedule();
    };
    connect(&session, &Session::branchLoaded, this, ended);
    connect(&session, &Session::branchFailed, this,
            [this, ended](const QByteArray &prefix, const Hpkv::Error &error) {
                if (d->reading.contains(prefix) && error.kind != Hpkv::ErrorKind::Canceled)
                    d->problem = error.text;
                ended(prefix);
            });
    connect(&session, &QObject::destroyed, this, [this] {
        d->timer.stop();
        d->job.cancel();
        close();
    });
    resize(app.theme.metric(620), app.theme.metric(560));
    count();
}

StatisticsDialog::~StatisticsDialog() = default;

const std::optional<KeyStatistics> &StatisticsDialog::statistics() const
{
    return d->statistics;
}

QString StatisticsDialog::basis() const
{
    return d->basis->text();
}

bool StatisticsDialog::isReading() const
{
    return !d->reading.isEmpty();
}

QLabel *StatisticsDialog::Private::addHead(const QString &text, QWidget *parent) const
{
    auto *head = new QLabel(text, parent);
    Look::text(head, app.theme, ColorRole::Text, -1, QFont::DemiBold);
    return head;
}

QWidget *StatisticsDialog::Private::build(StatisticsDialog *dialog)
{
    Theme &theme = app.theme;
    auto *column = new QVBoxLayout(dialog);
    const int margin = theme.metric(16);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.metric(12));

    QString name;
    if (selection.isOneKey())
        name = KeyText::display(selection.keys.constFirst());
    else if (selection.keys.isEmpty() && selection.intervals.size() == 1) {
        const KeyInterval &interval = selection.intervals.constFirst();
        const auto prefix = prefixOf(interval);
        name = !prefix ? tr("%1 to %2").arg(KeyText::display(interval.first), KeyText::display(interval.last))
             : prefix->isEmpty() ? tr("The whole store")
                                 : KeyText::display(*prefix);
    } else {
        name = tr("%n selected item(s)", nullptr, int(selection.keys.size() + selection.intervals.size()));
    }
    auto *title = new ElidedLabel(dialog);
    title->setText(name);
    Look::text(title, theme, ColorRole::Text, 2, QFont::DemiBold);
    column->addWidget(title);

    auto *basisRow = new QHBoxLayout;
    basisRow->setSpacing(theme.metric(8));
    basis = new QLabel(dialog);
    basis->setObjectName(QStringLiteral("basis"));
    basis->setTextFormat(Qt::PlainText);
    basis->setWordWrap(true);
    Look::text(basis, theme, ColorRole::TextMuted, -1);
    read = new QPushButton(tr("Read all"), dialog);
    read->setObjectName(QStringLiteral("readAll"));
    stop = new QPushButton(tr("Stop"), dialog);
    stop->setObjectName(QStringLiteral("stop"));
    basisRow->addWidget(basis, 1);
    basisRow->addWidget(read);
    basisRow->addWidget(stop);
    column->addLayout(basisRow);
    QObject::connect(read, &QPushButton::clicked, dialog, &StatisticsDialog::readAll);
    QObject::connect(stop, &QPushButton::clicked, dialog, [dialog] { dialog->stop(); });

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.metric(24));
    grid->setVerticalSpacing(theme.metric(2));
    const QStringList names{tr("Keys"), tr("Values"), tr("Mean value"), tr("Names of keys")};
    for (int i = 0; i < names.size(); ++i) {
        auto *label = new QLabel(names.at(i), dialog);
        Look::text(label, theme, ColorRole::TextMuted, -1);
        auto *figure = new QLabel(dialog);
        figure->setAccessibleName(names.at(i));
        figure->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        Look::text(figure, theme, ColorRole::Text, 2, QFont::DemiBold);
        grid->addWidget(label, 0, i);
        grid->addWidget(figure, 1, i);
        grid->setColumnStretch(i, 1);
        figures.append(figure);
    }
    column->addLayout(grid);
    column->addWidget(Look::hairline(Qt::Horizontal, dialog));

    auto *bars = new QGridLayout;
    bars->setHorizontalSpacing(theme.metric(32));
    bars->setVerticalSpacing(theme.metric(4));
    types = new BarList(theme, dialog);
    types->setAccessibleName(tr("Types"));
    sizes = new BarList(theme, dialog);
    sizes->setAccessibleName(tr("Sizes of values"));
    bars->addWidget(addHead(tr("Types"), dialog), 0, 0);
    bars->addWidget(addHead(tr("Sizes of values"), dialog), 0, 1);
    bars->addWidget(types, 1, 0, Qt::AlignTop);
    bars->addWidget(sizes, 1, 1, Qt::AlignTop);
    bars->setColumnStretch(0, 1);
    bars->setColumnStretch(1, 1);
    column->addLayout(bars);
    column->addWidget(Look::hairline(Qt::Horizontal, dialog));

    column->addWidget(addHead(tr("Biggest values"), dialog));
    biggest = new QListWidget(dialog);
    biggest->setObjectName(QStringLiteral("biggest"));
    biggest->setAccessibleName(tr("Biggest values"));
    biggest->setFrameShape(QFrame::NoFrame);
    biggest->setUniformItemSizes(true);
    biggest->setTextElideMode(Qt::ElideMiddle);
    biggest->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    biggest->viewport()->setBackgroundRole(QPalette::Window);
    column->addWidget(biggest, 1);
    QObject::connect(biggest, &QListWidget::itemActivated, dialog, [this](const QListWidgetItem *item) {
        actions.openRecord(item->data(KeyRole).toByteArray(), true);
    });

    auto *close = new QPushButton(tr("Close"), dialog);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    auto *bottom = new QHBoxLayout;
    bottom->addStretch();
    bottom->addWidget(close);
    column->addLayout(bottom);
    close->setFocus();
    return dialog;
}

/// Whether everything that is selected has been read.
bool StatisticsDialog::Private::isComplete(bool *stale) const
{
    bool complete = true;
    *stale = false;
    const KeyspaceMirror &mirror = session.mirror();
    for (const KeyInterval &interval : selection.intervals) {
        const Coverage coverage = mirror.coverage(interval.first, interval.last);
        complete = complete && coverage.isComplete();
        *stale = *stale || coverage.stale;
    }
    for (const QByteArray &key : selection.keys) {
        const Coverage coverage = mirror.coverage(key, key);
        complete = complete && (coverage.isComplete() || mirror.info(key));
        *stale = *stale || coverage.stale;
    }
    return complete;
}

void StatisticsDialog::schedule()
{
    if (!d->timer.isActive())
        d->timer.start();
}

void StatisticsDialog::count()
{
    // While one still counts, the next waits: a stream of changes must not starve it.
    if (d->job.isRunning()) {
        schedule();
        return;
    }
    d->job.start(
        [snapshot = d->session.mirror().snapshot(), selection = d->selection](
            const std::atomic_bool &canceled) { return keyStatistics(snapshot, selection, canceled); },
        [this](const std::optional<KeyStatistics> &result) {
            if (result)
                showFigures(*result);
        });
    showBasis();
}

void StatisticsDialog::showFigures(const KeyStatistics &statistics)
{
    d->statistics = statistics;
    const QLocale locale;
    d->figures.at(0)->setText(locale.toString(statistics.keys));
    d->figures.at(1)->setText(statistics.sized > 0 ? Wording::size(statistics.valueBytes)
                                                   : QStringLiteral("–"));
    d->figures.at(2)->setText(statistics.sized > 0 ? Wording::size(statistics.valueBytes / statistics.sized)
                                                   : QStringLiteral("–"));
    d->figures.at(3)->setText(Wording::size(statistics.keyBytes));

    QList<BarList::Row> types;
    for (size_t type = 0; type < statistics.types.size(); ++type) {
        if (statistics.types.at(type) > 0)
            types.append({KeyTreeDelegate::typeName(ValueType(type)), statistics.types.at(type)});
    }
    std::stable_sort(types.begin(), types.end(),
                     [](const BarList::Row &a, const BarList::Row &b) { return a.count > b.count; });
    d->types->setRows(types);
    QList<BarList::Row> sizes;
    for (const KeyStatistics::Bucket &bucket : statistics.sizes) {
        QString name;
        if (bucket.to == 1)
            name = tr("empty");
        else if (bucket.to == 0)
            name = tr("%1 and more").arg(Wording::size(bucket.from));
        else
            name = tr("below %1").arg(Wording::size(bucket.to));
        sizes.append({name, bucket.keys});
    }
    d->sizes->setRows(sizes);

    const QByteArray current =
        d->biggest->currentItem() ? d->biggest->currentItem()->data(KeyRole).toByteArray() : QByteArray();
    d->biggest->clear();
    for (const KeyStatistics::Big &big : statistics.biggest) {
        auto *item = new QListWidgetItem(
            QStringLiteral("%1  %2").arg(Wording::size(big.size), KeyText::display(big.key)), d->biggest);
        item->setData(KeyRole, big.key);
        item->setToolTip(KeyText::display(big.key).toHtmlEscaped());
        if (big.key == current)
            d->biggest->setCurrentItem(item);
    }
    showBasis();
    emit counted();
}

void StatisticsDialog::showBasis()
{
    bool stale = false;
    const bool complete = d->isComplete(&stale);
    const bool readable =
        std::all_of(d->selection.intervals.cbegin(), d->selection.intervals.cend(),
                    [](const KeyInterval &interval) { return prefixOf(interval).has_value(); })
        && !d->selection.intervals.isEmpty();
    QString text;
    if (isReading())
        text = tr("Reading in the background. The figures grow until everything has been read.");
    else if (!d->problem.isEmpty())
        text = tr("Reading ended: %1 The figures are of what is known.").arg(d->problem);
    else if (!complete)
        text = tr("Not everything here has been read. The figures are of what is known.");
    else if (stale)
        text = tr("Everything was read, but the line was down since: some of it may be out of date.");
    else
        text = tr("Everything here has been read.");
    const qint64 unsized = d->statistics ? d->statistics->keys - d->statistics->sized : 0;
    if (unsized > 0)
        text += QLatin1Char(' ') + tr("The size of %n value(s) is not known.", nullptr, int(unsized));
    if (d->statistics && d->statistics->presumed > 0)
        text += QLatin1Char(' ')
              + tr("%n value(s) are as they were notified, which may be a part only.", nullptr,
                   int(d->statistics->presumed));
    d->basis->setText(text);
    d->read->setVisible(readable && !isReading() && (!complete || stale));
    d->stop->setVisible(isReading());
}

void StatisticsDialog::readAll()
{
    d->problem.clear();
    for (const KeyInterval &interval : d->selection.intervals) {
        if (const auto prefix = prefixOf(interval); prefix && !d->reading.contains(*prefix)) {
            d->reading.insert(*prefix);
            d->session.loadBranch(*prefix);
        }
    }
    showBasis();
}

void StatisticsDialog::stop()
{
    d->session.cancelScans();
}

} // namespace Studio
