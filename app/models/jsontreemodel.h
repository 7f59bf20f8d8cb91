// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsonedit.h"
#include "json/jsonerror.h"
#include "json/textedit.h"

#include <QAbstractItemModel>
#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace Studio
{

/// A JSON text as a tree of name, value and type. The one row at the top is the whole value.
///
/// It never changes the text: each edit ends as editWanted() with the smallest edit of the text, and whoever
/// owns the text carries it out and calls setText(). So there is one text and one undo history, and the tree
/// follows what happens to the text elsewhere with the fewest row changes, so that what is expanded and
/// selected stays.
///
/// Levels are made when they are asked for. Long texts are read, and edits of them worked out, beside the
/// window's thread; meanwhile the rows are those of the text before, and nothing can be edited.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, TypeColumn, ColumnCount };
    Q_ENUM(Column)

    enum Role {
        JsonTypeRole = Qt::UserRole + 1, ///< int(JsonType) of the value
        IsMemberRole, ///< bool: has a name, so that it can be renamed
        IsContainerRole, ///< bool: object or array
        PlaceRole ///< int: place of an element, which has no name, in its array; -1: it is none
    };

    explicit JsonTreeModel(QObject *parent = nullptr);
    ~JsonTreeModel() override;

    /// The text that the tree shows from now on; textShown() follows, for short texts at once.
    void setText(const QByteArray &text);
    /// The text of the rows; that of setText() unless isReading() or there is a problem.
    QByteArray text() const;
    bool isReading() const;
    /// What is wrong with the text of setText(). Then the rows, which cannot be edited, are those of the last
    /// text that was JSON: what was expanded is so again once it is mended.
    const JsonError &problem() const;
    /// "Line 4, column 12: …"; empty without a problem.
    QString problemText() const;
    /// Values in the tree.
    int valueCount() const;

    void setReadOnly(bool readOnly);
    /// Whether edits are possible now.
    bool isEditable() const;
    /// Why not, where it is only a matter of time; else empty.
    QString busyText() const;

    // --- places

    /// JSON Pointer of a row.
    QByteArray pointerOf(const QModelIndex &index) const;
    /// Source of its value.
    QByteArray sourceOf(const QModelIndex &index) const;
    /// Values below a row, on all levels.
    int valuesBelow(const QModelIndex &index) const;
    /// Byte offset of its name, or else its value.
    qsizetype offsetOf(const QModelIndex &index) const;
    /// The row of the innermost value around this byte.
    QModelIndex indexAt(qsizetype offset) const;
    /// The text that is edited in place: that of a name or string without escapes, else the source.
    QString editText(const QModelIndex &index) const;
    /// Whether setData() would take this; `text` as it is typed.
    bool accepts(const QModelIndex &index, const QString &text) const;

    // --- edits; each is false if it is out of question, see also refused()

    /// Adds `null` in front of what is at `place` now; a member gets a name that is not taken.
    bool insertAt(const QModelIndex &container, int place);
    bool remove(const QModelIndex &index);
    /// To `place` among its siblings (its place afterwards).
    bool moveWithin(const QModelIndex &index, int place);
    /// Into another object or array, in front of what is at `place` there now. What has no name gets one.
    bool moveInto(const QModelIndex &index, const QModelIndex &container, int place);
    bool setType(const QModelIndex &index, JsonType type);

    static QString typeName(JsonType type);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Column name: renames. Column value: the text of a string, or JSON for any other scalar. Column type:
    /// int(JsonType).
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    /// To be carried out on text(), followed by setText().
    void editWanted(const Studio::TextEdit &edit);
    /// Why an edit is not carried out, as a sentence.
    void refused(const QString &sentence);
    /// What one should know of an edit that is carried out, as a sentence.
    void noted(const QString &sentence);
    /// The rows, or the problem, are those of the last setText().
    void textShown();
    /// An edit of this model is in the text: the row that it was about, where it still has one.
    void placed(const QModelIndex &index, bool isNew);

private:
    struct Document;
    struct Level;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
