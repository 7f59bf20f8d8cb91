// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/levelproblembar.h"

#include "browser/elidedlabel.h"
#include "browser/levellister.h"
#include "models/keytext.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace Studio
{

namespace
{

constexpr int longestName = 48; // characters

} // namespace

LevelProblemBar::LevelProblemBar(Theme &theme, LevelLister &lister, QWidget *parent)
    : QWidget(parent)
    , m_lister(lister)
    , m_text(new ElidedLabel(this))
{
    Look::fill(this, theme, ColorRole::WarningSoft);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.metric(12), theme.metric(4), theme.metric(8), theme.metric(4));
    row->setSpacing(theme.metric(8));
    Look::text(m_text, theme, ColorRole::Warning, -1);
    auto *again = new QPushButton(tr("Try again"), this);
    row->addWidget(m_text, 1);
    row->addWidget(again);
    connect(again, &QPushButton::clicked, this, [this] {
        const QList<QByteArray> failed = m_lister.failures().keys();
        for (const QByteArray &prefix : failed)
            m_lister.list(prefix);
    });
    connect(&lister, &LevelLister::changed, this, &LevelProblemBar::update);
    update();
}

QString LevelProblemBar::text() const
{
    return m_text->text();
}

QString LevelProblemBar::textOf(const QByteArray &prefix, const QString &reason) const
{
    const bool store = prefix.isEmpty();
    const QString name = KeyText::elided(prefix, longestName);
    switch (m_lister.known(prefix)) {
    case LevelLister::Known::All:
        // What was read before is still shown.
        //: %1 is a branch such as "order:", %2 what the server said
        return store ? tr("The store could not be read again: %1").arg(reason)
                     : tr("%1 could not be read again: %2").arg(name, reason);
    case LevelLister::Known::Part:
        return store ? tr("A part of the store could not be read: %1").arg(reason)
                     : tr("A part of %1 could not be read: %2").arg(name, reason);
    case LevelLister::Known::Nothing:
        break;
    }
    return store ? tr("The store could not be read: %1").arg(reason)
                 : tr("%1 could not be read: %2").arg(name, reason);
}

void LevelProblemBar::update()
{
    const QHash<QByteArray, Hpkv::Error> failed = m_lister.failures();
    setVisible(!failed.isEmpty());
    if (failed.isEmpty())
        return;
    const auto first = failed.cbegin();
    m_text->setText(failed.size() == 1 ? textOf(first.key(), first.value().text)
                                       : tr("%1 branches could not be read: %2")
                                             .arg(QLocale().toString(failed.size()), first.value().text));
}

} // namespace Studio
