"""Stimmt mein Bescheid?: dasselbe fiktive Netto mit anderen Annahmen gerechnet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ...fehler import KeineWerte
from ...groesse import Groesse
from ...werte import Werte
from ...zeit import plus_jahre
from ..arbeitslosengeld.fiktives_netto import nettoeinkommen
from ..arbeitslosengeld.fiktives_netto import tagesnetto as am_tag

GRENZEN = "grenzen/"
_JAHRESEINKOMMEN = "steuerpflichtiges Jahreseinkommen"
_STUFEN = ("1", "2", "3")


class Abgewandelt(Werte):
    """Die Werte eines Tages, einige davon ersetzt; der Stand der echten Rechnung bleibt unberührt."""

    def __init__(self, grund: Werte, ersatz: Mapping[str, Groesse]) -> None:
        self._grund = grund.am(grund.stichtag)
        self._ersatz = ersatz
        self.stichtag = grund.stichtag

    def __getitem__(self, schluessel: str) -> Groesse:
        """Der Ersatz, wo es einen gibt, sonst der Wert des Tages."""
        return self._ersatz.get(schluessel) or self._grund[schluessel]

    def falls_vorhanden(self, schluessel: str) -> Groesse | None:
        """Der Ersatz oder der Wert des Tages, oder None."""
        return self._ersatz.get(schluessel) or self._grund.falls_vorhanden(schluessel)

    def am(self, tag: date) -> Werte:
        """Die echten Werte eines anderen Tages."""
        return self._grund.am(tag)


@dataclass(frozen=True)
class Tarif:
    """Eine Art, vom Brutto auf das Tagesnetto zu kommen, und die Werte, mit denen es weitergeht."""

    text: str
    tagesnetto: Groesse
    werte: Werte
    seite: str = GRENZEN + "#netto"


def tagesnetto(grundlage: Groesse, werte: Werte) -> Groesse:
    """Das Tagesnetto, wie wir es rechnen."""
    return am_tag(nettoeinkommen(grundlage, werte), werte)


def andere_tarife(grundlage: Groesse, werte: Werte) -> Iterator[Tarif]:
    """Die Annahmen, mit denen das AMS anders rechnen könnte."""
    for art in (_anderes_jahr, _kleine_loehne, _zuschlag, _wien, _gerundet):
        yield from art(grundlage, werte)


def _anderes_jahr(grundlage: Groesse, werte: Werte) -> Iterator[Tarif]:
    for jahre in (-1, 1):
        tag = plus_jahre(werte.stichtag, jahre)
        dann = werte.am(tag)
        try:
            netto = tagesnetto(grundlage, dann)
            dann["ausgleichszulagenrichtsatz_alleinstehend_monat"]
            dann["alg_familienzuschlag_tag"]
        except KeineWerte:
            continue
        yield Tarif(
            f"Gerechnet ist mit den Abzügen und Beträgen des Jahres {tag.year}.",
            netto,
            dann,
        )


def _kleine_loehne(grundlage: Groesse, werte: Werte) -> Iterator[Tarif]:
    """Der geringere Beitrag zur Arbeitslosenversicherung, der bei kleinen Löhnen vom Lohn abgezogen wird."""
    laufend = grundlage - grundlage / werte["alg_siebentel"]
    for stufe in _STUFEN:
        bis = werte.falls_vorhanden(f"pruefung_av_stufe_{stufe}_bis_monat")
        if bis is not None and laufend <= bis:
            satz = werte[f"pruefung_av_stufe_{stufe}_satz"]
            yield _mit(
                "Gerechnet ist mit dem geringeren Beitrag zur Arbeitslosenversicherung für kleine Löhne.",
                grundlage,
                {"sv_arbeitslosenversicherung_satz": satz},
                werte,
            )
            return


def _zuschlag(grundlage: Groesse, werte: Werte) -> Iterator[Tarif]:
    """Der Zuschlag zum Verkehrsabsetzbetrag: voll bis zu einem Einkommen, dann gleichmäßig fallend."""
    einkommen = _schritt(nettoeinkommen(grundlage, werte), _JAHRESEINKOMMEN)
    zuschlag = werte.falls_vorhanden("pruefung_zuschlag_absetzbetrag_jahr")
    if einkommen is None or zuschlag is None:
        return
    voll = werte["pruefung_zuschlag_absetzbetrag_voll_bis_jahr"]
    ende = werte["pruefung_zuschlag_absetzbetrag_ende_jahr"]
    if einkommen >= ende:
        return
    if einkommen > voll:
        zuschlag = zuschlag * (ende - einkommen) / (ende - voll)
    absetzbetrag = werte["est_verkehrsabsetzbetrag_jahr"] + Groesse(
        zuschlag.wert, "€/Jahr"
    )
    yield _mit(
        "Gerechnet ist mit dem Zuschlag zum Verkehrsabsetzbetrag, den es sonst erst im Jahresausgleich gibt.",
        grundlage,
        {"est_verkehrsabsetzbetrag_jahr": absetzbetrag},
        werte,
        GRENZEN + "#verkehrsabsetzbetrag",
    )


def _wien(grundlage: Groesse, werte: Werte) -> Iterator[Tarif]:
    satz = werte.falls_vorhanden("pruefung_wohnbaufoerderung_wien_satz")
    if satz is not None:
        yield _mit(
            f"Gerechnet ist mit dem Wohnbauförderungsbeitrag von Wien ({satz.anzeige}).",
            grundlage,
            {"sv_wohnbaufoerderung_satz": satz},
            werte,
            GRENZEN + "#wohnbaufoerderung",
        )


def _gerundet(grundlage: Groesse, werte: Werte) -> Iterator[Tarif]:
    netto = nettoeinkommen(grundlage, werte)
    im_tag = netto * werte["zeit_monate_pro_jahr"] / werte["zeit_tage_pro_jahr"]
    seite = GRENZEN + "#rundung"
    yield Tarif(
        "Das Tagesnetto ist gerundet statt abgeschnitten.",
        im_tag.auf_cent(),
        werte,
        seite,
    )


def _mit(
    text: str,
    grundlage: Groesse,
    ersatz: Mapping[str, Groesse],
    werte: Werte,
    seite: str = GRENZEN + "#netto",
) -> Tarif:
    dann = Abgewandelt(werte, ersatz)
    return Tarif(text, tagesnetto(grundlage, dann), dann, seite)


def _schritt(groesse: Groesse, name: str) -> Groesse | None:
    """Der Schritt mit diesem Namen in der Herleitung einer Größe."""
    if groesse.name == name:
        return groesse
    for eingabe in groesse.eingaben:
        if (gefunden := _schritt(eingabe, name)) is not None:
            return gefunden
    return None
