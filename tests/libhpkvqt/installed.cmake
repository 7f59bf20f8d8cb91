# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT

# Installs the library into a folder of its own and builds and runs examples/quickstart against that copy, with
# HOW = find_package or pkgconfig. BUILD: the build folder; SOURCE: the repository; WORK: a folder to use;
# LIBDIR: where libraries go below the prefix; CXX: the compiler; FLAGS: what every program needs (sanitizers);
# BUILD_TYPE and GENERATOR as in the build.

function(run)
    execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(result)
        message(FATAL_ERROR "failed (${result}): ${ARGV}\n${output}")
    endif()
endfunction()

file(REMOVE_RECURSE ${WORK})
set(prefix ${WORK}/prefix)
foreach(component library library-dev)
    run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix} --component ${component})
endforeach()
# A moved copy must work too: nothing of the first place may be left in the files.
file(RENAME ${prefix} ${WORK}/moved)
set(prefix ${WORK}/moved)
foreach(needed include/hpkvqt/client.h include/hpkvqt/version.h ${LIBDIR}/cmake/hpkvqt/hpkvqtConfig.cmake
        ${LIBDIR}/pkgconfig/hpkvqt.pc)
    if(NOT EXISTS ${prefix}/${needed})
        message(FATAL_ERROR "${needed} was not installed")
    endif()
endforeach()

set(example ${SOURCE}/examples/quickstart)
if(HOW STREQUAL "find_package")
    run(${CMAKE_COMMAND} -S ${example} -B ${WORK}/build -G ${GENERATOR} -DCMAKE_BUILD_TYPE=${BUILD_TYPE}
        -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_CXX_FLAGS=${FLAGS} -DCMAKE_PREFIX_PATH=${prefix})
    run(${CMAKE_COMMAND} --build ${WORK}/build)
    set(program ${WORK}/build/quickstart)
else()
    set(ENV{PKG_CONFIG_PATH} ${prefix}/${LIBDIR}/pkgconfig)
    execute_process(COMMAND pkg-config --cflags --libs hpkvqt RESULT_VARIABLE result OUTPUT_VARIABLE flags
        ERROR_VARIABLE problem OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(result)
        message(FATAL_ERROR "pkg-config failed: ${problem}")
    endif()
    separate_arguments(flags UNIX_COMMAND "${flags}")
    separate_arguments(own UNIX_COMMAND "${FLAGS}")
    set(program ${WORK}/quickstart)
    run(${CXX} -std=c++20 -fPIC ${own} ${example}/main.cpp -o ${program} ${flags})
endif()

# Nobody listens there: the program runs, and says so.
set(ENV{LD_LIBRARY_PATH} ${prefix}/${LIBDIR})
execute_process(COMMAND ${program} ws://127.0.0.1:1 key greeting TIMEOUT 30
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 2 OR NOT output MATCHES "ConnectionFailed")
    message(FATAL_ERROR "quickstart ended with ${result}: ${output}")
endif()
