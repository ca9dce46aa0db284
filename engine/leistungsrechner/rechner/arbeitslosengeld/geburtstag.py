"""Arbeitslosengeld: was ein Antrag nach dem 40. oder 50. Geburtstag ändern würde (§ 18 Abs. 2 AlVG)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...angaben import Angaben
from ...anzeige import datum
from ...ergebnis import Hinweis, Termin
from ...werte import Werte
from ...zeit import geburtstag, plus_monate
from .anspruch import Anspruch, anspruch
from .bezugsdauer import SEITE, STUFEN


@dataclass(frozen=True)
class Vorteil:
    """Ein Geburtstag, ab dem ein Antrag länger Arbeitslosengeld brächte."""

    jahre: int
    tag: date
    bisher: int
    dann: int


def vorteil(angaben: Angaben, heute: Anspruch, werte: Werte) -> Vorteil | None:
    """Der nächste Geburtstag, nach dem derselbe Antrag länger trüge; die Anwartschaft muss dann noch da sein."""
    if heute.dauer_wochen is None or not angaben.gegeben("geburtsdatum"):
        return None
    for jahre, tag in _nahe_geburtstage(angaben, werte):
        dann = anspruch(angaben, tag, werte)
        laenger = dann.dauer_wochen and dann.dauer_wochen > heute.dauer_wochen
        if laenger and dann.befund.erfuellt == heute.befund.erfuellt:
            return Vorteil(jahre, tag, heute.dauer_wochen, dann.dauer_wochen or 0)
    return None


def _nahe_geburtstage(angaben: Angaben, werte: Werte) -> Iterator[tuple[int, date]]:
    bis = plus_monate(
        angaben["stichtag"], werte.anzahl("alg_geburtstag_hinweis_monate")
    )
    for stufe in reversed(STUFEN):
        if not stufe.alter:
            continue
        jahre = werte.anzahl(stufe.alter)
        tag = geburtstag(angaben["geburtsdatum"], jahre)
        if angaben["stichtag"] < tag <= bis:
            yield jahre, tag


def hinweis(gewinn: Vorteil) -> Hinweis:
    """Was man gewinnt und was man dafür verliert."""
    text = (
        f"Am {datum(gewinn.tag)} werden Sie {gewinn.jahre}. Mit einem Antrag ab diesem Tag wären es "
        f"{gewinn.dann} statt {gewinn.bisher} Wochen, wenn die versicherten Zeiten dann noch reichen. Für die "
        "Tage bis dahin bekommen Sie kein Geld und sind vielleicht nicht krankenversichert. Lassen Sie sich vorher beraten."
    )
    return Hinweis("info", text, SEITE + "#geburtstag")


def termin(gewinn: Vorteil) -> Termin:
    """Der Geburtstag als Tag, ab dem der Antrag länger trägt."""
    text = (
        f"Ein Antrag ab diesem Tag brächte {gewinn.dann} statt {gewinn.bisher} Wochen."
    )
    return Termin(
        f"{gewinn.jahre}. Geburtstag", gewinn.tag, text, SEITE + "#geburtstag"
    )
