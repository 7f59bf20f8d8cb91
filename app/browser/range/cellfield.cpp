// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/cellfield.h"

#include "shell/theme.h"

#include <QKeyEvent>
#include <QToolTip>

namespace Studio
{

CellField::CellField(Theme &theme, QByteArray key, RangeColumn column, const QString &text, QWidget *parent)
    : QLineEdit(text, parent)
    , m_key(std::move(key))
    , m_column(std::move(column))
{
    setObjectName(QStringLiteral("cellEditor"));
    setAccessibleName(tr("New value of the cell"));
    setFont(theme.monospaceFont());
}

void CellField::showProblem(const QString &problem)
{
    QToolTip::showText(mapToGlobal(QPoint(0, height())), problem, this);
}

bool CellField::event(QEvent *event)
{
    // Else Esc would go to a shortcut of the window.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void CellField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit givenUp();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace Studio
