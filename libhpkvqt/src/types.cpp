// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkvqt/statistics.h>
#include <hpkvqt/types.h>

namespace Hpkv
{

QDebug operator<<(QDebug debug, const Record &record)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::Record(" << record.key << ", " << record.value << ')';
    return debug;
}

QDebug operator<<(QDebug debug, const Notification &notification)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::Notification(" << notification.key << ", ";
    if (notification.deleted)
        debug << "deleted";
    else
        debug << notification.value;
    if (notification.timestamp)
        debug << ", " << *notification.timestamp;
    debug << ')';
    return debug;
}

QDebug operator<<(QDebug debug, const RangePage &page)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::RangePage(" << page.records.size() << " records"
                    << (page.truncated ? ", truncated)" : ")");
    return debug;
}

QDebug operator<<(QDebug debug, const DisconnectInfo &info)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::DisconnectInfo(" << info.code << ", " << info.reason << ", "
                    << info.previousState << (info.gracefully ? ", gracefully" : "") << ", " << info.error
                    << ')';
    return debug;
}

QDebug operator<<(QDebug debug, const ReconnectInfo &info)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::ReconnectInfo(" << info.attempt << " of " << info.maxAttempts << " in "
                    << info.delay.count() << " ms, " << info.cause << ')';
    return debug;
}

QDebug operator<<(QDebug debug, const Statistics &statistics)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::Statistics(sent " << statistics.requestsSent << ", replies "
                    << statistics.repliesReceived << ", notifications " << statistics.notificationsReceived
                    << ", bytes " << statistics.bytesSent << '/' << statistics.bytesReceived << ", retries "
                    << statistics.retries << ", refused " << statistics.rateLimited << ", timeouts "
                    << statistics.timeouts << ", late " << statistics.lateReplies << ", warnings "
                    << statistics.protocolWarnings << ", queued " << statistics.queuedInteractive << '+'
                    << statistics.queuedBackground << ", in flight " << statistics.inFlight << ", rate "
                    << statistics.currentRate << ", pause " << statistics.pauseMs << " ms)";
    return debug;
}

} // namespace Hpkv
