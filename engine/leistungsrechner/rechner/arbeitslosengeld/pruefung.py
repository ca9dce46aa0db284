"""Arbeitslosengeld: Angaben, die nicht zusammenpassen; alle auf einmal gemeldet."""

from __future__ import annotations

from collections.abc import Iterator

from ...angaben import Angaben
from ...anzeige import monat_jahr
from ...fehler import Angabenfehler, AngabenUnvollstaendig
from .felder import EINKOMMEN


def pruefe(angaben: Angaben) -> None:
    """Wirft AngabenUnvollstaendig mit allen Widersprüchen."""
    if fehler := list(widersprueche(angaben)):
        raise AngabenUnvollstaendig(fehler)


def widersprueche(angaben: Angaben) -> Iterator[Angabenfehler]:
    """Alle Widersprüche zwischen den Angaben, soweit sie lesbar sind."""
    yield from _einkommen(angaben)
    yield from _daten(angaben)
    yield from _zeiten(angaben)
    yield from _monate(angaben)


def _einkommen(angaben: Angaben) -> Iterator[Angabenfehler]:
    """Höchstens eine Art, das Einkommen anzugeben."""
    gegeben = [n for n in EINKOMMEN if angaben.gegeben(n) and angaben[n] != []]
    meldung = "Bitte geben Sie das Einkommen nur auf eine Art an; die anderen Felder bleiben leer."
    if len(gegeben) > 1:
        yield from (Angabenfehler(name, meldung) for name in gegeben)


def _daten(angaben: Angaben) -> Iterator[Angabenfehler]:
    for feld in ("geburtsdatum", "letzter_bezug"):
        if angaben.gegeben(feld, "stichtag") and angaben[feld] > angaben["stichtag"]:
            label = angaben.felder[feld].label
            yield Angabenfehler(feld, f"{label}: Der Tag liegt nach dem Antrag.")


def _zeiten(angaben: Angaben) -> Iterator[Angabenfehler]:
    for stelle, zeit in enumerate(angaben["zeiten"] or ()):
        if {"von", "bis"} <= zeit.keys() and zeit["von"] > zeit["bis"]:
            yield Angabenfehler(
                f"zeiten[{stelle}].bis", "Das Ende liegt vor dem Beginn."
            )


def _monate(angaben: Angaben) -> Iterator[Angabenfehler]:
    gesehen = set()
    for stelle, eintrag in enumerate(angaben["beitragsgrundlagen"] or ()):
        monat = eintrag.get("monat")
        if monat in gesehen:
            yield Angabenfehler(
                f"beitragsgrundlagen[{stelle}].monat",
                f"{monat_jahr(monat)} steht zweimal da. Bitte zählen Sie mehrere Stellen "
                "desselben Monats zusammen.",
            )
        if monat is not None:
            gesehen.add(monat)
