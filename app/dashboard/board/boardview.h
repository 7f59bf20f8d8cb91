// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/dashboard.h"

#include <QHash>
#include <QPointer>
#include <QScrollArea>

#include <deque>
#include <functional>
#include <memory>

class QTimer;

namespace Studio
{

class AlertWatch;
class EmptyState;
class Session;
class SeriesHistory;
class Theme;
class TileFeed;
class TileView;
class ValueSource;
struct AppliedBatch;

/// The tiles of a dashboard on their grid: moved and resized with mouse and keyboard, copied, deleted,
/// undone. Watches what its tiles show; paints one tile in a pass of the event loop, each at most five times
/// a second.
class BoardView : public QScrollArea
{
    Q_OBJECT

public:
    /// A wall shows the same without anything to change, as large as its place.
    enum class Mode : quint8 { Window, Wall };

    BoardView(Theme &theme, Session &session, ValueSource &source, Mode mode, QWidget *parent = nullptr);
    ~BoardView() override;

    const Dashboard &dashboard() const { return m_dashboard; }
    /// Begins anew: nothing can be undone.
    void setDashboard(const Dashboard &dashboard);
    /// As a person's change: can be undone.
    void change(const Dashboard &dashboard);
    /// Shows the past in place of the present, which is followed nevertheless; nullptr: the present again. It
    /// outlives the board or is taken away before it goes.
    void setPast(ValueSource *past);
    bool isLive() const { return !m_past; }
    /// Where older points and the course of the past come from; may be nullptr.
    void setHistory(SeriesHistory *history);

    /// Who judges the alerts of the dashboard's tiles, and by which name it knows the dashboard. Without it
    /// the board judges them itself.
    void setAlerts(AlertWatch &watch, const QString &name);
    /// Another board of the same dashboard shows the same alerts.
    void shareAlerts(BoardView &other) const;
    /// Somebody knows of the tile's alerts.
    void acknowledge(const QString &id);
    QString currentTile() const; ///< id; empty = none
    void selectTile(const QString &id);
    TileView *tileView(const QString &id) const;
    /// Of the present, even while the past is shown.
    TileFeed *tileFeed(const QString &id) const;

    void addTile(const TileConfig &tile);
    void replaceTile(const TileConfig &tile);
    void removeTile(const QString &id);
    void duplicateTile(const QString &id);
    /// Moves or resizes by cells.
    void nudge(const QString &id, const QPoint &move, const QSize &grow);
    void copyTile(const QString &id) const;
    void pasteTile();
    bool canUndo() const { return !m_undo.empty(); }
    bool canRedo() const { return !m_redo.empty(); }
    void undo();
    void redo();
    /// What the keys of a drop become.
    void dropKeys(const QList<QByteArray> &keys, const QList<QByteArray> &prefixes);

    /// Where "now" comes from; ms since 1970.
    std::function<qint64()> clock;

signals:
    void dashboardChanged();
    void currentTileChanged();
    void addRequested();
    void editRequested(const QString &id);
    void menuRequested(const QString &id, const QPoint &globalPosition);
    void openRequested(const QByteArray &key);
    void countRequested(const QByteArray &key, qint64 delta);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Tile {
        std::shared_ptr<TileFeed> feed;
        std::shared_ptr<TileFeed> past; ///< what is shown while it is not the present
        QPointer<TileView> view;
        qint64 coursedTo = 0; ///< the moment whose course was asked for last
        bool isCourseAsked = false; ///< and did not come yet
    };
    struct Grab {
        QString id;
        QPoint from; ///< global
        QRect place;
        QList<QRect> places;
        bool resizes = false;
        bool moved = false;
    };

    void show(const Dashboard &dashboard);
    void build(Tile &tile, const TileConfig &config);
    void makeView(Tile &tile, const QString &id);
    void layoutTiles();
    QRect geometryOf(const QRect &place) const;
    QSizeF cell() const;
    void watch();
    void askForOlder(const Tile &tile);
    void askForCourse(Tile &tile);
    void addDropped(const QList<QByteArray> &keys, const QList<QByteArray> &prefixes);
    void giveJudge(const Tile &tile) const;
    void takePast(const QList<QByteArray> &keys);
    void readPast();
    void take(const QList<QByteArray> &keys);
    void heard(const AppliedBatch &batch);
    void touch(const QString &id);
    void touchAll();
    void paintNext();
    void tick();
    bool isLineUp() const;
    bool tileEvent(TileView *view, QEvent *event);
    void drag(const QPoint &global);
    QString idOf(const TileView *view) const;
    bool isAtCorner(const TileView *view, const QPoint &position) const;
    int px(int metric) const;

    Theme &m_theme;
    Session &m_session;
    ValueSource &m_source;
    ValueSource *m_past = nullptr;
    SeriesHistory *m_history = nullptr;
    QPointer<AlertWatch> m_alerts;
    QString m_name; ///< of the dashboard, for m_alerts
    Mode m_mode;
    Dashboard m_dashboard;
    QHash<QString, Tile> m_tiles;
    QWidget *m_canvas;
    EmptyState *m_empty;
    std::deque<Dashboard> m_undo;
    std::deque<Dashboard> m_redo;
    std::deque<QString> m_dirty; ///< tiles that wait for their turn to be painted
    QTimer *m_turns; ///< five times a second
    QTimer *m_pass; ///< the next tile, in the next pass
    QTimer *m_seconds;
    std::optional<Grab> m_grab;
    QString m_current;
};

} // namespace Studio
