# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT

# Checks of what is delivered beside the programs.

# The two validators are looked for when the tests run, so that they may be installed after the build was configured.
add_test(NAME desktop_entry COMMAND ${CMAKE_COMMAND} -E env
    desktop-file-validate ${hpkv_resources}/desktop/${hpkv_app_id}.desktop)
add_test(NAME metainfo COMMAND ${CMAKE_COMMAND} -E env
    appstreamcli validate --no-net ${hpkv_resources}/desktop/${hpkv_app_id}.metainfo.xml)

# The icon family: every file is in the resource list and drawn by the same rules, every name that the application
# uses is there.
add_test(NAME icons COMMAND ${CMAKE_COMMAND}
    -D ICONS=${hpkv_resources}/icons -D APP=${PROJECT_SOURCE_DIR}/app
    -P ${CMAKE_CURRENT_SOURCE_DIR}/checkicons.cmake)
