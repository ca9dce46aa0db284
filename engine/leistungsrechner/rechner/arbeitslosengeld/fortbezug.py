"""Arbeitslosengeld: der Rest eines früheren Anspruchs (§ 19 AlVG)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...angaben import Angaben
from ...werte import Werte
from ...zeit import plus_jahre

NORM = "§ 19 Abs. 1 AlVG"
SEITE = "ratgeber/arbeitslosengeld/unterbrechung/#fortbezug"


@dataclass(frozen=True)
class Fortbezug:
    """Die restlichen Tage und ob sie noch zu haben sind; rechtzeitig None heißt unbekannt."""

    tage: int
    frist: date | None
    rechtzeitig: bool | None


def fortbezug(angaben: Angaben, werte: Werte) -> Fortbezug | None:
    """Der Restanspruch, wenn einer angegeben ist; zu haben bis fünf Jahre nach dem letzten bezahlten Tag."""
    if not angaben.gegeben("restanspruch_tage") or not angaben["restanspruch_tage"]:
        return None
    tage: int = angaben["restanspruch_tage"]
    if not angaben.gegeben("letzter_bezug"):
        return Fortbezug(tage, None, None)
    frist = plus_jahre(
        angaben["letzter_bezug"], werte.anzahl("anspruch_fortbezug_jahre")
    )
    return Fortbezug(tage, frist, angaben["stichtag"] <= frist)
