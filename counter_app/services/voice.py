"""The office's own recordings of the voice: kept once, used at every machine of the office."""

from collections.abc import Mapping

from counter_app.domain.facts import Duty
from counter_app.domain.queue_facts import VoiceClipSet
from counter_app.domain.queue_places import VoiceClip
from counter_app.domain.spoken import CLIPS
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.duties import check_duty
from counter_app.store import places

_NAMES = frozenset(clip.name for clip in CLIPS)


class Voice:
    """The clips of one office."""

    def __init__(self, journal: Journal, office: str) -> None:
        self._journal = journal
        self._office = office

    def clips(self) -> Mapping[str, str]:
        """The SHA-256 of each clip that was ever recorded, by its name; empty where the program's is used again."""
        with self._journal.database.read() as connection:
            known = places.all_of(connection, VoiceClip)
        return {one.clip: one.sha256 for one in known if one.office == self._office and one.clip in _NAMES}

    def keep(self, clip: str, wav: bytes, officer: str) -> None:
        """Use a recording for a clip from now on. Raises VOICE_UNSAYABLE, DUTY_MISSING, DISK_FULL."""
        self._set(clip, wav, officer)

    def restore(self, clip: str, officer: str) -> None:
        """Use the program's clip again. Raises VOICE_UNSAYABLE, DUTY_MISSING, DISK_FULL."""
        self._set(clip, b"", officer)

    def content(self, sha256: str) -> bytes:
        """A recording, which may have to come from another machine; blocks.

        Raises BLOB_MISSING, BLOB_DAMAGED, BLOB_AWAY, DISK_FULL.
        """
        return self._journal.database.blobs.get(sha256)

    def _set(self, clip: str, wav: bytes, officer: str) -> None:
        if clip not in _NAMES:
            raise CounterError(Code.VOICE_UNSAYABLE, label=clip, signs=clip)
        with self._journal.transaction() as transaction:
            check_duty(transaction, officer, Duty.ADMINISTRATION)
            sha256 = ""
            if wav:
                sha256 = self._journal.database.blobs.put(wav)
                transaction.add_blob(sha256, len(wav))
            fact = VoiceClipSet(self._office, clip, sha256)
            transaction.append(f"voice/{self._office}-{clip}", fact, f"officer/{officer}")
