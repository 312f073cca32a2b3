"""The logic of what is seldom needed: each change goes into the draft, each field is judged once it was left."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from counter_app.domain.citizen_card import CitizenCard
from counter_app.domain.dossier_facts import PersonKind, ReturnWay
from counter_app.domain.places import Office
from counter_app.domain.procedures import Channel
from counter_app.services.draft_sources import person_on
from counter_app.services.drafts import Draft, DraftPerson
from ui.desk.context import DeskContext
from ui.desk.receive import checks
from ui.desk.receive.form import ReceiveForm
from ui.desk.receive.keeper import DraftKeeper
from ui.desk.receive.state import AUTHORISED, ApplicantField, PersonField


class MoreControl(QObject):
    """Folds and unfolds, and changes the draft by ``change``; ``present`` shows the page anew."""

    def __init__(
        self,
        context: DeskContext,
        keeper: DraftKeeper,
        form: ReceiveForm,
        change: Callable[[Draft], None],
        present: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._keeper, self._form = context, keeper, form
        self._change, self._present = change, present
        self._open = False
        self.finished: frozenset[tuple[int, PersonField]] = frozenset()
        self._offices_known = False
        filing, others, wish = form.filing, form.others, form.wish
        filing.channel_taken.connect(self._take_channel)
        filing.kind_taken.connect(self._take_kind)
        filing.edited.connect(self.put)
        others.edited.connect(self._edit_person)
        others.left.connect(self._left_person)
        others.added.connect(self.add_person)
        others.removed.connect(self._remove_person)
        wish.edited.connect(self.put)
        wish.sets_counted.connect(lambda count: self._put(sets=count))
        wish.way_taken.connect(self._take_way)
        wish.office_taken.connect(lambda office, name: self._put(authority=office, authority_name=name))

    @property
    def open(self) -> bool:
        """Whether it is shown: what is filled in is never hidden."""
        return self._open or (self._keeper.draft is not None and self._keeper.draft.has_more)

    def reset(self) -> None:
        """Fold away for another form."""
        self._open, self.finished = False, frozenset()

    def toggle(self) -> None:
        """F8: unfold and go there; fold away again if nothing is filled in."""
        self._open = not self.open
        self._read_offices()
        self._present()
        if self.open:
            self._form.filing.channel.button(self._form.filing.channel.current).setFocus()
        else:
            self._form.applicant.fields[ApplicantField.PHONE].line.setFocus()

    def finish(self) -> None:
        """Judge every field from here on."""
        draft = self._keeper.draft
        if draft is not None:
            places = (AUTHORISED, *range(len(draft.co_applicants)))
            self.finished = frozenset((place, field) for place in places for field in PersonField)

    def put(self, field: str, text: str) -> None:
        """Take what is typed in one of the other fields."""
        changed: dict[str, Any] = {field: text}
        self._put(**changed)

    def take_card(self, card: CitizenCard) -> bool:
        """Fill the person whose fields are in use from a card; tell whether there is one."""
        place, draft = self._form.others.place_in_use(), self._keeper.draft
        if place is None or draft is None or not self.open:
            return False
        read, kept = person_on(card), _person(draft, place)
        person = replace(
            kept, name=read.name, identity=read.identity, birth=read.birth, sex=read.sex, residence=read.residence
        )
        self.finished |= {(place, field) for field in (PersonField.NAME, PersonField.IDENTITY, PersonField.BIRTH)}
        self._change(_with_person(draft, place, person))
        row = self._form.others.row(place)
        row.fields[PersonField.PHONE if PersonField.PHONE in row.fields else PersonField.RESIDENCE].line.setFocus()
        return True

    def add_person(self) -> None:
        """Add somebody who applies too, and go there."""
        draft = self._keeper.draft
        if draft is not None:
            self._change(replace(draft, co_applicants=(*draft.co_applicants, DraftPerson())))
            self._form.others.rows[-1].fields[PersonField.NAME].line.setFocus()

    def _put(self, **changes: Any) -> None:  # noqa: ANN401 - fields of the draft, each with its type
        if self._keeper.draft is not None:
            self._change(replace(self._keeper.draft, **changes))

    def _take_channel(self, channel: Channel) -> None:
        draft = self._keeper.draft
        if draft is not None and channel is not draft.channel:
            self._put(channel=channel)

    def _take_kind(self, kind: PersonKind) -> None:
        self._put(kind=kind)

    def _take_way(self, way: ReturnWay) -> None:
        """By post it goes to where the person lives, unless something else is typed."""
        draft = self._keeper.draft
        if draft is None:
            return
        post = way is ReturnWay.POST and not draft.return_address.strip()
        self._put(return_way=way, return_address=draft.residence if post else draft.return_address)

    def _edit_person(self, place: int, field: str, text: str) -> None:
        draft = self._keeper.draft
        if draft is not None:
            changed: dict[str, Any] = {field: text}
            self._change(_with_person(draft, place, replace(_person(draft, place), **changed)))

    def _left_person(self, place: int, field: str) -> None:
        draft, key = self._keeper.draft, PersonField(field)
        if draft is None or place >= len(draft.co_applicants):
            return
        text: str = getattr(_person(draft, place), field)
        if not text and (place, key) not in self.finished:
            return
        self.finished |= {(place, key)}
        tidy = checks.tidied(field, text)
        if tidy != text:
            self._edit_person(place, field, tidy)
        else:
            self._present()

    def _remove_person(self, place: int) -> None:
        draft = self._keeper.draft
        if draft is None or place >= len(draft.co_applicants):
            return
        people = (*draft.co_applicants[:place], *draft.co_applicants[place + 1 :])
        self.finished = frozenset((at - (at > place), field) for at, field in self.finished if at != place)
        self._open = True
        self._change(replace(draft, co_applicants=people))
        self._form.others.add_button.setFocus()

    def _read_offices(self) -> None:
        if self._offices_known:
            return
        reception = self._context.services.reception

        def read(offices: tuple[Office, ...]) -> None:
            self._offices_known = True
            self._form.wish.office.set_offices(offices)

        self._context.tasks.read(reception.offices, read, owner=self)


def _person(draft: Draft, place: int) -> DraftPerson:
    return draft.authorised if place == AUTHORISED else draft.co_applicants[place]


def _with_person(draft: Draft, place: int, person: DraftPerson) -> Draft:
    if place == AUTHORISED:
        return replace(draft, authorised=person)
    people = (*draft.co_applicants[:place], person, *draft.co_applicants[place + 1 :])
    return replace(draft, co_applicants=people)
