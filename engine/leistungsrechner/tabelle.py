"""Tabelle: liest Markdown-Tabellen, mit Zeilennummern und allen Fehlern auf einmal."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .fehler import Tabellenproblem

_TRENNZELLE = re.compile(r":?-{3,}:?")


@dataclass(frozen=True)
class Zeile:
    """Eine Tabellenzeile: ihre Zellen nach Spaltenkopf und ihre Zeilennummer in der Datei."""

    nummer: int
    zellen: dict[str, str]

    def __getitem__(self, spalte: str) -> str:
        return self.zellen[spalte]


@dataclass
class Tabelle:
    """Eine Markdown-Tabelle samt Fundstelle."""

    datei: str
    kopfzeile: int
    spalten: list[str]
    zeilen: list[Zeile] = field(default_factory=list)


def lies_tabellen(
    text: str, datei: str, erste_spalte: str
) -> tuple[list[Tabelle], list[Tabellenproblem]]:
    """Alle Tabellen, deren erste Spalte so heißt, und alles, was an ihrem Bau nicht stimmt."""
    tabellen: list[Tabelle] = []
    probleme: list[Tabellenproblem] = []
    zeilen = text.removeprefix("\ufeff").splitlines()
    nummer = 0
    while nummer < len(zeilen):
        if _zellen(zeilen[nummer])[:1] == [erste_spalte] and _ist_trenner(
            zeilen, nummer + 1
        ):
            tabelle, nummer = _lies_eine(zeilen, nummer, datei, probleme)
            tabellen.append(tabelle)
        else:
            nummer += 1
    return tabellen, probleme


def _lies_eine(
    zeilen: list[str], kopf: int, datei: str, probleme: list[Tabellenproblem]
) -> tuple[Tabelle, int]:
    tabelle = Tabelle(datei, kopf + 1, _zellen(zeilen[kopf]))
    nummer = kopf + 2
    while nummer < len(zeilen) and (zellen := _zellen(zeilen[nummer])):
        if len(zellen) == len(tabelle.spalten):
            tabelle.zeilen.append(
                Zeile(nummer + 1, dict(zip(tabelle.spalten, zellen, strict=True)))
            )
        else:
            probleme.append(_falsche_zellenzahl(tabelle, nummer + 1, len(zellen)))
        nummer += 1
    return tabelle, nummer


def _falsche_zellenzahl(tabelle: Tabelle, nummer: int, zahl: int) -> Tabellenproblem:
    soll = len(tabelle.spalten)
    rat = (
        "Fehlt ein senkrechter Strich?"
        if zahl < soll
        else "Ist ein senkrechter Strich zu viel?"
    )
    return Tabellenproblem(
        tabelle.datei, nummer, f"Die Zeile hat {zahl} Zellen statt {soll}. {rat}"
    )


def _ist_trenner(zeilen: list[str], nummer: int) -> bool:
    zellen = _zellen(zeilen[nummer]) if nummer < len(zeilen) else []
    return bool(zellen) and all(_TRENNZELLE.fullmatch(zelle) for zelle in zellen)


def _zellen(zeile: str) -> list[str]:
    """Die Zellen einer Tabellenzeile; keine, wenn die Zeile nicht mit einem Strich beginnt. „\\|“ trennt nicht."""
    zeile = zeile.strip()
    if not zeile.startswith("|"):
        return []
    inneres = (
        zeile[1:-1] if zeile.endswith("|") and not zeile.endswith("\\|") else zeile[1:]
    )
    return [
        zelle.strip().replace("\\|", "|") for zelle in re.split(r"(?<!\\)\|", inneres)
    ]
