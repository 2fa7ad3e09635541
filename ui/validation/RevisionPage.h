#pragma once

#include "core/pdf/PdfDocument.h"
#include "ui/shell/ShellPage.h"

#include <QDateTime>

#include <memory>

namespace bidseal {

class DocumentPane;
class InfoBar;

/** The exact version of a file that a signature covered, for looking only. */
class RevisionPage : public ShellPage
{
    Q_OBJECT
public:
    RevisionPage(std::shared_ptr<PdfDocument> revision, QString fileName, QString signedAt, QWidget *parent = nullptr);

    [[nodiscard]] QString pageTitle() const override;
    [[nodiscard]] QString pageContext() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    QString m_fileName;
    QString m_signedAt;
    DocumentPane *m_pane = nullptr;
    InfoBar *m_bar = nullptr;
};

} // namespace bidseal
