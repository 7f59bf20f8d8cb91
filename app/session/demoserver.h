// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"

#include <QObject>
#include <QString>

#include <memory>

namespace hpkv::emulator
{
class Server;
}

namespace Studio
{

/// An emulator in this process with demo data that keeps changing, for "Try it". Loopback only; its key is
/// made anew each time. Starting and stopping take some milliseconds on the calling thread.
class DemoServer : public QObject
{
    Q_OBJECT

public:
    /// `changesPerSecond`: how lively the demo data is; 0 = it stands still. A `seed` other than 0 makes the
    /// changes the same each time.
    explicit DemoServer(double changesPerSecond = 4, quint32 seed = 0, QObject *parent = nullptr);
    ~DemoServer() override;

    /// False when it could not; then problem() says why.
    bool start();
    /// Cuts every connection without a goodbye, as a lost line does, and listens no more. The data stays.
    void stop();
    /// Listens again on the same port with the same data.
    bool restart();
    bool isRunning() const;
    QString problem() const;

    /// A profile that connects to it (free to write, no rate limit), and its key. Valid after start().
    Profile profile() const;
    QString secret() const;

    hpkv::emulator::Server &server() const;

signals:
    void runningChanged(bool running);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
