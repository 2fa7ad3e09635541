#include "ui/placing/AddSealDialog.h"

#include "core/messages/Messages.h"
#include "ui/common/FileDialogs.h"
#include "ui/common/FormField.h"
#include "ui/common/Widgets.h"
#include "ui/placing/SealPreview.h"
#include "ui/theme/ThemeIcon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QUuid>
#include <QtConcurrentRun>

namespace bidseal {

namespace {

constexpr qint64 largestPicture = qint64(64) * 1024 * 1024;

Result<SealPicture> readSealPicture(const QString &path, bool whiteToTransparent)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString(), {.fileName = QFileInfo(path).fileName()});
    if (file.size() > largestPicture)
        return fail(ErrorCode::SealImageUnusable, QStringLiteral("the file is larger than 64 MB"),
                    {.fileName = QFileInfo(path).fileName(), .limit = largestPicture});
    return importSealPicture(file.readAll(), {.whiteToTransparent = whiteToTransparent});
}

} // namespace

AddSealDialog::AddSealDialog(QWidget *parent)
    : DialogFrame(640, parent)
    , m_preview(new SealPreview)
    , m_choose(makeButton())
    , m_pictureField(new FormField(m_choose))
    , m_transparent(new QCheckBox)
    , m_name(new QLineEdit)
    , m_nameField(new FormField(m_name))
    , m_kind(new QComboBox)
    , m_kindField(new FormField(m_kind))
    , m_width(new QDoubleSpinBox)
    , m_widthField(new FormField(m_width))
{
    setObjectName(QStringLiteral("addSealDialog"));
    build();
}

AddSealDialog::AddSealDialog(const Seal &seal, QWidget *parent)
    : AddSealDialog(parent)
{
    fillFrom(seal);
}

void AddSealDialog::build()
{
    setWindowTitle(tr("Add seal"));
    auto *row = new QHBoxLayout;
    row->setSpacing(20);
    row->addWidget(m_preview);
    row->addWidget(buildFields(), 1);
    body()->addLayout(row);
    m_preview->showWords(tr("Choose a PNG or JPEG picture of the seal"));
    buildFoot();
    connect(m_choose, &QPushButton::clicked, this, &AddSealDialog::choosePicture);
    connect(m_transparent, &QCheckBox::toggled, this, &AddSealDialog::readPicture);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AddSealDialog::kindChanged);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &AddSealDialog::sizeChanged);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_nameTyped = true;
        m_nameField->setError({});
    });
    kindChanged();
}

QWidget *AddSealDialog::buildFields()
{
    m_choose->setObjectName(QStringLiteral("sealChoosePicture"));
    m_choose->setIcon(themeIcon(QStringLiteral("image-plus")));
    m_choose->setText(tr("Choose picture…"));
    m_pictureField->setLabel(tr("Picture"));
    m_pictureField->setHint(tr("PNG or JPEG, at most 6000 × 6000 pixels"));
    m_transparent->setObjectName(QStringLiteral("sealTransparent"));
    m_transparent->setText(tr("Turn white into transparent"));
    m_transparent->setChecked(true);
    m_kind->setObjectName(QStringLiteral("sealKind"));
    for (const SealKind kind : {SealKind::Company, SealKind::Contract, SealKind::Finance, SealKind::LegalRepresentative,
                                SealKind::Department, SealKind::Personal})
        m_kind->addItem(sealKindText(kind), static_cast<int>(kind));
    m_kindField->setLabel(tr("Kind"));
    m_name->setObjectName(QStringLiteral("sealName"));
    m_name->setMaxLength(60);
    m_nameField->setLabel(tr("Name"));
    m_width->setObjectName(QStringLiteral("sealWidth"));
    m_width->setRange(3, 200);
    m_width->setDecimals(1);
    m_width->setSuffix(QStringLiteral(" mm"));
    m_widthField->setLabel(tr("True width"));

    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_pictureField);
    column->addWidget(m_transparent);
    column->addWidget(m_kindField);
    column->addWidget(m_nameField);
    column->addWidget(m_widthField);
    column->addStretch();
    return fields;
}

void AddSealDialog::buildFoot()
{
    QPushButton *cancel = makeButton();
    cancel->setObjectName(QStringLiteral("sealCancel"));
    cancel->setText(tr("Cancel"));
    QPushButton *save = makeButton("primary");
    save->setObjectName(QStringLiteral("sealSave"));
    save->setText(tr("Save seal"));
    save->setDefault(true);
    foot()->addStretch();
    foot()->addWidget(cancel);
    foot()->addWidget(save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &AddSealDialog::submit);
}

void AddSealDialog::fillFrom(const Seal &seal)
{
    setWindowTitle(tr("Edit seal"));
    m_seal = seal;
    m_isNew = false;
    m_nameTyped = true;
    const QSignalBlocker quiet(m_kind);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(seal.kind)));
    m_name->setText(seal.name);
    m_width->setValue(seal.sizeMm.width);
    const QImage image = QImage::fromData(seal.png, "PNG");
    m_picture = SealPicture{seal.png, image.width(), image.height()};
    m_transparent->setEnabled(false); // it is about a picture to be read, and none was chosen yet
    sizeChanged();
}

void AddSealDialog::choosePicture()
{
    const FileQuestion question{.kind = FileQuestion::Kind::OpenOne,
                                .title = tr("Choose the picture of the seal"),
                                .filter = tr("Pictures (*.png *.jpg *.jpeg)"),
                                .start = {}};
    FileDialogs::ask(this, question, [this](const QStringList &paths) {
        if (!paths.isEmpty())
            loadPicture(paths.front());
    });
}

void AddSealDialog::loadPicture(const QString &path)
{
    m_path = path;
    m_transparent->setEnabled(true);
    m_choose->setText(QFileInfo(path).fileName());
    readPicture();
}

void AddSealDialog::readPicture()
{
    if (m_path.isEmpty())
        return;
    const int number = ++m_reading;
    m_picture.reset();
    m_preview->showWords(tr("Reading the picture…"));
    QtConcurrent::run(readSealPicture, m_path, m_transparent->isChecked())
        .then(this, [this, number](const Result<SealPicture> &picture) {
            if (number == m_reading)
                showPicture(picture);
        });
}

void AddSealDialog::showPicture(const Result<SealPicture> &picture)
{
    if (!picture) {
        m_pictureField->setError(errorText(picture.error()).whatHappened);
        m_preview->showWords(tr("Choose a PNG or JPEG picture of the seal"));
        return;
    }
    m_pictureField->setError({});
    m_picture = *picture;
    sizeChanged();
}

void AddSealDialog::kindChanged()
{
    if (!m_nameTyped)
        m_name->setText(sealKindText(kind()));
    m_width->setValue(defaultSealSizeMm(kind()).width);
    sizeChanged();
}

void AddSealDialog::sizeChanged()
{
    const SizeF size = sizeMm();
    m_widthField->setHint(m_picture
                              ? tr("Height %1 mm, from the proportions of the picture").arg(size.height, 0, 'f', 1)
                              : tr("The height follows from the proportions of the picture"));
    if (m_picture)
        m_preview->showSeal(QImage::fromData(m_picture->png, "PNG"), size);
}

SealKind AddSealDialog::kind() const
{
    return static_cast<SealKind>(m_kind->currentData().toInt());
}

SizeF AddSealDialog::sizeMm() const
{
    const double ratio = m_picture && m_picture->width > 0 ? double(m_picture->height) / m_picture->width : 1;
    return {m_width->value(), m_width->value() * ratio};
}

void AddSealDialog::submit()
{
    const bool noName = m_name->text().trimmed().isEmpty();
    m_nameField->setError(noName ? tr("Please give the seal a name") : QString());
    if (!m_picture && !m_pictureField->hasError())
        m_pictureField->setError(tr("Please choose the picture of the seal"));
    if (!m_picture)
        m_choose->setFocus();
    else if (noName)
        m_name->setFocus();
    if (!m_picture || noName)
        return fit();
    Seal seal = m_seal;
    if (m_isNew)
        seal.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    seal.name = m_name->text().trimmed();
    seal.kind = kind();
    seal.sizeMm = sizeMm();
    seal.png = m_picture->png;
    Q_EMIT sealReady(seal);
    accept();
}

} // namespace bidseal
