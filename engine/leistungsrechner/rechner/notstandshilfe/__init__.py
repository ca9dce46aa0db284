"""Notstandshilfe (§§ 33 bis 38 AlVG)."""

from __future__ import annotations

from datetime import date, timedelta

from ...angaben import Angaben
from ...anzeige import datum
from ...ergebnis import (
    Antwort,
    Gegenprobe,
    Hinweis,
    Kernaussage,
    Summe,
    Termin,
    Voraussetzung,
    Wert,
)
from ...fehler import Angabenfehler, AngabenUnvollstaendig
from ...groesse import CENT, Groesse, angabe, null
from ...werte import Werte
from ...zeit import TAG, plus_jahre
from ..arbeitslosengeld import hoehe as alg
from ..arbeitslosengeld import zuschlagspersonen
from .deckel import SEITE as DECKELSEITE
from .deckel import Deckelung, deckelung
from .einkommen import SEITE as EINKOMMENSSEITE
from .einkommen import anrechnung_am_tag, arbeitslos
from .felder import FELDER
from .hoehe import SEITE, Satz, satz

TITEL = "Notstandshilfe"
JAHRESWERTE = (
    "ausgleichszulagenrichtsatz_alleinstehend_monat",
    "existenzminimum_monat",
    "geringfuegigkeitsgrenze_monat",
)
START = "ratgeber/notstandshilfe/"

__all__ = ["FELDER", "JAHRESWERTE", "TITEL", "berechne"]


def berechne(angaben: Angaben, werte: Werte) -> Antwort:
    """Höhe, Deckel und Dauer der Notstandshilfe und ob sie zusteht."""
    _pruefe_daten(angaben)
    grund = angaben.groesse("alg_grundbetrag", "Grundbetrag")
    tagesnetto = angaben.groesse("tagesnetto", "Tagesnetto")
    personen, hinweise = zuschlagspersonen(angaben)
    voll = satz(grund, tagesnetto, personen, werte)
    abzug = anrechnung_am_tag(angaben, werte)
    tagsatz = _ausbezahlt(voll.betrag, voll.familienzuschlag, abzug, "Tagsatz")
    deckel = deckelung(angaben, werte)
    ende = _ende(angaben["stichtag"], werte)
    ergebnis: dict[str, Wert] = {
        "prozent": int(voll.prozent.wert * 100),
        "tagsatz_ungekuerzt": voll.betrag,
        "familienzuschlag": voll.familienzuschlag,
        "anrechnung_tag": abzug,
        "tagsatz": tagsatz,
        **_gedeckelt(deckel, voll, abzug, tagsatz),
        "monat_30": alg.fuer_tage(tagsatz, werte["zeit_tage_pro_monat"]),
        "ende": ende,
    }
    arbeitslosigkeit, rat = arbeitslos(angaben, werte)
    voraussetzungen = [
        _ausgeschoepft(angaben),
        arbeitslosigkeit,
        _notlage(tagsatz, abzug),
        _frist(angaben, werte),
    ]
    if not tagsatz and abzug:
        rat = [*rat, _weniger_einkommen(voll, abzug, werte)]
    return Antwort(
        ergebnis,
        voraussetzungen=voraussetzungen,
        hinweise=[
            *hinweise,
            *_hinweise(voll, deckel, abzug, tagsatz, grund, tagesnetto, werte),
        ],
        termine=_termine(deckel, ende, werte),
        gegenproben=rat,
        kern=_kern(voraussetzungen, ergebnis),
    )


def _ausbezahlt(
    betrag: Groesse, zuschlag: Groesse, abzug: Groesse, name: str
) -> Groesse:
    """Notstandshilfe plus Familienzuschläge minus Anrechnung, nie unter null."""
    gesamt = betrag + zuschlag if zuschlag else betrag
    if abzug >= gesamt:
        return (
            null("€/Tag", name)
            if not gesamt
            else (gesamt - gesamt.hoechstens(abzug)).als(
                name,
                "§ 36 AlVG",
                SEITE + "#satz",
                grund="Das Einkommen zehrt die Notstandshilfe auf.",
            )
        )
    if abzug:
        gesamt = gesamt - abzug
    return gesamt.als(name, "§ 36 AlVG", SEITE + "#satz")


def _gedeckelt(
    deckel: Deckelung, voll: Satz, abzug: Groesse, tagsatz: Groesse
) -> dict[str, Wert]:
    """Der Tagsatz nach sechs Monaten; ohne Deckel derselbe wie davor."""
    if not deckel.bekannt:
        return {}
    if deckel.deckel is None:
        return {"deckel": None, "tagsatz_gedeckelt": tagsatz}
    betrag = voll.betrag
    if deckel.deckel < betrag:
        betrag = betrag.hoechstens(deckel.deckel).als(
            "Notstandshilfe bis zum Deckel", "§ 36 Abs. 6 AlVG", DECKELSEITE + "#deckel"
        )
        gekuerzt = _ausbezahlt(
            betrag, voll.familienzuschlag, abzug, "Tagsatz nach sechs Monaten"
        )
    else:
        gekuerzt = tagsatz
    return {
        "deckel": deckel.deckel,
        "deckelung_ab": deckel.ab,
        "tagsatz_gedeckelt": gekuerzt,
    }


def _ende(stichtag: date, werte: Werte) -> date:
    """Der letzte Tag der 52 Wochen."""
    tage = werte.anzahl("nh_dauer_wochen") * werte.anzahl("zeit_tage_pro_woche")
    return stichtag + timedelta(days=tage) - TAG


def _ausgeschoepft(angaben: Angaben) -> Voraussetzung:
    fertig = angaben["alg_ausgeschoepft"]
    grund = (
        "Das Arbeitslosengeld ist aufgebraucht."
        if fertig
        else "Sie haben noch Tage Arbeitslosengeld offen."
    )
    return Voraussetzung(
        "Ihr Arbeitslosengeld ist aufgebraucht",
        fertig,
        grund,
        "§ 33 Abs. 1 AlVG",
        START + "#voraussetzungen",
    )


def _notlage(tagsatz: Groesse, abzug: Groesse) -> Voraussetzung:
    name, norm, seite = (
        "Sie sind in einer Notlage",
        "§ 33 Abs. 2 und 3 AlVG",
        START + "#notlage",
    )
    if not abzug:
        return Voraussetzung(
            name, True, "Sie haben kein Einkommen, das angerechnet wird.", norm, seite
        )
    if tagsatz:
        text = f"Von der Notstandshilfe werden {abzug.anzeige} am Tag abgezogen; es bleibt etwas übrig."
        return Voraussetzung(name, True, text, norm, seite)
    text = f"Ihr Einkommen ({abzug.anzeige} am Tag) ist so hoch wie die Notstandshilfe oder höher."
    return Voraussetzung(name, False, text, norm, seite)


def _frist(angaben: Angaben, werte: Werte) -> Voraussetzung:
    """Der Antrag muss binnen fünf Jahren nach dem letzten Bezug kommen."""
    name, norm, seite = (
        "Der letzte Bezug liegt nicht zu lange zurück",
        "§ 33 Abs. 4 AlVG",
        START + "#fuenf-jahre",
    )
    if not angaben.gegeben("letzter_bezug"):
        return Voraussetzung(
            name,
            None,
            "Den letzten Tag des Bezugs haben Sie nicht angegeben.",
            norm,
            seite,
        )
    frist = plus_jahre(angaben["letzter_bezug"], werte.anzahl("nh_frist_jahre"))
    rechtzeitig = angaben["stichtag"] <= frist
    text = f"Der Antrag ist bis {datum(frist)} möglich."
    if not rechtzeitig:
        text = (
            f"Die Frist endete am {datum(frist)}. Kranken- oder Wochengeld, Kinderbetreuungsgeld und "
            "manche Pensionen verlängern sie; fragen Sie dann beim AMS nach."
        )
    return Voraussetzung(name, rechtzeitig, text, norm, seite)


def _weniger_einkommen(voll: Satz, abzug: Groesse, werte: Werte) -> Gegenprobe:
    """Wie viel weniger angerechnetes Einkommen im Monat einen Anspruch brächte."""
    tage = werte["zeit_tage_pro_monat"]
    gesamt = voll.betrag + voll.familienzuschlag
    frei = max(gesamt.wert - CENT, CENT - CENT)
    zu_viel = angabe(abzug.wert - frei, "€/Tag", "zu viel") * tage
    text = f"Ab {zu_viel.anzeige} weniger angerechnetem Einkommen im Monat bliebe etwas übrig."
    return Gegenprobe(text, "§ 36 Abs. 3 AlVG", EINKOMMENSSEITE + "#anderes")


def _hinweise(
    voll: Satz,
    deckel: Deckelung,
    abzug: Groesse,
    tagsatz: Groesse,
    grund: Groesse,
    tagesnetto: Groesse,
    werte: Werte,
) -> list[Hinweis]:
    hinweise: list[Hinweis] = []
    if grund < alg.richtsatz_tag(werte):
        text = (
            "Gerechnet ist wie beim AMS: 95 % von Grundbetrag und Ergänzungsbetrag nach dessen Obergrenze. "
            "Das Bundesverwaltungsgericht hat in einem Fall mehr zugesprochen (I404 2280550-1)."
        )
        hinweise.append(Hinweis("info", text, SEITE + "#satz"))
    if not deckel.bekannt:
        text = "Ob die Notstandshilfe nach sechs Monaten gedeckelt wird, hängt von Ihrem Alter ab. Dazu fehlt das Geburtsdatum."
        hinweise.append(Hinweis("achtung", text, DECKELSEITE + "#ab-45"))
    elif deckel.deckel is not None:
        text = (
            "Es zählen sechs Monate, in denen Sie Notstandshilfe wirklich bekommen. Eine Unterbrechung "
            "schiebt den Deckel hinaus. Gerechnet ist mit dem Wert des Stichtags."
        )
        hinweise.append(Hinweis("info", text, DECKELSEITE + "#deckel"))
    if abzug:
        text = "Einkommen eines Monats wird im Monat darauf angerechnet. Melden Sie es dem AMS sofort."
        hinweise.append(Hinweis("achtung", text, EINKOMMENSSEITE + "#anderes"))
    if not tagsatz:
        text = "Ist die Notstandshilfe zu niedrig oder fällt sie weg, kann Mindestsicherung zustehen."
        hinweise.append(Hinweis("info", text, "ratgeber/wenig-geld/mindestsicherung/"))
    if grund > alg.grundbetrag(tagesnetto, werte):
        text = "Der Grundbetrag passt nicht zum Tagesnetto: Er ist höher als 55 % davon. Bitte prüfen Sie beide Angaben."
        hinweise.append(Hinweis("achtung", text, SEITE + "#satz"))
    return hinweise


def _termine(deckel: Deckelung, ende: date, werte: Werte) -> list[Termin]:
    frueh = ende - timedelta(
        days=werte.anzahl("nh_antrag_frueh_wochen")
        * werte.anzahl("zeit_tage_pro_woche")
    )
    termine = [
        Termin(
            "Verlängerung beantragen",
            ende,
            f"Der Antrag ist ab {datum(frueh)} möglich; stellen Sie ihn, bevor die 52 Wochen vorbei sind.",
            START + "#dauer",
        )
    ]
    if deckel.deckel is not None and deckel.ab is not None:
        text = f"Ab hier gilt der Deckel von {deckel.deckel.anzeige} am Tag."
        termine.insert(
            0,
            Termin(
                "Deckel nach sechs Monaten", deckel.ab, text, DECKELSEITE + "#deckel"
            ),
        )
    return termine


def _kern(
    voraussetzungen: list[Voraussetzung], ergebnis: dict[str, Wert]
) -> Kernaussage:
    gescheitert = [v for v in voraussetzungen if v.erfuellt is False]
    if gescheitert:
        return Kernaussage(
            "Derzeit kein Anspruch auf Notstandshilfe",
            nachsatz=gescheitert[0].begruendung,
        )
    groessen = {
        name: wert for name, wert in ergebnis.items() if isinstance(wert, Groesse)
    }
    teile = ("tagsatz_ungekuerzt", "familienzuschlag", "anrechnung_tag", "tagsatz")
    nachsatz = f"Das sind {groessen['monat_30'].anzeige} in 30 Tagen."
    spaeter, ab = groessen.get("tagsatz_gedeckelt"), ergebnis.get("deckelung_ab")
    if spaeter is not None and isinstance(ab, date) and spaeter < groessen["tagsatz"]:
        nachsatz += f" Ab {datum(ab)} sind es {spaeter.anzeige} am Tag."
    return Kernaussage(
        "Sie bekommen voraussichtlich",
        f"{groessen['tagsatz'].anzeige} am Tag",
        nachsatz,
        [Summe(groessen[t].name, groessen[t].anzeige, groessen[t].norm) for t in teile],
    )


def _pruefe_daten(angaben: Angaben) -> None:
    fehler = []
    for feld in ("geburtsdatum", "letzter_bezug"):
        if angaben.gegeben(feld) and angaben[feld] > angaben["stichtag"]:
            name = angaben.felder[feld].label
            fehler.append(
                Angabenfehler(feld, f"{name}: Der Tag liegt nach dem Stichtag.")
            )
    if fehler:
        raise AngabenUnvollstaendig(fehler)
