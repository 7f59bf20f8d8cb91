// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/apiclient.h>

#include <QCoreApplication>

namespace hpkv::bench
{

/// The application object that an event loop needs.
class QtApplication
{
public:
    QtApplication()
        : m_application(m_argc, m_argv)
    {
    }

private:
    char m_name[14] = "hpkvqt-bench";
    char *m_argv[2] = {m_name, nullptr};
    int m_argc = 1;
    QCoreApplication m_application;
};

/// Opens the connection. \throws std::runtime_error when that fails
void waitForConnection(Hpkv::Client &client);

} // namespace hpkv::bench
