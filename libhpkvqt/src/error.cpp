// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkvqt/error.h>

#include <QMetaEnum>

namespace Hpkv
{

namespace
{

template <typename Enum>
QString enumName(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

} // namespace

QString Error::kindName(ErrorKind kind)
{
    return enumName(kind);
}

QString Error::deliveryName(Delivery delivery)
{
    return enumName(delivery);
}

QDebug operator<<(QDebug debug, const Error &error)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::Error(";
    debug.noquote() << error.kindName();
    if (error.isError()) {
        debug << ", " << error.code << ", ";
        debug.quote() << error.text;
        debug.noquote() << ", " << Error::deliveryName(error.delivery);
    }
    debug << ')';
    return debug;
}

} // namespace Hpkv
