<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="vi_VN">
<context>
    <name>Applicant</name>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Số định danh cá nhân</source>
        <translation>Personal ID number</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Giới tính</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Nơi thường trú</source>
        <translation>Permanent address</translation>
    </message>
    <message>
        <source>Số điện thoại</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>Thư điện tử</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
</context>
<context>
    <name>AppointmentPart</name>
    <message>
        <source>Đang tính ngày hẹn…</source>
        <translation>Working out the due date…</translation>
    </message>
</context>
<context>
    <name>AskPage</name>
    <message>
        <source>Ông/bà có hài lòng không?</source>
        <translation>Are you satisfied?</translation>
    </message>
    <message>
        <source>Rất
hài lòng</source>
        <translation>Very
satisfied</translation>
    </message>
    <message>
        <source>Hài lòng</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>Bình
thường</source>
        <translation>Neither</translation>
    </message>
    <message>
        <source>Không
hài lòng</source>
        <translation>Not
satisfied</translation>
    </message>
    <message>
        <source>Rất không
hài lòng</source>
        <translation>Not satisfied
at all</translation>
    </message>
    <message>
        <source>Chạm vào một khuôn mặt. Ý kiến được giữ kín.</source>
        <translation>Touch a face. Your answer is confidential.</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>Quầy {desk}</source>
        <translation>Desk {desk}</translation>
    </message>
    <message>
        <source>Số {label}</source>
        <translation>Number {label}</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Đóng thông báo</source>
        <translation>Close this notice</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <source>Bảng gọi số</source>
        <translation>Call board</translation>
    </message>
    <message>
        <source>Loa đang đọc:  “{sentence}”</source>
        <translation>The speaker says:  “{sentence}”</translation>
    </message>
</context>
<context>
    <name>BoardWindow</name>
    <message>
        <source>Mời ông/bà chuẩn bị sẵn căn cước.</source>
        <translation>Please have your identity card ready.</translation>
    </message>
    <message>
        <source>{day} {date} nghỉ lễ, làm việc lại {back} {back_date} từ {hour} giờ.</source>
        <translation>Closed on {day} {date}, open again {back} {back_date} from {hour}:00.</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>Đang mời</source>
        <translation>Now serving</translation>
    </message>
    <message>
        <source>đến quầy</source>
        <translation>at desk</translation>
    </message>
    <message>
        <source>Chưa gọi số nào</source>
        <translation>No number called yet</translation>
    </message>
    <message>
        <source>Đang mời số {label} đến quầy {desk}</source>
        <translation>Now serving number {label} at desk {desk}</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Quầy</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Đã gọi trước {time}</source>
        <translation>Called before {time}</translation>
    </message>
</context>
<context>
    <name>CallingCard</name>
    <message>
        <source>Mời số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>đến quầy</source>
        <translation>at desk</translation>
    </message>
    <message>
        <source>Lần {times}</source>
        <translation>Call {times}</translation>
    </message>
    <message>
        <source>Mời số {label} đến quầy {desk}</source>
        <translation>Number {label}, please come to desk {desk}</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Giấy tờ</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Hình thức</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Số bản</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Trang đã quét</source>
        <translation>Scanned pages</translation>
    </message>
</context>
<context>
    <name>ChecklistRow</name>
    <message>
        <source>Số bản: {paper}</source>
        <translation>Copies: {paper}</translation>
    </message>
    <message>
        <source>Quét</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Quét: {paper}</source>
        <translation>Scan: {paper}</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Hình thức: {paper}</source>
        <translation>Form: {paper}</translation>
    </message>
    <message>
        <source>Chưa nộp</source>
        <translation>Not handed in</translation>
    </message>
    <message>
        <source>Không áp dụng</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>đối chiếu, không sao chụp</source>
        <translation>compared, not copied</translation>
    </message>
    <message>
        <source>nếu có</source>
        <translation>if any</translation>
    </message>
    <message>
        <source>Xem trang đã quét</source>
        <translation>See the scanned page</translation>
    </message>
    <message>
        <source>đang quét…</source>
        <translation>scanning…</translation>
    </message>
    <message>
        <source>không cần quét</source>
        <translation>no scan needed</translation>
    </message>
    <message>
        <source>{count} trang</source>
        <translation>Pages: {count}</translation>
    </message>
    <message>
        <source>chưa quét</source>
        <translation>not scanned</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Cần có họ tên</source>
        <translation>A name is needed</translation>
    </message>
    <message>
        <source>Số định danh cần 12 chữ số</source>
        <translation>An ID number has 12 digits</translation>
    </message>
    <message>
        <source>Khác ngày sinh, giới tính</source>
        <translation>Differs from birth or sex</translation>
    </message>
    <message>
        <source>Ngày sinh chưa đúng</source>
        <translation>Date not right</translation>
    </message>
    <message>
        <source>Số điện thoại chưa đúng</source>
        <translation>Phone number not right</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Quầy Một Cửa</source>
        <translation>Quầy Một Cửa</translation>
    </message>
    <message>
        <source>Chương trình gặp lỗi, nhưng mọi việc đã lưu vẫn còn nguyên.</source>
        <translation>The program hit an error, but everything that was saved is still there.</translation>
    </message>
    <message>
        <source>Làm lại việc vừa rồi. Nếu vẫn lỗi, báo kỹ thuật mã {id}.</source>
        <translation>Do the last step again. If it fails again, give support the code {id}.</translation>
    </message>
</context>
<context>
    <name>DayBoxes</name>
    <message>
        <source>Cách tính ngày hẹn</source>
        <translation>How the due date is counted</translation>
    </message>
    <message>
        <source>{count} ngày</source>
        <translation>{count} days</translation>
    </message>
    <message>
        <source>tiếp nhận</source>
        <translation>received</translation>
    </message>
    <message>
        <source>nghỉ lễ</source>
        <translation>holiday</translation>
    </message>
    <message>
        <source>nghỉ</source>
        <translation>day off</translation>
    </message>
    <message>
        <source>ngày {count}</source>
        <translation>day {count}</translation>
    </message>
    <message>
        <source>hẹn trả</source>
        <translation>due</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Chủ Nhật</source>
        <translation>Sunday</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>Tiếp nhận</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Trả kết quả</source>
        <translation>Return results</translation>
    </message>
    <message>
        <source>Quầy {desk} · {officer}</source>
        <translation>Desk {desk} · {officer}</translation>
    </message>
    <message>
        <source>Chương trình gặp lỗi, mã {crash}. Dữ liệu đã lưu vẫn còn.</source>
        <translation>The program met an error, number {crash}. What was saved is still there.</translation>
    </message>
    <message>
        <source>Làm lại thao tác vừa rồi; nếu vẫn lỗi, báo mã này cho người phụ trách kỹ thuật.</source>
        <translation>Do the last step again; if it still fails, give this number to technical support.</translation>
    </message>
    <message>
        <source>Chọn thư mục lưu giấy hẹn</source>
        <translation>Choose a folder for receipts</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Bàn phím</source>
        <translation>Keypad</translation>
    </message>
    <message>
        <source>Máy quét</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Đầu đọc thẻ</source>
        <translation>Card reader</translation>
    </message>
    <message>
        <source>Loa</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>Sẵn sàng</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Đang nối</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>Chưa có</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Hết giấy</source>
        <translation>No paper</translation>
    </message>
    <message>
        <source>Sắp hết giấy</source>
        <translation>Paper low</translation>
    </message>
    <message>
        <source>Mở nắp</source>
        <translation>Cover open</translation>
    </message>
    <message>
        <source>Kẹt dao cắt</source>
        <translation>Cutter jammed</translation>
    </message>
    <message>
        <source>Đang bận</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>Không trả lời</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Mất kết nối</source>
        <translation>Disconnected</translation>
    </message>
    <message>
        <source>Kẹt giấy</source>
        <translation>Paper jam</translation>
    </message>
    <message>
        <source>Có lỗi</source>
        <translation>Fault</translation>
    </message>
</context>
<context>
    <name>DonePanel</name>
    <message>
        <source>In giấy hẹn</source>
        <translation>Print receipt</translation>
    </message>
    <message>
        <source>Lưu thành tệp PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Xem giấy hẹn</source>
        <translation>See receipt</translation>
    </message>
    <message>
        <source>Đã tiếp nhận hồ sơ</source>
        <translation>Dossier received</translation>
    </message>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Hẹn trả kết quả</source>
        <translation>Result due</translation>
    </message>
    <message>
        <source>Đã thu {amount}</source>
        <translation>Collected {amount}</translation>
    </message>
    <message>
        <source>Không thu lệ phí</source>
        <translation>No fee</translation>
    </message>
</context>
<context>
    <name>DossierDetail</name>
    <message>
        <source>Trả kết quả</source>
        <translation>Return results</translation>
    </message>
    <message>
        <source>In giấy hẹn</source>
        <translation>Print receipt</translation>
    </message>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Lưu PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Chưa chọn hồ sơ</source>
        <translation>No dossier chosen</translation>
    </message>
    <message>
        <source>Diễn biến</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Số định danh</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Không thu</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>quầy {desk}</source>
        <translation>desk {desk}</translation>
    </message>
    <message>
        <source>{papers} giấy tờ, {pages} trang quét</source>
        <translation>{papers} papers, {pages} scanned pages</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>{time}, người nhận: {who}</source>
        <translation>{time}, taken by: {who}</translation>
    </message>
    <message>
        <source>hẹn {day}</source>
        <translation>due {day}</translation>
    </message>
    <message>
        <source>Trả kết quả tại quầy</source>
        <translation>Result handed over at the desk</translation>
    </message>
</context>
<context>
    <name>DossierModel</name>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
</context>
<context>
    <name>DossierTable</name>
    <message>
        <source>Danh sách hồ sơ</source>
        <translation>List of dossiers</translation>
    </message>
</context>
<context>
    <name>DossiersPage</name>
    <message>
        <source>Hồ sơ mới</source>
        <translation>New dossier</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Tìm hồ sơ</source>
        <translation>Find dossiers</translation>
    </message>
    <message>
        <source>Mã hồ sơ, tên (không cần dấu), số định danh, điện thoại</source>
        <translation>Code, name (accents not needed), ID number, phone</translation>
    </message>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Đến hạn hôm nay</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Chưa trả kết quả</source>
        <translation>Not yet returned</translation>
    </message>
    <message>
        <source>Đã trả</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Chọn dòng: ↑ ↓   Trả kết quả: Enter</source>
        <translation>Choose a row: ↑ ↓   Return result: Enter</translation>
    </message>
    <message>
        <source>{count} hồ sơ quá hạn</source>
        <translation>Overdue: {count}</translation>
    </message>
    <message>
        <source>Không tìm thấy hồ sơ nào. Thử ít chữ hơn, hoặc quét mã QR trên giấy hẹn.</source>
        <translation>No dossier found. Try fewer letters, or scan the QR code on the receipt.</translation>
    </message>
    <message>
        <source>Chưa có hồ sơ nào ở mục này.</source>
        <translation>No dossiers here yet.</translation>
    </message>
    <message>
        <source>{count} hồ sơ</source>
        <translation>Dossiers: {count}</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Đang quét. Chờ quét xong hoặc bấm Dừng rồi tiếp nhận.</source>
        <translation>A scan is under way. Wait until it ends, or press Stop, then receive.</translation>
    </message>
    <message>
        <source>Đang in giấy hẹn…</source>
        <translation>Printing the receipt…</translation>
    </message>
    <message>
        <source>Giấy hẹn đã gửi tới máy in.</source>
        <translation>The receipt was sent to the printer.</translation>
    </message>
    <message>
        <source>Máy tính này chưa có máy in giấy A4. Lưu giấy hẹn thành tệp PDF để in ở máy khác.</source>
        <translation>This computer has no A4 printer. Save the receipt as PDF to print it elsewhere.</translation>
    </message>
</context>
<context>
    <name>FeePart</name>
    <message>
        <source>Số lượng tính lệ phí</source>
        <translation>Units that the fee is counted by</translation>
    </message>
    <message>
        <source>Cách thu</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Tiền mặt</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Chuyển khoản</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Miễn phí</source>
        <translation>Free of charge</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Trang vừa quét</source>
        <translation>Page just scanned</translation>
    </message>
    <message>
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Phóng to</source>
        <translation>Enlarge</translation>
    </message>
    <message>
        <source>Xóa trang</source>
        <translation>Delete page</translation>
    </message>
    <message>
        <source>trang {number}/{count}</source>
        <translation>page {number}/{count}</translation>
    </message>
    <message>
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Gõ mã, tên hoặc từ dân thường dùng, không cần dấu.</source>
        <translation>Type a code, a name or everyday words; accents are not needed.</translation>
    </message>
    <message>
        <source>Hay dùng</source>
        <translation>Often used</translation>
    </message>
    <message>
        <source>Hồ sơ trước đây</source>
        <translation>Earlier dossiers</translation>
    </message>
    <message>
        <source>{count} hồ sơ</source>
        <translation>Dossiers: {count}</translation>
    </message>
    <message>
        <source>Chưa có hồ sơ nào của người này tại đây.</source>
        <translation>This person has no dossiers here yet.</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>Xin chào ông/bà!</source>
        <translation>Welcome!</translation>
    </message>
    <message>
        <source>Quầy {desk}</source>
        <translation>Desk {desk}</translation>
    </message>
    <message>
        <source>Đang phục vụ</source>
        <translation>Now serving</translation>
    </message>
    <message>
        <source>Xong việc, mời ông/bà cho ý kiến tại đây.</source>
        <translation>When you are done, please tell us here how it went.</translation>
    </message>
</context>
<context>
    <name>KeysOverlay</name>
    <message>
        <source>Các phím tắt</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Phím tắt ở quầy</source>
        <translation>Keys at the desk</translation>
    </message>
    <message>
        <source>Bấm phím bất kỳ để đóng.</source>
        <translation>Press any key to close.</translation>
    </message>
    <message>
        <source>Gọi số tiếp theo</source>
        <translation>Call next number</translation>
    </message>
    <message>
        <source>Bắt đầu phục vụ khi người dân đến quầy</source>
        <translation>Begin the service when the citizen is at the desk</translation>
    </message>
    <message>
        <source>Gọi lại số đang gọi</source>
        <translation>Call the same number again</translation>
    </message>
    <message>
        <source>Kết thúc lượt, mời đánh giá</source>
        <translation>Finish, ask for a rating</translation>
    </message>
    <message>
        <source>Vắng mặt</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>Chuyển sang lĩnh vực khác</source>
        <translation>Transfer to another field</translation>
    </message>
    <message>
        <source>Đọc thẻ căn cước</source>
        <translation>Read identity card</translation>
    </message>
    <message>
        <source>Mở hoặc đóng khung bên phải</source>
        <translation>Open or close the panel at the right</translation>
    </message>
    <message>
        <source>Tìm nhanh hồ sơ, thủ tục, trang</source>
        <translation>Find dossiers, procedures, pages</translation>
    </message>
    <message>
        <source>Hồ sơ mới</source>
        <translation>New dossier</translation>
    </message>
    <message>
        <source>Quét giấy tờ vào dòng đang chọn</source>
        <translation>Scan into the current row</translation>
    </message>
    <message>
        <source>Xem trước, hoặc in lại giấy hẹn</source>
        <translation>Preview, or print the receipt again</translation>
    </message>
    <message>
        <source>Việc chính của trang</source>
        <translation>Main act of the page</translation>
    </message>
    <message>
        <source>Mở trang Tiếp nhận, Hồ sơ, Trả kết quả</source>
        <translation>Open Receive, Dossiers, Return results</translation>
    </message>
    <message>
        <source>Bảng phím này</source>
        <translation>This list of keys</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Bây giờ chưa lấy số được</source>
        <translation>No numbers at this hour</translation>
    </message>
    <message>
        <source>Cảm ơn ông/bà đã đến.</source>
        <translation>Thank you for coming.</translation>
    </message>
    <message>
        <source>Mời ông/bà trở lại</source>
        <translation>Please come back</translation>
    </message>
    <message>
        <source>Giờ làm việc</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Morning</translation>
    </message>
    <message>
        <source>Chiều</source>
        <translation>Afternoon</translation>
    </message>
    <message>
        <source>Thứ Hai đến thứ Sáu</source>
        <translation>Monday to Friday</translation>
    </message>
    <message>
        <source>Xem hồ sơ của tôi đến đâu</source>
        <translation>How far is my application?</translation>
    </message>
    <message>
        <source>Đưa giấy hẹn vào máy quét</source>
        <translation>Hold your receipt to the scanner</translation>
    </message>
    <message>
        <source>Cần hỏi gấp, mời gọi</source>
        <translation>Urgent? Please call</translation>
    </message>
    <message>
        <source>{day} nghỉ {name}.</source>
        <translation>Closed on {day}: {name}.</translation>
    </message>
    <message>
        <source>Số lấy trong giờ làm việc, ngay tại máy này.</source>
        <translation>Numbers are given out here during opening hours.</translation>
    </message>
    <message>
        <source>Nghe đọc</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Tương phản</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <source>Trung tâm Phục vụ hành chính công</source>
        <translation>Public administration service centre</translation>
    </message>
    <message>
        <source>1 người đang chờ</source>
        <translation>1 person waiting</translation>
    </message>
    <message>
        <source>Không phải chờ</source>
        <translation>No waiting</translation>
    </message>
    <message>
        <source>{count} người đang chờ</source>
        <translation>{count} people waiting</translation>
    </message>
    <message>
        <source>Ông/bà cần làm việc gì?</source>
        <translation>What do you need today?</translation>
    </message>
    <message>
        <source>Chạm vào một ô để lấy số.</source>
        <translation>Touch a box to take a number.</translation>
    </message>
    <message>
        <source>Tôi đến nhận kết quả</source>
        <translation>I am here for my result</translation>
    </message>
    <message>
        <source>Đưa giấy hẹn hoặc căn cước vào máy quét</source>
        <translation>Hold your receipt or identity card to the scanner</translation>
    </message>
    <message>
        <source>Số của ông/bà sẽ được ưu tiên</source>
        <translation>Your number will have priority</translation>
    </message>
    <message>
        <source>Chạm vào đây để đổi</source>
        <translation>Touch here to change</translation>
    </message>
    <message>
        <source>Cao tuổi · khuyết tật · mang thai
có con nhỏ · người có công</source>
        <translation>Older · disabled · pregnant
with a small child · person of merit</translation>
    </message>
    <message>
        <source>Tôi được ưu tiên</source>
        <translation>I have priority</translation>
    </message>
    <message>
        <source>Số của ông/bà</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>Mời ông/bà lấy phiếu</source>
        <translation>Please take your ticket</translation>
    </message>
    <message>
        <source>Đang in phiếu…</source>
        <translation>Printing your ticket…</translation>
    </message>
    <message>
        <source>ở khe phía dưới màn hình.</source>
        <translation>from the slot below the screen.</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Mời ông/bà nhớ số này</source>
        <translation>Please remember this number</translation>
    </message>
    <message>
        <source>Mã QR để xem khi nào đến lượt</source>
        <translation>QR code to see when it is your turn</translation>
    </message>
    <message>
        <source>Chụp mã bằng điện thoại</source>
        <translation>Scan with your phone</translation>
    </message>
    <message>
        <source>để xem khi nào đến lượt</source>
        <translation>to see when it is your turn</translation>
    </message>
    <message>
        <source>Tôi đã nhớ số</source>
        <translation>I will remember it</translation>
    </message>
    <message>
        <source>Máy hết giấy. Số của ông/bà vẫn dùng được.</source>
        <translation>Out of paper. Your number is still valid.</translation>
    </message>
    <message>
        <source>Phiếu có thể chưa in xong. Số của ông/bà vẫn dùng được.</source>
        <translation>The ticket may not have printed. Your number is still valid.</translation>
    </message>
    <message>
        <source>Máy in đang trục trặc. Số của ông/bà vẫn dùng được.</source>
        <translation>The printer is out of order. Your number is still valid.</translation>
    </message>
    <message>
        <source>Đọc to số của tôi</source>
        <translation>Read my number aloud</translation>
    </message>
    <message>
        <source>{count} người</source>
        <translation>{count} people</translation>
    </message>
    <message>
        <source>1 người</source>
        <translation>1 person</translation>
    </message>
    <message>
        <source>Không còn ai</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Trước ông/bà</source>
        <translation>Before you</translation>
    </message>
    <message>
        <source>{count} phút</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>Đến lượt ngay</source>
        <translation>Your turn now</translation>
    </message>
    <message>
        <source>Chờ khoảng</source>
        <translation>Waiting time about</translation>
    </message>
    <message>
        <source>Khi nghe gọi số, mời đến</source>
        <translation>When called, please go to</translation>
    </message>
    <message>
        <source>Quầy {desk}</source>
        <translation>Desk {desk}</translation>
    </message>
    <message>
        <source>Quầy {first} hoặc {last}</source>
        <translation>Desk {first} or {last}</translation>
    </message>
    <message>
        <source>Tự về trang đầu sau {seconds} giây</source>
        <translation>Back to the start in {seconds} s</translation>
    </message>
    <message>
        <source>Mang theo: {papers}</source>
        <translation>Bring: {papers}</translation>
    </message>
    <message>
        <source>{field}: việc nào?</source>
        <translation>{field}: which one?</translation>
    </message>
    <message>
        <source>Không rõ việc nào? Lấy số, cán bộ sẽ hướng dẫn.</source>
        <translation>Not sure? Take a number, an officer will help you.</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Vì sao ông/bà được ưu tiên?</source>
        <translation>Why do you have priority?</translation>
    </message>
    <message>
        <source>Chạm vào một ô. Không cần giấy tờ ở máy này.</source>
        <translation>Touch a box. No papers are needed here.</translation>
    </message>
    <message>
        <source>Tôi cao tuổi</source>
        <translation>I am elderly</translation>
    </message>
    <message>
        <source>Tôi là người khuyết tật</source>
        <translation>I have a disability</translation>
    </message>
    <message>
        <source>Tôi đang mang thai</source>
        <translation>I am pregnant</translation>
    </message>
    <message>
        <source>Tôi có con nhỏ đi cùng</source>
        <translation>I have a small child with me</translation>
    </message>
    <message>
        <source>Tôi là người có công</source>
        <translation>I am a person of merit</translation>
    </message>
    <message>
        <source>Không ưu tiên</source>
        <translation>No priority</translation>
    </message>
    <message>
        <source>Để mã vuông trên giấy hẹn, hoặc trên thẻ căn cước, trước ô kính có đèn.</source>
        <translation>Hold the square code on your receipt, or on your identity card, in front of the lit window.</translation>
    </message>
    <message>
        <source>Lấy số</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>Hồ sơ của ông/bà</source>
        <translation>Your applications</translation>
    </message>
    <message>
        <source>Chưa tìm thấy hồ sơ</source>
        <translation>No application found</translation>
    </message>
    <message>
        <source>Mời ông/bà quét lại giấy hẹn,
hoặc quay lại lấy số để cán bộ tìm giúp.</source>
        <translation>Please scan your receipt again,
or go back and take a number for help.</translation>
    </message>
    <message>
        <source>Đã trả kết quả ngày {date}</source>
        <translation>Result handed over on {date}</translation>
    </message>
    <message>
        <source>Đã đến hẹn, mời lấy số</source>
        <translation>The day has come, please take a number</translation>
    </message>
    <message>
        <source>Chưa đến hẹn: {date}</source>
        <translation>Not yet: due {date}</translation>
    </message>
    <message>
        <source>Nhận kết quả</source>
        <translation>Collecting a result</translation>
    </message>
    <message>
        <source>Chưa lấy được số lúc này.</source>
        <translation>No number can be given right now.</translation>
    </message>
    <message>
        <source>Mời ông/bà gặp cán bộ hướng dẫn.</source>
        <translation>Please ask an officer for help.</translation>
    </message>
</context>
<context>
    <name>KioskScreen</name>
    <message>
        <source>Máy lấy số</source>
        <translation>Number kiosk</translation>
    </message>
</context>
<context>
    <name>LostCard</name>
    <message>
        <source>Cần hỏi?</source>
        <translation>Questions?</translation>
    </message>
    <message>
        <source>Mời ông/bà đến bàn hướng dẫn.</source>
        <translation>Please go to the information desk.</translation>
    </message>
    <message>
        <source>Đang tự kết nối lại…</source>
        <translation>Reconnecting by itself…</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>đang chờ</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>đã gọi</source>
        <translation>called</translation>
    </message>
    <message>
        <source>đang phục vụ</source>
        <translation>being served</translation>
    </message>
    <message>
        <source>đã xong</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>vắng mặt</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>đã hủy</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>đã tiếp nhận</source>
        <translation>received</translation>
    </message>
    <message>
        <source>đã trả kết quả</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>máy in</source>
        <translation>printer</translation>
    </message>
    <message>
        <source>bàn phím đánh giá</source>
        <translation>rating keypad</translation>
    </message>
    <message>
        <source>máy quét</source>
        <translation>scanner</translation>
    </message>
    <message>
        <source>máy đọc mã</source>
        <translation>code reader</translation>
    </message>
    <message>
        <source>loa</source>
        <translation>speaker</translation>
    </message>
    <message>
        <source>Chương trình đang mở ở một cửa sổ khác.</source>
        <translation>The program is already open in another window.</translation>
    </message>
    <message>
        <source>Dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại. Thư mục: {path}</source>
        <translation>Use that window, or close it and try again. Folder: {path}</translation>
    </message>
    <message>
        <source>Không ghi được vào thư mục dữ liệu.</source>
        <translation>The data folder cannot be written.</translation>
    </message>
    <message>
        <source>Nhờ người quản trị cấp quyền ghi cho {path}.</source>
        <translation>Ask the administrator for permission to write to {path}.</translation>
    </message>
    <message>
        <source>Ổ đĩa không đọc hoặc ghi được, việc vừa làm chưa được lưu.</source>
        <translation>The disk cannot be read or written; what you just did was not saved.</translation>
    </message>
    <message>
        <source>Làm lại; nếu vẫn lỗi, hãy gọi người phụ trách máy và giữ nguyên {path}.</source>
        <translation>Try again; if it still fails, call whoever looks after the machine and leave {path} as it is.</translation>
    </message>
    <message>
        <source>Ổ đĩa đã đầy, việc vừa làm chưa được lưu.</source>
        <translation>The disk is full; what you just did was not saved.</translation>
    </message>
    <message>
        <source>Xóa bớt tệp không cần trên ổ chứa {path} rồi làm lại.</source>
        <translation>Delete files you do not need on the disk of {path}, then do it again.</translation>
    </message>
    <message>
        <source>Không tìm thấy khóa mở dữ liệu.</source>
        <translation>The key to the data was not found.</translation>
    </message>
    <message>
        <source>Nhờ người quản trị khôi phục khóa từ bản sao lưu. Thư mục: {path}</source>
        <translation>Ask the administrator to restore the key from the backup. Folder: {path}</translation>
    </message>
    <message>
        <source>Khóa không mở được dữ liệu.</source>
        <translation>The key does not open the data.</translation>
    </message>
    <message>
        <source>Nhờ người quản trị dùng đúng khóa của máy này. Tệp: {path}</source>
        <translation>Ask the administrator for this machine&apos;s key. File: {path}</translation>
    </message>
    <message>
        <source>Thư viện dữ liệu quá cũ ({found}, cần {needed}).</source>
        <translation>The database library is too old ({found}, {needed} is needed).</translation>
    </message>
    <message>
        <source>Nhờ người quản trị cài lại chương trình.</source>
        <translation>Ask the administrator to install the program again.</translation>
    </message>
    <message>
        <source>Tệp dữ liệu bị hỏng.</source>
        <translation>The data file is damaged.</translation>
    </message>
    <message>
        <source>Đừng xóa gì. Nhờ người quản trị khôi phục bản sao lưu của {path}.</source>
        <translation>Delete nothing. Ask the administrator to restore the backup of {path}.</translation>
    </message>
    <message>
        <source>Dữ liệu do bản chương trình mới hơn tạo ra.</source>
        <translation>The data was made by a newer version of the program.</translation>
    </message>
    <message>
        <source>Cài bản chương trình mới nhất rồi mở lại.</source>
        <translation>Install the newest version and open it again.</translation>
    </message>
    <message>
        <source>Máy này chưa được cài đặt cho quầy.</source>
        <translation>This machine has not been set up for a counter.</translation>
    </message>
    <message>
        <source>Chạy bước cài đặt ban đầu. Thư mục: {path}</source>
        <translation>Run the first set-up. Folder: {path}</translation>
    </message>
    <message>
        <source>Tệp cài đặt có chỗ chưa đúng: {detail}.</source>
        <translation>Something in the settings file is wrong: {detail}.</translation>
    </message>
    <message>
        <source>Sửa tệp {path} rồi mở lại chương trình.</source>
        <translation>Correct {path} and open the program again.</translation>
    </message>
    <message>
        <source>Chưa có tệp này trên máy.</source>
        <translation>This file is not on this machine yet.</translation>
    </message>
    <message>
        <source>Chờ đồng bộ xong rồi mở lại, hoặc quét lại trang.</source>
        <translation>Wait for the sync and open it again, or scan the page again.</translation>
    </message>
    <message>
        <source>Tệp này bị hỏng trên máy.</source>
        <translation>This file is damaged on this machine.</translation>
    </message>
    <message>
        <source>Quét lại trang. Các trang khác không bị ảnh hưởng.</source>
        <translation>Scan the page again. Other pages are not affected.</translation>
    </message>
    <message>
        <source>Số {label} {state}, nên không làm được việc này.</source>
        <translation>Number {label} is {state}, so this cannot be done.</translation>
    </message>
    <message>
        <source>Xem lại hàng chờ rồi chọn số khác.</source>
        <translation>Look at the queue and choose another number.</translation>
    </message>
    <message>
        <source>Không tìm thấy số này hôm nay.</source>
        <translation>There is no such number today.</translation>
    </message>
    <message>
        <source>Kiểm tra lại số trên phiếu, hoặc lấy số mới.</source>
        <translation>Check the number on the ticket, or take a new one.</translation>
    </message>
    <message>
        <source>Quầy {desk} đang có số {label}.</source>
        <translation>Desk {desk} already has number {label}.</translation>
    </message>
    <message>
        <source>Kết thúc hoặc báo vắng số {label} rồi gọi số tiếp theo.</source>
        <translation>Finish {label} or mark it absent, then call the next.</translation>
    </message>
    <message>
        <source>Hiện không có ai đang chờ.</source>
        <translation>Nobody is waiting now.</translation>
    </message>
    <message>
        <source>Khi có người lấy số, hàng chờ bên trái sẽ hiện.</source>
        <translation>The queue on the left will show when somebody takes a number.</translation>
    </message>
    <message>
        <source>Lĩnh vực này không còn nhận số.</source>
        <translation>This field gives out no more numbers.</translation>
    </message>
    <message>
        <source>Chọn lĩnh vực khác, hoặc hỏi cán bộ hướng dẫn.</source>
        <translation>Choose another field, or ask an officer.</translation>
    </message>
    <message>
        <source>Không có cán bộ này trong danh sách.</source>
        <translation>This officer is not in the list.</translation>
    </message>
    <message>
        <source>Chọn lại tên, hoặc nhờ người quản trị thêm tài khoản.</source>
        <translation>Choose the name again, or ask the administrator to add the account.</translation>
    </message>
    <message>
        <source>Mã PIN chưa đúng.</source>
        <translation>The PIN is wrong.</translation>
    </message>
    <message>
        <source>Nhập lại. Còn {left} lần trước khi tạm khóa.</source>
        <translation>Try again. {left} tries left before the account is locked.</translation>
    </message>
    <message>
        <source>Đã nhập sai nhiều lần, tài khoản tạm khóa.</source>
        <translation>Too many wrong tries, the account is locked for a while.</translation>
    </message>
    <message>
        <source>Thử lại sau {minutes} phút.</source>
        <translation>Try again in {minutes} minutes.</translation>
    </message>
    <message>
        <source>Không có thủ tục mã {code} trong danh mục.</source>
        <translation>There is no procedure {code} in the catalogue.</translation>
    </message>
    <message>
        <source>Tìm lại theo tên hoặc từ thường dùng.</source>
        <translation>Search by its name or usual words.</translation>
    </message>
    <message>
        <source>Không tìm thấy hồ sơ.</source>
        <translation>The dossier was not found.</translation>
    </message>
    <message>
        <source>Kiểm tra lại mã trên giấy hẹn, hoặc tìm theo tên.</source>
        <translation>Check the code on the receipt, or search by name.</translation>
    </message>
    <message>
        <source>Hồ sơ {code} {state}, nên không làm được việc này.</source>
        <translation>Dossier {code} is {state}, so this cannot be done.</translation>
    </message>
    <message>
        <source>Mở hồ sơ để xem ai đã làm và lúc nào.</source>
        <translation>Open the dossier to see who did what, and when.</translation>
    </message>
    <message>
        <source>Chưa chọn thủ tục.</source>
        <translation>No procedure is chosen.</translation>
    </message>
    <message>
        <source>Gõ tên hoặc mã thủ tục ở ô đầu trang.</source>
        <translation>Type its name or code in the first field.</translation>
    </message>
    <message>
        <source>Chưa có họ tên người nộp.</source>
        <translation>The applicant&apos;s name is missing.</translation>
    </message>
    <message>
        <source>Quét căn cước, hoặc gõ họ tên.</source>
        <translation>Scan the identity card, or type the name.</translation>
    </message>
    <message>
        <source>Số định danh chưa đúng.</source>
        <translation>The identity number is wrong.</translation>
    </message>
    <message>
        <source>Số định danh có 12 chữ số (chứng minh nhân dân cũ có 9).</source>
        <translation>It has 12 digits (9 on an old card).</translation>
    </message>
    <message>
        <source>Ngày sinh “{text}” chưa đúng.</source>
        <translation>The date of birth “{text}” is wrong.</translation>
    </message>
    <message>
        <source>Gõ ngày/tháng/năm, ví dụ 05/09/1962.</source>
        <translation>Type day/month/year, for example 05/09/1962.</translation>
    </message>
    <message>
        <source>Còn thiếu giấy tờ: {names}.</source>
        <translation>Papers are missing: {names}.</translation>
    </message>
    <message>
        <source>Bổ sung, hoặc ghi “không áp dụng” nếu không cần.</source>
        <translation>Add them, or mark them “not applicable”.</translation>
    </message>
    <message>
        <source>Lượt đánh giá đã đóng.</source>
        <translation>This rating is closed.</translation>
    </message>
    <message>
        <source>Lượt mới mở khi cán bộ kết thúc phục vụ.</source>
        <translation>A new one opens when the officer ends a service.</translation>
    </message>
    <message>
        <source>Ông/bà đã đánh giá lượt này rồi. Xin cảm ơn.</source>
        <translation>You have already rated this service. Thank you.</translation>
    </message>
    <message>
        <source>Mỗi lượt phục vụ chỉ đánh giá một lần.</source>
        <translation>Each service is rated once.</translation>
    </message>
    <message>
        <source>Mã vừa quét không phải mã trên thẻ căn cước ({found}/{needed} mục).</source>
        <translation>This is not the code of an identity card ({found} of {needed} fields).</translation>
    </message>
    <message>
        <source>Quét mã QR ở góc thẻ căn cước, hoặc gõ tay.</source>
        <translation>Scan the QR code in the corner of the card, or type.</translation>
    </message>
    <message>
        <source>Số định danh trong mã QR chưa đúng.</source>
        <translation>The identity number in the QR code is wrong.</translation>
    </message>
    <message>
        <source>Lau thẻ và quét lại, hoặc gõ tay theo mặt thẻ.</source>
        <translation>Wipe the card and scan again, or type what is on it.</translation>
    </message>
    <message>
        <source>Ngày trong mã QR chưa đúng.</source>
        <translation>A date in the QR code is wrong.</translation>
    </message>
    <message>
        <source>Quét lại, hoặc gõ tay theo mặt thẻ.</source>
        <translation>Scan again, or type what is on the card.</translation>
    </message>
    <message>
        <source>Máy đọc làm hỏng dấu tiếng Việt.</source>
        <translation>The reader spoils Vietnamese letters.</translation>
    </message>
    <message>
        <source>Đặt máy đọc ở chế độ UTF-8 (xem tờ kèm máy). Tạm thời gõ tay họ tên, địa chỉ.</source>
        <translation>Set the reader to UTF-8 as its leaflet says. Type name and address by hand for now.</translation>
    </message>
    <message>
        <source>Chưa thấy {device}.</source>
        <translation>Not found: {device}.</translation>
    </message>
    <message>
        <source>Kiểm tra dây cắm và nguồn. Máy tự nhận lại khi cắm đúng.</source>
        <translation>Check cable and power. It is found again by itself.</translation>
    </message>
    <message>
        <source>Chương trình khác đang dùng {device}.</source>
        <translation>Another program is using the {device}.</translation>
    </message>
    <message>
        <source>Đóng chương trình kia. Máy tự thử lại.</source>
        <translation>Close that program. It is tried again by itself.</translation>
    </message>
    <message>
        <source>Mất kết nối với {device}.</source>
        <translation>The connection to the {device} is lost.</translation>
    </message>
    <message>
        <source>Cắm lại dây. Máy tự nối lại, việc đang làm vẫn còn.</source>
        <translation>Plug it in again. It reconnects by itself; your work is kept.</translation>
    </message>
    <message>
        <source>Thiết bị không trả lời sau {seconds} giây: {device}.</source>
        <translation>No answer in {seconds} s from the {device}.</translation>
    </message>
    <message>
        <source>Tắt rồi bật lại thiết bị. Máy tự nối lại.</source>
        <translation>Turn it off and on. It reconnects by itself.</translation>
    </message>
    <message>
        <source>Cài đặt của {device} chưa đúng: {detail}.</source>
        <translation>The settings of the {device} are wrong: {detail}.</translation>
    </message>
    <message>
        <source>Sửa trong tệp settings.toml của thư mục dữ liệu rồi mở lại.</source>
        <translation>Correct it in settings.toml in the data folder, then open the program again.</translation>
    </message>
    <message>
        <source>Máy in hết giấy. Số vẫn có hiệu lực.</source>
        <translation>The printer is out of paper. Numbers stay valid.</translation>
    </message>
    <message>
        <source>Thay cuộn giấy; các phiếu sau lại in bình thường.</source>
        <translation>Change the roll; the next tickets print as usual.</translation>
    </message>
    <message>
        <source>Máy in sắp hết giấy.</source>
        <translation>The printer is running out of paper.</translation>
    </message>
    <message>
        <source>Chuẩn bị cuộn giấy mới.</source>
        <translation>Have a new roll ready.</translation>
    </message>
    <message>
        <source>Nắp máy in đang mở.</source>
        <translation>The printer&apos;s cover is open.</translation>
    </message>
    <message>
        <source>Đóng nắp đến khi nghe tiếng khớp.</source>
        <translation>Close it until it clicks.</translation>
    </message>
    <message>
        <source>Dao cắt của máy in bị kẹt.</source>
        <translation>The printer&apos;s cutter is stuck.</translation>
    </message>
    <message>
        <source>Tắt máy in, mở nắp, gỡ giấy kẹt rồi bật lại.</source>
        <translation>Turn it off, open it, free the paper, turn it on.</translation>
    </message>
    <message>
        <source>Máy in báo lỗi. Số và hồ sơ vẫn được lưu.</source>
        <translation>The printer reports a fault. Numbers and dossiers are kept.</translation>
    </message>
    <message>
        <source>Tắt rồi bật lại máy in. Nếu vẫn lỗi, báo kỹ thuật.</source>
        <translation>Turn it off and on. If that does not help, call support.</translation>
    </message>
    <message>
        <source>Chưa rõ giấy đã in hay chưa (đã gửi {sent}/{total} byte).</source>
        <translation>It may or may not have printed ({sent} of {total} bytes sent).</translation>
    </message>
    <message>
        <source>Nhìn khe giấy: nếu chưa ra, bấm in lại.</source>
        <translation>Look at the slot: if nothing came out, print again.</translation>
    </message>
    <message>
        <source>Bàn phím đánh giá gửi {count} tín hiệu lạ.</source>
        <translation>The rating keypad sent {count} unknown signals.</translation>
    </message>
    <message>
        <source>Kiểm tra dây và tốc độ cổng (baud) của bàn phím trong settings.toml.</source>
        <translation>Check the keypad&apos;s cable and its port speed (baud) in settings.toml.</translation>
    </message>
    <message>
        <source>Máy đọc gửi {count} dòng không đọc được.</source>
        <translation>The reader sent {count} unreadable lines.</translation>
    </message>
    <message>
        <source>Đặt máy đọc ở chế độ USB-COM, UTF-8.</source>
        <translation>Set the reader to USB-COM, UTF-8.</translation>
    </message>
    <message>
        <source>Kẹt giấy. {pages} trang đã quét vẫn còn.</source>
        <translation>Paper jam. {pages} scanned pages are kept.</translation>
    </message>
    <message>
        <source>Mở nắp, gỡ tờ kẹt rồi quét tiếp từ tờ đó.</source>
        <translation>Open the cover, free the sheet and go on from it.</translation>
    </message>
    <message>
        <source>Khay quét không có giấy.</source>
        <translation>The scanner&apos;s tray is empty.</translation>
    </message>
    <message>
        <source>Đặt giấy vào khay, mặt in quay lên, rồi quét lại.</source>
        <translation>Put the sheets in face up and scan again.</translation>
    </message>
    <message>
        <source>Nắp máy quét đang mở.</source>
        <translation>The scanner&apos;s cover is open.</translation>
    </message>
    <message>
        <source>Đóng nắp rồi quét lại.</source>
        <translation>Close it and scan again.</translation>
    </message>
    <message>
        <source>Máy quét ngừng giữa chừng ({detail}).</source>
        <translation>The scanner stopped half way ({detail}).</translation>
    </message>
    <message>
        <source>Kiểm tra dây rồi quét tiếp. Các trang đã quét vẫn còn.</source>
        <translation>Check the cable and go on. The scanned pages are kept.</translation>
    </message>
    <message>
        <source>Đã dừng quét. {pages} trang vẫn còn.</source>
        <translation>The scan was stopped. {pages} pages are kept.</translation>
    </message>
    <message>
        <source>Bấm quét để quét tiếp.</source>
        <translation>Press scan to go on.</translation>
    </message>
    <message>
        <source>Trang cuối bị cắt ngang. {pages} trang trước vẫn còn.</source>
        <translation>The last page was cut off. {pages} earlier pages are kept.</translation>
    </message>
    <message>
        <source>Quét lại trang cuối.</source>
        <translation>Scan the last page again.</translation>
    </message>
    <message>
        <source>Loa không phát được. Số gọi vẫn hiện trên bảng.</source>
        <translation>The speaker does not work. Calls still show on the board.</translation>
    </message>
    <message>
        <source>Kiểm tra dây loa và âm lượng.</source>
        <translation>Check its cable and volume.</translation>
    </message>
    <message>
        <source>Mất kết nối. Mọi việc ở quầy vẫn làm được và được lưu trên máy.</source>
        <translation>The link is down. Everything at the desk still works and is kept here.</translation>
    </message>
    <message>
        <source>Không cần làm gì: khi có mạng, máy tự gửi.</source>
        <translation>Nothing to do: it is sent when the network is back.</translation>
    </message>
    <message>
        <source>Máy chủ từ chối ({status} {title}).</source>
        <translation>The server refused ({status} {title}).</translation>
    </message>
    <message>
        <source>Dữ liệu vẫn ở máy này. Báo người quản trị kèm dòng trên.</source>
        <translation>The data is still here. Tell the administrator the line above.</translation>
    </message>
    <message>
        <source>Máy chủ hết chỗ chứa.</source>
        <translation>The server is full.</translation>
    </message>
    <message>
        <source>Dữ liệu vẫn ở máy này. Báo người quản trị máy chủ.</source>
        <translation>The data is still here. Tell the server&apos;s administrator.</translation>
    </message>
    <message>
        <source>Mã ghi danh máy trạm không đúng hoặc đã dùng.</source>
        <translation>The enrolment code is wrong or already used.</translation>
    </message>
    <message>
        <source>Xin quản trị máy chủ tỉnh cấp mã mới.</source>
        <translation>Ask the administrator of the province&apos;s server for a new code.</translation>
    </message>
    <message>
        <source>Máy chủ chưa biết máy trạm này.</source>
        <translation>The server does not know this station.</translation>
    </message>
    <message>
        <source>Xin mã của tỉnh và ghi danh lại máy.</source>
        <translation>Ask the province for a code and enrol this station again.</translation>
    </message>
    <message>
        <source>Máy trạm này không còn quyền gửi dữ liệu. Dữ liệu vẫn ở máy này.</source>
        <translation>This station may no longer send data. The data is still here.</translation>
    </message>
    <message>
        <source>Liên hệ người quản trị của tỉnh.</source>
        <translation>Contact the province&apos;s administrator.</translation>
    </message>
    <message>
        <source>Đồng hồ máy này lệch {minutes} phút so với máy chủ.</source>
        <translation>This machine&apos;s clock is {minutes} minutes off the server&apos;s.</translation>
    </message>
    <message>
        <source>Chỉnh lại ngày giờ của máy.</source>
        <translation>Set its date and time.</translation>
    </message>
    <message>
        <source>Máy chủ còn thiếu các mục từ số {expected}.</source>
        <translation>The server lacks entries from number {expected}.</translation>
    </message>
    <message>
        <source>Máy tự gửi lại. Nếu còn sau một giờ, báo người quản trị.</source>
        <translation>They are sent again. If it lasts an hour, tell the administrator.</translation>
    </message>
    <message>
        <source>Hai máy dùng chung một danh tính (mục {seq}).</source>
        <translation>Two machines use one identity (entry {seq}).</translation>
    </message>
    <message>
        <source>Ngừng dùng máy sao chép và báo người quản trị ngay.</source>
        <translation>Stop using the copied machine and tell the administrator at once.</translation>
    </message>
    <message>
        <source>Một mục nhận về không hợp lệ (mục {seq}): {detail}.</source>
        <translation>An entry received is not valid (entry {seq}): {detail}.</translation>
    </message>
    <message>
        <source>Báo người quản trị. Các mục khác không bị ảnh hưởng.</source>
        <translation>Tell the administrator. Other entries are not affected.</translation>
    </message>
    <message>
        <source>Cổng {port} trên {host} đã có chương trình khác dùng.</source>
        <translation>Another program uses port {port} on {host}.</translation>
    </message>
    <message>
        <source>Chọn cổng khác trong tệp cài đặt.</source>
        <translation>Choose another port in the settings file.</translation>
    </message>
    <message>
        <source>Không có màn hình để mở cửa sổ.</source>
        <translation>There is no display to open a window on.</translation>
    </message>
    <message>
        <source>Đăng nhập vào phiên có màn hình rồi chạy lại.</source>
        <translation>Sign in to a session with a display and run it again.</translation>
    </message>
    <message>
        <source>Không ghi được tệp {path}.</source>
        <translation>The file {path} cannot be written.</translation>
    </message>
    <message>
        <source>Chọn thư mục khác, hoặc kiểm tra quyền ghi và chỗ trống.</source>
        <translation>Choose another folder, or check permissions and free space.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Mời ông/bà nghe cán bộ gọi số. Số đã lấy vẫn dùng được.</source>
        <translation>Please listen for your number. Tickets already taken stay valid.</translation>
    </message>
    <message>
        <source>Màn hình tạm mất kết nối từ {time}</source>
        <translation>This screen has been offline since {time}</translation>
    </message>
</context>
<context>
    <name>OfficerRow</name>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Chức danh</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Mã PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Nhập lại mã PIN</source>
        <translation>Repeat the PIN</translation>
    </message>
    <message>
        <source>Công chức tư pháp – hộ tịch</source>
        <translation>Justice and civil status officer</translation>
    </message>
    <message>
        <source>Bỏ cán bộ này</source>
        <translation>Remove this officer</translation>
    </message>
</context>
<context>
    <name>OfficerRows</name>
    <message>
        <source>Thêm cán bộ</source>
        <translation>Add an officer</translation>
    </message>
</context>
<context>
    <name>OpeningWindow</name>
    <message>
        <source>Quầy Một Cửa</source>
        <translation>Quầy Một Cửa</translation>
    </message>
    <message>
        <source>Đang mở Quầy Một Cửa</source>
        <translation>Opening Quầy Một Cửa</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Thoát</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Bộ phận tiếp nhận và trả kết quả</source>
        <translation>Reception and results office</translation>
    </message>
    <message>
        <source>Đang mở, xin chờ giây lát…</source>
        <translation>Opening, one moment please…</translation>
    </message>
    <message>
        <source>Kiểm tra dữ liệu và kết nối thiết bị.</source>
        <translation>Checking the data and connecting the devices.</translation>
    </message>
</context>
<context>
    <name>Outside</name>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Mất kết nối từ {time}. Vẫn gọi số, tiếp nhận và in bình thường.</source>
        <translation>No connection since {time}. Calling, receiving and printing go on as usual.</translation>
    </message>
    <message>
        <source>Hồ sơ và mã hồ sơ có giá trị ngay; mọi thứ tự gửi khi có kết nối, không cần thao tác.</source>
        <translation>Dossiers and their codes are valid at once; everything is sent when the link is back, nothing to do.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message numerus="yes">
        <source>Phiếu đã in: %n</source>
        <translation>
            <numerusform>Tickets printed: %n</numerusform>
            <numerusform>Tickets printed: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperControl</name>
    <message>
        <source>Đã xóa trang {number} của “{paper}”.</source>
        <translation>Page {number} of “{paper}” deleted.</translation>
    </message>
    <message>
        <source>Đặt lại</source>
        <translation>Put back</translation>
    </message>
</context>
<context>
    <name>PaperTray</name>
    <message>
        <source>Chưa có phiếu nào. Lấy số ở màn hình lấy số.</source>
        <translation>No ticket yet. Take a number at the kiosk.</translation>
    </message>
</context>
<context>
    <name>ProcedureChoice</name>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Mã, tên hoặc từ thường dùng, không cần dấu</source>
        <translation>Code, name or everyday words; accents not needed</translation>
    </message>
    <message>
        <source>Thủ tục tìm thấy</source>
        <translation>Procedures found</translation>
    </message>
    <message>
        <source>Không có thủ tục nào khớp. Thử từ khác hoặc gõ mã thủ tục.</source>
        <translation>No procedure matches. Try other words, or type its code.</translation>
    </message>
    <message>
        <source>{found} trong {total} thủ tục</source>
        <translation>{found} of {total} procedures</translation>
    </message>
    <message>
        <source>tên thường gọi: {name}</source>
        <translation>usual name: {name}</translation>
    </message>
    <message>
        <source>mã thủ tục</source>
        <translation>procedure code</translation>
    </message>
    <message>
        <source>tên thủ tục</source>
        <translation>procedure name</translation>
    </message>
    <message>
        <source>gần đúng</source>
        <translation>close match</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>người cao tuổi</source>
        <translation>elderly</translation>
    </message>
    <message>
        <source>người khuyết tật</source>
        <translation>disabled</translation>
    </message>
    <message>
        <source>phụ nữ mang thai</source>
        <translation>pregnant</translation>
    </message>
    <message>
        <source>có con nhỏ</source>
        <translation>with a small child</translation>
    </message>
    <message>
        <source>người có công</source>
        <translation>person of merit</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message>
        <source>Kết thúc và gọi tiếp</source>
        <translation>Finish and call next</translation>
    </message>
    <message>
        <source>Không còn ai chờ ở quầy này.</source>
        <translation>Nobody is waiting for this desk.</translation>
    </message>
    <message>
        <source>Có số mới, hàng chờ bên trái sẽ hiện ngay.</source>
        <translation>A new number will show in the queue at the left at once.</translation>
    </message>
</context>
<context>
    <name>QueueKeys</name>
    <message>
        <source>Bắt đầu phục vụ</source>
        <translation>Begin service</translation>
    </message>
    <message>
        <source>Bắt đầu</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Gọi số tiếp theo</source>
        <translation>Call next number</translation>
    </message>
    <message>
        <source>Gọi tiếp</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>Gọi lại</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>Kết thúc</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Vắng mặt</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>Chuyển</source>
        <translation>Transfer</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Đang đọc hàng chờ…</source>
        <translation>Reading the queue…</translation>
    </message>
    <message>
        <source>Không còn ai chờ ở quầy này.</source>
        <translation>Nobody is waiting for this desk.</translation>
    </message>
    <message>
        <source>Vắng mặt, còn gọi lại được</source>
        <translation>No-shows that can be called back</translation>
    </message>
    <message>
        <source>Số tiếp theo</source>
        <translation>Next numbers</translation>
    </message>
    <message>
        <source>Đang chờ</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>{count} người</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>số liệu đến {time}</source>
        <translation>figures of {time}</translation>
    </message>
    <message>
        <source>lâu nhất</source>
        <translation>longest</translation>
    </message>
    <message>
        <source>{time} · {count} lần</source>
        <translation>{time} · {count}×</translation>
    </message>
    <message>
        <source>Gọi lại</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>Gọi lại số {label}</source>
        <translation>Call number {label} again</translation>
    </message>
</context>
<context>
    <name>QueueRail</name>
    <message>
        <source>Bắt đầu</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Gọi tiếp</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>Gọi lại</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>Kết thúc</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Vắng mặt</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>Chuyển</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>đang chờ</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>lâu nhất</source>
        <translation>longest</translation>
    </message>
    <message>
        <source>Mở rộng hàng chờ</source>
        <translation>Widen the queue</translation>
    </message>
    <message>
        <source>trống</source>
        <translation>free</translation>
    </message>
</context>
<context>
    <name>QuickFind</name>
    <message>
        <source>Tìm thấy</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Mở trang</source>
        <translation>Open page</translation>
    </message>
    <message>
        <source>Không tìm thấy hồ sơ hay thủ tục nào.</source>
        <translation>No dossier or procedure found.</translation>
    </message>
</context>
<context>
    <name>RatingPage</name>
    <message>
        <source>Bỏ qua</source>
        <translation>Skip</translation>
    </message>
</context>
<context>
    <name>RatingScreen</name>
    <message>
        <source>Đánh giá</source>
        <translation>Rating</translation>
    </message>
</context>
<context>
    <name>ReasonsPage</name>
    <message>
        <source>Chúng tôi cần sửa điều gì?</source>
        <translation>What should we do better?</translation>
    </message>
    <message>
        <source>Chờ lâu</source>
        <translation>Long wait</translation>
    </message>
    <message>
        <source>Hướng dẫn khó hiểu</source>
        <translation>Unclear guidance</translation>
    </message>
    <message>
        <source>Phải đi lại nhiều lần</source>
        <translation>Too many visits</translation>
    </message>
    <message>
        <source>Phải thêm giấy tờ</source>
        <translation>Extra papers asked</translation>
    </message>
    <message>
        <source>Thái độ chưa tốt</source>
        <translation>Poor attitude</translation>
    </message>
    <message>
        <source>Lý do khác</source>
        <translation>Something else</translation>
    </message>
    <message>
        <source>Gửi ý kiến</source>
        <translation>Send</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Lưu tệp</source>
        <translation>Save file</translation>
    </message>
    <message>
        <source>Đã lưu giấy hẹn: {path}</source>
        <translation>Receipt saved: {path}</translation>
    </message>
</context>
<context>
    <name>ReceiveController</name>
    <message>
        <source>Bỏ và làm mới</source>
        <translation>Drop and start anew</translation>
    </message>
    <message>
        <source>Làm tiếp</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Hồ sơ đang làm chưa tiếp nhận.</source>
        <translation>This dossier is not received yet.</translation>
    </message>
    <message>
        <source>Bỏ hồ sơ này thì phần đã nhập và trang đã quét không còn.</source>
        <translation>If it is dropped, what was typed and scanned is gone.</translation>
    </message>
    <message>
        <source>Đã mở lại hồ sơ đang làm, tự lưu lúc {time}.</source>
        <translation>The dossier in progress is open again, saved at {time}.</translation>
    </message>
    <message>
        <source>Bỏ, làm hồ sơ mới</source>
        <translation>Drop, new dossier</translation>
    </message>
    <message>
        <source>Không mất chữ nào đã nhập, trang nào đã quét.</source>
        <translation>No letter typed and no page scanned was lost.</translation>
    </message>
    <message>
        <source>Đổi thủ tục</source>
        <translation>Change procedure</translation>
    </message>
    <message>
        <source>Giữ thủ tục cũ</source>
        <translation>Keep procedure</translation>
    </message>
    <message>
        <source>Đổi thủ tục sẽ bỏ các trang đã quét.</source>
        <translation>Changing the procedure drops the scanned pages.</translation>
    </message>
    <message>
        <source>họ tên</source>
        <translation>full name</translation>
    </message>
    <message>
        <source>Còn thiếu: {what}</source>
        <translation>Still missing: {what}</translation>
    </message>
</context>
<context>
    <name>ReceiveForm</name>
    <message>
        <source>Đọc thẻ</source>
        <translation>Read card</translation>
    </message>
    <message>
        <source>Quét</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Chọn thủ tục để hiện giấy tờ cần nộp, lệ phí và ngày hẹn trả.</source>
        <translation>Choose a procedure to see its papers, fee and due date.</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Thành phần</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Phí, hẹn trả</source>
        <translation>Fee, due date</translation>
    </message>
    <message>
        <source>Đọc lại</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Thẻ</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Phí thu cùng lúc tiếp nhận.</source>
        <translation>The fee is collected on receipt.</translation>
    </message>
    <message>
        <source>Đưa mã QR của thẻ vào đầu đọc…</source>
        <translation>Hold the card&apos;s QR code to the reader…</translation>
    </message>
    <message>
        <source>Đọc từ thẻ căn cước lúc {time}.</source>
        <translation>Read from the identity card at {time}.</translation>
    </message>
    <message>
        <source>Chưa có đầu đọc thẻ, nhập tay.</source>
        <translation>No card reader yet, please type.</translation>
    </message>
    <message>
        <source>Đang quét, được {count} trang.</source>
        <translation>Scanning, pages so far: {count}.</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Có {have}/{wanted} giấy tờ, đã quét {pages} trang.</source>
        <translation>Papers: {have}/{wanted}, scanned pages: {pages}.</translation>
    </message>
</context>
<context>
    <name>ReceivePage</name>
    <message>
        <source>Hồ sơ mới</source>
        <translation>New dossier</translation>
    </message>
    <message>
        <source>Tiếp nhận hồ sơ</source>
        <translation>Receive a dossier</translation>
    </message>
    <message>
        <source>Giấy hẹn</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Tiếp nhận và in giấy hẹn</source>
        <translation>Receive and print receipt</translation>
    </message>
    <message>
        <source>Tiếp nhận và in</source>
        <translation>Receive and print</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Đang tiếp nhận…</source>
        <translation>Receiving…</translation>
    </message>
    <message>
        <source>Tiếp nhận hồ sơ mới</source>
        <translation>Receive another dossier</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Chưa lưu được nháp</source>
        <translation>Draft not saved</translation>
    </message>
    <message>
        <source>Nháp, tự lưu lúc {time}</source>
        <translation>Draft, saved at {time}</translation>
    </message>
</context>
<context>
    <name>ReturnController</name>
    <message>
        <source>Đã trả kết quả hồ sơ {code}.</source>
        <translation>Result of dossier {code} handed over.</translation>
    </message>
    <message>
        <source>Không tìm thấy hồ sơ nào.</source>
        <translation>No dossier found.</translation>
    </message>
    <message>
        <source>Nhập họ tên người được ủy quyền.</source>
        <translation>Enter the name of the authorised person.</translation>
    </message>
</context>
<context>
    <name>ReturnPage</name>
    <message>
        <source>Giấy hẹn khác</source>
        <translation>Another receipt</translation>
    </message>
    <message>
        <source>Trả kết quả</source>
        <translation>Return results</translation>
    </message>
    <message>
        <source>Mã hồ sơ trên giấy hẹn</source>
        <translation>Dossier code on the receipt</translation>
    </message>
    <message>
        <source>Quét mã QR trên giấy hẹn, hoặc gõ mã, tên, số điện thoại</source>
        <translation>Scan the QR code on the receipt, or type code, name, phone</translation>
    </message>
    <message>
        <source>Hồ sơ tìm thấy</source>
        <translation>Dossiers found</translation>
    </message>
    <message>
        <source>Người nhận</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Người được ủy quyền</source>
        <translation>Authorised person</translation>
    </message>
    <message>
        <source>Họ tên người nhận</source>
        <translation>Name of the person who takes it</translation>
    </message>
    <message>
        <source>Giấy hẹn</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Quét giấy hẹn của người dân để mở hồ sơ.</source>
        <translation>Scan the citizen&apos;s receipt to open the dossier.</translation>
    </message>
    <message>
        <source>Kết quả giải quyết: {name}</source>
        <translation>Result: {name}</translation>
    </message>
    <message>
        <source>Đã nhận khi nộp: {papers}</source>
        <translation>Handed in on receipt: {papers}</translation>
    </message>
    <message>
        <source>Đã thu {amount} khi tiếp nhận</source>
        <translation>{amount} collected on receipt</translation>
    </message>
    <message>
        <source>Không thu lệ phí</source>
        <translation>No fee</translation>
    </message>
    <message>
        <source>Đã trả kết quả cho {who} lúc {time}.</source>
        <translation>Result handed to {who} at {time}.</translation>
    </message>
    <message>
        <source>Thẻ khớp hồ sơ.</source>
        <translation>The card matches the dossier.</translation>
    </message>
    <message>
        <source>Thẻ không khớp hồ sơ.</source>
        <translation>The card does not match the dossier.</translation>
    </message>
    <message>
        <source>Quét thẻ căn cước để đối chiếu.</source>
        <translation>Scan the identity card to compare.</translation>
    </message>
    <message>
        <source>Trên hồ sơ</source>
        <translation>On the dossier</translation>
    </message>
    <message>
        <source>Trên thẻ căn cước</source>
        <translation>On the identity card</translation>
    </message>
    <message>
        <source>Khớp</source>
        <translation>Match</translation>
    </message>
    <message>
        <source>Khác</source>
        <translation>Differs</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>chưa nhập</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>gồm chữ hoa, số và dấu chấm, ví dụ H99.17</source>
        <translation>capital letters, digits and dots, for example H99.17</translation>
    </message>
    <message>
        <source>Quầy này phải nằm trong số quầy ở trên</source>
        <translation>must be one of the desks of the office</translation>
    </message>
    <message>
        <source>từ 4 đến 8 chữ số</source>
        <translation>4 to 8 digits</translation>
    </message>
    <message>
        <source>hai lần nhập chưa giống nhau</source>
        <translation>the two entries differ</translation>
    </message>
    <message>
        <source>bắt đầu bằng https://, ví dụ https://tinh.example</source>
        <translation>starts with https://, for example https://tinh.example</translation>
    </message>
    <message>
        <source>gồm 12 chữ và số</source>
        <translation>12 letters and digits</translation>
    </message>
    <message>
        <source>cần địa chỉ máy chủ</source>
        <translation>needs the server address</translation>
    </message>
    <message>
        <source>tên này đã có</source>
        <translation>this name is taken</translation>
    </message>
</context>
<context>
    <name>SetupWindow</name>
    <message>
        <source>Cài đặt Quầy Một Cửa</source>
        <translation>Set up Quầy Một Cửa</translation>
    </message>
    <message>
        <source>Tên xã, phường, đặc khu</source>
        <translation>Name of the commune, ward or special zone</translation>
    </message>
    <message>
        <source>Cơ quan ghi trên giấy tờ</source>
        <translation>Office named on the papers</translation>
    </message>
    <message>
        <source>Địa danh</source>
        <translation>Place name</translation>
    </message>
    <message>
        <source>Mã định danh cơ quan</source>
        <translation>Office code</translation>
    </message>
    <message>
        <source>Tên máy này</source>
        <translation>Name of this machine</translation>
    </message>
    <message>
        <source>Địa chỉ máy chủ tỉnh (không bắt buộc)</source>
        <translation>Province server address (optional)</translation>
    </message>
    <message>
        <source>Mã ghi danh (máy chủ tỉnh cấp)</source>
        <translation>Enrolment code (from the province server)</translation>
    </message>
    <message>
        <source>Số quầy của bộ phận</source>
        <translation>Number of desks in the office</translation>
    </message>
    <message>
        <source>Quầy ở máy này</source>
        <translation>Desk at this machine</translation>
    </message>
    <message>
        <source>Lưu và bắt đầu làm việc</source>
        <translation>Save and start working</translation>
    </message>
    <message>
        <source>Đang lưu…</source>
        <translation>Saving…</translation>
    </message>
    <message numerus="yes">
        <source>Máy trạm quầy %n</source>
        <translation>
            <numerusform>Workstation of desk %n</numerusform>
            <numerusform>Workstation of desk %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Xã An Phúc</source>
        <translation>An Phúc commune</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>In trên phiếu số và giấy hẹn.</source>
        <translation>Printed on tickets and receipts.</translation>
    </message>
    <message>
        <source>Máy và quầy</source>
        <translation>Machine and desk</translation>
    </message>
    <message>
        <source>Số quầy có trong mã hồ sơ.</source>
        <translation>The desk number is part of each dossier code.</translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation>Officers</translation>
    </message>
    <message>
        <source>Mỗi người một mã PIN để vào quầy.</source>
        <translation>Everyone has a PIN to sign in at the desk.</translation>
    </message>
    <message>
        <source>Kết nối tỉnh</source>
        <translation>Province connection</translation>
    </message>
    <message>
        <source>Có thể để trống. Quầy vẫn làm việc khi không có mạng.</source>
        <translation>Optional. The desk works without a network.</translation>
    </message>
    <message>
        <source>Cài đặt lần đầu</source>
        <translation>First set-up</translation>
    </message>
    <message>
        <source>Mất khoảng hai phút. Chỉ làm một lần trên máy này.</source>
        <translation>It takes about two minutes, once on this machine.</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n chỗ cần xem lại</source>
        <translation>
            <numerusform>%n field to check</numerusform>
            <numerusform>%n fields to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Chưa mở được chương trình vì một lỗi bên trong.</source>
        <translation>The program could not open because of an internal error.</translation>
    </message>
    <message>
        <source>Dữ liệu vẫn nguyên. Thử lại; nếu vẫn lỗi, báo kỹ thuật mã {id}.</source>
        <translation>The data is intact. Try again; if it fails again, give support the code {id}.</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Cán bộ</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Mã PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Vào quầy</source>
        <translation>Enter the desk</translation>
    </message>
    <message>
        <source>Quầy {desk}</source>
        <translation>Desk {desk}</translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <source>Đăng nhập quầy {desk}</source>
        <translation>Sign in at desk {desk}</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Quầy {desk}</source>
        <translation>Desk {desk}</translation>
    </message>
    <message>
        <source>{count} mục chờ gửi</source>
        <translation>{count} waiting to be sent</translation>
    </message>
    <message>
        <source>Đang nối máy chủ</source>
        <translation>Connecting to the server</translation>
    </message>
    <message>
        <source>Chỉ lưu tại máy</source>
        <translation>Kept on this computer only</translation>
    </message>
    <message>
        <source>Mất kết nối từ {time}</source>
        <translation>No connection since {time}</translation>
    </message>
    <message>
        <source>Đang gửi, còn {count} mục</source>
        <translation>Sending, {count} to go</translation>
    </message>
    <message>
        <source>Đã đồng bộ lúc {time}</source>
        <translation>Synchronised at {time}</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>↑ ↓ chọn</source>
        <translation>↑ ↓ choose</translation>
    </message>
    <message>
        <source>Enter dùng</source>
        <translation>Enter takes</translation>
    </message>
    <message>
        <source>Esc đóng</source>
        <translation>Esc closes</translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message>
        <source>Cảm ơn ông/bà!</source>
        <translation>Thank you!</translation>
    </message>
    <message>
        <source>Ý kiến của ông/bà đã được ghi nhận.</source>
        <translation>Your answer has been recorded.</translation>
    </message>
    <message>
        <source>Kính chúc ông/bà mạnh khỏe.</source>
        <translation>We wish you well.</translation>
    </message>
</context>
<context>
    <name>TicketCard</name>
    <message>
        <source>Thời gian phục vụ so với định mức</source>
        <translation>Service time against the planned time</translation>
    </message>
    <message>
        <source>Quầy đang trống</source>
        <translation>The desk is free</translation>
    </message>
    <message>
        <source>Chưa có số nào ở quầy</source>
        <translation>No number at the desk</translation>
    </message>
    <message>
        <source>Bấm F2 để gọi số tiếp theo.</source>
        <translation>Press F2 to call the next number.</translation>
    </message>
    <message>
        <source>Đã gọi lần {count}</source>
        <translation>Called, {count}×</translation>
    </message>
    <message>
        <source>Đang phục vụ</source>
        <translation>Now serving</translation>
    </message>
    <message>
        <source>chờ người dân đến</source>
        <translation>waiting for the citizen</translation>
    </message>
    <message>
        <source>định mức {count} phút</source>
        <translation>planned {count} min</translation>
    </message>
    <message>
        <source>Ưu tiên: {who}</source>
        <translation>Priority: {who}</translation>
    </message>
    <message>
        <source>Lượt thường</source>
        <translation>Ordinary</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{count} phút</source>
        <translation>{count} min</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Một cửa</source>
        <translation>One-Stop</translation>
    </message>
    <message>
        <source>Tìm nhanh (Ctrl+K)</source>
        <translation>Quick search (Ctrl+K)</translation>
    </message>
    <message>
        <source>Tìm nhanh</source>
        <translation>Quick search</translation>
    </message>
</context>
<context>
    <name>VirtualDevices</name>
    <message>
        <source>Rất hài lòng</source>
        <translation>Very satisfied</translation>
    </message>
    <message>
        <source>Hài lòng</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>Bình thường</source>
        <translation>Neither</translation>
    </message>
    <message>
        <source>Không hài lòng</source>
        <translation>Not satisfied</translation>
    </message>
    <message>
        <source>Rất không hài lòng</source>
        <translation>Not satisfied at all</translation>
    </message>
</context>
<context>
    <name>VirtualDevicesWindow</name>
    <message>
        <source>Thiết bị ảo</source>
        <translation>Virtual devices</translation>
    </message>
    <message>
        <source>Máy in phiếu</source>
        <translation>Ticket printer</translation>
    </message>
    <message>
        <source>Bàn phím đánh giá</source>
        <translation>Rating keypad</translation>
    </message>
    <message>
        <source>Đầu đọc thẻ và mã</source>
        <translation>Card and code reader</translation>
    </message>
    <message>
        <source>Máy quét</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Loa</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>Máy chủ tỉnh</source>
        <translation>Province server</translation>
    </message>
    <message>
        <source>Hết giấy</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>Mở nắp</source>
        <translation>Open the cover</translation>
    </message>
    <message>
        <source>Rút dây giữa chừng</source>
        <translation>Unplug while printing</translation>
    </message>
    <message>
        <source>Bấm sau khi cán bộ kết thúc phục vụ.</source>
        <translation>Press after the officer finishes serving.</translation>
    </message>
    <message>
        <source>Gửi tín hiệu lạ</source>
        <translation>Send an unknown signal</translation>
    </message>
    <message>
        <source>Giấy hẹn mới nhất</source>
        <translation>Newest receipt</translation>
    </message>
    <message>
        <source>Gửi dòng hỏng</source>
        <translation>Send a broken line</translation>
    </message>
    <message>
        <source>Đặt 2 trang vào khay</source>
        <translation>Put 2 pages in the tray</translation>
    </message>
    <message>
        <source>Kẹt giấy</source>
        <translation>Paper jam</translation>
    </message>
    <message>
        <source>Đứt ngang trang</source>
        <translation>Cut off mid-page</translation>
    </message>
    <message>
        <source>Không kéo giấy</source>
        <translation>Feed no paper</translation>
    </message>
    <message>
        <source>Chưa gọi số nào.</source>
        <translation>No number called yet.</translation>
    </message>
    <message>
        <source>Ngắt kết nối</source>
        <translation>Disconnect</translation>
    </message>
    <message>
        <source>Thay cho thiết bị thật. Bấm như tay người dùng; làm hỏng thử xem quầy nói gì.</source>
        <translation>They stand in for real devices. Press what a person would press; break something and see what the desk says.</translation>
    </message>
    <message>
        <source>Trong khay: {count} trang</source>
        <translation>Pages in the tray: {count}</translation>
    </message>
    <message>
        <source>Khay đang trống</source>
        <translation>The tray is empty</translation>
    </message>
    <message>
        <source>Lắp giấy mới</source>
        <translation>Load new paper</translation>
    </message>
    <message>
        <source>Số lấy lúc này vẫn có hiệu lực; có giấy thì in phiếu các số sau.</source>
        <translation>Numbers taken now stay valid; once there is paper, later tickets print again.</translation>
    </message>
    <message>
        <source>Đóng nắp</source>
        <translation>Close the cover</translation>
    </message>
    <message>
        <source>Phiếu tiếp theo sẽ đứt giữa chừng.</source>
        <translation>The next ticket will break off halfway.</translation>
    </message>
    <message>
        <source>Đã bấm: {words}</source>
        <translation>Pressed: {words}</translation>
    </message>
    <message>
        <source>Đã gửi 24 byte không phải phím.</source>
        <translation>Sent 24 bytes that are not a key.</translation>
    </message>
    <message>
        <source>Đã quét căn cước của {name}.</source>
        <translation>Scanned the ID card of {name}.</translation>
    </message>
    <message>
        <source>Đã quét {code}.</source>
        <translation>Scanned {code}.</translation>
    </message>
    <message>
        <source>Chưa có giấy hẹn nào.</source>
        <translation>No receipt yet.</translation>
    </message>
    <message>
        <source>Đã gửi một dòng không phải chữ.</source>
        <translation>Sent a line that is not text.</translation>
    </message>
    <message>
        <source>Đang ngắt</source>
        <translation>Disconnecting</translation>
    </message>
    <message>
        <source>Đang nối</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>Quầy gửi ngay những gì vừa làm.</source>
        <translation>The desk sends its work at once.</translation>
    </message>
    <message>
        <source>Đang chạy</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Kết nối lại</source>
        <translation>Reconnect</translation>
    </message>
    <message>
        <source>Quầy vẫn làm được mọi việc; khi nối lại sẽ tự gửi.</source>
        <translation>The desk can still do everything; it sends by itself once connected again.</translation>
    </message>
    <message>
        <source>Đã ngắt</source>
        <translation>Disconnected</translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <source>Đang chờ</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Số người đang chờ: chưa cập nhật được</source>
        <translation>People waiting: not up to date</translation>
    </message>
    <message>
        <source>Không có ai đang chờ</source>
        <translation>Nobody is waiting</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>trong ngày</source>
        <translation>same day</translation>
    </message>
    <message>
        <source>{count} ngày làm việc</source>
        <translation>{count} working days</translation>
    </message>
    <message>
        <source>{count} ngày</source>
        <translation>{count} days</translation>
    </message>
    <message>
        <source>{count} giờ làm việc</source>
        <translation>{count} working hours</translation>
    </message>
    <message>
        <source>Bản chính</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Chứng thực</source>
        <translation>Certified</translation>
    </message>
    <message>
        <source>Bản sao</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Điện tử</source>
        <translation>Electronic</translation>
    </message>
    <message>
        <source>Xuất trình</source>
        <translation>Shown only</translation>
    </message>
    <message>
        <source>Không thu lệ phí</source>
        <translation>No fee</translation>
    </message>
    <message>
        <source>hồ sơ</source>
        <translation>dossiers</translation>
    </message>
    <message>
        <source>trang</source>
        <translation>pages</translation>
    </message>
    <message>
        <source>bản</source>
        <translation>copies</translation>
    </message>
    <message>
        <source>việc</source>
        <translation>cases</translation>
    </message>
    <message>
        <source>Lệ phí {amount} × {count} {unit}</source>
        <translation>Fee {amount} each, {unit}: {count}</translation>
    </message>
    <message>
        <source>Nam</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Nữ</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>{date}, trước {time}</source>
        <translation>{date}, before {time}</translation>
    </message>
    <message>
        <source>nghỉ {day}, {name}</source>
        <translation>{day} off, {name}</translation>
    </message>
    <message>
        <source>không tính Thứ Bảy, Chủ Nhật</source>
        <translation>Saturday and Sunday not counted</translation>
    </message>
    <message>
        <source>nhận sau giờ làm việc nên tính từ ngày làm việc kế tiếp</source>
        <translation>received after hours, so counted from the next working day</translation>
    </message>
    <message>
        <source>nhận ngày nghỉ nên tính từ ngày làm việc kế tiếp</source>
        <translation>received on a day off, so counted from the next working day</translation>
    </message>
    <message>
        <source>nhận muộn nên trả vào ngày làm việc kế tiếp</source>
        <translation>received late, so due on the next working day</translation>
    </message>
    <message>
        <source>hạn rơi vào ngày nghỉ nên dời sang ngày làm việc kế tiếp</source>
        <translation>the term ends on a day off, so moved to the next working day</translation>
    </message>
    <message>
        <source>Đã trả kết quả</source>
        <translation>Result returned</translation>
    </message>
    <message>
        <source>Được tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>trả {day}</source>
        <translation>returned {day}</translation>
    </message>
    <message>
        <source>quá hạn {count} ngày</source>
        <translation>days overdue: {count}</translation>
    </message>
    <message>
        <source>quá hạn hôm nay</source>
        <translation>overdue today</translation>
    </message>
    <message>
        <source>hôm nay, {time}</source>
        <translation>today, {time}</translation>
    </message>
    <message>
        <source>còn {count} ngày</source>
        <translation>days left: {count}</translation>
    </message>
</context>
<context>
    <name>_CallRow</name>
    <message>
        <source>Quầy {desk}</source>
        <translation>Desk {desk}</translation>
    </message>
    <message>
        <source>Số {label}, quầy {desk}</source>
        <translation>Number {label}, desk {desk}</translation>
    </message>
</context>
<context>
    <name>self._page</name>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Số định danh</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
</context>
</TS>
