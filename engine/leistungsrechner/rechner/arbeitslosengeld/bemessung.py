"""Arbeitslosengeld: die Bemessungsgrundlage (§ 21 Abs. 1 und 8 AlVG)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from ...angaben import Angaben
from ...anzeige import monat_jahr
from ...fehler import Angabenfehler, AngabenUnvollstaendig
from ...groesse import Groesse, angabe, summe
from ...werte import Werte
from ...zeit import alter, plus_monate
from .hoehe import (
    SEITE,
    bemessungsgrundlage_aus_brutto,
    gedeckelte_bemessungsgrundlage,
)

NORM = "§ 21 Abs. 1 AlVG"
SCHUTZ = "ratgeber/arbeitslosengeld/neuer-anspruch/#ab-45"


@dataclass(frozen=True)
class Monat:
    """Die Beitragsgrundlage eines Kalendermonats, wie sie im Versicherungsdatenauszug steht."""

    stelle: int
    monat: date
    betrag: Decimal
    voll: bool
    tage: int | None = None
    lehrzeit: bool = False
    krankengeld: bool = False


@dataclass(frozen=True)
class Zeitraum:
    """Der Bemessungszeitraum und die Berichtigungsfrist danach, als Erste ihrer Monate."""

    von: date
    frist_von: date
    frist_bis: date


def zeitraum(stichtag: date, werte: Werte) -> Zeitraum:
    """Die 12 Monate vor der Berichtigungsfrist; diese sind die 12 vor dem Monat des Antrags."""
    antrag = stichtag.replace(day=1)
    frist_von = plus_monate(antrag, -werte.anzahl("alg_berichtigung_monate"))
    von = plus_monate(frist_von, -werte.anzahl("alg_bemessung_monate"))
    return Zeitraum(von, frist_von, antrag)


def lies_monate(roh: Iterable[dict[str, object]]) -> list[Monat]:
    """Die angegebenen Monate, der älteste zuerst; ein Monat mit Tagen gilt ohne andere Angabe als angebrochen."""
    monate = [
        Monat(stelle, **{"voll": eintrag.get("tage") is None, **eintrag})  # type: ignore[arg-type]
        for stelle, eintrag in enumerate(roh)
    ]
    return sorted(monate, key=lambda m: m.monat)


def ausgewaehlte(monate: Sequence[Monat], stichtag: date, werte: Werte) -> list[Monat]:
    """Die Monate, die zählen: volle ohne Krankheit und Lehre, sonst Lehrzeiten, sonst angebrochene."""
    raum = zeitraum(stichtag, werte)
    genug = werte.anzahl("alg_bemessung_mindestmonate")
    nutzbar = [
        m for m in monate if raum.von <= m.monat < raum.frist_bis and not m.krankengeld
    ]
    volle = [m for m in nutzbar if m.voll and not m.lehrzeit]
    aelter = [m for m in volle if m.monat < raum.frist_von]
    if len(aelter) >= genug:
        return aelter
    if volle:
        return volle[:genug]
    for ersatz in (
        [m for m in nutzbar if m.voll],
        [m for m in nutzbar if not m.lehrzeit],
        nutzbar,
    ):
        if ersatz:
            return ersatz[:genug]
    return []


def durchschnitt(monate: Sequence[Monat], stichtag: date, werte: Werte) -> Groesse:
    """Der Durchschnitt der ausgewählten Monate, ältere Kalenderjahre aufgewertet; ungerundet."""
    jahre = [
        _aufgewertet(jahr, list(gruppe), stichtag, werte)
        for jahr, gruppe in groupby(monate, key=lambda m: m.monat.year)
    ]
    anzahl = angabe(len(monate), "Anzahl", "Anzahl der Monate")
    return (summe(jahre, "€/Monat") / anzahl).als(
        "Durchschnitt der Beitragsgrundlagen", NORM, SEITE + "#monate"
    )


def _aufgewertet(
    jahr: int, monate: list[Monat], stichtag: date, werte: Werte
) -> Groesse:
    betrag = summe((_auf_vollen_monat(m, werte) for m in monate), "€/Monat")
    betrag = betrag.als(f"Beitragsgrundlagen {jahr}", NORM, SEITE + "#monate")
    faktor = aufwertungsfaktor(jahr, stichtag, werte)
    if faktor is None:
        return betrag
    return (betrag * faktor).als(
        f"Beitragsgrundlagen {jahr}, aufgewertet",
        "§ 108 Abs. 4 ASVG",
        SEITE + "#aufwertung",
    )


def aufwertungsfaktor(jahr: int, stichtag: date, werte: Werte) -> Groesse | None:
    """Der Faktor für Monate aus dem vorletzten Kalenderjahr oder davor; das letzte bleibt, wie es ist."""
    abstand = stichtag.year - jahr
    if abstand <= 1:
        return None
    return werte[f"alg_aufwertung_vor_{abstand}_jahren_faktor"]


def _auf_vollen_monat(monat: Monat, werte: Werte) -> Groesse:
    """Die Beitragsgrundlage; die eines angebrochenen Monats auf 30 Tage hochgerechnet."""
    name = monat_jahr(monat.monat)
    if monat.voll:
        return angabe(monat.betrag, "€/Monat", name)
    assert monat.tage
    im_tag = angabe(monat.betrag, "€", name) / angabe(monat.tage, "Tage", "Tage")
    return (im_tag * werte["zeit_tage_pro_monat"]).als(
        f"{name}, auf einen Monat hochgerechnet", NORM, SEITE + "#monate"
    )


def bemessungsgrundlage(angaben: Angaben, werte: Werte) -> Groesse | None:
    """Die Bemessungsgrundlage, höchstens bis zur Höchstgrenze, ab 45 mindestens die geschützte."""
    neu = _neue(angaben, werte)
    if neu is None:
        return None
    grundlage = gedeckelte_bemessungsgrundlage(neu, werte)
    if not schutz_gilt(angaben, werte):
        return grundlage
    geschuetzt = gedeckelte_bemessungsgrundlage(
        angaben.groesse("geschuetzte_bemessungsgrundlage", "geschützte Grundlage"),
        werte,
    )
    if geschuetzt <= grundlage:
        return grundlage
    return grundlage.mindestens(geschuetzt).als(
        "Bemessungsgrundlage mit Schutz ab 45", "§ 21 Abs. 8 AlVG", SCHUTZ
    )


def _neue(angaben: Angaben, werte: Werte) -> Groesse | None:
    if angaben.gegeben("bemessungsgrundlage"):
        return angaben.groesse("bemessungsgrundlage", "angegebene Bemessungsgrundlage")
    if angaben.gegeben("brutto_monat"):
        return bemessungsgrundlage_aus_brutto(
            angaben.groesse("brutto_monat", "Brutto"), werte
        )
    if not angaben.gegeben("beitragsgrundlagen"):
        return None
    monate = ausgewaehlte(
        lies_monate(angaben["beitragsgrundlagen"]), angaben["stichtag"], werte
    )
    if not monate:
        return None
    pruefe_tage(monate)
    return bemessungsgrundlage_aus_brutto(
        durchschnitt(monate, angaben["stichtag"], werte), werte
    )


def pruefe_tage(monate: Sequence[Monat]) -> None:
    """Angebrochene Monate brauchen die Zahl ihrer Tage."""
    ohne = [m for m in monate if not m.voll and not m.tage]
    if ohne:
        meldung = "Bitte geben Sie an, wie viele Tage dieses Monats versichert waren."
        raise AngabenUnvollstaendig(
            [
                Angabenfehler(f"beitragsgrundlagen[{m.stelle}].tage", meldung)
                for m in ohne
            ]
        )


def schutz_gilt(angaben: Angaben, werte: Werte) -> bool:
    """Ob eine frühere Grundlage schützt: nur, wer beim Antrag die Altersgrenze erreicht hat (§ 21 Abs. 8 AlVG)."""
    if not angaben.gegeben("geschuetzte_bemessungsgrundlage"):
        return False
    if not angaben.gegeben("geburtsdatum"):
        return True
    jahre = alter(angaben["geburtsdatum"], angaben["stichtag"])
    return jahre >= werte.anzahl("anspruch_bemessungsschutz_alter_jahre")
