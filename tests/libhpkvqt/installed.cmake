# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT

# Installs the library into a folder of its own, moves that, and builds and runs examples against the copy: all of
# them with HOW = find_package, quickstart with HOW = pkgconfig. BUILD: the build folder; SOURCE: the repository;
# WORK: a folder to use; LIBDIR: where libraries go below the prefix; CXX: the compiler; FLAGS: what every program
# needs (sanitizers); BUILD_TYPE and GENERATOR as in the build; EMULATOR: the program hpkv-emulator, if there is one.

function(run)
    execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(result)
        message(FATAL_ERROR "failed (${result}): ${ARGV}\n${output}")
    endif()
endfunction()

find_program(ccache ccache)
if(ccache)
    set(ENV{CMAKE_CXX_COMPILER_LAUNCHER} ${ccache})
endif()

file(REMOVE_RECURSE ${WORK})
set(prefix ${WORK}/prefix)
foreach(component library library-dev)
    run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix} --component ${component})
endforeach()
# A moved copy must work too: nothing of the first place may be left in the files.
file(RENAME ${prefix} ${WORK}/moved)
set(prefix ${WORK}/moved)
file(GLOB headers RELATIVE ${SOURCE}/libhpkvqt/include ${SOURCE}/libhpkvqt/include/hpkvqt/*.h)
foreach(header ${headers})
    if(NOT EXISTS ${prefix}/include/${header})
        message(FATAL_ERROR "include/${header} was not installed")
    endif()
endforeach()
foreach(needed include/hpkvqt/version.h ${LIBDIR}/cmake/hpkvqt/hpkvqtConfig.cmake
        ${LIBDIR}/cmake/hpkvqt/hpkvqtConfigVersion.cmake ${LIBDIR}/pkgconfig/hpkvqt.pc)
    if(NOT EXISTS ${prefix}/${needed})
        message(FATAL_ERROR "${needed} was not installed")
    endif()
endforeach()

if(HOW STREQUAL "find_package")
    run(${CMAKE_COMMAND} -S ${SOURCE}/examples -B ${WORK}/build -G ${GENERATOR} -DCMAKE_BUILD_TYPE=${BUILD_TYPE}
        -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_CXX_FLAGS=${FLAGS} -DCMAKE_PREFIX_PATH=${prefix})
    run(${CMAKE_COMMAND} --build ${WORK}/build)
    set(quickstart ${WORK}/build/quickstart/quickstart)
    set(what all ${WORK}/build)
else()
    set(ENV{PKG_CONFIG_PATH} ${prefix}/${LIBDIR}/pkgconfig)
    execute_process(COMMAND pkg-config --cflags --libs hpkvqt RESULT_VARIABLE result OUTPUT_VARIABLE flags
        ERROR_VARIABLE problem OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(result)
        message(FATAL_ERROR "pkg-config failed: ${problem}")
    endif()
    separate_arguments(flags UNIX_COMMAND "${flags}")
    separate_arguments(own UNIX_COMMAND "${FLAGS}")
    set(quickstart ${WORK}/quickstart)
    run(${CXX} -std=c++20 -fPIC ${own} ${SOURCE}/examples/quickstart/main.cpp -o ${quickstart} ${flags})
    set(what quickstart ${quickstart})
endif()

# Nobody listens there: the program runs, and says so.
set(ENV{LD_LIBRARY_PATH} ${prefix}/${LIBDIR})
set(ENV{HPKV_API_BASE_URL} ws://127.0.0.1:1)
set(ENV{HPKV_API_KEY} key)
execute_process(COMMAND ${quickstart} TIMEOUT 60 RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 2 OR NOT output MATCHES "ConnectionFailed")
    message(FATAL_ERROR "quickstart ended with ${result}: ${output}")
endif()

if(EMULATOR)
    run(bash ${CMAKE_CURRENT_LIST_DIR}/runexamples.sh ${EMULATOR} ${what})
endif()
