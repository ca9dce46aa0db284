"""Arbeitslosengeld: was jede Zeit vor dem Antrag für die Anwartschaft bedeutet (§§ 14, 15 AlVG)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cached_property

from ...tage import Tage
from ...werte import Werte
from ...zeit import TAG, plus_monate
from . import zeitarten as art


class Wirkung(Enum):
    """Was eine Zeit bewirkt."""

    ZAEHLT = "zaehlt"
    DIENST = "zaehlt_oder_verlaengert_begrenzt"
    KINDERBETREUUNG = "zaehlt_oder_verlaengert_unbegrenzt"
    UNBEGRENZT = "verlaengert_unbegrenzt"
    BEGRENZT = "verlaengert_begrenzt"
    KEINE = "keine"


BEDINGT = (Wirkung.DIENST, Wirkung.KINDERBETREUUNG)


@dataclass(frozen=True, order=True)
class Zeit:
    """Eine angegebene Zeit, beide Tage eingeschlossen; betrag null heißt: nicht angegeben."""

    von: date
    bis: date
    art: str
    betrag: Decimal = Decimal(0)
    grenzgaenger: bool = False

    @property
    def tage(self) -> Tage:
        """Ihre Kalendertage."""
        return Tage.von_bis(self.von, self.bis)


@dataclass(frozen=True)
class Stueck:
    """Ein Teil einer Zeit mit derselben Wirkung und dem Grund dafür."""

    zeit: Zeit
    tage: Tage
    wirkung: Wirkung
    grund: str


@dataclass(frozen=True)
class Verlauf:
    """Alle Zeiten vor einem Tag, jede mit ihrer Wirkung."""

    stuecke: Sequence[Stueck]

    def mit(self, *wirkungen: Wirkung) -> Tage:
        """Alle Tage, die eine dieser Wirkungen haben."""
        return Tage.vereinigt(s.tage for s in self.stuecke if s.wirkung in wirkungen)

    @cached_property
    def sicher(self) -> Tage:
        """Tage, die ohne weitere Bedingung zählen."""
        return self.mit(Wirkung.ZAEHLT)

    @cached_property
    def bedingt(self) -> Tage:
        """Tage, die nur neben genug anderen Zeiten zählen."""
        return self.mit(*BEDINGT)

    @cached_property
    def fuer_die_dauer(self) -> Tage:
        """Tage, die für die Bezugsdauer zählen: dieselben ohne die Bedingung der 14 Wochen (§ 18 Abs. 3)."""
        return self.sicher | self.bedingt


def lies_zeiten(roh: Iterable[dict[str, object]]) -> list[Zeit]:
    """Die angegebenen Zeiten, nach dem Tag geordnet."""
    return sorted(Zeit(**eintrag) for eintrag in roh)  # type: ignore[arg-type]


def verlauf(zeiten: Sequence[Zeit], vor: date, werte: Werte) -> Verlauf:
    """Die Wirkung jeder Zeit, soweit sie vor dem Tag des Antrags liegt."""
    gestutzt = [
        Zeit(z.von, min(z.bis, vor - TAG), z.art, z.betrag, z.grenzgaenger)
        for z in zeiten
        if z.von < vor
    ]
    kleine = mehrere_kleine_stellen(gestutzt, werte)
    arbeit = Tage.vereinigt([*_tage(gestutzt, art.ARBEIT), kleine])
    inland = Tage.vereinigt([arbeit, *_tage(gestutzt, art.ZAEHLT)])
    ausland = [z for z in gestutzt if _ausland_zaehlt(z, inland)]
    aus_arbeit = Tage.vereinigt(
        [arbeit, *_tage(gestutzt, art.NACHLAUF), *(z.tage for z in ausland)]
    )
    kasse = _aus_der_arbeit(gestutzt, aus_arbeit)
    versichert = Tage.vereinigt([inland, *kasse.values(), *(z.tage for z in ausland)])
    lage = _Lage(kleine, kasse, inland, versichert, werte)
    return Verlauf([stueck for zeit in gestutzt for stueck in lage.stuecke(zeit)])


@dataclass(frozen=True)
class _Lage:
    """Was man von den anderen Zeiten wissen muss, um eine zu beurteilen."""

    kleine: Tage
    kasse: Mapping[str, Tage]
    inland: Tage
    versichert: Tage
    werte: Werte

    def stuecke(self, zeit: Zeit) -> Iterator[Stueck]:
        """Die Zeit, wo nötig in Teile verschiedener Wirkung zerlegt."""
        if zeit.art == art.GERINGFUEGIG:
            yield from self._geringfuegig(zeit)
            return
        wirkung, grund = self._wirkung(zeit)
        yield Stueck(zeit, zeit.tage, wirkung, grund)

    def _geringfuegig(self, zeit: Zeit) -> Iterator[Stueck]:
        """Geringfügige Arbeit verlängert; mit anderen zusammen über der Grenze zählt sie."""
        zaehlt = zeit.tage & self.kleine if zeit.betrag else Tage()
        if zaehlt:
            grund = "Mehrere geringfügige Stellen zusammen über der Grenze zählen."
            yield Stueck(zeit, zaehlt, Wirkung.ZAEHLT, grund)
        if rest := zeit.tage - zaehlt:
            yield Stueck(zeit, rest, Wirkung.BEGRENZT, _GRUND[Wirkung.BEGRENZT])

    def _wirkung(self, zeit: Zeit) -> tuple[Wirkung, str]:
        if zeit.art == art.AUSLANDSARBEIT:
            if _ausland_zaehlt(zeit, self.inland):
                return Wirkung.ZAEHLT, _GRUND[Wirkung.ZAEHLT]
            return Wirkung.KEINE, "Danach fehlt ein versicherter Tag in Österreich."
        if zeit.art in art.LEISTUNG_DER_KASSE:
            if zeit.von in self.kasse[zeit.art]:
                grund = "Zählt, weil sie aus einer versicherten Arbeit kommt."
                return Wirkung.ZAEHLT, grund
            return Wirkung.UNBEGRENZT, _GRUND[Wirkung.UNBEGRENZT]
        if zeit.art == art.SELBSTSTAENDIG:
            wirkung = self._selbststaendig(zeit)
        else:
            wirkung = _FEST[zeit.art]
        return wirkung, _GRUND[wirkung]

    def _selbststaendig(self, zeit: Zeit) -> Wirkung:
        """Ohne Grenze nach fünf versicherten Jahren davor, sonst innerhalb der fünf Jahre (§ 15 AlVG)."""
        davor = self.versichert & Tage.von_bis(date.min, zeit.von - TAG)
        genug = len(davor) >= self.werte.anzahl(
            "alg_vorversicherung_selbststaendig_tage"
        )
        return Wirkung.UNBEGRENZT if genug else Wirkung.BEGRENZT


_GRUND = {
    Wirkung.ZAEHLT: "Zählt als versicherte Zeit.",
    Wirkung.DIENST: "Zählt neben genug anderen Wochen, sonst verlängert sie.",
    Wirkung.KINDERBETREUUNG: "Zählt neben genug anderen Wochen, sonst verlängert sie.",
    Wirkung.UNBEGRENZT: "Verlängert die Rahmenfrist ohne Grenze.",
    Wirkung.BEGRENZT: "Verlängert die Rahmenfrist innerhalb der fünf Jahre.",
}
_FEST = {
    **dict.fromkeys(art.ZAEHLT, Wirkung.ZAEHLT),
    **dict.fromkeys(art.DIENSTE, Wirkung.DIENST),
    **dict.fromkeys(art.KINDERBETREUUNG, Wirkung.KINDERBETREUUNG),
    **dict.fromkeys(art.UNBEGRENZT, Wirkung.UNBEGRENZT),
    **dict.fromkeys(art.BEGRENZT, Wirkung.BEGRENZT),
}


def mehrere_kleine_stellen(zeiten: Sequence[Zeit], werte: Werte) -> Tage:
    """Tage, an denen mehrere geringfügige Stellen zusammen über der Grenze liegen (seit 1.4.2024).

    Gezählt wird in Abschnitten, in denen sich weder eine Stelle noch der Monat ändert.
    """
    stellen = [z for z in zeiten if z.art == art.GERINGFUEGIG and z.betrag]
    zugleich = _mehrfach(stellen)
    return Tage.vereinigt(
        Tage.von_bis(von, bis)
        for von, bis in _abschnitte(zugleich, stellen)
        if _zusammen_versichert(von, stellen, werte.am(von))
    )


def _zusammen_versichert(tag: date, stellen: Sequence[Zeit], werte: Werte) -> bool:
    noetig = werte.falls_vorhanden("alg_kleine_stellen_anzahl")
    betraege = [z.betrag for z in stellen if z.von <= tag <= z.bis]
    if noetig is None or len(betraege) < noetig.wert:
        return False
    return sum(betraege) > werte["geringfuegigkeitsgrenze_monat"].wert


def _mehrfach(stellen: Sequence[Zeit]) -> Tage:
    """Die Tage, an denen mindestens zwei Stellen nebeneinander laufen."""
    doppelt, bisher = Tage(), Tage()
    for stelle in stellen:
        doppelt |= stelle.tage & bisher
        bisher |= stelle.tage
    return doppelt


def _abschnitte(tage: Tage, stellen: Sequence[Zeit]) -> Iterator[tuple[date, date]]:
    schnitte = {z.von for z in stellen} | {z.bis + TAG for z in stellen}
    for von, bis in tage:
        innen = {s for s in schnitte if von < s <= bis}
        beginne = sorted({von} | innen | set(_monatserste(von, bis)))
        for beginn, naechster in zip(beginne, [*beginne[1:], bis + TAG], strict=True):
            yield beginn, naechster - TAG


def _monatserste(von: date, bis: date) -> Iterator[date]:
    erster = plus_monate(von.replace(day=1), 1)
    while erster <= bis:
        yield erster
        erster = plus_monate(erster, 1)


def _tage(zeiten: Sequence[Zeit], arten: frozenset[str]) -> Iterator[Tage]:
    return (z.tage for z in zeiten if z.art in arten)


def _ausland_zaehlt(zeit: Zeit, inland: Tage) -> bool:
    """Arbeit in EU, EWR, Schweiz zählt mit einem späteren versicherten Tag im Inland oder bei Grenzgänger:innen."""
    if zeit.art != art.AUSLANDSARBEIT:
        return False
    letzter = inland.letzter
    return zeit.grenzgaenger or (letzter is not None and letzter > zeit.bis)


def _aus_der_arbeit(zeiten: Sequence[Zeit], arbeit: Tage) -> dict[str, Tage]:
    """Kranken- und Wochengeld, das während oder am Tag nach einer versicherten Arbeit beginnt."""
    return {
        leistung: _fortgesetzt([z for z in zeiten if z.art == leistung], arbeit)
        for leistung in art.LEISTUNG_DER_KASSE
    }


def _fortgesetzt(zeiten: Sequence[Zeit], arbeit: Tage) -> Tage:
    """Die Zeiten, die während oder am Tag nach der Arbeit beginnen oder eine solche Zeit lückenlos fortsetzen."""
    zaehlt = Tage()
    for zeit in zeiten:
        if any(tag in zaehlt or tag in arbeit for tag in (zeit.von, zeit.von - TAG)):
            zaehlt |= zeit.tage
    return zaehlt
