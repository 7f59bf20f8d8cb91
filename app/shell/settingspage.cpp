// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/settingspage.h"

#include "session/journalentry.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/settings.h"
#include "shell/theme.h"
#include "shell/translations.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFontComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

/// The form of a section with its heading.
QFormLayout *makeForm(Theme &theme, QWidget *page, const QString &title)
{
    auto *column = new QVBoxLayout(page);
    const int margin = theme.metric(20);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.metric(16));
    auto *head = new QLabel(title, page);
    Look::text(head, theme, ColorRole::Text, 2, QFont::DemiBold);
    column->addWidget(head);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(theme.metric(16));
    form->setVerticalSpacing(theme.metric(12));
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    column->addLayout(form);
    column->addStretch();
    return form;
}

QLabel *makeRemark(Theme &theme, const QString &text, QWidget *parent)
{
    auto *remark = new QLabel(text, parent);
    remark->setWordWrap(true);
    remark->setMinimumWidth(theme.metric(360));
    Look::text(remark, theme, ColorRole::TextMuted, -1);
    return remark;
}

/// The same setting can be changed from a menu or a shortcut while the page is open.
template <typename Apply>
void followSetting(Settings &settings, QLatin1StringView name, QWidget *field, Apply apply)
{
    QObject::connect(&settings, &Settings::changed, field, [name, apply](const QString &changed) {
        if (changed == name)
            apply();
    });
}

QCheckBox *makeSwitch(Settings &settings, const Setting<bool> &setting, const QString &text, QWidget *parent)
{
    auto *box = new QCheckBox(text, parent);
    box->setChecked(settings.value(setting));
    followSetting(settings, setting.name, box,
                  [&settings, setting, box] { box->setChecked(settings.value(setting)); });
    QObject::connect(box, &QCheckBox::toggled, &settings,
                     [&settings, setting](bool on) { settings.setValue(setting, on); });
    return box;
}

/// Choices whose data is the setting's text.
QComboBox *makeChoice(Settings &settings, const Setting<QString> &setting,
                      const QList<std::pair<QString, QString>> &choices, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    for (const auto &[value, text] : choices)
        box->addItem(text, value);
    const auto apply = [&settings, setting, box] {
        box->setCurrentIndex(qMax(0, box->findData(settings.value(setting))));
    };
    apply();
    followSetting(settings, setting.name, box, apply);
    QObject::connect(box, &QComboBox::activated, &settings, [&settings, setting, box](int index) {
        settings.setValue(setting, box->itemData(index).toString());
    });
    return box;
}

/// Every family that fits `filter`, with "automatic" in front.
QComboBox *makeFontChoice(Settings &settings, const Setting<QString> &setting, bool fixedPitch,
                          const QString &automatic, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->addItem(automatic, QString());
    const QStringList families = QFontDatabase::families();
    for (const QString &family : families) {
        if (!QFontDatabase::isPrivateFamily(family) && (!fixedPitch || QFontDatabase::isFixedPitch(family)))
            box->addItem(family, family);
    }
    const auto apply = [&settings, setting, box] {
        box->setCurrentIndex(qMax(0, box->findData(settings.value(setting))));
    };
    apply();
    followSetting(settings, setting.name, box, apply);
    box->setMaxVisibleItems(16);
    QObject::connect(box, &QComboBox::activated, &settings, [&settings, setting, box](int index) {
        settings.setValue(setting, box->itemData(index).toString());
    });
    return box;
}

void addRow(QFormLayout *form, const QString &label, QWidget *field)
{
    field->setAccessibleName(label);
    form->addRow(label, field);
}

} // namespace

struct SettingsPage::Private {
    explicit Private(AppContext &context)
        : app(context)
    {
    }

    AppContext &app;
    QListWidget *sections = nullptr;
    QStackedWidget *pages = nullptr;
};

SettingsPage::SettingsPage(AppContext &app, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(app))
{
    Theme &theme = app.theme;
    setWindowTitle(tr("Settings"));

    d->sections = new QListWidget(this);
    d->sections->setAccessibleName(tr("Sections"));
    d->sections->setFrameShape(QFrame::NoFrame);
    d->sections->setFixedWidth(theme.metric(180));
    d->sections->viewport()->setBackgroundRole(QPalette::AlternateBase);
    d->pages = new QStackedWidget(this);
    Look::fill(d->pages, theme, ColorRole::Base);
    connect(d->sections, &QListWidget::currentRowChanged, d->pages, &QStackedWidget::setCurrentIndex);

    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *remark = makeRemark(theme, tr("Changes hold at once."), this);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    auto *side = new QWidget(this);
    Look::fill(side, theme, ColorRole::Panel);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(theme.metric(8), theme.metric(8), theme.metric(8), theme.metric(8));
    sideLayout->addWidget(d->sections);
    middle->addWidget(side);
    middle->addWidget(Look::hairline(Qt::Vertical, this));
    middle->addWidget(d->pages, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(theme.metric(12), theme.metric(8), theme.metric(12), theme.metric(8));
    bottom->addWidget(remark, 1);
    bottom->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(Look::hairline(Qt::Horizontal, this));
    column->addLayout(bottom);

    addSection(tr("Appearance"), QStringLiteral("sun"), appearanceSection());
    addSection(tr("Language"), QStringLiteral("globe"), languageSection());
    addSection(tr("Kept on disk"), QStringLiteral("save"), diskSection());
    d->sections->setCurrentRow(0);
    resize(theme.metric(720), theme.metric(460));
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::addSection(const QString &title, const QString &icon, QWidget *page)
{
    auto *item = new QListWidgetItem(d->app.theme.icon(icon), title, d->sections);
    item->setSizeHint(QSize(0, d->app.theme.metric(32)));
    page->setAccessibleName(title);
    d->pages->addWidget(page);
}

QWidget *SettingsPage::appearanceSection()
{
    Settings &settings = d->app.settings;
    auto *page = new QWidget(this);
    QFormLayout *form = makeForm(d->app.theme, page, tr("Appearance"));

    QComboBox *theme = makeChoice(settings, Key::Theme,
                                  {{QString(), tr("As the system")},
                                   {QStringLiteral("light"), tr("Light")},
                                   {QStringLiteral("dark"), tr("Dark")}},
                                  page);
    theme->setObjectName(QStringLiteral("themeChoice"));
    addRow(form, tr("Theme"), theme);
    addRow(form, tr("Interface font"),
           makeFontChoice(settings, Key::InterfaceFont, false, tr("As the system"), page));
    auto *size = new QSpinBox(page);
    size->setRange(9, 24);
    size->setValue(settings.value(Key::FontSize));
    size->setSuffix(tr(" px"));
    followSetting(settings, Key::FontSize.name, size,
                  [&settings, size] { size->setValue(settings.value(Key::FontSize)); });
    connect(size, &QSpinBox::valueChanged, &settings,
            [&settings](int pixels) { settings.setValue(Key::FontSize, pixels); });
    addRow(form, tr("Text size"), size);
    addRow(form, tr("Font of keys and values"),
           makeFontChoice(settings, Key::MonospaceFont, true, tr("Automatic"), page));
    form->addRow(QString(), makeSwitch(settings, Key::ReducedMotion, tr("Reduced motion"), page));
    form->addRow(QString(), makeRemark(d->app.theme, tr("Changed lines are lit without fading."), page));
    return page;
}

QWidget *SettingsPage::languageSection()
{
    Settings &settings = d->app.settings;
    auto *page = new QWidget(this);
    QFormLayout *form = makeForm(d->app.theme, page, tr("Language"));
    QList<std::pair<QString, QString>> choices{{QString(), tr("As the system")}};
    const QStringList codes = Translations::available();
    for (const QString &code : codes)
        choices.append({code, Translations::nativeName(code)});
    addRow(form, tr("Language"), makeChoice(settings, Key::Language, choices, page));
    form->addRow(QString(), makeRemark(d->app.theme, tr("Holds from the next start."), page));
    return page;
}

QWidget *SettingsPage::diskSection()
{
    Settings &settings = d->app.settings;
    auto *page = new QWidget(this);
    QFormLayout *form = makeForm(d->app.theme, page, tr("Kept on disk"));
    form->addRow(
        makeSwitch(settings, Key::KeepJournal, tr("Journal of writes, with the values before them"), page));
    form->addRow(makeRemark(d->app.theme,
                            tr("Off: the journal lives in memory and is gone when the program ends. Holds "
                               "from the next start. What is on disk stays until the journal is cleared."),
                            page));
    auto *size = new QSpinBox(page);
    size->setObjectName(QStringLiteral("journalSize"));
    size->setRange(1, 10'000);
    size->setSuffix(tr(" MB"));
    size->setValue(settings.value(Key::JournalMegabytes));
    followSetting(settings, Key::JournalMegabytes.name, size,
                  [&settings, size] { size->setValue(settings.value(Key::JournalMegabytes)); });
    connect(size, &QSpinBox::valueChanged, &settings,
            [&settings](int megabytes) { settings.setValue(Key::JournalMegabytes, megabytes); });
    addRow(form, tr("Size of each journal"), size);
    form->addRow(makeRemark(d->app.theme,
                            tr("Beyond this, or %1 writes, the oldest writes go and can no longer be undone.")
                                .arg(QLocale().toString(JournalLimits().rows)),
                            page));
    form->addRow(makeSwitch(settings, Key::KeepHistory, tr("History of changes that were heard"), page));
    const auto addNumber = [&](const char *name, const Setting<int> &setting, int least, int most,
                               const QString &suffix, const QString &label) {
        auto *field = new QSpinBox(page);
        field->setObjectName(QLatin1StringView(name));
        field->setRange(least, most);
        field->setSuffix(suffix);
        field->setValue(settings.value(setting));
        followSetting(settings, setting.name, field,
                      [&settings, &setting, field] { field->setValue(settings.value(setting)); });
        connect(field, &QSpinBox::valueChanged, &settings,
                [&settings, &setting](int value) { settings.setValue(setting, value); });
        addRow(form, label, field);
        return field;
    };
    addNumber("historySize", Key::HistoryMegabytes, 1, 100'000, tr(" MB"), tr("Size of each history"));
    addNumber("historyDays", Key::HistoryDays, 0, 3'650, tr(" days"), tr("Kept for"))
        ->setSpecialValueText(tr("as long as there is room"));
    form->addRow(makeRemark(d->app.theme,
                            tr("Beyond either the oldest changes go. Off: the history lives in memory, holds "
                               "the latest 64 MB and is gone when the connection is closed."),
                            page));
    form->addRow(makeSwitch(settings, Key::KeepDrafts, tr("Edits that are not saved yet"), page));
    form->addRow(makeRemark(
        d->app.theme,
        tr("They outlive a crash and are offered when the key is opened again. Off: they go with their tab, "
           "and what has been kept is deleted."),
        page));
    form->addRow(makeSwitch(settings, Key::KeepRecent, tr("When profiles were last opened"), page));
    form->addRow(makeSwitch(settings, Key::KeepRecentKeys, tr("Which keys were opened lately"), page));
    form->addRow(makeSwitch(settings, Key::KeepWindowLayout, tr("Size and layout of the window"), page));
    auto *folder = makeRemark(d->app.theme,
                              tr("Files for this person only, in %1. API keys and tokens are kept in the "
                                 "system's keychain, never in these files.")
                                  .arg(QDir::toNativeSeparators(QFileInfo(settings.file()).absolutePath())),
                              page);
    folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form->addRow(folder);
    return page;
}

} // namespace Studio
