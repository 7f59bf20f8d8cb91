// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/jsontreemodel.h"

#include "session/latestjob.h"

#include <QPersistentModelIndex>

#include <functional>
#include <map>

namespace Studio
{

/// A text and what was read from it. Stays where it is, as the tree looks into the text.
struct JsonTreeModel::Document {
    static std::shared_ptr<const Document> read(const QByteArray &text);

    QByteArray text;
    std::optional<JsonTree> tree;
    JsonError error;
    QString sentence; ///< about the error
};

/// The rows below one value, made when somebody asks for them; the value itself is row `row` of `above`.
struct JsonTreeModel::Level {
    Level(Level *above_, int row_, const Document &document_)
        : above(above_)
        , row(row_)
        , document(&document_)
    {
    }
    Q_DISABLE_COPY_MOVE(Level)
    ~Level();

    const JsonTree &tree() const { return *document->tree; }
    /// Where each row goes, -1 = it is gone. What went is given back, to be kept until nobody looks there.
    std::vector<std::unique_ptr<Level>> renumber(const std::function<int(int)> &placeOf);

    Level *above;
    int row;
    const Document *document; ///< that of `nodes`; another one than that of other levels during an update
    std::vector<int> nodes;
    std::map<int, std::unique_ptr<Level>> below; ///< by row
};

struct JsonTreeModel::Private {
    explicit Private(JsonTreeModel *model)
        : q(model)
    {
    }

    using Path = std::vector<int>;
    struct Aim {
        Path path;
        bool isNew = false;
        QString note = {}; ///< said when the edit is carried out
    };
    using Work = std::function<std::optional<TextEdit>(const JsonTree &)>;

    JsonTreeModel *q;
    QByteArray wanted;
    bool hasText = false;
    bool isReadOnly = false;
    std::shared_ptr<const Document> shown; ///< that of the rows
    JsonError problem;
    QString problemText;
    std::unique_ptr<Level> top;
    std::optional<Aim> aim; ///< of the edit that is being carried out
    QPersistentModelIndex dragged;
    LatestJob<std::shared_ptr<const Document>> reading;
    LatestJob<std::optional<TextEdit>> editing;

    static Level *levelOf(const QModelIndex &index) { return static_cast<Level *>(index.internalPointer()); }
    static int nodeOf(const QModelIndex &index) { return levelOf(index)->nodes[size_t(index.row())]; }
    static const JsonTree &treeOf(const QModelIndex &index) { return levelOf(index)->tree(); }
    static const JsonTree::Node &valueOf(const QModelIndex &index)
    {
        return treeOf(index).node(nodeOf(index));
    }
    static Path pathOf(QModelIndex index);
    QModelIndex indexOf(const Path &path) const;
    Level *findLevel(const QModelIndex &parent) const;
    Level *makeLevel(Level &above, int row) const;
    QModelIndex parentOf(const Level &level) const;

    void take(const std::shared_ptr<const Document> &document, const std::optional<Aim> &aimed);
    void update(const Document &next);
    void updateLevel(Level &level, const std::vector<int> &fresh, const Document &next);
    bool moveOne(Level &level, const std::vector<int> &fresh, const Document &next, int first, int last);

    bool begin(Work work, Aim aimed);
    void finish(const std::optional<TextEdit> &edit, Aim aimed);
};

} // namespace Studio
