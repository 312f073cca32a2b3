"""What the set-up says about a field that is not right yet."""

from PySide6.QtCore import QCoreApplication

from counter_app.errors import Code, CounterError
from ui.components.field import Field
from ui.messages import message
from ui.setup.answers import Wrong


def sentence(wrong: Wrong) -> str:
    """Return a few words that follow the field's name."""
    translate = QCoreApplication.translate
    words = {
        Wrong.EMPTY: translate("Setup", "chưa nhập"),
        Wrong.CODE: translate("Setup", "gồm chữ hoa, số và dấu chấm, ví dụ H99.17"),
        Wrong.DESK: translate("Setup", "Quầy này phải nằm trong số quầy ở trên"),
        Wrong.PIN: translate("Setup", "từ 8 chữ trở lên"),
        Wrong.PIN_GUESSED: translate("Setup", "quá dễ đoán"),
        Wrong.PIN_AGAIN: translate("Setup", "hai lần nhập chưa giống nhau"),
        Wrong.ADDRESS: translate("Setup", "bắt đầu bằng https://, ví dụ https://tinh.example"),
        Wrong.ENROLMENT: translate("Setup", "gồm 12 chữ và số"),
        Wrong.JOINING: translate("Setup", "gồm 20 chữ và số, như trên màn hình máy giữ hàng chờ"),
        Wrong.ADDRESS_FIRST: translate("Setup", "cần địa chỉ máy chủ"),
        Wrong.TWICE: translate("Setup", "tên này đã có"),
        Wrong.HOST: translate("Setup", "ghi như 192.168.1.10"),
        Wrong.ROLES: translate("Setup", "Chọn ít nhất một việc cho máy này"),
    }
    return words[wrong]


def join_refusal(error: CounterError) -> tuple[str, str]:
    """What keeps a machine from joining, and what to do, as whoever stands at it needs to hear it."""
    translate = QCoreApplication.translate
    if error.code is Code.ENROLMENT_REFUSED:
        return (
            translate("Setup", "Mã không đúng, đã dùng hoặc đã quá một giờ."),
            translate("Setup", "Tạo mã mới ở máy giữ hàng chờ: trang Quản trị, mục Máy trạm."),
        )
    if error.code is Code.CERTIFICATE_STATION:
        return (
            translate("Setup", "Mã không đúng, hoặc máy ở địa chỉ này không phải là máy đã tạo mã. Chưa gửi gì đi."),
            translate("Setup", "So lại từng chữ của mã và địa chỉ với màn hình máy giữ hàng chờ, rồi làm lại."),
        )
    if error.code is Code.OFFICE_AWAY:
        return (
            translate("Setup", "Không có máy nào trả lời ở địa chỉ này."),
            translate("Setup", "Xem máy giữ hàng chờ đã mở chưa, hai máy có cùng mạng không, địa chỉ có đúng không."),
        )
    said = message(error)
    return said.title, said.next_step


def restore_refusal(error: CounterError) -> tuple[str, str]:
    """What keeps a machine from being restored, and what to do."""
    translate = QCoreApplication.translate
    if error.code is Code.ENROLMENT_REFUSED:
        return (
            translate("Setup", "Mã ghi danh không đúng hoặc đã dùng cho máy khác."),
            translate("Setup", "Xin tỉnh cấp mã mới cho đúng xã này."),
        )
    said = message(error)
    return said.title, said.next_step


def show_problem(field: Field, wrong: Wrong | None, *, right: bool = False) -> None:
    """Say what is wrong with a field, by its name, or tick it off."""
    name = field.name.partition(" (")[0]
    field.set_verdict(right=right and wrong is None, problem=f"{name}: {sentence(wrong)}" if wrong else "")
