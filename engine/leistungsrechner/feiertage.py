"""Feiertage: die gesetzlichen Feiertage in Österreich und der nächste Tag, an dem Ämter offen haben."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from .zeit import TAG

_FEST = (
    (1, 1), (1, 6), (5, 1), (8, 15), (10, 26), (11, 1), (12, 8), (12, 25), (12, 26),
)  # fmt: skip
# Ostermontag, Christi Himmelfahrt, Pfingstmontag, Fronleichnam: Tage nach dem Ostersonntag
_NACH_OSTERN = (1, 39, 50, 60)
_SAMSTAG = 5


def ostersonntag(jahr: int) -> date:
    """Der Ostersonntag eines Jahres im gregorianischen Kalender."""
    mondjahr = jahr % 19
    jahrhundert, rest = divmod(jahr, 100)
    schalt = (jahrhundert - (jahrhundert + 8) // 25 + 1) // 3
    vollmond = (19 * mondjahr + jahrhundert - jahrhundert // 4 - schalt + 15) % 30
    wochentag = (32 + 2 * (jahrhundert % 4) + 2 * (rest // 4) - vollmond - rest % 4) % 7
    spaet = (mondjahr + 11 * vollmond + 22 * wochentag) // 451
    monat, tag = divmod(vollmond + wochentag - 7 * spaet + 114, 31)
    return date(jahr, monat, tag + 1)


@lru_cache(maxsize=64)
def feiertage(jahr: int) -> frozenset[date]:
    """Alle gesetzlichen Feiertage eines Jahres (§ 7 Abs. 2 ARG); der Karfreitag ist seit 2019 keiner."""
    ostern = ostersonntag(jahr)
    fest = {date(jahr, monat, tag) for monat, tag in _FEST}
    return frozenset(fest | {ostern + timedelta(days=n) for n in _NACH_OSTERN})


def ist_arbeitstag(tag: date) -> bool:
    """Ob der Tag weder Samstag noch Sonntag noch Feiertag ist."""
    return tag.weekday() < _SAMSTAG and tag not in feiertage(tag.year)


def erster_arbeitstag(ab: date) -> date:
    """Der erste Arbeitstag an oder nach diesem Tag."""
    while not ist_arbeitstag(ab):
        ab += TAG
    return ab
