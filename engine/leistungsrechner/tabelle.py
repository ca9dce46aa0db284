"""Tabelle: liest Markdown-Tabellen, mit Zeilennummern und allen Fehlern auf einmal."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

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
    """Alle Tabellen, deren erste Spalte so heißt, und alles, was an ihrem Bau nicht stimmt.

    Keine Zeile geht still verloren: Was wie eine Tabellenzeile aussieht, aber zu keiner Tabelle gehört, ist ein Problem.
    """
    tabellen: list[Tabelle] = []
    probleme: list[Tabellenproblem] = []
    zeilen = text.removeprefix("\ufeff").splitlines()
    nummer = 0
    while nummer < len(zeilen):
        zellen = _zellen(zeilen[nummer])
        if not zellen:
            nummer += 1
        elif not _ist_trenner(zeilen, nummer + 1):
            probleme.append(_ohne_kopf(zellen, erste_spalte, datei, nummer + 1))
            nummer += 1
            while nummer < len(zeilen) and zeilen[nummer].strip():
                nummer += 1
        elif _gemeint(zellen[0], erste_spalte):
            tabelle, nummer = _lies_eine(zeilen, nummer, datei, probleme)
            if zellen[0] == erste_spalte:
                tabellen.append(tabelle)
            else:
                probleme.append(
                    Tabellenproblem(
                        datei,
                        tabelle.kopfzeile,
                        f"Die erste Spalte heißt „{zellen[0]}“. Gemeint: „{erste_spalte}“?",
                    )
                )
        else:
            while nummer < len(zeilen) and zeilen[nummer].strip():
                nummer += 1
    return tabellen, probleme


def _gemeint(kopf: str, erste_spalte: str) -> bool:
    """Ob dieser Spaltenkopf der gesuchte ist, auch mit einem Tippfehler."""
    gesucht = erste_spalte.casefold()
    return bool(get_close_matches(kopf.casefold(), [gesucht], n=1, cutoff=0.7))


def _ohne_kopf(
    zellen: list[str], erste_spalte: str, datei: str, nummer: int
) -> Tabellenproblem:
    if _gemeint(zellen[0], erste_spalte):
        rat = (
            "Unter dieser Kopfzeile fehlt die Zeile mit den Strichen, oder sie ist beschädigt. "
            "Jede ihrer Zellen hat wenigstens drei: |---|---|---:|"
        )
    else:
        rat = (
            "Diese Zeile gehört zu keiner Tabelle. Steht über ihr eine leere Zeile? Löschen Sie die. "
            "Sonst fehlt die Kopfzeile."
        )
    return Tabellenproblem(datei, nummer, rat)


def _lies_eine(
    zeilen: list[str], kopf: int, datei: str, probleme: list[Tabellenproblem]
) -> tuple[Tabelle, int]:
    tabelle = Tabelle(datei, kopf + 1, _zellen(zeilen[kopf]))
    if (zahl := len(_zellen(zeilen[kopf + 1]))) != len(tabelle.spalten):
        probleme.append(_falsche_zellenzahl(tabelle, kopf + 2, zahl))
    nummer = kopf + 2
    while nummer < len(zeilen) and zeilen[nummer].strip():
        zellen = _zellen(zeilen[nummer])
        if len(zellen) == len(tabelle.spalten):
            tabelle.zeilen.append(
                Zeile(nummer + 1, dict(zip(tabelle.spalten, zellen, strict=True)))
            )
        elif zellen:
            probleme.append(_falsche_zellenzahl(tabelle, nummer + 1, len(zellen)))
        else:
            probleme.append(
                Tabellenproblem(
                    datei,
                    nummer + 1,
                    "Die Zeile steht in der Tabelle, beginnt aber nicht mit einem senkrechten Strich. "
                    "Setzen Sie ihn, oder davor eine leere Zeile, wenn sie nicht dazugehört.",
                )
            )
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
