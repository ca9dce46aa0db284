"""Zeit: Monate, Jahre und Wochen auf Kalendertage legen."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

TAG = timedelta(days=1)


def plus_monate(tag: date, monate: int) -> date:
    """Derselbe Tag so viele Monate später (oder früher); gibt es ihn nicht, der letzte des Monats."""
    stelle = tag.year * 12 + tag.month - 1 + monate
    jahr, monat = stelle // 12, stelle % 12 + 1
    return date(jahr, monat, min(tag.day, monthrange(jahr, monat)[1]))


def plus_jahre(tag: date, jahre: int) -> date:
    """Derselbe Tag so viele Jahre später (oder früher)."""
    return plus_monate(tag, jahre * 12)


def alter(geburtsdatum: date, am: date) -> int:
    """Vollendete Lebensjahre; wer am 29. Februar geboren ist, vollendet sie sonst am 1. März."""
    hatte_geburtstag = (am.month, am.day) >= (geburtsdatum.month, geburtsdatum.day)
    return am.year - geburtsdatum.year - (0 if hatte_geburtstag else 1)


def geburtstag(geburtsdatum: date, jahre: int) -> date:
    """Der Tag, an dem jemand so viele Jahre vollendet."""
    jahr = geburtsdatum.year + jahre
    try:
        return geburtsdatum.replace(year=jahr)
    except ValueError:
        return date(jahr, 3, 1)
