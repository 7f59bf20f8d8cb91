# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT

# cmake -D ICONS=FOLDER -D APP=FOLDER -P checkicons.cmake

cmake_minimum_required(VERSION 3.24)

file(READ ${ICONS}/icons.qrc list)
file(GLOB files RELATIVE ${ICONS} ${ICONS}/*.svg)
if(NOT files)
    message(FATAL_ERROR "No icon in ${ICONS}")
endif()
set(problems)

foreach(file IN LISTS files)
    string(FIND "${list}" "<file>${file}</file>" place)
    if(place EQUAL -1)
        list(APPEND problems "${file} is not listed in icons.qrc")
    endif()
    file(READ ${ICONS}/${file} svg)
    foreach(rule [[viewBox="0 0 16 16"]] [[stroke="currentColor"]] [[stroke-width="1.5"]] [[fill="none"]]
            [[stroke-linecap="round"]] [[stroke-linejoin="round"]])
        string(FIND "${svg}" "${rule}" place)
        if(place EQUAL -1)
            list(APPEND problems "${file} has no ${rule}")
        endif()
    endforeach()
    if(svg MATCHES "#[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f]")
        list(APPEND problems "${file} has a colour of its own")
    endif()
endforeach()

string(REGEX MATCHALL "<file>[^<]*</file>" entries "${list}")
foreach(entry IN LISTS entries)
    string(REGEX REPLACE "</?file>" "" file "${entry}")
    if(NOT EXISTS ${ICONS}/${file})
        list(APPEND problems "icons.qrc lists ${file}, which does not exist")
    endif()
endforeach()

file(GLOB_RECURSE sources ${APP}/*.cpp ${APP}/*.h)
foreach(source IN LISTS sources)
    file(READ ${source} text)
    string(REGEX MATCHALL "(icon|pixmap)\\((QStringLiteral\\(|u)\"[a-z-]+\"" uses "${text}")
    foreach(use IN LISTS uses)
        string(REGEX REPLACE "^[^\"]*\"([a-z-]+)\"$" "\\1" name "${use}")
        if(NOT "${name}.svg" IN_LIST files)
            list(APPEND problems "${source} uses the icon \"${name}\", which does not exist")
        endif()
    endforeach()
endforeach()

if(problems)
    list(JOIN problems "\n  " text)
    message(FATAL_ERROR "Icons:\n  ${text}")
endif()
