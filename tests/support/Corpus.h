#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace bidseal::test {

/** One row of the corpus' manifest, as far as reading documents needs it. */
struct CorpusRow
{
    QString path; ///< absolute
    QString group;
    QString password;
    QString pages;    ///< as written, may be empty
    QString pageSize; ///< of page 1, as written
    QString note;
    QString othersSay; ///< what other programs did with the file
};

/** Folder of the corpus of real files: BIDSEAL_CORPUS, or beside the checkout; empty when there is none. */
QString corpusFolder();

/** Rows of a group ("documents"); empty when there is no corpus. */
std::vector<CorpusRow> corpusRows(const QString &group);

/** Absolute paths of all PDFs of a folder of the corpus. */
QStringList corpusFiles(const QString &group);

} // namespace bidseal::test
