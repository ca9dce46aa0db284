"""Befehle der Redaktion: python3 los.py werte neu 2027 | offen | pruefen | vergleich"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from calculators.redaktion.bericht import durchsicht
from calculators.redaktion.neues_jahr import oeffne_jahr
from calculators.redaktion.pruefung import offene, warnungen
from calculators.redaktion.vergleich import NichtLesbar, stand_aus
from calculators.seite import tafel
from leistungsrechner.anzeige import in_worten
from leistungsrechner.fehler import TabellenFehler
from leistungsrechner.werte import Verzeichnis


def main(argumente: list[str] | None = None) -> int:
    """Führt einen Befehl aus; 1, wenn eine Tabelle fehlerhaft ist."""
    leser = argparse.ArgumentParser(prog="los.py werte", description=__doc__)
    leser.add_argument(
        "--ordner", type=Path, default=tafel.ORDNER, help=argparse.SUPPRESS
    )
    befehle = leser.add_subparsers(dest="befehl", required=True, metavar="BEFEHL")
    neu = befehle.add_parser(
        "neu", help="ein Jahr öffnen: überall eine Spalte, jede Zelle „noch offen“"
    )
    neu.add_argument("jahr", type=int)
    befehle.add_parser(
        "offen", help="welche Werte noch fehlen, mit letztem Wert und Quelle"
    )
    befehle.add_parser("pruefen", help="was unwahrscheinlich aussieht")
    vergleich = befehle.add_parser(
        "vergleich",
        help="was sich seit einem früheren Stand ändert: Zellen, Fälle, Haushalte, Seiten",
    )
    vergleich.add_argument(
        "stand",
        nargs="?",
        default="HEAD",
        help="Ordner mit Tabellen oder Stand der Versionsverwaltung (ohne Angabe HEAD)",
    )
    wahl = leser.parse_args(argumente)
    try:
        if wahl.befehl == "neu":
            _neu(wahl.ordner, wahl.jahr)
        verzeichnis = tafel.verzeichnis(wahl.ordner)
        if wahl.befehl == "pruefen":
            _pruefen(verzeichnis)
        elif wahl.befehl == "vergleich":
            print(durchsicht(stand_aus(wahl.stand), verzeichnis, wahl.stand), end="")
        else:
            _offen(verzeichnis)
    except TabellenFehler as fehler:
        print(f"Die Wertetabellen haben Fehler:\n{fehler}", file=sys.stderr)
        return 1
    except NichtLesbar as fehler:
        print(fehler, file=sys.stderr)
        return 1
    return 0


def _neu(ordner: Path, jahr: int) -> None:
    oeffnung = oeffne_jahr(ordner, jahr)
    if not oeffnung.dateien:
        print(f"Das Jahr {jahr} ist schon offen, oder das Jahr {jahr - 1} fehlt.")
        return
    print(
        f"Das Jahr {jahr} ist offen: {oeffnung.offen} Werte in {len(oeffnung.dateien)} Tabellen."
    )
    print(
        f"{oeffnung.uebernommen} Werte, die bis auf Weiteres gelten, sind übernommen.\n"
    )


def _offen(verzeichnis: Verzeichnis) -> None:
    zeilen = sorted(offene(verzeichnis), key=lambda z: (z[1].datei, z[1].zeile))
    datei = ""
    for eintrag, stand, zuletzt in zeilen:
        if stand.datei != datei:
            datei = stand.datei
            print(datei)
        assert zuletzt is None or zuletzt.wert is not None
        bisher = "bisher kein Wert"
        if zuletzt is not None and zuletzt.wert is not None:
            bisher = f"{zuletzt.ab.year}: {in_worten(zuletzt.wert, eintrag.einheit)}"
        print(
            f"  Zeile {stand.zeile}, ab {stand.ab.day}.{stand.ab.month}.{stand.ab.year}: {eintrag.bezeichnung} ({bisher})"
        )
        print(f"    Quelle: {stand.quelle}")
    print(
        f"\n{len(zeilen)} Werte sind noch offen." if zeilen else "Kein Wert ist offen."
    )


def _pruefen(verzeichnis: Verzeichnis) -> None:
    gefunden = warnungen(verzeichnis, date.today())
    for warnung in gefunden:
        print(warnung)
    print(f"\n{len(gefunden)} Auffälligkeiten." if gefunden else "Nichts Auffälliges.")


if __name__ == "__main__":
    sys.exit(main())
