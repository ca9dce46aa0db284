"""Arbeitslosengeld: die Tage, bis zu denen etwas zu tun ist (§§ 11, 17, 19, 46 AlVG)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ...angaben import Angaben
from ...anzeige import datum
from ...ergebnis import Termin
from ...feiertage import erster_arbeitstag
from ...werte import Werte
from ...zeit import TAG
from . import geburtstag
from .anspruch import Anspruch
from .beginn import SEITE_RUHEN, SEITE_SPERRE, Beginn
from .fortbezug import SEITE as SEITE_FORTBEZUG

SEITE_ANTRAG = "ratgeber/job-verloren/antrag/#frist"
SEITE_MELDUNG = "ratgeber/arbeitslosengeld/unterbrechung/"
SEITE_NOTSTANDSHILFE = "ratgeber/notstandshilfe/#antrag"


def termine(
    angaben: Angaben,
    start: Beginn,
    bis: date | None,
    gefunden: Anspruch,
    gewinn: geburtstag.Vorteil | None,
    werte: Werte,
) -> list[Termin]:
    """Alle Termine, der früheste zuerst."""
    alle = [
        *_antrag(angaben),
        *_neue_stelle(angaben, start, werte),
        *_nach_dem_ruhen(start, werte),
        *_restanspruch(gefunden),
        *([geburtstag.termin(gewinn)] if gewinn else []),
        *_notstandshilfe(bis, werte),
    ]
    return sorted(alle, key=lambda termin: termin.am)


def _antrag(angaben: Angaben) -> Iterator[Termin]:
    if not angaben.gegeben("dienstverhaeltnis_ende"):
        return
    erster = angaben["dienstverhaeltnis_ende"] + TAG
    spaetestens = erster_arbeitstag(erster)
    if angaben["stichtag"] <= spaetestens:
        text = (
            "Spätestens am ersten Arbeitstag nach dem Ende Ihrer Arbeit. Wer später kommt, "
            "verliert die Tage dazwischen."
        )
        yield Termin("Antrag stellen", spaetestens, text, SEITE_ANTRAG)


def _neue_stelle(angaben: Angaben, start: Beginn, werte: Werte) -> Iterator[Termin]:
    if start.sperre_bis is None:
        return
    wochen = werte["alg_nachsicht_neue_stelle_wochen"]
    tage = int(wochen.wert) * werte.anzahl("zeit_tage_pro_woche")
    bis = angaben["dienstverhaeltnis_ende"] + timedelta(days=tage)
    if angaben["stichtag"] <= bis:
        text = (
            f"Beginnen Sie binnen {wochen.anzeige} nach dem Ende der Arbeit eine neue versicherte Stelle, "
            "kann das AMS die gesperrten Tage nachzahlen."
        )
        yield Termin(
            "Neue Stelle, damit die Sperre entfallen kann",
            bis,
            text,
            SEITE_SPERRE + "#nachsicht",
        )


def _nach_dem_ruhen(start: Beginn, werte: Werte) -> Iterator[Termin]:
    """Bis 62 Tage genügt die Wiedermeldung, nach mehr braucht es einen neuen Antrag (§ 46 Abs. 5 AlVG)."""
    if not start.ruhenstage or start.ruhen_bis is None:
        return
    am = erster_arbeitstag(start.ruhen_bis + TAG)
    grenze = werte["alg_unterbrechung_tage"]
    if start.ruhenstage > grenze.wert:
        text = f"Das Ruhen dauert mehr als {grenze.anzeige}. Stellen Sie sofort danach einen neuen Antrag."
        yield Termin(
            "Neuen Antrag stellen", am, text, SEITE_MELDUNG + "#zweiundsechzig-tage"
        )
        return
    text = (
        f"Am {datum(start.ruhen_bis)} endet das Ruhen. Melden Sie sich sofort danach beim AMS; "
        "ein neuer Antrag ist nicht nötig."
    )
    yield Termin("Beim AMS wiedermelden", am, text, SEITE_RUHEN + "#ruhen")


def _restanspruch(gefunden: Anspruch) -> Iterator[Termin]:
    restlich = gefunden.fortbezug
    if restlich is None or restlich.frist is None or gefunden.befund.erfuellt:
        return
    if restlich.rechtzeitig:
        text = "Bis dahin können Sie die restlichen Tage von früher beantragen."
        yield Termin("Restliche Tage beantragen", restlich.frist, text, SEITE_FORTBEZUG)


def _notstandshilfe(bis: date | None, werte: Werte) -> Iterator[Termin]:
    if bis is None:
        return
    vorher = werte.falls_vorhanden("nh_antrag_frueh_wochen")
    ab = f" Das geht bis zu {vorher.anzeige} vorher." if vorher else ""
    text = f"Voraussichtlich der letzte Tag mit Arbeitslosengeld. Beantragen Sie die Notstandshilfe davor.{ab}"
    yield Termin("Notstandshilfe beantragen", bis, text, SEITE_NOTSTANDSHILFE)
