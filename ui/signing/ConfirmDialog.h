#pragma once

#include "core/model/DocumentFacts.h"
#include "core/model/Placement.h"
#include "core/signing/Fingerprint.h"
#include "core/signing/SigningJob.h"
#include "ui/placing/DialogFrame.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace bidseal {

class AppearanceCache;
class InfoBar;
struct StampCount;

/** What the person is asked to agree to. */
struct ConfirmQuestion
{
    QString inputPath;
    DocumentFacts facts;
    Fingerprint fingerprint;
    std::vector<Placement> placements;
    SigningIdentity identity;
    bool timestampConfigured = false;
    QString outputPath;
};

/** What he agreed to. */
struct ConfirmAnswer
{
    QString outputPath;
    bool overwriteOutput = false;
    SignatureLevel level = SignatureLevel::BT;
};

/**
 * The last look before signing: in whose name, which seals on which pages, which file, which certificate, where the
 * result goes. Nothing is signed without its button.
 */
class ConfirmDialog : public DialogFrame
{
    Q_OBJECT
public:
    ConfirmDialog(const ConfirmQuestion &question, AppearanceCache &appearances, QWidget *parent = nullptr);

    /** As 更改… does with the person's answer. */
    void setOutputPath(const QString &path);

Q_SIGNALS:
    void confirmed(const bidseal::ConfirmAnswer &answer);
    /** 查看位置: the dialog closes and these shall be shown. */
    void showRequested(const std::vector<QUuid> &placements);

private:
    void build();
    QWidget *buildIdentity();
    QWidget *buildSeals();
    QWidget *buildSealRow(const StampCount &count);
    QWidget *buildFile();
    QWidget *buildCertificate();
    QWidget *buildOptions();
    void buildFoot();
    void chooseOutput();
    void updateState();
    void submit();
    [[nodiscard]] QString foreignOwner() const;

    ConfirmQuestion m_question;
    AppearanceCache &m_appearances;
    QString m_outputPath;
    InfoBar *m_mismatch;
    QCheckBox *m_timestamp;
    QLabel *m_level;
    QLabel *m_output;
    InfoBar *m_outputBar;
    QCheckBox *m_overwrite;
    QPushButton *m_back;
    QPushButton *m_confirm;
};

} // namespace bidseal
