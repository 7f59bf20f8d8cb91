// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editor/recordbars.h"

#include <QByteArray>
#include <QWidget>

#include <memory>
#include <optional>

namespace Studio
{

struct AppContext;
class CounterView;
class JsonEditor;

/// The value of a record in its views: JSON, tree, plain text, bytes, decoded. There is one text, that of the
/// editor; the others look at it. Remembers the view that was chosen in a branch. Installs the commands that
/// work on the text for itself.
class RecordViews : public QWidget
{
    Q_OBJECT

public:
    using View = RecordViewBar::View;

    explicit RecordViews(AppContext &app, QWidget *parent = nullptr);
    ~RecordViews() override;

    /// Whose views are remembered, under which branch.
    void setBranch(const QString &profile, const QByteArray &branch, const QList<QByteArray> &separators);

    /// A value from the store, in the view that fits it. `update`: takes the place of one that is shown: the
    /// view, cursor and folding stay; changed lines are lit for a moment if `light`.
    void showValue(const QByteArray &value, bool update, bool light);
    /// The value cannot be a text that comes back byte for byte, so that only its bytes are shown.
    bool isHexOnly() const;
    /// Why, as a sentence; empty if it is not so.
    QString hexReason() const;

    void choose(View view);
    View view() const;
    /// The one that has the value now.
    QWidget *current() const;
    void setReadOnly(bool readOnly);

    JsonEditor &editor() const;
    CounterView &counter() const;
    /// The number of the store where the value is one; then the view of counters is offered.
    void setCounter(std::optional<qint64> value);
    /// The text, or the bytes where there is none.
    QByteArray bytes() const;
    qsizetype size() const;
    /// Good until the next change.
    QByteArrayView peek() const;
    /// JSON Pointer and source of the member at the cursor or in the current row.
    QByteArray pointer() const;
    QByteArray part() const;

signals:
    void textChanged();
    /// JsonEditor::findings() is new.
    void checked();
    void pointerChanged(const QByteArray &pointer);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
