// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace Studio
{

class AlertLog;

/// Keeps an AlertLog in a file of mode 0600 that is replaced atomically: a second after a change, and at the
/// end. What cannot be read is left alone and written over with the next alert.
class AlertLogFile : public QObject
{
    Q_OBJECT

public:
    /// Fills the log, too.
    AlertLogFile(AlertLog &log, QString file, QObject *parent = nullptr);
    ~AlertLogFile() override;

    /// Writes now if there is anything new. False when it could not.
    bool flush();

private:
    AlertLog &m_log;
    const QString m_file;
    QTimer m_save;
};

} // namespace Studio
