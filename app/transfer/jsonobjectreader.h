// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/recordreader.h"

namespace Studio
{

/// One JSON object, member by member, without holding all of it; see RecordFormat.
class JsonObjectReader final : public RecordReader
{
public:
    JsonObjectReader(QIODevice &device, const Limits &limits)
        : RecordReader(device, limits)
    {
    }

private:
    struct Member {
        QByteArray text; ///< name, colon and value, cut at the limit
        qint64 line = 0;
        bool isTooLarge = false;
        bool isBlank = true;
        int end = -1; ///< , or } or -1 at the end of the file
    };

    Item read() override;
    void skipBlanks();
    Member member();
    Item fromMember(const Member &member) const;
    Item behind();

    bool m_opened = false;
    bool m_closed = false;
    bool m_any = false;
};

} // namespace Studio
