#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace bidseal {

enum class KeyAlgorithm { Rsa, Ec, Sm2, EdDsa, Other };

/** An X.509 certificate read into plain facts (core/crypto reads it). */
struct Certificate
{
    QByteArray der;
    QString subject; ///< RFC 4514, UTF-8
    QString commonName;
    QString organization;
    QString issuer; ///< RFC 4514
    QString issuerCommonName;
    QString serial;      ///< upper-case hex
    QDateTime notBefore; ///< UTC
    QDateTime notAfter;  ///< UTC
    KeyAlgorithm keyAlgorithm = KeyAlgorithm::Other;
    int keyBits = 0;
    QString curve;               ///< "P-256", empty for RSA
    bool mayDigitalSign = true;  ///< key usage digitalSignature, or no key usage at all
    bool mayNonRepudiate = true; ///< key usage nonRepudiation, or no key usage at all
    bool isCa = false;
    bool isTimestamping = false; ///< EKU timeStamping
    QByteArray sha256;           ///< fingerprint, 32 bytes

    bool operator==(const Certificate &other) const { return der == other.der; }
};

} // namespace bidseal
