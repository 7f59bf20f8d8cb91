// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historyreader.h"
#include "history/historyrecorder.h"
#include "history/historythread.h"

#include <QObject>

namespace Studio
{

/// What a profile was heard to change, kept for later: one file on a thread of its own, that which fills it
/// and that which answers from it. Window's thread.
class History : public QObject
{
    Q_OBJECT

public:
    explicit History(const HistoryOptions &options, QObject *parent = nullptr)
        : QObject(parent)
        , m_thread(options)
        , m_recorder(m_thread)
        , m_reader(m_thread)
    {
    }

    HistoryThread &historyThread() { return m_thread; }
    HistoryRecorder &recorder() { return m_recorder; }
    HistoryReader &reader() { return m_reader; }

private:
    HistoryThread m_thread;
    HistoryRecorder m_recorder;
    HistoryReader m_reader;
};

} // namespace Studio
