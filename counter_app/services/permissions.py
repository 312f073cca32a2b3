"""Who may ask what of the services: one table, which docs/permissions.md shows and the tests walk.

A service that is told who acts checks it itself, in its transaction. What only reads is checked at the door of the
screens: they get the services through ``Permissions.guarded``, and have no other way to them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Any, TypeVar, cast

from counter_app.domain.facts import Duty
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.citizen_copy import MAY_GIVE
from counter_app.services.duties import AT_COUNTER, SEES_DOSSIERS, WORKS_ON_DOSSIERS, check_known, check_known_duty
from counter_app.services.register import HANDS_LISTS
from counter_app.services.security_log import SecurityKind, SecurityLog


class Who(StrEnum):
    """Whose business a method is."""

    MACHINE = "machine"  # nobody's: hall screens, devices, sync and the program itself
    OFFICER = "officer"  # whoever is signed in
    DUTY = "duty"  # who has one of the duties
    OWN = "own"  # who has one of the duties, or whose own it is: checked in the service alone


@dataclass(frozen=True, slots=True)
class Need:
    """What a method asks of the officer: one of ``duties`` is enough."""

    who: Who
    duties: tuple[Duty, ...] = ()


MACHINE, OFFICER = Need(Who.MACHINE), Need(Who.OFFICER)
_SEES = Need(Who.DUTY, SEES_DOSSIERS)
_COUNTER = Need(Who.DUTY, AT_COUNTER)
_RECEIVES = Need(Who.DUTY, (Duty.RECEPTION,))
_WORKS = Need(Who.DUTY, (Duty.PROCESSING,))
_APPROVES = Need(Who.DUTY, (Duty.APPROVAL,))
_DIRECTS = Need(Who.DUTY, (Duty.DIRECTING,))
_ADMINISTERS = Need(Who.DUTY, (Duty.ADMINISTRATION,))
_ANSWERS = Need(Who.DUTY, (Duty.APPROVAL, Duty.ADMINISTRATION))
_GIVES = Need(Who.DUTY, MAY_GIVE)
_REPORTS = Need(Who.DUTY, (Duty.REPORTS,))
_HANDS_LISTS = Need(Who.DUTY, HANDS_LISTS)
_HAS_IT = Need(Who.OWN, WORKS_ON_DOSSIERS)
_REVIEWS = Need(Who.OWN, (Duty.APPROVAL, Duty.ADMINISTRATION))


def _of(service: str, *needs: tuple[Need, str]) -> dict[str, Need]:
    return {f"{service}.{method}": need for need, methods in needs for method in methods.split()}


NEEDS: Mapping[str, Need] = {
    **_of(
        "queue",
        (MACHINE, "take_number number_given opening day today head ticket of_today line passed waiting find view"),
        (_COUNTER, "call_next call_back"),
        (_DIRECTS, "call_chosen switch_kiosk close_day"),
        (OFFICER, "call_again start_service switch_service finish miss park transfer cancel"),
        (OFFICER, "set_desk raise_emergency accept_emergency end_emergency"),
    ),
    **_of(
        "queue_choices",
        (MACHINE, "policy template boards board rating picture groups desks"),
        (_ADMINISTERS, "set_policy set_template set_board set_rating define_group define_desk"),
    ),
    **_of("waiting_times", (MACHINE, "foretell")),
    **_of("live", (OFFICER, "view")),
    **_of("rule_trial", (OFFICER, "days compare")),
    **_of("voice", (MACHINE, "clips content"), (_ADMINISTERS, "keep restore")),
    **_of("stations", (OFFICER, "all"), (_ADMINISTERS, "bar")),
    **_of("board", (MACHINE, "view picture")),
    **_of(
        "catalogue",
        (MACHINE, "groups today procedures procedure is_received versions all_versions popular search"),
        (_ADMINISTERS, "add correct new_version retire publish"),
    ),
    **_of(
        "calendar",
        (MACHINE, "calendar on appointment table weeks warm_up"),
        (_ADMINISTERS, "set_day swap set_hours"),
    ),
    **_of(
        "reception",
        (MACHINE, "offices fee appointment warm_up"),
        (_SEES, "begin begin_another resume draft save discard choose fill add_page page problems preview receipt"),
        (_RECEIVES, "receive register_incomplete refuse_at_counter"),
    ),
    **_of(
        "pages",
        (
            _SEES,
            "begin land content end take placed waiting unwanted preview proof edited straightened trimmed card sheets",
        ),
    ),
    **_of("dossiers", (_SEES, "find list count work duplicates dossier earlier history"), (_REPORTS, "each")),
    **_of("dossiers", (OFFICER, "save_filter filters drop_filter")),
    **_of("citizen_copies", (_GIVES, "write")),
    **_of("retention", (MACHINE, "rules"), (_SEES, "due"), (_ADMINISTERS, "write")),
    **_of("people", (_SEES, "known")),
    **_of("looks", (MACHINE, "note"), (_ANSWERS, "of")),
    **_of(
        "lifecycle",
        (_RECEIVES, "refuse take_supplement return_result"),
        (_WORKS, "request_payment extend mark_ready"),
        (_APPROVES, "approve send_back"),
        (_HAS_IT, "request_supplement request_withdrawal hand_over take_over comment attach record_payment stop"),
    ),
    **_of("ratings", (MACHINE, "open_at rating of_ticket give press answer ignore give_reasons close")),
    **_of("sign_ins", (MACHINE, "sign_in unlock give_leave locked left"), (OFFICER, "accounts")),
    **_of("second_factors", (MACHINE, "propose confirm checker")),
    **_of("officers", (MACHINE, "all change_own"), (_ADMINISTERS, "register change reset_pin bar admit")),
    **_of("printing", (MACHINE, "print_ticket reprint paper warm_up"), (OFFICER, "sample print_sample printed_today")),
    **_of("fleet_log", (MACHINE, "know record count close"), (_DIRECTS, "serviced")),
    **_of("choices", (MACHINE, "read"), (OFFICER, "keep_printer keep_folder keep_receipt_two_up keep_scan_days")),
    **_of("export", (_REPORTS, "dossiers")),
    **_of("forms", (_SEES, "form available preview payments fee_receipt")),
    **_of(
        "register",
        (OFFICER, "fields"),
        (_REPORTS, "dossiers write form"),
        (_HANDS_LISTS, "hand_over_list write_hand_overs handings"),
    ),
    **_of("recognition", (MACHINE, "start close state listen"), (OFFICER, "pause resume"), (_SEES, "progress texts")),
    **_of("scan_files", (MACHINE, "missing stop_fetching"), (_SEES, "paper")),
    **_of("reviews", (OFFICER, "open settled"), (_REVIEWS, "settle reopen redo")),
    **_of("sync", (OFFICER, "now")),
    **_of("housekeeping", (MACHINE, "start close sweep"), (OFFICER, "summary")),
    **_of(
        "backups",
        (MACHINE, "start close follow look stop make_here take_words"),
        (OFFICER, "overview"),
        (_ADMINISTERS, "choose make choose_words check"),
    ),
    **_of("security", (MACHINE, "note hand_over flush waiting close"), (_ADMINISTERS, "page officers export")),
    **_of("permissions", (MACHINE, "check guarded call")),
    **_of("forwarding", (MACHINE, "close status"), (_ADMINISTERS, "forward_to")),
    **_of("key_escrow", (MACHINE, "start close seal_now state"), (_ADMINISTERS, "name")),
}
"""Every public method of the services, by ``service.method``."""

GUARDED = frozenset(name.partition(".")[0] for name, need in NEEDS.items() if need.duties)
"""The services that ask for a duty somewhere."""

Service = TypeVar("Service")


class Permissions:
    """Asks the table on behalf of whoever is signed in."""

    def __init__(self, journal: Journal, security: SecurityLog) -> None:
        self._journal = journal
        self._security = security

    def check(self, officer: str, method: str) -> None:
        """Go on only if the table lets ``officer`` do ``method``.

        Raises OFFICER_UNKNOWN, OFFICER_DISABLED, DUTY_MISSING.
        """
        need = NEEDS[method]
        if need.who is Who.MACHINE:
            return
        with self._journal.database.read() as connection:
            if need.who is Who.DUTY:
                check_known_duty(connection, officer, *need.duties)
            else:
                check_known(connection, officer)

    def guarded(self, name: str, service: Service, officer: str) -> Service:
        """The service ``name`` as ``officer`` may use it: the same methods, each checked first."""
        return cast(Service, _Guarded(self, name, service, officer))

    def call(self, officer: str, method: str, act: Callable[..., Any], /, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - passed on
        """Do ``act`` if the table lets it; a refusal is a security event, wherever it was said."""
        try:
            self.check(officer, method)
            return act(*given, **named)
        except CounterError as error:
            if error.code in (Code.DUTY_MISSING, Code.OFFICER_DISABLED):
                self._security.note(SecurityKind.PERMISSION_REFUSED, officer=officer, act=method)
            raise


class _Guarded:
    """Stands in for a service; what is the machine's own is handed through as it is."""

    def __init__(self, permissions: Permissions, name: str, service: object, officer: str) -> None:
        self._permissions, self._name, self._service, self._officer = permissions, name, service, officer

    def __getattr__(self, attribute: str) -> Any:  # noqa: ANN401 - whatever the service has there
        found = getattr(self._service, attribute)
        method = f"{self._name}.{attribute}"
        need = NEEDS.get(method)
        if need is None or need.who is Who.MACHINE:
            return found

        @wraps(found)
        def checked(*given: Any, **named: Any) -> Any:  # noqa: ANN401
            return self._permissions.call(self._officer, method, found, *given, **named)

        return checked
