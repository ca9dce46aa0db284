"""Stimmt mein Bescheid?: vergleicht die Mitteilung des AMS Zeile für Zeile mit der eigenen Rechnung (§ 47 AlVG)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from ...angaben import Angaben
from ...anzeige import datum, in_worten
from ...ergebnis import Antwort, Hinweis, Kernaussage, Termin, Wert
from ...fehler import Angabenfehler, AngabenUnvollstaendig
from ...feiertage import ist_arbeitstag
from ...groesse import Groesse
from ...werte import Werte
from ...zeit import plus_monate
from .. import abgeleitet, arbeitslosengeld
from . import dauer, hoehe
from .brief import brief
from .felder import FELDER, MITTEILUNG
from .zeile import Zeile

TITEL = "Stimmt mein Bescheid?"
JAHRESWERTE = ("alg_hoechstbemessungsgrundlage_monat",)
SEITE = "ratgeber/arbeitslosengeld/mitteilung-pruefen/"
_FRIST = "ams_feststellungsbescheid_monate"
_ZAHLEN = tuple(
    feld.name
    for feld in MITTEILUNG
    if feld.name not in ("zugestellt_am", "mitteilung_vom")
)

__all__ = ["FELDER", "JAHRESWERTE", "TITEL", "berechne", "widersprueche"]


def berechne(angaben: Angaben, werte: Werte) -> Antwort:
    """Welche Zeilen stimmen, welche abweichen und warum, bis wann ein Bescheid zu verlangen ist, und der Brief."""
    _pruefe(angaben)
    eigene = _eigene(angaben)
    gerechnet = _gerechnet(eigene, werte)
    zeilen = [
        *hoehe.zeilen(angaben, eigene, werte),
        *dauer.zeilen(angaben, eigene, gerechnet, werte),
    ]
    abweichende = [zeile for zeile in zeilen if zeile.urteil == "weicht_ab"]
    nachteile = [zeile for zeile in abweichende if zeile.zum_nachteil]
    frist = _frist(angaben, werte)
    ergebnis: dict[str, Wert] = {
        **_werte(zeilen),
        "abweichungen": len(abweichende),
        **({"frist_bis": frist} if frist else {}),
    }
    return Antwort(
        ergebnis,
        hinweise=[
            *_hinweise(zeilen, abweichende, werte),
            *abgeleitet.hinweis(ergebnis, "werte/"),
        ],
        termine=_termine(frist, bool(nachteile), werte),
        kern=_kern(zeilen, abweichende, frist if nachteile else None, werte),
        zusatz={
            "zeilen": [zeile.als_dict() for zeile in zeilen],
            **({"brief": brief(angaben, nachteile)} if nachteile else {}),
        },
    )


def _pruefe(angaben: Angaben) -> None:
    """Mindestens eine Zahl der Mitteilung, und nichts, das einander widerspricht."""
    fehler = list(widersprueche(angaben))
    if not any(angaben.gegeben(feld) for feld in _ZAHLEN):
        meldung = "Bitte tragen Sie mindestens eine Zahl von der Mitteilung ein."
        fehler.insert(0, Angabenfehler("mitteilung_tagsatz", meldung))
    if fehler:
        raise AngabenUnvollstaendig(fehler)


def widersprueche(angaben: Angaben) -> Iterator[Angabenfehler]:
    """Tage der Mitteilung in verkehrter Reihenfolge und Widersprüche in den eigenen Angaben."""
    beginn, ende = angaben["mitteilung_beginn"], angaben["mitteilung_ende"]
    if beginn and ende and ende < beginn:
        yield Angabenfehler("mitteilung_ende", "Das Ende liegt vor dem Beginn.")
    vom, zugestellt = angaben["mitteilung_vom"], angaben["zugestellt_am"]
    if vom and zugestellt and zugestellt < vom:
        meldung = (
            "Die Mitteilung kann nicht zugestellt sein, bevor sie geschrieben wurde."
        )
        yield Angabenfehler("zugestellt_am", meldung)
    yield from arbeitslosengeld.widersprueche(_eigene(angaben))


def _eigene(angaben: Angaben) -> Angaben:
    """Die eigenen Angaben, wie sie der Rechner für das Arbeitslosengeld nimmt."""
    felder = {feld.name: feld for feld in arbeitslosengeld.FELDER}
    return Angaben(felder, {n: w for n, w in angaben.werte.items() if n in felder})


def _gerechnet(eigene: Angaben, werte: Werte) -> Mapping[str, Wert]:
    """Was sich aus den eigenen Angaben allein ergibt; nichts, wenn dafür zu wenig da ist."""
    try:
        return arbeitslosengeld.berechne(eigene, werte).werte
    except AngabenUnvollstaendig as unvollstaendig:
        nichts_da = {"brutto_monat", "beitragsgrundlagen"}
        if {fehler.feld for fehler in unvollstaendig.fehler} <= nichts_da:
            return {}
        raise


def _werte(zeilen: Sequence[Zeile]) -> dict[str, Wert]:
    """Unsere Zahl zu jeder Zeile der Mitteilung."""
    return {
        zeile.schluessel: zeile.gerechnet
        for zeile in zeilen
        if zeile.gerechnet is not None
    }


def _frist(angaben: Angaben, werte: Werte) -> date | None:
    """Der letzte Tag für den Antrag auf einen Feststellungsbescheid, gezählt ab der Zustellung (§ 47 Abs. 1 AlVG)."""
    if not angaben.gegeben("zugestellt_am") or not werte.falls_vorhanden(_FRIST):
        return None
    return plus_monate(angaben["zugestellt_am"], werte.anzahl(_FRIST))


def _termine(frist: date | None, noetig: bool, werte: Werte) -> list[Termin]:
    if frist is None:
        return []
    monate = werte[_FRIST].anzeige
    text = f"{monate} ab Zustellung. Bis dahin muss der Brief abgeschickt oder abgegeben sein, am besten eingeschrieben oder über MeinAMS."
    if not ist_arbeitstag(frist):
        text += " Der Tag ist kein Arbeitstag: Schicken Sie ihn davor ab."
    name = (
        "Feststellungsbescheid verlangen"
        if noetig
        else "Letzter Tag für einen Feststellungsbescheid"
    )
    return [Termin(name, frist, text, SEITE + "#feststellungsbescheid")]


def _kern(
    zeilen: Sequence[Zeile],
    abweichende: Sequence[Zeile],
    frist: date | None,
    werte: Werte,
) -> Kernaussage:
    geprueft = [zeile for zeile in zeilen if zeile.urteil != "nicht_gerechnet"]
    if not geprueft:
        return Kernaussage(
            "Noch nichts nachgerechnet",
            nachsatz="Tragen Sie auch die Bemessungsgrundlage oder Ihre eigenen Angaben ein.",
        )
    if not abweichende:
        alles = len(geprueft) == len(zeilen)
        if len(geprueft) == 1:
            wort = "Die Zahl stimmt" if alles else "Die nachgerechnete Zahl stimmt"
        else:
            welche = "" if alles else "nachgerechneten "
            wort = f"Alle {len(geprueft)} {welche}Zahlen stimmen"
        return Kernaussage(
            f"{wort} mit unserer Rechnung überein", nachsatz=_offen(zeilen, geprueft)
        )
    wort = (
        "Eine Zahl weicht ab"
        if len(abweichende) == 1
        else f"{len(abweichende)} Zahlen weichen ab"
    )
    zahl, monat = _geld(zeilen, werte)
    bis = (
        f" Verlangen Sie bis {datum(frist)} einen Feststellungsbescheid."
        if frist
        else ""
    )
    return Kernaussage(wort, zahl, f"{monat}{bis}".strip())


def _offen(zeilen: Sequence[Zeile], geprueft: Sequence[Zeile]) -> str:
    offen = [zeile.name for zeile in zeilen if zeile not in geprueft]
    return f"Nicht nachgerechnet: {', '.join(offen)}." if offen else ""


def _geld(zeilen: Sequence[Zeile], werte: Werte) -> tuple[str, str]:
    """Der Unterschied am Tag und in 30 Tagen, wenn der Tagsatz abweicht."""
    for zeile in zeilen:
        soll, haben = zeile.gerechnet, zeile.mitteilung
        if zeile.schluessel != "tagsatz" or zeile.urteil != "weicht_ab":
            continue
        assert isinstance(soll, Groesse) and isinstance(haben, Groesse)
        abstand = haben.wert - soll.wert
        wort = "mehr" if abstand > 0 else "weniger"
        im_monat = abs(abstand) * werte["zeit_tage_pro_monat"].wert
        return (
            f"{in_worten(abs(abstand), '€')} am Tag {wort}",
            f"Die Mitteilung nennt {haben.anzeige}, wir rechnen {soll.anzeige}. In 30 Tagen sind das "
            f"{in_worten(Decimal(im_monat), '€')} {wort}.",
        )
    return "", ""


def _hinweise(
    zeilen: Sequence[Zeile], abweichende: Sequence[Zeile], werte: Werte
) -> Iterator[Hinweis]:
    offen = [zeile.name for zeile in zeilen if zeile.urteil == "nicht_gerechnet"]
    if offen:
        text = f"Nicht nachgerechnet: {', '.join(offen)}. Dazu fehlen eigene Angaben, etwa Brutto, Zeiten oder das Ende der Arbeit."
        yield Hinweis("annahme", text, SEITE + "#nachrechnen")
    if not werte.falls_vorhanden(_FRIST):
        text = "Welche Frist für einen Feststellungsbescheid damals galt, steht nicht in unseren Tabellen. Fragen Sie beim AMS nach."
        yield Hinweis("achtung", text, SEITE + "#feststellungsbescheid")
    ratlos = [zeile for zeile in abweichende if not zeile.ursachen]
    if ratlos:
        text = (
            f"Für {', '.join(zeile.name for zeile in ratlos)} haben wir keine Rechnung gefunden, die genau die Zahl der "
            "Mitteilung ergibt. Prüfen Sie Ihre Angaben und fragen Sie beim AMS nach dem Rechenweg."
        )
        yield Hinweis("info", text, SEITE + "#mitteilung")
    nachteile = [zeile for zeile in abweichende if zeile.zum_nachteil]
    guenstig = [zeile.name for zeile in abweichende if not zeile.zum_nachteil]
    if guenstig:
        text = (
            f"Günstiger als unsere Rechnung: {', '.join(guenstig)}. Prüfen Sie Ihre Angaben. Ein Bescheid kann auch "
            "niedriger ausfallen, und zu viel Bezahltes kann das AMS unter Umständen zurückverlangen. Lassen Sie sich "
            "beraten, bevor Sie schreiben."
        )
        yield Hinweis("achtung", text, "ratgeber/wehren/rueckforderung/")
    if nachteile:
        text = (
            "Fragen Sie zuerst Ihre:n Berater:in beim AMS; manches klärt sich am Telefon. Die Frist läuft aber weiter: "
            "Schicken Sie den Brief rechtzeitig."
        )
        yield Hinweis("achtung", text, SEITE + "#feststellungsbescheid")
        if jahre := werte.falls_vorhanden("ams_berichtigung_jahre"):
            text = (
                "Ist die Frist schon vorbei, bleibt die Berichtigung: für Zeiten, die höchstens "
                f"{jahre.anzeige} zurückliegen."
            )
            yield Hinweis("info", text, SEITE + "#berichtigung")
    text = "Das AMS rechnet mit eigenen Tabellen; Unterschiede von wenigen Cent kommen vor. Verbindlich ist erst der Bescheid."
    yield Hinweis("info", text, "grenzen/#netto")
