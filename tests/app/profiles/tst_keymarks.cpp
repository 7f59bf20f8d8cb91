// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/keymarks.h"

#include "failonwarning.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

class tst_KeyMarks : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void remembersOverARestart();
    void keysAreBytes();
    void recentIsBounded();
    void recentMayBeSwitchedOff();
    void forgets();
    void twoCopiesKeepEachOthersMarks();
    void oneCopyForgetsWhileTheOtherOpens();
    void inMemory();
    void damagedFile();
    void cannotWrite();
    void fileNames();
    void privateFile();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("keys/p.json")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_KeyMarks::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_KeyMarks::remembersOverARestart()
{
    {
        KeyMarks marks(file());
        const QSignalSpy changed(&marks, &KeyMarks::changed);
        marks.setFavourite("b:", true, 1);
        marks.setFavourite("a", true, 2);
        marks.setFavourite("a", true, 3); // is one already
        marks.noteOpened("x", 5);
        marks.noteOpened("y", 6);
        marks.noteOpened("x", 7);
        QCOMPARE(changed.size(), 5);
        QCOMPARE(marks.recent(), (QList<QByteArray>{"x", "y"}));
    }
    KeyMarks marks(file());
    QCOMPARE(marks.loadProblem(), QString());
    QCOMPARE(marks.favourites(), (QList<QByteArray>{"b:", "a"}));
    QVERIFY(marks.isFavourite("b:"));
    QVERIFY(!marks.isFavourite("b"));
    QCOMPARE(marks.recent(), (QList<QByteArray>{"x", "y"}));
    marks.setFavourite("b:", false, 9);
    QVERIFY(marks.flush());
    QCOMPARE(KeyMarks(file()).favourites(), QList<QByteArray>{"a"});
}

void tst_KeyMarks::keysAreBytes()
{
    const QList<QByteArray> odd{QByteArray("a\0b", 3), "\"quoted\\",
                                QString::fromUcs4(U"\U0001F600\u202E").toUtf8(), " ", "line\n"};
    {
        KeyMarks marks(file());
        qint64 at = 0;
        for (const QByteArray &key : odd)
            marks.setFavourite(key, true, ++at);
    }
    QCOMPARE(KeyMarks(file()).favourites(), odd);
}

void tst_KeyMarks::recentIsBounded()
{
    KeyMarks marks(file());
    for (int i = 0; i < 200; ++i)
        marks.noteOpened(QByteArray::number(i), i + 1);
    QCOMPARE(marks.recent().size(), KeyMarks::mostRecent);
    QCOMPARE(marks.recent().constFirst(), QByteArray("199"));
    QVERIFY(marks.flush());
    QCOMPARE(KeyMarks(file()).recent().size(), KeyMarks::mostRecent);
    for (int i = 0; i < 600; ++i)
        marks.setFavourite(QByteArray::number(i), true, i + 1);
    QCOMPARE(marks.favourites().size(), KeyMarks::mostFavourites);
}

void tst_KeyMarks::recentMayBeSwitchedOff()
{
    KeyMarks marks(file());
    marks.noteOpened("x", 1);
    marks.setFavourite("f", true, 1);
    QVERIFY(marks.flush());
    marks.setKeepRecent(false);
    QVERIFY(marks.recent().isEmpty());
    marks.noteOpened("y", 2);
    QVERIFY(marks.recent().isEmpty());
    QVERIFY(marks.flush());
    QFile kept(file());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(!kept.readAll().contains("\"x\""));
    QCOMPARE(KeyMarks(file()).favourites(), QList<QByteArray>{"f"});
    marks.setKeepRecent(true);
    marks.noteOpened("z", 3);
    QCOMPARE(marks.recent(), QList<QByteArray>{"z"});
}

void tst_KeyMarks::forgets()
{
    KeyMarks marks(file());
    marks.setFavourite("a", true, 1);
    marks.noteOpened("a", 1);
    marks.noteOpened("b", 2);
    QVERIFY(marks.flush());
    const QSignalSpy changed(&marks, &KeyMarks::changed);
    marks.forget("a");
    marks.forget("unknown");
    QCOMPARE(changed.size(), 1);
    QVERIFY(marks.flush());
    KeyMarks again(file());
    QVERIFY(again.favourites().isEmpty());
    QCOMPARE(again.recent(), QList<QByteArray>{"b"});
}

void tst_KeyMarks::twoCopiesKeepEachOthersMarks()
{
    KeyMarks one(file());
    KeyMarks two(file());
    one.setFavourite("one", true, 1);
    two.setFavourite("two", true, 2);
    one.noteOpened("x", 1);
    two.noteOpened("y", 2);
    QVERIFY(one.flush());
    const QSignalSpy changed(&two, &KeyMarks::changed);
    QVERIFY(two.flush());
    QCOMPARE(changed.size(), 1); // what the other one had marked is seen
    QCOMPARE(two.favourites(), (QList<QByteArray>{"one", "two"}));
    QCOMPARE(two.recent(), (QList<QByteArray>{"y", "x"}));
    one.setFavourite("two", false, 3); // never known here: nothing
    one.setFavourite("one", false, 3);
    QVERIFY(one.flush());
    QCOMPARE(one.favourites(), QList<QByteArray>{"two"});
}

void tst_KeyMarks::oneCopyForgetsWhileTheOtherOpens()
{
    KeyMarks one(file());
    one.noteOpened("x", 1);
    QVERIFY(one.flush());
    KeyMarks two(file());
    two.noteOpened("y", 2);
    one.forgetRecent();
    QVERIFY(one.flush());
    QVERIFY(two.flush());
    QCOMPARE(KeyMarks(file()).recent(), QList<QByteArray>{"y"});
}

void tst_KeyMarks::inMemory()
{
    KeyMarks marks{QString()};
    marks.setFavourite("a", true, 1);
    marks.noteOpened("b", 1);
    QVERIFY(marks.flush());
    QCOMPARE(marks.favourites(), QList<QByteArray>{"a"});
    QCOMPARE(marks.recent(), QList<QByteArray>{"b"});
}

void tst_KeyMarks::damagedFile()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("keys")));
    QFile broken(file());
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{\"favourites\": [");
    broken.close();
    KeyMarks marks(file());
    QVERIFY(marks.loadProblem().contains(QLatin1String("damaged")));
    QVERIFY(marks.favourites().isEmpty());
    QVERIFY(QFile::exists(file() + QStringLiteral(".damaged")));
    marks.setFavourite("a", true, 1);
    QVERIFY(marks.flush());
    QCOMPARE(KeyMarks(file()).favourites(), QList<QByteArray>{"a"});
}

void tst_KeyMarks::cannotWrite()
{
    // A file stands where the folder should be.
    QFile blocker(m_folder->filePath(QStringLiteral("keys")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    blocker.close();
    KeyMarks marks(file());
    QSignalSpy failed(&marks, &KeyMarks::saveFailed);
    marks.setFavourite("a", true, 1);
    QVERIFY(!marks.flush());
    QCOMPARE(failed.size(), 1);
    QVERIFY(marks.isFavourite("a"));
    QVERIFY(blocker.remove());
    QVERIFY(marks.flush());
    QCOMPARE(KeyMarks(file()).favourites(), QList<QByteArray>{"a"});
}

void tst_KeyMarks::fileNames()
{
    QCOMPARE(KeyMarks::fileFor(QStringLiteral("/c"), QStringLiteral("ab-1")),
             QStringLiteral("/c/keys/ab-1.json"));
    QVERIFY(
        !KeyMarks::fileFor(QStringLiteral("/c"), QStringLiteral("../../x")).contains(QLatin1String("..")));
}

void tst_KeyMarks::privateFile()
{
    KeyMarks marks(file());
    marks.setFavourite("a", true, 1);
    QVERIFY(marks.flush());
    QCOMPARE(QFileInfo(file()).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
}

QTEST_GUILESS_MAIN(tst_KeyMarks)
#include "tst_keymarks.moc"
