"""Was steht mir zu?: die Antworten der Rechner für das Geld vom AMS, eine nach der anderen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import ModuleType

from ...angaben import Angaben
from ...ergebnis import Antwort, Kernaussage, Voraussetzung, Wert
from ...fehler import AngabenUnvollstaendig, KeineWerte
from ...groesse import Groesse
from ...werte import Werte
from ...zeit import TAG
from .. import arbeitslosengeld, notstandshilfe
from ..arbeitslosengeld.felder import EINKOMMEN
from ..notstandshilfe.einkommen import arbeitslos
from .uebertragung import (
    fuer_arbeitslosengeld,
    fuer_notstandshilfe,
    gefragt_nach_arbeitslosengeld,
    verdient_zu_viel,
)

FUER_NOTSTANDSHILFE = ("alg_grundbetrag", "tagesnetto", "alg_bezugsdauer_wochen")
SEITE_NH = "ratgeber/notstandshilfe/#voraussetzungen"


@dataclass(frozen=True)
class Teil:
    """Was ein Rechner zu einer Leistung sagt; art „offen“ heißt, dass Angaben fehlen."""

    rechner: str
    titel: str
    art: str
    von: date | None = None
    bis: date | None = None
    antwort: Antwort | None = None
    grund: str = ""
    seite: str = ""
    vorschau: date | None = None
    mit_ams: bool = False

    @property
    def werte(self) -> Mapping[str, Wert]:
        """Die Ergebnisse, soweit es welche gibt."""
        return self.antwort.werte if self.antwort else {}

    @property
    def steht_zu(self) -> bool | None:
        """Ja, nein oder nicht bekannt, beim Arbeitslosengeld auch solange die Anwartschaft offen ist."""
        if self.art == "offen":
            return None
        if self.rechner == "arbeitslosengeld" and self.art == "ergebnis":
            return self.antwort.voraussetzungen[0].erfuellt if self.antwort else None
        return self.art == "ergebnis"

    @property
    def tagsatz(self) -> Groesse | None:
        """Der Tagsatz, mit dem sich weiterrechnen lässt; bei restlichen Tagen von früher gilt ein anderer."""
        satz = self.werte.get("tagsatz")
        passt = self.art == "ergebnis" and "fortbezug_tage" not in self.werte
        return satz if passt and isinstance(satz, Groesse) else None

    @property
    def kern(self) -> Kernaussage:
        """Die Antwort in einem Satz; wo etwas fehlt, was."""
        if self.antwort and self.antwort.kern:
            return self.antwort.kern
        if self.art == "offen":
            return Kernaussage("Noch nicht gerechnet", nachsatz=self.grund)
        return Kernaussage(
            f"Derzeit kein Anspruch auf {self.titel}", nachsatz=self.grund
        )


def teil_arbeitslosengeld(angaben: Angaben, werte: Werte) -> Teil:
    """Das Arbeitslosengeld; wer mit dem Job daneben zu viel verdient, ist nicht arbeitslos."""
    name, titel = "arbeitslosengeld", "Arbeitslosengeld"
    if angaben["lage"] == "ausgeschoepft":
        return Teil(
            name,
            titel,
            "kein_anspruch",
            grund="Sie haben angegeben, dass es aufgebraucht ist.",
        )
    offen = Teil(
        name,
        titel,
        "offen",
        grund="Dazu fehlen Angaben zu Ihrer bisherigen Arbeit, am wichtigsten das Brutto und die versicherten Wochen.",
        seite="ratgeber/job-verloren/anspruch/",
    )
    if not gefragt_nach_arbeitslosengeld(angaben):
        return offen
    eigene = fuer_arbeitslosengeld(angaben)
    try:
        antwort = arbeitslosengeld.berechne(eigene, werte)
    except AngabenUnvollstaendig as fehler:
        fehlt_nur_etwas = not any(angaben.gegeben(feld) for feld in EINKOMMEN)
        if fehlt_nur_etwas and {f.feld for f in fehler.fehler} == {"brutto_monat"}:
            return offen
        raise
    if verdient_zu_viel(angaben, werte):
        antwort = _nicht_arbeitslos(antwort, angaben, werte)
    von, bis = antwort.werte.get("beginn"), antwort.werte.get("ende")
    return Teil(name, titel, antwort.art, _tag(von), _tag(bis), antwort)


def _nicht_arbeitslos(antwort: Antwort, angaben: Angaben, werte: Werte) -> Antwort:
    """Dieselbe Antwort mit dem Nein, weil der Verdienst zu hoch ist (§ 12 Abs. 6 AlVG)."""
    grund, rat = arbeitslos(
        fuer_notstandshilfe(angaben, angaben["stichtag"], None), werte
    )
    bleibt = {n: w for n, w in antwort.werte.items() if n not in ("beginn", "ende")}
    return replace(
        antwort,
        werte=bleibt,
        voraussetzungen=[*antwort.voraussetzungen, grund],
        gegenproben=[*antwort.gegenproben, *rat],
        termine=(),
        kern=Kernaussage(
            "Derzeit kein Anspruch auf Arbeitslosengeld", nachsatz=grund.begruendung
        ),
    )


def teil_notstandshilfe(angaben: Angaben, davor: Teil, werte: Werte) -> Teil:
    """Die Notstandshilfe nach dem Arbeitslosengeld, oder sofort, wenn es schon aufgebraucht ist."""
    if fehlt := _fehlt_fuer_notstandshilfe(angaben, davor):
        return fehlt
    aufgebraucht = angaben["lage"] == "ausgeschoepft"
    ab: date = angaben["stichtag"]
    if not aufgebraucht and davor.bis is not None:
        ab = davor.bis + TAG
    dann, vorschau = werte_fuer(notstandshilfe, ab, werte)
    eigene = fuer_notstandshilfe(angaben, ab, None if aufgebraucht else davor.werte)
    antwort = notstandshilfe.berechne(eigene, dann)
    bis = _tag(antwort.werte["ende"]) if antwort.art == "ergebnis" else None
    von = ab if bis else None
    return Teil(
        "notstandshilfe",
        "Notstandshilfe",
        antwort.art,
        von,
        bis,
        antwort,
        vorschau=vorschau,
    )


def _fehlt_fuer_notstandshilfe(angaben: Angaben, davor: Teil) -> Teil | None:
    """Warum sich die Notstandshilfe nicht rechnen lässt oder nicht zusteht; None, wenn alles da ist."""
    if angaben["geringfuegig_beschaeftigt"] and not angaben.gegeben(
        "erwerbseinkommen_monat"
    ):
        return _ohne_nh("Dazu fehlt, wie viel Sie mit dem kleinen Job verdienen.")
    if angaben["lage"] == "ausgeschoepft":
        return _fehlt_von_der_mitteilung(angaben)
    if davor.art == "kein_anspruch":
        return _ohne_arbeitslosengeld(angaben)
    if "fortbezug_tage" in davor.werte:
        return _ohne_nh(
            "Nach den restlichen Tagen richtet sie sich nach dem früheren Arbeitslosengeld. Die Beträge dafür "
            "stehen auf der letzten Mitteilung des AMS."
        )
    fehlt = " und ".join(_was_vom_arbeitslosengeld_fehlt(davor))
    return _ohne_nh(f"Dazu fehlt vom Arbeitslosengeld {fehlt}.") if fehlt else None


def _ohne_nh(grund: str, art: str = "offen") -> Teil:
    return Teil("notstandshilfe", "Notstandshilfe", art, grund=grund, seite=SEITE_NH)


def _fehlt_von_der_mitteilung(angaben: Angaben) -> Teil | None:
    fehlt = "; ".join(
        angaben.felder[feld].label
        for feld in FUER_NOTSTANDSHILFE
        if not angaben.gegeben(feld)
    )
    return _ohne_nh(f"Dazu fehlt: {fehlt}.") if fehlt else None


def _ohne_arbeitslosengeld(angaben: Angaben) -> Teil:
    """Ohne neues Arbeitslosengeld kommt Notstandshilfe nur nach einem früheren in Frage (§ 33 Abs. 1 AlVG)."""
    if _schon_bezogen(angaben):
        return _ohne_nh(
            "Notstandshilfe schließt an Arbeitslosengeld an. Ist jenes von früher aufgebraucht, wählen Sie oben "
            "„Mein Arbeitslosengeld ist aufgebraucht“."
        )
    return _ohne_nh(
        "Notstandshilfe gibt es nur im Anschluss an Arbeitslosengeld.", "kein_anspruch"
    )


def _was_vom_arbeitslosengeld_fehlt(davor: Teil) -> Iterator[str]:
    if "grundbetrag" not in davor.werte:
        yield "die Höhe"
    if "bezugsdauer_wochen" not in davor.werte:
        yield "die Dauer"
    elif davor.bis is None:
        yield "der Beginn"


def _schon_bezogen(angaben: Angaben) -> bool:
    return bool(angaben["frueher_bezogen"] or angaben.gegeben("letzter_bezug"))


def werte_fuer(werk: ModuleType, tag: date, werte: Werte) -> tuple[Werte, date | None]:
    """Die Werte dieses Tages; fehlen sie noch, die letzten davor und der Tag, von dem sie sind."""
    for jahr in range(tag.year, werte.stichtag.year, -1):
        am = tag if jahr == tag.year else date(jahr + 1, 1, 1) - TAG
        dann = werte.am(am)
        if _vollstaendig(werk, dann):
            return dann, None if am == tag else am
    return werte, None if tag.year == werte.stichtag.year else werte.stichtag


def _vollstaendig(werk: ModuleType, werte: Werte) -> bool:
    try:
        for schluessel in werk.JAHRESWERTE:
            werte[schluessel]
    except KeineWerte:
        return False
    return True


def _tag(wert: Wert) -> date | None:
    return wert if isinstance(wert, date) else None


__all__ = [
    "Teil",
    "Voraussetzung",
    "teil_arbeitslosengeld",
    "teil_notstandshilfe",
    "werte_fuer",
]
