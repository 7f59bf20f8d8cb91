# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT

# What the shared library LIBRARY needs at run time, its SONAME, and what it exports. SOVERSION as in the build.

execute_process(COMMAND readelf -d ${LIBRARY} OUTPUT_VARIABLE dynamic COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "Shared library: \\[[^]]+\\]" needed "${dynamic}")
foreach(entry ${needed})
    string(REGEX REPLACE ".*\\[(.*)\\]" "\\1" name "${entry}")
    # Those of the compiler and the system besides Qt Core and Network.
    if(NOT name MATCHES "^libQt6(Core|Network)\\.so|^lib(stdc\\+\\+|gcc_s|c|m|pthread)\\.so|^ld-linux")
        message(SEND_ERROR "It links ${name}.")
    endif()
endforeach()
if(NOT dynamic MATCHES "SONAME.*\\[libhpkvqt\\.so\\.${SOVERSION}\\]")
    message(SEND_ERROR "Its SONAME is not libhpkvqt.so.${SOVERSION}.")
endif()

execute_process(COMMAND nm --dynamic --defined-only --demangle ${LIBRARY} OUTPUT_VARIABLE symbols
    COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE ";" "," symbols "${symbols}")
string(REGEX MATCHALL "[^\n]+" symbols "${symbols}")
set(own 0)
foreach(symbol ${symbols})
    # Strong symbols only: templates and inline functions of Qt and the standard library are weak (V, W, u).
    if(symbol MATCHES "^[0-9a-f]+ [TDBR] (.*)")
        set(name "${CMAKE_MATCH_1}")
        if(name MATCHES "Hpkv::")
            math(EXPR own "${own} + 1")
        elseif(NOT name MATCHES "^(_init|_fini|qt_version_tag|__|_edata|_end)")
            message(SEND_ERROR "It exports ${name}.")
        endif()
        if(name MATCHES "^([a-z]+ for )?Hpkv::([A-Za-z]*Private|WebSocketLink|WireCodec|JsonScanner|Throttle)(::|$)")
            message(SEND_ERROR "It exports ${name}, which is private.")
        endif()
    endif()
endforeach()
if(own LESS 100)
    message(SEND_ERROR "Only ${own} symbols of its own are exported.")
endif()
