// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/enums.h>
#include <hpkvqt/export.h>

#include <QDebug>
#include <QMetaType>
#include <QString>

namespace Hpkv
{

/// Why something failed, and whether the server had the request. A default-constructed Error means "no
/// error".
///
/// The text never holds a credential. Match on `kind` (or `code`), never on the text.
struct HPKVQT_EXPORT Error {
    ErrorKind kind = ErrorKind::None;
    /// Code of the reply, or HTTP status of a refused connection or token request; 0 if there was none.
    int code = 0;
    /// For people: the server's own words where it gave any, else a sentence of this library in English.
    QString text;
    Delivery delivery = Delivery::NotSent;

    Error() = default;
    Error(ErrorKind kind_, QString text_, Delivery delivery_ = Delivery::NotSent, int code_ = 0)
        : kind(kind_)
        , code(code_)
        , text(std::move(text_))
        , delivery(delivery_)
    {
    }

    bool isError() const { return kind != ErrorKind::None; }
    bool isNotFound() const { return kind == ErrorKind::NotFound; }
    /// Whether the request was certainly not carried out, so that repeating even an increment is safe.
    bool isSafeToRepeat() const
    {
        return delivery == Delivery::NotSent
            || (delivery == Delivery::Answered && kind == ErrorKind::RateLimited);
    }
    /// Name of the kind for logs and tests, such as "NotFound".
    QString kindName() const { return kindName(kind); }
    static QString kindName(ErrorKind kind);
    static QString deliveryName(Delivery delivery);

    bool operator==(const Error &) const = default;
};

HPKVQT_EXPORT QDebug operator<<(QDebug debug, const Error &error);

} // namespace Hpkv

Q_DECLARE_METATYPE(Hpkv::Error)
