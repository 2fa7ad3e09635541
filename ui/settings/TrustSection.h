#pragma once

#include "core/model/Certificate.h"
#include "ui/settings/SettingsPorts.h"
#include "ui/settings/SettingsSection.h"

class QPushButton;
class QTableWidget;

namespace bidseal {

class ErrorBar;

/** The user's trust anchors: files and folders, each with the certificates found in it. Nothing is trusted that is not
 * here. */
class TrustSection : public SettingsSection
{
    Q_OBJECT
public:
    explicit TrustSection(Settings *settings, QWidget *parent = nullptr);

    [[nodiscard]] int anchorCount() const;

protected:
    void retranslateUi() override;

private:
    struct Source
    {
        QString path;
        Result<std::vector<Certificate>> anchors;
    };

    void reload();
    void fill(const std::vector<Source> &sources);
    void addRow(const QString &path, const QString &subject, const QString &fingerprint, const QString &end);
    void addFiles();
    void addFolder();
    void addPaths(const QStringList &paths);
    void removeSelected();

    Settings *m_settings;
    quint64 m_turn = 0;
    int m_anchors = 0;
    ErrorBar *m_errorBar = nullptr;
    QTableWidget *m_table = nullptr;
    QPushButton *m_addFile = nullptr;
    QPushButton *m_addFolder = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace bidseal
