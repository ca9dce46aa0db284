"""Fiktives Netto: vom Brutto der Bemessungsgrundlage zum täglichen Nettoeinkommen (§ 21 Abs. 3 AlVG).

Gerechnet wird wie für eine alleinstehende angestellte Person: ein Siebentel der Bemessungsgrundlage
gilt als Sonderzahlung, die Abzüge sind jene des Jahres, in dem der Anspruch geltend gemacht wird.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...groesse import Groesse, null, summe
from ...werte import Werte

NORM = "§ 21 Abs. 3 AlVG"
SEITE = "ratgeber/arbeitslosengeld/hoehe/#netto"

_SOZIALVERSICHERUNG = (
    "sv_krankenversicherung_satz",
    "sv_pensionsversicherung_satz",
    "sv_arbeitslosenversicherung_satz",
)
_UMLAGEN = ("sv_arbeiterkammerumlage_satz", "sv_wohnbaufoerderung_satz")
_STUFEN = "12345"


def nettoeinkommen(bemessungsgrundlage: Groesse, werte: Werte) -> Groesse:
    """Das monatliche Netto, ungerundet: laufender Teil und Sonderzahlung nach Abzügen."""
    sonderzahlung = (bemessungsgrundlage / werte["alg_siebentel"]).als(
        "Sonderzahlung im Monat", NORM, SEITE
    )
    laufend = (bemessungsgrundlage - sonderzahlung).als(
        "laufendes Entgelt", NORM, SEITE
    )
    netto = nettobezug(laufend, werte) + nettosonderzahlung(sonderzahlung, werte)
    return netto.als("Netto, ungerundet", NORM, SEITE)


def nettobezug(laufend: Groesse, werte: Werte) -> Groesse:
    """Das laufende Entgelt nach Sozialversicherung und Lohnsteuer."""
    satz = summe((werte[s] for s in (*_SOZIALVERSICHERUNG, *_UMLAGEN)), "%")
    beitrag = (laufend * satz).als(
        "Sozialversicherung vom laufenden Entgelt", NORM, SEITE
    )
    steuer = lohnsteuer(laufend - beitrag, werte)
    return (laufend - beitrag - steuer).als("laufendes Netto", NORM, SEITE)


def lohnsteuer(nach_sozialversicherung: Groesse, werte: Werte) -> Groesse:
    """Die Lohnsteuer im Monat: Tarif auf das Jahreseinkommen, höchstens um den Absetzbetrag vermindert."""
    im_jahr = werte["zeit_monate_pro_jahr"]
    einkommen = (
        nach_sozialversicherung * im_jahr - werte["est_werbungskostenpauschale_jahr"]
    )
    if sonderausgaben := werte.falls_vorhanden("est_sonderausgabenpauschale_jahr"):
        einkommen = einkommen - sonderausgaben
    einkommen = einkommen.als("steuerpflichtiges Jahreseinkommen", "§ 33 EStG", SEITE)
    steuer = tarifsteuer(einkommen, werte)
    absetzbetrag = werte["est_verkehrsabsetzbetrag_jahr"]
    if steuer <= absetzbetrag:
        return null("€/Monat", "Lohnsteuer im Monat")
    return ((steuer - absetzbetrag) / im_jahr).als(
        "Lohnsteuer im Monat", "§ 33 EStG", SEITE
    )


def tarifsteuer(einkommen: Groesse, werte: Werte) -> Groesse:
    """Die Summe der Steuer aus allen Tarifstufen, die das Einkommen erreicht (§ 33 Abs. 1 EStG)."""
    teile = list(_tarifteile(einkommen, werte))
    if not teile:
        return null("€/Jahr", "Steuer nach Tarif")
    return summe(teile, "€/Jahr").als("Steuer nach Tarif", "§ 33 Abs. 1 EStG", SEITE)


def _tarifteile(einkommen: Groesse, werte: Werte) -> Iterator[Groesse]:
    grenzen = [
        werte.falls_vorhanden(f"est_stufe_{nummer}_ab_jahr") for nummer in _STUFEN
    ]
    for nummer, ab, bis in zip(_STUFEN, grenzen, [*grenzen[1:], None], strict=True):
        if ab is None or einkommen <= ab:
            return
        oben = bis if bis is not None and bis < einkommen else einkommen
        yield (oben - ab) * werte[f"est_stufe_{nummer}_satz"]


def nettosonderzahlung(sonderzahlung: Groesse, werte: Werte) -> Groesse:
    """Die Sonderzahlung im Monat nach Sozialversicherung (ohne Umlagen) und fester Steuer."""
    satz = summe((werte[s] for s in _SOZIALVERSICHERUNG), "%")
    beitrag = (sonderzahlung * satz).als(
        "Sozialversicherung von der Sonderzahlung", NORM, SEITE
    )
    steuer = steuer_auf_sonderzahlung(sonderzahlung, sonderzahlung - beitrag, werte)
    return (sonderzahlung - beitrag - steuer).als(
        "Netto der Sonderzahlung", NORM, SEITE
    )


def steuer_auf_sonderzahlung(brutto: Groesse, netto: Groesse, werte: Werte) -> Groesse:
    """Keine Steuer bis zur Freigrenze, darüber der feste Satz nach dem Freibetrag (§ 67 Abs. 1 EStG)."""
    im_jahr = werte["zeit_monate_pro_jahr"]
    if brutto * im_jahr <= werte["est_sonderzahlung_freigrenze_jahr"]:
        return null("€/Monat", "Steuer auf die Sonderzahlung")
    ueber_freibetrag = netto * im_jahr - werte["est_sonderzahlung_freibetrag_jahr"]
    steuer = werte["est_sonderzahlung_satz"] * ueber_freibetrag / im_jahr
    return steuer.als("Steuer auf die Sonderzahlung", "§ 67 Abs. 1 EStG", SEITE)


def tagesnetto(netto_im_monat: Groesse, werte: Werte) -> Groesse:
    """Das tägliche Netto: Monatsnetto mal zwölf durch 365, nach dem Cent abgeschnitten."""
    im_tag = (
        netto_im_monat * werte["zeit_monate_pro_jahr"] / werte["zeit_tage_pro_jahr"]
    )
    return im_tag.abgeschnitten().als("Tagesnetto", NORM, SEITE)
