// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/export.h>

#include <QByteArray>
#include <QDebug>
#include <QRegularExpression>

namespace Hpkv
{

/// Says for which keys a callback wants to hear of changes; see Client::subscribe(). A plain value.
///
/// It sorts what the token's subscriptions bring anyway; it does not widen them. As the service may read more
/// into a subscribed text than the key (`.` or `?`), exact() is the way to be sure of one key.
class HPKVQT_EXPORT NotificationFilter
{
public:
    /// Every key.
    NotificationFilter() = default;

    /// This key only.
    static NotificationFilter exact(const QByteArray &key);
    /// Keys that begin with `prefix`.
    static NotificationFilter prefix(const QByteArray &prefix);
    /// Keys that end with `suffix`.
    static NotificationFilter suffix(const QByteArray &suffix);
    /// `*` stands for any run of characters, colons and none included; everything else for itself. The whole
    /// key must match.
    static NotificationFilter wildcard(const QByteArray &pattern);
    /// Searched for within the key: anchor it with `\A` and `\z` where the whole key must match.
    static NotificationFilter regularExpression(const QRegularExpression &expression);

    /// Whether the callback wants to hear of `key`. An invalid expression matches nothing.
    bool matches(const QByteArray &key) const;

    /// Same kind, same text.
    bool operator==(const NotificationFilter &) const = default;

private:
    enum class Kind : quint8 { Everything, Exact, Prefix, Suffix, Wildcard, Expression };
    friend HPKVQT_EXPORT QDebug operator<<(QDebug debug, const NotificationFilter &filter);

    Kind m_kind = Kind::Everything;
    QByteArray m_text;
    QRegularExpression m_expression;
};

/// Prints kind and text.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const NotificationFilter &filter);

} // namespace Hpkv
