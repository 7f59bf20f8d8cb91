# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT

# Which parts are built. The presets `library-only` and `core-only` prove that each part stands alone.
include(CMakeDependentOption)

option(HPKV_BUILD_EMULATOR "Build the emulator (no Qt)" ON)
cmake_dependent_option(HPKV_BUILD_APP_CORE "Build what HPKV Studio does without a window" ON
    "HPKV_BUILD_EMULATOR" OFF)
cmake_dependent_option(HPKV_BUILD_APP "Build the program hpkv-studio (Qt Widgets)" ON
    "HPKV_BUILD_APP_CORE" OFF)
option(HPKV_BUILD_TESTS "Build the tests" ON)
cmake_dependent_option(HPKV_BUILD_BENCHMARKS "Build hpkvqt-bench" ON "HPKV_BUILD_EMULATOR" OFF)
option(HPKV_BUILD_FUZZERS "Build the fuzzers (clang only; see the preset fuzz)" OFF)
option(HPKV_WARNINGS_AS_ERRORS "Treat compiler warnings on this project's code as errors" ON)
set(HPKV_SANITIZE "" CACHE STRING "Sanitizers for every target: address,undefined or thread")
set(HPKV_LIBRARY_TYPE SHARED CACHE STRING "Build libhpkvqt as SHARED or STATIC")
set_property(CACHE HPKV_LIBRARY_TYPE PROPERTY STRINGS SHARED STATIC)

# Programs in BUILD/bin, libraries in BUILD/lib.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

# Debian's folder for libraries, also where the prefix is not /usr: packages made from any build need it.
if(NOT DEFINED CMAKE_INSTALL_LIBDIR AND CMAKE_LIBRARY_ARCHITECTURE AND EXISTS /etc/debian_version)
    set(CMAKE_INSTALL_LIBDIR lib/${CMAKE_LIBRARY_ARCHITECTURE} CACHE PATH "Object code libraries")
endif()
include(GNUInstallDirs)
find_package(Threads REQUIRED)

find_program(HPKV_CCACHE ccache)
if(HPKV_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Without this it does not serve files that use a precompiled header.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${HPKV_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${HPKV_CCACHE})
endif()
