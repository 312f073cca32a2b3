"""F1: every key of the desk on one sheet over the window; any key puts it away."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui import theme
from ui.components.key_cap import KeyCap
from ui.components.label import Label
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll

_WIDTH = 960
_STEP = 60


class KeysOverlay(QWidget):
    """The sheet."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Các phím tắt"))
        self._before: QWidget | None = None
        self._sheet = sheet = Surface("surface")
        grid = QGridLayout(sheet)
        grid.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(24))
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(12))
        title = Label(self.tr("Phím tắt ở quầy"), "title", theme.Weight.SEMIBOLD)
        grid.addWidget(title, 0, 0, 1, 4)
        rows = self._rows()
        half = (len(rows) + 1) // 2
        for place, (key, what) in enumerate(rows):
            row, column = 1 + place % half, 2 * (place // half)
            grid.addWidget(KeyCap(key), row, column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(Label(what, wrap=True), row, column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        hint = Label(self.tr("Bấm phím bất kỳ để đóng."), "small", color="text_muted")
        grid.addWidget(hint, 1 + half, 0, 1, 4)
        self._scroll = VerticalScroll(sheet)
        sheet.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.addWidget(self._scroll)
        self.hide()

    def open(self) -> None:
        """Cover the window."""
        host = self._host
        self._before = host.focusWidget()
        self._cover(host)
        host.installEventFilter(self)
        self.show()
        self.raise_()
        self.setFocus()

    def close_sheet(self) -> None:
        """Put the sheet away and the focus back."""
        self._host.removeEventFilter(self)
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._cover(watched)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key closes, but those that show what is further down."""
        bar, page = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        steps = {Qt.Key.Key_Down: _STEP, Qt.Key.Key_Up: -_STEP, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        step = steps.get(Qt.Key(event.key()), 0)
        if step and bar.maximum() > 0:
            bar.setValue(bar.value() + step)
        else:
            self.close_sheet()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """So does a click."""
        self.close_sheet()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window behind."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(11, 31, 51, 140))
            painter.setPen(theme.color("line_strong"))
            painter.setBrush(theme.color("surface"))
            painter.drawRect(QRectF(self._scroll.geometry()).adjusted(-1, -1, 0, 0))

    def _cover(self, host: QWidget) -> None:
        self.setGeometry(host.rect())
        width = min(theme.px(_WIDTH), host.width() - theme.px(32))
        needed = self._sheet.heightForWidth(width - theme.px(16))
        self._sheet.setMinimumHeight(needed)  # its own guess is for narrower columns, with more lines
        wanted = needed + theme.px(8)
        height = min(wanted, host.height() - theme.px(32))
        side, top = (host.width() - width) // 2, (host.height() - height) // 2
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(side, top, side, top)

    def _rows(self) -> tuple[tuple[str, str], ...]:
        return (
            ("F2", self.tr("Gọi số tiếp theo")),
            ("Enter", self.tr("Bắt đầu phục vụ khi người dân đến quầy")),
            ("F3", self.tr("Gọi lại số đang gọi")),
            ("F4", self.tr("Kết thúc lượt, mời đánh giá")),
            ("F5", self.tr("Vắng mặt")),
            ("F6", self.tr("Chuyển sang lĩnh vực hoặc quầy khác")),
            ("F7", self.tr("Đọc thẻ căn cước")),
            ("F8", self.tr("Mở mục ít dùng: ủy quyền, nhiều người, bưu chính")),
            ("F9", self.tr("Mở hoặc đóng khung bên phải")),
            ("F10", self.tr("Việc khác: tạm gác, thêm việc, hủy số, in lại phiếu")),
            ("F11", self.tr("Mở quầy, nghỉ, làm việc nội bộ, đóng quầy")),
            ("Ctrl+G", self.tr("Gọi số đang giữ ở quầy này")),
            ("Ctrl+Shift+H", self.tr("Cần hỗ trợ gấp, hoặc đã ổn")),
            ("Ctrl+Shift+A", self.tr("Tôi đến hỗ trợ quầy đang gọi")),
            ("Ctrl+K", self.tr("Tìm nhanh hồ sơ, thủ tục, trang")),
            ("Ctrl+L", self.tr("Khóa màn hình khi rời chỗ")),
            ("Ctrl+U", self.tr("Tài khoản của tôi: đổi mật khẩu, rời quầy")),
            ("Ctrl+O", self.tr("Mở hồ sơ đang chọn, hồ sơ cũ của người này")),
            ("Ctrl+N", self.tr("Hồ sơ mới")),
            ("Ctrl+Shift+N", self.tr("Thêm hồ sơ cho người vừa tiếp nhận")),
            ("Ctrl+B", self.tr("Yêu cầu bổ sung (mẫu 02)")),
            ("Ctrl+T", self.tr("Từ chối tiếp nhận (mẫu 03)")),
            ("Ctrl+D", self.tr("Quét giấy tờ vào dòng đang chọn")),
            ("F12", self.tr("Xem và sửa các trang đã quét")),
            ("Ctrl+P", self.tr("Xem trước, hoặc in lại giấy hẹn")),
            ("Ctrl+Enter", self.tr("Việc chính của trang")),
            ("Ctrl+1…6", self.tr("Mở trang Tiếp nhận, Hồ sơ, Xử lý, Trả kết quả, Quản trị, Điều hành")),
            ("Ctrl+7", self.tr("Cần xem lại: việc hai máy ghi trái nhau")),
            ("Ctrl+8", self.tr("Đồng bộ: gửi lên tỉnh, thẻ nhớ")),
            ("Ctrl+PgDn", self.tr("Quản trị: mục kế tiếp; Ctrl+PgUp: mục trước")),
            ("F1", self.tr("Bảng phím này")),
        )
