// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "drafts/draftstore.h"
#include "editor/schemabook.h"
#include "shell/profileleftovers.h"

#include "../editor/editorfixture.h"
#include "failonwarning.h"

#include <QTest>

using namespace Studio;

class tst_ProfileLeftovers : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void goWithTheProfile();
};

void tst_ProfileLeftovers::goWithTheProfile()
{
    EditorFixture fixture;
    DraftStore drafts(fixture.folder.filePath(QStringLiteral("drafts")));
    AppContext app = fixture.app;
    app.drafts = &drafts;
    SchemaBook book(fixture.settings);
    const auto add = [&](const QString &id) {
        Profile profile;
        profile.id = id;
        profile.name = id;
        fixture.profiles.save(profile);
        Draft draft;
        draft.info = {DraftStore::newId(), id, "key", false, 1};
        draft.text = "edited";
        drafts.keep(draft);
        drafts.release(draft.info.id);
        QString problem;
        book.attach(id, "", "{}", &problem);
    };
    add(QStringLiteral("a"));
    add(QStringLiteral("b"));
    const ProfileLeftovers leftovers(app);
    add(QStringLiteral("c"));
    QVERIFY(fixture.profiles.remove(QStringLiteral("a")));
    QVERIFY(fixture.profiles.remove(QStringLiteral("c")));
    for (const auto &[id, stays] : {std::pair("a", false), std::pair("b", true), std::pair("c", false)}) {
        QCOMPARE(drafts.offered(QString::fromLatin1(id)).size(), stays ? 1 : 0);
        QCOMPARE(!book.find(QString::fromLatin1(id), "key").file.isEmpty(), stays);
    }
}

QTEST_MAIN(tst_ProfileLeftovers)

#include "tst_profileleftovers.moc"
