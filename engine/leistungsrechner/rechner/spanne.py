"""Spanne: die Antwort für jeden Betrag zwischen zwei Enden; wo sie umschlägt, auf den Cent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import ModuleType

from ..angaben import Angaben
from ..anzeige import in_worten
from ..ergebnis import Antwort, Kernaussage
from ..groesse import CENT, Groesse
from ..werte import Werte
from .vergleich import HAUPTWERT

Json = dict[str, object]
Zahl = Callable[[int], Decimal]


@dataclass
class _Stellen:
    """Die Antworten an den Stellen, nach denen schon gefragt wurde; eine Stelle ist ein Betrag in Cent."""

    rechner: str
    werk: ModuleType
    angaben: Angaben
    feld: str
    werte: Werte

    def __post_init__(self) -> None:
        self.antworten: dict[int, Antwort] = {}

    def antwort(self, cent: int) -> Antwort:
        """Was bei diesem Betrag herauskommt."""
        if cent not in self.antworten:
            hier = {**self.angaben.werte, self.feld: cent * CENT}
            self.antworten[cent] = self.werk.berechne(
                replace(self.angaben, werte=hier), self.werte
            )
        return self.antworten[cent]

    def lage(self, cent: int) -> object:
        """Was die Antwort sagt, ohne ihre Zahlen: Satz, Bedingungen und welche Leistung zusteht."""
        antwort = self.antwort(cent)
        leistungen = antwort.zusatz.get("leistungen")
        return (
            antwort.art,
            antwort.kern.satz if antwort.kern else "",
            [(v.name, v.erfuellt) for v in antwort.voraussetzungen],
            [(teil["titel"], teil["art"]) for teil in leistungen]
            if isinstance(leistungen, list)
            else [],
        )

    def zahl(self, cent: int) -> Decimal:
        """Die Zahl, um die es geht; ohne eine null."""
        werte = self.antwort(cent).werte
        name = next((n for n in HAUPTWERT[self.rechner] if n in werte), "")
        wert = werte.get(name)
        if isinstance(wert, Groesse):
            return wert.wert
        return Decimal(wert) if isinstance(wert, int) else Decimal(0)


def spanne(
    rechner: str,
    werk: ModuleType,
    angaben: Angaben,
    feld: str,
    bis: Decimal,
    werte: Werte,
    rumpf: Json,
) -> Json:
    """Die Abschnitte zwischen zwei Beträgen, in denen die Antwort dasselbe sagt, mit den Zahlen in jedem."""
    stellen = _Stellen(rechner, werk, angaben, feld, werte)
    links, rechts = sorted(int(Decimal(b) / CENT) for b in (angaben[feld], bis))
    teile = werte.anzahl("spanne_punkte")
    for n in range(teile + 1):
        stellen.antwort(links + (rechts - links) * n // teile)
    for eine, naechste in _paare(sorted(stellen.antworten)):
        _finde_umschlaege(stellen, eine, naechste)
    abschnitte = list(_abschnitte(stellen))
    for abschnitt in abschnitte:
        _finde_spitzen(stellen, abschnitt)
    alle = sorted(stellen.antworten)
    return {
        "feld": feld,
        "abschnitte": [
            _als_json(stellen, [s for s in alle if a[0] <= s <= a[-1]], rumpf)
            for a in abschnitte
        ],
    }


def _paare(stellen: Sequence[int]) -> Iterator[tuple[int, int]]:
    return zip(stellen, stellen[1:], strict=False)


def _finde_umschlaege(stellen: _Stellen, links: int, rechts: int) -> None:
    """Fragt zwischen zwei Stellen so lange nach, bis jeder gefundene Umschlag auf den Cent feststeht."""
    if rechts - links <= 1 or stellen.lage(links) == stellen.lage(rechts):
        return
    mitte = links + (rechts - links >> 1)
    stellen.antwort(mitte)
    _finde_umschlaege(stellen, links, mitte)
    _finde_umschlaege(stellen, mitte, rechts)


def _abschnitte(stellen: _Stellen) -> Iterator[list[int]]:
    """Die Stellen, nach Lagen in Gruppen."""
    gruppe: list[int] = []
    for stelle in sorted(stellen.antworten):
        if gruppe and stellen.lage(gruppe[-1]) != stellen.lage(stelle):
            yield gruppe
            gruppe = []
        gruppe.append(stelle)
    yield gruppe


def _finde_spitzen(stellen: _Stellen, abschnitt: Sequence[int]) -> None:
    """Sucht neben der größten und der kleinsten Zahl weiter: Dort kann ein Sprung eine noch größere verdecken."""

    def gespiegelt(cent: int) -> Decimal:
        return -stellen.zahl(cent)

    for zahl in (stellen.zahl, gespiegelt):
        spitze = max(abschnitt, key=zahl)
        for links, rechts in _paare(abschnitt):
            if spitze in (links, rechts):
                _zum_sprung(zahl, links, rechts)


def _zum_sprung(zahl: Zahl, links: int, rechts: int) -> None:
    """Halbiert bis auf den Cent, immer zu der Hälfte hin, die weniger steigt: Dort fällt die Zahl, wenn sie irgendwo fällt."""
    while rechts - links > 1:
        mitte = links + (rechts - links >> 1)
        erste = (zahl(mitte) - zahl(links)) / (mitte - links)
        zweite = (zahl(rechts) - zahl(mitte)) / (rechts - mitte)
        links, rechts = (links, mitte) if erste < zweite else (mitte, rechts)


def _als_json(stellen: _Stellen, abschnitt: Sequence[int], rumpf: Json) -> Json:
    enden = abschnitt[0], abschnitt[-1]
    kerne = [stellen.antwort(stelle).kern for stelle in abschnitt]
    return {
        "von": in_worten(enden[0] * CENT, "€"),
        "bis": in_worten(enden[1] * CENT, "€"),
        "enden": [{**rumpf, **stellen.antwort(e).als_dict()} for e in enden],
        "kerne": [(kern or Kernaussage("")).als_dict() for kern in kerne],
    }
