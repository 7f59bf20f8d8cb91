// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/tiledialog.h"

#include "dashboard/board/alerteditor.h"
#include "dashboard/board/tiletexts.h"
#include "dashboard/board/tileview.h"
#include "dashboard/tilefeed.h"
#include "live/valuesource.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

/// Which fields a kind has.
bool has(TileKind kind, std::initializer_list<TileKind> kinds)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

} // namespace

struct TileDialog::Private {
    Private(Theme &colors, ValueSource &values, const LiveFeed *changes, TileConfig config)
        : theme(colors)
        , source(values)
        , events(changes)
        , start(std::move(config))
    {
    }

    Theme &theme;
    ValueSource &source;
    const LiveFeed *events;
    TileConfig start;
    QFormLayout *form = nullptr;
    QComboBox *kind = nullptr;
    QLineEdit *key = nullptr;
    QLabel *keyLabel = nullptr;
    QLineEdit *pointer = nullptr;
    QLineEdit *label = nullptr;
    QLineEdit *unit = nullptr;
    QSpinBox *decimals = nullptr;
    QComboBox *tone = nullptr;
    QSpinBox *stale = nullptr;
    QSpinBox *window = nullptr;
    QSpinBox *since = nullptr;
    QDoubleSpinBox *minimum = nullptr;
    QDoubleSpinBox *maximum = nullptr;
    QSpinBox *step = nullptr;
    QSpinBox *limit = nullptr;
    QPlainTextEdit *ranges = nullptr;
    QPlainTextEdit *series = nullptr;
    QPlainTextEdit *columns = nullptr;
    QPlainTextEdit *words = nullptr;
    AlertEditor *alerts = nullptr;
    QPlainTextEdit *text = nullptr;
    QLabel *problem = nullptr;
    QLabel *tip = nullptr;
    QPushButton *done = nullptr;
    QWidget *previewPlace = nullptr;
    std::unique_ptr<TileFeed> feed;
    TileView *preview = nullptr;
    QTimer *seconds = nullptr;
    bool isFilling = false;
};

TileDialog::TileDialog(Theme &theme, ValueSource &source, const LiveFeed *events, const TileConfig &tile,
                       const QStringList &keys, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(theme, source, events, tile))
{
    setWindowTitle(tile.id.isEmpty() ? tr("New tile") : tr("Edit tile"));
    setObjectName(QStringLiteral("tileDialog"));
    auto *fields = new QWidget;
    d->form = new QFormLayout(fields);
    d->form->setContentsMargins(0, 0, theme.metric(8), 0);
    d->form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const auto changed = [this] {
        if (!d->isFilling)
            refresh();
    };
    d->kind = new QComboBox(fields);
    for (int i = 0; i < TileKindCount; ++i)
        d->kind->addItem(tileKindText(TileKind(i)));
    d->kind->setObjectName(QStringLiteral("tileKind"));
    d->kind->setMaxVisibleItems(TileKindCount);
    d->tone = new QComboBox(fields);
    for (int i = 0; i < ToneCount; ++i)
        d->tone->addItem(toneText(Tone(i)));
    const auto edit = [&](const QString &name) {
        auto *field = new QLineEdit(fields);
        field->setObjectName(name);
        connect(field, &QLineEdit::textChanged, this, changed);
        return field;
    };
    d->key = edit(QStringLiteral("tileKey"));
    auto *completer = new QCompleter(keys, this);
    completer->setCaseSensitivity(Qt::CaseSensitive);
    d->key->setCompleter(completer);
    Look::monospace(d->key, theme);
    d->pointer = edit(QStringLiteral("tilePointer"));
    d->pointer->setPlaceholderText(tr("JSON Pointer, empty for the whole value"));
    Look::monospace(d->pointer, theme);
    d->label = edit(QStringLiteral("tileLabel"));
    d->unit = edit(QStringLiteral("tileUnit"));
    const auto spin = [&](int low, int high, const QString &suffix, const QString &special) {
        auto *field = new QSpinBox(fields);
        field->setRange(low, high);
        field->setSuffix(suffix);
        field->setSpecialValueText(special);
        connect(field, &QSpinBox::valueChanged, this, changed);
        return field;
    };
    d->decimals = spin(-1, 20, {}, tr("as in the value"));
    d->stale = spin(0, 10'000'000, tr(" s"), tr("never"));
    d->window = spin(1, 525'600, tr(" min"), {});
    d->since = spin(1, 525'600, tr(" min"), {});
    d->step = spin(1, 1'000'000'000, {}, {});
    d->limit = spin(1, 1000, {}, {});
    for (QDoubleSpinBox **field : {&d->minimum, &d->maximum}) {
        *field = new QDoubleSpinBox(fields);
        (*field)->setRange(-1e12, 1e12);
        (*field)->setDecimals(3);
        connect(*field, &QDoubleSpinBox::valueChanged, this, changed);
    }
    const auto lines = [&](const QString &name, const QString &hint) {
        auto *field = new QPlainTextEdit(fields);
        field->setObjectName(name);
        field->setPlaceholderText(hint);
        field->setTabChangesFocus(true);
        field->setFixedHeight(theme.metric(64));
        Look::monospace(field, theme, -1);
        connect(field, &QPlainTextEdit::textChanged, this, changed);
        return field;
    };
    d->series = lines(QStringLiteral("tileSeries"), tr("One a line: key, member, label, colour"));
    d->columns = lines(QStringLiteral("tileColumns"), tr("One a line: member, label"));
    d->ranges = lines(QStringLiteral("tileRanges"), tr("One a line: up to, colour (“80, green”)"));
    d->words = lines(QStringLiteral("tileWords"), tr("One a line: word, colour (“slow, orange”)"));
    d->alerts = new AlertEditor(theme, fields);
    d->alerts->setObjectName(QStringLiteral("tileAlerts"));
    connect(d->alerts, &AlertEditor::changed, this, changed);
    d->text = lines(QStringLiteral("tileText"), {});
    d->text->setFixedHeight(theme.metric(110));

    d->keyLabel = new QLabel(fields);
    d->form->addRow(tr("Shows"), d->kind);
    d->form->addRow(d->keyLabel, d->key);
    d->form->addRow(tr("Member"), d->pointer);
    d->form->addRow(tr("Series"), d->series);
    d->form->addRow(tr("Members"), d->columns);
    d->form->addRow(tr("Text"), d->text);
    d->form->addRow(tr("Label"), d->label);
    d->form->addRow(tr("Unit"), d->unit);
    d->form->addRow(tr("Decimals"), d->decimals);
    d->form->addRow(tr("Colour"), d->tone);
    d->form->addRow(tr("Time shown"), d->window);
    d->form->addRow(tr("Change within"), d->since);
    d->form->addRow(tr("Smallest"), d->minimum);
    d->form->addRow(tr("Largest"), d->maximum);
    d->form->addRow(tr("Ranges"), d->ranges);
    d->form->addRow(tr("Words"), d->words);
    d->form->addRow(tr("Step"), d->step);
    d->form->addRow(tr("Most rows"), d->limit);
    d->form->addRow(tr("Stale after"), d->stale);
    d->form->addRow(tr("Alerts"), d->alerts);
    connect(d->kind, &QComboBox::currentIndexChanged, this, changed);
    connect(d->tone, &QComboBox::currentIndexChanged, this, changed);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(fields);
    scroll->setMinimumSize(theme.metric(430), theme.metric(440));

    auto *right = new QVBoxLayout;
    auto *title = new QLabel(tr("Preview"), this);
    Look::text(title, theme, ColorRole::TextMuted);
    d->tip = new QLabel(this);
    d->tip->setWordWrap(true);
    Look::text(d->tip, theme, ColorRole::TextMuted);
    d->problem = new QLabel(this);
    d->problem->setWordWrap(true);
    d->problem->setTextFormat(Qt::PlainText);
    Look::text(d->problem, theme, ColorRole::Removed);
    d->previewPlace = new QWidget(this);
    d->previewPlace->setFixedSize(theme.metric(320), theme.metric(240));
    right->addWidget(title);
    right->addWidget(d->previewPlace);
    right->addWidget(d->tip);
    right->addWidget(d->problem);
    right->addStretch(1);

    auto *buttons = new QDialogButtonBox(this);
    d->done = buttons->addButton(tile.id.isEmpty() ? tr("Add") : tr("Save"), QDialogButtonBox::AcceptRole);
    d->done->setObjectName(QStringLiteral("tileDone"));
    Look::makePrimary(d->done);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit tileAccepted(this->tile());
        accept();
    });

    auto *middle = new QHBoxLayout;
    middle->setSpacing(theme.metric(16));
    middle->addWidget(scroll, 1);
    middle->addLayout(right);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.metric(16), theme.metric(16), theme.metric(16), theme.metric(16));
    column->setSpacing(theme.metric(16));
    column->addLayout(middle);
    column->addWidget(buttons);

    // The preview is live.
    d->seconds = new QTimer(this);
    d->seconds->setInterval(500);
    connect(d->seconds, &QTimer::timeout, this, [this] {
        if (d->preview)
            d->preview->refresh();
    });
    d->seconds->start();
    connect(&source, &ValueSource::changed, this, [this](const QList<QByteArray> &changedKeys) {
        if (d->feed)
            d->feed->take(changedKeys, QDateTime::currentMSecsSinceEpoch());
    });
    fill(tile);
    refresh();
    d->kind->setFocus();
}

TileDialog::~TileDialog()
{
    delete d->preview; // before the feed that it reads from
}

void TileDialog::fill(const TileConfig &tile)
{
    d->isFilling = true;
    d->kind->setCurrentIndex(int(tile.kind));
    d->key->setText(QString::fromUtf8(tile.key));
    d->pointer->setText(tile.pointer);
    d->label->setText(tile.label);
    d->unit->setText(tile.unit);
    d->decimals->setValue(tile.decimals);
    d->tone->setCurrentIndex(int(tile.tone));
    d->stale->setValue(int(tile.staleAfterMs / 1000));
    d->window->setValue(int(tile.windowMs / 60'000));
    d->since->setValue(int(tile.sinceMs / 60'000));
    d->minimum->setValue(tile.minimum);
    d->maximum->setValue(tile.maximum);
    d->step->setValue(int(std::min<qint64>(tile.step, 1'000'000'000)));
    d->limit->setValue(tile.limit);
    d->series->setPlainText(TileTexts::series(tile.series));
    d->columns->setPlainText(TileTexts::columns(tile.columns));
    d->ranges->setPlainText(TileTexts::ranges(tile.ranges));
    d->words->setPlainText(TileTexts::words(tile.words));
    d->alerts->setRules(tile.alerts);
    d->text->setPlainText(tile.text);
    d->isFilling = false;
}

TileConfig TileDialog::tile() const
{
    TileConfig tile = d->start;
    tile.kind = TileKind(d->kind->currentIndex());
    tile.key = d->key->text().toUtf8();
    tile.pointer = d->pointer->text();
    tile.label = d->label->text();
    tile.unit = d->unit->text();
    tile.decimals = d->decimals->value();
    tile.tone = Tone(d->tone->currentIndex());
    tile.staleAfterMs = d->stale->value() * 1000ll;
    tile.windowMs = d->window->value() * 60'000ll;
    tile.sinceMs = d->since->value() * 60'000ll;
    tile.minimum = d->minimum->value();
    tile.maximum = d->maximum->value();
    tile.step = d->step->value();
    tile.limit = d->limit->value();
    tile.series = TileTexts::seriesIn(d->series->toPlainText());
    tile.columns = TileTexts::columnsIn(d->columns->toPlainText());
    tile.ranges = TileTexts::rangesIn(d->ranges->toPlainText());
    tile.words = TileTexts::wordsIn(d->words->toPlainText());
    tile.alerts = d->alerts->rules();
    tile.text = d->text->toPlainText();
    if (tile.place.isEmpty())
        tile.place = QRect(QPoint(), defaultTileSize(tile.kind));
    if (tile.kind != d->start.kind && d->start.id.isEmpty())
        tile.place = QRect(QPoint(), defaultTileSize(tile.kind));
    return tile;
}

void TileDialog::showFields()
{
    using enum TileKind;
    const TileKind kind = TileKind(d->kind->currentIndex());
    const auto show = [this](QWidget *field, bool shown) { d->form->setRowVisible(field, shown); };
    const bool isBranch = has(kind, {Bars, Table, Events});
    const bool isNumeric = has(kind, {Number, Sparkline, LineChart, Bars, Gauge, Counter});
    d->keyLabel->setText(isBranch ? tr("Prefix") : tr("Key"));
    show(d->key, !has(kind, {Note, LineChart}));
    show(d->pointer, has(kind, {Value, Number, Sparkline, Bars, Gauge, Status, Counter}));
    show(d->series, kind == LineChart);
    show(d->columns, kind == Table);
    show(d->text, kind == Note);
    show(d->unit, isNumeric || kind == Value);
    show(d->decimals, isNumeric || has(kind, {Value, Table}));
    show(d->tone, !has(kind, {Status, LineChart, Table, Events}));
    show(d->window, has(kind, {Number, Sparkline, LineChart}));
    show(d->since, kind == Number);
    show(d->minimum, kind == Gauge);
    show(d->maximum, kind == Gauge);
    show(d->ranges, kind == Gauge);
    show(d->words, has(kind, {Status, Table}));
    show(d->step, kind == Counter);
    show(d->limit, isBranch);
    show(d->stale, !has(kind, {Note, Events, Rate}));
    show(d->alerts, !has(kind, {Note, LineChart, Bars, Table, Events, Rate}));
    d->tip->setText(tileKindTip(kind));
}

void TileDialog::rebuildPreview()
{
    TileConfig shown = tile();
    const bool sameKind = d->feed && d->feed->config().kind == shown.kind;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (sameKind) {
        d->feed->setConfig(shown, now);
        d->feed->readAll(now);
        d->preview->refresh();
        return;
    }
    delete d->preview;
    d->feed = std::make_unique<TileFeed>(d->source, shown, now);
    d->feed->readAll(now);
    d->preview = TileView::make(d->theme, *d->feed, d->events, d->previewPlace);
    d->preview->setFocusPolicy(Qt::NoFocus);
    d->preview->setEnabled(false);
    d->preview->setGeometry(d->previewPlace->rect());
    d->preview->refresh();
    d->preview->show();
}

void TileDialog::refresh()
{
    showFields();
    const QString problem = tile().problem();
    // A new tile without a key is no mistake yet; it only cannot be added.
    const bool isBlank = d->key->text().isEmpty() && d->series->toPlainText().isEmpty();
    d->problem->setText(isBlank && d->start.id.isEmpty() ? QString() : problem);
    d->done->setEnabled(problem.isEmpty());
    rebuildPreview();
}

} // namespace Studio
