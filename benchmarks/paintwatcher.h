// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "eventpasses.h"

#include <QEvent>
#include <QObject>

namespace hpkv::bench
{

/// Counts passes of the window's loop in which something is painted.
class PaintWatcher : public QObject
{
public:
    explicit PaintWatcher(EventPasses &passes)
        : m_passes(passes)
    {
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint || event->type() == QEvent::UpdateRequest)
            m_passes.countThisPass();
        return false;
    }

private:
    EventPasses &m_passes;
};

} // namespace hpkv::bench
