// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/codeview.h"

#include "editor/codecolours.h"
#include "editor/codestyle.h"
#include "editor/cursors.h"
#include "shell/theme.h"
#include "json/jsonbracket.h"

#include <Qsci/qscicommand.h>
#include <Qsci/qscicommandset.h>

#include <QAccessible>
#include <QDateTime>
#include <QFontInfo>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QTimer>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace Studio
{

namespace
{

constexpr int LightMarker = 1;
constexpr int ErrorIndicator = 8;
constexpr int FoundIndicator = 9;
constexpr int ProblemIndicator = 10;

/// Bytes that a bracket's partner is looked for up or down: about a millisecond.
constexpr qsizetype BracketReach = 256 * 1024;
/// Pieces of text whose width is remembered, see CodeStyle::fillRun().
constexpr int RememberedWidths = 16 * 1024;

constexpr qint64 LitFor = 4000; ///< ms before the light begins to fade
constexpr qint64 FadeFor = 600;

} // namespace

/// Tells Scintilla whom to speak to. QScintilla takes each change for a screen reader's: it copies what was
/// put in or taken out and counts all characters before it, 5 ms in the middle of a megabyte. So changes are
/// asked for before they happen, which costs nothing, and behind them as well only while somebody listens.
class CodeView::ReaderWatch : public QAccessible::ActivationObserver
{
public:
    explicit ReaderWatch(CodeView &view)
        : m_view(view)
    {
        QAccessible::installActivationObserver(this);
    }
    ~ReaderWatch() override { QAccessible::removeActivationObserver(this); }
    ReaderWatch(const ReaderWatch &) = delete;
    ReaderWatch &operator=(const ReaderWatch &) = delete;
    void accessibilityActiveChanged(bool) override { m_view.watchFolds(true); }

private:
    CodeView &m_view;
};

CodeView::CodeView(Theme &theme, QWidget *parent)
    : QsciScintilla(parent)
    , m_theme(theme)
    , m_colours(new CodeColours(*this))
    , m_readers(std::make_unique<ReaderWatch>(*this))
    , m_fade(new QTimer(this))
    , m_change(new QTimer(this))
{
    setFrameShape(QFrame::NoFrame);
    setUtf8(true);
    setAutoIndent(true);
    send(SCI_SETLEXER, SCLEX_CONTAINER);
    for (int margin = 0; margin < 5; ++margin)
        send(SCI_SETMARGINWIDTHN, margin, 0);
    send(SCI_SETMARGINLEFT, 0, 0);
    send(SCI_SETTABWIDTH, 4);
    send(SCI_SETINDENT, 2);
    send(SCI_SETUSETABS, 0);
    send(SCI_SETTABINDENTS, 1);
    send(SCI_SETSCROLLWIDTH, 1);
    send(SCI_SETSCROLLWIDTHTRACKING, 1);
    send(SCI_SETWRAPINDENTMODE, SC_WRAPINDENT_INDENT);
    send(SCI_SETLAYOUTCACHE, SC_CACHE_PAGE);
    send(SCI_SETPOSITIONCACHE, RememberedWidths);
    send(SCI_SETMULTIPLESELECTION, 1);
    send(SCI_SETADDITIONALSELECTIONTYPING, 1);
    send(SCI_SETMULTIPASTE, SC_MULTIPASTE_EACH);
    // Not SC_AUTOMATICFOLD_CHANGE: it colours a whole document when its outermost bracket becomes known.
    send(SCI_SETAUTOMATICFOLD, SC_AUTOMATICFOLD_SHOW);
    send(SCI_SETFOLDFLAGS, 0);
    send(SCI_FOLDDISPLAYTEXTSETSTYLE, SC_FOLDDISPLAYTEXT_STANDARD);
    send(SCI_MARKERDEFINE, LightMarker, SC_MARK_BACKGROUND);
    send(SCI_INDICSETSTYLE, ErrorIndicator, INDIC_SQUIGGLE);
    send(SCI_INDICSETSTYLE, ProblemIndicator, INDIC_SQUIGGLE);
    send(SCI_AUTOCSETSEPARATOR, '\n'); // stands in no JSON text of one line
    send(SCI_AUTOCSETIGNORECASE, 0);
    send(SCI_AUTOCSETORDER, SC_ORDER_CUSTOM);
    send(SCI_AUTOCSETCHOOSESINGLE, 0);
    send(SCI_INDICSETSTYLE, FoundIndicator, INDIC_STRAIGHTBOX);
    send(SCI_INDICSETUNDER, FoundIndicator, 1);
    send(SCI_INDICSETALPHA, FoundIndicator, 255);
    send(SCI_INDICSETOUTLINEALPHA, FoundIndicator, 255);
    setUpKeys();

    m_fade->setInterval(40);
    connect(m_fade, &QTimer::timeout, this, &CodeView::fadeStep);
    connect(this, &QsciScintillaBase::SCN_STYLENEEDED, m_colours, &CodeColours::colourUntil);
    connect(m_colours, &CodeColours::caughtUp, this, &CodeView::viewChanged);
    watchFolds(true);
    m_change->setSingleShot(true);
    m_change->setInterval(0);
    connect(m_change, &QTimer::timeout, this, &CodeView::tellChange);
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int offset, int type, const char *, int, int, int line, int foldNow, int foldBefore) {
                if (type & (SC_MOD_BEFOREINSERT | SC_MOD_BEFOREDELETE))
                    aboutToChange(offset);
                if (type & SC_MOD_CHANGEFOLD)
                    foldChanged(line, foldNow, foldBefore);
            });
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, [this](int updated) {
        if (updated & (SC_UPDATE_SELECTION | SC_UPDATE_CONTENT)) {
            matchBrackets();
            emit cursorMoved();
        }
        emit viewChanged();
    });
    connect(this, qOverload<const char *, int, int, int>(&QsciScintillaBase::SCN_AUTOCSELECTION), this,
            [this](const char *text, int, int, int) {
                const QByteArray chosen(text);
                send(SCI_AUTOCCANCEL); // what stands behind the cursor is a part of it, too
                emit completionChosen(chosen);
            });
    connect(this, &QsciScintillaBase::SCN_PAINTED, this, &CodeView::viewChanged);
    connect(this, &QsciScintillaBase::SCN_ZOOM, this, &CodeView::viewChanged);
    connect(&m_theme, &Theme::changed, this, &CodeView::applyTheme);
    applyTheme();
}

CodeView::~CodeView() = default;

void CodeView::watchFolds(bool watch)
{
    const int folds = watch ? SC_MOD_CHANGEFOLD : 0;
    const int changes = QAccessible::isActive() ? SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT : 0;
    send(SCI_SETMODEVENTMASK, SC_MOD_BEFOREINSERT | SC_MOD_BEFOREDELETE | folds | changes);
}

void CodeView::aboutToChange(qsizetype offset)
{
    m_colours->changedFrom(offset);
    m_bytes.clear();
    m_isCopied = false;
    m_isUntold = true;
    m_change->start();
}

void CodeView::tellChange()
{
    m_change->stop();
    if (std::exchange(m_isUntold, false))
        emit bytesChanged();
}

long CodeView::send(unsigned int message, qsizetype wParam, qsizetype lParam) const
{
    return SendScintilla(message, static_cast<unsigned long>(wParam), static_cast<long>(lParam));
}

// --- bytes

void CodeView::replaceAll(QByteArrayView bytes)
{
    const bool wasReadOnly = send(SCI_GETREADONLY) != 0;
    send(SCI_SETREADONLY, 0);
    send(SCI_SETUNDOCOLLECTION, 0);
    clearLight();
    markError({});
    markProblems({});
    send(SCI_CLEARALL);
    SendScintilla(SCI_ADDTEXT, static_cast<uintptr_t>(bytes.size()), bytes.data());
    tellChange();
    send(SCI_SETUNDOCOLLECTION, 1);
    send(SCI_EMPTYUNDOBUFFER);
    send(SCI_SETREADONLY, wasReadOnly);
    // New lines end as the others do.
    const qsizetype lf = bytes.indexOf('\n');
    const qsizetype cr = bytes.indexOf('\r');
    const bool hasCr = cr >= 0 && (lf < 0 || cr < lf);
    send(SCI_SETEOLMODE, !hasCr ? SC_EOL_LF : lf == cr + 1 ? SC_EOL_CRLF : SC_EOL_CR);
    send(SCI_SETSCROLLWIDTH, 1);
    send(SCI_SETXOFFSET, 0);
    m_colours->colourUntil(0); // going there lays the line out: in pieces, see CodeStyle::fillRun()
    send(SCI_GOTOPOS, 0);
    emit viewChanged();
}

QByteArrayView CodeView::view() const
{
    const auto *bytes = static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
    return {bytes, bytes ? size() : 0};
}

QByteArray CodeView::bytes() const
{
    if (!std::exchange(m_isCopied, true))
        m_bytes = view().toByteArray();
    return m_bytes;
}

qsizetype CodeView::size() const
{
    return send(SCI_GETLENGTH);
}

void CodeView::replaceRange(qsizetype offset, qsizetype length, QByteArrayView bytes)
{
    send(SCI_BEGINUNDOACTION);
    send(SCI_SETTARGETRANGE, offset, offset + length);
    SendScintilla(SCI_REPLACETARGET, static_cast<uintptr_t>(bytes.size()),
                  bytes.isEmpty() ? "" : bytes.data());
    send(SCI_ENDUNDOACTION);
    tellChange();
}

void CodeView::cut()
{
    QsciScintilla::cut();
    tellChange();
}

void CodeView::paste()
{
    QsciScintilla::paste();
    tellChange();
}

void CodeView::undo()
{
    QsciScintilla::undo();
    tellChange();
}

void CodeView::redo()
{
    QsciScintilla::redo();
    tellChange();
}

void CodeView::forgetUndo()
{
    send(SCI_EMPTYUNDOBUFFER);
}

// --- look

void CodeView::applyTheme()
{
    const QFont font = m_theme.monospaceFont();
    const QByteArray family = QFontInfo(font).family().toUtf8();
    const auto colors = [this](int style, ColorRole fore, ColorRole back = ColorRole::Base) {
        SendScintilla(SCI_STYLESETFORE, static_cast<unsigned long>(style), m_theme.color(fore));
        SendScintilla(SCI_STYLESETBACK, static_cast<unsigned long>(style), m_theme.color(back));
    };
    SendScintilla(SCI_STYLESETFONT, static_cast<uintptr_t>(STYLE_DEFAULT), family.constData());
    send(SCI_STYLESETSIZEFRACTIONAL, STYLE_DEFAULT,
         qRound(QFontInfo(font).pointSizeF() * int(SC_FONT_SIZE_MULTIPLIER)));
    send(SCI_STYLESETBOLD, STYLE_DEFAULT, 0);
    colors(STYLE_DEFAULT, ColorRole::Text);
    send(SCI_STYLECLEARALL);
    for (int twin = 0; twin < CodeStyle::Twins; ++twin) {
        const int first = twin * CodeStyle::TwinStep;
        colors(first + CodeStyle::Name, ColorRole::JsonKey);
        colors(first + CodeStyle::String, ColorRole::JsonString);
        colors(first + CodeStyle::Number, ColorRole::JsonNumber);
        colors(first + CodeStyle::Literal, ColorRole::JsonLiteral);
        colors(first + CodeStyle::Wrong, ColorRole::Removed);
    }
    colors(STYLE_BRACELIGHT, ColorRole::Accent, ColorRole::AccentSoft);
    colors(STYLE_CONTROLCHAR, ColorRole::TextMuted);
    colors(STYLE_FOLDDISPLAYTEXT, ColorRole::TextMuted);

    SendScintilla(SCI_SETCARETFORE, m_theme.color(ColorRole::Text));
    SendScintilla(SCI_SETADDITIONALCARETFORE, m_theme.color(ColorRole::Text));
    SendScintilla(SCI_SETSELBACK, 1ul, m_theme.color(ColorRole::Selection));
    SendScintilla(SCI_SETADDITIONALSELBACK, m_theme.color(ColorRole::Selection));
    send(SCI_SETSELFORE, 0, 0);
    SendScintilla(SCI_INDICSETFORE, static_cast<unsigned long>(ErrorIndicator),
                  m_theme.color(ColorRole::Removed));
    SendScintilla(SCI_INDICSETFORE, static_cast<unsigned long>(ProblemIndicator),
                  m_theme.color(ColorRole::Warning));
    SendScintilla(SCI_INDICSETFORE, static_cast<unsigned long>(FoundIndicator),
                  m_theme.color(ColorRole::WarningSoft));
    m_lightColor = m_theme.color(ColorRole::PatchedSoft);
    SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(LightMarker), m_lightColor);

    // Rows of 20 px at 100 %, or as high as the font needs.
    send(SCI_SETEXTRAASCENT, 0);
    send(SCI_SETEXTRADESCENT, 0);
    const int extra = std::max(0, m_theme.metric(20) - int(send(SCI_TEXTHEIGHT, 0)));
    send(SCI_SETEXTRAASCENT, extra / 2);
    send(SCI_SETEXTRADESCENT, extra - extra / 2);
    emit viewChanged();
}

void CodeView::setUpKeys()
{
    // Keys that the application uses, or that change text in a way nobody expects.
    static const QList<QKeyCombination> unwanted{Qt::CTRL | Qt::Key_L,
                                                 Qt::CTRL | Qt::SHIFT | Qt::Key_L,
                                                 Qt::CTRL | Qt::Key_T,
                                                 Qt::CTRL | Qt::SHIFT | Qt::Key_T,
                                                 Qt::CTRL | Qt::Key_D,
                                                 Qt::CTRL | Qt::Key_U,
                                                 Qt::CTRL | Qt::SHIFT | Qt::Key_U,
                                                 Qt::CTRL | Qt::Key_Slash,
                                                 Qt::CTRL | Qt::Key_Backslash,
                                                 Qt::CTRL | Qt::SHIFT | Qt::Key_Slash,
                                                 Qt::CTRL | Qt::SHIFT | Qt::Key_Backslash,
                                                 Qt::CTRL | Qt::Key_Plus,
                                                 Qt::CTRL | Qt::Key_Minus,
                                                 Qt::Key_Escape};
    for (QsciCommand *command : standardCommands()->commands()) {
        if (unwanted.contains(QKeyCombination::fromCombined(command->key())))
            command->setKey(0);
        if (unwanted.contains(QKeyCombination::fromCombined(command->alternateKey())))
            command->setAlternateKey(0);
        if (command->command() == QsciCommand::Redo)
            command->setAlternateKey((Qt::CTRL | Qt::SHIFT | Qt::Key_Z).toCombined());
    }
}

void CodeView::setJson(bool isJson)
{
    m_isJson = isJson;
    m_colours->setJson(isJson);
    if (!isJson) {
        send(SCI_FOLDALL, SC_FOLDACTION_EXPAND);
        send(SCI_BRACEHIGHLIGHT, -1, -1);
        markError({});
        markProblems({});
    }
    send(SCI_COLOURISE, 0, 0);
    viewport()->update();
}

void CodeView::setWrapped(bool wrapped)
{
    // Asked again and again; laying a text out anew takes long.
    if ((send(SCI_GETWRAPMODE) != SC_WRAP_NONE) == wrapped)
        return;
    send(SCI_SETWRAPMODE, wrapped ? SC_WRAP_WORD : SC_WRAP_NONE);
}

void CodeView::markError(const JsonError &error)
{
    const qsizetype end = size();
    send(SCI_SETINDICATORCURRENT, ErrorIndicator);
    send(SCI_INDICATORCLEARRANGE, 0, end);
    m_errorLine = -1;
    if (error && end > 0) {
        const qsizetype offset = std::min(error.offset, end - 1);
        send(SCI_INDICATORFILLRANGE, offset, std::clamp<qsizetype>(error.length, 1, end - offset));
        m_errorLine = lineOf(error.offset);
    }
    emit viewChanged();
}

void CodeView::markProblems(const QList<Mark> &marks)
{
    if (marks.isEmpty() && m_marks.isEmpty())
        return;
    const qsizetype end = size();
    send(SCI_SETINDICATORCURRENT, ProblemIndicator);
    send(SCI_INDICATORCLEARRANGE, 0, end);
    m_marks = marks;
    m_problemLines.clear();
    for (const Mark &mark : marks) {
        if (mark.offset + mark.length > end)
            continue;
        send(SCI_INDICATORFILLRANGE, mark.offset, mark.length);
        m_problemLines.insert(lineOf(mark.offset));
    }
    emit viewChanged();
}

QString CodeView::sentencesAt(qsizetype offset) const
{
    if (send(SCI_INDICATORVALUEAT, ProblemIndicator, offset) == 0)
        return {};
    QStringList sentences;
    for (const Mark &mark : m_marks) {
        if (offset >= mark.offset && offset < mark.offset + mark.length)
            sentences.append(mark.sentence);
    }
    return sentences.join(QLatin1Char('\n'));
}

void CodeView::offerCompletions(const QList<QByteArray> &texts, qsizetype begun)
{
    const QByteArray list = texts.join('\n');
    SendScintilla(SCI_AUTOCSHOW, static_cast<uintptr_t>(begun), list.constData());
}

void CodeView::markFound(const QList<std::pair<qsizetype, qsizetype>> &ranges)
{
    send(SCI_SETINDICATORCURRENT, FoundIndicator);
    send(SCI_INDICATORCLEARRANGE, 0, size());
    for (const auto &[offset, length] : ranges)
        send(SCI_INDICATORFILLRANGE, offset, length);
}

void CodeView::lightLines(const QSet<int> &lines)
{
    if (lines.isEmpty())
        return;
    m_lightColor = m_theme.color(ColorRole::PatchedSoft);
    SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(LightMarker), m_lightColor);
    for (const int line : lines) {
        if ((send(SCI_MARKERGET, line) & (1 << LightMarker)) == 0)
            send(SCI_MARKERADD, line, LightMarker);
    }
    m_lightSince = QDateTime::currentMSecsSinceEpoch();
    m_fade->start();
    emit viewChanged();
}

void CodeView::clearLight()
{
    m_fade->stop();
    send(SCI_MARKERDELETEALL, LightMarker);
    emit viewChanged();
}

void CodeView::fadeStep()
{
    const qint64 fading = QDateTime::currentMSecsSinceEpoch() - m_lightSince - LitFor;
    if (fading < 0)
        return;
    if (fading >= FadeFor || m_theme.reducedMotion()) {
        clearLight();
        return;
    }
    const QColor from = m_theme.color(ColorRole::PatchedSoft);
    const QColor to = m_theme.color(ColorRole::Base);
    const auto mix = [part = double(fading) / double(FadeFor)](int a, int b) {
        return qRound(a + (b - a) * part);
    };
    m_lightColor.setRgb(mix(from.red(), to.red()), mix(from.green(), to.green()),
                        mix(from.blue(), to.blue()));
    SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(LightMarker), m_lightColor);
    emit viewChanged();
}

QColor CodeView::lightOf(int line) const
{
    return (send(SCI_MARKERGET, line) & (1 << LightMarker)) ? m_lightColor : QColor();
}

/// A bracket whose partner is too far away to be seen together with it is lit alone.
void CodeView::matchBrackets()
{
    qsizetype bracket = -1;
    BracketMatch match;
    if (m_isJson) {
        const qsizetype at = cursor();
        for (const qsizetype place : {at - 1, at}) {
            const char c = place >= 0 && place < size() ? char(send(SCI_GETCHARAT, place)) : '\0';
            if (c != '{' && c != '}' && c != '[' && c != ']')
                continue;
            const BracketMatch here = matchBracket(view(), place, BracketReach);
            if (!here.isBracket)
                continue;
            bracket = place;
            match = here;
        }
    }
    if (match.partner)
        send(SCI_BRACEHIGHLIGHT, bracket, *match.partner);
    else
        send(SCI_BRACEHIGHLIGHT, match.isFar ? bracket : -1, -1);
}

/// Keeps what is hidden in step with the brackets while text changes.
void CodeView::foldChanged(int line, int now, int before)
{
    const bool isHeader = (now & SC_FOLDLEVELHEADERFLAG) != 0;
    const bool wasHeader = (before & SC_FOLDLEVELHEADERFLAG) != 0;
    if (wasHeader && !isHeader && send(SCI_GETFOLDEXPANDED, line) == 0) {
        // The bracket that hid something is gone; what belonged to it is not known any more.
        send(SCI_SETFOLDEXPANDED, line, 1);
        send(SCI_FOLDALL, SC_FOLDACTION_EXPAND);
    } else if ((now & SC_FOLDLEVELNUMBERMASK) < (before & SC_FOLDLEVELNUMBERMASK)) {
        const long parent = send(SCI_GETFOLDPARENT, line);
        if (parent < 0 || (send(SCI_GETFOLDEXPANDED, parent) != 0 && send(SCI_GETLINEVISIBLE, parent) != 0))
            send(SCI_SHOWLINES, line, line);
    }
}

// --- places

qsizetype CodeView::cursor() const
{
    return send(SCI_GETCURRENTPOS);
}

void CodeView::setCursor(qsizetype offset)
{
    const int line = lineOf(offset);
    send(SCI_ENSUREVISIBLE, line);
    send(SCI_GOTOPOS, offset);
}

void CodeView::select(qsizetype offset, qsizetype length)
{
    send(SCI_ENSUREVISIBLE, lineOf(offset));
    send(SCI_SETSEL, offset, offset + length);
    send(SCI_SCROLLRANGE, offset, offset + length);
}

std::pair<qsizetype, qsizetype> CodeView::selectedRange() const
{
    const qsizetype start = send(SCI_GETSELECTIONSTART);
    return {start, send(SCI_GETSELECTIONEND) - start};
}

int CodeView::lineOf(qsizetype offset) const
{
    return int(send(SCI_LINEFROMPOSITION, offset));
}

int CodeView::lineHeight() const
{
    return int(send(SCI_TEXTHEIGHT, 0));
}

qsizetype CodeView::longestLine() const
{
    qsizetype longest = 0;
    for (int line = 0, count = lines(); line < count; ++line)
        longest = std::max<qsizetype>(longest, send(SCI_LINELENGTH, line));
    return longest;
}

bool CodeView::isFoldHeader(int line) const
{
    return (send(SCI_GETFOLDLEVEL, line) & SC_FOLDLEVELHEADERFLAG) != 0;
}

bool CodeView::isFolded(int line) const
{
    return isFoldHeader(line) && send(SCI_GETFOLDEXPANDED, line) == 0;
}

void CodeView::toggleFold(int line)
{
    if (!isFoldHeader(line))
        return;
    m_colours->finishFold(line);
    SendScintilla(SCI_TOGGLEFOLDSHOWTEXT, static_cast<uintptr_t>(line), " \xE2\x80\xA6 ");
    emit viewChanged();
}

int CodeView::zoomStep() const
{
    return int(send(SCI_GETZOOM));
}

bool CodeView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QsciScintilla::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const qsizetype offset = send(SCI_POSITIONFROMPOINTCLOSE, help->pos().x(), help->pos().y());
    const QString sentences = offset >= 0 ? sentencesAt(offset) : QString();
    QToolTip::showText(help->globalPos(), sentences.toHtmlEscaped(), viewport());
    return true;
}

void CodeView::inputMethodEvent(QInputMethodEvent *event)
{
    QsciScintilla::inputMethodEvent(event);
    tellChange();
}

void CodeView::dropEvent(QDropEvent *event)
{
    QsciScintilla::dropEvent(event);
    tellChange();
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    typed(event);
    tellChange();
}

void CodeView::typed(QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const int line = lineOf(cursor());
    const bool folds = modifiers == (Qt::CTRL | Qt::SHIFT)
                    && (event->key() == Qt::Key_BracketLeft || event->key() == Qt::Key_BraceLeft);
    const bool unfolds = modifiers == (Qt::CTRL | Qt::SHIFT)
                      && (event->key() == Qt::Key_BracketRight || event->key() == Qt::Key_BraceRight);
    if (folds || unfolds) {
        const int header = isFoldHeader(line) ? line : int(send(SCI_GETFOLDPARENT, line));
        if (header >= 0 && isFolded(header) == unfolds) {
            toggleFold(header);
            setCursor(send(SCI_GETLINEENDPOSITION, header));
        }
        return;
    }
    if (event->key() == Qt::Key_Escape && send(SCI_AUTOCACTIVE) != 0) {
        send(SCI_AUTOCCANCEL);
        return;
    }
    if (event->key() == Qt::Key_Escape && Cursors::dropOthers(*this))
        return;
    // Tab moves on where it cannot type.
    if (isReadOnly() && (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab)) {
        focusNextPrevChild(event->key() == Qt::Key_Tab);
        return;
    }
    QsciScintilla::keyPressEvent(event);
}

} // namespace Studio
