"""Arbeitslosengeld: für wen es einen Familienzuschlag gibt (§ 20 Abs. 2 und 3 AlVG)."""

from __future__ import annotations

from ...angaben import Angaben
from ...ergebnis import Hinweis


def zuschlagspersonen(angaben: Angaben) -> tuple[int, list[Hinweis]]:
    """Die Personen mit Familienzuschlag; Partner:in nur neben einem minderjährigen oder behinderten Kind (§ 20 Abs. 3)."""
    kinder: int = angaben["kinder"]
    mit_kind = angaben["kind_minderjaehrig_oder_behindert"]
    if not angaben["partner_zuschlag"]:
        return kinder, []
    if kinder and mit_kind is not False:
        return kinder + 1, []
    grund = (
        "Für Partner:innen gibt es einen Familienzuschlag nur, wenn er Ihnen auch für mindestens ein "
        "minderjähriges Kind oder ein Kind mit erhöhter Familienbeihilfe zusteht."
    )
    return kinder, [
        Hinweis("achtung", grund, "ratgeber/familie/familienzuschlag/#partner")
    ]
