// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watches/panel/patterndialog.h"

#include "models/keytext.h"
#include "profiles/dialog/formgrid.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "watches/patterntest.h"
#include "watches/watchesmodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr qsizetype MostListed = 50;

/// What the field shows for a pattern of a chosen kind: without the marks that the kind stands for.
QString fieldText(const WatchPattern &pattern, bool byForm)
{
    return QString::fromUtf8(byForm ? pattern.toText() : pattern.text);
}

} // namespace

PatternDialog::PatternDialog(AppContext &app, Session &session, WatchList &list,
                             const std::optional<Watch> &old, QWidget *parent)
    : BulkDialog(app, session, tr("Watch a pattern"),
                 old ? tr("Change a watched pattern") : tr("Watch a pattern"), parent)
    , m_list(list)
    , m_old(old)
    , m_test(new PatternTest(session.mirror(), this))
{
    setObjectName(QStringLiteral("patternDialog"));
    auto *form = new FormGrid(app.theme, this);
    m_text = new QLineEdit(form);
    m_text->setObjectName(QStringLiteral("pattern"));
    Look::monospace(m_text, app.theme);
    m_text->setPlaceholderText(QStringLiteral("user:*"));
    m_row = form->addRow(tr("Pattern"), m_text);
    m_kind = new QComboBox(form);
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->addItem(tr("By its form"));
    const auto addKind = [this](const QString &text, WatchPattern::Kind kind) {
        m_kind->addItem(text, int(kind));
    };
    addKind(tr("One key"), WatchPattern::Kind::Key);
    addKind(tr("Begins with"), WatchPattern::Kind::Prefix);
    addKind(tr("Ends with"), WatchPattern::Kind::Suffix);
    addKind(tr("Wildcard (* for any text)"), WatchPattern::Kind::Wildcard);
    addKind(tr("Regular expression"), WatchPattern::Kind::Expression);
    form->addRow(tr("Means"), m_kind);
    m_record = new QCheckBox(tr("Record what is heard into the history"), form);
    m_record->setObjectName(QStringLiteral("record"));
    m_record->setChecked(!old || old->record);
    form->addRow({}, m_record);
    body()->addWidget(form);

    m_first = new QListWidget(this);
    m_first->setObjectName(QStringLiteral("matches"));
    m_first->setAccessibleName(tr("Known keys that match"));
    m_first->setUniformItemSizes(true);
    m_first->setTextElideMode(Qt::ElideMiddle);
    m_first->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_first->setFocusPolicy(Qt::NoFocus);
    m_first->setSelectionMode(QAbstractItemView::NoSelection);
    Look::monospace(m_first, app.theme);
    m_first->setMinimumHeight(app.theme.metric(180));
    body()->addWidget(m_first, 1);
    setGo(old ? tr("Change") : tr("Watch"));

    if (old) {
        // A form that means something else (a key with a star) needs its kind said.
        const bool byForm = WatchPattern::fromText(old->pattern.toText()) == old->pattern;
        m_text->setText(fieldText(old->pattern, byForm));
        if (!byForm)
            m_kind->setCurrentIndex(m_kind->findData(int(old->pattern.kind)));
    }
    connect(m_text, &QLineEdit::textChanged, this, &PatternDialog::refresh);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PatternDialog::refresh);
    connect(m_record, &QCheckBox::toggled, this, &PatternDialog::refresh);
    connect(m_test, &PatternTest::finished, this, &PatternDialog::showMatches);
    m_text->setFocus();
    m_text->selectAll();
    refresh();
}

WatchPattern PatternDialog::patternOf(const QString &text, std::optional<WatchPattern::Kind> kind)
{
    const QByteArray bytes = text.toUtf8();
    return kind ? WatchPattern{bytes, *kind} : WatchPattern::fromText(bytes);
}

Watch PatternDialog::watch() const
{
    const QVariant kind = m_kind->currentData();
    return {patternOf(m_text->text(),
                      kind.isValid() ? std::optional(WatchPattern::Kind(kind.toInt())) : std::nullopt),
            m_record->isChecked()};
}

/// Why it cannot be taken over; empty if it can.
QString PatternDialog::problem(const Watch &watch) const
{
    if (QString error = watch.pattern.error(); !error.isEmpty())
        return error;
    if (m_list.contains(watch.pattern) && (!m_old || m_old->pattern != watch.pattern))
        return tr("This pattern is watched already.");
    if (!m_old && m_list.watches().size() >= WatchList::most)
        return tr("A profile watches %1 patterns at most.").arg(WatchList::most);
    return {};
}

void PatternDialog::refresh()
{
    const Watch now = watch();
    const bool isEmpty = m_text->text().isEmpty() && !m_kind->currentData().isValid();
    const QString wrong = problem(now);
    m_row->setError(isEmpty ? QString() : wrong);
    m_row->setHint(isEmpty ? tr("user:* begins with, *:temp ends with, a:*:b holds any text between, "
                                "/^a:[0-9]+$/ is a regular expression.")
                           : tr("Read as: %1").arg(WatchesModel::kindText(now.pattern.kind)));
    if (!now.pattern.error().isEmpty()) {
        m_test->cancel();
        m_first->clear();
        setReady(false,
                 isEmpty ? tr("Type a pattern to see which of the known keys it matches.") : QString());
        return;
    }
    setReady(wrong.isEmpty(), note());
    m_test->start({{now.pattern}}, MostListed);
}

void PatternDialog::showMatches()
{
    const PatternMatches &matches = m_test->matches();
    const QLocale locale;
    const qint64 count = matches.counts.value(0);
    QString text = matches.known == 0
                     ? tr("No key is known yet, so there is nothing to test the pattern against.")
                     : tr("It would match %1 of %2 known keys.")
                           .arg(locale.toString(count), locale.toString(matches.known));
    if (count > matches.first.size())
        text += QLatin1Char(' ') + tr("The first %1:").arg(locale.toString(matches.first.size()));
    m_first->clear();
    for (const QByteArray &key : matches.first)
        m_first->addItem(KeyText::display(key));
    setReady(problem(watch()).isEmpty(), text);
}

void PatternDialog::go()
{
    const Watch now = watch();
    if (!problem(now).isEmpty())
        return;
    if (m_old && m_old->pattern != now.pattern)
        m_list.replace(m_old->pattern, now);
    else
        m_list.put(now);
    emit chosen(now);
    accept();
}

} // namespace Studio
