#include "ui/signing/OutputPath.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace bidseal {

QString suggestedOutputPath(const QString &inputPath)
{
    const QFileInfo input(inputPath);
    const QString suffix = QCoreApplication::translate("OutputPath", "_signed", "end of a signed file's name");
    const QString stem = input.completeBaseName() + suffix;
    QString path = input.dir().filePath(stem + QStringLiteral(".pdf"));
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = input.dir().filePath(QStringLiteral("%1 (%2).pdf").arg(stem).arg(number));
    return path;
}

bool isSameFile(const QString &a, const QString &b)
{
    const QFileInfo first(a);
    const QFileInfo second(b);
    if (first.exists() && second.exists())
        return first.canonicalFilePath() == second.canonicalFilePath();
    return QDir::cleanPath(first.absoluteFilePath()) == QDir::cleanPath(second.absoluteFilePath());
}

} // namespace bidseal
