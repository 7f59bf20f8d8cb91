// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "wire.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include <cctype>
#include <functional>

namespace Wire
{

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http_ = boost::beast::http;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;
using tcp = asio::ip::tcp;
using TlsStream = asio::ssl::stream<tcp::socket>;

namespace
{

tcp::endpoint loopback(std::uint16_t port)
{
    return {asio::ip::address_v4::loopback(), port};
}

void trust(asio::ssl::context &context, const std::string &caFile)
{
    error_code ignored;
    context.load_verify_file(caFile, ignored);
    context.set_verify_mode(asio::ssl::verify_peer);
}

/// Runs one asynchronous operation to its end, or until the time is over. \return whether it ended.
bool finish(asio::io_context &context, std::chrono::milliseconds time, const bool &done)
{
    context.restart();
    const auto until = std::chrono::steady_clock::now() + time;
    while (!done && std::chrono::steady_clock::now() < until) {
        if (context.run_one_until(until) == 0 && !done)
            break;
    }
    return done;
}

} // namespace

class Socket::Private
{
public:
    explicit Private(std::string file)
        : caFile(std::move(file))
        , tls(asio::ssl::context::tls_client)
    {
        if (!caFile.empty())
            trust(tls, caFile);
    }

    template <class Work>
    auto on(Work work)
    {
        return secure ? work(*secure) : work(*plain);
    }

    const std::string caFile;
    asio::io_context context;
    asio::ssl::context tls;
    std::optional<websocket::stream<tcp::socket>> plain;
    std::optional<websocket::stream<TlsStream>> secure;
    beast::flat_buffer buffer;
    bool reading = false;
    bool readDone = false;
    error_code readError;
    bool pong = false;
    bool ended = false;
};

Socket::Socket(std::string caFile)
    : d(std::make_unique<Private>(std::move(caFile)))
{
}

Socket::~Socket() = default;
Socket::Socket(Socket &&) noexcept = default;

int Socket::open(std::uint16_t port, const std::string &target, const Headers &headers)
{
    error_code error;
    if (d->caFile.empty()) {
        d->plain.emplace(d->context);
        d->plain->next_layer().connect(loopback(port), error);
    } else {
        d->secure.emplace(d->context, d->tls);
        d->secure->next_layer().next_layer().connect(loopback(port), error);
        if (!error)
            d->secure->next_layer().handshake(asio::ssl::stream_base::client, error);
    }
    if (error)
        return 0;
    return d->on([&](auto &stream) {
        stream.set_option(websocket::stream_base::decorator([headers](websocket::request_type &request) {
            for (const auto &[name, value] : headers)
                request.set(name, value);
        }));
        stream.read_message_max(256U * 1024U * 1024U);
        stream.control_callback([this](websocket::frame_type kind, beast::string_view) {
            d->pong = d->pong || kind == websocket::frame_type::pong;
        });
        websocket::response_type response;
        bool done = false;
        stream.async_handshake(response, "127.0.0.1:" + std::to_string(port), target,
                               [&](error_code problem) {
                                   error = problem;
                                   done = true;
                               });
        if (!finish(d->context, patience, done)) {
            beast::get_lowest_layer(stream).close(error);
            finish(d->context, patience, done);
            return 0;
        }
        if (error && response.result_int() == 101)
            return -1; // An answer that does not hold what RFC 6455 asks for.
        return error && error != websocket::error::upgrade_declined ? 0
                                                                    : static_cast<int>(response.result_int());
    });
}

bool Socket::send(const std::string &text, bool binary)
{
    return d->on([&](auto &stream) {
        error_code error;
        stream.binary(binary);
        stream.write(asio::buffer(text), error);
        return !error;
    });
}

bool Socket::ping()
{
    d->pong = false;
    return d->on([&](auto &stream) {
        error_code error;
        stream.ping({}, error);
        return !error;
    });
}

std::optional<Message> Socket::receive(std::chrono::milliseconds time)
{
    return d->on([&](auto &stream) -> std::optional<Message> {
        if (d->ended)
            return std::nullopt;
        // A read that ran out of time goes on the next time.
        if (!d->reading) {
            d->reading = true;
            d->readDone = false;
            d->buffer.clear();
            stream.async_read(d->buffer, [this](error_code error, std::size_t) {
                d->readError = error;
                d->readDone = true;
            });
        }
        if (!finish(d->context, time, d->readDone))
            return std::nullopt;
        d->reading = false;
        if (d->readError) {
            d->ended = true;
            return std::nullopt;
        }
        return Message{beast::buffers_to_string(d->buffer.data()), stream.got_binary()};
    });
}

std::string Socket::text(std::chrono::milliseconds time)
{
    const auto message = receive(time);
    return message ? message->text : std::string();
}

std::string Socket::ask(const std::string &text)
{
    return send(text) ? this->text() : std::string();
}

bool Socket::pongWithin(std::chrono::milliseconds time)
{
    const auto until = std::chrono::steady_clock::now() + time;
    while (!d->pong && !d->ended && std::chrono::steady_clock::now() < until)
        receive(std::chrono::milliseconds(20));
    return d->pong;
}

int Socket::awaitClose(std::chrono::milliseconds time)
{
    const auto until = std::chrono::steady_clock::now() + time;
    while (!d->ended && std::chrono::steady_clock::now() < until)
        receive(std::chrono::milliseconds(50));
    if (!d->ended)
        return 0;
    return d->on([&](auto &stream) {
        // Whatever became of our answer to it.
        const auto code = static_cast<int>(stream.reason().code);
        return code != 0 ? code : 1006;
    });
}

std::string Socket::closeReason() const
{
    return d->on([](auto &stream) { return std::string(stream.reason().reason.c_str()); });
}

int Socket::close(int code)
{
    return d->on([&](auto &stream) {
        error_code error;
        stream.close(websocket::close_reason(static_cast<websocket::close_code>(code)), error);
        d->ended = true;
        return static_cast<int>(stream.reason().code);
    });
}

std::string Response::header(const std::string &name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

Response http(std::uint16_t port, const std::string &method, const std::string &target,
              const std::string &body, const Headers &headers, const std::string &caFile)
{
    http_::request<http_::string_body> request;
    request.method_string(method);
    request.target(target);
    request.version(11);
    request.set(http_::field::host, "127.0.0.1");
    request.set(http_::field::connection, "close");
    for (const auto &[name, value] : headers)
        request.set(name, value);
    request.body() = body;
    request.prepare_payload();

    asio::io_context context;
    asio::ssl::context tls(asio::ssl::context::tls_client);
    const bool secure = !caFile.empty();
    if (secure)
        trust(tls, caFile);
    TlsStream stream(context, tls);
    Response result;
    error_code error;
    stream.next_layer().connect(loopback(port), error);
    if (error)
        return result;
    if (secure) {
        stream.handshake(asio::ssl::stream_base::client, error);
        if (error)
            return result;
    }
    beast::flat_buffer buffer;
    http_::response_parser<http_::string_body> parser;
    parser.body_limit(boost::none);
    bool done = false;
    const auto exchange = [&](auto &layer) {
        http_::async_write(layer, request, [&](error_code writeError, std::size_t) {
            // Refused while it was still being sent: the answer may be there all the same.
            (void)writeError;
            http_::async_read(layer, buffer, parser, [&](error_code readError, std::size_t) {
                error = readError;
                done = true;
            });
        });
        if (!finish(context, patience, done)) {
            error_code ignored;
            stream.next_layer().close(ignored);
            finish(context, patience, done);
        }
    };
    if (secure)
        exchange(stream);
    else
        exchange(stream.next_layer());
    if (!parser.is_header_done())
        return result;
    result.status = static_cast<int>(parser.get().result_int());
    result.body = parser.get().body();
    for (const auto &field : parser.get()) {
        std::string name(field.name_string());
        for (char &c : name)
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        result.headers.emplace_back(std::move(name), std::string(field.value()));
    }
    return result;
}

} // namespace Wire
