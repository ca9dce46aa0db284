"""Schwelle: sucht auf den Cent, ab wo eine Antwort umschlägt."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from .groesse import CENT


def groesster_betrag(
    hoechstens: Decimal, gilt: Callable[[Decimal], bool]
) -> Decimal | None:
    """Der größte Betrag von 0 bis hoechstens, für den die Bedingung gilt, oder None.

    Die Bedingung muss für alle kleineren Beträge gelten, sobald sie für einen gilt.
    """
    unten, oben = 0, int(hoechstens / CENT)
    if not gilt(Decimal(0)):
        return None
    while unten < oben:
        mitte = (unten + oben + 1) // 2
        if gilt(mitte * CENT):
            unten = mitte
        else:
            oben = mitte - 1
    return unten * CENT
