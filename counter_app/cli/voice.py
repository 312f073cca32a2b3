"""``counter-app voice say``: one call as a WAV file, from the clips that the hall would hear."""

import argparse
from pathlib import Path

from counter_app.bootstrap import VOICE
from counter_app.cli.words import Acts, Parser, number
from counter_app.domain.spoken import CHIME, call_sentence, call_words
from counter_app.errors import Code, CounterError
from counter_app.services.output import save_file
from devices.speaker.clips import ClipBank


def add_words(parser: Parser) -> None:
    """Add the act of ``voice``."""
    say = Acts(parser).add("say", "join the clips of one call to a WAV file; needs no sound hardware")
    say.add_argument("label", metavar="NUMBER", help="the number, such as A012")
    say.add_argument("desk", type=number(1, 9999, "a desk"), metavar="DESK", help="the desk, such as 3")
    say.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the WAV file goes")
    volume = number(0, 100, "a volume")
    say.add_argument("--volume", type=volume, default=100, metavar="N", help="0 to 100 (default: 100)")
    say.add_argument("--no-chime", action="store_true", help="without the two bell tones before it")


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
