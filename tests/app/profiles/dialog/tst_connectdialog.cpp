// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/dialog/connectdialog.h"

#include "failonwarning.h"
#include "profiles/dialog/colordots.h"
#include "profiles/dialog/foldsection.h"
#include "profiles/dialog/passwordprompt.h"
#include "profiles/dialog/secretfield.h"
#include "profiles/dialog/segmentedchoice.h"
#include "profiles/dialog/teststepsview.h"
#include "viewfixture.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>
#include <QTest>

using namespace Studio;

namespace
{

struct Stage {
    TestSupport::ViewFixture fixture;
    std::unique_ptr<ConnectDialog> dialog;

    explicit Stage(const Profile *profile = nullptr, SecretStatus keychain = SecretStatus::Ok)
    {
        fixture.secrets.status = keychain;
        make(profile);
    }
    void make(const Profile *profile)
    {
        dialog = profile != nullptr ? std::make_unique<ConnectDialog>(fixture.context, *profile)
                                    : std::make_unique<ConnectDialog>(fixture.context);
        dialog->show();
    }
    template <typename T>
    T *find(const char *name) const
    {
        return dialog->findChild<T *>(QString::fromLatin1(name));
    }
    void setAddress(const QString &text) const { find<QComboBox>("address")->setEditText(text); }
    void setSecret(const QString &text) const { find<QLineEdit>("secret")->setText(text); }
    void press(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    /// Every text that can be read in the dialog.
    QString words() const
    {
        QStringList all;
        const auto labels = dialog->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                all.append(label->text());
        }
        return all.join(u'\n');
    }
};

Profile saved()
{
    Profile profile;
    profile.id = QStringLiteral("p1");
    profile.name = QStringLiteral("Shop");
    profile.baseUrl = QUrl(QStringLiteral("https://api-eu-1.hpkv.io"));
    profile.safety = SafetyLevel::ReadOnly;
    profile.color = QStringLiteral("#123456");
    profile.requestsPerSecond = 25;
    profile.maxKeySize = 256;
    profile.maxValueSize = 10'000'000;
    profile.separators = {QStringLiteral("/"), QStringLiteral("- ")};
    return profile;
}

} // namespace

class ConnectDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        TestSupport::failOnUnannouncedWarning();
        qunsetenv("HPKV_API_KEY");
        qunsetenv("HPKV_API_BASE_URL");
    }

    void addresses_data();
    void addresses();
    void secretIsNeeded();
    void savesProfileAndSecret();
    void withoutNameTheHostNamesIt();
    void editingShowsWhatWasSaved();
    void unchangedSecretIsNotWrittenAgain();
    void askEachTimeKeepsNothing();
    void withoutKeychainAPlainFileIsAChoice();
    void keychainThatRefusesIsSaidBesideTheField();
    void pastedEnvTextFillsTheForm_data();
    void pastedEnvTextFillsTheForm();
    void environmentFillsTheForm();
    void tokenHasPrefixes();
    void proxyAndCertificatesAreChecked();
    void testPassesAgainstAServer();
    void testFailsOnAWrongKey();
    void testFailsOnADeadPort();
    void testCanBeStopped();
    void secretIsHiddenUnlessAsked();
    void passwordPromptHandsOverOnce();
    void everyFieldHasAName();
};

void ConnectDialogTest::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("empty") << QString() << QStringLiteral("dashboard shows");
    QTest::newRow("blank") << QStringLiteral("   ") << QStringLiteral("dashboard shows");
    QTest::newRow("other scheme") << QStringLiteral("ftp://api.example.com")
                                  << QStringLiteral("must begin with");
    QTest::newRow("no host") << QStringLiteral("https://") << QStringLiteral("no host name");
    QTest::newRow("good") << QStringLiteral("https://api-eu-1.hpkv.io") << QString();
    QTest::newRow("without scheme") << QStringLiteral("api-eu-1.hpkv.io") << QString();
    QTest::newRow("host and port") << QStringLiteral("localhost:8090") << QString();
    QTest::newRow("address and port") << QStringLiteral("127.0.0.1:8090") << QString();
    QTest::newRow("upper case") << QStringLiteral("HTTPS://api.example.com/base") << QString();
}

void ConnectDialogTest::addresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, complaint);
    Stage stage;
    stage.setAddress(typed);
    stage.setSecret(QStringLiteral("s3cret"));
    QSignalSpy wanted(stage.dialog.get(), &ConnectDialog::connectRequested);
    stage.press("connect");
    if (complaint.isEmpty()) {
        QTRY_COMPARE(wanted.size(), 1);
        QVERIFY(!wanted.at(0).at(0).value<Profile>().baseUrl.host().isEmpty());
    } else {
        QVERIFY2(stage.words().contains(complaint), qPrintable(stage.words()));
        QVERIFY(stage.dialog->isVisible());
        QCOMPARE(wanted.size(), 0);
        QVERIFY(stage.fixture.profiles.profiles().isEmpty());
    }
}

void ConnectDialogTest::secretIsNeeded()
{
    Stage stage;
    stage.setAddress(QStringLiteral("https://api.example.com"));
    stage.press("connect");
    QVERIFY(stage.words().contains(QStringLiteral("Enter the API key")));
    // Beside the field, for a screen reader, too; and it goes when one types.
    QVERIFY(stage.find<QLineEdit>("secret")->accessibleDescription().contains(
        QStringLiteral("Enter the API key")));
    stage.setSecret(QStringLiteral("x"));
    QVERIFY(!stage.words().contains(QStringLiteral("Enter the API key")));
}

void ConnectDialogTest::savesProfileAndSecret()
{
    Stage stage;
    stage.find<QLineEdit>("name")->setText(QStringLiteral("Shop (staging)"));
    stage.setAddress(QStringLiteral("https://api-eu-2.hpkv.io"));
    stage.setSecret(QStringLiteral("  s3cret\t"));
    stage.find<QSpinBox>("rate")->setValue(30);
    stage.find<SegmentedChoice>("safety")->setValue(int(SafetyLevel::Free));
    QSignalSpy done(stage.dialog.get(), &ConnectDialog::saved);
    stage.press("save");
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(!stage.dialog->isVisible());
    QCOMPARE(stage.fixture.profiles.profiles().size(), 1);
    const Profile profile = stage.fixture.profiles.profiles().constFirst();
    QCOMPARE(profile.name, QStringLiteral("Shop (staging)"));
    QCOMPARE(profile.requestsPerSecond, 30);
    QCOMPARE(profile.safety, SafetyLevel::Free);
    QVERIFY(QColor(profile.color).isValid());
    QCOMPARE(stage.fixture.secrets.secrets.value(profile.id), QStringLiteral("s3cret"));
    QCOMPARE(stage.fixture.secrets.places.value(profile.id), SecretPlace::Keychain);
    // The file holds no secret.
    QFile file(stage.fixture.profiles.file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("s3cret"));
}

void ConnectDialogTest::withoutNameTheHostNamesIt()
{
    Stage stage;
    stage.setAddress(QStringLiteral("https://api-us-1.hpkv.io"));
    QCOMPARE(stage.dialog->profile().name, QStringLiteral("api-us-1.hpkv.io"));
    QCOMPARE(stage.find<QLineEdit>("name")->placeholderText(), QStringLiteral("api-us-1.hpkv.io"));
}

void ConnectDialogTest::editingShowsWhatWasSaved()
{
    TestSupport::ViewFixture fixture;
    const Profile profile = saved();
    QVERIFY(fixture.profiles.save(profile));
    fixture.secrets.secrets.insert(profile.id, QStringLiteral("old"));
    ConnectDialog dialog(fixture.context, profile);
    dialog.show();
    QTRY_COMPARE(dialog.secret(), QStringLiteral("old"));
    const Profile shown = dialog.profile();
    QCOMPARE(shown.id, profile.id);
    QCOMPARE(shown.name, profile.name);
    QCOMPARE(shown.baseUrl, profile.baseUrl);
    QCOMPARE(shown.safety, profile.safety);
    QCOMPARE(shown.color, profile.color);
    QCOMPARE(shown.requestsPerSecond, profile.requestsPerSecond);
    QCOMPARE(shown.maxKeySize, profile.maxKeySize);
    QCOMPARE(shown.maxValueSize, profile.maxValueSize);
    QCOMPARE(shown.separators, profile.separators);
    // What is not as usual is not folded away.
    QVERIFY(dialog.findChild<FoldSection *>(QStringLiteral("more"))->isOpen());
}

void ConnectDialogTest::unchangedSecretIsNotWrittenAgain()
{
    TestSupport::ViewFixture fixture;
    const Profile profile = saved();
    QVERIFY(fixture.profiles.save(profile));
    fixture.secrets.secrets.insert(profile.id, QStringLiteral("old"));
    ConnectDialog dialog(fixture.context, profile);
    dialog.show();
    QTRY_COMPARE(dialog.secret(), QStringLiteral("old"));
    QSignalSpy wanted(&dialog, &ConnectDialog::connectRequested);
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("connect")), Qt::LeftButton);
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(1).toString(), QStringLiteral("old"));
    QVERIFY(fixture.secrets.places.isEmpty());
}

void ConnectDialogTest::askEachTimeKeepsNothing()
{
    TestSupport::ViewFixture fixture;
    const Profile profile = saved();
    QVERIFY(fixture.profiles.save(profile));
    fixture.secrets.secrets.insert(profile.id, QStringLiteral("old"));
    ConnectDialog dialog(fixture.context, profile);
    dialog.show();
    QTRY_COMPARE(dialog.secret(), QStringLiteral("old"));
    dialog.findChild<SegmentedChoice *>(QStringLiteral("keep"))->setValue(1);
    QSignalSpy wanted(&dialog, &ConnectDialog::connectRequested);
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("connect")), Qt::LeftButton);
    QTRY_COMPARE(wanted.size(), 1);
    QVERIFY(fixture.secrets.secrets.isEmpty());
    QVERIFY(!fixture.profiles.profile(profile.id)->rememberSecret);
}

void ConnectDialogTest::withoutKeychainAPlainFileIsAChoice()
{
    Stage stage(nullptr, SecretStatus::NoKeychain);
    stage.setAddress(QStringLiteral("https://api.example.com"));
    stage.setSecret(QStringLiteral("s3cret"));
    auto *keep = stage.find<SegmentedChoice>("keep");
    // Asking is the default; the file has to be chosen, and says what that means.
    QTRY_COMPARE(keep->value(), 1);
    QVERIFY(stage.words().contains(QStringLiteral("No keychain answers")));
    keep->setValue(2);
    QVERIFY(stage.words().contains(QStringLiteral("can read your files")));
    QSignalSpy done(stage.dialog.get(), &ConnectDialog::saved);
    stage.press("save");
    QTRY_COMPARE(done.size(), 1);
    const Profile profile = stage.fixture.profiles.profiles().constFirst();
    QVERIFY(profile.secretInPlainFile);
    QCOMPARE(stage.fixture.secrets.places.value(profile.id), SecretPlace::PlainFile);
}

void ConnectDialogTest::keychainThatRefusesIsSaidBesideTheField()
{
    Stage stage;
    stage.setAddress(QStringLiteral("https://api.example.com"));
    stage.setSecret(QStringLiteral("s3cret"));
    stage.fixture.secrets.status = SecretStatus::Denied;
    QSignalSpy wanted(stage.dialog.get(), &ConnectDialog::connectRequested);
    stage.press("connect");
    QTRY_VERIFY(stage.words().contains(QStringLiteral("The keychain said no")));
    QCOMPARE(wanted.size(), 0);
    QVERIFY(stage.dialog->isVisible());
    QCOMPARE(stage.dialog->secret(), QStringLiteral("s3cret"));
    QVERIFY(stage.find<QPushButton>("connect")->isEnabled());
}

void ConnectDialogTest::pastedEnvTextFillsTheForm_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("into the address") << QByteArray("address");
    QTest::newRow("into the key") << QByteArray("secret");
}

void ConnectDialogTest::pastedEnvTextFillsTheForm()
{
    QFETCH(QByteArray, field);
    Stage stage;
    QGuiApplication::clipboard()->setText(
        QStringLiteral("# shop\nHPKV_API_KEY=\"abc=1\"\nHPKV_API_BASE_URL=https://api-eu-1.hpkv.io\n"));
    auto *line =
        field == "address" ? stage.find<QComboBox>("address")->lineEdit() : stage.find<QLineEdit>("secret");
    line->setFocus();
    QTest::keySequence(line, QKeySequence::Paste);
    QTRY_COMPARE(stage.dialog->secret(), QStringLiteral("abc=1"));
    QCOMPARE(stage.dialog->profile().baseUrl, QUrl(QStringLiteral("https://api-eu-1.hpkv.io")));
    QVERIFY(stage.words().contains(QStringLiteral("HPKV_API_KEY")));
    QVERIFY(!stage.words().contains(QStringLiteral("abc=1")));
}

void ConnectDialogTest::environmentFillsTheForm()
{
    qputenv("HPKV_API_KEY", "from-environment");
    qputenv("HPKV_API_BASE_URL", "https://api-us-1.hpkv.io");
    const Stage stage;
    QCOMPARE(stage.dialog->secret(), QStringLiteral("from-environment"));
    QCOMPARE(stage.dialog->profile().baseUrl.host(), QStringLiteral("api-us-1.hpkv.io"));
    // A saved profile keeps its own.
    TestSupport::ViewFixture fixture;
    const Profile profile = saved();
    QVERIFY(fixture.profiles.save(profile));
    const ConnectDialog other(fixture.context, profile);
    QCOMPARE(other.profile().baseUrl, profile.baseUrl);
    QCOMPARE(other.secret(), QString());
}

void ConnectDialogTest::tokenHasPrefixes()
{
    Stage stage;
    QVERIFY(!stage.find<QLineEdit>("prefixes")->isVisible());
    stage.find<SegmentedChoice>("credential")->setValue(int(CredentialKind::Token));
    QVERIFY(stage.find<QLineEdit>("prefixes")->isVisible());
    stage.find<QLineEdit>("prefixes")->setText(QStringLiteral("order:, cart: ,, größe:"));
    QCOMPARE(stage.dialog->profile().prefixes,
             (QList<QByteArray>{"order:", "cart:", QStringLiteral("größe:").toUtf8()}));
    stage.find<SegmentedChoice>("credential")->setValue(int(CredentialKind::ApiKey));
    QVERIFY(stage.dialog->profile().prefixes.isEmpty());
}

void ConnectDialogTest::proxyAndCertificatesAreChecked()
{
    Stage stage;
    stage.setAddress(QStringLiteral("https://api.example.com"));
    stage.setSecret(QStringLiteral("s3cret"));
    auto *proxy = stage.find<QComboBox>("proxy");
    proxy->setCurrentIndex(proxy->findData(int(ProxyMode::Http)));
    stage.find<QLineEdit>("caFile")->setText(QStringLiteral("/nonexistent/ca.pem"));
    QSignalSpy wanted(stage.dialog.get(), &ConnectDialog::connectRequested);
    stage.press("connect");
    QVERIFY(stage.find<FoldSection>("more")->isOpen());
    QVERIFY(stage.words().contains(QStringLiteral("host name of the proxy")));
    QVERIFY(stage.words().contains(QStringLiteral("There is no such file")));

    stage.find<QLineEdit>("proxyHost")->setText(QStringLiteral("proxy.example.com"));
    QFile file(stage.fixture.folder.filePath(QStringLiteral("ca.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("nothing of use");
    file.close();
    stage.find<QLineEdit>("caFile")->setText(file.fileName());
    stage.press("connect");
    QVERIFY(stage.words().contains(QStringLiteral("no certificate")));
    QCOMPARE(wanted.size(), 0);
    QCOMPARE(stage.dialog->profile().proxyHost, QStringLiteral("proxy.example.com"));
}

void ConnectDialogTest::testPassesAgainstAServer()
{
    TestSupport::Emulator emulator;
    emulator.server.put("a", "1");
    Stage stage;
    stage.setAddress(emulator.url().toString());
    stage.setSecret(QStringLiteral("k"));
    QSignalSpy tested(stage.dialog.get(), &ConnectDialog::testFinished);
    stage.press("test");
    QTRY_COMPARE(tested.size(), 1);
    QVERIFY2(tested.at(0).at(0).toBool(), qPrintable(stage.words()));
    const auto *steps = stage.find<TestStepsView>("steps");
    QVERIFY(steps->isVisible());
    QCOMPARE(steps->steps().size(), 5);
    for (const TestStepResult &step : steps->steps()) {
        // There is no encryption to test on ws://.
        QCOMPARE(step.state, step.step == TestStep::Tls ? TestStepState::Skipped : TestStepState::Passed);
    }
    QVERIFY(!stage.dialog->isTesting());
    // Nothing was saved by it.
    QVERIFY(stage.fixture.profiles.profiles().isEmpty());
    QVERIFY(stage.fixture.secrets.secrets.isEmpty());
}

void ConnectDialogTest::testFailsOnAWrongKey()
{
    TestSupport::Emulator emulator;
    Stage stage;
    stage.setAddress(emulator.url().toString());
    stage.setSecret(QStringLiteral("wrong-key"));
    QSignalSpy tested(stage.dialog.get(), &ConnectDialog::testFinished);
    stage.dialog->runTest();
    QTRY_COMPARE(tested.size(), 1);
    QVERIFY(!tested.at(0).at(0).toBool());
    const auto steps = stage.find<TestStepsView>("steps")->steps();
    QCOMPARE(steps.at(0).state, TestStepState::Passed);
    QCOMPARE(steps.at(2).state, TestStepState::Failed);
    QVERIFY(stage.words().contains(TestStepsView::stateName(TestStepState::Failed)));
    QVERIFY(!steps.at(2).advice.isEmpty());
    QVERIFY(stage.words().contains(steps.at(2).advice));
    QVERIFY(!stage.words().contains(QStringLiteral("wrong-key")));
}

void ConnectDialogTest::testFailsOnADeadPort()
{
    // A port that was free a moment ago.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    Stage stage;
    stage.setAddress(QStringLiteral("ws://127.0.0.1:%1").arg(port));
    stage.setSecret(QStringLiteral("k"));
    QSignalSpy tested(stage.dialog.get(), &ConnectDialog::testFinished);
    stage.dialog->runTest();
    QTRY_COMPARE(tested.size(), 1);
    QVERIFY(!tested.at(0).at(0).toBool());
    const auto steps = stage.find<TestStepsView>("steps")->steps();
    QCOMPARE(steps.at(0).state, TestStepState::Failed);
    for (int i = 1; i < steps.size(); ++i)
        QCOMPARE(steps.at(i).state, TestStepState::Skipped);
}

void ConnectDialogTest::testCanBeStopped()
{
    // Takes connections and never answers.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    Stage stage;
    stage.setAddress(QStringLiteral("ws://127.0.0.1:%1").arg(silent.serverPort()));
    stage.setSecret(QStringLiteral("k"));
    QSignalSpy tested(stage.dialog.get(), &ConnectDialog::testFinished);
    stage.press("test");
    QVERIFY(stage.dialog->isTesting());
    QCOMPARE(stage.find<QPushButton>("test")->text(), QStringLiteral("Stop"));
    stage.press("test");
    QTRY_COMPARE(tested.size(), 1);
    QVERIFY(!stage.dialog->isTesting());
    QCOMPARE(stage.find<QPushButton>("test")->text(), QStringLiteral("Test"));
}

void ConnectDialogTest::secretIsHiddenUnlessAsked()
{
    TestSupport::ViewFixture fixture;
    SecretField field(fixture.theme);
    field.setText(QStringLiteral("abc"));
    QCOMPARE(field.echoMode(), QLineEdit::Password);
    QVERIFY(!field.displayText().contains(u'a'));
    field.setShown(true);
    QCOMPARE(field.displayText(), QStringLiteral("abc"));
    field.setShown(false);
    QCOMPARE(field.echoMode(), QLineEdit::Password);
}

void ConnectDialogTest::passwordPromptHandsOverOnce()
{
    TestSupport::ViewFixture fixture;
    PasswordPrompt prompt(fixture.context, saved(), QStringLiteral("The keychain did not answer."));
    prompt.show();
    QSignalSpy entered(&prompt, &PasswordPrompt::entered);
    auto *connectButton = prompt.findChild<QPushButton *>(QStringLiteral("connect"));
    QVERIFY(!connectButton->isEnabled());
    auto *field = prompt.findChild<QLineEdit *>(QStringLiteral("secret"));
    QTest::keyClicks(field, QStringLiteral("s3cret"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered.at(0).at(0).toString(), QStringLiteral("s3cret"));
    QCOMPARE(prompt.result(), int(QDialog::Accepted));
}

void ConnectDialogTest::everyFieldHasAName()
{
    Stage stage;
    stage.find<FoldSection>("more")->setOpen(true);
    const auto widgets = stage.dialog->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool inside = widget->parentWidget() != nullptr
                         && (qobject_cast<QAbstractSpinBox *>(widget->parentWidget()) != nullptr
                             || qobject_cast<QComboBox *>(widget->parentWidget()) != nullptr);
        if (inside || widget->inherits("QAbstractScrollArea"))
            continue;
        const bool named =
            !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        QVERIFY2(named, qPrintable(QStringLiteral("%1 %2").arg(
                            QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
    }
}

QTEST_MAIN(ConnectDialogTest)
#include "tst_connectdialog.moc"
