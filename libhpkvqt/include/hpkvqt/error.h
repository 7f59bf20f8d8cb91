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
///
/// \code
/// if (reply->error().isNotFound())
///     useDefault();
/// else if (reply->error().isSafeToRepeat())
///     repeatLater();
/// else if (reply->error().delivery == Hpkv::Delivery::Unknown)
///     readBackWhatHappened();
/// \endcode
struct HPKVQT_EXPORT Error {
    Q_GADGET
    Q_PROPERTY(Hpkv::ErrorKind kind MEMBER kind)
    Q_PROPERTY(QString kindName READ kindName)
    Q_PROPERTY(int code MEMBER code)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(Hpkv::Delivery delivery MEMBER delivery)
    Q_PROPERTY(bool isError READ isError)
    Q_PROPERTY(bool isSafeToRepeat READ isSafeToRepeat)

public:
    ErrorKind kind = ErrorKind::None; ///< what a program acts on
    /// Of the reply, or the HTTP status of a refusal; 400 or 413 for what was refused unsent; else 0.
    int code = 0;
    /// For people: the server's own words where it gave any, else a sentence of this library in English.
    QString text;
    Delivery delivery = Delivery::NotSent; ///< whether the server had the request

    /// No error.
    Error() = default;
    /// An error with all its members.
    Error(ErrorKind kind_, QString text_, Delivery delivery_ = Delivery::NotSent, int code_ = 0)
        : kind(kind_)
        , code(code_)
        , text(std::move(text_))
        , delivery(delivery_)
    {
    }

    /// False for success.
    bool isError() const { return kind != ErrorKind::None; }
    /// The key does not exist (code 404), which many programs do not count as a failure.
    bool isNotFound() const { return kind == ErrorKind::NotFound; }
    /// Whether the request was certainly not carried out, so that repeating even an increment is safe.
    bool isSafeToRepeat() const
    {
        return delivery == Delivery::NotSent
            || (delivery == Delivery::Answered && kind == ErrorKind::RateLimited);
    }
    /// Name of the kind for logs and tests, such as "NotFound".
    QString kindName() const { return kindName(kind); }
    /// Name of a kind, such as "NotFound".
    static QString kindName(ErrorKind kind);
    /// Name of a delivery, such as "NotSent".
    static QString deliveryName(Delivery delivery);

    /// All members are equal.
    bool operator==(const Error &) const = default;
};

/// Prints kind, code, text and delivery.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const Error &error);

} // namespace Hpkv

Q_DECLARE_METATYPE(Hpkv::Error)
