// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/recordheader.h"

#include "editor/badge.h"
#include "editor/keylabel.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "shell/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace Studio
{

namespace
{

/// The dot in front of a fresh change.
class Dot : public QWidget
{
public:
    Dot(Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedSize(theme.metric(8), theme.metric(8));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::Patched));
        painter.drawEllipse(rect());
    }

private:
    Theme &m_theme;
};

} // namespace

RecordHeader::RecordHeader(Theme &theme, QList<QByteArray> separators, QWidget *parent)
    : QWidget(parent)
    , m_key(new KeyLabel(theme, std::move(separators), this))
    , m_meta(new QWidget(this))
    , m_type(new Badge(theme, this))
    , m_size(new QLabel(this))
    , m_read(new QLabel(this))
    , m_dot(new Dot(theme, this))
    , m_foreign(new QLabel(this))
    , m_edited(new QLabel(this))
{
    Look::fill(this, theme, ColorRole::Base);
    Look::text(m_size, theme, ColorRole::TextMuted, -1);
    Look::text(m_read, theme, ColorRole::TextMuted, -1);
    Look::text(m_foreign, theme, ColorRole::Patched, -1);
    Look::text(m_edited, theme, ColorRole::Warning, -1);
    for (QLabel *label : {m_size, m_read, m_foreign, m_edited})
        label->setTextFormat(Qt::PlainText);
    // Long lists of members are cut rather than making the window wider.
    m_foreign->setMinimumWidth(1);
    m_foreign->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *meta = new QHBoxLayout(m_meta);
    meta->setContentsMargins(0, 0, 0, 0);
    meta->setSpacing(theme.metric(14));
    meta->addWidget(m_type);
    meta->addWidget(m_size);
    meta->addWidget(m_read);
    meta->addWidget(m_edited);
    auto *foreign = new QHBoxLayout;
    foreign->setSpacing(theme.metric(5));
    foreign->addWidget(m_dot);
    foreign->addWidget(m_foreign, 1);
    meta->addLayout(foreign, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.metric(16), theme.metric(10), theme.metric(16), theme.metric(8));
    layout->setSpacing(theme.metric(6));
    m_first = new QHBoxLayout;
    m_first->setSpacing(theme.metric(8));
    m_first->addWidget(m_key, 1);
    layout->addLayout(m_first);
    layout->addWidget(m_meta);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setType(ValueType::Unknown);
    setSize(-1);
    setForeignText({});
    setEditedText({});
}

void RecordHeader::setKey(const QByteArray &key)
{
    m_meta->setVisible(true);
    m_key->setKey(key);
}

void RecordHeader::setNewKey()
{
    m_key->setText(tr("New record"));
    m_meta->setVisible(false);
}

void RecordHeader::addButton(QWidget *button)
{
    m_first->addWidget(button);
}

void RecordHeader::setType(ValueType type)
{
    switch (type) {
    case ValueType::Unknown:
        m_type->setContent({}, ColorRole::Text, ColorRole::Panel);
        break;
    case ValueType::Object:
        m_type->setContent(tr("JSON object"), ColorRole::Replaced, ColorRole::ReplacedSoft);
        break;
    case ValueType::Array:
        m_type->setContent(tr("JSON array"), ColorRole::Replaced, ColorRole::ReplacedSoft);
        break;
    case ValueType::String:
        m_type->setContent(tr("JSON string"), ColorRole::Created, ColorRole::CreatedSoft);
        break;
    case ValueType::Number:
        m_type->setContent(tr("Number"), ColorRole::Counted, ColorRole::CountedSoft);
        break;
    case ValueType::Boolean:
        m_type->setContent(tr("true or false"), ColorRole::Patched, ColorRole::PatchedSoft);
        break;
    case ValueType::Null:
        m_type->setContent(tr("null"), ColorRole::Patched, ColorRole::PatchedSoft);
        break;
    case ValueType::Text:
        m_type->setContent(tr("Text"), ColorRole::Created, ColorRole::CreatedSoft);
        break;
    case ValueType::Binary:
        m_type->setContent(tr("Bytes"), ColorRole::Warning, ColorRole::WarningSoft);
        break;
    }
}

void RecordHeader::setSize(qint64 bytes, int limit)
{
    const QLocale locale;
    m_size->setText(limit > 0 ? tr("%1 of %2 bytes").arg(locale.toString(bytes), locale.toString(limit))
                              : Wording::size(std::max<qint64>(0, bytes)));
    m_size->setVisible(bytes >= 0);
}

void RecordHeader::setReadText(const QString &text, const QString &details)
{
    m_read->setText(text);
    m_read->setToolTip(details);
    m_read->setVisible(!text.isEmpty());
}

void RecordHeader::setForeignText(const QString &text)
{
    m_foreign->setText(text);
    m_foreign->setToolTip(text.toHtmlEscaped());
    m_dot->setVisible(!text.isEmpty());
}

void RecordHeader::setEditedText(const QString &text)
{
    m_edited->setText(text);
    m_edited->setVisible(!text.isEmpty());
}

} // namespace Studio
