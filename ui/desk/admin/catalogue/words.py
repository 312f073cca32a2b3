"""The catalogue in words: fees, channels, fields of a procedure, why an item of a file is refused."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from counter_app.domain.money import dong
from counter_app.domain.procedures import Channel, ComponentDocument, Fee, FeeUnit, Procedure, WorkStep
from ui.components.tone import Tone
from ui.desk import words
from ui.messages import word


def channel_words(channel: Channel) -> str:
    """Return how a dossier comes in."""
    translate = QCoreApplication.translate
    return {
        Channel.IN_PERSON: translate("CatalogueWords", "Trực tiếp"),
        Channel.ONLINE: translate("CatalogueWords", "Trực tuyến"),
        Channel.POSTAL: translate("CatalogueWords", "Bưu chính"),
    }[channel]


def unit_words(unit: FeeUnit) -> str:
    """Return what a fee is counted by: ``một trang``."""
    translate = QCoreApplication.translate
    return {
        FeeUnit.DOSSIER: translate("CatalogueWords", "một hồ sơ"),
        FeeUnit.PAGE: translate("CatalogueWords", "một trang"),
        FeeUnit.COPY: translate("CatalogueWords", "một bản"),
        FeeUnit.CASE: translate("CatalogueWords", "một việc"),
    }[unit]


def step_lines(steps: tuple[WorkStep, ...]) -> tuple[str, ...]:
    """Return the office's own steps, a line each: ``1. Kiểm tra · Tư pháp – hộ tịch · 8 giờ``."""
    hours = QCoreApplication.translate("CatalogueWords", "{count} giờ")
    lines = []
    for number, step in enumerate(steps, start=1):
        parts = (step.name, step.department, hours.format(count=step.hours))
        lines.append(f"{number}. {' · '.join(filter(None, parts))}")
    return tuple(lines) or ("—",)


def fee_lines(fee: Fee) -> tuple[str, ...]:
    """Return the fee in short lines: the price, its steps and cap, the online price, the note."""
    translate = QCoreApplication.translate
    if not fee.amount and not fee.steps:
        return (fee.note or translate("CatalogueWords", "Không thu"),)
    lines = [f"{dong(fee.amount)} / {unit_words(fee.unit)}"]
    for step in fee.steps:
        told = translate("CatalogueWords", "từ trang {page}: {amount}")
        lines.append(told.format(page=step.first, amount=dong(step.amount)))
    if fee.cap:
        lines.append(translate("CatalogueWords", "tối đa {amount} một bản").format(amount=dong(fee.cap)))
    if fee.online is not None:
        lines.append(translate("CatalogueWords", "nộp trực tuyến: {amount}").format(amount=dong(fee.online)))
    if fee.note:
        lines.append(fee.note)
    return tuple(lines)


def term_lines(procedure: Procedure) -> tuple[str, ...]:
    """Return the term, and that of each channel that has its own."""
    translate = QCoreApplication.translate
    lines = [words.term_words(procedure.term)]
    if procedure.term.same_day_until is not None:
        told = translate("CatalogueWords", "nhận sau {hour}:00 thì trả ngày làm việc tiếp theo")
        lines.append(told.format(hour=procedure.term.same_day_until))
    lines.extend(f"{channel_words(one.channel)}: {words.term_words(one.term)}" for one in procedure.terms)
    return tuple(lines)


def paper_count(paper: ComponentDocument) -> str:
    """Return in which forms and how many: ``1 bản chính, 2 bản sao``."""
    counts = [(paper.form, paper.copies), *((also.form, also.copies) for also in paper.also)]
    return ", ".join(f"{copies} {words.form_words(form).lower()}" for form, copies in counts)


def paper_need(paper: ComponentDocument) -> str:
    """Return when a paper is needed, "" where always."""
    translate = QCoreApplication.translate
    parts = [paper.condition] if paper.condition else []
    if paper.choice:
        parts.insert(0, translate("CatalogueWords", "Chọn một: {group}").format(group=paper.choice))
    if not parts and not paper.required:
        parts = [translate("CatalogueWords", "Không bắt buộc")]
    return " · ".join(parts)


def state_chip(procedure: Procedure, today: date) -> tuple[str, Tone, str]:
    """Return whether a version is received: words, tone, icon."""
    translate = QCoreApplication.translate
    begins, ends = procedure.valid_from, procedure.valid_to
    if begins is not None and today < begins:
        return translate("CatalogueWords", "Áp dụng từ {day}").format(day=day_words(begins)), Tone.INFO, "clock"
    if (ends is not None and ends < today) or (procedure.retired and ends is None):
        return translate("CatalogueWords", "Ngừng áp dụng"), Tone.NEUTRAL, "ban"
    if ends is not None:
        return translate("CatalogueWords", "Đến hết {day}").format(day=day_words(ends)), Tone.WARNING, "clock"
    return translate("CatalogueWords", "Đang áp dụng"), Tone.SUCCESS, "circle-check"


def validity(procedure: Procedure) -> str:
    """Return from when to when a version holds."""
    translate = QCoreApplication.translate
    begins, ends = procedure.valid_from, procedure.valid_to
    since = translate("CatalogueWords", "từ {day}").format(day=day_words(begins)) if begins else ""
    until = translate("CatalogueWords", "đến hết {day}").format(day=day_words(ends)) if ends else ""
    return " ".join(part for part in (since, until) if part) or translate("CatalogueWords", "không ghi ngày")


def day_words(day: date) -> str:
    """Return ``01/01/2027``."""
    return f"{day:%d/%m/%Y}"


def field_words(field: str) -> str:
    """Return a field of a procedure in words: ``papers.2.name`` is "thành phần hồ sơ, dòng 2"."""
    first, *rest = field.replace("[", ".").replace("]", "").split(".")
    said = word(f"procedure.{first}")
    name = first if said.startswith("procedure.") else said
    if first == "papers" and rest and rest[0].isdecimal():
        line = int(rest[0]) + ("[" in field)  # a type error counts from 0
        return QCoreApplication.translate("CatalogueWords", "{name}, dòng {line}").format(name=name, line=line)
    return name


def reason_words(reason: str) -> str:
    """Return why an item of a file is not taken."""
    translate = QCoreApplication.translate
    reasons = {
        "type": translate("CatalogueWords", "sai kiểu dữ liệu"),
        "too-large": translate("CatalogueWords", "quá lớn"),
        "too-deep": translate("CatalogueWords", "lồng quá nhiều lớp"),
        "cut-off": translate("CatalogueWords", "tệp bị đứt ở đây"),
        "not-json": translate("CatalogueWords", "không phải JSON"),
        "repeated": translate("CatalogueWords", "lặp lại trong tệp"),
        "not-commune": translate("CatalogueWords", "không phải thủ tục cấp xã"),
        "not-a-procedure": translate("CatalogueWords", "không phải thủ tục"),
    }
    return reasons.get(reason) or word(reason)
