# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT

# Half of the time of a compilation goes into the headers of Qt. Each group of targets has the ones that most of its
# files use precompiled. A file still includes what it needs: clang-tidy, the packages' consumers and
# -DHPKV_PRECOMPILE_HEADERS=OFF see it without.
option(HPKV_PRECOMPILE_HEADERS "Precompile the headers of Qt and of the standard library" ON)

set(HPKV_CORE_HEADERS
    <QAbstractItemModel> <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QElapsedTimer> <QFile> <QHash>
    <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QLocale> <QLoggingCategory> <QObject> <QPointer>
    <QRegularExpression> <QSet> <QSettings> <QString> <QStringList> <QThread> <QTimer> <QUrl> <QVariant>
    <QFuture> <QFutureWatcher> <QPromise>
    <QNetworkAccessManager> <QNetworkProxy> <QNetworkReply> <QSslConfiguration>
    <algorithm> <array> <atomic> <chrono> <deque> <functional> <map> <memory> <mutex> <optional> <unordered_map>
    <utility> <variant> <vector>)

set(HPKV_WIDGET_HEADERS
    <QAction> <QApplication> <QBoxLayout> <QCheckBox> <QComboBox> <QDialog> <QDialogButtonBox> <QDockWidget>
    <QFormLayout> <QHeaderView> <QIcon> <QLabel> <QLineEdit> <QMainWindow> <QMenu> <QMessageBox> <QPainter>
    <QPushButton> <QStackedWidget> <QTableView> <QToolBar> <QToolButton> <QTreeView> <QWidget>)

# hpkv_precompile(target headers…), or hpkv_precompile(target REUSE_FROM other)
function(hpkv_precompile target)
    if(NOT HPKV_PRECOMPILE_HEADERS)
        return()
    endif()
    if(ARGV1 STREQUAL "REUSE_FROM")
        target_precompile_headers(${target} REUSE_FROM ${ARGV2})
    else()
        target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
endfunction()
