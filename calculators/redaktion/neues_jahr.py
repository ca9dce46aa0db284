"""Öffnet ein neues Jahr: Jede Tabelle mit Werten des Vorjahres bekommt eine Spalte, jede jährliche Zelle „noch offen“."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from leistungsrechner.tabelle import Tabelle, Zeile, lies_tabellen
from leistungsrechner.werteleser import JAEHRLICH, NOCH_OFFEN

_AB = re.compile(r"ab \d{1,2}\.\d{1,2}\.(\d{4})")


class NichtZuOeffnen(ValueError):
    """Dieses Jahr lässt sich nicht öffnen; der Text sagt, warum."""


@dataclass
class Oeffnung:
    """Was das Öffnen eines Jahres geändert hat."""

    dateien: dict[str, int] = field(default_factory=dict)
    uebernommen: int = 0

    @property
    def offen(self) -> int:
        """Wie viele Zellen jetzt auf ihren Wert warten."""
        return sum(self.dateien.values())


def pruefe_jahr(ordner: Path, jahr: int) -> None:
    """Öffnen lassen sich Jahre nur der Reihe nach; sonst hätte ein Teil der Tabellen eine Lücke."""
    tabellen = [
        tabelle
        for datei in sorted(ordner.glob("*.md"))
        for tabelle in lies_tabellen(
            datei.read_text("utf-8-sig"), datei.name, "Schlüssel"
        )[0]
    ]
    if any(_braucht_spalte(tabelle, jahr) for tabelle in tabellen):
        if any(_braucht_spalte(tabelle, jahr - 1) for tabelle in tabellen):
            raise NichtZuOeffnen(
                f"Das Jahr {jahr} lässt sich noch nicht öffnen: Zuerst kommt {jahr - 1}."
            )
    elif any(jahr in _jahre(tabelle) for tabelle in tabellen):
        raise NichtZuOeffnen(f"Das Jahr {jahr} ist schon offen; es ändert sich nichts.")
    else:
        raise NichtZuOeffnen(
            f"Das Jahr {jahr} lässt sich nicht öffnen: Keine Tabelle hat Werte für {jahr - 1}."
        )


def oeffne_jahr(ordner: Path, jahr: int) -> Oeffnung:
    """Fügt überall die Spalte „ab 1.1.JAHR“ an, wo das Vorjahr eine hat und das Jahr noch keine."""
    oeffnung = Oeffnung()
    for datei in sorted(ordner.glob("*.md")):
        text = datei.read_text("utf-8-sig")
        tabellen, _ = lies_tabellen(text, datei.name, "Schlüssel")
        zeilen = text.splitlines()
        for tabelle in tabellen:
            if _braucht_spalte(tabelle, jahr):
                _fuege_spalte_ein(zeilen, tabelle, jahr, oeffnung)
        neu = "\n".join(zeilen) + "\n"
        if neu != text:
            datei.write_text(neu, "utf-8")
    return oeffnung


def _jahre(tabelle: Tabelle) -> list[int]:
    return [
        int(treffer[1])
        for spalte in tabelle.spalten
        if (treffer := _AB.fullmatch(spalte))
    ]


def _braucht_spalte(tabelle: Tabelle, jahr: int) -> bool:
    jahre = _jahre(tabelle)
    hat_jaehrliche = any(zeile["Gilt"] == JAEHRLICH for zeile in tabelle.zeilen)
    return hat_jaehrliche and jahr - 1 in jahre and jahr not in jahre


def _fuege_spalte_ein(
    zeilen: list[str], tabelle: Tabelle, jahr: int, oeffnung: Oeffnung
) -> None:
    letzte = max(
        nummer
        for nummer, spalte in enumerate(tabelle.spalten)
        if (treffer := _AB.fullmatch(spalte)) and int(treffer[1]) < jahr
    )
    kopf = tabelle.kopfzeile - 1
    zeilen[kopf] = _mit_zelle(zeilen[kopf], letzte, f"ab 1.1.{jahr}")
    zeilen[kopf + 1] = _mit_zelle(zeilen[kopf + 1], letzte, "---:", abstand="")
    for zeile in tabelle.zeilen:
        zelle = _neue_zelle(zeile, tabelle.spalten[letzte])
        zeilen[zeile.nummer - 1] = _mit_zelle(zeilen[zeile.nummer - 1], letzte, zelle)
        if zelle == NOCH_OFFEN:
            oeffnung.dateien[tabelle.datei] = oeffnung.dateien.get(tabelle.datei, 0) + 1
        else:
            oeffnung.uebernommen += 1


def _neue_zelle(zeile: Zeile, letzte_spalte: str) -> str:
    """Jährliche Werte sind offen; was bis auf Weiteres gilt, gilt weiter."""
    return NOCH_OFFEN if zeile["Gilt"] == JAEHRLICH else zeile[letzte_spalte]


def _mit_zelle(zeile: str, nach: int, zelle: str, abstand: str = " ") -> str:
    """Die Zeile mit einer Zelle mehr; alles andere bleibt Zeichen für Zeichen, wie es war."""
    grenzen = [treffer.start() for treffer in re.finditer(r"(?<!\\)\|", zeile)]
    stelle = grenzen[nach + 1]
    return f"{zeile[: stelle + 1]}{abstand}{zelle}{abstand}{zeile[stelle:]}"
