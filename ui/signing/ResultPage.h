#pragma once

#include "core/signing/SigningJob.h"

#include <QWidget>

#include <functional>
#include <map>

class QFrame;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace bidseal {

class ErrorBar;
class SealedPages;
class StepList;
enum class Tone;

/**
 * Signing as it runs and how it ended: steps with their times, the verdict of our own validator on the written file,
 * the sealed pages as pictures, or what went wrong and whether anything was signed.
 */
class ResultPage : public QWidget
{
    Q_OBJECT
public:
    explicit ResultPage(QWidget *parent = nullptr);

    void showWorking(const SigningRequest &request);
    void showStep(SigningStep step, const QDateTime &at);
    void showProgress(qint64 doneBytes, qint64 totalBytes);
    /** 取消, or 正在完成，不能取消. */
    void setCanCancel(bool canCancel);
    void showResult(const SigningResult &result);
    void showFailure(const Error &error);
    void showWaiting(const Error &error);

Q_SIGNALS:
    void cancelRequested();
    void backRequested();
    void retryTimestampRequested();
    void signAgainRequested(bidseal::SignatureLevel level);
    void openRequested(const QString &path);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void exportReport(const SigningResult &result);
    void build();
    QWidget *buildBanner();
    QWidget *buildPagesCard();
    QWidget *buildResultCard();
    QWidget *buildStepsCard();
    void showBanner(Tone tone, const QString &icon, const QString &title, const QString &text);
    QPushButton *addBannerButton(const QString &name, const QString &text, const char *look = nullptr);
    void clearBannerButtons();
    void showSteps(bool trouble = false);
    void fillResult(const SigningResult &result);
    void addResultRow(const QString &caption, const QString &value, bool mono, QWidget *action = nullptr);
    void showOutcomeCards(bool visible);
    [[nodiscard]] QString stepTitle(SigningStep step) const;

    SigningRequest m_request;
    std::function<void()> m_showAgain; ///< how it ended, in another language
    bool m_canCancel = true;
    QString m_timestampAuthority;
    std::map<SigningStep, QDateTime> m_done;
    QFrame *m_banner;
    QLabel *m_bannerIcon;
    QLabel *m_bannerTitle;
    QLabel *m_bannerText;
    QHBoxLayout *m_bannerButtons;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    ErrorBar *m_problem;
    QWidget *m_pagesCard;
    QLabel *m_pagesHead;
    QLabel *m_pagesTitle;
    QLabel *m_pagesProblem;
    SealedPages *m_pages;
    QWidget *m_resultCard;
    QLabel *m_resultHead;
    QGridLayout *m_rows;
    QLabel *m_stepsHead;
    QPushButton *m_export;
    StepList *m_steps;
    QWidget *m_filler;
};

} // namespace bidseal
