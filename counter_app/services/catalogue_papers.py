"""Repairs of the checklists of a crawled catalogue: papers, their forms and counts, conditions and alternatives.

The national portal glues attachments and form numbers to the text and mixes guidance for officers into the list
of papers. Each function returns the repaired value and the repairs it took.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from counter_app.domain.procedures import ComponentDocument, PaperForm
from counter_app.domain.text import fold
from counter_app.services.catalogue_repair import Repair, capital, clean, shorten

LONGEST_PAPER = 120
LONGEST_CONDITION = 120
MOST_COPIES = 9
MOST_PAPERS = 200
"""Lines of one checklist that are read; the longest of those that the program ships has 35."""

_FILE = r"\.(?:docx?|pdf|xlsx?)"
_ATTACHMENTS = (
    (re.compile(r"(mẫu \w+)\1[^;()]*?" + _FILE, re.IGNORECASE), r"\1"),
    (re.compile(r"[.;]\s*[^\s;/]+(?: \(\d\))?" + _FILE + "$", re.IGNORECASE), ""),
    (re.compile(r"(?:;|(?<=\)))[^;)]*(?:\(\d\))?" + _FILE + "$", re.IGNORECASE), ""),
    (re.compile(r"(?<=[^\W_A-Z])(?:Ma?u|Mẫu)[^;()]*(?:\(\d\))?" + _FILE + "$"), ""),
    (re.compile(r"(?<=[^\s(])(?:văn bản|mẫu|đơn|tờ khai|phiếu)[^;.]*" + _FILE + "$", re.IGNORECASE), ""),
)
_HAS_FILE = re.compile(_FILE, re.IGNORECASE)
_ENUMERATOR = re.compile(r"^(?:01 (?=\w)|\((?:[ivx]+|\d+|[a-zđ])\)|\d{1,2}[.)]|[a-zđ]\)|[-–+*•])\s*", re.IGNORECASE)
_ONLINE = re.compile(r"^(?:mẫu|biểu mẫu)\b.{0,12}điện tử", re.IGNORECASE)
_ONLY_IF_OFFLINE = re.compile(r"\s*\((?:nếu (?:người|nộp)|có đủ thông tin)[^)]*\)+")
_CITATION = re.compile(
    r",?\s*\(?(?:được )?(?:ban hành |quy định )?(?:kèm theo|tại (?:điểm|khoản|điều|phụ lục)|phụ lục)\b[^();]*\)?",
    re.IGNORECASE,
)
_LAW = re.compile(r",?\s*theo quy định (?:của|tại) [^,;()]*(?:pháp luật|bộ luật|luật|nghị định|thông tư)[^,;()]*")
_CASE_LAST = re.compile(r"^(.{8,}?),?\s*\(?(?:đối với|trong) (?:các )?trường hợp\s+(.+?)\)?$", re.IGNORECASE)
_ONLY_FOR = re.compile(
    r"^(.{12,}?),? đối với ((?:các )?(?:phương tiện|xe|tổ chức|cá nhân|doanh nghiệp|dự án|công trình|người|cơ sở|nhà ở|"
    r"đất|trẻ|khu|tài sản|hợp tác xã|tổ hợp tác|chủ|hàng hóa|đối tượng) .+)$",
    re.IGNORECASE,
)
_IF_ANY = re.compile(r"^(.{6,}?)[ ,]*\(?nếu có\)?$", re.IGNORECASE)
_OF_THE_OFFICE = re.compile(r"^thành phần hồ sơ (?:của|do) (?:ubnd|ủy ban|cơ quan)", re.IGNORECASE)
_HEADING = re.compile(r"(?:bao gồm|gồm|gồm có|như sau|sau đây|sau|phải bổ sung|phải nộp)$", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"^(?:\W|(?:có chứng thực|kèm |hoặc\b|trừ |số lượng|ngoài |người được|kho bạc|thông tin v|hồ sơ đăng ký|đề nghị\b|"
    r"tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã tự|thủ tục ))"
    r"|^(?:bản chính|bản sao|có chứng thực|hoặc|[ ,()])+$",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(
    r"[ ,]+(?:theo|tại|của|và|do|hoặc|theo quy định|tại phụ lục|theo quy định tại|về)$", re.IGNORECASE
)
_ONE_OF = re.compile(
    r"^(.{0,140}?)[ ,:]*(?:gồm |là )?một trong (?:các|những) (?:loại )?(giấy tờ|tài liệu|văn bản)[^:;]{0,170}: *(.+)$",
    re.IGNORECASE,
)
_ONE_OF_TAIL = re.compile(r",? (?:gồm |là )?một trong (?:các|những) [^:]{4,60} sau(?: đây)?$", re.IGNORECASE)
_PARTS = re.compile(r"\s*;\s*|(?:^|\s)[+–-]\s+|(?:^|[\s.])\(?\d\)\s+")
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

IF_ANY = "Nếu có"
COUNT_NOT_KNOWN = "Tùy từng trường hợp"
ONE_OF = "Một trong các {what}"

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

_ALWAYS = (_IDENTITY, _RESIDENCE, _AUTHORITY)


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
    name = _ONE_OF_TAIL.sub("", name)
    if _GUIDANCE.match(name) or len(name) < 4 or _HEADING.search(name) or _FRAGMENT.match(name):
        return None, (Repair.NOT_A_PAPER,)
    repairs: list[Repair] = [Repair.PAPER_CONDITION] if condition else []
    if _without_noise(text) != clean(text).rstrip(" ;.,:"):
        repairs.append(Repair.PAPER_NOISE)
    name, number, repaired = _copies(name, copies)
    repairs.extend(repaired)
    form = _form(name, kind)
    short = _closed(shorten(_without_law(name) if len(name) > LONGEST_PAPER else name, LONGEST_PAPER))
    short = _LOOSE_END.sub("", short)
    if short != name:
        repairs.append(Repair.PAPER_SHORTENED)
    condition = shorten(condition, LONGEST_CONDITION)
    if condition.count(")") > condition.count("("):
        condition = condition.rstrip(")")
    elif condition.count("(") > condition.count(")"):
        condition = condition[: condition.rfind("(")].rstrip(" ,;")
    return ComponentDocument(capital(short), form, number, not condition, capital(condition)), tuple(repairs)


def repair_papers(
    lines: list[tuple[str, int, str]],
) -> tuple[tuple[ComponentDocument, ...], tuple[tuple[Repair, str], ...]]:
    """Return the checklist of (text, copies, kind) lines, application forms first, and each repair with its line.

    Where the page counts some papers and gives 0 for others, those are needed only in some cases that it does not say.
    """
    papers: dict[str, ComponentDocument] = {}
    taken: list[tuple[Repair, str]] = []
    counted = any(copies > 0 for _, copies, _ in lines)
    for text, copies, kind in lines[:MOST_PAPERS]:
        found, repairs = _papers_of(text, copies, kind)
        taken.extend((repair, text) for repair in repairs)
        if found and fold(found[0].name) in papers:
            taken.append((Repair.PAPER_REPEATED, text))
            continue
        choice = _fresh(found[0].choice, papers.values()) if found else ""
        for paper in found:
            sometimes = counted and copies < 1 and paper.required and _place(paper) != 0
            if sometimes and paper not in _ALWAYS:
                paper = replace(paper, required=False, condition=COUNT_NOT_KNOWN)
            papers.setdefault(fold(paper.name), replace(paper, choice=choice))
    if not any(paper.required for paper in papers.values()):  # then counts and cases of the page say nothing
        papers = {key: _always(paper) for key, paper in papers.items()}
    return _in_order(tuple(papers.values())), tuple(taken)


def _always(paper: ComponentDocument) -> ComponentDocument:
    guessed = paper.condition == COUNT_NOT_KNOWN or _is_form(paper.name)
    return replace(paper, required=True, condition="") if guessed else paper


def _papers_of(text: str, copies: int, kind: str) -> tuple[list[ComponentDocument], tuple[Repair, ...]]:
    """The papers of one line: mostly one; several where the line lists alternatives or what a file consists of."""
    name = _without_noise(text)
    if _OF_THE_OFFICE.match(name):
        return [], (Repair.NOT_A_PAPER,)
    one_of = None if any(sign.match(name) for sign, _ in _KNOWN) else _ONE_OF.match(name)
    if one_of is None:
        paper, repairs = repair_paper(text, copies, kind)
        return ([] if paper is None else [paper]), repairs
    condition = _split_condition(f"{one_of[1]} {one_of[2]}")[1] if one_of[1] else ""
    parts = [repair_paper(part, 1, kind)[0] for part in _PARTS.split(one_of[3]) if len(part) > 6]
    different = list({fold(part.name): part for part in parts if part is not None}.values())
    if len(different) < 2:
        paper, repairs = repair_paper(text, copies, kind)
        return ([] if paper is None else [paper]), repairs
    choice = shorten(capital(one_of[1].strip()) or ONE_OF.format(what=one_of[2].lower()), LONGEST_CONDITION)
    listed = [replace(part, choice=choice, required=True, condition="") for part in different]
    if condition:
        listed = [replace(part, required=False, condition=condition) for part in listed]
    return listed, (Repair.PAPER_CHOICE,)


def _fresh(choice: str, papers: Iterable[ComponentDocument]) -> str:
    """A name of a choice that no other choice of the checklist has."""
    known = {paper.choice for paper in papers if paper.choice}
    if not choice or choice not in known:
        return choice
    return next(name for name in (f"{choice} ({number})" for number in range(2, len(known) + 3)) if name not in known)


def _in_order(papers: tuple[ComponentDocument, ...]) -> tuple[ComponentDocument, ...]:
    """Sorted by place; the alternatives of one choice stay together, where the first of them belongs."""
    firsts: dict[str, int] = {}
    for paper in papers:
        firsts.setdefault(paper.choice or paper.name, _place(paper))
    return tuple(sorted(papers, key=lambda paper: firsts[paper.choice or paper.name]))


def _without_attachment(name: str) -> str:
    """Cut the name of a file that the page glued to the text: ``khoáng sảnMau 03 - Phu luc III.doc``."""
    if re.search(_FILE + "$", name, re.IGNORECASE) is None:
        return name
    for at in range(8, len(name)):
        glued = (name[at - 1].islower() or name[at - 1] in ").") and name[at].isupper()
        if glued and name[at - 3 : at + 2].lower() != "vneid":
            return name[:at]
    return name


def _without_noise(text: str) -> str:
    name = _without_attachment(clean(text))
    if _HAS_FILE.search(name):
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
    if (found := _IF_ANY.match(name)) is not None and _PAPER_WORD.match(found[1]):
        return found[1], IF_ANY
    found = _ONLY_FOR.match(name)
    if found is not None and _PAPER_WORD.match(found[1]) and not _is_form(found[1]) and ":" not in found[2]:
        return found[1], f"Đối với {found[2]}"
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
    if _is_form(paper.name):
        return 0
    if paper.form is PaperForm.PRESENTED:
        return 3
    return 1 if paper.required else 2


def _is_form(name: str) -> bool:
    return fold(name).startswith(("to khai", "don ", "giay de nghi", "phieu de nghi", "van ban de nghi", "giay khai"))
