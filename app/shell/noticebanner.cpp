// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/noticebanner.h"

#include "notices/noticecenter.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/stylepainter.h"
#include "shell/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace Studio
{

namespace
{

ColorRole softRole(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return ColorRole::AccentSoft;
    case Severity::Good:
        return ColorRole::CreatedSoft;
    case Severity::Warning:
        return ColorRole::WarningSoft;
    case Severity::Error:
        return ColorRole::RemovedSoft;
    }
    return ColorRole::AccentSoft;
}

ColorRole strongRole(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return ColorRole::Accent;
    case Severity::Good:
        return ColorRole::Created;
    case Severity::Warning:
        return ColorRole::Warning;
    case Severity::Error:
        return ColorRole::Removed;
    }
    return ColorRole::Accent;
}

} // namespace

struct NoticeBanner::Private {
    explicit Private(AppContext &context)
        : app(context)
    {
    }

    const Notice *mostImportant() const;

    AppContext &app;
    QStringList contexts;
    QStringList elsewhere; ///< ids
    Notice shown;
    QLabel *title = nullptr;
    QLabel *text = nullptr;
    QPushButton *action = nullptr;
    QPushButton *details = nullptr;
    QToolButton *close = nullptr;
};

/// The most severe, among equals the newest.
const Notice *NoticeBanner::Private::mostImportant() const
{
    const Notice *best = nullptr;
    for (const Notice &notice : app.notices.notices()) {
        if (!contexts.contains(notice.context) || elsewhere.contains(notice.id))
            continue;
        if (!best || notice.severity > best->severity
            || (notice.severity == best->severity && notice.at >= best->at))
            best = &notice;
    }
    return best;
}

NoticeBanner::NoticeBanner(AppContext &app, QString context, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(app))
{
    d->contexts = {std::move(context)};
    d->title = new QLabel(this);
    d->title->setTextFormat(Qt::PlainText);
    d->text = new QLabel(this);
    d->text->setTextFormat(Qt::PlainText);
    d->text->setWordWrap(true);
    d->text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    d->action = new QPushButton(this);
    d->details = new QPushButton(tr("Details"), this);
    d->details->setCheckable(true);
    d->close = new QToolButton(this);
    d->close->setAutoRaise(true);
    d->close->setIcon(app.theme.icon(QStringLiteral("close")));
    d->close->setToolTip(tr("Close this notice"));
    d->close->setAccessibleName(d->close->toolTip());
    setAccessibleName(tr("Notice"));

    const Theme &theme = app.theme;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.metric(12), theme.metric(8), theme.metric(8), theme.metric(8));
    row->setSpacing(theme.metric(8));
    row->addWidget(d->title, 0, Qt::AlignTop);
    row->addWidget(d->text, 1);
    row->addWidget(d->action, 0, Qt::AlignTop);
    row->addWidget(d->details, 0, Qt::AlignTop);
    row->addWidget(d->close, 0, Qt::AlignTop);
    const int line = theme.metric(28);
    d->title->setMinimumHeight(line);
    d->text->setMinimumHeight(line);

    connect(d->action, &QPushButton::clicked, this,
            [this] { d->app.commands.trigger(d->shown.actionCommand); });
    connect(d->details, &QPushButton::toggled, this, [this](bool open) {
        d->text->setText(open ? d->shown.text + QLatin1Char('\n') + d->shown.details : d->shown.text);
    });
    connect(d->close, &QToolButton::clicked, this, [this] { d->app.notices.clear(d->shown.id); });
    connect(&app.notices, &NoticeCenter::changed, this, &NoticeBanner::refresh);
    connect(&app.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

NoticeBanner::~NoticeBanner() = default;

void NoticeBanner::setContexts(const QStringList &contexts, const QStringList &elsewhere)
{
    d->contexts = contexts;
    d->elsewhere = elsewhere;
    refresh();
}

void NoticeBanner::refresh()
{
    const Notice *notice = d->mostImportant();
    if (!notice) {
        d->shown = {};
        hide();
        emit shownChanged(false);
        return;
    }
    const bool another = notice->id != d->shown.id;
    d->shown = *notice;
    Look::text(d->title, d->app.theme, strongRole(notice->severity), 0, QFont::DemiBold);
    d->title->setText(notice->count > 1 && notice->severity == Severity::Error
                          ? tr("%1 (%2 times)").arg(notice->title).arg(notice->count)
                          : notice->title);
    if (another)
        d->details->setChecked(false);
    d->text->setText(d->details->isChecked() ? notice->text + QLatin1Char('\n') + notice->details
                                             : notice->text);
    const bool hasAction = d->app.commands.action(notice->actionCommand) != nullptr;
    d->action->setVisible(hasAction);
    d->action->setText(notice->actionText);
    d->details->setVisible(!notice->details.isEmpty());
    setAccessibleDescription(notice->title + QLatin1Char(' ') + notice->text);
    show();
    emit shownChanged(true);
    update();
}

void NoticeBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    StylePainter(d->app.theme, painter).box(rect(), 6, d->app.theme.color(softRole(d->shown.severity)), {});
}

} // namespace Studio
