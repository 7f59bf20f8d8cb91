// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "mirror/segment.h"
#include "models/keytreemodel.h"
#include "sessionfixture.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>

#include <map>
#include <set>
#include <tuple>

using namespace Studio;

namespace
{

using Store = std::map<QByteArray, QByteArray>;

const QList<QByteArray> separators{":", "/"};

/// Few keys that are near one another in every way that matters.
QList<QByteArray> universe()
{
    QList<QByteArray> keys{":", "::",  "/",  ":/",   "a",     "a:",       "a/",  "a!",   "a;",
                           "b", "b::", "b:", "b:/c", "b://c", "\xC3\xBC", "end", "end:", "end/"};
    keys.append(QByteArray("\0", 1));
    keys.append(QByteArray("a:\0b", 4));
    keys.append("a:\xE2\x80\xAE"
                "x");
    keys.append("\xF4\x8F\xBF\xBF");
    for (const char *branch : {"a:", "a/", "b:", "b:c:", "b:c/", "d/", ":", "\xC3\xBC:", "e:e:e:"}) {
        for (int i = 0; i < 24; ++i)
            keys.append(branch + QByteArray::number(i));
    }
    // These differ in the last byte only.
    for (char c = 'a'; c <= 'f'; ++c)
        keys.append(QByteArray("f:same") + c);
    return keys;
}

/// The rows of one level in order: branches as they are, keys in brackets.
QList<QByteArray> levelOf(const KeyTreeModel &model, const QModelIndex &parent)
{
    QList<QByteArray> rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QByteArray key = model.keyOf(index);
        rows.append(model.isBranch(index) ? key : '[' + key + ']');
    }
    return rows;
}

QList<QByteArray> expectedLevel(const Store &store, const QByteArray &prefix)
{
    std::set<std::tuple<QByteArray, bool, QByteArray>> rows; // name, branch, shown
    for (const auto &[key, value] : store) {
        if (!key.startsWith(prefix))
            continue;
        const qsizetype end = segmentEnd(key, prefix.size(), separators);
        if (end < 0)
            rows.insert({key.mid(prefix.size()), false, '[' + key + ']'});
        else
            rows.insert({key.mid(prefix.size(), end - prefix.size() - 1), true, key.left(end)});
    }
    QList<QByteArray> shown;
    for (const auto &row : rows)
        shown.append(std::get<2>(row));
    return shown;
}

} // namespace

/// What the mirror says it knows and every level of the tree, held against what the store really has, while
/// several writers work and the line breaks.
class TestTreeTruth : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void mirrorAndTreeAreTrue();

private:
    Store truth() const
    {
        Store store;
        m_fixture.server->forEach([&store](const hpkv::emulator::Record &record) {
            store.emplace(QByteArray::fromStdString(record.key), QByteArray::fromStdString(record.value));
        });
        return store;
    }
    static QString coverageLie(const Session &session, const Store &store);
    void compareLevels(const KeyTreeModel &model, const Store &store, const QModelIndex &parent, bool whole);

    SessionFixture m_fixture;
};

/// Where a stretch is live, the mirror must hold exactly what the store has there. Empty if it does.
QString TestTreeTruth::coverageLie(const Session &session, const Store &store)
{
    KeyspaceMirror &mirror = session.mirror();
    for (const CoverageMap::Interval &interval : mirror.coverageMap().all()) {
        if (!interval.live)
            continue;
        auto there = store.lower_bound(interval.from);
        for (auto at = mirror.lowerBound(interval.from); !mirror.isEnd(at) && mirror.keyAt(at) < interval.to;
             mirror.advance(at), ++there) {
            const QByteArray known = mirror.keyAt(at).toByteArray();
            if (there == store.end() || known < there->first) {
                const Entry entry = mirror.entryAt(at);
                return u"known, but not there: %1 (state %2, origin %3, %4 ms ago)"_qs
                    .arg(QString::fromUtf8(known))
                    .arg(int(entry.info.state))
                    .arg(int(entry.info.origin))
                    .arg(QDateTime::currentMSecsSinceEpoch() - entry.info.at);
            }
            if (known != there->first)
                return u"there, but not known: "_qs + QString::fromUtf8(there->first);
            const std::optional<Entry> entry = mirror.find(known);
            if (entry->hasValue && entry->value != there->second)
                return u"another value: "_qs + QString::fromUtf8(known);
        }
        if (there != store.end() && there->first < interval.to)
            return u"there, but not known: "_qs + QString::fromUtf8(there->first);
    }
    return {};
}

/// Every level whose children are said to be complete and live (`whole`: every level there is).
void TestTreeTruth::compareLevels(const KeyTreeModel &model, const Store &store, const QModelIndex &parent,
                                  bool whole)
{
    const QByteArray prefix = model.keyOf(parent);
    const bool said = model.mirror()->branchCoverage(prefix).live;
    if (whole || said)
        QCOMPARE(levelOf(model, parent), expectedLevel(store, prefix));
    for (int row = 0; row < model.rowCount(parent) && !QTest::currentTestFailed(); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (!model.isBranch(index))
            continue;
        if (whole || index.data(KeyTreeModel::CoverageLiveRole).toBool()) {
            const QByteArray branch = model.keyOf(index);
            const auto there = std::count_if(store.begin(), store.end(), [&branch](const auto &record) {
                return record.first.startsWith(branch);
            });
            QCOMPARE(index.data(KeyTreeModel::CountRole).toLongLong(), there);
            QVERIFY(index.data(KeyTreeModel::CountExactRole).toBool());
        }
        compareLevels(model, store, index, whole);
    }
}

void TestTreeTruth::mirrorAndTreeAreTrue()
{
    const quint32 seed = qEnvironmentVariableIsSet("HPKV_TEST_SEED")
                           ? qEnvironmentVariable("HPKV_TEST_SEED").toUInt()
                           : QRandomGenerator::global()->generate();
    qInfo("seed %u (HPKV_TEST_SEED repeats it)", seed);
    QRandomGenerator random(seed);
    m_fixture.startServer();
    Profile profile = m_fixture.profile();
    profile.separators = {QStringLiteral(":"), QStringLiteral("/")};
    const auto session = m_fixture.makeSession(profile);
    profile.id = QStringLiteral("other");
    const auto other = m_fixture.makeSession(profile);
    KeyTreeModel model(&session->mirror());
    model.setSeparators(separators);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    connect(&model, &KeyTreeModel::probeRequested, session.get(), &Session::probeBranch);
    // Everything is heard from the first page on, so that what is read is live.
    QObject view;
    session->setWatchedPrefixes(&view, {"a:", "b:", "b:c/", "d/", "f:"});
    QTRY_VERIFY(session->status().watching);

    const QList<QByteArray> keys = universe();
    const QList<QByteArray> prefixes{"",   "a:", "a/", "b:",   "b:c:", "b:c/",
                                     "d/", ":",  "e:", "e:e:", "f:",   "a"};
    const auto anyKey = [&] { return keys.at(random.bounded(int(keys.size()))); };
    const auto anyPrefix = [&] { return prefixes.at(random.bounded(int(prefixes.size()))); };
    int unfinished = 0;
    const auto follow = [&](WriteOperation *write) {
        ++unfinished;
        connect(write, &WriteOperation::finished, &view, [&unfinished] { --unfinished; });
    };
    int operations = 0;
    int breaks = 0;
    for (int round = 0; round < 40; ++round) {
        for (int step = 0; step < 60; ++step) {
            const QByteArray value = QByteArray::number(++operations);
            const QByteArray key = anyKey();
            switch (random.bounded(9)) {
            case 0:
            case 1:
                m_fixture.put(key, value);
                break;
            case 2:
                m_fixture.server->erase(key.toStdString());
                break;
            case 3:
                follow(session->write(hasty(writeOf(WriteKind::Replace, key, value))));
                break;
            case 4:
                follow(session->write(hasty(writeOf(WriteKind::Delete, key, {}))));
                break;
            case 5:
                follow(other->write(
                    hasty(writeOf(random.bounded(2) ? WriteKind::Replace : WriteKind::Delete, key, value))));
                break;
            case 6:
                session->listLevel(anyPrefix(), random.bounded(2) == 0);
                break;
            case 7:
                if (random.bounded(4) == 0)
                    session->loadBranch(anyPrefix());
                break;
            case 8:
                // A person looks around: levels are built late and early.
                model.indexOfBranch(anyPrefix());
                break;
            }
            if (random.bounded(6) == 0)
                QCoreApplication::processEvents();
            if (random.bounded(300) == 0) {
                m_fixture.server->cutAll(); // in the middle of whatever is under way
                ++breaks;
            }
        }
        // Quiet: the line is up and what was written last is heard, so that all before it was heard, too.
        QTRY_VERIFY_WITH_TIMEOUT(session->status().line == LineState::Connected && session->status().watching,
                                 20000);
        QTRY_VERIFY_WITH_TIMEOUT(other->status().line == LineState::Connected, 20000);
        const auto idle = [](const Session &each) {
            return each.status().waitingBackground == 0 && each.status().waitingInteractive == 0
                && each.mirror().pendingBatches() == 0;
        };
        QTRY_COMPARE_WITH_TIMEOUT(unfinished, 0, 20000);
        ReadOutcome done;
        done.follow(other->read("a:0"));
        QTRY_COMPARE_WITH_TIMEOUT(done.finished, 1, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(idle(*session) && idle(*other), 20000);
        const QByteArray mark = "mark " + QByteArray::number(round);
        m_fixture.put("a:mark", mark);
        QTRY_COMPARE_WITH_TIMEOUT(SessionFixture::known(*session, "a:mark"), mark, 20000);
        model.flush();
        const Store store = truth();
        // What two writers did at the same time is presumed at first: it is read again a moment later.
        QTRY_COMPARE_WITH_TIMEOUT(coverageLie(*session, store), QString(), 20000);
        model.flush();
        compareLevels(model, store, {}, false);
        if (QTest::currentTestFailed())
            return;
        if (round % 8 != 7)
            continue;
        // Refreshed as a whole everything is known, and it is the truth.
        QSignalSpy loaded(session.get(), &Session::branchLoaded);
        session->loadBranch({});
        QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty(), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(idle(*session), 20000);
        model.flush();
        QList<QByteArray> there;
        for (const auto &[key, value] : store)
            there.append(key);
        QCOMPARE(SessionFixture::knownKeys(*session), there);
        compareLevels(model, store, {}, true);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d operations, %d broken lines", operations, breaks);
}

QTEST_GUILESS_MAIN(TestTreeTruth)
#include "tst_treetruth.moc"
