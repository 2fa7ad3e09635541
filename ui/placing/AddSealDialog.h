#pragma once

#include "core/model/Seal.h"
#include "core/pdf/SealPicture.h"
#include "ui/placing/DialogFrame.h"

#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPushButton;

namespace bidseal {

class FormField;
class SealPreview;

/**
 * Makes a seal of this PC from a picture, or changes one: picture, name, kind, true width. The picture is read in the
 * background; what is wrong stands beside its field.
 */
class AddSealDialog : public DialogFrame
{
    Q_OBJECT
public:
    explicit AddSealDialog(QWidget *parent = nullptr);
    /** To change `seal`; its id stays. */
    AddSealDialog(const Seal &seal, QWidget *parent);

    /** As the button 选择图片… does with the person's answer. */
    void loadPicture(const QString &path);

Q_SIGNALS:
    void sealReady(const bidseal::Seal &seal);

private:
    void build();
    QWidget *buildFields();
    void buildFoot();
    void fillFrom(const Seal &seal);
    void choosePicture();
    void readPicture();
    void showPicture(const Result<SealPicture> &picture);
    void kindChanged();
    void sizeChanged();
    [[nodiscard]] SealKind kind() const;
    [[nodiscard]] SizeF sizeMm() const;
    void submit();

    Seal m_seal;
    bool m_isNew = true;
    QString m_path;
    std::optional<SealPicture> m_picture;
    int m_reading = 0; ///< number of the latest read; earlier answers are dropped
    bool m_nameTyped = false;

    SealPreview *m_preview;
    QPushButton *m_choose;
    FormField *m_pictureField;
    QCheckBox *m_transparent;
    QLineEdit *m_name;
    FormField *m_nameField;
    QComboBox *m_kind;
    FormField *m_kindField;
    QDoubleSpinBox *m_width;
    FormField *m_widthField;
};

} // namespace bidseal
