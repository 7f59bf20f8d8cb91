// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/jsonschema.h"
#include "json/jsonscanner.h"

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// A schema, and behind the first NUL a value that is checked against it. Whatever the schema says, each
// problem must lie within the value and have a sentence, a schema that is refused must say why, and giving up
// must leave nothing behind.

using namespace Studio;

namespace
{

constexpr int Most = 20;

void must(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

void check(const JsonSchema &schema, const QByteArray &value)
{
    const JsonSchema::Answer answer = schema.check(value, Most);
    must(answer.problems.size() <= Most, "no more problems than were asked for");
    must(!validateJson(value) || !answer.note.isEmpty(), "what is not JSON is not checked");
    qsizetype before = 0;
    for (const SchemaProblem &problem : answer.problems) {
        must(!problem.sentence.isEmpty(), "a problem has a sentence");
        must(problem.length > 0 && problem.offset >= before
                 && problem.offset + problem.length <= value.size(),
             "problems lie within the value, in its order");
        before = problem.offset;
        schema.memberNames(problem.pointer);
        for (const QByteArray &offered : schema.values(problem.pointer))
            must(!validateJson(offered), "what is offered is JSON");
    }
    const std::atomic_bool canceled{true};
    must(schema.check(value, Most, &canceled).problems.size() <= answer.problems.size() + Most,
         "a check that is given up ends");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // On the heap and as large as it is, so that the address sanitizer sees a step beyond the end.
    const QByteArray all(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype end = all.indexOf('\0');
    const QByteArray text = end < 0 ? all : all.first(end);
    const QByteArray value = end < 0 ? QByteArray("{}") : all.sliced(end + 1);
    const JsonSchema schema = JsonSchema::parse(text);
    must(schema.isValid() == schema.error().isEmpty(), "a schema is valid or says why not");
    schema.memberNames({});
    schema.values({});
    if (schema.isValid())
        check(schema, value);
    return 0;
}
