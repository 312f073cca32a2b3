"""Form 01 in the layout chosen at this machine; what was given out once stays as it was."""

from dataclasses import replace
from pathlib import Path

import pypdfium2

from tests.support.office import open_office

MARITAL_STATUS = "1.004873"


def pages(pdf: bytes) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [(round(width), round(height)) for width, height in (page.get_size() for page in document)]
    finally:
        document.close()


def test_both_copies_on_one_landscape_sheet_when_the_machine_is_set_so(tmp_path: Path) -> None:
    with open_office(tmp_path / "data") as office:
        services = office.services
        dossiers = []
        for desk in (1, 2):
            draft = replace(
                services.reception.choose(services.reception.begin(desk), MARITAL_STATUS), name="Trần Văn Đức"
            )
            dossiers.append(services.reception.receive(draft, desk, "ha"))
        first = services.reception.receipt(dossiers[0].id)
        assert pages(first) == [(595, 842)] * 2
        services.choices.keep_receipt_two_up(True)
        assert pages(services.reception.receipt(dossiers[1].id)) == [(842, 595)]
        assert services.reception.receipt(dossiers[0].id) == first
    with open_office(tmp_path / "data") as office:
        assert office.services.choices.read().receipt_two_up is True
