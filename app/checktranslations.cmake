# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: GPL-3.0-or-later

# cmake -DLUPDATE=… -DSOURCES=… -DCATALOGUES=… -DLANGUAGES=de -DSCRATCH=… -P checktranslations.cmake
# Fails if any text of the sources has no finished translation, or a plural form of one is empty.

file(MAKE_DIRECTORY ${SCRATCH})
set(problems 0)
foreach(language ${LANGUAGES})
    set(copy ${SCRATCH}/hpkv-studio_${language}.ts)
    file(COPY_FILE ${CATALOGUES}/hpkv-studio_${language}.ts ${copy})
    execute_process(COMMAND ${LUPDATE} -silent -locations none -no-obsolete -I ${SOURCES} ${SOURCES} -ts ${copy}
        RESULT_VARIABLE result ERROR_VARIABLE errors)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "lupdate failed: ${errors}")
    endif()
    # In a list of CMake brackets join what lies between them, and with it all that follows one without its other half.
    file(READ ${copy} lines)
    string(REGEX REPLACE "[][;\\]" "_" lines "${lines}")
    string(REPLACE "\n" ";" lines "${lines}")
    set(source "")
    foreach(line IN LISTS lines)
        if(line MATCHES "<source>(.*)")
            set(source "${CMAKE_MATCH_1}")
        elseif(line MATCHES "type=\"unfinished\"|<translation></translation>|<numerusform></numerusform>")
            message("${language}: not translated: ${source}")
            math(EXPR problems "${problems} + 1")
        endif()
    endforeach()
endforeach()
if(problems GREATER 0)
    message(FATAL_ERROR "${problems} texts are not translated. `cmake --build BUILD --target update-translations` adds them to the catalogues.")
endif()
