// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/history.h"
#include "mirror/keyspacemirror.h"

#include <QTest>

#include <memory>

namespace Studio
{

/// A history in memory that hears what a test says.
struct HistoryFixture {
    KeyspaceMirror mirror;
    History history;
    quint64 heard = 0;

    HistoryFixture()
        : history(withoutDays())
    {
        history.recorder().follow(&mirror);
        history.recorder().lineUp(1);
    }

    static HistoryOptions withoutDays()
    {
        HistoryOptions options;
        options.limits.days = 0;
        return options;
    }

    static Learned learned(const QByteArray &key, const QByteArray &value, qint64 at, Origin origin)
    {
        Learned made;
        made.key = key;
        made.hasValue = true;
        made.value = value;
        made.state = origin == Origin::Notification ? ValueState::Presumed : ValueState::Read;
        made.origin = origin;
        made.at = at;
        return made;
    }

    void read(const QByteArray &key, const QByteArray &value, qint64 at)
    {
        take(learned(key, value, at, Origin::Page));
    }
    void hear(const QByteArray &key, const QByteArray &value, qint64 at)
    {
        take(learned(key, value, at, Origin::Notification));
        ++heard;
    }
    void hearRemoved(const QByteArray &key, qint64 at)
    {
        Learned gone = learned(key, {}, at, Origin::Notification);
        gone.present = false;
        gone.hasValue = false;
        take(gone);
        ++heard;
    }
    bool isRecorded()
    {
        return QTest::qWaitFor([this] { return history.recorder().status().recorded >= heard; }, 60'000);
    }

private:
    void take(const Learned &item)
    {
        Batch batch;
        batch.items = {item};
        mirror.enqueue(std::make_shared<Batch>(batch));
        mirror.flush();
    }
};

} // namespace Studio
