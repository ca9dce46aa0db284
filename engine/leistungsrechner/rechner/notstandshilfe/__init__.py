"""Notstandshilfe (§§ 33 bis 38 AlVG)."""

from __future__ import annotations

from collections.abc import Iterator

from ...angaben import Angaben
from ...ergebnis import Antwort
from ...fehler import Angabenfehler, AngabenUnvollstaendig
from ...werte import Werte
from .. import zeitleiste
from .auskunft import hinweise, kernaussage, termine
from .einkommen import arbeitslos
from .felder import FELDER
from .rechnung import rechnung
from .voraussetzungen import antragsfrist, ausgeschoepft, gegenproben, notlage

TITEL = "Notstandshilfe"
JAHRESWERTE = (
    "ausgleichszulagenrichtsatz_alleinstehend_monat",
    "existenzminimum_monat",
    "geringfuegigkeitsgrenze_monat",
)

__all__ = ["FELDER", "JAHRESWERTE", "TITEL", "berechne", "widersprueche"]


def berechne(angaben: Angaben, werte: Werte) -> Antwort:
    """Höhe, Deckel und Dauer der Notstandshilfe und ob sie zusteht."""
    if fehler := list(widersprueche(angaben)):
        raise AngabenUnvollstaendig(fehler)
    gerechnet = rechnung(angaben, werte)
    ergebnis = gerechnet.werte(werte["zeit_tage_pro_monat"])
    arbeitslosigkeit, rat = arbeitslos(angaben, werte)
    voraussetzungen = [
        ausgeschoepft(angaben),
        arbeitslosigkeit,
        notlage(gerechnet.tagsatz, gerechnet.abzug),
        antragsfrist(angaben, werte),
    ]
    steht_zu = all(v.erfuellt is not False for v in voraussetzungen)
    return Antwort(
        ergebnis,
        voraussetzungen=voraussetzungen,
        hinweise=[*gerechnet.hinweise, *hinweise(gerechnet, werte)],
        termine=termine(gerechnet.deckel, gerechnet.ende, werte) if steht_zu else [],
        gegenproben=[*gegenproben(gerechnet, angaben, werte), *rat],
        kern=kernaussage(voraussetzungen, ergebnis),
        zusatz=zeitleiste.zur_notstandshilfe(angaben, ergebnis, steht_zu),
    )


def widersprueche(angaben: Angaben) -> Iterator[Angabenfehler]:
    """Tage, die nicht nach dem Stichtag liegen können."""
    for feld in ("geburtsdatum", "letzter_bezug"):
        if angaben.gegeben(feld, "stichtag") and angaben[feld] > angaben["stichtag"]:
            name = angaben.felder[feld].label
            yield Angabenfehler(feld, f"{name}: Der Tag liegt nach dem Stichtag.")
