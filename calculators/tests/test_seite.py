"""Was unsere Markdown-Erweiterungen aus dem Text der Redaktion machen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown import markdown

from calculators.seite import tafel
from calculators.seite.bausteine import fehlende_bausteine
from calculators.seite.fundstelle import SAMMLUNG
from calculators.seite.werkstatt import mit_fehlertafel
from leistungsrechner import RECHNER, felder
from leistungsrechner.anzeige import NBSP, zahl

ERWEITERUNGEN = [
    "attr_list",
    "tables",
    "calculators.seite.wertetabelle",
    "calculators.seite.werte_einsetzen",
    "calculators.seite.rechner_einbetten",
    "calculators.seite.tabellen",
    "calculators.seite.marken",
]


@pytest.fixture(autouse=True)
def am_zweiten_maerz_2026(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("WEGWEISER_STICHTAG", "2.3.2026")
    SAMMLUNG.nimm_alle()
    yield
    SAMMLUNG.nimm_alle()


def seite(text: str) -> str:
    return markdown(text, extensions=ERWEITERUNGEN)


@pytest.mark.parametrize(
    ("marke", "text"),
    [
        ("{{ geringfuegigkeitsgrenze_monat }}", "551,10\u00a0€"),
        ("{{geringfuegigkeitsgrenze_monat|jahr}}", "551,10\u00a0€ (2026)"),
        ("{{ alg_zusatzbetrag_tag | am 1.1.2025 }}", "2,60\u00a0€"),
        ("{{ alg_zusatzbetrag_tag | am 1.1.2025, jahr }}", "2,60\u00a0€ (2025)"),
        ("{{ alg_grundbetrag_satz }}", "55\u00a0%"),
        ("{{ alg_bezugsdauer_grund_wochen }}", "20\u00a0Wochen"),
        ("{{ alg_bezugsdauer_grund_wochen | zahl }}", "20"),
        ("{{ geringfuegigkeitsgrenze_monat | zahl }}", "551,10"),
        (r"\{{ alg_grundbetrag_satz }}", "{{ alg_grundbetrag_satz }}"),
        (
            "{{ rechne arbeitslosengeld stichtag=5.6.2024 bemessungsgrundlage=9999 : tagsatz }}",
            "75,40\u00a0€",
        ),
    ],
)
def test_eine_marke_wird_zum_text(marke: str, text: str) -> None:
    assert seite(marke) == f"<p>{text}</p>"
    assert SAMMLUNG.nimm_alle() == []


def test_in_ueberschriften_und_tabellen_ebenso() -> None:
    assert ">Grenze 551,10\u00a0€<" in seite(
        "## Grenze {{ geringfuegigkeitsgrenze_monat }}"
    )
    assert "551,10\u00a0€</td>" in seite(
        "| a |\n|---|\n| {{ geringfuegigkeitsgrenze_monat }} |"
    )


def test_ein_jahr_ohne_wert_zeigt_den_letzten_mit_seinem_jahr(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WEGWEISER_STICHTAG", "2.3.2027")

    assert seite("{{ alg_zusatzbetrag_tag }}") == "<p>2,67\u00a0€ (Wert 2026)</p>"


@pytest.mark.parametrize(
    ("marke", "meldung"),
    [
        (
            "{{ geringfuegigkeitsgrenz_monat }}",
            "Gemeint: „geringfuegigkeitsgrenze_monat“?",
        ),
        ("{{ Quatsch mit Soße }}", "weder ein Wert noch eine Rechnung"),
        ("{{ alg_grundbetrag_satz | gerundet }}", "„gerundet“ ist keine Zutat"),
        ("{{ alg_zusatzbetrag_tag | am 31.2.2025 }}", "gibt es nicht"),
        ("{{ alg_zusatzbetrag_tag | am 1.1.1999 }}", "hat am 1.1.1999 keinen Wert"),
        (
            "{{ rechne arbeitslosengeld stichtag=1.1.2019 brutto_monat=1 : tagsatz }}",
            "sind keine Werte eingetragen",
        ),
        (
            "{{ rechne arbeitslosengeld stichtag=2.3.2026 brutto_monat=1 : tagsat }}",
            "keinen Wert „tagsat“",
        ),
        (
            "{{ rechne nichts stichtag=2.3.2026 : tagsatz }}",
            "Diesen Rechner gibt es nicht",
        ),
    ],
)
def test_eine_falsche_marke_bleibt_stehen_und_wird_gemeldet(
    marke: str, meldung: str
) -> None:
    html = seite(marke)

    [problem] = SAMMLUNG.nimm_alle()
    assert meldung in problem
    assert "{{" in html


@pytest.mark.parametrize("tag", ["1.2.2025", "1.2.2026"])
def test_eine_wertetabelle_zeigt_zwei_staende_und_zuerst_den_geltenden(
    tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEGWEISER_STICHTAG", tag)
    html = seite("[werte: alg_zusatzbetrag_tag geringfuegigkeitsgrenze_monat]")

    eintrag = tafel.verzeichnis()["alg_zusatzbetrag_tag"]
    staende = sorted(
        eintrag.staende[-2:], key=lambda s: s.ab <= tafel.heute(), reverse=True
    )
    if all(s.ab <= tafel.heute() for s in staende):
        staende.reverse()
    assert re.findall(r"<th[^>]*>(.*?)</th>", html) == [
        "Betrag",
        *(f"ab {s.ab.day}.{s.ab.month}.{s.ab.year}" for s in staende),
    ]
    for stand in staende:
        wert = stand.wert
        assert ("noch offen" if wert is None else f"{zahl(wert, 2)}\u00a0€") in html


def test_eine_wertetabelle_mit_unbekanntem_schluessel_wird_gemeldet() -> None:
    seite("[werte: alg_zusatzbetrag]")

    assert "Gemeint: „alg_zusatzbetrag_tag“?" in SAMMLUNG.nimm_alle()[0]


def test_tabellen_haben_keine_stile_aber_ueberschriften_je_zelle() -> None:
    html = seite("| Was | Betrag |\n|---|---:|\n| a | 1 |")

    assert "style=" not in html
    assert 'data-spalte="Betrag"' in html
    assert 'class="rechts"' in html
    assert 'tabindex="0"' in html
    assert 'aria-label="Tabelle: Was, Betrag"' in html


def test_ohne_kopf_sind_die_zellen_der_ersten_spalte_ueberschriften() -> None:
    html = seite("|  | 2026 |\n|---|---|\n| Zeile | 1 |")

    assert '<th scope="row">Zeile</th>' in html
    assert "<th></th>" not in html


def test_jeder_wert_der_tabellen_hat_seinen_anker() -> None:
    html = seite("| Schlüssel | Betrag |\n|---|---|\n| `a_b` | 1 |")

    assert 'id="wert-a_b"' in html
    assert 'href="#wert-a_b"' in html


def test_jedes_feld_des_rechners_hat_beschriftung_und_platz_fuer_den_fehler() -> None:
    html = seite("Text davor\n\n[rechner: arbeitslosengeld]\n\nText danach")

    for feld in felder("arbeitslosengeld"):
        assert f'data-feld="{feld["name"]}"' in html
    for kennung in re.findall(r'<label for="([^"]+)"', html):
        assert f'id="{kennung}"' in html
    assert html.count('class="fehlertext"') >= len(felder("arbeitslosengeld"))
    assert "<noscript>" in html


@pytest.mark.parametrize("rechner", RECHNER)
def test_das_beispiel_zu_einem_geburtsdatum_liegt_in_der_vergangenheit(
    rechner: str,
) -> None:
    hilfen = dict(
        re.findall(
            r'id="[a-z]+-([a-z_]+)-hilfe">([^<]+)</p>', seite(f"[rechner: {rechner}]")
        )
    )

    for feld in RECHNER[rechner].FELDER:
        if feld.art == "datum":
            geburt = feld.name.startswith("geburtsdatum")
            beispiel = "31.3.1989" if geburt else "31.3.2026"
            assert hilfen[feld.name].endswith(f"Zum Beispiel {beispiel}.")


def test_ein_unbekannter_rechner_wird_gemeldet() -> None:
    seite("[rechner: arbeitslosengelt]")

    assert "Es gibt: arbeitslosengeld" in SAMMLUNG.nimm_alle()[0]


def test_ein_fehlender_baustein_nennt_seite_zeile_und_den_gemeinten(
    tmp_path: Path,
) -> None:
    docs = tmp_path / "docs"
    (docs / "_bausteine").mkdir(parents=True)
    (docs / "_bausteine" / "stand.md").write_text("Stand")
    (docs / "seite.md").write_text(
        "# A\n\n{!_bausteine/stant.md!}\n{!_bausteine/stand.md!}\n"
    )

    [problem] = fehlende_bausteine(docs)

    assert problem.startswith("docs/seite.md:3: ")
    assert "Gemeint: „_bausteine/stand.md“?" in problem


def test_alle_bausteine_der_website_sind_da() -> None:
    assert fehlende_bausteine(tafel.ORDNER.parent) == []


def test_die_vorschau_zeigt_fehler_auf_der_seite_und_entschaerft_sie() -> None:
    html = mit_fehlertafel(
        "<body><article>Text</article>", ["a.md:3: <b> ist keine Zahl"]
    )

    assert html.startswith(
        '<body><article><div class="admonition gefahr werkstatt" role="alert">'
    )
    assert "&lt;b&gt; ist keine Zahl" in html


def test_in_der_vorschau_gilt_bis_zur_berichtigung_der_letzte_stand(
    tmp_path: Path,
) -> None:
    for datei in tafel.ORDNER.glob("*.md"):
        (tmp_path / datei.name).write_text(datei.read_text("utf-8"), "utf-8")
    gut = tafel.verzeichnis(tmp_path)
    datei = tmp_path / "allgemein.md"
    heil = datei.read_text("utf-8")
    datei.write_text(heil.replace("551,10", "551.1O", 1), "utf-8")

    probleme = tafel.pruefe(tmp_path, letzter_stand=gut)

    assert len(probleme) == 1
    assert tafel.verzeichnis(tmp_path) is gut
    datei.write_text(heil, "utf-8")
    assert tafel.pruefe(tmp_path, letzter_stand=gut) == []
    assert tafel.verzeichnis(tmp_path) is not gut


@pytest.mark.parametrize(
    ("geschrieben", "gezeigt"),
    [
        ("Nach §§ 20, 21 und § 47 Abs. 1", "Nach §§~20, 21 und §~47 Abs.~1"),
        ("52 Wochen in 24 Monaten", "52~Wochen in 24~Monaten"),
        ("bis 31. Jänner um 12 Uhr", "bis 31.~Jänner um 12~Uhr"),
        ("1.500 € oder 55 %", "1.500~€ oder 55~%"),
        ("3 Monatskarten, 2 Tagesrätsel", "3 Monatskarten, 2 Tagesrätsel"),
        ("Schritt 2. Stellen Sie", "Schritt 2. Stellen Sie"),
    ],
)
def test_was_zusammengehoert_bricht_am_zeilenende_nicht_auseinander(
    geschrieben: str, gezeigt: str
) -> None:
    html = markdown(geschrieben, extensions=["calculators.seite.zusammenhalt"])

    assert html == f"<p>{gezeigt.replace('~', NBSP)}</p>"


def test_ein_schluessel_bricht_hinter_dem_unterstrich_um() -> None:
    html = markdown(
        "| Schlüssel | ab 1.1.2026 |\n|---|---|\n| `alg_netto_satz` | 55 |",
        extensions=["tables", "calculators.seite.tabellen"],
    )

    assert "<code>alg_<wbr>netto_<wbr>satz</code>" in html.replace("<wbr />", "<wbr>")
    assert 'id="wert-alg_netto_satz"' in html


@pytest.mark.parametrize(
    ("kopf", "zeile", "karten"),
    [
        ("Alter|Wochen|Jahre", "40|39|10", False),
        ("a|b|c|d", "1|2|3|4", True),
        ("Lage|Mehr", "ich frage|Kinderbetreuungsgeld", False),
        ("Leistung|Mehr", "Einkommensersatz|Kinderbetreuungsgeld", True),
    ],
)
def test_was_am_handy_nicht_nebeneinander_passt_wird_zu_karten(
    kopf: str, zeile: str, karten: bool
) -> None:
    striche = "|".join("---" for _ in kopf.split("|"))
    html = seite(f"| {kopf} |\n|{striche}|\n| {zeile} |\n")

    assert (' class="daten karten"' in html) is karten
