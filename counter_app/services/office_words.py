"""How an office is named on its papers."""

from counter_app.domain.places import Office

CENTRE = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
NUMBER_SIGN = "TTPVHCC"


def centre_of(office: Office) -> str:
    """The one-stop centre as in a sentence."""
    return f"Trung tâm Phục vụ hành chính công {in_a_sentence(office)}"


def in_a_sentence(office: Office) -> str:
    """``XÃ AN PHÚC`` of the sign as in a sentence: ``xã An Phúc``."""
    return f"{office.name.split()[0].lower()} {office.place}" if office.name else office.place


def committee_of(office: Office) -> str:
    """The People's Committee as in a sentence: ``UBND xã An Phúc``."""
    return f"UBND {in_a_sentence(office)}"
