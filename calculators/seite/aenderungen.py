"""Macht aus [aenderungen: 2026 2027] den Vergleich zweier Jahre: Beispielhaushalte, Beträge, was noch offen ist."""

from __future__ import annotations

import re

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from calculators.redaktion import bericht

from . import tafel
from .fundstelle import SAMMLUNG, ort

_MARKE = re.compile(r"\[aenderungen:\s*(.*?)\s*\]")
_JAHRE = re.compile(r"(\d{4})\s+(\d{4})")


class Aenderungen(Preprocessor):
    """Ersetzt Marken, die allein in einer Zeile stehen."""

    def run(self, lines: list[str]) -> list[str]:
        """Ersetzt jede Marke durch ihren Vergleich."""
        return [neu for zeile in lines for neu in self._ersetzt(zeile)]

    def _ersetzt(self, zeile: str) -> list[str]:
        treffer = _MARKE.fullmatch(zeile.strip())
        if treffer is None:
            return [zeile]
        jahre = _JAHRE.fullmatch(treffer[1])
        if jahre is None or jahre[1] >= jahre[2]:
            SAMMLUNG.melde(
                f"{ort(self.md, treffer[0])}: „{treffer[1]}“ sind keine zwei Jahre. "
                "Erwartet wird zum Beispiel [aenderungen: 2026 2027], das frühere zuerst."
            )
            return [zeile]
        return ["", *bericht.seite(tafel.verzeichnis(), *map(int, jahre.groups())), ""]


class AenderungenErweiterung(Extension):
    """Die Erweiterung, wie sie in mkdocs.yml steht."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Nach dem Einfügen der Bausteine (101) und der Beträge (100)."""
        md.preprocessors.register(Aenderungen(md), "wegweiser_aenderungen", 98)


def makeExtension(**einstellungen: object) -> AenderungenErweiterung:
    """Einstieg für Python-Markdown."""
    return AenderungenErweiterung(**einstellungen)
