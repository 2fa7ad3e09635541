#include "core/common/Error.h"

#include <QSet>
#include <QTest>

using namespace bidseal;

class tst_Error : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasItsOwnName();
};

void tst_Error::everyCodeHasItsOwnName()
{
    QSet<QString> names;
    const int last = static_cast<int>(ErrorCode::InternalError);
    for (int code = 0; code <= last; ++code) {
        const QString name = errorCodeName(static_cast<ErrorCode>(code));
        QVERIFY2(!name.isEmpty() && name == name.toLower() && !name.contains(u' '), qPrintable(name));
        names.insert(name);
    }
    QCOMPARE(names.size(), last + 1);
}

QTEST_GUILESS_MAIN(tst_Error)
#include "tst_Error.moc"
