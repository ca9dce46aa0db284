"""Notstandshilfe: eigenes Einkommen (§§ 12, 36, 36a AlVG)."""

from __future__ import annotations

from ...angaben import Angaben
from ...ergebnis import Gegenprobe, Voraussetzung
from ...groesse import Groesse, null, summe
from ...werte import Werte

SEITE = "ratgeber/notstandshilfe/einkommen/"
GERINGFUEGIG = "ratgeber/dazuverdienen/geringfuegig/"


def arbeitslos(
    angaben: Angaben, werte: Werte
) -> tuple[Voraussetzung, list[Gegenprobe]]:
    """Wer über der Geringfügigkeitsgrenze oder seit 2026 ohne Ausnahme überhaupt dazuverdient, ist nicht arbeitslos."""
    verdienst = angaben.groesse("erwerbseinkommen_monat", "Verdienst")
    grenze = werte["geringfuegigkeitsgrenze_monat"]
    name, norm = "Sie sind arbeitslos", "§ 12 AlVG"
    if not verdienst:
        return Voraussetzung(
            name,
            True,
            "Sie haben keinen Verdienst angegeben.",
            norm,
            SEITE + "#erwerb",
        ), []
    if verdienst > grenze:
        zu_viel = verdienst - grenze
        text = f"Ihr Verdienst ({verdienst.anzeige}) liegt über der Geringfügigkeitsgrenze ({grenze.anzeige})."
        rat = f"Ab {zu_viel.anzeige} weniger Verdienst im Monat wäre die Grenze eingehalten."
        return Voraussetzung(name, False, text, norm, GERINGFUEGIG), [
            Gegenprobe(rat, norm, GERINGFUEGIG)
        ]
    if (
        werte.falls_vorhanden("zuverdienst_nur_ausnahmen_seit")
        and not angaben["geringfuegig_ausnahme"]
    ):
        text = "Seit 2026 schließt auch ein geringfügiger Job Arbeitslosigkeit aus, außer eine Ausnahme trifft zu."
        rat = "Ohne den Job oder mit einer der Ausnahmen wären Sie arbeitslos."
        seite = GERINGFUEGIG + "#ausnahmen"
        norm = "§ 12 Abs. 2 AlVG"
        return Voraussetzung(name, False, text, norm, seite), [
            Gegenprobe(rat, norm, seite)
        ]
    text = f"Ihr Verdienst ({verdienst.anzeige}) bleibt bis zur Geringfügigkeitsgrenze frei."
    return Voraussetzung(name, True, text, norm, SEITE + "#erwerb"), []


def anrechnung_am_tag(monat: Groesse, werte: Werte) -> Groesse:
    """Was vom eigenen Einkommen je Tag abgezogen wird: ein Dreißigstel des Monats, auf den Cent gerundet."""
    am_tag = (monat / werte["zeit_tage_pro_monat"]).auf_cent()
    return am_tag.als("Anrechnung am Tag", "§ 36 Abs. 3 AlVG", SEITE + "#anderes")


def angerechnet_im_monat(angaben: Angaben, werte: Werte) -> Groesse:
    """Was vom eigenen Einkommen eines Monats zählt, ungerundet."""
    teile = [teil for teil in _anrechenbar(angaben, werte) if teil]
    gesamt = summe(teile, "€/Monat") if teile else null("€/Monat", "kein Einkommen")
    return gesamt.als("angerechnetes Einkommen", "§ 36a AlVG", SEITE + "#anderes")


def _anrechenbar(angaben: Angaben, werte: Werte) -> list[Groesse]:
    return [
        angaben.groesse("anderes_einkommen_monat", "anderes Einkommen"),
        unterhalt(angaben.groesse("unterhalt_monat", "Unterhalt"), werte),
        unfallrente(angaben.groesse("unfallrente_monat", "Unfallrente"), werte),
    ]


def unterhalt(betrag: Groesse, werte: Werte) -> Groesse:
    """Unterhalt zählt ganz, sobald er über der Geringfügigkeitsgrenze liegt."""
    if betrag <= werte["geringfuegigkeitsgrenze_monat"]:
        return null("€/Monat", "Unterhalt")
    return betrag


def unfallrente(betrag: Groesse, werte: Werte) -> Groesse:
    """Eine Unfallrente zählt zur Hälfte, sobald sie über der Geringfügigkeitsgrenze liegt."""
    if betrag <= werte["geringfuegigkeitsgrenze_monat"]:
        return null("€/Monat", "Unfallrente")
    haelfte = betrag * werte["nh_unfallrente_anteil"]
    return haelfte.als("Unfallrente, anrechenbar", "§ 36a AlVG", SEITE + "#unfallrente")
