"""Adressen: was die Redaktion falsch machen kann, was Leser:innen sehen, und ob jeder Bezirk seine Stellen hat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown import markdown

from calculators.seite import adressen
from calculators.seite.adressbuch import BEZIRKE, Adressbuch
from calculators.seite.adressleser import adressbuch, lies_adressbuch
from calculators.seite.fundstelle import SAMMLUNG
from leistungsrechner.fehler import TabellenFehler

SEITE = Path(__file__).parents[2] / "docs/adressen/index.md"
KOPF = """\
| Schlüssel | Name | Art | Bezirke | Adresse | Telefon | E-Mail | Web | Zeiten | Hinweis | Quelle | Geprüft |
|---|---|---|---|---|---|---|---|---|---|---|---|
"""
ARTEN = "| Art | Bezeichnung |\n|---|---|\n| `ams` | AMS |\n| `ak` | Arbeiterkammer |\n"
GUT = {
    "Schlüssel": "`ams-nord`",
    "Name": "AMS Nord",
    "Art": "ams",
    "Bezirke": "1, 3, 4",
    "Adresse": "Nordgasse 1, 1030 Wien",
    "Telefon": "050 904 940; Fax: 01 214 39 04-11",
    "E-Mail": "ams.nord@ams.at",
    "Web": "https://www.ams.at; [Termin vereinbaren](https://www.ams.at/termin?a=1&b=2)",
    "Zeiten": "Mo–Do 8–15.30 Uhr; Fr 8–13 Uhr",
    "Hinweis": "Für *alle*.",
    "Quelle": "AK Wien, Broschüre 2025",
    "Geprüft": "23.11.2026",
}


def zeile(**anders: str) -> str:
    return "| " + " | ".join({**GUT, **anders}.values()) + " |\n"


def gelesen(*zeilen: str) -> Adressbuch:
    return lies_adressbuch({"arten.md": ARTEN, "ams.md": KOPF + "".join(zeilen)})


def fehler(*zeilen: str) -> list[str]:
    with pytest.raises(TabellenFehler) as abbruch:
        gelesen(*zeilen)
    return [str(problem) for problem in abbruch.value.probleme]


# --- Der Leser ----------------------------------------------------------------


def test_eine_zeile_wird_eine_adresse() -> None:
    adresse = gelesen(zeile())["ams-nord"]

    assert adresse.bezirke == (1, 3, 4)
    assert [(t.zweck, t.nummer) for t in adresse.telefone] == [
        ("", "050 904 940"),
        ("Fax", "01 214 39 04-11"),
    ]
    assert [(v.text, v.url) for v in adresse.web] == [
        ("ams.at", "https://www.ams.at"),
        ("Termin vereinbaren", "https://www.ams.at/termin?a=1&b=2"),
    ]
    assert adresse.zeiten == ("Mo–Do 8–15.30 Uhr", "Fr 8–13 Uhr")


@pytest.mark.parametrize(
    ("nummer", "ziel"),
    [
        ("01 4000-8040", "tel:+43140008040"),
        ("050 195", "tel:+4350195"),
        ("0800 201 611", "tel:0800201611"),
        ("+43 664 621 24 49", "tel:+436646212449"),
    ],
)
def test_jede_nummer_laesst_sich_waehlen(nummer: str, ziel: str) -> None:
    telefon = gelesen(zeile(Telefon=nummer))["ams-nord"].telefone[0]

    assert f"tel:{telefon.ziel}" == ziel


@pytest.mark.parametrize(
    ("spalte", "wert", "geruegt"),
    [
        ("Schlüssel", "ams-nord", "ist kein Schlüssel"),
        ("Schlüssel", "`ams`", "mit wenigstens einem „-“"),
        ("Name", "", "Es fehlt der Name"),
        ("Art", "amt", "Die Art „amt“ gibt es nicht. Erlaubt sind: ams, ak"),
        ("Bezirke", "0", "keine Wiener Bezirke"),
        ("Bezirke", "24", "Zahlen von 1 bis 23"),
        ("Bezirke", "10/A", "keine Wiener Bezirke"),
        ("Bezirke", "", "keine Wiener Bezirke"),
        ("Adresse", "Nordgasse 1", "fehlen Postleitzahl und Ort"),
        ("Telefon", "904 940", "keine Telefonnummer"),
        ("Telefon", "01 40", "keine Telefonnummer"),
        ("Telefon", "+43 (0)1 4000-8040", "keine Telefonnummer"),
        ("E-Mail", "ams.schlosshoferstrasse@.ams.at", "keine E-Mail-Adresse"),
        ("E-Mail", "ams.wagramerstraße@ams.at", "ohne Umlaute und ß"),
        ("Web", "www.ams.at", "keine Webadresse"),
        ("Web", "http://www.ams.at", "keine Webadresse"),
        ("Quelle", "", "Es fehlt die Quelle"),
        ("Geprüft", "bald", "Oder „noch nicht“"),
        ("Geprüft", "31.2.2026", "Oder „noch nicht“"),
    ],
)
def test_was_nicht_stimmt_wird_mit_datei_zeile_und_spalte_geruegt(
    spalte: str, wert: str, geruegt: str
) -> None:
    (meldung,) = fehler(zeile(**{spalte: wert}))

    assert meldung.startswith("ams.md:3: ")
    assert geruegt in meldung
    assert meldung.endswith(f"(Spalte „{spalte}“)")


def test_eine_stelle_ohne_jeden_weg_wird_geruegt() -> None:
    leer = {"Adresse": "", "Telefon": "", "E-Mail": "", "Web": ""}

    (meldung,) = fehler(zeile(**leer))

    assert "nennt keinen Weg" in meldung


def test_derselbe_schluessel_zweimal_wird_geruegt_und_sagt_wo_er_schon_steht() -> None:
    (meldung,) = fehler(zeile(), zeile(Name="AMS Süd"))

    assert meldung.startswith("ams.md:4: `ams-nord` steht schon in ams.md:3")


def test_alle_fehler_erscheinen_auf_einmal() -> None:
    meldungen = fehler(zeile(Art="x", Quelle=""), zeile(Bezirke="99"), "| nur | drei |")

    assert [m.split(":")[1] for m in meldungen] == ["3", "3", "4", "4", "5"]


def test_fehlende_spalte_wird_geruegt() -> None:
    with pytest.raises(TabellenFehler, match="fehlt die Spalte „Telefon“"):
        lies_adressbuch(
            {"a.md": KOPF.replace(" Telefon |", "", 1).replace("|---", "", 1)}
        )


# --- Die Marken im Text ---------------------------------------------------------


@pytest.fixture
def beispiel(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Zwei Stellen statt des ganzen Adressbuchs."""
    stelle = {"Schlüssel": "`ak-wien`", "Name": "AK * Wien", "Art": "ak"}
    buch = gelesen(zeile(), zeile(**stelle, Bezirke="alle", Geprüft="noch nicht"))
    monkeypatch.setattr(adressen, "adressbuch", lambda: buch)
    SAMMLUNG.nimm_alle()
    yield
    SAMMLUNG.nimm_alle()


def html(text: str) -> str:
    erweiterungen = ["calculators.seite.adressen", "toc", "admonition"]
    return markdown(text, extensions=erweiterungen)


@pytest.mark.usefixtures("beispiel")
def test_eine_karte_traegt_anker_bezirke_wege_zeiten_und_herkunft() -> None:
    karte = html("[adresse: ams-nord]")

    assert '<h2 id="ams-nord">AMS Nord</h2>' in karte
    assert "Für die Bezirke 1, 3 und 4" in karte
    assert "Nordgasse 1, 1030\u00a0Wien" in karte
    assert '<a href="tel:+4350904940">050 904 940</a>' in karte
    assert "<dd>Fax: 01 214 39 04-11</dd>" in karte
    assert '<a href="mailto:ams.nord@ams.at">ams.nord<wbr />@ams.at</a>' in karte
    assert '<a href="https://www.ams.at/termin?a=1&amp;b=2">Termin verein' in karte
    assert "<dd>Fr 8–13\u00a0Uhr</dd>" in karte
    assert "<em>alle</em>" in karte
    assert (
        "Quelle: AK Wien, Broschüre 2025; geprüft am 23.\u00a0November 2026." in karte
    )


@pytest.mark.usefixtures("beispiel")
def test_was_niemand_nachgesehen_hat_steht_so_auf_der_karte() -> None:
    assert "seither nicht nachgeprüft" in html("[adresse: ak-wien]")


@pytest.mark.usefixtures("beispiel")
@pytest.mark.parametrize(
    ("davor", "stufe"), [("", 2), ("# Titel", 2), ("## Teil", 3), ("### Punkt", 4)]
)
def test_die_ueberschrift_einer_karte_steht_eine_stufe_unter_der_letzten(
    davor: str, stufe: int
) -> None:
    seite = html(f"{davor}\n\n[adresse: ams-nord]\n\n[adresse: ak-wien]")

    assert f'<h{stufe} id="ams-nord">' in seite
    assert f'<h{stufe} id="ak-wien">' in seite


@pytest.mark.usefixtures("beispiel")
def test_eine_liste_zeigt_die_stellen_der_art_und_des_bezirks() -> None:
    assert namen(html("[adressen: art=ams]")) == ["AMS Nord"]
    assert namen(html("[adressen: bezirk=3]")) == ["AMS Nord", "AK * Wien"]
    assert namen(html("[adressen: bezirk=10]")) == ["AK * Wien"]
    assert namen(html("[adressen: art=ak, bezirk=10]")) == ["AK * Wien"]


def namen(seite: str) -> list[str]:
    return re.findall(r"<h2[^>]*>(.+?)</h2>", seite)


@pytest.mark.usefixtures("beispiel")
def test_zweimal_dieselbe_stelle_gibt_keinen_doppelten_anker() -> None:
    seite = html("[adresse: ams-nord]\n\n[adressen: art=ams]")

    assert seite.count("AMS Nord") == 2
    assert seite.count('id="ams-nord"') == 1


@pytest.mark.usefixtures("beispiel")
def test_der_filter_ist_beschriftet_und_ohne_javascript_verborgen() -> None:
    filter_ = html("[adressfilter]")

    assert 'class="adressfilter" hidden="hidden"' in filter_
    for name in ("bezirk", "art"):
        assert f'<label for="adressfilter-{name}">' in filter_
        assert f'<select id="adressfilter-{name}" name="{name}">' in filter_
    assert '<option value="23">23., Liesing</option>' in filter_
    assert '<option value="ak">Arbeiterkammer</option>' in filter_
    assert 'role="status"' in filter_


@pytest.mark.usefixtures("beispiel")
@pytest.mark.parametrize(
    ("marke", "gemeldet"),
    [
        ("[adresse: ams-nort]", "Meinen Sie „ams-nord“?"),
        ("[adressen: art=amt]", "Es gibt: ams, ak."),
        ("[adressen: bezirk=24]", "kein Wiener Bezirk"),
        ("[adressen: ort=3]", "Möglich sind: art, bezirk."),
        ("[adressen: ams]", "ist keine Angabe"),
        ("[adressen: art=ams, bezirk=10]", "Dazu gibt es keine Adresse."),
    ],
)
def test_eine_falsche_marke_kommt_in_die_sammlung(marke: str, gemeldet: str) -> None:
    html(marke)

    (problem,) = SAMMLUNG.nimm_alle()
    assert marke in problem
    assert gemeldet in problem


def test_fehler_der_tabellen_kommen_einmal_in_die_sammlung(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(adressen, "adressbuch", lambda: gelesen(zeile(Quelle="")))
    SAMMLUNG.nimm_alle()

    html("[adresse: ams-nord]\n\n[adressen: art=ams]")

    (problem,) = SAMMLUNG.nimm_alle()
    assert problem.startswith("ams.md:3: Es fehlt die Quelle.")


# --- Das Adressbuch der Redaktion -------------------------------------------------


@pytest.mark.parametrize("bezirk", range(1, len(BEZIRKE) + 1))
@pytest.mark.parametrize(
    "praefix",
    ["ams-ombudsstelle-", "bezirksgericht-", "gebietsbetreuung-", "finanzamt-"],
)
def test_jeder_bezirk_hat_genau_eine_zustaendige_stelle(
    praefix: str, bezirk: int
) -> None:
    zustaendig = [s for s in eigens(bezirk) if s.startswith(praefix)]

    assert len(zustaendig) == 1


@pytest.mark.parametrize("bezirk", range(1, len(BEZIRKE) + 1))
def test_jeder_bezirk_hat_genau_ein_ams_und_ein_sozialzentrum(bezirk: int) -> None:
    stellen = eigens(bezirk)
    geschaeftsstellen = [
        s for s in stellen if s.startswith("ams-") and "ombudsstelle" not in s
    ]

    assert len(geschaeftsstellen) == 1
    assert len([s for s in stellen if s.startswith("ma40-")]) == 1
    assert [s for s in stellen if s.startswith("ma11-")] != []


def eigens(bezirk: int) -> list[str]:
    """Die Schlüssel der Stellen, die diesen Bezirk eigens nennen."""
    return [a.schluessel for a in adressbuch().waehle(bezirk=bezirk) if a.bezirke]


def test_das_verzeichnis_zeigt_jede_art_genau_einmal() -> None:
    gezeigt = re.findall(r"^\[adressen: art=(\w+)\]$", SEITE.read_text("utf-8"), re.M)

    assert sorted(gezeigt) == sorted(adressbuch().arten)


def test_kein_anker_einer_stelle_ist_auch_der_eines_abschnitts() -> None:
    anker = set(re.findall(r"\{#([\w-]+)\}", SEITE.read_text("utf-8")))

    assert anker & set(adressbuch().adressen) == set()
