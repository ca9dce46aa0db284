"""Mindestsicherung: die Voraussetzungen und was aus einem Nein ein Ja macht (§§ 4, 5, 7, 10, 12, 14 WMG)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ...angaben import Angaben
from ...anzeige import datum
from ...ergebnis import Gegenprobe, Voraussetzung
from ...groesse import CENT, Groesse, angabe
from ...schwelle import groesster_betrag
from ...werte import Werte
from ...zeit import geburtstag
from .einkommen import SEITE as EINKOMMENSSEITE
from .einkommen import anrechenbares_einkommen, vermoegensfreibetrag
from .gemeinschaft import Gemeinschaft

SEITE = "ratgeber/wenig-geld/mindestsicherung/"
NORM_EINKOMMEN = "§ 10 Abs. 1 WMG"
NORM_VERMOEGEN = "§ 12 WMG"


def voraussetzungen(
    angaben: Angaben,
    bg: Gemeinschaft,
    standard: Groesse,
    einkommen: Groesse,
    werte: Werte,
) -> list[Voraussetzung]:
    """Alle Bedingungen; was der Rechner nicht fragt, bleibt offen."""
    return [
        _einkommen(standard, einkommen),
        _vermoegen(angaben, bg, werte),
        volljaehrig(bg, werte),
        *nicht_gefragt(bg, werte),
    ]


def _einkommen(standard: Groesse, einkommen: Groesse) -> Voraussetzung:
    reicht = einkommen < standard
    lage = "unter" if reicht else "nicht unter"
    return Voraussetzung(
        "Ihr Einkommen liegt unter dem Mindeststandard",
        reicht,
        f"Das anrechenbare Einkommen ({einkommen.anzeige}) liegt {lage} dem Mindeststandard ({standard.anzeige}).",
        NORM_EINKOMMEN,
        EINKOMMENSSEITE,
    )


def _vermoegen(angaben: Angaben, bg: Gemeinschaft, werte: Werte) -> Voraussetzung:
    ersparnisse = angaben.groesse("vermoegen", "Ersparnisse")
    frei = vermoegensfreibetrag(bg, werte)
    passt = ersparnisse <= frei
    lage = "nicht" if passt else f"um {(ersparnisse - frei).anzeige}"
    return Voraussetzung(
        "Ihre Ersparnisse liegen nicht über dem Freibetrag",
        passt,
        f"Ihre Ersparnisse ({ersparnisse.anzeige}) liegen {lage} über dem Freibetrag ({frei.anzeige}).",
        NORM_VERMOEGEN,
        SEITE + "#vermoegen",
    )


def volljaehrig(bg: Gemeinschaft, werte: Werte) -> Voraussetzung:
    """Einen eigenen Anspruch haben nur Volljährige."""
    ab = werte["ms_volljaehrig_jahre"]
    jahre = bg.antragstellend.alter
    grund = "Das Geburtsdatum ist nicht angegeben."
    if jahre is not None:
        grund = f"Sie sind am Tag des Antrags {jahre} Jahre alt."
    return Voraussetzung(
        "Sie sind volljährig",
        None if jahre is None else jahre >= ab.wert,
        grund,
        "§ 7 Abs. 1 WMG",
        SEITE + "#voraussetzungen",
    )


def nicht_gefragt(bg: Gemeinschaft, werte: Werte) -> list[Voraussetzung]:
    """Was der Rechner nicht fragt und die MA 40 prüft."""
    kreis = (
        "Das prüft die MA 40. Gleichgestellt sind zum Beispiel Asylberechtigte, unter Bedingungen auch "
        "Menschen aus EU, EWR und Schweiz und mit Daueraufenthalt."
    )
    if werte.falls_vorhanden("ms_novelle_seit"):
        kreis += " Subsidiär Schutzberechtigte haben seit 2026 keinen Anspruch mehr."
    return [
        Voraussetzung(
            "Sie leben tatsächlich in Wien, mit Hauptwohnsitz",
            None,
            "Danach fragt dieser Rechner nicht.",
            "§ 4 Abs. 1 WMG",
            SEITE + "#voraussetzungen",
        ),
        Voraussetzung(
            "Sie haben die österreichische Staatsbürgerschaft oder sind gleichgestellt",
            None,
            kreis,
            "§ 5 WMG",
            SEITE + "#voraussetzungen",
        ),
        _arbeitskraft(bg),
    ]


def _arbeitskraft(bg: Gemeinschaft) -> Voraussetzung:
    alle_ausgenommen = all(person.dauerleistung for person in bg.erwachsene)
    grund = "Wer arbeiten kann, muss beim AMS gemeldet sein und Arbeit suchen; Ausnahmen gibt es etwa bei kleinen Kindern."
    if alle_ausgenommen:
        grund = (
            "Im Regelpensionsalter oder bei Arbeitsunfähigkeit entfällt diese Pflicht."
        )
    return Voraussetzung(
        "Sie setzen Ihre Arbeitskraft ein",
        True if alle_ausgenommen else None,
        grund,
        "§ 14 WMG",
        "ratgeber/wenig-geld/mindestsicherung-pflichten/",
    )


def gegenproben(
    angaben: Angaben,
    bg: Gemeinschaft,
    standard: Groesse,
    einkommen: Groesse,
    werte: Werte,
) -> list[Gegenprobe]:
    """Die kleinsten Änderungen, mit denen ein Anspruch entstünde."""
    proben = []
    if einkommen >= standard:
        proben.append(weniger_einkommen(angaben, bg, standard, einkommen, werte))
    frei = vermoegensfreibetrag(bg, werte)
    ersparnisse = angaben.groesse("vermoegen", "Ersparnisse")
    if ersparnisse > frei:
        zu_viel = (ersparnisse - frei).anzeige
        text = f"Zuerst müssen Sie {zu_viel} Ihrer Ersparnisse für den Lebensunterhalt verwenden."
        proben.append(Gegenprobe(text, NORM_VERMOEGEN, SEITE + "#vermoegen"))
    if volljaehrig(bg, werte).erfuellt is False:
        tag = geburtstag(angaben["geburtsdatum"], werte.anzahl("ms_volljaehrig_jahre"))
        text = f"Ab Ihrem Geburtstag am {datum(tag)} können Sie selbst einen Antrag stellen."
        proben.append(Gegenprobe(text, "§ 7 Abs. 1 WMG", SEITE + "#voraussetzungen"))
    return proben


def weniger_einkommen(
    angaben: Angaben,
    bg: Gemeinschaft,
    standard: Groesse,
    einkommen: Groesse,
    werte: Werte,
) -> Gegenprobe:
    """Um wie viel weniger Einkommen, auf den Cent, ein Anspruch entstünde; zuerst beim eigenen gesucht."""
    for feld, wessen in (
        ("einkommen_monat", "Einkommen der Erwachsenen"),
        (
            "einkommen_partner_nicht_berechtigt",
            "Einkommen der Person ohne Anspruch",
        ),
    ):
        if angaben.gegeben(feld):
            jetzt: Decimal = angaben[feld]
            hoechstens = groesster_betrag(
                jetzt, _anspruch_mit(angaben, feld, bg, standard, werte)
            )
            if hoechstens is not None:
                betrag = angabe(jetzt - hoechstens, "€/Monat", "").anzeige
                text = f"Ab {betrag} weniger {wessen} im Monat hätten Sie Anspruch."
                return Gegenprobe(text, NORM_EINKOMMEN, EINKOMMENSSEITE)
    betrag = angabe(einkommen.wert - standard.wert + CENT, "€/Monat", "").anzeige
    text = f"Ab {betrag} weniger anrechenbarem Einkommen im Monat hätten Sie Anspruch."
    return Gegenprobe(text, NORM_EINKOMMEN, EINKOMMENSSEITE)


def _anspruch_mit(
    angaben: Angaben, feld: str, bg: Gemeinschaft, standard: Groesse, werte: Werte
) -> Callable[[Decimal], bool]:
    """Ob mit diesem Betrag in diesem Feld das Einkommen unter dem Mindeststandard läge."""

    def gilt(betrag: Decimal) -> bool:
        andere = Angaben(angaben.felder, {**angaben.werte, feld: betrag})
        return anrechenbares_einkommen(andere, bg, werte) < standard

    return gilt
