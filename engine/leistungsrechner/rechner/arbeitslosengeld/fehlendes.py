"""Arbeitslosengeld: welche Angabe noch fehlt und was man ohne sie nicht weiß."""

from __future__ import annotations

from collections.abc import Iterator

from ...angaben import Angaben
from ...ergebnis import Hinweis, Voraussetzung, Wert
from .anspruch import KURZER_WEG, Anspruch
from .anwartschaft import SEITE as SEITE_ANWARTSCHAFT
from .anwartschaft import hatte_leistung
from .bezugsdauer import SEITE as SEITE_DAUER
from .bezugsdauer import STUFEN
from .hoehe import SEITE as SEITE_HOEHE


def fehlendes(
    angaben: Angaben,
    ergebnis: dict[str, Wert],
    gefunden: Anspruch,
    nebenjob: Voraussetzung,
) -> Iterator[Hinweis]:
    """Was nicht angegeben ist und welches Ergebnis davon abhängt."""
    if gefunden.erfuellt is None:
        yield Hinweis(
            "annahme",
            f"Ob Sie Anspruch haben, ist nicht geprüft. Dazu fehlt: {_fuer_die_anwartschaft(angaben)}.",
            SEITE_ANWARTSCHAFT + "#ueberblick",
        )
    if _dauer_offen(gefunden) and (fehlt := _fuer_die_dauer(angaben)):
        yield Hinweis(
            "annahme",
            f"Wie lange Sie Arbeitslosengeld bekommen, steht noch nicht fest. Dazu fehlt: {fehlt}.",
            SEITE_DAUER + "#dauer",
        )
    if gefunden.erfuellt is False:
        return
    if "tagsatz" not in ergebnis and not angaben["beitragsgrundlagen"]:
        text = "Wie hoch es ist, ist nicht gerechnet. Dazu fehlt Ihr Einkommen, am einfachsten das Brutto im Monat."
        yield Hinweis("annahme", text, SEITE_HOEHE + "#monate")
    if nebenjob.erfuellt is None:
        text = "Gerechnet ist ohne Nebenjob. Haben Sie neben dem Arbeitslosengeld einen geringfügigen Job, geben Sie ihn an."
        yield Hinweis("annahme", text, nebenjob.seite)


def _fuer_die_anwartschaft(angaben: Angaben) -> str:
    fehlt = []
    if not angaben.gegeben("zeiten") and not angaben.gegeben(*KURZER_WEG):
        fehlt.append("Ihre versicherten Wochen in den letzten 24 und 12 Monaten")
    if not angaben.gegeben("geburtsdatum") and not hatte_leistung(angaben):
        fehlt.append("Ihr Geburtsdatum")
    if angaben["restanspruch_tage"] and not angaben.gegeben("letzter_bezug"):
        fehlt.append("der letzte Tag des früheren Bezugs")
    return " und ".join(fehlt)


def _dauer_offen(gefunden: Anspruch) -> bool:
    if gefunden.dauer_wochen is not None or gefunden.im_fortbezug:
        return False
    return gefunden.befund.erfuellt is True or (
        gefunden.befund.erfuellt is None and gefunden.fortbezug is None
    )


def _fuer_die_dauer(angaben: Angaben) -> str:
    fehlt = []
    if not angaben.gegeben("geburtsdatum"):
        fehlt.append("Ihr Geburtsdatum")
    if not angaben.gegeben("zeiten") and not all(
        angaben.gegeben(s.kurzfeld) for s in STUFEN
    ):
        fehlt.append(
            "Ihre versicherten Wochen in den letzten 5 Jahren (ab 40 auch 10, ab 50 auch 15 Jahren)"
        )
    return " und ".join(fehlt)
