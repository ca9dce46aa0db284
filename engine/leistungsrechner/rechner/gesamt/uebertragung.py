"""Was steht mir zu?: überträgt die einmal gestellten Fragen in die Angaben der vier Rechner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from ...angaben import Angaben, Feld
from ...ergebnis import Wert
from ...groesse import Groesse, summe
from ...werte import Werte
from .. import arbeitslosengeld, mindestsicherung, notstandshilfe, rezeptgebuehr
from ..arbeitslosengeld.anspruch import KURZER_WEG
from ..arbeitslosengeld.felder import EINKOMMEN
from ..mindestsicherung.gemeinschaft import partner_berechtigt

_FUERS_ARBEITSLOSENGELD = (
    *EINKOMMEN, *KURZER_WEG, "zeiten", "wochen_5_jahre", "wochen_10_jahre", "wochen_15_jahre", "rehabilitation",
    "dienstverhaeltnis_ende", "kuendigungsentschaedigung_bis", "urlaubsersatz_bis", "krankengeld_bis",
    "wochengeld_bis", "restanspruch_tage",
)  # fmt: skip
_SONST = ("anderes_einkommen_monat", "unterhalt_monat", "unfallrente_monat")


def _uebertrage(felder: Sequence[Feld], angaben: Angaben, **eigene: object) -> Angaben:
    """Gleichnamige Angaben und dazu die eigenen; None heißt nicht angegeben."""
    namen = {feld.name: feld for feld in felder}
    werte = {n: w for n, w in angaben.werte.items() if n in namen} | eigene
    return Angaben(namen, {n: w for n, w in werte.items() if w is not None})


def gefragt_nach_arbeitslosengeld(angaben: Angaben) -> bool:
    """Ob etwas angegeben ist, aus dem sich über das Arbeitslosengeld etwas sagen lässt."""
    return any(angaben.gegeben(feld) for feld in _FUERS_ARBEITSLOSENGELD)


def fuer_arbeitslosengeld(angaben: Angaben) -> Angaben:
    """Die Angaben für das Arbeitslosengeld."""
    return _uebertrage(
        arbeitslosengeld.FELDER,
        angaben,
        kinder=_kinder(angaben),
        geringfuegig_beschaeftigt=_mit_nebenjob(angaben),
    )


def fuer_notstandshilfe(
    angaben: Angaben, ab: date, vorher: Mapping[str, Wert] | None
) -> Angaben:
    """Die Angaben für die Notstandshilfe ab diesem Tag; vorher ist das Arbeitslosengeld davor."""
    eigene: dict[str, object] = {"stichtag": ab, "kinder": _kinder(angaben)}
    if angaben["geringfuegig_beschaeftigt"] is False:
        eigene["erwerbseinkommen_monat"] = Decimal(0)
    if vorher is not None:
        eigene |= {
            "alg_grundbetrag": _wert(vorher["grundbetrag"]),
            "tagesnetto": _wert(vorher["tagesnetto"]),
            "alg_bezugsdauer_wochen": str(vorher["bezugsdauer_wochen"]),
            "letzter_bezug": vorher["ende"],
        }
    return _uebertrage(notstandshilfe.FELDER, angaben, **eigene)


def fuer_mindestsicherung(angaben: Angaben, am: date, einkommen: Groesse) -> Angaben:
    """Die Angaben für die Mindestsicherung an diesem Tag, mit dem Einkommen der Erwachsenen."""
    return _uebertrage(
        mindestsicherung.FELDER, angaben, stichtag=am, einkommen_monat=einkommen.wert
    )


def fuer_rezeptgebuehr(angaben: Angaben, einkommen: Groesse) -> Angaben:
    """Die Angaben für die Rezeptgebühr; jedes Kind zählt, auch eines ohne eigenes Geld."""
    eigenes = list(angaben["kinder_einkommen"])
    ohne = [Decimal(0)] * max(angaben["kinder"] - len(eigenes), 0)
    netto = einkommen.wert
    if angaben.gegeben("einkommen_partner_nicht_berechtigt"):
        netto += angaben["einkommen_partner_nicht_berechtigt"]
    return _uebertrage(
        rezeptgebuehr.FELDER,
        angaben,
        haushalt="paar" if angaben["haushalt"] == "paar" else "alleinstehend",
        netto_haushalt=netto,
        kinder_einkommen=[*eigenes, *ohne],
    )


def einkommen_ohne_ams(angaben: Angaben) -> Groesse:
    """Was die Erwachsenen im Monat sonst haben; ein Verdienst bis zur Geringfügigkeitsgrenze brutto wie netto."""
    teile = [angaben.groesse(feld) for feld in _SONST]
    for feld in ("erwerbseinkommen_monat", "partner_netto_monat"):
        if angaben.gegeben(feld) and _gilt(angaben, feld):
            teile.append(angaben.groesse(feld))
    return summe((teil for teil in teile if teil), "€/Monat")


def _gilt(angaben: Angaben, feld: str) -> bool:
    """Das Netto der Partnerin zählt nur bei Paaren, in denen beide Anspruch haben, der Verdienst nur, wo es den Job gibt."""
    if feld == "partner_netto_monat":
        return partner_berechtigt(angaben)
    return angaben["geringfuegig_beschaeftigt"] is not False


def verdient_zu_viel(angaben: Angaben, werte: Werte) -> bool:
    """Ob der Verdienst über der Geringfügigkeitsgrenze liegt; dann kennen wir sein Netto nicht."""
    if not angaben.gegeben("erwerbseinkommen_monat"):
        return False
    grenze = werte["geringfuegigkeitsgrenze_monat"]
    return bool(
        _gilt(angaben, "erwerbseinkommen_monat")
        and angaben["erwerbseinkommen_monat"] > grenze.wert
    )


def _kinder(angaben: Angaben) -> int:
    """Die Kinder mit Familienzuschlag: eigens angegeben oder jene im Haushalt."""
    eigens: int | None = angaben["kinder_familienzuschlag"]
    im_haushalt: int = angaben["kinder"]
    return im_haushalt if eigens is None else eigens


def _mit_nebenjob(angaben: Angaben) -> bool | None:
    if angaben.gegeben("geringfuegig_beschaeftigt"):
        antwort: bool = angaben["geringfuegig_beschaeftigt"]
        return antwort
    return True if angaben["erwerbseinkommen_monat"] else None


def _wert(groesse: Wert) -> Decimal:
    assert isinstance(groesse, Groesse)
    return groesse.wert
