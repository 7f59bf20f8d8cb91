// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/dialog/connectform.h"

#include "profiles/dialog/colordots.h"
#include "profiles/dialog/foldsection.h"
#include "profiles/dialog/formgrid.h"
#include "profiles/dialog/secretfield.h"
#include "profiles/dialog/segmentedchoice.h"
#include "profiles/envimport.h"
#include "profiles/separatortext.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <hpkvqt/connectionconfig.h>

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHostAddress>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QSslCertificate>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

/// Addresses that the vendor's own examples use. A person's own stands in the dashboard.
const QStringList Regions = {QStringLiteral("https://api-eu-1.hpkv.io"),
                             QStringLiteral("https://api-eu-2.hpkv.io"),
                             QStringLiteral("https://api-us-1.hpkv.io")};

/// QUrl takes "localhost:8090" for a scheme; without one the library means wss, so that is written out.
QUrl urlFrom(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    return QUrl(text.contains(QStringLiteral("://")) ? text : QStringLiteral("wss://") + text);
}

bool isLoopback(const QString &host)
{
    return host.compare(QStringLiteral("localhost"), Qt::CaseInsensitive) == 0
        || QHostAddress(host).isLoopback();
}

} // namespace

struct ConnectForm::Private {
    Private(ConnectForm *form, Theme &theme_)
        : q(form)
        , theme(theme_)
    {
    }

    ConnectForm *q;
    Theme &theme;
    Profile base;

    QLineEdit *name = nullptr;
    ColorDots *color = nullptr;
    QComboBox *address = nullptr;
    FormRow *addressRow = nullptr;
    SegmentedChoice *credential = nullptr;
    SecretField *secret = nullptr;
    FormRow *secretRow = nullptr;
    SegmentedChoice *keep = nullptr;
    FormRow *keepRow = nullptr;
    QLineEdit *prefixes = nullptr;
    FormRow *prefixRow = nullptr;
    SegmentedChoice *safety = nullptr;
    FormRow *safetyRow = nullptr;
    QSpinBox *rate = nullptr;
    QSpinBox *maxKey = nullptr;
    QSpinBox *maxValue = nullptr;

    FoldSection *more = nullptr;
    QComboBox *proxy = nullptr;
    QLineEdit *proxyHost = nullptr;
    QSpinBox *proxyPort = nullptr;
    FormRow *proxyRow = nullptr;
    FormRow *proxyHostRow = nullptr;
    QLineEdit *caFile = nullptr;
    FormRow *caRow = nullptr;
    QLineEdit *separators = nullptr;
    FormRow *separatorsRow = nullptr;

    bool keychain = true;

    void buildMain(FormGrid *grid);
    void buildMore(FormGrid *grid);
    void connectAll();
    void update();
    void updateKeep();
    QString addressProblem() const;
    QString caProblem() const;
    void chooseCaFile();
    bool takeEnv(const QString &text);
};

void ConnectForm::Private::buildMain(FormGrid *grid)
{
    name = new QLineEdit(q);
    name->setObjectName(QStringLiteral("name"));
    color = new ColorDots(theme, q);
    color->setAccessibleName(tr("Colour"));
    color->setToolTip(tr("Marks the windows and tabs of this connection"));
    grid->addRow(tr("Name"), sideBySide(theme, {name, color}, 0), name);

    address = new QComboBox(q);
    address->setObjectName(QStringLiteral("address"));
    address->setEditable(true);
    address->setInsertPolicy(QComboBox::NoInsert);
    address->addItems(Regions);
    address->setCurrentIndex(-1);
    address->setCompleter(nullptr);
    address->lineEdit()->setPlaceholderText(tr("https://… as the dashboard shows it"));
    addressRow = grid->addRow(tr("Address"), address);

    credential = new SegmentedChoice(theme, q);
    credential->setObjectName(QStringLiteral("credential"));
    credential->addChoice(int(CredentialKind::ApiKey), tr("API key"), tr("Reads and writes the whole store"));
    credential->addChoice(int(CredentialKind::Token), tr("Token"),
                          tr("Reads and writes what the token was made for"));
    grid->addRow(tr("Sign in with"), credential);

    secret = new SecretField(theme, q);
    secret->setObjectName(QStringLiteral("secret"));
    secretRow = grid->addRow(tr("API key"), secret);

    prefixes = new QLineEdit(q);
    prefixes->setObjectName(QStringLiteral("prefixes"));
    prefixes->setPlaceholderText(QStringLiteral("order:, cart:"));
    Look::monospace(prefixes, theme);
    prefixRow = grid->addRow(tr("May list"), prefixes);
    prefixRow->setHint(tr("Beginnings of keys that the token may read, separated by commas. "
                          "With none, the whole store is tried."));

    keep = new SegmentedChoice(theme, q);
    keep->setObjectName(QStringLiteral("keep"));
    keep->addChoice(int(Keep::Keychain), tr("In the keychain"));
    keep->addChoice(int(Keep::Ask), tr("Ask each time"));
    keep->addChoice(int(Keep::PlainFile), tr("In a plain file"));
    keepRow = grid->addRow(tr("Keep it"), keep);

    safety = new SegmentedChoice(theme, q);
    safety->setObjectName(QStringLiteral("safety"));
    safety->addChoice(int(SafetyLevel::ReadOnly), tr("Read-only"));
    safety->addChoice(int(SafetyLevel::Confirm), tr("Confirm writes"));
    safety->addChoice(int(SafetyLevel::Free), tr("Free"));
    safetyRow = grid->addRow(tr("Writing"), safety);

    rate = new QSpinBox(q);
    rate->setObjectName(QStringLiteral("rate"));
    rate->setRange(0, 100000);
    rate->setSpecialValueText(tr("No limit"));
    rate->setAccelerated(true);
    rate->setMinimumWidth(theme.metric(88));
    auto *unit = new QLabel(tr("requests a second, as your plan allows"), q);
    Look::text(unit, theme, ColorRole::TextMuted);
    grid->addRow(tr("Rate limit"), sideBySide(theme, {rate, unit}, -1), rate);
}

void ConnectForm::Private::buildMore(FormGrid *grid)
{
    proxy = new QComboBox(q);
    proxy->setObjectName(QStringLiteral("proxy"));
    proxy->addItem(tr("As the system says"), int(ProxyMode::System));
    proxy->addItem(tr("None"), int(ProxyMode::None));
    proxy->addItem(tr("HTTP"), int(ProxyMode::Http));
    proxy->addItem(tr("SOCKS 5"), int(ProxyMode::Socks5));
    proxyRow = grid->addRow(tr("Proxy"), sideBySide(theme, {proxy}, -1), proxy);

    proxyHost = new QLineEdit(q);
    proxyHost->setObjectName(QStringLiteral("proxyHost"));
    proxyHost->setPlaceholderText(QStringLiteral("proxy.example.com"));
    proxyPort = new QSpinBox(q);
    proxyPort->setObjectName(QStringLiteral("proxyPort"));
    proxyPort->setRange(1, 65535);
    proxyPort->setValue(8080);
    proxyPort->setGroupSeparatorShown(false);
    proxyPort->setAccessibleName(tr("Port of the proxy"));
    proxyHostRow = grid->addRow(tr("Host and port"), sideBySide(theme, {proxyHost, proxyPort}, 0), proxyHost);

    caFile = new QLineEdit(q);
    caFile->setObjectName(QStringLiteral("caFile"));
    caFile->setPlaceholderText(tr("None besides the system's"));
    auto *choose = new QPushButton(tr("Choose…"), q);
    choose->setAutoDefault(false);
    choose->setAccessibleName(tr("Choose a file with certificates"));
    caRow = grid->addRow(tr("Certificates"), sideBySide(theme, {caFile, choose}, 0), caFile);
    caRow->setHint(tr("A PEM file with certificate authorities to trust for this connection only."));
    connect(choose, &QPushButton::clicked, q, [this] { chooseCaFile(); });

    const auto limit = [this](const char *objectName, const QString &accessibleName) {
        auto *field = new QSpinBox(q);
        field->setObjectName(QString::fromLatin1(objectName));
        field->setRange(0, 1'000'000'000);
        field->setSpecialValueText(tr("Not known"));
        field->setGroupSeparatorShown(true);
        field->setAccelerated(true);
        field->setAccessibleName(accessibleName);
        return field;
    };
    maxKey = limit("maxKeySize", tr("Longest key in bytes"));
    maxValue = limit("maxValueSize", tr("Longest value in bytes"));
    auto *ofKeys = new QLabel(tr("bytes a key,"), q);
    auto *ofValues = new QLabel(tr("bytes a value"), q);
    for (QLabel *label : {ofKeys, ofValues})
        Look::text(label, theme, ColorRole::TextMuted);
    FormRow *limits =
        grid->addRow(tr("Size limits"), sideBySide(theme, {maxKey, ofKeys, maxValue, ofValues}, -1), maxKey);
    limits->setHint(tr("As your plan allows. What is longer is not sent, and the editor says by how much."));

    separators = new QLineEdit(q);
    separators->setObjectName(QStringLiteral("separators"));
    separators->setMaximumWidth(theme.metric(160));
    Look::monospace(separators, theme);
    separatorsRow = grid->addRow(tr("Separators"), sideBySide(theme, {separators}, -1), separators);
    separatorsRow->setHint(tr("What divides a key into branches of the tree: one, or several with spaces "
                              "between them, such as “: / .”. Write ␣ for a space."));
}

ConnectForm::ConnectForm(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, theme))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.metric(4));
    auto *grid = new FormGrid(theme, this);
    d->buildMain(grid);
    column->addWidget(grid);

    auto *moreGrid = new FormGrid(theme, this);
    d->buildMore(moreGrid);
    d->more = new FoldSection(theme, tr("Proxy, certificates, limits and separators"), moreGrid, this);
    d->more->setObjectName(QStringLiteral("more"));
    column->addWidget(d->more);

    d->connectAll();
    setProfile({});
}

ConnectForm::~ConnectForm() = default;

void ConnectForm::Private::connectAll()
{
    const auto edited = [this] {
        update();
        emit q->changed();
    };
    for (QLineEdit *field : {name, prefixes, proxyHost, caFile, separators})
        connect(field, &QLineEdit::textChanged, q, edited);
    connect(color, &ColorDots::colorChanged, q, edited);
    connect(credential, &SegmentedChoice::valueChanged, q, edited);
    connect(keep, &SegmentedChoice::valueChanged, q, edited);
    connect(safety, &SegmentedChoice::valueChanged, q, edited);
    connect(proxy, &QComboBox::currentIndexChanged, q, edited);
    for (QSpinBox *field : {rate, maxKey, maxValue, proxyPort})
        connect(field, &QSpinBox::valueChanged, q, edited);
    connect(address, &QComboBox::editTextChanged, q, [this, edited](const QString &text) {
        if (takeEnv(text))
            address->setEditText(base.baseUrl.toString());
        edited();
    });
    connect(secret, &QLineEdit::textChanged, q, [this, edited](const QString &text) {
        if (takeEnv(text))
            return;
        secretRow->setError({});
        edited();
    });
}

bool ConnectForm::Private::takeEnv(const QString &text)
{
    // A pasted text keeps its line ends inside a QLineEdit, only their display differs.
    if (!text.contains(u'=') || parseEnvText(text).isEmpty())
        return false;
    emit q->envTextPasted(text);
    return true;
}

void ConnectForm::Private::update()
{
    const bool token = CredentialKind(credential->value()) == CredentialKind::Token;
    secretRow->setLabel(token ? tr("Token") : tr("API key"));
    prefixRow->setVisible(token);

    addressRow->setError({});
    const QUrl url = urlFrom(address->currentText());
    const bool open = url.scheme() == QStringLiteral("ws") || url.scheme() == QStringLiteral("http");
    addressRow->setWarning(open && !url.host().isEmpty() && !isLoopback(url.host())
                               ? tr("Not encrypted: whoever is on the way can read the key and the data.")
                               : QString());
    name->setPlaceholderText(url.host().isEmpty() ? tr("Shop (staging)") : url.host());

    switch (SafetyLevel(safety->value())) {
    case SafetyLevel::ReadOnly:
        safetyRow->setHint(tr("Nothing can be written, by no path."));
        break;
    case SafetyLevel::Confirm:
        safetyRow->setHint(tr("Each write shows what it will change and waits for your word."));
        break;
    case SafetyLevel::Free:
        safetyRow->setHint(tr("Writes go out at once. For stores that you can afford to spoil."));
        break;
    }
    updateKeep();

    const ProxyMode mode = ProxyMode(proxy->currentData().toInt());
    proxyHostRow->setVisible(mode == ProxyMode::Http || mode == ProxyMode::Socks5);
    proxyHostRow->setError({});
    caRow->setError({});
    separatorsRow->setError({});
}

void ConnectForm::Private::updateKeep()
{
    const bool token = CredentialKind(credential->value()) == CredentialKind::Token;
    keepRow->setError({});
    keepRow->setWarning({});
    switch (Keep(keep->value())) {
    case Keep::Keychain:
        keepRow->setHint(token ? tr("The token goes to your system's keychain and nowhere else.")
                               : tr("The key goes to your system's keychain and nowhere else."));
        break;
    case Keep::Ask:
        keepRow->setHint(keychain ? tr("It is forgotten when the session is closed.")
                                  : tr("No keychain answers on this computer. It is forgotten when the "
                                       "session is closed."));
        break;
    case Keep::PlainFile:
        keepRow->setWarning(
            tr("Whoever can read your files can read it. No keychain answers on this computer."));
        break;
    }
}

void ConnectForm::setProfile(const Profile &profile)
{
    d->base = profile;
    d->name->setText(profile.name);
    d->color->setColor(profile.color);
    d->address->setEditText(profile.baseUrl.toString());
    d->credential->setValue(int(profile.credential));
    QStringList prefixes;
    for (const QByteArray &prefix : profile.prefixes)
        prefixes.append(QString::fromUtf8(prefix));
    d->prefixes->setText(prefixes.join(QStringLiteral(", ")));
    d->safety->setValue(int(profile.safety));
    d->rate->setValue(profile.requestsPerSecond);
    d->maxKey->setValue(profile.maxKeySize);
    d->maxValue->setValue(profile.maxValueSize);
    d->proxy->setCurrentIndex(d->proxy->findData(int(profile.proxyMode)));
    d->proxyHost->setText(profile.proxyHost);
    if (profile.proxyPort > 0)
        d->proxyPort->setValue(profile.proxyPort);
    d->caFile->setText(profile.caFile);
    d->separators->setText(separatorsToText(profile.separators));

    const Keep keep = profile.secretInPlainFile ? Keep::PlainFile
                    : profile.rememberSecret    ? Keep::Keychain
                                                : Keep::Ask;
    d->keep->setChoiceVisible(int(Keep::PlainFile), keep == Keep::PlainFile || !d->keychain);
    d->keep->setValue(int(keep));
    const Profile usual;
    d->more->setOpen(profile.proxyMode != usual.proxyMode || !profile.caFile.isEmpty()
                     || profile.maxKeySize != usual.maxKeySize || profile.maxValueSize != usual.maxValueSize
                     || profile.separators != usual.separators);
    d->update();
}

Profile ConnectForm::profile() const
{
    Profile profile = d->base;
    profile.baseUrl = urlFrom(d->address->currentText());
    profile.name = d->name->text().trimmed();
    if (profile.name.isEmpty())
        profile.name = profile.baseUrl.host();
    profile.color = d->color->color();
    profile.credential = CredentialKind(d->credential->value());
    profile.prefixes.clear();
    if (profile.credential == CredentialKind::Token) {
        const QStringList parts = d->prefixes->text().split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (const QByteArray prefix = part.trimmed().toUtf8(); !prefix.isEmpty())
                profile.prefixes.append(prefix);
        }
    }
    profile.safety = SafetyLevel(d->safety->value());
    profile.requestsPerSecond = d->rate->value();
    profile.maxKeySize = d->maxKey->value();
    profile.maxValueSize = d->maxValue->value();
    profile.proxyMode = ProxyMode(d->proxy->currentData().toInt());
    const bool named = profile.proxyMode == ProxyMode::Http || profile.proxyMode == ProxyMode::Socks5;
    profile.proxyHost = named ? d->proxyHost->text().trimmed() : QString();
    profile.proxyPort = named ? d->proxyPort->value() : 0;
    profile.caFile = d->caFile->text().trimmed();
    profile.separators = separatorsFromText(d->separators->text());
    profile.rememberSecret = keep() != Keep::Ask;
    profile.secretInPlainFile = keep() == Keep::PlainFile;
    return profile;
}

void ConnectForm::setSecret(const QString &secret)
{
    d->secret->setText(secret);
}

QString ConnectForm::secret() const
{
    return d->secret->secret();
}

void ConnectForm::setSecretPlaceholder(const QString &text)
{
    d->secret->setPlaceholderText(text);
}

ConnectForm::Keep ConnectForm::keep() const
{
    return Keep(d->keep->value());
}

void ConnectForm::setKeychainAvailable(bool available)
{
    d->keychain = available;
    d->keep->setChoiceVisible(int(Keep::Keychain), available);
    d->keep->setChoiceVisible(int(Keep::PlainFile), !available || d->base.secretInPlainFile);
    if (!available && keep() == Keep::Keychain)
        d->keep->setValue(int(Keep::Ask));
    d->updateKeep();
}

void ConnectForm::setKeepError(const QString &error)
{
    d->keepRow->setError(error);
}

void ConnectForm::applyEnv(const EnvSettings &settings)
{
    if (!settings.apiKey.isEmpty() || !settings.token.isEmpty()) {
        const bool key = !settings.apiKey.isEmpty();
        d->credential->setValue(int(key ? CredentialKind::ApiKey : CredentialKind::Token));
        d->secret->setText(key ? settings.apiKey : settings.token);
    }
    if (!settings.baseUrl.isEmpty()) {
        d->base.baseUrl = urlFrom(settings.baseUrl);
        d->address->setEditText(settings.baseUrl);
    }
}

QString ConnectForm::Private::addressProblem() const
{
    const QString text = address->currentText().trimmed();
    if (text.isEmpty())
        return tr("Enter the address that your HPKV dashboard shows.");
    const QUrl url = urlFrom(text);
    const QString scheme = url.scheme().toLower();
    static const QStringList schemes = {QStringLiteral("https"), QStringLiteral("wss"),
                                        QStringLiteral("http"), QStringLiteral("ws")};
    if (url.isValid() && !schemes.contains(scheme))
        return tr("The address must begin with https://, wss://, http:// or ws://.");
    if (url.isValid() && url.host().isEmpty())
        return tr("The address has no host name.");
    Hpkv::ConnectionConfig config;
    config.baseUrl = url.toString();
    if (!url.isValid() || !config.webSocketUrl().isValid())
        return tr("This is not an address that can be connected to.");
    return {};
}

QString ConnectForm::Private::caProblem() const
{
    const QString file = caFile->text().trimmed();
    if (file.isEmpty())
        return {};
    if (!QFileInfo(file).isFile())
        return tr("There is no such file.");
    if (QSslCertificate::fromPath(file, QSsl::Pem).isEmpty())
        return tr("The file holds no certificate in PEM form.");
    return {};
}

bool ConnectForm::validate(bool withSecret)
{
    QList<QWidget *> wrong;
    const auto check = [&wrong](FormRow *row, QWidget *field, const QString &problem) {
        row->setError(problem);
        if (!problem.isEmpty())
            wrong.append(field);
    };
    check(d->addressRow, d->address, d->addressProblem());
    const bool token = CredentialKind(d->credential->value()) == CredentialKind::Token;
    QString secretProblem;
    if (withSecret && secret().isEmpty())
        secretProblem =
            token ? tr("Enter the token.") : tr("Enter the API key that your HPKV dashboard shows.");
    else if (secret().contains(u'\n') || secret().contains(QChar(0x2028)))
        secretProblem = tr("This is more than one line.");
    check(d->secretRow, d->secret, secretProblem);

    const auto beforeMore = wrong.size();
    const ProxyMode mode = ProxyMode(d->proxy->currentData().toInt());
    const bool named = mode == ProxyMode::Http || mode == ProxyMode::Socks5;
    check(d->proxyHostRow, d->proxyHost,
          named && d->proxyHost->text().trimmed().isEmpty() ? tr("Enter the host name of the proxy.")
                                                            : QString());
    check(d->caRow, d->caFile, d->caProblem());
    check(d->separatorsRow, d->separators,
          separatorsFromText(d->separators->text()).isEmpty() ? tr("Enter at least one separator.")
                                                              : QString());
    if (wrong.size() > beforeMore)
        d->more->setOpen(true);
    if (!wrong.isEmpty())
        wrong.constFirst()->setFocus(Qt::OtherFocusReason);
    return wrong.isEmpty();
}

void ConnectForm::focusFirst()
{
    if (d->address->currentText().isEmpty())
        d->address->setFocus();
    else if (d->secret->text().isEmpty())
        d->secret->setFocus();
    else
        d->name->setFocus();
}

void ConnectForm::Private::chooseCaFile()
{
    auto *dialog = new QFileDialog(q, tr("File with certificates"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, q, [this](const QString &file) { caFile->setText(file); });
    dialog->open();
}

} // namespace Studio
