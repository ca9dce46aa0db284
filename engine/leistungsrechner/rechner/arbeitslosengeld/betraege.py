"""Arbeitslosengeld: alle Beträge, die sich aus dem Einkommen ergeben (§§ 20, 21 AlVG)."""

from __future__ import annotations

from ...angaben import Angaben
from ...ergebnis import Wert
from ...groesse import Groesse
from ...werte import Werte
from .bemessung import bemessungsgrundlage
from .familie import zuschlagspersonen
from .hoehe import SEITE, fuer_tage, netto_im_monat, tagsatz
from .schulung import schulungszuschlag


def betraege(angaben: Angaben, werte: Werte) -> dict[str, Wert]:
    """Vom Einkommen bis zum Tagsatz; ohne Einkommen nur, was davon nicht abhängt."""
    ergebnis: dict[str, Wert] = {}
    netto = _netto(angaben, ergebnis, werte)
    am_tag = None
    if netto is not None:
        personen, _ = zuschlagspersonen(angaben)
        satz = tagsatz(netto, personen, werte)
        am_tag = satz.tagsatz
        ergebnis |= {
            "netto_monat": netto.auf_cent().als(
                "Netto im Monat", "§ 21 Abs. 3 AlVG", SEITE + "#netto"
            ),
            "tagesnetto": satz.tagesnetto,
            "grundbetrag": satz.grundbetrag,
            "ergaenzungsbetrag": satz.ergaenzungsbetrag,
            "familienzuschlag": satz.familienzuschlag,
            "tagsatz": satz.tagsatz,
            "monat_30": fuer_tage(satz.tagsatz, werte["zeit_tage_pro_monat"]),
            "monat_31": fuer_tage(satz.tagsatz, werte["zeit_tage_langer_monat"]),
        }
    zuschlag = schulungszuschlag(angaben["schulung_tage"], am_tag, werte)
    return ergebnis if zuschlag is None else {**ergebnis, "schulungszuschlag": zuschlag}


def _netto(angaben: Angaben, ergebnis: dict[str, Wert], werte: Werte) -> Groesse | None:
    """Das Netto im Monat, ungerundet: wie angegeben oder aus der Bemessungsgrundlage."""
    if angaben.gegeben("netto_monat"):
        return angaben.groesse("netto_monat", "Nettoeinkommen im Monat")
    grundlage = bemessungsgrundlage(angaben, werte)
    if grundlage is None:
        return None
    ergebnis["bemessungsgrundlage"] = grundlage
    return netto_im_monat(grundlage, werte)
