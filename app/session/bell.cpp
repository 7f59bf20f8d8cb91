// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/bell.h"

#include <QCoreApplication>
#include <QEvent>

namespace Studio
{

Bell::Bell(std::function<void()> answer, QObject *parent)
    : QObject(parent)
    , m_answer(std::move(answer))
{
}

void Bell::ring()
{
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

bool Bell::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    m_answer();
    return true;
}

} // namespace Studio
