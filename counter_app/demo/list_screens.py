"""Pictures of papers and lists as the desk shows them."""

from counter_app.demo.morning import OFFICERS
from counter_app.demo.office import DemoOffice
from counter_app.domain.dossier_facts import FormKind
from ui.desk.context import DeskContext
from ui.desk.dossiers.export_choices import Output
from ui.desk.dossiers.exports import DossierExports
from ui.desk.notices import Notices
from ui.desk.printing.paper_panel import PaperPanel
from ui.shell.pictures import Studio
from ui.tasks import Tasks

_DESK = 3
_CENTRE = (930, 640)
"""What the page has of a window of 1366 by 768."""


class ListPictures:
    """Takes them with one open office."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio = studio
        self._services = office.counter.services

    def draw(self) -> None:
        """Take all of them."""
        for scale, suffix in ((1.0, ""), (2.0, "-200pct")):
            self._studio.look(scale=scale)
            tasks = Tasks(self._services.changes)
            officer = next(one for one in self._services.officers.all() if one.id == OFFICERS[_DESK])
            context = DeskContext(self._services, tasks, Notices(), _DESK, officer)
            self._paper(context, suffix)
            self._lists(context, suffix)
            tasks.close()
        self._studio.look()

    def _paper(self, context: DeskContext, suffix: str) -> None:
        dossier = self._services.dossiers.find("", 1)[0]
        panel = PaperPanel(context)
        self._studio.show(panel, *_CENTRE)
        panel.show_paper(dossier.code, dossier.code, lambda: self._services.forms.form(dossier.id, FormKind.RECEIPT))
        self._studio.wait(lambda: bool(panel.pages.drawn), "the paper")
        self._studio.take(f"desk-paper{suffix}", panel)
        panel.print_paper()
        self._studio.wait(lambda: bool(panel.banners.shown), "the printer's answer")
        self._studio.take(f"desk-paper-printer{suffix}", panel)
        self._studio.put_away(panel)

    def _lists(self, context: DeskContext, suffix: str) -> None:
        panel = DossierExports(context)
        self._studio.show(panel, *_CENTRE)
        panel.show_list("214 hồ sơ: quá hạn, lĩnh vực Hộ tịch", tuple)
        self._studio.settle()
        self._studio.take(f"desk-lists{suffix}", panel)
        panel.show_hand_overs()
        self._studio.settle()
        self._studio.take(f"desk-hand-overs{suffix}", panel)
        panel.show_register()
        panel.choices.output.set_current(Output.PAPER)
        panel.run()
        self._studio.wait(lambda: bool(panel.paper.pages.drawn), "the register")
        self._studio.take(f"desk-register{suffix}", panel)
        self._studio.put_away(panel)
