#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace bidseal::test {

/** What bidseal-cli answered. */
struct CliAnswer
{
    int exitCode = -1; ///< -1 when it crashed or did not end within a minute
    QByteArray out;
    QByteArray errors;

    [[nodiscard]] QJsonObject json() const;
};

/** Runs bidseal-cli of this build. `environment` holds NAME=value pairs; `input` goes to its standard input. */
CliAnswer runCli(const QStringList &arguments, const QStringList &environment = {}, const QByteArray &input = {});

} // namespace bidseal::test
