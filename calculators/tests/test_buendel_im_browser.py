"""Das Bündel im Browser: rechnet, bleibt ohne Netz, mischt keine Ausgaben, hält Ausfälle aus."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from calculators import buendel
from calculators.buendel import laufzeit, pakete
from calculators.tests.probesite import INHALTSSEITE, schreibe_seiten

HIER = Path(__file__).parent
RECHNER = "rechner/arbeitslosengeld/"
RATGEBER = INHALTSSEITE.removesuffix("index.html")
# Dasselbe Modul wie auf der Seite, also ihr Arbeiter.
FRAGE = """async () => {
  const { rechne } = await import(document.querySelector('script[src*="/rechner-"]').src);
  const angaben = { stichtag: "2.3.2026", brutto_monat: "2400", kinder: 1 };
  const ergebnis = await rechne({ rechner: "arbeitslosengeld", angaben });
  return [ergebnis.art, ergebnis.werte.tagsatz];
}"""
# Grundbetrag 43,61 € und ein Familienzuschlag von 0,97 €
ANTWORT = ["ergebnis", "44.58"]


def oeffne(kontext: BrowserContext, adresse: str) -> Page:
    """Öffnet eine Seite; eine Meldung der Sicherheitsregel oder ein Fehler im Skript lässt den Test scheitern."""
    seite = kontext.new_page()
    klagen: list[str] = []
    seite.on("pageerror", lambda fehler: klagen.append(str(fehler)))
    seite.on(
        "console",
        lambda m: klagen.append(m.text) if "Content Security" in m.text else None,
    )
    seite.goto(adresse)
    assert klagen == []
    return seite


def warte_auf_vorrat(seite: Page) -> None:
    """Bis das Rechenwerk auf dem Gerät ist."""
    expect(seite.locator("html")).to_have_attribute("data-ohne-netz", "bereit")


def geholt(abrufe: list[tuple[str, int]]) -> set[str]:
    """Die Namen der abgerufenen Dateien des Rechenwerks, ohne ihren Abdruck."""
    namen = (Path(pfad).name for pfad, _ in abrufe if pfad.startswith("assets/rechner"))
    ohne_abdruck = {re.sub(r"-[0-9a-f]{10}", "", name) for name in namen}
    # Die Sofortantworten kommen vor Python und haben ihre eigenen Tests.
    return {name for name in ohne_abdruck if not name.startswith("sofort-")}


@pytest.fixture(autouse=True)
def geduld() -> None:
    expect.set_options(timeout=30_000)


def test_die_verbindung_haelt_ausfaelle_des_arbeiters_aus():
    lauf = subprocess.run(
        ["node", "--test", HIER / "verbindung.test.mjs"], capture_output=True, text=True
    )
    assert lauf.returncode == 0, lauf.stdout
    assert re.search(r"# pass [1-9]", lauf.stdout)


def test_die_seite_rechnet_und_holt_dafuer_nur_das_noetige(server, fenster):
    seite = oeffne(fenster(), server.adresse + RECHNER)
    assert seite.evaluate(FRAGE) == ANTWORT
    noetig = {"rechner.js", "dienst.js", "arbeiter.js", "pyodide.js"}
    noetig |= {"python.wasm", "bibliothek.zip", "regeln.zip", "werte.zip"}
    nachher = {"python-rest.wasm", "offline.js"}  # um auch ohne Netz da zu sein
    assert geholt(server.abrufe) - nachher == noetig


def test_ohne_dienst_wird_der_kalte_teil_nie_geholt(server, browser):
    kontext = browser.new_context(service_workers="block")
    seite = oeffne(kontext, server.adresse + RECHNER)
    assert seite.evaluate(FRAGE) == ANTWORT
    seite.wait_for_load_state("networkidle")
    assert "python-rest.wasm" not in geholt(server.abrufe)
    kontext.close()


def test_eine_inhaltsseite_holt_kein_byte_von_python(server, fenster):
    seite = oeffne(fenster(), server.adresse + RATGEBER)
    seite.wait_for_load_state("networkidle")
    assert geholt(server.abrufe) <= {"dienst.js", "rechner.js", "offline.js"}


def test_nach_einem_besuch_rechnet_die_seite_ohne_server(server, fenster):
    kontext = fenster()
    seite = oeffne(kontext, server.adresse + RECHNER)
    warte_auf_vorrat(seite)
    seite.close()
    server.halte_an()
    try:
        seite = oeffne(kontext, server.adresse + RECHNER)
        assert seite.evaluate(FRAGE) == ANTWORT
        ratgeber = oeffne(kontext, server.adresse + RATGEBER)
        expect(ratgeber.locator("main")).to_contain_text("24,12 €")
    finally:
        server.starte()


def test_wer_wiederkommt_holt_nur_die_seite_selbst(server, fenster):
    kontext = fenster()
    seite = oeffne(kontext, server.adresse + RECHNER)
    warte_auf_vorrat(seite)
    server.abrufe.clear()
    seite = oeffne(kontext, server.adresse + RECHNER)
    assert seite.evaluate(FRAGE) == ANTWORT
    assert {pfad for pfad, _ in server.abrufe} <= {RECHNER, "sw.js"}


def test_ohne_server_findet_auch_eine_adresse_ohne_schraegstrich_ihre_seite(
    server, fenster
):
    kontext = fenster()
    seite = oeffne(kontext, server.adresse + RECHNER)
    warte_auf_vorrat(seite)
    server.halte_an()
    try:
        ratgeber = oeffne(kontext, server.adresse + RATGEBER.removesuffix("/"))
        assert ratgeber.url == server.adresse + RATGEBER
        fremd = kontext.new_page()
        fremd.goto(server.adresse + "gibt-es-nicht/")
        expect(fremd.get_by_role("heading")).to_have_text("Keine Verbindung")
    finally:
        server.starte()


def test_auch_der_kalte_teil_kommt_ohne_server_aus_dem_vorrat(
    server, fenster, monkeypatch
):
    monkeypatch.setattr(laufzeit, "warme_funktionen", lambda: [])
    buendel.buendle(server.ordner)
    kontext = fenster()
    seite = oeffne(kontext, server.adresse + RECHNER)
    assert seite.evaluate(FRAGE) == ANTWORT
    warte_auf_vorrat(seite)
    seite.close()
    server.halte_an()
    try:
        seite = oeffne(kontext, server.adresse + RECHNER)
        assert seite.evaluate(FRAGE) == ANTWORT
    finally:
        server.starte()


@pytest.mark.parametrize("inhalt", [None, b"", b"\0asm\1\0\0\0\xff kaputt"])
def test_fehlt_eine_datei_oder_ist_sie_kaputt_rechnet_die_volle_fassung(
    server, browser, inhalt
):
    for datei in (server.ordner / "assets/rechner").glob("python-??????????.wasm*"):
        datei.unlink()
        if inhalt is not None and datei.suffix == ".wasm":
            datei.write_bytes(inhalt)
    kontext = browser.new_context(service_workers="block")
    seite = oeffne(kontext, server.adresse + RECHNER)
    assert seite.evaluate(FRAGE) == ANTWORT
    assert {"pyodide-voll.js", "python-voll.wasm"} <= geholt(server.abrufe)
    kontext.close()


def test_geht_gar_nichts_bekommt_die_seite_einen_satz_fuer_menschen(server, browser):
    for datei in (server.ordner / "assets/rechner").glob("*.wasm*"):
        datei.unlink()
    kontext = browser.new_context(service_workers="block")
    seite = oeffne(kontext, server.adresse + RECHNER)
    satz = seite.evaluate(
        """async () => {
  const { rechne } = await import(document.querySelector('script[src*="/rechner-"]').src);
  return rechne({ rechner: "arbeitslosengeld", angaben: {} }).then(() => "", (f) => f.fuerMenschen);
}"""
    )
    assert satz.startswith("Das Rechenwerk startet auf diesem Gerät nicht.")
    kontext.close()


# --- Eine neue Ausgabe -----------------------------------------------------


def neue_ausgabe(ordner: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Dieselbe Site mit anderen Beträgen, im Text wie in der Tabelle."""
    werte = Path(shutil.copytree(pakete.WERTE, ordner / "werte"))
    tabelle = werte / "arbeitslosengeld.md"
    tabelle.write_text(tabelle.read_text("utf-8").replace("0,97", "1,97"), "utf-8")
    monkeypatch.setattr(pakete, "WERTE", werte)
    site = ordner / "neue-site"
    schreibe_seiten(site, betrag="25,12 €")
    buendel.buendle(site)
    return site


def test_der_erste_aufruf_nach_einer_neuen_ausgabe_zeigt_und_rechnet_neu(
    server, fenster, monkeypatch, tmp_path
):
    kontext = fenster()
    seite = oeffne(kontext, server.adresse + RECHNER)
    warte_auf_vorrat(seite)
    server.ordner = neue_ausgabe(tmp_path, monkeypatch)
    server.abrufe.clear()

    ratgeber = oeffne(kontext, server.adresse + RATGEBER)
    expect(ratgeber.locator("main")).to_contain_text("25,12 €")
    neu = oeffne(kontext, server.adresse + RECHNER)
    assert neu.evaluate(FRAGE) == ["ergebnis", "45.58"]
    # Wer schon da war, lädt vom Rechenwerk nur die Werte neu.
    assert geholt(server.abrufe) == {"werte.zip"}


def test_eine_offene_seite_rechnet_weiter_mit_ihrer_ausgabe_und_sagt_dass_es_eine_neue_gibt(
    server, fenster, monkeypatch, tmp_path
):
    kontext = fenster()
    alt = oeffne(kontext, server.adresse + RECHNER)
    warte_auf_vorrat(alt)
    feld = alt.locator(".rechner [name=brutto_monat]")
    feld.fill("halb ausgef")
    server.ordner = neue_ausgabe(tmp_path, monkeypatch)
    oeffne(
        kontext, server.adresse + RATGEBER
    )  # dabei bemerkt der Browser das neue sw.js
    hinweis = alt.get_by_role("status").filter(has_text="geändert")
    expect(hinweis).to_be_visible()
    expect(feld).to_have_value("halb ausgef")  # neu geladen wird nie von selbst
    assert alt.evaluate(FRAGE) == ANTWORT
    hinweis.get_by_role("button").click()
    alt.wait_for_load_state()
    assert alt.evaluate(FRAGE) == ["ergebnis", "45.58"]


def test_nach_einer_neuen_ausgabe_geht_auch_sie_ohne_server(
    server, fenster, monkeypatch, tmp_path
):
    kontext = fenster()
    alt = oeffne(kontext, server.adresse + RECHNER)
    warte_auf_vorrat(alt)
    server.ordner = neue_ausgabe(tmp_path, monkeypatch)
    oeffne(kontext, server.adresse + RATGEBER)
    expect(alt.get_by_role("status").filter(has_text="geändert")).to_be_visible()
    server.halte_an()
    try:
        seite = oeffne(kontext, server.adresse + RECHNER)
        assert seite.evaluate(FRAGE) == ["ergebnis", "45.58"]
    finally:
        server.starte()


def test_eine_halb_veroeffentlichte_ausgabe_kommt_nicht_in_den_vorrat(
    server, fenster, monkeypatch, tmp_path
):
    kontext = fenster()
    alt = oeffne(kontext, server.adresse + RECHNER)
    warte_auf_vorrat(alt)
    neu = neue_ausgabe(tmp_path, monkeypatch)
    (neu / INHALTSSEITE).write_text("noch nicht da", "utf-8")
    server.ordner = neu
    seite = oeffne(kontext, server.adresse)
    vorraete = seite.evaluate(
        """async () => {
  const anmeldung = await navigator.serviceWorker.ready;
  await anmeldung.update();
  const neuer = anmeldung.installing;
  if (neuer) await new Promise((l) => neuer.addEventListener("statechange", () => neuer.state === "redundant" && l()));
  return (await caches.keys()).length;
}"""
    )
    assert vorraete == 2  # die alte Ausgabe und das Rechenwerk
