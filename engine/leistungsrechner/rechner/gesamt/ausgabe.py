"""Was steht mir zu?: die wichtigsten Werte, der eine Satz und was man dazu wissen muss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ...angaben import Angaben
from ...anzeige import datum, monat_jahr
from ...ergebnis import Hinweis, Kernaussage, Summe, Wert
from ...groesse import Groesse
from ...werte import Werte
from .ergaenzung import SEITE_MS, einkommen
from .teile import Teil

_ALG = (
    "bemessungsgrundlage", "tagesnetto", "grundbetrag", "ergaenzungsbetrag", "familienzuschlag", "tagsatz",
    "monat_30", "anwartschaft_wochen", "anwartschaft_noetig", "bezugsdauer_wochen", "fortbezug_tage", "sperre_bis",
    "beginn", "ende",
)  # fmt: skip
_NH = (
    "prozent",
    "tagsatz",
    "monat_30",
    "deckel",
    "deckelung_ab",
    "tagsatz_gedeckelt",
    "ende",
)
_MS = ("mindeststandard", "mindestsicherung", "mietbeihilfe", "sonderzahlung", "gesamt")
_REZEPT = (
    "befreit",
    "grenzwert",
    "massgebliches_einkommen",
    "abstand",
    "obergrenze_betrag",
    "gebuehren_offen",
)

BEGINN_FEHLT = "der letzte Tag Ihres Dienstverhältnisses"


def als_leistung(teil: Teil) -> dict[str, object]:
    """Eine Leistung mit ihrer ganzen Antwort, in JSON-Form."""
    return {
        "rechner": teil.rechner,
        "titel": teil.titel,
        "kern": teil.kern.als_dict(),
        "art": teil.art,
        "von": teil.von.isoformat() if teil.von else None,
        "bis": teil.bis.isoformat() if teil.bis else None,
        "seite": teil.seite or f"rechner/{teil.rechner}/",
        "werte_von": teil.vorschau.isoformat() if teil.vorschau else None,
        "antwort": teil.antwort.als_dict() if teil.antwort else None,
    }


def hauptwerte(
    angaben: Angaben,
    alg: Teil,
    nh: Teil,
    ms: Sequence[Teil],
    rezept: Sequence[Teil],
    werte: Werte,
) -> dict[str, Wert]:
    """Die wichtigsten Werte jeder Leistung, mit ihrem Kürzel davor."""
    haupt = _neben_dem_ersten_geld(ms)
    ergebnis = {
        **_mit_kuerzel("alg", alg.werte, _ALG),
        **_mit_kuerzel("nh", nh.werte, _NH),
        **({"nh_beginn": nh.von} if nh.von else {}),
        **_mit_kuerzel("ms", haupt.werte if haupt else {}, _MS),
        **_mit_kuerzel("rezept", rezept[0].werte if rezept else {}, _REZEPT),
    }
    if haupt and haupt.antwort:
        satz = alg.tagsatz or nh.tagsatz
        ergebnis["einkommen_monat"] = einkommen(angaben, satz, werte)
    if zusammen := zusammen_im_monat(alg, nh, ms):
        ergebnis["zusammen_monat"] = zusammen
    return ergebnis


def _mit_kuerzel(
    kuerzel: str, werte: Mapping[str, Wert], namen: Sequence[str]
) -> dict[str, Wert]:
    return {f"{kuerzel}_{name}": werte[name] for name in namen if name in werte}


def _neben_dem_ersten_geld(ms: Sequence[Teil]) -> Teil | None:
    """Die Mindestsicherung neben dem ersten Geld vom AMS; ohne solches die erste."""
    neben = [teil for teil in ms if teil.mit_ams]
    return next(iter(neben or ms), None)


def zusammen_im_monat(alg: Teil, nh: Teil, ms: Sequence[Teil]) -> Groesse | None:
    """Das erste Geld vom AMS für 30 Tage und die Mindestsicherung daneben."""
    teile = [betrag for _, betrag in _zeilen(alg, nh, ms)]
    if not teile:
        return None
    gesamt = teile[0]
    for teil in teile[1:]:
        gesamt = gesamt + teil
    return gesamt.als("Zusammen im Monat", "§ 20 AlVG; §§ 8, 9 WMG", SEITE_MS)


def _zeilen(alg: Teil, nh: Teil, ms: Sequence[Teil]) -> Iterator[tuple[str, Groesse]]:
    for teil in (alg, nh):
        if teil.tagsatz is not None:
            im_monat = teil.werte["monat_30"]
            assert isinstance(im_monat, Groesse)
            yield f"{teil.titel} für 30 Tage", im_monat
            break
    haupt = _neben_dem_ersten_geld(ms)
    if haupt is None or haupt.art != "ergebnis":
        return
    for name in ("mindestsicherung", "mietbeihilfe"):
        betrag = haupt.werte.get(name)
        if isinstance(betrag, Groesse) and betrag:
            yield betrag.name, betrag


def kernaussage(alg: Teil, nh: Teil, ms: Sequence[Teil]) -> Kernaussage:
    """Was im ersten Abschnitt im Monat zusammenkommt, und wie es weitergeht."""
    gesamt = zusammen_im_monat(alg, nh, ms)
    verlauf = " ".join(_verlauf(alg, nh))
    if gesamt is not None and not verlauf:
        verlauf = "Geld vom AMS gibt es nach Ihren Angaben derzeit nicht."
    if gesamt is None:
        nichts = all(teil.steht_zu is False for teil in (alg, nh, *ms))
        satz = (
            "Derzeit kein Anspruch auf Geld vom AMS oder Mindestsicherung"
            if nichts
            else "Das lässt sich schon sagen"
        )
        return Kernaussage(
            satz,
            nachsatz=verlauf or "Was gilt und was fehlt, steht bei jeder Leistung.",
        )
    zeilen = [
        Summe(name, betrag.anzeige, betrag.norm)
        for name, betrag in _zeilen(alg, nh, ms)
    ]
    zeilen.append(Summe(gesamt.name, gesamt.anzeige))
    return Kernaussage(
        "Sie bekommen voraussichtlich", f"{gesamt.anzeige} im Monat", verlauf, zeilen
    )


def _verlauf(alg: Teil, nh: Teil) -> Iterator[str]:
    sperre_bis = alg.werte.get("sperre_bis")
    if alg.art == "ergebnis" and alg.von and isinstance(sperre_bis, date):
        yield f"Bis {datum(sperre_bis)} zahlt das AMS nicht (Sperre)."
    if alg.art == "ergebnis" and alg.von:
        bis = f" bis {datum(alg.bis)}" if alg.bis else ""
        yield f"Arbeitslosengeld ab {datum(alg.von)}{bis}."
    elif alg.art == "ergebnis":
        yield f"Ab wann das AMS zahlt, steht noch nicht fest. Dazu fehlt {BEGINN_FEHLT}."
    if nh.art == "ergebnis" and nh.von and nh.tagsatz:
        danach = "Danach " if alg.art == "ergebnis" else ""
        yield f"{danach}Notstandshilfe ab {datum(nh.von)}: {nh.tagsatz.anzeige} am Tag."


def hinweise(
    angaben: Angaben,
    teile: Sequence[Teil],
    monate: Sequence[Mapping[str, object]],
    werte: Werte,
) -> list[Hinweis]:
    """Was für alle Leistungen zusammen gilt; das Übrige steht bei jeder einzelnen."""
    alg, nh = teile[0], teile[1]
    mit_ms = [
        t for t in teile if t.rechner == "mindestsicherung" and t.art == "ergebnis"
    ]
    return [
        *_annahmen(angaben, alg),
        *_vorschau(teile, monate, werte),
        *_reihenfolge(mit_ms, alg, nh),
        *_ohne_monate(alg, nh, monate),
    ]


def _annahmen(angaben: Angaben, alg: Teil) -> Iterator[Hinweis]:
    if angaben["in_wien"] is None and angaben["haushalt"] is not None:
        text = "Die Mindestsicherung ist für einen Hauptwohnsitz in Wien gerechnet."
        yield Hinweis("annahme", text, SEITE_MS + "#voraussetzungen")
    if alg.art == "ergebnis" and alg.steht_zu is None:
        text = "Ob Sie lange genug versichert waren, ist noch offen. Alles Weitere ist gerechnet, als hätten Sie Anspruch."
        yield Hinweis("annahme", text, "ratgeber/arbeitslosengeld/anwartschaft/")
    if angaben["kinder"] and not angaben.gegeben("kinder_familienzuschlag"):
        text = (
            "Für jedes Kind, das bei Ihnen lebt, ist ein Familienzuschlag gerechnet. Ist das bei Ihnen anders, "
            "geben Sie die Zahl unter „Genauer rechnen“ an."
        )
        yield Hinweis("annahme", text, "ratgeber/familie/familienzuschlag/#kinder")


def _vorschau(
    teile: Sequence[Teil], monate: Sequence[Mapping[str, object]], werte: Werte
) -> Iterator[Hinweis]:
    """Für spätere Jahre gibt es vielleicht noch keine Beträge: Dann gilt das Letzte, was da ist, und das steht dabei."""
    titel = list(dict.fromkeys(t.titel for t in teile if t.vorschau))
    if any(monat["werte_von"] for monat in monate):
        titel.append("Mindestsicherung in der Vorschau")
    if titel:
        text = (
            "Für spätere Jahre sind noch keine Beträge eingetragen. Mit den letzten, die es gibt, ist gerechnet: "
            f"{'; '.join(titel)}. Rechnen Sie neu, sobald die neuen Beträge da sind."
        )
        yield Hinweis("achtung", text, "grenzen/#jahr-ohne-betraege")
    if any(monat["ergaenzung_offen"] for monat in monate):
        text = (
            f"Für den Rest des Monats, in dem Sie den Antrag stellen ({monat_jahr(werte.stichtag)}), gibt es nur "
            "einen Teil der Mindestsicherung. Diesen Teil rechnen wir nicht."
        )
        yield Hinweis("info", text, SEITE_MS + "#antrag")


def _reihenfolge(mit_ms: Sequence[Teil], alg: Teil, nh: Teil) -> Iterator[Hinweis]:
    if mit_ms and (alg.art == "ergebnis" or nh.art == "ergebnis"):
        text = (
            "Geld vom AMS geht vor. Die Mindestsicherung ergänzt es nur und gilt frühestens ab dem Tag des Antrags: "
            "Stellen Sie beide Anträge gleich."
        )
        yield Hinweis("achtung", text, SEITE_MS + "#antrag")
    if mit_ms and "sperre_bis" in alg.werte:
        text = "Ob die Mindestsicherung in den Wochen einer Sperre ungekürzt zusteht, prüft die MA 40."
        yield Hinweis(
            "info", text, "ratgeber/wenig-geld/mindestsicherung-pflichten/#kuerzung"
        )


def _ohne_monate(
    alg: Teil, nh: Teil, monate: Sequence[Mapping[str, object]]
) -> Iterator[Hinweis]:
    if not monate:
        text = "Die Vorschau auf die nächsten Monate fehlt, weil Höhe, Beginn oder Dauer des Geldes vom AMS noch offen sind."
        yield Hinweis("info", text, "")
    elif nh.art == "offen" and alg.art == "ergebnis":
        text = f"Die Vorschau endet mit dem Arbeitslosengeld. {nh.grund}"
        yield Hinweis("info", text, nh.seite)
