// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkvqt/childscan.h>
#include <hpkvqt/scan.h>
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

QDebug operator<<(QDebug debug, const WriteResult &result)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::WriteResult(" << result.code << ", " << result.message << ')';
    return debug;
}

QDebug operator<<(QDebug debug, const GetResult &result)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::GetResult(" << result.value << (result.isNumber ? ", number)" : ")");
    return debug;
}

QDebug operator<<(QDebug debug, const IncrementResult &result)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::IncrementResult(" << result.newValue << ')';
    return debug;
}

QDebug operator<<(QDebug debug, const CallOptions &options)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::CallOptions(" << options.timeout.count() << " ms, " << options.lane
                    << (options.retryRefused ? ", repeats)" : ")");
    return debug;
}

QDebug operator<<(QDebug debug, const ResyncSpan &span)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::ResyncSpan(" << span.from << "..." << span.to << ')';
    return debug;
}

QDebug operator<<(QDebug debug, const ScannedPage &page)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::ScannedPage(" << page.first << "..." << page.last << ", " << page.records.size()
                    << " records)";
    return debug;
}

QDebug operator<<(QDebug debug, const Child &child)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::Child(" << child.key << (child.isBranch ? ", branch)" : ")");
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

QDebug operator<<(QDebug debug, const RoundTripSummary &summary)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::RoundTripSummary(" << summary.count << " replies, " << summary.minimum << '/'
                    << summary.p50 << '/' << summary.p95 << '/' << summary.p99 << '/' << summary.maximum
                    << " ms, mean " << summary.mean << ')';
    return debug;
}

QDebug operator<<(QDebug debug, const ThrottleStatus &status)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::ThrottleStatus(" << (status.isEnabled() ? "enabled" : "disabled") << ", rate "
                    << status.currentRate << " of " << status.config.requestsPerSecond << ", pause "
                    << status.pauseMs << " ms, queued " << status.queuedInteractive << '+'
                    << status.queuedBackground << " of " << status.queueLimit << ')';
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
                    << statistics.currentRate << ", pause " << statistics.pauseMs << " ms, attempt "
                    << statistics.reconnectAttempt << ", " << statistics.state << ", "
                    << statistics.roundTrips << ')';
    return debug;
}

} // namespace Hpkv
