// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rowlights.h"

#include <QDateTime>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int FadeMs = 600;
constexpr int FrameMs = 40;
constexpr qsizetype Most = 200;

} // namespace

RowLights::RowLights(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(FrameMs);
    connect(&m_timer, &QTimer::timeout, this, &RowLights::fade);
}

void RowLights::light(const QByteArray &key, ColorRole role)
{
    if (m_lit.size() >= Most)
        return;
    m_lit.insert(key, {role, QDateTime::currentMSecsSinceEpoch() + FadeMs});
    if (!m_timer.isActive())
        m_timer.start();
}

std::optional<RowLights::Light> RowLights::of(const QByteArray &key) const
{
    const auto lit = m_lit.constFind(key);
    if (lit == m_lit.cend())
        return {};
    const double left = double(lit->until - QDateTime::currentMSecsSinceEpoch()) / FadeMs;
    return Light{lit->role, std::clamp(left, 0.0, 1.0)};
}

void RowLights::fade()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_lit.removeIf([now](const QHash<QByteArray, Lit>::iterator &entry) { return entry->until <= now; });
    if (m_lit.isEmpty())
        m_timer.stop();
    emit changed();
}

} // namespace Studio
