"""Repairs of the texts of a crawled catalogue: names, terms, fees, component documents.

The national portal's pages lose units, glue attachments and form numbers to the text, and mix guidance for
officers into the list of papers. Each function returns the repaired value and the repairs it took.
"""

import re
import unicodedata
from enum import StrEnum

from counter_app.domain.procedures import ComponentDocument, Fee, FeeUnit, PaperForm, Term, TermUnit
from counter_app.domain.text import fold

LONGEST_NAME = 160
LONGEST_PAPER = 120
LONGEST_CONDITION = 120
MOST_COPIES = 9
SAME_DAY_HOUR = 15  # what comes in later is returned on the next working day


class Repair(StrEnum):
    """What was put right, or why a line was left out."""

    NAME_PREFIX = "name-prefix"
    NAME_CASE = "name-case"
    NAME_SHORTENED = "name-shortened"
    TERM_UNIT_ASSUMED = "term-unit-assumed"
    TERM_FROM_NOTE = "term-from-note"
    FEE_BY_PROVINCE = "fee-by-province"
    FEE_UNKNOWN = "fee-unknown"
    COPIES = "copies"
    PAPER_SHORTENED = "paper-shortened"
    PAPER_CONDITION = "paper-condition"
    PAPER_NAMED = "paper-named"
    PAPER_NOISE = "paper-noise"
    NOT_A_PAPER = "not-a-paper"
    ONLINE_ONLY = "online-only"
    PAPER_REPEATED = "paper-repeated"


_PREFIX = re.compile(r"^thủ tục(?: hành chính)?[\s:]+", re.IGNORECASE)
_NAME_TAIL = re.compile(r"\s*\((?:thực hiện tại cấp xã|cấp xã|\d\.\d{6})\)\s*$", re.IGNORECASE)
_TERM = re.compile(r"^(\d{1,3}) (ngày làm việc|ngày|giờ)$", re.IGNORECASE)
_TERM_WITHOUT_UNIT = re.compile(r"^(\d{1,3}) \((?:nguồn không ghi đơn vị|\?)\)$")
_TERM_IN_NOTE = re.compile(r"(\d{1,3}) (ngày làm việc)", re.IGNORECASE)
_UNITS = {"ngày làm việc": TermUnit.WORKING_DAY, "ngày": TermUnit.CALENDAR_DAY, "giờ": TermUnit.HOUR}
_FEE = re.compile(r"^(\d[\d.,]*)\s*(?:vnđ|việt nam đồng|đồng|đ)\b", re.IGNORECASE)
_FEE_UNITS = (
    (re.compile(r"/\s*trang"), FeeUnit.PAGE),
    (re.compile(r"/\s*(?:bản|văn bản xác nhận)"), FeeUnit.COPY),
    (re.compile(r"/\s*(?:trường hợp|giao dịch|di chúc|văn bản|việc)"), FeeUnit.CASE),
)
_BY_PROVINCE = "Mức thu theo nghị quyết của Hội đồng nhân dân tỉnh"

_FILE = r"\.(?:docx?|pdf|xlsx?)"
_ATTACHMENTS = (
    (re.compile(r"(mẫu \w+)\1[^;()]*?" + _FILE, re.IGNORECASE), r"\1"),
    (re.compile(r"[.;]\s*[^\s;/]+(?: \(\d\))?" + _FILE + "$", re.IGNORECASE), ""),
    (re.compile(r"(?:;|(?<=\)))[^;)]*(?:\(\d\))?" + _FILE + "$", re.IGNORECASE), ""),
    (re.compile(r"(?<=[^\W_A-Z])(?:Ma?u|Mẫu)[^;()]*(?:\(\d\))?" + _FILE + "$"), ""),
    (re.compile(r"(?<=[^\s(])(?:văn bản|mẫu|đơn|tờ khai|phiếu)[^;.]*" + _FILE + "$", re.IGNORECASE), ""),
)
_ENUMERATOR = re.compile(r"^(?:\((?:[ivx]+|\d+|[a-zđ])\)|\d{1,2}[.)]|[a-zđ]\)|[-–+*•])\s*", re.IGNORECASE)
_ONLINE = re.compile(r"^(?:mẫu|biểu mẫu)\b.{0,12}điện tử", re.IGNORECASE)
_ONLY_IF_OFFLINE = re.compile(r"\s*\((?:nếu (?:người|nộp)|có đủ thông tin)[^)]*\)+")
_CITATION = re.compile(
    r",?\s*\(?(?:được )?(?:ban hành |quy định )?(?:kèm theo|tại (?:điểm|khoản|điều|phụ lục)|phụ lục)\b[^();]*\)?",
    re.IGNORECASE,
)
_LAW = re.compile(r",?\s*theo quy định (?:của|tại) [^,;()]*(?:pháp luật|bộ luật|luật|nghị định|thông tư)[^,;()]*")
_CASE_LAST = re.compile(r"^(.{8,}?),?\s*\(?(?:đối với|trong) (?:các )?trường hợp\s+(.+?)\)?$", re.IGNORECASE)
_CASE_FIRST = re.compile(r"^(?:đối với )?trường hợp (.{4,}?),? (?:thì )?(?:phải )?(?:nộp|có|xuất trình) (.{6,})$", re.I)
_GUIDANCE = re.compile(
    r"^(?:lưu ý|ví dụ|đối với giấy tờ|người (?:tiếp nhận|yêu cầu|có yêu cầu|ủy quyền)|cơ quan|cá nhân có quyền|việc |"
    r"khi |bản chụp các giấy tờ gửi|trong (?:thời hạn|đó)|nội dung |ngoài giấy tờ|giá trị sử dụng|phiếu này|"
    r"trường hợp |đối với (?:việc|yêu cầu|quân đội|công an)|"
    r"nếu |giấy tờ do cơ quan có thẩm quyền của nước ngoài|hồ sơ gồm|công dân chuẩn bị|các hồ sơ khác)",
    re.IGNORECASE,
)
_PAPER_WORD = re.compile(
    r"^(?:các )?(?:giấy|văn bản|bản|biên bản|tờ|đơn|quyết định|hợp đồng|phiếu|sổ|hộ chiếu|ảnh|chứng từ|báo cáo|"
    r"danh sách|sơ đồ|trích lục|hồ sơ|dự thảo|phương án|tài liệu|một trong|thông báo|thẻ|xuất trình|\d)",
    re.IGNORECASE,
)

# Papers that nearly every procedure repeats in a paragraph; the checklist has them under their everyday names.
_IDENTITY = ComponentDocument("Thẻ căn cước, căn cước điện tử hoặc hộ chiếu", PaperForm.PRESENTED)
_RESIDENCE = ComponentDocument(
    "Giấy tờ chứng minh nơi cư trú",
    PaperForm.PRESENTED,
    required=False,
    condition="Khi không tra cứu được trên cơ sở dữ liệu dân cư",
)
_AUTHORITY = ComponentDocument("Văn bản ủy quyền", required=False, condition="Khi người nộp không phải là chủ hồ sơ")
_KNOWN = (
    (
        re.compile(r"^(?:hộ chiếu/|thẻ căn cước|một trong các giấy tờ sau: căn cước|xuất trình (?:thẻ|giấy tờ))", re.I),
        _IDENTITY,
    ),
    (re.compile(r"^giấy tờ có giá trị chứng minh thông tin về cư trú", re.I), _RESIDENCE),
    (
        re.compile(r"^văn bản (?:về việc )?(?:ủy quyền|uỷ quyền|đại diện|về việc (?:đại diện|ủy quyền))", re.I),
        _AUTHORITY,
    ),
)


def clean(text: str) -> str:
    """Compose letters, drop invisible signs (left-to-right marks), collapse spaces."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(char for char in composed if unicodedata.category(char) != "Cf").split())


def repair_name(text: str) -> tuple[str, tuple[Repair, ...]]:
    """Return a procedure's name: no leading "Thủ tục", a capital first, not shouted, within LONGEST_NAME."""
    repairs: list[Repair] = []
    name = clean(text).rstrip(".; ")
    bare = _NAME_TAIL.sub("", _PREFIX.sub("", name))
    if bare != name:
        repairs.append(Repair.NAME_PREFIX)
    cased = capital(bare.lower() if bare.isupper() else bare)
    if cased != bare:
        repairs.append(Repair.NAME_CASE)
    short = shorten(cased, LONGEST_NAME)
    if short != cased:
        repairs.append(Repair.NAME_SHORTENED)
    return short, tuple(repairs)


def repair_term(text: str, note: str, *, same_day: bool) -> tuple[Term | None, tuple[Repair, ...]]:
    """Return the processing time of one channel, None if the source does not say.

    A number without a unit is working days: the portal loses the unit of civil status, where "1" is "on the day".
    ``same_day`` is the source's mark for results returned on the day if received before 15:00.
    """
    until = SAME_DAY_HOUR if same_day else None
    plain = clean(text)
    if (found := _TERM.match(plain)) is not None and int(found[1]) > 0:
        unit = _UNITS[found[2].lower()]
        on_the_day = unit is TermUnit.WORKING_DAY and found[1] == "1"
        return Term(int(found[1]), unit, until if on_the_day else None), ()
    if (found := _TERM_WITHOUT_UNIT.match(plain)) is not None and int(found[1]) > 0:
        amount = int(found[1])
        return Term(amount, same_day_until=until if amount == 1 else None), (Repair.TERM_UNIT_ASSUMED,)
    if (found := _TERM_IN_NOTE.search(clean(note))) is not None and int(found[1]) > 0:
        return Term(int(found[1])), (Repair.TERM_FROM_NOTE,)
    return None, ()


def repair_fee(note: str) -> tuple[Fee, tuple[Repair, ...]]:
    """Return the fee at the head of a channel's note, in whole đồng; dollars are of embassies and count as unknown."""
    plain = clean(note)
    if (found := _FEE.match(plain)) is not None:
        amount = int(re.sub(r"[.,]", "", found[1]))
        text = plain[found.end() :].lower()[:60]
        unit = next((unit for sign, unit in _FEE_UNITS if sign.search(text)), FeeUnit.DOSSIER)
        return Fee(amount, unit), ()
    if plain.startswith("Miễn phí"):
        if "hội đồng nhân dân" in plain.lower():
            return Fee(note=_BY_PROVINCE), (Repair.FEE_BY_PROVINCE,)
        return Fee(), ()
    return Fee(), (Repair.FEE_UNKNOWN,)


def repair_paper(text: str, copies: int, kind: str) -> tuple[ComponentDocument | None, tuple[Repair, ...]]:
    """Return one line of the checklist, None if the source's line is not a paper that a citizen hands over."""
    name = _without_noise(text)
    if _ONLINE.match(name):
        return None, (Repair.ONLINE_ONLY,)
    for sign, paper in _KNOWN:
        if sign.match(name):
            return paper, (Repair.PAPER_NAMED,)
    if copies < 1 and name.lower().startswith("trường hợp"):
        return None, (Repair.NOT_A_PAPER,)
    name, condition = _split_condition(name)
    if _GUIDANCE.match(name) or len(name) < 4:
        return None, (Repair.NOT_A_PAPER,)
    repairs: list[Repair] = [Repair.PAPER_CONDITION] if condition else []
    if _without_noise(text) != clean(text).rstrip(" ;.,:"):
        repairs.append(Repair.PAPER_NOISE)
    name, number, repaired = _copies(name, copies)
    repairs.extend(repaired)
    form = _form(name, kind)
    short = _closed(shorten(_without_law(name) if len(name) > LONGEST_PAPER else name, LONGEST_PAPER))
    if short != name:
        repairs.append(Repair.PAPER_SHORTENED)
    condition = shorten(condition, LONGEST_CONDITION)
    return ComponentDocument(capital(short), form, number, not condition, capital(condition)), tuple(repairs)


def repair_papers(
    lines: list[tuple[str, int, str]],
) -> tuple[tuple[ComponentDocument, ...], tuple[tuple[Repair, str], ...]]:
    """Return the checklist of (text, copies, kind) lines, application forms first, and each repair with its line."""
    papers: dict[str, ComponentDocument] = {}
    taken: list[tuple[Repair, str]] = []
    for text, copies, kind in lines:
        paper, repairs = repair_paper(text, copies, kind)
        taken.extend((repair, text) for repair in repairs)
        if paper is None:
            continue
        if fold(paper.name) in papers:
            taken.append((Repair.PAPER_REPEATED, text))
        else:
            papers[fold(paper.name)] = paper
    return tuple(sorted(papers.values(), key=_place)), tuple(taken)


def shorten(text: str, longest: int) -> str:
    """Cut at the last sentence, clause or word end that fits; an ellipsis tells of a cut inside a clause."""
    if len(text) <= longest:
        return text
    for mark in (". ", "; ", " ("):
        at = text.rfind(mark, 0, longest)
        if at >= longest // 4:
            return text[:at].rstrip(" ,;.")
    at = text.rfind(" ", 0, longest)
    return text[: at if at > 0 else longest - 1].rstrip(" ,;.(") + "…"


def capital(text: str) -> str:
    """Return ``text`` with its first letter large."""
    return text[:1].upper() + text[1:]


def _without_noise(text: str) -> str:
    name = clean(text)
    for sign, instead in _ATTACHMENTS:
        name = sign.sub(instead, name)
    name = _ONLY_IF_OFFLINE.sub("", _ENUMERATOR.sub("", name))
    return name.rstrip(" ;.,:()") if name.count("(") != name.count(")") else name.rstrip(" ;.,:")


def _without_law(name: str) -> str:
    return re.sub(r"(\w)\(", r"\1 (", _LAW.sub("", _CITATION.sub("", name)))


def _closed(text: str) -> str:
    """Close a bracket whose end was cut off, or drop it if it was cut inside."""
    if text.count("(") <= text.count(")"):
        return text
    if text.endswith("…") or len(text) == LONGEST_PAPER:
        return text[: text.rfind("(")].rstrip(" ,;.")
    return text + ")"


def _split_condition(name: str) -> tuple[str, str]:
    found = _CASE_FIRST.match(name)
    if found is not None and len(found[1]) <= LONGEST_CONDITION and _PAPER_WORD.match(found[2]):
        return capital(found[2]), f"Trường hợp {found[1]}"
    found = _CASE_LAST.match(name)
    if found is not None and _PAPER_WORD.match(found[1]) and ":" not in found[2]:
        return found[1], f"Trường hợp {found[2]}"
    return name, ""


def _copies(name: str, copies: int) -> tuple[str, int, tuple[Repair, ...]]:
    """Give back to the text the number that the crawl joined to the copies: "Mẫu số" and 181 is form 18, one copy."""
    if copies < 1:
        return name, 1, (Repair.COPIES,)
    if copies <= MOST_COPIES:
        return name, copies, ()
    number, last = divmod(copies, 10)
    if re.search(r"\b(?:mẫu số|năm)$", name, re.IGNORECASE):
        name = f"{name} {number}"
    return name, max(last, 1), (Repair.COPIES,)


def _form(name: str, kind: str) -> PaperForm:
    plain = name.lower()
    if plain.startswith("xuất trình"):
        return PaperForm.PRESENTED
    if re.match(r"bản sao (?:có |được )?(?:công chứng|chứng thực)|bản chính hoặc bản sao có chứng thực", plain):
        return PaperForm.CERTIFIED
    if plain.startswith(("bản sao", "bản chụp", "bản phô", "ảnh chụp")) or clean(kind).lower() == "bản sao":
        return PaperForm.COPY
    return PaperForm.ORIGINAL


def _place(paper: ComponentDocument) -> int:
    """Application forms first, what is only sometimes needed after, what is only shown last."""
    if fold(paper.name).startswith(("to khai", "don ", "giay de nghi", "phieu de nghi", "van ban de nghi")):
        return 0
    if paper.form is PaperForm.PRESENTED:
        return 3
    return 1 if paper.required else 2
