// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "models/searchmodel.h"
#include "session/session.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace Studio;

/// The signals of a search are raised by hand: the model knows nothing else of it.
class TestSearchModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void showsHitsInTheOrderOfTheStore();
    void replacesAndRemoves();
    void insertsNeighboursAtOnce();
    void equalsAReferenceUnderRandomChanges();

private:
    static SearchHit hit(const QByteArray &key, const QString &text = QStringLiteral("x"))
    {
        return {key, 7, {text, 0, 1}};
    }

    Session m_session{Profile(), QStringLiteral("key")};
    ValueSearch m_search{m_session};
};

void TestSearchModel::showsHitsInTheOrderOfTheStore()
{
    SearchModel model(m_search);
    const QAbstractItemModelTester tester(&model);
    // By bytes: U+1F600 behind U+FFEE, which UTF-16 orders the other way.
    const QByteArray late("\xf0\x9f\x98\x80");
    const QByteArray early("\xef\xbf\xae");
    emit m_search.hitsFound({hit("b"), hit(late)});
    emit m_search.hitsFound({hit("a"), hit(early)});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.keyAt(0), QByteArray("a"));
    QCOMPARE(model.keyAt(2), early);
    QCOMPARE(model.keyAt(3), late);
    QCOMPARE(model.rowOf(late), 3);
    QCOMPARE(model.rowOf("c"), -1);
    QCOMPARE(model.keyAt(4), QByteArray());
    const QModelIndex value = model.index(0, SearchModel::ValueColumn);
    QCOMPARE(value.data().toString(), u"x"_qs);
    QCOMPARE(value.data(SearchModel::MatchLengthRole).toInt(), 1);
    QCOMPARE(model.index(0, SearchModel::SizeColumn).data().toString(), u"7"_qs);
    emit m_search.cleared();
    QCOMPARE(model.rowCount(), 0);
}

void TestSearchModel::replacesAndRemoves()
{
    SearchModel model(m_search);
    const QAbstractItemModelTester tester(&model);
    emit m_search.hitsFound({hit("a"), hit("b"), hit("c")});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    emit m_search.hitsFound({hit("b", u"other"_qs)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(model.index(1, SearchModel::ValueColumn).data().toString(), u"other"_qs);
    emit m_search.hitsLost({"a", "not there"});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.keyAt(0), QByteArray("b"));
}

void TestSearchModel::insertsNeighboursAtOnce()
{
    SearchModel model(m_search);
    emit m_search.hitsFound({hit("m")});
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    emit m_search.hitsFound({hit("a"), hit("b"), hit("m"), hit("x"), hit("y")});
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(model.rowCount(), 5);
}

void TestSearchModel::equalsAReferenceUnderRandomChanges()
{
    SearchModel model(m_search);
    const QAbstractItemModelTester tester(&model);
    QRandomGenerator random(20261126);
    std::map<QByteArray, QString> reference;
    for (int step = 0; step < 400; ++step) {
        std::map<QByteArray, QString> some;
        for (quint32 n = random.bounded(6u); n > 0; --n)
            some[QByteArray::number(random.bounded(200))] = QString::number(step);
        if (random.bounded(3) == 0) {
            QList<QByteArray> keys;
            for (const auto &[key, text] : some) {
                keys.append(key);
                reference.erase(key);
            }
            emit m_search.hitsLost(keys);
        } else {
            QList<SearchHit> hits;
            for (const auto &[key, text] : some) {
                hits.append(hit(key, text));
                reference[key] = text;
            }
            emit m_search.hitsFound(hits);
        }
        QCOMPARE(model.rowCount(), int(reference.size()));
        int row = 0;
        for (const auto &[key, text] : reference) {
            QCOMPARE(model.keyAt(row), key);
            QCOMPARE(model.index(row++, SearchModel::ValueColumn).data().toString(), text);
        }
    }
}

QTEST_GUILESS_MAIN(TestSearchModel)

#include "tst_searchmodel.moc"
