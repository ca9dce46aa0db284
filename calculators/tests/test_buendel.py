"""Das Bündel: rechnet wie CPython, bleibt klein, kommt auf Inhaltsseiten nicht vor."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest

from calculators import buendel
from calculators.buendel import laufzeit, node, pakete
from calculators.buendel.anfragen import anfragen
from calculators.buendel.node import BauFehler
from calculators.buendel.paritaet import rechne_gebuendelt, rechne_unveraendert
from calculators.buendel.sicherheit import sichere
from calculators.buendel.teilen import teile
from calculators.buendel.wasm import Modul
from calculators.tests.probesite import INHALTSSEITE, RECHNERSEITE, schreibe_seiten
from leistungsrechner import rechne_json
from leistungsrechner.ablage import verzeichnis
from leistungsrechner.werte import Verzeichnis

RECHENWERK = "assets/rechner"


@pytest.fixture(scope="module")
def cpython() -> list[dict[str, object]]:
    return [json.loads(rechne_json(json.dumps(anfrage))) for anfrage in anfragen()]


def test_gebuendelt_und_in_cpython_kommt_dasselbe_heraus(cpython):
    lauf = rechne_gebuendelt(anfragen())
    assert lauf.antworten == cpython


def test_kein_rechner_braucht_den_kalten_teil():
    assert rechne_gebuendelt(anfragen()).kalte_ladungen == 0


def test_das_unveraenderte_pyodide_als_rueckfall_rechnet_dasselbe(cpython):
    assert rechne_unveraendert(anfragen()) == cpython


def test_auch_wenn_alles_kalt_ist_stimmt_jede_antwort(cpython):
    alles_kalt = laufzeit.laufzeit_fuer([])
    auftrag = {
        "wasm": str(alles_kalt.warm),
        "kalt": str(alles_kalt.kalt),
        "kern": str(alles_kalt.kern),
        "stdlib": str(pakete.stdlib_paket()),
        "pakete": pakete.rechenpakete(),
        "anfragen": [json.dumps(anfrage) for anfrage in anfragen()],
    }
    lauf = node.rufe("rechnen", auftrag)
    assert [json.loads(text) for text in lauf["antworten"]] == cpython
    assert lauf["kalteLadungen"] == 1


def test_fehlt_der_bibliothek_ein_modul_sagt_die_tuer_welches():
    probe = """
import tuer
assert not tuer.rechne("{}").startswith("!")
try:
    import csv
except ModuleNotFoundError:
    pass
assert tuer.rechne("{}") == "!csv"
"""
    teile = laufzeit.baue_laufzeit()
    auftrag = {
        "wasm": str(teile.warm),
        "kalt": str(teile.kalt),
        "kern": str(teile.kern),
        "stdlib": str(pakete.stdlib_paket()),
        "pakete": pakete.rechenpakete(),
    }
    assert "csv" not in pakete.module()
    node.rufe("rechnen", {**auftrag, "anfragen": [], "uebung": probe})
    with pytest.raises(BauFehler, match="AssertionError"):
        falsch = probe.replace('"!csv"', '"!json"')
        node.rufe("rechnen", {**auftrag, "anfragen": [], "uebung": falsch})


def test_alle_datenklassen_des_rechenwerks_sind_vorgefertigt():
    auftrag = {"pakete": pakete.rechenpakete(), "anfragen": []}
    probe = "import tuer; assert tuer._code and not tuer.uebersetzt, tuer.uebersetzt"
    node.rufe("rechnen", {**auftrag, "uebung": probe})


def test_ein_modul_zerlegt_und_zusammengesetzt_ist_dasselbe():
    roh = laufzeit.WASM.read_bytes()
    assert Modul.lies(roh).als_bytes() == roh


def test_beide_teile_enthalten_jede_funktion_an_ihrem_platz():
    roh = laufzeit.WASM.read_bytes()
    ganz = Modul.lies(roh)
    warme = {3, 5, 100}
    teile_ = teile(roh, warme, ["malloc"])
    warm, kalt = Modul.lies(teile_.warm), Modul.lies(teile_.kalt)
    vorlage = ganz.ruempfe()
    assert len(warm.ruempfe()) == len(kalt.ruempfe()) == len(vorlage)
    for platz, rumpf in enumerate(vorlage[:200]):
        hier, dort = (warm, kalt) if platz in warme else (kalt, warm)
        assert hier.ruempfe()[platz] == rumpf
        assert dort.ruempfe()[platz] != rumpf


def test_die_tabellen_reisen_vollstaendig(tmp_path):
    shutil.unpack_archive(pakete.werte_paket(), tmp_path, "zip")
    text = (tmp_path / pakete.WERTE_NAME).read_text("utf-8")
    assert dict(Verzeichnis.aus_json(text)) == dict(verzeichnis())


def test_zweimal_gepackt_ist_byte_fuer_byte_gleich(monkeypatch, tmp_path):
    vorher = pakete.stdlib_paket().read_bytes()
    monkeypatch.setattr("calculators.buendel.ablage.ORDNER", tmp_path / "leer")
    assert pakete.stdlib_paket().read_bytes() == vorher


def test_neue_betraege_aendern_nur_das_paket_der_werte(monkeypatch, tmp_path):
    def namen() -> set[str]:
        ziel = tmp_path / "site"
        schreibe_seiten(ziel)
        fertig = buendel.buendle(ziel)
        return {datei.name for datei in fertig.ordner.iterdir()}

    vorher = namen()
    werte = Path(shutil.copytree(pakete.WERTE, tmp_path / "werte"))
    tabelle = werte / "arbeitslosengeld.md"
    tabelle.write_text(tabelle.read_text("utf-8").replace("0,97", "0,98"), "utf-8")
    monkeypatch.setattr(pakete, "WERTE", werte)
    neu = {re.sub(r"-[0-9a-f]{10}", "", name) for name in namen() - vorher}
    # Die Sofortantworten sind aus den Beträgen gerechnet und ändern sich mit ihnen.
    assert {name for name in neu if not name.startswith("sofort-")} == {
        "werte.zip",
        "werte.zip.br",
        "werte.zip.gz",
    }


# --- Größe -----------------------------------------------------------------


def _gepresst(site: Path, *namen: str) -> int:
    ordner = site / RECHENWERK
    return sum(
        datei.stat().st_size
        for name in namen
        for datei in ordner.glob(f"{name}-??????????.*.br")
    )


@pytest.mark.parametrize(
    ("teile", "hoechstens"),
    [
        pytest.param(
            (
                "rechner",
                "arbeiter",
                "pyodide",
                "python",
                "bibliothek",
                "regeln",
                "werte",
            ),
            2_700_000,
            id="alles bis zur ersten Antwort",
        ),
        pytest.param(("werte",), 15_000, id="neue Beträge"),
        pytest.param(("regeln", "werte"), 250_000, id="neues Rechenwerk"),
        pytest.param(("rechner", "dienst"), 30_000, id="JavaScript der Seite"),
    ],
)
def test_das_buendel_bleibt_klein(site, teile, hoechstens):
    for name in teile:
        assert _gepresst(site, name) > 0
    assert _gepresst(site, *teile) <= hoechstens


# --- Seiten ----------------------------------------------------------------


def test_eine_inhaltsseite_verweist_auf_kein_byte_von_python(site):
    html = (site / INHALTSSEITE).read_text("utf-8")
    verwiesen = re.findall(r'(?:src|href)="([^"]+)"', html)
    assert [re.sub(r"-[0-9a-f]{10}", "", v) for v in verwiesen] == [
        "../../assets/rechner/dienst.js",
        "../../assets/stil.css",
    ]
    assert "rechner-dateien" not in html


def test_eine_rechnerseite_verweist_auf_vorhandene_dateien(site):
    html = (site / RECHNERSEITE).read_text("utf-8")
    treffer = re.search(r'id="rechner-dateien">(.*?)</script>', html)
    assert treffer
    liste = json.loads(treffer[1])
    for art in ("schnell", "voll"):
        for name, adresse in liste[art]["dateien"].items():
            datei = site / urljoin(RECHNERSEITE, adresse)
            assert datei.is_file(), name
            erwartet = liste[art]["bytes"].get(name)
            assert erwartet in (None, datei.stat().st_size)
        assert (site / urljoin(RECHNERSEITE, liste[art]["arbeiter"])).is_file()


def test_ein_zweiter_lauf_aendert_nichts(site):
    def stand() -> dict[str, bytes]:
        return {
            str(d.relative_to(site)): d.read_bytes()
            for d in site.rglob("*")
            if d.is_file()
        }

    vorher = stand()
    buendel.buendle(site)
    assert stand() == vorher


def test_in_der_entwicklung_gibt_es_weder_dienst_noch_sicherheitsregel(tmp_path):
    schreibe_seiten(tmp_path)
    fertig = buendel.buendle(tmp_path, entwicklung=True)
    assert not (tmp_path / "sw.js").exists()
    assert "Content-Security-Policy" not in (tmp_path / RECHNERSEITE).read_text("utf-8")
    assert not list(fertig.ordner.glob("*.br"))
    assert (
        fertig.sofort == {}
    )  # sie zu rechnen dauert länger, als wer schreibt warten mag


def test_jede_seite_traegt_die_sicherheitsregel_gleich_hinter_dem_zeichensatz(site):
    for seite in site.rglob("*.html"):
        html = seite.read_text("utf-8")
        assert re.search(
            r'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"', html
        )
        regel = re.search(r"script-src ([^;]*);", html)
        assert regel
        # Eine einzige Ausnahme: das Skript, mit dem eine Rechnerseite ihren Arbeiter ruft.
        assert re.fullmatch(r"'self' 'wasm-unsafe-eval' 'sha256-[\w+/]{43}='", regel[1])


def test_ein_skript_in_der_seite_kommt_mit_seiner_pruefsumme_in_die_regel(tmp_path):
    schreibe_seiten(tmp_path)
    seite = tmp_path / "index.html"
    html = seite.read_text("utf-8")
    seite.write_text(html.replace("<main>", "<script>a()</script><main>"), "utf-8")
    sichere(tmp_path)
    # printf 'a()' | openssl dgst -sha256 -binary | base64
    summe = "sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4="
    assert f"'{summe}'" in seite.read_text("utf-8")


@pytest.mark.parametrize(
    "verboten",
    ['<p style="color:red">x</p>', '<a onclick="a()">x</a>', "<style>p{}</style>"],
)
def test_was_die_regel_sperren_wuerde_haelt_den_bau_an(tmp_path, verboten):
    schreibe_seiten(tmp_path)
    seite = tmp_path / "index.html"
    html = seite.read_text("utf-8")
    seite.write_text(html.replace("<main>", f"<main>{verboten}"), "utf-8")
    with pytest.raises(BauFehler, match=r"index\.html"):
        sichere(tmp_path)


# --- Dienst ----------------------------------------------------------------


def test_der_vorrat_nennt_jede_datei_der_site_einmal(site):
    kopf = (site / "sw.js").read_text("utf-8").splitlines()[0]
    liste = json.loads(kopf.removeprefix("const LISTE = ").removesuffix(";"))
    pfade = [eintrag[0] for eintrag in liste["dateien"]]
    assert len(pfade) == len(set(pfade))
    assert {"", "ratgeber/hoehe/", "rechner/arbeitslosengeld/", "404.html"} <= set(
        pfade
    )
    assert "assets/stil.css" in pfade
    schwer = [p for p in pfade if p.endswith((".wasm", ".zip", ".br", ".gz"))]
    assert schwer == []


def test_was_ein_geraet_zum_rechnen_ohne_netz_braucht_steht_vollstaendig_da(site):
    kopf = (site / "sw.js").read_text("utf-8").splitlines()[0]
    liste = json.loads(kopf.removeprefix("const LISTE = ").removesuffix(";"))
    namen = sorted(
        re.sub(r"-[0-9a-f]{10}", "", Path(pfad).name) for pfad in liste["rechenwerk"]
    )
    assert namen == [
        "arbeiter.js",
        "bibliothek.zip",
        "pyodide.js",
        "python-rest.wasm",
        "python.wasm",
        "regeln.zip",
        "werte.zip",
    ]
