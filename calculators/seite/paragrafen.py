"""Hält Paragrafenzeichen und Zahl zusammen: „§ 47“ bricht am Zeilenende nicht auseinander."""

from __future__ import annotations

import re

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

_ZEICHEN = re.compile(r"(§§?) (?=\d)")


class Paragrafen(Preprocessor):
    """Setzt ein geschütztes Leerzeichen."""

    def run(self, lines: list[str]) -> list[str]:
        """Ersetzt Zeile für Zeile."""
        return [_ZEICHEN.sub("\\1\u00a0", zeile) for zeile in lines]


class ParagrafenErweiterung(Extension):
    """Die Erweiterung, wie sie in mkdocs.yml steht."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Nach allen, die Text einsetzen (101 bis 98)."""
        md.preprocessors.register(Paragrafen(md), "wegweiser_paragrafen", 90)


def makeExtension(**einstellungen: object) -> ParagrafenErweiterung:
    """Einstieg für Python-Markdown."""
    return ParagrafenErweiterung(**einstellungen)
