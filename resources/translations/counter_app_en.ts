<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="vi_VN">
<context>
    <name>Applicant</name>
    <message>
        <location filename="../../ui/desk/receive/applicant.py" line="44" />
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/applicant.py" line="45" />
        <source>Số định danh cá nhân</source>
        <translation>Personal ID number</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/applicant.py" line="46" />
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/applicant.py" line="47" />
        <source>Giới tính</source>
        <translation>Sex</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/applicant.py" line="48" />
        <source>Nơi thường trú</source>
        <translation>Permanent address</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/applicant.py" line="49" />
        <source>Số điện thoại</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/applicant.py" line="50" />
        <source>Thư điện tử</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/applicant.py" line="57" />
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
</context>
<context>
    <name>AppointmentPart</name>
    <message>
        <location filename="../../ui/desk/receive/appointment.py" line="121" />
        <source>Đang tính ngày hẹn…</source>
        <translation>Working out the due date…</translation>
    </message>
</context>
<context>
    <name>AskPage</name>
    <message>
        <location filename="../../ui/rating/pages.py" line="171" />
        <source>Ông/bà có hài lòng không?</source>
        <translation>Are you satisfied?</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="173" />
        <source>Rất
hài lòng</source>
        <translation>Very
satisfied</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="174" />
        <source>Hài lòng</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="175" />
        <source>Bình
thường</source>
        <translation>Neither</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="176" />
        <source>Không
hài lòng</source>
        <translation>Not
satisfied</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="177" />
        <source>Rất không
hài lòng</source>
        <translation>Not satisfied
at all</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="186" />
        <source>Chạm vào một khuôn mặt. Ý kiến được giữ kín.</source>
        <translation>Touch a face. Your answer is confidential.</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <location filename="../../ui/rating/pages.py" line="79" />
        <source>Quầy {desk}</source>
        <translation>Desk {desk}</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="81" />
        <source>Số {label}</source>
        <translation>Number {label}</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <location filename="../../ui/components/banner.py" line="113" />
        <source>Đóng thông báo</source>
        <translation>Close this notice</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <location filename="../../ui/board/screen.py" line="25" />
        <source>Bảng gọi số</source>
        <translation>Call board</translation>
    </message>
    <message>
        <location filename="../../ui/board/screen.py" line="69" />
        <source>Loa đang đọc:  “{sentence}”</source>
        <translation>The speaker says:  “{sentence}”</translation>
    </message>
</context>
<context>
    <name>BoardWindow</name>
    <message>
        <location filename="../../ui/board/window.py" line="188" />
        <source>Mời ông/bà chuẩn bị sẵn căn cước.</source>
        <translation>Please have your identity card ready.</translation>
    </message>
    <message>
        <location filename="../../ui/board/window.py" line="192" />
        <source>{day} {date} nghỉ lễ, làm việc lại {back} {back_date} từ {hour} giờ.</source>
        <translation>Closed on {day} {date}, open again {back} {back_date} from {hour}:00.</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <location filename="../../ui/board/calls.py" line="53" />
        <source>Đang mời</source>
        <translation>Now serving</translation>
    </message>
    <message>
        <location filename="../../ui/board/calls.py" line="56" />
        <source>đến quầy</source>
        <translation>at desk</translation>
    </message>
    <message>
        <location filename="../../ui/board/calls.py" line="58" />
        <source>Chưa gọi số nào</source>
        <translation>No number called yet</translation>
    </message>
    <message>
        <location filename="../../ui/board/calls.py" line="69" />
        <source>Đang mời số {label} đến quầy {desk}</source>
        <translation>Now serving number {label} at desk {desk}</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <location filename="../../ui/board/calls.py" line="173" />
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <location filename="../../ui/board/calls.py" line="174" />
        <source>Quầy</source>
        <translation>Desk</translation>
    </message>
    <message>
        <location filename="../../ui/board/calls.py" line="188" />
        <source>Đã gọi trước {time}</source>
        <translation>Called before {time}</translation>
    </message>
</context>
<context>
    <name>CallingCard</name>
    <message>
        <location filename="../../ui/board/calls.py" line="88" />
        <source>Mời số</source>
        <translation>Number</translation>
    </message>
    <message>
        <location filename="../../ui/board/calls.py" line="92" />
        <source>đến quầy</source>
        <translation>at desk</translation>
    </message>
    <message>
        <location filename="../../ui/board/calls.py" line="99" />
        <source>Lần {times}</source>
        <translation>Call {times}</translation>
    </message>
    <message>
        <location filename="../../ui/board/calls.py" line="100" />
        <source>Mời số {label} đến quầy {desk}</source>
        <translation>Number {label}, please come to desk {desk}</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <location filename="../../ui/desk/receive/checklist.py" line="95" />
        <source>Giấy tờ</source>
        <translation>Paper</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist.py" line="97" />
        <source>Hình thức</source>
        <translation>Form</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist.py" line="98" />
        <source>Số bản</source>
        <translation>Copies</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist.py" line="99" />
        <source>Trang đã quét</source>
        <translation>Scanned pages</translation>
    </message>
</context>
<context>
    <name>ChecklistRow</name>
    <message>
        <location filename="../../ui/desk/receive/checklist_row.py" line="106" />
        <source>Số bản: {paper}</source>
        <translation>Copies: {paper}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist_row.py" line="111" />
        <location filename="../../ui/desk/receive/checklist_row.py" line="158" />
        <source>Quét</source>
        <translation>Scan</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist_row.py" line="111" />
        <source>Quét: {paper}</source>
        <translation>Scan: {paper}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist_row.py" line="160" />
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist_row.py" line="195" />
        <source>Hình thức: {paper}</source>
        <translation>Form: {paper}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist_row.py" line="199" />
        <source>Chưa nộp</source>
        <translation>Not handed in</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist_row.py" line="199" />
        <source>Không áp dụng</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist_row.py" line="217" />
        <source>đối chiếu, không sao chụp</source>
        <translation>compared, not copied</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist_row.py" line="218" />
        <source>nếu có</source>
        <translation>if any</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist_row.py" line="229" />
        <source>Xem trang đã quét</source>
        <translation>See the scanned page</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist_row.py" line="242" />
        <source>đang quét…</source>
        <translation>scanning…</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist_row.py" line="246" />
        <source>không cần quét</source>
        <translation>no scan needed</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist_row.py" line="249" />
        <source>{count} trang</source>
        <translation>Pages: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checklist_row.py" line="249" />
        <source>chưa quét</source>
        <translation>not scanned</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>cần có họ tên</source>
        <translation type="vanished">name needed</translation>
    </message>
    <message>
        <source>cần 12 chữ số</source>
        <translation type="vanished">12 digits needed</translation>
    </message>
    <message>
        <source>không khớp ngày sinh, giới tính</source>
        <translation type="vanished">does not match birth or sex</translation>
    </message>
    <message>
        <source>chưa đúng</source>
        <translation type="vanished">not right</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checks.py" line="43" />
        <source>Cần có họ tên</source>
        <translation>A name is needed</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checks.py" line="58" />
        <source>Số định danh cần 12 chữ số</source>
        <translation>An ID number has 12 digits</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checks.py" line="61" />
        <source>Khác ngày sinh, giới tính</source>
        <translation>Differs from birth or sex</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checks.py" line="67" />
        <source>Ngày sinh chưa đúng</source>
        <translation>Date not right</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/checks.py" line="72" />
        <source>Số điện thoại chưa đúng</source>
        <translation>Phone number not right</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <location filename="../../ui/shell/crash.py" line="35" />
        <source>Quầy Một Cửa</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/shell/crash.py" line="36" />
        <source>Chương trình gặp lỗi, nhưng mọi việc đã lưu vẫn còn nguyên.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/shell/crash.py" line="37" />
        <source>Làm lại việc vừa rồi. Nếu vẫn lỗi, báo kỹ thuật mã {id}.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DayBoxes</name>
    <message>
        <location filename="../../ui/desk/receive/appointment.py" line="32" />
        <source>Cách tính ngày hẹn</source>
        <translation>How the due date is counted</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/appointment.py" line="64" />
        <source>{count} ngày</source>
        <translation>{count} days</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/appointment.py" line="78" />
        <source>tiếp nhận</source>
        <translation>received</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/appointment.py" line="80" />
        <source>nghỉ lễ</source>
        <translation>holiday</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/appointment.py" line="80" />
        <source>nghỉ</source>
        <translation>day off</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/appointment.py" line="82" />
        <source>ngày {count}</source>
        <translation>day {count}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/appointment.py" line="84" />
        <source>hẹn trả</source>
        <translation>due</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <location filename="../../ui/language.py" line="68" />
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <location filename="../../ui/language.py" line="69" />
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <location filename="../../ui/language.py" line="70" />
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <location filename="../../ui/language.py" line="71" />
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <location filename="../../ui/language.py" line="72" />
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <location filename="../../ui/language.py" line="73" />
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <location filename="../../ui/language.py" line="74" />
        <source>Chủ Nhật</source>
        <translation>Sunday</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <location filename="../../ui/desk/window.py" line="64" />
        <source>Tiếp nhận</source>
        <translation>Receive</translation>
    </message>
    <message>
        <location filename="../../ui/desk/window.py" line="65" />
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <location filename="../../ui/desk/window.py" line="66" />
        <source>Trả kết quả</source>
        <translation>Return results</translation>
    </message>
    <message>
        <location filename="../../ui/desk/window.py" line="70" />
        <source>Quầy {desk} · {officer}</source>
        <translation>Desk {desk} · {officer}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/window.py" line="262" />
        <source>Chương trình gặp lỗi, mã {crash}. Dữ liệu đã lưu vẫn còn.</source>
        <translation>The program met an error, number {crash}. What was saved is still there.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/window.py" line="263" />
        <source>Làm lại thao tác vừa rồi; nếu vẫn lỗi, báo mã này cho người phụ trách kỹ thuật.</source>
        <translation>Do the last step again; if it still fails, give this number to technical support.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/window.py" line="267" />
        <source>Chọn thư mục lưu giấy hẹn</source>
        <translation>Choose a folder for receipts</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="59" />
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="60" />
        <source>Bàn phím</source>
        <translation>Keypad</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="61" />
        <source>Máy quét</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="62" />
        <source>Đầu đọc thẻ</source>
        <translation>Card reader</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="63" />
        <source>Loa</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="72" />
        <source>Sẵn sàng</source>
        <translation>Ready</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="78" />
        <source>Đang nối</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="79" />
        <source>Chưa có</source>
        <translation>None</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="85" />
        <source>Hết giấy</source>
        <translation>No paper</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="86" />
        <source>Sắp hết giấy</source>
        <translation>Paper low</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="87" />
        <location filename="../../ui/desk/status_strip.py" line="93" />
        <source>Mở nắp</source>
        <translation>Cover open</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="88" />
        <source>Kẹt dao cắt</source>
        <translation>Cutter jammed</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="89" />
        <source>Đang bận</source>
        <translation>Busy</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="90" />
        <source>Không trả lời</source>
        <translation>No answer</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="91" />
        <source>Mất kết nối</source>
        <translation>Disconnected</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="92" />
        <source>Kẹt giấy</source>
        <translation>Paper jam</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="95" />
        <source>Có lỗi</source>
        <translation>Fault</translation>
    </message>
</context>
<context>
    <name>DonePanel</name>
    <message>
        <location filename="../../ui/desk/receive/done.py" line="44" />
        <source>In giấy hẹn</source>
        <translation>Print receipt</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/done.py" line="45" />
        <source>Lưu thành tệp PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/done.py" line="46" />
        <source>Xem giấy hẹn</source>
        <translation>See receipt</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/done.py" line="56" />
        <source>Đã tiếp nhận hồ sơ</source>
        <translation>Dossier received</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/done.py" line="72" />
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/done.py" line="76" />
        <source>Hẹn trả kết quả</source>
        <translation>Result due</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/done.py" line="91" />
        <source>Đã thu {amount}</source>
        <translation>Collected {amount}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/done.py" line="91" />
        <source>Không thu lệ phí</source>
        <translation>No fee</translation>
    </message>
</context>
<context>
    <name>DossierDetail</name>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="67" />
        <location filename="../../ui/desk/dossier_detail.py" line="163" />
        <source>Trả kết quả</source>
        <translation>Return results</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="68" />
        <source>In giấy hẹn</source>
        <translation>Print receipt</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="68" />
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="69" />
        <source>Lưu PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="108" />
        <source>Chưa chọn hồ sơ</source>
        <translation>No dossier chosen</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="120" />
        <source>Diễn biến</source>
        <translation>Progress</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="133" />
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="134" />
        <source>Số định danh</source>
        <translation>ID number</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="135" />
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="136" />
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="137" />
        <source>Lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="137" />
        <source>Không thu</source>
        <translation>Free</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="138" />
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="147" />
        <source>quầy {desk}</source>
        <translation>desk {desk}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="150" />
        <source>{papers} giấy tờ, {pages} trang quét</source>
        <translation>{papers} papers, {pages} scanned pages</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="153" />
        <source>Tiếp nhận</source>
        <translation>Receive</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="160" />
        <source>{time}, người nhận: {who}</source>
        <translation>{time}, taken by: {who}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="165" />
        <source>hẹn {day}</source>
        <translation>due {day}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_detail.py" line="166" />
        <source>Trả kết quả tại quầy</source>
        <translation>Result handed over at the desk</translation>
    </message>
</context>
<context>
    <name>DossierModel</name>
    <message>
        <location filename="../../ui/desk/dossier_list.py" line="90" />
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_list.py" line="91" />
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_list.py" line="92" />
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_list.py" line="93" />
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossier_list.py" line="94" />
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
</context>
<context>
    <name>DossierTable</name>
    <message>
        <location filename="../../ui/desk/dossier_list.py" line="202" />
        <source>Danh sách hồ sơ</source>
        <translation>List of dossiers</translation>
    </message>
</context>
<context>
    <name>DossiersPage</name>
    <message>
        <location filename="../../ui/desk/dossiers_page.py" line="68" />
        <source>Hồ sơ mới</source>
        <translation>New dossier</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossiers_page.py" line="69" />
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossiers_page.py" line="70" />
        <source>Tìm hồ sơ</source>
        <translation>Find dossiers</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossiers_page.py" line="71" />
        <source>Mã hồ sơ, tên (không cần dấu), số định danh, điện thoại</source>
        <translation>Code, name (accents not needed), ID number, phone</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossiers_page.py" line="73" />
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossiers_page.py" line="74" />
        <source>Đến hạn hôm nay</source>
        <translation>Due today</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossiers_page.py" line="75" />
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossiers_page.py" line="76" />
        <source>Chưa trả kết quả</source>
        <translation>Not yet returned</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossiers_page.py" line="77" />
        <source>Đã trả</source>
        <translation>Returned</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossiers_page.py" line="85" />
        <source>Chọn dòng: ↑ ↓   Trả kết quả: Enter</source>
        <translation>Choose a row: ↑ ↓   Return result: Enter</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossiers_page.py" line="165" />
        <source>{count} hồ sơ quá hạn</source>
        <translation>Overdue: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossiers_page.py" line="171" />
        <source>Không tìm thấy hồ sơ nào. Thử ít chữ hơn, hoặc quét mã QR trên giấy hẹn.</source>
        <translation>No dossier found. Try fewer letters, or scan the QR code on the receipt.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossiers_page.py" line="173" />
        <source>Chưa có hồ sơ nào ở mục này.</source>
        <translation>No dossiers here yet.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/dossiers_page.py" line="175" />
        <source>{count} hồ sơ</source>
        <translation>Dossiers: {count}</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <location filename="../../ui/desk/receive/ending.py" line="80" />
        <source>Đang quét. Chờ quét xong hoặc bấm Dừng rồi tiếp nhận.</source>
        <translation>A scan is under way. Wait until it ends, or press Stop, then receive.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/ending.py" line="94" />
        <location filename="../../ui/desk/receive/ending.py" line="113" />
        <source>Đang in giấy hẹn…</source>
        <translation>Printing the receipt…</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/ending.py" line="153" />
        <source>Giấy hẹn đã gửi tới máy in.</source>
        <translation>The receipt was sent to the printer.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/ending.py" line="155" />
        <source>Máy tính này chưa có máy in giấy A4. Lưu giấy hẹn thành tệp PDF để in ở máy khác.</source>
        <translation>This computer has no A4 printer. Save the receipt as PDF to print it elsewhere.</translation>
    </message>
</context>
<context>
    <name>FeePart</name>
    <message>
        <location filename="../../ui/desk/receive/fee.py" line="33" />
        <source>Số lượng tính lệ phí</source>
        <translation>Units that the fee is counted by</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/fee.py" line="34" />
        <source>Cách thu</source>
        <translation>Payment</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/fee.py" line="34" />
        <source>Tiền mặt</source>
        <translation>Cash</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/fee.py" line="34" />
        <source>Chuyển khoản</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/fee.py" line="53" />
        <source>Miễn phí</source>
        <translation>Free of charge</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <location filename="../../ui/desk/help_panel.py" line="78" />
        <source>Trang vừa quét</source>
        <translation>Page just scanned</translation>
    </message>
    <message>
        <location filename="../../ui/desk/help_panel.py" line="79" />
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <location filename="../../ui/desk/help_panel.py" line="80" />
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
    <message>
        <location filename="../../ui/desk/help_panel.py" line="81" />
        <source>Phóng to</source>
        <translation>Enlarge</translation>
    </message>
    <message>
        <location filename="../../ui/desk/help_panel.py" line="82" />
        <source>Xóa trang</source>
        <translation>Delete page</translation>
    </message>
    <message>
        <location filename="../../ui/desk/help_panel.py" line="123" />
        <source>trang {number}/{count}</source>
        <translation>page {number}/{count}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/help_panel.py" line="142" />
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
    <message>
        <location filename="../../ui/desk/help_panel.py" line="143" />
        <source>Gõ mã, tên hoặc từ dân thường dùng, không cần dấu.</source>
        <translation>Type a code, a name or everyday words; accents are not needed.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/help_panel.py" line="147" />
        <source>Hay dùng</source>
        <translation>Often used</translation>
    </message>
    <message>
        <location filename="../../ui/desk/help_panel.py" line="158" />
        <source>Hồ sơ trước đây</source>
        <translation>Earlier dossiers</translation>
    </message>
    <message>
        <location filename="../../ui/desk/help_panel.py" line="161" />
        <source>{count} hồ sơ</source>
        <translation>Dossiers: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/help_panel.py" line="164" />
        <source>Chưa có hồ sơ nào của người này tại đây.</source>
        <translation>This person has no dossiers here yet.</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <location filename="../../ui/rating/pages.py" line="105" />
        <source>Xin chào ông/bà!</source>
        <translation>Welcome!</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="109" />
        <source>Quầy {desk}</source>
        <translation>Desk {desk}</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="112" />
        <source>Đang phục vụ</source>
        <translation>Now serving</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="118" />
        <source>Xong việc, mời ông/bà cho ý kiến tại đây.</source>
        <translation>When you are done, please tell us here how it went.</translation>
    </message>
</context>
<context>
    <name>KeysOverlay</name>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="23" />
        <source>Các phím tắt</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="30" />
        <source>Phím tắt ở quầy</source>
        <translation>Keys at the desk</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="40" />
        <source>Bấm phím bất kỳ để đóng.</source>
        <translation>Press any key to close.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="100" />
        <source>Gọi số tiếp theo</source>
        <translation>Call next number</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="101" />
        <source>Bắt đầu phục vụ khi người dân đến quầy</source>
        <translation>Begin the service when the citizen is at the desk</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="102" />
        <source>Gọi lại số đang gọi</source>
        <translation>Call the same number again</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="103" />
        <source>Kết thúc lượt, mời đánh giá</source>
        <translation>Finish, ask for a rating</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="104" />
        <source>Vắng mặt</source>
        <translation>No-show</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="105" />
        <source>Chuyển sang lĩnh vực khác</source>
        <translation>Transfer to another field</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="106" />
        <source>Đọc thẻ căn cước</source>
        <translation>Read identity card</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="107" />
        <source>Mở hoặc đóng khung bên phải</source>
        <translation>Open or close the panel at the right</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="108" />
        <source>Tìm nhanh hồ sơ, thủ tục, trang</source>
        <translation>Find dossiers, procedures, pages</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="109" />
        <source>Hồ sơ mới</source>
        <translation>New dossier</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="110" />
        <source>Quét giấy tờ vào dòng đang chọn</source>
        <translation>Scan into the current row</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="111" />
        <source>Xem trước, hoặc in lại giấy hẹn</source>
        <translation>Preview, or print the receipt again</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="112" />
        <source>Việc chính của trang</source>
        <translation>Main act of the page</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="113" />
        <source>Mở trang Tiếp nhận, Hồ sơ, Trả kết quả</source>
        <translation>Open Receive, Dossiers, Return results</translation>
    </message>
    <message>
        <location filename="../../ui/desk/keys_overlay.py" line="114" />
        <source>Bảng phím này</source>
        <translation>This list of keys</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <location filename="../../ui/kiosk/closed.py" line="25" />
        <source>Bây giờ chưa lấy số được</source>
        <translation>No numbers at this hour</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/closed.py" line="26" />
        <source>Cảm ơn ông/bà đã đến.</source>
        <translation>Thank you for coming.</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/closed.py" line="29" />
        <source>Mời ông/bà trở lại</source>
        <translation>Please come back</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/closed.py" line="35" />
        <source>Giờ làm việc</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/closed.py" line="38" />
        <source>Sáng</source>
        <translation>Morning</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/closed.py" line="38" />
        <source>Chiều</source>
        <translation>Afternoon</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/closed.py" line="44" />
        <source>Thứ Hai đến thứ Sáu</source>
        <translation>Monday to Friday</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/closed.py" line="45" />
        <source>Xem hồ sơ của tôi đến đâu</source>
        <translation>How far is my application?</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/closed.py" line="45" />
        <location filename="../../ui/kiosk/result.py" line="26" />
        <source>Đưa giấy hẹn vào máy quét</source>
        <translation>Hold your receipt to the scanner</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/closed.py" line="51" />
        <source>Cần hỏi gấp, mời gọi</source>
        <translation>Urgent? Please call</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/closed.py" line="117" />
        <source>{day} nghỉ {name}.</source>
        <translation>Closed on {day}: {name}.</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/closed.py" line="120" />
        <source>Số lấy trong giờ làm việc, ngay tại máy này.</source>
        <translation>Numbers are given out here during opening hours.</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/header.py" line="29" />
        <source>Nghe đọc</source>
        <translation>Listen</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/header.py" line="30" />
        <source>Tương phản</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/header.py" line="31" />
        <source>English</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/header.py" line="88" />
        <source>Trung tâm Phục vụ hành chính công</source>
        <translation>Public administration service centre</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/home.py" line="34" />
        <source>1 người đang chờ</source>
        <translation>1 person waiting</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/home.py" line="34" />
        <source>Không phải chờ</source>
        <translation>No waiting</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/home.py" line="36" />
        <source>{count} người đang chờ</source>
        <translation>{count} people waiting</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/home.py" line="81" />
        <source>Ông/bà cần làm việc gì?</source>
        <translation>What do you need today?</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/home.py" line="83" />
        <source>Chạm vào một ô để lấy số.</source>
        <translation>Touch a box to take a number.</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/home.py" line="92" />
        <source>Tôi đến nhận kết quả</source>
        <translation>I am here for my result</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/home.py" line="93" />
        <source>Đưa giấy hẹn hoặc căn cước vào máy quét</source>
        <translation>Hold your receipt or identity card to the scanner</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/home.py" line="102" />
        <source>Số của ông/bà sẽ được ưu tiên</source>
        <translation>Your number will have priority</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/home.py" line="103" />
        <source>Chạm vào đây để đổi</source>
        <translation>Touch here to change</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/home.py" line="104" />
        <source>Cao tuổi · khuyết tật · mang thai
có con nhỏ · người có công</source>
        <translation>Older · disabled · pregnant
with a small child · person of merit</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/home.py" line="105" />
        <location filename="../../ui/kiosk/procedures.py" line="120" />
        <source>Tôi được ưu tiên</source>
        <translation>I have priority</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="51" />
        <source>Số của ông/bà</source>
        <translation>Your number</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="60" />
        <source>Mời ông/bà lấy phiếu</source>
        <translation>Please take your ticket</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="60" />
        <source>Đang in phiếu…</source>
        <translation>Printing your ticket…</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="62" />
        <source>ở khe phía dưới màn hình.</source>
        <translation>from the slot below the screen.</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="63" />
        <location filename="../../ui/kiosk/number.py" line="64" />
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="123" />
        <source>Mời ông/bà nhớ số này</source>
        <translation>Please remember this number</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="129" />
        <source>Mã QR để xem khi nào đến lượt</source>
        <translation>QR code to see when it is your turn</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="130" />
        <source>Chụp mã bằng điện thoại</source>
        <translation>Scan with your phone</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="131" />
        <source>để xem khi nào đến lượt</source>
        <translation>to see when it is your turn</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="133" />
        <location filename="../../ui/kiosk/number.py" line="135" />
        <source>Tôi đã nhớ số</source>
        <translation>I will remember it</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="142" />
        <source>Máy hết giấy. Số của ông/bà vẫn dùng được.</source>
        <translation>Out of paper. Your number is still valid.</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="144" />
        <source>Phiếu có thể chưa in xong. Số của ông/bà vẫn dùng được.</source>
        <translation>The ticket may not have printed. Your number is still valid.</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="145" />
        <source>Máy in đang trục trặc. Số của ông/bà vẫn dùng được.</source>
        <translation>The printer is out of order. Your number is still valid.</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="148" />
        <source>Đọc to số của tôi</source>
        <translation>Read my number aloud</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="199" />
        <source>{count} người</source>
        <translation>{count} people</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="201" />
        <source>1 người</source>
        <translation>1 person</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="201" />
        <source>Không còn ai</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="202" />
        <source>Trước ông/bà</source>
        <translation>Before you</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="204" />
        <source>{count} phút</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="206" />
        <source>Đến lượt ngay</source>
        <translation>Your turn now</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="207" />
        <source>Chờ khoảng</source>
        <translation>Waiting time about</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="209" />
        <source>Khi nghe gọi số, mời đến</source>
        <translation>When called, please go to</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="217" />
        <source>Quầy {desk}</source>
        <translation>Desk {desk}</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/number.py" line="219" />
        <source>Quầy {first} hoặc {last}</source>
        <translation>Desk {first} or {last}</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/page.py" line="84" />
        <source>Tự về trang đầu sau {seconds} giây</source>
        <translation>Back to the start in {seconds} s</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/procedures.py" line="40" />
        <source>Mang theo: {papers}</source>
        <translation>Bring: {papers}</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/procedures.py" line="107" />
        <source>{field}: việc nào?</source>
        <translation>{field}: which one?</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/procedures.py" line="111" />
        <source>Không rõ việc nào? Lấy số, cán bộ sẽ hướng dẫn.</source>
        <translation>Not sure? Take a number, an officer will help you.</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/procedures.py" line="117" />
        <location filename="../../ui/kiosk/procedures.py" line="118" />
        <location filename="../../ui/kiosk/procedures.py" line="193" />
        <location filename="../../ui/kiosk/procedures.py" line="194" />
        <location filename="../../ui/kiosk/result.py" line="29" />
        <location filename="../../ui/kiosk/result.py" line="30" />
        <location filename="../../ui/kiosk/result.py" line="104" />
        <location filename="../../ui/kiosk/result.py" line="105" />
        <location filename="../../ui/kiosk/result.py" line="145" />
        <location filename="../../ui/kiosk/result.py" line="146" />
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/procedures.py" line="178" />
        <source>Vì sao ông/bà được ưu tiên?</source>
        <translation>Why do you have priority?</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/procedures.py" line="179" />
        <source>Chạm vào một ô. Không cần giấy tờ ở máy này.</source>
        <translation>Touch a box. No papers are needed here.</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/procedures.py" line="182" />
        <source>Tôi cao tuổi</source>
        <translation>I am elderly</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/procedures.py" line="183" />
        <source>Tôi là người khuyết tật</source>
        <translation>I have a disability</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/procedures.py" line="184" />
        <source>Tôi đang mang thai</source>
        <translation>I am pregnant</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/procedures.py" line="185" />
        <source>Tôi có con nhỏ đi cùng</source>
        <translation>I have a small child with me</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/procedures.py" line="186" />
        <source>Tôi là người có công</source>
        <translation>I am a person of merit</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/procedures.py" line="192" />
        <source>Không ưu tiên</source>
        <translation>No priority</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/result.py" line="27" />
        <source>Để mã vuông trên giấy hẹn, hoặc trên thẻ căn cước, trước ô kính có đèn.</source>
        <translation>Hold the square code on your receipt, or on your identity card, in front of the lit window.</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/result.py" line="65" />
        <source>Lấy số</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/result.py" line="95" />
        <source>Hồ sơ của ông/bà</source>
        <translation>Your applications</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/result.py" line="95" />
        <source>Chưa tìm thấy hồ sơ</source>
        <translation>No application found</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/result.py" line="100" />
        <source>Mời ông/bà quét lại giấy hẹn,
hoặc quay lại lấy số để cán bộ tìm giúp.</source>
        <translation>Please scan your receipt again,
or go back and take a number for help.</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/result.py" line="112" />
        <source>Đã trả kết quả ngày {date}</source>
        <translation>Result handed over on {date}</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/result.py" line="114" />
        <source>Đã đến hẹn, mời lấy số</source>
        <translation>The day has come, please take a number</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/result.py" line="116" />
        <source>Chưa đến hẹn: {date}</source>
        <translation>Not yet: due {date}</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/window.py" line="221" />
        <source>Nhận kết quả</source>
        <translation>Collecting a result</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/window.py" line="268" />
        <source>Chưa lấy được số lúc này.</source>
        <translation>No number can be given right now.</translation>
    </message>
    <message>
        <location filename="../../ui/kiosk/window.py" line="268" />
        <source>Mời ông/bà gặp cán bộ hướng dẫn.</source>
        <translation>Please ask an officer for help.</translation>
    </message>
</context>
<context>
    <name>KioskScreen</name>
    <message>
        <location filename="../../ui/kiosk/screen.py" line="67" />
        <source>Máy lấy số</source>
        <translation>Number kiosk</translation>
    </message>
</context>
<context>
    <name>LostCard</name>
    <message>
        <location filename="../../ui/board/calls.py" line="320" />
        <source>Cần hỏi?</source>
        <translation>Questions?</translation>
    </message>
    <message>
        <location filename="../../ui/board/calls.py" line="321" />
        <source>Mời ông/bà đến bàn hướng dẫn.</source>
        <translation>Please go to the information desk.</translation>
    </message>
    <message>
        <location filename="../../ui/board/calls.py" line="324" />
        <source>Đang tự kết nối lại…</source>
        <translation>Reconnecting by itself…</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <location filename="../../ui/messages.py" line="50" />
        <source>đang chờ</source>
        <translation>waiting</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="51" />
        <source>đã gọi</source>
        <translation>called</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="52" />
        <source>đang phục vụ</source>
        <translation>being served</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="53" />
        <source>đã xong</source>
        <translation>finished</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="54" />
        <source>vắng mặt</source>
        <translation>absent</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="55" />
        <source>đã hủy</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="56" />
        <source>đã tiếp nhận</source>
        <translation>received</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="57" />
        <source>đã trả kết quả</source>
        <translation>returned</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="58" />
        <source>máy in</source>
        <translation>printer</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="59" />
        <source>bàn phím đánh giá</source>
        <translation>rating keypad</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="60" />
        <source>máy quét</source>
        <translation>scanner</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="61" />
        <source>máy đọc mã</source>
        <translation>code reader</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="62" />
        <source>loa</source>
        <translation>speaker</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="68" />
        <source>Chương trình đang mở ở một cửa sổ khác.</source>
        <translation>The program is already open in another window.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="69" />
        <source>Dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại. Thư mục: {path}</source>
        <translation>Use that window, or close it and try again. Folder: {path}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="72" />
        <source>Không ghi được vào thư mục dữ liệu.</source>
        <translation>The data folder cannot be written.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="73" />
        <source>Nhờ người quản trị cấp quyền ghi cho {path}.</source>
        <translation>Ask the administrator for permission to write to {path}.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="80" />
        <source>Ổ đĩa không đọc hoặc ghi được, việc vừa làm chưa được lưu.</source>
        <translation>The disk cannot be read or written; what you just did was not saved.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="81" />
        <source>Làm lại; nếu vẫn lỗi, hãy gọi người phụ trách máy và giữ nguyên {path}.</source>
        <translation>Try again; if it still fails, call whoever looks after the machine and leave {path} as it is.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="76" />
        <source>Ổ đĩa đã đầy, việc vừa làm chưa được lưu.</source>
        <translation>The disk is full; what you just did was not saved.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="77" />
        <source>Xóa bớt tệp không cần trên ổ chứa {path} rồi làm lại.</source>
        <translation>Delete files you do not need on the disk of {path}, then do it again.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="80" />
        <source>Không tìm thấy khóa mở dữ liệu.</source>
        <translation>The key to the data was not found.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="81" />
        <source>Nhờ người quản trị khôi phục khóa từ bản sao lưu. Thư mục: {path}</source>
        <translation>Ask the administrator to restore the key from the backup. Folder: {path}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="84" />
        <source>Khóa không mở được dữ liệu.</source>
        <translation>The key does not open the data.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="85" />
        <source>Nhờ người quản trị dùng đúng khóa của máy này. Tệp: {path}</source>
        <translation>Ask the administrator for this machine's key. File: {path}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="88" />
        <source>Thư viện dữ liệu quá cũ ({found}, cần {needed}).</source>
        <translation>The database library is too old ({found}, {needed} is needed).</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="89" />
        <source>Nhờ người quản trị cài lại chương trình.</source>
        <translation>Ask the administrator to install the program again.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="92" />
        <source>Tệp dữ liệu bị hỏng.</source>
        <translation>The data file is damaged.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="93" />
        <source>Đừng xóa gì. Nhờ người quản trị khôi phục bản sao lưu của {path}.</source>
        <translation>Delete nothing. Ask the administrator to restore the backup of {path}.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="96" />
        <source>Dữ liệu do bản chương trình mới hơn tạo ra.</source>
        <translation>The data was made by a newer version of the program.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="97" />
        <source>Cài bản chương trình mới nhất rồi mở lại.</source>
        <translation>Install the newest version and open it again.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="100" />
        <source>Máy này chưa được cài đặt cho quầy.</source>
        <translation>This machine has not been set up for a counter.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="101" />
        <source>Chạy bước cài đặt ban đầu. Thư mục: {path}</source>
        <translation>Run the first set-up. Folder: {path}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="104" />
        <source>Tệp cài đặt có chỗ chưa đúng: {detail}.</source>
        <translation>Something in the settings file is wrong: {detail}.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="105" />
        <source>Sửa tệp {path} rồi mở lại chương trình.</source>
        <translation>Correct {path} and open the program again.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="108" />
        <source>Chưa có tệp này trên máy.</source>
        <translation>This file is not on this machine yet.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="109" />
        <source>Chờ đồng bộ xong rồi mở lại, hoặc quét lại trang.</source>
        <translation>Wait for the sync and open it again, or scan the page again.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="112" />
        <source>Tệp này bị hỏng trên máy.</source>
        <translation>This file is damaged on this machine.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="113" />
        <source>Quét lại trang. Các trang khác không bị ảnh hưởng.</source>
        <translation>Scan the page again. Other pages are not affected.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="117" />
        <source>Số {label} {state}, nên không làm được việc này.</source>
        <translation>Number {label} is {state}, so this cannot be done.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="118" />
        <source>Xem lại hàng chờ rồi chọn số khác.</source>
        <translation>Look at the queue and choose another number.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="121" />
        <source>Không tìm thấy số này hôm nay.</source>
        <translation>There is no such number today.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="122" />
        <source>Kiểm tra lại số trên phiếu, hoặc lấy số mới.</source>
        <translation>Check the number on the ticket, or take a new one.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="125" />
        <source>Quầy {desk} đang có số {label}.</source>
        <translation>Desk {desk} already has number {label}.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="126" />
        <source>Kết thúc hoặc báo vắng số {label} rồi gọi số tiếp theo.</source>
        <translation>Finish {label} or mark it absent, then call the next.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="129" />
        <source>Hiện không có ai đang chờ.</source>
        <translation>Nobody is waiting now.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="130" />
        <source>Khi có người lấy số, hàng chờ bên trái sẽ hiện.</source>
        <translation>The queue on the left will show when somebody takes a number.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="133" />
        <source>Lĩnh vực này không còn nhận số.</source>
        <translation>This field gives out no more numbers.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="134" />
        <source>Chọn lĩnh vực khác, hoặc hỏi cán bộ hướng dẫn.</source>
        <translation>Choose another field, or ask an officer.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="137" />
        <source>Không có cán bộ này trong danh sách.</source>
        <translation>This officer is not in the list.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="138" />
        <source>Chọn lại tên, hoặc nhờ người quản trị thêm tài khoản.</source>
        <translation>Choose the name again, or ask the administrator to add the account.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="141" />
        <source>Mã PIN chưa đúng.</source>
        <translation>The PIN is wrong.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="142" />
        <source>Nhập lại. Còn {left} lần trước khi tạm khóa.</source>
        <translation>Try again. {left} tries left before the account is locked.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="145" />
        <source>Đã nhập sai nhiều lần, tài khoản tạm khóa.</source>
        <translation>Too many wrong tries, the account is locked for a while.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="146" />
        <source>Thử lại sau {minutes} phút.</source>
        <translation>Try again in {minutes} minutes.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="149" />
        <source>Không có thủ tục mã {code} trong danh mục.</source>
        <translation>There is no procedure {code} in the catalogue.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="150" />
        <source>Tìm lại theo tên hoặc từ thường dùng.</source>
        <translation>Search by its name or usual words.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="153" />
        <source>Không tìm thấy hồ sơ.</source>
        <translation>The dossier was not found.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="154" />
        <source>Kiểm tra lại mã trên giấy hẹn, hoặc tìm theo tên.</source>
        <translation>Check the code on the receipt, or search by name.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="157" />
        <source>Hồ sơ {code} {state}, nên không làm được việc này.</source>
        <translation>Dossier {code} is {state}, so this cannot be done.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="158" />
        <source>Mở hồ sơ để xem ai đã làm và lúc nào.</source>
        <translation>Open the dossier to see who did what, and when.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="161" />
        <source>Chưa chọn thủ tục.</source>
        <translation>No procedure is chosen.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="162" />
        <source>Gõ tên hoặc mã thủ tục ở ô đầu trang.</source>
        <translation>Type its name or code in the first field.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="165" />
        <source>Chưa có họ tên người nộp.</source>
        <translation>The applicant's name is missing.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="166" />
        <source>Quét căn cước, hoặc gõ họ tên.</source>
        <translation>Scan the identity card, or type the name.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="169" />
        <source>Số định danh chưa đúng.</source>
        <translation>The identity number is wrong.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="170" />
        <source>Số định danh có 12 chữ số (chứng minh nhân dân cũ có 9).</source>
        <translation>It has 12 digits (9 on an old card).</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="173" />
        <source>Ngày sinh “{text}” chưa đúng.</source>
        <translation>The date of birth “{text}” is wrong.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="174" />
        <source>Gõ ngày/tháng/năm, ví dụ 05/09/1962.</source>
        <translation>Type day/month/year, for example 05/09/1962.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="177" />
        <source>Còn thiếu giấy tờ: {names}.</source>
        <translation>Papers are missing: {names}.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="178" />
        <source>Bổ sung, hoặc ghi “không áp dụng” nếu không cần.</source>
        <translation>Add them, or mark them “not applicable”.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="181" />
        <source>Lượt đánh giá đã đóng.</source>
        <translation>This rating is closed.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="182" />
        <source>Lượt mới mở khi cán bộ kết thúc phục vụ.</source>
        <translation>A new one opens when the officer ends a service.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="185" />
        <source>Ông/bà đã đánh giá lượt này rồi. Xin cảm ơn.</source>
        <translation>You have already rated this service. Thank you.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="186" />
        <source>Mỗi lượt phục vụ chỉ đánh giá một lần.</source>
        <translation>Each service is rated once.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="189" />
        <source>Mã vừa quét không phải mã trên thẻ căn cước ({found}/{needed} mục).</source>
        <translation>This is not the code of an identity card ({found} of {needed} fields).</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="190" />
        <source>Quét mã QR ở góc thẻ căn cước, hoặc gõ tay.</source>
        <translation>Scan the QR code in the corner of the card, or type.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="193" />
        <source>Số định danh trong mã QR chưa đúng.</source>
        <translation>The identity number in the QR code is wrong.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="194" />
        <source>Lau thẻ và quét lại, hoặc gõ tay theo mặt thẻ.</source>
        <translation>Wipe the card and scan again, or type what is on it.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="197" />
        <source>Ngày trong mã QR chưa đúng.</source>
        <translation>A date in the QR code is wrong.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="198" />
        <source>Quét lại, hoặc gõ tay theo mặt thẻ.</source>
        <translation>Scan again, or type what is on the card.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="201" />
        <source>Máy đọc làm hỏng dấu tiếng Việt.</source>
        <translation>The reader spoils Vietnamese letters.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="202" />
        <source>Đặt máy đọc ở chế độ UTF-8 (xem tờ kèm máy). Tạm thời gõ tay họ tên, địa chỉ.</source>
        <translation>Set the reader to UTF-8 as its leaflet says. Type name and address by hand for now.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="206" />
        <source>Chưa thấy {device}.</source>
        <translation>Not found: {device}.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="207" />
        <source>Kiểm tra dây cắm và nguồn. Máy tự nhận lại khi cắm đúng.</source>
        <translation>Check cable and power. It is found again by itself.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="210" />
        <source>Chương trình khác đang dùng {device}.</source>
        <translation>Another program is using the {device}.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="211" />
        <source>Đóng chương trình kia. Máy tự thử lại.</source>
        <translation>Close that program. It is tried again by itself.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="214" />
        <source>Mất kết nối với {device}.</source>
        <translation>The connection to the {device} is lost.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="215" />
        <source>Cắm lại dây. Máy tự nối lại, việc đang làm vẫn còn.</source>
        <translation>Plug it in again. It reconnects by itself; your work is kept.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="218" />
        <source>Thiết bị không trả lời sau {seconds} giây: {device}.</source>
        <translation>No answer in {seconds} s from the {device}.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="219" />
        <source>Tắt rồi bật lại thiết bị. Máy tự nối lại.</source>
        <translation>Turn it off and on. It reconnects by itself.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="222" />
        <source>Cài đặt của {device} chưa đúng: {detail}.</source>
        <translation>The settings of the {device} are wrong: {detail}.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="223" />
        <source>Sửa trong tệp settings.toml của thư mục dữ liệu rồi mở lại.</source>
        <translation>Correct it in settings.toml in the data folder, then open the program again.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="226" />
        <source>Máy in hết giấy. Số vẫn có hiệu lực.</source>
        <translation>The printer is out of paper. Numbers stay valid.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="227" />
        <source>Thay cuộn giấy; các phiếu sau lại in bình thường.</source>
        <translation>Change the roll; the next tickets print as usual.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="230" />
        <source>Máy in sắp hết giấy.</source>
        <translation>The printer is running out of paper.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="231" />
        <source>Chuẩn bị cuộn giấy mới.</source>
        <translation>Have a new roll ready.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="234" />
        <source>Nắp máy in đang mở.</source>
        <translation>The printer's cover is open.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="235" />
        <source>Đóng nắp đến khi nghe tiếng khớp.</source>
        <translation>Close it until it clicks.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="238" />
        <source>Dao cắt của máy in bị kẹt.</source>
        <translation>The printer's cutter is stuck.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="239" />
        <source>Tắt máy in, mở nắp, gỡ giấy kẹt rồi bật lại.</source>
        <translation>Turn it off, open it, free the paper, turn it on.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="242" />
        <source>Máy in báo lỗi. Số và hồ sơ vẫn được lưu.</source>
        <translation>The printer reports a fault. Numbers and dossiers are kept.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="243" />
        <source>Tắt rồi bật lại máy in. Nếu vẫn lỗi, báo kỹ thuật.</source>
        <translation>Turn it off and on. If that does not help, call support.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="246" />
        <source>Chưa rõ giấy đã in hay chưa (đã gửi {sent}/{total} byte).</source>
        <translation>It may or may not have printed ({sent} of {total} bytes sent).</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="247" />
        <source>Nhìn khe giấy: nếu chưa ra, bấm in lại.</source>
        <translation>Look at the slot: if nothing came out, print again.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="250" />
        <source>Bàn phím đánh giá gửi {count} tín hiệu lạ.</source>
        <translation>The rating keypad sent {count} unknown signals.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="251" />
        <source>Kiểm tra dây và tốc độ cổng (baud) của bàn phím trong settings.toml.</source>
        <translation>Check the keypad's cable and its port speed (baud) in settings.toml.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="254" />
        <source>Máy đọc gửi {count} dòng không đọc được.</source>
        <translation>The reader sent {count} unreadable lines.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="255" />
        <source>Đặt máy đọc ở chế độ USB-COM, UTF-8.</source>
        <translation>Set the reader to USB-COM, UTF-8.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="258" />
        <source>Kẹt giấy. {pages} trang đã quét vẫn còn.</source>
        <translation>Paper jam. {pages} scanned pages are kept.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="259" />
        <source>Mở nắp, gỡ tờ kẹt rồi quét tiếp từ tờ đó.</source>
        <translation>Open the cover, free the sheet and go on from it.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="262" />
        <source>Khay quét không có giấy.</source>
        <translation>The scanner's tray is empty.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="263" />
        <source>Đặt giấy vào khay, mặt in quay lên, rồi quét lại.</source>
        <translation>Put the sheets in face up and scan again.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="266" />
        <source>Nắp máy quét đang mở.</source>
        <translation>The scanner's cover is open.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="267" />
        <source>Đóng nắp rồi quét lại.</source>
        <translation>Close it and scan again.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="270" />
        <source>Máy quét ngừng giữa chừng ({detail}).</source>
        <translation>The scanner stopped half way ({detail}).</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="271" />
        <source>Kiểm tra dây rồi quét tiếp. Các trang đã quét vẫn còn.</source>
        <translation>Check the cable and go on. The scanned pages are kept.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="274" />
        <source>Đã dừng quét. {pages} trang vẫn còn.</source>
        <translation>The scan was stopped. {pages} pages are kept.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="275" />
        <source>Bấm quét để quét tiếp.</source>
        <translation>Press scan to go on.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="278" />
        <source>Trang cuối bị cắt ngang. {pages} trang trước vẫn còn.</source>
        <translation>The last page was cut off. {pages} earlier pages are kept.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="279" />
        <source>Quét lại trang cuối.</source>
        <translation>Scan the last page again.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="282" />
        <source>Loa không phát được. Số gọi vẫn hiện trên bảng.</source>
        <translation>The speaker does not work. Calls still show on the board.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="283" />
        <source>Kiểm tra dây loa và âm lượng.</source>
        <translation>Check its cable and volume.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="287" />
        <source>Mất kết nối. Mọi việc ở quầy vẫn làm được và được lưu trên máy.</source>
        <translation>The link is down. Everything at the desk still works and is kept here.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="288" />
        <source>Không cần làm gì: khi có mạng, máy tự gửi.</source>
        <translation>Nothing to do: it is sent when the network is back.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="291" />
        <source>Máy chủ từ chối ({status} {title}).</source>
        <translation>The server refused ({status} {title}).</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="292" />
        <source>Dữ liệu vẫn ở máy này. Báo người quản trị kèm dòng trên.</source>
        <translation>The data is still here. Tell the administrator the line above.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="295" />
        <source>Máy chủ hết chỗ chứa.</source>
        <translation>The server is full.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="296" />
        <source>Dữ liệu vẫn ở máy này. Báo người quản trị máy chủ.</source>
        <translation>The data is still here. Tell the server's administrator.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="299" />
        <source>Mã ghi danh máy trạm không đúng hoặc đã dùng.</source>
        <translation>The enrolment code is wrong or already used.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="300" />
        <source>Xin quản trị máy chủ tỉnh cấp mã mới.</source>
        <translation>Ask the administrator of the province's server for a new code.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="303" />
        <source>Máy chủ chưa biết máy trạm này.</source>
        <translation>The server does not know this station.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="304" />
        <source>Xin mã của tỉnh và ghi danh lại máy.</source>
        <translation>Ask the province for a code and enrol this station again.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="307" />
        <source>Máy trạm này không còn quyền gửi dữ liệu. Dữ liệu vẫn ở máy này.</source>
        <translation>This station may no longer send data. The data is still here.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="308" />
        <source>Liên hệ người quản trị của tỉnh.</source>
        <translation>Contact the province's administrator.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="311" />
        <source>Đồng hồ máy này lệch {minutes} phút so với máy chủ.</source>
        <translation>This machine's clock is {minutes} minutes off the server's.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="312" />
        <source>Chỉnh lại ngày giờ của máy.</source>
        <translation>Set its date and time.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="315" />
        <source>Máy chủ còn thiếu các mục từ số {expected}.</source>
        <translation>The server lacks entries from number {expected}.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="316" />
        <source>Máy tự gửi lại. Nếu còn sau một giờ, báo người quản trị.</source>
        <translation>They are sent again. If it lasts an hour, tell the administrator.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="319" />
        <source>Hai máy dùng chung một danh tính (mục {seq}).</source>
        <translation>Two machines use one identity (entry {seq}).</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="320" />
        <source>Ngừng dùng máy sao chép và báo người quản trị ngay.</source>
        <translation>Stop using the copied machine and tell the administrator at once.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="323" />
        <source>Một mục nhận về không hợp lệ (mục {seq}): {detail}.</source>
        <translation>An entry received is not valid (entry {seq}): {detail}.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="324" />
        <source>Báo người quản trị. Các mục khác không bị ảnh hưởng.</source>
        <translation>Tell the administrator. Other entries are not affected.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="327" />
        <source>Cổng {port} trên {host} đã có chương trình khác dùng.</source>
        <translation>Another program uses port {port} on {host}.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="328" />
        <source>Chọn cổng khác trong tệp cài đặt.</source>
        <translation>Choose another port in the settings file.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="332" />
        <source>Không có màn hình để mở cửa sổ.</source>
        <translation>There is no display to open a window on.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="333" />
        <source>Đăng nhập vào phiên có màn hình rồi chạy lại.</source>
        <translation>Sign in to a session with a display and run it again.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="336" />
        <source>Không ghi được tệp {path}.</source>
        <translation>The file {path} cannot be written.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="337" />
        <source>Chọn thư mục khác, hoặc kiểm tra quyền ghi và chỗ trống.</source>
        <translation>Choose another folder, or check permissions and free space.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <location filename="../../ui/board/calls.py" line="299" />
        <source>Mời ông/bà nghe cán bộ gọi số. Số đã lấy vẫn dùng được.</source>
        <translation>Please listen for your number. Tickets already taken stay valid.</translation>
    </message>
    <message>
        <location filename="../../ui/board/calls.py" line="304" />
        <source>Màn hình tạm mất kết nối từ {time}</source>
        <translation>This screen has been offline since {time}</translation>
    </message>
</context>
<context>
    <name>OfficerRow</name>
    <message>
        <location filename="../../ui/setup/officers.py" line="24" />
        <source>Họ và tên</source>
        <translation type="unfinished">Full name</translation>
    </message>
    <message>
        <location filename="../../ui/setup/officers.py" line="25" />
        <source>Chức danh</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/officers.py" line="26" />
        <source>Mã PIN</source>
        <translation type="unfinished">PIN</translation>
    </message>
    <message>
        <location filename="../../ui/setup/officers.py" line="27" />
        <source>Nhập lại mã PIN</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/officers.py" line="28" />
        <source>Công chức tư pháp – hộ tịch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/officers.py" line="32" />
        <source>Bỏ cán bộ này</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>OfficerRows</name>
    <message>
        <location filename="../../ui/setup/officers.py" line="64" />
        <source>Thêm cán bộ</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>OpeningWindow</name>
    <message>
        <location filename="../../ui/opening/window.py" line="26" />
        <location filename="../../ui/opening/window.py" line="87" />
        <source>Quầy Một Cửa</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/opening/window.py" line="27" />
        <location filename="../../ui/opening/window.py" line="75" />
        <source>Đang mở Quầy Một Cửa</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/opening/window.py" line="45" />
        <source>Thử lại</source>
        <translation type="unfinished">Try again</translation>
    </message>
    <message>
        <location filename="../../ui/opening/window.py" line="46" />
        <source>Thoát</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/opening/window.py" line="91" />
        <source>Bộ phận tiếp nhận và trả kết quả</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/opening/window.py" line="98" />
        <source>Đang mở, xin chờ giây lát…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/opening/window.py" line="100" />
        <source>Kiểm tra dữ liệu và kết nối thiết bị.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Outside</name>
    <message>
        <location filename="../../ui/desk/outside.py" line="84" />
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <location filename="../../ui/desk/outside.py" line="105" />
        <source>Mất kết nối từ {time}. Vẫn gọi số, tiếp nhận và in bình thường.</source>
        <translation>No connection since {time}. Calling, receiving and printing go on as usual.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/outside.py" line="106" />
        <source>Hồ sơ và mã hồ sơ có giá trị ngay; mọi thứ tự gửi khi có kết nối, không cần thao tác.</source>
        <translation>Dossiers and their codes are valid at once; everything is sent when the link is back, nothing to do.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message numerus="yes">
        <location filename="../../ui/virtual_devices/paper.py" line="78" />
        <source>Phiếu đã in: %n</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
</context>
<context>
    <name>PaperControl</name>
    <message>
        <location filename="../../ui/desk/receive/paper_control.py" line="83" />
        <source>Đã xóa trang {number} của “{paper}”.</source>
        <translation>Page {number} of “{paper}” deleted.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/paper_control.py" line="91" />
        <source>Đặt lại</source>
        <translation>Put back</translation>
    </message>
</context>
<context>
    <name>PaperTray</name>
    <message>
        <location filename="../../ui/virtual_devices/paper.py" line="103" />
        <source>Chưa có phiếu nào. Lấy số ở màn hình lấy số.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ProcedureChoice</name>
    <message>
        <location filename="../../ui/desk/receive/procedure.py" line="43" />
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/procedure.py" line="50" />
        <source>Mã, tên hoặc từ thường dùng, không cần dấu</source>
        <translation>Code, name or everyday words; accents not needed</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/procedure.py" line="52" />
        <source>Thủ tục tìm thấy</source>
        <translation>Procedures found</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/procedure.py" line="96" />
        <source>Không có thủ tục nào khớp. Thử từ khác hoặc gõ mã thủ tục.</source>
        <translation>No procedure matches. Try other words, or type its code.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/procedure.py" line="97" />
        <source>{found} trong {total} thủ tục</source>
        <translation>{found} of {total} procedures</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/procedure.py" line="114" />
        <source>tên thường gọi: {name}</source>
        <translation>usual name: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/procedure.py" line="123" />
        <source>mã thủ tục</source>
        <translation>procedure code</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/procedure.py" line="125" />
        <source>tên thủ tục</source>
        <translation>procedure name</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/procedure.py" line="129" />
        <source>gần đúng</source>
        <translation>close match</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <location filename="../../ui/desk/queue_state.py" line="80" />
        <source>người cao tuổi</source>
        <translation>elderly</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_state.py" line="81" />
        <source>người khuyết tật</source>
        <translation>disabled</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_state.py" line="82" />
        <source>phụ nữ mang thai</source>
        <translation>pregnant</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_state.py" line="83" />
        <source>có con nhỏ</source>
        <translation>with a small child</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_state.py" line="84" />
        <source>người có công</source>
        <translation>person of merit</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message>
        <location filename="../../ui/desk/queue_controller.py" line="165" />
        <source>Kết thúc và gọi tiếp</source>
        <translation>Finish and call next</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_controller.py" line="168" />
        <source>Không còn ai chờ ở quầy này.</source>
        <translation>Nobody is waiting for this desk.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_controller.py" line="169" />
        <source>Có số mới, hàng chờ bên trái sẽ hiện ngay.</source>
        <translation>A new number will show in the queue at the left at once.</translation>
    </message>
</context>
<context>
    <name>QueueKeys</name>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="43" />
        <source>Bắt đầu phục vụ</source>
        <translation>Begin service</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="43" />
        <source>Bắt đầu</source>
        <translation>Begin</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="46" />
        <source>Gọi số tiếp theo</source>
        <translation>Call next number</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="52" />
        <source>Gọi tiếp</source>
        <translation>Call next</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="54" />
        <source>Gọi lại</source>
        <translation>Call again</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="55" />
        <source>Kết thúc</source>
        <translation>Finish</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="56" />
        <source>Vắng mặt</source>
        <translation>No-show</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="57" />
        <source>Chuyển</source>
        <translation>Transfer</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="135" />
        <source>Đang đọc hàng chờ…</source>
        <translation>Reading the queue…</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="138" />
        <source>Không còn ai chờ ở quầy này.</source>
        <translation>Nobody is waiting for this desk.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="144" />
        <source>Vắng mặt, còn gọi lại được</source>
        <translation>No-shows that can be called back</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="149" />
        <source>Số tiếp theo</source>
        <translation>Next numbers</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="157" />
        <source>Đang chờ</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="158" />
        <source>{count} người</source>
        <translation>{count} people</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="161" />
        <source>số liệu đến {time}</source>
        <translation>figures of {time}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="164" />
        <source>lâu nhất</source>
        <translation>longest</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="201" />
        <source>{time} · {count} lần</source>
        <translation>{time} · called {count}×</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="204" />
        <source>Gọi lại</source>
        <translation>Call again</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_panel.py" line="204" />
        <source>Gọi lại số {label}</source>
        <translation>Call number {label} again</translation>
    </message>
</context>
<context>
    <name>QueueRail</name>
    <message>
        <location filename="../../ui/desk/queue_rail.py" line="115" />
        <source>Bắt đầu</source>
        <translation>Begin</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_rail.py" line="116" />
        <source>Gọi tiếp</source>
        <translation>Call next</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_rail.py" line="117" />
        <source>Gọi lại</source>
        <translation>Call again</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_rail.py" line="118" />
        <source>Kết thúc</source>
        <translation>Finish</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_rail.py" line="119" />
        <source>Vắng mặt</source>
        <translation>No-show</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_rail.py" line="120" />
        <source>Chuyển</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_rail.py" line="122" />
        <source>đang chờ</source>
        <translation>waiting</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_rail.py" line="123" />
        <source>lâu nhất</source>
        <translation>longest</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_rail.py" line="126" />
        <source>Mở rộng hàng chờ</source>
        <translation>Widen the queue</translation>
    </message>
    <message>
        <location filename="../../ui/desk/queue_rail.py" line="178" />
        <source>trống</source>
        <translation>free</translation>
    </message>
</context>
<context>
    <name>QuickFind</name>
    <message>
        <location filename="../../ui/desk/quick_find.py" line="30" />
        <source>Tìm thấy</source>
        <translation>Found</translation>
    </message>
    <message>
        <location filename="../../ui/desk/quick_find.py" line="88" />
        <source>Tiếp nhận</source>
        <translation>Receive</translation>
    </message>
    <message>
        <location filename="../../ui/desk/quick_find.py" line="94" />
        <source>Mở trang</source>
        <translation>Open page</translation>
    </message>
    <message>
        <location filename="../../ui/desk/quick_find.py" line="98" />
        <source>Không tìm thấy hồ sơ hay thủ tục nào.</source>
        <translation>No dossier or procedure found.</translation>
    </message>
</context>
<context>
    <name>RatingPage</name>
    <message>
        <location filename="../../ui/rating/pages.py" line="210" />
        <source>Bỏ qua</source>
        <translation>Skip</translation>
    </message>
</context>
<context>
    <name>RatingScreen</name>
    <message>
        <location filename="../../ui/rating/screen.py" line="33" />
        <source>Đánh giá</source>
        <translation>Rating</translation>
    </message>
</context>
<context>
    <name>ReasonsPage</name>
    <message>
        <location filename="../../ui/rating/pages.py" line="262" />
        <source>Chúng tôi cần sửa điều gì?</source>
        <translation>What should we do better?</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="265" />
        <source>Chờ lâu</source>
        <translation>Long wait</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="266" />
        <source>Hướng dẫn khó hiểu</source>
        <translation>Unclear guidance</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="267" />
        <source>Phải đi lại nhiều lần</source>
        <translation>Too many visits</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="268" />
        <source>Phải thêm giấy tờ</source>
        <translation>Extra papers asked</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="269" />
        <source>Thái độ chưa tốt</source>
        <translation>Poor attitude</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="270" />
        <source>Lý do khác</source>
        <translation>Something else</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="275" />
        <source>Gửi ý kiến</source>
        <translation>Send</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <location filename="../../ui/desk/receive/papers.py" line="85" />
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/papers.py" line="85" />
        <source>Lưu tệp</source>
        <translation>Save file</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/papers.py" line="93" />
        <source>Đã lưu giấy hẹn: {path}</source>
        <translation>Receipt saved: {path}</translation>
    </message>
</context>
<context>
    <name>ReceiveController</name>
    <message>
        <location filename="../../ui/desk/receive/controller.py" line="103" />
        <source>Bỏ và làm mới</source>
        <translation>Drop and start anew</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/controller.py" line="103" />
        <source>Làm tiếp</source>
        <translation>Go on</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/controller.py" line="104" />
        <source>Hồ sơ đang làm chưa tiếp nhận.</source>
        <translation>This dossier is not received yet.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/controller.py" line="105" />
        <source>Bỏ hồ sơ này thì phần đã nhập và trang đã quét không còn.</source>
        <translation>If it is dropped, what was typed and scanned is gone.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/controller.py" line="137" />
        <source>Đã mở lại hồ sơ đang làm, tự lưu lúc {time}.</source>
        <translation>The dossier in progress is open again, saved at {time}.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/controller.py" line="138" />
        <source>Bỏ, làm hồ sơ mới</source>
        <translation>Drop, new dossier</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/controller.py" line="139" />
        <source>Không mất chữ nào đã nhập, trang nào đã quét.</source>
        <translation>No letter typed and no page scanned was lost.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/controller.py" line="183" />
        <source>Đổi thủ tục</source>
        <translation>Change procedure</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/controller.py" line="183" />
        <source>Giữ thủ tục cũ</source>
        <translation>Keep procedure</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/controller.py" line="184" />
        <source>Đổi thủ tục sẽ bỏ các trang đã quét.</source>
        <translation>Changing the procedure drops the scanned pages.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/controller.py" line="298" />
        <source>họ tên</source>
        <translation>full name</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/controller.py" line="300" />
        <source>Còn thiếu: {what}</source>
        <translation>Still missing: {what}</translation>
    </message>
</context>
<context>
    <name>ReceiveForm</name>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="43" />
        <location filename="../../ui/desk/receive/form.py" line="135" />
        <source>Đọc thẻ</source>
        <translation>Read card</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="44" />
        <location filename="../../ui/desk/receive/form.py" line="162" />
        <source>Quét</source>
        <translation>Scan</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="46" />
        <source>Chọn thủ tục để hiện giấy tờ cần nộp, lệ phí và ngày hẹn trả.</source>
        <translation>Choose a procedure to see its papers, fee and due date.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="64" />
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="65" />
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="66" />
        <source>Thành phần</source>
        <translation>Papers</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="67" />
        <source>Phí, hẹn trả</source>
        <translation>Fee, due date</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="135" />
        <source>Đọc lại</source>
        <translation>Read again</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="135" />
        <source>Thẻ</source>
        <translation>Card</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="137" />
        <source>Phí thu cùng lúc tiếp nhận.</source>
        <translation>The fee is collected on receipt.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="142" />
        <source>Đưa mã QR của thẻ vào đầu đọc…</source>
        <translation>Hold the card's QR code to the reader…</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="144" />
        <source>Đọc từ thẻ căn cước lúc {time}.</source>
        <translation>Read from the identity card at {time}.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="146" />
        <source>Chưa có đầu đọc thẻ, nhập tay.</source>
        <translation>No card reader yet, please type.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="157" />
        <source>Đang quét, được {count} trang.</source>
        <translation>Scanning, {count} pages so far.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="158" />
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/form.py" line="160" />
        <source>Có {have}/{wanted} giấy tờ, đã quét {pages} trang.</source>
        <translation>{have}/{wanted} papers, {pages} pages scanned.</translation>
    </message>
</context>
<context>
    <name>ReceivePage</name>
    <message>
        <location filename="../../ui/desk/receive/page.py" line="39" />
        <location filename="../../ui/desk/receive/page.py" line="108" />
        <source>Hồ sơ mới</source>
        <translation>New dossier</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/page.py" line="41" />
        <source>Tiếp nhận hồ sơ</source>
        <translation>Receive a dossier</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/page.py" line="44" />
        <source>Giấy hẹn</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/page.py" line="50" />
        <location filename="../../ui/desk/receive/page.py" line="121" />
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/page.py" line="50" />
        <location filename="../../ui/desk/receive/page.py" line="121" />
        <source>Xem</source>
        <translation>View</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/page.py" line="53" />
        <location filename="../../ui/desk/receive/page.py" line="97" />
        <source>Tiếp nhận và in giấy hẹn</source>
        <translation>Receive and print receipt</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/page.py" line="59" />
        <location filename="../../ui/desk/receive/page.py" line="97" />
        <source>Tiếp nhận và in</source>
        <translation>Receive and print</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/page.py" line="59" />
        <location filename="../../ui/desk/receive/page.py" line="97" />
        <source>Tiếp nhận</source>
        <translation>Receive</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/page.py" line="95" />
        <source>Đang tiếp nhận…</source>
        <translation>Receiving…</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/page.py" line="108" />
        <source>Tiếp nhận hồ sơ mới</source>
        <translation>Receive another dossier</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/page.py" line="113" />
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/page.py" line="145" />
        <source>Chưa lưu được nháp</source>
        <translation>Draft not saved</translation>
    </message>
    <message>
        <location filename="../../ui/desk/receive/page.py" line="147" />
        <source>Nháp, tự lưu lúc {time}</source>
        <translation>Draft, saved at {time}</translation>
    </message>
</context>
<context>
    <name>ReturnController</name>
    <message>
        <location filename="../../ui/desk/return_controller.py" line="93" />
        <source>Đã trả kết quả hồ sơ {code}.</source>
        <translation>Result of dossier {code} handed over.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_controller.py" line="147" />
        <source>Không tìm thấy hồ sơ nào.</source>
        <translation>No dossier found.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_controller.py" line="159" />
        <source>Nhập họ tên người được ủy quyền.</source>
        <translation>Enter the name of the authorised person.</translation>
    </message>
</context>
<context>
    <name>ReturnPage</name>
    <message>
        <location filename="../../ui/desk/return_page.py" line="81" />
        <source>Giấy hẹn khác</source>
        <translation>Another receipt</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="82" />
        <location filename="../../ui/desk/return_page.py" line="98" />
        <source>Trả kết quả</source>
        <translation>Return results</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="84" />
        <source>Mã hồ sơ trên giấy hẹn</source>
        <translation>Dossier code on the receipt</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="86" />
        <source>Quét mã QR trên giấy hẹn, hoặc gõ mã, tên, số điện thoại</source>
        <translation>Scan the QR code on the receipt, or type code, name, phone</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="87" />
        <source>Hồ sơ tìm thấy</source>
        <translation>Dossiers found</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="88" />
        <location filename="../../ui/desk/return_page.py" line="116" />
        <source>Người nhận</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="88" />
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="88" />
        <source>Người được ủy quyền</source>
        <translation>Authorised person</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="89" />
        <source>Họ tên người nhận</source>
        <translation>Name of the person who takes it</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="114" />
        <source>Giấy hẹn</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="115" />
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="117" />
        <source>Lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="127" />
        <source>Quét giấy hẹn của người dân để mở hồ sơ.</source>
        <translation>Scan the citizen's receipt to open the dossier.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="175" />
        <source>Kết quả giải quyết: {name}</source>
        <translation>Result: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="178" />
        <source>Đã nhận khi nộp: {papers}</source>
        <translation>Handed in on receipt: {papers}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="181" />
        <source>Đã thu {amount} khi tiếp nhận</source>
        <translation>{amount} collected on receipt</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="183" />
        <source>Không thu lệ phí</source>
        <translation>No fee</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="195" />
        <source>Đã trả kết quả cho {who} lúc {time}.</source>
        <translation>Result handed to {who} at {time}.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="203" />
        <source>Thẻ khớp hồ sơ.</source>
        <translation>The card matches the dossier.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="203" />
        <source>Thẻ không khớp hồ sơ.</source>
        <translation>The card does not match the dossier.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="204" />
        <source>Quét thẻ căn cước để đối chiếu.</source>
        <translation>Scan the identity card to compare.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="214" />
        <source>Trên hồ sơ</source>
        <translation>On the dossier</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="215" />
        <source>Trên thẻ căn cước</source>
        <translation>On the identity card</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="224" />
        <source>Khớp</source>
        <translation>Match</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_page.py" line="224" />
        <source>Khác</source>
        <translation>Differs</translation>
    </message>
</context>
<context>
    <name>SetupWindow</name>
    <message>
        <location filename="../../ui/setup/window.py" line="32" />
        <source>Cài đặt Quầy Một Cửa</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="36" />
        <source>Tên xã, phường, đặc khu</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="37" />
        <source>Cơ quan ghi trên giấy tờ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="38" />
        <source>Địa danh</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="39" />
        <source>Mã định danh cơ quan</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="40" />
        <source>Tên máy này</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="41" />
        <source>Địa chỉ máy chủ tỉnh (không bắt buộc)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="42" />
        <source>Mã ghi danh (máy chủ tỉnh cấp)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="44" />
        <source>Số quầy của bộ phận</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="45" />
        <source>Quầy ở máy này</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="51" />
        <source>Lưu và bắt đầu làm việc</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="92" />
        <source>Đang lưu…</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../ui/setup/window.py" line="112" />
        <location filename="../../ui/setup/window.py" line="242" />
        <source>Máy trạm quầy %n</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="113" />
        <source>Xã An Phúc</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="124" />
        <source>Đơn vị</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="124" />
        <source>In trên phiếu số và giấy hẹn.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="125" />
        <source>Máy và quầy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="125" />
        <source>Số quầy có trong mã hồ sơ.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="126" />
        <source>Cán bộ</source>
        <translation type="unfinished">Officer</translation>
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="126" />
        <source>Mỗi người một mã PIN để vào quầy.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="127" />
        <source>Kết nối tỉnh</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="127" />
        <source>Có thể để trống. Quầy vẫn làm việc khi không có mạng.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="148" />
        <source>Cài đặt lần đầu</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/setup/window.py" line="149" />
        <source>Mất khoảng hai phút. Chỉ làm một lần trên máy này.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../ui/setup/window.py" line="260" />
        <source>Còn %n chỗ cần xem lại</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <location filename="../../ui/shell/program.py" line="189" />
        <source>Chưa mở được chương trình vì một lỗi bên trong.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/shell/program.py" line="190" />
        <source>Dữ liệu vẫn nguyên. Thử lại; nếu vẫn lỗi, báo kỹ thuật mã {id}.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <location filename="../../ui/desk/sign_in.py" line="46" />
        <location filename="../../ui/desk/sign_in.py" line="75" />
        <source>Cán bộ</source>
        <translation>Officer</translation>
    </message>
    <message>
        <location filename="../../ui/desk/sign_in.py" line="48" />
        <source>Mã PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <location filename="../../ui/desk/sign_in.py" line="52" />
        <source>Vào quầy</source>
        <translation>Enter the desk</translation>
    </message>
    <message>
        <location filename="../../ui/desk/sign_in.py" line="72" />
        <source>Quầy {desk}</source>
        <translation>Desk {desk}</translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <location filename="../../ui/shell/seat.py" line="28" />
        <source>Đăng nhập quầy {desk}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="204" />
        <source>Quầy {desk}</source>
        <translation>Desk {desk}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="208" />
        <source>{count} mục chờ gửi</source>
        <translation>{count} waiting to be sent</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="210" />
        <source>Đang nối máy chủ</source>
        <translation>Connecting to the server</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="210" />
        <source>Chỉ lưu tại máy</source>
        <translation>Kept on this computer only</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="214" />
        <source>Mất kết nối từ {time}</source>
        <translation>No connection since {time}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="218" />
        <source>Đang gửi, còn {count} mục</source>
        <translation>Sending, {count} to go</translation>
    </message>
    <message>
        <location filename="../../ui/desk/status_strip.py" line="222" />
        <location filename="../../ui/desk/status_strip.py" line="224" />
        <source>Đã đồng bộ lúc {time}</source>
        <translation>Synchronised at {time}</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <location filename="../../ui/components/suggestions.py" line="129" />
        <source>↑ ↓ chọn</source>
        <translation>↑ ↓ choose</translation>
    </message>
    <message>
        <location filename="../../ui/components/suggestions.py" line="129" />
        <source>Enter dùng</source>
        <translation>Enter takes</translation>
    </message>
    <message>
        <location filename="../../ui/components/suggestions.py" line="129" />
        <source>Esc đóng</source>
        <translation>Esc closes</translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message>
        <location filename="../../ui/rating/pages.py" line="311" />
        <source>Cảm ơn ông/bà!</source>
        <translation>Thank you!</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="312" />
        <source>Ý kiến của ông/bà đã được ghi nhận.</source>
        <translation>Your answer has been recorded.</translation>
    </message>
    <message>
        <location filename="../../ui/rating/pages.py" line="314" />
        <source>Kính chúc ông/bà mạnh khỏe.</source>
        <translation>We wish you well.</translation>
    </message>
</context>
<context>
    <name>TicketCard</name>
    <message>
        <location filename="../../ui/desk/ticket_card.py" line="63" />
        <source>Thời gian phục vụ so với định mức</source>
        <translation>Service time against the planned time</translation>
    </message>
    <message>
        <location filename="../../ui/desk/ticket_card.py" line="85" />
        <source>Quầy đang trống</source>
        <translation>The desk is free</translation>
    </message>
    <message>
        <location filename="../../ui/desk/ticket_card.py" line="88" />
        <source>Chưa có số nào ở quầy</source>
        <translation>No number at the desk</translation>
    </message>
    <message>
        <location filename="../../ui/desk/ticket_card.py" line="90" />
        <source>Bấm F2 để gọi số tiếp theo.</source>
        <translation>Press F2 to call the next number.</translation>
    </message>
    <message>
        <location filename="../../ui/desk/ticket_card.py" line="94" />
        <source>Đã gọi lần {count}</source>
        <translation>Called, {count}×</translation>
    </message>
    <message>
        <location filename="../../ui/desk/ticket_card.py" line="94" />
        <source>Đang phục vụ</source>
        <translation>Now serving</translation>
    </message>
    <message>
        <location filename="../../ui/desk/ticket_card.py" line="100" />
        <source>chờ người dân đến</source>
        <translation>waiting for the citizen</translation>
    </message>
    <message>
        <location filename="../../ui/desk/ticket_card.py" line="100" />
        <source>định mức {count} phút</source>
        <translation>planned {count} min</translation>
    </message>
    <message>
        <location filename="../../ui/desk/ticket_card.py" line="104" />
        <source>Ưu tiên: {who}</source>
        <translation>Priority: {who}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/ticket_card.py" line="107" />
        <source>Lượt thường</source>
        <translation>Ordinary</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <location filename="../../ui/desk/times.py" line="38" />
        <source>{count} phút</source>
        <translation>{count} min</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <location filename="../../ui/desk/top_bar.py" line="109" />
        <source>Một cửa</source>
        <translation>One-Stop</translation>
    </message>
    <message>
        <location filename="../../ui/desk/top_bar.py" line="113" />
        <source>Tìm nhanh (Ctrl+K)</source>
        <translation>Quick search (Ctrl+K)</translation>
    </message>
    <message>
        <location filename="../../ui/desk/top_bar.py" line="114" />
        <source>Tìm nhanh</source>
        <translation>Quick search</translation>
    </message>
</context>
<context>
    <name>VirtualDevicesWindow</name>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="40" />
        <location filename="../../ui/virtual_devices/window.py" line="153" />
        <source>Thiết bị ảo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="43" />
        <source>Máy in phiếu</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="44" />
        <source>Bàn phím đánh giá</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="45" />
        <source>Đầu đọc thẻ và mã</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="46" />
        <source>Máy quét</source>
        <translation type="unfinished">Scanner</translation>
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="47" />
        <source>Loa</source>
        <translation type="unfinished">Speaker</translation>
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="48" />
        <source>Máy chủ tỉnh</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="69" />
        <location filename="../../ui/virtual_devices/window.py" line="203" />
        <source>Hết giấy</source>
        <translation type="unfinished">No paper</translation>
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="70" />
        <location filename="../../ui/virtual_devices/window.py" line="208" />
        <source>Mở nắp</source>
        <translation type="unfinished">Cover open</translation>
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="71" />
        <source>Rút dây giữa chừng</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="88" />
        <source>Bấm sau khi cán bộ kết thúc phục vụ.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="89" />
        <source>Gửi tín hiệu lạ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="99" />
        <source>Giấy hẹn mới nhất</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="101" />
        <source>Gửi dòng hỏng</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="108" />
        <source>Đặt 2 trang vào khay</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="112" />
        <source>Kẹt giấy</source>
        <translation type="unfinished">Paper jam</translation>
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="113" />
        <source>Đứt ngang trang</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="114" />
        <source>Không kéo giấy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="122" />
        <source>Chưa gọi số nào.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="128" />
        <location filename="../../ui/virtual_devices/window.py" line="271" />
        <source>Ngắt kết nối</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="154" />
        <source>Thay cho thiết bị thật. Bấm như tay người dùng; làm hỏng thử xem quầy nói gì.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="193" />
        <source>Trong khay: {count} trang</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="194" />
        <source>Khay đang trống</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="203" />
        <source>Lắp giấy mới</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="204" />
        <source>Số lấy lúc này vẫn có hiệu lực; phiếu in khi có giấy.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="208" />
        <source>Đóng nắp</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="212" />
        <source>Phiếu tiếp theo sẽ đứt giữa chừng.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="216" />
        <source>Đã bấm: {words}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="220" />
        <source>Đã gửi 24 byte không phải phím.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="224" />
        <source>Đã quét căn cước của {name}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="232" />
        <source>Đã quét {code}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="234" />
        <source>Chưa có giấy hẹn nào.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="238" />
        <source>Đã gửi một dòng không phải chữ.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="257" />
        <source>Đang ngắt</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="260" />
        <source>Đang nối</source>
        <translation type="unfinished">Connecting</translation>
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="272" />
        <source>Quầy gửi ngay những gì vừa làm.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="273" />
        <source>Đang chạy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="275" />
        <source>Kết nối lại</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="276" />
        <source>Quầy vẫn làm được mọi việc; khi nối lại sẽ tự gửi.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../ui/virtual_devices/window.py" line="277" />
        <source>Đã ngắt</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <location filename="../../ui/board/calls.py" line="216" />
        <location filename="../../ui/board/calls.py" line="238" />
        <source>Đang chờ</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <location filename="../../ui/board/calls.py" line="217" />
        <source>Số người đang chờ: chưa cập nhật được</source>
        <translation>People waiting: not up to date</translation>
    </message>
    <message>
        <location filename="../../ui/board/calls.py" line="238" />
        <source>Không có ai đang chờ</source>
        <translation>Nobody is waiting</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <location filename="../../ui/desk/words.py" line="21" />
        <source>trong ngày</source>
        <translation>same day</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="23" />
        <source>{count} ngày làm việc</source>
        <translation>{count} working days</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="24" />
        <source>{count} ngày</source>
        <translation>{count} days</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="25" />
        <source>{count} giờ làm việc</source>
        <translation>{count} working hours</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="34" />
        <source>Bản chính</source>
        <translation>Original</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="35" />
        <source>Chứng thực</source>
        <translation>Certified</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="36" />
        <source>Bản sao</source>
        <translation>Copy</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="37" />
        <source>Điện tử</source>
        <translation>Electronic</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="38" />
        <source>Xuất trình</source>
        <translation>Shown only</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="47" />
        <source>Không thu lệ phí</source>
        <translation>No fee</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="49" />
        <source>hồ sơ</source>
        <translation>dossiers</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="50" />
        <source>trang</source>
        <translation>pages</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="51" />
        <source>bản</source>
        <translation>copies</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="52" />
        <source>việc</source>
        <translation>cases</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="54" />
        <source>Lệ phí {amount} × {count} {unit}</source>
        <translation>Fee {amount} × {count} {unit}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="61" />
        <source>Nam</source>
        <translation>Male</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="61" />
        <source>Nữ</source>
        <translation>Female</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="67" />
        <source>{date}, trước {time}</source>
        <translation>{date}, before {time}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="78" />
        <source>nghỉ {day}, {name}</source>
        <translation>{day} off, {name}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="83" />
        <source>không tính Thứ Bảy, Chủ Nhật</source>
        <translation>Saturday and Sunday not counted</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="91" />
        <source>nhận sau giờ làm việc nên tính từ ngày làm việc kế tiếp</source>
        <translation>received after hours, so counted from the next working day</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="92" />
        <source>nhận ngày nghỉ nên tính từ ngày làm việc kế tiếp</source>
        <translation>received on a day off, so counted from the next working day</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="93" />
        <source>nhận muộn nên trả vào ngày làm việc kế tiếp</source>
        <translation>received late, so due on the next working day</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="94" />
        <source>hạn rơi vào ngày nghỉ nên dời sang ngày làm việc kế tiếp</source>
        <translation>the term ends on a day off, so moved to the next working day</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="103" />
        <source>Đã trả kết quả</source>
        <translation>Result returned</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="104" />
        <source>Được tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="112" />
        <source>trả {day}</source>
        <translation>returned {day}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="117" />
        <source>quá hạn {count} ngày</source>
        <translation>{count} days overdue</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="118" />
        <source>quá hạn hôm nay</source>
        <translation>overdue today</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="120" />
        <source>hôm nay, {time}</source>
        <translation>today, {time}</translation>
    </message>
    <message>
        <location filename="../../ui/desk/words.py" line="124" />
        <source>còn {count} ngày</source>
        <translation>{count} days left</translation>
    </message>
</context>
<context>
    <name>_CallRow</name>
    <message>
        <location filename="../../ui/board/calls.py" line="143" />
        <source>Quầy {desk}</source>
        <translation>Desk {desk}</translation>
    </message>
    <message>
        <location filename="../../ui/board/calls.py" line="146" />
        <source>Số {label}, quầy {desk}</source>
        <translation>Number {label}, desk {desk}</translation>
    </message>
</context>
<context>
    <name>self._page</name>
    <message>
        <location filename="../../ui/desk/return_controller.py" line="67" />
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_controller.py" line="68" />
        <source>Số định danh</source>
        <translation>ID number</translation>
    </message>
    <message>
        <location filename="../../ui/desk/return_controller.py" line="69" />
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
</context>
</TS>
