#pragma once

#include "core/signing/LocalData.h"
#include "core/signing/Signer.h"

#include <QObject>

#include <optional>
#include <vector>

namespace bidseal {

/** One line of the certificate picker. */
struct CertificateEntry
{
    enum class Kind { Identity, Problem, Note };
    Kind kind = Kind::Note;
    QString identityId; ///< of an identity
    QString text;
    QString detail; ///< reason or remedy; may be empty
    bool usable = false;
};

/**
 * What the certificate picker shows: all certificates of all tokens, usable ones first, the others with their reason,
 * then troubles of drivers. Remembers the certificate used last. No widget.
 */
class CertificateList : public QObject
{
    Q_OBJECT
public:
    /** Both outlive it. */
    CertificateList(SignerProvider &provider, Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<CertificateEntry> &entries() const { return m_entries; }
    /** The chosen usable identity with its present facts; nothing while there is none. */
    [[nodiscard]] std::optional<SigningIdentity> current() const;
    [[nodiscard]] QString currentId() const { return m_currentId; }
    /** Ignored for identities that cannot be used. Kept in the settings. */
    void choose(const QString &identityId);
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void rebuild();
    void keepChoice(const std::vector<SigningIdentity> &identities);

    SignerProvider &m_provider;
    Settings &m_settings;
    std::vector<CertificateEntry> m_entries;
    QString m_currentId;
};

/** "UKey：示例科技有限公司（至 2027-05-18）". */
QString identityText(const SigningIdentity &identity);
/** Last four characters of the token's serial number. */
QString serialTail(const SigningIdentity &identity);
/** The name a certificate is known by: common name, else organisation, else subject. */
QString ownerName(const Certificate &certificate);

} // namespace bidseal
