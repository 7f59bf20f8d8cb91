// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace Studio
{

enum class TestStep : quint8 { Address, Tls, Authentication, FirstRequest, RoundTrip };
enum class TestStepState : quint8 {
    Waiting,
    Running,
    Passed,
    Failed,
    Skipped ///< not needed (TLS on ws://), or not reached because an earlier step failed
};

struct TestStepResult {
    TestStep step = TestStep::Address;
    TestStepState state = TestStepState::Waiting;
    double milliseconds = -1; ///< < 0 = not measured
    QString text; ///< passed: what was found; failed: what failed and why; never a credential
    QString advice; ///< failed: what to do next
};

/// Tries a profile step by step on connections of its own: address (name and TCP), TLS, authentication, first
/// request, round trip. Changes nothing in the store. Window's thread, without blocking it.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    ConnectionTest(Profile profile, const QString &secret, QObject *parent = nullptr);
    /// Cancels without a signal.
    ~ConnectionTest() override;

    /// Name of a step, for the person.
    static QString stepName(TestStep step);

    void start();
    /// finished(false) follows at once if it was running.
    void cancel();
    bool isRunning() const;

    /// All five, in order.
    QList<TestStepResult> steps() const;
    bool passed() const;

signals:
    void stepChanged(Studio::TestStep step);
    /// Exactly once for each start().
    void finished(bool passed);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
