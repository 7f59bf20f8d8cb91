// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/commandpalette.h"

#include "profiles/keymarks.h"
#include "session/session.h"
#include "shell/commandregistry.h"
#include "shell/keylookup.h"
#include "shell/look.h"
#include "shell/stylepainter.h"
#include "shell/theme.h"
#include "shell/windowparts.h"

#include <QApplication>
#include <QDateTime>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int RowHeight = 28;
constexpr int MostRows = 14;
constexpr int LeastWidth = 560;

/// Icon, text with the matched characters lit, shortcut or remark at the end.
class PaletteDelegate : public QStyledItemDelegate
{
public:
    PaletteDelegate(Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.metric(100), m_theme.metric(RowHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const StylePainter draw(m_theme, *painter);
        const bool enabled = index.data(PaletteModel::EnabledRole).toBool();
        if (option.state & QStyle::State_Selected)
            draw.box(option.rect, 4, m_theme.color(ColorRole::Selection), {});

        const int gap = m_theme.metric(8);
        const auto placed = [&](const QRect &rect) {
            return QStyle::visualRect(option.direction, option.rect, rect);
        };
        const QRect iconRect(option.rect.left() + gap, option.rect.top(), m_theme.metric(16),
                             option.rect.height());
        draw.icon(placed(iconRect), index.data(PaletteModel::IconRole).toString(), ColorRole::TextMuted, 16);

        if (index.data(PaletteModel::FavouriteRole).toBool()) {
            const QRect star(option.rect.right() + 1 - gap - m_theme.metric(12), option.rect.top(),
                             m_theme.metric(12), option.rect.height());
            draw.icon(placed(star), QStringLiteral("star"), ColorRole::TextMuted, 12);
        }
        const QString detail = index.data(PaletteModel::DetailRole).toString();
        const QFont detailFont = m_theme.font(-1);
        const int detailWidth =
            detail.isEmpty() ? 0 : QFontMetrics(detailFont).horizontalAdvance(detail) + gap;
        const int end = index.data(PaletteModel::FavouriteRole).toBool() ? gap + m_theme.metric(16) : gap;
        const QRect rest = option.rect.adjusted(iconRect.right() + gap - option.rect.left(), 0, -end, 0);
        painter->setFont(detailFont);
        painter->setPen(m_theme.color(ColorRole::TextFaint));
        painter->drawText(placed(rest),
                          int(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignRight)),
                          detail);

        const bool isKey = index.data(PaletteModel::KindRole).toInt() != int(PaletteModel::Kind::Command);
        drawText(*painter, rest.adjusted(0, 0, -detailWidth, 0), index,
                 isKey ? m_theme.monospaceFont() : m_theme.font(),
                 enabled ? ColorRole::Text : ColorRole::TextFaint, option);
        painter->restore();
    }

private:
    void drawText(QPainter &painter, const QRect &rect, const QModelIndex &index, const QFont &font,
                  ColorRole role, const QStyleOptionViewItem &option) const
    {
        const QString text =
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, rect.width());
        const auto positions = index.data(PaletteModel::PositionsRole).value<QList<int>>();
        QTextLayout layout(text, font);
        QList<QTextLayout::FormatRange> formats;
        for (const int at : positions) {
            QTextCharFormat lit;
            lit.setForeground(m_theme.color(ColorRole::Accent));
            lit.setFontWeight(QFont::DemiBold);
            if (at < text.size())
                formats.append({at, 1, lit});
        }
        layout.setFormats(formats);
        QTextOption textOption;
        textOption.setWrapMode(QTextOption::NoWrap);
        textOption.setTextDirection(option.direction);
        layout.setTextOption(textOption);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(rect.width());
        layout.endLayout();
        painter.setPen(m_theme.color(role));
        layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
    }

    Theme &m_theme;
};

} // namespace

CommandPalette::CommandPalette(Theme &theme, CommandRegistry &commands, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_commands(commands)
    , m_model(new PaletteModel(commands, this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_stateLabel(new QLabel(this))
    , m_lookup(new KeyLookup(this))
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Go to key, prefix or command"));
    Look::fill(this, theme, ColorRole::Raised);

    m_field->setAccessibleName(tr("Key, prefix or command"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Found"));
    m_list->viewport()->setBackgroundRole(QPalette::Light);

    auto *column = new QVBoxLayout(this);
    const int margin = theme.metric(8);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_stateLabel);
    m_stateLabel->setTextFormat(Qt::PlainText);
    m_stateLabel->setAccessibleName(tr("What the store says"));
    Look::text(m_stateLabel, theme, ColorRole::TextMuted, -1);
    m_stateLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);

    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::query);
    connect(m_field, &QLineEdit::returnPressed, this,
            [this] { choose(!(QApplication::keyboardModifiers() & Qt::ShiftModifier)); });
    connect(m_list, &QListView::clicked, this, [this] { choose(); });
    connect(m_lookup, &KeyLookup::changed, this, &CommandPalette::refill);
}

void CommandPalette::setSession(Session *session, KeyMarks *marks)
{
    m_lookup->setSession(session);
    m_marks = marks;
    if (session)
        m_model->setKeySource(keySourceOf(*session), session->profile().separatorBytes());
    else
        m_model->setKeySource({}, {});
}

void CommandPalette::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_lookup->stop();
}

void CommandPalette::popUp(PaletteModel::Mode mode, const QWidget *anchor)
{
    m_mode = mode;
    m_field->setPlaceholderText(mode == PaletteModel::Mode::CommandsOnly ? tr("Run a command")
                                : mode == PaletteModel::Mode::KeysOnly   ? tr("Go to key or prefix")
                                                                       : tr("Go to key, prefix or command"));
    m_field->clear();
    query();

    const QWidget *window = parentWidget()->window();
    const int width = qMax(m_theme.metric(LeastWidth), anchor ? anchor->width() : 0);
    const int height = m_theme.metric(RowHeight * MostRows + 28 + 24);
    resize(qMin(width, window->width()), qMin(height, window->height()));
    const QPoint place =
        anchor ? anchor->mapToGlobal(QPoint(0, 0))
               : window->mapToGlobal(QPoint((window->width() - this->width()) / 2, m_theme.metric(48)));
    QWidget::move(place - QPoint(anchor ? m_theme.metric(8) : 0, anchor ? m_theme.metric(8) : 0));
    show();
    m_field->setFocus();
}

void CommandPalette::query()
{
    const QString text = m_field->text();
    const bool asksForKeys = m_mode != PaletteModel::Mode::CommandsOnly && !text.startsWith(QLatin1Char('>'));
    m_lookup->look(asksForKeys ? text : QString());
    refill();
    m_list->verticalScrollBar()->setValue(0);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->entry(row).enabled) {
            m_list->setCurrentIndex(m_model->index(row));
            break;
        }
    }
}

/// More keys are known, or the state of looking is another one: what is current stays current.
void CommandPalette::refill()
{
    const QModelIndex current = m_list->currentIndex();
    const QByteArray key = current.isValid() ? m_model->entry(current.row()).key : QByteArray();
    const QString id = current.isValid() ? m_model->entry(current.row()).id : QString();
    const int scrolled = m_list->verticalScrollBar()->value();
    m_model->setMarks(m_marks ? m_marks->favourites() : QList<QByteArray>(),
                      m_marks ? m_marks->recent() : QList<QByteArray>());
    m_model->setLoose(m_lookup->fuzzy().found);
    m_model->setQuery(m_field->text(), m_mode);
    m_stateLabel->setText(m_lookup->stateText());
    m_stateLabel->setVisible(m_lookup->state() != KeyLookup::State::Idle);
    int place = -1;
    for (int row = 0; row < m_model->rowCount() && place < 0; ++row) {
        if (m_model->entry(row).key == key && m_model->entry(row).id == id && current.isValid())
            place = row;
    }
    for (int row = 0; row < m_model->rowCount() && place < 0; ++row) {
        if (m_model->entry(row).enabled)
            place = row;
    }
    if (place >= 0)
        m_list->setCurrentIndex(m_model->index(place));
    m_list->verticalScrollBar()->setValue(scrolled);
}

void CommandPalette::toggleFavourite()
{
    const QModelIndex current = m_list->currentIndex();
    if (!m_marks || !current.isValid() || m_model->entry(current.row()).kind == PaletteModel::Kind::Command)
        return;
    const QByteArray key = m_model->entry(current.row()).key;
    m_marks->setFavourite(key, !m_marks->isFavourite(key), QDateTime::currentMSecsSinceEpoch());
    refill();
}

void CommandPalette::move(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int step = rows < 0 ? -1 : 1;
    int row = qBound(0, m_list->currentIndex().row() + rows, count - 1);
    while (row >= 0 && row < count && !m_model->entry(row).enabled)
        row += step;
    if (row < 0 || row >= count)
        return;
    m_list->setCurrentIndex(m_model->index(row));
}

void CommandPalette::choose(bool pinned)
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || !m_model->entry(current.row()).enabled)
        return;
    const PaletteModel::Entry chosen = m_model->entry(current.row());
    hide();
    // After the popup is gone, so that the focus is back where the command belongs.
    QMetaObject::invokeMethod(
        this,
        [this, chosen, pinned] {
            switch (chosen.kind) {
            case PaletteModel::Kind::GoToKey:
                emit keyChosen(chosen.key, pinned);
                break;
            case PaletteModel::Kind::GoToBranch:
                emit branchChosen(chosen.key);
                break;
            case PaletteModel::Kind::Command:
                m_commands.trigger(chosen.id);
                break;
            }
        },
        Qt::QueuedConnection);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            move(1);
            return true;
        case Qt::Key_Up:
            move(-1);
            return true;
        case Qt::Key_PageDown:
            move(MostRows - 1);
            return true;
        case Qt::Key_PageUp:
            move(1 - MostRows);
            return true;
        case Qt::Key_B:
            if (static_cast<QKeyEvent *>(event)->modifiers() != Qt::ControlModifier)
                break;
            toggleFavourite();
            return true;
        case Qt::Key_Tab: {
            // Takes over what is current, to type on from there.
            const QModelIndex current = m_list->currentIndex();
            if (current.isValid() && m_model->entry(current.row()).kind != PaletteModel::Kind::Command)
                m_field->setText(QString::fromUtf8(m_model->entry(current.row()).key));
            return true;
        }
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace Studio
