#include "core/messages/Messages.h"

#include <QCoreApplication>

namespace bidseal {

QString sealKindText(SealKind kind)
{
    switch (kind) {
    case SealKind::Company:
        return QCoreApplication::translate("SealKind", "Company seal");
    case SealKind::Contract:
        return QCoreApplication::translate("SealKind", "Contract seal");
    case SealKind::Finance:
        return QCoreApplication::translate("SealKind", "Finance seal");
    case SealKind::LegalRepresentative:
        return QCoreApplication::translate("SealKind", "Legal representative seal");
    case SealKind::Department:
        return QCoreApplication::translate("SealKind", "Department seal");
    case SealKind::Personal:
        break;
    }
    return QCoreApplication::translate("SealKind", "Personal seal");
}

QString dateFormatText(DateFormat format)
{
    // A date in its own script says more than a name; the example is the same in every language.
    DateStamp example;
    example.date = QDate(2026, 11, 23);
    example.format = format;
    return dateStampText(example);
}

QString unusableReasonText(UnusableReason reason, const Certificate &certificate)
{
    const auto day = [](const QDateTime &time) { return time.toLocalTime().date().toString(Qt::ISODate); };
    switch (reason) {
    case UnusableReason::None:
        return {};
    case UnusableReason::Unreadable:
        return QCoreApplication::translate("UnusableReason", "The certificate cannot be read");
    case UnusableReason::NoPrivateKey:
        return QCoreApplication::translate("UnusableReason", "Its private key is not on the UKey");
    case UnusableReason::NotYetValid:
        return QCoreApplication::translate("UnusableReason", "Not valid before %1").arg(day(certificate.notBefore));
    case UnusableReason::Expired:
        return QCoreApplication::translate("UnusableReason", "Expired on %1").arg(day(certificate.notAfter));
    case UnusableReason::NotForSigning:
        return QCoreApplication::translate("UnusableReason", "Not meant for signing");
    case UnusableReason::AlgorithmUnsupported:
        break;
    }
    return QCoreApplication::translate("UnusableReason", "The key or its algorithm is not supported (%1)")
        .arg(certificate.curve.isEmpty() ? QString::number(certificate.keyBits) : certificate.curve);
}

} // namespace bidseal
