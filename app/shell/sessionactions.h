// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/keyactions.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace Studio
{

struct AppContext;
class KeyCopier;
class KeyMarks;
class LastKeyFinder;
class NewKeys;
class Session;
class SessionPage;
class SessionWatches;

/// Does for a session's page what its views ask for with keys. What other parts of the program bring (ranges,
/// bulk work, search) is given by them as a function; what nobody has given cannot be done and is not
/// offered.
class SessionActions : public QObject, public KeyActions
{
    Q_OBJECT

public:
    struct Given {
        std::function<void(const KeyInterval &)> openRange;
        std::function<void(const QByteArray &)> renameKey;
        std::function<void(const QByteArray &)> renameBranch;
        std::function<void(const QByteArray &)> copyBranch;
        std::function<void(const KeySelection &)> deleteKeys; ///< without it one key can be deleted
        std::function<void(const KeySelection &)> patchKeys;
        std::function<void(const KeySelection &)> incrementKeys;
        std::function<void(const KeySelection &)> exportKeys;
        std::function<void(const QByteArray &)> importKeys;
        std::function<void(const KeySelection &)> searchValues;
        std::function<void(const QList<QByteArray> &)> compareKeys;
        std::function<void(const QByteArray &)> copyValue;
        std::function<void(const QByteArray &)> showHistory;
        std::function<void(const QByteArray &)> showMoments;
        std::function<bool()> canCopyValue; ///< whether there is a profile to copy to
    };

    SessionActions(AppContext &app, Session &session, SessionPage &page);
    ~SessionActions() override;

    Given given;
    KeyMarks &marks() const { return *m_marks; }
    /// What the person watches in this profile.
    SessionWatches &watches() const { return *m_watches; }

    bool isLookingForLast() const { return !m_finder.isNull(); }
    void stopLast();

    bool can(KeyVerb verb, const KeySelection &selection) const override;
    void openRecord(const QByteArray &key, bool pinned) override;
    void openRange(const KeyInterval &interval) override;
    void revealKey(const QByteArray &key) override;
    void revealBranch(const QByteArray &prefix) override;
    void revealLast(const QByteArray &prefix) override;
    void createKey(const QByteArray &prefix) override;
    void duplicateKey(const QByteArray &key) override;
    void renameKey(const QByteArray &key) override;
    void renameBranch(const QByteArray &prefix) override;
    void copyBranch(const QByteArray &prefix) override;
    void deleteKeys(const KeySelection &selection) override;
    void patchKeys(const KeySelection &selection) override;
    void incrementKeys(const KeySelection &selection) override;
    void exportKeys(const KeySelection &selection) override;
    void importKeys(const QByteArray &prefix) override;
    void searchValues(const KeySelection &selection) override;
    void compareKeys(const QList<QByteArray> &keys) override;
    void copyValueTo(const QByteArray &key) override;
    void showHistory(const QByteArray &key) override;
    void showMoments(const QByteArray &prefix) override;
    void showStatistics(const KeySelection &selection) override;
    void copyKeys(const KeySelection &selection, KeyForm form) override;
    void saveTemplate(const QByteArray &key) override;
    void forgetTemplate(const QByteArray &prefix) override;
    bool hasTemplate(const QByteArray &prefix) const override;
    void setWatched(const KeySelection &selection, bool watched) override;
    bool isWatched(const KeySelection &selection) const override;
    void setFavourite(const KeySelection &selection, bool on) override;
    bool isFavourite(const KeySelection &selection) const override;

private:
    void lastKeyFound(LastKeyFinder &finder);

    AppContext &m_app;
    Session &m_session;
    SessionPage &m_page;
    KeyMarks *m_marks;
    KeyCopier *m_copier;
    NewKeys *m_newKeys;
    QPointer<LastKeyFinder> m_finder;
    SessionWatches *m_watches;
};

} // namespace Studio
