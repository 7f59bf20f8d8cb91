# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT

# Checks of what is delivered beside the programs.

find_program(HPKV_DESKTOP_FILE_VALIDATE desktop-file-validate)
find_program(HPKV_APPSTREAMCLI appstreamcli)

if(HPKV_DESKTOP_FILE_VALIDATE)
    add_test(NAME desktop_entry
        COMMAND ${HPKV_DESKTOP_FILE_VALIDATE} ${hpkv_resources}/desktop/${hpkv_app_id}.desktop)
endif()
if(HPKV_APPSTREAMCLI)
    add_test(NAME metainfo
        COMMAND ${HPKV_APPSTREAMCLI} validate --no-net ${hpkv_resources}/desktop/${hpkv_app_id}.metainfo.xml)
endif()

# The icon family: every file is in the resource list and drawn by the same rules, every name that the application
# uses is there.
add_test(NAME icons COMMAND ${CMAKE_COMMAND}
    -D ICONS=${hpkv_resources}/icons -D APP=${PROJECT_SOURCE_DIR}/app
    -P ${CMAKE_CURRENT_SOURCE_DIR}/checkicons.cmake)
