#include "ui/common/FormField.h"

#include "ui/common/SecretEdit.h"
#include "ui/common/Widgets.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace bidseal {

FormField::FormField(QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_label(makeLabel("dense", "2"))
    , m_icon(new QLabel)
    , m_foot(makeLabel("caption", "3", true))
{
    m_label->setBuddy(editor);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(4);
    foot->addWidget(m_icon, 0, Qt::AlignTop);
    foot->addWidget(m_foot, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    column->addWidget(m_label);
    column->addWidget(editor);
    column->addLayout(foot);
    showFoot();
}

void FormField::setLabel(const QString &text)
{
    m_label->setText(text);
    m_editor->setAccessibleName(text);
}

void FormField::setHint(const QString &text)
{
    m_hint = text;
    showFoot();
}

void FormField::setError(const QString &sentence)
{
    m_error = sentence;
    setLook(m_editor, "error", !sentence.isEmpty());
    if (auto *secret = qobject_cast<SecretEdit *>(m_editor))
        secret->setError(!sentence.isEmpty());
    m_editor->setAccessibleDescription(sentence);
    showFoot();
}

void FormField::showFoot()
{
    const bool bad = hasError();
    m_foot->setText(bad ? m_error : m_hint);
    setLook(m_foot, "tone", bad ? QStringLiteral("bad") : QStringLiteral("3"));
    m_icon->setPixmap(themePixmap(QStringLiteral("circle-x"), 16, Token::Bad, devicePixelRatioF()));
    m_icon->setVisible(bad);
    m_foot->setVisible(!m_foot->text().isEmpty());
}

} // namespace bidseal
