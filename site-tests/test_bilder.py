"""Die Bilder der Rechner: dieselben Zahlen wie die Tabelle daneben, für alle lesbar, auch auf Papier."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from test_thema import BREIT, HANDY, axe

from leistungsrechner import kurve, rechne

GELADEN = 60_000
SELBST_GEKUENDIGT = {
    "stichtag": "2.3.2026",
    "geburtsdatum": "1.5.1990",
    "beendigung": "kuendigung_selbst",
    "dienstverhaeltnis_ende": "28.2.2026",
    "wochen_24_monate": "104",
    "wochen_12_monate": "52",
    "wochen_5_jahre": "200",
    "brutto_monat": "2400",
}
MIT_DECKEL = {
    "stichtag": "2.3.2026",
    "alg_grundbetrag": "55,27",
    "tagesnetto": "100,49",
    "alg_bezugsdauer_wochen": "20",
}
ALLEIN = {
    "stichtag": "2.3.2026",
    "haushalt": "alleinstehend",
    "einkommen_monat": "800",
    "bruttomiete": "700",
}
# Zeiten, die zählen, verlängern und eine Lücke lassen.
ZEITEN = (
    "r=1&n=13&stichtag=2.3.2026&geburtsdatum=1.5.1990"
    "&zeiten.1.art=beschaeftigung&zeiten.1.von=1.1.2023&zeiten.1.bis=31.12.2023"
    "&zeiten.2.art=karenz&zeiten.2.von=1.1.2024&zeiten.2.bis=31.12.2024"
    "&zeiten.3.art=beschaeftigung&zeiten.3.von=1.3.2025&zeiten.3.bis=28.2.2026"
    "&brutto_monat=2400&kinder=0"
)


def fuelle(page: Page, angaben: dict[str, str], wo: str = ".rechner") -> None:
    for name, wert in angaben.items():
        feld = page.locator(f"{wo} [name={name}]").first
        feld.evaluate("feld => feld.closest('details')?.setAttribute('open', '')")
        if feld.evaluate("feld => feld.localName") == "select":
            feld.select_option(wert)
        else:
            feld.fill(wert)


def antwort(page: Page, rechner: str, angaben: dict[str, str]) -> Locator:
    page.goto(f"rechner/{rechner}/")
    fuelle(page, angaben)
    page.get_by_role("button", name="Berechnen", exact=True).click()
    karte = page.locator(".antwort")
    expect(karte).to_be_visible(timeout=GELADEN)
    return karte


def rahmenfrist(page: Page) -> Locator:
    page.goto(f"rechner/arbeitslosengeld/#{ZEITEN}")
    karte = page.locator(".antwort")
    expect(karte).to_be_visible(timeout=GELADEN)
    return karte.locator("figure", has_text="Ihre Rahmenfrist")


def mit_kurve(page: Page, rechner: str, angaben: dict[str, str], knopf: str) -> Locator:
    karte = antwort(page, rechner, angaben)
    karte.get_by_role("button", name=f"Bild zeichnen: {knopf}").click()
    bild = karte.locator(".kurve figure")
    expect(bild).to_be_visible(timeout=GELADEN)
    return bild


def tabelle(bild: Locator) -> list[list[str]]:
    if not bild.locator("table").is_visible():
        bild.get_by_text("Als Tabelle").click()
    zeilen = bild.locator("tbody tr").all()
    return [zeile.locator("th, td").all_inner_texts() for zeile in zeilen]


def test_ein_bezug_dessen_hoehe_fehlt_heisst_nicht_kein_geld(page: Page) -> None:
    angaben = {"stichtag": "2.3.2026", "wochen_24_monate": "52"}
    bild = antwort(page, "arbeitslosengeld", angaben).locator("figure")

    assert tabelle(bild) == [
        ["Arbeitslosengeld", "2.3.2026", "steht nicht fest", "nicht gerechnet"]
    ]


def test_die_zeitleiste_zeigt_sperre_und_bezug_mit_ihren_tagen(page: Page) -> None:
    bild = antwort(page, "arbeitslosengeld", SELBST_GEKUENDIGT).locator("figure")

    expect(bild.locator("svg[role=img]")).to_have_accessible_name(
        re.compile("So geht es weiter")
    )
    assert tabelle(bild) == [
        ["Sperre", "1.3.2026", "28.3.2026", "kein Geld vom AMS"],
        ["Arbeitslosengeld", "29.3.2026", "24.10.2026", "42,31\u00a0€ am Tag"],
    ]
    arten = bild.locator("svg[role=img] > rect").evaluate_all(
        "alle => alle.map(b => b.classList[1])"
    )
    assert arten == ["balken--sperre", "balken--arbeitslosengeld"]


def test_der_deckel_ist_ein_abschnitt_und_eine_marke(page: Page) -> None:
    bild = antwort(page, "notstandshilfe", MIT_DECKEL).locator("figure").first

    assert [zeile[0] for zeile in tabelle(bild)] == [
        "Notstandshilfe",
        "Notstandshilfe mit Deckel",
    ]
    expect(bild.locator("svg .marke")).to_have_count(1)


def test_die_balken_stehen_dort_wo_die_tage_liegen(page: Page) -> None:
    """Sperre: 28 von 238 Tagen; das Arbeitslosengeld schließt ohne Lücke an."""
    bild = antwort(page, "arbeitslosengeld", SELBST_GEKUENDIGT).locator("figure")
    sperre, bezug = bild.locator("svg[role=img] > rect").evaluate_all(
        "alle => alle.map(b => [parseFloat(b.getAttribute('x')), parseFloat(b.getAttribute('width'))])"
    )

    assert sperre == pytest.approx([0, 100 * 28 / 238], abs=0.02)
    assert bezug == pytest.approx([100 * 28 / 238, 100 * 210 / 238], abs=0.02)


def test_die_rahmenfrist_zeigt_was_zaehlt_verlaengert_und_fehlt(page: Page) -> None:
    bild = rahmenfrist(page)
    wirkungen = bild.locator("svg[role=img] > rect[height='24']").evaluate_all(
        "alle => alle.map(b => b.classList[1].replace('balken--', ''))"
    )

    assert {"zaehlt", "verlaengert", "keine"} == set(wirkungen)
    assert [zeile[0] for zeile in tabelle(bild)] == [
        "Arbeit über der Geringfügigkeitsgrenze",
        "Karenz",
        "Arbeit über der Geringfügigkeitsgrenze",
    ]
    expect(bild.locator("svg .marke")).to_have_count(1)


def test_die_monate_stehen_als_saeulen_und_als_tabelle_da(page: Page) -> None:
    angaben = {
        **SELBST_GEKUENDIGT,
        "haushalt": "alleinerziehend",
        "kinder": "1",
        "bruttomiete": "900",
    }
    karte = antwort(page, "was-steht-mir-zu", angaben)
    bild = karte.locator("figure", has_text="Die nächsten 24 Monate")
    zeilen = tabelle(bild)
    erwartet: Any = rechne("gesamt", angaben)["monate"]

    assert len(zeilen) == 24
    assert [zeile[0] for zeile in zeilen] == [monat["titel"] for monat in erwartet]
    assert [zeile[-2] for zeile in zeilen] == [monat["anzeige"] for monat in erwartet]
    balken = bild.locator("svg[role=img] > rect.balken")
    expect(balken).to_have_count(sum(len(monat["teile"]) for monat in erwartet))


@pytest.mark.parametrize(
    ("rechner", "angaben", "feld", "knopf"),
    [
        ("mindestsicherung", ALLEIN, "einkommen_monat", "Einkommen der Erwachsenen"),
        (
            "notstandshilfe",
            MIT_DECKEL,
            "anderes_einkommen_monat",
            "anderes eigenes Einkommen",
        ),
        ("notstandshilfe", MIT_DECKEL, "unterhalt_monat", "Unterhalt"),
    ],
)
def test_die_punkte_der_kurve_sind_jene_des_rechenwerks(
    page: Page, rechner: str, angaben: dict[str, str], feld: str, knopf: str
) -> None:
    bild = mit_kurve(page, rechner, angaben, knopf)
    erwartet: Any = kurve(rechner, angaben, feld)["kurve"]

    assert tabelle(bild) == [
        [punkt["einkommen_anzeige"], punkt["betrag_anzeige"], punkt["zusammen_anzeige"]]
        for punkt in erwartet["punkte"]
    ]
    expect(bild).to_contain_text(erwartet["satz"])


def test_ohne_kurve_wird_nichts_gerechnet_was_niemand_wollte(page: Page) -> None:
    karte = antwort(page, "mindestsicherung", ALLEIN)

    expect(karte.locator(".kurve figure")).to_have_count(0)


ZUSTAENDE = {
    "zeitleiste": lambda page: antwort(page, "arbeitslosengeld", SELBST_GEKUENDIGT),
    "deckel": lambda page: antwort(page, "notstandshilfe", MIT_DECKEL),
    "rahmenfrist": rahmenfrist,
    "kurve": lambda page: mit_kurve(page, "mindestsicherung", ALLEIN, "Einkommen"),
    "monate": lambda page: antwort(
        page, "was-steht-mir-zu", {**SELBST_GEKUENDIGT, "haushalt": "alleinstehend", "bruttomiete": "700"}
    ),
}  # fmt: skip


@pytest.mark.parametrize("schema", ["light", "dark"])
@pytest.mark.parametrize("fenster", [HANDY, BREIT], ids=["360", "1280"])
@pytest.mark.parametrize("zustand", ZUSTAENDE)
def test_axe_findet_in_keinem_bild_eine_barriere(
    page: Page, zustand: str, fenster: Any, schema: Any
) -> None:
    page.set_viewport_size(fenster)
    page.emulate_media(color_scheme=schema)
    ZUSTAENDE[zustand](page)
    for kasten in page.locator("figure details").all():
        kasten.locator("summary").click()

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= fenster["width"]


@pytest.mark.parametrize("fenster", [HANDY, BREIT], ids=["360", "1280"])
@pytest.mark.parametrize("zustand", ZUSTAENDE)
def test_keine_schrift_laeuft_aus_dem_bild(
    page: Page, zustand: str, fenster: Any
) -> None:
    page.set_viewport_size(fenster)
    ZUSTAENDE[zustand](page)
    draussen = page.locator("figure .bildtext").evaluate_all(
        """alle => alle.filter(text => {
            const [t, s] = [text, text.closest("figure")].map(e => e.getBoundingClientRect());
            return t.left < s.left - 1 || t.right > s.right + 1;
        }).map(text => text.textContent)"""
    )

    assert draussen == []


@pytest.mark.parametrize("zustand", ZUSTAENDE)
def test_jedes_bild_hat_namen_beschreibung_und_tabelle(
    page: Page, zustand: str
) -> None:
    ZUSTAENDE[zustand](page)
    for bild in page.locator("figure.bild").all():
        svg = bild.locator("svg[role=img]")
        assert svg.locator("> title").text_content()
        assert svg.locator("> desc").text_content()
        kennungen = (svg.get_attribute("aria-labelledby") or "").split()
        assert all(page.locator(f"#{k}").count() == 1 for k in kennungen)
        assert tabelle(bild)


def test_neben_der_farbe_steht_ein_muster(page: Page) -> None:
    """Arbeitslosengeld ist voll, alles andere hat ein eigenes Muster."""
    angaben = {
        **SELBST_GEKUENDIGT,
        "haushalt": "alleinerziehend",
        "kinder": "1",
        "bruttomiete": "900",
    }
    bild = antwort(page, "was-steht-mir-zu", angaben).locator(
        "figure", has_text="Die nächsten 24 Monate"
    )
    fuellung = bild.locator("rect.balken").evaluate_all(
        "alle => Object.fromEntries(alle.map(b => [b.classList[1], b.getAttribute('fill') ?? 'voll']))"
    )

    assert fuellung.pop("balken--arbeitslosengeld") == "voll"
    assert len(set(fuellung.values())) == len(fuellung) == 3
    for verweis in fuellung.values():
        kennung = verweis.removeprefix("url(#").removesuffix(")")
        assert page.locator(f"pattern#{kennung} > .strich").count() > 0


def test_mit_erzwungenen_farben_bleiben_die_balken_unterscheidbar(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    bild = antwort(page, "arbeitslosengeld", SELBST_GEKUENDIGT).locator("figure")
    rand, grund = bild.evaluate(
        "bild => [getComputedStyle(bild.querySelector('rect.balken')).stroke, getComputedStyle(document.body).backgroundColor]"
    )

    assert rand != grund


def test_auf_papier_stehen_bild_und_tabelle_aber_kein_knopf(page: Page) -> None:
    bild = mit_kurve(page, "mindestsicherung", ALLEIN, "Einkommen")
    page.emulate_media(media="print")

    expect(bild.locator("svg[role=img]")).to_be_visible()
    expect(bild.locator("table")).to_be_visible()
    expect(page.get_by_role("button", name="Bild zeichnen")).to_have_count(0)


def test_falsche_angaben_lassen_die_kurve_sagen_was_nicht_stimmt(page: Page) -> None:
    karte = antwort(page, "mindestsicherung", ALLEIN)
    fuelle(page, {"einkommen_monat": "viel"})
    karte.get_by_role("button", name="Bild zeichnen").click()

    expect(karte.locator(".kurve__platz")).to_contain_text("ist kein Betrag")
