// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "drafts/draft.h"
#include "editor/recordbanner.h"

#include <functional>

namespace Studio
{

struct AppContext;

/// Banner of a record tab that offers an edit of this key that was kept. Hidden while there is none.
class DraftOffer : public RecordBanner
{
    Q_OBJECT

public:
    DraftOffer(AppContext &app, QString profileId, QWidget *parent = nullptr);

    /// Looks for a draft of `key`; empty = none is to be offered.
    void setKey(const QByteArray &key);

signals:
    void restoreWanted(const Studio::Draft &draft);
    void compareWanted(const Studio::Draft &draft);

private:
    void refresh();
    void read(const std::function<void(const Draft &)> &done);

    AppContext &m_app;
    QString m_profileId;
    QByteArray m_key;
    DraftInfo m_info; ///< what is offered; without id: nothing
};

} // namespace Studio
