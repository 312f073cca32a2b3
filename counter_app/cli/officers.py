"""``counter-app officers``: the accounts of this machine's office, while the program is closed."""

import argparse
import getpass
import json
import sys
from collections.abc import Callable
from uuid import uuid4

from counter_app.cli.station_data import opened
from counter_app.cli.words import Acts, Parser, add_json
from counter_app.domain.facts import Duty
from counter_app.errors import Code, CounterError
from counter_app.services.contact import Contact
from counter_app.services.officers import NewOfficer, Officers
from counter_app.services.second_factor import SecondFactors
from counter_app.services.security_log import SecurityLog
from counter_app.services.setup import office_of
from counter_app.services.sign_in import Account, SignIns
from counter_app.services.tries import Tries
from counter_app.services.verifiers import check_rule


def add_words(parser: Parser) -> None:
    """Add the acts; a secret is never among the words, where every process of the machine could read it."""
    acts = Acts(parser)
    list_ = acts.add("list", "who has an account, with which duties, and whether it may be used")
    add_json(list_, "print one JSON object a line")
    add = acts.add("add", "add an officer, with a secret for the first sign-in")
    add.add_argument("--name", required=True, metavar="NAME", help="such as 'Nguyễn Văn An'")
    add.add_argument("--title", default="", metavar="TITLE", help="such as 'Công chức tư pháp – hộ tịch'")
    add.add_argument("--department", default="", metavar="NAME", help="such as 'Văn phòng – thống kê'")
    text = "may be given several times (default: reception and casework)"
    add.add_argument("--duty", type=_duty, choices=list(Duty), action="append", default=[], metavar="DUTY", help=text)
    add.epilog = f"duties: {', '.join(duty.value for duty in Duty)}"
    reset = acts.add("reset", "give an officer a secret for one sign-in; the second factor is set up anew")
    disable = acts.add("disable", "let an account sign in nowhere any more; what its officer did stays")
    disable.add_argument("--reason", required=True, metavar="WORDS", help="why, for whoever reads the journal")
    enable = acts.add("enable", "let a barred, unused or locked account sign in again")
    for act in (reset, disable, enable):
        act.add_argument("officer", metavar="ID", help="as the list act says it")
    text = "read the secret from the standard input instead of asking for it"
    for act in (add, reset):
        act.add_argument("--password-stdin", action="store_true", help=text)


def _duty(text: str) -> Duty:
    try:
        return Duty(text)
    except ValueError as error:
        known = ", ".join(duty.value for duty in Duty)
        raise argparse.ArgumentTypeError(f"{text} is no duty ({known})") from error


def run(arguments: argparse.Namespace) -> int:
    """Do one act. Raises DATA_IN_USE, NOT_SET_UP, and what the act itself raises."""
    acts: dict[str, Callable[[Officers, SignIns, argparse.Namespace], None]] = {
        "list": _list,
        "add": _add,
        "reset": _reset,
        "disable": _disable,
        "enable": _enable,
    }
    with opened(arguments.data) as journal:
        office = office_of(journal)
        security = SecurityLog(journal)
        factors = SecondFactors(journal, Tries(journal, security), security, office.name)
        accounts = SignIns(journal, office.id, Contact(journal), factors, security)
        try:
            acts[arguments.act](Officers(journal, office.id, security), accounts, arguments)
        finally:
            security.close()
    return 0


def _list(officers: Officers, sign_ins: SignIns, arguments: argparse.Namespace) -> None:
    for account in sign_ins.accounts():
        if arguments.json:
            print(json.dumps(_told(account), ensure_ascii=False))
        else:
            officer = account.officer
            duties = ",".join(officer.duties)
            print(f"{officer.id}  {officer.name}  {duties}  {'; '.join(_words(account))}")


def _told(account: Account) -> dict[str, object]:
    officer = account.officer
    return {
        "id": officer.id,
        "name": officer.name,
        "title": officer.title,
        "duties": list(officer.duties),
        "disabled": officer.disabled,
        "temporary": officer.temporary,
        "second_factor": bool(officer.second),
        "locked": bool(account.locked_until),
        "unused_days": account.unused_days,
        "unused": account.unused,
    }


def _words(account: Account) -> list[str]:
    officer = account.officer
    said = [
        (officer.disabled, "đã khóa"),
        (account.unused, f"không dùng {account.unused_days} ngày, đã khóa"),
        (bool(account.locked_until), "tạm khóa vì nhập sai"),
        (officer.temporary, "mật khẩu tạm"),
        (officer.may(Duty.ADMINISTRATION) and not officer.second, "chưa có mã trên điện thoại"),
    ]
    return [words for true, words in said if true] or ["dùng được"]


def _add(officers: Officers, sign_ins: SignIns, arguments: argparse.Namespace) -> None:
    key = uuid4().hex[:12]
    secret = _secret(arguments, arguments.name)
    duties = tuple(arguments.duty) or (Duty.RECEPTION, Duty.PROCESSING)
    new = NewOfficer(key, arguments.name, arguments.title, secret, duties, arguments.department)
    officers.register(new, None, temporary=True)
    print(f"đã thêm {key}: mật khẩu vừa nhập chỉ dùng cho lần đăng nhập đầu")


def _reset(officers: Officers, sign_ins: SignIns, arguments: argparse.Namespace) -> None:
    name = _name_of(officers, arguments.officer)
    officers.reset_pin(arguments.officer, _secret(arguments, name, arguments.officer), None)
    print("đã đặt mật khẩu tạm: cán bộ phải đổi khi đăng nhập; mã trên điện thoại thiết lập lại")


def _disable(officers: Officers, sign_ins: SignIns, arguments: argparse.Namespace) -> None:
    officers.bar(arguments.officer, arguments.reason, None)
    print("đã khóa tài khoản; các máy khác khóa theo ở lần liên lạc tới")


def _enable(officers: Officers, sign_ins: SignIns, arguments: argparse.Namespace) -> None:
    officers.admit(arguments.officer, None)
    print("đã mở lại tài khoản")


def _name_of(officers: Officers, officer: str) -> str:
    known = next((one for one in officers.all() if one.id == officer), None)
    if known is None:
        raise CounterError(Code.OFFICER_UNKNOWN, officer=officer)
    return known.name


def _secret(arguments: argparse.Namespace, *own: str) -> str:
    """Read the secret where nobody else sees it: from the terminal twice, or one line of the standard input."""
    if arguments.password_stdin:
        return check_rule(sys.stdin.readline().rstrip("\r\n"), *own)
    secret = check_rule(getpass.getpass("Mật khẩu tạm: "), *own)
    if getpass.getpass("Nhập lại: ") != secret:
        raise CounterError(Code.PINS_DIFFER)
    return secret
