// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "history/historyfile.h"
#include "history/historyqueries.h"
#include "history/sqlite.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <cstring>

using namespace Studio;

namespace
{

constexpr int rowsOfATransaction = 50;

/// The child: records for ever and says what is in the file.
int recordForEver(const QString &name)
{
    HistoryFile file;
    if (!file.open(name))
        return 1;
    qint64 at = 1'700'000'000'000;
    HistoryEntry up;
    up.kind = HistoryKind::LineUp;
    up.at = at;
    if (!file.begin() || file.append(up, 0) == 0 || !file.commit())
        return 1;
    for (int number = 0;;) {
        if (!file.begin())
            return 1;
        for (int i = 0; i < rowsOfATransaction; ++i, ++number) {
            HistoryEntry entry;
            entry.key = "key" + QByteArray::number(number % 100);
            entry.value = QByteArray::number(number);
            entry.at = ++at;
            const qint64 known = file.idOf(entry.key);
            if (file.append(entry, known > 0 ? known : file.addKey(entry.key)) == 0)
                return 1;
        }
        if (!file.commit())
            return 1;
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}

} // namespace

/// A program that is killed loses nothing that it had recorded.
class TestHistoryKill : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void outlivesAKill();
};

void TestHistoryKill::outlivesAKill()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"p.history"_qs);
    qint64 before = 0;
    for (int round = 0; round < 3; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--record"_qs, name});
        QVERIFY(child.waitForStarted());
        QByteArray said;
        while (said.count('\n') < 20) {
            QVERIFY2(child.waitForReadyRead(), child.readAllStandardError().constData());
            said += child.readAllStandardOutput();
        }
        QCOMPARE(::kill(pid_t(child.processId()), SIGKILL), 0);
        QVERIFY(child.waitForFinished());
        said += child.readAllStandardOutput();
        const QList<QByteArray> lines = said.trimmed().split('\n');
        const qint64 recorded = lines.constLast().toLongLong();

        HistoryFile file;
        QVERIFY2(file.open(name), qPrintable(file.problem()));
        QCOMPARE(file.database().number("SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1);
        // Two breaks, and at most one transaction that was in the file before it could be told.
        const qint64 rows = file.lastRow() - before - 2;
        QVERIFY2(rows == recorded || rows == recorded + rowsOfATransaction,
                 qPrintable(u"%1 rows, %2 told"_qs.arg(rows).arg(recorded)));
        HistoryQueries queries(file);
        QCOMPARE(queries.entry(before + 1)->kind, HistoryKind::LineUp);
        QCOMPARE(queries.entry(before + 1 + recorded)->value,
                 std::optional(QByteArray::number(recorded - 1)));
        QCOMPARE(queries.entry(file.lastRow())->kind, HistoryKind::LineDown);
        before = file.lastRow();
    }
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && std::strcmp(argv[1], "--record") == 0)
        return recordForEver(QString::fromLocal8Bit(argv[2]));
    TestHistoryKill test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_historykill.moc"
