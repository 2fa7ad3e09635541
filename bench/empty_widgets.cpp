// The rival of `bidseal --measure-start`: an empty main window, shown, painted once, gone.

#include <QApplication>
#include <QMainWindow>
#include <QTimer>

namespace {

class EmptyWindow final : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        if (!m_isPainted)
            QTimer::singleShot(0, this, [] { QApplication::exit(0); }); // when nothing is left to do
        m_isPainted = true;
    }

private:
    bool m_isPainted = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    EmptyWindow window;
    window.resize(1440, 870);
    window.show();
    return QApplication::exec();
}
