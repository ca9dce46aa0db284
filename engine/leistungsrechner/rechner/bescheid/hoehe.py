"""Stimmt mein Bescheid?: Bemessungsgrundlage, Grundbetrag, Zuschläge und Tagsatz Zeile für Zeile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ...angaben import Angaben
from ...groesse import Groesse, angabe
from ...werte import Werte
from ...zeit import plus_jahre
from ..arbeitslosengeld import hoehe as alg
from ..arbeitslosengeld import zuschlagspersonen
from ..arbeitslosengeld.bemessung import (
    ausgewaehlte,
    bemessungsgrundlage,
    durchschnitt,
    lies_monate,
    zeitraum,
)
from .tarif import Tarif, andere_tarife, tagesnetto
from .zeile import Probe, Ursache, Zeile, passende

_AUS_ANGABEN = "nach Ihren Angaben"
_AUS_MITTEILUNG = "aus der Bemessungsgrundlage der Mitteilung"
SEITE = "ratgeber/arbeitslosengeld/hoehe/"
SEITE_ZUSCHLAG = "ratgeber/familie/familienzuschlag/#kinder"
SEITE_PARTNER = "ratgeber/familie/familienzuschlag/#partner"


@dataclass(frozen=True)
class Grundlage:
    """Die Bemessungsgrundlage, von der aus weitergerechnet wird, und woher sie ist."""

    betrag: Groesse
    woher: str


def zeilen(angaben: Angaben, eigene: Angaben, werte: Werte) -> Iterator[Zeile]:
    """Die Zeilen zur Höhe, soweit die Mitteilung eine Zahl dafür hat."""
    eigen = bemessungsgrundlage(eigene, werte)
    if angaben.gegeben("mitteilung_bemessungsgrundlage"):
        yield _bemessungsgrundlage(angaben, eigene, eigen, werte)
    grundlage = ausgangspunkt(angaben, eigen)
    if angaben.gegeben("mitteilung_grundbetrag"):
        yield _grundbetrag(angaben, grundlage, werte)
    if angaben.gegeben("mitteilung_familienzuschlaege"):
        yield _zuschlaege(angaben, eigene)
    if angaben.gegeben("mitteilung_tagsatz"):
        yield _tagsatz(angaben, eigene, grundlage, werte)


def ausgangspunkt(angaben: Angaben, eigen: Groesse | None) -> Grundlage | None:
    """Die Grundlage der Mitteilung, damit ein Fehler nicht in jeder Zeile wiederkehrt; sonst die eigene."""
    if angaben.gegeben("mitteilung_bemessungsgrundlage"):
        return Grundlage(_der_mitteilung(angaben), _AUS_MITTEILUNG)
    return None if eigen is None else Grundlage(eigen, _AUS_ANGABEN)


def _der_mitteilung(angaben: Angaben) -> Groesse:
    betrag = angaben["mitteilung_bemessungsgrundlage"]
    return angabe(betrag, "€/Monat", "Bemessungsgrundlage der Mitteilung")


def _bemessungsgrundlage(
    angaben: Angaben, eigene: Angaben, eigen: Groesse | None, werte: Werte
) -> Zeile:
    mitteilung = _der_mitteilung(angaben)
    ursachen = passende(mitteilung, _andere_grundlagen(eigene, werte)) if eigen else []
    return Zeile(
        "bemessungsgrundlage",
        "Bemessungsgrundlage",
        mitteilung,
        eigen,
        _AUS_ANGABEN,
        ursachen,
        "Höhe",
    )


def _andere_grundlagen(eigene: Angaben, werte: Werte) -> Iterator[Probe]:
    """Andere Wege zur Bemessungsgrundlage: ohne Sechstel, andere Grenze, andere Monate, ohne Aufwertung."""
    if eigene.gegeben("brutto_monat"):
        brutto = eigene.groesse("brutto_monat")
        yield Probe(
            "Die Sonderzahlungen fehlen: Es ist das Brutto ohne das Sechstel.",
            brutto.auf_cent(),
            SEITE + "#sonderzahlungen",
        )
        yield Probe(
            "Die Höchstbemessungsgrundlage ist nicht angewandt.",
            alg.bemessungsgrundlage_aus_brutto(brutto, werte),
            SEITE + "#bemessungsgrundlage",
        )
    if eigene.gegeben("geschuetzte_bemessungsgrundlage"):
        yield Probe(
            "Die frühere, geschützte Bemessungsgrundlage ist nicht berücksichtigt.",
            bemessungsgrundlage(
                _ohne(eigene, "geschuetzte_bemessungsgrundlage"), werte
            ),
            "ratgeber/arbeitslosengeld/neuer-anspruch/#ab-45",
        )
    yield from _andere_hoechstgrenzen(werte)
    yield from _andere_monate(eigene, werte)


def _andere_hoechstgrenzen(werte: Werte) -> Iterator[Probe]:
    seite = SEITE + "#bemessungsgrundlage"
    for jahre in (-1, 1):
        tag = plus_jahre(werte.stichtag, jahre)
        grenze = werte.am(tag).falls_vorhanden("alg_hoechstbemessungsgrundlage_monat")
        if grenze is not None:
            yield Probe(
                f"Es ist die Höchstbemessungsgrundlage des Jahres {tag.year}.",
                grenze,
                seite,
            )
    grenze = werte["alg_hoechstbemessungsgrundlage_monat"]
    teile = werte["alg_siebentel"]
    yield Probe(
        "Es ist die Höchstbemessungsgrundlage ohne den Anteil der Sonderzahlungen, wie das AMS früher gerechnet hat.",
        (grenze - grenze / teile).auf_cent(),
        seite,
    )


def _andere_monate(eigene: Angaben, werte: Werte) -> Iterator[Probe]:
    if not eigene["beitragsgrundlagen"]:
        return
    stichtag = eigene["stichtag"]
    alle = lies_monate(eigene["beitragsgrundlagen"])
    raum, seite = zeitraum(stichtag, werte), SEITE + "#monate"
    volle = [m for m in alle if m.voll and raum.von <= m.monat < raum.frist_bis]
    auswahl = {
        "Gezählt sind alle vollen Monate der letzten zwei Jahre.": volle,
        "Gezählt sind die 12 Monate unmittelbar vor dem Antrag statt jener davor.": [
            m for m in volle if raum.frist_von <= m.monat
        ],
        "Auch Monate mit Krankengeld sind mitgezählt.": [
            m for m in volle if m.monat < raum.frist_von and not m.lehrzeit
        ],
        "Auch Monate der Lehre sind mitgezählt.": [
            m for m in volle if m.monat < raum.frist_von and not m.krankengeld
        ],
    }
    for text, monate in auswahl.items():
        if monate:
            yield Probe(
                text, _gedeckelt(durchschnitt(monate, stichtag, werte), werte), seite
            )
    yield from _ein_monat_fehlt(eigene, werte)
    yield Probe(
        "Ältere Monate sind nicht aufgewertet.",
        _ohne_aufwertung(eigene, werte),
        SEITE + "#aufwertung",
    )


def _ein_monat_fehlt(eigene: Angaben, werte: Werte) -> Iterator[Probe]:
    alle = eigene["beitragsgrundlagen"]
    for eintrag in alle:
        rest = [anderer for anderer in alle if anderer is not eintrag]
        ohne = (
            bemessungsgrundlage(_mit(eigene, "beitragsgrundlagen", rest), werte)
            if rest
            else None
        )
        monat = f"{eintrag['monat']:%m/%Y}"
        yield Probe(f"Der Monat {monat} ist nicht mitgezählt.", ohne, SEITE + "#monate")


def _ohne_aufwertung(eigene: Angaben, werte: Werte) -> Groesse | None:
    """Der Durchschnitt der zählenden Monate, ohne ältere Jahre aufzuwerten."""
    monate = ausgewaehlte(
        lies_monate(eigene["beitragsgrundlagen"]), eigene["stichtag"], werte
    )
    if not monate or not all(m.voll for m in monate):
        return None
    summe = sum((m.betrag for m in monate), Decimal(0))
    return _gedeckelt(Groesse(summe / len(monate), "€/Monat", "Durchschnitt"), werte)


def _gedeckelt(durchschnittlich: Groesse, werte: Werte) -> Groesse:
    brutto = alg.bemessungsgrundlage_aus_brutto(durchschnittlich, werte)
    return alg.gedeckelte_bemessungsgrundlage(brutto, werte)


def _grundbetrag(angaben: Angaben, grundlage: Grundlage | None, werte: Werte) -> Zeile:
    mitteilung = angaben.groesse("mitteilung_grundbetrag")
    if grundlage is None:
        return Zeile("grundbetrag", "Grundbetrag", mitteilung, None, "", (), "Höhe")
    gerechnet = alg.grundbetrag(tagesnetto(grundlage.betrag, werte), werte)
    proben = (
        Probe(tarif.text, alg.grundbetrag(tarif.tagesnetto, tarif.werte), tarif.seite)
        for tarif in andere_tarife(grundlage.betrag, werte)
    )
    return Zeile(
        "grundbetrag",
        "Grundbetrag",
        mitteilung,
        gerechnet,
        grundlage.woher,
        passende(mitteilung, proben),
        "Höhe",
    )


def _zuschlaege(angaben: Angaben, eigene: Angaben) -> Zeile:
    haben: int = angaben["mitteilung_familienzuschlaege"]
    personen, _ = zuschlagspersonen(eigene)
    return Zeile(
        "familienzuschlaege",
        "Familienzuschläge",
        haben,
        personen,
        _AUS_ANGABEN,
        list(_andere_zuschlaege(haben, personen, eigene["kinder"])),
        "Familienzuschläge",
    )


def _andere_zuschlaege(haben: int, personen: int, kinder: int) -> Iterator[Ursache]:
    """Warum die Mitteilung eine andere Zahl von Zuschlägen nennt: für wen einer fehlt oder zu viel ist."""
    fehlen = personen - haben
    seite = SEITE_ZUSCHLAG
    if not fehlen:
        return
    if fehlen < 0:
        text = "Das AMS zahlt mehr Zuschläge, als Sie angegeben haben."
    elif haben == kinder:
        text = "Der Zuschlag für Ihre Partnerin oder Ihren Partner fehlt."
        seite = SEITE_PARTNER
    elif fehlen == 1:
        text = "Es fehlt ein Zuschlag."
    else:
        text = f"Es fehlen {fehlen} Zuschläge."
    yield Ursache(text, True, seite)


def _tagsatz(
    angaben: Angaben, eigene: Angaben, grundlage: Grundlage | None, werte: Werte
) -> Zeile:
    mitteilung = angaben.groesse("mitteilung_tagsatz")
    if grundlage is None:
        return Zeile("tagsatz", "Tagsatz", mitteilung, None, "", (), "Höhe")
    personen, _ = zuschlagspersonen(eigene)
    gerechnet = satz(grundlage.betrag, personen, werte).tagsatz
    ursachen = passende(
        mitteilung, _andere_tagsaetze(angaben, grundlage, personen, werte)
    )
    woher = f"{grundlage.woher}, mit {_zuschlaege_wort(personen)}"
    return Zeile("tagsatz", "Tagsatz", mitteilung, gerechnet, woher, ursachen, "Höhe")


def satz(grundlage: Groesse, personen: int, werte: Werte) -> alg.Tagsatz:
    """Der Tagsatz aus einer Bemessungsgrundlage."""
    return alg.tagsatz(alg.netto_im_monat(grundlage, werte), personen, werte)


def _andere_tagsaetze(
    angaben: Angaben, grundlage: Grundlage, personen: int, werte: Werte
) -> Iterator[Probe]:
    """Andere Zuschläge, ein fehlender Ergänzungsbetrag, der Grundbetrag der Mitteilung, andere Abzüge; auch zu zweit."""
    hier = satz(grundlage.betrag, personen, werte)
    anzahlen = _andere_zahlen(angaben, personen)
    for anzahl in anzahlen:
        yield Probe(
            _statt(anzahl, personen),
            satz(grundlage.betrag, anzahl, werte).tagsatz,
            SEITE_ZUSCHLAG,
        )
    if hier.ergaenzungsbetrag:
        ohne = hier.grundbetrag + hier.familienzuschlag
        yield Probe("Der Ergänzungsbetrag fehlt.", ohne, SEITE + "#ergaenzungsbetrag")
    if hier.familienzuschlag and hier.ergaenzungsbetrag:
        text = "Ergänzungsbetrag und Familienzuschläge fehlen."
        yield Probe(text, hier.grundbetrag, SEITE + "#ergaenzungsbetrag")
    if angaben.gegeben("mitteilung_grundbetrag"):
        grund = angaben.groesse("mitteilung_grundbetrag", "Grundbetrag der Mitteilung")
        text = "Er folgt aus dem Grundbetrag der Mitteilung."
        yield Probe(
            text, _zusammen(grund, hier.tagesnetto, personen, werte), SEITE + "#tagsatz"
        )
        for anzahl in anzahlen:
            anderer = _zusammen(grund, hier.tagesnetto, anzahl, werte)
            yield Probe(
                f"{text} {_statt(anzahl, personen)}", anderer, SEITE_ZUSCHLAG, True
            )
    for tarif in andere_tarife(grundlage.betrag, werte):
        yield Probe(tarif.text, _mit_tagesnetto(tarif, personen), tarif.seite)
        for anzahl in anzahlen:
            text = f"{tarif.text} {_statt(anzahl, personen)}"
            yield Probe(text, _mit_tagesnetto(tarif, anzahl), tarif.seite, True)


def _andere_zahlen(angaben: Angaben, personen: int) -> list[int]:
    """Wie viele Zuschläge es auch sein könnten: weniger, einer mehr oder so viele, wie dastehen."""
    genannt = angaben["mitteilung_familienzuschlaege"] or 0
    return sorted({*range(personen), personen + 1, genannt} - {personen})


def _statt(anzahl: int, personen: int) -> str:
    return f"Gerechnet ist mit {_zuschlaege_wort(anzahl)} statt mit {_zuschlaege_wort(personen)}."


def _mit_tagesnetto(tarif: Tarif, personen: int) -> Groesse:
    """Der Tagsatz aus dem Tagesnetto eines anderen Tarifs."""
    grund = alg.grundbetrag(tarif.tagesnetto, tarif.werte)
    return _zusammen(grund, tarif.tagesnetto, personen, tarif.werte)


def _zusammen(grund: Groesse, am_tag: Groesse, personen: int, werte: Werte) -> Groesse:
    """Grundbetrag, Familienzuschläge und Ergänzungsbetrag mit ihren Grenzen."""
    zuschlag = alg.familienzuschlag(personen, am_tag, grund, werte)
    grenze = alg.grenze(am_tag, personen, werte)
    return grund + zuschlag + alg.ergaenzungsbetrag(grund, zuschlag, grenze, werte)


def _zuschlaege_wort(anzahl: int) -> str:
    if not anzahl:
        return "keinem Familienzuschlag"
    return "einem Familienzuschlag" if anzahl == 1 else f"{anzahl} Familienzuschlägen"


def _mit(angaben: Angaben, feld: str, wert: object) -> Angaben:
    return replace(angaben, werte={**angaben.werte, feld: wert})


def _ohne(angaben: Angaben, feld: str) -> Angaben:
    return replace(angaben, werte={n: w for n, w in angaben.werte.items() if n != feld})
