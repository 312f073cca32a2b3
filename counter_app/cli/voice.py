"""``counter-app voice say``: one call as a WAV file, from the clips that the hall would hear."""

import argparse
from pathlib import Path

from counter_app.bootstrap import VOICE
from counter_app.domain.spoken import CHIME, call_sentence, call_words
from counter_app.errors import Code, CounterError
from counter_app.services.output import save_file
from devices.speaker.clips import ClipBank


def run(arguments: argparse.Namespace) -> int:
    """Write ``--out`` and print the sentence. Raises VOICE_UNSAYABLE, OUTPUT_NOT_WRITABLE, DISK_FULL."""
    label: str = arguments.label
    data: Path = arguments.data
    words = call_words(label, arguments.desk)
    bank = ClipBank(data / VOICE)
    lacking = [word.upper() for word in bank.missing(words)]
    lacking += [sign for sign in label if not sign.isalnum()]
    if lacking or not any(sign.isalnum() for sign in label):
        raise CounterError(Code.VOICE_UNSAYABLE, label=label, signs=", ".join(lacking) or "…")
    sound = bank.join(words if arguments.no_chime else (CHIME, *words), arguments.volume)
    save_file(arguments.out, sound.wav)
    print(f"{call_sentence(label, arguments.desk)} ({sound.seconds:.1f} s)", flush=True)
    return 0
