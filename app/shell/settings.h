// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QLatin1StringView>
#include <QObject>
#include <QString>

#include <memory>

namespace Studio
{

/// Name and default of one setting. T is bool, int, QString or QByteArray (kept as base64).
template <typename T>
struct Setting {
    QLatin1StringView name;
    T fallback;
};

/// The table of every setting there is; the file holds only those that differ from their default.
namespace Key
{
inline const Setting<QString> Theme{QLatin1StringView("appearance/theme"), {}}; ///< "", "light", "dark"
inline const Setting<QString> InterfaceFont{QLatin1StringView("appearance/interfaceFont"),
                                            {}}; ///< family; "" = system
inline const Setting<int> FontSize{QLatin1StringView("appearance/fontSize"),
                                   13}; ///< pixels at 100 %, 9 to 24
inline const Setting<QString> MonospaceFont{QLatin1StringView("appearance/monospaceFont"),
                                            {}}; ///< family; "" = best there is
inline const Setting<QString> Language{QLatin1StringView("appearance/language"),
                                       {}}; ///< "en", "de"; "" = system
inline const Setting<bool> ReducedMotion{QLatin1StringView("appearance/reducedMotion"), false};
inline const Setting<bool> KeepJournal{QLatin1StringView("disk/journal"),
                                       true}; ///< false: the journal lives in memory
inline const Setting<bool> KeepDrafts{QLatin1StringView("disk/drafts"), true}; ///< edits that are not saved
inline const Setting<int> JournalMegabytes{QLatin1StringView("disk/journalMegabytes"),
                                           100}; ///< of each journal; 1 to 10,000
inline const Setting<bool> KeepHistory{QLatin1StringView("disk/history"),
                                       true}; ///< false: the history of changes lives in memory
inline const Setting<int> HistoryMegabytes{QLatin1StringView("disk/historyMegabytes"),
                                           512}; ///< of each history; 1 to 100,000
inline const Setting<int> HistoryDays{QLatin1StringView("disk/historyDays"),
                                      30}; ///< 0 = no bound; up to 3,650
inline const Setting<bool> KeepWindowLayout{QLatin1StringView("disk/windowLayout"), true};
inline const Setting<bool> KeepRecent{QLatin1StringView("disk/recentProfiles"),
                                      true}; ///< when profiles were last opened
inline const Setting<bool> KeepRecentKeys{QLatin1StringView("disk/recentKeys"),
                                          true}; ///< keys opened and looked for lately
inline const Setting<QString> TreeColumns{QLatin1StringView("browser/treeColumns"),
                                          {}}; ///< as TreeColumns::state()
inline const Setting<QString> FilterHistory{QLatin1StringView("browser/filterHistory"),
                                            {}}; ///< as FilterField::savedHistory()
inline const Setting<QString> BranchViews{QLatin1StringView("editor/branchViews"),
                                          {}}; ///< as BranchViews keeps them
inline const Setting<bool> LiveNewestFirst{QLatin1StringView("live/newestFirst"), true};
inline const Setting<bool> WrapLines{QLatin1StringView("editor/wrapLines"), true};
inline const Setting<int> EditorZoom{QLatin1StringView("editor/zoom"), 0}; ///< points, -8 to 20
inline const Setting<QString> Schemas{QLatin1StringView("editor/schemas"), {}}; ///< as SchemaBook keeps them
inline const Setting<bool> DiffByLine{QLatin1StringView("difference/byLine"), false}; ///< else by member
inline const Setting<bool> DiffInline{QLatin1StringView("difference/inline"), false}; ///< else side by side
inline const Setting<QByteArray> WindowGeometry{QLatin1StringView("window/geometry"), {}};
inline const Setting<QByteArray> WindowState{QLatin1StringView("window/state"), {}};
} // namespace Key

/// The settings of HPKV Studio: typed, in one JSON file of mode 0600 that is replaced atomically. Only what
/// this process changed is written, over what the file holds by then, so that two running copies keep each
/// other's changes. Holds no secret. Window's thread only.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// Reads `file`. A damaged file is set aside as FILE.damaged and the defaults hold; loadProblem() says
    /// so.
    explicit Settings(QString file, QObject *parent = nullptr);
    /// Writes what is still to be written.
    ~Settings() override;

    /// "settings.json" in the folder for configuration of this person.
    static QString defaultFile();

    /// What `file` holds for one setting, or its default. Leaves even a damaged file as it is.
    template <typename T>
    static T peek(const QString &file, const Setting<T> &setting)
    {
        return fromJson(peekRaw(file, setting.name), setting.fallback);
    }

    QString file() const;
    QString loadProblem() const; ///< empty when the file was read or did not exist

    /// The value of `setting`, its default where the file has none or one of another type.
    template <typename T>
    T value(const Setting<T> &setting) const
    {
        return fromJson(rawValue(setting.name), setting.fallback);
    }

    /// Takes effect at once; the file follows within half a second or on flush().
    template <typename T>
    void setValue(const Setting<T> &setting, const T &value)
    {
        setRaw(setting.name, toJson(value), value == setting.fallback);
    }

    /// Writes now. False when the file could not be written; the changes are kept and tried again later.
    bool flush();

signals:
    /// A value changed; `name` is Setting::name.
    void changed(const QString &name);
    void saveFailed(const QString &reason);

private:
    static QJsonValue peekRaw(const QString &file, QLatin1StringView name);
    QJsonValue rawValue(QLatin1StringView name) const;
    void setRaw(QLatin1StringView name, const QJsonValue &value, bool isDefault);

    static bool fromJson(const QJsonValue &json, bool fallback);
    static int fromJson(const QJsonValue &json, int fallback);
    static QString fromJson(const QJsonValue &json, const QString &fallback);
    static QByteArray fromJson(const QJsonValue &json, const QByteArray &fallback);
    static QJsonValue toJson(bool value);
    static QJsonValue toJson(int value);
    static QJsonValue toJson(const QString &value);
    static QJsonValue toJson(const QByteArray &value);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
