// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/themecolors.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

namespace Studio
{

/// Rows that light up when somebody changes them, and fade.
class RowLights : public QObject
{
    Q_OBJECT

public:
    struct Light {
        ColorRole role;
        double strength; ///< 0 to 1
    };

    explicit RowLights(QObject *parent = nullptr);

    /// Beyond a few hundred at once nothing more lights up: it would only flicker.
    void light(const QByteArray &key, ColorRole role);
    std::optional<Light> of(const QByteArray &key) const;
    bool isDark() const { return m_lit.isEmpty(); }
    void clear() { m_lit.clear(); }

signals:
    /// To be painted anew.
    void changed();

private:
    struct Lit {
        ColorRole role;
        qint64 until; ///< ms since 1970
    };

    void fade();

    QHash<QByteArray, Lit> m_lit;
    QTimer m_timer;
};

} // namespace Studio
