"""Befehle der Redaktion: python3 los.py werte neu 2027 | offen | pruefen | vergleich"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NoReturn

from calculators.redaktion.bericht import durchsicht
from calculators.redaktion.neues_jahr import NichtZuOeffnen, oeffne_jahr, pruefe_jahr
from calculators.redaktion.pruefung import nicht_geoeffnete, offene, warnungen
from calculators.redaktion.vergleich import NichtLesbar, stand_aus
from calculators.seite import tafel
from leistungsrechner.anzeige import in_worten
from leistungsrechner.fehler import TabellenFehler
from leistungsrechner.werte import Verzeichnis


class Leser(argparse.ArgumentParser):
    """Sagt auf Deutsch, was erwartet wird."""

    def error(self, message: str) -> NoReturn:
        """Ein Aufruf, der nicht zu verstehen ist, zeigt alle Befehle."""
        self.exit(2, f"Das ist keiner der Befehle. Erwartet wird einer davon:\n{HILFE}")


HILFE = """
  python3 los.py werte neu 2027     öffnet ein Jahr: überall eine Spalte, jede Zelle „noch offen“
  python3 los.py werte offen        was noch fehlt, mit letztem Wert und Quelle; offen 2027: nur dieses Jahr
  python3 los.py werte pruefen      was unwahrscheinlich aussieht
  python3 los.py werte vergleich    was sich seit einem früheren Stand ändert: Zellen, Fälle, Haushalte, Seiten
"""


def _leser() -> Leser:
    leser = Leser(prog="los.py werte", description=__doc__, usage=HILFE)
    leser.add_argument(
        "--ordner", type=Path, default=tafel.ORDNER, help=argparse.SUPPRESS
    )
    befehle = leser.add_subparsers(dest="befehl", required=True, metavar="BEFEHL")
    befehle.add_parser("neu").add_argument("jahr", type=_jahr)
    befehle.add_parser("offen").add_argument("jahr", type=_jahr, nargs="?")
    befehle.add_parser("pruefen")
    befehle.add_parser("vergleich").add_argument("stand", nargs="?", default="HEAD")
    return leser


def _jahr(text: str) -> int:
    if not re.fullmatch(r"20\d\d", text):
        raise argparse.ArgumentTypeError(text)
    return int(text)


def main(argumente: list[str] | None = None) -> int:
    """Führt einen Befehl aus; 1, wenn eine Tabelle fehlerhaft ist oder es nichts zu tun gibt."""
    wahl = _leser().parse_args(argumente)
    try:
        verzeichnis = tafel.verzeichnis(wahl.ordner)
        if wahl.befehl == "neu":
            _neu(wahl.ordner, wahl.jahr)
        elif wahl.befehl == "pruefen":
            _pruefen(verzeichnis)
        elif wahl.befehl == "vergleich":
            print(durchsicht(stand_aus(wahl.stand), verzeichnis, wahl.stand), end="")
        else:
            _offen(verzeichnis, wahl.jahr)
    except TabellenFehler as fehler:
        print(f"Die Wertetabellen haben Fehler:\n{fehler}", file=sys.stderr)
        return 1
    except (NichtLesbar, NichtZuOeffnen) as fehler:
        print(fehler, file=sys.stderr)
        return 1
    return 0


def _neu(ordner: Path, jahr: int) -> None:
    pruefe_jahr(ordner, jahr)
    oeffnung = oeffne_jahr(ordner, jahr)
    _offen(tafel.verzeichnis(ordner), jahr)
    print(
        f"\nDas Jahr {jahr} ist offen: {oeffnung.offen} Werte in {len(oeffnung.dateien)} Tabellen warten. "
        f"{oeffnung.uebernommen} Werte, die bis auf Weiteres gelten, sind übernommen."
    )


def _offen(verzeichnis: Verzeichnis, jahr: int | None) -> None:
    alle = [z for z in offene(verzeichnis) if jahr in (None, z[1].ab.year)]
    zeilen = sorted(alle, key=lambda z: (z[1].datei, z[1].zeile))
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
    je_jahr = Counter(stand.ab.year for _, stand, _ in zeilen)
    summe = ", ".join(f"{zahl} für {j}" for j, zahl in sorted(je_jahr.items()))
    print(f"\nNoch offen: {summe}." if zeilen else "Kein Wert ist offen.")
    for fehlendes in nicht_geoeffnete(verzeichnis, date.today()):
        print(
            f"Das Jahr {fehlendes} ist noch nicht geöffnet. So geht es: python3 los.py werte neu {fehlendes}"
        )


def _pruefen(verzeichnis: Verzeichnis) -> None:
    gefunden = warnungen(verzeichnis, date.today())
    for warnung in gefunden:
        print(warnung)
    if not gefunden:
        print("Nichts Auffälliges.")
        return
    zahl = (
        "Eine Auffälligkeit"
        if len(gefunden) == 1
        else f"{len(gefunden)} Auffälligkeiten"
    )
    print(f"\n{zahl}. Das muss kein Fehler sein: Sehen Sie bei der Quelle nach.")


if __name__ == "__main__":
    sys.exit(main())
