// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <functional>

class QMessageBox;
class QWidget;

namespace Studio
{

/// One way to answer a question.
struct Answer {
    QString text; ///< a verb: "Save", "Delete"
    std::function<void()> chosen; ///< may be empty
    bool dangerous = false;
    bool preferred = false; ///< Enter
};

/// The one place that asks before something is lost. Does not wait: the answer calls back from the event
/// loop. "Cancel" is always offered and calls nothing. `text` says what happens to the person's data.
QMessageBox *askQuestion(QWidget *parent, const QString &title, const QString &text,
                         const QList<Answer> &answers);

} // namespace Studio
