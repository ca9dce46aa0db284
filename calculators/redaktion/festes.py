"""Festes: findet Beträge, Prozente und Grenzen, die im Text stehen statt in einer Tabelle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from calculators.redaktion.verwendung import DOCS
from leistungsrechner.tabelle import lies_tabellen
from leistungsrechner.werte import Eintrag, Verzeichnis

AUSNAHMEN = DOCS / "mitarbeit" / "ausnahmen.md"
# Tabellen der Redaktion, ihr Handbuch und Seiten, die das Rechenwerk schreibt: Dort sind Zahlen am richtigen Ort.
OHNE = ("werte", "mitarbeit", "pruefung")
KAESTEN = ("beispiel", "alt")  # erfundene Zahlen und frühere Beträge
_ZAHL = r"(?<![\w.,])(\d[\d.]*(?:,\d+)?)"
_LUECKE = r"(?:[ \u00a0]|&nbsp;)?"
_BETRAG = re.compile(rf"{_ZAHL}{_LUECKE}-?(€|Euro\b|EUR\b|Cent\b|%|Prozent\b)")
_DAUER = re.compile(rf"{_ZAHL}{_LUECKE}(Tag|Woche)(?:en|n|e|s)?\b")
_KASTEN = re.compile(r"(\s*)(?:!!!|\?\?\?)\+? (\w+)")
_RECHNER = re.compile(r"^rechner:\s*([a-z]+)\s*$", re.MULTILINE)
_MEHRZAHL = {"Tag": "Tage", "Woche": "Wochen"}
# Kleinere Zahlen („3 Wochen“) treffen sich zu oft zufällig mit einem Wert, der etwas anderes meint.
_AB = 14


@dataclass(frozen=True)
class Fund:
    """Eine Zahl im Text: Datei, Zeile und wie sie dasteht."""

    datei: str
    zeile: int
    wert: str

    def __str__(self) -> str:
        return f"{self.datei}:{self.zeile}: {self.wert}"


def betraege(docs: Path = DOCS) -> list[Fund]:
    """Alle Beträge und Prozente im Text der Seiten, außer in Beispielen und Altregelungen."""
    return [
        Fund(datei, nummer, treffer[0].replace("\u00a0", " "))
        for datei, nummer, zeile in _textzeilen(docs)
        for treffer in _BETRAG.finditer(zeile)
    ]


def dauern(
    verzeichnis: Verzeichnis, gebraucht: dict[str, set[str]], docs: Path = DOCS
) -> list[Fund]:
    """Dauern und Grenzen im Text einer Seite, mit denen der Rechner dieser Seite rechnet."""
    return [
        Fund(datei, nummer, treffer[0].replace("\u00a0", " "))
        for datei, nummer, zeile in _textzeilen(docs)
        if (rechner := _RECHNER.search((docs / datei).read_text("utf-8-sig")))
        for treffer in _DAUER.finditer(zeile)
        if any(
            _gleich(verzeichnis[schluessel], treffer)
            for schluessel in gebraucht.get(rechner[1], ())
        )
    ]


def _gleich(eintrag: Eintrag, treffer: re.Match[str]) -> bool:
    zahl = Decimal(treffer[1].rstrip(".").replace(".", "").replace(",", "."))
    return (
        eintrag.einheit == _MEHRZAHL[treffer[2]]
        and zahl >= _AB
        and any(stand.wert == zahl for stand in eintrag.staende)
    )


def ausnahmen(datei: Path = AUSNAHMEN) -> dict[tuple[str, str], str]:
    """Was absichtlich im Text steht: (Datei, Wert) und der Grund."""
    tabellen, probleme = lies_tabellen(
        datei.read_text("utf-8-sig"), datei.name, "Stelle"
    )
    assert not probleme, probleme
    return {
        (zeile["Stelle"].strip("`"), wert.strip()): zeile["Warum"]
        for tabelle in tabellen
        for zeile in tabelle.zeilen
        for wert in zeile["Wert"].split(";")
    }


def _textzeilen(docs: Path) -> Iterator[tuple[str, int, str]]:
    """Die Zeilen aller Seiten ohne Marken, Verweise, Kopfangaben zu Quellen und ausgenommene Kästen."""
    for datei in sorted(docs.rglob("*.md")):
        pfad = datei.relative_to(docs)
        if pfad.parts[0] in OHNE or datei.name.startswith("_daten-"):
            continue
        kasten: tuple[int, str] | None = None
        for nummer, zeile in enumerate(datei.read_text("utf-8-sig").splitlines(), 1):
            einzug = len(zeile) - len(zeile.lstrip())
            if treffer := _KASTEN.match(zeile):
                kasten = (len(treffer[1]), treffer[2])
            elif zeile.strip() and kasten and einzug <= kasten[0]:
                kasten = None
            ausgenommen = kasten is not None and kasten[1] in KAESTEN
            if not ausgenommen and not zeile.startswith("  - text:"):
                yield pfad.as_posix(), nummer, _nackt(zeile)


def _nackt(zeile: str) -> str:
    return re.sub(r"\]\([^)]*\)", "]", re.sub(r"\{\{.*?\}\}", "", zeile))
