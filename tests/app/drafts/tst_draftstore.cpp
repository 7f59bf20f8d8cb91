// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "drafts/draftfolder.h"
#include "drafts/draftstore.h"

#include "failonwarning.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Studio;

namespace
{

const auto ChildMark = QLatin1StringView("--keep-a-draft-in");
const auto Profile = QStringLiteral("profile");

Draft draftOf(const QByteArray &key, const QByteArray &text, qint64 at = 1'700'000'000'000)
{
    Draft draft;
    draft.info = {DraftStore::newId(), Profile, key, false, at};
    draft.base = QByteArray("{\"a\":1}");
    draft.text = text;
    return draft;
}

/// What the child does: keeps a draft, says so, and stays until it is killed.
int keepUntilKilled(const QString &folder)
{
    DraftStore store(folder);
    store.keep(draftOf("order:1", "typed before the crash"));
    store.flush();
    std::puts("kept");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

QStringList filesBelow(const QString &folder, const QString &filter)
{
    QStringList files;
    QDirIterator each(folder, {filter}, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext())
        files.append(each.next());
    return files;
}

} // namespace

class tst_DraftStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void encodes_data();
    void encodes();
    void damageIsNoticed_data();
    void damageIsNoticed();
    void outlivesTheStore();
    void outlivesAKill();
    void belongsToTheCopyThatRuns();
    void isOfferedOnceItsTabIsGone();
    void theLatestOfAKeyIsOffered();
    void discardedIsGone();
    void filesAreForTheirOwnerOnly();
    void damagedFileIsSetAside();
    void goesWithItsProfile();
    void switchedOffKeepsNothing();
    void withoutAFolderNothingIsKept();
    void fullDiskIsSaidAndTheTextHeld();

private:
    /// What `store` gives back for `id`.
    static std::optional<Draft> readNow(DraftStore &store, const QString &id);
    static bool waitForOffer(DraftStore &store, qsizetype count);
};

std::optional<Draft> tst_DraftStore::readNow(DraftStore &store, const QString &id)
{
    std::optional<Draft> result;
    bool isDone = false;
    store.read(id, &store, [&](const std::optional<Draft> &draft) {
        result = draft;
        isDone = true;
    });
    if (!QTest::qWaitFor([&] { return isDone; }))
        qCritical("The draft was not read.");
    return result;
}

bool tst_DraftStore::waitForOffer(DraftStore &store, qsizetype count)
{
    return QTest::qWaitFor([&] { return store.offered(Profile).size() == count; });
}

void tst_DraftStore::encodes_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("hasBase");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("text");
    const QByteArray odd("\n\0\xFF\xF0\x9F\x98\x80{\"", 9);
    QTest::newRow("plain") << QByteArray("order:1") << true << QByteArray("before") << QByteArray("after");
    QTest::newRow("no base") << QByteArray("order:1") << false << QByteArray() << QByteArray("after");
    QTest::newRow("empty base") << QByteArray("order:1") << true << QByteArray("") << QByteArray("after");
    QTest::newRow("empty text") << QByteArray("order:1") << true << QByteArray("before") << QByteArray("");
    QTest::newRow("odd bytes") << odd << true << odd << odd;
    QTest::newRow("no key yet") << QByteArray() << false << QByteArray() << QByteArray("x");
    QTest::newRow("5 MB") << QByteArray("k") << true << QByteArray(5'000'000, 'a')
                          << QByteArray(5'000'000, 'b');
}

void tst_DraftStore::encodes()
{
    QFETCH(QByteArray, key);
    QFETCH(bool, hasBase);
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, text);
    Draft draft = draftOf(key, text);
    draft.info.isNew = !hasBase;
    draft.base = hasBase ? std::optional(base) : std::nullopt;
    const std::optional<Draft> back = decodedDraft(encodedDraft(draft));
    QVERIFY(back);
    QCOMPARE(back->info, draft.info);
    QVERIFY(back->base == draft.base);
    QCOMPARE(back->text, draft.text);
}

void tst_DraftStore::damageIsNoticed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = encodedDraft(draftOf("order:1", "after"));
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut") << good.chopped(1);
    QTest::newRow("longer") << QByteArray(good + "x");
    QTest::newRow("head only") << good.first(good.indexOf('\n') + 1);
    QTest::newRow("no line") << good.first(good.indexOf('\n'));
    QByteArray changed = good;
    changed.back() ^= 1;
    QTest::newRow("one bit") << changed;
    QTest::newRow("foreign") << QByteArray("{\"version\":99}\nabc");
    QTest::newRow("no JSON") << QByteArray("abc\nabc");
}

void tst_DraftStore::damageIsNoticed()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!decodedDraft(bytes));
}

void tst_DraftStore::outlivesTheStore()
{
    const QTemporaryDir folder;
    const Draft draft = draftOf("order:1", "after");
    {
        DraftStore store(folder.path());
        store.keep(draft);
    }
    DraftStore store(folder.path());
    QVERIFY(waitForOffer(store, 1));
    QCOMPARE(store.offered(Profile).constFirst(), draft.info);
    QVERIFY(store.offered(QStringLiteral("another profile")).isEmpty());
    QVERIFY(store.offered(Profile, "order:1"));
    QVERIFY(!store.offered(Profile, "order:2"));
    QVERIFY(readNow(store, draft.info.id) == draft);
    // The folder of the copy that ended is gone.
    QCOMPARE(QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
}

/// kill -9: nothing of the program runs any more, and the draft is there all the same.
void tst_DraftStore::outlivesAKill()
{
    const QTemporaryDir folder;
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {ChildMark, folder.path()});
    QVERIFY(child.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(child.canReadLine(), 20'000);
    QCOMPARE(child.readLine().trimmed(), QByteArray("kept"));

    // While the other copy runs, its draft is its own.
    DraftStore store(folder.path());
    store.flush();
    QCoreApplication::processEvents();
    QVERIFY(store.offered(Profile).isEmpty());
    QCOMPARE(filesBelow(folder.path(), QStringLiteral("*.draft")).size(), 1);

    child.kill();
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    store.lookAgain();
    QVERIFY(waitForOffer(store, 1));
    const DraftInfo info = store.offered(Profile).constFirst();
    QCOMPARE(info.key, QByteArray("order:1"));
    const std::optional<Draft> draft = readNow(store, info.id);
    QVERIFY(draft);
    QCOMPARE(draft->text, QByteArray("typed before the crash"));
    QVERIFY(draft->base == QByteArray("{\"a\":1}"));
}

void tst_DraftStore::belongsToTheCopyThatRuns()
{
    const QTemporaryDir folder;
    DraftStore one(folder.path());
    DraftStore two(folder.path());
    one.keep(draftOf("order:1", "of one"));
    two.keep(draftOf("order:1", "of two"));
    one.flush();
    two.flush();
    for (DraftStore *store : {&one, &two}) {
        store->lookAgain();
        store->flush();
    }
    QCoreApplication::processEvents();
    QVERIFY(one.offered(Profile).isEmpty());
    QVERIFY(two.offered(Profile).isEmpty());
    QCOMPARE(filesBelow(folder.path(), QStringLiteral("*.draft")).size(), 2);
}

void tst_DraftStore::isOfferedOnceItsTabIsGone()
{
    const QTemporaryDir folder;
    DraftStore store(folder.path());
    const Draft draft = draftOf("order:1", "after");
    store.keep(draft);
    QVERIFY(store.offered(Profile).isEmpty());
    QSignalSpy changed(&store, &DraftStore::offeredChanged);
    store.release(draft.info.id);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(store.offered(Profile).size(), 1);
    store.take(draft.info.id);
    QVERIFY(store.offered(Profile).isEmpty());
    QVERIFY(readNow(store, draft.info.id) == draft);
}

void tst_DraftStore::theLatestOfAKeyIsOffered()
{
    const QTemporaryDir folder;
    DraftStore store(folder.path());
    const Draft later = draftOf("order:1", "later", 2);
    const Draft earlier = draftOf("order:1", "earlier", 1);
    Draft fresh = draftOf("order:1", "new", 3);
    fresh.info.isNew = true;
    for (const Draft &draft : {later, earlier, fresh}) {
        store.keep(draft);
        store.release(draft.info.id);
    }
    QCOMPARE(store.offered(Profile).size(), 3);
    QCOMPARE(store.offered(Profile).constFirst(), earlier.info);
    QVERIFY(store.offered(Profile, "order:1") == later.info);
}

void tst_DraftStore::discardedIsGone()
{
    const QTemporaryDir folder;
    const Draft draft = draftOf("order:1", "after");
    {
        DraftStore store(folder.path());
        store.keep(draft);
        store.discard(draft.info.id);
        QVERIFY(!readNow(store, draft.info.id));
    }
    QVERIFY(filesBelow(folder.path(), QStringLiteral("*")).isEmpty());
}

void tst_DraftStore::filesAreForTheirOwnerOnly()
{
    const QTemporaryDir folder;
    const QString root = folder.filePath(QStringLiteral("data/drafts"));
    DraftStore store(root);
    store.keep(draftOf("order:1", "after"));
    store.flush();
    const QStringList files = filesBelow(root, QStringLiteral("*.draft"));
    QCOMPARE(files.size(), 1);
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
                          | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFile::permissions(files.constFirst()) & (others | QFileDevice::ExeOwner)));
    QVERIFY(!(QFile::permissions(root) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(files.constFirst()).absolutePath()) & others));
}

void tst_DraftStore::damagedFileIsSetAside()
{
    const QTemporaryDir folder;
    {
        DraftStore store(folder.path());
        store.keep(draftOf("order:1", "after"));
    }
    QFile file(filesBelow(folder.path(), QStringLiteral("*.draft")).constFirst());
    QVERIFY(file.resize(file.size() - 1));
    DraftStore store(folder.path());
    store.flush();
    QCoreApplication::processEvents();
    QVERIFY(store.offered(Profile).isEmpty());
    QCOMPARE(filesBelow(folder.path(), QStringLiteral("*.damaged")).size(), 1);
}

void tst_DraftStore::goesWithItsProfile()
{
    const QTemporaryDir folder;
    DraftStore store(folder.path());
    const Draft released = draftOf("order:1", "one");
    const Draft owned = draftOf("order:2", "two");
    Draft other = draftOf("order:1", "of another profile");
    other.info.profileId = QStringLiteral("other");
    for (const Draft &draft : {released, owned, other})
        store.keep(draft);
    store.release(released.info.id);
    store.release(other.info.id);
    store.forget(Profile);
    QVERIFY(store.offered(Profile).isEmpty());
    QCOMPARE(store.offered(QStringLiteral("other")).size(), 1);
    store.flush();
    QCOMPARE(filesBelow(folder.path(), QStringLiteral("*.draft")).size(), 2); // a tab still has one
    store.release(owned.info.id);
    QVERIFY(store.offered(Profile).isEmpty());
    store.flush();
    QCOMPARE(filesBelow(folder.path(), QStringLiteral("*.draft")).size(), 1);
}

void tst_DraftStore::switchedOffKeepsNothing()
{
    const QTemporaryDir folder;
    {
        DraftStore before(folder.path());
        before.keep(draftOf("order:1", "left behind"));
    }
    DraftStore store(folder.path());
    QVERIFY(store.isKeeping());
    store.keep(draftOf("order:2", "after"));
    store.setOn(false);
    QVERIFY(!store.isKeeping());
    store.keep(draftOf("order:3", "after"));
    store.flush();
    QCoreApplication::processEvents();
    QVERIFY(store.offered(Profile).isEmpty());
    QVERIFY(filesBelow(folder.path(), QStringLiteral("*.draft")).isEmpty());
    store.setOn(true);
    store.keep(draftOf("order:4", "after"));
    store.flush();
    QCOMPARE(filesBelow(folder.path(), QStringLiteral("*.draft")).size(), 1);
}

void tst_DraftStore::withoutAFolderNothingIsKept()
{
    DraftStore store({});
    QVERIFY(!store.isKeeping());
    store.keep(draftOf("order:1", "after"));
    store.flush();
    QVERIFY(store.offered(Profile).isEmpty());
}

/// Where nothing can be written that is said, and the text of a tab that goes is held as long as the program
/// runs.
void tst_DraftStore::fullDiskIsSaidAndTheTextHeld()
{
    const QTemporaryDir folder;
    const QString root = folder.filePath(QStringLiteral("drafts"));
    {
        QFile inTheWay(root);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    }
    DraftStore store(root);
    QSignalSpy failed(&store, &DraftStore::failed);
    QSignalSpy mended(&store, &DraftStore::mended);
    const Draft draft = draftOf("order:1", "after");
    store.keep(draft);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!failed.constFirst().constFirst().toString().isEmpty());
    QVERIFY(!store.isKeeping());
    store.release(draft.info.id);
    QVERIFY(readNow(store, draft.info.id) == draft);
    QVERIFY(QFile::remove(root));
    store.keep(draft);
    QTRY_COMPARE(mended.size(), 1);
    QVERIFY(store.isKeeping());
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QLatin1StringView(argv[1]) == ChildMark)
        return keepUntilKilled(QString::fromLocal8Bit(argv[2]));
    tst_DraftStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_draftstore.moc"
