"""Sentences about accounts: secrets, the second factor, who may sign in."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

ACCOUNT_WORDS: dict[str, object] = {
    "secret-short": QT_TRANSLATE_NOOP("Messages", "Mật khẩu cần ít nhất 8 chữ hoặc số"),
    "secret-long": QT_TRANSLATE_NOOP("Messages", "Mật khẩu dài quá 64 chữ"),
    "secret-repeated": QT_TRANSLATE_NOOP("Messages", "Mật khẩu chỉ lặp lại vài chữ"),
    "secret-run": QT_TRANSLATE_NOOP("Messages", "Mật khẩu là một dãy liền nhau trên bàn phím"),
    "secret-name": QT_TRANSLATE_NOOP("Messages", "Mật khẩu trùng với tên cán bộ"),
    "secret-common": QT_TRANSLATE_NOOP("Messages", "Mật khẩu này quá nhiều người dùng"),
}

ACCOUNTS: dict[Code, tuple[object, object]] = {
    Code.PIN_WRONG: (
        QT_TRANSLATE_NOOP("Messages", "Mật khẩu chưa đúng."),
        QT_TRANSLATE_NOOP("Messages", "Nhập lại. Còn {left} lần trước khi tạm khóa."),
    ),
    Code.PIN_LOCKED: (
        QT_TRANSLATE_NOOP("Messages", "Đã nhập sai nhiều lần, tài khoản tạm khóa."),
        QT_TRANSLATE_NOOP("Messages", "Thử lại sau {minutes} phút, hoặc nhờ người quản trị mở lại."),
    ),
    Code.PIN_WEAK: (
        QT_TRANSLATE_NOOP("Messages", "{reason}, nên chưa dùng được."),
        QT_TRANSLATE_NOOP(
            "Messages", "Chọn mật khẩu khác, từ 8 chữ hoặc số, mà người khác không đoán ra; vài từ ghép lại là dễ nhớ."
        ),
    ),
    Code.PINS_DIFFER: (
        QT_TRANSLATE_NOOP("Messages", "Hai lần nhập mật khẩu không giống nhau."),
        QT_TRANSLATE_NOOP("Messages", "Làm lại, nhập cùng một mật khẩu cả hai lần."),
    ),
    Code.PIN_SAME: (
        QT_TRANSLATE_NOOP("Messages", "Mật khẩu mới giống hệt mật khẩu cũ."),
        QT_TRANSLATE_NOOP("Messages", "Chọn mật khẩu khác."),
    ),
    Code.PIN_CHANGED: (
        QT_TRANSLATE_NOOP("Messages", "Mật khẩu của tài khoản này vừa được đổi ở máy khác."),
        QT_TRANSLATE_NOOP("Messages", "Đăng nhập lại bằng mật khẩu mới rồi làm lại."),
    ),
    Code.PIN_TEMPORARY: (
        QT_TRANSLATE_NOOP("Messages", "Mật khẩu này do người khác đặt, chỉ dùng để đăng nhập rồi đổi."),
        QT_TRANSLATE_NOOP("Messages", "Đăng nhập vào quầy, chọn mật khẩu của riêng mình, rồi làm lại việc này."),
    ),
    Code.OWN_PIN: (
        QT_TRANSLATE_NOOP("Messages", "Mật khẩu của chính mình không đặt lại ở đây."),
        QT_TRANSLATE_NOOP("Messages", "Bấm tên mình ở góc trên, chọn “Đổi mật khẩu” và nhập mật khẩu cũ."),
    ),
    Code.SECOND_FACTOR_NEEDED: (
        QT_TRANSLATE_NOOP("Messages", "Người quản trị cần thêm mã trên điện thoại."),
        QT_TRANSLATE_NOOP("Messages", "Mở ứng dụng xác thực, nhập 6 chữ số; không có điện thoại thì nhập mã dự phòng."),
    ),
    Code.CODE_WRONG: (
        QT_TRANSLATE_NOOP("Messages", "Mã trên điện thoại chưa đúng, hoặc đã dùng rồi."),
        QT_TRANSLATE_NOOP("Messages", "Chờ mã mới hiện ra rồi nhập. Còn {left} lần trước khi tạm khóa."),
    ),
    Code.CODE_NOT_SHOWN: (
        QT_TRANSLATE_NOOP("Messages", "Mã vừa nhập không phải mã mà điện thoại phải hiện."),
        QT_TRANSLATE_NOOP(
            "Messages", "Quét lại hình QR, rồi nhập mã mới nhất. Xem ngày giờ của máy này và điện thoại."
        ),
    ),
    Code.OFFICER_DISABLED: (
        QT_TRANSLATE_NOOP("Messages", "Tài khoản này đã được người quản trị khóa."),
        QT_TRANSLATE_NOOP("Messages", "Nếu vẫn làm việc tại đây, nhờ người quản trị mở lại."),
    ),
    Code.OFFICER_UNUSED: (
        QT_TRANSLATE_NOOP("Messages", "Tài khoản này đã {days} ngày không dùng nên bị khóa."),
        QT_TRANSLATE_NOOP("Messages", "Nhờ người quản trị mở lại: trang Quản trị, mục Cán bộ."),
    ),
    Code.SIGN_IN_EXPIRED: (
        QT_TRANSLATE_NOOP(
            "Messages",
            "Máy này đã hơn {days} ngày không liên lạc được với tỉnh, nên chưa biết tài khoản nào còn hiệu lực.",
        ),
        QT_TRANSLATE_NOOP("Messages", "Nối mạng rồi thử lại. Trong khi chờ, chỉ người quản trị đăng nhập được."),
    ),
}
