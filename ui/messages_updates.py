"""Sentences about new versions of the program."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

UPDATES: dict[Code, tuple[object, object]] = {
    Code.UPDATES_NOT_OFFERED: (
        QT_TRANSLATE_NOOP("Messages", "Máy chủ {host} chưa phát hành bản chương trình nào."),
        QT_TRANSLATE_NOOP("Messages", "Không cần làm gì: khi tỉnh phát hành, máy này tự tìm thấy."),
    ),
    Code.UPDATES_STRANGE: (
        QT_TRANSLATE_NOOP("Messages", "Máy này chưa biết nên tin chữ ký nào; máy chủ đưa dấu vân tay {fingerprint}."),
        QT_TRANSLATE_NOOP(
            "Messages", "Gọi cho tỉnh, so từng nhóm; đúng thì chạy lại lệnh, thêm --trust và dấu vân tay ấy."
        ),
    ),
    Code.UPDATE_UNSIGNED: (
        QT_TRANSLATE_NOOP("Messages", "Bản cập nhật không mang chữ ký của tỉnh mà máy này tin, nên bị từ chối."),
        QT_TRANSLATE_NOOP("Messages", "Báo người quản trị của tỉnh ngay. Máy vẫn làm việc bằng bản đang có."),
    ),
    Code.UPDATE_EXPIRED: (
        QT_TRANSLATE_NOOP("Messages", "Danh sách bản cập nhật đã quá hạn, có thể ai đó giữ máy này ở bản cũ."),
        QT_TRANSLATE_NOOP(
            "Messages", "Xem đồng hồ máy này có đúng không; nếu đúng, báo tỉnh ký lại danh sách. Máy vẫn làm việc được."
        ),
    ),
    Code.UPDATE_OLDER: (
        QT_TRANSLATE_NOOP("Messages", "Máy chủ đưa danh sách cập nhật cũ hơn danh sách máy này đã có, nên bị từ chối."),
        QT_TRANSLATE_NOOP("Messages", "Báo người quản trị của tỉnh. Máy vẫn làm việc bằng bản đang có."),
    ),
    Code.UPDATE_DAMAGED: (
        QT_TRANSLATE_NOOP("Messages", "Bản cập nhật tải về không đúng như bản tỉnh đã ký, nên đã bỏ."),
        QT_TRANSLATE_NOOP("Messages", "Thử lại sau; nếu vẫn vậy, báo người quản trị của tỉnh."),
    ),
    Code.UPDATE_NO_ROOM: (
        QT_TRANSLATE_NOOP("Messages", "Ổ đĩa không đủ chỗ cho bản cập nhật: {path} cần khoảng {megabytes} MB trống."),
        QT_TRANSLATE_NOOP("Messages", "Xóa bớt tệp không cần trên ổ này rồi tìm lại."),
    ),
    Code.UPDATE_BUSY: (
        QT_TRANSLATE_NOOP("Messages", "Máy này đang tìm hoặc đang cài bản cập nhật rồi."),
        QT_TRANSLATE_NOOP("Messages", "Chờ vài phút rồi làm lại."),
    ),
    Code.UPDATE_NEEDS_ROOT: (
        QT_TRANSLATE_NOOP("Messages", "Chỉ người quản trị máy mới cài được chương trình."),
        QT_TRANSLATE_NOOP("Messages", "Chạy: {command}"),
    ),
    Code.UPDATE_NO_PACKAGE: (
        QT_TRANSLATE_NOOP("Messages", "Chương trình ở máy này không cài từ gói .deb nên không tự cập nhật được."),
        QT_TRANSLATE_NOOP("Messages", "Cài gói counter-app một lần bằng tay, rồi làm lại."),
    ),
    Code.UPDATE_PACKAGE_WRONG: (
        QT_TRANSLATE_NOOP("Messages", "{path} không phải gói của chương trình này ({detail})."),
        QT_TRANSLATE_NOOP("Messages", "Dùng đúng tệp counter-app_….deb; nếu tệp do máy chủ đưa thì báo tỉnh."),
    ),
    Code.UPDATE_NOT_INSTALLED: (
        QT_TRANSLATE_NOOP("Messages", "Hệ thống chưa cài được bản {version}: {detail}. Bản đang có còn nguyên."),
        QT_TRANSLATE_NOOP(
            "Messages", "Chờ phần mềm cài đặt khác chạy xong, hoặc cài thứ còn thiếu, rồi làm lại lệnh, thêm --again."
        ),
    ),
    Code.UPDATE_TRIAL_FAILED: (
        QT_TRANSLATE_NOOP("Messages", "Bản {version} không chạy được ở máy này; máy đã tự trở về bản {former}."),
        QT_TRANSLATE_NOOP("Messages", "Báo tỉnh. Máy này không thử lại bản {version}, chờ bản sau."),
    ),
    Code.UPDATE_STRANDED: (
        QT_TRANSLATE_NOOP("Messages", "Bản {version} không chạy được và cũng chưa trở về được bản {former}."),
        QT_TRANSLATE_NOOP("Messages", "Cài lại gói .deb của bản {former} bằng tay. Dữ liệu không bị ảnh hưởng."),
    ),
    Code.UPDATE_TAKEN_BACK: (
        QT_TRANSLATE_NOOP("Messages", "Người quản trị đã cho máy này từ bản {version} trở về bản {former}."),
        QT_TRANSLATE_NOOP("Messages", "Máy không tự cài lại bản {version}, chờ bản sau."),
    ),
    Code.UPDATE_NO_WAY_BACK: (
        QT_TRANSLATE_NOOP("Messages", "Không có gói của bản {version} ở máy này hay ở tỉnh, nên không có đường lui."),
        QT_TRANSLATE_NOOP("Messages", "Nhờ tỉnh phát hành cả bản {version}; hoặc thêm --no-way-back nếu chấp nhận."),
    ),
    Code.UPDATE_DATA_NEWER: (
        QT_TRANSLATE_NOOP(
            "Messages", "Dữ liệu đã theo bản mới, bản {version} không đọc được nữa; chưa đổi gì ở máy này."
        ),
        QT_TRANSLATE_NOOP("Messages", "Chờ bản sửa lỗi của tỉnh; gấp lắm mới khôi phục từ bản sao lưu."),
    ),
    Code.UPDATE_KEY_MISSING: (
        QT_TRANSLATE_NOOP("Messages", "Không thấy khóa ký {path}, hoặc khóa không đọc được."),
        QT_TRANSLATE_NOOP("Messages", "Cắm thẻ nhớ cất khóa rồi làm lại."),
    ),
    Code.UPDATE_PUBLISHED: (
        QT_TRANSLATE_NOOP("Messages", "Bản {version} đã phát hành rồi, và là tệp khác."),
        QT_TRANSLATE_NOOP("Messages", "Đặt số bản mới cho gói: một số bản chỉ chỉ đúng một tệp."),
    ),
}
