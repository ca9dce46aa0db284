"""Findet Marken, die niemand kennt: [rechnr: …] stünde sonst als Text auf der Seite."""

from __future__ import annotations

import re
from difflib import get_close_matches

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from .fundstelle import SAMMLUNG, ort

MARKEN = (
    *("rechner", "vergleich", "werte", "adresse", "adressen", "adressfilter"),
    *("faelle", "aenderungen", "abkuerzungen"),
)
_MARKE = re.compile(r"\[([^\W\d_]+)\s*:\s*[^\[\]]*\]")


class Marken(Preprocessor):
    """Meldet jede Zeile, die nur aus einer unbekannten Marke besteht."""

    def run(self, lines: list[str]) -> list[str]:
        """Ändert nichts; was bekannt ist, melden seine eigenen Erweiterungen."""
        for zeile in lines:
            treffer = _MARKE.fullmatch(zeile.strip())
            if treffer and treffer[1] not in MARKEN:
                nahe = get_close_matches(treffer[1].lower(), MARKEN, n=1)
                gemeint = f" Gemeint: „{nahe[0]}“?" if nahe else ""
                SAMMLUNG.melde(
                    f"{ort(self.md, treffer[0])}: {treffer[0]}: Die Marke „{treffer[1]}“ gibt es nicht.{gemeint}"
                )
        return lines


class MarkenErweiterung(Extension):
    """Die Erweiterung, wie sie in mkdocs.yml steht."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Nach allen, die Marken ersetzen."""
        md.preprocessors.register(Marken(md), "wegweiser_marken", 85)


def makeExtension(**einstellungen: object) -> MarkenErweiterung:
    """Einstieg für Python-Markdown."""
    return MarkenErweiterung(**einstellungen)
