// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/dialog/profilemanager.h"

#include "failonwarning.h"
#include "profiles/dialog/connectdialog.h"
#include "profiles/dialog/profiledelegate.h"
#include "viewfixture.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

namespace
{

struct Stage {
    TestSupport::ViewFixture fixture;
    std::unique_ptr<ProfileManager> manager;

    explicit Stage(const QStringList &names = {QStringLiteral("Alpha"), QStringLiteral("Beta")})
    {
        for (const QString &name : names) {
            Profile profile;
            profile.id = name.toLower();
            profile.name = name;
            profile.baseUrl = QUrl(QStringLiteral("https://api-eu-1.hpkv.io"));
            if (!fixture.profiles.save(profile))
                qFatal("the store could not be written");
            fixture.secrets.secrets.insert(profile.id, QStringLiteral("secret of ") + name);
        }
        manager = std::make_unique<ProfileManager>(fixture.context);
        manager->show();
    }
    QListWidget *list() const { return manager->findChild<QListWidget *>(QStringLiteral("profiles")); }
    QPushButton *button(const char *name) const
    {
        return manager->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    void press(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
};

} // namespace

class ProfileManagerTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void emptyListOffersNothing()
    {
        const Stage stage{QStringList{}};
        QVERIFY(!stage.list()->isVisible());
        QVERIFY(!stage.button("open")->isEnabled());
        QVERIFY(!stage.button("delete")->isEnabled());
        QVERIFY(stage.button("new")->isEnabled());
    }

    void opensTheCurrentOne()
    {
        const Stage stage;
        QSignalSpy open(stage.manager.get(), &ProfileManager::openRequested);
        stage.manager->setCurrentId(QStringLiteral("beta"));
        stage.press("open");
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.at(0).at(0).value<Profile>().id, QStringLiteral("beta"));
        QVERIFY(!stage.manager->isVisible());
    }

    void duplicateHasItsOwnIdAndSecret()
    {
        Stage stage;
        stage.manager->setCurrentId(QStringLiteral("alpha"));
        stage.press("duplicate");
        QCOMPARE(stage.list()->count(), 3);
        const QString id = stage.manager->currentId();
        QVERIFY(id != QStringLiteral("alpha"));
        QCOMPARE(stage.fixture.profiles.profile(id)->name, QStringLiteral("Alpha (copy)"));
        QTRY_COMPARE(stage.fixture.secrets.secrets.value(id), QStringLiteral("secret of Alpha"));
    }

    void deleteAsksFirst()
    {
        Stage stage;
        stage.manager->setCurrentId(QStringLiteral("alpha"));
        stage.press("delete");
        QVERIFY(stage.manager->findChild<QLabel *>(QStringLiteral("question"))->isVisible());
        QVERIFY(stage.fixture.profiles.profile(QStringLiteral("alpha")).has_value());
        stage.press("keep");
        QVERIFY(stage.fixture.profiles.profile(QStringLiteral("alpha")).has_value());

        stage.press("delete");
        // Escape answers the question and leaves the dialog open.
        QTest::keyClick(stage.manager.get(), Qt::Key_Escape);
        QVERIFY(stage.manager->isVisible());
        QVERIFY(stage.fixture.profiles.profile(QStringLiteral("alpha")).has_value());

        stage.press("delete");
        stage.press("confirmDelete");
        QVERIFY(!stage.fixture.profiles.profile(QStringLiteral("alpha")).has_value());
        QTRY_VERIFY(!stage.fixture.secrets.secrets.contains(QStringLiteral("alpha")));
        QVERIFY(stage.fixture.secrets.secrets.contains(QStringLiteral("beta")));
        QCOMPARE(stage.list()->count(), 1);
    }

    void questionEndsWhenAnotherIsChosen()
    {
        Stage stage;
        stage.manager->setCurrentId(QStringLiteral("alpha"));
        stage.press("delete");
        stage.manager->setCurrentId(QStringLiteral("beta"));
        QVERIFY(!stage.manager->findChild<QLabel *>(QStringLiteral("question"))->isVisible());
        QVERIFY(stage.fixture.profiles.profile(QStringLiteral("beta")).has_value());
    }

    void editOpensTheForm()
    {
        const Stage stage;
        stage.manager->setCurrentId(QStringLiteral("beta"));
        stage.press("edit");
        const auto *dialog = stage.manager->findChild<ConnectDialog *>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->profile().id, QStringLiteral("beta"));
    }

    void openedText_data()
    {
        QTest::addColumn<qint64>("minutesAgo");
        QTest::addColumn<QString>("expected");
        QTest::newRow("now") << 0LL << QStringLiteral("opened just now");
        QTest::newRow("minutes") << 12LL << QStringLiteral("opened 12 min ago");
        QTest::newRow("hours") << 125LL << QStringLiteral("opened 2 h ago");
        QTest::newRow("a day") << 24LL * 60 + 1 << QStringLiteral("opened yesterday");
    }
    void openedText()
    {
        QFETCH(qint64, minutesAgo);
        QFETCH(QString, expected);
        const qint64 now = QDateTime(QDate(2026, 11, 24), QTime(15, 0)).toMSecsSinceEpoch();
        QCOMPARE(ProfileDelegate::openedText(now - minutesAgo * 60000, now), expected);
        QCOMPARE(ProfileDelegate::openedText(0, now), QStringLiteral("never opened"));
    }

    void summaryNamesHostAndSafety()
    {
        Profile profile;
        profile.baseUrl = QUrl(QStringLiteral("ws://127.0.0.1:8090"));
        profile.safety = SafetyLevel::Free;
        QCOMPARE(ProfileDelegate::summary(profile), QStringLiteral("127.0.0.1:8090 · free"));
    }
};

QTEST_MAIN(ProfileManagerTest)
#include "tst_profilemanager.moc"
