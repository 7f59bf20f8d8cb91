// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/alertlogfile.h"

#include "dashboard/alertlog.h"
#include "profiles/privatefile.h"

#include <QFile>

namespace Studio
{

namespace
{

constexpr int SaveDelayMs = 1000;
constexpr qint64 LargestFile = 4 * 1024 * 1024;

} // namespace

AlertLogFile::AlertLogFile(AlertLog &log, QString file, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_file(std::move(file))
{
    QFile from(m_file);
    if (from.open(QIODevice::ReadOnly) && from.size() <= LargestFile)
        log.restore(from.readAll());
    m_save.setSingleShot(true);
    m_save.setInterval(SaveDelayMs);
    connect(&m_save, &QTimer::timeout, this, &AlertLogFile::flush);
    connect(&log, &AlertLog::entriesChanged, this, [this] {
        if (!m_save.isActive())
            m_save.start();
    });
}

AlertLogFile::~AlertLogFile()
{
    if (m_save.isActive())
        flush();
}

bool AlertLogFile::flush()
{
    m_save.stop();
    return PrivateFile::write(m_file, m_log.toJson());
}

} // namespace Studio
