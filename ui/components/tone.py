"""The five tones of a state: its colours, and an icon of another shape for each, so that colour never speaks alone."""

from enum import StrEnum


class Tone(StrEnum):
    """What a state means to the reader."""

    NEUTRAL = "neutral"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"

    @property
    def ink(self) -> str:
        """Name of the colour of text and icon."""
        return {Tone.NEUTRAL: "text_muted", Tone.INFO: "primary"}.get(self, self.value)

    @property
    def soft(self) -> str:
        """Name of the colour of the ground."""
        return {Tone.NEUTRAL: "surface_alt", Tone.INFO: "primary_soft"}.get(self, f"{self.value}_soft")

    @property
    def icon(self) -> str:
        """Name of the icon."""
        return _ICONS[self]


_ICONS = {
    Tone.NEUTRAL: "circle",
    Tone.INFO: "info-circle",
    Tone.SUCCESS: "circle-check",
    Tone.WARNING: "alert-triangle",
    Tone.DANGER: "alert-octagon",
}
