#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace bidseal {

/** A card of the settings page: title, words, content. */
class SettingsSection : public QFrame
{
    Q_OBJECT
public:
    explicit SettingsSection(QWidget *parent = nullptr);

protected:
    void setTexts(const QString &title, const QString &text);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /** Called at the end of the constructor and when the language changes. */
    virtual void retranslateUi() = 0;
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QVBoxLayout *m_body = nullptr;
};

} // namespace bidseal
