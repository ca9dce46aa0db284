"""Was ein Suchwort auch heißen kann: die Tabelle der Redaktion, die Wiener Bezirke und die Beträge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from calculators.seite.adressbuch import BEZIRKE
from leistungsrechner.fehler import TabellenFehler, Tabellenproblem
from leistungsrechner.tabelle import Zeile, lies_tabellen
from leistungsrechner.werte import Eintrag

SYNONYME = Path(__file__).parents[2] / "docs" / "mitarbeit" / "synonyme.md"
BEGRIFF, GEMEINT = "Begriff", "Gemeint ist auch"
LAENGSTE_WENDUNG = 4  # Wörter; so viele prüft die Suche im Browser
HOECHSTENS_BEZEICHNUNGEN = 3  # ein Betrag mit mehr Bedeutungen sagt nichts mehr


@dataclass(frozen=True)
class Synonym:
    """Ein Begriff, was er auch heißen kann, und die Zeile der Tabelle."""

    begriff: str
    gemeint: tuple[str, ...]
    zeile: int = 0


def lies_synonyme(datei: Path = SYNONYME) -> list[Synonym]:
    """Die Tabelle der Redaktion; wirft TabellenFehler mit allem, was daran nicht stimmt."""
    tabellen, probleme = lies_tabellen(
        datei.read_text("utf-8-sig"), f"docs/mitarbeit/{datei.name}", BEGRIFF
    )
    synonyme = [s for t in tabellen for z in t.zeilen for s in _aus_zeile(z)]
    if not tabellen:
        probleme.append(
            Tabellenproblem(
                datei.name, 1, f"Hier fehlt die Tabelle | {BEGRIFF} | {GEMEINT} |."
            )
        )
    for synonym in synonyme:
        if not synonym.begriff or not all(synonym.gemeint):
            rat = "Vor, nach oder zwischen zwei Beistrichen fehlt ein Wort."
        elif len(synonym.begriff.replace("-", " ").split()) > LAENGSTE_WENDUNG:
            rat = f"„{synonym.begriff}“ hat mehr als {LAENGSTE_WENDUNG} Wörter; so lange Wendungen erkennt die Suche nicht."
        else:
            continue
        probleme.append(
            Tabellenproblem(f"docs/mitarbeit/{datei.name}", synonym.zeile, rat)
        )
    if probleme:
        raise TabellenFehler(probleme)
    return synonyme


def _aus_zeile(zeile: Zeile) -> list[Synonym]:
    gemeint = tuple(wort.strip() for wort in zeile[GEMEINT].split(","))
    return [
        Synonym(begriff.strip(), gemeint, zeile.nummer)
        for begriff in zeile[BEGRIFF].split(",")
    ]


def aus_bezirken() -> list[Synonym]:
    """„Favoriten“ und „1100“ meinen den 10. Bezirk: So steht er bei den Adressen."""
    return [
        Synonym(wort, (f"{nummer}. Bezirk",))
        for nummer, name in enumerate(BEZIRKE, 1)
        for wort in (name, f"1{nummer:02}0")
    ]


def aus_betraegen(werte: Mapping[str, Eintrag]) -> list[Synonym]:
    """„551,10“ meint die Geringfügigkeitsgrenze: Jeder Eurobetrag der Tabellen führt zu seiner Bezeichnung."""
    namen: dict[str, set[str]] = defaultdict(set)
    for eintrag in werte.values():
        for stand in eintrag.staende if eintrag.einheit.startswith("€") else ():
            if stand.wert is not None:
                namen[f"{stand.wert:.2f}".replace(".", ",")].add(eintrag.bezeichnung)
    return [
        Synonym(schreibweise, tuple(sorted(bezeichnungen)))
        for betrag, bezeichnungen in sorted(namen.items())
        if len(bezeichnungen) <= HOECHSTENS_BEZEICHNUNGEN
        for schreibweise in _schreibweisen(betrag)
    ]


def _schreibweisen(betrag: str) -> list[str]:
    """„1486,00“ tippt man auch „1486“; kurze ganze Zahlen meinen meist etwas anderes."""
    ganz, _, cent = betrag.partition(",")
    if cent != "00":
        return [betrag]
    return [betrag, ganz] if len(ganz) > 2 else []
