"""Arbeitslosengeld: wie lange es gebührt (§ 18 AlVG)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...angaben import Angaben
from ...tage import Tage
from ...werte import Werte
from ...zeit import TAG, alter, plus_jahre
from .anwartschaft import gemeinsam
from .zeiten import Verlauf

SEITE = "ratgeber/arbeitslosengeld/bezugsdauer/"


@dataclass(frozen=True)
class Stufe:
    """Eine längere Bezugsdauer: versicherte Wochen in einem Zeitraum, ab einem Alter."""

    dauer: str
    versichert: str
    fenster: str
    kurzfeld: str
    alter: str = ""


AB_50 = Stufe(
    "alg_bezugsdauer_ab_50_wochen",
    "anspruch_dauer_ab_50_versichert_wochen",
    "anspruch_dauer_ab_50_fenster_jahre",
    "wochen_15_jahre",
    "anspruch_dauer_ab_50_alter_jahre",
)
AB_40 = Stufe(
    "alg_bezugsdauer_ab_40_wochen",
    "anspruch_dauer_ab_40_versichert_wochen",
    "anspruch_dauer_ab_40_fenster_jahre",
    "wochen_10_jahre",
    "anspruch_dauer_ab_40_alter_jahre",
)
LANG = Stufe(
    "alg_bezugsdauer_lang_wochen",
    "anspruch_dauer_lang_versichert_wochen",
    "anspruch_dauer_lang_fenster_jahre",
    "wochen_5_jahre",
)
STUFEN = (AB_50, AB_40, LANG)
_FENSTER = ("wochen_12_monate", "wochen_24_monate", *(s.kurzfeld for s in STUFEN[::-1]))


def bezugsdauer(
    angaben: Angaben, tag: date, verlauf: Verlauf | None, werte: Werte
) -> int | None:
    """Die Wochen ab einem Antrag an diesem Tag; None, wenn eine Angabe fehlt, von der sie abhängt."""
    if angaben["rehabilitation"]:
        return werte.anzahl("alg_bezugsdauer_rehabilitation_wochen")
    genug = {s: versicherung_genuegt(s, angaben, tag, verlauf, werte) for s in STUFEN}
    return gemeinsam(
        dauer
        for jahre in _moegliche_alter(angaben, tag, werte)
        for dauer in _moegliche_dauern(jahre, genug, werte)
    )


def _moegliche_alter(angaben: Angaben, tag: date, werte: Werte) -> list[int]:
    if angaben.gegeben("geburtsdatum"):
        return [alter(angaben["geburtsdatum"], tag)]
    return [0, *(werte.anzahl(stufe.alter) for stufe in STUFEN if stufe.alter)]


def _moegliche_dauern(
    jahre: int, genug: dict[Stufe, bool | None], werte: Werte
) -> list[int]:
    """Die Dauern in diesem Alter: die beste sichere und alle besseren, die möglich bleiben."""
    moeglich = []
    for stufe in STUFEN:
        if stufe.alter and jahre < werte.anzahl(stufe.alter):
            continue
        if genug[stufe] is not False:
            moeglich.append(werte.anzahl(stufe.dauer))
        if genug[stufe]:
            return moeglich
    return [*moeglich, werte.anzahl("alg_bezugsdauer_grund_wochen")]


def versicherung_genuegt(
    stufe: Stufe, angaben: Angaben, tag: date, verlauf: Verlauf | None, werte: Werte
) -> bool | None:
    """Ob im Zeitraum der Stufe genug versicherte Wochen liegen; nichts verlängert diesen Zeitraum."""
    noetig = werte.anzahl(stufe.versichert)
    if verlauf is not None:
        return versicherte_wochen(stufe, tag, verlauf, werte) >= noetig
    mindestens, hoechstens = _grenzen(stufe, angaben)
    if mindestens >= noetig:
        return True
    return False if hoechstens is not None and hoechstens < noetig else None


def versicherte_wochen(stufe: Stufe, tag: date, verlauf: Verlauf, werte: Werte) -> int:
    """Die ganzen versicherten Wochen im Zeitraum der Stufe."""
    von = plus_jahre(tag, -werte.anzahl(stufe.fenster))
    tage = verlauf.fuer_die_dauer & Tage.von_bis(von, tag - TAG)
    return len(tage) // werte.anzahl("zeit_tage_pro_woche")


def _grenzen(stufe: Stufe, angaben: Angaben) -> tuple[int, int | None]:
    """Was die angegebenen Wochen über diesen Zeitraum sagen: kürzere liegen in ihm, längere enthalten ihn."""
    if angaben.gegeben(stufe.kurzfeld):
        return angaben[stufe.kurzfeld], angaben[stufe.kurzfeld]
    stelle = _FENSTER.index(stufe.kurzfeld)
    kuerzere = [angaben[f] for f in _FENSTER[:stelle] if angaben.gegeben(f)]
    laengere = [angaben[f] for f in _FENSTER[stelle + 1 :] if angaben.gegeben(f)]
    return max(kuerzere, default=0), min(laengere, default=None)
