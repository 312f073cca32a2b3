"""What the set-up says about a field that is not right yet."""

from PySide6.QtCore import QCoreApplication

from ui.components.field import Field
from ui.setup.answers import Wrong


def sentence(wrong: Wrong) -> str:
    """Return a few words that follow the field's name."""
    translate = QCoreApplication.translate
    match wrong:
        case Wrong.EMPTY:
            return translate("Setup", "chưa nhập")
        case Wrong.CODE:
            return translate("Setup", "gồm chữ hoa, số và dấu chấm, ví dụ H99.17")
        case Wrong.DESK:
            return translate("Setup", "Quầy này phải nằm trong số quầy ở trên")
        case Wrong.PIN:
            return translate("Setup", "từ 4 đến 8 chữ số")
        case Wrong.PIN_AGAIN:
            return translate("Setup", "hai lần nhập chưa giống nhau")
        case Wrong.ADDRESS:
            return translate("Setup", "bắt đầu bằng https://, ví dụ https://tinh.example")
        case Wrong.ENROLMENT:
            return translate("Setup", "gồm 12 chữ và số")
        case Wrong.ADDRESS_FIRST:
            return translate("Setup", "cần địa chỉ máy chủ")
        case Wrong.TWICE:
            return translate("Setup", "tên này đã có")


def show_problem(field: Field, wrong: Wrong | None, *, right: bool = False) -> None:
    """Say what is wrong with a field, by its name, or tick it off."""
    name = field.line.accessibleName().partition(" (")[0]
    field.set_verdict(right=right and wrong is None, problem=f"{name}: {sentence(wrong)}" if wrong else "")
