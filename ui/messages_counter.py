"""Sentences about the counter's rules: numbers, officers, dossiers and what the law says of them."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

COUNTER_WORDS: dict[str, object] = {
    "new": QT_TRANSLATE_NOOP("Messages", "mới đăng ký"),
    "received": QT_TRANSLATE_NOOP("Messages", "đã tiếp nhận"),
    "refused": QT_TRANSLATE_NOOP("Messages", "không được tiếp nhận"),
    "processing": QT_TRANSLATE_NOOP("Messages", "đang xử lý"),
    "supplement": QT_TRANSLATE_NOOP("Messages", "đang chờ bổ sung"),
    "payment": QT_TRANSLATE_NOOP("Messages", "đang chờ nộp tiền"),
    "withdrawing": QT_TRANSLATE_NOOP("Messages", "đang được xin rút"),
    "stopped": QT_TRANSLATE_NOOP("Messages", "đã dừng"),
    "done": QT_TRANSLATE_NOOP("Messages", "đã xử lý xong"),
    "returned": QT_TRANSLATE_NOOP("Messages", "đã trả kết quả"),
    "order": QT_TRANSLATE_NOOP("Messages", "Việc này không đúng trình tự của hồ sơ"),
    "supplement-once": QT_TRANSLATE_NOOP("Messages", "Hồ sơ chỉ được yêu cầu bổ sung một lần"),
    "extension-once": QT_TRANSLATE_NOOP("Messages", "Hồ sơ chỉ được hẹn lại một lần"),
    "extension-in-time": QT_TRANSLATE_NOOP("Messages", "Phải xin lỗi và hẹn lại chậm nhất một ngày trước ngày hẹn trả"),
    "stop-before-result": QT_TRANSLATE_NOOP("Messages", "Hồ sơ đã có kết quả nên không dừng hoặc rút được nữa"),
    "reception": QT_TRANSLATE_NOOP("Messages", "tiếp nhận hồ sơ"),
    "casework": QT_TRANSLATE_NOOP("Messages", "xử lý hồ sơ"),
    "approval": QT_TRANSLATE_NOOP("Messages", "duyệt kết quả"),
    "reports": QT_TRANSLATE_NOOP("Messages", "lập danh sách và thống kê"),
    "administration": QT_TRANSLATE_NOOP("Messages", "quản trị"),
}

COUNTER: dict[Code, tuple[object, object]] = {
    # the counter's rules
    Code.TICKET_STATE: (
        QT_TRANSLATE_NOOP("Messages", "Số {label} {state}, nên không làm được việc này."),
        QT_TRANSLATE_NOOP("Messages", "Xem lại hàng chờ rồi chọn số khác."),
    ),
    Code.TICKET_UNKNOWN: (
        QT_TRANSLATE_NOOP("Messages", "Không tìm thấy số này hôm nay."),
        QT_TRANSLATE_NOOP("Messages", "Kiểm tra lại số trên phiếu, hoặc lấy số mới."),
    ),
    Code.DESK_BUSY: (
        QT_TRANSLATE_NOOP("Messages", "Quầy {desk} đang có số {label}."),
        QT_TRANSLATE_NOOP("Messages", "Kết thúc hoặc báo vắng số {label} rồi gọi số tiếp theo."),
    ),
    Code.NOBODY_WAITING: (
        QT_TRANSLATE_NOOP("Messages", "Hiện không có ai đang chờ."),
        QT_TRANSLATE_NOOP("Messages", "Khi có người lấy số, hàng chờ bên trái sẽ hiện."),
    ),
    Code.GROUP_UNKNOWN: (
        QT_TRANSLATE_NOOP("Messages", "Lĩnh vực này không còn nhận số."),
        QT_TRANSLATE_NOOP("Messages", "Chọn lĩnh vực khác, hoặc hỏi cán bộ hướng dẫn."),
    ),
    Code.OFFICER_UNKNOWN: (
        QT_TRANSLATE_NOOP("Messages", "Không có cán bộ này trong danh sách."),
        QT_TRANSLATE_NOOP("Messages", "Chọn lại tên, hoặc nhờ người quản trị thêm tài khoản."),
    ),
    Code.PROCEDURE_UNKNOWN: (
        QT_TRANSLATE_NOOP("Messages", "Không có thủ tục mã {code} trong danh mục."),
        QT_TRANSLATE_NOOP("Messages", "Tìm lại theo tên hoặc từ thường dùng."),
    ),
    Code.DOSSIER_UNKNOWN: (
        QT_TRANSLATE_NOOP("Messages", "Không tìm thấy hồ sơ."),
        QT_TRANSLATE_NOOP("Messages", "Kiểm tra lại mã trên giấy hẹn, hoặc tìm theo tên."),
    ),
    Code.DOSSIER_STATE: (
        QT_TRANSLATE_NOOP("Messages", "Hồ sơ {code} {state}, nên không làm được việc này."),
        QT_TRANSLATE_NOOP("Messages", "Mở hồ sơ để xem ai đã làm và lúc nào."),
    ),
    Code.PROCEDURE_MISSING: (
        QT_TRANSLATE_NOOP("Messages", "Chưa chọn thủ tục."),
        QT_TRANSLATE_NOOP("Messages", "Gõ tên hoặc mã thủ tục ở ô đầu trang."),
    ),
    Code.APPLICANT_NAME_MISSING: (
        QT_TRANSLATE_NOOP("Messages", "Chưa có họ tên người nộp."),
        QT_TRANSLATE_NOOP("Messages", "Quét căn cước, hoặc gõ họ tên."),
    ),
    Code.APPLICANT_ID_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Số định danh chưa đúng."),
        QT_TRANSLATE_NOOP("Messages", "Số định danh có 12 chữ số (chứng minh nhân dân cũ có 9)."),
    ),
    Code.APPLICANT_BIRTH_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Ngày sinh “{text}” chưa đúng."),
        QT_TRANSLATE_NOOP("Messages", "Gõ ngày/tháng/năm, ví dụ 05/09/1962."),
    ),
    Code.PAPER_MISSING: (
        QT_TRANSLATE_NOOP("Messages", "Còn thiếu giấy tờ: {names}."),
        QT_TRANSLATE_NOOP("Messages", "Bổ sung, hoặc ghi “không áp dụng” nếu không cần."),
    ),
    Code.PERSON_NAME_MISSING: (
        QT_TRANSLATE_NOOP("Messages", "Người được ủy quyền hoặc người cùng nộp chưa có họ tên."),
        QT_TRANSLATE_NOOP("Messages", "Gõ họ tên, hoặc xóa người đó khỏi hồ sơ."),
    ),
    Code.MOMENT_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Ngày giờ “{text}” chưa đúng."),
        QT_TRANSLATE_NOOP("Messages", "Gõ ngày/tháng/năm giờ:phút, ví dụ 27/11/2026 17:00."),
    ),
    Code.RETURN_ADDRESS_MISSING: (
        QT_TRANSLATE_NOOP("Messages", "Chưa có địa chỉ để gửi kết quả qua bưu chính."),
        QT_TRANSLATE_NOOP("Messages", "Gõ địa chỉ nhận, hoặc chọn nhận tại quầy."),
    ),
    Code.RATING_CLOSED: (
        QT_TRANSLATE_NOOP("Messages", "Lượt đánh giá đã đóng."),
        QT_TRANSLATE_NOOP("Messages", "Lượt mới mở khi cán bộ kết thúc phục vụ."),
    ),
    Code.RATING_GIVEN: (
        QT_TRANSLATE_NOOP("Messages", "Ông/bà đã đánh giá lượt này rồi. Xin cảm ơn."),
        QT_TRANSLATE_NOOP("Messages", "Mỗi lượt phục vụ chỉ đánh giá một lần."),
    ),
    Code.CARD_FIELDS: (
        QT_TRANSLATE_NOOP("Messages", "Mã vừa quét không phải mã trên thẻ căn cước ({found}/{needed} mục)."),
        QT_TRANSLATE_NOOP("Messages", "Quét mã QR ở góc thẻ căn cước, hoặc gõ tay."),
    ),
    Code.CARD_NUMBER: (
        QT_TRANSLATE_NOOP("Messages", "Số định danh trong mã QR chưa đúng."),
        QT_TRANSLATE_NOOP("Messages", "Lau thẻ và quét lại, hoặc gõ tay theo mặt thẻ."),
    ),
    Code.CARD_DATE: (
        QT_TRANSLATE_NOOP("Messages", "Ngày trong mã QR chưa đúng."),
        QT_TRANSLATE_NOOP("Messages", "Quét lại, hoặc gõ tay theo mặt thẻ."),
    ),
    Code.CARD_TEXT: (
        QT_TRANSLATE_NOOP("Messages", "Máy đọc làm hỏng dấu tiếng Việt."),
        QT_TRANSLATE_NOOP("Messages", "Đặt máy đọc ở chế độ UTF-8 (xem tờ kèm máy). Tạm thời gõ tay họ tên, địa chỉ."),
    ),
    Code.OFFICER_NAME_MISSING: (
        QT_TRANSLATE_NOOP("Messages", "Chưa có họ tên cán bộ."),
        QT_TRANSLATE_NOOP("Messages", "Nhập họ và tên."),
    ),
    Code.LAST_ADMINISTRATOR: (
        QT_TRANSLATE_NOOP("Messages", "Đây là người quản trị cuối cùng của đơn vị."),
        QT_TRANSLATE_NOOP("Messages", "Giao quyền quản trị cho người khác trước."),
    ),
    Code.REVIEW_GONE: (
        QT_TRANSLATE_NOOP("Messages", "Mục này vừa được giải quyết, có thể ở máy khác."),
        QT_TRANSLATE_NOOP("Messages", "Danh sách đã được đọc lại; ông/bà xem tiếp mục khác."),
    ),
    Code.REVIEW_NOT_ANEW: (
        QT_TRANSLATE_NOOP("Messages", "Hồ sơ bây giờ không cho làm lại việc này, hoặc cần người có quyền khác."),
        QT_TRANSLATE_NOOP("Messages", "Mở hồ sơ để xem; nếu không cần làm gì thêm, chọn “Giữ như hiện tại”."),
    ),
    Code.LAW_FORBIDS: (
        QT_TRANSLATE_NOOP("Messages", "{rule} ({article}). Hồ sơ {state}."),
        QT_TRANSLATE_NOOP(
            "Messages", "Nếu thật cần, người quản trị có thể cho phép và ghi lý do; việc này được lưu lại."
        ),
    ),
    Code.REASON_MISSING: (
        QT_TRANSLATE_NOOP("Messages", "Chưa ghi lý do."),
        QT_TRANSLATE_NOOP("Messages", "Ghi lý do bằng một câu người dân hiểu được."),
    ),
    Code.AMOUNT_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Số tiền không đúng."),
        QT_TRANSLATE_NOOP("Messages", "Nhập số tiền bằng đồng, lớn hơn 0."),
    ),
    Code.DUE_NOT_LATER: (
        QT_TRANSLATE_NOOP("Messages", "Ngày hẹn mới phải sau ngày hẹn cũ và sau hôm nay."),
        QT_TRANSLATE_NOOP("Messages", "Chọn ngày muộn hơn."),
    ),
    Code.RESULT_NOT_APPROVED: (
        QT_TRANSLATE_NOOP("Messages", "Kết quả của hồ sơ {code} chưa được lãnh đạo duyệt."),
        QT_TRANSLATE_NOOP("Messages", "Trình lãnh đạo duyệt, hoặc chọn người đã ký kết quả giấy."),
    ),
    Code.FILE_NOT_SHOWN: (
        QT_TRANSLATE_NOOP("Messages", "Không xem được tệp {name} tại đây."),
        QT_TRANSLATE_NOOP("Messages", "Lưu tệp ra máy rồi mở bằng chương trình khác."),
    ),
    Code.FILE_EMPTY: (
        QT_TRANSLATE_NOOP("Messages", "Tệp {name} trống."),
        QT_TRANSLATE_NOOP("Messages", "Chọn tệp khác, hoặc lưu lại tệp rồi đính kèm."),
    ),
    Code.DUTY_MISSING: (
        QT_TRANSLATE_NOOP("Messages", "Việc này cần người có quyền {duty}."),
        QT_TRANSLATE_NOOP("Messages", "Nhờ người có quyền làm, hoặc nhờ quản trị giao thêm quyền."),
    ),
}
