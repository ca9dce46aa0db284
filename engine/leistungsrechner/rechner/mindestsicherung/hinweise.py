"""Mindestsicherung: was man zum Ergebnis wissen muss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from ...angaben import Angaben
from ...ergebnis import Hinweis, Wert
from ...groesse import Groesse
from ...werte import Werte
from .. import abgeleitet
from .einkommen import vermoegensfreibetrag
from .gemeinschaft import Gemeinschaft, partner_berechtigt
from .miete import SEITE as MIETSEITE
from .miete import Miete
from .standards import SEITE, mindeststandard, wohngemeinschaft_zaehlt

WOHNBEIHILFE = "ratgeber/wohnen/beihilfen/#wohnbeihilfe"


def zum_haushalt(angaben: Angaben, bg: Gemeinschaft, werte: Werte) -> Iterator[Hinweis]:
    """Was wir über den Haushalt annehmen und was davon offen ist."""
    if ohne_alter := _ohne_alter(bg):
        ab = werte["ms_jung_unter_jahre"].anzeige
        text = f"Für {' und '.join(ohne_alter)} fehlt das Geburtsdatum. Gerechnet ist wie ab {ab}n."
        yield Hinweis("annahme", text, SEITE + "#standards")
    if angaben["haushalt"] == "alleinerziehend" and not angaben["kinder"]:
        text = "Sie haben keine Kinder angegeben. Mit Kindern ist der Betrag höher."
        yield Hinweis("annahme", text, SEITE + "#kinder")
    if angaben["haushalt"] == "alleinstehend" and angaben["kinder"]:
        text = (
            "Mit Kindern im Haushalt gelten Sie als alleinerziehend; so ist gerechnet."
        )
        yield Hinweis("annahme", text, SEITE + "#kinder")
    if bg.kinder_mit_eigenem_geld:
        wer = (
            "Ein Kind hat"
            if bg.kinder_mit_eigenem_geld == 1
            else f"{bg.kinder_mit_eigenem_geld} Kinder haben"
        )
        grenze = werte["ms_standard_kind_monat"].anzeige
        text = (
            f"{wer} mehr als {grenze} eigenes Einkommen im Monat. Dafür gibt es keinen Mindeststandard, "
            "dafür zählt dieses Einkommen auch nicht. In der Wohnung wohnt das Kind trotzdem mit."
        )
        yield Hinweis("info", text, SEITE + "#kinder")
    yield from _person_ohne_anspruch(angaben, werte)
    yield from _zum_alter(angaben, bg, werte)


def _ohne_alter(bg: Gemeinschaft) -> list[str]:
    """Die Personen, deren Betrag vom Alter abhängt, das wir nicht kennen."""
    if bg.alleinerziehend:
        return []
    wer = {"Sie": "Sie", "Partner:in": "Ihre:n Partner:in"}
    return [
        wer[p.name] for p in bg.erwachsene if p.alter is None and not p.dauerleistung
    ]


def _person_ohne_anspruch(angaben: Angaben, werte: Werte) -> Iterator[Hinweis]:
    if not angaben.gegeben("einkommen_partner_nicht_berechtigt"):
        return
    frei = werte["ms_standard_paar_monat"].anzeige
    text = (
        f"Vom Einkommen einer Person ohne eigenen Anspruch zählt nur, was über {frei} liegt. "
        "Für diese Person gibt es keinen Mindeststandard."
    )
    yield Hinweis("info", text, SEITE + "#einkommen")


def _zum_alter(angaben: Angaben, bg: Gemeinschaft, werte: Werte) -> Iterator[Hinweis]:
    if werte.falls_vorhanden("ms_novelle_seit") and any(
        p.jung and not p.dauerleistung for p in bg.erwachsene
    ):
        text = (
            f"Für Menschen unter {werte['ms_jung_unter_jahre'].anzeige}n hat Wien für 2026 strengere Regeln angekündigt: den vollen Betrag nur mit "
            "Arbeit, Lehre oder Schule. Ob und seit wann sie gelten, konnten wir nicht bestätigen. "
            "Fragen Sie bei der MA 40 nach."
        )
        yield Hinweis("achtung", text, SEITE + "#standards")
    for datum_von, endung in (
        ("Ihr Geburtsdatum", ""),
        ("das Geburtsdatum Ihrer Partnerin oder Ihres Partners", "_partner"),
    ):
        if endung and not partner_berechtigt(angaben):
            continue
        geboren: date | None = angaben[f"geburtsdatum{endung}"]
        if (
            angaben[f"status{endung}"] == "ueber_50_arbeitsunfaehig"
            and geboren is not None
            and geboren.year >= werte.anzahl("ms_geboren_vor")
        ):
            text = (
                f"Der gewählte Status gilt nur für vor {werte.anzahl('ms_geboren_vor')} Geborene; {datum_von} passt nicht dazu. "
                "Bitte prüfen Sie beide Angaben."
            )
            yield Hinweis("achtung", text, SEITE + "#standards")


def zur_wohngemeinschaft(
    angaben: Angaben, bg: Gemeinschaft, einkommen: Groesse, werte: Werte
) -> Iterator[Hinweis]:
    """Seit 2026 hängt der Betrag davon ab, ob die Wohnung geteilt wird; ist das offen, nennt der Hinweis beide."""
    if not wohngemeinschaft_zaehlt(bg.antragstellend, bg, werte):
        return
    if (
        bg.wohngemeinschaft
        and angaben["bruttomiete"]
        and not angaben.gegeben("personen_wohnung")
    ):
        text = (
            "Sie teilen die Wohnung, haben aber nicht angegeben, wie viele darin leben. "
            "Gerechnet ist, als wäre die angegebene Miete Ihr Anteil."
        )
        yield Hinweis("annahme", text, MIETSEITE + "#schritte")
    if bg.wohngemeinschaft is None and bg.in_der_wohnung > bg.personen:
        allein = _rest(mindeststandard(bg, werte), einkommen)
        geteilt = _rest(
            mindeststandard(replace(bg, wohngemeinschaft=True), werte), einkommen
        )
        text = (
            "In der Wohnung leben noch andere Menschen. Seit 2026 kommt es darauf an, ob das eine "
            f"Wohngemeinschaft mit Erwachsenen ist: Ohne sind es {allein} Mindestsicherung, "
            f"in einer Wohngemeinschaft {geteilt}. Gerechnet ist ohne."
        )
        yield Hinweis("achtung", text, SEITE + "#wohngemeinschaft")


def _rest(standard: Groesse, einkommen: Groesse) -> str:
    return (standard - min(standard, einkommen)).anzeige


def zum_betrag(
    angaben: Angaben, bg: Gemeinschaft, einkommen: Groesse, werte: Werte
) -> Iterator[Hinweis]:
    """Was zum Betrag dazukommt oder sich daran ändern kann."""
    if einkommen:
        text = (
            "Arbeitslosengeld und Notstandshilfe zählen als Einkommen. Die Mindestsicherung ist dann eine "
            "Ergänzung und muss eigens bei der MA 40 beantragt werden."
        )
        yield Hinweis("info", text, SEITE + "#ergaenzung")
        text = "Urlaubs- und Weihnachtsgeld aus eigener Arbeit und Gutschriften des Finanzamts zählen nicht."
        yield Hinweis("info", text, SEITE + "#einkommen")
    zuschlag = werte.falls_vorhanden("ms_elternzuschlag_satz")
    if bg.kinder and zuschlag:
        basis = werte["ms_standard_alleinstehend_monat"].anzeige
        text = (
            f"Für Eltern gab es bis Ende 2025 einen Zuschlag je Elternteil: {zuschlag.anzeige} von {basis}. "
            "Er ist hier nicht eingerechnet."
        )
        yield Hinweis("info", text, SEITE + "#kinder")
    if any(p.dauerleistung for p in bg.erwachsene):
        text = "Im Mai und im Oktober kommt eine Sonderzahlung dazu. Sie ist im Monatsbetrag nicht enthalten."
        yield Hinweis("info", text, SEITE + "#sonderzahlung")
    if angaben.gegeben("kuerzung"):
        text = (
            "Die Kürzung trifft nur Ihren eigenen Lebensunterhalt. Das Geld für das Wohnen, die Mietbeihilfe "
            "und der Anteil der anderen Personen bleiben."
        )
        yield Hinweis(
            "info", text, "ratgeber/wenig-geld/mindestsicherung-pflichten/#kuerzung"
        )


def zur_miete(
    angaben: Angaben, bg: Gemeinschaft, miete: Miete | None
) -> Iterator[Hinweis]:
    """Was zur Mietbeihilfe fehlt oder offen ist."""
    if miete is None:
        text = "Mit der Bruttomiete rechnen wir auch die Mietbeihilfe aus."
        yield Hinweis("info", text, MIETSEITE + "#schritte")
        return
    if miete.obergrenze is None:
        text = (
            "Für so viele Personen kennen wir keine Mietbeihilfenobergrenze. Mietbeihilfe und Gesamtbetrag "
            "fehlen deshalb; die MA 40 nennt sie Ihnen unter 01 4000-8040."
        )
        yield Hinweis("achtung", text, MIETSEITE + "#obergrenzen")
    if miete.haertefall_ohne_reihe:
        text = (
            "Eine Obergrenze für Härtefälle haben wir für Ihren Haushalt nicht gefunden. "
            "Gerechnet ist mit der normalen; fragen Sie bei der MA 40 nach."
        )
        yield Hinweis("achtung", text, MIETSEITE + "#haertefall")
    if angaben.gegeben("personen_wohnung"):
        return
    if angaben["haushalt"] == "paar" and not partner_berechtigt(angaben):
        text = "Die Miete ist so geteilt, dass Ihre Partnerin oder Ihr Partner mit in der Wohnung lebt."
        yield Hinweis("annahme", text, MIETSEITE + "#schritte")
    elif bg.bei_eltern:
        text = "Die Miete wird auf alle geteilt, die in der Wohnung leben. Geben Sie an, wie viele das sind."
        yield Hinweis("achtung", text, MIETSEITE + "#schritte")


def ohne_anspruch() -> Iterator[Hinweis]:
    """Wer keine Mindestsicherung bekommt, kann Wohnbeihilfe haben."""
    text = "Ohne Mindestsicherung gibt es auch keine Mietbeihilfe. Fragen Sie bei der MA 50 nach Wohnbeihilfe."
    yield Hinweis("info", text, WOHNBEIHILFE)


def abgeleitete(
    angaben: Angaben, bg: Gemeinschaft, ergebnis: Mapping[str, Wert], werte: Werte
) -> list[Hinweis]:
    """Welche Beträge wir abgeleitet haben; mit Ersparnissen zählt auch der Freibetrag dazu."""
    gebraucht = dict(ergebnis)
    if angaben["vermoegen"]:
        gebraucht["vermoegensfreibetrag"] = vermoegensfreibetrag(bg, werte)
    return abgeleitet.hinweis(gebraucht, "werte/mindestsicherung/")
