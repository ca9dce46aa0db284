"""Arbeitslosengeld: die Rahmenfrist und ihre Verlängerung (§§ 14, 15 AlVG)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...tage import Spanne, Tage
from ...werte import Werte
from ...zeit import TAG, plus_monate
from .zeiten import Verlauf, Wirkung

NORM = "§ 15 AlVG"
SEITE = "ratgeber/arbeitslosengeld/rahmenfrist/"


@dataclass(frozen=True)
class Rahmenfrist:
    """Der Zeitraum, der zählt, und die Tage darin: gezählt oder verlängernd, keiner beides."""

    grundfrist_von: date
    von: date
    bis: date
    gezaehlt: Tage
    verlaengernd: Tage
    bedingte_zaehlen: bool

    @property
    def tage(self) -> int:
        """Die versicherten Tage in der Rahmenfrist."""
        return len(self.gezaehlt)


def rahmenfrist(
    verlauf: Verlauf, stichtag: date, monate: int, werte: Werte
) -> Rahmenfrist:
    """Die Rahmenfrist; Dienste und Kinderbetreuungsgeld zählen neben 14 anderen Wochen, sonst verlängern sie."""
    frist = _rahmenfrist(verlauf, stichtag, monate, True, werte)
    andere = frist.gezaehlt & verlauf.sicher
    noetig = werte.anzahl("anspruch_mitgezaehlt_ab_wochen")
    if len(andere) >= noetig * werte.anzahl("zeit_tage_pro_woche"):
        return frist
    return _rahmenfrist(verlauf, stichtag, monate, False, werte)


def _rahmenfrist(
    verlauf: Verlauf, stichtag: date, monate: int, bedingte_zaehlen: bool, werte: Werte
) -> Rahmenfrist:
    zaehlend, unbegrenzt, begrenzt = _aufgeteilt(verlauf, bedingte_zaehlen)
    grund_von, bis = plus_monate(stichtag, -monate), stichtag - TAG
    von, verlaengernd = _zurueck(
        grund_von, bis, unbegrenzt, begrenzt, werte.anzahl("alg_erstreckung_tage")
    )
    gezaehlt = zaehlend & Tage.von_bis(von, bis)
    return Rahmenfrist(grund_von, von, bis, gezaehlt, verlaengernd, bedingte_zaehlen)


def _aufgeteilt(verlauf: Verlauf, bedingte_zaehlen: bool) -> tuple[Tage, Tage, Tage]:
    """Die Tage, die zählen, ohne Grenze und begrenzt verlängern; jeder Tag nur in der ersten Gruppe, die passt."""
    zaehlend = verlauf.sicher
    unbegrenzt = verlauf.mit(Wirkung.UNBEGRENZT)
    begrenzt = verlauf.mit(Wirkung.BEGRENZT)
    if bedingte_zaehlen:
        zaehlend |= verlauf.bedingt
    else:
        unbegrenzt |= verlauf.mit(Wirkung.KINDERBETREUUNG)
        begrenzt |= verlauf.mit(Wirkung.DIENST)
    unbegrenzt -= zaehlend
    return zaehlend, unbegrenzt, begrenzt - zaehlend - unbegrenzt


def _zurueck(
    grund_von: date, bis: date, unbegrenzt: Tage, begrenzt: Tage, hoechstens: int
) -> tuple[date, Tage]:
    """Geht vom Antrag zurück: Tage mit einem Grund kosten nichts, bis die Grundfrist verbraucht ist.

    Begrenzte Gründe sparen zusammen höchstens so viele Tage; die jüngsten zuerst.
    """
    offen, tag = bis.toordinal() - grund_von.toordinal() + 1, bis.toordinal()
    genutzt: list[Spanne] = []
    gruende = [(s, False) for s in unbegrenzt.spannen]
    gruende += [(s, True) for s in begrenzt.spannen]
    for (anfang, ende), ist_begrenzt in sorted(gruende, reverse=True):
        if tag - ende >= offen:
            break
        offen -= tag - ende
        erster = max(anfang, ende - hoechstens + 1) if ist_begrenzt else anfang
        if erster <= ende:
            genutzt.append((erster, ende))
            hoechstens -= ende - erster + 1 if ist_begrenzt else 0
        ohne_grund = erster - anfang
        tag = erster - 1
        if ohne_grund >= offen:
            break
        offen -= ohne_grund
        tag = anfang - 1
    return date.fromordinal(tag - offen + 1), Tage.aus_spannen(genutzt)
