"""From a form's record to its PDF, loading what draws only when the first one is asked for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counter_app.documents.forms import Form


def draw(form: "Form") -> bytes:
    """The PDF of a form; the first call takes a third of a second longer, for reportlab."""
    from counter_app.documents.forms import draw as drawn
    from counter_app.documents.typography import register_serif

    register_serif()
    return drawn(form)
