"""Quản trị → Cán bộ: whether an account may be used here, and what an administrator does about it."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.facts import Duty
from counter_app.services.sign_in import Account
from ui import theme
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.desk import times


class AccountPart(QWidget):
    """``bar_asked(str)`` with the reason, ``admit_asked()`` to let the account sign in again."""

    bar_asked = Signal(str)
    admit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = Label("", wrap=True)
        self.reason = Field(self.tr("Lý do khóa tài khoản"))
        self.bar_button = KeyButton(self.tr("Khóa tài khoản"), icon="ban", kind=Kind.DANGER)
        self.admit_button = KeyButton(self.tr("Mở lại tài khoản"), icon="lock-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.state)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.reason, 1)
        buttons = QVBoxLayout()
        buttons.addStretch(1)
        both = QHBoxLayout()
        both.addWidget(self.bar_button)
        both.addWidget(self.admit_button)
        buttons.addLayout(both)
        row.addLayout(buttons)
        row.addStretch(0)
        column.addLayout(row)
        self.bar_button.clicked.connect(self._bar)
        self.admit_button.clicked.connect(self.admit_asked)
        self.reason.edited.connect(lambda _: self.reason.set_verdict())

    def present(self, account: Account | None, *, may: bool) -> None:
        """Show an account; without the duty, and for a new officer, there is nothing to do about it."""
        self.setVisible(account is not None)
        if account is None:
            return
        self.reason.set_text("")
        self.reason.set_verdict()
        kept_out = account.officer.disabled or account.unused or bool(account.locked_until)
        self.state.setText(" ".join(self._said(account)))
        self.state.set_color("danger" if kept_out else "text_muted")
        self.admit_button.setVisible(kept_out)
        for part in (self.reason, self.bar_button):
            part.setVisible(not account.officer.disabled)
        for widget in (self.reason.line, self.bar_button, self.admit_button):
            widget.setEnabled(may)

    def _said(self, account: Account) -> list[str]:
        officer, said = account.officer, []
        if officer.disabled:
            return [self.tr("Tài khoản đã bị khóa.")]
        if account.unused:
            said.append(self.tr("Không dùng {days} ngày nên đã khóa.").format(days=account.unused_days))
        elif account.unused_days:
            said.append(self.tr("Dùng lần cuối cách đây {days} ngày.").format(days=account.unused_days))
        if account.locked_until:
            until = datetime.fromtimestamp(account.locked_until / 1000, UTC)
            told = self.tr("Nhập sai nhiều lần, tạm khóa ở máy này đến {time}.")
            said.append(told.format(time=times.clock(until)))
        if officer.temporary:
            said.append(self.tr("Mật khẩu do người quản trị đặt, phải đổi khi đăng nhập."))
        if officer.may(Duty.ADMINISTRATION):
            with_code, without = self.tr("Có mã trên điện thoại."), self.tr("Chưa có mã trên điện thoại.")
            said.append(with_code if officer.second else without)
        return said or [self.tr("Tài khoản đang dùng được.")]

    def _bar(self) -> None:
        if not self.reason.text.strip():
            self.reason.set_verdict(problem=self.tr("Ghi lý do khóa"))
            self.reason.line.setFocus()
            return
        self.bar_asked.emit(self.reason.text)
