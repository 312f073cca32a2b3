"""Pictures of Quản trị: the catalogue of procedures."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Unpack

from counter_app.demo.commune import LEADER
from counter_app.demo.desk_pictures import Seen, pictured
from counter_app.demo.office import DemoOffice
from counter_app.services.catalogue_exchange import plan_import
from counter_app.services.catalogue_file import encode_catalogue
from ui.desk.admin.catalogue.controller import CatalogueController
from ui.desk.admin.controller import CATALOGUE
from ui.desk.page_keys import ADMIN
from ui.shell.pictures import Studio

_LARGE = (1920, 1080)
_COPIES, _SINGLE, _OLD = "2.000815", "1.004873", "1.003677"


class CataloguePictures:
    """Takes the pictures of the catalogue's tab in one open office."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._services = studio, office.counter.services

    def draw(self) -> None:
        """Take all of them."""
        catalogue = self._services.catalogue
        catalogue.retire(_OLD, catalogue.today(), LEADER)
        later = replace(catalogue.procedure(_SINGLE), valid_from=date(2027, 1, 1))
        catalogue.new_version(later, LEADER)
        self._one("admin-catalogue-1366", _found("sao y"))
        self._one("admin-catalogue-versions-1366", _found(_SINGLE))
        self._one("admin-catalogue-locked-1366", _found("giay doc than"), officer="ha")
        self._one("admin-catalogue-retired-1366", self._retired)
        self._one("admin-catalogue-form-1366", self._form)
        self._one("admin-catalogue-form-200pct-1366", self._form, scale=2.0)
        self._one("admin-catalogue-form-contrast", self._form, size=_LARGE, contrast=True)
        self._one("admin-catalogue-import-1366", self._import)
        self._one("admin-catalogue-200pct", _found("khai sinh"), size=_LARGE, scale=2.0)
        self._one("admin-catalogue-200pct-1366", _found("khai sinh"), scale=2.0)

    def _retired(self, catalogue: CatalogueController) -> None:
        catalogue.tab.list.retired.setChecked(True)
        _found(_OLD)(catalogue)

    def _form(self, catalogue: CatalogueController) -> None:
        _found(_COPIES)(catalogue)
        catalogue.act()

    def _import(self, catalogue: CatalogueController) -> None:
        """A file of a province, with what such files bring."""
        one = json.loads(encode_catalogue([self._services.catalogue.procedure(_COPIES)]))[0]
        records = [
            {**one, "code": "9.000001", "name": "Xác nhận thông tin của tỉnh"},
            {**one, "term": {"amount": 2}, "result": "Bản sao được chứng thực"},
            {**one, "code": "9.000002", "name": "<b>Cấp giấy</b>"},
            {**one, "code": "9.000003", "papers": [{"name": "Đơn", "copies": "hai"}]},
            {"ma_tthc": "1.999999", "ten": "Thủ tục của bộ", "linh_vuc": "Khác", "cap_thuc_hien": "Cấp bộ"},
        ]
        content = json.dumps(records, ensure_ascii=False, indent=1).encode()
        catalogue.show_report(plan_import(self._services.catalogue, content), "danh-muc-tinh.json")
        catalogue.tab.report.kinds.button(3).click()

    def _one(self, name: str, prepare: Callable[[CatalogueController], None], **seen: Unpack[Seen]) -> None:
        with pictured(self._studio, self._services, name, **seen) as window:
            window.open_page(ADMIN)
            if window.admin is not None:
                catalogue = window.admin.catalogue
                window.admin.page.open_tab(CATALOGUE)
                self._studio.wait(lambda: bool(catalogue.tab.list.model.rows), "the catalogue")
                prepare(catalogue)


def _found(words: str) -> Callable[[CatalogueController], None]:
    """Type ``words``; the first procedure found is in front."""
    return lambda catalogue: catalogue.tab.list.line.setText(words)
