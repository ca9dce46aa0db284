"""Was steht mir zu?: fragt einmal und rechnet Arbeitslosengeld, Notstandshilfe, Mindestsicherung und Rezeptgebühr."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from ...angaben import Angaben
from ...ergebnis import Antwort, Gegenprobe, Termin, Voraussetzung
from ...fehler import Angabenfehler, AngabenUnvollstaendig
from ...werte import Werte
from .. import (
    arbeitslosengeld,
    mindestsicherung,
    notstandshilfe,
    rezeptgebuehr,
    zeitleiste,
)
from ..zeitleiste import Phase
from .ausgabe import BEGINN_FEHLT, als_leistung, hauptwerte, hinweise, kernaussage
from .ergaenzung import (
    SEITE_MS,
    SEITE_REZEPT,
    lagen,
    mindestsicherungen,
    nicht_in_wien,
    rezeptgebuehren,
    was_fehlt,
)
from .felder import FELDER
from .monate import bis_zum_horizont, vorschau
from .nicht_gerechnet import nicht_gerechnet
from .teile import (
    FUER_NOTSTANDSHILFE,
    Teil,
    teil_arbeitslosengeld,
    teil_notstandshilfe,
)
from .uebertragung import fuer_arbeitslosengeld

TITEL = "Was steht mir zu?"
JAHRESWERTE = tuple(
    dict.fromkeys(
        schluessel
        for werk in (arbeitslosengeld, notstandshilfe, mindestsicherung, rezeptgebuehr)
        for schluessel in werk.JAHRESWERTE
    )
)

__all__ = ["FELDER", "JAHRESWERTE", "TITEL", "berechne"]

T = TypeVar("T")

_NUR_WIEN = (
    "Wir rechnen nur die Wiener Mindestsicherung. Fragen Sie in Ihrem Bundesland bei der Bezirkshauptmannschaft oder beim "
    "Magistrat nach Sozialhilfe oder Mindestsicherung."
)


def berechne(angaben: Angaben, werte: Werte) -> Antwort:
    """Alle vier Leistungen, in der Reihenfolge der Zeit und des Vorrangs."""
    alg, nh, ms, rezept = _teile(angaben, werte)
    teile = [alg, nh, *ms, *rezept]
    nichts = all(teil.steht_zu is False for teil in teile)
    if all(teil.antwort is None for teil in teile):
        raise AngabenUnvollstaendig(_nichts_da(angaben))
    phasen = bis_zum_horizont(angaben, _phasen(angaben, alg, nh), werte)
    marken = zeitleiste.deckelmarke(nh.werte) if nh.art == "ergebnis" else []
    monate = _monate(angaben, alg, nh, phasen, ms, werte)
    return Antwort(
        hauptwerte(angaben, alg, nh, ms, rezept, werte),
        voraussetzungen=[_voraussetzung(teil) for teil in teile] if nichts else [],
        hinweise=hinweise(angaben, teile, monate, werte),
        termine=_termine(teile),
        gegenproben=_gegenproben(teile),
        kern=kernaussage(alg, nh, ms),
        zusatz={
            "leistungen": [als_leistung(teil) for teil in teile],
            "nicht_gerechnet": nicht_gerechnet(angaben),
            "monate": monate,
            **zeitleiste.als_zusatz(phasen, marken),
        },
    )


def _teile(angaben: Angaben, werte: Werte) -> tuple[Teil, Teil, list[Teil], list[Teil]]:
    """Die Antworten der vier Rechner; was an den Angaben nicht stimmt, kommt von allen zugleich."""
    fehler: list[Angabenfehler] = []
    alg = _versuche(fehler, lambda: teil_arbeitslosengeld(angaben, werte))
    nh = alg and _versuche(fehler, lambda: teil_notstandshilfe(angaben, alg, werte))
    if not (alg and nh):
        # Auch ohne das Geld vom AMS zeigt sich, ob die Angaben zum Haushalt zusammenpassen.
        if angaben["haushalt"] is not None:
            abschnitte = lagen(angaben, [])
            _versuche(
                fehler, lambda: list(mindestsicherungen(angaben, abschnitte, werte))
            )
        raise AngabenUnvollstaendig(_bekannte(fehler))
    grund = was_fehlt(angaben, _was_vom_ams_fehlt(alg, nh), werte)
    if grund:
        offen = Teil(
            "mindestsicherung", "Mindestsicherung", "offen", grund=grund, seite=SEITE_MS
        )
        gebuehr = Teil(
            "rezeptgebuehr", "Rezeptgebühr", "offen", grund=grund, seite=SEITE_REZEPT
        )
        return alg, nh, [offen], [gebuehr]
    abschnitte = lagen(angaben, _phasen(angaben, alg, nh))
    woanders = Teil(
        "mindestsicherung", "Mindestsicherung", "offen", grund=_NUR_WIEN, seite=SEITE_MS
    )
    ms = (
        [woanders]
        if nicht_in_wien(angaben)
        else _versuche(
            fehler, lambda: list(mindestsicherungen(angaben, abschnitte, werte))
        )
    )
    rezept = _versuche(
        fehler, lambda: list(rezeptgebuehren(angaben, abschnitte, werte))
    )
    if ms is None or rezept is None:
        raise AngabenUnvollstaendig(_bekannte(fehler))
    return alg, nh, ms, rezept


def _versuche(fehler: list[Angabenfehler], rechne: Callable[[], T]) -> T | None:
    try:
        return rechne()
    except AngabenUnvollstaendig as unvollstaendig:
        fehler += unvollstaendig.fehler
        return None


def _bekannte(fehler: Sequence[Angabenfehler]) -> list[Angabenfehler]:
    """Je Feld eine Meldung, an einem Feld, das es hier gibt."""
    namen = {feld.name for feld in FELDER}
    ersatz = {
        "einkommen_monat": "anderes_einkommen_monat",
        "netto_haushalt": "partner_netto_monat",
    }
    gesehen: dict[str, Angabenfehler] = {}
    for einer in fehler:
        stamm = einer.feld.partition("[")[0]
        feld = einer.feld if stamm in namen else ersatz.get(stamm, "")
        gesehen.setdefault(feld, Angabenfehler(feld, einer.meldung))
    return list(gesehen.values())


def _nichts_da(angaben: Angaben) -> list[Angabenfehler]:
    """Was mindestens nötig ist: Geld vom AMS geht vor, ohne es lässt sich nichts sagen."""
    if angaben["lage"] == "ausgeschoepft":
        return [
            Angabenfehler(feld, "Bitte ausfüllen: Es steht auf der Mitteilung des AMS.")
            for feld in FUER_NOTSTANDSHILFE
            if not angaben.gegeben(feld)
        ]
    return [
        Angabenfehler(
            "brutto_monat",
            "Bitte geben Sie Ihr Brutto an oder wie lange Sie versichert waren. Geld vom AMS geht vor; ohne diese "
            "Angaben lässt sich nichts sagen.",
        )
    ]


def _was_vom_ams_fehlt(alg: Teil, nh: Teil) -> str:
    """Was fehlt, bis feststeht, wie viel Geld vom AMS neben der Mindestsicherung käme; leer, wenn nichts."""
    betrag = "wie viel Geld Sie vom AMS bekommen; es geht vor und zählt als Einkommen"
    if alg.art == "ergebnis" and alg.tagsatz is not None:
        return (
            "" if alg.von else f"{BEGINN_FEHLT}, damit feststeht, ab wann das AMS zahlt"
        )
    if alg.art == "kein_anspruch" and nh.art != "offen":
        return ""
    return betrag


def _ams_bekannt(alg: Teil, nh: Teil) -> bool:
    return not _was_vom_ams_fehlt(alg, nh)


def _phasen(angaben: Angaben, alg: Teil, nh: Teil) -> list[Phase]:
    phasen: list[Phase] = []
    if alg.antwort and alg.art == "ergebnis":
        phasen += zeitleiste.arbeitslosengeld(fuer_arbeitslosengeld(angaben), alg.werte)
    if nh.art == "ergebnis" and nh.von:
        phasen += zeitleiste.notstandshilfe(nh.von, nh.werte)
    return phasen


def _monate(
    angaben: Angaben,
    alg: Teil,
    nh: Teil,
    phasen: list[Phase],
    ms: list[Teil],
    werte: Werte,
) -> list[dict[str, object]]:
    """Die Vorschau; leer, solange nicht feststeht, wie viel und bis wann das AMS zahlt."""
    if not _ams_bekannt(alg, nh) or (alg.art == "ergebnis" and alg.bis is None):
        return []
    if not phasen and ms[0].antwort is None:
        return []
    bekannt_bis = alg.bis if nh.art == "offen" else None
    mit_ergaenzung = any(teil.antwort is not None for teil in ms)
    return vorschau(angaben, phasen, bekannt_bis, mit_ergaenzung, werte)


def _voraussetzung(teil: Teil) -> Voraussetzung:
    """Ob die Leistung zusteht, als eine Zeile; die Bedingungen selbst stehen bei ihrer Antwort."""
    kern = teil.kern
    grund = " ".join(
        filter(
            None,
            (
                kern.satz.rstrip(".") + ":" if kern.zahl else "",
                kern.zahl and f"{kern.zahl}.",
                kern.nachsatz,
            ),
        )
    )
    norm, seite = "", teil.seite
    if teil.antwort and teil.antwort.voraussetzungen:
        erste = next(
            (v for v in teil.antwort.voraussetzungen if v.erfuellt is False),
            teil.antwort.voraussetzungen[0],
        )
        norm, seite = erste.norm, erste.seite
    name = (
        "Sie sind von der Rezeptgebühr befreit"
        if teil.rechner == "rezeptgebuehr"
        else f"{teil.titel} steht Ihnen zu"
    )
    return Voraussetzung(name, teil.steht_zu, grund or kern.satz, norm, seite)


def _termine(teile: Sequence[Teil]) -> list[Termin]:
    """Alle Termine der Leistungen, die zustehen, jeder einmal und der früheste zuerst."""
    erste = {teil.rechner: teil for teil in reversed(teile) if teil.art == "ergebnis"}
    alle = [t for teil in erste.values() if teil.antwort for t in teil.antwort.termine]
    einmal = {(t.name, t.am): t for t in reversed(alle)}
    return sorted(einmal.values(), key=lambda termin: (termin.am, termin.name))


def _gegenproben(teile: Sequence[Teil]) -> list[Gegenprobe]:
    return [
        Gegenprobe(f"{teil.titel}: {probe.text}", probe.norm, probe.seite)
        for teil in teile
        if teil.antwort and teil.art == "kein_anspruch"
        for probe in teil.antwort.gegenproben
    ]
