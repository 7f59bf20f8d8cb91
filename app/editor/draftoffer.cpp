// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/draftoffer.h"

#include "drafts/draftstore.h"
#include "shell/appcontext.h"

#include <QDateTime>
#include <QLocale>

namespace Studio
{

namespace
{

/// "12:04", with the date where it was another day.
QString timeText(qint64 at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
    if (time.date() == QDate::currentDate())
        return time.toString(QStringLiteral("HH:mm"));
    return QLocale().toString(time, QLocale::ShortFormat);
}

} // namespace

DraftOffer::DraftOffer(AppContext &app, QString profileId, QWidget *parent)
    : RecordBanner(app.theme, parent)
    , m_app(app)
    , m_profileId(std::move(profileId))
{
    if (m_app.drafts)
        connect(m_app.drafts, &DraftStore::offeredChanged, this, &DraftOffer::refresh);
}

void DraftOffer::setKey(const QByteArray &key)
{
    if (m_key == key)
        return;
    m_key = key;
    refresh();
}

void DraftOffer::refresh()
{
    const std::optional<DraftInfo> draft =
        m_app.drafts && !m_key.isEmpty() ? m_app.drafts->offered(m_profileId, m_key) : std::nullopt;
    if (!draft) {
        m_info = {};
        clear();
        return;
    }
    if (*draft == m_info)
        return;
    m_info = *draft;
    QList<Answer> answers{
        {tr("Restore"), [this] { read([this](const Draft &each) { emit restoreWanted(each); }); }}};
    answers.append(
        {tr("Difference"), [this] { read([this](const Draft &each) { emit compareWanted(each); }); }});
    answers.append({tr("Discard"), [this] { m_app.drafts->discard(m_info.id); }, true});
    show({Severity::Info, tr("An edit from %1 is kept.").arg(timeText(draft->at)),
          tr("It was not saved when its tab was closed or the program ended."), answers});
}

void DraftOffer::read(const std::function<void(const Draft &)> &done)
{
    m_app.drafts->read(m_info.id, this, [this, done, id = m_info.id](const std::optional<Draft> &draft) {
        if (draft)
            done(*draft);
        else if (m_info.id == id)
            show({Severity::Error,
                  tr("The kept edit cannot be read."),
                  tr("Its file is damaged or gone."),
                  {{tr("Discard"), [this] { m_app.drafts->discard(m_info.id); }, true}}});
    });
}

} // namespace Studio
