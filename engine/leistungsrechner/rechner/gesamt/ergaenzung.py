"""Was steht mir zu?: Mindestsicherung und Rezeptgebühr neben dem Geld vom AMS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ...angaben import Angaben
from ...ergebnis import Antwort
from ...groesse import CENT, Groesse
from ...werte import Werte
from ...zeit import TAG, alter
from .. import mindestsicherung, rezeptgebuehr, zeitleiste
from .teile import Teil, werte_fuer
from .uebertragung import (
    einkommen_ohne_ams,
    fuer_mindestsicherung,
    fuer_rezeptgebuehr,
    verdient_zu_viel,
)

SEITE_MS = "ratgeber/wenig-geld/mindestsicherung/"
SEITE_REZEPT = "ratgeber/wenig-geld/rezeptgebuehr/"
_NEBEN = {
    "arbeitslosengeld": "neben dem Arbeitslosengeld",
    "notstandshilfe": "neben der Notstandshilfe",
    "deckel": "neben der Notstandshilfe mit Deckel",
}


@dataclass(frozen=True)
class Lage:
    """Ein Abschnitt, in dem das Geld vom AMS gleich bleibt; am_tag None heißt: es gibt keines."""

    titel: str
    von: date
    bis: date | None
    am_tag: Groesse | None


def nicht_in_wien(angaben: Angaben) -> bool:
    """Ob die Mindestsicherung nicht gerechnet werden kann, weil ein anderes Land zuständig ist."""
    return angaben["in_wien"] is False


def was_fehlt(angaben: Angaben, vom_ams: str, werte: Werte) -> str:
    """Was für Mindestsicherung und Rezeptgebühr fehlt; leer, wenn nichts."""
    fehlt = []
    if angaben["haushalt"] is None:
        fehlt.append("wie Sie leben (allein, alleinerziehend oder als Paar)")
    if angaben["haushalt"] == "paar" and not _partner_bekannt(angaben):
        fehlt.append("das Netto Ihrer Partnerin oder Ihres Partners")
    if verdient_zu_viel(angaben, werte):
        fehlt.append("das Netto Ihres Jobs; rechnen Sie mit dem einzelnen Rechner")
    elif angaben["geringfuegig_beschaeftigt"] and not angaben.gegeben(
        "erwerbseinkommen_monat"
    ):
        fehlt.append("Ihr Verdienst im kleinen Job")
    if vom_ams:
        fehlt.append(vom_ams)
    return f"Dazu fehlt: {'; '.join(fehlt)}." if fehlt else ""


def _partner_bekannt(angaben: Angaben) -> bool:
    return angaben.gegeben("partner_netto_monat") or angaben.gegeben(
        "einkommen_partner_nicht_berechtigt"
    )


def lagen(angaben: Angaben, phasen: list[zeitleiste.Phase]) -> list[Lage]:
    """Die Abschnitte ab dem Antrag: vor dem ersten Geld vom AMS, dann je Leistung einer."""
    zahlende = [phase for phase in phasen if phase.tagsatz is not None]
    stichtag: date = angaben["stichtag"]
    if not zahlende:
        return [Lage("", stichtag, None, None)]
    alle = [Lage(_NEBEN[p.art], p.von, p.bis, p.tagsatz) for p in zahlende]
    if stichtag < zahlende[0].von:
        vorher = zahlende[0].von - TAG
        alle.insert(0, Lage("vor dem ersten Geld vom AMS", stichtag, vorher, None))
    return alle


def einkommen(angaben: Angaben, am_tag: Groesse | None, werte: Werte) -> Groesse:
    """Das Einkommen der Erwachsenen in 30 Tagen: Geld vom AMS und was sie sonst haben."""
    sonst = einkommen_ohne_ams(angaben)
    if am_tag is not None:
        vom_ams = am_tag * werte["zeit_tage_pro_monat"]
        sonst = vom_ams + sonst if sonst else vom_ams
    if sonst.wert != sonst.wert.quantize(CENT):
        sonst = sonst.auf_cent()
    return sonst.als(
        "Einkommen der Erwachsenen im Monat",
        "§ 10 Abs. 1 WMG",
        SEITE_MS + "#voraussetzungen",
    )


def mindestsicherungen(
    angaben: Angaben, abschnitte: list[Lage], werte: Werte
) -> Iterator[Teil]:
    """Die Mindestsicherung in jedem Abschnitt; ein Nein nur beim ersten Mal."""
    verneint = False
    for lage in abschnitte:
        dann, vorschau = werte_fuer(mindestsicherung, lage.von, werte)
        eigene = fuer_mindestsicherung(
            angaben, lage.von, einkommen(angaben, lage.am_tag, dann)
        )
        antwort = mindestsicherung.berechne(eigene, dann)
        if antwort.art != "ergebnis" and verneint:
            continue
        verneint = antwort.art != "ergebnis"
        titel = f"Mindestsicherung {lage.titel}".strip()
        von, bis = (lage.von, lage.bis) if antwort.art == "ergebnis" else (None, None)
        yield Teil(
            "mindestsicherung",
            titel,
            antwort.art,
            von,
            bis,
            antwort,
            seite=SEITE_MS,
            vorschau=vorschau,
            mit_ams=lage.am_tag is not None,
        )


def rezeptgebuehren(
    angaben: Angaben, abschnitte: list[Lage], werte: Werte
) -> Iterator[Teil]:
    """Die Befreiung im ersten Abschnitt mit Geld vom AMS, und später, wo sie sich ändert."""
    zahlende = [lage for lage in abschnitte if lage.am_tag is not None] or abschnitte
    zuletzt: object = None
    for lage in zahlende:
        dann, vorschau = werte_fuer(rezeptgebuehr, lage.von, werte)
        eigene = fuer_rezeptgebuehr(angaben, einkommen(angaben, lage.am_tag, dann))
        antwort = rezeptgebuehr.berechne(_am(eigene, lage.von), dann)
        befreit = antwort.werte["befreit"]
        if befreit is zuletzt:
            continue
        titel = "Rezeptgebühr" if zuletzt is None else f"Rezeptgebühr {lage.titel}"
        zuletzt = befreit
        yield Teil(
            "rezeptgebuehr",
            titel,
            "ergebnis" if befreit else "kein_anspruch",
            lage.von if befreit else None,
            None,
            antwort,
            seite=SEITE_REZEPT,
            vorschau=vorschau,
        )


def _am(angaben: Angaben, tag: date) -> Angaben:
    return replace(angaben, werte={**angaben.werte, "stichtag": tag})


class Monatsrechnung:
    """Rechnet die Mindestsicherung eines Monats; gleiche Monate nur einmal."""

    def __init__(self, angaben: Angaben, werte: Werte) -> None:
        self._angaben = angaben
        self._werte = werte
        self._gemerkt: dict[tuple[object, ...], tuple[Antwort, date | None]] = {}

    def am(self, monat: date, vom_ams: Groesse) -> tuple[Antwort, date | None]:
        """Die Antwort für einen Monat mit so viel Geld vom AMS; dazu der Tag, von dem die Werte sind, wenn neuere fehlen."""
        geboren = [self._angaben[f] for f in ("geburtsdatum", "geburtsdatum_partner")]
        jahre = [alter(tag, monat) if tag else None for tag in geboren]
        schluessel = (vom_ams.wert, monat.year, *jahre)
        if schluessel not in self._gemerkt:
            dann, werte_von = werte_fuer(mindestsicherung, monat, self._werte)
            gesamt = vom_ams + einkommen_ohne_ams(self._angaben)
            eigene = fuer_mindestsicherung(self._angaben, monat, gesamt)
            self._gemerkt[schluessel] = (
                mindestsicherung.berechne(eigene, dann),
                werte_von,
            )
        return self._gemerkt[schluessel]
