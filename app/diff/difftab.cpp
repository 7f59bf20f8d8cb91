// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/difftab.h"

#include "diff/diffview.h"

#include <QPointer>
#include <QVBoxLayout>

namespace Studio
{

DiffTab::DiffTab(AppContext &app, QString title, const QList<DiffSide> &sides, int before, int after,
                 QWidget *parent)
    : PageTab(parent)
    , m_title(std::move(title))
    , m_sides(sides)
    , m_view(new DiffView(app, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setFocusProxy(m_view);
    connect(m_view, &DiffView::finished, this, [this] { emit statusTextChanged(statusText()); });
    m_view->setOffersOtherKey(true);
    connect(m_view, &DiffView::otherKeyWanted, this, [this, before, after](bool isAfter) {
        emit otherKeyWanted([self = QPointer(this), before, after, isAfter](const DiffSide &side) {
            if (!self)
                return;
            self->m_sides.append(side);
            self->m_view->setSides(self->m_sides, before, after);
            self->m_view->choose(isAfter, int(self->m_sides.size()) - 1);
            self->m_view->setFocus(Qt::OtherFocusReason);
        });
    });
    m_view->setSides(sides, before, after);
}

QString DiffTab::statusText() const
{
    const auto count = int(m_view->difference().changes.size());
    return m_view->isWorking() ? QString() : tr("%n change(s)", nullptr, count);
}

} // namespace Studio
