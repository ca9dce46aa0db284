"""Arbeitslosengeld: was man zum Ergebnis wissen muss."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...angaben import Angaben
from ...anzeige import datum, in_worten
from ...ergebnis import Hinweis, Voraussetzung, Wert
from ...werte import Werte
from ...zeit import TAG
from .. import abgeleitet
from . import geburtstag
from .anspruch import KURZER_WEG, Anspruch
from .anwartschaft import SEITE as SEITE_ANWARTSCHAFT
from .anwartschaft import hatte_leistung
from .beginn import SEITE_RUHEN, SEITE_SPERRE, Beginn, droht_sperre
from .bemessung import SCHUTZ, schutz_gilt
from .bezugsdauer import STUFEN
from .familie import zuschlagspersonen
from .fehlendes import fehlendes
from .fortbezug import SEITE as SEITE_FORTBEZUG
from .hoehe import SEITE as SEITE_HOEHE
from .schulung import SEITE as SEITE_SCHULUNG
from .termine import SEITE_ANTRAG
from .zeiten import Wirkung


def hinweise(
    angaben: Angaben,
    ergebnis: dict[str, Wert],
    start: Beginn,
    gefunden: Anspruch,
    nebenjob: Voraussetzung,
    gewinn: geburtstag.Vorteil | None,
    werte: Werte,
) -> list[Hinweis]:
    """Alle Hinweise, das Wichtigste zuerst."""
    return [
        *([geburtstag.hinweis(gewinn)] if gewinn else []),
        *fehlendes(angaben, ergebnis, gefunden, nebenjob),
        *_beendigung(angaben, start, gefunden),
        *_verspaetung(angaben, start),
        *_ruhen(angaben),
        *_zeiten(angaben, gefunden),
        *_doch_bezogen(angaben),
        *_restanspruch(gefunden),
        *zuschlagspersonen(angaben)[1],
        *_einkommen(angaben, ergebnis),
        *_schutz(angaben, ergebnis, werte),
        *_kurs(angaben, ergebnis, werte),
        *_bescheid(gefunden, werte),
        *abgeleitet.hinweis(ergebnis, "werte/arbeitslosengeld/"),
    ]


def _beendigung(
    angaben: Angaben, start: Beginn, gefunden: Anspruch
) -> Iterator[Hinweis]:
    art = angaben["beendigung"]
    if art is None and gefunden.erfuellt is False:
        return
    if art is None:
        text = "Gerechnet ist ohne Sperre. Haben Sie selbst gekündigt oder wurden Sie entlassen, geben Sie an, wie die Arbeit geendet hat."
        yield Hinweis("annahme", text, SEITE_SPERRE + "#wann")
    elif droht_sperre(angaben) and start.sperre_bis is None:
        text = "Nach dieser Art der Beendigung zahlt das AMS eine Zeit lang nicht. Für den Beginn fehlt der letzte Tag des Dienstverhältnisses."
        yield Hinweis("achtung", text, SEITE_SPERRE + "#wann")
    elif droht_sperre(angaben):
        text = (
            f"Das AMS zahlt bis {datum(start.sperre_bis)} nicht. Stellen Sie den Antrag trotzdem sofort: So sind Sie "  # type: ignore[arg-type]
            "versichert. Nennen Sie gute Gründe gleich im Antrag, etwa Gesundheit, ausstehenden Lohn, Mobbing oder "
            "eine neue Stelle. Dann kann die Sperre ganz oder zum Teil entfallen (Nachsicht)."
        )
        yield Hinweis("achtung", text, SEITE_SPERRE + "#nachsicht")
    elif art in ("kuendigung_selbst_wichtiger_grund", "austritt_berechtigt"):
        text = "Nennen und belegen Sie den Grund schon im Antrag. Erkennt ihn das AMS nicht an, gibt es eine Sperre."
        yield Hinweis("achtung", text, SEITE_SPERRE + "#nachsicht")
    if art in ("entlassung_unberechtigt", "austritt_berechtigt"):
        text = "Ihnen kann eine Kündigungsentschädigung zustehen. Für die Zeit, die sie abdeckt, ruht das Arbeitslosengeld."
        yield Hinweis("info", text, SEITE_RUHEN + "#kuendigungsentschaedigung")


def _verspaetung(angaben: Angaben, start: Beginn) -> Iterator[Hinweis]:
    """Tage, die verloren gehen, weil der Antrag nach dem ersten Arbeitstag kommt."""
    if not angaben.gegeben("dienstverhaeltnis_ende") or start.beginn is None:
        return
    erster = angaben["dienstverhaeltnis_ende"] + TAG
    sperren = [t + TAG for t in (start.sperre_bis, start.ruhen_bis) if t is not None]
    verloren = (start.beginn - max([erster, *sperren])).days
    if verloren > 0:
        text = (
            f"Zwischen dem Ende der Arbeit und dem Antrag gehen {in_worten(Decimal(verloren), 'Tage')} verloren. "
            "Arbeitslosengeld gibt es erst ab dem Antrag."
        )
        yield Hinweis("achtung", text, SEITE_ANTRAG)
    if angaben["stichtag"] < erster:
        text = f"Arbeitslos sind Sie erst ab {datum(erster)}; früher beginnt das Arbeitslosengeld nicht."
        yield Hinweis("info", text, SEITE_ANTRAG)


def _ruhen(angaben: Angaben) -> Iterator[Hinweis]:
    entschaedigung = angaben["kuendigungsentschaedigung_bis"]
    urlaub = angaben["urlaubsersatz_bis"]
    if entschaedigung and urlaub and urlaub <= entschaedigung:
        text = (
            "Die Urlaubsersatzleistung schließt an die Kündigungsentschädigung an. Zählen Sie ihre Tage erst ab "
            f"{datum(entschaedigung + TAG)}; sonst beginnt das Arbeitslosengeld später als hier gerechnet."
        )
        yield Hinweis("achtung", text, SEITE_RUHEN + "#urlaubsersatz")
    if angaben["krankengeld_bis"] or angaben["wochengeld_bis"]:
        text = "Die Gesundheitskasse meldet Sie nicht beim AMS an. Melden Sie sich am Tag nach dem letzten Tag der Leistung selbst."
        yield Hinweis("achtung", text, SEITE_RUHEN + "#krank")


def _zeiten(angaben: Angaben, gefunden: Anspruch) -> Iterator[Hinweis]:
    kurz = [
        f for f in (*KURZER_WEG, *(s.kurzfeld for s in STUFEN)) if angaben.gegeben(f)
    ]
    if gefunden.verlauf is None:
        yield from _wochen(angaben, gefunden.befund.erfuellt)
        return
    if kurz:
        text = "Gerechnet ist mit den einzelnen Zeiten. Die Wochen, die Sie dazu angegeben haben, zählen nicht."
        yield Hinweis("annahme", text, SEITE_ANWARTSCHAFT + "#was-zaehlt")
    if gefunden.verlauf.mit(Wirkung.KEINE):
        text = "Arbeit in EU, EWR oder Schweiz zählt hier nicht, weil danach kein versicherter Tag in Österreich liegt. Schon ein Tag genügt."
        yield Hinweis("achtung", text, SEITE_ANWARTSCHAFT + "#ausland")
    if hatte_leistung(angaben):
        text = "Zeiten, mit denen Sie schon früher Arbeitslosengeld bekommen haben, zählen nicht noch einmal. Lassen Sie diese weg."
        yield Hinweis("achtung", text, SEITE_ANWARTSCHAFT + "#wiederholt")
    heute = angaben["stichtag"]
    laufend = [z for z in angaben["zeiten"] if z["von"] <= heute <= z["bis"]]
    if any(z["art"] in ("ausbildung", "auslandsausbildung") for z in laufend):
        text = "Läuft die Ausbildung beim Antrag noch, verlängert sie die Rahmenfrist nicht. Klären Sie das mit dem AMS."
        yield Hinweis(
            "achtung", text, "ratgeber/arbeitslosengeld/rahmenfrist/#fuenf-jahre"
        )


def _wochen(angaben: Angaben, erfuellt: bool | None) -> Iterator[Hinweis]:
    """Wochen, die nicht zusammenpassen, und was der kurze Weg nicht kann."""
    felder = (
        "wochen_12_monate",
        "wochen_24_monate",
        *(s.kurzfeld for s in STUFEN[::-1]),
    )
    wochen = [angaben[f] for f in felder if angaben.gegeben(f)]
    if wochen != sorted(wochen):
        text = "Die Wochen passen nicht zusammen: In einem längeren Zeitraum können nicht weniger liegen als in einem kürzeren."
        yield Hinweis("achtung", text, SEITE_ANWARTSCHAFT + "#was-zaehlt")
    if erfuellt is not True and any(angaben.gegeben(f) for f in KURZER_WEG):
        text = (
            "Krankheit, Kinderbetreuung, Ausbildung und andere Gründe können den Zeitraum verlängern. "
            "Reichen die Wochen nicht, geben Sie Ihre Zeiten einzeln an."
        )
        yield Hinweis(
            "info", text, "ratgeber/arbeitslosengeld/rahmenfrist/#rahmenfrist"
        )


def _doch_bezogen(angaben: Angaben) -> Iterator[Hinweis]:
    """Wer Tage von früher hat, hatte schon eine Leistung, auch wenn „Nein“ angegeben ist."""
    nein = angaben.gegeben("frueher_bezogen") and not angaben["frueher_bezogen"]
    if nein and hatte_leistung(angaben):
        text = (
            "Sie geben an, dass Sie noch nie Geld aus der Arbeitslosenversicherung hatten, und nennen "
            "doch einen früheren Bezug. Gerechnet ist wie nach einem früheren Bezug."
        )
        yield Hinweis("achtung", text, SEITE_FORTBEZUG)


def _restanspruch(gefunden: Anspruch) -> Iterator[Hinweis]:
    restlich = gefunden.fortbezug
    if restlich is None:
        return
    if gefunden.im_fortbezug:
        text = "Die restlichen Tage bekommen Sie zum alten Tagsatz. Er steht auf Ihrer letzten Mitteilung."
        yield Hinweis("achtung", text, SEITE_FORTBEZUG)
    elif gefunden.befund.erfuellt:
        text = "Sie haben einen neuen Anspruch. Die restlichen Tage von früher verfallen; aussuchen können Sie es nicht."
        yield Hinweis("info", text, SEITE_FORTBEZUG)
    elif restlich.rechtzeitig is False:
        text = "Krankengeld, Kinderbetreuungsgeld, Pflege oder Selbstständigkeit können die fünf Jahre verlängern. Fragen Sie das AMS."
        yield Hinweis("info", text, SEITE_FORTBEZUG)


def _einkommen(angaben: Angaben, ergebnis: dict[str, Wert]) -> Iterator[Hinweis]:
    if angaben["beitragsgrundlagen"] and "tagsatz" not in ergebnis:
        text = (
            "Keiner der angegebenen Monate zählt für die Bemessung. Das AMS greift dann auf die "
            "Jahresbeitragsgrundlagen zurück, die bis Ende 2018 gespeichert wurden."
        )
        yield Hinweis("achtung", text, SEITE_HOEHE + "#monate")
    if "tagsatz" not in ergebnis:
        return
    yield Hinweis(
        "info",
        "Das AMS rechnet mit eigenen Tabellen. Sein Betrag kann um wenige Cent abweichen; "
        "verbindlich ist die Mitteilung oder der Bescheid des AMS.",
        SEITE_HOEHE + "#abweichung",
    )
    if angaben.gegeben("netto_monat"):
        yield Hinweis(
            "annahme",
            "Das Netto gilt, wie Sie es angegeben haben. Die Höchstbemessungsgrundlage ist "
            "dabei nicht geprüft; mit dem Brutto rechnen Sie genauer.",
            SEITE_HOEHE + "#netto",
        )


def _schutz(
    angaben: Angaben, ergebnis: dict[str, Wert], werte: Werte
) -> Iterator[Hinweis]:
    if not angaben.gegeben("geschuetzte_bemessungsgrundlage"):
        return
    if not schutz_gilt(angaben, werte):
        text = "Die frühere Bemessungsgrundlage schützt nur, wer bei jenem Antrag schon 45 war. Sie zählt hier nicht."
        yield Hinweis("achtung", text, SCHUTZ)
    elif "bemessungsgrundlage" in ergebnis:
        text = (
            "Die geschützte Bemessungsgrundlage ist ohne Anpassung an die Teuerung gerechnet, also ein Mindestwert. Nach "
            "der Rechtsprechung (VwGH 30.8.2022, Ra 2022/08/0067) kann mehr zustehen."
        )
        yield Hinweis("info", text, SCHUTZ)
    else:
        text = "Ob die geschützte Bemessungsgrundlage mehr bringt, zeigt erst der Vergleich mit dem neuen Brutto."
        yield Hinweis("annahme", text, SCHUTZ)


def _kurs(
    angaben: Angaben, ergebnis: dict[str, Wert], werte: Werte
) -> Iterator[Hinweis]:
    tage = angaben["schulung_tage"]
    if not tage:
        return
    if "schulungszuschlag" not in ergebnis:
        text = "Der Schulungszuschlag hängt bei einem so langen Kurs vom Tagsatz ab. Dazu fehlt Ihr Einkommen."
        yield Hinweis("annahme", text, SEITE_SCHULUNG)
    if tage >= werte.anzahl("alg_schulung_dreifach_ab_tage"):
        text = "Den höheren Schulungszuschlag gibt es nur, wenn Sie unmittelbar vor dem Kurs Arbeitslosengeld oder Notstandshilfe bekommen haben; sonst den einfachen."
        yield Hinweis("info", text, SEITE_SCHULUNG)


def _bescheid(gefunden: Anspruch, werte: Werte) -> Iterator[Hinweis]:
    if gefunden.erfuellt is False:
        text = "Stellen Sie den Antrag trotzdem: Nur das AMS entscheidet verbindlich, und Sie bekommen einen Bescheid, gegen den Sie sich wehren können."
        yield Hinweis("achtung", text, SEITE_ANWARTSCHAFT + "#reicht-nicht")
        return
    monate = werte.falls_vorhanden("ams_feststellungsbescheid_monate")
    frist = f"binnen {monate.anzeige}n" if monate else "rechtzeitig"
    text = f"Stimmt die Mitteilung des AMS nicht mit Ihrer Rechnung überein, verlangen Sie {frist} ab Zustellung einen Feststellungsbescheid."
    yield Hinweis(
        "info",
        text,
        "ratgeber/arbeitslosengeld/mitteilung-pruefen/#feststellungsbescheid",
    )
