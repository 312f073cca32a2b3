"""What the queue's panel reads, in one go off the main thread, and how it becomes what is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from counter_app.domain.places import Desk
from counter_app.domain.procedures import ServiceGroup
from counter_app.domain.queue_facts import DeskState
from counter_app.domain.queue_places import QueueHead
from counter_app.domain.queue_policy import QueuePolicy
from counter_app.domain.tickets import Ticket
from counter_app.errors import CounterError
from counter_app.services.bundle import Services
from counter_app.services.queue import QueueView
from ui.desk.queue.state import (
    AsideRow,
    ComingRow,
    MatterRow,
    MissedRow,
    NextFace,
    QueueState,
    TicketFace,
    WaitingRow,
)
from ui.language import Tongue, language


@dataclass(frozen=True, slots=True)
class QueueRead:
    """The queue as this desk sees it now, and what is needed to say it.

    ``passed`` counts, by missed ticket, how many of its group were called since; ``collects`` is the code of the
    dossier whose result my ticket collects; ``officers`` are names by id.
    """

    view: QueueView
    groups: Mapping[str, ServiceGroup]
    policy: QueuePolicy
    desks: tuple[Desk, ...]
    head: QueueHead | None
    passed: Mapping[str, int] = field(default_factory=dict)
    collects: str = ""
    officers: Mapping[str, str] = field(default_factory=dict)

    @property
    def desk_state(self) -> DeskState:
        """What this desk is doing; open until it was set."""
        return self.view.seat.state if self.view.seat is not None else DeskState.OPEN


def read_queue(services: Services, desk: int) -> QueueRead:
    """Read everything; on a worker."""
    view = services.queue.view(desk)
    return QueueRead(
        view,
        {group.id: group for group in services.catalogue.groups()},
        services.queue_choices.policy(),
        services.queue_choices.desks(),
        services.queue.head(),
        services.queue.passed(view.missed),
        _collects(services, view.mine),
        {officer.id: officer.name for officer in services.officers.all()},
    )


def state_of(read: QueueRead, as_of: datetime | None = None) -> QueueState:
    """Return what the panel shows."""
    view, policy = read.view, read.policy
    return QueueState(
        ticket=_face(read, view.mine),
        waiting=tuple(
            WaitingRow(row.group.id, short_name(row.group), row.waiting, row.longest)
            for row in view.waiting
            if row.waiting
        ),
        total=view.total,
        missed=tuple(
            MissedRow(
                ticket.id,
                ticket.label,
                ticket.ended_at or ticket.issued_at,
                ticket.calls,
                read.passed.get(ticket.id),
                policy.recall_within,
            )
            for ticket in view.missed
        ),
        coming=tuple(
            ComingRow(ticket.label, group_name(read, ticket.group), ticket.waiting_since, ticket.priority)
            for ticket in view.coming
        ),
        as_of=as_of,
        desk=read.desk_state,
        next_up=_next(view, policy),
        held=tuple(AsideRow(one.id, one.label, group_name(read, one.group)) for one in view.held),
        parked=tuple(AsideRow(one.id, one.label, group_name(read, one.group), one.parked_until) for one in view.parked),
        emergency=view.seat is not None and view.seat.emergency_at is not None,
    )


def short_name(group: ServiceGroup) -> str:
    """Return a group's name where there is little room, in the language on screen."""
    return Tongue(language()).pick(group.short_name or group.name, group.short_name_en or group.name_en)


def group_name(read: QueueRead, id_: str) -> str:
    """Return the short name of a group by its id."""
    group = read.groups.get(id_)
    return short_name(group) if group else ""


def _next(view: QueueView, policy: QueuePolicy) -> NextFace | None:
    if view.next is None or view.why is None:
        return None
    ticket = view.next
    return NextFace(ticket.label, view.why, ticket.waiting_since, ticket.priority, policy.rule.most_wait_minutes)


def _face(read: QueueRead, ticket: Ticket | None) -> TicketFace | None:
    if ticket is None:
        return None
    group = read.groups.get(ticket.group)
    back = ticket.way_back
    home = QCoreApplication.translate("Queue", "Xong việc quay lại quầy {desk}")
    return TicketFace(
        ticket.id,
        ticket.label,
        ticket.state,
        group_name(read, ticket.group),
        group.minutes if group else 10,
        ticket.served_at or ticket.called_at or ticket.issued_at,
        ticket.calls,
        ticket.priority,
        most_calls=read.policy.most_calls,
        out_of_turn=ticket.out_of_turn,
        collects=read.collects,
        returns=home.format(desk=back.desk) if back is not None and back.desk else "",
        matters=tuple(MatterRow(group_name(read, one.group), one.started_at, one.ended_at) for one in ticket.services),
    )


def _collects(services: Services, ticket: Ticket | None) -> str:
    if ticket is None or not ticket.dossier:
        return ""
    try:
        return services.dossiers.dossier(ticket.dossier).code
    except CounterError:
        return ""  # received at a station whose entries are still on their way
