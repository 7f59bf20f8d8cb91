// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Hpkv
{

/// Walks over JSON text (RFC 8259, UTF-8) without building a tree: numbers keep their source text, and values
/// that nobody asks for are skipped. Strict: what is not JSON fails, and after a failure every call fails.
///
/// An escaped surrogate without its other half becomes U+FFFD, since UTF-8 cannot hold it.
class JsonScanner
{
public:
    enum class Type : quint8 { Object, Array, String, Number, True, False, Null, Invalid };

    /// Deeper nesting fails; replies of the protocol need three.
    static constexpr int maxDepth = 256;

    /// The text must outlive the scanner.
    explicit JsonScanner(QByteArrayView text);

    bool failed() const { return m_failed; }
    /// Whether nothing but white space is left.
    bool atEnd();
    /// Offset of the next byte.
    qsizetype position() const { return m_at - m_begin; }

    /// Type of the value that begins next.
    Type peek();

    bool enterObject() { return expect('{'); }
    /// Advances to the next member and reads its name; false at the end of the object (which is consumed) or
    /// on failure. `first` must be true for the first call within an object. The name is valid until the next
    /// name or text is read.
    bool nextMember(bool &first, QByteArrayView &name);
    bool enterArray() { return expect('['); }
    /// False at the end of the array (which is consumed) or on failure.
    bool nextElement(bool &first);

    bool readString(QByteArray &out);
    /// The same without a copy where there are no escapes; valid until the next name or text is read.
    bool readText(QByteArrayView &out);
    /// The source text of a number; it shares the scanner's text.
    bool readNumber(QByteArrayView &out);
    bool readBool(bool &out);
    bool readNull();
    /// Skips a value of any type; `out`, if given, gets its source text.
    bool skip(QByteArrayView *out = nullptr);

private:
    void skipSpace();
    bool expect(char c);
    bool fail();
    bool literal(const char *text, qsizetype size);
    bool skipString();
    bool readEscape(char **to);
    bool readEscaped(const char *begin, QByteArrayView &out);
    bool readHex4(char32_t &out);

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    QByteArray m_unescaped; ///< begins with the last name or text that could not be taken as it stands
    bool m_failed = false;
};

/// How many bytes writeJsonString() writes.
qsizetype jsonStringSize(QByteArrayView text);
/// Writes the text, which must be UTF-8, as a JSON string with its quotes. \return behind it
char *writeJsonString(char *to, QByteArrayView text);
/// Appends the same.
void appendJsonString(QByteArray &out, QByteArrayView text);

} // namespace Hpkv
