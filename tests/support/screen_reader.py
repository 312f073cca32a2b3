"""A screen reader with a keyboard, in a process of its own: takes an order a line (JSON), answers each with a line.

It gets what a real one gets: the tree and the events of the accessibility bus (AT-SPI). Its keys go through the X
server.

- ``["read"]``: every object that shows, in order;
- ``["heard"]``: what it was told since it was last asked;
- ``["press", "Tab"]``, ``["press", "Control", "u"]``, ``["type", "abc"]``: keys.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PATIENCE_S = 30.0
_CHECKED, _ENABLED, _FOCUSABLE, _FOCUSED, _SHOWING = 4, 8, 11, 12, 25
"""Places in the set of states (AtspiStateType)."""
_PASSWORD = 40
"""ATSPI_ROLE_PASSWORD_TEXT: what is typed is not read aloud."""
_ACCESSIBLE, _TEXT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Text"
_EVENTS = "org.a11y.atspi.Event.Object"
_ROOT = DBusAddress("/org/a11y/atspi/accessible/root", "org.a11y.atspi.Registry", _ACCESSIBLE)
_LISTENERS = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")
_KEYBOARD = DBusAddress(
    "/org/a11y/atspi/registry/deviceeventcontroller",
    "org.a11y.atspi.Registry",
    "org.a11y.atspi.DeviceEventController",
)
_DOWN, _UP, _TAP, _SYMBOL = range(4)
"""What is done with a key (AtspiKeySynthType)."""
_KEYS = {
    "Escape": 9,
    "Tab": 23,
    "Return": 36,
    "Control": 37,
    "Shift": 50,
    "space": 65,
    "Home": 110,
    "Up": 111,
    "Page_Up": 112,
    "Left": 113,
    "Right": 114,
    "End": 115,
    "Down": 116,
    "Page_Down": 117,
}
"""Their places on the keyboard, as X servers number them."""
Place = tuple[str, str]
"""A program's name on the bus, and the path of an object in it."""


class Reader:
    """The connection to the accessibility bus of this session."""

    def __init__(self) -> None:
        with open_dbus_connection() as session:
            bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            (address,) = session.send_and_get_reply(new_method_call(bus, "GetAddress"), timeout=PATIENCE_S).body
        self._bus: DBusConnection = open_dbus_connection(address)
        self._told: list[Message] = []
        self._roles = {_PASSWORD: "password"}
        rule = MatchRule(type="signal", interface=_EVENTS)
        self._ask([message_bus.AddMatch(rule)])
        self._ask([new_method_call(_LISTENERS, "RegisterEvent", "sass", ("object:", [], ""))])

    def read(self) -> list[dict[str, Any]]:
        """Return every object of the program that shows."""
        windows = [one for of in self._children(self._programs()) for one in of]
        return list(self._walk(windows))

    def heard(self) -> list[dict[str, Any]]:
        """Return focus, announcements and typed letters in the order in which they were told."""
        self._children(self._programs())  # whatever was told before this answer has come by now
        told, self._told = self._told, []
        return [one for message in told if (one := self._understood(message)) is not None]

    def press(self, *keys: str) -> None:
        """Press the last key while the others are held down."""
        *held, last = keys
        for key in held:
            self._key(_KEYS[key], _DOWN)
        self._key(_KEYS.get(last) or ord(last), _TAP if last in _KEYS else _SYMBOL)
        for key in reversed(held):
            self._key(_KEYS[key], _UP)

    def type(self, text: str) -> None:
        """Type small letters, digits and signs."""
        for letter in text:
            self._key(ord(letter), _SYMBOL)

    def _key(self, key: int, how: int) -> None:
        self._ask([new_method_call(_KEYBOARD, "GenerateKeyboardEvent", "isu", (key, "", how))])

    def _programs(self) -> list[Place]:
        return [tuple(one) for one in self._ask([new_method_call(_ROOT, "GetChildren")])[0][0]]

    def _children(self, places: Sequence[Place]) -> list[list[Place]]:
        answers = self._ask([_call(place, "GetChildren") for place in places])
        return [[tuple(child) for child in answer[0]] if answer else [] for answer in answers]

    def _walk(self, roots: Sequence[Place]) -> Iterator[dict[str, Any]]:
        """Objects and what is in them, in order; nobody gets to what is in something that does not show."""
        known: dict[Place, tuple[dict[str, Any], list[Place]]] = {}
        level = list(roots)
        while level:  # a level at a time: one by one takes half a second
            told = zip(level, self._described(level), strict=True)
            shown = {place: one for place, one in told if one is not None and one["shows"]}
            within = self._children(list(shown))
            known.update({place: (one, inner) for (place, one), inner in zip(shown.items(), within, strict=True)})
            level = [child for inner in within for child in inner]
        return _in_order(roots, known)

    def _described(self, places: Sequence[Place]) -> list[dict[str, Any] | None]:
        """What each object says of itself, None for one that is gone."""
        answers = self._ask([call for place in places for call in _questions(place)])
        found: list[dict[str, Any] | None] = []
        for states, role, name in zip(answers[::3], answers[1::3], answers[2::3], strict=True):
            if states is None or role is None or name is None:
                found.append(None)
                continue
            has = {word: bool(states[0][0] >> place & 1) for word, place in _STATES.items()}
            found.append({"role": role[0], "name": name[0][1], "description": "", "text": "", **has})
        self._describe_more([(place, one) for place, one in zip(places, found, strict=True) if one is not None])
        return found

    def _describe_more(self, known: Sequence[tuple[Place, dict[str, Any]]]) -> None:
        """Role by its name; description and text of what the keys get to."""
        for place, one in known:
            if one["role"] not in self._roles:
                ((name,),) = self._ask([_call(place, "GetRoleName")])
                self._roles[one["role"]] = name
            one["role"] = self._roles[one["role"]]
        of = [(place, one) for place, one in known if one["focusable"] and one["shows"]]
        answers = self._ask([call for place, _ in of for call in _further(place)])
        for (_, one), description, text in zip(of, answers[::2], answers[1::2], strict=True):
            one["description"] = description[0][1] if description else ""
            one["text"] = text[0] if text else ""

    def _understood(self, message: Message) -> dict[str, Any] | None:
        fields, body = message.header.fields, message.body
        what, detail, value = fields[HeaderFields.member], body[0], body[3][1]
        if what == "Announcement":
            return {"what": "said", "text": value, "urgent": body[1] == 2}  # noqa: PLR2004 - ATSPI_LIVE_ASSERTIVE
        if what != "TextChanged" and not (what == "StateChanged" and detail == "focused" and body[1]):
            return None
        (one,) = self._described([(fields[HeaderFields.sender], fields[HeaderFields.path])])
        if what == "TextChanged":  # put in or taken away
            return {"what": "typed", "role": one["role"] if one else "", "text": value}
        return {"what": "focus", **one} if one else None

    def _ask(self, calls: Iterable[Message]) -> list[Any]:
        """Ask many things at once; the answers come in the order of the questions, None for what could not be."""
        serials = []
        for call in calls:
            serials.append(next(self._bus.outgoing_serial))
            self._bus.send(call, serial=serials[-1])
        answers: dict[int, Any] = {}
        while len(answers) < len(serials):
            message = self._bus.receive(timeout=PATIENCE_S)
            fields = message.header.fields
            if message.header.message_type is MessageType.signal:
                if fields.get(HeaderFields.interface) == _EVENTS:
                    self._told.append(message)
            else:
                failed = message.header.message_type is MessageType.error
                answers[fields[HeaderFields.reply_serial]] = None if failed else message.body
        return [answers[serial] for serial in serials]


_STATES = {
    "shows": _SHOWING,
    "focusable": _FOCUSABLE,
    "focused": _FOCUSED,
    "enabled": _ENABLED,
    "checked": _CHECKED,
}


def _in_order(
    places: Sequence[Place], known: dict[Place, tuple[dict[str, Any], list[Place]]]
) -> Iterator[dict[str, Any]]:
    for place in places:
        if place in known:
            one, inner = known[place]
            yield one
            yield from _in_order(inner, known)


def _questions(place: Place) -> tuple[Message, ...]:
    return _call(place, "GetState"), _call(place, "GetRole"), _property(place, "Name")


def _further(place: Place) -> tuple[Message, ...]:
    text = new_method_call(DBusAddress(place[1], place[0], _TEXT), "GetText", "ii", (0, -1))
    return _property(place, "Description"), text


def _call(place: Place, method: str) -> Message:
    return new_method_call(DBusAddress(place[1], place[0], _ACCESSIBLE), method)


def _property(place: Place, name: str) -> Message:
    where = DBusAddress(place[1], place[0], "org.freedesktop.DBus.Properties")
    return new_method_call(where, "Get", "ss", (_ACCESSIBLE, name))


def serve() -> None:
    """Do what the lines say."""
    reader = Reader()
    print(json.dumps("ready"), flush=True)
    acts: dict[str, Callable[..., object]]
    for line in sys.stdin:
        order, *words = json.loads(line)
        acts = {"read": reader.read, "heard": reader.heard, "press": reader.press, "type": reader.type}
        print(json.dumps(acts[order](*words)), flush=True)


if __name__ == "__main__":
    serve()
