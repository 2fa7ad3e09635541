#include "tests/support/Corpus.h"

#include <QDir>
#include <QFile>

namespace bidseal::test {

QString corpusFolder()
{
    QString folder = qEnvironmentVariable("BIDSEAL_CORPUS");
    if (folder.isEmpty())
        folder = QStringLiteral(BIDSEAL_SOURCE_DIR "/../shared/corpus");
    return QFile::exists(folder + QStringLiteral("/manifest.tsv")) ? QDir(folder).absolutePath() : QString();
}

std::vector<CorpusRow> corpusRows(const QString &group)
{
    std::vector<CorpusRow> rows;
    QFile manifest(corpusFolder() + QStringLiteral("/manifest.tsv"));
    if (corpusFolder().isEmpty() || !manifest.open(QIODevice::ReadOnly))
        return rows;
    const QStringList header = QString::fromUtf8(manifest.readLine()).trimmed().split(u'\t');
    while (!manifest.atEnd()) {
        const QStringList cells = QString::fromUtf8(manifest.readLine()).split(u'\t');
        const auto cell = [&](const QString &name) { return cells.value(header.indexOf(name)); };
        if (cell(QStringLiteral("group")) != group)
            continue;
        rows.push_back({corpusFolder() + u'/' + cell(QStringLiteral("file")), group, cell(QStringLiteral("password")),
                        cell(QStringLiteral("pages")), cell(QStringLiteral("page_size_pt")),
                        cell(QStringLiteral("note")), cell(QStringLiteral("verifiers_seen"))});
    }
    return rows;
}

QStringList corpusFiles(const QString &group)
{
    QStringList paths;
    const QDir folder(corpusFolder() + u'/' + group);
    if (corpusFolder().isEmpty())
        return paths;
    for (const QString &name : folder.entryList({QStringLiteral("*.pdf")}, QDir::Files, QDir::Name))
        paths.append(folder.filePath(name));
    return paths;
}

} // namespace bidseal::test
