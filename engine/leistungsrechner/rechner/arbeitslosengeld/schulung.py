"""Arbeitslosengeld: der Zuschlag während eines Kurses des AMS (§ 20 Abs. 6 AlVG)."""

from __future__ import annotations

from ...groesse import Groesse
from ...werte import Werte

NORM = "§ 20 Abs. 6 AlVG"
SEITE = "ratgeber/arbeitslosengeld/hoehe/#schulungszuschlag"


def schulungszuschlag(
    tage: int, tagsatz: Groesse | None, werte: Werte
) -> Groesse | None:
    """Einfach, ab 120 Tagen dreifach, über 365 Tagen fünffach; None ohne Kurs oder wenn der Tagsatz dafür fehlt.

    Die Grenze für Arbeitslosengeld und Zuschlag zusammen kürzt höchstens bis zum dreifachen.
    """
    if not tage:
        return None
    if tage < werte.anzahl("alg_schulung_dreifach_ab_tage"):
        return werte["alg_zusatzbetrag_tag"].als("Schulungszuschlag", NORM, SEITE)
    dreifach = werte["foerderung_schulungszuschlag_dreifach_tag"]
    if tage <= werte.anzahl("alg_schulung_fuenffach_ueber_tage"):
        return dreifach.als("Schulungszuschlag", NORM, SEITE)
    if tagsatz is None:
        return None
    return _bis_zur_grenze(tagsatz, dreifach, werte).als(
        "Schulungszuschlag", NORM, SEITE
    )


def _bis_zur_grenze(tagsatz: Groesse, dreifach: Groesse, werte: Werte) -> Groesse:
    fuenffach = werte["foerderung_schulungszuschlag_fuenffach_tag"]
    grenze = werte["foerderung_schulungszuschlag_deckel_tag"]
    if tagsatz + fuenffach <= grenze:
        return fuenffach
    if tagsatz + dreifach >= grenze:
        return dreifach
    return grenze - tagsatz
