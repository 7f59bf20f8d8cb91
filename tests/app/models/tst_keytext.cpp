// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keytext.h"

#include "failonwarning.h"

#include <QTest>

using namespace Studio;

class KeyTextTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void display_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("odd");
        QTest::newRow("plain") << QByteArray("order:10482") << QStringLiteral("order:10482") << false;
        QTest::newRow("empty") << QByteArray() << QString() << false;
        QTest::newRow("umlaut") << QByteArray("Zoë Ångström") << QStringLiteral("Zoë Ångström") << false;
        QTest::newRow("emoji") << QByteArray("a\xF0\x9F\x98\x80") << QStringLiteral("a😀") << false;
        QTest::newRow("spaces at the ends") << QByteArray("  a b ") << QStringLiteral("␣␣a b␣") << true;
        QTest::newRow("only spaces") << QByteArray("  ") << QStringLiteral("␣␣") << true;
        QTest::newRow("nul") << QByteArray("a\0b", 3) << QStringLiteral("a␀b") << true;
        QTest::newRow("tab and line break") << QByteArray("a\tb\n") << QStringLiteral("a␉b␊") << true;
        QTest::newRow("delete") << QByteArray("\x7F") << QStringLiteral("␡") << true;
        QTest::newRow("C1 control") << QByteArray("a\xC2\x85") << QStringLiteral("a⟨U+0085⟩") << true;
        QTest::newRow("no-break space") << QByteArray("a\xC2\xA0"
                                                      "b")
                                        << QStringLiteral("a⟨U+00A0⟩b") << true;
        QTest::newRow("right-to-left override") << QByteArray("a\xE2\x80\xAE"
                                                              "cba")
                                                << QStringLiteral("a⟨U+202E⟩cba") << true;
        QTest::newRow("isolate") << QByteArray("\xE2\x81\xA6x") << QStringLiteral("⟨U+2066⟩x") << true;
        QTest::newRow("zero width") << QByteArray("a\xE2\x80\x8B") << QStringLiteral("a⟨U+200B⟩") << true;
        QTest::newRow("byte order mark")
            << QByteArray("\xEF\xBB\xBFk") << QStringLiteral("⟨U+FEFF⟩k") << true;
        QTest::newRow("line separator") << QByteArray("\xE2\x80\xA8") << QStringLiteral("⟨U+2028⟩") << true;
        QTest::newRow("tag character")
            << QByteArray("\xF3\xA0\x81\xA1") << QStringLiteral("⟨U+E0061⟩") << true;
        QTest::newRow("right-to-left text") << QByteArray("שלום") << QStringLiteral("שלום") << false;
        QTest::newRow("stray byte") << QByteArray("a\xFFz") << QStringLiteral("a⟨xFF⟩z") << true;
        QTest::newRow("cut sequence") << QByteArray("a\xE2\x82") << QStringLiteral("a⟨xE2⟩⟨x82⟩") << true;
        QTest::newRow("overlong") << QByteArray("\xC0\xAF") << QStringLiteral("⟨xC0⟩⟨xAF⟩") << true;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QStringLiteral("⟨xED⟩⟨xA0⟩⟨x80⟩") << true;
        QTest::newRow("behind the last")
            << QByteArray("\xF4\x90\x80\x80") << QStringLiteral("⟨xF4⟩⟨x90⟩⟨x80⟩⟨x80⟩") << true;
    }

    void display()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, text);
        QFETCH(bool, odd);
        QCOMPARE(KeyText::display(key), text);
        QCOMPARE(KeyText::isOdd(key), odd);
    }

    void distinctKeysLookDistinct()
    {
        QVERIFY(KeyText::display("a ") != KeyText::display("a"));
        QVERIFY(KeyText::display(QByteArrayView("a\0", 2)) != KeyText::display("a"));
        QVERIFY(KeyText::display("a\xE2\x80\x8B") != KeyText::display("a"));
    }

    void elides()
    {
        QCOMPARE(KeyText::elided("short", 20), QStringLiteral("short"));
        const QString text = KeyText::elided(QByteArray(512, 'x').append("end"), 40);
        QCOMPARE(text.size(), 40);
        QVERIFY(text.contains(QChar(0x2026)));
        QVERIFY(text.endsWith(QStringLiteral("end")));
        // No half of a surrogate pair at either side of the cut.
        for (int room = 8; room < 20; ++room) {
            const QString cut = KeyText::elided(QByteArray("\xF0\x9F\x98\x80").repeated(30), room);
            QVERIFY(cut.isValidUtf16());
            QVERIFY(cut.size() <= room);
        }
    }
};

QTEST_APPLESS_MAIN(KeyTextTest)
#include "tst_keytext.moc"
