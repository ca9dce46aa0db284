"""Arbeitslosengeld (§§ 7 bis 21 AlVG)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ...angaben import Angaben
from ...ergebnis import Antwort, Voraussetzung, Wert
from ...fehler import Angabenfehler, AngabenUnvollstaendig
from ...werte import Werte
from .. import zeitleiste
from . import geburtstag
from .anspruch import KURZER_WEG, Anspruch, anspruch, gegenproben, voraussetzung
from .beginn import RUHENSFELDER, Beginn, beginn, ende
from .betraege import betraege
from .bild import bilder
from .familie import zuschlagspersonen
from .felder import FELDER
from .hinweise import hinweise
from .kern import kernaussage
from .nebenjob import arbeitslos
from .pruefung import pruefe, widersprueche
from .termine import termine

TITEL = "Arbeitslosengeld"
JAHRESWERTE = ("alg_hoechstbemessungsgrundlage_monat",)

__all__ = [
    "FELDER",
    "JAHRESWERTE",
    "TITEL",
    "berechne",
    "widersprueche",
    "zuschlagspersonen",
]


def berechne(angaben: Angaben, werte: Werte) -> Antwort:
    """Anspruch, Höhe, Beginn und Dauer des Arbeitslosengeldes, soweit die Angaben reichen."""
    pruefe(angaben)
    gefunden = anspruch(angaben, angaben["stichtag"], werte)
    start = beginn(angaben, werte)
    nebenjob, rat = arbeitslos(angaben, werte)
    voraussetzungen = [voraussetzung(gefunden, werte), nebenjob, _verfuegbar()]
    ergebnis = {**betraege(angaben, werte), **gefunden.werte()}
    if start.sperre_bis:
        ergebnis["sperre_bis"] = start.sperre_bis
    _pruefe_ob_etwas_da_ist(angaben, ergebnis, voraussetzungen)
    gewinn = bis = None
    if all(v.erfuellt is not False for v in voraussetzungen):
        gewinn = geburtstag.vorteil(angaben, gefunden, werte)
        bis = _ende(angaben, start, gefunden)
        ergebnis |= {"beginn": start.beginn} if start.beginn else {}
        ergebnis |= {"ende": bis} if bis else {}
    return Antwort(
        ergebnis,
        voraussetzungen=voraussetzungen,
        hinweise=hinweise(angaben, ergebnis, start, gefunden, nebenjob, gewinn, werte),
        termine=termine(angaben, start, bis, gefunden, gewinn, werte),
        gegenproben=[*gegenproben(angaben, gefunden, werte), *rat],
        kern=kernaussage(ergebnis, voraussetzungen),
        zusatz={
            **bilder(angaben, gefunden, werte),
            **zeitleiste.zum_arbeitslosengeld(angaben, ergebnis),
        },
    )


def _ende(angaben: Angaben, start: Beginn, gefunden: Anspruch) -> date | None:
    """Der letzte bezahlte Tag, wenn Beginn und Dauer feststehen."""
    if start.beginn is None or gefunden.tage is None:
        return None
    return ende(start.beginn, gefunden.tage, angaben["schulung_tage"])


def _verfuegbar() -> Voraussetzung:
    return Voraussetzung(
        "Sie können und wollen arbeiten und haben Zeit dafür",
        None,
        "Arbeitsfähigkeit, Arbeitswilligkeit und Verfügbarkeit prüft das AMS, nicht der Rechner.",
        "§ 7 AlVG",
        "ratgeber/job-verloren/anspruch/#voraussetzungen",
    )


def _pruefe_ob_etwas_da_ist(
    angaben: Angaben,
    ergebnis: Mapping[str, Wert],
    voraussetzungen: Sequence[Voraussetzung],
) -> None:
    """Aus dem Stichtag allein lässt sich nichts sagen."""
    gefragt = ("dienstverhaeltnis_ende", *RUHENSFELDER, "zeiten", *KURZER_WEG)
    anwartschaft = voraussetzungen[0].erfuellt
    entschieden = anwartschaft or any(v.erfuellt is False for v in voraussetzungen)
    if ergebnis or entschieden or any(angaben.gegeben(feld) for feld in gefragt):
        return
    feld = "brutto_monat"
    meldung = "Bitte geben Sie Ihr Einkommen an oder wie lange Sie versichert waren."
    if angaben["beitragsgrundlagen"]:
        feld = "beitragsgrundlagen"
        meldung = f"Keiner dieser Monate zählt für die Bemessung. {meldung}"
    raise AngabenUnvollstaendig([Angabenfehler(feld, meldung)])
