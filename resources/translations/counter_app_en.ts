<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="vi_VN">
<context>
    <name>Account</name>
    <message>
        <source>Mật khẩu của ông/bà ngắn hoặc dễ đoán.</source>
        <translation>Your password is short or easy to guess.</translation>
    </message>
    <message>
        <source>Đổi trong {days} ngày tới; quá hạn, máy sẽ hỏi ngay khi đăng nhập.</source>
        <translation>Change it within {days} days; after that you are asked at once when you log in.</translation>
    </message>
    <message>
        <source>Đổi mật khẩu</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>Người quản trị cần thêm mã trên điện thoại khi đăng nhập.</source>
        <translation>An administrator also needs a code on the phone to log in.</translation>
    </message>
    <message>
        <source>Thiết lập trong {days} ngày tới, mất khoảng một phút.</source>
        <translation>Set it up within {days} days; it takes about a minute.</translation>
    </message>
    <message>
        <source>Thiết lập</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>Nối mạng để máy nhận danh sách tài khoản mới; hồ sơ đang chờ cũng tự gửi.</source>
        <translation>Connect the machine so that it gets the new list of accounts; waiting dossiers are then sent by themselves.</translation>
    </message>
    <message>
        <source>Còn {days} ngày nữa, nếu vẫn mất liên lạc, chỉ người quản trị vào được quầy này.</source>
        <translation>In {days} days, if there is still no link, only an administrator can use this desk.</translation>
    </message>
    <message>
        <source>Máy này mất liên lạc đã quá lâu: hiện chỉ người quản trị vào được quầy.</source>
        <translation>This machine has been without a link too long: only an administrator can use the desk now.</translation>
    </message>
</context>
<context>
    <name>AccountPart</name>
    <message>
        <source>Lý do khóa tài khoản</source>
        <translation>Reason for locking the account</translation>
    </message>
    <message>
        <source>Khóa tài khoản</source>
        <translation>Lock account</translation>
    </message>
    <message>
        <source>Mở lại tài khoản</source>
        <translation>Reopen account</translation>
    </message>
    <message>
        <source>Tài khoản đã bị khóa.</source>
        <translation>The account is locked.</translation>
    </message>
    <message>
        <source>Không dùng {days} ngày nên đã khóa.</source>
        <translation>Locked: not used for {days} days.</translation>
    </message>
    <message>
        <source>Dùng lần cuối cách đây {days} ngày.</source>
        <translation>Last used {days} days ago.</translation>
    </message>
    <message>
        <source>Nhập sai nhiều lần, tạm khóa ở máy này đến {time}.</source>
        <translation>Too many wrong entries, locked on this machine until {time}.</translation>
    </message>
    <message>
        <source>Mật khẩu do người quản trị đặt, phải đổi khi đăng nhập.</source>
        <translation>Password set by an administrator, to be changed at log-in.</translation>
    </message>
    <message>
        <source>Có mã trên điện thoại.</source>
        <translation>Has a code on the phone.</translation>
    </message>
    <message>
        <source>Chưa có mã trên điện thoại.</source>
        <translation>No code on the phone yet.</translation>
    </message>
    <message>
        <source>Tài khoản đang dùng được.</source>
        <translation>The account is in use.</translation>
    </message>
    <message>
        <source>Ghi lý do khóa</source>
        <translation>Give the reason for locking</translation>
    </message>
</context>
<context>
    <name>AccountSheet</name>
    <message>
        <source>Tài khoản của tôi</source>
        <translation>My account</translation>
    </message>
    <message>
        <source>Khóa màn hình</source>
        <translation>Lock screen</translation>
    </message>
    <message>
        <source>Đổi mật khẩu</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>Mã trên điện thoại</source>
        <translation>Code on the phone</translation>
    </message>
    <message>
        <source>Rời quầy</source>
        <translation>Leave desk</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Đã đổi mật khẩu. Lần sau đăng nhập bằng mật khẩu mới.</source>
        <translation>Password changed. Log in with the new one next time.</translation>
    </message>
    <message>
        <source>Mã dự phòng</source>
        <translation>Spare codes</translation>
    </message>
</context>
<context>
    <name>AccountSteps</name>
    <message>
        <source>{name}: chọn mật khẩu của riêng mình</source>
        <translation>{name}: choose a password of your own</translation>
    </message>
    <message>
        <source>Mật khẩu vừa nhập do người khác đặt, chỉ dùng cho lần này.</source>
        <translation>The password just typed was set by somebody else and works this once only.</translation>
    </message>
    <message>
        <source>Mật khẩu đang dùng quá dễ đoán, không dùng tiếp được.</source>
        <translation>Your password is too easy to guess and cannot be used any longer.</translation>
    </message>
    <message>
        <source>{name}: thêm mã trên điện thoại cho người quản trị</source>
        <translation>{name}: add a code on the phone for the administrator</translation>
    </message>
</context>
<context>
    <name>Acquaintances</name>
    <message>
        <source>Đã hướng dẫn người này bổ sung, ngày {day}.</source>
        <translation>This person was told what to supplement on {day}.</translation>
    </message>
    <message>
        <source>Người này đã đăng ký hồ sơ này ngày {day}, chưa được tiếp nhận.</source>
        <translation>This person registered this dossier on {day}; it is not received yet.</translation>
    </message>
    <message>
        <source>Cần: {items}</source>
        <translation>Needed: {items}</translation>
    </message>
    <message>
        <source>Làm tiếp hồ sơ đó</source>
        <translation>Go on with that dossier</translation>
    </message>
    <message>
        <source>Làm hồ sơ mới</source>
        <translation>New dossier</translation>
    </message>
    <message>
        <source>Đang giải quyết hồ sơ cùng thủ tục: {code}.</source>
        <translation>A dossier of the same procedure is open: {code}.</translation>
    </message>
    <message>
        <source>Người này nộp ngày {day}, hẹn trả {due}.</source>
        <translation>Filed by this person on {day}, due {due}.</translation>
    </message>
    <message>
        <source>Mở hồ sơ cũ</source>
        <translation>Open the earlier one</translation>
    </message>
    <message>
        <source>Vẫn tiếp nhận</source>
        <translation>Receive anyway</translation>
    </message>
</context>
<context>
    <name>ActColumn</name>
    <message>
        <source>Việc làm được</source>
        <translation>Can be done</translation>
    </message>
    <message>
        <source>Luật chưa cho phép</source>
        <translation>Not allowed by law</translation>
    </message>
    <message>
        <source>Chưa đến lượt: {count} việc</source>
        <translation>Not yet: {count}</translation>
    </message>
    <message>
        <source>{act}: luật chưa cho phép. {rule}</source>
        <translation>{act}: not allowed by law. {rule}</translation>
    </message>
</context>
<context>
    <name>ActForm</name>
    <message>
        <source>Xem trước phiếu</source>
        <translation>Preview form</translation>
    </message>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>ActForms</name>
    <message>
        <source>Người nhận</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Ý kiến kèm theo, không bắt buộc</source>
        <translation>Remark, optional</translation>
    </message>
    <message>
        <source>Giấy tờ cần bổ sung, sửa đổi</source>
        <translation>Papers to supplement or correct</translation>
    </message>
    <message>
        <source>Chọn hoặc ghi giấy tờ cần bổ sung</source>
        <translation>Choose or type the papers to supplement</translation>
    </message>
    <message>
        <source>Nội dung khác cần bổ sung</source>
        <translation>Other things to supplement</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Ghi lý do bằng một câu người dân hiểu được</source>
        <translation>Give the reason in one sentence that citizens understand</translation>
    </message>
    <message>
        <source>Người dân hỏi ai, số điện thoại</source>
        <translation>Whom to ask, phone number</translation>
    </message>
    <message>
        <source>Không thuộc thẩm quyền giải quyết</source>
        <translation>Outside this office&apos;s authority</translation>
    </message>
    <message>
        <source>Không đủ điều kiện theo quy định</source>
        <translation>Conditions in the rules not met</translation>
    </message>
    <message>
        <source>Giấy tờ hết giá trị sử dụng</source>
        <translation>Papers no longer valid</translation>
    </message>
    <message>
        <source>Chọn hoặc ghi lý do từ chối</source>
        <translation>Choose or type the reason for refusing</translation>
    </message>
    <message>
        <source>Lý do từ chối</source>
        <translation>Reason for refusing</translation>
    </message>
    <message>
        <source>Lý do khác</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Ghi ngày, ví dụ 30/11/2026</source>
        <translation>Type a date, for example 30/11/2026</translation>
    </message>
    <message>
        <source>Nộp trước ngày</source>
        <translation>Hand in before</translation>
    </message>
    <message>
        <source>Số tiền (đồng)</source>
        <translation>Amount (đồng)</translation>
    </message>
    <message>
        <source>Ghi số tiền, ví dụ 150.000</source>
        <translation>Type an amount, for example 150.000</translation>
    </message>
    <message>
        <source>Cách nộp</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Số biên lai, nếu có</source>
        <translation>Receipt number, if any</translation>
    </message>
    <message>
        <source>Ghi tên người yêu cầu</source>
        <translation>Type who asks for it</translation>
    </message>
    <message>
        <source>Người yêu cầu rút</source>
        <translation>Withdrawal asked by</translation>
    </message>
    <message>
        <source>Lý do, nếu người dân nói</source>
        <translation>Reason, if the citizen gives one</translation>
    </message>
    <message>
        <source>Chọn một tệp</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Tệp này là</source>
        <translation>This file is</translation>
    </message>
    <message>
        <source>Trả lại cho</source>
        <translation>Send back to</translation>
    </message>
    <message>
        <source>Số văn bản, nếu có</source>
        <translation>Document number, if any</translation>
    </message>
    <message>
        <source>Ngày ký</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>Ghi ngày, ví dụ 23/11/2026</source>
        <translation>Type a date, for example 23/11/2026</translation>
    </message>
    <message>
        <source>Người đã ký</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>Kết quả là từ chối giải quyết</source>
        <translation>The result is a refusal</translation>
    </message>
    <message>
        <source>Ý kiến</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Ghi ý kiến</source>
        <translation>Add a remark</translation>
    </message>
    <message>
        <source>Ghi chú, không bắt buộc</source>
        <translation>Note, optional</translation>
    </message>
    <message>
        <source>Ý kiến, không bắt buộc</source>
        <translation>Remark, optional</translation>
    </message>
</context>
<context>
    <name>AdminController</name>
    <message>
        <source>Lịch làm việc</source>
        <translation>Working calendar</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation>Officers</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Phiếu số</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Bảng và giọng đọc</source>
        <translation>Boards and voice</translation>
    </message>
    <message>
        <source>Hàng chờ</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Máy trạm</source>
        <translation>Machines</translation>
    </message>
    <message>
        <source>Nhật ký an toàn</source>
        <translation>Security log</translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Backup</translation>
    </message>
</context>
<context>
    <name>AdminPage</name>
    <message>
        <source>Quản trị</source>
        <translation>Administration</translation>
    </message>
</context>
<context>
    <name>AlsoLine</name>
    <message>
        <source>Thêm hình thức: {paper}</source>
        <translation>Add a form: {paper}</translation>
    </message>
    <message>
        <source>Số bản, hình thức thêm: {paper}</source>
        <translation>Copies, added form: {paper}</translation>
    </message>
    <message>
        <source>Bỏ hình thức này: {paper}</source>
        <translation>Remove this form: {paper}</translation>
    </message>
</context>
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
        <source>Người đại diện</source>
        <translation>Representative</translation>
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
    <message>
        <source>Số này cấp khi khai sinh ở {province}</source>
        <translation>A number given at birth in {province}</translation>
    </message>
    <message>
        <source>Mã cơ quan</source>
        <translation>Agency code</translation>
    </message>
    <message>
        <source>Mã số thuế, mã tổ chức</source>
        <translation>Tax or organisation code</translation>
    </message>
    <message>
        <source>Tên đầy đủ</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Trụ sở</source>
        <translation>Head office</translation>
    </message>
</context>
<context>
    <name>AppointmentPart</name>
    <message>
        <source>Hẹn trả lúc (thủ tục chưa có thời hạn)</source>
        <translation>Due at (the procedure has no time limit)</translation>
    </message>
    <message>
        <source>27/11/2026 17:00</source>
        <translation>27/11/2026 17:00</translation>
    </message>
    <message>
        <source>Thỏa thuận với người nộp rồi ghi ngày giờ hẹn vào đây.</source>
        <translation>Agree with the applicant, then type the due date and time here.</translation>
    </message>
    <message>
        <source>Đang tính ngày hẹn…</source>
        <translation>Working out the due date…</translation>
    </message>
</context>
<context>
    <name>AsidePart</name>
    <message>
        <source>Mục tỉnh chưa ghi nhận</source>
        <translation>Items not yet recorded by the province</translation>
    </message>
    <message>
        <source>Hồ sơ hoặc việc</source>
        <translation>Dossier or act</translation>
    </message>
    <message>
        <source>Biết từ</source>
        <translation>Known since</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open dossier</translation>
    </message>
    <message>
        <source>Còn {count} mục khác; danh sách này có {most} mục mới nhất.</source>
        <translation>Another {count} items; this list has the newest {most}.</translation>
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
    <name>BacklogBox</name>
    <message>
        <source>Tạm dừng</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Nhận dạng chữ trên giấy đã quét</source>
        <translation>Text recognition of scanned papers</translation>
    </message>
    <message>
        <source>Nhận dạng tiếp</source>
        <translation>Go on recognising</translation>
    </message>
    <message>
        <source>Máy chưa cài {program} nên chưa nhận dạng chữ. Quét và tiếp nhận vẫn bình thường.</source>
        <translation>This computer has no {program} yet, so text is not recognised. Scanning and receiving work as usual.</translation>
    </message>
    <message>
        <source>{count} trang không đọc được.</source>
        <translation>{count} pages could not be read.</translation>
    </message>
    <message>
        <source>Không còn trang nào chờ.</source>
        <translation>No page is waiting.</translation>
    </message>
    <message>
        <source>Đã đọc {done}/{total} trang.</source>
        <translation>{done}/{total} pages read.</translation>
    </message>
    <message>
        <source>Đang tạm dừng.</source>
        <translation>Paused.</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>Đã sao lưu lúc {time}.</source>
        <translation>Backed up at {time}.</translation>
    </message>
    <message>
        <source>Bản sao đã được đọc lại và so khớp từng byte.</source>
        <translation>The backup was read again and compared byte by byte.</translation>
    </message>
    <message>
        <source>Chưa sao lưu: chưa có cụm từ khôi phục.</source>
        <translation>Not backed up: there is no recovery phrase.</translation>
    </message>
    <message>
        <source>Tạo cụm từ khôi phục và ghi ra giấy. Không có nó, không ai mở được bản sao lưu.</source>
        <translation>Make a recovery phrase and write it on paper. Without it nobody can open the backup.</translation>
    </message>
    <message>
        <source>Chưa sao lưu: chưa chọn nơi để bản sao.</source>
        <translation>Not backed up: no place chosen for backups.</translation>
    </message>
    <message>
        <source>Chọn một thư mục ở ổ khác hoặc thẻ nhớ luôn cắm ở máy này.</source>
        <translation>Choose a folder on another disk, or on a USB stick that stays in this machine.</translation>
    </message>
    <message>
        <source>Chưa có bản sao lưu nào.</source>
        <translation>There is no backup yet.</translation>
    </message>
    <message>
        <source>Bấm Sao lưu ngay. Sau đó máy tự làm, không cần dừng việc ở quầy.</source>
        <translation>Press Back up now. After that it goes by itself, without stopping work at the desk.</translation>
    </message>
    <message>
        <source>Đã hơn một ngày làm việc chưa có bản sao lưu mới.</source>
        <translation>No new backup for more than a working day.</translation>
    </message>
    <message>
        <source>Xem thẻ nhớ hoặc ổ ngoài còn cắm không, rồi bấm Sao lưu ngay.</source>
        <translation>See whether the stick or outer disk is still plugged in, then press Back up now.</translation>
    </message>
    <message>
        <source>cụm từ khôi phục</source>
        <translation>recovery phrase</translation>
    </message>
    <message>
        <source>khóa ký gửi của tỉnh</source>
        <translation>the province&apos;s escrow key</translation>
    </message>
    <message>
        <source>Mở được bằng</source>
        <translation>Opened with</translation>
    </message>
    <message>
        <source>chưa có gì</source>
        <translation>nothing yet</translation>
    </message>
    <message>
        <source>Nơi để</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>{size}; giấy tờ: {count} tệp, {papers}</source>
        <translation>{size}; papers: {count} files, {papers}</translation>
    </message>
    <message>
        <source>Lần cuối</source>
        <translation>Last time</translation>
    </message>
    <message>
        <source>Dung lượng</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Bản lúc {time}: dữ liệu tốt, nhưng {count} tệp giấy tờ hỏng hoặc thiếu.</source>
        <translation>Backup of {time}: the data is good, but {count} files of papers are damaged or missing.</translation>
    </message>
    <message>
        <source>Bấm Sao lưu ngay vào ổ khác. Giấy tờ gốc vẫn ở máy này và ở tỉnh nếu đã gửi.</source>
        <translation>Press Back up now to another disk. The original papers are still on this machine, and at the province if sent.</translation>
    </message>
    <message>
        <source>Bản lúc {time} tốt: mở được, đủ {count} tệp giấy tờ.</source>
        <translation>Backup of {time} is good: it opens and has all {count} files of papers.</translation>
    </message>
</context>
<context>
    <name>BackupBadge</name>
    <message>
        <source>Sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Chưa sao lưu</source>
        <translation>Not backed up</translation>
    </message>
    <message>
        <source>Sao lưu quá cũ</source>
        <translation>Backup too old</translation>
    </message>
    <message>
        <source>Sao lưu lỗi</source>
        <translation>Backup failed</translation>
    </message>
    <message>
        <source>{words}: mở Quản trị, mục Sao lưu</source>
        <translation>{words}: open Administration, Backup</translation>
    </message>
</context>
<context>
    <name>BackupController</name>
    <message>
        <source>Đã sao lưu lúc {time}, đã đọc lại và so khớp.</source>
        <translation>Backed up at {time}, read again and compared.</translation>
    </message>
    <message>
        <source>Đã lưu nơi và lịch sao lưu.</source>
        <translation>Place and times of backups saved.</translation>
    </message>
    <message>
        <source>Cụm từ khôi phục đã có hiệu lực từ bản sao lưu tới.</source>
        <translation>The recovery phrase holds from the next backup on.</translation>
    </message>
    <message>
        <source>Chọn thư mục để bản sao lưu</source>
        <translation>Choose the folder for backups</translation>
    </message>
</context>
<context>
    <name>BackupTab</name>
    <message>
        <source>Chỉ xem: việc sao lưu cần người có quyền quản trị.</source>
        <translation>View only: backups need an officer with administration rights.</translation>
    </message>
    <message>
        <source>Đang sao lưu</source>
        <translation>Backing up</translation>
    </message>
    <message>
        <source>Sao lưu ngay</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Thư mục để bản sao lưu (ổ khác hoặc thẻ nhớ)</source>
        <translation>Folder for backups (another disk or a USB stick)</translation>
    </message>
    <message>
        <source>Chọn thư mục…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>Mỗi bao nhiêu giờ</source>
        <translation>Every how many hours</translation>
    </message>
    <message>
        <source>Giữ bao nhiêu bản gần nhất</source>
        <translation>How many of the latest to keep</translation>
    </message>
    <message>
        <source>Lưu nơi và lịch sao lưu</source>
        <translation>Save place and times</translation>
    </message>
    <message>
        <source>Các bản sao lưu</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Bản lúc</source>
        <translation>Made at</translation>
    </message>
    <message>
        <source>Dung lượng</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Chưa có bản nào ở nơi đã chọn.</source>
        <translation>No backup at the chosen place yet.</translation>
    </message>
    <message>
        <source>Kiểm tra bản sao lưu</source>
        <translation>Check backup</translation>
    </message>
    <message>
        <source>Nơi và lịch</source>
        <translation>Place and times</translation>
    </message>
    <message>
        <source>Cụm từ khôi phục</source>
        <translation>Recovery phrase</translation>
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
    <name>BatchPart</name>
    <message>
        <source>Tách giấy tờ</source>
        <translation>Separate the papers</translation>
    </message>
    <message>
        <source>Theo tờ phân cách</source>
        <translation>By separator sheets</translation>
    </message>
    <message>
        <source>Theo số trang</source>
        <translation>By number of pages</translation>
    </message>
    <message>
        <source> trang mỗi giấy tờ</source>
        <translation> pages a paper</translation>
    </message>
    <message>
        <source>Số trang mỗi giấy tờ</source>
        <translation>Pages of each paper</translation>
    </message>
    <message>
        <source>In tờ phân cách</source>
        <translation>Print separator sheets</translation>
    </message>
    <message>
        <source>Quét tập này</source>
        <translation>Scan this batch</translation>
    </message>
    <message>
        <source>Cả tập vào khay một lần; đủ số trang thì sang giấy tờ kế tiếp, bắt đầu từ dòng đang chọn.</source>
        <translation>The whole batch into the feeder at once; after so many pages the next paper begins, from the row that is chosen.</translation>
    </message>
    <message>
        <source>Đặt tờ phân cách lên trên mỗi giấy tờ rồi quét cả tập một lần; tờ phân cách tự bỏ ra.</source>
        <translation>Lay a separator sheet on top of each paper and scan the batch at once; the separator sheets are left out.</translation>
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
        <source>Quầy {desk} đang tạm nghỉ.</source>
        <translation>Desk {desk} is on a break.</translation>
    </message>
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
    <name>BoardsController</name>
    <message>
        <source>Đã lưu. Bảng đổi theo trong vài giây.</source>
        <translation>Saved. The boards follow within seconds.</translation>
    </message>
    <message>
        <source>Chọn hình</source>
        <translation>Choose pictures</translation>
    </message>
    <message>
        <source>Hình (*.png *.jpg *.jpeg)</source>
        <translation>Pictures (*.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>BoardsPart</name>
    <message>
        <source>Các bảng gọi số</source>
        <translation>The boards that show calls</translation>
    </message>
    <message>
        <source>Thêm bảng</source>
        <translation>Add a board</translation>
    </message>
    <message>
        <source>Dòng chữ chạy ở chân bảng</source>
        <translation>Running text at the foot of the board</translation>
    </message>
    <message>
        <source>Thêm hình…</source>
        <translation>Add pictures…</translation>
    </message>
    <message>
        <source>Bỏ hình đang chọn</source>
        <translation>Remove the chosen pictures</translation>
    </message>
    <message>
        <source>Đọc số khi gọi</source>
        <translation>Speak the number when it is called</translation>
    </message>
    <message>
        <source>Có tiếng chuông trước khi đọc</source>
        <translation>A chime before it speaks</translation>
    </message>
    <message>
        <source>Âm lượng, phần trăm</source>
        <translation>Volume, per cent</translation>
    </message>
    <message>
        <source>Nghe thử ở máy này</source>
        <translation>Try it on this machine</translation>
    </message>
    <message>
        <source>Không đọc từ</source>
        <translation>Silent from</translation>
    </message>
    <message>
        <source>đến</source>
        <translation>to</translation>
    </message>
    <message>
        <source>giờ:phút</source>
        <translation>hour:minute</translation>
    </message>
    <message>
        <source>Lưu bảng</source>
        <translation>Save the board</translation>
    </message>
    <message>
        <source>Hình chiếu khi không gọi số</source>
        <translation>Pictures while nobody is called</translation>
    </message>
    <message>
        <source>Lĩnh vực bảng này hiện và đọc (không chọn ô nào: tất cả)</source>
        <translation>Fields that this board shows and speaks (none chosen: all)</translation>
    </message>
    <message>
        <source>Hình chiếu lần lượt khi không gọi số (PNG hoặc JPEG, mỗi hình tối đa 4 MB)</source>
        <translation>Pictures shown one after another while nobody is called (PNG or JPEG, at most 4 MB each)</translation>
    </message>
    <message>
        <source>Âm lượng</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Trong giờ không đọc, bảng vẫn hiện số. Để trống cả hai ô: lúc nào cũng đọc.</source>
        <translation>In the silent hours the board still shows the numbers. Leave both boxes empty to speak at all times.</translation>
    </message>
    <message>
        <source>Bảng {number}</source>
        <translation>Board {number}</translation>
    </message>
    <message>
        <source>Hình {place}</source>
        <translation>Picture {place}</translation>
    </message>
    <message>
        <source>Ghi như 11:30</source>
        <translation>Write it like 11:30</translation>
    </message>
    <message>
        <source>{count} lĩnh vực</source>
        <translation>{count} fields</translation>
    </message>
    <message>
        <source>mọi lĩnh vực</source>
        <translation>all fields</translation>
    </message>
    <message>
        <source>{shown} · chỉ hiện, không đọc</source>
        <translation>{shown} · shows only, does not speak</translation>
    </message>
    <message>
        <source>{shown} · đọc, âm lượng {volume} %</source>
        <translation>{shown} · speaks, volume {volume} %</translation>
    </message>
</context>
<context>
    <name>BoardsTab</name>
    <message>
        <source>Phần thiết lập</source>
        <translation>Part of the settings</translation>
    </message>
    <message>
        <source>Bảng gọi số</source>
        <translation>Boards</translation>
    </message>
    <message>
        <source>Giọng đọc</source>
        <translation>Voice</translation>
    </message>
    <message>
        <source>Đánh giá</source>
        <translation>Ratings</translation>
    </message>
    <message>
        <source>Chỉ xem: việc sửa bảng và giọng đọc cần người có quyền quản trị.</source>
        <translation>View only: changing boards and voice needs an officer with administration rights.</translation>
    </message>
</context>
<context>
    <name>BucketLine</name>
    <message>
        <source>Việc</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Việc của ai</source>
        <translation>Whose tasks</translation>
    </message>
    <message>
        <source>Của tôi</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Phòng tôi</source>
        <translation>My unit&apos;s</translation>
    </message>
</context>
<context>
    <name>BucketList</name>
    <message>
        <source>Việc của ai</source>
        <translation>Whose tasks</translation>
    </message>
    <message>
        <source>Của tôi</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Phòng tôi</source>
        <translation>My unit&apos;s</translation>
    </message>
    <message>
        <source>Theo hạn của bước</source>
        <translation>By step deadline</translation>
    </message>
</context>
<context>
    <name>CalendarController</name>
    <message>
        <source>Hoán đổi {off} và {worked}</source>
        <translation>Swap {off} and {worked}</translation>
    </message>
    <message>
        <source>Đã ghi vào lịch: {days}.</source>
        <translation>Written to the calendar: {days}.</translation>
    </message>
    <message>
        <source>Các ngày hẹn từ nay tính theo lịch mới; giấy hẹn đã in giữ nguyên.</source>
        <translation>Due dates from now on follow the new calendar; printed receipts stay as they are.</translation>
    </message>
    <message>
        <source>Ngày này đã qua: giấy hẹn đã in giữ nguyên, chỉ cách tính từ nay đổi theo.</source>
        <translation>This day is past: printed receipts stay as they are; only counting from now on changes.</translation>
    </message>
</context>
<context>
    <name>CalendarTab</name>
    <message>
        <source>Bảng bên cạnh</source>
        <translation>Side panel</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Giờ làm việc</source>
        <translation>Working hours</translation>
    </message>
    <message>
        <source>Thử ngày hẹn</source>
        <translation>Try a due date</translation>
    </message>
    <message>
        <source>Chỉ xem: việc sửa lịch cần người có quyền quản trị.</source>
        <translation>View only: changing the calendar needs administration rights.</translation>
    </message>
    <message>
        <source>Năm trước</source>
        <translation>Previous year</translation>
    </message>
    <message>
        <source>Năm sau</source>
        <translation>Next year</translation>
    </message>
    <message>
        <source>{off} ngày nghỉ · {worked} ngày làm bù · {own} ngày đơn vị tự đặt</source>
        <translation>Days off: {off} · Made-up days: {worked} · Set by this office: {own}</translation>
    </message>
    <message>
        <source>nghỉ lễ</source>
        <translation>holiday</translation>
    </message>
    <message>
        <source>làm bù</source>
        <translation>made-up working day</translation>
    </message>
    <message>
        <source>nghỉ buổi tô màu</source>
        <translation>coloured half is off</translation>
    </message>
    <message>
        <source>đơn vị tự đặt</source>
        <translation>set by this office</translation>
    </message>
</context>
<context>
    <name>CalendarWords</name>
    <message>
        <source>nghỉ</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>Nghỉ cuối tuần</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>Nghỉ: {name}</source>
        <translation>Day off: {name}</translation>
    </message>
    <message>
        <source>Làm việc {hours}</source>
        <translation>Working {hours}</translation>
    </message>
    <message>
        <source>Theo tuần làm việc</source>
        <translation>From the working week</translation>
    </message>
    <message>
        <source>Theo lịch nghỉ lễ có sẵn</source>
        <translation>From the built-in holidays</translation>
    </message>
    <message>
        <source>Cấp trên đặt</source>
        <translation>Set from above</translation>
    </message>
    <message>
        <source>Đơn vị tự đặt</source>
        <translation>Set by this office</translation>
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
    <name>CamePart</name>
    <message>
        <source>Giấy tờ đã nộp bổ sung</source>
        <translation>Supplementary papers handed in</translation>
    </message>
    <message>
        <source>Chọn giấy tờ đã nộp</source>
        <translation>Choose the papers handed in</translation>
    </message>
    <message>
        <source>Giấy tờ khác đã nộp</source>
        <translation>Other papers handed in</translation>
    </message>
</context>
<context>
    <name>CatalogueController</name>
    <message>
        <source>Thêm thủ tục</source>
        <translation>Add a procedure</translation>
    </message>
    <message>
        <source>Sửa thủ tục {code}</source>
        <translation>Edit procedure {code}</translation>
    </message>
    <message>
        <source>Phiên bản mới của thủ tục {code}</source>
        <translation>New version of procedure {code}</translation>
    </message>
    <message>
        <source>Ghi ngày bắt đầu của phiên bản mới</source>
        <translation>Type the first day of the new version</translation>
    </message>
    <message>
        <source>Đã lưu thủ tục {code}.</source>
        <translation>Procedure {code} saved.</translation>
    </message>
    <message>
        <source>Ghi ngày như 01/01/2027</source>
        <translation>Type a date like 01/01/2027</translation>
    </message>
    <message>
        <source>Không nhận hồ sơ {code} từ ngày {day}; hồ sơ đã nhận vẫn giữ nguyên.</source>
        <translation>No dossiers of {code} from {day} on; those already received stay as they are.</translation>
    </message>
    <message>
        <source>Đã nhập {count} thủ tục.</source>
        <translation>Procedures imported: {count}.</translation>
    </message>
    <message>
        <source>Đã xuất danh mục: {path}</source>
        <translation>Catalogue exported: {path}</translation>
    </message>
    <message>
        <source>Tệp danh mục (*.json)</source>
        <translation>Catalogue file (*.json)</translation>
    </message>
    <message>
        <source>Xuất danh mục</source>
        <translation>Export catalogue</translation>
    </message>
    <message>
        <source>Nhập danh mục</source>
        <translation>Import catalogue</translation>
    </message>
</context>
<context>
    <name>CatalogueWords</name>
    <message>
        <source>Trực tiếp</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Bưu chính</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>một hồ sơ</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>một trang</source>
        <translation>page</translation>
    </message>
    <message>
        <source>một bản</source>
        <translation>copy</translation>
    </message>
    <message>
        <source>một việc</source>
        <translation>case</translation>
    </message>
    <message>
        <source>{count} giờ</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>Không thu</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>từ trang {page}: {amount}</source>
        <translation>from page {page}: {amount}</translation>
    </message>
    <message>
        <source>tối đa {amount} một bản</source>
        <translation>at most {amount} a copy</translation>
    </message>
    <message>
        <source>nộp trực tuyến: {amount}</source>
        <translation>filed online: {amount}</translation>
    </message>
    <message>
        <source>nhận sau {hour}:00 thì trả ngày làm việc tiếp theo</source>
        <translation>received after {hour}:00, due the next working day</translation>
    </message>
    <message>
        <source>Chọn một: {group}</source>
        <translation>Choose one: {group}</translation>
    </message>
    <message>
        <source>Không bắt buộc</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Áp dụng từ {day}</source>
        <translation>In force from {day}</translation>
    </message>
    <message>
        <source>Ngừng áp dụng</source>
        <translation>No longer in force</translation>
    </message>
    <message>
        <source>Đến hết {day}</source>
        <translation>Until {day}</translation>
    </message>
    <message>
        <source>Đang áp dụng</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>từ {day}</source>
        <translation>from {day}</translation>
    </message>
    <message>
        <source>đến hết {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>không ghi ngày</source>
        <translation>no date given</translation>
    </message>
    <message>
        <source>{name}, dòng {line}</source>
        <translation>{name}, line {line}</translation>
    </message>
    <message>
        <source>sai kiểu dữ liệu</source>
        <translation>wrong type of data</translation>
    </message>
    <message>
        <source>quá lớn</source>
        <translation>too big</translation>
    </message>
    <message>
        <source>lồng quá nhiều lớp</source>
        <translation>nested too deeply</translation>
    </message>
    <message>
        <source>tệp bị đứt ở đây</source>
        <translation>the file breaks off here</translation>
    </message>
    <message>
        <source>không phải JSON</source>
        <translation>not JSON</translation>
    </message>
    <message>
        <source>lặp lại trong tệp</source>
        <translation>repeated in the file</translation>
    </message>
    <message>
        <source>không phải thủ tục cấp xã</source>
        <translation>not a commune-level procedure</translation>
    </message>
    <message>
        <source>không phải thủ tục</source>
        <translation>not a procedure</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Tên giấy tờ nộp thêm</source>
        <translation>Name of an extra paper</translation>
    </message>
    <message>
        <source>Tên giấy tờ nộp thêm; Enter để thêm, Esc để thôi</source>
        <translation>Name of an extra paper; Enter to add, Esc to cancel</translation>
    </message>
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
        <source>Thêm hình thức…</source>
        <translation>Add a form…</translation>
    </message>
    <message>
        <source>thiếu ảnh không có ghi chú</source>
        <translation>the picture without the note is missing</translation>
    </message>
    <message>
        <source>thiếu {count} ảnh</source>
        <translation>{count} pictures missing</translation>
    </message>
    <message>
        <source>thừa {count} ảnh</source>
        <translation>{count} pictures too many</translation>
    </message>
    <message>
        <source>{count} trang hình như trắng</source>
        <translation>{count} pages look blank</translation>
    </message>
    <message>
        <source>đã có bản điện tử</source>
        <translation>filed electronically</translation>
    </message>
    <message>
        <source>một trong các loại giấy thay nhau</source>
        <translation>one of several papers that will do</translation>
    </message>
    <message>
        <source>ngoài danh mục</source>
        <translation>not in the catalogue</translation>
    </message>
    <message>
        <source>nếu có</source>
        <translation>if any</translation>
    </message>
    <message>
        <source>Bỏ dòng này</source>
        <translation>Remove this line</translation>
    </message>
    <message>
        <source>Dùng giấy khác</source>
        <translation>Use another paper</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Cần có họ tên</source>
        <translation>A name is needed</translation>
    </message>
    <message>
        <source>Cần có tên tổ chức</source>
        <translation>The organisation&apos;s name is needed</translation>
    </message>
    <message>
        <source>Trùng với người nộp</source>
        <translation>Same as the applicant</translation>
    </message>
    <message>
        <source>Số định danh cần 12 chữ số</source>
        <translation>An ID number has 12 digits</translation>
    </message>
    <message>
        <source>Số này khác giới tính, năm sinh</source>
        <translation>This number differs from sex and birth year</translation>
    </message>
    <message>
        <source>Không có mã tỉnh này</source>
        <translation>No such province code</translation>
    </message>
    <message>
        <source>Số này khác giới tính</source>
        <translation>This number differs from the sex</translation>
    </message>
    <message>
        <source>Số này khác năm sinh</source>
        <translation>This number differs from the birth year</translation>
    </message>
    <message>
        <source>Số chứng minh cũ, 9 số</source>
        <translation>Old identity card number, 9 digits</translation>
    </message>
    <message>
        <source>Ngày này chưa đến</source>
        <translation>This day has not come yet</translation>
    </message>
    <message>
        <source>Xem lại số điện thoại</source>
        <translation>Check the phone number</translation>
    </message>
    <message>
        <source>Mã số thuế có 10 hoặc 13 số</source>
        <translation>A tax code has 10 or 13 digits</translation>
    </message>
    <message>
        <source>Ghi như 27/11/2026 17:00</source>
        <translation>Type like 27/11/2026 17:00</translation>
    </message>
    <message>
        <source>Ngày này đã qua</source>
        <translation>This day is past</translation>
    </message>
    <message>
        <source>Lúc này chưa đến</source>
        <translation>This time has not come yet</translation>
    </message>
    <message>
        <source>Ngày sinh chưa đúng</source>
        <translation>Date not right</translation>
    </message>
</context>
<context>
    <name>CitizenCopyControl</name>
    <message>
        <source>Chỉ người tiếp nhận hoặc quản trị được lập bản sao dữ liệu.</source>
        <translation>Only receiving officers or administrators may make a copy of the data.</translation>
    </message>
    <message>
        <source>Đã lập bản sao dữ liệu ({count} hồ sơ): {folder}</source>
        <translation>Copy of the data made ({count} dossiers): {folder}</translation>
    </message>
    <message>
        <source>Chưa có ở máy này: {papers}</source>
        <translation>Not on this machine yet: {papers}</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open folder</translation>
    </message>
</context>
<context>
    <name>CopyForm</name>
    <message>
        <source>Lý do (theo đơn nào, ngày nào)</source>
        <translation>Reason (which request, of which day)</translation>
    </message>
    <message>
        <source>Lập bản sao…</source>
        <translation>Make copy…</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Bản sao dữ liệu cho người dân</source>
        <translation>Copy of the data for the citizen</translation>
    </message>
    <message>
        <source>Gồm mọi hồ sơ, diễn biến, giấy tờ đã quét và những ai đã xem. Thông tin của người khác được che bớt. Tệp lập ra không khóa: chỉ giao cho đúng người.</source>
        <translation>It has all dossiers, their history, the scanned papers and who has looked at them. Particulars of other people are partly hidden. The file is not locked: give it to the right person only.</translation>
    </message>
    <message>
        <source>Ghi lý do: việc này được lưu lại.</source>
        <translation>Give the reason: this is recorded.</translation>
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
    <message>
        <source>Lần trước chương trình bị đóng đột ngột vì một lỗi. Mọi việc đã lưu vẫn còn nguyên.</source>
        <translation>Last time the program was closed suddenly by an error. Everything saved is intact.</translation>
    </message>
    <message>
        <source>Xem lại việc đang làm dở lúc đó. Nếu lặp lại, báo kỹ thuật mã {id}.</source>
        <translation>Look again at what was being done then. If it happens again, tell support the code {id}.</translation>
    </message>
</context>
<context>
    <name>CrashModel</name>
    <message>
        <source>Lúc</source>
        <translation>At</translation>
    </message>
    <message>
        <source>Lỗi chương trình</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>Mã để báo kỹ thuật</source>
        <translation>Code for support</translation>
    </message>
    <message>
        <source>Số lần</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Chương trình bị đóng đột ngột</source>
        <translation>The program was closed suddenly</translation>
    </message>
    <message>
        <source>Lỗi khi đang làm một việc</source>
        <translation>An error while doing something</translation>
    </message>
    <message>
        <source>{count} lần</source>
        <translation>{count} times</translation>
    </message>
</context>
<context>
    <name>CrashPart</name>
    <message>
        <source>Xem báo cáo lỗi</source>
        <translation>See the error reports</translation>
    </message>
    <message>
        <source>Lưu ra tệp…</source>
        <translation>Save to a file…</translation>
    </message>
    <message>
        <source>Lưu báo cáo lỗi ra tệp</source>
        <translation>Save the error reports to a file</translation>
    </message>
    <message>
        <source>Chương trình đã gặp {count} lỗi, gần nhất lúc {at}, mã {number}. Báo cáo không có dữ liệu công dân.</source>
        <translation>The program has met {count} errors, the last at {at}, code {number}. The reports hold no citizen&apos;s data.</translation>
    </message>
    <message>
        <source>Báo cáo lỗi chương trình</source>
        <translation>Reports of program errors</translation>
    </message>
</context>
<context>
    <name>CrashesController</name>
    <message>
        <source>Đã ghi {count} báo cáo vào {path}</source>
        <translation>{count} reports were written to {path}</translation>
    </message>
    <message>
        <source>Lưu báo cáo lỗi</source>
        <translation>Save error reports</translation>
    </message>
    <message>
        <source>Tệp chữ (*.txt)</source>
        <translation>Text files (*.txt)</translation>
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
    <name>DayForm</name>
    <message>
        <source>Nghỉ</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>Cả ngày</source>
        <translation>Whole day</translation>
    </message>
    <message>
        <source>Chỉ sáng</source>
        <translation>Morning only</translation>
    </message>
    <message>
        <source>Chỉ chiều</source>
        <translation>Afternoon only</translation>
    </message>
    <message>
        <source>Đổi ngày này thành</source>
        <translation>Change this day to</translation>
    </message>
    <message>
        <source>Tên, hiện trong cách tính ngày hẹn</source>
        <translation>Name, shown in how the due date is counted</translation>
    </message>
    <message>
        <source>Số văn bản, nếu có</source>
        <translation>Document number, if any</translation>
    </message>
    <message>
        <source>Ghi ngày này</source>
        <translation>Save this day</translation>
    </message>
    <message>
        <source>Bỏ, trở lại như trước</source>
        <translation>Remove, as it was before</translation>
    </message>
    <message>
        <source>Nghỉ ngày này, làm bù vào</source>
        <translation>Day off, made up on</translation>
    </message>
    <message>
        <source>Ghi hoán đổi</source>
        <translation>Save swap</translation>
    </message>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Ghi ngày, ví dụ 10/01/2026</source>
        <translation>Type a date, for example 10/01/2026</translation>
    </message>
</context>
<context>
    <name>DayPart</name>
    <message>
        <source>ngày/tháng/năm, nếu có</source>
        <translation>day/month/year, if any</translation>
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
        <source>Xử lý</source>
        <translation>Process</translation>
    </message>
    <message>
        <source>Trả kết quả</source>
        <translation>Return results</translation>
    </message>
    <message>
        <source>Quản trị</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Điều hành</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>Quầy {desk} · {officer}</source>
        <translation>Desk {desk} · {officer}</translation>
    </message>
    <message>
        <source>Cần xem lại</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>Đồng bộ</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Chọn thẻ nhớ</source>
        <translation>Choose the USB stick</translation>
    </message>
    <message>
        <source>Chọn thư mục lưu giấy hẹn</source>
        <translation>Choose a folder for receipts</translation>
    </message>
</context>
<context>
    <name>DesksPart</name>
    <message>
        <source>Các quầy</source>
        <translation>The desks</translation>
    </message>
    <message>
        <source>Thêm quầy</source>
        <translation>Add a desk</translation>
    </message>
    <message>
        <source>Quầy nhanh: việc ngắn (nhận kết quả) được gọi trước</source>
        <translation>Quick desk: short matters (a result to collect) are called first</translation>
    </message>
    <message>
        <source>Lưu quầy</source>
        <translation>Save the desk</translation>
    </message>
    <message>
        <source>Quầy {number}</source>
        <translation>Desk {number}</translation>
    </message>
    <message>
        <source>Phần của {group}</source>
        <translation>Share of {group}</translation>
    </message>
    <message>
        <source>Lĩnh vực quầy này gọi, mỗi lĩnh vực mấy phần (không chọn ô nào: mọi lĩnh vực, ai chờ lâu hơn)</source>
        <translation>Fields that this desk calls, and the share of each (none chosen: all fields, whoever waited longer)</translation>
    </message>
    <message>
        <source>Ví dụ 2 phần và 1 phần: cứ hai người của lĩnh vực thứ nhất thì một người của lĩnh vực kia.</source>
        <translation>For example 2 shares and 1 share: for every two people of the first field, one of the other.</translation>
    </message>
    <message>
        <source>mọi lĩnh vực</source>
        <translation>all fields</translation>
    </message>
    <message>
        <source>{groups} · quầy nhanh</source>
        <translation>{groups} · quick desk</translation>
    </message>
</context>
<context>
    <name>DeviceForm</name>
    <message>
        <source>Là thiết bị gì</source>
        <translation>What the device is</translation>
    </message>
    <message>
        <source>Nối bằng cách nào</source>
        <translation>How it is connected</translation>
    </message>
    <message>
        <source>Tên gọi</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Loại máy</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Tốc độ cổng (baud)</source>
        <translation>Port speed (baud)</translation>
    </message>
    <message>
        <source>Chữ trên phiếu khi cổng chậm</source>
        <translation>Letters on tickets when the line is slow</translation>
    </message>
    <message>
        <source>Đầu đọc gõ trước mỗi mã</source>
        <translation>What the reader types before each code</translation>
    </message>
    <message>
        <source>Đầu đọc gõ sau mỗi mã</source>
        <translation>What the reader types after each code</translation>
    </message>
    <message>
        <source>để trống nếu không có</source>
        <translation>leave empty if there is none</translation>
    </message>
    <message>
        <source>Đặt cho thiết bị một cái tên</source>
        <translation>Give the device a name</translation>
    </message>
    <message>
        <source>Ghi như {example}</source>
        <translation>Write it like {example}</translation>
    </message>
    <message>
        <source>Còn thiếu</source>
        <translation>Still missing</translation>
    </message>
    <message>
        <source>Như đang dùng</source>
        <translation>As in use</translation>
    </message>
    <message>
        <source>Theo loại máy</source>
        <translation>As the model has it</translation>
    </message>
</context>
<context>
    <name>DeviceLearning</name>
    <message>
        <source>Phím này đã dùng cho mức khác. Mời bấm phím khác.</source>
        <translation>This key is taken by another answer. Please press another one.</translation>
    </message>
    <message>
        <source>Tín hiệu chưa rõ. Mời bấm lại, dứt khoát một lần.</source>
        <translation>The signal was not clear. Please press again, once and firmly.</translation>
    </message>
    <message>
        <source>Đã học {count} phím và lưu lại. Hãy thử từng phím.</source>
        <translation>{count} keys learned and saved. Please try each key.</translation>
    </message>
</context>
<context>
    <name>DeviceLine</name>
    <message>
        <source>Ghi bảo dưỡng…</source>
        <translation>Record a service…</translation>
    </message>
    <message>
        <source>Ghi bảo dưỡng {name}</source>
        <translation>Record a service of {name}</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Thiết bị của máy này và thiết bị vừa tìm thấy</source>
        <translation>The devices of this computer and those just found</translation>
    </message>
    <message>
        <source>Tìm thiết bị</source>
        <translation>Find devices</translation>
    </message>
    <message>
        <source>Thêm bằng tay</source>
        <translation>Add by hand</translation>
    </message>
    <message>
        <source>Đang tìm, chừng 10 giây…</source>
        <translation>Looking around, about 10 seconds…</translation>
    </message>
    <message>
        <source>và {count} thiết bị khác không có lỗi</source>
        <translation>and {count} other devices without a fault</translation>
    </message>
    <message>
        <source>Chưa có thiết bị nào báo về.</source>
        <translation>No device has reported yet.</translation>
    </message>
</context>
<context>
    <name>DeviceTrials</name>
    <message>
        <source>Đang in…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>Đang in bảng chữ…</source>
        <translation>Printing the table of letters…</translation>
    </message>
    <message>
        <source>Dòng nào đọc được đủ dấu thì chọn bảng mã ghi ở đầu dòng đó; không dòng nào thì để không dấu.</source>
        <translation>If one line has all letters right, choose the code page written before it; if none has, leave it without marks.</translation>
    </message>
    <message>
        <source>Đã gửi bảng chữ.</source>
        <translation>The table of letters is sent.</translation>
    </message>
    <message>
        <source>Xem phiếu: chữ có dấu rõ, thước đúng 10 mm một ô, cắt đúng chỗ.</source>
        <translation>Look at the slip: clear accents, a ruler of 10 mm a field, cut in the right place.</translation>
    </message>
    <message>
        <source>Đã in xong phiếu thử.</source>
        <translation>The trial slip is printed.</translation>
    </message>
    <message>
        <source>Đã gửi phiếu thử.</source>
        <translation>The trial slip is sent.</translation>
    </message>
    <message>
        <source>Máy in không báo lại: xem giấy đã ra chưa.</source>
        <translation>The printer did not answer afterwards: see whether the paper came out.</translation>
    </message>
    <message>
        <source>Mời bấm từng phím…</source>
        <translation>Please press each key…</translation>
    </message>
    <message>
        <source>Vừa bấm: {words}</source>
        <translation>Just pressed: {words}</translation>
    </message>
    <message>
        <source>Các phím đều đúng.</source>
        <translation>All keys are right.</translation>
    </message>
    <message>
        <source>Mời đưa thẻ hoặc giấy hẹn vào đầu đọc…</source>
        <translation>Please hold a card or a receipt to the reader…</translation>
    </message>
    <message>
        <source>Đang quét…</source>
        <translation>Scanning…</translation>
    </message>
    <message>
        <source>Đã quét {count} trang. Trang thử không lưu lại.</source>
        <translation>{count} pages scanned. Trial pages are not kept.</translation>
    </message>
    <message>
        <source>Đã dừng quét thử.</source>
        <translation>The trial scan was stopped.</translation>
    </message>
    <message>
        <source>Loa đang đọc thử. Không nghe thấy thì tăng âm lượng và xem dây loa.</source>
        <translation>The speaker is reading a trial. If you hear nothing, turn up the volume and check the cable.</translation>
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
    <name>DevicesController</name>
    <message>
        <source>Máy này, quầy {desk}</source>
        <translation>This computer, desk {desk}</translation>
    </message>
    <message>
        <source>Thiết bị mới</source>
        <translation>New device</translation>
    </message>
    <message>
        <source>chưa lưu</source>
        <translation>not saved</translation>
    </message>
    <message>
        <source>Vừa tìm thấy, chưa dùng</source>
        <translation>Just found, not in use</translation>
    </message>
    <message>
        <source>Cửa sổ này không quản lý thiết bị của máy.</source>
        <translation>This window does not manage the computer&apos;s devices.</translation>
    </message>
    <message>
        <source>Chưa có thiết bị nào. Cắm thiết bị, bật nguồn, rồi bấm “Tìm thiết bị”.</source>
        <translation>No device yet. Connect a device, switch it on, then press “Find devices”.</translation>
    </message>
    <message>
        <source>Tìm thấy {count} thiết bị chưa dùng.</source>
        <translation>{count} devices found that are not in use.</translation>
    </message>
    <message>
        <source>Không thấy thiết bị mới. Kiểm tra dây và nguồn rồi tìm lại, hoặc thêm bằng tay.</source>
        <translation>No new device found. Check cable and power and look again, or add it by hand.</translation>
    </message>
    <message>
        <source>Đã lưu “{name}” và dùng ngay. Hãy thử bên dưới.</source>
        <translation>“{name}” is saved and in use. Please try it below.</translation>
    </message>
    <message>
        <source>Đã bỏ “{name}” khỏi máy này.</source>
        <translation>“{name}” was taken off this computer.</translation>
    </message>
    <message>
        <source>Dùng lại</source>
        <translation>Use it again</translation>
    </message>
</context>
<context>
    <name>DevicesTab</name>
    <message>
        <source>Chỉ xem: việc đổi thiết bị cần người có quyền quản trị.</source>
        <translation>Only to look at: changing devices needs an administrator.</translation>
    </message>
    <message>
        <source>Bỏ thiết bị này</source>
        <translation>Take this device off</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Lưu và dùng ngay</source>
        <translation>Save and use now</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Dây USB</source>
        <translation>USB cable</translation>
    </message>
    <message>
        <source>Cổng COM hoặc USB-COM</source>
        <translation>COM port or USB-COM</translation>
    </message>
    <message>
        <source>Cắm USB, gõ chữ như bàn phím</source>
        <translation>USB, types like a keyboard</translation>
    </message>
    <message>
        <source>Mạng (địa chỉ IP)</source>
        <translation>Network (IP address)</translation>
    </message>
    <message>
        <source>Máy in đã cài trong hệ thống</source>
        <translation>Printer installed in the system</translation>
    </message>
    <message>
        <source>Cắm vào máy này (SANE)</source>
        <translation>Connected to this computer (SANE)</translation>
    </message>
    <message>
        <source>Trong mạng, không cần cài (eSCL)</source>
        <translation>On the network, nothing to install (eSCL)</translation>
    </message>
    <message>
        <source>Cài trong Windows (WIA)</source>
        <translation>Installed in Windows (WIA)</translation>
    </message>
    <message>
        <source>Thư mục mà máy quét lưu ảnh vào</source>
        <translation>Folder that the scanner saves into</translation>
    </message>
    <message>
        <source>Loa của máy này</source>
        <translation>Speaker of this computer</translation>
    </message>
    <message>
        <source>Ghi ra tệp, để tập làm</source>
        <translation>Written to a file, for practice</translation>
    </message>
    <message>
        <source>Máy quét ảo, để tập làm</source>
        <translation>Virtual scanner, for practice</translation>
    </message>
    <message>
        <source>Không phát tiếng, để tập làm</source>
        <translation>Without sound, for practice</translation>
    </message>
    <message>
        <source>Mã USB (hãng:loại)</source>
        <translation>USB id (vendor:product)</translation>
    </message>
    <message>
        <source>Cổng</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Địa chỉ trong mạng</source>
        <translation>Network address</translation>
    </message>
    <message>
        <source>Tên máy in trong hệ thống</source>
        <translation>Name of the printer in the system</translation>
    </message>
    <message>
        <source>Tên máy quét (để trống: máy đầu tiên)</source>
        <translation>Name of the scanner (empty: the first one)</translation>
    </message>
    <message>
        <source>Địa chỉ máy quét</source>
        <translation>Address of the scanner</translation>
    </message>
    <message>
        <source>Mã máy quét (để trống: máy đầu tiên)</source>
        <translation>Id of the scanner (empty: the first one)</translation>
    </message>
    <message>
        <source>Thư mục</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Tệp hoặc thư mục</source>
        <translation>File or folder</translation>
    </message>
    <message>
        <source>Không dấu, máy nào cũng in được</source>
        <translation>Without marks, every printer can</translation>
    </message>
    <message>
        <source>Có dấu, bảng mã {name}</source>
        <translation>With marks, code page {name}</translation>
    </message>
    <message>
        <source>Chưa lưu: bấm “Lưu và dùng ngay” để thử.</source>
        <translation>Not saved: press “Save and use now” to try it.</translation>
    </message>
    <message>
        <source>{state} từ {time}</source>
        <translation>{state} since {time}</translation>
    </message>
    <message>
        <source>Có thiết bị khác giống hệt: hãy giữ nguyên chỗ cắm này.</source>
        <translation>There is another device just like it: leave it in this socket.</translation>
    </message>
    <message>
        <source>Máy nhớ chính thiết bị này: cắm sang chỗ khác vẫn nhận ra.</source>
        <translation>The computer knows this very device: it may be put into another socket.</translation>
    </message>
    <message>
        <source>Đã đọc một mã: {code}</source>
        <translation>A code was read: {code}</translation>
    </message>
    <message>
        <source>Đã đọc thẻ căn cước: {name}, số {number}</source>
        <translation>An identity card was read: {name}, number {number}</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message>
        <source>Xem và in phiếu</source>
        <translation>View and print form</translation>
    </message>
    <message>
        <source>Xem và in phiếu (mẫu {form})</source>
        <translation>View and print form ({form})</translation>
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
        <source>Lưu tệp</source>
        <translation>Save file</translation>
    </message>
    <message>
        <source>Xem giấy hẹn</source>
        <translation>See receipt</translation>
    </message>
    <message>
        <source>Thêm hồ sơ cho người này</source>
        <translation>Another dossier for this person</translation>
    </message>
    <message>
        <source>Thêm hồ sơ</source>
        <translation>Add dossier</translation>
    </message>
    <message>
        <source>In cả lượt</source>
        <translation>Print all</translation>
    </message>
    <message>
        <source>Cơ quan giải quyết: {office}</source>
        <translation>Handling office: {office}</translation>
    </message>
    <message>
        <source>Cần bổ sung</source>
        <translation>To supplement</translation>
    </message>
    <message>
        <source>Khi người nộp quay lại, chương trình mở lại đúng hồ sơ này. Chưa thu lệ phí.</source>
        <translation>When the applicant comes back, the program opens this very dossier again. No fee collected yet.</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Trả lại giấy tờ cho người nộp. Không thu lệ phí.</source>
        <translation>Give the papers back to the applicant. No fee.</translation>
    </message>
    <message>
        <source>giấy hẹn</source>
        <translation>receipt</translation>
    </message>
    <message>
        <source>phiếu</source>
        <translation>form</translation>
    </message>
    <message>
        <source>In {paper}</source>
        <translation>Print {paper}</translation>
    </message>
    <message>
        <source>Xem {paper}</source>
        <translation>See {paper}</translation>
    </message>
    <message>
        <source>Đã lập phiếu yêu cầu bổ sung (mẫu 02)</source>
        <translation>Supplement request made (form 02)</translation>
    </message>
    <message>
        <source>Đã lập phiếu từ chối (mẫu 03)</source>
        <translation>Refusal made (form 03)</translation>
    </message>
    <message>
        <source>Đã tiếp nhận hồ sơ</source>
        <translation>Dossier received</translation>
    </message>
    <message>
        <source>Lượt này có {count} hồ sơ</source>
        <translation>Dossiers in this visit: {count}</translation>
    </message>
    <message>
        <source>In cả {count} giấy hẹn</source>
        <translation>Print all {count} receipts</translation>
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
    <name>DossierActs</name>
    <message>
        <source>Nhận bàn giao</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Duyệt kết quả</source>
        <translation>Approve result</translation>
    </message>
    <message>
        <source>Trả lại người xử lý</source>
        <translation>Send back to officer</translation>
    </message>
    <message>
        <source>Chuyển xử lý</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Xong, có kết quả</source>
        <translation>Done, with result</translation>
    </message>
    <message>
        <source>Trả kết quả</source>
        <translation>Hand over result</translation>
    </message>
    <message>
        <source>Nhận giấy tờ bổ sung</source>
        <translation>Receive supplement</translation>
    </message>
    <message>
        <source>Đã nộp tiền</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung (02)</source>
        <translation>Request supplement (02)</translation>
    </message>
    <message>
        <source>Xin lỗi, hẹn lại (04)</source>
        <translation>Apology, new date (04)</translation>
    </message>
    <message>
        <source>Yêu cầu nộp tiền</source>
        <translation>Request payment</translation>
    </message>
    <message>
        <source>Người dân xin rút</source>
        <translation>Citizen withdraws</translation>
    </message>
    <message>
        <source>Dừng giải quyết (05)</source>
        <translation>Stop (05)</translation>
    </message>
    <message>
        <source>Từ chối tiếp nhận (03)</source>
        <translation>Refuse (03)</translation>
    </message>
    <message>
        <source>Đính kèm tệp</source>
        <translation>Attach file</translation>
    </message>
    <message>
        <source>Ghi ý kiến</source>
        <translation>Add a remark</translation>
    </message>
    <message>
        <source>Lập phiếu yêu cầu bổ sung</source>
        <translation>Make supplement request</translation>
    </message>
    <message>
        <source>Lập phiếu xin lỗi</source>
        <translation>Make apology</translation>
    </message>
    <message>
        <source>Lập thông báo dừng</source>
        <translation>Make stop notice</translation>
    </message>
    <message>
        <source>Lập phiếu từ chối</source>
        <translation>Make refusal</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Ghi đã nhận bổ sung</source>
        <translation>Record supplement</translation>
    </message>
    <message>
        <source>Ghi đã nộp tiền</source>
        <translation>Record payment</translation>
    </message>
    <message>
        <source>Ghi yêu cầu nộp tiền</source>
        <translation>Record payment request</translation>
    </message>
    <message>
        <source>Ghi yêu cầu rút</source>
        <translation>Record withdrawal</translation>
    </message>
    <message>
        <source>Đính kèm</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>Trả lại</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>Duyệt</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Đã nhận bàn giao.</source>
        <translation>Taken over.</translation>
    </message>
    <message>
        <source>Đã duyệt kết quả.</source>
        <translation>Result approved.</translation>
    </message>
    <message>
        <source>Đã trả lại người xử lý.</source>
        <translation>Sent back to the officer.</translation>
    </message>
    <message>
        <source>Đã bàn giao; phiếu kiểm soát (06) tự ghi.</source>
        <translation>Handed over; the control form (06) fills itself in.</translation>
    </message>
    <message>
        <source>Hồ sơ đã có kết quả.</source>
        <translation>The dossier has its result.</translation>
    </message>
    <message>
        <source>Đã nhận bổ sung; ngày hẹn tính tiếp.</source>
        <translation>Supplement received; the due date counts on.</translation>
    </message>
    <message>
        <source>Đã ghi nộp tiền; ngày hẹn tính tiếp.</source>
        <translation>Payment recorded; the due date counts on.</translation>
    </message>
    <message>
        <source>Đã yêu cầu bổ sung; thời hạn tạm dừng.</source>
        <translation>Supplement requested; the time limit is paused.</translation>
    </message>
    <message>
        <source>Đã xin lỗi và hẹn lại.</source>
        <translation>Apology made, new date given.</translation>
    </message>
    <message>
        <source>Đã yêu cầu nộp tiền; thời hạn tạm dừng.</source>
        <translation>Payment requested; the time limit is paused.</translation>
    </message>
    <message>
        <source>Đã ghi yêu cầu rút hồ sơ.</source>
        <translation>Withdrawal request recorded.</translation>
    </message>
    <message>
        <source>Đã dừng giải quyết hồ sơ.</source>
        <translation>Dossier stopped.</translation>
    </message>
    <message>
        <source>Đã từ chối tiếp nhận.</source>
        <translation>Dossier refused.</translation>
    </message>
    <message>
        <source>Đã đính kèm tệp.</source>
        <translation>File attached.</translation>
    </message>
    <message>
        <source>Đã ghi ý kiến.</source>
        <translation>Remark recorded.</translation>
    </message>
    <message>
        <source>dự thảo</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>đã ký</source>
        <translation>signed</translation>
    </message>
    <message>
        <source>tệp khác</source>
        <translation>other file</translation>
    </message>
    <message>
        <source>tiền mặt</source>
        <translation>cash</translation>
    </message>
    <message>
        <source>chuyển khoản</source>
        <translation>transfer</translation>
    </message>
    <message>
        <source>tại quầy</source>
        <translation>at the desk</translation>
    </message>
    <message>
        <source>qua bưu chính</source>
        <translation>by post</translation>
    </message>
    <message>
        <source>trực tuyến</source>
        <translation>online</translation>
    </message>
</context>
<context>
    <name>DossierController</name>
    <message>
        <source>Nội dung đã nhập chưa được ghi vào hồ sơ.</source>
        <translation>What was typed is not recorded in the dossier yet.</translation>
    </message>
    <message>
        <source>Rời hồ sơ này thì phần đã nhập không còn.</source>
        <translation>If you leave this dossier, what was typed is gone.</translation>
    </message>
    <message>
        <source>Bỏ và rời</source>
        <translation>Drop and leave</translation>
    </message>
    <message>
        <source>Ở lại</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Vượt quy tắc, {who} cho phép: {reason}</source>
        <translation>Rule overridden, allowed by {who}: {reason}</translation>
    </message>
    <message>
        <source>Chọn tệp đính kèm</source>
        <translation>Choose a file to attach</translation>
    </message>
</context>
<context>
    <name>DossierDetail</name>
    <message>
        <source>In giấy hẹn</source>
        <translation>Print receipt</translation>
    </message>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open dossier</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Chưa chọn hồ sơ</source>
        <translation>No dossier chosen</translation>
    </message>
    <message>
        <source>Chưa có mã</source>
        <translation>No code yet</translation>
    </message>
    <message>
        <source>Diễn biến</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>{count} trang</source>
        <translation>Pages: {count}</translation>
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
        <source>Chưa hẹn</source>
        <translation>No due date</translation>
    </message>
</context>
<context>
    <name>DossierExports</name>
    <message>
        <source>Sổ và danh sách</source>
        <translation>Registers and lists</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Xuất tệp…</source>
        <translation>Export file…</translation>
    </message>
    <message>
        <source>Tiến độ</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Xem và in</source>
        <translation>View and print</translation>
    </message>
    <message>
        <source>Sổ theo dõi hồ sơ</source>
        <translation>Dossier register</translation>
    </message>
    <message>
        <source>Danh sách hồ sơ bàn giao</source>
        <translation>Handover list</translation>
    </message>
    <message>
        <source>Đã ghi {count} dòng vào {path}</source>
        <translation>Rows written: {count}, to {path}</translation>
    </message>
    <message>
        <source>Mở tệp</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Đã ghi {count} dòng</source>
        <translation>Rows written: {count}</translation>
    </message>
    <message>
        <source>Lưu danh sách</source>
        <translation>Save list</translation>
    </message>
</context>
<context>
    <name>DossierFilters</name>
    <message>
        <source>Tìm hồ sơ</source>
        <translation>Find dossiers</translation>
    </message>
    <message>
        <source>Mã hồ sơ, tên (không cần dấu), số định danh, điện thoại</source>
        <translation>Code, name (no accents needed), ID number, phone</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Kênh nộp</source>
        <translation>Filed by</translation>
    </message>
    <message>
        <source>Ngày nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Sắp xếp</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>Tìm trong</source>
        <translation>Search in</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Lọc thêm</source>
        <translation>More filters</translation>
    </message>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Ngày nhận: tất cả</source>
        <translation>Received: any day</translation>
    </message>
    <message>
        <source>Nhận: hôm nay</source>
        <translation>Received: today</translation>
    </message>
    <message>
        <source>Nhận: 7 ngày qua</source>
        <translation>Received: last 7 days</translation>
    </message>
    <message>
        <source>Nhận: 30 ngày qua</source>
        <translation>Received: last 30 days</translation>
    </message>
    <message>
        <source>Nhận: năm nay</source>
        <translation>Received: this year</translation>
    </message>
    <message>
        <source>Nhận: chọn ngày…</source>
        <translation>Received: choose days…</translation>
    </message>
    <message>
        <source>Kênh: tất cả</source>
        <translation>Filed by: any way</translation>
    </message>
    <message>
        <source>Trạng thái: tất cả</source>
        <translation>State: all</translation>
    </message>
    <message>
        <source>Lĩnh vực: tất cả</source>
        <translation>Field: all</translation>
    </message>
    <message>
        <source>Cán bộ nhận: tất cả</source>
        <translation>Receiving officer: all</translation>
    </message>
    <message>
        <source>Mới nhận trước</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Hẹn trả sớm trước</source>
        <translation>Due soonest first</translation>
    </message>
    <message>
        <source>Tìm theo mã, tên, số</source>
        <translation>Search by code, name, number</translation>
    </message>
    <message>
        <source>Tìm theo chữ trong giấy tờ quét</source>
        <translation>Search the words of scanned papers</translation>
    </message>
    <message>
        <source>Thủ tục: tất cả</source>
        <translation>Procedure: all</translation>
    </message>
    <message>
        <source>Thủ tục: chọn lĩnh vực trước</source>
        <translation>Procedure: choose a field first</translation>
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
    <message>
        <source>Hẹn trả ↑</source>
        <translation>Due ↑</translation>
    </message>
    <message>
        <source>Chưa có mã</source>
        <translation>No code yet</translation>
    </message>
    <message>
        <source>Tạm dừng</source>
        <translation>Paused</translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Phần hồ sơ</source>
        <translation>Parts of the dossier</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Diễn biến</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Việc cần làm</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Nội dung hồ sơ</source>
        <translation>Dossier content</translation>
    </message>
    <message>
        <source>Chưa có mã</source>
        <translation>No code yet</translation>
    </message>
</context>
<context>
    <name>DossierPapers</name>
    <message>
        <source>Xem trước · {name}</source>
        <translation>Preview · {name}</translation>
    </message>
    <message>
        <source>Biên lai thu · {code}</source>
        <translation>Fee receipt · {code}</translation>
    </message>
    <message>
        <source>Đã lưu: {path}</source>
        <translation>Saved: {path}</translation>
    </message>
</context>
<context>
    <name>DossierSheet</name>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Hẹn trả kết quả</source>
        <translation>Result due</translation>
    </message>
    <message>
        <source>Phiếu và giấy hẹn</source>
        <translation>Forms and receipts</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Các bước xử lý</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Giấy ủy quyền</source>
        <translation>Authorisation</translation>
    </message>
    <message>
        <source>Người được ủy quyền</source>
        <translation>Authorised person</translation>
    </message>
    <message>
        <source>Đồng chủ hồ sơ</source>
        <translation>Joint owners</translation>
    </message>
    <message>
        <source>Họ tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Người đại diện</source>
        <translation>Representative</translation>
    </message>
    <message>
        <source>Số định danh</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Nơi cư trú</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Thư điện tử</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Nộp</source>
        <translation>Filed</translation>
    </message>
    <message>
        <source>Số bộ</source>
        <translation>Sets</translation>
    </message>
    <message>
        <source>Cơ quan giải quyết</source>
        <translation>Handling office</translation>
    </message>
    <message>
        <source>Mã ở hệ thống khác</source>
        <translation>Code in another system</translation>
    </message>
    <message>
        <source>Nhận kết quả</source>
        <translation>Collecting the result</translation>
    </message>
    <message>
        <source>Chưa hẹn</source>
        <translation>No due date</translation>
    </message>
    <message>
        <source>Ngày hẹn</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>Còn lại</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>Hẹn lần đầu</source>
        <translation>First due date</translation>
    </message>
    <message>
        <source>Cách tính</source>
        <translation>How it is counted</translation>
    </message>
    <message>
        <source>Tạm dừng từ</source>
        <translation>Paused since</translation>
    </message>
    <message>
        <source>Không có giấy tờ nào.</source>
        <translation>No papers.</translation>
    </message>
    <message>
        <source>{paper}, trang {page}</source>
        <translation>{paper}, page {page}</translation>
    </message>
    <message>
        <source>Lưu tệp PDF: {paper}</source>
        <translation>Save as PDF: {paper}</translation>
    </message>
    <message>
        <source>không nộp</source>
        <translation>not handed in</translation>
    </message>
    <message>
        <source>Không thu</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Khi tiếp nhận</source>
        <translation>On receipt</translation>
    </message>
    <message>
        <source>Còn phải nộp</source>
        <translation>Still to pay</translation>
    </message>
    <message>
        <source>Đã nộp thêm</source>
        <translation>Paid since</translation>
    </message>
    <message>
        <source>Biên lai thu {number}</source>
        <translation>Fee receipt {number}</translation>
    </message>
    <message>
        <source>Biên lai thu</source>
        <translation>Fee receipt</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>định mức {span}</source>
        <translation>planned {span}</translation>
    </message>
    <message>
        <source>chờ {who} nhận</source>
        <translation>waiting for {who} to take over</translation>
    </message>
    <message>
        <source>dùng {used}</source>
        <translation>used {used}</translation>
    </message>
    <message>
        <source>dùng {used} trên {allowed}</source>
        <translation>used {used} of {allowed}</translation>
    </message>
    <message>
        <source>Từ chối giải quyết</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Đã giải quyết</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>Số văn bản</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>Ngày ký</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>Có kết quả lúc</source>
        <translation>Result ready at</translation>
    </message>
    <message>
        <source>Đã trả</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Bản sao dữ liệu cho người dân…</source>
        <translation>Copy of the data for the citizen…</translation>
    </message>
    <message>
        <source>đã lập</source>
        <translation>made</translation>
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
        <source>Lưu bộ lọc</source>
        <translation>Save filter</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Sắp đến hạn</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>Chờ người dân</source>
        <translation>Waiting for citizen</translation>
    </message>
    <message>
        <source>Chưa xong</source>
        <translation>Not finished</translation>
    </message>
    <message>
        <source>Chờ trả kết quả</source>
        <translation>Result to hand over</translation>
    </message>
    <message>
        <source>Chọn dòng: ↑ ↓   Mở: Enter</source>
        <translation>Choose a row: ↑ ↓   Open: Enter</translation>
    </message>
    <message>
        <source>Sổ theo dõi…</source>
        <translation>Register…</translation>
    </message>
    <message>
        <source>Sổ</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Sổ theo dõi</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Xuất Excel…</source>
        <translation>Export Excel…</translation>
    </message>
    <message>
        <source>Xuất</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Xuất Excel</source>
        <translation>Export Excel</translation>
    </message>
    <message>
        <source>{name}, tìm “{text}” trong giấy tờ quét</source>
        <translation>{name}, search “{text}” in scanned papers</translation>
    </message>
    <message>
        <source>{name}, tìm “{text}”</source>
        <translation>{name}, search “{text}”</translation>
    </message>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Đã trả</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>{count} hồ sơ quá hạn</source>
        <translation>Overdue: {count}</translation>
    </message>
    <message>
        <source>Đang xem 1–{here} trong {count} hồ sơ</source>
        <translation>Showing 1–{here} of {count} dossiers</translation>
    </message>
    <message>
        <source>hơn {count}</source>
        <translation>over {count}</translation>
    </message>
    <message>
        <source>Bỏ bộ lọc này</source>
        <translation>Remove this filter</translation>
    </message>
    <message>
        <source>Không trang quét nào có đủ các chữ này. Thử ít chữ hơn; giấy tờ vừa quét cần ít phút để nhận dạng chữ.</source>
        <translation>No scanned page has all these words. Try fewer; papers just scanned need some minutes until their text is recognised.</translation>
    </message>
    <message>
        <source>Không tìm thấy hồ sơ nào. Thử ít chữ hơn, hoặc quét mã QR trên giấy hẹn.</source>
        <translation>No dossier found. Try fewer letters, or scan the QR code on the receipt.</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào khớp với bộ lọc. Bớt điều kiện lọc để thấy nhiều hơn.</source>
        <translation>No dossier matches the filter. Use fewer conditions to see more.</translation>
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
    <name>DuePart</name>
    <message>
        <source>Hẹn trả vào ngày</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Ghi ngày, ví dụ 30/11/2026</source>
        <translation>Type a date, for example 30/11/2026</translation>
    </message>
    <message>
        <source>+{count} ngày làm việc</source>
        <translation>+{count} working days</translation>
    </message>
    <message>
        <source>Ngày này nghỉ: {name}</source>
        <translation>Day off: {name}</translation>
    </message>
    <message>
        <source>Ngày này cơ quan nghỉ</source>
        <translation>The office is closed that day</translation>
    </message>
    <message>
        <source>Phải sau ngày hẹn cũ</source>
        <translation>Must be after the old due date</translation>
    </message>
    <message>
        <source>Phải sau hôm nay</source>
        <translation>Must be after today</translation>
    </message>
    <message>
        <source>{day}, trước {time}</source>
        <translation>{day}, before {time}</translation>
    </message>
    <message>
        <source>Hẹn cũ: {day}</source>
        <translation>Old due date: {day}</translation>
    </message>
</context>
<context>
    <name>DueWords</name>
    <message>
        <source>chưa có thời hạn</source>
        <translation>no time limit</translation>
    </message>
    <message>
        <source>trong ngày</source>
        <translation>same day</translation>
    </message>
    <message>
        <source>thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Chủ nhật</source>
        <translation>Sunday</translation>
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
        <source>nhận {time} {day}</source>
        <translation>received {time} {day}</translation>
    </message>
    <message>
        <source>sau giờ làm việc, tính là nhận {day}</source>
        <translation>after working hours, counts as received {day}</translation>
    </message>
    <message>
        <source>ngày nghỉ{off}, tính là nhận {day}</source>
        <translation>day off{off}, counts as received {day}</translation>
    </message>
    <message>
        <source>trước giờ làm việc, tính từ {time}</source>
        <translation>before working hours, counts from {time}</translation>
    </message>
    <message>
        <source>giờ nghỉ trưa, tính từ {time}</source>
        <translation>lunch break, counts from {time}</translation>
    </message>
    <message>
        <source>bắt đầu {day}</source>
        <translation>starts {day}</translation>
    </message>
    <message>
        <source>nghỉ {days} ({name})</source>
        <translation>closed {days} ({name})</translation>
    </message>
    <message>
        <source>làm bù {day}</source>
        <translation>made-up working day {day}</translation>
    </message>
    <message>
        <source>{day} chỉ làm đến {time}</source>
        <translation>{day} works only until {time}</translation>
    </message>
    <message>
        <source>{day} chỉ làm từ {time}</source>
        <translation>{day} works only from {time}</translation>
    </message>
    <message>
        <source>trả trong ngày</source>
        <translation>due the same day</translation>
    </message>
    <message>
        <source>nhận từ {hour}:00 nên trả ngày làm việc kế tiếp</source>
        <translation>received from {hour}:00 on, so due the next working day</translation>
    </message>
    <message>
        <source>hết hạn đúng ngày nghỉ {day} nên dời sang ngày làm việc kế tiếp</source>
        <translation>ends on the day off {day}, so moved to the next working day</translation>
    </message>
    <message>
        <source>tạm dừng {time} {day}</source>
        <translation>paused {time} {day}</translation>
    </message>
    <message>
        <source>còn lại {amount}</source>
        <translation>{amount} left</translation>
    </message>
    <message>
        <source>giữ nguyên ngày hẹn</source>
        <translation>due date stays the same</translation>
    </message>
    <message>
        <source>tiếp tục {time} {day}</source>
        <translation>resumed {time} {day}</translation>
    </message>
    <message>
        <source>{day}, trước {time}</source>
        <translation>{day}, before {time}</translation>
    </message>
</context>
<context>
    <name>Duties</name>
    <message>
        <source>Tiếp nhận và trả kết quả</source>
        <translation>Receive and hand over results</translation>
    </message>
    <message>
        <source>Xử lý hồ sơ</source>
        <translation>Process dossiers</translation>
    </message>
    <message>
        <source>Duyệt kết quả (lãnh đạo)</source>
        <translation>Approve results (head)</translation>
    </message>
    <message>
        <source>Điều hành hàng chờ: gọi ngoài lượt, mở và đóng phát số, kết thúc ngày</source>
        <translation>Direct the queue: call out of turn, open and close the giving out of numbers, end the day</translation>
    </message>
    <message>
        <source>Lập danh sách, sổ theo dõi và thống kê: xuất tệp và in</source>
        <translation>Make lists, registers and statistics: export and print</translation>
    </message>
    <message>
        <source>Quản trị: lịch, danh mục, cán bộ, cho phép vượt quy tắc</source>
        <translation>Administration: calendar, catalogue, officers, overriding rules</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Đang in…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>Đang quét. Chờ quét xong hoặc bấm Dừng rồi tiếp nhận.</source>
        <translation>A scan is under way. Wait until it ends, or press Stop, then receive.</translation>
    </message>
    <message>
        <source>Đang chỉnh trang quét. Chờ một giây rồi bấm lại.</source>
        <translation>A scanned page is being changed. Wait a second and press again.</translation>
    </message>
    <message>
        <source>Số ảnh chưa khớp số trang giấy: {papers}.</source>
        <translation>The number of pictures does not match the pages of: {papers}.</translation>
    </message>
    <message>
        <source>Xem và sửa trang bằng F12. Nếu vẫn muốn tiếp nhận, bấm Ctrl+Enter lần nữa.</source>
        <translation>See and edit pages with F12. To receive it all the same, press Ctrl+Enter again.</translation>
    </message>
    <message>
        <source>Đã gửi tới máy in.</source>
        <translation>Sent to the printer.</translation>
    </message>
    <message>
        <source>Máy tính này chưa có máy in giấy A4. Lưu thành tệp PDF để in ở máy khác.</source>
        <translation>This computer has no A4 printer. Save as PDF to print on another machine.</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>Lập gì</source>
        <translation>What to make</translation>
    </message>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Sổ theo dõi</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Ra dạng nào</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>Xem và in</source>
        <translation>View and print</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Người giao</source>
        <translation>Handed over by</translation>
    </message>
    <message>
        <source>Người nhận</source>
        <translation>Taken over by</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Kèm số định danh, điện thoại và thư điện tử đầy đủ</source>
        <translation>With identity numbers, phones and e-mails in full</translation>
    </message>
    <message>
        <source>Lý do cần số đầy đủ (được ghi lại)</source>
        <translation>Reason for needing full numbers (recorded)</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Tuần này</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>Tháng này</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>Năm nay</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>Ghi vì sao cần số đầy đủ.</source>
        <translation>Say why full numbers are needed.</translation>
    </message>
    <message>
        <source>Hồ sơ nhận trong thời gian chọn dưới đây, theo mẫu 07</source>
        <translation>Dossiers received in the period chosen below, as form 07</translation>
    </message>
    <message>
        <source>Hồ sơ đã giao từ người này sang người khác trong thời gian chọn dưới đây</source>
        <translation>Dossiers handed from one person to another in the period chosen below</translation>
    </message>
    <message>
        <source>Tất cả lĩnh vực</source>
        <translation>All fields</translation>
    </message>
    <message>
        <source>Bất kỳ ai</source>
        <translation>Anyone</translation>
    </message>
    <message>
        <source>Gồm</source>
        <translation>Contains</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Số riêng tư</source>
        <translation>Private numbers</translation>
    </message>
    <message>
        <source>Không chọn thì các số được che bớt: 0001••••0417.</source>
        <translation>If not chosen, numbers are partly hidden: 0001••••0417.</translation>
    </message>
</context>
<context>
    <name>FeeEditor</name>
    <message>
        <source>Mức thu</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Tính theo</source>
        <translation>Counted by</translation>
    </message>
    <message>
        <source>Nộp trực tuyến thu</source>
        <translation>Filed online costs</translation>
    </message>
    <message>
        <source>Mức thu khi nộp trực tuyến</source>
        <translation>Fee when filed online</translation>
    </message>
    <message>
        <source>Trang sau giá khác (từ trang: giá)</source>
        <translation>Later pages at another price (from page: price)</translation>
    </message>
    <message>
        <source>Tối đa một bản (0: không giới hạn)</source>
        <translation>At most per copy (0: no limit)</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Tối đa một bản</source>
        <translation>At most per copy</translation>
    </message>
    <message>
        <source>Ghi như 3: 1.000; 11: 500</source>
        <translation>Type like 3: 1.000; 11: 500</translation>
    </message>
</context>
<context>
    <name>FeePart</name>
    <message>
        <source>Số lượng tính lệ phí</source>
        <translation>Units that the fee is counted by</translation>
    </message>
    <message>
        <source>Số bản cần làm</source>
        <translation>Copies to make</translation>
    </message>
    <message>
        <source>bản</source>
        <translation>copies</translation>
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
    <message>
        <source>trang ×</source>
        <translation>pages ×</translation>
    </message>
    <message>
        <source>{amount} mỗi {unit}</source>
        <translation>{amount} per {unit}</translation>
    </message>
    <message>
        <source>, từ trang {first}: {amount}</source>
        <translation>, from page {first}: {amount}</translation>
    </message>
    <message>
        <source>; nhiều nhất {amount} mỗi bản</source>
        <translation>; at most {amount} per copy</translation>
    </message>
    <message>
        <source> (nộp trực tuyến)</source>
        <translation> (filed online)</translation>
    </message>
</context>
<context>
    <name>Fetching</name>
    <message>
        <source>Đang tải từ máy chủ: trang {number} trên {count}…</source>
        <translation>Fetching from the server: page {number} of {count}…</translation>
    </message>
    <message>
        <source>Bản quét cũ được cất ở máy chủ. Tải xong sẽ mở tại đây; các việc khác vẫn làm được.</source>
        <translation>Old scans are kept on the server. It opens here once fetched; other work goes on.</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>FilePart</name>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>Chưa chọn tệp</source>
        <translation>No file chosen</translation>
    </message>
</context>
<context>
    <name>FilingPart</name>
    <message>
        <source>Cách nộp</source>
        <translation>Filed by</translation>
    </message>
    <message>
        <source>Trực tiếp</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Bưu chính</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Người nộp là</source>
        <translation>Applicant is a</translation>
    </message>
    <message>
        <source>Công dân</source>
        <translation>Citizen</translation>
    </message>
    <message>
        <source>Doanh nghiệp</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>Tổ chức</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Public body</translation>
    </message>
    <message>
        <source>Mã hồ sơ trên Cổng dịch vụ công</source>
        <translation>Dossier code on the public service portal</translation>
    </message>
    <message>
        <source>Nộp lúc</source>
        <translation>Filed at</translation>
    </message>
    <message>
        <source>23/11/2026 08:30</source>
        <translation>23/11/2026 08:30</translation>
    </message>
    <message>
        <source>Mã bưu gửi</source>
        <translation>Postal item number</translation>
    </message>
</context>
<context>
    <name>FilterName</name>
    <message>
        <source>Tên bộ lọc</source>
        <translation>Filter name</translation>
    </message>
    <message>
        <source>Tên bộ lọc, ví dụ: Hộ tịch tuần này</source>
        <translation>Filter name, for example: Civil status this week</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Lưu bộ lọc này với tên</source>
        <translation>Save this filter as</translation>
    </message>
</context>
<context>
    <name>FromBackupPart</name>
    <message>
        <source>Tệp sao lưu</source>
        <translation>Backup file</translation>
    </message>
    <message>
        <source>Cụm từ khôi phục (trên tờ giấy)</source>
        <translation>Recovery phrase (on the paper)</translation>
    </message>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>Chọn bản sao lưu</source>
        <translation>Choose backup</translation>
    </message>
    <message>
        <source>Bản sao lưu (*{suffix})</source>
        <translation>Backup (*{suffix})</translation>
    </message>
    <message>
        <source>Máy này thay máy cũ và nhận mã máy mới; máy cũ không dùng được nữa. Việc máy cũ chưa gửi lên tỉnh được gửi tiếp từ bản sao lưu. Việc làm sau lần sao lưu cuối mà chưa gửi thì không lấy lại được. Văn phòng có nhiều máy: bật máy giữ hàng chờ trước khi làm.</source>
        <translation>This machine replaces the old one and gets a new machine code; the old one can no longer be used. What it had not sent to the province is sent from the backup. What was done after the last backup and not sent cannot be got back. If the office has several machines, turn on the one that keeps the queue first.</translation>
    </message>
    <message>
        <source>Bản sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Chọn tệp mới nhất, để nguyên thư mục contents bên cạnh.</source>
        <translation>Choose the newest file; leave the folder contents next to it.</translation>
    </message>
    <message>
        <source>Cần biết</source>
        <translation>Good to know</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Hình ảnh của cơ quan</source>
        <translation>Pictures of the office</translation>
    </message>
</context>
<context>
    <name>GroupsPart</name>
    <message>
        <source>Các lĩnh vực, theo thứ tự ở máy lấy số</source>
        <translation>The fields, in the kiosk&apos;s order</translation>
    </message>
    <message>
        <source>Thêm lĩnh vực</source>
        <translation>Add a field</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Đưa lên trước</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Đưa xuống sau</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Chữ đầu của số</source>
        <translation>Letter of the numbers</translation>
    </message>
    <message>
        <source>Tên ngắn, ở bảng và phiếu</source>
        <translation>Short name, on boards and tickets</translation>
    </message>
    <message>
        <source>Tên đầy đủ, ở máy lấy số</source>
        <translation>Full name, on the kiosk</translation>
    </message>
    <message>
        <source>Tên ngắn bằng tiếng Anh</source>
        <translation>Short name in English</translation>
    </message>
    <message>
        <source>Tên đầy đủ bằng tiếng Anh</source>
        <translation>Full name in English</translation>
    </message>
    <message>
        <source>Số đầu</source>
        <translation>First number</translation>
    </message>
    <message>
        <source>Số cuối</source>
        <translation>Last number</translation>
    </message>
    <message>
        <source>Mỗi ngày phát nhiều nhất</source>
        <translation>Given out each day at most</translation>
    </message>
    <message>
        <source>hết số</source>
        <translation>until used up</translation>
    </message>
    <message>
        <source>Dự kiến mỗi lượt, phút</source>
        <translation>Planned length of a service, minutes</translation>
    </message>
    <message>
        <source>Lưu lĩnh vực</source>
        <translation>Save the field</translation>
    </message>
    <message>
        <source>Lĩnh vực mới</source>
        <translation>New field</translation>
    </message>
    <message>
        <source>Một chữ từ A đến Z</source>
        <translation>One letter from A to Z</translation>
    </message>
    <message>
        <source>Chưa ghi tên</source>
        <translation>The name is missing</translation>
    </message>
    <message>
        <source>Số đầu phải nhỏ hơn hoặc bằng số cuối.</source>
        <translation>The first number must not be above the last.</translation>
    </message>
    <message>
        <source>Chung chữ và chung dãy số với {names}.</source>
        <translation>Shares the letter and the numbers with {names}.</translation>
    </message>
    <message>
        <source>số {first} đến {last}</source>
        <translation>numbers {first} to {last}</translation>
    </message>
    <message>
        <source>{numbers} · mỗi ngày {most}</source>
        <translation>{numbers} · at most {most} a day</translation>
    </message>
    <message>
        <source>{numbers} · {minutes} phút/lượt</source>
        <translation>{numbers} · {minutes} minutes a service</translation>
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
    <name>HoursForm</name>
    <message>
        <source>Áp dụng từ ngày</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Số văn bản, nếu có</source>
        <translation>Document number, if any</translation>
    </message>
    <message>
        <source>Ghi giờ làm việc</source>
        <translation>Save working hours</translation>
    </message>
    <message>
        <source>nghỉ</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>Tuần làm việc</source>
        <translation>Working week</translation>
    </message>
    <message>
        <source>Đang theo giờ có sẵn của chương trình.</source>
        <translation>Using the program&apos;s built-in hours.</translation>
    </message>
    <message>
        <source>Ghi giờ như 07:00–11:30, 13:30–17:00; để trống là nghỉ.</source>
        <translation>Type hours like 07:00–11:30, 13:30–17:00; leave empty when closed.</translation>
    </message>
    <message>
        <source>Ghi ngày, ví dụ 01/01/2027</source>
        <translation>Type a date, for example 01/01/2027</translation>
    </message>
    <message>
        <source>Từ {day}: {who}</source>
        <translation>From {day}: {who}</translation>
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
    <name>ImportPanel</name>
    <message>
        <source>Thay đổi</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Bị từ chối</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Đã chỉnh</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Các mục của tệp</source>
        <translation>Items of the file</translation>
    </message>
    <message>
        <source>Không có mục nào.</source>
        <translation>No items.</translation>
    </message>
    <message>
        <source>Thôi, không nhập</source>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Nhập tệp {file}</source>
        <translation>Import file {file}</translation>
    </message>
    <message>
        <source>Bỏ {refused} mục lỗi, nhập {count} thủ tục</source>
        <translation>Leave out {refused} faulty, import {count}</translation>
    </message>
    <message>
        <source>Nhập {count}</source>
        <translation>Import {count}</translation>
    </message>
    <message>
        <source>Nhập {count} thủ tục</source>
        <translation>Import procedures: {count}</translation>
    </message>
    <message>
        <source>Đọc {read} mục: thêm {added}, thay đổi {changed}, như cũ {same}, không lấy {skipped}.</source>
        <translation>Items read: {read}. Added {added}, changed {changed}, same {same}, skipped {skipped}.</translation>
    </message>
    <message>
        <source>Từ chối {refused} mục; các mục ấy không được nhập.</source>
        <translation>Items refused: {refused}; they are not imported.</translation>
    </message>
    <message>
        <source>Chưa có gì thay đổi trước khi bấm nhập.</source>
        <translation>Nothing changes until you press import.</translation>
    </message>
</context>
<context>
    <name>IncompleteControl</name>
    <message>
        <source>Cho phép, ghi lý do…</source>
        <translation>Allow, with a reason…</translation>
    </message>
    <message>
        <source>Hồ sơ chưa đủ giấy tờ theo quy định.</source>
        <translation>The dossier lacks papers that the rules ask for.</translation>
    </message>
    <message>
        <source>người nộp</source>
        <translation>the applicant</translation>
    </message>
    <message>
        <source>Ông/bà {name}</source>
        <translation>Mr/Ms {name}</translation>
    </message>
    <message>
        <source>Không thuộc thẩm quyền giải quyết của UBND cấp xã</source>
        <translation>Outside the authority of a commune People&apos;s Committee</translation>
    </message>
    <message>
        <source>Giấy tờ không hợp lệ hoặc đã hết hiệu lực</source>
        <translation>Papers not valid or expired</translation>
    </message>
    <message>
        <source>Không thuộc đối tượng, không đủ điều kiện theo quy định của thủ tục</source>
        <translation>Not entitled, or conditions of the procedure not met</translation>
    </message>
    <message>
        <source>Đã có hồ sơ cùng nội dung đang được giải quyết</source>
        <translation>A dossier on the same matter is already in progress</translation>
    </message>
    <message>
        <source>Người nộp không có giấy tờ chứng minh được ủy quyền</source>
        <translation>The applicant has no papers that prove the authorisation</translation>
    </message>
</context>
<context>
    <name>IncompletePanel</name>
    <message>
        <source>Nội dung khác cần hoàn thiện</source>
        <translation>Other things to complete</translation>
    </message>
    <message>
        <source>Người nộp yêu cầu việc gì</source>
        <translation>What the applicant asks for</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Cần hỏi thì liên hệ</source>
        <translation>For questions, contact</translation>
    </message>
    <message>
        <source>Bổ sung trước ngày (nếu có)</source>
        <translation>Supplement before (if set)</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Cần bổ sung</source>
        <translation>To supplement</translation>
    </message>
    <message>
        <source>Ghi trên phiếu</source>
        <translation>Written on the form</translation>
    </message>
    <message>
        <source>Liên hệ</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Lý do khác, ghi rõ để người dân hiểu</source>
        <translation>Another reason, clear enough for citizens</translation>
    </message>
    <message>
        <source>Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (mẫu 02)</source>
        <translation>Request to supplement the dossier (form 02)</translation>
    </message>
    <message>
        <source>Phiếu từ chối tiếp nhận hồ sơ (mẫu 03)</source>
        <translation>Refusal to receive the dossier (form 03)</translation>
    </message>
    <message>
        <source>Nêu đủ lý do để người dân hiểu và biết đến đâu. Hồ sơ được ghi sổ là không tiếp nhận.</source>
        <translation>Give full reasons so that the citizen understands and knows where to go. The register shows the dossier as refused.</translation>
    </message>
    <message>
        <source>Hồ sơ này đã được yêu cầu bổ sung. Luật chỉ cho yêu cầu một lần ({article}).</source>
        <translation>A supplement was already requested. The law allows it only once ({article}).</translation>
    </message>
    <message>
        <source>Chỉ được yêu cầu bổ sung một lần ({article}): xin ghi đủ mọi thứ còn thiếu.</source>
        <translation>A supplement may be requested only once ({article}): please list everything that is missing.</translation>
    </message>
</context>
<context>
    <name>JoinPart</name>
    <message>
        <source>Văn phòng</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Các văn phòng thấy trong mạng</source>
        <translation>Offices found on the network</translation>
    </message>
    <message>
        <source>Đang tìm các văn phòng trong mạng…</source>
        <translation>Looking for offices on the network…</translation>
    </message>
    <message>
        <source>Địa chỉ máy giữ hàng chờ</source>
        <translation>Address of the machine that keeps the queue</translation>
    </message>
    <message>
        <source>Mã nối máy</source>
        <translation>Joining code</translation>
    </message>
    <message>
        <source>Tên máy này</source>
        <translation>Name of this machine</translation>
    </message>
    <message>
        <source>Quầy: cán bộ tiếp nhận, gọi số</source>
        <translation>Desk: officers receive and call</translation>
    </message>
    <message>
        <source>Máy lấy số</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>Bảng gọi số</source>
        <translation>Boards</translation>
    </message>
    <message>
        <source>Màn hình đánh giá</source>
        <translation>Rating screen</translation>
    </message>
    <message>
        <source>Quầy số</source>
        <translation>Desk number</translation>
    </message>
    <message>
        <source>Làm máy dự phòng: tiếp quản hàng chờ khi máy chính tắt</source>
        <translation>Be a standby: take over the queue when the main machine is off</translation>
    </message>
    <message>
        <source>Chọn văn phòng, hoặc ghi địa chỉ nếu không thấy.</source>
        <translation>Choose an office, or type the address if you do not see it.</translation>
    </message>
    <message>
        <source>Máy giữ hàng chờ phải đang mở, cùng mạng với máy này.</source>
        <translation>The machine that keeps the queue must be on, in the same network as this one.</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Tạo ở máy giữ hàng chờ: Quản trị, Máy trạm. Dùng một lần.</source>
        <translation>Made at the machine that keeps the queue: Administration, Machines. Used once.</translation>
    </message>
    <message>
        <source>Máy này</source>
        <translation>This machine</translation>
    </message>
    <message>
        <source>Máy này dùng vào việc gì.</source>
        <translation>What this machine is for.</translation>
    </message>
    <message>
        <source>Máy trạm quầy {number}</source>
        <translation>Desk station {number}</translation>
    </message>
</context>
<context>
    <name>KeyBox</name>
    <message>
        <source>Khóa ký gửi của tỉnh (dòng bắt đầu bằng age1)</source>
        <translation>The province&apos;s escrow key (the line beginning with age1)</translation>
    </message>
    <message>
        <source>Ghi khóa ký gửi</source>
        <translation>Save escrow key</translation>
    </message>
    <message>
        <source>Khóa dữ liệu</source>
        <translation>Data key</translation>
    </message>
    <message>
        <source>Dấu vân tay: {mark}. Khóa này do tỉnh đặt và ký; máy tự nhận, không cần gõ hay sửa.</source>
        <translation>Fingerprint: {mark}. The province set and signed this key; the machine takes it by itself, there is nothing to type or change.</translation>
    </message>
    <message>
        <source>Dấu vân tay: {mark}. Gọi cho tỉnh, đọc và so từng nhóm trước khi ghi.</source>
        <translation>Fingerprint: {mark}. Call the province, read it out and compare group by group before saving.</translation>
    </message>
    <message>
        <source>Tỉnh gửi dòng này bằng văn bản, kèm dấu vân tay để so.</source>
        <translation>The province sends this line in writing, with a fingerprint to compare.</translation>
    </message>
    <message>
        <source>Khóa của máy này nằm trong kho khóa của hệ thống.</source>
        <translation>This machine&apos;s key is in the system&apos;s key store.</translation>
    </message>
    <message>
        <source>Khóa của máy này nằm trong tệp riêng trên chính ổ đĩa: ai lấy được cả ổ đĩa thì mở được. Nên bật mã hóa toàn ổ đĩa.</source>
        <translation>This machine&apos;s key is in a file of its own on the same disk: whoever takes the whole disk can open it. Better turn on encryption of the whole disk.</translation>
    </message>
    <message>
        <source>Bản ký gửi cho tỉnh: đã có, từ {when}. Máy hỏng thì tỉnh vẫn mở được dữ liệu.</source>
        <translation>Copy in escrow at the province: there, since {when}. If the machine breaks, the province can still open the data.</translation>
    </message>
    <message>
        <source>Bản ký gửi cho tỉnh: máy này đang ký gửi, chưa xong.</source>
        <translation>Copy in escrow at the province: being deposited, not done yet.</translation>
    </message>
    <message>
        <source>Bản ký gửi cho tỉnh: chưa có. Nếu mất khóa của máy này thì không ai mở được dữ liệu.</source>
        <translation>Copy in escrow at the province: none yet. If this machine&apos;s key is lost, nobody can open the data.</translation>
    </message>
    <message>
        <source>Khóa ký gửi đã đổi lúc {when}, từ {before} sang {now}. Gọi cho tỉnh để so nếu chưa ai so.</source>
        <translation>The escrow key changed at {when}, from {before} to {now}. Call the province to compare if nobody has yet.</translation>
    </message>
</context>
<context>
    <name>KeyController</name>
    <message>
        <source>Đã ghi khóa ký gửi {mark}. Mỗi máy của văn phòng tự ký gửi khóa của mình.</source>
        <translation>Escrow key {mark} saved. Each machine of the office deposits its own key by itself.</translation>
    </message>
    <message>
        <source>Từ nay không máy nào ký gửi khóa cho ai.</source>
        <translation>From now on no machine deposits its key with anybody.</translation>
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
        <source>Chuyển sang lĩnh vực hoặc quầy khác</source>
        <translation>Send on to another field or desk</translation>
    </message>
    <message>
        <source>Đọc thẻ căn cước</source>
        <translation>Read identity card</translation>
    </message>
    <message>
        <source>Mở mục ít dùng: ủy quyền, nhiều người, bưu chính</source>
        <translation>Open the rarely used parts: authorised person, several people, post</translation>
    </message>
    <message>
        <source>Mở hoặc đóng khung bên phải</source>
        <translation>Open or close the panel at the right</translation>
    </message>
    <message>
        <source>Việc khác: tạm gác, thêm việc, hủy số, in lại phiếu</source>
        <translation>More: put aside, add a matter, cancel, print again</translation>
    </message>
    <message>
        <source>Mở quầy, nghỉ, làm việc nội bộ, đóng quầy</source>
        <translation>Open the desk, take a break, work inside, close the desk</translation>
    </message>
    <message>
        <source>Gọi số đang giữ ở quầy này</source>
        <translation>Call the number held at this desk</translation>
    </message>
    <message>
        <source>Cần hỗ trợ gấp, hoặc đã ổn</source>
        <translation>Help needed now, or all is well</translation>
    </message>
    <message>
        <source>Tôi đến hỗ trợ quầy đang gọi</source>
        <translation>I am coming to help the desk that calls</translation>
    </message>
    <message>
        <source>Tìm nhanh hồ sơ, thủ tục, trang</source>
        <translation>Find dossiers, procedures, pages</translation>
    </message>
    <message>
        <source>Khóa màn hình khi rời chỗ</source>
        <translation>Lock screen when you go away</translation>
    </message>
    <message>
        <source>Tài khoản của tôi: đổi mật khẩu, rời quầy</source>
        <translation>My account: change password, leave desk</translation>
    </message>
    <message>
        <source>Mở hồ sơ đang chọn, hồ sơ cũ của người này</source>
        <translation>Open the dossier chosen, or this person&apos;s earlier one</translation>
    </message>
    <message>
        <source>Hồ sơ mới</source>
        <translation>New dossier</translation>
    </message>
    <message>
        <source>Thêm hồ sơ cho người vừa tiếp nhận</source>
        <translation>Another dossier for the person just received</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung (mẫu 02)</source>
        <translation>Supplement requested (form 02)</translation>
    </message>
    <message>
        <source>Từ chối tiếp nhận (mẫu 03)</source>
        <translation>Refused (form 03)</translation>
    </message>
    <message>
        <source>Quét giấy tờ vào dòng đang chọn</source>
        <translation>Scan into the current row</translation>
    </message>
    <message>
        <source>Xem và sửa các trang đã quét</source>
        <translation>See and edit scanned pages</translation>
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
        <source>Mở trang Tiếp nhận, Hồ sơ, Xử lý, Trả kết quả, Quản trị, Điều hành</source>
        <translation>Open Receive, Dossiers, Process, Return, Administration, Direct</translation>
    </message>
    <message>
        <source>Cần xem lại: việc hai máy ghi trái nhau</source>
        <translation>To review: what two machines recorded against each other</translation>
    </message>
    <message>
        <source>Đồng bộ: gửi lên tỉnh, thẻ nhớ</source>
        <translation>Sync: sent to the province, USB stick</translation>
    </message>
    <message>
        <source>Quản trị: mục kế tiếp; Ctrl+PgUp: mục trước</source>
        <translation>Administration: next section; Ctrl+PgUp: the one before</translation>
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
        <source>Hôm nay đã hết giờ lấy số</source>
        <translation>No more numbers today</translation>
    </message>
    <message>
        <source>Khi cán bộ mở lại</source>
        <translation>When an officer opens again</translation>
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
        <source>Hôm nay đã hết số</source>
        <translation>All of today&apos;s numbers are given out</translation>
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
        <source>Chưa ai chờ việc này</source>
        <translation>Nobody waits for this yet</translation>
    </message>
    <message>
        <source>Mất kết nối từ {time}. Mời ông/bà đến quầy hướng dẫn.</source>
        <translation>No connection since {time}. Please go to the help desk.</translation>
    </message>
    <message>
        <source>Đã đọc thẻ căn cước. Chạm vào một ô để lấy số.</source>
        <translation>Identity card read. Touch a tile to take a number.</translation>
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
        <source>In lại phiếu</source>
        <translation>Print the ticket again</translation>
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
        <source>(từ {low} đến {high} phút)</source>
        <translation>({low} to {high} minutes)</translation>
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
hoặc lấy số để cán bộ tìm giúp.</source>
        <translation>Please scan the receipt once more,
or take a number and an officer will find it for you.</translation>
    </message>
    <message>
        <source>Lấy số làm việc khác</source>
        <translation>Take a number for something else</translation>
    </message>
    <message>
        <source>Đã trả kết quả ngày {date}</source>
        <translation>Result handed over on {date}</translation>
    </message>
    <message>
        <source>Đã có kết quả, mời lấy số</source>
        <translation>Your result is ready, please take a number</translation>
    </message>
    <message>
        <source>Chậm hẹn, xin lỗi ông/bà. Mời đến quầy hỏi</source>
        <translation>Late, we apologise. Please ask at the desk</translation>
    </message>
    <message>
        <source>Đang chờ ông/bà bổ sung giấy tờ</source>
        <translation>Waiting for your further papers</translation>
    </message>
    <message>
        <source>Đang chờ ông/bà nộp tiền</source>
        <translation>Waiting for your payment</translation>
    </message>
    <message>
        <source>Hồ sơ không được tiếp nhận. Mời đến quầy hỏi</source>
        <translation>The dossier was not received. Please ask at a desk</translation>
    </message>
    <message>
        <source>Hồ sơ đã dừng. Mời đến quầy hỏi</source>
        <translation>Application stopped. Please ask at the desk</translation>
    </message>
    <message>
        <source>Đã trả kết quả</source>
        <translation>Result handed over</translation>
    </message>
    <message>
        <source>Chưa có kết quả</source>
        <translation>No result yet</translation>
    </message>
    <message>
        <source>Chưa có kết quả, hẹn {date}</source>
        <translation>No result yet, due {date}</translation>
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
    <message>
        <source>, khoảng {range}</source>
        <translation>, about {range}</translation>
    </message>
    <message>
        <source>Hàng đang dài.
Ông/bà vẫn lấy số?</source>
        <translation>The queue is long.
Still take a number?</translation>
    </message>
    <message>
        <source>Vẫn lấy số</source>
        <translation>Take the number</translation>
    </message>
    <message>
        <source>Không, để lúc khác</source>
        <translation>No, another time</translation>
    </message>
    <message>
        <source>Ông/bà cho máy dùng thẻ căn cước chứ?</source>
        <translation>May the machine use your identity card?</translation>
    </message>
    <message>
        <source>Máy xem số căn cước và ngày sinh để tìm hồ sơ, không ghi lại.
Ông/bà đi là máy quên. Không dùng thẻ vẫn lấy số được.</source>
        <translation>The machine looks at the card&apos;s number and date of birth to find your dossiers and keeps neither.
When you go, it forgets. You can take a number without the card too.</translation>
    </message>
    <message>
        <source>Đồng ý</source>
        <translation>I agree</translation>
    </message>
    <message>
        <source>Không dùng thẻ</source>
        <translation>Without card</translation>
    </message>
    <message>
        <source>Ông/bà có muốn lấy số ưu tiên?</source>
        <translation>Would you like a priority number?</translation>
    </message>
    <message>
        <source>Người cao tuổi được gọi trước.</source>
        <translation>Elderly people are called first.</translation>
    </message>
    <message>
        <source>Lấy số ưu tiên</source>
        <translation>Take a priority number</translation>
    </message>
    <message>
        <source>Lấy số thường</source>
        <translation>Take an ordinary number</translation>
    </message>
    <message>
        <source>Đang lấy số cho ông/bà…</source>
        <translation>Taking your number…</translation>
    </message>
    <message>
        <source>Xin chờ một chút. Không cần chạm lại.</source>
        <translation>One moment, please. No need to touch again.</translation>
    </message>
    <message>
        <source>Máy chưa nối được với máy giữ hàng chờ.</source>
        <translation>This machine cannot reach the one that keeps the queue.</translation>
    </message>
    <message>
        <source>Mời ông/bà đến quầy hướng dẫn</source>
        <translation>Please go to the help desk</translation>
    </message>
    <message>
        <source>Cán bộ sẽ lấy số giúp ông/bà.</source>
        <translation>An officer will take a number for you.</translation>
    </message>
    <message>
        <source>Máy đang tự thử lại. Nếu nối được, số sẽ hiện ngay ở đây.</source>
        <translation>The machine keeps trying. If it gets through, your number shows here at once.</translation>
    </message>
    <message>
        <source>Dưới {count} phút</source>
        <translation>Under {count} minutes</translation>
    </message>
    <message>
        <source>{low} đến {high} phút</source>
        <translation>{low} to {high} minutes</translation>
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
    <name>LearnBox</name>
    <message>
        <source>Dạy phím</source>
        <translation>Teach the keys</translation>
    </message>
    <message>
        <source>Bấm đúng phím được hỏi, mỗi phím một lần. Trong lúc dạy, các phím không tính vào đánh giá.</source>
        <translation>Press the key that is asked for, each once. While teaching, no key counts as an answer.</translation>
    </message>
    <message>
        <source>Bàn phím có mấy phím</source>
        <translation>How many keys the keypad has</translation>
    </message>
    <message>
        <source>Dạy lại phím vừa rồi</source>
        <translation>Teach the last key again</translation>
    </message>
    <message>
        <source>Thôi, không dạy</source>
        <translation>Stop teaching</translation>
    </message>
    <message>
        <source>Bấm phím: {words}</source>
        <translation>Press the key: {words}</translation>
    </message>
    <message>
        <source>Đang mở bàn phím…</source>
        <translation>Opening the keypad…</translation>
    </message>
</context>
<context>
    <name>LeaveControl</name>
    <message>
        <source>Yêu cầu bổ sung lần nữa</source>
        <translation>Request another supplement</translation>
    </message>
</context>
<context>
    <name>LeavePanel</name>
    <message>
        <source>Người quản trị</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Mật khẩu của người quản trị</source>
        <translation>Administrator&apos;s password</translation>
    </message>
    <message>
        <source>Đóng màn hình</source>
        <translation>Close screen</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Đóng màn hình này?</source>
        <translation>Close this screen?</translation>
    </message>
    <message>
        <source>Chỉ người quản trị đóng được. Ông/bà đang làm thủ tục xin bấm Quay lại.</source>
        <translation>Only an administrator can close it. If you came for a procedure, please press Back.</translation>
    </message>
</context>
<context>
    <name>Live</name>
    <message>
        <source>đã phát {count}</source>
        <translation>{count} given out</translation>
    </message>
    <message>
        <source>{issued}, còn {left}</source>
        <translation>{issued}, {left} left</translation>
    </message>
    <message>
        <source>vắng {count}</source>
        <translation>{count} no-shows</translation>
    </message>
    <message>
        <source>hủy {count}</source>
        <translation>{count} cancelled</translation>
    </message>
    <message>
        <source>Hôm nay chưa có ai được gọi để so với thời gian đã báo.</source>
        <translation>Nobody was called yet today, so the foretold waits cannot be compared.</translation>
    </message>
    <message>
        <source>Thời gian chờ báo trước lệch trung bình {minutes} phút</source>
        <translation>Foretold waits are off by {minutes} minutes on average</translation>
    </message>
    <message>
        <source>Thời gian chờ báo trước lệch trung bình dưới 1 phút</source>
        <translation>Foretold waits are off by less than 1 minute on average</translation>
    </message>
    <message>
        <source>{tenths}/10 người chờ trong khoảng đã báo</source>
        <translation>{tenths} of 10 waited as long as the range said</translation>
    </message>
    <message>
        <source>{away}; {within} ({count} người).</source>
        <translation>{away}; {within} ({count} people).</translation>
    </message>
    <message>
        <source>{score} điểm: {count}</source>
        <translation>{score} points: {count}</translation>
    </message>
    <message>
        <source>Hôm nay chưa có đánh giá nào.</source>
        <translation>No ratings today.</translation>
    </message>
    <message>
        <source>Số ý kiến đánh giá hôm nay theo mức: {told}.</source>
        <translation>Today&apos;s answers by score: {told}.</translation>
    </message>
    <message>
        <source>Quầy {desk}: {count} ý kiến liền nhau cùng {score} điểm.</source>
        <translation>Desk {desk}: {count} answers in a row of {score} points.</translation>
    </message>
    <message>
        <source>Quầy {desk}: {count} ý kiến đến trong vòng 1 giây sau câu hỏi.</source>
        <translation>Desk {desk}: {count} answers within 1 second after the question.</translation>
    </message>
    <message>
        <source>Đánh giá cần xem lại, trong 7 ngày:</source>
        <translation>Answers to look at, of the last 7 days:</translation>
    </message>
    <message>
        <source>Đang phát số, do người điều hành mở</source>
        <translation>Numbers are given out, opened by an officer</translation>
    </message>
    <message>
        <source>Đang phát số</source>
        <translation>Numbers are given out</translation>
    </message>
    <message>
        <source>Ngừng phát số, do người điều hành</source>
        <translation>No numbers, closed by an officer</translation>
    </message>
    <message>
        <source>Đã kết thúc ngày</source>
        <translation>The day has been ended</translation>
    </message>
    <message>
        <source>Ngoài giờ, phát số lại lúc {time}</source>
        <translation>Closed; numbers again at {time}</translation>
    </message>
    <message>
        <source>Ngoài giờ, chưa phát số</source>
        <translation>Closed; no numbers yet</translation>
    </message>
    <message>
        <source>{count} số đang chờ bị hủy</source>
        <translation>{count} waiting numbers are cancelled</translation>
    </message>
    <message>
        <source>{count} số đang gác lại bị hủy</source>
        <translation>{count} numbers put aside are cancelled</translation>
    </message>
    <message>
        <source>{count} số vừa gọi, chưa phục vụ bị hủy</source>
        <translation>{count} numbers called, not yet served, are cancelled</translation>
    </message>
    <message>
        <source>{count} số đang phục vụ được kết thúc</source>
        <translation>{count} numbers being served are finished</translation>
    </message>
    <message>
        <source>Không còn số nào đang chờ. Mọi quầy được đóng, máy lấy số ngừng phát số.</source>
        <translation>Nobody waits any more. Every desk is closed, and the kiosk gives no numbers.</translation>
    </message>
    <message>
        <source>{ended}. Mọi quầy được đóng, máy lấy số ngừng phát số.</source>
        <translation>{ended}. Every desk is closed, and the kiosk gives no numbers.</translation>
    </message>
    <message>
        <source>Không thấy</source>
        <translation>Not seen</translation>
    </message>
    <message>
        <source>{state} từ {time}</source>
        <translation>{state} since {time}</translation>
    </message>
    <message>
        <source>thấy lần cuối {time}</source>
        <translation>last seen {time}</translation>
    </message>
    <message>
        <source>hôm nay lỗi {count} lần</source>
        <translation>{count} faults today</translation>
    </message>
    <message>
        <source>đã in {count} phiếu</source>
        <translation>{count} tickets printed</translation>
    </message>
    <message>
        <source>đã quét {count} trang</source>
        <translation>{count} pages scanned</translation>
    </message>
    <message>
        <source>{done} từ lần bảo dưỡng {day}</source>
        <translation>{done} since the service of {day}</translation>
    </message>
    <message>
        <source>{done} từ {day}</source>
        <translation>{done} since {day}</translation>
    </message>
    <message>
        <source>Quầy {number}</source>
        <translation>Desk {number}</translation>
    </message>
    <message>
        <source>Chưa mở hôm nay</source>
        <translation>Not opened today</translation>
    </message>
    <message>
        <source>Cần hỗ trợ gấp từ {time}</source>
        <translation>Needs help since {time}</translation>
    </message>
    <message>
        <source>Quầy {helper} đang hỗ trợ</source>
        <translation>Desk {helper} is helping</translation>
    </message>
    <message>
        <source>gọi lần {calls}, {span}</source>
        <translation>called {calls} times, {span}</translation>
    </message>
    <message>
        <source>phục vụ {span}</source>
        <translation>served for {span}</translation>
    </message>
    <message>
        <source>{count} lượt</source>
        <translation>{count} services</translation>
    </message>
    <message>
        <source>TB {minutes} phút</source>
        <translation>{minutes} min each</translation>
    </message>
    <message>
        <source>{count} ý kiến</source>
        <translation>{count} answers</translation>
    </message>
    <message>
        <source>{count} người</source>
        <translation>{count} people</translation>
    </message>
    <message>
        <source>lâu nhất {span}</source>
        <translation>longest {span}</translation>
    </message>
    <message>
        <source>{minutes} phút</source>
        <translation>{minutes} minutes</translation>
    </message>
    <message>
        <source>từ {low} đến {high}</source>
        <translation>from {low} to {high}</translation>
    </message>
</context>
<context>
    <name>LiveController</name>
    <message>
        <source>Bộ phận một máy: máy này giữ hàng chờ.</source>
        <translation>An office of one machine: this one keeps the queue.</translation>
    </message>
    <message>
        <source>Máy này đang giữ hàng chờ từ {time}.</source>
        <translation>This machine keeps the queue since {time}.</translation>
    </message>
    <message>
        <source>Chưa đủ máy nghe theo, nên chỉ phát số, chưa gọi số.</source>
        <translation>Too few machines follow it: it gives out numbers, but does not call.</translation>
    </message>
    <message>
        <source>{name} đang giữ hàng chờ.</source>
        <translation>{name} keeps the queue.</translation>
    </message>
    <message>
        <source> Máy giữ lần cuối: {name}.</source>
        <translation> Last kept by: {name}.</translation>
    </message>
    <message>
        <source>Không máy nào giữ hàng chờ từ {time}.</source>
        <translation>No machine keeps the queue since {time}.</translation>
    </message>
    <message>
        <source>Máy lấy số phát số theo giờ làm việc.</source>
        <translation>The kiosk gives out numbers by the opening hours.</translation>
    </message>
    <message>
        <source>Đã mở phát số, cho đến khi ông/bà đổi lại.</source>
        <translation>Numbers are given out until you change it.</translation>
    </message>
    <message>
        <source>Đã ngừng phát số, cho đến khi ông/bà đổi lại.</source>
        <translation>No numbers are given out until you change it.</translation>
    </message>
    <message>
        <source>Kết thúc ngày {day}?</source>
        <translation>End the day {day}?</translation>
    </message>
    <message>
        <source>Kết thúc ngày</source>
        <translation>End the day</translation>
    </message>
    <message>
        <source>máy kia</source>
        <translation>the other machine</translation>
    </message>
    <message>
        <source>Chỉ tiếp quản khi {name} đã tắt hẳn.</source>
        <translation>Take over only when {name} is really switched off.</translation>
    </message>
    <message>
        <source>Nếu máy ấy còn chạy mà hai máy không thấy nhau, một số có thể bị gọi ở hai quầy.</source>
        <translation>If it still runs and the two machines do not see each other, a number may be called to two desks.</translation>
    </message>
    <message>
        <source>Máy ấy đã tắt, tiếp quản</source>
        <translation>It is switched off, take over</translation>
    </message>
    <message>
        <source>{name}: đã bảo dưỡng xong?</source>
        <translation>{name}: has the service been done?</translation>
    </message>
    <message>
        <source>Số phiếu, số trang và số lần lỗi được đếm lại từ 0.</source>
        <translation>Tickets, pages and faults will be counted from 0 again.</translation>
    </message>
    <message>
        <source>Đã bảo dưỡng</source>
        <translation>Serviced</translation>
    </message>
    <message>
        <source>Đã kết thúc ngày làm việc.</source>
        <translation>The business day has ended.</translation>
    </message>
    <message>
        <source>Máy này đã giữ hàng chờ.</source>
        <translation>This machine keeps the queue now.</translation>
    </message>
    <message>
        <source>Đã ghi lần bảo dưỡng: {name}.</source>
        <translation>Service recorded: {name}.</translation>
    </message>
</context>
<context>
    <name>LiveFoot</name>
    <message>
        <source>Theo giờ làm việc</source>
        <translation>By opening hours</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Ngừng</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Phát số</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Lời nhắn cho người dân ở máy lấy số</source>
        <translation>Words for citizens at the kiosk</translation>
    </message>
    <message>
        <source>Ví dụ: Mất điện, mời ông/bà quay lại lúc 14:00</source>
        <translation>For example: Power cut, please come back at 14:00</translation>
    </message>
    <message>
        <source>Áp dụng</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Kết thúc ngày…</source>
        <translation>End the day…</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Điều hành</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>đang chờ</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>chờ lâu nhất</source>
        <translation>longest wait</translation>
    </message>
    <message>
        <source>ở quầy</source>
        <translation>at desks</translation>
    </message>
    <message>
        <source>đã xong</source>
        <translation>served</translation>
    </message>
    <message>
        <source>vắng mặt</source>
        <translation>no-shows</translation>
    </message>
    <message>
        <source>đã hủy</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>điểm đánh giá</source>
        <translation>rating points</translation>
    </message>
    <message>
        <source>thiết bị lỗi</source>
        <translation>devices at fault</translation>
    </message>
    <message>
        <source>Các quầy</source>
        <translation>The desks</translation>
    </message>
    <message>
        <source>Quầy</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation>Officers</translation>
    </message>
    <message>
        <source>Đang gọi, phục vụ</source>
        <translation>Called, served</translation>
    </message>
    <message>
        <source>Đã xong</source>
        <translation>Served</translation>
    </message>
    <message>
        <source>Đánh giá</source>
        <translation>Ratings</translation>
    </message>
    <message>
        <source>Các lĩnh vực</source>
        <translation>The fields</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Đang chờ</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Đang báo chờ</source>
        <translation>Foretold wait</translation>
    </message>
    <message>
        <source>Tiếp quản hàng chờ…</source>
        <translation>Take over the queue…</translation>
    </message>
    <message>
        <source>Chỉ xem: mở, ngừng phát số và kết thúc ngày cần người có quyền điều hành.</source>
        <translation>View only: opening, closing and ending the day needs an officer who directs the queue.</translation>
    </message>
    <message>
        <source>Thiết bị của các máy</source>
        <translation>The machines&apos; devices</translation>
    </message>
    <message>
        <source>Báo chờ, đánh giá, máy giữ hàng chờ</source>
        <translation>Foretold waits, ratings, who keeps the queue</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Mở khóa</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Cán bộ khác vào quầy</source>
        <translation>Another officer takes the desk</translation>
    </message>
    <message>
        <source>Quầy {desk} đang khóa</source>
        <translation>Desk {desk} is locked</translation>
    </message>
    <message>
        <source>Khóa lúc {time}. Việc đang làm dở vẫn giữ nguyên.</source>
        <translation>Locked at {time}. Unfinished work is kept.</translation>
    </message>
    <message>
        <source>Tự khóa lúc {time} vì {minutes} phút không có thao tác. Việc đang làm dở vẫn giữ nguyên.</source>
        <translation>Locked by itself at {time} after {minutes} minutes without use. Unfinished work is kept.</translation>
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
    <name>Machines</name>
    <message>
        <source>{name}, mã máy {id}</source>
        <translation>{name}, machine id {id}</translation>
    </message>
    <message>
        <source>Bộ phận một máy: không mở cổng mạng nào.</source>
        <translation>An office of one machine: no network port is open.</translation>
    </message>
    <message>
        <source>Đang giữ hàng chờ từ {time}.</source>
        <translation>Keeps the queue since {time}.</translation>
    </message>
    <message>
        <source>Theo máy giữ hàng chờ: {name}.</source>
        <translation>Follows the machine that keeps the queue: {name}.</translation>
    </message>
    <message>
        <source>Không thấy máy giữ hàng chờ từ {time}.</source>
        <translation>No machine that keeps the queue since {time}.</translation>
    </message>
    <message>
        <source>Các máy khác nối vào địa chỉ {url}</source>
        <translation>The other machines connect to {url}</translation>
    </message>
    <message>
        <source>Đồng hồ máy này {wrong} so với giờ văn phòng: hãy chỉnh lại giờ của máy.</source>
        <translation>The clock of this computer is {wrong} against the office&apos;s time: please set the computer&apos;s clock.</translation>
    </message>
    <message>
        <source>Mọi việc vẫn ghi theo giờ văn phòng.</source>
        <translation>Everything is still written in the office&apos;s time.</translation>
    </message>
    <message>
        <source>không có màn hình</source>
        <translation>without a screen</translation>
    </message>
    <message>
        <source>máy này · {roles}</source>
        <translation>this machine · {roles}</translation>
    </message>
    <message>
        <source>Giữ hàng chờ</source>
        <translation>Keeps the queue</translation>
    </message>
    <message>
        <source>lần cuối, nay im lặng</source>
        <translation>lately, silent now</translation>
    </message>
    <message>
        <source>Đang giữ hàng chờ</source>
        <translation>Keeps the queue now</translation>
    </message>
    <message>
        <source>Dự phòng thứ {place}</source>
        <translation>Standby no. {place}</translation>
    </message>
    <message>
        <source>đang mở</source>
        <translation>open</translation>
    </message>
    <message>
        <source>đã ngừng</source>
        <translation>barred</translation>
    </message>
    <message>
        <source>không được vào</source>
        <translation>not let in</translation>
    </message>
    <message>
        <source>đồng hồ {wrong}</source>
        <translation>clock {wrong}</translation>
    </message>
    <message>
        <source>đang liên lạc</source>
        <translation>in contact</translation>
    </message>
    <message>
        <source>chưa liên lạc</source>
        <translation>no contact yet</translation>
    </message>
    <message>
        <source>im lặng</source>
        <translation>silent</translation>
    </message>
    <message>
        <source>từ {time}</source>
        <translation>since {time}</translation>
    </message>
    <message>
        <source>nhanh {by}</source>
        <translation>{by} fast</translation>
    </message>
    <message>
        <source>chậm {by}</source>
        <translation>{by} slow</translation>
    </message>
    <message>
        <source>quầy</source>
        <translation>desk</translation>
    </message>
    <message>
        <source>lấy số</source>
        <translation>kiosk</translation>
    </message>
    <message>
        <source>bảng gọi số</source>
        <translation>board</translation>
    </message>
    <message>
        <source>đánh giá</source>
        <translation>rating</translation>
    </message>
</context>
<context>
    <name>MachinesController</name>
    <message>
        <source>Đã lưu. Đóng chương trình rồi mở lại ở máy này để áp dụng.</source>
        <translation>Saved. Close the program on this machine and open it again to apply.</translation>
    </message>
    <message>
        <source>Dùng một lần, đến {time}.</source>
        <translation>Used once, until {time}.</translation>
    </message>
    <message>
        <source>Ở máy mới: chọn “Nối vào văn phòng đã có”, chọn {office}, rồi ghi mã này.</source>
        <translation>On the new machine choose “Join an office”, choose {office}, then type this code.</translation>
    </message>
    <message>
        <source>Nếu máy mới không tự thấy {office}, ghi địa chỉ:</source>
        <translation>If the new machine does not find {office}, type the address:</translation>
    </message>
    <message>
        <source>{name} không vào được hàng chờ nữa.</source>
        <translation>{name} is not let into the queue any more.</translation>
    </message>
    <message>
        <source>{name} vào lại được rồi.</source>
        <translation>{name} is let in again.</translation>
    </message>
    <message>
        <source>Ghi như 192.168.1.10 hoặc https://may-chu:8471</source>
        <translation>Write it like 192.168.1.10 or https://may-chu:8471</translation>
    </message>
    <message>
        <source>Muốn thêm máy: bật ô “Máy này giữ hàng chờ cho văn phòng”, lưu, rồi mở lại chương trình.</source>
        <translation>To add machines: tick “This machine keeps the queue for the office”, save, and open the program again.</translation>
    </message>
    <message>
        <source>Tạo mã ở máy giữ hàng chờ hoặc máy dự phòng.</source>
        <translation>Make the code at the machine that keeps the queue, or at a standby.</translation>
    </message>
</context>
<context>
    <name>MachinesTab</name>
    <message>
        <source>Chỉ xem: việc đổi cài đặt máy và thêm máy cần người có quyền quản trị.</source>
        <translation>View only: changing the machine and adding machines needs an officer with administration rights.</translation>
    </message>
    <message>
        <source>Tự tìm các máy khác của văn phòng trong mạng</source>
        <translation>Find the office&apos;s other machines on the network</translation>
    </message>
    <message>
        <source>Địa chỉ máy giữ hàng chờ, cách nhau bằng dấu cách (khi không tự tìm được)</source>
        <translation>Addresses of the machine that keeps the queue, with spaces between (where it is not found)</translation>
    </message>
    <message>
        <source>Khi không thấy máy giữ hàng chờ: tự gửi thẳng lên tỉnh</source>
        <translation>While the queue&apos;s machine is not seen: send straight to the province</translation>
    </message>
    <message>
        <source>Cổng mạng</source>
        <translation>Network port</translation>
    </message>
    <message>
        <source>Số của bảng gọi số ở máy này</source>
        <translation>Number of the board at this machine</translation>
    </message>
    <message>
        <source>Lưu cài đặt máy này</source>
        <translation>Save this machine&apos;s settings</translation>
    </message>
    <message>
        <source>Các máy của văn phòng</source>
        <translation>The office&apos;s machines</translation>
    </message>
    <message>
        <source>Máy</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Hàng chờ</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Liên lạc</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Tạo mã cho một máy mới</source>
        <translation>Make a code for a new machine</translation>
    </message>
    <message>
        <source>Máy này giữ hàng chờ cho văn phòng</source>
        <translation>This machine keeps the queue for the office</translation>
    </message>
    <message>
        <source>Máy này là máy dự phòng: tiếp quản hàng chờ khi máy chính tắt</source>
        <translation>This machine is a standby: takes over the queue when the main machine is off</translation>
    </message>
    <message>
        <source>Cho {name} vào lại</source>
        <translation>Let {name} in again</translation>
    </message>
    <message>
        <source>Ngừng cho {name} vào</source>
        <translation>Let {name} in no more</translation>
    </message>
    <message>
        <source>Máy này</source>
        <translation>This machine</translation>
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
        <source>Dữ liệu do bản chương trình cũ hơn ghi, lệnh này chưa đọc được.</source>
        <translation>An older program wrote the data; this command cannot read it yet.</translation>
    </message>
    <message>
        <source>Mở chương trình của máy này một lần bằng bản đang cài, rồi chạy lại lệnh.</source>
        <translation>Open the program on this machine once with the installed version, then run the command again.</translation>
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
        <source>mới đăng ký</source>
        <translation>newly registered</translation>
    </message>
    <message>
        <source>không được tiếp nhận</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>đang xử lý</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>đang chờ bổ sung</source>
        <translation>waiting for a supplement</translation>
    </message>
    <message>
        <source>đang chờ nộp tiền</source>
        <translation>waiting for payment</translation>
    </message>
    <message>
        <source>đang được xin rút</source>
        <translation>being withdrawn</translation>
    </message>
    <message>
        <source>đã dừng</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>đã xử lý xong</source>
        <translation>settled</translation>
    </message>
    <message>
        <source>Việc này không đúng trình tự của hồ sơ</source>
        <translation>This is out of order for the dossier</translation>
    </message>
    <message>
        <source>Hồ sơ chỉ được yêu cầu bổ sung một lần</source>
        <translation>A supplement may be requested only once</translation>
    </message>
    <message>
        <source>Hồ sơ chỉ được hẹn lại một lần</source>
        <translation>A new date may be given only once</translation>
    </message>
    <message>
        <source>Phải xin lỗi và hẹn lại chậm nhất một ngày trước ngày hẹn trả</source>
        <translation>Apology and new date must come at least one day before the due date</translation>
    </message>
    <message>
        <source>Hồ sơ đã có kết quả nên không dừng hoặc rút được nữa</source>
        <translation>The dossier has its result and can no longer be stopped or withdrawn</translation>
    </message>
    <message>
        <source>tiếp nhận hồ sơ</source>
        <translation>receiving dossiers</translation>
    </message>
    <message>
        <source>xử lý hồ sơ</source>
        <translation>processing dossiers</translation>
    </message>
    <message>
        <source>duyệt kết quả</source>
        <translation>approving results</translation>
    </message>
    <message>
        <source>lập danh sách và thống kê</source>
        <translation>making lists and statistics</translation>
    </message>
    <message>
        <source>quản trị</source>
        <translation>administration</translation>
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
        <source>Mật khẩu cần ít nhất 8 chữ hoặc số</source>
        <translation>A password needs at least 8 letters or digits</translation>
    </message>
    <message>
        <source>Mật khẩu dài quá 64 chữ</source>
        <translation>The password is longer than 64 characters</translation>
    </message>
    <message>
        <source>Mật khẩu chỉ lặp lại vài chữ</source>
        <translation>The password only repeats a few characters</translation>
    </message>
    <message>
        <source>Mật khẩu là một dãy liền nhau trên bàn phím</source>
        <translation>The password is a row of neighbouring keys</translation>
    </message>
    <message>
        <source>Mật khẩu trùng với tên cán bộ</source>
        <translation>The password is the officer&apos;s name</translation>
    </message>
    <message>
        <source>Mật khẩu này quá nhiều người dùng</source>
        <translation>Too many people use this password</translation>
    </message>
    <message>
        <source>Mật khẩu chưa đúng.</source>
        <translation>The password is not right.</translation>
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
        <source>Thử lại sau {minutes} phút, hoặc nhờ người quản trị mở lại.</source>
        <translation>Try again in {minutes} minutes, or ask an administrator to reopen it.</translation>
    </message>
    <message>
        <source>{reason}, nên chưa dùng được.</source>
        <translation>{reason}, so it cannot be used.</translation>
    </message>
    <message>
        <source>Chọn mật khẩu khác, từ 8 chữ hoặc số, mà người khác không đoán ra; vài từ ghép lại là dễ nhớ.</source>
        <translation>Choose another password of 8 letters or digits or more that nobody guesses; a few words together are easy to remember.</translation>
    </message>
    <message>
        <source>Hai lần nhập mật khẩu không giống nhau.</source>
        <translation>The two password entries differ.</translation>
    </message>
    <message>
        <source>Làm lại, nhập cùng một mật khẩu cả hai lần.</source>
        <translation>Do it again, with the same password both times.</translation>
    </message>
    <message>
        <source>Mật khẩu mới giống hệt mật khẩu cũ.</source>
        <translation>The new password is the same as the old one.</translation>
    </message>
    <message>
        <source>Chọn mật khẩu khác.</source>
        <translation>Choose another password.</translation>
    </message>
    <message>
        <source>Mật khẩu của tài khoản này vừa được đổi ở máy khác.</source>
        <translation>The password of this account was just changed on another machine.</translation>
    </message>
    <message>
        <source>Đăng nhập lại bằng mật khẩu mới rồi làm lại.</source>
        <translation>Log in with the new password and do it again.</translation>
    </message>
    <message>
        <source>Mật khẩu này do người khác đặt, chỉ dùng để đăng nhập rồi đổi.</source>
        <translation>This password was set by somebody else; it is only for signing in and changing it.</translation>
    </message>
    <message>
        <source>Đăng nhập vào quầy, chọn mật khẩu của riêng mình, rồi làm lại việc này.</source>
        <translation>Sign in at the desk, choose a password of your own, then do this again.</translation>
    </message>
    <message>
        <source>Mật khẩu của chính mình không đặt lại ở đây.</source>
        <translation>Your own password is not reset here.</translation>
    </message>
    <message>
        <source>Bấm tên mình ở góc trên, chọn “Đổi mật khẩu” và nhập mật khẩu cũ.</source>
        <translation>Press your name in the upper corner, choose “Change password” and type the old one.</translation>
    </message>
    <message>
        <source>Người quản trị cần thêm mã trên điện thoại.</source>
        <translation>An administrator also needs the code on the phone.</translation>
    </message>
    <message>
        <source>Mở ứng dụng xác thực, nhập 6 chữ số; không có điện thoại thì nhập mã dự phòng.</source>
        <translation>Open the authenticator app and type the 6 digits; without the phone, type a spare code.</translation>
    </message>
    <message>
        <source>Mã trên điện thoại chưa đúng, hoặc đã dùng rồi.</source>
        <translation>The code on the phone is not right, or was used before.</translation>
    </message>
    <message>
        <source>Chờ mã mới hiện ra rồi nhập. Còn {left} lần trước khi tạm khóa.</source>
        <translation>Wait for the next code, then type it. {left} tries left before it is locked for a while.</translation>
    </message>
    <message>
        <source>Mã vừa nhập không phải mã mà điện thoại phải hiện.</source>
        <translation>The code just typed is not the one the phone should show.</translation>
    </message>
    <message>
        <source>Quét lại hình QR, rồi nhập mã mới nhất. Xem ngày giờ của máy này và điện thoại.</source>
        <translation>Scan the QR picture again, then type the newest code. Check date and time of this machine and the telephone.</translation>
    </message>
    <message>
        <source>Tài khoản này đã được người quản trị khóa.</source>
        <translation>This account was locked by an administrator.</translation>
    </message>
    <message>
        <source>Nếu vẫn làm việc tại đây, nhờ người quản trị mở lại.</source>
        <translation>If you still work here, ask an administrator to reopen it.</translation>
    </message>
    <message>
        <source>Tài khoản này đã {days} ngày không dùng nên bị khóa.</source>
        <translation>This account was not used for {days} days and is locked.</translation>
    </message>
    <message>
        <source>Nhờ người quản trị mở lại: trang Quản trị, mục Cán bộ.</source>
        <translation>Ask an administrator to reopen it: Administration, Officers.</translation>
    </message>
    <message>
        <source>Máy này đã hơn {days} ngày không liên lạc được với tỉnh, nên chưa biết tài khoản nào còn hiệu lực.</source>
        <translation>This machine has not reached the province for more than {days} days, so it does not know which accounts still hold.</translation>
    </message>
    <message>
        <source>Nối mạng rồi thử lại. Trong khi chờ, chỉ người quản trị đăng nhập được.</source>
        <translation>Connect it and try again. Until then only an administrator can log in.</translation>
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
        <source>Người được ủy quyền hoặc người cùng nộp chưa có họ tên.</source>
        <translation>An authorised person or joint applicant has no name.</translation>
    </message>
    <message>
        <source>Gõ họ tên, hoặc xóa người đó khỏi hồ sơ.</source>
        <translation>Type the full name, or remove that person from the dossier.</translation>
    </message>
    <message>
        <source>Ngày giờ “{text}” chưa đúng.</source>
        <translation>The date and time “{text}” is wrong.</translation>
    </message>
    <message>
        <source>Gõ ngày/tháng/năm giờ:phút, ví dụ 27/11/2026 17:00.</source>
        <translation>Type day/month/year hour:minute, for example 27/11/2026 17:00.</translation>
    </message>
    <message>
        <source>Chưa có địa chỉ để gửi kết quả qua bưu chính.</source>
        <translation>There is no address to post the result to.</translation>
    </message>
    <message>
        <source>Gõ địa chỉ nhận, hoặc chọn nhận tại quầy.</source>
        <translation>Type the address, or choose collecting at the desk.</translation>
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
        <source>Chưa có họ tên cán bộ.</source>
        <translation>The officer&apos;s name is missing.</translation>
    </message>
    <message>
        <source>Nhập họ và tên.</source>
        <translation>Type the full name.</translation>
    </message>
    <message>
        <source>Đây là người quản trị cuối cùng của đơn vị.</source>
        <translation>This is the last administrator of the office.</translation>
    </message>
    <message>
        <source>Giao quyền quản trị cho người khác trước.</source>
        <translation>Give administration rights to somebody else first.</translation>
    </message>
    <message>
        <source>Mục này vừa được giải quyết, có thể ở máy khác.</source>
        <translation>This item has just been settled, perhaps on another machine.</translation>
    </message>
    <message>
        <source>Danh sách đã được đọc lại; ông/bà xem tiếp mục khác.</source>
        <translation>The list was read again; please go on with another item.</translation>
    </message>
    <message>
        <source>Hồ sơ bây giờ không cho làm lại việc này, hoặc cần người có quyền khác.</source>
        <translation>The dossier does not allow this act now, or somebody else&apos;s right is needed.</translation>
    </message>
    <message>
        <source>Mở hồ sơ để xem; nếu không cần làm gì thêm, chọn “Giữ như hiện tại”.</source>
        <translation>Open the dossier to look; if nothing more is needed, choose “Leave as it is”.</translation>
    </message>
    <message>
        <source>{rule} ({article}). Hồ sơ {state}.</source>
        <translation>{rule} ({article}). The dossier is {state}.</translation>
    </message>
    <message>
        <source>Nếu thật cần, người quản trị có thể cho phép và ghi lý do; việc này được lưu lại.</source>
        <translation>If it is really needed, an administrator can allow it with a reason; this is recorded.</translation>
    </message>
    <message>
        <source>Chưa ghi lý do.</source>
        <translation>The reason is missing.</translation>
    </message>
    <message>
        <source>Ghi lý do bằng một câu người dân hiểu được.</source>
        <translation>Give the reason in one sentence that citizens understand.</translation>
    </message>
    <message>
        <source>Số tiền không đúng.</source>
        <translation>The amount is wrong.</translation>
    </message>
    <message>
        <source>Nhập số tiền bằng đồng, lớn hơn 0.</source>
        <translation>Type an amount in đồng, greater than 0.</translation>
    </message>
    <message>
        <source>Ngày hẹn mới phải sau ngày hẹn cũ và sau hôm nay.</source>
        <translation>The new due date must be after the old one and after today.</translation>
    </message>
    <message>
        <source>Chọn ngày muộn hơn.</source>
        <translation>Choose a later day.</translation>
    </message>
    <message>
        <source>Kết quả của hồ sơ {code} chưa được lãnh đạo duyệt.</source>
        <translation>The result of dossier {code} is not approved yet.</translation>
    </message>
    <message>
        <source>Trình lãnh đạo duyệt, hoặc chọn người đã ký kết quả giấy.</source>
        <translation>Send it for approval, or choose who signed the paper result.</translation>
    </message>
    <message>
        <source>Không xem được tệp {name} tại đây.</source>
        <translation>The file {name} cannot be viewed here.</translation>
    </message>
    <message>
        <source>Lưu tệp ra máy rồi mở bằng chương trình khác.</source>
        <translation>Save it to the computer and open it with another program.</translation>
    </message>
    <message>
        <source>Tệp {name} trống.</source>
        <translation>The file {name} is empty.</translation>
    </message>
    <message>
        <source>Chọn tệp khác, hoặc lưu lại tệp rồi đính kèm.</source>
        <translation>Choose another file, or save it again and attach it.</translation>
    </message>
    <message>
        <source>Việc này cần người có quyền {duty}.</source>
        <translation>This needs the right of {duty}.</translation>
    </message>
    <message>
        <source>Nhờ người có quyền làm, hoặc nhờ quản trị giao thêm quyền.</source>
        <translation>Ask somebody who has it, or ask the administrator to grant it.</translation>
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
        <source>Sửa ở Quản trị, Thiết bị, hoặc trong tệp settings.toml rồi mở lại chương trình.</source>
        <translation>Change it in Administration, Devices, or in the file settings.toml and open the program again.</translation>
    </message>
    <message>
        <source>trong kho khóa của hệ thống</source>
        <translation>in the system&apos;s key store</translation>
    </message>
    <message>
        <source>Bản này đang ở máy chủ, chưa tải về được vì mất kết nối.</source>
        <translation>This copy is on the server and cannot be fetched: there is no link.</translation>
    </message>
    <message>
        <source>Khi có mạng, bấm Thử lại. Các việc khác ở quầy vẫn làm được.</source>
        <translation>Press Try again when there is a link. Other work at the desk goes on.</translation>
    </message>
    <message>
        <source>Kiểm tra dây, và tốc độ cổng (baud) ở Quản trị, Thiết bị.</source>
        <translation>Check the cable, and the port speed (baud) in Administration, Devices.</translation>
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
        <source>Máy chủ tạm thời chưa ghi được dữ liệu.</source>
        <translation>The server cannot store anything at the moment.</translation>
    </message>
    <message>
        <source>Dữ liệu vẫn ở máy này và tự gửi lại sau ít phút.</source>
        <translation>The data is still here and is sent again by itself in a few minutes.</translation>
    </message>
    <message>
        <source>Máy chủ đang bận.</source>
        <translation>The server is busy.</translation>
    </message>
    <message>
        <source>Không cần làm gì: dữ liệu vẫn ở máy này và tự gửi lại sau ít giây.</source>
        <translation>Nothing to do: the data is still here and is sent again by itself in a few seconds.</translation>
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
        <source>Liên hệ người quản trị của bộ phận hoặc của tỉnh.</source>
        <translation>Turn to the administrator of the office or the province.</translation>
    </message>
    <message>
        <source>Không ngừng được {name}: đó là máy này, hoặc máy đang giữ hàng chờ.</source>
        <translation>{name} cannot be barred: it is this computer, or the one that keeps the queue.</translation>
    </message>
    <message>
        <source>Để máy khác giữ hàng chờ trước, rồi làm việc này ở máy khác.</source>
        <translation>Let another computer keep the queue first, then do this at another computer.</translation>
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
        <source>Máy này đã ngừng ghi: mục {seq} của nó khác với bản máy chủ đang giữ. Máy được khôi phục từ bản sao cũ, hoặc có máy khác dùng chung dữ liệu.</source>
        <translation>This machine has stopped recording: its item {seq} differs from the one on the server. It was restored from an old copy, or another machine uses the same data.</translation>
    </message>
    <message>
        <source>Tiếp công dân ở máy khác, không xóa gì ở đây: cả hai bản đều còn. Nhờ người quản trị cài máy này thành máy mới, khôi phục từ máy chủ, rồi xem mục Cần xem lại.</source>
        <translation>Serve citizens on another machine and delete nothing here: both versions are kept. Ask the administrator to set this machine up as a new one, restore it from the server, then look at To review.</translation>
    </message>
    <message>
        <source>Máy này chạy trên bản sao cũ, còn thiếu {missing} mục của chính nó mà máy chủ đang giữ; máy tạm chưa ghi gì để không cấp trùng số.</source>
        <translation>This machine runs on an old copy and lacks {missing} items of its own that the server has; it records nothing for now, so that no number is given twice.</translation>
    </message>
    <message>
        <source>Giữ máy nối mạng: máy đang tự lấy lại rồi ghi tiếp. Việc gấp xin làm ở máy khác.</source>
        <translation>Keep it connected: it fetches them by itself, then goes on. Please do urgent work on another machine.</translation>
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
    <message>
        <source>Danh mục chưa có thời hạn giải quyết của thủ tục này.</source>
        <translation>The catalogue has no time limit for this procedure.</translation>
    </message>
    <message>
        <source>Hỏi bộ phận chuyên môn rồi tự nhập ngày hẹn.</source>
        <translation>Ask the unit in charge, then type the due date.</translation>
    </message>
    <message>
        <source>Lịch không còn ngày làm việc nào trong 60 ngày kể từ {day}.</source>
        <translation>The calendar has no working day within 60 days of {day}.</translation>
    </message>
    <message>
        <source>Xem lại các ngày nghỉ quanh đó trong Quản trị, Lịch làm việc.</source>
        <translation>Look at the days off around it in Administration, Working calendar.</translation>
    </message>
    <message>
        <source>Giờ làm việc chưa đúng.</source>
        <translation>The working hours are wrong.</translation>
    </message>
    <message>
        <source>Ghi giờ theo thứ tự, ví dụ 07:00–11:30, 13:30–17:00; mỗi tuần ít nhất một buổi.</source>
        <translation>Type hours in order, for example 07:00–11:30, 13:30–17:00; at least one session a week.</translation>
    </message>
    <message>
        <source>Ngày {day} vốn đã như vậy, không cần ghi.</source>
        <translation>{day} is already so; nothing to save.</translation>
    </message>
    <message>
        <source>Chọn ngày khác, hoặc loại ngày khác.</source>
        <translation>Choose another day, or another kind of day.</translation>
    </message>
    <message>
        <source>Chưa ghi tên của ngày {day}.</source>
        <translation>The name for {day} is missing.</translation>
    </message>
    <message>
        <source>Ghi vì sao, ví dụ “Nghỉ lễ”: tên này hiện trong cách tính ngày hẹn.</source>
        <translation>Say why, for example “Holiday”: the name shows in how the due date is counted.</translation>
    </message>
    <message>
        <source>Thủ tục {procedure} có chỗ chưa đúng: {field} {detail}.</source>
        <translation>In procedure {procedure} this is wrong: {field} ({detail}).</translation>
    </message>
    <message>
        <source>Sửa chỗ đó rồi lưu lại.</source>
        <translation>Correct it and save again.</translation>
    </message>
    <message>
        <source>Mã {code} đã có trong danh mục.</source>
        <translation>The code {code} is already in the catalogue.</translation>
    </message>
    <message>
        <source>Sửa thủ tục đã có, hoặc lập phiên bản mới của nó.</source>
        <translation>Edit that procedure, or make a new version of it.</translation>
    </message>
    <message>
        <source>Thủ tục {code} đã có phiên bản áp dụng từ ngày {day}.</source>
        <translation>Procedure {code} already has a version in force from {day}.</translation>
    </message>
    <message>
        <source>Chọn ngày sau ngày đó, hoặc sửa phiên bản đã có.</source>
        <translation>Choose a later day, or edit the existing version.</translation>
    </message>
    <message>
        <source>Tệp danh mục quá lớn ({megabytes} MB, nhiều nhất {limit} MB).</source>
        <translation>The catalogue file is too big ({megabytes} MB, at most {limit} MB).</translation>
    </message>
    <message>
        <source>Kiểm tra lại có đúng tệp danh mục không.</source>
        <translation>Check that it is the right catalogue file.</translation>
    </message>
    <message>
        <source>Không đọc được tệp danh mục ({detail}, dòng {line}).</source>
        <translation>The catalogue file cannot be read ({detail}, line {line}).</translation>
    </message>
    <message>
        <source>Dùng tệp JSON (UTF-8) mà chương trình đã xuất, hoặc bản tải từ cổng dịch vụ công.</source>
        <translation>Use a JSON file (UTF-8) exported by this program, or one from the public service portal.</translation>
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
        <source>lĩnh vực</source>
        <translation>field</translation>
    </message>
    <message>
        <source>nhóm trên máy lấy số</source>
        <translation>kiosk group</translation>
    </message>
    <message>
        <source>từ thường dùng</source>
        <translation>usual words</translation>
    </message>
    <message>
        <source>thời hạn</source>
        <translation>time limit</translation>
    </message>
    <message>
        <source>thời hạn theo cách nộp</source>
        <translation>time limit by way of filing</translation>
    </message>
    <message>
        <source>giờ nhận cuối để trả trong ngày</source>
        <translation>latest hour for the same day</translation>
    </message>
    <message>
        <source>phí, lệ phí</source>
        <translation>fees</translation>
    </message>
    <message>
        <source>thành phần hồ sơ</source>
        <translation>papers</translation>
    </message>
    <message>
        <source>các bước giải quyết</source>
        <translation>steps</translation>
    </message>
    <message>
        <source>kết quả</source>
        <translation>result</translation>
    </message>
    <message>
        <source>mã kết quả</source>
        <translation>result code</translation>
    </message>
    <message>
        <source>quyết định công bố</source>
        <translation>publishing decision</translation>
    </message>
    <message>
        <source>tên đầy đủ</source>
        <translation>full name</translation>
    </message>
    <message>
        <source>ngày bắt đầu áp dụng</source>
        <translation>first day in force</translation>
    </message>
    <message>
        <source>ngày ngừng áp dụng</source>
        <translation>last day in force</translation>
    </message>
    <message>
        <source>còn trống</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>không có trong danh sách</source>
        <translation>not in the list</translation>
    </message>
    <message>
        <source>quá dài</source>
        <translation>too long</translation>
    </message>
    <message>
        <source>quá nhiều</source>
        <translation>too many</translation>
    </message>
    <message>
        <source>có mã HTML</source>
        <translation>contains HTML</translation>
    </message>
    <message>
        <source>có ký tự không hiện được</source>
        <translation>contains characters that do not show</translation>
    </message>
    <message>
        <source>không đúng dạng</source>
        <translation>wrong format</translation>
    </message>
    <message>
        <source>ngoài khoảng cho phép</source>
        <translation>out of range</translation>
    </message>
    <message>
        <source>bị lặp lại</source>
        <translation>repeated</translation>
    </message>
    <message>
        <source>không đúng thứ tự</source>
        <translation>out of order</translation>
    </message>
    <message>
        <source>có nhóm lựa chọn chỉ một giấy tờ</source>
        <translation>a choice group has only one paper</translation>
    </message>
    <message>
        <source>không phải JSON</source>
        <translation>not JSON</translation>
    </message>
    <message>
        <source>không phải danh sách thủ tục</source>
        <translation>not a list of procedures</translation>
    </message>
    <message>
        <source>không phải UTF-8</source>
        <translation>not UTF-8</translation>
    </message>
    <message>
        <source>không mở được tệp</source>
        <translation>the file cannot be opened</translation>
    </message>
    <message>
        <source>không có thủ tục nào</source>
        <translation>no procedures</translation>
    </message>
    <message>
        <source>giấy tiếp nhận hồ sơ (mẫu 01)</source>
        <translation>dossier receipt (form 01)</translation>
    </message>
    <message>
        <source>phiếu yêu cầu bổ sung (mẫu 02)</source>
        <translation>supplement request (form 02)</translation>
    </message>
    <message>
        <source>phiếu từ chối (mẫu 03)</source>
        <translation>refusal (form 03)</translation>
    </message>
    <message>
        <source>phiếu xin lỗi (mẫu 04)</source>
        <translation>apology (form 04)</translation>
    </message>
    <message>
        <source>thông báo dừng (mẫu 05)</source>
        <translation>stop notice (form 05)</translation>
    </message>
    <message>
        <source>phiếu kiểm soát (mẫu 06)</source>
        <translation>control form (form 06)</translation>
    </message>
    <message>
        <source>phiếu thu phí, lệ phí</source>
        <translation>fee receipt</translation>
    </message>
    <message>
        <source>Hồ sơ {code} {state}, chưa có gì để lập {form}.</source>
        <translation>Dossier {code} is {state}; there is nothing yet to make this from: {form}.</translation>
    </message>
    <message>
        <source>Làm việc tương ứng trên hồ sơ trước, rồi in.</source>
        <translation>Do that step in the dossier first, then print.</translation>
    </message>
    <message>
        <source>Máy tính này chưa có máy in giấy A4.</source>
        <translation>This computer has no A4 printer.</translation>
    </message>
    <message>
        <source>Lưu thành tệp PDF để in ở máy khác, hoặc nhờ người phụ trách cài máy in.</source>
        <translation>Save as PDF to print on another machine, or ask support to install a printer.</translation>
    </message>
    <message>
        <source>Đã dừng, chưa có tệp nào được ghi.</source>
        <translation>Stopped, no file was written.</translation>
    </message>
    <message>
        <source>Khi cần, bấm xuất lại.</source>
        <translation>Export again when needed.</translation>
    </message>
    <message>
        <source>Có hơn {most} hồ sơ, quá dài để in một lần.</source>
        <translation>There are over {most} dossiers, too many to print at once.</translation>
    </message>
    <message>
        <source>Chọn một lĩnh vực hoặc thời gian ngắn hơn, hoặc xuất ra Excel.</source>
        <translation>Choose one field or a shorter period, or export to Excel.</translation>
    </message>
    <message>
        <source>Từ ngày {since} đến ngày {until}: ngày đầu ở sau ngày cuối.</source>
        <translation>From {since} to {until}: the first day is after the last.</translation>
    </message>
    <message>
        <source>Đổi lại hai ngày rồi làm lại.</source>
        <translation>Swap the two days and try again.</translation>
    </message>
    <message>
        <source>điều hành hàng chờ</source>
        <translation>direct the queue</translation>
    </message>
    <message>
        <source>đang mở</source>
        <translation>open</translation>
    </message>
    <message>
        <source>đang nghỉ</source>
        <translation>on a break</translation>
    </message>
    <message>
        <source>đã đóng</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>đang làm việc nội bộ</source>
        <translation>working inside</translation>
    </message>
    <message>
        <source>đang được tạm gác</source>
        <translation>put aside</translation>
    </message>
    <message>
        <source>Lúc này bộ phận một cửa không phát số.</source>
        <translation>No numbers are given out now.</translation>
    </message>
    <message>
        <source>Xem giờ mở cửa, hoặc nhờ người điều hành mở phát số.</source>
        <translation>Look at the opening hours, or ask whoever directs the queue to open it.</translation>
    </message>
    <message>
        <source>Hôm nay đã phát hết {most} số của lĩnh vực này.</source>
        <translation>All {most} of today&apos;s numbers for this field are given out.</translation>
    </message>
    <message>
        <source>Mời ông/bà quay lại vào ngày làm việc tiếp theo, hoặc hỏi cán bộ hướng dẫn.</source>
        <translation>Please come back on the next working day, or ask an officer.</translation>
    </message>
    <message>
        <source>Hôm nay số {label} đã được phát.</source>
        <translation>Number {label} has already been given out today.</translation>
    </message>
    <message>
        <source>Xem lại số trên phiếu giấy rồi ghi lại.</source>
        <translation>Look at the paper ticket again and write it anew.</translation>
    </message>
    <message>
        <source>Số {label} nằm ngoài dải số của lĩnh vực.</source>
        <translation>Number {label} is outside the field&apos;s range.</translation>
    </message>
    <message>
        <source>Ghi một số từ {first} đến {last}.</source>
        <translation>Write a number from {first} to {last}.</translation>
    </message>
    <message>
        <source>Số {label} đã được gọi {most} lần.</source>
        <translation>Number {label} has been called {most} times.</translation>
    </message>
    <message>
        <source>Báo vắng số này; người đến muộn vẫn gọi lại được.</source>
        <translation>Mark it as a no-show; a late citizen can still be called back.</translation>
    </message>
    <message>
        <source>Số {label} đã lỡ {since} lượt, quá mức cho phép ({within}).</source>
        <translation>Number {label} missed {since} turns, more than allowed ({within}).</translation>
    </message>
    <message>
        <source>Mời ông/bà lấy số mới, hoặc nhờ người điều hành gọi ngoài lượt.</source>
        <translation>Please take a new number, or ask whoever directs the queue to call it out of turn.</translation>
    </message>
    <message>
        <source>Quầy {desk} đang có cán bộ khác ngồi.</source>
        <translation>Another officer sits at desk {desk}.</translation>
    </message>
    <message>
        <source>Cán bộ ấy đóng quầy trước, hoặc ông/bà chọn quầy khác.</source>
        <translation>That officer closes the desk first, or you choose another one.</translation>
    </message>
    <message>
        <source>Ông/bà đang có một số ở quầy {desk}.</source>
        <translation>You have an open number at desk {desk}.</translation>
    </message>
    <message>
        <source>Kết thúc số ấy ở quầy {desk} rồi mới gọi ở đây.</source>
        <translation>Finish it at desk {desk} before calling here.</translation>
    </message>
    <message>
        <source>Quầy {desk} {state}, nên chưa gọi số được.</source>
        <translation>Desk {desk} is {state}, so it cannot call.</translation>
    </message>
    <message>
        <source>Mở quầy rồi gọi.</source>
        <translation>Open the desk, then call.</translation>
    </message>
    <message>
        <source>Bộ phận một cửa này không có quầy {desk}.</source>
        <translation>This office has no desk {desk}.</translation>
    </message>
    <message>
        <source>Chọn quầy khác, hoặc nhờ người quản trị thêm quầy.</source>
        <translation>Choose another desk, or ask an administrator to add it.</translation>
    </message>
    <message>
        <source>Quầy {desk} không còn cần hỗ trợ gấp.</source>
        <translation>Desk {desk} no longer needs help.</translation>
    </message>
    <message>
        <source>Không cần làm gì thêm.</source>
        <translation>Nothing more to do.</translation>
    </message>
    <message>
        <source>Quy tắc gọi số chưa đúng: {field}.</source>
        <translation>The rule of calling is not right: {field}.</translation>
    </message>
    <message>
        <source>Sửa ô được đánh dấu rồi ghi lại.</source>
        <translation>Correct the marked box and save again.</translation>
    </message>
    <message>
        <source>Không đọc được tệp {path}: {detail}.</source>
        <translation>Could not read the file {path}: {detail}.</translation>
    </message>
    <message>
        <source>Kiểm tra tên và nội dung tệp rồi thử lại.</source>
        <translation>Check the file&apos;s name and content, then try again.</translation>
    </message>
    <message>
        <source>Máy giữ hàng chờ của văn phòng không trả lời.</source>
        <translation>The machine that keeps the office&apos;s queue does not answer.</translation>
    </message>
    <message>
        <source>Chờ vài giây rồi thử lại; nếu vẫn vậy, để một máy khác tiếp quản hàng chờ.</source>
        <translation>Wait a few seconds and try again; if it stays so, let another machine take over the queue.</translation>
    </message>
    <message>
        <source>Ở địa chỉ {url} là một chương trình khác, không phải máy giữ hàng chờ.</source>
        <translation>At {url} another program answers, not the machine that keeps the queue.</translation>
    </message>
    <message>
        <source>Xem địa chỉ ở máy giữ hàng chờ: trang Quản trị, mục Máy trạm.</source>
        <translation>See the address at the machine that keeps the queue: Administration, Machines.</translation>
    </message>
    <message>
        <source>Máy này hiện không giữ hàng chờ của văn phòng.</source>
        <translation>This machine does not keep the office&apos;s queue now.</translation>
    </message>
    <message>
        <source>Chương trình đang tìm máy giữ hàng chờ; thử lại sau vài giây.</source>
        <translation>The program is looking for the one that does; try again in a few seconds.</translation>
    </message>
    <message>
        <source>Máy này chưa có micrô hoặc chương trình ghi âm.</source>
        <translation>This machine has no microphone or recording program.</translation>
    </message>
    <message>
        <source>Cắm micrô rồi thử lại, hoặc ghi ở máy khác và nhập tệp WAV vào đây.</source>
        <translation>Plug in a microphone and try again, or record elsewhere and import the WAV file here.</translation>
    </message>
    <message>
        <source>Không nghe thấy tiếng nào trong bản ghi “{name}”.</source>
        <translation>Nothing can be heard in the recording “{name}”.</translation>
    </message>
    <message>
        <source>Kiểm tra micrô, nói to hơn rồi ghi lại.</source>
        <translation>Check the microphone, speak up and record again.</translation>
    </message>
    <message>
        <source>Không đọc được tệp âm thanh “{name}”.</source>
        <translation>Could not read the sound file “{name}”.</translation>
    </message>
    <message>
        <source>Chọn một tệp WAV thường (PCM).</source>
        <translation>Choose an ordinary WAV file (PCM).</translation>
    </message>
    <message>
        <source>Bản ghi “{name}” dài quá {most} giây.</source>
        <translation>The recording “{name}” is longer than {most} seconds.</translation>
    </message>
    <message>
        <source>Mỗi bản ghi chỉ đọc một từ; cắt ngắn lại rồi nhập.</source>
        <translation>Each recording says one word; cut it shorter and import again.</translation>
    </message>
    <message>
        <source>Số {label} có ký tự chưa có giọng đọc: {signs}.</source>
        <translation>Number {label} has signs without a voice: {signs}.</translation>
    </message>
    <message>
        <source>Dùng chữ cái và chữ số, ví dụ A012.</source>
        <translation>Use letters and digits, such as A012.</translation>
    </message>
    <message>
        <source>Tệp “{name}” không phải là hình PNG hoặc JPEG.</source>
        <translation>The file “{name}” is no PNG or JPEG picture.</translation>
    </message>
    <message>
        <source>Chọn một tệp hình khác.</source>
        <translation>Choose another picture.</translation>
    </message>
    <message>
        <source>Hình “{name}” nặng {megabytes} MB, quá mức {most} MB.</source>
        <translation>The picture “{name}” has {megabytes} MB, more than {most} MB.</translation>
    </message>
    <message>
        <source>Thu nhỏ hình rồi chọn lại.</source>
        <translation>Make the picture smaller and choose it again.</translation>
    </message>
    <message>
        <source>Tệp {name} trong thư mục quét không phải trang giấy, bị hỏng hoặc quá lớn.</source>
        <translation>The file {name} in the scan folder is no page of paper, damaged or too large.</translation>
    </message>
    <message>
        <source>Tệp đã được để riêng trong thư mục con “refused”; {pages} trang trước vẫn còn. Quét lại tờ đó.</source>
        <translation>The file was put into the subfolder “refused”; the {pages} pages before it are kept. Scan that sheet again.</translation>
    </message>
    <message>
        <source>Máy tính chưa cho phép dùng {device}.</source>
        <translation>This computer does not allow the use of {device} yet.</translation>
    </message>
    <message>
        <source>Nhờ người quản trị máy cấp quyền cho tài khoản này (nhóm dialout, lp, scanner), rồi đăng nhập lại.</source>
        <translation>Ask the computer&apos;s administrator to give this account the right (groups dialout, lp, scanner), then sign in again.</translation>
    </message>
    <message>
        <source>Có hai thiết bị giống hệt nhau, máy không biết đâu là {device}.</source>
        <translation>There are two devices just alike; the computer cannot tell which is {device}.</translation>
    </message>
    <message>
        <source>Vào Quản trị, Thiết bị: tìm lại và chọn đúng cổng, rồi giữ nguyên chỗ cắm.</source>
        <translation>Go to Administration, Devices: look again and choose the right port, then leave it in that socket.</translation>
    </message>
    <message>
        <source>Không đọc được trang {page}: tệp ảnh hỏng.</source>
        <translation>Page {page} could not be read: the picture is damaged.</translation>
    </message>
    <message>
        <source>Quét lại trang này, rồi thử lại.</source>
        <translation>Scan this page again, then try once more.</translation>
    </message>
    <message>
        <source>Giấy tờ này của hồ sơ {code} chưa có trang quét nào.</source>
        <translation>This paper of dossier {code} has no scanned page yet.</translation>
    </message>
    <message>
        <source>Quét giấy tờ khi tiếp nhận hồ sơ, hoặc đính kèm tệp vào hồ sơ.</source>
        <translation>Scan papers when receiving the dossier, or attach a file to it.</translation>
    </message>
    <message>
        <source>Máy không nhận dạng được chữ trên trang quét.</source>
        <translation>The text of a scanned page could not be recognised.</translation>
    </message>
    <message>
        <source>Trang vẫn được lưu và xem được bình thường; chỉ không tìm được theo chữ.</source>
        <translation>The page is kept and can be seen as usual; it just cannot be found by its words.</translation>
    </message>
    <message>
        <source>Tệp {megabytes} MB, quá mức {most} MB của một tệp.</source>
        <translation>The file has {megabytes} MB, more than the {most} MB allowed for one file.</translation>
    </message>
    <message>
        <source>Lưu từng giấy tờ riêng, hoặc quét lại với độ phân giải thấp hơn.</source>
        <translation>Save each paper by itself, or scan again at a lower resolution.</translation>
    </message>
    <message>
        <source>Máy này đã có {kind}: {device}.</source>
        <translation>This computer already has a {kind}: {device}.</translation>
    </message>
    <message>
        <source>Sửa thiết bị đó, hoặc bỏ nó trước rồi thêm thiết bị mới.</source>
        <translation>Change that device, or take it off first and then add the new one.</translation>
    </message>
    <message>
        <source>Đã có thiết bị tên “{device}” ở máy này.</source>
        <translation>There is already a device named “{device}” at this computer.</translation>
    </message>
    <message>
        <source>Đặt tên khác, ví dụ thêm số quầy.</source>
        <translation>Give another name, for example with the desk&apos;s number.</translation>
    </message>
    <message>
        <source>Máy này không có thiết bị tên “{device}”.</source>
        <translation>This computer has no device named “{device}”.</translation>
    </message>
    <message>
        <source>Xem tên đúng bằng lệnh counter-app devices list, hoặc ở Quản trị, Thiết bị.</source>
        <translation>See the right name by the command counter-app devices list, or in Administration, Devices.</translation>
    </message>
    <message>
        <source>Máy tính chưa cài {program}.</source>
        <translation>{program} is not installed on this computer.</translation>
    </message>
    <message>
        <source>Nhờ người quản trị máy cài thêm; các việc khác vẫn làm được.</source>
        <translation>Ask the computer&apos;s administrator to install it; everything else still works.</translation>
    </message>
    <message>
        <source>Không tìm được {where} ({detail}).</source>
        <translation>Could not look for a {where} ({detail}).</translation>
    </message>
    <message>
        <source>Tìm lại, hoặc thêm thiết bị bằng tay.</source>
        <translation>Look again, or add the device by hand.</translation>
    </message>
    <message>
        <source>Tìm {where} quá {seconds} giây mà chưa xong.</source>
        <translation>Looking for a {where} has not ended after {seconds} seconds.</translation>
    </message>
    <message>
        <source>Tắt rồi bật lại thiết bị, rồi tìm lại; hoặc thêm bằng tay.</source>
        <translation>Switch the device off and on, then look again; or add it by hand.</translation>
    </message>
    <message>
        <source>Ổ đĩa sắp đầy, chỉ còn {megabytes} MB.</source>
        <translation>The disk is nearly full, only {megabytes} MB are left.</translation>
    </message>
    <message>
        <source>Xóa bớt tệp không cần trên ổ chứa {path}.</source>
        <translation>Delete files that are not needed from the disk of {path}.</translation>
    </message>
    <message>
        <source>Đồng hồ máy chậm: lần ghi trước là {written}.</source>
        <translation>The computer&apos;s clock is slow: the last entry was written {written}.</translation>
    </message>
    <message>
        <source>Mã vừa quét không phải thẻ căn cước, cũng không phải mã trên giấy hẹn.</source>
        <translation>The code just read is neither an identity card nor a receipt&apos;s code.</translation>
    </message>
    <message>
        <source>Quét mã QR trên thẻ hoặc trên giấy hẹn; hoặc gõ mã hồ sơ ở trang Trả kết quả.</source>
        <translation>Scan the QR code of the card or the receipt; or type the dossier&apos;s code on the page Return results.</translation>
    </message>
    <message>
        <source>Bộ gõ tiếng Việt đã làm sai nội dung đầu đọc mã vừa gõ.</source>
        <translation>The Vietnamese input method changed what the code reader typed.</translation>
    </message>
    <message>
        <source>Không có chữ nào được điền. Tắt bộ gõ rồi quét lại; tốt nhất là đổi đầu đọc sang chế độ cổng COM (UTF-8).</source>
        <translation>Nothing was filled in. Switch the input method off and scan again; best set the reader to COM port mode (UTF-8).</translation>
    </message>
    <message>
        <source>địa chỉ</source>
        <translation>address</translation>
    </message>
    <message>
        <source>tốc độ cổng</source>
        <translation>port speed</translation>
    </message>
    <message>
        <source>các phím</source>
        <translation>keys</translation>
    </message>
    <message>
        <source>loại máy</source>
        <translation>model</translation>
    </message>
    <message>
        <source>cách nối</source>
        <translation>connection</translation>
    </message>
    <message>
        <source>khổ giấy</source>
        <translation>paper size</translation>
    </message>
    <message>
        <source>cổng nối tiếp</source>
        <translation>serial port</translation>
    </message>
    <message>
        <source>máy in USB</source>
        <translation>USB printer</translation>
    </message>
    <message>
        <source>máy quét cắm vào máy</source>
        <translation>scanner connected to the computer</translation>
    </message>
    <message>
        <source>máy quét trong mạng</source>
        <translation>scanner on the network</translation>
    </message>
    <message>
        <source>máy in của hệ thống</source>
        <translation>printer of the system</translation>
    </message>
    <message>
        <source>Máy quét {device} trả lời không đúng chuẩn ({detail}).</source>
        <translation>The scanner {device} does not answer by the standard ({detail}).</translation>
    </message>
    <message>
        <source>Tắt rồi bật lại máy quét, quét lại. Nếu vẫn vậy, kiểm tra địa chỉ của nó trong Quản trị, Thiết bị.</source>
        <translation>Switch the scanner off and on, and scan again. If it stays so, check its address in Administration, Devices.</translation>
    </message>
    <message>
        <source>Máy tính này chưa có dịch vụ in (CUPS) hoặc dịch vụ chưa chạy.</source>
        <translation>This computer has no print service (CUPS), or it is not running.</translation>
    </message>
    <message>
        <source>Nhờ người quản trị máy cài và bật dịch vụ in, hoặc nối máy in phiếu trực tiếp.</source>
        <translation>Ask the computer&apos;s administrator to install and start the print service, or connect the ticket printer directly.</translation>
    </message>
    <message>
        <source>Máy tính đang tạm dừng hàng đợi in của {device}.</source>
        <translation>The computer has paused the print queue of {device}.</translation>
    </message>
    <message>
        <source>Mở phần máy in trong cài đặt của máy tính, chọn máy in này rồi bấm Tiếp tục.</source>
        <translation>Open the printers in the computer&apos;s settings, choose this printer and press Resume.</translation>
    </message>
    <message>
        <source>Không dùng được nơi chứa tệp {address}: {detail}.</source>
        <translation>The store of files {address} cannot be used: {detail}.</translation>
    </message>
    <message>
        <source>Sửa địa chỉ sau --blobs, hoặc đặt khóa truy cập vào biến môi trường.</source>
        <translation>Correct the address after --blobs, or put the access keys into the environment.</translation>
    </message>
    <message>
        <source>Mạng này trả về trang khác (thường là trang đăng nhập), chưa tới máy chủ {host}.</source>
        <translation>This network answers with another page (usually a log-in); the server {host} was not reached.</translation>
    </message>
    <message>
        <source>Mở trình duyệt, đăng nhập vào mạng. Dữ liệu vẫn ở máy này và tự gửi khi mạng thông.</source>
        <translation>Open a browser and log in to the network. The data is still here and is sent by itself once the way is free.</translation>
    </message>
    <message>
        <source>Máy chủ của tỉnh chưa có dữ liệu nào của văn phòng này.</source>
        <translation>The province&apos;s server has no data of this office.</translation>
    </message>
    <message>
        <source>Hỏi lại tỉnh xem mã cấp cho đúng xã chưa. Nếu xã chưa từng gửi gì lên, chọn “Văn phòng mới”.</source>
        <translation>Ask the province whether the code is for this commune. If it never sent anything, choose “New office”.</translation>
    </message>
    <message>
        <source>Máy chủ trung gian (proxy) của cơ quan không cho đi qua.</source>
        <translation>The organisation&apos;s proxy lets nothing through.</translation>
    </message>
    <message>
        <source>Nhờ người phụ trách mạng kiểm tra tên và mật khẩu của proxy. Dữ liệu vẫn ở máy này.</source>
        <translation>Ask whoever runs the network to check the proxy&apos;s name and password. The data is still here.</translation>
    </message>
    <message>
        <source>Chứng thư của máy chủ {host} đã hết hạn, nên máy này chưa gửi gì.</source>
        <translation>The certificate of the server {host} has expired, so nothing was sent.</translation>
    </message>
    <message>
        <source>Xem ngày giờ của máy này có đúng không. Nếu đúng, báo người quản trị máy chủ gia hạn chứng thư.</source>
        <translation>See whether this machine&apos;s date and time are right. If so, tell the server&apos;s administrator to renew it.</translation>
    </message>
    <message>
        <source>Chứng thư của máy chủ {host} chưa đến ngày dùng: có lẽ đồng hồ máy này chạy chậm.</source>
        <translation>The certificate of the server {host} is not valid yet: this machine&apos;s clock may be behind.</translation>
    </message>
    <message>
        <source>Chỉnh lại ngày giờ của máy. Dữ liệu vẫn ở máy này và tự gửi lại.</source>
        <translation>Set the machine&apos;s date and time. The data is still here and is sent again by itself.</translation>
    </message>
    <message>
        <source>Chứng thư nhận được là của máy khác, không phải của {host}; máy này chưa gửi gì.</source>
        <translation>The certificate is another machine&apos;s, not that of {host}; nothing was sent.</translation>
    </message>
    <message>
        <source>Kiểm tra địa chỉ máy chủ trong cài đặt. Nếu đúng, báo người quản trị: có thể mạng bị chuyển hướng.</source>
        <translation>Check the server&apos;s address in the settings. If it is right, tell the administrator: the network may be led astray.</translation>
    </message>
    <message>
        <source>Chứng thư của máy chủ {host} không do nơi tin cậy cấp; máy này chưa gửi gì.</source>
        <translation>The certificate of the server {host} was issued by nobody trusted; nothing was sent.</translation>
    </message>
    <message>
        <source>Báo người quản trị: cần cài chứng thư gốc của tỉnh vào máy này, hoặc có ai đó đứng giữa đường truyền.</source>
        <translation>Tell the administrator: the province&apos;s root certificate must be installed here, or somebody stands in between.</translation>
    </message>
    <message>
        <source>Máy chủ dùng bản mới hơn (giao thức {server}) so với chương trình ở máy này (giao thức {own}).</source>
        <translation>The server is newer (protocol {server}) than the program on this machine (protocol {own}).</translation>
    </message>
    <message>
        <source>Nhờ người quản trị cập nhật chương trình. Dữ liệu vẫn ở máy này, không mất gì.</source>
        <translation>Ask the administrator to update the program. The data is still here, nothing is lost.</translation>
    </message>
    <message>
        <source>Máy chủ dùng bản cũ hơn (giao thức {server}) so với chương trình ở máy này (giao thức {own}).</source>
        <translation>The server is older (protocol {server}) than the program on this machine (protocol {own}).</translation>
    </message>
    <message>
        <source>Báo người quản trị máy chủ cập nhật. Dữ liệu vẫn ở máy này, không mất gì.</source>
        <translation>Tell the server&apos;s administrator to update it. The data is still here, nothing is lost.</translation>
    </message>
    <message>
        <source>Máy này chưa có địa chỉ máy chủ của tỉnh.</source>
        <translation>This machine has no address of the province&apos;s server.</translation>
    </message>
    <message>
        <source>Ghi địa chỉ ở trang Đồng bộ (Ctrl+8), hoặc mang dữ liệu đi bằng thẻ nhớ.</source>
        <translation>Enter it on the page Sync (Ctrl+8), or carry the data on a USB stick.</translation>
    </message>
    <message>
        <source>Không ghi được ra thẻ nhớ {path}: thẻ đầy, bị khóa hoặc đã rút ra.</source>
        <translation>The USB stick {path} cannot be written: full, locked or pulled out.</translation>
    </message>
    <message>
        <source>Cắm lại hoặc thay thẻ rồi xuất lại. Dữ liệu vẫn ở máy này, không mất gì.</source>
        <translation>Plug it in again or take another one, and export again. The data is still here, nothing is lost.</translation>
    </message>
    <message>
        <source>Không đọc được tệp {path} trên thẻ nhớ.</source>
        <translation>The file {path} on the stick cannot be read.</translation>
    </message>
    <message>
        <source>Cắm lại thẻ rồi nhập lại. Nếu vẫn lỗi, xuất lại sang thẻ khác.</source>
        <translation>Plug the stick in again and import again. If it still fails, export to another stick.</translation>
    </message>
    <message>
        <source>Tệp {path} trên thẻ nhớ bị hỏng hoặc bị sửa; máy này không nhận gì từ tệp đó.</source>
        <translation>The file {path} on the stick is damaged or was changed; nothing was taken from it.</translation>
    </message>
    <message>
        <source>Xuất lại sang thẻ khác. Dữ liệu gốc vẫn ở nơi xuất, không mất gì.</source>
        <translation>Export to another stick. The original data is still where it came from, nothing is lost.</translation>
    </message>
    <message>
        <source>Tệp {path} trên thẻ nhớ không phải để gửi cho máy này.</source>
        <translation>The file {path} on the stick is not for this machine.</translation>
    </message>
    <message>
        <source>Kiểm tra đã cắm đúng thẻ chưa.</source>
        <translation>See whether it is the right stick.</translation>
    </message>
    <message>
        <source>Trên thẻ nhớ {path} không có gì của tỉnh gửi cho máy này.</source>
        <translation>On the stick {path} there is nothing from the province for this machine.</translation>
    </message>
    <message>
        <source>Mang thẻ lên tỉnh để nhận dữ liệu rồi nhập lại.</source>
        <translation>Take the stick to the province, then import again.</translation>
    </message>
    <message>
        <source>Trên thẻ nhớ {path} không có khóa của tỉnh nên chưa xuất được.</source>
        <translation>The stick {path} does not have the province&apos;s key, so nothing can be exported.</translation>
    </message>
    <message>
        <source>Xin tỉnh một thẻ nhớ đã ghi khóa, rồi cắm thẻ đó vào máy này.</source>
        <translation>Ask the province for a stick with its key, and plug that one in.</translation>
    </message>
    <message>
        <source>Khóa trên thẻ nhớ ({fingerprint}) chưa được xác nhận là của tỉnh nên chưa xuất.</source>
        <translation>The key on the stick ({fingerprint}) was not confirmed to be the province&apos;s, so nothing was exported.</translation>
    </message>
    <message>
        <source>Gọi cho tỉnh để so từng nhóm ký tự. Nếu đúng, xác nhận khóa rồi xuất lại.</source>
        <translation>Call the province and compare it group by group. If it is right, confirm the key and export again.</translation>
    </message>
    <message>
        <source>Chưa chọn nơi để bản sao lưu.</source>
        <translation>No place chosen for backups.</translation>
    </message>
    <message>
        <source>Chọn một thư mục ở ổ khác hoặc thẻ nhớ, trong Quản trị, mục Sao lưu.</source>
        <translation>Choose a folder on another disk or a USB stick, in Administration, Backup.</translation>
    </message>
    <message>
        <source>Không thấy nơi để bản sao lưu: {path}.</source>
        <translation>The place for backups was not found: {path}.</translation>
    </message>
    <message>
        <source>Cắm lại ổ hoặc thẻ nhớ; máy sẽ tự sao lưu. Bản sao lưu cũ không bị ảnh hưởng.</source>
        <translation>Plug the disk or stick in again; it is then backed up by itself. Old backups are not affected.</translation>
    </message>
    <message>
        <source>Nơi để bản sao lưu nằm ngay trong thư mục dữ liệu: {path}.</source>
        <translation>The place for backups is inside the data folder: {path}.</translation>
    </message>
    <message>
        <source>Chọn ổ khác hoặc thẻ nhớ: ổ này hỏng thì mất cả dữ liệu lẫn bản sao lưu.</source>
        <translation>Choose another disk or a USB stick: if this disk breaks, both the data and the backups are lost.</translation>
    </message>
    <message>
        <source>Không đủ chỗ để sao lưu vào {path}: cần thêm khoảng {megabytes} MB.</source>
        <translation>Not enough room to back up to {path}: about {megabytes} MB more are needed.</translation>
    </message>
    <message>
        <source>Xóa bớt tệp khác ở đó hoặc dùng ổ lớn hơn. Bản sao lưu cũ không bị ảnh hưởng.</source>
        <translation>Delete other files there or use a larger disk. Old backups are not affected.</translation>
    </message>
    <message>
        <source>Không ghi được bản sao lưu vào {path}: {detail}.</source>
        <translation>The backup cannot be written to {path}: {detail}.</translation>
    </message>
    <message>
        <source>Cắm lại hoặc thay ổ rồi bấm Sao lưu ngay. Bản sao lưu cũ không bị ảnh hưởng.</source>
        <translation>Plug the disk in again or take another one, then press Back up now. Old backups are not affected.</translation>
    </message>
    <message>
        <source>Một lần sao lưu khác đang chạy vào {path}.</source>
        <translation>Another backup to {path} is running.</translation>
    </message>
    <message>
        <source>Chờ lần đó xong rồi làm lại.</source>
        <translation>Wait until it is done, then do it again.</translation>
    </message>
    <message>
        <source>Đã dừng, chưa có bản sao lưu mới.</source>
        <translation>Stopped; there is no new backup.</translation>
    </message>
    <message>
        <source>Bản sao lưu cũ vẫn còn nguyên. Bấm Sao lưu ngay khi cần.</source>
        <translation>Old backups are all still there. Press Back up now when needed.</translation>
    </message>
    <message>
        <source>Không đọc được {path}, hoặc đây không phải bản sao lưu của chương trình này.</source>
        <translation>{path} cannot be read, or is not a backup of this program.</translation>
    </message>
    <message>
        <source>Cắm lại ổ, hoặc chọn tệp có đuôi .backup trong thư mục QuayMotCua.</source>
        <translation>Plug the disk in again, or choose a file ending in .backup in the folder QuayMotCua.</translation>
    </message>
    <message>
        <source>Bản sao lưu {path} bị hỏng ({detail}); máy này chưa lấy gì từ đó.</source>
        <translation>The backup {path} is damaged ({detail}); nothing was taken from it.</translation>
    </message>
    <message>
        <source>Dùng bản sao lưu khác cùng thư mục, bản cũ hơn một chút.</source>
        <translation>Use another backup in the same folder, a slightly older one.</translation>
    </message>
    <message>
        <source>Bản sao lưu {path} do bản chương trình mới hơn tạo ra.</source>
        <translation>The backup {path} was made by a newer version of the program.</translation>
    </message>
    <message>
        <source>Cài bản chương trình mới nhất rồi làm lại.</source>
        <translation>Install the newest version of the program and do it again.</translation>
    </message>
    <message>
        <source>Không có bản sao lưu mới nào trong {days} ngày qua.</source>
        <translation>No new backup in the last {days} days.</translation>
    </message>
    <message>
        <source>Xem thẻ nhớ hoặc ổ ngoài còn cắm không, rồi bấm Sao lưu ngay trong Quản trị, mục Sao lưu.</source>
        <translation>See whether the stick or outer disk is still plugged in, then press Back up now in Administration, Backup.</translation>
    </message>
    <message>
        <source>Bản sao lưu {path} là của máy khác ({owner}).</source>
        <translation>The backup {path} is another machine&apos;s ({owner}).</translation>
    </message>
    <message>
        <source>Chọn bản trong thư mục của máy này.</source>
        <translation>Choose one in this machine&apos;s folder.</translation>
    </message>
    <message>
        <source>Chưa sao lưu được: chưa có cụm từ khôi phục, sau này sẽ không ai mở được.</source>
        <translation>Cannot back up: there is no recovery phrase, so nobody could open it later.</translation>
    </message>
    <message>
        <source>Tạo cụm từ khôi phục trong Quản trị, mục Sao lưu, rồi cất tờ giấy ở nơi an toàn.</source>
        <translation>Make a recovery phrase in Administration, Backup, and keep the paper in a safe place.</translation>
    </message>
    <message>
        <source>Cụm từ khôi phục không mở được bản sao lưu này.</source>
        <translation>The recovery phrase does not open this backup.</translation>
    </message>
    <message>
        <source>Xem lại tờ giấy: chữ hoa, dấu và khoảng trắng không quan trọng, chữ cái thì có.</source>
        <translation>Look at the paper again: capitals, marks and blanks do not matter, letters do.</translation>
    </message>
    <message>
        <source>Cụm từ khôi phục quá ngắn, cần ít nhất {least} chữ cái và chữ số.</source>
        <translation>The recovery phrase is too short; it needs at least {least} letters and digits.</translation>
    </message>
    <message>
        <source>Ghép vài từ không liên quan với nhau, hoặc để máy tạo giúp.</source>
        <translation>Put a few unrelated words together, or let the machine make one.</translation>
    </message>
    <message>
        <source>Thư mục {path} đã có dữ liệu, nên chưa khôi phục gì để không ghi đè.</source>
        <translation>The folder {path} already has data, so nothing was restored, to overwrite nothing.</translation>
    </message>
    <message>
        <source>Chọn thư mục trống, hoặc khôi phục trên máy mới cài.</source>
        <translation>Choose an empty folder, or restore on a newly set up machine.</translation>
    </message>
    <message>
        <source>Đơn vị không giữ hồ sơ nào của số định danh này.</source>
        <translation>The office has no dossier under this identity number.</translation>
    </message>
    <message>
        <source>Xem lại số định danh trên thẻ, rồi làm lại.</source>
        <translation>Check the identity number on the card and do it again.</translation>
    </message>
    <message>
        <source>Bật mã hóa toàn ổ đĩa, hoặc cài kho khóa của hệ thống: ai lấy ổ đĩa đi thì không mở được.</source>
        <translation>Turn on encryption of the whole disk, or install the system&apos;s key store: then whoever takes the disk cannot open it.</translation>
    </message>
    <message>
        <source>Mở chương trình một lần: nó tự đóng quyền của tệp {path} và ghi nhật ký.</source>
        <translation>Open the program once: it closes the file {path} to others and writes it in the log.</translation>
    </message>
    <message>
        <source>Khóa dữ liệu nằm trong tệp riêng của máy, trên chính ổ đĩa này.</source>
        <translation>The data key is in a file of this machine, on this same disk.</translation>
    </message>
    <message>
        <source>Người khác dùng máy này đọc được tệp khóa dữ liệu.</source>
        <translation>Other people using this machine can read the data key&apos;s file.</translation>
    </message>
    <message>
        <source>Khóa dữ liệu chưa ký gửi cho tỉnh.</source>
        <translation>The data key is not in escrow at the province.</translation>
    </message>
    <message>
        <source>Vào Quản trị → Máy trạm → Khóa dữ liệu, ghi khóa ký gửi của tỉnh: máy hỏng vẫn mở được dữ liệu.</source>
        <translation>Go to Administration → Machines → Data key and save the province&apos;s escrow key: the data can then be opened even if the machine breaks.</translation>
    </message>
    <message>
        <source>Đây không phải khóa ký gửi của tỉnh.</source>
        <translation>This is not the province&apos;s escrow key.</translation>
    </message>
    <message>
        <source>Chép lại nguyên dòng: khóa riêng bắt đầu bằng AGE-SECRET-KEY-1, khóa công khai bắt đầu bằng age1.</source>
        <translation>Copy the whole line again: a private key begins with AGE-SECRET-KEY-1, a public one with age1.</translation>
    </message>
    <message>
        <source>Khóa của máy này được ký gửi cho khóa khác, không phải khóa vừa đưa.</source>
        <translation>This machine&apos;s key was deposited under another key, not the one given.</translation>
    </message>
    <message>
        <source>Tìm đúng khóa ký gửi của tỉnh, so dấu vân tay của khóa rồi làm lại.</source>
        <translation>Find the right escrow key of the province, compare its fingerprint and do it again.</translation>
    </message>
    <message>
        <source>Bản khóa ký gửi bị hỏng hoặc bị cắt mất một phần.</source>
        <translation>The key copy in escrow is damaged or partly cut off.</translation>
    </message>
    <message>
        <source>Lấy bản khác từ máy chủ của tỉnh hoặc từ bản sao lưu, rồi làm lại.</source>
        <translation>Take another copy from the province&apos;s server or from a backup, and do it again.</translation>
    </message>
    <message>
        <source>Thư mục này không có bản khóa ký gửi cho tỉnh.</source>
        <translation>This folder has no key copy for escrow at the province.</translation>
    </message>
    <message>
        <source>Lấy bản ký gửi của máy này ở máy chủ của tỉnh, hoặc dùng bản sao lưu: {path}</source>
        <translation>Take this machine&apos;s copy from the province&apos;s server, or use the backup: {path}</translation>
    </message>
    <message>
        <source>Tệp này đã có sẵn, khóa mới chưa được ghi để không mất khóa cũ.</source>
        <translation>This file exists already; the new key was not written, so that the old one is not lost.</translation>
    </message>
    <message>
        <source>Chọn tên tệp khác, hoặc cất {path} đi nơi khác trước.</source>
        <translation>Choose another file name, or first put {path} somewhere else.</translation>
    </message>
    <message>
        <source>Khóa ký gửi do tỉnh đặt và ký ({fingerprint}), nên không đổi được ở máy này.</source>
        <translation>The escrow key was set and signed by the province ({fingerprint}), so it cannot be changed at this machine.</translation>
    </message>
    <message>
        <source>Nếu tỉnh đã đổi khóa, máy tự nhận khóa mới ở lần nối tới, không cần gõ.</source>
        <translation>If the province has changed its key, the machine takes the new one at the next contact; nothing is typed.</translation>
    </message>
    <message>
        <source>Khóa ký gửi đã đổi từ {before} sang {now}; máy này đã ký gửi lại.</source>
        <translation>The escrow key changed from {before} to {now}; this machine has sealed its key again.</translation>
    </message>
    <message>
        <source>Người quản trị gọi cho tỉnh, so từng nhóm ký tự. Nếu tỉnh không đổi khóa, báo tỉnh ngay.</source>
        <translation>The administrator calls the province and compares each group. If the province changed no key, tell it at once.</translation>
    </message>
    <message>
        <source>Chứng thư của máy chủ {host} do chính nó tự ký, không nơi nào xác nhận; máy này chưa gửi gì.</source>
        <translation>The certificate of the server {host} is signed by itself and confirmed by nobody; nothing was sent.</translation>
    </message>
    <message>
        <source>Báo người quản trị: máy chủ cần chứng thư của tỉnh, hoặc có máy lạ đứng giữa đường truyền.</source>
        <translation>Tell the administrator: the server needs the province&apos;s certificate, or a strange machine stands in between.</translation>
    </message>
    <message>
        <source>Máy trả lời ở {host} không chứng minh được là máy của văn phòng này; máy này chưa gửi gì.</source>
        <translation>The machine answering at {host} cannot prove that it belongs to this office; nothing was sent.</translation>
    </message>
    <message>
        <source>Kiểm tra địa chỉ và mã nối máy. Nếu vẫn vậy, báo người quản trị: có thể có máy lạ trong mạng.</source>
        <translation>Check the address and the joining code. If it stays so, tell the administrator: there may be a strange machine in the network.</translation>
    </message>
    <message>
        <source>Đường truyền tới {host} bị cắt khi đang thiết lập mã hóa.</source>
        <translation>The link to {host} was cut while encryption was being set up.</translation>
    </message>
    <message>
        <source>Nhờ người phụ trách mạng xem tường lửa và proxy. Dữ liệu vẫn ở máy này và tự gửi lại.</source>
        <translation>Ask whoever runs the network to look at the firewall and proxy. The data is still here and is sent again by itself.</translation>
    </message>
    <message>
        <source>Máy ở {host} trả lời không mã hóa: máy đó còn dùng bản chương trình cũ, hoặc là một chương trình khác.</source>
        <translation>The machine at {host} answers without encryption: it runs an old version of the program, or another program.</translation>
    </message>
    <message>
        <source>Cập nhật chương trình ở máy đó. Máy này chưa gửi gì; dữ liệu vẫn ở đây.</source>
        <translation>Update the program on that machine. Nothing was sent; the data is still here.</translation>
    </message>
    <message>
        <source>Địa chỉ của {host} bắt đầu bằng http://, nên dữ liệu sẽ đi không mã hóa; máy này không gửi.</source>
        <translation>The address of {host} begins with http://, so the data would go unencrypted; this machine does not send it.</translation>
    </message>
    <message>
        <source>Sửa địa chỉ thành https:// (hỏi người quản trị máy chủ). Dữ liệu vẫn ở máy này.</source>
        <translation>Change the address to https:// (ask the server&apos;s administrator). The data is still here.</translation>
    </message>
    <message>
        <source>Không đọc được chứng thư gốc trong tệp {path}.</source>
        <translation>The root certificate in the file {path} cannot be read.</translation>
    </message>
    <message>
        <source>Chọn tệp PEM do tỉnh cấp (có dòng BEGIN CERTIFICATE), hoặc để trống ô này.</source>
        <translation>Choose the PEM file from the province (with a line BEGIN CERTIFICATE), or leave this field empty.</translation>
    </message>
    <message>
        <source>Địa chỉ proxy {proxy} không đúng.</source>
        <translation>The proxy&apos;s address {proxy} is not right.</translation>
    </message>
    <message>
        <source>Ghi như http://proxy.tinh.example:3128; ghi system để theo máy, để trống nếu không dùng.</source>
        <translation>Write it like http://proxy.tinh.example:3128; write system to follow the machine, leave it empty for none.</translation>
    </message>
    <message>
        <source>Không dùng được chứng thư hoặc khóa của máy chủ trong tệp {path} ({detail}).</source>
        <translation>The server&apos;s certificate or key in the file {path} cannot be used ({detail}).</translation>
    </message>
    <message>
        <source>Kiểm tra hai tệp PEM: chứng thư kèm cả chuỗi, và đúng khóa của chứng thư đó.</source>
        <translation>Check the two PEM files: the certificate with its whole chain, and the key of that same certificate.</translation>
    </message>
    <message>
        <source>Địa chỉ cơ sở dữ liệu sau --database không dùng được ({detail}).</source>
        <translation>The address of the database after --database cannot be used ({detail}).</translation>
    </message>
    <message>
        <source>Ghi như postgresql://counter_app@db1/counter_app, không dùng tệp service của PostgreSQL.</source>
        <translation>Write it like postgresql://counter_app@db1/counter_app, without a service file of PostgreSQL.</translation>
    </message>
    <message>
        <source>Cơ sở dữ liệu ở máy khác ({host}), mà địa chỉ chưa buộc mã hóa và kiểm tra chứng thư; chưa gửi gì tới đó.</source>
        <translation>The database is on another machine ({host}), and its address does not demand encryption and a checked certificate; nothing was sent there.</translation>
    </message>
    <message>
        <source>Thêm sslmode=verify-full và sslrootcert=TỆP_CA vào địa chỉ, như mẫu trong docs/operations.md.</source>
        <translation>Add sslmode=verify-full and sslrootcert=CA_FILE to the address, as in the example in docs/operations.md.</translation>
    </message>
    <message>
        <source>Không đọc được chứng thư gốc của cơ sở dữ liệu trong tệp {path}.</source>
        <translation>The database&apos;s root certificate in the file {path} cannot be read.</translation>
    </message>
    <message>
        <source>Ghi sau sslrootcert= tệp PEM của tỉnh (có dòng BEGIN CERTIFICATE) mà máy chủ đọc được.</source>
        <translation>After sslrootcert= name the province&apos;s PEM file (with a line BEGIN CERTIFICATE) that the server can read.</translation>
    </message>
    <message>
        <source>Máy ở địa chỉ cơ sở dữ liệu không chứng minh được là máy của tỉnh ({detail}); chưa gửi gì tới đó.</source>
        <translation>The machine at the address of the database does not prove that it is the province&apos;s ({detail}); nothing was sent there.</translation>
    </message>
    <message>
        <source>Xem chứng thư của PostgreSQL: đúng CA ký, đúng tên máy trong địa chỉ, còn hạn, và đã bật ssl = on.</source>
        <translation>Look at PostgreSQL&apos;s certificate: signed by the right CA, with the machine&apos;s name in the address, not expired, and ssl = on.</translation>
    </message>
    <message>
        <source>Mã nối máy chưa đủ: thiếu phần giúp nhận ra đúng máy của văn phòng.</source>
        <translation>The joining code is not complete: the part that tells the office&apos;s right machine is missing.</translation>
    </message>
    <message>
        <source>Ghi cả 20 chữ và số như trên màn hình máy giữ hàng chờ: trang Quản trị, mục Máy trạm.</source>
        <translation>Write all 20 letters and digits as on the screen of the machine that keeps the queue: Administration, Machines.</translation>
    </message>
    <message>
        <source>Nhật ký của máy này đã bị sửa: mục {seq} không còn là mục mà máy chủ đã ký xác nhận.</source>
        <translation>This machine&apos;s journal was changed: item {seq} is no longer the one that the server signed.</translation>
    </message>
    <message>
        <source>Người quản trị báo tỉnh ngay, không xóa và không cài lại gì ở máy này: bản gốc còn ở máy chủ. Lệnh counter-app verify --checkpoints cho biết mục nào khác.</source>
        <translation>Administrator: tell the province at once; delete and reinstall nothing on this machine: the original is still on the server. The command counter-app verify --checkpoints shows which items differ.</translation>
    </message>
    <message>
        <source>Máy chủ của tỉnh đang ký bằng khóa khác ({fingerprint}) với khóa máy này đã ghi nhận; chữ ký mới chưa được tin.</source>
        <translation>The province&apos;s server signs with another key ({fingerprint}) than the one this machine knows; the new signature is not trusted yet.</translation>
    </message>
    <message>
        <source>Người quản trị gọi cho tỉnh, so từng nhóm ký tự. Nếu đúng, chạy counter-app sync trust kèm các nhóm đó.</source>
        <translation>Administrator: call the province and compare it group by group. If it is right, run counter-app sync trust with those groups.</translation>
    </message>
    <message>
        <source>Tệp {name} có {megabytes} MB, quá lớn để giữ trong hồ sơ; tệp chưa được nhận.</source>
        <translation>The file {name} has {megabytes} MB, too large to keep in a dossier; it was not taken.</translation>
    </message>
    <message>
        <source>Chia tệp hoặc quét lại với độ nét thấp hơn, mỗi tệp không quá {most} MB.</source>
        <translation>Split it or scan again at a lower resolution, each file at most {most} MB.</translation>
    </message>
    <message>
        <source>Không nhận tệp {name}: {detail}.</source>
        <translation>The file {name} was not taken: {detail}.</translation>
    </message>
    <message>
        <source>In tệp ra PDF mới (chỉ có trang giấy) hoặc quét bản giấy, rồi đính kèm lại. Hồ sơ không thay đổi.</source>
        <translation>Print it to a new PDF (pages only) or scan the paper, then attach it again. The dossier is unchanged.</translation>
    </message>
    <message>
        <source>Địa chỉ nơi thu nhật ký {address} chưa đúng.</source>
        <translation>The log collector&apos;s address {address} is not right.</translation>
    </message>
    <message>
        <source>Ghi như tls://soc.tinh.example:6514, tcp://10.0.0.5:514 hoặc udp://10.0.0.5:514.</source>
        <translation>Write it like tls://soc.tinh.example:6514, tcp://10.0.0.5:514 or udp://10.0.0.5:514.</translation>
    </message>
    <message>
        <source>Chưa gửi được nhật ký an toàn tới nơi thu.</source>
        <translation>The security log could not be sent to the collector.</translation>
    </message>
    <message>
        <source>Không mất dòng nào: máy tự gửi lại. Nếu lâu, kiểm tra địa chỉ và đường truyền.</source>
        <translation>No line is lost: it is sent again by itself. If it takes long, check the address and the link.</translation>
    </message>
    <message>
        <source>Chứng thư của nơi thu nhật ký không được tin cậy; máy này chưa gửi gì.</source>
        <translation>The log collector&apos;s certificate is not trusted; nothing was sent.</translation>
    </message>
    <message>
        <source>Hỏi trung tâm giám sát về chứng thư, rồi ghi tệp CA vào mục ca_file trong settings.toml.</source>
        <translation>Ask the monitoring centre about the certificate, then put the CA file under ca_file in settings.toml.</translation>
    </message>
    <message>
        <source>đây là chương trình chạy được, không phải giấy tờ</source>
        <translation>this is a program, not a paper</translation>
    </message>
    <message>
        <source>đây là tệp nén, không xem được bên trong có gì</source>
        <translation>this is an archive; what is inside cannot be seen</translation>
    </message>
    <message>
        <source>tài liệu có lệnh tự chạy (macro)</source>
        <translation>the document has commands that run by themselves (macro)</translation>
    </message>
    <message>
        <source>đây là trang web, có thể tự chạy lệnh</source>
        <translation>this is a web page, which may run commands by itself</translation>
    </message>
    <message>
        <source>nội dung không đúng với đuôi tên tệp</source>
        <translation>what is inside does not fit the file&apos;s ending</translation>
    </message>
    <message>
        <source>tệp PDF có lệnh tự chạy</source>
        <translation>the PDF has commands that run by themselves</translation>
    </message>
    <message>
        <source>tệp PDF có tệp khác giấu bên trong</source>
        <translation>the PDF has another file hidden inside</translation>
    </message>
    <message>
        <source>tệp PDF đặt mật khẩu mở</source>
        <translation>the PDF needs a password to open</translation>
    </message>
    <message>
        <source>tệp bị hỏng hoặc bị cắt mất một phần</source>
        <translation>the file is damaged or partly cut off</translation>
    </message>
    <message>
        <source>tệp phình ra quá lớn khi mở</source>
        <translation>the file grows too large when opened</translation>
    </message>
    <message>
        <source>Nhật ký của máy này không còn khớp từ mục {where}: đã bị sửa hoặc bị hỏng.</source>
        <translation>This machine&apos;s journal does not match from item {where} on: it was altered or damaged.</translation>
    </message>
    <message>
        <source>Đừng xóa gì. Đóng chương trình, chạy counter-app verify để biết đủ, rồi báo tỉnh.</source>
        <translation>Delete nothing. Close the program, run counter-app verify for the whole, then tell the province.</translation>
    </message>
    <message>
        <source>Tệp ghi tạm của dữ liệu đã lớn tới {megabytes} MB.</source>
        <translation>The data&apos;s write-ahead file has grown to {megabytes} MB.</translation>
    </message>
    <message>
        <source>Đóng hẳn chương trình rồi mở lại: tệp này tự gọn lại, không mất gì.</source>
        <translation>Close the program wholly and open it again: the file shrinks by itself, nothing is lost.</translation>
    </message>
    <message>
        <source>Chứng thư gốc của tỉnh trong tệp {path} đã hết hạn ngày {day}.</source>
        <translation>The province&apos;s root certificate in {path} expired on {day}.</translation>
    </message>
    <message>
        <source>Xin tỉnh tệp mới rồi chép đè. Đến lúc đó dữ liệu vẫn ở máy này, chưa gửi được.</source>
        <translation>Ask the province for a new file and copy it over. Until then the data stays at this machine and cannot be sent.</translation>
    </message>
    <message>
        <source>Chứng thư gốc của tỉnh trong tệp {path} chỉ còn {days} ngày, đến {day}.</source>
        <translation>The province&apos;s root certificate in {path} has only {days} days left, until {day}.</translation>
    </message>
    <message>
        <source>Xin tỉnh tệp mới trước ngày đó.</source>
        <translation>Ask the province for a new file before that day.</translation>
    </message>
    <message>
        <source>Chứng thư gốc của tỉnh trong tệp {path} đến ngày {day} mới dùng được.</source>
        <translation>The province&apos;s root certificate in {path} is valid only from {day}.</translation>
    </message>
    <message>
        <source>Xem ngày giờ của máy này có đúng không. Nếu đúng, hỏi tỉnh về tệp chứng thư.</source>
        <translation>Check the date and time of this machine. If they are right, ask the province about the certificate.</translation>
    </message>
    <message>
        <source>Chứng thư của máy chủ {host} chỉ còn {days} ngày, đến {day}.</source>
        <translation>The certificate of the server {host} has only {days} days left, until {day}.</translation>
    </message>
    <message>
        <source>Báo người quản trị máy chủ gia hạn trước ngày đó, kẻo các máy ngừng gửi.</source>
        <translation>Tell the server&apos;s administrator to renew it before that day, or the machines stop sending.</translation>
    </message>
    <message>
        <source>Chứng thư mà máy này đưa cho các máy trong văn phòng đã hết hạn ngày {day}.</source>
        <translation>The certificate that this machine shows the office&apos;s machines expired on {day}.</translation>
    </message>
    <message>
        <source>Đóng chương trình ở máy này rồi mở lại: chứng thư tự được làm mới.</source>
        <translation>Close the program at this machine and open it again: the certificate is renewed by itself.</translation>
    </message>
    <message>
        <source>Máy này phục vụ các máy khác của văn phòng, nhưng chương trình đang đóng.</source>
        <translation>This machine serves the office&apos;s other machines, but the program is closed.</translation>
    </message>
    <message>
        <source>Mở chương trình để các máy khác gọi số và gửi dữ liệu được.</source>
        <translation>Open the program so that the other machines can call numbers and send data.</translation>
    </message>
    <message>
        <source>Không tìm ra địa chỉ của {host} trên mạng (DNS).</source>
        <translation>The address of {host} was not found on the network (DNS).</translation>
    </message>
    <message>
        <source>Kiểm tra dây mạng và tên máy chủ trong cài đặt; nếu đúng, xem lại DNS của máy.</source>
        <translation>Check the cable and the server&apos;s name in the settings; if they are right, look at the machine&apos;s DNS.</translation>
    </message>
    <message>
        <source>Máy {host} có trên mạng, nhưng không nhận kết nối: máy chủ ở đó đang tắt.</source>
        <translation>The machine {host} is on the network but takes no connection: the server there is off.</translation>
    </message>
    <message>
        <source>Hỏi người quản trị máy đó, hoặc xem lại số cổng trong địa chỉ.</source>
        <translation>Ask that machine&apos;s administrator, or check the port in the address.</translation>
    </message>
    <message>
        <source>Máy {host} không trả lời sau {seconds} giây.</source>
        <translation>The machine {host} did not answer within {seconds} seconds.</translation>
    </message>
    <message>
        <source>Kiểm tra mạng, tường lửa và proxy; máy kia có thể đang tắt.</source>
        <translation>Check network, firewall and proxy; the other machine may be off.</translation>
    </message>
    <message>
        <source>Máy này không có đường mạng nào tới {host}.</source>
        <translation>This machine has no network way to {host}.</translation>
    </message>
    <message>
        <source>Cắm lại dây mạng hoặc nối lại Wi-Fi. Việc ở quầy vẫn làm được như thường.</source>
        <translation>Plug in the cable or connect the Wi-Fi again. Work at the desk goes on as usual.</translation>
    </message>
    <message>
        <source>Chương trình gặp lỗi lúc {at} (mã {number}); việc đã lưu vẫn còn nguyên.</source>
        <translation>The program met an error at {at} (code {number}); everything saved is intact.</translation>
    </message>
    <message>
        <source>Vào Quản trị, Nhật ký an toàn, lưu báo cáo lỗi rồi gửi kỹ thuật. Báo cáo nằm ở {path}.</source>
        <translation>In Administration, Security record, save the error reports and send them to support. The reports are in {path}.</translation>
    </message>
    <message>
        <source>Chương trình bị đóng đột ngột vì lỗi lúc {at}; việc đã lưu vẫn còn nguyên.</source>
        <translation>The program was closed suddenly by an error at {at}; everything saved is intact.</translation>
    </message>
    <message>
        <source>Mở lại chương trình: nó tự làm báo cáo lỗi và cho biết mã để gửi kỹ thuật.</source>
        <translation>Open the program again: it makes the error report by itself and tells the code to send to support.</translation>
    </message>
    <message>
        <source>Máy chủ {host} chưa phát hành bản chương trình nào.</source>
        <translation>The server {host} has not published any version of the program.</translation>
    </message>
    <message>
        <source>Không cần làm gì: khi tỉnh phát hành, máy này tự tìm thấy.</source>
        <translation>Nothing to do: when the province publishes one, this machine finds it by itself.</translation>
    </message>
    <message>
        <source>Máy này chưa biết nên tin chữ ký nào; máy chủ đưa dấu vân tay {fingerprint}.</source>
        <translation>This machine does not know yet which signature to trust; the server gives the fingerprint {fingerprint}.</translation>
    </message>
    <message>
        <source>Gọi cho tỉnh, so từng nhóm; đúng thì chạy lại lệnh, thêm --trust và dấu vân tay ấy.</source>
        <translation>Call the province and compare each group; if it is right, run the command again with --trust and that fingerprint.</translation>
    </message>
    <message>
        <source>Bản cập nhật không mang chữ ký của tỉnh mà máy này tin, nên bị từ chối.</source>
        <translation>The update does not bear the province&apos;s signature that this machine trusts, so it was refused.</translation>
    </message>
    <message>
        <source>Báo người quản trị của tỉnh ngay. Máy vẫn làm việc bằng bản đang có.</source>
        <translation>Tell the province&apos;s administrator at once. The machine goes on with the version it has.</translation>
    </message>
    <message>
        <source>Danh sách bản cập nhật đã quá hạn, có thể ai đó giữ máy này ở bản cũ.</source>
        <translation>The list of updates is past its date; somebody may be holding this machine at an old version.</translation>
    </message>
    <message>
        <source>Xem đồng hồ máy này có đúng không; nếu đúng, báo tỉnh ký lại danh sách. Máy vẫn làm việc được.</source>
        <translation>Check this machine&apos;s clock; if it is right, tell the province to sign the list again. The machine goes on working.</translation>
    </message>
    <message>
        <source>Máy chủ đưa danh sách cập nhật cũ hơn danh sách máy này đã có, nên bị từ chối.</source>
        <translation>The server gave a list of updates older than the one this machine has, so it was refused.</translation>
    </message>
    <message>
        <source>Báo người quản trị của tỉnh. Máy vẫn làm việc bằng bản đang có.</source>
        <translation>Tell the province&apos;s administrator. The machine goes on with the version it has.</translation>
    </message>
    <message>
        <source>Bản cập nhật tải về không đúng như bản tỉnh đã ký, nên đã bỏ.</source>
        <translation>The update that was fetched is not what the province signed, so it was thrown away.</translation>
    </message>
    <message>
        <source>Thử lại sau; nếu vẫn vậy, báo người quản trị của tỉnh.</source>
        <translation>Try again later; if it stays so, tell the province&apos;s administrator.</translation>
    </message>
    <message>
        <source>Ổ đĩa không đủ chỗ cho bản cập nhật: {path} cần khoảng {megabytes} MB trống.</source>
        <translation>The disk has no room for the update: {path} needs about {megabytes} MB free.</translation>
    </message>
    <message>
        <source>Xóa bớt tệp không cần trên ổ này rồi tìm lại.</source>
        <translation>Delete files that are not needed on this disk, then search again.</translation>
    </message>
    <message>
        <source>Máy này đang tìm hoặc đang cài bản cập nhật rồi.</source>
        <translation>This machine is already searching or installing an update.</translation>
    </message>
    <message>
        <source>Chờ vài phút rồi làm lại.</source>
        <translation>Wait a few minutes, then do it again.</translation>
    </message>
    <message>
        <source>Chỉ người quản trị máy mới cài được chương trình.</source>
        <translation>Only the machine&apos;s administrator can install the program.</translation>
    </message>
    <message>
        <source>Chạy: {command}</source>
        <translation>Run: {command}</translation>
    </message>
    <message>
        <source>Chương trình ở máy này không cài từ gói .deb nên không tự cập nhật được.</source>
        <translation>The program at this machine was not installed from a .deb package, so it does not update itself.</translation>
    </message>
    <message>
        <source>Cài gói counter-app một lần bằng tay, rồi làm lại.</source>
        <translation>Install the counter-app package once by hand, then do it again.</translation>
    </message>
    <message>
        <source>{path} không phải gói của chương trình này ({detail}).</source>
        <translation>{path} is no package of this program ({detail}).</translation>
    </message>
    <message>
        <source>Dùng đúng tệp counter-app_….deb; nếu tệp do máy chủ đưa thì báo tỉnh.</source>
        <translation>Use the right counter-app_….deb file; if the server gave it, tell the province.</translation>
    </message>
    <message>
        <source>Hệ thống chưa cài được bản {version}: {detail}. Bản đang có còn nguyên.</source>
        <translation>The system did not install version {version}: {detail}. The present version is intact.</translation>
    </message>
    <message>
        <source>Chờ phần mềm cài đặt khác chạy xong, hoặc cài thứ còn thiếu, rồi làm lại lệnh, thêm --again.</source>
        <translation>Wait until other installations have ended, or install what is missing, then run the command again with --again.</translation>
    </message>
    <message>
        <source>Bản {version} không chạy được ở máy này; máy đã tự trở về bản {former}.</source>
        <translation>Version {version} does not run at this machine; it went back to version {former} by itself.</translation>
    </message>
    <message>
        <source>Báo tỉnh. Máy này không thử lại bản {version}, chờ bản sau.</source>
        <translation>Tell the province. This machine does not try version {version} again and waits for the next one.</translation>
    </message>
    <message>
        <source>Bản {version} không chạy được và cũng chưa trở về được bản {former}.</source>
        <translation>Version {version} does not run, and going back to version {former} did not work either.</translation>
    </message>
    <message>
        <source>Cài lại gói .deb của bản {former} bằng tay. Dữ liệu không bị ảnh hưởng.</source>
        <translation>Install the .deb of version {former} again by hand. The data is not affected.</translation>
    </message>
    <message>
        <source>Người quản trị đã cho máy này từ bản {version} trở về bản {former}.</source>
        <translation>The administrator took this machine from version {version} back to version {former}.</translation>
    </message>
    <message>
        <source>Máy không tự cài lại bản {version}, chờ bản sau.</source>
        <translation>The machine does not install version {version} again by itself and waits for the next one.</translation>
    </message>
    <message>
        <source>Không có gói của bản {version} ở máy này hay ở tỉnh, nên không có đường lui.</source>
        <translation>There is no package of version {version} at this machine or the province, so there is no way back.</translation>
    </message>
    <message>
        <source>Nhờ tỉnh phát hành cả bản {version}; hoặc thêm --no-way-back nếu chấp nhận.</source>
        <translation>Ask the province to publish version {version} too; or add --no-way-back if that is accepted.</translation>
    </message>
    <message>
        <source>Dữ liệu đã theo bản mới, bản {version} không đọc được nữa; chưa đổi gì ở máy này.</source>
        <translation>The data follows the new version and version {version} can no longer read it; nothing was changed at this machine.</translation>
    </message>
    <message>
        <source>Chờ bản sửa lỗi của tỉnh; gấp lắm mới khôi phục từ bản sao lưu.</source>
        <translation>Wait for the province&apos;s corrected version; only if it is urgent, restore from a backup.</translation>
    </message>
    <message>
        <source>Không thấy khóa ký {path}, hoặc khóa không đọc được.</source>
        <translation>The signing key {path} is missing or cannot be read.</translation>
    </message>
    <message>
        <source>Cắm thẻ nhớ cất khóa rồi làm lại.</source>
        <translation>Plug in the stick that holds the keys, then do it again.</translation>
    </message>
    <message>
        <source>Bản {version} đã phát hành rồi, và là tệp khác.</source>
        <translation>Version {version} was already published, and is another file.</translation>
    </message>
    <message>
        <source>Đặt số bản mới cho gói: một số bản chỉ chỉ đúng một tệp.</source>
        <translation>Give the package a new version number: one number stands for one file only.</translation>
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
    <name>Notices</name>
    <message>
        <source>Chương trình gặp lỗi, mã {crash}. Dữ liệu đã lưu vẫn còn.</source>
        <translation>Something went wrong in the program, code {crash}. What was saved is still there.</translation>
    </message>
    <message>
        <source>Làm lại thao tác vừa rồi; nếu vẫn lỗi, báo mã này cho người phụ trách kỹ thuật.</source>
        <translation>Do it once more; if it fails again, tell the code to whoever looks after the machines.</translation>
    </message>
</context>
<context>
    <name>OfficeChoice</name>
    <message>
        <source>Cơ quan giải quyết, nếu không phải xã này</source>
        <translation>Handling office, if not this commune</translation>
    </message>
    <message>
        <source>Chọn hoặc gõ tên, ví dụ UBND xã khác trong tỉnh</source>
        <translation>Choose or type a name, for example another commune of the province</translation>
    </message>
    <message>
        <source>Cơ quan trong tỉnh</source>
        <translation>Offices of the province</translation>
    </message>
</context>
<context>
    <name>OfficerPart</name>
    <message>
        <source>Chưa có cán bộ nào làm được việc này.</source>
        <translation>No officer can do this yet.</translation>
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
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu</source>
        <translation>Repeat the password</translation>
    </message>
    <message>
        <source>Công chức tư pháp – hộ tịch</source>
        <translation>Justice and civil status officer</translation>
    </message>
    <message>
        <source>Bỏ cán bộ này</source>
        <translation>Remove this officer</translation>
    </message>
    <message>
        <source>{field}, cán bộ {number}</source>
        <translation>{field}, officer {number}</translation>
    </message>
    <message>
        <source>Bỏ cán bộ {number}</source>
        <translation>Remove officer {number}</translation>
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
    <name>OfficersController</name>
    <message>
        <source>Hai lần nhập mật khẩu không giống nhau</source>
        <translation>The two password entries differ</translation>
    </message>
    <message>
        <source>Đã lưu cán bộ.</source>
        <translation>Officer saved.</translation>
    </message>
    <message>
        <source>Đã khóa tài khoản. Các máy khác khóa theo ở lần liên lạc tới.</source>
        <translation>Account locked. Other machines lock it at their next contact.</translation>
    </message>
    <message>
        <source>Đã mở lại tài khoản.</source>
        <translation>Account reopened.</translation>
    </message>
</context>
<context>
    <name>OfficersTab</name>
    <message>
        <source>Cán bộ của đơn vị</source>
        <translation>Officers of this office</translation>
    </message>
    <message>
        <source>Thêm cán bộ</source>
        <translation>Add officer</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Chức danh</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Bộ phận</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Mật khẩu tạm</source>
        <translation>Temporary password</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu tạm</source>
        <translation>Repeat the temporary password</translation>
    </message>
    <message>
        <source>Để trống thì mật khẩu giữ nguyên. Mật khẩu đặt ở đây chỉ dùng để đăng nhập một lần.</source>
        <translation>Left empty, the password stays the same. A password set here works for one log-in only.</translation>
    </message>
    <message>
        <source>Từ 8 chữ hoặc số. Cán bộ đổi thành mật khẩu riêng khi đăng nhập lần đầu.</source>
        <translation>8 letters or digits or more. The officer changes it for an own one at the first log-in.</translation>
    </message>
    <message>
        <source>Lưu cán bộ</source>
        <translation>Save officer</translation>
    </message>
    <message>
        <source>Được làm</source>
        <translation>May do</translation>
    </message>
    <message>
        <source>Chỉ người quản trị được thêm và sửa cán bộ.</source>
        <translation>Only an administrator may add and edit officers.</translation>
    </message>
    <message>
        <source>Cán bộ mới</source>
        <translation>New officer</translation>
    </message>
</context>
<context>
    <name>Onlookers</name>
    <message>
        <source>Ai đã xem</source>
        <translation>Who has looked</translation>
    </message>
    <message>
        <source>Người mở hồ sơ mà không phải việc của mình.</source>
        <translation>People who opened the dossier though it is not their work.</translation>
    </message>
    <message>
        <source>Chưa có ai.</source>
        <translation>Nobody yet.</translation>
    </message>
    <message>
        <source>và {count} người nữa</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>{count} lần</source>
        <translation>{count} times</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Hồ sơ {code} chưa có tệp nào.</source>
        <translation>Dossier {code} has no files yet.</translation>
    </message>
    <message>
        <source>Tệp này không xem được tại đây nên đã lưu: {path}</source>
        <translation>This file cannot be viewed here, so it was saved: {path}</translation>
    </message>
    <message>
        <source>Mở bằng chương trình của máy, rồi quay lại đây.</source>
        <translation>Open it with another program, then come back here.</translation>
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
    <name>OthersPart</name>
    <message>
        <source>Thêm người cùng nộp</source>
        <translation>Add joint applicant</translation>
    </message>
    <message>
        <source>Người được ủy quyền</source>
        <translation>Authorised person</translation>
    </message>
    <message>
        <source>Người cùng nộp</source>
        <translation>Joint applicant</translation>
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
    <name>OverrideForm</name>
    <message>
        <source>Cho phép vượt quy tắc…</source>
        <translation>Override the rule…</translation>
    </message>
    <message>
        <source>Người quản trị cho phép</source>
        <translation>Allowed by administrator</translation>
    </message>
    <message>
        <source>Mật khẩu của người quản trị</source>
        <translation>Administrator&apos;s password</translation>
    </message>
    <message>
        <source>Lý do cho phép</source>
        <translation>Reason for allowing</translation>
    </message>
    <message>
        <source>Ghi lý do: việc này được lưu lại</source>
        <translation>Give the reason: this is recorded</translation>
    </message>
    <message>
        <source>Cho phép và làm tiếp</source>
        <translation>Allow and go on</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nhập mật khẩu</source>
        <translation>Type the password</translation>
    </message>
</context>
<context>
    <name>PageLarge</name>
    <message>
        <source>Trang phóng to</source>
        <translation>Enlarged page</translation>
    </message>
</context>
<context>
    <name>PageTools</name>
    <message>
        <source>Đặt lại {count} trang đã bỏ</source>
        <translation>Put {count} removed pages back</translation>
    </message>
    <message>
        <source>Quét thêm</source>
        <translation>Scan more</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Xem tất cả</source>
        <translation>See all</translation>
    </message>
    <message>
        <source>Xoay {angle}°. Phím ← → xoay từng 0,1°; Enter để dùng, Esc để thôi.</source>
        <translation>Turned {angle}°. Keys ← → turn by 0.1°; Enter to use it, Esc to leave it.</translation>
    </message>
    <message>
        <source>Phần trong khung được giữ. Kéo chuột vẽ khung khác, hoặc phím mũi tên thu cạnh vào, thêm Shift để nới ra; Enter để dùng, Esc để thôi.</source>
        <translation>What is in the frame is kept. Draw another frame with the mouse, or move its edges in with the arrow keys, with Shift out; Enter to use it, Esc to leave it.</translation>
    </message>
    <message>
        <source>Quét chèn trước</source>
        <translation>Scan one in before</translation>
    </message>
    <message>
        <source>Quét chèn sau</source>
        <translation>Scan one in after</translation>
    </message>
    <message>
        <source>Quét thay trang</source>
        <translation>Scan this page anew</translation>
    </message>
    <message>
        <source>Quét bản không ghi chú</source>
        <translation>Scan the one without the note</translation>
    </message>
    <message>
        <source>Quét mặt sau</source>
        <translation>Scan the backs</translation>
    </message>
    <message>
        <source>Dừng quét</source>
        <translation>Stop scanning</translation>
    </message>
    <message>
        <source>Xem to</source>
        <translation>See large</translation>
    </message>
    <message>
        <source>Xoay trái</source>
        <translation>Turn left</translation>
    </message>
    <message>
        <source>Xoay phải</source>
        <translation>Turn right</translation>
    </message>
    <message>
        <source>Nắn thẳng</source>
        <translation>Straighten</translation>
    </message>
    <message>
        <source>Xén lề</source>
        <translation>Crop</translation>
    </message>
    <message>
        <source>Như lúc quét</source>
        <translation>As scanned</translation>
    </message>
    <message>
        <source>Bỏ trang</source>
        <translation>Remove page</translation>
    </message>
    <message>
        <source>Đặt lại trang đã bỏ</source>
        <translation>Put a removed page back</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Phóng to</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Thu nhỏ</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Dùng</source>
        <translation>Use it</translation>
    </message>
</context>
<context>
    <name>PagesCell</name>
    <message>
        <source>trang {number}</source>
        <translation>page {number}</translation>
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
    <message>
        <source>Xem trang đã quét</source>
        <translation>See scanned pages</translation>
    </message>
</context>
<context>
    <name>PagesGrid</name>
    <message>
        <source>Các trang của giấy tờ này</source>
        <translation>The pages of this paper</translation>
    </message>
</context>
<context>
    <name>PagesRecovery</name>
    <message>
        <source>{count} trang quét dở lần trước chưa vào hồ sơ nào.</source>
        <translation>{count} pages of an unfinished scan are in no dossier yet.</translation>
    </message>
    <message>
        <source>Trang vẫn còn nguyên. Chọn thủ tục, bấm vào dòng giấy tờ rồi đưa vào; hoặc bỏ nếu không cần.</source>
        <translation>The pages are whole. Choose the procedure, click the paper&apos;s row and put them in; or discard them if not needed.</translation>
    </message>
    <message>
        <source>Đưa vào hồ sơ</source>
        <translation>Put into the dossier</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Bỏ hẳn {count} trang này? Bỏ rồi không lấy lại được.</source>
        <translation>Discard these {count} pages for good? They cannot be had back.</translation>
    </message>
    <message>
        <source>Bỏ hẳn</source>
        <translation>Discard for good</translation>
    </message>
    <message>
        <source>Giữ lại</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>PagesSheet</name>
    <message>
        <source>Có giấy ghi chú dán trên trang</source>
        <translation>A note is stuck on the page</translation>
    </message>
    <message>
        <source>Chưa có trang nào. Đặt giấy vào máy rồi bấm Quét thêm (Ctrl+D).</source>
        <translation>No page yet. Put the paper into the scanner and press Scan more (Ctrl+D).</translation>
    </message>
    <message>
        <source>chưa đếm</source>
        <translation>not counted</translation>
    </message>
    <message>
        <source>Số trang của giấy tờ thật</source>
        <translation>Pages of the real paper</translation>
    </message>
    <message>
        <source>Chuyển trang đang chọn sang giấy tờ khác</source>
        <translation>Move the chosen page to another paper</translation>
    </message>
    <message>
        <source>Luật: trang có giấy ghi chú dán phải chụp hai bản, có và không có giấy đó.</source>
        <translation>The law: a page with a note stuck on it is scanned twice, with and without the note.</translation>
    </message>
    <message>
        <source>Số trang giấy thật</source>
        <translation>Pages of the paper</translation>
    </message>
    <message>
        <source>trang trắng?</source>
        <translation>blank page?</translation>
    </message>
    <message>
        <source>có ghi chú</source>
        <translation>with note</translation>
    </message>
    <message>
        <source>đã bóc ghi chú</source>
        <translation>note taken off</translation>
    </message>
    <message>
        <source>đã chỉnh</source>
        <translation>edited</translation>
    </message>
    <message>
        <source>Đang quét trang {number}…</source>
        <translation>Scanning page {number}…</translation>
    </message>
    <message>
        <source>Trang có giấy ghi chú dán phải chụp hai bản: bóc giấy ghi chú ra rồi bấm “Quét bản không ghi chú”.</source>
        <translation>A page with a note stuck on it is scanned twice: take the note off and press “Scan the one without the note”.</translation>
    </message>
    <message>
        <source>Cần {wanted} ảnh, mới có {have}: số ảnh phải bằng số trang giấy thật. Quét thêm trang thiếu.</source>
        <translation>{wanted} pictures needed, {have} here: as many pictures as the paper has pages. Scan the missing pages.</translation>
    </message>
    <message>
        <source>Cần {wanted} ảnh, đang có {have}: số ảnh phải bằng số trang giấy thật. Bỏ trang thừa.</source>
        <translation>{wanted} pictures needed, {have} here: as many pictures as the paper has pages. Remove the pages too many.</translation>
    </message>
    <message>
        <source>Chuyển sang giấy tờ…</source>
        <translation>Move to a paper…</translation>
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
        <source>Đã bỏ trang {number} của “{paper}”.</source>
        <translation>Page {number} of “{paper}” was removed.</translation>
    </message>
    <message>
        <source>Đặt lại</source>
        <translation>Put back</translation>
    </message>
</context>
<context>
    <name>PaperPages</name>
    <message>
        <source>Trang {number} trên {count}</source>
        <translation>Page {number} of {count}</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>Trang giấy</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Đang lập giấy…</source>
        <translation>Making the paper…</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Đang gửi tới máy in…</source>
        <translation>Sending to the printer…</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Thu nhỏ (Ctrl+-)</source>
        <translation>Make smaller (Ctrl+-)</translation>
    </message>
    <message>
        <source>Phóng to (Ctrl++)</source>
        <translation>Enlarge (Ctrl++)</translation>
    </message>
    <message>
        <source>Vừa khung</source>
        <translation>Fit</translation>
    </message>
    <message>
        <source>Vừa bề ngang khung (Ctrl+0)</source>
        <translation>Fit width (Ctrl+0)</translation>
    </message>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Chưa có máy in</source>
        <translation>No printer</translation>
    </message>
    <message>
        <source>Lưu thành tệp PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Lưu tệp…</source>
        <translation>Save file…</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>{count} trang</source>
        <translation>Pages: {count}</translation>
    </message>
    <message>
        <source>Đã gửi tới máy in {printer}.</source>
        <translation>Sent to the printer {printer}.</translation>
    </message>
    <message>
        <source>Lưu tệp PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Đã lưu: {path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <source>Lưu tệp PDF</source>
        <translation>Save PDF</translation>
    </message>
</context>
<context>
    <name>PaperRow</name>
    <message>
        <source>Tên giấy tờ</source>
        <translation>Paper&apos;s name</translation>
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
        <source>Khi nào cần</source>
        <translation>When needed</translation>
    </message>
    <message>
        <source>Điều kiện, hoặc tên nhóm lựa chọn</source>
        <translation>Condition, or name of the choice group</translation>
    </message>
    <message>
        <source>Chuyển lên</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Chuyển xuống</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Bỏ giấy tờ này</source>
        <translation>Remove this paper</translation>
    </message>
    <message>
        <source>Giấy tờ {number}: tên</source>
        <translation>Paper {number}: name</translation>
    </message>
    <message>
        <source>Luôn cần</source>
        <translation>Always</translation>
    </message>
    <message>
        <source>Có điều kiện</source>
        <translation>Conditional</translation>
    </message>
    <message>
        <source>Chọn một trong</source>
        <translation>One of</translation>
    </message>
    <message>
        <source>Tên nhóm lựa chọn, giống nhau ở các giấy thay nhau</source>
        <translation>Name of the choice group, the same for all papers that will do</translation>
    </message>
    <message>
        <source>Khi nào cần, ví dụ: Khi nộp thay</source>
        <translation>When needed, for example: When filing for another</translation>
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
    <name>PapersController</name>
    <message>
        <source>Đã lưu. Áp dụng từ giấy in tiếp theo ở máy này.</source>
        <translation>Saved. It holds from the next paper of this machine on.</translation>
    </message>
    <message>
        <source>Đã lưu. Áp dụng ngay cho bản quét ở máy này.</source>
        <translation>Saved. In force at once for the scans on this machine.</translation>
    </message>
</context>
<context>
    <name>PapersEditor</name>
    <message>
        <source>Thêm giấy tờ</source>
        <translation>Add paper</translation>
    </message>
</context>
<context>
    <name>PapersTab</name>
    <message>
        <source>Giấy tiếp nhận và hẹn trả (mẫu 01)</source>
        <translation>Receipt (form 01)</translation>
    </message>
    <message>
        <source>Hai tờ A4 dọc, mỗi liên một tờ</source>
        <translation>Two upright A4 sheets, a copy each</translation>
    </message>
    <message>
        <source>Một tờ A4 ngang, hai liên cạnh nhau</source>
        <translation>One A4 sheet across, both copies side by side</translation>
    </message>
    <message>
        <source>Giữ bản quét ở máy này bao lâu sau khi hồ sơ kết thúc</source>
        <translation>How long scans stay on this machine after a dossier ended</translation>
    </message>
    <message>
        <source>{days} ngày</source>
        <translation>{days} days</translation>
    </message>
    <message>
        <source>Hồ sơ nhiều giấy tờ không vừa một tờ ngang thì vẫn in hai tờ dọc. Giấy đã in không đổi: in lại vẫn như cũ.</source>
        <translation>A dossier with too many papers for one sheet is still printed on two. What was printed does not change: a reprint is the same.</translation>
    </message>
    <message>
        <source>Chỉ khi ổ đĩa sắp đầy, bản quét cũ hơn mới được dọn khỏi máy này, sau khi máy chủ xác nhận đang giữ. Khi mở xem, in hoặc lưu, máy tự tải về lại. Giấy tiếp nhận, kết quả và hồ sơ chưa xong luôn ở lại.</source>
        <translation>Only when the disk is nearly full, older scans leave this machine, once the server confirms that it has them. They are fetched again when looked at, printed or saved. Receipts, results and open dossiers always stay.</translation>
    </message>
    <message>
        <source>Ổ đĩa còn trống {free}.</source>
        <translation>{free} free on the disk.</translation>
    </message>
    <message>
        <source>{count} trang quét ({size}) chỉ còn ở máy chủ.</source>
        <translation>{count} scanned pages ({size}) are on the server only.</translation>
    </message>
    <message>
        <source>Ổ đĩa sắp đầy nhưng chưa hỏi được máy chủ nên chưa dọn.</source>
        <translation>The disk is nearly full; the server could not be asked, so nothing was cleared.</translation>
    </message>
    <message>
        <source>Ổ đĩa sắp đầy và không còn bản quét nào được phép dọn.</source>
        <translation>The disk is nearly full, and there is no scan left that may be cleared.</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
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
        <source>Giấy tờ ủy quyền</source>
        <translation>Authorisation paper</translation>
    </message>
    <message>
        <source>Bỏ người này</source>
        <translation>Remove this person</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
</context>
<context>
    <name>PrintJournal</name>
    <message>
        <source>Hiện</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Chỉ lỗi</source>
        <translation>Faults only</translation>
    </message>
    <message>
        <source>Xem thêm</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>In lại số này</source>
        <translation>Print this number again</translation>
    </message>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Hôm nay chưa có phiếu nào lỗi.</source>
        <translation>No ticket went wrong today.</translation>
    </message>
    <message>
        <source>Hôm nay chưa in phiếu nào.</source>
        <translation>No ticket was printed today.</translation>
    </message>
    <message>
        <source>{count} dòng mới nhất</source>
        <translation>{count} newest lines</translation>
    </message>
    <message>
        <source>{count} dòng</source>
        <translation>{count} lines</translation>
    </message>
    <message>
        <source>Chưa rõ phiếu đã ra chưa; cần thì in lại</source>
        <translation>Not known whether the ticket came out; print again if needed</translation>
    </message>
    <message>
        <source>Chưa in</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>Sau đó đã in lại</source>
        <translation>Printed again later</translation>
    </message>
    <message>
        <source>Đã in</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Máy in không báo lại</source>
        <translation>The printer did not answer afterwards</translation>
    </message>
    <message>
        <source>Đã gửi tới máy in</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>Không in được</source>
        <translation>Could not be printed</translation>
    </message>
    <message>
        <source>Nhìn khe giấy; chưa ra thì in lại</source>
        <translation>Look at the slot; print again if nothing came out</translation>
    </message>
    <message>
        <source>Chưa rõ đã in hay chưa</source>
        <translation>Not known whether it was printed</translation>
    </message>
    <message>
        <source>Chưa thấy máy in</source>
        <translation>No printer found</translation>
    </message>
    <message>
        <source>Mất kết nối với máy in</source>
        <translation>Connection to the printer lost</translation>
    </message>
    <message>
        <source>Máy in không trả lời</source>
        <translation>The printer does not answer</translation>
    </message>
    <message>
        <source>Máy in đang bận</source>
        <translation>The printer is busy</translation>
    </message>
    <message>
        <source>Hết giấy</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>Nắp máy in đang mở</source>
        <translation>The printer&apos;s cover is open</translation>
    </message>
    <message>
        <source>Kẹt dao cắt</source>
        <translation>The cutter is jammed</translation>
    </message>
    <message>
        <source>Máy in báo lỗi</source>
        <translation>The printer reports a fault</translation>
    </message>
    <message>
        <source>In lại, bản {copy}</source>
        <translation>Printed again, copy {copy}</translation>
    </message>
</context>
<context>
    <name>PrintModel</name>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>In lúc</source>
        <translation>Printed at</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>lấy lúc {time}</source>
        <translation>taken at {time}</translation>
    </message>
</context>
<context>
    <name>PrintTable</name>
    <message>
        <source>Nhật ký in hôm nay</source>
        <translation>Print journal of today</translation>
    </message>
</context>
<context>
    <name>ProcedureChoice</name>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Mã, tên hoặc từ thường dùng, không cần dấu; ↓ việc hay gặp</source>
        <translation>Code, name or usual words, no accents needed; ↓ often used</translation>
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
        <source>hay dùng</source>
        <translation>often used</translation>
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
    <name>ProcedureControl</name>
    <message>
        <source>Đổi thủ tục</source>
        <translation>Change procedure</translation>
    </message>
    <message>
        <source>Giữ thủ tục cũ</source>
        <translation>Keep the old one</translation>
    </message>
    <message>
        <source>Đổi thủ tục? Giấy tờ cùng tên giữ nguyên trang đã quét.</source>
        <translation>Change the procedure? Papers of the same name keep their scanned pages.</translation>
    </message>
    <message>
        <source>Trang của giấy tờ khác không mất: mở F12 để đặt lại.</source>
        <translation>The pages of other papers are not lost: open F12 to put them back.</translation>
    </message>
</context>
<context>
    <name>ProcedureDetail</name>
    <message>
        <source>Về danh sách</source>
        <translation>Back to list</translation>
    </message>
    <message>
        <source>Phiên bản</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Phiên bản mới từ ngày…</source>
        <translation>New version from…</translation>
    </message>
    <message>
        <source>Phiên bản mới…</source>
        <translation>New version…</translation>
    </message>
    <message>
        <source>Bản mới…</source>
        <translation>New…</translation>
    </message>
    <message>
        <source>Ngừng áp dụng…</source>
        <translation>Take out of force…</translation>
    </message>
    <message>
        <source>Ngừng…</source>
        <translation>End…</translation>
    </message>
    <message>
        <source>Ngừng nhận từ ngày (ngày/tháng/năm)</source>
        <translation>No longer received from (day/month/year)</translation>
    </message>
    <message>
        <source>Ngừng áp dụng</source>
        <translation>Take out of force</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Chọn một thủ tục trong danh sách.</source>
        <translation>Choose a procedure in the list.</translation>
    </message>
    <message>
        <source>Thành phần hồ sơ ({count})</source>
        <translation>Papers ({count})</translation>
    </message>
    <message>
        <source>Danh mục chưa có giấy tờ nào; cán bộ tự thêm khi tiếp nhận.</source>
        <translation>The catalogue has no papers; officers add them when receiving.</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Máy lấy số</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>Từ thường dùng</source>
        <translation>Usual words</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>Phí, lệ phí</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>Các bước xử lý</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Quyết định công bố</source>
        <translation>Publishing decision</translation>
    </message>
    <message>
        <source>Hiệu lực</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Chỉ người có nhiệm vụ quản trị mới sửa được danh mục.</source>
        <translation>Only those with the administration duty may edit the catalogue.</translation>
    </message>
</context>
<context>
    <name>ProcedureForm</name>
    <message>
        <source>Mã thủ tục</source>
        <translation>Procedure code</translation>
    </message>
    <message>
        <source>Tên thủ tục</source>
        <translation>Procedure name</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Nhóm trên máy lấy số</source>
        <translation>Kiosk group</translation>
    </message>
    <message>
        <source>Từ thường dùng, cách nhau bằng dấu phẩy</source>
        <translation>Usual words, separated by commas</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Quyết định công bố</source>
        <translation>Publishing decision</translation>
    </message>
    <message>
        <source>Hay được hỏi: hiện trước trên máy lấy số</source>
        <translation>Often asked: shown first on the kiosk</translation>
    </message>
    <message>
        <source>Áp dụng từ ngày</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>Đến hết ngày (để trống: chưa định)</source>
        <translation>Until (empty: not set)</translation>
    </message>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Chung</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>Phí, lệ phí</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>Thành phần</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Các bước xử lý</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Hiệu lực</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Thôi, không lưu</source>
        <translation>Do not save</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ghi ngày như 01/01/2027</source>
        <translation>Type a date like 01/01/2027</translation>
    </message>
</context>
<context>
    <name>ProcedureList</name>
    <message>
        <source>Tìm thủ tục</source>
        <translation>Find procedures</translation>
    </message>
    <message>
        <source>Mã, tên, từ thường dùng</source>
        <translation>Code, name, usual words</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Cả thủ tục đã ngừng</source>
        <translation>Also those out of force</translation>
    </message>
    <message>
        <source>Danh mục thủ tục</source>
        <translation>Procedure catalogue</translation>
    </message>
    <message>
        <source>Không có thủ tục nào như vậy.</source>
        <translation>No such procedure.</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Thêm thủ tục</source>
        <translation>Add a procedure</translation>
    </message>
    <message>
        <source>Nhập tệp…</source>
        <translation>Import file…</translation>
    </message>
    <message>
        <source>Xuất tệp…</source>
        <translation>Export file…</translation>
    </message>
    <message>
        <source>Mọi lĩnh vực</source>
        <translation>All fields</translation>
    </message>
    <message>
        <source>Cả đã ngừng</source>
        <translation>Also ended</translation>
    </message>
    <message>
        <source>{count} thủ tục</source>
        <translation>Procedures: {count}</translation>
    </message>
</context>
<context>
    <name>Process</name>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Chờ nhận bàn giao</source>
        <translation>To take over</translation>
    </message>
    <message>
        <source>Chưa chuyển xử lý</source>
        <translation>Not handed over yet</translation>
    </message>
    <message>
        <source>Đang xử lý</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Chờ duyệt</source>
        <translation>Awaiting approval</translation>
    </message>
    <message>
        <source>Đã trình lãnh đạo</source>
        <translation>Sent for approval</translation>
    </message>
    <message>
        <source>Chờ bổ sung</source>
        <translation>Awaiting supplement</translation>
    </message>
    <message>
        <source>Chờ nộp tiền</source>
        <translation>Awaiting payment</translation>
    </message>
    <message>
        <source>Đã có kết quả</source>
        <translation>Has result</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Đến hạn hôm nay</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>Sắp đến hạn</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>Còn thời gian</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>Tại quầy tiếp nhận</source>
        <translation>At the receiving desk</translation>
    </message>
    <message>
        <source>Chờ duyệt kết quả</source>
        <translation>Result awaiting approval</translation>
    </message>
    <message>
        <source>Đã duyệt, chờ phát hành</source>
        <translation>Approved, to be released</translation>
    </message>
    <message>
        <source>Xin rút hồ sơ</source>
        <translation>Withdrawal requested</translation>
    </message>
    <message>
        <source>bước {number}/{steps}</source>
        <translation>step {number}/{steps}</translation>
    </message>
    <message>
        <source>chờ nhận</source>
        <translation>to take over</translation>
    </message>
    <message>
        <source>chờ duyệt</source>
        <translation>awaiting approval</translation>
    </message>
    <message>
        <source>đã duyệt</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>chờ bổ sung</source>
        <translation>awaiting supplement</translation>
    </message>
    <message>
        <source>chờ nộp tiền</source>
        <translation>awaiting payment</translation>
    </message>
    <message>
        <source>xin rút</source>
        <translation>withdrawing</translation>
    </message>
    <message>
        <source>có kết quả</source>
        <translation>has result</translation>
    </message>
    <message>
        <source>xong {day}</source>
        <translation>done {day}</translation>
    </message>
    <message>
        <source>tạm dừng từ {day}</source>
        <translation>paused since {day}</translation>
    </message>
    <message>
        <source>{count} ngày</source>
        <translation>{count} days</translation>
    </message>
    <message>
        <source>quá hạn {span}</source>
        <translation>late by {span}</translation>
    </message>
    <message>
        <source>còn {span}</source>
        <translation>{span} left</translation>
    </message>
    <message>
        <source>{count} giờ</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} ngày làm việc</source>
        <translation>{count} working days</translation>
    </message>
    <message>
        <source>{count} giờ làm việc</source>
        <translation>{count} working hours</translation>
    </message>
    <message>
        <source>{hours} giờ {minutes} phút</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{count} phút</source>
        <translation>{count} min</translation>
    </message>
</context>
<context>
    <name>ProcessController</name>
    <message>
        <source>Đã nhận {count} hồ sơ.</source>
        <translation>Dossiers taken over: {count}.</translation>
    </message>
    <message>
        <source>Đã bàn giao {count} hồ sơ.</source>
        <translation>Dossiers handed over: {count}.</translation>
    </message>
    <message>
        <source>Đã duyệt {count} hồ sơ.</source>
        <translation>Dossiers approved: {count}.</translation>
    </message>
    <message>
        <source>Đã chuyển {count} kết quả về quầy.</source>
        <translation>Results sent to the desk: {count}.</translation>
    </message>
    <message>
        <source>Ghi lý do trả lại</source>
        <translation>Give the reason for sending back</translation>
    </message>
    <message>
        <source>Đã trả lại {count} hồ sơ.</source>
        <translation>Dossiers sent back: {count}.</translation>
    </message>
    <message>
        <source>Ghi như 23/11/2026</source>
        <translation>Type like 23/11/2026</translation>
    </message>
    <message>
        <source>Đã có kết quả {count} hồ sơ.</source>
        <translation>Dossiers with a result: {count}.</translation>
    </message>
    <message>
        <source>{title} Còn {count} hồ sơ khác chưa làm được.</source>
        <translation>{title} Others that could not be done: {count}.</translation>
    </message>
    <message>
        <source>Các hồ sơ này đang ở những bước khác nhau; chọn những hồ sơ cùng bước để làm một lượt.</source>
        <translation>These dossiers are at different steps; choose dossiers at the same step to do them in one go.</translation>
    </message>
    <message>
        <source>Đang ở {holder}.</source>
        <translation>Now with {holder}.</translation>
    </message>
    <message>
        <source>Đang chờ ông/bà nộp bổ sung; thời hạn tạm dừng.</source>
        <translation>Waiting for the citizen&apos;s supplement; the time limit is paused.</translation>
    </message>
    <message>
        <source>Đang chờ ông/bà nộp tiền; thời hạn tạm dừng.</source>
        <translation>Waiting for the citizen&apos;s payment; the time limit is paused.</translation>
    </message>
    <message>
        <source>Ông/bà xin rút hồ sơ: mở hồ sơ để dừng xử lý.</source>
        <translation>The citizen asks to withdraw: open the dossier to stop it.</translation>
    </message>
    <message>
        <source>Kết quả đã sẵn sàng để trả.</source>
        <translation>The result is ready to hand over.</translation>
    </message>
    <message>
        <source>Hồ sơ đang ở {holder}.</source>
        <translation>The dossier is with {holder}.</translation>
    </message>
</context>
<context>
    <name>ProcessDetail</name>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Chọn một việc ở danh sách để xem.</source>
        <translation>Choose a task in the list to see it.</translation>
    </message>
    <message>
        <source>Hẹn trả {day}</source>
        <translation>Due {day}</translation>
    </message>
    <message>
        <source>Đã yêu cầu bổ sung: {items}</source>
        <translation>Supplement requested: {items}</translation>
    </message>
    <message>
        <source>Chờ nộp {amount}</source>
        <translation>Awaiting {amount}</translation>
    </message>
    <message>
        <source>Trả qua bưu chính: {address}</source>
        <translation>Send by post: {address}</translation>
    </message>
    <message>
        <source>{count} hồ sơ đang chọn</source>
        <translation>Dossiers chosen: {count}</translation>
    </message>
    <message>
        <source>Xem {name}, {aside}</source>
        <translation>View {name}, {aside}</translation>
    </message>
    <message>
        <source>Đính kèm</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>Ý kiến</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>đã ký</source>
        <translation>signed</translation>
    </message>
    <message>
        <source>dự thảo</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>kèm theo</source>
        <translation>attached</translation>
    </message>
    <message>
        <source>{count} trang</source>
        <translation>Pages: {count}</translation>
    </message>
</context>
<context>
    <name>ProcessPage</name>
    <message>
        <source>Nhận hồ sơ mới chuyển</source>
        <translation>Take over new dossiers</translation>
    </message>
    <message>
        <source>Xử lý hồ sơ</source>
        <translation>Process dossiers</translation>
    </message>
    <message>
        <source>Tìm trong việc này</source>
        <translation>Search these tasks</translation>
    </message>
    <message>
        <source>Tìm trong việc này: tên, mã, thủ tục</source>
        <translation>Search these tasks: name, code, procedure</translation>
    </message>
    <message>
        <source>{count} việc quá hạn</source>
        <translation>Overdue: {count}</translation>
    </message>
    <message>
        <source>{count} việc đến hạn hôm nay</source>
        <translation>Due today: {count}</translation>
    </message>
    <message>
        <source>{count} hồ sơ</source>
        <translation>Dossiers: {count}</translation>
    </message>
    <message>
        <source>{count} hồ sơ, {chosen} đang chọn</source>
        <translation>Dossiers: {count}, chosen: {chosen}</translation>
    </message>
    <message>
        <source>Chọn nhiều: Shift+↑↓   Xem tệp: Phím cách</source>
        <translation>Choose several: Shift+↑↓   View file: Space</translation>
    </message>
    <message>
        <source>Chỉ hiện những việc gấp nhất; làm xong sẽ hiện tiếp.</source>
        <translation>Only the most urgent are shown; more appear as you finish.</translation>
    </message>
    <message>
        <source>Đang đọc danh sách việc…</source>
        <translation>Reading the tasks…</translation>
    </message>
    <message>
        <source>Không có việc nào khớp. Thử ít chữ hơn, hoặc chọn “Tất cả” ở bên trái.</source>
        <translation>No task matches. Try fewer letters, or choose “All” at the left.</translation>
    </message>
    <message>
        <source>Phòng hiện không có việc nào chờ.</source>
        <translation>The unit has no tasks waiting.</translation>
    </message>
    <message>
        <source>Không có việc nào chờ ông/bà. Hồ sơ mới chuyển đến sẽ hiện ở đây.</source>
        <translation>No tasks are waiting for you. Dossiers handed to you will show here.</translation>
    </message>
    <message>
        <source>Không có việc nào ở mục này.</source>
        <translation>No tasks here.</translation>
    </message>
</context>
<context>
    <name>ProvincePart</name>
    <message>
        <source>Địa chỉ máy chủ của tỉnh</source>
        <translation>Address of the province&apos;s server</translation>
    </message>
    <message>
        <source>Mã ghi danh do tỉnh cấp (dùng một lần)</source>
        <translation>One-time code from the province</translation>
    </message>
    <message>
        <source>Chứng thư gốc hoặc proxy riêng</source>
        <translation>Own root certificate or proxy</translation>
    </message>
    <message>
        <source>Tệp chứng thư gốc của tỉnh (PEM)</source>
        <translation>File of the province&apos;s root certificate (PEM)</translation>
    </message>
    <message>
        <source>Proxy (để trống: không dùng)</source>
        <translation>Proxy (empty: none)</translation>
    </message>
    <message>
        <source>Lưu địa chỉ</source>
        <translation>Save the address</translation>
    </message>
    <message>
        <source>Chỉ xem: đổi máy chủ cần người có quyền quản trị.</source>
        <translation>To look at only: an administrator changes the server.</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
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
    <message>
        <source>Xong việc quay lại quầy {desk}</source>
        <translation>Afterwards back to desk {desk}</translation>
    </message>
    <message>
        <source>chờ {wait}, quá {bound} phút</source>
        <translation>waits {wait}, over {bound} minutes</translation>
    </message>
    <message>
        <source>ưu tiên: {who}</source>
        <translation>priority: {who}</translation>
    </message>
    <message>
        <source>việc nhanh, chờ {wait}</source>
        <translation>short matter, waits {wait}</translation>
    </message>
    <message>
        <source>được chuyển đến quầy này</source>
        <translation>sent to this desk</translation>
    </message>
    <message>
        <source>đến lượt, chờ {wait}</source>
        <translation>in turn, waits {wait}</translation>
    </message>
    <message>
        <source>Tiếp: {label} · {why}</source>
        <translation>Next: {label} · {why}</translation>
    </message>
    <message>
        <source>Đang mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Đang nghỉ</source>
        <translation>On a break</translation>
    </message>
    <message>
        <source>Nội bộ</source>
        <translation>Inside work</translation>
    </message>
    <message>
        <source>Đã đóng</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Quầy đang trống</source>
        <translation>The desk is free</translation>
    </message>
    <message>
        <source>Quầy đang nghỉ</source>
        <translation>The desk is on a break</translation>
    </message>
    <message>
        <source>Làm việc nội bộ</source>
        <translation>Working inside</translation>
    </message>
    <message>
        <source>Quầy đã đóng</source>
        <translation>The desk is closed</translation>
    </message>
    <message>
        <source>Mở: gọi số</source>
        <translation>Open: calls numbers</translation>
    </message>
    <message>
        <source>Nghỉ</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>Đóng quầy</source>
        <translation>Close the desk</translation>
    </message>
</context>
<context>
    <name>QueueAsking</name>
    <message>
        <source>Máy giữ hàng chờ đã trả lời lại.</source>
        <translation>The machine that keeps the queue answers again.</translation>
    </message>
    <message>
        <source>Việc bấm lúc {time} chưa chắc đã ghi; thử lại không bị ghi hai lần.</source>
        <translation>What you asked at {time} may not be written; trying again writes nothing twice.</translation>
    </message>
    <message>
        <source>Máy giữ hàng chờ không trả lời từ {time}.</source>
        <translation>The machine that keeps the queue has not answered since {time}.</translation>
    </message>
    <message>
        <source>Đang đổi máy giữ hàng chờ, từ {time}.</source>
        <translation>The queue is changing hands, since {time}.</translation>
    </message>
    <message>
        <source>Việc vừa bấm chưa chắc đã ghi; thử lại không bị ghi hai lần. Tiếp nhận, quét, in vẫn làm bình thường.</source>
        <translation>What you just asked may not be written yet; trying again writes nothing twice. Receiving, scanning and printing work as usual.</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Đang chờ máy giữ hàng chờ trả lời…</source>
        <translation>Waiting for the machine that keeps the queue…</translation>
    </message>
    <message>
        <source>Các việc khác ở quầy vẫn làm được.</source>
        <translation>Everything else at the desk still works.</translation>
    </message>
</context>
<context>
    <name>QueueChoicesController</name>
    <message>
        <source>Đã dừng.</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>Đã lưu quy tắc. Lần gọi tiếp theo ở mọi quầy theo quy tắc này.</source>
        <translation>Rule saved. The next call at every desk follows it.</translation>
    </message>
    <message>
        <source>Đã lưu lĩnh vực {name}.</source>
        <translation>Field {name} saved.</translation>
    </message>
    <message>
        <source>Đã lưu quầy {number}.</source>
        <translation>Desk {number} saved.</translation>
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
    <message>
        <source>Vắng mặt</source>
        <translation>No-show</translation>
    </message>
</context>
<context>
    <name>QueueFoot</name>
    <message>
        <source>Thêm</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Việc khác của hàng chờ</source>
        <translation>More of the queue</translation>
    </message>
    <message>
        <source>Trạng thái quầy: {state}</source>
        <translation>State of the desk: {state}</translation>
    </message>
    <message>
        <source>Thôi gọi hỗ trợ</source>
        <translation>Call off the help</translation>
    </message>
    <message>
        <source>Cần hỗ trợ gấp</source>
        <translation>Help needed now</translation>
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
    <name>QueueLists</name>
    <message>
        <source>Các việc trong lượt này</source>
        <translation>The matters of this visit</translation>
    </message>
    <message>
        <source>Đang giữ ở quầy này</source>
        <translation>Held at this desk</translation>
    </message>
    <message>
        <source>Tạm gác, đến giờ tự vào hàng</source>
        <translation>Put aside, back in line by itself</translation>
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
        <source>Đang đọc hàng chờ…</source>
        <translation>Reading the queue…</translation>
    </message>
    <message>
        <source>Không còn ai chờ ở quầy này.</source>
        <translation>Nobody waits for this desk any more.</translation>
    </message>
    <message>
        <source>Những người đang chờ thuộc việc của quầy khác.</source>
        <translation>Those who wait have matters for other desks.</translation>
    </message>
    <message>
        <source>Đang chờ</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>{count} người</source>
        <translation>{count} people</translation>
    </message>
    <message>
        <source>số liệu đến {time}</source>
        <translation>as of {time}</translation>
    </message>
    <message>
        <source>lâu nhất</source>
        <translation>longest</translation>
    </message>
    <message>
        <source>đang làm</source>
        <translation>at work</translation>
    </message>
    <message>
        <source>đến {time}</source>
        <translation>until {time}</translation>
    </message>
    <message>
        <source>Gọi</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>{time} · {count} lần</source>
        <translation>{time} · {count} times</translation>
    </message>
    <message>
        <source>{time} · lỡ {count}</source>
        <translation>{time} · {count} missed</translation>
    </message>
    <message>
        <source>quá muộn</source>
        <translation>too late</translation>
    </message>
    <message>
        <source>Đã lỡ quá {within} lượt: mời lấy số mới.</source>
        <translation>Missed more than {within} turns: please take a new number.</translation>
    </message>
    <message>
        <source>Gọi lại</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>Gọi lại số {label}</source>
        <translation>Call back number {label}</translation>
    </message>
</context>
<context>
    <name>QueueMore</name>
    <message>
        <source>Đã ghi số {label} vào hàng chờ.</source>
        <translation>Number {label} is in the queue.</translation>
    </message>
    <message>
        <source>Đã in phiếu {label}.</source>
        <translation>Ticket {label} is printed.</translation>
    </message>
    <message>
        <source>Số {label} có hiệu lực, nhưng phiếu chưa in được.</source>
        <translation>Number {label} is valid, but the ticket could not be printed.</translation>
    </message>
    <message>
        <source>Số {label} có hiệu lực; phiếu có thể chưa in xong.</source>
        <translation>Number {label} is valid; the ticket may not be complete.</translation>
    </message>
    <message>
        <source>Đã hủy số {label}.</source>
        <translation>Number {label} is cancelled.</translation>
    </message>
</context>
<context>
    <name>QueueQuestions</name>
    <message>
        <source>Tạm gác số này</source>
        <translation>Put this number aside</translation>
    </message>
    <message>
        <source>Thêm việc khác</source>
        <translation>Add another matter</translation>
    </message>
    <message>
        <source>Gọi ngoài lượt</source>
        <translation>Call out of turn</translation>
    </message>
    <message>
        <source>Lấy số giúp</source>
        <translation>Take a number for somebody</translation>
    </message>
    <message>
        <source>Hủy số theo yêu cầu</source>
        <translation>Cancel on request</translation>
    </message>
    <message>
        <source>In lại phiếu</source>
        <translation>Print the ticket again</translation>
    </message>
    <message>
        <source>Số đang giữ</source>
        <translation>Held numbers</translation>
    </message>
    <message>
        <source>Trạng thái quầy</source>
        <translation>State of the desk</translation>
    </message>
    <message>
        <source>Cần hỗ trợ gấp</source>
        <translation>Help needed now</translation>
    </message>
    <message>
        <source>Việc khác của hàng chờ</source>
        <translation>More of the queue</translation>
    </message>
    <message>
        <source>Đến lĩnh vực</source>
        <translation>To a field</translation>
    </message>
    <message>
        <source>Đến đúng một quầy</source>
        <translation>To one desk only</translation>
    </message>
    <message>
        <source>Quầy {desk}</source>
        <translation>Desk {desk}</translation>
    </message>
    <message>
        <source>Chuyển số {label}</source>
        <translation>Send number {label} on</translation>
    </message>
    <message>
        <source>Chuyển</source>
        <translation>Send on</translation>
    </message>
    <message>
        <source>Xong thì quay lại quầy này</source>
        <translation>Then back to this desk</translation>
    </message>
    <message>
        <source>{count} phút</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>đến {time}</source>
        <translation>until {time}</translation>
    </message>
    <message>
        <source>Giữ tại quầy, gọi khi cần</source>
        <translation>Hold at the desk, call when needed</translation>
    </message>
    <message>
        <source>Hết giờ, số tự vào lại hàng chờ, không mất lượt.</source>
        <translation>When the time is over, the number is back in line by itself and keeps its turn.</translation>
    </message>
    <message>
        <source>Tạm gác số {label}</source>
        <translation>Put number {label} aside</translation>
    </message>
    <message>
        <source>Việc tiếp theo của {label}</source>
        <translation>Next matter of {label}</translation>
    </message>
    <message>
        <source>Cùng một lượt: mỗi việc được tính thời gian riêng.</source>
        <translation>One visit: each matter has its own time.</translation>
    </message>
    <message>
        <source>Gọi số này</source>
        <translation>Call this number</translation>
    </message>
    <message>
        <source>Lý do (được ghi lại)</source>
        <translation>Reason (it is kept)</translation>
    </message>
    <message>
        <source>Không còn ai chờ.</source>
        <translation>Nobody waits any more.</translation>
    </message>
    <message>
        <source>Không</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Lấy số giúp người dân</source>
        <translation>Take a number for a citizen</translation>
    </message>
    <message>
        <source>Lấy số</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>Ưu tiên</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Số trên cuộn giấy, nếu đã xé</source>
        <translation>Number on the paper roll, if torn off</translation>
    </message>
    <message>
        <source>để trống: in phiếu</source>
        <translation>empty: print a ticket</translation>
    </message>
    <message>
        <source>Hủy số</source>
        <translation>Cancel the number</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Lý do khác</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Ông/bà không chờ được</source>
        <translation>The citizen cannot wait</translation>
    </message>
    <message>
        <source>Lấy nhầm số</source>
        <translation>Wrong number taken</translation>
    </message>
    <message>
        <source>Việc đã xong</source>
        <translation>The matter is settled</translation>
    </message>
    <message>
        <source>Lý do khác, ghi bên dưới</source>
        <translation>Another reason, written below</translation>
    </message>
    <message>
        <source>Phiếu mới có chữ IN LẠI; số vẫn như cũ.</source>
        <translation>The new ticket says IN LẠI (copy); the number stays.</translation>
    </message>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>hiện nay</source>
        <translation>now</translation>
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
        <source>Thêm</source>
        <translation>More</translation>
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
    <name>QueueSeat</name>
    <message>
        <source>Quầy chưa gọi số: {state}.</source>
        <translation>The desk does not call: {state}.</translation>
    </message>
    <message>
        <source>Bấm F2 lần nữa để mở quầy và gọi số tiếp theo.</source>
        <translation>Press F2 once more to open the desk and call the next number.</translation>
    </message>
    <message>
        <source>Mở quầy và gọi</source>
        <translation>Open the desk and call</translation>
    </message>
    <message>
        <source>Nhận quầy này</source>
        <translation>Take this desk</translation>
    </message>
    <message>
        <source>Quầy còn số {label} chưa xong.</source>
        <translation>Number {label} is not finished at this desk.</translation>
    </message>
    <message>
        <source>Kết thúc và ra về</source>
        <translation>Finish it and leave</translation>
    </message>
    <message>
        <source>Báo vắng và ra về</source>
        <translation>Mark it a no-show and leave</translation>
    </message>
    <message>
        <source>Để nguyên, ra về</source>
        <translation>Leave it as it is</translation>
    </message>
    <message>
        <source>Kết thúc số này trước, quầy sẽ đóng theo.</source>
        <translation>Finish this number first; the desk then closes.</translation>
    </message>
    <message>
        <source>Quầy {desk} cần hỗ trợ gấp!</source>
        <translation>Desk {desk} needs help now!</translation>
    </message>
    <message>
        <source>{officer} gọi lúc {time}. Ai đến được xin bấm nhận.</source>
        <translation>{officer} called at {time}. Whoever can come, please accept.</translation>
    </message>
    <message>
        <source>Tôi đến</source>
        <translation>I am coming</translation>
    </message>
    <message>
        <source>Đã ổn</source>
        <translation>All is well</translation>
    </message>
    <message>
        <source>Đã báo các quầy khác lúc {time}.</source>
        <translation>The other desks were told at {time}.</translation>
    </message>
    <message>
        <source>Đang chờ người đến.</source>
        <translation>Waiting for somebody to come.</translation>
    </message>
    <message>
        <source>Quầy {desk} đang đến hỗ trợ.</source>
        <translation>Desk {desk} is coming to help.</translation>
    </message>
    <message>
        <source>Đang hỗ trợ quầy {desk}.</source>
        <translation>Helping desk {desk}.</translation>
    </message>
    <message>
        <source>Xong việc xin bấm để các quầy khác biết.</source>
        <translation>When it is over, press so that the other desks know.</translation>
    </message>
    <message>
        <source>Máy này đã giữ hàng chờ từ {time}.</source>
        <translation>This machine keeps the queue since {time}.</translation>
    </message>
    <message>
        <source>Gọi số như thường.</source>
        <translation>Call as usual.</translation>
    </message>
    <message>
        <source>Một máy khác đã tiếp quản hàng chờ lúc {time}.</source>
        <translation>Another machine took over the queue at {time}.</translation>
    </message>
    <message>
        <source>Gọi số như thường. Số phát ra từ máy ấy thuộc dải số khác.</source>
        <translation>Call as usual. Numbers from that machine have another range.</translation>
    </message>
    <message>
        <source>Máy chính đã giữ lại hàng chờ lúc {time}.</source>
        <translation>The main machine keeps the queue again since {time}.</translation>
    </message>
    <message>
        <source>Hai hàng chờ đã nhập làm một, không số nào mất.</source>
        <translation>The two queues have become one; no number is lost.</translation>
    </message>
</context>
<context>
    <name>QueueSheet</name>
    <message>
        <source>Lựa chọn</source>
        <translation>Choices</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>QueueTab</name>
    <message>
        <source>Quy tắc gọi</source>
        <translation>Rule of calling</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Quầy</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Phần thiết lập</source>
        <translation>Part of the settings</translation>
    </message>
    <message>
        <source>Chỉ xem: việc sửa hàng chờ cần người có quyền quản trị.</source>
        <translation>View only: changing the queue needs an officer with administration rights.</translation>
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
    <name>RatingChoicesController</name>
    <message>
        <source>Đã lưu. Màn hình đánh giá đổi từ lần hỏi sau.</source>
        <translation>Saved. The rating screens change from the next question on.</translation>
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
    <name>RatingPart</name>
    <message>
        <source>Theo bàn phím của quầy</source>
        <translation>As the desk&apos;s keypad has it</translation>
    </message>
    <message>
        <source>{levels} mức</source>
        <translation>{levels} answers</translation>
    </message>
    <message>
        <source>Số mức đánh giá</source>
        <translation>Number of answers</translation>
    </message>
    <message>
        <source>Chưa lưu</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Lưu số mức</source>
        <translation>Save the number</translation>
    </message>
    <message>
        <source>Người dân chọn một trong bao nhiêu mức</source>
        <translation>How many answers the citizen chooses from</translation>
    </message>
    <message>
        <source>Người dân sẽ thấy</source>
        <translation>What the citizen sees</translation>
    </message>
    <message>
        <source>Mọi mức đều quy về một thang điểm từ 1 đến 5, nên số liệu trước và sau khi đổi vẫn so với nhau được. Dưới “Hài lòng”, màn hình hỏi thêm một câu về lý do.</source>
        <translation>All are brought to one scale from 1 to 5, so figures from before and after a change compare. Below “Satisfied” the screen asks one more question for the reason.</translation>
    </message>
    <message>
        <source>Mọi màn hình đánh giá của cơ quan hiện {levels} mức.</source>
        <translation>Every rating screen of the office shows {levels} answers.</translation>
    </message>
    <message>
        <source>Quầy có bàn phím đánh giá: hiện đúng số phím. Quầy không có: hiện 5 mức.</source>
        <translation>A desk with a keypad shows as many as it has keys; a desk without one shows 5.</translation>
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
    <name>ReadyModel</name>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Có kết quả</source>
        <translation>Result ready</translation>
    </message>
    <message>
        <source>văn bản từ chối</source>
        <translation>refusal document</translation>
    </message>
    <message>
        <source>gửi bưu chính</source>
        <translation>by post</translation>
    </message>
    <message>
        <source>có muộn, hẹn {day}</source>
        <translation>ready late, due {day}</translation>
    </message>
    <message>
        <source>đã chờ {count} ngày</source>
        <translation>days waiting: {count}</translation>
    </message>
    <message>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
</context>
<context>
    <name>ReadyTable</name>
    <message>
        <source>Kết quả chờ người đến nhận</source>
        <translation>Results to be collected</translation>
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
        <source>Đã lưu: {path}</source>
        <translation>Saved: {path}</translation>
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
        <source>Giấy khác</source>
        <translation>Other paper</translation>
    </message>
    <message>
        <source>Thêm giấy tờ ngoài danh mục</source>
        <translation>Add a paper that is not in the catalogue</translation>
    </message>
    <message>
        <source>Cách quét</source>
        <translation>Way of scanning</translation>
    </message>
    <message>
        <source>Các cách quét</source>
        <translation>Ways of scanning</translation>
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
        <source>Cách nộp</source>
        <translation>Filed by</translation>
    </message>
    <message>
        <source>Người khác</source>
        <translation>Other people</translation>
    </message>
    <message>
        <source>Yêu cầu</source>
        <translation>Request</translation>
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
        <source>F7 đọc thẻ vào người đang chọn.</source>
        <translation>F7 reads a card into the chosen person.</translation>
    </message>
    <message>
        <source>Tiếp nhận không phụ thuộc địa giới.</source>
        <translation>Received wherever the applicant lives.</translation>
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
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Ủy quyền, bưu chính…</source>
        <translation>Authorised, post…</translation>
    </message>
    <message>
        <source>Mục ít dùng</source>
        <translation>Rarely used parts</translation>
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
        <source>Yêu cầu bổ sung</source>
        <translation>Request supplement</translation>
    </message>
    <message>
        <source>Bổ sung</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung (Ctrl+B)</source>
        <translation>Request supplement (Ctrl+B)</translation>
    </message>
    <message>
        <source>Từ chối</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Từ chối tiếp nhận (Ctrl+T)</source>
        <translation>Refuse to receive (Ctrl+T)</translation>
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
        <source>Hồ sơ mới, người tiếp theo</source>
        <translation>New dossier, next person</translation>
    </message>
    <message>
        <source>Từ chối và in phiếu (03)</source>
        <translation>Refuse and print form (03)</translation>
    </message>
    <message>
        <source>Từ chối (03)</source>
        <translation>Refuse (03)</translation>
    </message>
    <message>
        <source>Lập phiếu bổ sung (02) và in</source>
        <translation>Make supplement form (02) and print</translation>
    </message>
    <message>
        <source>Lập phiếu (02)</source>
        <translation>Make form (02)</translation>
    </message>
    <message>
        <source>Đang tiếp nhận…</source>
        <translation>Receiving…</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lập phiếu bổ sung (02)</source>
        <translation>Make supplement form (02)</translation>
    </message>
    <message>
        <source>Phiếu (02)</source>
        <translation>Form (02)</translation>
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
    <name>RecoveryPart</name>
    <message>
        <source>Tạo cụm từ khôi phục</source>
        <translation>Make recovery phrase</translation>
    </message>
    <message>
        <source>Chép cụm từ này ra giấy, hai bản: một bản cất trong két của cơ quan, một bản ở nơi khác. Máy không giữ và không hiện lại. Không để cùng chỗ với bản sao lưu.</source>
        <translation>Write this phrase on paper, twice: one in the office&apos;s safe, one somewhere else. The machine does not keep it and does not show it again. Never keep it with the backups.</translation>
    </message>
    <message>
        <source>Gõ lại từ tờ giấy</source>
        <translation>Type it again from the paper</translation>
    </message>
    <message>
        <source>Đã chép ra giấy, bắt đầu dùng</source>
        <translation>Written down, use it</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Đã có cụm từ khôi phục. Mất tờ giấy thì tạo cụm từ mới; các bản sao lưu cũ vẫn cần cụm từ cũ.</source>
        <translation>There is a recovery phrase. If the paper is lost, make a new one; old backups still need the old phrase.</translation>
    </message>
    <message>
        <source>Chưa có. Khi máy hỏng hoặc mất, cụm từ này mở bản sao lưu trên máy mới.</source>
        <translation>None yet. If the machine breaks or is lost, this phrase opens the backup on a new one.</translation>
    </message>
    <message>
        <source>Tạo cụm từ mới</source>
        <translation>Make new phrase</translation>
    </message>
    <message>
        <source>Chưa giống cụm từ ở trên, xem lại từng chữ</source>
        <translation>Not the same as the phrase above; check it word by word</translation>
    </message>
</context>
<context>
    <name>RestorePart</name>
    <message>
        <source>Địa chỉ máy chủ tỉnh</source>
        <translation>Address of the province&apos;s server</translation>
    </message>
    <message>
        <source>Mã ghi danh (máy chủ tỉnh cấp)</source>
        <translation>One-time code (from the province&apos;s server)</translation>
    </message>
    <message>
        <source>Tên máy này</source>
        <translation>Name of this machine</translation>
    </message>
    <message>
        <source>Quầy ở máy này</source>
        <translation>Desk at this machine</translation>
    </message>
    <message>
        <source>Máy trạm quầy {number}</source>
        <translation>Desk station {number}</translation>
    </message>
    <message>
        <source>Máy chủ tỉnh</source>
        <translation>Province&apos;s server</translation>
    </message>
    <message>
        <source>Lấy lại mọi hồ sơ, số và cán bộ mà văn phòng đã gửi lên tỉnh.</source>
        <translation>Get back every dossier, number and officer that the office sent to the province.</translation>
    </message>
    <message>
        <source>Máy này</source>
        <translation>This machine</translation>
    </message>
    <message>
        <source>Thay cho máy đã hỏng hoặc mất.</source>
        <translation>In place of a machine that broke or was lost.</translation>
    </message>
    <message>
        <source>Cần biết</source>
        <translation>Good to know</translation>
    </message>
    <message>
        <source>Việc mà máy cũ chưa kịp gửi lên tỉnh không lấy lại được. Hồ sơ và phiếu số mới dùng dãy số riêng, không trùng với giấy máy cũ đã in. Tệp quét tải về khi mở xem. Nếu mạng đứt giữa chừng, bấm lại để tải tiếp.</source>
        <translation>What the old machine had not sent cannot be got back. New dossiers and tickets have numbers of their own, never those on paper already. Scans are fetched when looked at. If the link breaks, press again to go on.</translation>
    </message>
</context>
<context>
    <name>RetentionControl</name>
    <message>
        <source>Có {count} hồ sơ có bản quét hết hạn lưu. Danh sách ở {path}</source>
        <translation>{count} dossiers have scans past their keeping time. The list is in {path}</translation>
    </message>
    <message>
        <source>Lưu danh sách</source>
        <translation>Save list</translation>
    </message>
</context>
<context>
    <name>RetentionPart</name>
    <message>
        <source>Xuất danh sách đến hạn…</source>
        <translation>Export what is due…</translation>
    </message>
    <message>
        <source>Thời hạn lưu</source>
        <translation>Keeping times</translation>
    </message>
    <message>
        <source>Chỉ người quản trị được xuất danh sách này.</source>
        <translation>Only an administrator may export this list.</translation>
    </message>
    <message>
        <source>Danh sách chỉ để xem xét: chương trình không tự xóa gì.</source>
        <translation>The list is only for review: the program deletes nothing by itself.</translation>
    </message>
    <message>
        <source>Bản quét của hồ sơ đã kết thúc</source>
        <translation>Scans of ended dossiers</translation>
    </message>
    <message>
        <source>Nhật ký (mọi việc đã làm với hồ sơ)</source>
        <translation>Journal (all that was done with dossiers)</translation>
    </message>
    <message>
        <source>Nhật ký an toàn</source>
        <translation>Security log</translation>
    </message>
    <message>
        <source>Mẫu đang nhập dở</source>
        <translation>Unfinished forms</translation>
    </message>
    <message>
        <source>{years} năm</source>
        <translation>{years} years</translation>
    </message>
    <message>
        <source>không đặt thời hạn</source>
        <translation>no time set</translation>
    </message>
    <message>
        <source> (đơn vị đối chiếu lại)</source>
        <translation> (to be checked by the office)</translation>
    </message>
</context>
<context>
    <name>Return</name>
    <message>
        <source>Hồ sơ mới đăng ký, chưa được tiếp nhận.</source>
        <translation>The dossier is only registered, not received yet.</translation>
    </message>
    <message>
        <source>Mở hồ sơ để tiếp nhận khi ông/bà có đủ giấy tờ.</source>
        <translation>Open it to receive it when the citizen has all papers.</translation>
    </message>
    <message>
        <source>Chưa có kết quả: hồ sơ còn ở quầy tiếp nhận.</source>
        <translation>No result yet: the dossier is still at the receiving desk.</translation>
    </message>
    <message>
        <source>Chưa có kết quả: đang xử lý ở {where}.</source>
        <translation>No result yet: in progress with {where}.</translation>
    </message>
    <message>
        <source>Chưa có kết quả: đang chờ ông/bà nộp {amount}.</source>
        <translation>No result yet: waiting for the citizen to pay {amount}.</translation>
    </message>
    <message>
        <source>Nộp xong thì thời hạn tính tiếp.</source>
        <translation>Once paid, the time limit counts on.</translation>
    </message>
    <message>
        <source>Ông/bà đã xin rút hồ sơ này.</source>
        <translation>The citizen asked to withdraw this dossier.</translation>
    </message>
    <message>
        <source>Mở hồ sơ để dừng xử lý.</source>
        <translation>Open it to stop it.</translation>
    </message>
    <message>
        <source>Chưa có kết quả: đang chờ ông/bà bổ sung giấy tờ.</source>
        <translation>No result yet: waiting for the citizen&apos;s further papers.</translation>
    </message>
    <message>
        <source>Cần nộp: {items}</source>
        <translation>To hand in: {items}</translation>
    </message>
    <message>
        <source>Hồ sơ không được tiếp nhận, ngày {day}.</source>
        <translation>The dossier was refused on {day}.</translation>
    </message>
    <message>
        <source>Lý do: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Hồ sơ đã dừng xử lý, ngày {day}.</source>
        <translation>The dossier was stopped on {day}.</translation>
    </message>
    <message>
        <source>Đã trả kết quả cho {who} lúc {time}.</source>
        <translation>Result handed over to {who} at {time}.</translation>
    </message>
    <message>
        <source>Đã quá hẹn {day}: xin lỗi ông/bà, hẹn lại ngày khác và báo phòng chuyên môn.</source>
        <translation>Past the due date {day}: apologise, give a new date and tell the unit in charge.</translation>
    </message>
    <message>
        <source>Hẹn trả {day}, trước {clock}.</source>
        <translation>Due {day}, before {clock}.</translation>
    </message>
    <message>
        <source>Kết quả giải quyết: {name}</source>
        <translation>Result: {name}</translation>
    </message>
    <message>
        <source>Văn bản từ chối giải quyết</source>
        <translation>Refusal document</translation>
    </message>
    <message>
        <source>số {number}</source>
        <translation>no. {number}</translation>
    </message>
    <message>
        <source>người ký: {name}</source>
        <translation>signed by {name}</translation>
    </message>
    <message>
        <source>ký ngày {day}</source>
        <translation>signed on {day}</translation>
    </message>
    <message>
        <source>xong {time}</source>
        <translation>done {time}</translation>
    </message>
</context>
<context>
    <name>ReturnAside</name>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Trang đầu của kết quả</source>
        <translation>First page of the result</translation>
    </message>
    <message>
        <source>Diễn biến</source>
        <translation>Progress</translation>
    </message>
</context>
<context>
    <name>ReturnController</name>
    <message>
        <source>đã nhận lại giấy hẹn</source>
        <translation>receipt taken back</translation>
    </message>
    <message>
        <source>Đã trả kết quả hồ sơ {code}.</source>
        <translation>Result of dossier {code} handed over.</translation>
    </message>
    <message>
        <source>Không tìm thấy hồ sơ nào.</source>
        <translation>No dossier found.</translation>
    </message>
    <message>
        <source>Nhập họ tên nhân viên bưu chính nhận kết quả.</source>
        <translation>Type the name of the postal worker who takes the result.</translation>
    </message>
    <message>
        <source>Nhập họ tên người nhận thay.</source>
        <translation>Type the name of the person who takes it for the owner.</translation>
    </message>
    <message>
        <source>Ghi giấy ủy quyền hoặc giấy giới thiệu của người nhận thay.</source>
        <translation>Type that person&apos;s authorisation or letter of introduction.</translation>
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
        <source>Người ký kết quả</source>
        <translation>Result signed by</translation>
    </message>
    <message>
        <source>Số văn bản (nếu có)</source>
        <translation>Document number (if any)</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open dossier</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Chọn kết quả: ↓   Mở: Enter</source>
        <translation>Choose a result: ↓   Open: Enter</translation>
    </message>
    <message>
        <source>Người đã ký</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>Làm ngay</source>
        <translation>Do it now</translation>
    </message>
    <message>
        <source>Người nhận</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Kết quả khác</source>
        <translation>Other results</translation>
    </message>
    <message>
        <source>Không có kết quả nào chờ người đến nhận.</source>
        <translation>No results are waiting to be collected.</translation>
    </message>
    <message>
        <source>Xong và trả kết quả</source>
        <translation>Finish and hand over result</translation>
    </message>
    <message>
        <source>Trả</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Chờ người đến nhận: {count} kết quả</source>
        <translation>To be collected: {count}</translation>
    </message>
    <message>
        <source>hẹn {day}</source>
        <translation>due {day}</translation>
    </message>
    <message>
        <source>Việc trả trong ngày: ký xong thì ghi nhận và trả luôn tại đây.</source>
        <translation>Same-day case: once signed, record it and hand it over right here.</translation>
    </message>
    <message>
        <source>Giấy tờ đã nhận khi nộp: {papers}</source>
        <translation>Papers received on filing: {papers}</translation>
    </message>
    <message>
        <source>Còn phải nộp {amount}</source>
        <translation>Still to pay: {amount}</translation>
    </message>
    <message>
        <source>Không phải thu thêm; đã thu {amount}</source>
        <translation>Nothing more to pay; collected {amount}</translation>
    </message>
    <message>
        <source>Người này còn kết quả đã sẵn sàng.</source>
        <translation>This person has more results ready.</translation>
    </message>
    <message>
        <source>Mở {code}, {name}</source>
        <translation>Open {code}, {name}</translation>
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
        <source>Không thu lệ phí</source>
        <translation>No fee</translation>
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
</context>
<context>
    <name>Review</name>
    <message>
        <source>Số {label}</source>
        <translation>Number {label}</translation>
    </message>
    <message>
        <source>{station} (máy này)</source>
        <translation>{station} (this machine)</translation>
    </message>
    <message>
        <source>Bản máy này đang giữ</source>
        <translation>The version on this machine</translation>
    </message>
    <message>
        <source>Bản khác, cùng số thứ tự</source>
        <translation>Another version under the same number</translation>
    </message>
    <message>
        <source>Đang có hiệu lực</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>Chưa có hiệu lực</source>
        <translation>Not in force</translation>
    </message>
    <message>
        <source>{rule}. Lúc ghi việc này, hồ sơ {state}.</source>
        <translation>{rule}. When this was recorded, the dossier was {state}.</translation>
    </message>
    <message>
        <source>Việc này chỉ ghi được một lần, và đã được ghi trước ở máy khác.</source>
        <translation>This can be recorded once only, and was recorded before on another machine.</translation>
    </message>
    <message>
        <source>Lúc ghi việc này, lãnh đạo chưa duyệt kết quả, hoặc đã trả lại người xử lý ở máy khác.</source>
        <translation>When this was recorded, the leader had not approved the result, or had sent it back on another machine.</translation>
    </message>
    <message>
        <source>Chưa có phần mở đầu của việc này (tiếp nhận, phát số). Phần ấy về đến nơi thì mục này tự hết.</source>
        <translation>Its beginning (the reception, the number) is not here yet. Once it comes, this item goes by itself.</translation>
    </message>
    <message>
        <source>Nội dung của mục này không đọc được.</source>
        <translation>What is in this item cannot be read.</translation>
    </message>
    <message>
        <source>{station} đã ghi hai việc khác nhau dưới cùng một số thứ tự: dữ liệu của máy ấy được khôi phục từ bản cũ, hoặc được chép sang máy khác.</source>
        <translation>{station} recorded two different things under one number: its data was restored from an old copy, or copied to another machine.</translation>
    </message>
    <message>
        <source>Nội dung đã bị thay đổi sau khi ghi, hoặc hỏng trên đường truyền.</source>
        <translation>It was changed after it was recorded, or damaged on the way.</translation>
    </message>
    <message>
        <source>Mục này mang tên {station} nhưng không có chữ ký của máy ấy.</source>
        <translation>This item bears the name of {station} but not its signature.</translation>
    </message>
    <message>
        <source>Mục này không nối tiếp mục trước đó của {station}: ổ đĩa có thể hỏng, hoặc dữ liệu được khôi phục từ bản cũ.</source>
        <translation>This item does not follow the one before it of {station}: a disk may be broken, or an old copy was restored.</translation>
    </message>
    <message>
        <source>Việc này không khớp với những việc đã ghi trước nó.</source>
        <translation>This does not fit what was recorded before it.</translation>
    </message>
    <message>
        <source>Ngừng dùng {station} ngay, cài lại như một máy mới của bộ phận. Việc nào còn thiếu thì làm lại ở đây.</source>
        <translation>Stop using {station} at once and set it up as a new machine of the office. Do here what is missing.</translation>
    </message>
    <message>
        <source>Đối chiếu với giấy tờ, nhờ người phụ trách kiểm tra máy; máy lạ thì gỡ ở Quản trị, tab Các máy.</source>
        <translation>Compare it with the papers and have the machine looked at; remove a strange one under Administration, Machines.</translation>
    </message>
    <message>
        <source>Chờ máy kia nối lại. Nếu máy ấy đã hỏng hẳn, hỏi người đã làm rồi ghi lại.</source>
        <translation>Wait until the other machine is back. If it is broken for good, ask whoever did it and record it again.</translation>
    </message>
    <message>
        <source>Xem ý kiến của lãnh đạo, trình duyệt lại; duyệt xong thì bấm “Làm lại việc này”.</source>
        <translation>See what the leader said and submit it again; once approved, press “Do it anew”.</translation>
    </message>
    <message>
        <source>Nếu việc này vẫn cần, bấm “Làm lại việc này”; nếu không, giữ như hiện tại.</source>
        <translation>If it is still needed, press “Do it anew”; if not, leave it as it is.</translation>
    </message>
    <message>
        <source>Nếu không cần làm gì thêm, giữ như hiện tại.</source>
        <translation>If nothing more is needed, leave it as it is.</translation>
    </message>
    <message>
        <source>Người dân cầm giấy hẹn mã {code}. Gọi cho người dân, đổi sang giấy hẹn mã {stands}.</source>
        <translation>The citizen holds a receipt with code {code}. Call, and change it for the receipt with code {stands}.</translation>
    </message>
    <message>
        <source>Người dân có thể đã nộp tiền hai lần: đối chiếu biên lai, phần thừa thì hoàn lại.</source>
        <translation>The citizen may have paid twice: compare the receipts of money and give back what is too much.</translation>
    </message>
    <message>
        <source>Kết quả được ghi trả hai lần: hỏi lại xem bản giấy đang ở ai.</source>
        <translation>The result was recorded as handed over twice: ask who has the paper.</translation>
    </message>
    <message>
        <source>Người dân có thể cầm hai phiếu yêu cầu bổ sung: báo rõ phiếu nào có hiệu lực, cần những gì.</source>
        <translation>The citizen may hold two requests for more papers: say which one counts, and what is needed.</translation>
    </message>
    <message>
        <source>Người dân có thể cầm hai phiếu xin lỗi với hai ngày hẹn: báo rõ ngày có hiệu lực.</source>
        <translation>The citizen may hold two apologies with two dates: say which date counts.</translation>
    </message>
    <message>
        <source>Người dân có thể cầm phiếu từ chối: báo rằng hồ sơ vẫn được tiếp nhận.</source>
        <translation>The citizen may hold a refusal: say that the dossier was received all the same.</translation>
    </message>
    <message>
        <source>Hỏi lại người dân: nhận kết quả đã có, hay thôi không nhận.</source>
        <translation>Ask the citizen: take the result that is there, or not.</translation>
    </message>
    <message>
        <source>Không đọc được</source>
        <translation>Unreadable</translation>
    </message>
    <message>
        <source>Thay đổi: {thing}</source>
        <translation>Change: {thing}</translation>
    </message>
    <message>
        <source>hồ sơ</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>số thứ tự</source>
        <translation>number</translation>
    </message>
    <message>
        <source>đánh giá</source>
        <translation>rating</translation>
    </message>
    <message>
        <source>thông tin bộ phận</source>
        <translation>the office&apos;s particulars</translation>
    </message>
    <message>
        <source>máy của bộ phận</source>
        <translation>the office&apos;s machine</translation>
    </message>
    <message>
        <source>quầy</source>
        <translation>desk</translation>
    </message>
    <message>
        <source>cán bộ</source>
        <translation>officer</translation>
    </message>
    <message>
        <source>lĩnh vực</source>
        <translation>field</translation>
    </message>
    <message>
        <source>thủ tục</source>
        <translation>procedure</translation>
    </message>
    <message>
        <source>danh mục thủ tục</source>
        <translation>list of procedures</translation>
    </message>
    <message>
        <source>lịch làm việc</source>
        <translation>working calendar</translation>
    </message>
    <message>
        <source>giờ làm việc</source>
        <translation>working hours</translation>
    </message>
    <message>
        <source>thiết bị</source>
        <translation>device</translation>
    </message>
    <message>
        <source>ngày làm việc của hàng chờ</source>
        <translation>the queue&apos;s business day</translation>
    </message>
    <message>
        <source>máy giữ hàng chờ</source>
        <translation>the machine in charge of the queue</translation>
    </message>
    <message>
        <source>thiết lập</source>
        <translation>settings</translation>
    </message>
    <message>
        <source>Phát số</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>In phiếu số</source>
        <translation>Ticket printed</translation>
    </message>
    <message>
        <source>Gọi đến quầy {desk}</source>
        <translation>Called to desk {desk}</translation>
    </message>
    <message>
        <source>Bắt đầu phục vụ ở quầy {desk}</source>
        <translation>Service began at desk {desk}</translation>
    </message>
    <message>
        <source>Thêm việc khác</source>
        <translation>Add another matter</translation>
    </message>
    <message>
        <source>Tạm gác</source>
        <translation>Put aside</translation>
    </message>
    <message>
        <source>Chuyển số</source>
        <translation>Number sent on</translation>
    </message>
    <message>
        <source>Kết thúc lượt</source>
        <translation>Service ended</translation>
    </message>
    <message>
        <source>Vắng mặt</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>Hủy số</source>
        <translation>Cancel the number</translation>
    </message>
    <message>
        <source>Mời đánh giá ở quầy {desk}</source>
        <translation>Rating asked for at desk {desk}</translation>
    </message>
    <message>
        <source>Đánh giá của người dân</source>
        <translation>The citizen&apos;s rating</translation>
    </message>
    <message>
        <source>Lý do của đánh giá</source>
        <translation>Reasons of the rating</translation>
    </message>
    <message>
        <source>Không đánh giá</source>
        <translation>Not rated</translation>
    </message>
    <message>
        <source>Đổi trạng thái quầy {desk}</source>
        <translation>State of desk {desk} changed</translation>
    </message>
    <message>
        <source>Quầy {desk} cần hỗ trợ gấp</source>
        <translation>Desk {desk} needs help now</translation>
    </message>
    <message>
        <source>Nhận đến hỗ trợ</source>
        <translation>Help is coming</translation>
    </message>
    <message>
        <source>Hết cần hỗ trợ</source>
        <translation>Help no longer needed</translation>
    </message>
    <message>
        <source>Nhận giữ hàng chờ</source>
        <translation>Took charge of the queue</translation>
    </message>
</context>
<context>
    <name>ReviewBadge</name>
    <message>
        <source>Cần xem lại</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>{count} mục cần xem lại (Ctrl+7)</source>
        <translation>{count} to review (Ctrl+7)</translation>
    </message>
    <message>
        <source>{count} cần xem lại</source>
        <translation>{count} to review</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>Đã ghi: {count} mục đã xử lý.</source>
        <translation>Recorded: {count} items are settled.</translation>
    </message>
    <message>
        <source>Đã ghi: đã xử lý xong.</source>
        <translation>Recorded: settled.</translation>
    </message>
    <message>
        <source>Đã ghi: giữ như hiện tại.</source>
        <translation>Recorded: left as it is.</translation>
    </message>
    <message>
        <source>Đã làm lại việc này; từ nay việc có hiệu lực.</source>
        <translation>Done anew; from now on it is in force.</translation>
    </message>
    <message>
        <source>Mở lại</source>
        <translation>Open again</translation>
    </message>
</context>
<context>
    <name>ReviewDetail</name>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Giữ như hiện tại</source>
        <translation>Leave as it is</translation>
    </message>
    <message>
        <source>Làm lại việc này</source>
        <translation>Do it anew</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open dossier</translation>
    </message>
    <message>
        <source>Đã xử lý xong</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>Đã xử lý cả {count} mục của máy này</source>
        <translation>All {count} items of this machine are settled</translation>
    </message>
    <message>
        <source>Cần người quản trị quyết định.</source>
        <translation>An administrator has to decide.</translation>
    </message>
    <message>
        <source>Việc này của người khác: cần lãnh đạo hoặc người quản trị quyết định.</source>
        <translation>Somebody else&apos;s work: a leader or an administrator has to decide.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Cần xem lại</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>Các mục cần xem lại</source>
        <translation>Items to review</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Ghi lúc</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>{count} mục</source>
        <translation>{count} items</translation>
    </message>
    <message>
        <source>Còn {count} mục cũ hơn sẽ hiện khi xong những mục này.</source>
        <translation>{count} older items follow when these are done.</translation>
    </message>
    <message>
        <source>Không có gì cần xem lại</source>
        <translation>Nothing to review</translation>
    </message>
    <message>
        <source>Khi mất mạng, hai máy có thể ghi những việc trái nhau vào cùng một hồ sơ. Việc nào không khớp sẽ hiện ở đây, cả hai bản cạnh nhau, để ông/bà quyết định. Không việc nào bị mất.</source>
        <translation>Without a link two machines may record things that contradict each other in one dossier. What does not fit appears here, both versions side by side, for you to decide. Nothing is lost.</translation>
    </message>
</context>
<context>
    <name>RulePart</name>
    <message>
        <source>Số ưu tiên gọi liền nhau</source>
        <translation>Priority numbers in a row</translation>
    </message>
    <message>
        <source>Số thường gọi xen vào</source>
        <translation>Ordinary numbers between</translation>
    </message>
    <message>
        <source>Không ai chờ quá, phút</source>
        <translation>Nobody waits longer than, minutes</translation>
    </message>
    <message>
        <source>Hàng chờ dài từ bao nhiêu người</source>
        <translation>A long queue from how many people</translation>
    </message>
    <message>
        <source>Số lần gọi nhiều nhất</source>
        <translation>Calls at most</translation>
    </message>
    <message>
        <source>Người vắng gọi lại được trong bao nhiêu số</source>
        <translation>No-shows can be called back within how many numbers</translation>
    </message>
    <message>
        <source>Máy giữ hàng chờ im bao nhiêu giây thì đổi máy</source>
        <translation>Seconds of silence of the machine that keeps the queue before another takes over</translation>
    </message>
    <message>
        <source>Về quy tắc có sẵn</source>
        <translation>Back to the standard rule</translation>
    </message>
    <message>
        <source>Lưu quy tắc</source>
        <translation>Save the rule</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Chưa lưu</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Ai được gọi tiếp theo</source>
        <translation>Who is called next</translation>
    </message>
    <message>
        <source>Sau</source>
        <translation>After</translation>
    </message>
    <message>
        <source>số ưu tiên thì gọi</source>
        <translation>priority numbers, call</translation>
    </message>
    <message>
        <source>số thường;</source>
        <translation>ordinary numbers;</translation>
    </message>
    <message>
        <source>không ai chờ quá</source>
        <translation>nobody waits longer than</translation>
    </message>
    <message>
        <source>phút.</source>
        <translation>minutes.</translation>
    </message>
    <message>
        <source>Các con số khác</source>
        <translation>The other figures</translation>
    </message>
    <message>
        <source>Máy lấy số hỏi lại khi có</source>
        <translation>The kiosk asks again from</translation>
    </message>
    <message>
        <source>người đang chờ</source>
        <translation>people waiting</translation>
    </message>
    <message>
        <source>Gọi một số nhiều nhất</source>
        <translation>A number is called at most</translation>
    </message>
    <message>
        <source>lần</source>
        <translation>times</translation>
    </message>
    <message>
        <source>Người vắng gọi lại được trong</source>
        <translation>No-shows can be called back within</translation>
    </message>
    <message>
        <source>số</source>
        <translation>numbers</translation>
    </message>
    <message>
        <source>Máy dự phòng tiếp quản sau</source>
        <translation>A standby takes over after</translation>
    </message>
    <message>
        <source>giây im lặng</source>
        <translation>seconds of silence</translation>
    </message>
    <message>
        <source>0 ở ô chờ quá: không giới hạn. 0 ở ô hỏi lại: không hỏi.</source>
        <translation>0 for the longest wait: no bound. 0 for asking again: never.</translation>
    </message>
    <message>
        <source>Không phân ưu tiên: ai đến trước gọi trước.</source>
        <translation>No priority: first come, first served.</translation>
    </message>
    <message>
        <source>Gọi hết người ưu tiên rồi mới đến người khác.</source>
        <translation>All priority numbers first, then the others.</translation>
    </message>
    <message>
        <source>Cứ {priority} người ưu tiên thì xen {other} người khác.</source>
        <translation>After every {priority} with priority, {other} of the others.</translation>
    </message>
    <message>
        <source>Ai chờ đủ {minutes} phút được gọi trước tất cả.</source>
        <translation>Whoever has waited {minutes} minutes is called before all.</translation>
    </message>
    <message>
        <source>Không giới hạn thời gian chờ.</source>
        <translation>No bound on waiting.</translation>
    </message>
</context>
<context>
    <name>ScanControl</name>
    <message>
        <source>Đã gửi tờ phân cách tới máy in.</source>
        <translation>The separator sheets were sent to the printer.</translation>
    </message>
    <message>
        <source>Lưu tệp</source>
        <translation>Save file</translation>
    </message>
    <message>
        <source>Đã lưu: {path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <source>Đã quét cả tập: {count} trang.</source>
        <translation>The whole batch is scanned: {count} pages.</translation>
    </message>
    <message>
        <source>Xem từng giấy tờ (F12); trang đặt nhầm chỗ thì chuyển sang giấy tờ khác.</source>
        <translation>Look at each paper (F12); a page in the wrong place is moved to another paper.</translation>
    </message>
    <message>
        <source>Đã có mặt trước. Lật thẻ, đặt lại lên kính rồi quét mặt sau.</source>
        <translation>The front is here. Turn the card over on the glass and scan the back.</translation>
    </message>
    <message>
        <source>Mặt sau</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Quét mặt sau</source>
        <translation>Scan the backs</translation>
    </message>
    <message>
        <source>Mới có {have}/{count} mặt sau. Đặt các tờ còn lại rồi quét tiếp.</source>
        <translation>Only {have}/{count} backs yet. Put in the other sheets and go on.</translation>
    </message>
    <message>
        <source>Quét tiếp</source>
        <translation>Go on scanning</translation>
    </message>
    <message>
        <source>Có {have} mặt sau nhưng chỉ có {count} mặt trước: các trang để nguyên ở cuối, xin xếp lại.</source>
        <translation>{have} backs for only {count} fronts: the pages stay at the end, please put them in order.</translation>
    </message>
</context>
<context>
    <name>ScanStrip</name>
    <message>
        <source>Xem và sửa trang</source>
        <translation>See and edit pages</translation>
    </message>
    <message>
        <source>Quét mặt sau</source>
        <translation>Scan the backs</translation>
    </message>
    <message>
        <source>Quét cả tập</source>
        <translation>Scan a whole batch</translation>
    </message>
    <message>
        <source>Không quét: giấy chỉ xuất trình, tài liệu mật, giấy đã nộp bản điện tử.</source>
        <translation>Not scanned: papers only shown, secret documents, papers filed electronically.</translation>
    </message>
    <message>
        <source>Quét vào “{paper}”</source>
        <translation>Scan into “{paper}”</translation>
    </message>
    <message>
        <source>Không có giấy tờ nào cần quét</source>
        <translation>No paper needs a scan</translation>
    </message>
    <message>
        <source>Quét: {way}</source>
        <translation>Scan: {way}</translation>
    </message>
</context>
<context>
    <name>ScanWays</name>
    <message>
        <source>Giấy tờ thường</source>
        <translation>Ordinary papers</translation>
    </message>
    <message>
        <source>Xám, 200 điểm/inch, khổ A4, từ khay nạp</source>
        <translation>Grey, 200 dpi, A4, from the feeder</translation>
    </message>
    <message>
        <source>Giấy in hai mặt</source>
        <translation>Printed on both sides</translation>
    </message>
    <message>
        <source>Như giấy tờ thường, chụp cả hai mặt nếu máy có</source>
        <translation>Like ordinary papers, both sides where the scanner can</translation>
    </message>
    <message>
        <source>Bản có dấu, có màu</source>
        <translation>With a seal, in colour</translation>
    </message>
    <message>
        <source>Màu, 300 điểm/inch, khổ A4, từ khay nạp</source>
        <translation>Colour, 300 dpi, A4, from the feeder</translation>
    </message>
    <message>
        <source>Thẻ căn cước</source>
        <translation>Identity card</translation>
    </message>
    <message>
        <source>Hai mặt thẻ trên mặt kính, ghép thành một trang A4</source>
        <translation>Both sides of the card on the glass, joined on one A4 page</translation>
    </message>
    <message>
        <source>Một tờ trên mặt kính</source>
        <translation>One sheet on the glass</translation>
    </message>
    <message>
        <source>Màu, 300 điểm/inch, khổ A4, cho giấy rách, mỏng hoặc đóng tập</source>
        <translation>Colour, 300 dpi, A4, for torn, thin or bound papers</translation>
    </message>
    <message>
        <source>Đen trắng, tệp nhỏ</source>
        <translation>Black and white, small file</translation>
    </message>
    <message>
        <source>Chỉ chữ đen trên giấy trắng, 300 điểm/inch, khổ A4, từ khay nạp</source>
        <translation>Only black text on white paper, 300 dpi, A4, from the feeder</translation>
    </message>
</context>
<context>
    <name>ScanWords</name>
    <message>
        <source>{count} trang quét</source>
        <translation>{count} scanned pages</translation>
    </message>
    <message>
        <source>đang tải từ máy chủ</source>
        <translation>fetching from the server</translation>
    </message>
    <message>
        <source>ở máy chủ, chưa tải được</source>
        <translation>on the server, not fetched yet</translation>
    </message>
    <message>
        <source>tìm được theo chữ</source>
        <translation>found by its words</translation>
    </message>
    <message>
        <source>{count} trang không nhận dạng được chữ</source>
        <translation>{count} pages whose text could not be recognised</translation>
    </message>
    <message>
        <source>đang nhận dạng chữ: {read}/{pages} trang</source>
        <translation>recognising text: {read}/{pages} pages</translation>
    </message>
    <message>
        <source>chưa nhận dạng chữ</source>
        <translation>text not recognised yet</translation>
    </message>
</context>
<context>
    <name>SecondFactorForm</name>
    <message>
        <source>Mã QR để điện thoại quét</source>
        <translation>QR code for the phone to scan</translation>
    </message>
    <message>
        <source>Mật khẩu của mình</source>
        <translation>Your password</translation>
    </message>
    <message>
        <source>6 chữ số điện thoại đang hiện</source>
        <translation>6 digits now shown on the phone</translation>
    </message>
    <message>
        <source>Dùng mã trên điện thoại</source>
        <translation>Use code on the phone</translation>
    </message>
    <message>
        <source>Đã ghi lại mười mã này</source>
        <translation>I wrote down the ten codes</translation>
    </message>
    <message>
        <source>Khóa để nhập bằng tay: {key}</source>
        <translation>Key to type by hand: {key}</translation>
    </message>
    <message>
        <source>Mã {number}: {code}</source>
        <translation>Code {number}: {code}</translation>
    </message>
    <message>
        <source>Chưa nhập</source>
        <translation>Not typed yet</translation>
    </message>
    <message>
        <source>1. Trên điện thoại, mở một ứng dụng xác thực (Google Authenticator, Microsoft Authenticator…).</source>
        <translation>1. On the phone, open an authenticator app (Google Authenticator, Microsoft Authenticator…).</translation>
    </message>
    <message>
        <source>2. Quét hình bên trái. Không quét được thì nhập khóa này:</source>
        <translation>2. Scan the picture on the left. If that fails, type this key:</translation>
    </message>
    <message>
        <source>3. Nhập 6 chữ số mà điện thoại hiện ra.</source>
        <translation>3. Type the 6 digits that the phone shows.</translation>
    </message>
    <message>
        <source>Ghi mười mã này ra giấy và cất nơi khóa kín. Khi không có điện thoại, mỗi mã thay được một lần. Các mã chỉ hiện lần này.</source>
        <translation>Write these ten codes on paper and lock it away. Without the phone, each of them works once instead. The codes are shown this once only.</translation>
    </message>
</context>
<context>
    <name>SecretAndCode</name>
    <message>
        <source>Mã trên điện thoại, hoặc mã dự phòng</source>
        <translation>Code on the phone, or spare code</translation>
    </message>
</context>
<context>
    <name>SecretForm</name>
    <message>
        <source>Mật khẩu đang dùng</source>
        <translation>Current password</translation>
    </message>
    <message>
        <source>Mật khẩu mới</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu mới</source>
        <translation>Repeat the new password</translation>
    </message>
    <message>
        <source>Đổi mật khẩu</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>Từ 8 chữ hoặc số trở lên. Vài từ ghép lại thì dễ nhớ và khó đoán.</source>
        <translation>8 letters or digits or more. A few words together are easy to remember and hard to guess.</translation>
    </message>
    <message>
        <source>Nhập mật khẩu đang dùng</source>
        <translation>Type the current password</translation>
    </message>
    <message>
        <source>Hai lần nhập chưa giống nhau</source>
        <translation>The two entries differ</translation>
    </message>
</context>
<context>
    <name>Security</name>
    <message>
        <source>Mở chương trình, bản {version}</source>
        <translation>Open program, version {version}</translation>
    </message>
    <message>
        <source>Đóng chương trình</source>
        <translation>Close program</translation>
    </message>
    <message>
        <source>Nâng cấp kho dữ liệu từ bản {before} lên bản {after}</source>
        <translation>Upgrade data store from version {before} to {after}</translation>
    </message>
    <message>
        <source>Đăng nhập</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>Đăng nhập không được</source>
        <translation>Log-in failed</translation>
    </message>
    <message>
        <source>Khóa tài khoản {minutes} phút vì sai {tries} lần liền</source>
        <translation>Account locked for {minutes} minutes after {tries} wrong tries in a row</translation>
    </message>
    <message>
        <source>Khóa màn hình</source>
        <translation>Lock screen</translation>
    </message>
    <message>
        <source>Mở khóa màn hình</source>
        <translation>Unlock screen</translation>
    </message>
    <message>
        <source>Rời quầy</source>
        <translation>Leave desk</translation>
    </message>
    <message>
        <source>Người quản trị cho phép một việc tại máy này</source>
        <translation>An administrator gave leave for one act at this machine</translation>
    </message>
    <message>
        <source>Đổi mật khẩu hoặc PIN</source>
        <translation>Change password or PIN</translation>
    </message>
    <message>
        <source>Đặt lớp xác thực thứ hai</source>
        <translation>Set up second factor</translation>
    </message>
    <message>
        <source>Thêm tài khoản cán bộ</source>
        <translation>Add officer&apos;s account</translation>
    </message>
    <message>
        <source>Mở lại hoặc đổi việc được giao của một tài khoản</source>
        <translation>Reopen an account or change its duties</translation>
    </message>
    <message>
        <source>Ngừng tài khoản cán bộ</source>
        <translation>End officer&apos;s account</translation>
    </message>
    <message>
        <source>Làm việc không được giao quyền, đã bị từ chối</source>
        <translation>Act without the right to it, refused</translation>
    </message>
    <message>
        <source>Xem hồ sơ không phải việc của mình</source>
        <translation>Look at a dossier that is not one&apos;s work</translation>
    </message>
    <message>
        <source>Xuất danh sách ra tệp, {rows} dòng</source>
        <translation>Export list to file, {rows} lines</translation>
    </message>
    <message>
        <source>In danh sách, {rows} dòng</source>
        <translation>Print list, {rows} lines</translation>
    </message>
    <message>
        <source>Sao lưu xong</source>
        <translation>Backup done</translation>
    </message>
    <message>
        <source>Sao lưu không thành</source>
        <translation>Backup failed</translation>
    </message>
    <message>
        <source>Khôi phục dữ liệu từ bản sao lưu</source>
        <translation>Restore data from backup</translation>
    </message>
    <message>
        <source>Ký gửi khóa dữ liệu</source>
        <translation>Deposit data key in escrow</translation>
    </message>
    <message>
        <source>Tệp khóa dữ liệu từng để người khác đọc được</source>
        <translation>Data key&apos;s file could be read by others</translation>
    </message>
    <message>
        <source>Nhận thêm một máy trạm</source>
        <translation>Admit another machine</translation>
    </message>
    <message>
        <source>Ngừng cho một máy trạm vào</source>
        <translation>Bar a machine</translation>
    </message>
    <message>
        <source>Đồng hồ máy bị lệch hoặc bị chỉnh</source>
        <translation>Machine&apos;s clock is off or was changed</translation>
    </message>
    <message>
        <source>Sổ gốc bị sửa: có dòng không còn khớp chữ ký</source>
        <translation>Ledger changed: a line no longer fits its signature</translation>
    </message>
    <message>
        <source>Sổ gốc không khớp mốc đã được cấp trên xác nhận</source>
        <translation>Ledger does not fit a mark confirmed by the level above</translation>
    </message>
    <message>
        <source>Nhật ký an toàn bị cắt hoặc bị sửa, tới dòng số {until}</source>
        <translation>Security log cut off or changed, up to line {until}</translation>
    </message>
    <message>
        <source>Từ chối chứng thư của máy chủ</source>
        <translation>Server&apos;s certificate refused</translation>
    </message>
    <message>
        <source>Từ chối dữ liệu đưa vào</source>
        <translation>Incoming data refused</translation>
    </message>
    <message>
        <source>Đổi bản chương trình, từ {before} sang {after}</source>
        <translation>Change the program&apos;s version, from {before} to {after}</translation>
    </message>
    <message>
        <source>Từ chối bản cập nhật</source>
        <translation>Update refused</translation>
    </message>
    <message>
        <source>tài khoản đã ngừng</source>
        <translation>account ended</translation>
    </message>
    <message>
        <source>tài khoản đang bị khóa</source>
        <translation>account locked</translation>
    </message>
    <message>
        <source>máy rời cấp trên quá lâu</source>
        <translation>machine away from the level above too long</translation>
    </message>
    <message>
        <source>tài khoản lâu không dùng</source>
        <translation>account long unused</translation>
    </message>
    <message>
        <source>không ai thao tác</source>
        <translation>nobody at the machine</translation>
    </message>
    <message>
        <source>cán bộ tự khóa</source>
        <translation>locked by the officer</translation>
    </message>
    <message>
        <source>việc</source>
        <translation>act</translation>
    </message>
    <message>
        <source>số byte</source>
        <translation>bytes</translation>
    </message>
    <message>
        <source>mã lỗi</source>
        <translation>error code</translation>
    </message>
    <message>
        <source>việc được giao</source>
        <translation>duties</translation>
    </message>
    <message>
        <source>số dòng sổ gốc</source>
        <translation>lines of the ledger</translation>
    </message>
    <message>
        <source>cách</source>
        <translation>way</translation>
    </message>
    <message>
        <source>thay cho</source>
        <translation>instead of</translation>
    </message>
    <message>
        <source>danh sách</source>
        <translation>list</translation>
    </message>
    <message>
        <source>đơn vị</source>
        <translation>office</translation>
    </message>
    <message>
        <source>bản</source>
        <translation>copies</translation>
    </message>
    <message>
        <source>khóa nhận</source>
        <translation>recipient key</translation>
    </message>
    <message>
        <source>chi tiết</source>
        <translation>detail</translation>
    </message>
    <message>
        <source>hiện đủ số giấy tờ</source>
        <translation>full paper numbers shown</translation>
    </message>
    <message>
        <source>mở lại tài khoản</source>
        <translation>account reopened</translation>
    </message>
    <message>
        <source>tự đổi</source>
        <translation>changed by oneself</translation>
    </message>
    <message>
        <source>người khác đặt lại</source>
        <translation>reset by somebody else</translation>
    </message>
    <message>
        <source>có</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>không</source>
        <translation>no</translation>
    </message>
    <message>
        <source>nhật ký an toàn</source>
        <translation>security log</translation>
    </message>
    <message>
        <source>hồ sơ</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>nội dung đã khác lúc ghi</source>
        <translation>content differs from when written</translation>
    </message>
    <message>
        <source>chữ ký không khớp</source>
        <translation>signature does not fit</translation>
    </message>
    <message>
        <source>chuỗi bị đứt</source>
        <translation>chain broken</translation>
    </message>
    <message>
        <source>thiếu dòng trước đó</source>
        <translation>earlier lines missing</translation>
    </message>
    <message>
        <source>sao lưu</source>
        <translation>backup</translation>
    </message>
    <message>
        <source>lịch làm việc</source>
        <translation>working calendar</translation>
    </message>
    <message>
        <source>danh mục thủ tục</source>
        <translation>list of procedures</translation>
    </message>
    <message>
        <source>xem hồ sơ</source>
        <translation>looking at dossiers</translation>
    </message>
    <message>
        <source>xuất danh sách</source>
        <translation>exporting lists</translation>
    </message>
    <message>
        <source>giấy tờ của hồ sơ</source>
        <translation>papers of the dossier</translation>
    </message>
    <message>
        <source>nơi thu nhật ký</source>
        <translation>log collector</translation>
    </message>
    <message>
        <source>ký gửi khóa</source>
        <translation>key escrow</translation>
    </message>
    <message>
        <source>giải quyết hồ sơ</source>
        <translation>settling dossiers</translation>
    </message>
    <message>
        <source>ai đã xem hồ sơ</source>
        <translation>who has looked at the dossier</translation>
    </message>
    <message>
        <source>tài khoản cán bộ</source>
        <translation>officers&apos; accounts</translation>
    </message>
    <message>
        <source>hàng chờ</source>
        <translation>queue</translation>
    </message>
    <message>
        <source>cài đặt hàng chờ</source>
        <translation>queue settings</translation>
    </message>
    <message>
        <source>tiếp nhận hồ sơ</source>
        <translation>receiving dossiers</translation>
    </message>
    <message>
        <source>sổ theo dõi</source>
        <translation>register</translation>
    </message>
    <message>
        <source>việc cần xem lại</source>
        <translation>items to review</translation>
    </message>
    <message>
        <source>máy trạm</source>
        <translation>machine</translation>
    </message>
    <message>
        <source>Mọi việc</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Đăng nhập, khóa máy</source>
        <translation>Log-ins, locks</translation>
    </message>
    <message>
        <source>Tài khoản và quyền</source>
        <translation>Accounts and rights</translation>
    </message>
    <message>
        <source>Xem, xuất, in dữ liệu</source>
        <translation>Viewing, export, print</translation>
    </message>
    <message>
        <source>Sao lưu và khóa dữ liệu</source>
        <translation>Backup and data key</translation>
    </message>
    <message>
        <source>Máy trạm, đường truyền</source>
        <translation>Machines, links</translation>
    </message>
    <message>
        <source>Dấu hiệu can thiệp</source>
        <translation>Signs of tampering</translation>
    </message>
    <message>
        <source>Chương trình</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Nghiêm trọng</source>
        <translation>Critical</translation>
    </message>
    <message>
        <source>Cao</source>
        <translation>High</translation>
    </message>
    <message>
        <source>Chú ý</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>Cần biết</source>
        <translation>Good to know</translation>
    </message>
    <message>
        <source>Thường</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Sai mật khẩu hoặc mã lần {tries}</source>
        <translation>Wrong password or code, try {tries}</translation>
    </message>
    <message>
        <source>Mở chương trình, bản {version}; lần trước tắt đột ngột</source>
        <translation>Open program, version {version}; it ended abruptly last time</translation>
    </message>
    <message>
        <source>bị chỉnh {span}</source>
        <translation>changed by {span}</translation>
    </message>
    <message>
        <source>lệch {span} so với cấp trên</source>
        <translation>off by {span} from the level above</translation>
    </message>
    <message>
        <source>chậm {span} so với dòng mới nhất của máy này</source>
        <translation>{span} behind this machine&apos;s newest line</translation>
    </message>
    <message>
        <source>{count} ngày</source>
        <translation>{count} days</translation>
    </message>
    <message>
        <source>{count} giờ</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} phút</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} giây</source>
        <translation>{count} seconds</translation>
    </message>
    <message>
        <source>cán bộ {key}</source>
        <translation>officer {key}</translation>
    </message>
    <message>
        <source>hồ sơ {key}</source>
        <translation>dossier {key}</translation>
    </message>
    <message>
        <source>máy {key}</source>
        <translation>machine {key}</translation>
    </message>
</context>
<context>
    <name>SecurityController</name>
    <message>
        <source>Chỉ người có quyền quản trị được xem nhật ký an toàn.</source>
        <translation>Only an officer with administration rights may see the security log.</translation>
    </message>
    <message>
        <source>Đã ghi {count} dòng vào {path}</source>
        <translation>Rows written: {count}, to {path}</translation>
    </message>
    <message>
        <source>Đã lưu. Nhật ký được gửi tới {address}.</source>
        <translation>Saved. The log is sent to {address}.</translation>
    </message>
    <message>
        <source>Đã lưu. Nhật ký không gửi đi đâu, chỉ giữ ở máy này.</source>
        <translation>Saved. The log is sent nowhere and kept on this machine only.</translation>
    </message>
    <message>
        <source>Không có dòng nào như vậy.</source>
        <translation>There is no such line.</translation>
    </message>
    <message>
        <source>Chưa gửi đi đâu: nhật ký chỉ ở máy này.</source>
        <translation>Sent nowhere: the log is on this machine only.</translation>
    </message>
    <message>
        <source>{count} dòng đang chờ gửi.</source>
        <translation>{count} lines waiting to be sent.</translation>
    </message>
    <message>
        <source>Đang gửi: còn {count} dòng.</source>
        <translation>Sending: {count} lines left.</translation>
    </message>
    <message>
        <source>Đã gửi hết.</source>
        <translation>All sent.</translation>
    </message>
    <message>
        <source>Lưu nhật ký an toàn</source>
        <translation>Save security log</translation>
    </message>
    <message>
        <source>Tệp CSV (*.csv)</source>
        <translation>CSV file (*.csv)</translation>
    </message>
</context>
<context>
    <name>SecurityModel</name>
    <message>
        <source>Lúc</source>
        <translation>At</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation>Officers</translation>
    </message>
    <message>
        <source>Mức</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Máy tự ghi</source>
        <translation>The machine itself</translation>
    </message>
</context>
<context>
    <name>SecurityTab</name>
    <message>
        <source>Tìm trong nhật ký</source>
        <translation>Search the log</translation>
    </message>
    <message>
        <source>Việc, tên cán bộ (không cần dấu), mã hồ sơ</source>
        <translation>Act, officer&apos;s name (marks not needed), dossier code</translation>
    </message>
    <message>
        <source>Loại việc</source>
        <translation>Kind of act</translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation>Officers</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Ngày/tháng/năm</source>
        <translation>Day/month/year</translation>
    </message>
    <message>
        <source>Xuất tệp CSV…</source>
        <translation>Export CSV…</translation>
    </message>
    <message>
        <source>Xuất</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Nơi thu nhật ký</source>
        <translation>Log collector</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Đang đọc nhật ký…</source>
        <translation>Reading the log…</translation>
    </message>
    <message>
        <source>Cán bộ: tất cả</source>
        <translation>Officer: all</translation>
    </message>
    <message>
        <source>{count} dòng, còn nữa</source>
        <translation>{count} lines, and more</translation>
    </message>
    <message>
        <source>{count} dòng</source>
        <translation>{count} lines</translation>
    </message>
    <message>
        <source>Ngày chưa đúng, ghi như 23/11/2026</source>
        <translation>The date is not right; write it like 23/11/2026</translation>
    </message>
    <message>
        <source>Gửi về nơi thu nhật ký</source>
        <translation>Send to log collector</translation>
    </message>
</context>
<context>
    <name>SecurityTable</name>
    <message>
        <source>Nhật ký an toàn</source>
        <translation>Security log</translation>
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
        <source>từ 8 chữ trở lên</source>
        <translation>at least 8 characters</translation>
    </message>
    <message>
        <source>quá dễ đoán</source>
        <translation>too easy to guess</translation>
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
        <source>gồm 20 chữ và số, như trên màn hình máy giữ hàng chờ</source>
        <translation>20 letters and digits, as on the screen of the machine that keeps the queue</translation>
    </message>
    <message>
        <source>cần địa chỉ máy chủ</source>
        <translation>needs the server address</translation>
    </message>
    <message>
        <source>tên này đã có</source>
        <translation>this name is taken</translation>
    </message>
    <message>
        <source>ghi như 192.168.1.10</source>
        <translation>write it like 192.168.1.10</translation>
    </message>
    <message>
        <source>Chọn ít nhất một việc cho máy này</source>
        <translation>Choose at least one use of this machine</translation>
    </message>
    <message>
        <source>Mã không đúng, đã dùng hoặc đã quá một giờ.</source>
        <translation>The code is wrong, used, or older than an hour.</translation>
    </message>
    <message>
        <source>Tạo mã mới ở máy giữ hàng chờ: trang Quản trị, mục Máy trạm.</source>
        <translation>Make a new code at the machine that keeps the queue: Administration, Machines.</translation>
    </message>
    <message>
        <source>Mã không đúng, hoặc máy ở địa chỉ này không phải là máy đã tạo mã. Chưa gửi gì đi.</source>
        <translation>The code is wrong, or the machine at this address is not the one that made it. Nothing was sent.</translation>
    </message>
    <message>
        <source>So lại từng chữ của mã và địa chỉ với màn hình máy giữ hàng chờ, rồi làm lại.</source>
        <translation>Compare each letter of the code and the address with the screen of the machine that keeps the queue, then do it again.</translation>
    </message>
    <message>
        <source>Không có máy nào trả lời ở địa chỉ này.</source>
        <translation>No machine answers at this address.</translation>
    </message>
    <message>
        <source>Xem máy giữ hàng chờ đã mở chưa, hai máy có cùng mạng không, địa chỉ có đúng không.</source>
        <translation>See whether the machine that keeps the queue is on, whether both are in one network, and whether the address is right.</translation>
    </message>
    <message>
        <source>Mã ghi danh không đúng hoặc đã dùng cho máy khác.</source>
        <translation>The code is wrong, or was used for another machine.</translation>
    </message>
    <message>
        <source>Xin tỉnh cấp mã mới cho đúng xã này.</source>
        <translation>Ask the province for a new code for this very commune.</translation>
    </message>
</context>
<context>
    <name>SetupWindow</name>
    <message>
        <source>Cài đặt Quầy Một Cửa</source>
        <translation>Set up Quầy Một Cửa</translation>
    </message>
    <message>
        <source>Văn phòng mới trên máy này</source>
        <translation>A new office on this machine</translation>
    </message>
    <message>
        <source>Nối vào văn phòng đã có</source>
        <translation>Join an office</translation>
    </message>
    <message>
        <source>Khôi phục từ máy chủ của tỉnh</source>
        <translation>Restore from the province&apos;s server</translation>
    </message>
    <message>
        <source>Lấy lại từ bản sao lưu</source>
        <translation>Get back from backup</translation>
    </message>
    <message>
        <source>Cài đặt máy này</source>
        <translation>Setting up this machine</translation>
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
        <source>Nối vào văn phòng</source>
        <translation>Join the office</translation>
    </message>
    <message>
        <source>Khôi phục máy này</source>
        <translation>Restore this machine</translation>
    </message>
    <message>
        <source>Đang chép dữ liệu của văn phòng: {copied} trên {all} mục…</source>
        <translation>Copying the office&apos;s data: {copied} of {all} items…</translation>
    </message>
    <message>
        <source>Đang kiểm tra và chép bản sao lưu: {copied} trên {all} MB…</source>
        <translation>Checking and copying the backup: {copied} of {all} MB…</translation>
    </message>
    <message>
        <source>Đang lưu…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Đang nối với văn phòng…</source>
        <translation>Connecting to the office…</translation>
    </message>
    <message>
        <source>Đang hỏi máy chủ của tỉnh…</source>
        <translation>Asking the province&apos;s server…</translation>
    </message>
    <message>
        <source>Đang mở bản sao lưu…</source>
        <translation>Opening the backup…</translation>
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
        <source>Mỗi người một mật khẩu từ 8 chữ hoặc số. Người đầu tiên là người quản trị.</source>
        <translation>A password of 8 letters or digits or more for each. The first person is the administrator.</translation>
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
        <source>Mật khẩu</source>
        <translation>Password</translation>
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
    <name>StandingCard</name>
    <message>
        <source>Giấy tờ đã gửi</source>
        <translation>Papers sent</translation>
    </message>
</context>
<context>
    <name>StationWindows</name>
    <message>
        <source>Các máy khác chưa nối được vào máy này.</source>
        <translation>The other machines cannot connect to this one yet.</translation>
    </message>
    <message>
        <source>Máy này đang tự thử lại. Nếu vẫn không được, báo kỹ thuật.</source>
        <translation>This machine keeps trying. If it stays so, tell your technician.</translation>
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
    <message>
        <source>Đã nối các máy</source>
        <translation>Connected to the office</translation>
    </message>
    <message>
        <source>Chưa nối được máy giữ hàng chờ, từ {time}</source>
        <translation>Not connected to the machine that keeps the queue, since {time}</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>Bước tiếp theo</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Người nhận</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Số văn bản</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>Ngày ký (ngày/tháng/năm)</source>
        <translation>Signed on (day/month/year)</translation>
    </message>
    <message>
        <source>Kết quả là từ chối giải quyết</source>
        <translation>The result is a refusal</translation>
    </message>
    <message>
        <source>Ý kiến</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Trả lại</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>Trả</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung</source>
        <translation>Request supplement</translation>
    </message>
    <message>
        <source>Bổ sung</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung (Alt+B)</source>
        <translation>Request supplement (Alt+B)</translation>
    </message>
    <message>
        <source>Hẹn lại</source>
        <translation>New date</translation>
    </message>
    <message>
        <source>Xin lỗi và hẹn lại ngày trả (Alt+H)</source>
        <translation>Apology and new date (Alt+H)</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open dossier</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Nhận bàn giao</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Chuyển bước</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Duyệt kết quả</source>
        <translation>Approve result</translation>
    </message>
    <message>
        <source>Phát hành kết quả</source>
        <translation>Release result</translation>
    </message>
    <message>
        <source>Chuyển kết quả về quầy</source>
        <translation>Send result to desk</translation>
    </message>
    <message>
        <source>Việc tiếp theo</source>
        <translation>Next task</translation>
    </message>
    <message>
        <source>{count} hồ sơ</source>
        <translation>Dossiers: {count}</translation>
    </message>
    <message>
        <source>mẫu 06 tự ghi</source>
        <translation>form 06 fills itself in</translation>
    </message>
    <message>
        <source>Còn {count} dự thảo chưa xem. Bấm phím cách để xem rồi duyệt.</source>
        <translation>Drafts not viewed: {count}. Press Space to view, then approve.</translation>
    </message>
    <message>
        <source>Nhận hồ sơ</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Trình lãnh đạo duyệt</source>
        <translation>Send for approval</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Duyệt</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Xong, có kết quả</source>
        <translation>Done, with result</translation>
    </message>
    <message>
        <source>Chuyển về quầy</source>
        <translation>Send to desk</translation>
    </message>
    <message>
        <source>{act} ({count} hồ sơ)</source>
        <translation>{act} (dossiers: {count})</translation>
    </message>
</context>
<context>
    <name>StepPart</name>
    <message>
        <source>Bước tiếp theo</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>{count} giờ làm việc</source>
        <translation>{count} working hours</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>Tiếp nhận</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Chờ {who} nhận</source>
        <translation>Waiting for {who} to take over</translation>
    </message>
    <message>
        <source>định mức {span}</source>
        <translation>planned {span}</translation>
    </message>
    <message>
        <source>chờ {who} nhận</source>
        <translation>waiting for {who} to take over</translation>
    </message>
    <message>
        <source>dùng {used}</source>
        <translation>used {used}</translation>
    </message>
    <message>
        <source>dùng {used} trên {allowed}</source>
        <translation>used {used} of {allowed}</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Tên bước</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Bộ phận</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Giờ làm việc</source>
        <translation>Working hours</translation>
    </message>
    <message>
        <source>Bỏ bước này</source>
        <translation>Remove this step</translation>
    </message>
    <message>
        <source>giờ</source>
        <translation>hours</translation>
    </message>
</context>
<context>
    <name>StepsEditor</name>
    <message>
        <source>Thêm bước</source>
        <translation>Add a step</translation>
    </message>
    <message>
        <source>8 giờ làm việc là một ngày. Không ghi bước nào thì cả hồ sơ tính theo ngày hẹn trả.</source>
        <translation>Eight working hours are a day. Without steps the whole dossier goes by its due date.</translation>
    </message>
</context>
<context>
    <name>StickControl</name>
    <message>
        <source>Đang xem thẻ nhớ…</source>
        <translation>Looking at the stick…</translation>
    </message>
    <message>
        <source>Đang lưu khóa của tỉnh…</source>
        <translation>Saving the province&apos;s key…</translation>
    </message>
    <message>
        <source>Chưa xác nhận khóa nên chưa xuất, chưa nhập gì.</source>
        <translation>The key was not confirmed, so nothing was exported or imported.</translation>
    </message>
    <message>
        <source>Đang ghi ra thẻ nhớ. Đừng rút thẻ.</source>
        <translation>Writing to the stick. Do not pull it out.</translation>
    </message>
    <message>
        <source>Đang nhận từ thẻ nhớ. Đừng rút thẻ.</source>
        <translation>Reading from the stick. Do not pull it out.</translation>
    </message>
    <message>
        <source>Đã ghi {entries} mục và {blobs} giấy tờ ra thẻ nhớ. Rút thẻ an toàn rồi mang lên tỉnh.</source>
        <translation>{entries} items and {blobs} papers are on the stick. Eject it and take it to the province.</translation>
    </message>
    <message>
        <source>Không có gì chờ gửi. Thẻ nhớ vẫn dùng được để xin tỉnh gửi dữ liệu về.</source>
        <translation>Nothing waits to be sent. The stick still asks the province for its data.</translation>
    </message>
    <message>
        <source>Tỉnh đã nhận {acknowledged} mục và {blobs} giấy tờ của máy này; nhận về {entries} mục của máy khác.</source>
        <translation>The province has {acknowledged} items and {blobs} papers of this machine; {entries} items of other machines came.</translation>
    </message>
</context>
<context>
    <name>StickPart</name>
    <message>
        <source>Xuất ra thẻ nhớ…</source>
        <translation>Export to a stick…</translation>
    </message>
    <message>
        <source>Nhập từ thẻ nhớ…</source>
        <translation>Import from a stick…</translation>
    </message>
    <message>
        <source>Mã tỉnh cấp (chỉ khi tỉnh chưa biết máy này)</source>
        <translation>Code from the province (only if it does not know this machine)</translation>
    </message>
    <message>
        <source>Đúng, là khóa của tỉnh</source>
        <translation>Yes, it is the province&apos;s key</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cần người có quyền quản trị so và xác nhận.</source>
        <translation>An administrator has to compare and confirm it.</translation>
    </message>
    <message>
        <source>Thẻ nhớ</source>
        <translation>USB stick</translation>
    </message>
    <message>
        <source>Khóa này khác khóa đã xác nhận trước đây. Chỉ xác nhận khi tỉnh nói rõ là đã đổi khóa.</source>
        <translation>This key is not the one confirmed before. Confirm it only if the province says that it changed its key.</translation>
    </message>
    <message>
        <source>Gọi cho tỉnh, đọc từng nhóm và so với dãy tỉnh đọc. Đúng hết thì xác nhận; việc này làm một lần.</source>
        <translation>Call the province and compare group by group what they read out. Confirm if all are equal; this is done once.</translation>
    </message>
    <message>
        <source>Khi không có mạng: xuất ra thẻ nhớ, mang lên tỉnh, rồi nhập lại để biết tỉnh đã nhận. Thẻ được mã hóa, chỉ tỉnh đọc được; mất thẻ cũng không lộ.</source>
        <translation>Without a link: export to a stick, take it to the province, then import to know that it arrived. The stick is encrypted for the province alone; a lost one tells nothing.</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>Quét {count} trang</source>
        <translation>Pages scanned: {count}</translation>
    </message>
    <message>
        <source>Mục này không khớp với diễn biến nên chưa có hiệu lực; cần xem lại.</source>
        <translation>This entry does not fit the progress and has no effect; it needs a check.</translation>
    </message>
    <message>
        <source>Không có hiệu lực: đã có người xem lại.</source>
        <translation>Not in force: somebody has looked at it.</translation>
    </message>
    <message>
        <source>đến {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>Hẹn trả mới: {due}</source>
        <translation>New due date: {due}</translation>
    </message>
    <message>
        <source>Đăng ký hồ sơ</source>
        <translation>Dossier registered</translation>
    </message>
    <message>
        <source>quầy {desk}</source>
        <translation>desk {desk}</translation>
    </message>
    <message>
        <source>{count} giấy tờ</source>
        <translation>papers: {count}</translation>
    </message>
    <message>
        <source>hẹn trả {day}</source>
        <translation>due {day}</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Từ chối tiếp nhận (mẫu 03)</source>
        <translation>Refused (form 03)</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung (mẫu 02)</source>
        <translation>Supplement requested (form 02)</translation>
    </message>
    <message>
        <source>Nhận giấy tờ bổ sung</source>
        <translation>Supplement received</translation>
    </message>
    <message>
        <source>Chuyển {who}</source>
        <translation>Handed over to {who}</translation>
    </message>
    <message>
        <source>hạn của bước {time}</source>
        <translation>step deadline {time}</translation>
    </message>
    <message>
        <source>Nhận bàn giao</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>Ý kiến</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Đính kèm tệp</source>
        <translation>File attached</translation>
    </message>
    <message>
        <source>Duyệt kết quả</source>
        <translation>Result approved</translation>
    </message>
    <message>
        <source>Trả lại {who}</source>
        <translation>Sent back to {who}</translation>
    </message>
    <message>
        <source>Yêu cầu nộp {amount}</source>
        <translation>Payment requested: {amount}</translation>
    </message>
    <message>
        <source>Đã nộp {amount}</source>
        <translation>Paid {amount}</translation>
    </message>
    <message>
        <source>biên lai {number}</source>
        <translation>receipt {number}</translation>
    </message>
    <message>
        <source>Xin lỗi và hẹn lại (mẫu 04)</source>
        <translation>Apology and new date (form 04)</translation>
    </message>
    <message>
        <source>Người dân yêu cầu rút hồ sơ</source>
        <translation>Citizen asked to withdraw</translation>
    </message>
    <message>
        <source>người yêu cầu: {who}</source>
        <translation>asked by {who}</translation>
    </message>
    <message>
        <source>Dừng giải quyết (mẫu 05)</source>
        <translation>Stopped (form 05)</translation>
    </message>
    <message>
        <source>số {number}</source>
        <translation>no. {number}</translation>
    </message>
    <message>
        <source>người ký: {who}</source>
        <translation>signed by {who}</translation>
    </message>
    <message>
        <source>kết quả là từ chối giải quyết</source>
        <translation>the result is a refusal</translation>
    </message>
    <message>
        <source>Có kết quả</source>
        <translation>Result ready</translation>
    </message>
    <message>
        <source>người nhận: {who}</source>
        <translation>taken by {who}</translation>
    </message>
    <message>
        <source>Trả kết quả</source>
        <translation>Result handed over</translation>
    </message>
    <message>
        <source>Lập giấy hẹn (mẫu 01)</source>
        <translation>Receipt made (form 01)</translation>
    </message>
    <message>
        <source>Lập {name} (mẫu {form})</source>
        <translation>{name} made (form {form})</translation>
    </message>
    <message>
        <source>Cho phép vượt quy tắc</source>
        <translation>Rule overridden</translation>
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
    <name>Sync</name>
    <message>
        <source>Đang nối máy chủ của tỉnh…</source>
        <translation>Connecting to the province&apos;s server…</translation>
    </message>
    <message>
        <source>Quầy làm việc bình thường; mọi việc được lưu tại máy này.</source>
        <translation>The desk works as usual; everything is kept on this machine.</translation>
    </message>
    <message>
        <source>Đang gửi lên tỉnh</source>
        <translation>Sending to the province</translation>
    </message>
    <message>
        <source>Không cần chờ: cứ làm việc bình thường. Tắt máy giữa chừng cũng không mất gì.</source>
        <translation>No need to wait: work as usual. Nothing is lost even if the machine is switched off.</translation>
    </message>
    <message>
        <source>Mọi việc đã lên đến tỉnh, {count} mục chưa được ghi nhận</source>
        <translation>Everything has reached the province, {count} items are not yet recorded</translation>
    </message>
    <message>
        <source>Lý do và việc cần làm ở ngay dưới. Quầy vẫn làm việc bình thường.</source>
        <translation>Reason and what to do are just below. The desk works as usual.</translation>
    </message>
    <message>
        <source>Mọi việc đã lên tỉnh lúc {time}</source>
        <translation>Everything was at the province at {time}</translation>
    </message>
    <message>
        <source>Mọi việc đã lên tỉnh</source>
        <translation>Everything is at the province</translation>
    </message>
    <message>
        <source>{machine} gửi lên tỉnh giúp máy này</source>
        <translation>{machine} sends to the province for this machine</translation>
    </message>
    <message>
        <source>Việc ghi ở máy này được chuyển cho máy đó ngay. Trang này ở máy đó cho biết còn gì chờ.</source>
        <translation>What is recorded here goes to that machine at once. This page there says what waits.</translation>
    </message>
    <message>
        <source>Đã ghi địa chỉ máy chủ của tỉnh</source>
        <translation>The address of the province&apos;s server is saved</translation>
    </message>
    <message>
        <source>Đóng chương trình rồi mở lại ở máy này để bắt đầu gửi.</source>
        <translation>Close the program on this machine and open it again to begin sending.</translation>
    </message>
    <message>
        <source>Máy này chưa nối với tỉnh</source>
        <translation>This machine is not connected to the province</translation>
    </message>
    <message>
        <source>Mọi việc vẫn làm được và được lưu tại máy này. Muốn gửi lên tỉnh: người quản trị ghi địa chỉ máy chủ, hoặc mang đi bằng thẻ nhớ.</source>
        <translation>All work goes on and is kept on this machine. To send it: an administrator enters the server&apos;s address, or it is carried on a stick.</translation>
    </message>
    <message>
        <source>Quầy làm việc bình thường, hồ sơ có giá trị ngay. Có mạng lại, máy tự gửi tiếp từ chỗ đang dở.</source>
        <translation>The desk works as usual, and dossiers are valid at once. When the link is back, sending goes on where it stopped.</translation>
    </message>
    <message>
        <source>Mất kết nối từ {time}</source>
        <translation>No link since {time}</translation>
    </message>
    <message>
        <source>Mất kết nối đã {days} ngày, từ {time}</source>
        <translation>No link for {days} days, since {time}</translation>
    </message>
    <message>
        <source>Mất lâu thì nên mang dữ liệu lên tỉnh bằng thẻ nhớ.</source>
        <translation>If it takes long, carry the data to the province on a stick.</translation>
    </message>
    <message>
        <source>Chờ gửi</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Chờ từ</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Tỉnh để riêng</source>
        <translation>Kept aside by the province</translation>
    </message>
    <message>
        <source>Tốc độ</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>Lần cuối đã lên hết</source>
        <translation>Last all sent</translation>
    </message>
    <message>
        <source>Gửi qua</source>
        <translation>Sent by way of</translation>
    </message>
    <message>
        <source>Máy chủ</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>máy chủ {server} (giao thức {theirs}), máy này {own} (giao thức {ours})</source>
        <translation>server {server} (protocol {theirs}), this machine {own} (protocol {ours})</translation>
    </message>
    <message>
        <source>Phiên bản</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Đồng hồ máy này</source>
        <translation>This machine&apos;s clock</translation>
    </message>
    <message>
        <source>không có gì</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>{count} mục</source>
        <translation>{count} items</translation>
    </message>
    <message>
        <source>{count} giấy tờ ({size})</source>
        <translation>{count} papers ({size})</translation>
    </message>
    <message>
        <source>dưới 1 phút</source>
        <translation>less than a minute</translation>
    </message>
    <message>
        <source>{count} phút</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} giờ</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{sent} trên {pages} trang đã lên tỉnh</source>
        <translation>{sent} of {pages} pages at the province</translation>
    </message>
    <message>
        <source>máy này</source>
        <translation>this machine</translation>
    </message>
    <message>
        <source>{count} mục chờ gửi</source>
        <translation>{count} items waiting</translation>
    </message>
    <message>
        <source>đã lên hết</source>
        <translation>all sent</translation>
    </message>
    <message>
        <source>còn trống {size}</source>
        <translation>{size} free</translation>
    </message>
    <message>
        <source>{count} trang quét cũ ({size}) chỉ còn ở tỉnh, mở ra là tải về lại</source>
        <translation>{count} old scans ({size}) are at the province only; opening one fetches it</translation>
    </message>
    <message>
        <source>Ổ đĩa máy này</source>
        <translation>This machine&apos;s disk</translation>
    </message>
    <message>
        <source>{size}/giây</source>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>còn khoảng {span}</source>
        <translation>about {span} left</translation>
    </message>
    <message>
        <source>chậm {span} so với tỉnh</source>
        <translation>{span} behind the province</translation>
    </message>
    <message>
        <source>nhanh {span} so với tỉnh</source>
        <translation>{span} ahead of the province</translation>
    </message>
    <message>
        <source>{count} mục đã lên đến tỉnh mà chưa được ghi nhận, sớm nhất từ {time}.</source>
        <translation>{count} items have reached the province and are not yet recorded, the earliest since {time}.</translation>
    </message>
    <message>
        <source>Không mất gì: ở máy này mọi việc vẫn còn.</source>
        <translation>Nothing is lost: everything is still at this machine.</translation>
    </message>
    <message>
        <source>mục số {seq}</source>
        <translation>item number {seq}</translation>
    </message>
    <message>
        <source>Tỉnh chưa biết máy đã ghi mục này nên chưa nhận.</source>
        <translation>The province does not know yet the machine that wrote this item, so it has not taken it.</translation>
    </message>
    <message>
        <source>Tỉnh đã có một mục khác mang đúng số này: dữ liệu của máy được khôi phục từ bản cũ, hoặc đã được chép sang máy khác.</source>
        <translation>The province already has another item with this very number: the machine&apos;s data was restored from an old copy, or was copied to another machine.</translation>
    </message>
    <message>
        <source>Mục này không nối tiếp mục trước đó: ổ đĩa có thể hỏng, hoặc dữ liệu đã bị sửa.</source>
        <translation>This item does not follow the one before it: the disk may be failing, or the data was altered.</translation>
    </message>
    <message>
        <source>Khi đến nơi, nội dung của mục này không còn khớp với chữ ký của máy.</source>
        <translation>When it arrived, this item no longer matched the machine&apos;s signature.</translation>
    </message>
    <message>
        <source>Phần mở đầu của việc này (tiếp nhận, phát số) do máy khác ghi và chưa lên đến tỉnh.</source>
        <translation>The beginning of this matter (reception, number given) was written by another machine and has not reached the province yet.</translation>
    </message>
    <message>
        <source>Việc này không khớp với những việc tỉnh đã có về cùng hồ sơ, cùng số.</source>
        <translation>This does not fit what the province already has about the same dossier or number.</translation>
    </message>
    <message>
        <source>Bấm “Thử ngay” để giới thiệu lại máy ấy. Nếu vẫn còn, người quản trị gọi cho tỉnh.</source>
        <translation>Press “Try now” to introduce that machine again. If it stays, the administrator calls the province.</translation>
    </message>
    <message>
        <source>Ngừng dùng máy ấy và báo người quản trị. Việc nào còn thiếu thì làm lại ở máy khác.</source>
        <translation>Stop using that machine and tell the administrator. What is missing is done again at another machine.</translation>
    </message>
    <message>
        <source>Báo người quản trị kiểm tra máy. Lệnh counter-app verify cho biết mục nào sai.</source>
        <translation>Tell the administrator to check the machine. The command counter-app verify tells which item is wrong.</translation>
    </message>
    <message>
        <source>Đối chiếu hồ sơ với giấy tờ, báo người quản trị. Lệnh counter-app verify cho biết mục nào sai.</source>
        <translation>Compare the dossier with its papers and tell the administrator. The command counter-app verify tells which item is wrong.</translation>
    </message>
    <message>
        <source>Chờ máy kia nối lại rồi bấm “Thử ngay”: phần ấy lên đến nơi thì mục này tự hết.</source>
        <translation>Wait until the other machine is connected again, then press “Try now”: when that part arrives, this item goes by itself.</translation>
    </message>
    <message>
        <source>Xem trang Cần xem lại (Ctrl+7): giữ như hiện tại hoặc làm lại. Quyết định xong, mục này tự hết.</source>
        <translation>See the page To review (Ctrl+7): keep as it is or do it again. Once decided, this item goes by itself.</translation>
    </message>
    <message>
        <source>Một hồ sơ</source>
        <translation>A dossier</translation>
    </message>
    <message>
        <source>Số thứ tự</source>
        <translation>A number</translation>
    </message>
    <message>
        <source>Đánh giá của người dân</source>
        <translation>The citizen&apos;s rating</translation>
    </message>
    <message>
        <source>Quyết định ở Cần xem lại</source>
        <translation>A decision in To review</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Thiết lập của văn phòng</source>
        <translation>The office&apos;s settings</translation>
    </message>
</context>
<context>
    <name>SyncController</name>
    <message>
        <source>Ghi như https://motcua.tinh.example</source>
        <translation>Write it like https://motcua.tinh.example</translation>
    </message>
    <message>
        <source>Ghi địa chỉ trước</source>
        <translation>Enter the address first</translation>
    </message>
    <message>
        <source>Đã lưu. Đóng chương trình rồi mở lại ở máy này để áp dụng.</source>
        <translation>Saved. Close the program on this machine and open it again to apply.</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Thử ngay</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Đồng bộ</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Hồ sơ còn trang chưa lên tỉnh</source>
        <translation>Dossiers with pages not at the province</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Các máy của văn phòng</source>
        <translation>The office&apos;s machines</translation>
    </message>
    <message>
        <source>Máy</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Chờ gửi</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Không hồ sơ nào còn trang chờ gửi.</source>
        <translation>No dossier has pages waiting.</translation>
    </message>
    <message>
        <source>Từng máy của văn phòng</source>
        <translation>Machine by machine</translation>
    </message>
    <message>
        <source>Tỉnh để riêng, chưa ghi nhận</source>
        <translation>Kept aside by the province, not yet recorded</translation>
    </message>
    <message>
        <source>Thẻ nhớ USB</source>
        <translation>USB stick</translation>
    </message>
    <message>
        <source>Máy chủ của tỉnh</source>
        <translation>The province&apos;s server</translation>
    </message>
    <message>
        <source>Còn những hồ sơ khác; danh sách này có {count} hồ sơ mới nhất.</source>
        <translation>There are more; this list has the newest {count}.</translation>
    </message>
</context>
<context>
    <name>TakerPart</name>
    <message>
        <source>Cách trả</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Tại quầy</source>
        <translation>At the desk</translation>
    </message>
    <message>
        <source>Qua bưu chính</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>Bản điện tử</source>
        <translation>Electronic</translation>
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
        <source>Người khác</source>
        <translation>Other people</translation>
    </message>
    <message>
        <source>Họ tên người nhận</source>
        <translation>Recipient&apos;s full name</translation>
    </message>
    <message>
        <source>Số định danh người nhận</source>
        <translation>Recipient&apos;s ID number</translation>
    </message>
    <message>
        <source>Giấy ủy quyền, giấy giới thiệu</source>
        <translation>Authorisation, letter of introduction</translation>
    </message>
    <message>
        <source>Đã nhận lại giấy hẹn</source>
        <translation>Receipt taken back</translation>
    </message>
    <message>
        <source>Số bưu gửi</source>
        <translation>Postal item number</translation>
    </message>
    <message>
        <source>Nhân viên bưu chính</source>
        <translation>Postal worker</translation>
    </message>
    <message>
        <source>Trên hồ sơ</source>
        <translation>In the dossier</translation>
    </message>
    <message>
        <source>Trên thẻ căn cước</source>
        <translation>On the identity card</translation>
    </message>
    <message>
        <source>Khớp</source>
        <translation>Matches</translation>
    </message>
    <message>
        <source>Khác</source>
        <translation>Differs</translation>
    </message>
</context>
<context>
    <name>TemplatePart</name>
    <message>
        <source>Về mẫu có sẵn</source>
        <translation>Back to the standard ticket</translation>
    </message>
    <message>
        <source>In thử</source>
        <translation>Test print</translation>
    </message>
    <message>
        <source>Lưu mẫu phiếu</source>
        <translation>Save the ticket</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Chưa lưu</source>
        <translation>Not saved</translation>
    </message>
</context>
<context>
    <name>TermEditor</name>
    <message>
        <source>{name}: số</source>
        <translation>{name}: number</translation>
    </message>
    <message>
        <source>{name}: đơn vị</source>
        <translation>{name}: unit</translation>
    </message>
    <message>
        <source>ngày làm việc</source>
        <translation>working days</translation>
    </message>
    <message>
        <source>ngày (cả ngày nghỉ)</source>
        <translation>days (days off included)</translation>
    </message>
    <message>
        <source>giờ làm việc</source>
        <translation>working hours</translation>
    </message>
    <message>
        <source>chưa có thời hạn</source>
        <translation>no time limit</translation>
    </message>
    <message>
        <source>Trả trong ngày nếu nhận trước</source>
        <translation>Same day if received before</translation>
    </message>
    <message>
        <source>{name}: giờ nhận cuối</source>
        <translation>{name}: latest hour</translation>
    </message>
    <message>
        <source> giờ</source>
        <translation> h</translation>
    </message>
</context>
<context>
    <name>TermsEditor</name>
    <message>
        <source>Thời hạn</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>{channel}: khác</source>
        <translation>{channel}: different</translation>
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
        <source>Chưa có số nào ở quầy</source>
        <translation>No number at the desk</translation>
    </message>
    <message>
        <source>Bấm F2 để gọi số tiếp theo.</source>
        <translation>Press F2 to call the next number.</translation>
    </message>
    <message>
        <source>Bấm F2 để mở quầy và gọi.</source>
        <translation>Press F2 to open the desk and call.</translation>
    </message>
    <message>
        <source>Đã gọi lần {count}/{most}</source>
        <translation>Called {count} of {most} times</translation>
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
        <source>Đã gọi đủ: F5 nếu vắng mặt.</source>
        <translation>Called often enough: F5 if nobody comes.</translation>
    </message>
    <message>
        <source>Ưu tiên: {who}</source>
        <translation>Priority: {who}</translation>
    </message>
    <message>
        <source>Đến nhận kết quả</source>
        <translation>To collect a result</translation>
    </message>
    <message>
        <source>Lượt thường</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>Ngoài lượt: {reason}</source>
        <translation>Out of turn: {reason}</translation>
    </message>
</context>
<context>
    <name>TicketForm</name>
    <message>
        <source>Chỉ xem: việc sửa mẫu phiếu cần người có quyền quản trị.</source>
        <translation>View only: changing the ticket needs an officer with administration rights.</translation>
    </message>
    <message>
        <source>Đầu phiếu</source>
        <translation>Head of the ticket</translation>
    </message>
    <message>
        <source>Cỡ chữ của số</source>
        <translation>Size of the number</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Lý do ưu tiên</source>
        <translation>Reason for priority</translation>
    </message>
    <message>
        <source>Số người chờ phía trước</source>
        <translation>How many wait before</translation>
    </message>
    <message>
        <source>Thời gian chờ dự kiến</source>
        <translation>Expected waiting time</translation>
    </message>
    <message>
        <source>Quầy sẽ phục vụ</source>
        <translation>Desks that will serve</translation>
    </message>
    <message>
        <source>Giờ lấy số</source>
        <translation>When it was taken</translation>
    </message>
    <message>
        <source>Mã QR để xem lượt</source>
        <translation>QR code to follow the queue</translation>
    </message>
    <message>
        <source>Lời dặn của đơn vị</source>
        <translation>The office&apos;s own note</translation>
    </message>
    <message>
        <source>Lời cảm ơn</source>
        <translation>Words of thanks</translation>
    </message>
    <message>
        <source>Ví dụ: Mang theo thẻ căn cước và bản chính giấy tờ.</source>
        <translation>For example: Bring your identity card and the original papers.</translation>
    </message>
    <message>
        <source>Cảm ơn ông/bà!</source>
        <translation>Thank you!</translation>
    </message>
    <message>
        <source>In trên phiếu: {part}</source>
        <translation>Print on the ticket: {part}</translation>
    </message>
    <message>
        <source>Đầu phiếu, dòng cuối in to; để trống thì in tên đơn vị</source>
        <translation>Head of the ticket, its last line large; empty prints the office&apos;s name</translation>
    </message>
    <message>
        <source>In trên phiếu</source>
        <translation>Printed on the ticket</translation>
    </message>
    <message>
        <source>Lời dặn của đơn vị, nhiều dòng cũng được</source>
        <translation>The office&apos;s own note, several lines if you like</translation>
    </message>
    <message>
        <source>Lời cảm ơn ở cuối phiếu</source>
        <translation>Words of thanks at the end of the ticket</translation>
    </message>
</context>
<context>
    <name>TicketPicture</name>
    <message>
        <source>Phiếu in ra sẽ như thế này</source>
        <translation>This is how the ticket is printed</translation>
    </message>
</context>
<context>
    <name>TicketPreview</name>
    <message>
        <source>Khổ giấy</source>
        <translation>Width of the paper</translation>
    </message>
    <message>
        <source>Giấy 80 mm</source>
        <translation>80 mm paper</translation>
    </message>
    <message>
        <source>Giấy 58 mm</source>
        <translation>58 mm paper</translation>
    </message>
    <message>
        <source>Đúng từng điểm in; số và giờ là ví dụ.</source>
        <translation>True to every printed dot; number and time are examples.</translation>
    </message>
</context>
<context>
    <name>TicketsController</name>
    <message>
        <source>Đã lưu mẫu phiếu. Áp dụng từ phiếu in tiếp theo, ở mọi máy của đơn vị.</source>
        <translation>Ticket saved. It holds from the next ticket on, at every machine of the office.</translation>
    </message>
    <message>
        <source>Đã in thử.</source>
        <translation>Test ticket printed.</translation>
    </message>
    <message>
        <source>Đã in lại số {label}.</source>
        <translation>Number {label} is printed again.</translation>
    </message>
    <message>
        <source>Máy in không báo lại: xem giấy đã ra chưa.</source>
        <translation>The printer did not answer afterwards: see whether the paper came out.</translation>
    </message>
</context>
<context>
    <name>TicketsTab</name>
    <message>
        <source>Phần</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Mẫu phiếu</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Nhật ký in hôm nay</source>
        <translation>Print journal of today</translation>
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
    <message>
        <source>Tài khoản của tôi (Ctrl+U)</source>
        <translation>My account (Ctrl+U)</translation>
    </message>
</context>
<context>
    <name>TrialBox</name>
    <message>
        <source>Thử</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>Dạy phím…</source>
        <translation>Teach keys…</translation>
    </message>
    <message>
        <source>In thử bảng chữ</source>
        <translation>Print a table of letters</translation>
    </message>
    <message>
        <source>Trang vừa quét thử</source>
        <translation>The page of the trial scan</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>In phiếu thử</source>
        <translation>Print a trial slip</translation>
    </message>
    <message>
        <source>Thử các phím</source>
        <translation>Try the keys</translation>
    </message>
    <message>
        <source>Quét thử</source>
        <translation>Scan a trial page</translation>
    </message>
    <message>
        <source>Thử đọc thẻ</source>
        <translation>Try reading a card</translation>
    </message>
    <message>
        <source>Nghe thử</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Lưu thiết bị trước, rồi thử ngay tại đây.</source>
        <translation>Save the device first, then try it here.</translation>
    </message>
    <message>
        <source>In một phiếu có đủ chữ tiếng Việt, thước đo và mã QR.</source>
        <translation>Prints a slip with all Vietnamese letters, a ruler and a QR code.</translation>
    </message>
    <message>
        <source>Bấm lần lượt từng phím; phím nào đúng thì sáng lên. Không tính vào đánh giá.</source>
        <translation>Press each key in turn; a key that works lights up. It does not count as an answer.</translation>
    </message>
    <message>
        <source>Đặt một tờ vào khay hoặc lên mặt kính rồi bấm. Trang thử không lưu lại.</source>
        <translation>Put a sheet into the feeder or on the glass and press. Trial pages are not kept.</translation>
    </message>
    <message>
        <source>Đưa thẻ căn cước hoặc giấy hẹn vào đầu đọc. Thông tin chỉ hiện một phần.</source>
        <translation>Hold an identity card or a receipt to the reader. Only a part of it is shown.</translation>
    </message>
    <message>
        <source>Loa đọc thử một lời gọi số.</source>
        <translation>The speaker reads a trial call.</translation>
    </message>
</context>
<context>
    <name>TrialForm</name>
    <message>
        <source>Trực tiếp</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Bưu chính</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Kênh nộp</source>
        <translation>Filed by</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>Đơn vị của thời hạn</source>
        <translation>Unit of the time limit</translation>
    </message>
    <message>
        <source>ngày làm việc</source>
        <translation>working days</translation>
    </message>
    <message>
        <source>ngày</source>
        <translation>days</translation>
    </message>
    <message>
        <source>giờ làm việc</source>
        <translation>working hours</translation>
    </message>
    <message>
        <source>trong ngày (15:00)</source>
        <translation>same day (15:00)</translation>
    </message>
    <message>
        <source>Nhận lúc</source>
        <translation>Received at</translation>
    </message>
    <message>
        <source>Ghi như 20/11/2026 15:20</source>
        <translation>Type like 20/11/2026 15:20</translation>
    </message>
    <message>
        <source>Thử ngày hẹn</source>
        <translation>Try a due date</translation>
    </message>
</context>
<context>
    <name>TrialPart</name>
    <message>
        <source>Ngày đã qua để thử</source>
        <translation>A past day to try</translation>
    </message>
    <message>
        <source>Thử quy tắc này</source>
        <translation>Try this rule</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Thời gian chờ theo quy tắc đang sửa, so với đã xảy ra</source>
        <translation>Waits by the rule being edited, beside what happened</translation>
    </message>
    <message>
        <source>Người chờ</source>
        <translation>Who waits</translation>
    </message>
    <message>
        <source>Nửa số người</source>
        <translation>Half of the people</translation>
    </message>
    <message>
        <source>95 % số người</source>
        <translation>95 % of the people</translation>
    </message>
    <message>
        <source>Lâu nhất</source>
        <translation>Longest</translation>
    </message>
    <message>
        <source>{day} (hôm nay, chưa hết ngày)</source>
        <translation>{day} (today, not over yet)</translation>
    </message>
    <message>
        <source>Chưa có ngày nào đã phát số để thử.</source>
        <translation>No day with numbers to try yet.</translation>
    </message>
    <message>
        <source>Đang gọi lại ngày này theo quy tắc đang sửa…</source>
        <translation>Calling that day again by the rule being edited…</translation>
    </message>
    <message>
        <source>Mọi người</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Ưu tiên</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Không ưu tiên</source>
        <translation>Without priority</translation>
    </message>
    <message>
        <source>{waits} lượt chờ, {desks} quầy.</source>
        <translation>{waits} waits, {desks} desks.</translation>
    </message>
    <message>
        <source>Chờ quá {minutes} phút: {would} người, thực tế {was} người.</source>
        <translation>Waiting over {minutes} minutes: {would} people, in fact {was}.</translation>
    </message>
    <message>
        <source>Không được gọi: {would} người, thực tế {was} người.</source>
        <translation>Never called: {would} people, in fact {was}.</translation>
    </message>
    <message>
        <source>Thử trên một ngày đã qua</source>
        <translation>Try it on a past day</translation>
    </message>
    <message>
        <source>Cùng những người đã đến, cùng quầy và thời gian phục vụ, chỉ gọi theo quy tắc đang sửa ở bên.</source>
        <translation>The same people, desks and lengths of service; only called by the rule being edited beside.</translation>
    </message>
    <message>
        <source>{count} người</source>
        <translation>{count} people</translation>
    </message>
    <message>
        <source>thực tế {wait}</source>
        <translation>in fact {wait}</translation>
    </message>
    <message>
        <source>{count} phút</source>
        <translation>{count} min</translation>
    </message>
</context>
<context>
    <name>VersionBox</name>
    <message>
        <source>Máy tự cài ban đêm nếu đã bật; hoặc đóng chương trình, rồi chạy:</source>
        <translation>The machine installs by itself at night if that is switched on; or close the program, then run:</translation>
    </message>
    <message>
        <source>Tìm bản mới</source>
        <translation>Look for a new version</translation>
    </message>
    <message>
        <source>Phiên bản chương trình</source>
        <translation>Version of the program</translation>
    </message>
    <message>
        <source>Dòng lệnh cài bản mới: {line}</source>
        <translation>Command line that installs the new version: {line}</translation>
    </message>
    <message>
        <source>Chữ ký được tin của tỉnh: {mark}</source>
        <translation>The province&apos;s trusted signature: {mark}</translation>
    </message>
    <message>
        <source>Đang tìm và tải bản mới; các việc khác vẫn làm được…</source>
        <translation>Searching and fetching a new version; everything else can go on…</translation>
    </message>
    <message>
        <source>Đang chạy bản {version}.</source>
        <translation>Running version {version}.</translation>
    </message>
    <message>
        <source>Đang chạy bản {version}, cài ngày {when}.</source>
        <translation>Running version {version}, installed on {when}.</translation>
    </message>
    <message>
        <source>Đang chạy bản {version}, cài ngày {when}; trước đó là bản {former}.</source>
        <translation>Running version {version}, installed on {when}; before it version {former}.</translation>
    </message>
    <message>
        <source>Máy này chưa nối với tỉnh, nên không tự tìm được bản mới.</source>
        <translation>This machine is not connected to the province, so it cannot find new versions by itself.</translation>
    </message>
    <message>
        <source>Chưa tìm bản mới lần nào.</source>
        <translation>Has never looked for a new version.</translation>
    </message>
    <message>
        <source>Không có bản nào mới hơn, theo lần tìm lúc {when}.</source>
        <translation>Nothing newer, as of the search at {when}.</translation>
    </message>
    <message>
        <source>Đã tải bản {version} ngày {when}, đúng chữ ký của tỉnh; chưa cài.</source>
        <translation>Version {version} was fetched on {when}, with the province&apos;s signature; not installed yet.</translation>
    </message>
</context>
<context>
    <name>VersionController</name>
    <message>
        <source>Đã tải bản {version}, đúng chữ ký của tỉnh.</source>
        <translation>Version {version} was fetched, with the province&apos;s signature.</translation>
    </message>
    <message>
        <source>Máy này đang dùng bản mới nhất.</source>
        <translation>This machine has the newest version.</translation>
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
        <source>Bấm sau khi cán bộ kết thúc phục vụ.</source>
        <translation>Press after the officer finishes serving.</translation>
    </message>
    <message>
        <source>Giấy hẹn mới nhất</source>
        <translation>Newest receipt</translation>
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
        <source>Sắp hết giấy</source>
        <translation>Paper low</translation>
    </message>
    <message>
        <source>Kẹt dao cắt</source>
        <translation>The cutter is jammed</translation>
    </message>
    <message>
        <source>Không trả lời</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Trả lời lạ</source>
        <translation>Strange answers</translation>
    </message>
    <message>
        <source>Nhận chậm</source>
        <translation>Takes bytes slowly</translation>
    </message>
    <message>
        <source>Rút điện</source>
        <translation>Power off</translation>
    </message>
    <message>
        <source>Cắm điện</source>
        <translation>Power on</translation>
    </message>
    <message>
        <source>Rút dây giữa chừng phiếu sau</source>
        <translation>Pull the line in the middle of the next ticket</translation>
    </message>
    <message>
        <source>Tín hiệu lạ</source>
        <translation>Strange signals</translation>
    </message>
    <message>
        <source>Dòng hỏng</source>
        <translation>Broken line</translation>
    </message>
    <message>
        <source>Không gửi gì</source>
        <translation>Sends nothing</translation>
    </message>
    <message>
        <source>Gửi chậm</source>
        <translation>Sends slowly</translation>
    </message>
    <message>
        <source>Rút dây</source>
        <translation>Unplug</translation>
    </message>
    <message>
        <source>Cắm dây</source>
        <translation>Plug in</translation>
    </message>
    <message>
        <source>Quét chậm</source>
        <translation>Scans slowly</translation>
    </message>
    <message>
        <source>Treo giữa trang</source>
        <translation>Hangs in the middle of a page</translation>
    </message>
    <message>
        <source>Hỏng giữa chừng</source>
        <translation>Breaks down in the middle</translation>
    </message>
    <message>
        <source>Rút loa</source>
        <translation>Unplug the speaker</translation>
    </message>
    <message>
        <source>Cắm loa</source>
        <translation>Plug in the speaker</translation>
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
    <name>VisitRow</name>
    <message>
        <source>hẹn {day}</source>
        <translation>due {day}</translation>
    </message>
    <message>
        <source>Từ chối (03)</source>
        <translation>Refuse (03)</translation>
    </message>
    <message>
        <source>Bổ sung (02)</source>
        <translation>Supplement (02)</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Câu mời và tiếng chuông</source>
        <translation>Phrases and chime</translation>
    </message>
    <message>
        <source>Chữ số</source>
        <translation>Digits</translation>
    </message>
    <message>
        <source>Từ đếm trong số quầy</source>
        <translation>Words of the desk&apos;s number</translation>
    </message>
    <message>
        <source>Chữ cái</source>
        <translation>Letters</translation>
    </message>
</context>
<context>
    <name>VoiceController</name>
    <message>
        <source>Máy này không ghi âm được; có thể nhập tệp WAV.</source>
        <translation>This machine cannot record; a WAV file can be imported.</translation>
    </message>
    <message>
        <source>Đang ghi. Đọc từ này, rồi nhấn Dừng.</source>
        <translation>Recording. Say the word, then press Stop.</translation>
    </message>
    <message>
        <source>Bản vừa ghi dài {seconds} giây. Nghe lại, rồi giữ hoặc bỏ.</source>
        <translation>The new recording is {seconds} seconds long. Listen, then keep or drop it.</translation>
    </message>
    <message>
        <source>Đã giữ. Dùng từ lần gọi sau ở mọi máy của cơ quan.</source>
        <translation>Kept. Used from the next call on at every machine of the office.</translation>
    </message>
    <message>
        <source>Nhập tệp WAV</source>
        <translation>Import a WAV file</translation>
    </message>
    <message>
        <source>Tệp âm thanh (*.wav)</source>
        <translation>Sound files (*.wav)</translation>
    </message>
</context>
<context>
    <name>VoicePart</name>
    <message>
        <source>Các từ của giọng đọc</source>
        <translation>The words of the voice</translation>
    </message>
    <message>
        <source>Mức tiếng của micrô</source>
        <translation>The microphone&apos;s level</translation>
    </message>
    <message>
        <source>Nghe</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Bỏ bản vừa ghi</source>
        <translation>Drop the new recording</translation>
    </message>
    <message>
        <source>Nhập tệp WAV…</source>
        <translation>Import a WAV file…</translation>
    </message>
    <message>
        <source>Dùng lại giọng của chương trình</source>
        <translation>Use the program&apos;s voice again</translation>
    </message>
    <message>
        <source>Bản ghi được cắt khoảng lặng ở hai đầu, chỉnh to bằng các từ khác và dùng ngay từ lần gọi sau. Ghi ở phòng yên tĩnh, cách micrô một gang tay, đọc rõ từng từ như khi mời người dân.</source>
        <translation>A recording is freed of the silence at both ends, made as loud as the other words and used from the next call on. Record in a quiet room, a hand&apos;s breadth from the microphone, and say each word clearly, as if asking a citizen to come.</translation>
    </message>
    <message>
        <source>Ghi âm</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Đang mở micrô…</source>
        <translation>Opening the microphone…</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Giữ và sang từ sau</source>
        <translation>Keep, and go to the next word</translation>
    </message>
    <message>
        <source>Nghe bản vừa ghi</source>
        <translation>Listen to the new recording</translation>
    </message>
    <message>
        <source>“{written}” đọc là “{words}”</source>
        <translation>“{written}” is said “{words}”</translation>
    </message>
    <message>
        <source>Giọng của đơn vị</source>
        <translation>The office&apos;s voice</translation>
    </message>
    <message>
        <source>Giọng của chương trình</source>
        <translation>The program&apos;s voice</translation>
    </message>
    <message>
        <source>{whose}, {seconds} giây</source>
        <translation>{whose}, {seconds} seconds</translation>
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
    <name>Way</name>
    <message>
        <source>quầy {desk}</source>
        <translation>desk {desk}</translation>
    </message>
    <message>
        <source>{papers} giấy tờ, {pages} trang quét</source>
        <translation>papers: {papers}, scanned pages: {pages}</translation>
    </message>
    <message>
        <source>Đăng ký</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>yêu cầu {asked}, nhận {came}</source>
        <translation>requested {asked}, received {came}</translation>
    </message>
    <message>
        <source>Bổ sung giấy tờ</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>Hạn {time}</source>
        <translation>Deadline {time}</translation>
    </message>
    <message>
        <source>{due}, quá hạn</source>
        <translation>{due}, overdue</translation>
    </message>
    <message>
        <source>Không tiếp nhận</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Dừng giải quyết</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Có kết quả</source>
        <translation>Result ready</translation>
    </message>
    <message>
        <source>{time}, người nhận: {who}</source>
        <translation>{time}, taken by {who}</translation>
    </message>
    <message>
        <source>Trả kết quả</source>
        <translation>Hand over result</translation>
    </message>
    <message>
        <source>định mức {count} giờ</source>
        <translation>planned {count} h</translation>
    </message>
    <message>
        <source>hẹn {day}</source>
        <translation>due {day}</translation>
    </message>
    <message>
        <source>Trả kết quả tại quầy</source>
        <translation>Hand over at the desk</translation>
    </message>
    <message>
        <source>Xử lý</source>
        <translation>Process</translation>
    </message>
    <message>
        <source>chờ {who} nhận từ {time}</source>
        <translation>waiting for {who} since {time}</translation>
    </message>
    <message>
        <source>{who} nhận {time}</source>
        <translation>{who} took over {time}</translation>
    </message>
</context>
<context>
    <name>WishPart</name>
    <message>
        <source>Nội dung yêu cầu</source>
        <translation>What is asked for</translation>
    </message>
    <message>
        <source>Số bộ hồ sơ</source>
        <translation>Sets of papers</translation>
    </message>
    <message>
        <source>Nhận kết quả</source>
        <translation>Collecting the result</translation>
    </message>
    <message>
        <source>Tại quầy</source>
        <translation>At the desk</translation>
    </message>
    <message>
        <source>Qua bưu chính</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Địa chỉ nhận</source>
        <translation>Delivery address</translation>
    </message>
    <message>
        <source>Nhận trên Cổng, hoặc thư điện tử</source>
        <translation>On the portal, or by e-mail</translation>
    </message>
    <message>
        <source>Cần có địa chỉ nhận</source>
        <translation>A delivery address is needed</translation>
    </message>
</context>
<context>
    <name>Words</name>
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
        <source>Đã trả kết quả</source>
        <translation>Result returned</translation>
    </message>
    <message>
        <source>Được tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>còn {count} ngày làm việc</source>
        <translation>working days left: {count}</translation>
    </message>
    <message>
        <source>muộn {count} ngày</source>
        <translation>days late: {count}</translation>
    </message>
    <message>
        <source>muộn trong ngày</source>
        <translation>late the same day</translation>
    </message>
    <message>
        <source>sớm {count} ngày</source>
        <translation>days early: {count}</translation>
    </message>
    <message>
        <source>đúng hạn</source>
        <translation>on time</translation>
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
        <source>Mới đăng ký</source>
        <translation>Newly registered</translation>
    </message>
    <message>
        <source>Không tiếp nhận</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Đang xử lý</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung</source>
        <translation>Supplement requested</translation>
    </message>
    <message>
        <source>Yêu cầu tài chính</source>
        <translation>Financial obligation</translation>
    </message>
    <message>
        <source>Xin rút hồ sơ</source>
        <translation>Withdrawal requested</translation>
    </message>
    <message>
        <source>Dừng xử lý</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Đã xử lý xong</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>chưa tiếp nhận</source>
        <translation>not received</translation>
    </message>
    <message>
        <source>chờ bổ sung từ {day}</source>
        <translation>awaiting supplement since {day}</translation>
    </message>
    <message>
        <source>chờ nộp tiền từ {day}</source>
        <translation>awaiting payment since {day}</translation>
    </message>
    <message>
        <source>chờ dừng theo yêu cầu</source>
        <translation>to be stopped on request</translation>
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
    <message>
        <source>từ chối {day}</source>
        <translation>refused {day}</translation>
    </message>
    <message>
        <source>dừng {day}</source>
        <translation>stopped {day}</translation>
    </message>
    <message>
        <source>chưa trả</source>
        <translation>not handed over</translation>
    </message>
    <message>
        <source>trực tiếp</source>
        <translation>in person</translation>
    </message>
    <message>
        <source>trực tuyến</source>
        <translation>online</translation>
    </message>
    <message>
        <source>bưu chính</source>
        <translation>post</translation>
    </message>
    <message>
        <source>Giấy tiếp nhận và hẹn trả</source>
        <translation>Receipt with due date</translation>
    </message>
    <message>
        <source>Phiếu yêu cầu bổ sung</source>
        <translation>Supplement request</translation>
    </message>
    <message>
        <source>Phiếu từ chối tiếp nhận</source>
        <translation>Refusal</translation>
    </message>
    <message>
        <source>Phiếu xin lỗi và hẹn lại</source>
        <translation>Apology and new date</translation>
    </message>
    <message>
        <source>Thông báo dừng giải quyết</source>
        <translation>Stop notice</translation>
    </message>
    <message>
        <source>Phiếu kiểm soát quá trình</source>
        <translation>Control form</translation>
    </message>
</context>
<context>
    <name>WorkModel</name>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Bước hiện tại</source>
        <translation>Current step</translation>
    </message>
    <message>
        <source>Hạn của bước</source>
        <translation>Step deadline</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
</context>
<context>
    <name>WorkTable</name>
    <message>
        <source>Danh sách việc</source>
        <translation>Task list</translation>
    </message>
</context>
<context>
    <name>YearGrid</name>
    <message>
        <source>Lịch năm</source>
        <translation>Year calendar</translation>
    </message>
    <message>
        <source>Lịch năm {year}</source>
        <translation>Calendar of {year}</translation>
    </message>
    <message>
        <source>Tháng {month}</source>
        <translation>Month {month}</translation>
    </message>
    <message>
        <source>T2</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>T3</source>
        <translation>Tu</translation>
    </message>
    <message>
        <source>T4</source>
        <translation>We</translation>
    </message>
    <message>
        <source>T5</source>
        <translation>Th</translation>
    </message>
    <message>
        <source>T6</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>T7</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>CN</source>
        <translation>Su</translation>
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
    <name>_LinkItem</name>
    <message>
        <source>{state} (Ctrl+8: đồng bộ)</source>
        <translation>{state} (Ctrl+8: sync)</translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>Thêm mới</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Như cũ</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>Không lấy</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>Từ chối</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Mục không đọc được</source>
        <translation>Unreadable item</translation>
    </message>
    <message>
        <source>mục {number}, dòng {line}</source>
        <translation>item {number}, line {line}</translation>
    </message>
    <message>
        <source>đổi: {names}</source>
        <translation>changed: {names}</translation>
    </message>
    <message>
        <source>đã chỉnh {count} chỗ của nguồn</source>
        <translation>corrections to the source: {count}</translation>
    </message>
</context>
<context>
    <name>_Tiles</name>
    <message>
        <source>Trang {number}</source>
        <translation>Page {number}</translation>
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
