# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT

# Builds the library once more, as an archive and without all other parts, and gives it to installed.cmake. SOURCE,
# WORK, CXX, BUILD_TYPE, GENERATOR, LIBDIR, EMULATOR as there.

function(run)
    execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(result)
        message(FATAL_ERROR "failed (${result}): ${ARGV}\n${output}")
    endif()
endfunction()

run(${CMAKE_COMMAND} -S ${SOURCE} -B ${WORK}/library -G ${GENERATOR} -DCMAKE_BUILD_TYPE=${BUILD_TYPE}
    -DCMAKE_CXX_COMPILER=${CXX} -DHPKV_LIBRARY_TYPE=STATIC -DHPKV_BUILD_EMULATOR=OFF -DHPKV_BUILD_TESTS=OFF)
run(${CMAKE_COMMAND} --build ${WORK}/library)
file(GLOB archive ${WORK}/library/lib/libhpkvqt.a)
if(NOT archive)
    message(FATAL_ERROR "There is no libhpkvqt.a.")
endif()
foreach(HOW find_package pkgconfig)
    run(${CMAKE_COMMAND} -DHOW=${HOW} -DBUILD=${WORK}/library -DSOURCE=${SOURCE} -DWORK=${WORK}/installed_${HOW}
        -DLIBDIR=${LIBDIR} -DCXX=${CXX} -DBUILD_TYPE=${BUILD_TYPE} -DGENERATOR=${GENERATOR} -DEMULATOR=${EMULATOR}
        -P ${CMAKE_CURRENT_LIST_DIR}/installed.cmake)
endforeach()
