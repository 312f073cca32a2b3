"""Quản trị → Máy trạm → Khóa dữ liệu: what keeps this machine's data closed, and who else could open it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.facts import Duty
from counter_app.errors import Code, CounterError
from counter_app.services.key_escrow import KeyState
from counter_app.store.escrow import checked_recipient, fingerprint_of
from counter_app.store.keys import Wrapping
from ui import messages, theme
from ui.components.announcement import announce
from ui.components.banner import Notice
from ui.components.field import Field
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.context import DeskContext

_NOTICE = "machine-key"


class KeyBox(QWidget):
    """``name_asked``: keep what is typed as the escrow key of the office; nothing typed names nobody."""

    name_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept = Label("", wrap=True)
        self.sealed = Label("", wrap=True)
        self.changed = Label("", "base", theme.Weight.MEDIUM, wrap=True)
        self._by_province = False
        self.recipient = Field(self.tr("Khóa ký gửi của tỉnh (dòng bắt đầu bằng age1)"))
        self.recipient.line.setPlaceholderText("age1…")
        self.fingerprint = Label("", "small", color="text_muted", wrap=True)
        self.button = KeyButton(self.tr("Ghi khóa ký gửi"), icon="key")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(self.tr("Khóa dữ liệu"), "strong", theme.Weight.SEMIBOLD))
        for part in (self.kept, self.sealed, self.changed, self.recipient, self.fingerprint):
            column.addWidget(part)
        column.addLayout(row)
        self.button.clicked.connect(self.name_asked)
        self.recipient.edited.connect(lambda _: self._compare())

    def present(self, state: KeyState, *, may: bool) -> None:
        """Say how the key is kept; only who ``may`` names another escrow key, nobody where the province signed it."""
        self.kept.setText(self._kept_words(state))
        self.sealed.setText(self._sealed_words(state))
        self.sealed.set_color("text" if state.sealed_at else "warning")
        self.changed.setText(self._changed_words(state))
        self.changed.setVisible(state.changed is not None)
        self._by_province = state.by_province
        if state.by_province or not self.recipient.line.isModified():
            self.recipient.set_text(state.named)
            self._compare()
        for part in (self.recipient.line, self.button):
            part.setEnabled(may and not state.by_province)
        self.button.setVisible(not state.by_province)

    def typed(self) -> str | None:
        """The recipient in the field, empty for nobody; None, with the field marked, where it is none."""
        text = self.recipient.text.strip()
        try:
            return checked_recipient(text) if text else ""
        except CounterError:
            self.recipient.set_verdict(problem=messages.message_for(Code.ESCROW_KEY_INVALID).title)
            self.recipient.line.setFocus()
            return None

    def _compare(self) -> None:
        """Show the fingerprint of what is typed, to be compared by telephone."""
        try:
            mark = fingerprint_of(checked_recipient(self.recipient.text))
        except CounterError:
            mark = ""
        self.recipient.set_verdict(right=bool(mark))
        if self._by_province:
            said = self.tr("Dấu vân tay: {mark}. Khóa này do tỉnh đặt và ký; máy tự nhận, không cần gõ hay sửa.")
            self.fingerprint.setText(said.format(mark=mark))
            return
        told = self.tr("Dấu vân tay: {mark}. Gọi cho tỉnh, đọc và so từng nhóm trước khi ghi.").format(mark=mark)
        if mark and self.recipient.line.hasFocus():
            announce(self, told)
        self.fingerprint.setText(told if mark else self.tr("Tỉnh gửi dòng này bằng văn bản, kèm dấu vân tay để so."))

    def _kept_words(self, state: KeyState) -> str:
        if state.wrapping is Wrapping.KEYRING:
            return self.tr("Khóa của máy này nằm trong kho khóa của hệ thống.")
        return self.tr(
            "Khóa của máy này nằm trong tệp riêng trên chính ổ đĩa: ai lấy được cả ổ đĩa thì mở được. "
            "Nên bật mã hóa toàn ổ đĩa."
        )

    def _sealed_words(self, state: KeyState) -> str:
        if state.sealed_at is not None:
            told = self.tr("Bản ký gửi cho tỉnh: đã có, từ {when}. Máy hỏng thì tỉnh vẫn mở được dữ liệu.")
            return told.format(when=times.day_and_clock(state.sealed_at))
        if state.named:
            return self.tr("Bản ký gửi cho tỉnh: máy này đang ký gửi, chưa xong.")
        return self.tr("Bản ký gửi cho tỉnh: chưa có. Nếu mất khóa của máy này thì không ai mở được dữ liệu.")

    def _changed_words(self, state: KeyState) -> str:
        if state.changed is None:
            return ""
        told = self.tr("Khóa ký gửi đã đổi lúc {when}, từ {before} sang {now}. Gọi cho tỉnh để so nếu chưa ai so.")
        changed = state.changed
        return told.format(when=times.day_and_clock(changed.at), before=changed.before, now=changed.now)


class KeyController(QObject):
    """Reads how the key is kept, and names the office's escrow key."""

    def __init__(self, context: DeskContext, box: KeyBox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.box = context, box
        box.name_asked.connect(self.name)

    def refresh(self) -> None:
        """Read the state, and whether the officer may change it."""
        services, me = self._context.services, self._context.officer

        def read() -> tuple[KeyState, bool]:
            known = next((one for one in services.officers.all() if one.id == me.id), me)
            return services.key_escrow.state(), known.may(Duty.ADMINISTRATION)

        def show(found: tuple[KeyState, bool]) -> None:
            self.box.present(found[0], may=found[1])

        self._context.tasks.read(read, show, self._refused, owner=self, topic="machine-key")

    def name(self) -> None:
        """Name what is typed as the escrow key of the office."""
        typed, me = self.box.typed(), self._context.officer.id
        if typed is None:
            return
        service = self._context.services.key_escrow

        def done(mark: str) -> None:
            self.box.recipient.line.setModified(False)
            told = (
                self.tr("Đã ghi khóa ký gửi {mark}. Mỗi máy của văn phòng tự ký gửi khóa của mình.").format(mark=mark)
                if mark
                else self.tr("Từ nay không máy nào ký gửi khóa cho ai.")
            )
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))
            self.refresh()

        self._context.tasks.run(lambda: service.name(typed, me), done, self._refused, owner=self)

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)
