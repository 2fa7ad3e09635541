#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace bidseal::test {

/** What a program of the system said. */
struct Spoken
{
    int exitCode = -1;
    QString text; ///< stdout and stderr
};

bool isInstalled(const QString &program);
/** Runs a program to its end, at most a minute. */
Spoken run(const QString &program, const QStringList &arguments);

/** What other makers' tools say of a signed PDF; each is empty when all is well, otherwise what is wrong. */
QString judgedByPdfsig(const QString &file, int signatureFields, const QString &password = {});
/** `earlier` of the fields belong to signatures of earlier revisions: those count as edited later. */
QString judgedByMutool(const QString &file, int signatureFields, const QString &password = {}, int earlier = 0);
QString judgedByQpdf(const QString &file, const QString &password = {});

/** A detached CMS over `data` with a key and a certificate made for this run, by the openssl program. */
QByteArray cmsByOpenssl(const QByteArray &data);

} // namespace bidseal::test
