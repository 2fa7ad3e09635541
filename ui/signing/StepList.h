#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace bidseal {

/** One step of signing as shown. */
struct StepRow
{
    enum class State { Waiting, Running, Done, Trouble };
    QString title;
    QString detail;
    State state = State::Waiting;
};

/** Steps below each other, tied by a line, each with icon, words and time. */
class StepList : public QWidget
{
    Q_OBJECT
public:
    explicit StepList(QWidget *parent = nullptr);

    void setRows(std::vector<StepRow> rows);
    [[nodiscard]] const std::vector<StepRow> &rows() const { return m_rows; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<StepRow> m_rows;
};

} // namespace bidseal
