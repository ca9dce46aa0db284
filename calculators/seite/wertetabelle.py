"""Macht aus [werte: schluessel schluessel …] eine kleine Tabelle: je Wert eine Zeile, je Stand eine Spalte."""

from __future__ import annotations

import re
from datetime import date

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from leistungsrechner.anzeige import in_worten
from leistungsrechner.fehler import UnbekannterSchluessel
from leistungsrechner.werte import Eintrag

from . import tafel
from .fundstelle import SAMMLUNG, ort

_MARKE = re.compile(r"\[werte:\s*([a-z0-9_\s]+)\]")


def tabelle(schluessel: list[str]) -> list[str]:
    """Die Zeilen der Markdown-Tabelle: die zwei jüngsten Stände, zuerst der heute geltende."""
    eintraege = [tafel.verzeichnis()[name] for name in schluessel]
    spalten = sorted(
        {stand.ab for e in eintraege if e.jaehrlich for stand in e.staende}
    )[-2:]
    spalten = spalten or [max(stand.ab for e in eintraege for stand in e.staende)]
    # Am Handy ist neben der Bezeichnung nur eine Spalte zu sehen, ohne zu schieben.
    spalten.sort(key=lambda ab: (ab <= tafel.heute(), ab), reverse=True)
    kopf = (
        "| Betrag | "
        + " | ".join(f"ab {t.day}.{t.month}.{t.year}" for t in spalten)
        + " |"
    )
    trenner = "|---|" + "---:|" * len(spalten)
    return ["", kopf, trenner, *(_zeile(e, spalten) for e in eintraege), ""]


def _zeile(eintrag: Eintrag, spalten: list[date]) -> str:
    zellen = " | ".join(_zelle(eintrag, tag) for tag in spalten)
    return f"| {eintrag.bezeichnung} | {zellen} |"


def _zelle(eintrag: Eintrag, tag: date) -> str:
    stand = eintrag.am(tag)
    if stand is None or stand.wert is None:
        return "noch offen" if stand is not None and stand.offen else "–"
    return in_worten(stand.wert, eintrag.einheit)


class Wertetabellen(Preprocessor):
    """Ersetzt Marken, die allein in einer Zeile stehen."""

    def run(self, lines: list[str]) -> list[str]:
        """Ersetzt jede Marke durch ihre Tabelle."""
        return [neu for zeile in lines for neu in self._ersetzt(zeile)]

    def _ersetzt(self, zeile: str) -> list[str]:
        treffer = _MARKE.fullmatch(zeile.strip())
        if treffer is None:
            return [zeile]
        try:
            return tabelle(treffer[1].split())
        except UnbekannterSchluessel as fehler:
            SAMMLUNG.melde(f"{ort(self.md, treffer[0])}: {fehler.args[0]}")
            return [zeile]


class WertetabellenErweiterung(Extension):
    """Die Erweiterung, wie sie in mkdocs.yml steht."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Nach dem Einfügen der Bausteine (101)."""
        md.preprocessors.register(Wertetabellen(md), "wegweiser_wertetabelle", 99)


def makeExtension(**einstellungen: object) -> WertetabellenErweiterung:
    """Einstieg für Python-Markdown."""
    return WertetabellenErweiterung(**einstellungen)
