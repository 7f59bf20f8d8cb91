# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT

# What every target of ours has in common hangs on these interface targets; nothing is set globally.

# C++20, warnings, sanitizers. Every target links it PRIVATE, so that nothing of it reaches an installed package.
add_library(hpkv-build-options INTERFACE)
target_compile_features(hpkv-build-options INTERFACE cxx_std_20)
target_compile_options(hpkv-build-options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${HPKV_WARNINGS_AS_ERRORS}>:-Werror>
    # GCC 12 warns wrongly about the coroutine frames of Boost.Asio.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-mismatched-new-delete>)
if(HPKV_SANITIZE)
    target_compile_options(hpkv-build-options INTERFACE
        -fsanitize=${HPKV_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(hpkv-build-options INTERFACE -fsanitize=${HPKV_SANITIZE})
endif()

# The same for code that uses Qt: no accidental conversion between bytes and text. QT_USE_QSTRINGBUILDER is left out on
# purpose: with it, a lambda or an auto variable can keep a sum of temporaries that are gone.
add_library(hpkv-qt-options INTERFACE)
target_link_libraries(hpkv-qt-options INTERFACE hpkv-build-options)
target_compile_definitions(hpkv-qt-options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
