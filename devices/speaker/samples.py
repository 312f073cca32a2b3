"""Recordings as samples: reading WAV, one rate and one channel, silence cut off, one loudness, no clicks.

Samples are signed 16-bit numbers of one channel in an ``array("h")``; levels are parts of full scale, 0 to 1.
"""

from __future__ import annotations

import io
import math
import sys
import wave
from array import array

from counter_app.errors import Code, CounterError

RATE = 22_050
"""Samples a second of every clip."""
LOUDNESS = 0.13
"""The root mean square of a clip while it sounds."""
PEAK = 0.85
EDGE_S = 0.006
"""Fade at both ends, against clicks."""
LONGEST_S = 30.0
_FULL = 32_768
_WINDOW_S = 0.01
_QUIET = 0.012
_QUIET_SHARE = 0.06  # of the loudest window: a noisy room is not speech
_BEFORE_S, _AFTER_S = 0.02, 0.05  # soft consonants live here


def read_wav(data: bytes, name: str) -> array[int]:
    """Return the samples of a WAV file in the bank's rate. Raises SOUND_FILE_UNREADABLE, SOUND_TOO_LONG."""
    try:
        with wave.open(io.BytesIO(data), "rb") as clip:
            channels, width, rate = clip.getnchannels(), clip.getsampwidth(), clip.getframerate()
            if not 4_000 <= rate <= 384_000 or width not in (1, 2, 3, 4):
                raise CounterError(Code.SOUND_FILE_UNREADABLE, name=name)
            if clip.getnframes() > LONGEST_S * rate:
                raise CounterError(Code.SOUND_TOO_LONG, name=name, most=int(LONGEST_S))
            frames = clip.readframes(clip.getnframes())
    except (wave.Error, EOFError, ValueError, RuntimeError):  # RuntimeError: a length that leads out of the file
        raise CounterError(Code.SOUND_FILE_UNREADABLE, name=name) from None
    return resampled(_one_channel(_sixteen_bits(frames, width), channels), rate)


def write_wav(samples: array[int]) -> bytes:
    """Return a WAV file of the bank's shape."""
    target = io.BytesIO()
    with wave.open(target, "wb") as clip:
        clip.setnchannels(1)
        clip.setsampwidth(2)
        clip.setframerate(RATE)
        clip.writeframes(_little(samples))
    return target.getvalue()


def from_raw(data: bytes, rate: int) -> array[int]:
    """Return what a recorder wrote (16-bit little-endian, one channel) in the bank's rate."""
    samples = array("h", data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return resampled(samples, rate)


def polished(samples: array[int], name: str) -> array[int]:
    """Return a clip that fits beside the others: trimmed, as loud as they, faded. Raises RECORDING_SILENT (name)."""
    heard = trimmed(samples)
    if not heard:
        raise CounterError(Code.RECORDING_SILENT, name=name)
    return faded(levelled(heard))


def peak(samples: array[int]) -> float:
    """Return the highest level."""
    return max(max(samples), -min(samples)) / _FULL if samples else 0.0


def loudness(samples: array[int]) -> float:
    """Return the root mean square of the windows that sound."""
    levels = _windows(samples)
    floor = max(levels, default=0.0) / 4
    sounding = [level * level for level in levels if level >= floor]
    return math.sqrt(sum(sounding) / len(sounding)) if sounding else 0.0


def trimmed(samples: array[int]) -> array[int]:
    """Cut silence at both ends; nothing is left of a recording without a voice."""
    levels = _windows(samples)
    floor = max(_QUIET, _QUIET_SHARE * max(levels, default=0.0))
    heard = [at for at, level in enumerate(levels) if level > floor]
    if not heard:
        return array("h")
    size = int(_WINDOW_S * RATE)
    first = heard[0] * size - int(_BEFORE_S * RATE)
    return samples[max(0, first) : (heard[-1] + 1) * size + int(_AFTER_S * RATE)]


def levelled(samples: array[int]) -> array[int]:
    """Bring a clip to the loudness of the others, never beyond the peak."""
    return scaled(samples, min(LOUDNESS / loudness(samples), PEAK / peak(samples)))


def scaled(samples: array[int], gain: float) -> array[int]:
    """Multiply every sample; none beyond full scale."""
    if 0 <= gain <= 1:  # whole numbers: several times as fast
        part = round(gain * 65_536)
        return array("h", [sample * part >> 16 for sample in samples])
    most = _FULL - 1
    return array("h", [max(-most, min(most, round(sample * gain))) for sample in samples])


def faded(samples: array[int]) -> array[int]:
    """Let a clip rise from nothing and end in nothing."""
    edge = min(int(EDGE_S * RATE), len(samples) // 2)
    soft = samples[:]
    for at in range(edge):
        soft[at] = samples[at] * at // edge
        soft[-1 - at] = samples[-1 - at] * at // edge
    return soft


def resampled(samples: array[int], rate: int) -> array[int]:
    """Bring samples of another rate to the bank's: each new one is the mean of the old ones that it stands for."""
    if rate == RATE or not samples:
        return samples
    count = len(samples) * RATE // rate
    if rate < RATE:
        return array("h", [_between(samples, at * rate / RATE) for at in range(count)])
    sums = [0]
    for sample in samples:
        sums.append(sums[-1] + sample)
    edges = [_area(sums, at * rate / RATE) for at in range(count + 1)]
    share = RATE / rate
    return array("h", [round((edges[at + 1] - edges[at]) * share) for at in range(count)])


def _area(sums: list[int], at: float) -> float:
    whole = min(int(at), len(sums) - 1)
    after = min(whole + 1, len(sums) - 1)
    return sums[whole] + (sums[after] - sums[whole]) * (at - whole)


def _between(samples: array[int], at: float) -> int:
    whole = int(at)
    after = min(whole + 1, len(samples) - 1)
    return round(samples[whole] + (samples[after] - samples[whole]) * (at - whole))


def _windows(samples: array[int]) -> list[float]:
    size = int(_WINDOW_S * RATE)
    starts = range(0, len(samples) - size + 1, size)
    return [math.sqrt(sum(one * one for one in samples[at : at + size]) / size) / _FULL for at in starts]


def _sixteen_bits(frames: bytes, width: int) -> array[int]:
    if width == 1:  # unsigned
        return array("h", [(one - 128) * 256 for one in frames])
    if width > 2:  # the two highest bytes of each
        kept = bytearray(len(frames) // width * 2)
        kept[0::2], kept[1::2] = frames[width - 2 :: width], frames[width - 1 :: width]
        frames = bytes(kept)
    samples = array("h", frames[: len(frames) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _one_channel(samples: array[int], channels: int) -> array[int]:
    if channels == 1:
        return samples
    parts = [samples[channel::channels] for channel in range(channels)]
    return array("h", [sum(frame) // channels for frame in zip(*parts, strict=False)])


def _little(samples: array[int]) -> bytes:
    if sys.byteorder == "big":
        samples = samples[:]
        samples.byteswap()
    return samples.tobytes()
