// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/latestjob.h"

#include <QByteArray>
#include <QObject>
#include <QString>

class QWidget;

namespace Studio
{

/// Saves a text that could not be written to the store as a file, byte for byte, beside the window's thread.
class TextFileSaver : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks for the place, in a dialog of `window` that does not hold the program.
    void ask(QWidget *window, const QString &suggestedName, const QByteArray &text);
    void write(const QString &file, const QByteArray &text);

signals:
    void written(const QString &file);
    void failed(const QString &reason);

private:
    LatestJob<QString> m_job;
};

} // namespace Studio
