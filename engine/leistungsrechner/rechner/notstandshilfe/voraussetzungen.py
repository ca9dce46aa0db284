"""Notstandshilfe: die Voraussetzungen (§ 33 AlVG)."""

from __future__ import annotations

from decimal import Decimal

from ...angaben import Angaben
from ...anzeige import datum
from ...ergebnis import Gegenprobe, Voraussetzung
from ...groesse import Groesse, angabe
from ...schwelle import groesster_betrag
from ...werte import Werte
from ...zeit import plus_jahre
from .einkommen import SEITE as EINKOMMENSSEITE
from .einkommen import anrechnung_am_tag
from .hoehe import Satz
from .rechnung import Rechnung

START = "ratgeber/notstandshilfe/"


def ausgeschoepft(angaben: Angaben) -> Voraussetzung:
    """Notstandshilfe gibt es erst nach dem Arbeitslosengeld."""
    fertig = angaben["alg_ausgeschoepft"]
    grund = (
        "Das Arbeitslosengeld ist aufgebraucht."
        if fertig
        else "Sie haben noch Tage Arbeitslosengeld offen."
    )
    return Voraussetzung(
        "Ihr Arbeitslosengeld ist aufgebraucht",
        fertig,
        grund,
        "§ 33 Abs. 1 AlVG",
        START + "#voraussetzungen",
    )


def notlage(tagsatz: Groesse, abzug: Groesse) -> Voraussetzung:
    """Notlage heißt: Nach Abzug des eigenen Einkommens bleibt von der Notstandshilfe etwas übrig."""
    name, norm, seite = (
        "Sie sind in einer Notlage",
        "§ 33 Abs. 2 und 3 AlVG",
        START + "#notlage",
    )
    if not abzug:
        return Voraussetzung(
            name, True, "Sie haben kein Einkommen, das angerechnet wird.", norm, seite
        )
    if tagsatz:
        text = f"Von der Notstandshilfe werden {abzug.anzeige} am Tag abgezogen; es bleibt etwas übrig."
        return Voraussetzung(name, True, text, norm, seite)
    text = f"Ihr Einkommen ({abzug.anzeige} am Tag) ist so hoch wie die Notstandshilfe oder höher."
    return Voraussetzung(name, False, text, norm, seite)


def antragsfrist(angaben: Angaben, werte: Werte) -> Voraussetzung:
    """Der Antrag muss binnen fünf Jahren nach dem letzten Bezug kommen."""
    name, norm, seite = (
        "Der letzte Bezug liegt nicht zu lange zurück",
        "§ 33 Abs. 4 AlVG",
        START + "#fuenf-jahre",
    )
    if not angaben.gegeben("letzter_bezug"):
        return Voraussetzung(
            name,
            None,
            "Den letzten Tag des Bezugs haben Sie nicht angegeben.",
            norm,
            seite,
        )
    frist = plus_jahre(angaben["letzter_bezug"], werte.anzahl("nh_frist_jahre"))
    rechtzeitig = angaben["stichtag"] <= frist
    text = f"Der Antrag ist bis {datum(frist)} möglich."
    if not rechtzeitig:
        text = (
            f"Die Frist endete am {datum(frist)}. Kranken- oder Wochengeld, Kinderbetreuungsgeld und "
            "manche Pensionen verlängern sie; fragen Sie dann beim AMS nach."
        )
    return Voraussetzung(name, rechtzeitig, text, norm, seite)


def gegenproben(
    gerechnet: Rechnung, angaben: Angaben, werte: Werte
) -> list[Gegenprobe]:
    """Die kleinsten Änderungen, mit denen ein Anspruch entstünde; was den Verdienst betrifft, steht beim Verdienst."""
    proben = []
    if not angaben["alg_ausgeschoepft"]:
        text = "Sobald Ihr Arbeitslosengeld aufgebraucht ist, können Sie Notstandshilfe beantragen."
        proben.append(Gegenprobe(text, "§ 33 Abs. 1 AlVG", START + "#voraussetzungen"))
    if gerechnet.abzug and not gerechnet.tagsatz:
        proben += weniger_einkommen(gerechnet.voll, gerechnet.einkommen, werte)
    return proben


def weniger_einkommen(voll: Satz, einkommen: Groesse, werte: Werte) -> list[Gegenprobe]:
    """Um wie viel weniger angerechnetes Einkommen im Monat, auf den Cent, etwas übrig bliebe; wenn überhaupt."""
    gesamt = voll.betrag + voll.familienzuschlag

    def bleibt_etwas(monat: Decimal) -> bool:
        return anrechnung_am_tag(angabe(monat, "€/Monat", ""), werte) < gesamt

    hoechstens = groesster_betrag(einkommen.wert, bleibt_etwas)
    if hoechstens is None:
        return []
    zu_viel = angabe(einkommen.wert - hoechstens, "€/Monat", "zu viel").auf_cent()
    text = f"Ab {zu_viel.anzeige} weniger angerechnetem Einkommen im Monat bliebe etwas übrig."
    return [Gegenprobe(text, "§ 36 Abs. 3 AlVG", EINKOMMENSSEITE + "#anderes")]
