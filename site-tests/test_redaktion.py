"""Die Arbeit der Redaktion an einer Kopie: eine Zelle ändern, einen Fehler machen, ein neues Jahr spielen."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from auslieferung import Auslieferung
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_rechner import GELADEN, antwort, berechne, fuelle
from werkstatt import WURZEL, Kopie

from calculators.redaktion.pruefung import offene
from calculators.seite import tafel
from calculators.seite.jahreshinweis import werte_bis
from leistungsrechner import rechne
from leistungsrechner.ablage import RECHENTABELLEN, lies_ordner
from leistungsrechner.anzeige import zahl
from leistungsrechner.werteleser import lies_verzeichnis

RECHNER = "rechner/arbeitslosengeld/"
NEU = werte_bis(tafel.verzeichnis()) + 1
GEBAUT = 180_000  # Millisekunden, bis eine gespeicherte Änderung auf der Seite steht; auch auf einer vollen Maschine


@pytest.fixture
def kopie(tmp_path: Path) -> Kopie:
    return Kopie(tmp_path)


@pytest.fixture
def seite(browser: Browser) -> Iterator[Page]:
    """Ein Fenster ohne Aufsicht: Die Vorschau läuft auf einem eigenen Port und lädt sich selbst neu."""
    fenster = browser.new_context(
        locale="de-AT", timezone_id="Europe/Vienna", service_workers="block"
    )
    yield fenster.new_page()
    fenster.close()


def oeffne_und_fuelle(kopie: Kopie) -> dict[str, str]:
    """Öffnet das neue Jahr und trägt überall, wo der Rechner etwas braucht, zwei Prozent mehr ein."""
    kopie.werte("neu", str(NEU))
    ordner = kopie.ort / "docs" / "werte"
    texte = lies_ordner(ordner, RECHENTABELLEN)
    eingetragen: dict[str, str] = {}
    for eintrag, stand, zuletzt in list(offene(lies_verzeichnis(texte))):
        if stand.ab != date(NEU, 1, 1) or zuletzt is None or zuletzt.wert is None:
            continue
        ist_geld = eintrag.einheit.startswith("€")
        wert = zuletzt.wert * Decimal("1.02") if ist_geld else zuletzt.wert
        text = zahl(
            wert * 100 if eintrag.einheit == "%" else wert, 2 if ist_geld else None
        )
        kopie.schreibe(stand.datei, eintrag.schluessel, f"ab 1.1.{NEU}", text)
        eingetragen[eintrag.schluessel] = text
    return eingetragen


def tagsatz(kopie: Kopie, **angaben: str) -> str:
    ergebnis: Any = rechne("arbeitslosengeld", angaben, ordner=kopie.ort / "docs/werte")
    return str(ergebnis["kern"]["zahl"])


def befolge_das_handbuch(kopie: Kopie) -> None:
    """Jede Anleitung einmal wörtlich: Frage, Seite, Adresse, Fall, Suchwort; die Vorlagen stehen im Handbuch selbst."""
    handbuch = kopie.ort / "docs" / "mitarbeit"
    kopie.haenge_an("docs/faq/ruhen.md", vorlage(handbuch / "frage.md"))
    umzug = "docs/ratgeber/wohnen/umzug.md"
    (kopie.ort / umzug).write_text(vorlage(handbuch / "seite.md"), "utf-8")
    nav = "- Energie: ratgeber/wohnen/energie.md\n"
    kopie.ersetze("mkdocs.yml", nav, f"{nav}      - Umzug: ratgeber/wohnen/umzug.md\n")
    kopie.verdopple("docs/adressen/_daten-ams.md", "| `ams-", {"`ams-": "`probe-ams-"})
    kopie.verdopple(
        "engine/tests/faelle/rezeptgebuehr.md",
        "| Alleinstehend 2026, genau die Grenze |",
        {"genau die Grenze": "eine Probe"},
    )
    kopie.verdopple(
        "docs/mitarbeit/synonyme.md", "| Tagsatz, ", {"Tagsatz, Taggeld": "Probewort"}
    )


def vorlage(seite: Path) -> str:
    """Der eingerückte Block einer Anleitung, zum Kopieren gedacht."""
    treffer = re.search(r"\n\n((?:        .*\n|\n)+)", seite.read_text("utf-8"))
    assert treffer is not None
    return textwrap.dedent(treffer[1]).strip("\n") + "\n"


def test_eine_zelle_speichern_aendert_tabelle_text_und_rechner(
    kopie: Kopie, seite: Page
) -> None:
    kopie.lass_nur("dazuverdienen")
    angaben = {"stichtag": "2.3.2026", "brutto_monat": "1850", "kinder": "1"}
    zeile = seite.locator("#wert-alg_familienzuschlag_tag")
    tafeln = seite.locator(".werkstatt")
    zelle = ("arbeitslosengeld.md", "alg_familienzuschlag_tag", "ab 1.1.2026")
    with kopie.vorschau() as adresse:
        seite.goto(adresse + "werte/arbeitslosengeld/")
        vorher = kopie.schreibe(*zelle, "1,11")
        assert vorher == "0,97"

        expect(zeile).to_contain_text(
            "1,11", timeout=GEBAUT
        )  # die Seite lädt von selbst neu
        seite.goto(adresse + "neu-2026/")
        expect(seite.get_by_role("row", name="Familienzuschlag")).to_contain_text(
            "1,11"
        )
        seite.goto(adresse + RECHNER)
        fuelle(seite, **angaben)
        berechne(seite)
        expect(antwort(seite).locator(".antwort__zahl")).to_have_text(
            tagsatz(kopie, **angaben)
        )
        assert tagsatz(kopie, **angaben) == "44,72\u00a0€ am Tag"

        kopie.schreibe(*zelle, "1.1l")
        kopie.schreibe("allgemein.md", "existenzminimum_monat", "ab 1.1.2026", "")
        expect(tafeln).to_contain_text("2 Fehler in Tabellen oder Text", timeout=GEBAUT)
        expect(tafeln).to_contain_text(
            "„1.1l“ bei `alg_familienzuschlag_tag` ist keine Zahl"
        )
        expect(tafeln).to_contain_text("docs/werte/allgemein.md:")
        expect(tafeln).to_contain_text("Die Zelle ist leer")

        kopie.schreibe(
            "allgemein.md", "existenzminimum_monat", "ab 1.1.2026", "1.526,00"
        )
        kopie.schreibe(*zelle, vorher)
        expect(tafeln).to_have_count(0, timeout=GEBAUT)
        kopie.ersetze(
            "docs/neu-2026.md",
            "{{ alg_familienzuschlag_tag |",
            "{{ alg_familienzuschlak_tag |",
        )
        expect(tafeln).to_contain_text(
            "Gemeint: „alg_familienzuschlag_tag“?", timeout=GEBAUT
        )
        expect(tafeln).to_contain_text("docs/neu-2026.md:")

        kopie.haenge_an("docs/grenzen.md", "{!_bausteine/gibtsnicht.md!}\n")
        kopie.ersetze(
            "engine/tests/faelle/rezeptgebuehr.md", "haushalt = ", "haushalt "
        )
        for problem in (
            "docs/neu-2026.md:",
            "Den Baustein „_bausteine/gibtsnicht.md“ gibt es",
            "engine/tests/faelle/rezeptgebuehr.md:",
        ):
            expect(tafeln).to_contain_text(problem, timeout=GEBAUT)
            assert problem in kopie.ausgabe()


def test_die_vorschau_fuer_einen_tag_zeigt_text_und_rechner_dieses_tages(
    kopie: Kopie, seite: Page
) -> None:
    kopie.lass_nur("dazuverdienen")
    oeffne_und_fuelle(kopie)
    kopie.schreibe(
        "allgemein.md", "geringfuegigkeitsgrenze_monat", f"ab 1.1.{NEU}", "560,00"
    )
    with kopie.vorschau(stichtag=f"1.2.{NEU}") as adresse:
        seite.goto(adresse + "ratgeber/dazuverdienen/geringfuegig/")
        expect(seite.locator(".vorschau")).to_contain_text(
            f"Vorschau für den 1.\u00a0Februar {NEU}"
        )
        expect(seite.locator("article")).to_contain_text("560,00\u00a0€")
        expect(seite.locator(".jahreshinweis")).to_be_hidden()
        seite.goto(adresse + RECHNER)
        expect(seite.locator(".rechner [name=stichtag]")).to_have_value(f"1.2.{NEU}")
        fuelle(seite, brutto_monat="2600")
        berechne(seite)
        erwartet = tagsatz(kopie, stichtag=f"1.2.{NEU}", brutto_monat="2600")
        expect(antwort(seite).locator(".antwort__zahl")).to_have_text(erwartet)


def test_im_neuen_jahr_sagt_auch_eine_alte_seite_dass_die_werte_fehlen(
    page: Page,
) -> None:
    hinweis = page.locator(".jahreshinweis")
    page.goto("werte/allgemein/")
    expect(hinweis).to_be_hidden()

    page.clock.set_fixed_time(f"{NEU}-01-01T09:00:00")
    page.reload()

    expect(hinweis).to_be_visible()
    expect(hinweis).to_contain_text(f"Werte für {NEU} noch nicht eingetragen")
    expect(hinweis).to_contain_text(f"gelten für {NEU - 1}")


@pytest.mark.usefixtures("service_worker")
def test_ein_neues_jahr_von_der_zelle_bis_zum_geraet_das_die_seite_schon_hat(
    kopie: Kopie, context: BrowserContext, auslieferung: Auslieferung
) -> None:
    stichtag = f"1.2.{NEU}"
    page = context.new_page()
    page.goto(RECHNER)
    page.locator("html[data-ohne-netz=bereit]").wait_for(
        state="attached", timeout=GELADEN
    )
    fuelle(page, stichtag=stichtag, brutto_monat="2600")
    berechne(page)
    expect(page.locator(".fehlerliste")).to_contain_text(
        "sind keine Werte eingetragen", timeout=GELADEN
    )
    page.close()

    grenze = ("allgemein.md", "geringfuegigkeitsgrenze_monat", f"ab 1.1.{NEU}")
    assert len(oeffne_und_fuelle(kopie)) > 50
    kopie.schreibe(*grenze, "5.600,00")
    assert "auf 5.600,00\u00a0€." in kopie.werte("pruefen")
    kopie.schreibe(*grenze, "560,00")
    assert "auf 560,00\u00a0€." not in kopie.werte("pruefen")
    vergleich = kopie.werte("vergleich", str(WURZEL / "docs" / "werte"))
    zelle = rf"\| 1\.1\.{NEU} \| (?:keine Zelle|noch offen) \| 560,00\u00a0€ \|"
    assert re.search(zelle, vergleich)
    erwartet = tagsatz(kopie, stichtag=stichtag, brutto_monat="2600")
    assert f"| 1.3.{NEU} | noch keine Beträge | {erwartet} |" in vergleich
    kopie.stelle_vergleich_auf(NEU - 1, NEU)
    befolge_das_handbuch(kopie)
    auslieferung.ordner = kopie.baue()

    page = context.new_page()
    page.goto(RECHNER)
    fuelle(page, stichtag=stichtag, brutto_monat="2600")
    berechne(page)
    expect(antwort(page).locator(".antwort__zahl")).to_have_text(erwartet)
    page.goto("werte/allgemein/")
    expect(page.locator("#wert-geringfuegigkeitsgrenze_monat")).to_contain_text(
        "560,00"
    )
    lies = {
        seite: (auslieferung.ordner / seite / "index.html").read_text("utf-8")
        for seite in ("ratgeber/wohnen/umzug", "faq/ruhen", "adressen", "pruefung/rezeptgebuehr", "was-sich-aendert")
    }  # fmt: skip
    assert "Was gilt beim Umzug?" in lies["ratgeber/wohnen/umzug"]
    assert 'id="spital"' in lies["faq/ruhen"]
    assert 'id="probe-ams-' in lies["adressen"]
    assert "Alleinstehend 2026, eine Probe" in lies["pruefung/rezeptgebuehr"]
    assert "560,00\u00a0€" in lies["was-sich-aendert"]


@pytest.mark.parametrize(
    ("rechner", "seite"),
    [
        *((name, name) for name in ("arbeitslosengeld", "notstandshilfe", "mindestsicherung", "rezeptgebuehr", "bescheid")),
        ("gesamt", "was-steht-mir-zu"),
    ],
)  # fmt: skip
def test_ein_veroeffentlichter_fall_oeffnet_sich_in_seinem_rechner(
    page: Page, rechner: str, seite: str
) -> None:
    page.goto(f"pruefung/{rechner}/")

    page.get_by_role("link", name="Im Rechner öffnen").first.click()

    expect(page).to_have_url(re.compile(f"/rechner/{seite}/"))
    expect(page.locator(".antwort__stand")).to_contain_text(
        "Recht und Beträge am", timeout=GELADEN
    )
