// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "tokens.h"

#include "failonwarning.h"

#include <QTest>

#include <set>

using namespace hpkv::emulator;
using namespace std::chrono_literals;

class TestTokens : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void tokensAreDifferentAndFitAUrl();
    void expiredOnesAreUnknown();
    void expiredOnesAreForgotten();
    void grantAllows();

private:
    static std::shared_ptr<Grant> grantUntil(Tokens::Clock::time_point time)
    {
        auto grant = std::make_shared<Grant>();
        grant->expires = time;
        return grant;
    }
    const Tokens::Clock::time_point m_now{1000h};
};

void TestTokens::tokensAreDifferentAndFitAUrl()
{
    Tokens tokens;
    std::set<std::string> seen;
    for (int i = 0; i < 500; ++i) {
        const auto token = tokens.add(grantUntil(m_now + 1h), m_now);
        QVERIFY(token.size() >= 32);
        QVERIFY(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
                == std::string::npos);
        QVERIFY(seen.insert(token).second);
    }
}

void TestTokens::expiredOnesAreUnknown()
{
    Tokens tokens;
    const auto token = tokens.add(grantUntil(m_now + 2h), m_now);
    QVERIFY(tokens.find(token, m_now + 2h - 1ms));
    QVERIFY(!tokens.find(token, m_now + 2h));
    QVERIFY(!tokens.find("unknown", m_now));
}

void TestTokens::expiredOnesAreForgotten()
{
    Tokens tokens;
    for (int i = 0; i < 10'000; ++i)
        tokens.add(grantUntil(m_now + i * 1s + 10s), m_now + i * 1s);
    QVERIFY2(tokens.size() < 200, "expired tokens pile up");
}

void TestTokens::grantAllows()
{
    Grant grant;
    QVERIFY(!grant.allows("a"));
    grant.access.emplace("^a");
    QVERIFY(grant.allows("ab"));
    QVERIFY(!grant.allows("b"));
    grant.allowAll = true;
    QVERIFY(grant.allows("b"));
}

QTEST_APPLESS_MAIN(TestTokens)
#include "tst_tokens.moc"
