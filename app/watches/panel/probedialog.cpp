// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watches/panel/probedialog.h"

#include "live/livefeed.h"
#include "models/keytext.h"
#include "profiles/dialog/formgrid.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "watches/accessprobe.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

QString verdictText(const AccessProbe::Row &row)
{
    switch (row.verdict) {
    case AccessProbe::Verdict::Waiting:
        return ProbeDialog::tr("asking…");
    case AccessProbe::Verdict::Allowed:
        return ProbeDialog::tr("may be used");
    case AccessProbe::Verdict::Refused:
        return ProbeDialog::tr("refused");
    case AccessProbe::Verdict::Failed:
        return ProbeDialog::tr("not answered: %1").arg(row.problem);
    }
    return {};
}

ColorRole colorOf(AccessProbe::Verdict verdict)
{
    switch (verdict) {
    case AccessProbe::Verdict::Allowed:
        return ColorRole::Created;
    case AccessProbe::Verdict::Refused:
        return ColorRole::Removed;
    case AccessProbe::Verdict::Failed:
        return ColorRole::Warning;
    case AccessProbe::Verdict::Waiting:
        break;
    }
    return ColorRole::TextMuted;
}

} // namespace

ProbeDialog::ProbeDialog(AppContext &app, Session &session, QWidget *parent)
    : BulkDialog(app, session, tr("What may this token do"), tr("What this token may do"), parent)
    , m_probe(new AccessProbe(session, this))
{
    setObjectName(QStringLiteral("probeDialog"));
    m_summary = addText({});
    m_summary->setObjectName(QStringLiteral("summary"));
    m_rows = new QTreeWidget(this);
    m_rows->setObjectName(QStringLiteral("rows"));
    m_rows->setAccessibleName(tr("Keys that were asked for"));
    m_rows->setHeaderLabels({tr("Key"), tr("Answer")});
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setTextElideMode(Qt::ElideMiddle);
    m_rows->header()->setStretchLastSection(false);
    m_rows->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_rows->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_rows->setMinimumHeight(app.theme.metric(220));
    body()->addWidget(m_rows, 1);
    auto *form = new FormGrid(app.theme, this);
    m_key = new QLineEdit(form);
    m_key->setObjectName(QStringLiteral("key"));
    Look::monospace(m_key, app.theme);
    form->addRow(tr("Another key"), m_key);
    body()->addWidget(form);
    addText(tr("Keys are asked for, never written: one access pattern holds for reading and writing, so what "
               "may be "
               "read may be written too. The token itself is not looked into."),
            ColorRole::TextMuted);
    setGo(tr("Ask"));
    cancelButton()->setText(tr("Close"));
    connect(m_probe, &AccessProbe::rowAdded, this, &ProbeDialog::showRow);
    connect(m_probe, &AccessProbe::rowChanged, this, &ProbeDialog::showRow);
    connect(m_probe, &AccessProbe::finished, this, &ProbeDialog::refresh);
    connect(m_key, &QLineEdit::textChanged, this, &ProbeDialog::refresh);
    resize(app.theme.metric(560), app.theme.metric(520));
    m_probe->probe(AccessProbe::sample(session.mirror(), sampleSize));
    refresh();
}

QString ProbeDialog::summary() const
{
    return m_summary->text();
}

void ProbeDialog::showRow(int row)
{
    while (m_rows->topLevelItemCount() <= row)
        new QTreeWidgetItem(m_rows);
    const AccessProbe::Row &what = m_probe->rows().at(row);
    QTreeWidgetItem *item = m_rows->topLevelItem(row);
    item->setText(0, KeyText::display(what.key));
    item->setFont(0, app().theme.monospaceFont());
    item->setText(1, verdictText(what));
    item->setForeground(1, app().theme.color(colorOf(what.verdict)));
    refresh();
}

void ProbeDialog::refresh()
{
    using Verdict = AccessProbe::Verdict;
    const QLocale locale;
    const qsizetype answered = m_probe->count(Verdict::Allowed) + m_probe->count(Verdict::Refused);
    QString text;
    if (m_probe->rows().isEmpty())
        text = tr("No key is known yet. Type one that the token should reach.");
    else if (answered == 0 && m_probe->isRunning())
        text = tr("Asking for known keys…");
    else
        text = tr("Asked for %1 keys: may read and write %2, refused %3.")
                   .arg(locale.toString(answered), locale.toString(m_probe->count(Verdict::Allowed)),
                        locale.toString(m_probe->count(Verdict::Refused)));
    const quint64 heard = session().feed().ledger().received;
    text += QLatin1Char(' ')
          + (heard > 0 ? tr("%Ln change(s) were told so far.", nullptr,
                            int(std::min<quint64>(heard, 1'000'000'000)))
                       : tr("No change was told so far."));
    m_summary->setText(text);
    setReady(!m_key->text().isEmpty() || !m_probe->rows().isEmpty(),
             m_key->text().isEmpty() ? QString() : tr("This key is asked for once."));
}

void ProbeDialog::go()
{
    if (m_key->text().isEmpty()) {
        QList<QByteArray> keys;
        for (const AccessProbe::Row &row : m_probe->rows())
            keys.append(row.key);
        m_probe->probe(keys);
        return;
    }
    m_probe->probe({m_key->text().toUtf8()});
    m_key->clear();
}

} // namespace Studio
