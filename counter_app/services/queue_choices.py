"""What an office chooses for its queue: rule, ticket, boards, rating, groups, desks. Changing needs administration."""

from collections.abc import Sequence

from counter_app.domain.facts import DeskDefined, Duty, Fact, GroupDefined
from counter_app.domain.places import Desk, PlacedGroup
from counter_app.domain.queue_facts import BoardSet, QueuePolicySet, RatingChoicesSet, TicketTemplateSet
from counter_app.domain.queue_places import BoardRecord, OfficeRating, OfficeTemplate
from counter_app.domain.queue_policy import BoardChoices, QueuePolicy, RatingChoices, TicketTemplate
from counter_app.domain.ratings import scores_of_levels
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.board_pictures import BoardPicture, check_board
from counter_app.services.duties import check_duty
from counter_app.services.queue_acting import desks_of, groups_of, policy_of
from counter_app.store import places


class QueueChoices:
    """The choices of one office; each change is an entry, in force at every station as soon as it arrives."""

    def __init__(self, journal: Journal, office: str) -> None:
        self._journal = journal
        self._office = office

    def policy(self) -> QueuePolicy:
        """How the office calls; the program's own policy until one was set."""
        with self._journal.database.read() as connection:
            return policy_of(connection, self._office)

    def set_policy(self, policy: QueuePolicy, officer: str) -> None:
        """Call like this from now on. Raises RULE_INVALID, DUTY_MISSING."""
        check_policy(policy)
        self._write(f"queuepolicy/{self._office}", QueuePolicySet(self._office, policy), officer)

    def template(self) -> TicketTemplate:
        """What stands on a ticket."""
        with self._journal.database.read() as connection:
            kept = places.place(connection, f"tickettemplate/{self._office}", OfficeTemplate)
        return kept.template if kept else TicketTemplate()

    def set_template(self, template: TicketTemplate, officer: str) -> None:
        """Print like this from now on. Raises DUTY_MISSING."""
        self._write(f"tickettemplate/{self._office}", TicketTemplateSet(self._office, template), officer)

    def boards(self) -> tuple[BoardRecord, ...]:
        """Every board that was set, by number."""
        with self._journal.database.read() as connection:
            kept = [one for one in places.all_of(connection, BoardRecord) if one.office == self._office]
        return tuple(sorted(kept, key=lambda one: one.number))

    def board(self, number: int) -> BoardChoices:
        """What one board shows; everything until it was set."""
        with self._journal.database.read() as connection:
            kept = places.place(connection, f"board/{self._office}-{number}", BoardRecord)
        return kept.choices if kept else BoardChoices()

    def set_board(
        self, number: int, choices: BoardChoices, officer: str, pictures: Sequence[BoardPicture] = ()
    ) -> None:
        """Show like this from now on; ``pictures`` are the new ones. Raises RULE_INVALID, DUTY_MISSING, DISK_FULL."""
        check_board(number, choices)
        with self._journal.transaction() as transaction:
            check_duty(transaction, officer, Duty.ADMINISTRATION)
            for picture in pictures:
                self._journal.database.blobs.put(picture.content)
                transaction.add_blob(picture.sha256, len(picture.content))
            fact = BoardSet(self._office, number, choices)
            transaction.append(f"board/{self._office}-{number}", fact, f"officer/{officer}")

    def rating(self) -> RatingChoices:
        """How citizens are asked."""
        with self._journal.database.read() as connection:
            kept = places.place(connection, f"ratingchoices/{self._office}", OfficeRating)
        return kept.choices if kept else RatingChoices()

    def set_rating(self, choices: RatingChoices, officer: str) -> None:
        """Ask like this from now on. Raises RULE_INVALID, DUTY_MISSING."""
        if choices.levels:
            scores_of_levels(choices.levels)
        self._write(f"ratingchoices/{self._office}", RatingChoicesSet(self._office, choices), officer)

    def picture(self, sha256: str) -> bytes:
        """Return a picture of a board. Raises BLOB_MISSING, BLOB_DAMAGED."""
        return self._journal.database.blobs.get(sha256)

    def groups(self) -> tuple[PlacedGroup, ...]:
        """The service groups in the kiosk's order."""
        with self._journal.database.read() as connection:
            return groups_of(connection)

    def define_group(self, placed: PlacedGroup, officer: str) -> None:
        """Add or change a group. Raises RULE_INVALID, DUTY_MISSING."""
        group = placed.group
        if not group.prefix.isalpha() or not 1 <= group.first <= group.last <= _LARGEST or group.contingent < 0:
            raise CounterError(Code.RULE_INVALID, field="numbers")
        self._write(f"group/{group.id}", GroupDefined(group, placed.place), officer)

    def desks(self) -> tuple[Desk, ...]:
        """The desks of the office, by number."""
        with self._journal.database.read() as connection:
            return desks_of(connection, self._office)

    def define_desk(self, desk: Desk, officer: str) -> None:
        """Add or change a desk. Raises RULE_INVALID, DUTY_MISSING."""
        if desk.number < 1 or any(weight < 1 for weight in desk.weights) or len(desk.weights) > len(desk.groups):
            raise CounterError(Code.RULE_INVALID, field="desk")
        fact = DeskDefined(desk.number, self._office, desk.groups, desk.weights, desk.quick)
        self._write(f"desk/{self._office}-{desk.number}", fact, officer)

    def _write(self, stream: str, fact: Fact, officer: str) -> None:
        with self._journal.transaction() as transaction:
            check_duty(transaction, officer, Duty.ADMINISTRATION)
            transaction.append(stream, fact, f"officer/{officer}")


_LARGEST = 9999


def check_policy(policy: QueuePolicy) -> None:
    """Go on only if every number of a policy makes sense. Raises RULE_INVALID, which names the field."""
    rule = policy.rule
    bounds = {
        "priority_run": (rule.priority_run, 0, 99),
        "other_run": (rule.other_run, 0, 99),
        "most_wait_minutes": (rule.most_wait_minutes, 0, 600),
        "long_queue": (policy.long_queue, 0, 999),
        "most_calls": (policy.most_calls, 1, 9),
        "recall_within": (policy.recall_within, 0, 999),
        "takeover_s": (policy.takeover_s, 2, 3600),
    }
    for field, (value, least, most) in bounds.items():
        if not least <= value <= most:
            raise CounterError(Code.RULE_INVALID, field=field)
