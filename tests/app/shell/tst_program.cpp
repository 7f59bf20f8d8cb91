// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The program as a person starts it.
class TestProgram : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void saysItsVersion();
    void explainsItsOptions();
    void refusesAnUnknownOption();
    void saysWhenThereIsNoDisplay();
    void tourSavesEveryScene();
    void tourRefusesAnUnknownScene();
    void tourSaysWhenItCannotSave();

private:
    struct Ended {
        int code = -1;
        QString output;
        QString errors;
    };
    Ended run(const QStringList &arguments, const QProcessEnvironment &environment) const;
    QProcessEnvironment withoutDisplay() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestProgram::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QProcessEnvironment TestProgram::withoutDisplay() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("HOME"), m_folder->path());
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

TestProgram::Ended TestProgram::run(const QStringList &arguments,
                                    const QProcessEnvironment &environment) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(STUDIO_PROGRAM), arguments);
    if (!process.waitForFinished(90'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestProgram::saysItsVersion()
{
    const Ended ended = run({QStringLiteral("--version")}, withoutDisplay());
    QCOMPARE(ended.code, 0);
    QVERIFY2(ended.output.contains(QStringLiteral(STUDIO_VERSION)), qPrintable(ended.output));
}

void TestProgram::explainsItsOptions()
{
    const Ended ended = run({QStringLiteral("--help")}, withoutDisplay());
    QCOMPARE(ended.code, 0);
    for (const char *option : {"--demo", "--tour", "--scene", "--config-dir", "--version"})
        QVERIFY2(ended.output.contains(QString::fromLatin1(option)), option);
}

void TestProgram::refusesAnUnknownOption()
{
    QProcessEnvironment environment = withoutDisplay();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    const Ended ended = run({QStringLiteral("--no-such-option")}, environment);
    QCOMPARE(ended.code, 1);
    QVERIFY(ended.errors.contains(QStringLiteral("no-such-option")));
}

void TestProgram::saysWhenThereIsNoDisplay()
{
    const Ended ended = run({}, withoutDisplay());
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.errors.contains(QStringLiteral("--tour")), qPrintable(ended.errors));
}

void TestProgram::tourSavesEveryScene()
{
    const QString pictures = m_folder->filePath(QStringLiteral("pictures"));
    const Ended ended = run({QStringLiteral("--tour"), pictures}, withoutDisplay());
    QVERIFY2(ended.code == 0, qPrintable(ended.errors));
    for (const char *scene : {"welcome", "connect", "main", "lost-connection"}) {
        QList<QImage> images;
        for (const char *theme : {"light", "dark"}) {
            const QString file = QStringLiteral("%1/%2-%3.png")
                                     .arg(pictures, QString::fromLatin1(scene), QString::fromLatin1(theme));
            const QImage image(file);
            QVERIFY2(!image.isNull(), qPrintable(file));
            QCOMPARE(image.size(), QSize(1440, 900));
            images.append(image);
        }
        QVERIFY2(images.first() != images.last(), scene);
    }
    // Nothing of the person's own was touched.
    QVERIFY(!QDir(m_folder->filePath(QStringLiteral(".config/hpkv-studio"))).exists());
}

void TestProgram::tourRefusesAnUnknownScene()
{
    const Ended ended =
        run({QStringLiteral("--tour"), m_folder->path(), QStringLiteral("--scene"), QStringLiteral("moon")},
            withoutDisplay());
    QCOMPARE(ended.code, 3);
    QVERIFY2(ended.errors.contains(QStringLiteral("moon")), qPrintable(ended.errors));
}

void TestProgram::tourSaysWhenItCannotSave()
{
    QFile inTheWay(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Ended ended =
        run({QStringLiteral("--tour"), inTheWay.fileName() + QStringLiteral("/below")}, withoutDisplay());
    QCOMPARE(ended.code, 3);
    QVERIFY2(ended.errors.contains(QStringLiteral("below")), qPrintable(ended.errors));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
