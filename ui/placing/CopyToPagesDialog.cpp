#include "ui/placing/CopyToPagesDialog.h"

#include "core/messages/Messages.h"
#include "core/model/PageSet.h"
#include "ui/common/FormField.h"
#include "ui/common/Widgets.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace bidseal {

CopyToPagesDialog::CopyToPagesDialog(int pageCount, QWidget *parent)
    : DialogFrame(440, parent)
    , m_pageCount(pageCount)
    , m_choices(new QButtonGroup(this))
    , m_range(new QLineEdit)
    , m_field(new FormField(m_range))
{
    setObjectName(QStringLiteral("copyToPagesDialog"));
    setWindowTitle(tr("Copy to several pages"));
    build();
}

void CopyToPagesDialog::build()
{
    QLabel *lead = makeLabel(nullptr, "2", true);
    lead->setText(tr("The selected stamps are put at the same place of these pages:"));
    body()->addWidget(lead);
    const std::array<std::pair<Choice, QString>, 5> choices{{{All, tr("All pages")},
                                                             {Odd, tr("Odd pages")},
                                                             {Even, tr("Even pages")},
                                                             {Last, tr("The last page")},
                                                             {Range, tr("These pages")}}};
    for (const auto &[choice, words] : choices) {
        auto *button = new QRadioButton(words);
        button->setObjectName(QStringLiteral("copyChoice%1").arg(choice));
        m_choices->addButton(button, choice);
        body()->addWidget(button);
    }
    m_choices->button(All)->setChecked(true);
    m_range->setObjectName(QStringLiteral("copyRange"));
    m_field->setLabel(tr("Page numbers"));
    m_field->setHint(tr("For example 1-3,5. This file has %n pages.", nullptr, m_pageCount));
    m_field->setEnabled(false);
    body()->addWidget(m_field);
    connect(m_choices, &QButtonGroup::idToggled, this, [this] {
        const bool range = m_choices->checkedId() == Range;
        m_field->setEnabled(range);
        m_field->setError({});
        if (range)
            m_range->setFocus();
    });
    connect(m_range, &QLineEdit::textEdited, this, [this] { m_field->setError({}); });

    QPushButton *cancel = makeButton();
    cancel->setObjectName(QStringLiteral("copyCancel"));
    cancel->setText(tr("Cancel"));
    QPushButton *copy = makeButton("primary");
    copy->setObjectName(QStringLiteral("copyAccept"));
    copy->setText(tr("Copy"));
    copy->setDefault(true);
    foot()->addStretch();
    foot()->addWidget(cancel);
    foot()->addWidget(copy);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, &CopyToPagesDialog::submit);
}

QString CopyToPagesDialog::text() const
{
    switch (m_choices->checkedId()) {
    case All:
        return QStringLiteral("all");
    case Odd:
        return QStringLiteral("odd");
    case Even:
        return QStringLiteral("even");
    case Last:
        return QStringLiteral("last");
    default:
        return m_range->text().trimmed();
    }
}

void CopyToPagesDialog::submit()
{
    const Result<PageSet> set = PageSet::parse(text());
    const Result<std::vector<int>> pages =
        set ? set->resolve(m_pageCount) : Result<std::vector<int>>(fail(set.error()));
    if (!pages) {
        const bool missing = pages.error().code == ErrorCode::PageOutOfRange;
        m_field->setError(missing ? errorText(pages.error()).whatHappened : tr("Please write page numbers like 1-3,5"));
        fit();
        m_range->setFocus();
        return;
    }
    if (pages->empty()) {
        m_field->setError(tr("There is no such page in this file"));
        fit();
        return;
    }
    Q_EMIT chosen(*pages);
    accept();
}

} // namespace bidseal
