"""Mindestsicherung: Einkommen und Ersparnisse, die zählen (§§ 7, 10, 12 WMG)."""

from __future__ import annotations

from collections.abc import Iterator

from ...angaben import Angaben
from ...groesse import CENT, Groesse, angabe, null, summe
from ...werte import Werte
from .gemeinschaft import Gemeinschaft

SEITE = "ratgeber/wenig-geld/mindestsicherung-hoehe/#einkommen"
NORM = "§ 10 Abs. 1 WMG"


def anrechenbares_einkommen(
    angaben: Angaben, bg: Gemeinschaft, werte: Werte
) -> Groesse:
    """Alles Einkommen der Bedarfsgemeinschaft und was eine Person ohne Anspruch über ihren Teil hinaus hat."""
    teile = [teil for teil in _teile(angaben, bg, werte) if teil]
    if not teile:
        return null("€/Monat", "kein Einkommen").als(
            "anrechenbares Einkommen", NORM, SEITE
        )
    gesamt = summe(teile, "€/Monat")
    if gesamt.wert != gesamt.wert.quantize(CENT):
        gesamt = gesamt.auf_cent()
    return gesamt.als("anrechenbares Einkommen", NORM, SEITE)


def _teile(angaben: Angaben, bg: Gemeinschaft, werte: Werte) -> Iterator[Groesse]:
    yield angaben.groesse("einkommen_monat", "Einkommen der Erwachsenen")
    yield from bg.kinder_einkommen
    if angaben.gegeben("einkommen_partner_nicht_berechtigt"):
        einkommen = angaben.groesse(
            "einkommen_partner_nicht_berechtigt", "Einkommen der Person ohne Anspruch"
        )
        yield ueber_eigenem_teil(einkommen, werte)


def ueber_eigenem_teil(einkommen: Groesse, werte: Werte) -> Groesse:
    """Wer selbst keinen Anspruch hat, behält 70 % des Mindeststandards; nur was darüber liegt, zählt."""
    bleibt = werte["ms_standard_paar_monat"]
    if einkommen <= bleibt:
        return null("€/Monat")
    return (einkommen - bleibt).als("zählt von der Person ohne Anspruch", NORM, SEITE)


def vermoegensfreibetrag(bg: Gemeinschaft, werte: Werte) -> Groesse:
    """Der Freibetrag für Ersparnisse: je volljähriger Person mit Anspruch einer."""
    freibetrag = werte["ms_vermoegensfreibetrag"]
    if len(bg.erwachsene) == 1:
        return freibetrag
    return angabe(len(bg.erwachsene), "Personen", "Erwachsene") * freibetrag
