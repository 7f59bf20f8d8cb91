// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json.h"

#include <QProcess>
#include <QStringList>
#include <QUrl>

/// The program hpkv-emulator as a child.
class Program
{
public:
    /// \return whether it listens.
    bool start(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(HPKV_EMULATOR_PROGRAM), arguments);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(10'000)) { }
        m_line = m_process.readLine();
        const auto url = QUrl(Json::object(m_line.toStdString()).value(QLatin1StringView("url")).toString());
        m_port = static_cast<std::uint16_t>(url.port(0));
        return m_port != 0;
    }
    std::uint16_t port() const { return m_port; }
    QByteArray line() const { return m_line; }
    QProcess &process() { return m_process; }
    /// \return whether it ended in time.
    bool end()
    {
        m_process.terminate();
        return m_process.waitForFinished(10'000);
    }
    /// As `kill -9` does.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(10'000);
    }

private:
    QProcess m_process;
    QByteArray m_line;
    std::uint16_t m_port = 0;
};
