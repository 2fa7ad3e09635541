#include "pkcs11/host/PssEncoding.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>
#include <bit>

namespace bidseal {

namespace {

QByteArray mgf1(QCryptographicHash::Algorithm hash, const QByteArray &seed, qsizetype size)
{
    QByteArray mask;
    for (quint32 counter = 0; mask.size() < size; ++counter) {
        QByteArray counterBytes(sizeof counter, '\0');
        qToBigEndian(counter, counterBytes.data());
        mask += QCryptographicHash::hash(seed + counterBytes, hash);
    }
    return mask.first(size);
}

QByteArray withoutLeadingZeros(const QByteArray &number)
{
    const auto *const first = std::ranges::find_if(number, [](char byte) { return byte != 0; });
    return number.sliced(first - number.begin());
}

} // namespace

Result<QByteArray> encodePss(const DigestFacts &facts, const QByteArray &digest, const QByteArray &salt,
                             const QByteArray &modulus)
{
    const QByteArray n = withoutLeadingZeros(modulus);
    if (n.isEmpty())
        return fail(ErrorCode::KeyMechanismUnsupported, QStringLiteral("the key does not show its modulus"));
    const int topBits = std::bit_width(static_cast<unsigned char>(n[0])); // of the modulus' first byte
    const qsizetype unusedBits = topBits == 1 ? 0 : 8 - (topBits - 1);    // emBits = modBits - 1
    const qsizetype size = topBits == 1 ? n.size() - 1 : n.size();
    const qsizetype dbSize = size - facts.size - 1;
    if (digest.size() != facts.size || dbSize < salt.size() + 1)
        return fail(ErrorCode::KeyMechanismUnsupported, QStringLiteral("the key is too short for this digest"));

    const QByteArray h = QCryptographicHash::hash(QByteArray(8, '\0') + digest + salt, facts.hash);
    QByteArray db = QByteArray(dbSize - salt.size() - 1, '\0') + '\x01' + salt;
    const QByteArray mask = mgf1(facts.hash, h, dbSize);
    std::transform(db.cbegin(), db.cend(), mask.cbegin(), db.begin(),
                   [](char a, char b) { return static_cast<char>(a ^ b); });
    db[0] = static_cast<char>(static_cast<unsigned char>(db[0]) & (0xff >> unusedBits));
    const QByteArray encoded = db + h + '\xbc';
    return QByteArray(n.size() - size, '\0') + encoded;
}

QByteArray randomSalt(qsizetype size)
{
    QByteArray salt(size, '\0');
    for (char &byte : salt)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return salt;
}

} // namespace bidseal
