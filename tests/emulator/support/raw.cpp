// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "wire.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>

namespace Wire
{

namespace
{

bool readable(int fd, std::chrono::steady_clock::time_point until)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    pollfd item{fd, POLLIN, 0};
    return left.count() > 0 && ::poll(&item, 1, static_cast<int>(left.count())) > 0;
}

} // namespace

Raw::Raw(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_fd);
        m_fd = -1;
    }
}

Raw::~Raw()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

void Raw::send(const std::string &bytes)
{
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const auto part = ::send(m_fd, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (part <= 0)
            return;
        sent += static_cast<std::size_t>(part);
    }
}

std::string Raw::receiveUntil(const std::string &end, std::chrono::milliseconds time)
{
    const auto until = std::chrono::steady_clock::now() + time;
    std::string all;
    std::array<char, 4096> part;
    while (all.find(end) == std::string::npos && readable(m_fd, until)) {
        const auto got = ::recv(m_fd, part.data(), part.size(), 0);
        if (got <= 0)
            break;
        all.append(part.data(), static_cast<std::size_t>(got));
    }
    return all;
}

bool Raw::ended(std::chrono::milliseconds time)
{
    const auto until = std::chrono::steady_clock::now() + time;
    std::array<char, 65536> part;
    while (readable(m_fd, until)) {
        if (::recv(m_fd, part.data(), part.size(), 0) <= 0)
            return true;
    }
    return false;
}

void Raw::shrinkReceiveBuffer(int bytes)
{
    ::setsockopt(m_fd, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

bool Raw::upgrade(const std::string &target)
{
    send(
        "GET " + target
        + " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    const std::string head = receiveUntil("\r\n\r\n");
    // The sample of RFC 6455.
    return head.starts_with("HTTP/1.1 101") && head.find("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=") != std::string::npos;
}

std::string Raw::frame(int firstByte, const std::string &payload)
{
    std::string bytes(1, static_cast<char>(firstByte));
    const std::size_t size = payload.size();
    if (size < 126) {
        bytes.push_back(static_cast<char>(0x80U | size));
    } else if (size <= 0xffff) {
        bytes.push_back(static_cast<char>(0x80U | 126U));
        bytes.push_back(static_cast<char>(size >> 8U));
        bytes.push_back(static_cast<char>(size & 0xffU));
    } else {
        bytes.push_back(static_cast<char>(0x80U | 127U));
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes.push_back(static_cast<char>((size >> static_cast<unsigned>(shift)) & 0xffU));
    }
    return bytes + std::string(4, '\0') + payload;
}

void makeCertificate(const std::string &certificateFile, const std::string &keyFile)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 24L * 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME *name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("127.0.0.1"),
                               -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_EXTENSION *names =
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1,DNS:localhost");
    X509_add_ext(certificate, names, -1);
    X509_EXTENSION_free(names);
    X509_sign(certificate, key, EVP_sha256());
    if (std::FILE *file = std::fopen(certificateFile.c_str(), "wb")) {
        PEM_write_X509(file, certificate);
        std::fclose(file);
    }
    if (std::FILE *file = std::fopen(keyFile.c_str(), "wb")) {
        PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
        std::fclose(file);
    }
    X509_free(certificate);
    EVP_PKEY_free(key);
}

} // namespace Wire
