#pragma once

#include "core/crypto/CmsBuilder.h"
#include "core/model/Certificate.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <vector>

namespace bidseal::test {

/** The invented certificates of make_pki.sh. */
enum class PkiName {
    RootCa,
    IssuingCa,
    EnterpriseRsa,
    EnterpriseEc,
    EnterpriseSm2,
    Company2Rsa,
    Personal,
    Expired,
    NotYetValid,
    EncryptionOnly,
    Tsa,
    OtherRoot,
    OtherLeaf,
};

/** Made once for each test process, in a temporary folder that goes with it. Ends the process when openssl fails. */
class TestPki
{
public:
    static const TestPki &instance();

    [[nodiscard]] QString directory() const;
    [[nodiscard]] QString pemPath(PkiName name) const;
    [[nodiscard]] QString derPath(PkiName name) const;
    [[nodiscard]] QString keyPath(PkiName name) const;   ///< PKCS#8 PEM without a password
    [[nodiscard]] QString pkcs8Path(PkiName name) const; ///< PKCS#8 DER
    [[nodiscard]] QString chainPath() const;             ///< PEM: issuing CA and root

    [[nodiscard]] QByteArray der(PkiName name) const;
    [[nodiscard]] QByteArray pkcs8(PkiName name) const;
    [[nodiscard]] Certificate certificate(PkiName name) const;
    [[nodiscard]] std::vector<Certificate> chain() const; ///< issuing CA and root

    /** Signs as a token would. ECDSA comes as DER. */
    [[nodiscard]] QByteArray sign(PkiName name, const CmsToBeSigned &request) const;
    /** The same, over bytes instead of ready-made attributes. SM2 keys sign with SM3 and the standard id. */
    [[nodiscard]] QByteArray signBytes(PkiName name, const QByteArray &bytes, DigestAlgorithm digest,
                                       SignatureScheme scheme) const;

private:
    TestPki();

    QTemporaryDir m_directory;
};

/** What a program said. */
struct ToolOutcome
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

/** Runs a program to its end (at most a minute), in the C.UTF-8 locale. */
ToolOutcome runTool(const QString &program, const QStringList &arguments, const QString &workingDirectory = {});

/** All bytes of a file; ends the test process when it cannot be read. */
QByteArray readFile(const QString &path);
/** Writes a file; ends the test process when it cannot be written. */
void writeFile(const QString &path, const QByteArray &bytes);

} // namespace bidseal::test
