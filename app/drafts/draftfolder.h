// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "drafts/draft.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>

class QLockFile;

namespace Studio
{

/// A draft as the bytes of its file: one line that names it, then base and text as they are.
QByteArray encodedDraft(const Draft &draft);
/// Nothing if `bytes` were cut or changed.
std::optional<Draft> decodedDraft(QByteArrayView bytes);

/// The files of the drafts. Each running copy of the program writes into a folder of its own below `root` and
/// holds a lock there as long as it lives; what a copy that has ended left behind is taken over by the next
/// that looks. Files have mode 0600, folders 0700. One thread at a time.
class DraftFolder
{
public:
    explicit DraftFolder(QString root);
    ~DraftFolder();

    /// Makes the own folder and its lock. False if that cannot be; then `*problem` says why.
    bool open(QString *problem);
    /// Replaces the file of draft.info.id atomically.
    bool write(const Draft &draft, QString *problem);
    void remove(const QString &id);
    std::optional<Draft> read(const QString &id) const;
    /// Moves what copies that have ended left behind into the own folder and names it, the oldest first. What
    /// cannot be read is set aside as FILE.damaged, never deleted.
    QList<DraftInfo> adopt();
    /// Deletes every draft that no other running copy holds.
    void clear();

private:
    QString file(const QString &id) const;

    QString m_root;
    QString m_own; ///< empty until open()
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace Studio
