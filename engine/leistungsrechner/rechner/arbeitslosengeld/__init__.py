"""Arbeitslosengeld (§§ 7 bis 21 AlVG)."""

from __future__ import annotations

from collections.abc import Mapping

from ...angaben import Angaben
from ...ergebnis import Antwort, Hinweis, Kernaussage, Summe, Wert
from ...fehler import Angabenfehler, AngabenUnvollstaendig
from ...groesse import Groesse
from ...werte import Werte
from .felder import EINKOMMEN, FELDER
from .hoehe import (
    SEITE,
    bemessungsgrundlage_aus_brutto,
    fuer_tage,
    gedeckelte_bemessungsgrundlage,
    netto_im_monat,
    tagsatz,
)

TITEL = "Arbeitslosengeld"
JAHRESWERTE = ("alg_hoechstbemessungsgrundlage_monat",)

__all__ = ["FELDER", "JAHRESWERTE", "TITEL", "berechne"]


def berechne(angaben: Angaben, werte: Werte) -> Antwort:
    """Die Höhe des Arbeitslosengeldes aus Brutto, Netto oder Bemessungsgrundlage."""
    _pruefe_einkommen(angaben)
    ergebnis, hinweise = betraege(angaben, werte)
    return Antwort(ergebnis, hinweise=hinweise, kern=kernaussage(ergebnis))


def kernaussage(ergebnis: Mapping[str, Wert]) -> Kernaussage:
    """Der Tagsatz in einem Satz und seine Teile als Aufstellung."""
    groessen = {
        name: wert for name, wert in ergebnis.items() if isinstance(wert, Groesse)
    }
    teile = (
        "tagesnetto",
        "grundbetrag",
        "ergaenzungsbetrag",
        "familienzuschlag",
        "tagsatz",
    )
    return Kernaussage(
        "Sie bekommen voraussichtlich",
        f"{groessen['tagsatz'].anzeige} am Tag",
        f"Das sind {groessen['monat_30'].anzeige} in 30 Tagen.",
        [Summe(groessen[t].name, groessen[t].anzeige, groessen[t].norm) for t in teile],
    )


def betraege(angaben: Angaben, werte: Werte) -> tuple[dict[str, Wert], list[Hinweis]]:
    """Alle Beträge, die sich aus dem Einkommen ergeben, und was man dazu wissen muss."""
    ergebnis: dict[str, Wert] = {}
    if angaben.gegeben("netto_monat"):
        netto = angaben.groesse("netto_monat", "Nettoeinkommen im Monat")
    else:
        grundlage = bemessungsgrundlage(angaben, werte)
        ergebnis["bemessungsgrundlage"] = grundlage
        netto = netto_im_monat(grundlage, werte)
    personen, hinweise = zuschlagspersonen(angaben)
    satz = tagsatz(netto, personen, werte)
    gerundet = netto.auf_cent().als(
        "Netto im Monat", "§ 21 Abs. 3 AlVG", SEITE + "#netto"
    )
    ergebnis |= {
        "netto_monat": gerundet,
        "tagesnetto": satz.tagesnetto,
        "grundbetrag": satz.grundbetrag,
        "ergaenzungsbetrag": satz.ergaenzungsbetrag,
        "familienzuschlag": satz.familienzuschlag,
        "tagsatz": satz.tagsatz,
        "monat_30": fuer_tage(satz.tagsatz, werte["zeit_tage_pro_monat"]),
        "monat_31": fuer_tage(satz.tagsatz, werte["zeit_tage_langer_monat"]),
    }
    return ergebnis, hinweise + _hinweise_zum_einkommen(angaben)


def bemessungsgrundlage(angaben: Angaben, werte: Werte) -> Groesse:
    """Die Bemessungsgrundlage, wie angegeben oder aus dem Brutto, höchstens bis zur Höchstgrenze."""
    if angaben.gegeben("bemessungsgrundlage"):
        brutto = angaben.groesse(
            "bemessungsgrundlage", "angegebene Bemessungsgrundlage"
        )
    else:
        brutto = bemessungsgrundlage_aus_brutto(
            angaben.groesse("brutto_monat", "Brutto"), werte
        )
    return gedeckelte_bemessungsgrundlage(brutto, werte)


def zuschlagspersonen(angaben: Angaben) -> tuple[int, list[Hinweis]]:
    """Die Personen mit Familienzuschlag; Partner:in nur neben einem minderjährigen oder behinderten Kind (§ 20 Abs. 3)."""
    kinder: int = angaben["kinder"]
    mit_kind = angaben["kind_minderjaehrig_oder_behindert"]
    if not angaben["partner_zuschlag"]:
        return kinder, []
    if kinder and mit_kind is not False:
        return kinder + 1, []
    grund = (
        "Für Partner:innen gibt es einen Familienzuschlag nur, wenn er Ihnen auch für mindestens ein "
        "minderjähriges Kind oder ein Kind mit erhöhter Familienbeihilfe zusteht."
    )
    return kinder, [
        Hinweis("achtung", grund, "ratgeber/familie/familienzuschlag/#partner")
    ]


def _hinweise_zum_einkommen(angaben: Angaben) -> list[Hinweis]:
    hinweise = [
        Hinweis(
            "info",
            "Das AMS rechnet mit eigenen Tabellen. Sein Betrag kann um wenige Cent abweichen; "
            "verbindlich ist die Mitteilung oder der Bescheid des AMS.",
            SEITE + "#abweichung",
        )
    ]
    if angaben.gegeben("netto_monat"):
        hinweise.append(
            Hinweis(
                "annahme",
                "Das Netto gilt, wie Sie es angegeben haben. Die Höchstbemessungsgrundlage ist "
                "dabei nicht geprüft; mit dem Brutto rechnen Sie genauer.",
                SEITE + "#netto",
            )
        )
    return hinweise


def _pruefe_einkommen(angaben: Angaben) -> None:
    """Genau eine Art, das Einkommen anzugeben."""
    gegeben = [name for name in EINKOMMEN if angaben.gegeben(name)]
    if len(gegeben) > 1:
        meldung = "Bitte geben Sie das Einkommen nur auf eine Art an; die anderen Felder bleiben leer."
        raise AngabenUnvollstaendig([Angabenfehler(name, meldung) for name in gegeben])
    if not gegeben:
        meldung = "Bitte geben Sie Ihr Einkommen an: das Brutto, die Bemessungsgrundlage oder das Netto."
        raise AngabenUnvollstaendig([Angabenfehler("brutto_monat", meldung)])
