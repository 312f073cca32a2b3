"""Sentences about keys, accounts, backups and the security record."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

SAFETY: dict[Code, tuple[object, object]] = {
    Code.PERSON_UNKNOWN: (
        QT_TRANSLATE_NOOP("Messages", "Đơn vị không giữ hồ sơ nào của số định danh này."),
        QT_TRANSLATE_NOOP("Messages", "Xem lại số định danh trên thẻ, rồi làm lại."),
    ),
    Code.KEY_BESIDE_DATA: (
        QT_TRANSLATE_NOOP("Messages", "Khóa dữ liệu nằm trong tệp riêng của máy, trên chính ổ đĩa này."),
        QT_TRANSLATE_NOOP(
            "Messages", "Bật mã hóa toàn ổ đĩa, hoặc cài kho khóa của hệ thống: ai lấy ổ đĩa đi thì không mở được."
        ),
    ),
    Code.KEY_EXPOSED: (
        QT_TRANSLATE_NOOP("Messages", "Người khác dùng máy này đọc được tệp khóa dữ liệu."),
        QT_TRANSLATE_NOOP("Messages", "Mở chương trình một lần: nó tự đóng quyền của tệp {path} và ghi nhật ký."),
    ),
    Code.KEY_NOT_ESCROWED: (
        QT_TRANSLATE_NOOP("Messages", "Khóa dữ liệu chưa ký gửi cho tỉnh."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Vào Quản trị → Máy trạm → Khóa dữ liệu, ghi khóa ký gửi của tỉnh: máy hỏng vẫn mở được dữ liệu.",
        ),
    ),
    Code.ESCROW_KEY_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Đây không phải khóa ký gửi của tỉnh."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Chép lại nguyên dòng: khóa riêng bắt đầu bằng AGE-SECRET-KEY-1, khóa công khai bắt đầu bằng age1.",
        ),
    ),
    Code.ESCROW_NOT_OURS: (
        QT_TRANSLATE_NOOP("Messages", "Khóa của máy này được ký gửi cho khóa khác, không phải khóa vừa đưa."),
        QT_TRANSLATE_NOOP("Messages", "Tìm đúng khóa ký gửi của tỉnh, so dấu vân tay của khóa rồi làm lại."),
    ),
    Code.ESCROW_DAMAGED: (
        QT_TRANSLATE_NOOP("Messages", "Bản khóa ký gửi bị hỏng hoặc bị cắt mất một phần."),
        QT_TRANSLATE_NOOP("Messages", "Lấy bản khác từ máy chủ của tỉnh hoặc từ bản sao lưu, rồi làm lại."),
    ),
    Code.ESCROW_ABSENT: (
        QT_TRANSLATE_NOOP("Messages", "Thư mục này không có bản khóa ký gửi cho tỉnh."),
        QT_TRANSLATE_NOOP("Messages", "Lấy bản ký gửi của máy này ở máy chủ của tỉnh, hoặc dùng bản sao lưu: {path}"),
    ),
    Code.ESCROW_KEY_THERE: (
        QT_TRANSLATE_NOOP("Messages", "Tệp này đã có sẵn, khóa mới chưa được ghi để không mất khóa cũ."),
        QT_TRANSLATE_NOOP("Messages", "Chọn tên tệp khác, hoặc cất {path} đi nơi khác trước."),
    ),
    Code.ESCROW_BY_PROVINCE: (
        QT_TRANSLATE_NOOP("Messages", "Khóa ký gửi do tỉnh đặt và ký ({fingerprint}), nên không đổi được ở máy này."),
        QT_TRANSLATE_NOOP("Messages", "Nếu tỉnh đã đổi khóa, máy tự nhận khóa mới ở lần nối tới, không cần gõ."),
    ),
    Code.ESCROW_CHANGED: (
        QT_TRANSLATE_NOOP("Messages", "Khóa ký gửi đã đổi từ {before} sang {now}; máy này đã ký gửi lại."),
        QT_TRANSLATE_NOOP(
            "Messages", "Người quản trị gọi cho tỉnh, so từng nhóm ký tự. Nếu tỉnh không đổi khóa, báo tỉnh ngay."
        ),
    ),
    Code.CERTIFICATE_SELF_SIGNED: (
        QT_TRANSLATE_NOOP(
            "Messages", "Chứng thư của máy chủ {host} do chính nó tự ký, không nơi nào xác nhận; máy này chưa gửi gì."
        ),
        QT_TRANSLATE_NOOP(
            "Messages", "Báo người quản trị: máy chủ cần chứng thư của tỉnh, hoặc có máy lạ đứng giữa đường truyền."
        ),
    ),
    Code.CERTIFICATE_STATION: (
        QT_TRANSLATE_NOOP(
            "Messages", "Máy trả lời ở {host} không chứng minh được là máy của văn phòng này; máy này chưa gửi gì."
        ),
        QT_TRANSLATE_NOOP(
            "Messages", "Kiểm tra địa chỉ và mã nối máy. Nếu vẫn vậy, báo người quản trị: có thể có máy lạ trong mạng."
        ),
    ),
    Code.TLS_FAILED: (
        QT_TRANSLATE_NOOP("Messages", "Đường truyền tới {host} bị cắt khi đang thiết lập mã hóa."),
        QT_TRANSLATE_NOOP(
            "Messages", "Nhờ người phụ trách mạng xem tường lửa và proxy. Dữ liệu vẫn ở máy này và tự gửi lại."
        ),
    ),
    Code.PLAIN_ANSWER: (
        QT_TRANSLATE_NOOP(
            "Messages",
            "Máy ở {host} trả lời không mã hóa: máy đó còn dùng bản chương trình cũ, hoặc là một chương trình khác.",
        ),
        QT_TRANSLATE_NOOP("Messages", "Cập nhật chương trình ở máy đó. Máy này chưa gửi gì; dữ liệu vẫn ở đây."),
    ),
    Code.PLAIN_REFUSED: (
        QT_TRANSLATE_NOOP(
            "Messages", "Địa chỉ của {host} bắt đầu bằng http://, nên dữ liệu sẽ đi không mã hóa; máy này không gửi."
        ),
        QT_TRANSLATE_NOOP(
            "Messages", "Sửa địa chỉ thành https:// (hỏi người quản trị máy chủ). Dữ liệu vẫn ở máy này."
        ),
    ),
    Code.CA_FILE_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Không đọc được chứng thư gốc trong tệp {path}."),
        QT_TRANSLATE_NOOP("Messages", "Chọn tệp PEM do tỉnh cấp (có dòng BEGIN CERTIFICATE), hoặc để trống ô này."),
    ),
    Code.PROXY_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Địa chỉ proxy {proxy} không đúng."),
        QT_TRANSLATE_NOOP(
            "Messages", "Ghi như http://proxy.tinh.example:3128; ghi system để theo máy, để trống nếu không dùng."
        ),
    ),
    Code.TLS_FILES_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Không dùng được chứng thư hoặc khóa của máy chủ trong tệp {path} ({detail})."),
        QT_TRANSLATE_NOOP("Messages", "Kiểm tra hai tệp PEM: chứng thư kèm cả chuỗi, và đúng khóa của chứng thư đó."),
    ),
    Code.DATABASE_ADDRESS: (
        QT_TRANSLATE_NOOP("Messages", "Địa chỉ cơ sở dữ liệu sau --database không dùng được ({detail})."),
        QT_TRANSLATE_NOOP(
            "Messages", "Ghi như postgresql://counter_app@db1/counter_app, không dùng tệp service của PostgreSQL."
        ),
    ),
    Code.DATABASE_PLAIN: (
        QT_TRANSLATE_NOOP(
            "Messages",
            "Cơ sở dữ liệu ở máy khác ({host}), mà địa chỉ chưa buộc mã hóa và kiểm tra chứng thư; chưa gửi gì tới đó.",
        ),
        QT_TRANSLATE_NOOP(
            "Messages", "Thêm sslmode=verify-full và sslrootcert=TỆP_CA vào địa chỉ, như mẫu trong docs/operations.md."
        ),
    ),
    Code.DATABASE_CA: (
        QT_TRANSLATE_NOOP("Messages", "Không đọc được chứng thư gốc của cơ sở dữ liệu trong tệp {path}."),
        QT_TRANSLATE_NOOP(
            "Messages", "Ghi sau sslrootcert= tệp PEM của tỉnh (có dòng BEGIN CERTIFICATE) mà máy chủ đọc được."
        ),
    ),
    Code.DATABASE_STRANGE: (
        QT_TRANSLATE_NOOP(
            "Messages",
            "Máy ở địa chỉ cơ sở dữ liệu không chứng minh được là máy của tỉnh ({detail}); chưa gửi gì tới đó.",
        ),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Xem chứng thư của PostgreSQL: đúng CA ký, đúng tên máy trong địa chỉ, còn hạn, và đã bật ssl = on.",
        ),
    ),
    Code.JOIN_CODE_SHORT: (
        QT_TRANSLATE_NOOP("Messages", "Mã nối máy chưa đủ: thiếu phần giúp nhận ra đúng máy của văn phòng."),
        QT_TRANSLATE_NOOP(
            "Messages", "Ghi cả 20 chữ và số như trên màn hình máy giữ hàng chờ: trang Quản trị, mục Máy trạm."
        ),
    ),
    Code.CHECKPOINT_BROKEN: (
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nhật ký của máy này đã bị sửa: mục {seq} không còn là mục mà máy chủ đã ký xác nhận.",
        ),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Người quản trị báo tỉnh ngay, không xóa và không cài lại gì ở máy này: bản gốc còn ở máy chủ. "
            "Lệnh counter-app verify --checkpoints cho biết mục nào khác.",
        ),
    ),
    Code.PROVINCE_KEY_CHANGED: (
        QT_TRANSLATE_NOOP(
            "Messages",
            "Máy chủ của tỉnh đang ký bằng khóa khác ({fingerprint}) với khóa máy này đã ghi nhận; "
            "chữ ký mới chưa được tin.",
        ),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Người quản trị gọi cho tỉnh, so từng nhóm ký tự. Nếu đúng, chạy counter-app sync trust kèm các nhóm đó.",
        ),
    ),
    Code.FILE_TOO_LARGE: (
        QT_TRANSLATE_NOOP("Messages", "Tệp {name} có {megabytes} MB, quá lớn để giữ trong hồ sơ; tệp chưa được nhận."),
        QT_TRANSLATE_NOOP("Messages", "Chia tệp hoặc quét lại với độ nét thấp hơn, mỗi tệp không quá {most} MB."),
    ),
    Code.FILE_REFUSED: (
        QT_TRANSLATE_NOOP("Messages", "Không nhận tệp {name}: {detail}."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "In tệp ra PDF mới (chỉ có trang giấy) hoặc quét bản giấy, rồi đính kèm lại. Hồ sơ không thay đổi.",
        ),
    ),
    Code.SYSLOG_ADDRESS: (
        QT_TRANSLATE_NOOP("Messages", "Địa chỉ nơi thu nhật ký {address} chưa đúng."),
        QT_TRANSLATE_NOOP(
            "Messages", "Ghi như tls://soc.tinh.example:6514, tcp://10.0.0.5:514 hoặc udp://10.0.0.5:514."
        ),
    ),
    Code.SYSLOG_AWAY: (
        QT_TRANSLATE_NOOP("Messages", "Chưa gửi được nhật ký an toàn tới nơi thu."),
        QT_TRANSLATE_NOOP("Messages", "Không mất dòng nào: máy tự gửi lại. Nếu lâu, kiểm tra địa chỉ và đường truyền."),
    ),
    Code.SYSLOG_CERTIFICATE: (
        QT_TRANSLATE_NOOP("Messages", "Chứng thư của nơi thu nhật ký không được tin cậy; máy này chưa gửi gì."),
        QT_TRANSLATE_NOOP(
            "Messages", "Hỏi trung tâm giám sát về chứng thư, rồi ghi tệp CA vào mục ca_file trong settings.toml."
        ),
    ),
}

SAFETY_FILE_WORDS: dict[str, object] = {
    "file-program": QT_TRANSLATE_NOOP("Messages", "đây là chương trình chạy được, không phải giấy tờ"),
    "file-archive": QT_TRANSLATE_NOOP("Messages", "đây là tệp nén, không xem được bên trong có gì"),
    "file-macro": QT_TRANSLATE_NOOP("Messages", "tài liệu có lệnh tự chạy (macro)"),
    "file-markup": QT_TRANSLATE_NOOP("Messages", "đây là trang web, có thể tự chạy lệnh"),
    "file-disguised": QT_TRANSLATE_NOOP("Messages", "nội dung không đúng với đuôi tên tệp"),
    "file-script": QT_TRANSLATE_NOOP("Messages", "tệp PDF có lệnh tự chạy"),
    "file-embedded": QT_TRANSLATE_NOOP("Messages", "tệp PDF có tệp khác giấu bên trong"),
    "file-locked": QT_TRANSLATE_NOOP("Messages", "tệp PDF đặt mật khẩu mở"),
    "file-damaged": QT_TRANSLATE_NOOP("Messages", "tệp bị hỏng hoặc bị cắt mất một phần"),
    "file-too-much": QT_TRANSLATE_NOOP("Messages", "tệp phình ra quá lớn khi mở"),
}
