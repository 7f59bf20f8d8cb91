# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT

# Run with -DINPUTS=a;b -DOUTPUT=file.cpp: writes a C++ source that holds the bytes of the inputs, one behind the other.
set(bytes "")
foreach(input IN LISTS INPUTS)
    file(READ ${input} part HEX)
    string(APPEND bytes ${part})
endforeach()
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
string(REGEX REPLACE "((0x..,){24})" "\\1\n" bytes "${bytes}")
file(WRITE ${OUTPUT} "// Made when the program is built, from resources/demo.

#include \"demodata.h\"

namespace hpkv::emulator {

static const unsigned char bytes[] = {
${bytes}};

std::string_view demoData()
{
    return {reinterpret_cast<const char *>(bytes), sizeof bytes};
}

} // namespace hpkv::emulator
")
