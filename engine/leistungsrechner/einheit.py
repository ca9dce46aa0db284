"""Einheiten: was man addieren darf und was beim Malnehmen und Teilen herauskommt."""

from __future__ import annotations

from functools import cache

_EINZAHL = {
    "Tage": "Tag",
    "Wochen": "Woche",
    "Monate": "Monat",
    "Jahre": "Jahr",
    "Stunden": "Stunde",
}
# Anzahlen und Verhältnisse: Sie ändern die Einheit nicht, mit der sie malgenommen werden.
OHNE_DIMENSION = ("", "%", "Anzahl", "Faktor", "Jahreszahl", "Personen", "Teile")
BEKANNT = (
    "€", "€/Tag", "€/Woche", "€/Monat", "€/Jahr", "€/Stunde",
    "%", "Tage", "Wochen", "Monate", "Jahre", "Stunden", "Stunden/Woche",
    "Tage/Monat", "Tage/Jahr", "Tage/Woche", "Monate/Jahr",
    "Anzahl", "Faktor", "Jahreszahl", "Teile",
)  # fmt: skip


@cache
def dimension(einheit: str) -> tuple[tuple[str, int], ...]:
    """Die Einheit als sortierte Potenzen ihrer Grundgrößen, zum Beispiel €/Tag als € hoch 1, Tag hoch −1."""
    if einheit in OHNE_DIMENSION:
        return ()
    potenzen: dict[str, int] = {}
    for stelle, teil in enumerate(einheit.split("/")):
        grund = _EINZAHL.get(teil, teil)
        potenzen[grund] = potenzen.get(grund, 0) + (
            1 if stelle == 0 and grund != "1" else -1
        )
    potenzen.pop("1", None)
    return _geordnet(potenzen)


def _geordnet(potenzen: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((name, hoch) for name, hoch in potenzen.items() if hoch))


def _name(potenzen: tuple[tuple[str, int], ...]) -> str:
    oben = [name for name, hoch in potenzen for _ in range(hoch)]
    unten = [name for name, hoch in potenzen for _ in range(-hoch)]
    mehrzahl = {einzahl: viele for viele, einzahl in _EINZAHL.items()}
    zaehler = "·".join(mehrzahl.get(name, name) for name in oben)
    return "/".join([zaehler or "1", *unten]) if unten else zaehler


@cache
def mal(links: str, rechts: str, vorzeichen: int = 1) -> str:
    """Die Einheit eines Produkts (vorzeichen 1) oder Quotienten (vorzeichen −1)."""
    if not dimension(rechts):
        return "" if links in OHNE_DIMENSION else links
    potenzen = dict(dimension(links))
    for grund, hoch in dimension(rechts):
        potenzen[grund] = potenzen.get(grund, 0) + vorzeichen * hoch
    return _name(_geordnet(potenzen))


def durch(links: str, rechts: str) -> str:
    """Die Einheit eines Quotienten."""
    return mal(links, rechts, -1)


def gleich(links: str, rechts: str) -> bool:
    """Ob zwei Größen dieser Einheiten addiert und verglichen werden dürfen."""
    return dimension(links) == dimension(rechts)
