#pragma once

#include "core/signing/SigningJob.h"
#include "ui/common/UiServices.h"

#include <QWidget>

#include <memory>

namespace bidseal {

class DocumentPane;
class PlacementModel;

/**
 * The page on which a bid is sealed and signed: document, palette, foot with certificate and 【确认签署】; while
 * signing and afterwards the result. Placements are kept at once as a draft.
 */
class SigningPage : public QWidget
{
    Q_OBJECT
public:
    explicit SigningPage(const UiServices &services, QWidget *parent = nullptr);
    ~SigningPage() override;

    /** Shows another file; the placements of the one before are kept in its draft. */
    void openDocument(const std::shared_ptr<PdfDocument> &document);
    [[nodiscard]] DocumentPane *pane() const;
    [[nodiscard]] PlacementModel *placements() const;
    /** True while the token may be at work: the window must not close without asking. */
    [[nodiscard]] bool isSigning() const;
    enum class Stage { Placing, Signing, Waiting, Finished, Failed };
    /** What the page shows: the document, or how signing goes and went. */
    [[nodiscard]] Stage stage() const;

Q_SIGNALS:
    void requestValidation(const QString &path);
    void documentSigned(const bidseal::SigningResult &result);
    void closeRequested();
    void stageChanged();
    /** The file changed on disk and shall be opened anew. */
    void reopenRequested(const QString &path);
    /** For the status bar: 草稿已保存 14:26. */
    void statusMessage(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal
