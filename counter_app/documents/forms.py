"""One door to all forms: a record goes in, a PDF/A-2b file comes out."""

from collections.abc import Callable
from typing import Any

from counter_app.documents.control_slip import draw_control
from counter_app.documents.fee_receipt import draw_fee_receipt
from counter_app.documents.form_records import (
    ApologyForm,
    ControlForm,
    FeeReceipt,
    HandOverList,
    RefusalForm,
    RegisterForm,
    StopForm,
    SupplementForm,
)
from counter_app.documents.letters import draw_apology, draw_refusal, draw_stop, draw_supplement
from counter_app.documents.lists import draw_hand_over, draw_register
from counter_app.documents.receipt import draw_receipts
from counter_app.documents.receipt_form import ReceiptForm

Form = (
    ReceiptForm
    | SupplementForm
    | RefusalForm
    | ApologyForm
    | StopForm
    | ControlForm
    | RegisterForm
    | FeeReceipt
    | HandOverList
)

_DRAWN: dict[type, Callable[[Any], bytes]] = {
    ReceiptForm: draw_receipts,
    SupplementForm: draw_supplement,
    RefusalForm: draw_refusal,
    ApologyForm: draw_apology,
    StopForm: draw_stop,
    ControlForm: draw_control,
    RegisterForm: draw_register,
    FeeReceipt: draw_fee_receipt,
    HandOverList: draw_hand_over,
}


def draw(form: Form) -> bytes:
    """Return a form as a PDF (form 01 and the fee receipt: all copies); the same record gives the same bytes."""
    return _DRAWN[type(form)](form)
