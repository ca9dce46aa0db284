"""Mindestsicherung: wer zur Bedarfsgemeinschaft gehört (§ 7 Abs. 2 und 3 WMG)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...angaben import Angaben
from ...fehler import Angabenfehler, AngabenUnvollstaendig
from ...groesse import Groesse, angabe
from ...werte import Werte
from ...zeit import alter


@dataclass(frozen=True)
class Person:
    """Eine erwachsene Person mit Anspruch; alter None heißt, dass das Geburtsdatum fehlt."""

    name: str
    alter: int | None
    jung: bool
    dauerleistung: bool
    ausbildung: bool


@dataclass(frozen=True)
class Gemeinschaft:
    """Die Bedarfsgemeinschaft und die Wohnung, in der sie lebt."""

    erwachsene: tuple[Person, ...]
    als_paar: bool
    alleinerziehend: bool
    bei_eltern: bool
    wohngemeinschaft: bool | None
    kinder: int
    kinder_mit_eigenem_geld: int
    kinder_einkommen: tuple[Groesse, ...]
    in_der_wohnung: int

    @property
    def personen(self) -> int:
        """Alle, für die es Mindestsicherung gibt."""
        return len(self.erwachsene) + self.kinder

    @property
    def antragstellend(self) -> Person:
        """Die Person, die den Antrag stellt."""
        return self.erwachsene[0]


def gemeinschaft(angaben: Angaben, werte: Werte) -> Gemeinschaft:
    """Die Bedarfsgemeinschaft nach den Angaben; widersprüchliche Angaben meldet sie alle auf einmal."""
    if fehler := list(_widersprueche(angaben, werte)):
        raise AngabenUnvollstaendig(fehler)
    als_paar = angaben["haushalt"] == "paar"
    drinnen, draussen = kinder_nach_einkommen(angaben, werte)
    kinder: int = angaben["kinder"] - draussen
    bg = Gemeinschaft(
        erwachsene=tuple(_erwachsene(angaben, werte)),
        als_paar=als_paar,
        alleinerziehend=not als_paar
        and bool(angaben["haushalt"] == "alleinerziehend" or angaben["kinder"]),
        bei_eltern=angaben["bei_eltern"],
        wohngemeinschaft=_wohngemeinschaft(angaben),
        kinder=kinder,
        kinder_mit_eigenem_geld=draussen,
        kinder_einkommen=tuple(drinnen),
        in_der_wohnung=angaben["personen_wohnung"] or _im_haushalt(angaben),
    )
    if bg.in_der_wohnung < bg.personen:
        meldung = f"In der Wohnung leben mindestens die {bg.personen} Personen, für die Sie rechnen."
        raise AngabenUnvollstaendig([Angabenfehler("personen_wohnung", meldung)])
    return bg


def kinder_nach_einkommen(angaben: Angaben, werte: Werte) -> tuple[list[Groesse], int]:
    """Die Einkommen der Kinder, die dazugehören, und wie viele wegen höherer Einkommen ausscheiden (§ 7 Abs. 3 WMG)."""
    standard = werte["ms_standard_kind_monat"]
    einkommen = [
        angabe(betrag, "€/Monat", f"Einkommen des {nummer}. Kindes")
        for nummer, betrag in enumerate(angaben["kinder_einkommen"], 1)
    ]
    drinnen = [betrag for betrag in einkommen if betrag <= standard]
    return drinnen, len(einkommen) - len(drinnen)


def partner_berechtigt(angaben: Angaben) -> bool:
    """Ob auch die zweite Person eines Paares Anspruch hat."""
    return angaben["haushalt"] == "paar" and not angaben.gegeben(
        "einkommen_partner_nicht_berechtigt"
    )


def _erwachsene(angaben: Angaben, werte: Werte) -> Iterator[Person]:
    yield _person("Sie", "", angaben, werte)
    if partner_berechtigt(angaben):
        yield _person("Partner:in", "_partner", angaben, werte)


def _person(name: str, endung: str, angaben: Angaben, werte: Werte) -> Person:
    jahre = _alter(angaben, f"geburtsdatum{endung}")
    dauerleistung = angaben[f"status{endung}"] != "arbeitsfaehig"
    return Person(
        name,
        jahre,
        jung=jahre is not None and jahre < werte.anzahl("ms_jung_unter_jahre"),
        dauerleistung=dauerleistung,
        ausbildung=angaben[f"ausbildung{endung}"],
    )


def _alter(angaben: Angaben, feld: str) -> int | None:
    geboren: date | None = angaben[feld]
    return None if geboren is None else alter(geboren, angaben["stichtag"])


def _im_haushalt(angaben: Angaben) -> int:
    """Ohne andere Angabe leben in der Wohnung das Paar oder die Einzelperson und alle Kinder."""
    paar = 1 if angaben["haushalt"] == "paar" else 0
    kinder: int = angaben["kinder"]
    return 1 + paar + kinder


def _wohngemeinschaft(angaben: Angaben) -> bool | None:
    """Ob die Wohnung geteilt wird; eine Ausnahme zählt wie keine Wohngemeinschaft."""
    if angaben["wg_ausnahme"]:
        return False
    antwort: bool | None = angaben["wohngemeinschaft"]
    return antwort


def widersprueche(angaben: Angaben) -> Iterator[Angabenfehler]:
    """Was schon ohne die Beträge des Tages nicht stimmen kann."""
    for feld in ("geburtsdatum", "geburtsdatum_partner"):
        if angaben.gegeben(feld, "stichtag") and angaben[feld] > angaben["stichtag"]:
            name = angaben.felder[feld].label
            yield Angabenfehler(feld, f"{name}: Der Tag liegt nach dem Stichtag.")
    if angaben["personen_wohnung"] == 0:
        yield Angabenfehler(
            "personen_wohnung", "In der Wohnung lebt mindestens eine Person: Sie."
        )


def _widersprueche(angaben: Angaben, werte: Werte) -> Iterator[Angabenfehler]:
    yield from widersprueche(angaben)
    jahre = _alter(angaben, "geburtsdatum_partner")
    if partner_berechtigt(angaben) and jahre is not None and jahre >= 0:
        volljaehrig = werte["ms_volljaehrig_jahre"]
        if jahre < volljaehrig.wert:
            meldung = f"Mit Partner:innen unter {volljaehrig.anzeige}n können wir nicht rechnen."
            yield Angabenfehler("geburtsdatum_partner", meldung)
    if len(angaben["kinder_einkommen"]) > angaben["kinder"]:
        meldung = "Es sind mehr Einkommen als Kinder angegeben. Bitte prüfen Sie die Zahl der Kinder."
        yield Angabenfehler("kinder_einkommen", meldung)
