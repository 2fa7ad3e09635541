#pragma once

#include "app/cli/Command.h"
#include "core/common/Error.h"

#include <QJsonValue>

namespace bidseal::cli {

/** What goes to standard output and standard error, in UTF-8. With --json standard output gets one JSON value and
 * nothing else. */
class CliOutput
{
public:
    explicit CliOutput(bool isJson)
        : m_isJson(isJson)
    {
    }

    [[nodiscard]] bool isJson() const { return m_isJson; }

    /** A line for people; silent with --json. */
    void line(const QString &text) const;
    void json(const QJsonValue &value) const;
    /** What happened, whether anything was signed, what to do next, the code. `subject` is the file or token it is
     * about. */
    void error(const Error &error, const QString &subject = {}) const;
    /** A sentence about wrong usage, with where help is. */
    ExitCode usage(const QString &sentence) const;

private:
    bool m_isJson;
};

/** The exit code that a failure ends with. */
ExitCode exitCodeFor(ErrorCode code);

/** {"code": …, "text": …, "signed": …, "next": …} */
QJsonObject errorToJson(const Error &error);

} // namespace bidseal::cli
