"""The words of ``counter-app officers``."""

import argparse
from collections.abc import Callable

from counter_app.domain.facts import Duty


def add_officers(
    parser: argparse.ArgumentParser,
    made_by: type[argparse.ArgumentParser],
    add_data: Callable[[argparse.ArgumentParser], None],
) -> None:
    """Add the acts; a secret is never among the words, where every process of the machine could read it."""
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True, parser_class=made_by)
    text = "who has an account, with which duties, and whether it may be used"
    list_ = acts.add_parser("list", help=text, description=text.capitalize())
    list_.add_argument("--json", action="store_true", help="print one JSON object a line")
    text = "add an officer, with a secret for the first sign-in"
    add = acts.add_parser("add", help=text, description=text.capitalize())
    add.add_argument("--name", required=True, metavar="NAME", help="such as 'Nguyễn Văn An'")
    add.add_argument("--title", default="", metavar="TITLE", help="such as 'Công chức tư pháp – hộ tịch'")
    add.add_argument("--department", default="", metavar="NAME", help="such as 'Văn phòng – thống kê'")
    duties = [duty.value for duty in Duty]
    text = "may be given several times (default: reception and casework)"
    add.add_argument("--duty", type=_duty, choices=list(Duty), action="append", default=[], metavar="DUTY", help=text)
    add.epilog = f"duties: {', '.join(duties)}"
    text = "give an officer a secret for one sign-in; the second factor is set up anew"
    reset = acts.add_parser("reset", help=text, description=text.capitalize())
    text = "let an account sign in nowhere any more; what its officer did stays"
    disable = acts.add_parser("disable", help=text, description=text.capitalize())
    disable.add_argument("--reason", required=True, metavar="WORDS", help="why, for whoever reads the journal")
    text = "let a barred, unused or locked account sign in again"
    enable = acts.add_parser("enable", help=text, description=text.capitalize())
    for act in (reset, disable, enable):
        act.add_argument("officer", metavar="ID", help="as the list act says it")
    for act in (add, reset):
        text = "read the secret from the standard input instead of asking for it"
        act.add_argument("--password-stdin", action="store_true", help=text)
    for act in (list_, add, reset, disable, enable):
        add_data(act)


def _duty(text: str) -> Duty:
    try:
        return Duty(text)
    except ValueError as error:
        known = ", ".join(duty.value for duty in Duty)
        raise argparse.ArgumentTypeError(f"{text} is no duty ({known})") from error
