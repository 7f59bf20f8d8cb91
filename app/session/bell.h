// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <functional>

namespace Studio
{

/// Rung from any thread, it calls its function in the thread that it lives in, when that thread's event loop
/// runs. The wake-up of a Mailbox: what crosses the threads is an event that carries nothing, where a lambda
/// posted to the other thread would carry what it captured past the thread sanitizer's eyes.
class Bell : public QObject
{
    Q_OBJECT

public:
    explicit Bell(std::function<void()> answer, QObject *parent = nullptr);

    /// Any thread.
    void ring();

    bool event(QEvent *event) override;

private:
    const std::function<void()> m_answer;
};

} // namespace Studio
