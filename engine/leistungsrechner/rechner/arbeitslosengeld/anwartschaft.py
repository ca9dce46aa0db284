"""Arbeitslosengeld: die Anwartschaft (§ 14 AlVG)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ...angaben import Angaben
from ...werte import Werte
from ...zeit import alter, plus_monate
from .rahmenfrist import Rahmenfrist, rahmenfrist
from .zeiten import Verlauf

SEITE = "ratgeber/arbeitslosengeld/anwartschaft/"

T = TypeVar("T")


@dataclass(frozen=True)
class Regel:
    """Ein Weg zur Anwartschaft: so viele Wochen in so vielen Monaten."""

    name: str
    wochen: str
    monate: str
    kurzfeld: str
    norm: str
    seite: str


JUNG = Regel(
    "Jugendanwartschaft",
    "alg_anwartschaft_jung_wochen",
    "anspruch_rahmenfrist_kurz_monate",
    "wochen_12_monate",
    "§ 14 Abs. 1 AlVG",
    SEITE + "#jung",
)
WIEDERHOLT = Regel(
    "kleine Anwartschaft",
    "alg_anwartschaft_wiederholt_wochen",
    "anspruch_rahmenfrist_kurz_monate",
    "wochen_12_monate",
    "§ 14 Abs. 2 AlVG",
    SEITE + "#wiederholt",
)
GROSS = Regel(
    "große Anwartschaft",
    "alg_anwartschaft_gross_wochen",
    "anspruch_rahmenfrist_lang_monate",
    "wochen_24_monate",
    "§ 14 Abs. 1 AlVG",
    SEITE + "#gross",
)


@dataclass(frozen=True)
class Pruefung:
    """Eine Regel, angewandt: die Wochen, die nötig sind, und jene, die da sind."""

    regel: Regel
    noetig: int
    wochen: int
    frist: Rahmenfrist | None = None

    @property
    def erfuellt(self) -> bool:
        """Ob genug Wochen da sind."""
        return self.wochen >= self.noetig

    @property
    def fehlend(self) -> int:
        """Die ganzen Wochen, die fehlen."""
        return max(self.noetig - self.wochen, 0)


@dataclass(frozen=True)
class Befund:
    """Was sich über die Anwartschaft sagen lässt; None heißt, dass dafür eine Angabe fehlt."""

    erfuellt: bool | None = None
    noetig: int | None = None
    wochen: int | None = None
    pruefung: Pruefung | None = None
    moegliche: tuple[Pruefung, ...] = ()

    @property
    def knappste(self) -> list[Pruefung]:
        """Je Regel, die in Frage kommt, die Prüfung mit den wenigsten fehlenden Wochen; die knappste zuerst."""
        knapp: dict[Regel, Pruefung] = {}
        for p in sorted(self.moegliche, key=lambda p: p.fehlend):
            knapp.setdefault(p.regel, p)
        return list(knapp.values())


def befund(
    angaben: Angaben, tag: date, verlauf: Verlauf | None, werte: Werte
) -> Befund:
    """Die maßgebliche Regel an einem Tag; bei fehlenden Angaben nur, was in jedem Fall gleich ist."""
    if verlauf is None and not (
        angaben.gegeben("wochen_12_monate") or angaben.gegeben("wochen_24_monate")
    ):
        return Befund()
    faelle = [
        massgebliche(pruefungen)
        for regeln in moegliche_regeln(angaben, tag, werte)
        for pruefungen in _pruefungen(regeln, angaben, tag, verlauf, werte)
    ]
    return Befund(
        gemeinsam(p.erfuellt for p in faelle),
        gemeinsam(p.noetig for p in faelle),
        gemeinsam(p.wochen for p in faelle),
        gemeinsam(faelle),
        tuple(faelle),
    )


def moegliche_regeln(
    angaben: Angaben, tag: date, werte: Werte
) -> list[tuple[Regel, ...]]:
    """Die Regeln in ihrer Reihenfolge, für jedes Alter, das in Frage kommt."""
    if hatte_leistung(angaben):
        return [(WIEDERHOLT, GROSS)]
    if not angaben.gegeben("geburtsdatum"):
        return [(JUNG, GROSS), (GROSS,)]
    jahre = alter(angaben["geburtsdatum"], tag)
    jung = jahre < werte.anzahl("alg_jung_unter_jahre")
    return [(JUNG, GROSS) if jung else (GROSS,)]


def hatte_leistung(angaben: Angaben) -> bool:
    """Ob schon einmal eine Leistung bezogen wurde; ein Restanspruch setzt das voraus."""
    rest = angaben.gegeben("restanspruch_tage") and angaben["restanspruch_tage"] > 0
    return bool(angaben["frueher_bezogen"] or rest or angaben.gegeben("letzter_bezug"))


def massgebliche(pruefungen: Sequence[Pruefung]) -> Pruefung:
    """Die erste erfüllte Regel; ist keine erfüllt, jene mit den wenigsten fehlenden Wochen."""
    erfuellte = [p for p in pruefungen if p.erfuellt]
    return erfuellte[0] if erfuellte else min(pruefungen, key=lambda p: p.fehlend)


def _pruefungen(
    regeln: tuple[Regel, ...],
    angaben: Angaben,
    tag: date,
    verlauf: Verlauf | None,
    werte: Werte,
) -> Iterable[list[Pruefung]]:
    """Die Regeln, geprüft an den Zeiten oder an allen Wochenzahlen, die möglich sind."""
    if verlauf is not None:
        yield [_an_zeiten(regel, tag, verlauf, werte) for regel in regeln]
        return
    noetig = {regel: werte.anzahl(regel.wochen) for regel in regeln}
    for wochen in moegliche_wochen(angaben, tag, werte):
        yield [Pruefung(r, noetig[r], wochen[r.kurzfeld]) for r in regeln]


def _an_zeiten(regel: Regel, tag: date, verlauf: Verlauf, werte: Werte) -> Pruefung:
    frist = rahmenfrist(verlauf, tag, werte.anzahl(regel.monate), werte)
    wochen = frist.tage // werte.anzahl("zeit_tage_pro_woche")
    return Pruefung(regel, werte.anzahl(regel.wochen), wochen, frist)


def moegliche_wochen(
    angaben: Angaben, tag: date, werte: Werte
) -> Iterable[dict[str, int]]:
    """Alle Paare von Wochen in 12 und 24 Monaten, die zu den Angaben passen."""
    kurz, lang = JUNG.kurzfeld, GROSS.kurzfeld
    if angaben.gegeben(kurz, lang):
        return [{kurz: angaben[kurz], lang: angaben[lang]}]
    platz = _wochen_im_kurzen_zeitraum(tag, werte)
    if angaben.gegeben(kurz):
        ab = angaben[kurz]
        return [{kurz: ab, lang: n} for n in range(ab, ab + platz + 1)]
    bis = angaben[lang]
    ab = max(bis - platz, 0)
    return [{kurz: n, lang: bis} for n in range(ab, min(bis, platz) + 1)]


def _wochen_im_kurzen_zeitraum(tag: date, werte: Werte) -> int:
    """Die Wochen, die in 12 Monaten höchstens Platz haben, eine angefangene mitgezählt."""
    tage = (tag - plus_monate(tag, -werte.anzahl(JUNG.monate))).days
    return -(-tage // werte.anzahl("zeit_tage_pro_woche"))


def gemeinsam(faelle: Iterable[T]) -> T | None:
    """Was in jedem Fall gleich ist, sonst None."""
    alle = list(faelle)
    return alle[0] if alle and all(fall == alle[0] for fall in alle) else None
