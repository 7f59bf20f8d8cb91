# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Catalogues: translations/hpkv-studio_CODE.ts → CODE.qm inside the program, at :/i18n. Only the tools themselves are
# called: the CMake functions around them changed in Qt 6.7. hpkv-studio_en.ts holds the plural forms of English.

set(HPKV_TS_FOLDER ${PROJECT_SOURCE_DIR}/translations)
set(HPKV_TS_LANGUAGES de en)

set(qm_files)
foreach(language ${HPKV_TS_LANGUAGES})
    set(ts ${HPKV_TS_FOLDER}/hpkv-studio_${language}.ts)
    set(qm ${CMAKE_CURRENT_BINARY_DIR}/i18n/hpkv-studio_${language}.qm)
    add_custom_command(OUTPUT ${qm}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/i18n
        COMMAND Qt6::lrelease -silent ${ts} -qm ${qm}
        DEPENDS ${ts}
        COMMENT "Translations: ${language}"
        VERBATIM)
    list(APPEND qm_files ${qm})
endforeach()
qt_add_resources(hpkv-studio-ui translations
    PREFIX /i18n
    BASE ${CMAKE_CURRENT_BINARY_DIR}/i18n
    FILES ${qm_files})

# Takes new and changed texts of app/ over into the catalogues; what went is dropped.
# -I: by itself lupdate finds no header that is named by more than three parts, and then takes wrong contexts.
add_custom_target(update-translations
    COMMAND Qt6::lupdate -silent -locations none -no-obsolete -I ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR}
        -ts ${HPKV_TS_FOLDER}/hpkv-studio_de.ts
    COMMAND Qt6::lupdate -silent -locations none -no-obsolete -pluralonly -I ${CMAKE_CURRENT_SOURCE_DIR}
        ${CMAKE_CURRENT_SOURCE_DIR} -ts ${HPKV_TS_FOLDER}/hpkv-studio_en.ts
    COMMENT "Updating the catalogues in translations/"
    VERBATIM)
