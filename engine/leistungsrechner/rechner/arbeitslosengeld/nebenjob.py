"""Arbeitslosengeld: ein geringfügiger Job neben dem Bezug (§ 12 AlVG)."""

from __future__ import annotations

from ...angaben import Angaben
from ...ergebnis import Gegenprobe, Voraussetzung
from ...werte import Werte

NORM = "§ 12 AlVG"
SEITE = "ratgeber/dazuverdienen/geringfuegig/"
_NAME = "Kein Nebenjob schließt das Arbeitslosengeld aus"


def arbeitslos(
    angaben: Angaben, werte: Werte
) -> tuple[Voraussetzung, list[Gegenprobe]]:
    """Bis 2025 schadet ein geringfügiger Job nicht, seit 2026 schließt er ohne Ausnahme den Bezug aus."""
    grenze = werte.falls_vorhanden("geringfuegigkeitsgrenze_monat")
    if werte.falls_vorhanden("zuverdienst_nur_ausnahmen_seit") is None:
        bis = f" ({grenze.anzeige} im Monat)" if grenze else ""
        text = f"Bis Ende 2025 war Verdienst bis zur Geringfügigkeitsgrenze{bis} neben dem Bezug erlaubt."
        return _voraussetzung(True, text, "#bis-2025"), []
    if not angaben.gegeben("geringfuegig_beschaeftigt"):
        text = "Ob Sie einen geringfügigen Job haben, haben Sie nicht angegeben. Seit 2026 schließt er den Bezug meist aus."
        return _voraussetzung(None, text, "#seit-2026"), []
    if not angaben["geringfuegig_beschaeftigt"]:
        return _voraussetzung(True, "Sie haben keinen Nebenjob.", "#seit-2026"), []
    if angaben["geringfuegig_ausnahme"]:
        text = "Für Ihren geringfügigen Job gilt eine der Ausnahmen."
        return _voraussetzung(True, text, "#ausnahmen"), []
    text = "Seit 2026 schließt jede geringfügige Arbeit das Arbeitslosengeld aus, außer eine Ausnahme trifft zu."
    rat = "Ohne den Nebenjob oder mit einer der Ausnahmen wäre diese Voraussetzung erfüllt."
    return _voraussetzung(False, text, "#seit-2026"), [
        Gegenprobe(rat, NORM, SEITE + "#ausnahmen")
    ]


def _voraussetzung(erfuellt: bool | None, text: str, anker: str) -> Voraussetzung:
    return Voraussetzung(_NAME, erfuellt, text, NORM, SEITE + anker)
