"""Hält am Zeilenende zusammen, was zusammengehört: „§ 47“, „12 Monate“, „31. Jänner“, „1.500 €“."""

from __future__ import annotations

import re

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

_EINHEITEN = (
    "€|Euro|%|Prozent|Tage?n?|Wochen?|Monat(?:e[ns]?|s)?|Jahre?n?|Stunden?|Minuten|Uhr"
)
_MONATE = (
    "Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
)
_STELLEN = (
    re.compile(r"(?<=§) (?=\d)"),
    re.compile(r"(?<=\bAbs\.) (?=\d)"),
    re.compile(r"(?<=\bNr\.) (?=\d)"),
    re.compile(rf"(?<=\d) (?=(?:{_EINHEITEN})(?!\w))"),
    re.compile(rf"(?<=\d\.) (?=(?:{_MONATE})\b)"),
)


class Zusammenhalt(Preprocessor):
    """Setzt geschützte Leerzeichen."""

    def run(self, lines: list[str]) -> list[str]:
        """Ersetzt Zeile für Zeile."""
        return [zusammen(zeile) for zeile in lines]


def zusammen(text: str) -> str:
    """Der Text mit geschützten Leerzeichen."""
    for stelle in _STELLEN:
        text = stelle.sub("\u00a0", text)
    return text


class ZusammenhaltErweiterung(Extension):
    """Die Erweiterung, wie sie in mkdocs.yml steht."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Nach allen, die Text einsetzen (101 bis 98)."""
        md.preprocessors.register(Zusammenhalt(md), "wegweiser_zusammenhalt", 90)


def makeExtension(**einstellungen: object) -> ZusammenhaltErweiterung:
    """Einstieg für Python-Markdown."""
    return ZusammenhaltErweiterung(**einstellungen)
