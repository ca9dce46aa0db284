"""Notstandshilfe: Höhe und Obergrenzen (§ 36 AlVG)."""

from __future__ import annotations

from dataclasses import dataclass

from ...groesse import Groesse
from ...werte import Werte
from ..arbeitslosengeld import hoehe as alg

SEITE = "ratgeber/notstandshilfe/hoehe/"


@dataclass(frozen=True)
class Satz:
    """Notstandshilfe eines Tages vor Deckel und Anrechnung: Prozentsatz, Betrag, Familienzuschlag."""

    prozent: Groesse
    betrag: Groesse
    familienzuschlag: Groesse


def satz(grund: Groesse, tagesnetto: Groesse, personen: int, werte: Werte) -> Satz:
    """95 % bei einem Grundbetrag bis zum Richtsatz, sonst 92 %; dazu die Familienzuschläge bis zur Obergrenze."""
    obergrenze = grenze(tagesnetto, personen, werte)
    if grund <= alg.richtsatz_tag(werte):
        prozent = werte["nh_satz_niedrig"]
        betrag = _vom_aufgestockten(grund, tagesnetto, personen, prozent, werte)
    else:
        prozent = werte["nh_satz_hoch"]
        betrag = _vom_grundbetrag(grund, prozent, werte)
    if obergrenze < betrag:
        betrag = betrag.hoechstens(obergrenze)
    betrag = betrag.als(
        "Notstandshilfe ohne Zuschläge", "§ 36 Abs. 1 AlVG", SEITE + "#satz"
    )
    zuschlag = alg.zuschlag_bis(
        obergrenze, betrag, personen, werte, SEITE + "#familienzuschlag"
    )
    return Satz(prozent, betrag, zuschlag)


def _vom_aufgestockten(
    grund: Groesse, tagesnetto: Groesse, personen: int, prozent: Groesse, werte: Werte
) -> Groesse:
    """95 % von Grundbetrag und Ergänzungsbetrag, wie ihn das Arbeitslosengeld hatte."""
    zuschlag = alg.familienzuschlag(personen, tagesnetto, grund, werte)
    obergrenze = alg.grenze(tagesnetto, personen, werte)
    ergaenzung = alg.ergaenzungsbetrag(grund, zuschlag, obergrenze, werte)
    grundlage = grund + ergaenzung if ergaenzung else grund
    return (grundlage * prozent).auf_cent()


def _vom_grundbetrag(grund: Groesse, prozent: Groesse, werte: Werte) -> Groesse:
    """92 % vom Grundbetrag, aber nicht weniger als 95 % des Richtsatzes."""
    betrag = (grund * prozent).auf_cent()
    satz = werte["nh_satz_niedrig"]
    boden = (alg.richtsatz_tag(werte) * satz).auf_cent()
    if betrag >= boden:
        return betrag
    return betrag.mindestens(
        boden.als(
            f"Untergrenze {satz.anzeige} des Richtsatzes",
            "§ 36 Abs. 1 AlVG",
            SEITE + "#mindestens",
        )
    )


def grenze(tagesnetto: Groesse, personen: int, werte: Werte) -> Groesse:
    """Die Obergrenze: 60 % des Tagesnettos, mit Familienzuschlag 80 %."""
    mit = "mit" if personen else "ohne"
    prozent = werte[f"nh_grenze_{mit}_familienzuschlag_satz"]
    betrag = (tagesnetto * prozent).auf_cent()
    return betrag.als(
        f"Obergrenze {prozent.anzeige}", "§ 36 Abs. 1 AlVG", SEITE + "#grenzen"
    )
