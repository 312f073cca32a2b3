"""Sentences about printers, keypads, readers and scanners that the first versions did not know."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

DEVICES: dict[Code, tuple[object, object]] = {
    Code.DEVICE_DENIED: (
        QT_TRANSLATE_NOOP("Messages", "Máy tính chưa cho phép dùng {device}."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nhờ người quản trị máy cấp quyền cho tài khoản này (nhóm dialout, lp, scanner), rồi đăng nhập lại.",
        ),
    ),
}
