"""What the set-up says about a field that is not right yet."""

from PySide6.QtCore import QCoreApplication

from ui.setup.answers import Wrong


def sentence(wrong: Wrong) -> str:
    """Return a few words that stand beside the field's name."""
    say = QCoreApplication.translate
    match wrong:
        case Wrong.EMPTY:
            return say("Setup", "Chưa nhập")
        case Wrong.CODE:
            return say("Setup", "Gồm chữ hoa, số và dấu chấm, ví dụ H99.17")
        case Wrong.DESK:
            return say("Setup", "Quầy này phải nằm trong số quầy ở trên")
        case Wrong.PIN:
            return say("Setup", "Từ 4 đến 8 chữ số")
        case Wrong.PIN_AGAIN:
            return say("Setup", "Hai lần nhập chưa giống nhau")
        case Wrong.ADDRESS:
            return say("Setup", "Bắt đầu bằng https://, ví dụ https://tinh.example")
        case Wrong.ENROLMENT:
            return say("Setup", "Gồm 12 chữ và số")
        case Wrong.ADDRESS_FIRST:
            return say("Setup", "Cần địa chỉ máy chủ ở ô bên cạnh")
        case Wrong.TWICE:
            return say("Setup", "Tên này đã có ở trên")
