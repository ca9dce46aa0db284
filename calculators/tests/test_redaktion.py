"""Ein neues Jahr in der Redaktion: öffnen, nachsehen, prüfen."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

import los
from calculators.redaktion.__main__ import main
from calculators.redaktion.neues_jahr import oeffne_jahr
from calculators.redaktion.pruefung import nicht_geoeffnete, offene, warnungen
from calculators.seite import tafel
from calculators.seite.jahreshinweis import mit_jahreshinweis, werte_bis
from calculators.seite.seitenkopf import fehlerhafte_koepfe
from leistungsrechner import rechne
from leistungsrechner.werteleser import lies_verzeichnis

KOPF = (
    "| Schlüssel | Bezeichnung | Einheit | Gilt | ab 1.1.2024 | ab 1.1.2025 | ab 1.1.2026 | Status | Quelle | Geprüft |\n"
    "|---|---|---|---|---:|---:|---:|---|---|---|\n"
)


# Das erste Jahr, für das noch keine Tabelle eine Spalte hat: So gelten die Tests auch nach dem nächsten Jänner.
NEU = 1 + max(
    stand.ab.year
    for stand in tafel.verzeichnis()["geringfuegigkeitsgrenze_monat"].staende
)


def fuelle(datei: Path, schluessel: str, wert: str) -> None:
    """Trägt einen Wert in die jüngste offene Zelle dieser Zeile ein."""
    zeilen = [
        f"| {wert} |".join(zeile.rsplit("| noch offen |", 1))
        if f"`{schluessel}`" in zeile
        else zeile
        for zeile in datei.read_text().splitlines()
    ]
    datei.write_text("\n".join(zeilen) + "\n")


def zeile(
    schluessel: str,
    werte: str,
    einheit: str = "€",
    gilt: str = "jährlich",
    geprueft: str = "1.2.2026",
) -> str:
    return f"| `{schluessel}` | Wert | {einheit} | {gilt} | {werte} | amtlich | Gesetz | {geprueft} |\n"


def gemeldet(text: str, heute: date = date(2026, 3, 1)) -> list[str]:
    verzeichnis = lies_verzeichnis({"probe.md": KOPF + text})
    return [str(warnung) for warnung in warnungen(verzeichnis, heute)]


@pytest.fixture
def werte(tmp_path: Path) -> Path:
    ordner = tmp_path / "werte"
    shutil.copytree(tafel.ORDNER, ordner)
    return ordner


def test_ein_neues_jahr_macht_jede_jaehrliche_zelle_offen_und_rechnet_nicht_mit_alten(
    werte: Path,
) -> None:
    oeffnung = oeffne_jahr(werte, NEU)

    verzeichnis = tafel.verzeichnis(werte)
    stand = verzeichnis["geringfuegigkeitsgrenze_monat"].am(date(NEU, 1, 1))
    assert stand is not None
    assert stand.offen
    assert oeffnung.offen > 50
    assert stand.wert is None
    antwort = rechne(
        "arbeitslosengeld",
        {"stichtag": f"1.2.{NEU}", "brutto_monat": "2000"},
        ordner=werte,
    )
    assert antwort["art"] == "keine_werte"
    assert (
        rechne(
            "arbeitslosengeld",
            {"stichtag": "1.2.2026", "brutto_monat": "2000"},
            ordner=werte,
        )["art"]
        == "ergebnis"
    )


def test_ein_jahr_zweimal_oeffnen_aendert_nichts(werte: Path) -> None:
    oeffne_jahr(werte, NEU)
    danach = {datei.name: datei.read_text() for datei in werte.glob("*.md")}

    oeffne_jahr(werte, NEU)

    assert {datei.name: datei.read_text() for datei in werte.glob("*.md")} == danach


def test_ausser_der_neuen_spalte_bleibt_alles_zeichen_fuer_zeichen(
    tmp_path: Path,
) -> None:
    vorher = (
        "# Titel\n\nText mit  zwei Leerzeichen.\n\n"
        "| Schlüssel | Bezeichnung | Einheit | Gilt | ab 1.1.2025 |ab 1.1.2026| Status | Quelle | Geprüft |\n"
        "|---|:---|---|---|---:|---:|---|---|---|\n"
        "| `a` | A \\| B | € | jährlich | 1,00 |  2,00 | amtlich | [Gesetz](https://a.at) | 1.2.2026 |\n"
        "|`b`|B|Wochen|bis auf Weiteres|20|20|amtlich|Gesetz|1.2.2026|\n\nEnde\n"
    )
    (tmp_path / "probe.md").write_text(vorher)

    oeffne_jahr(tmp_path, 2027)

    nachher = (tmp_path / "probe.md").read_text()
    assert nachher == (
        vorher.replace("|ab 1.1.2026|", "|ab 1.1.2026| ab 1.1.2027 |")
        .replace("---:|---:|", "---:|---:|---:|")
        .replace("|  2,00 |", "|  2,00 | noch offen |")
        .replace("|20|20|", "|20|20| 20 |")
    )


def test_frueheres_und_schon_vorhandenes_bekommt_keine_spalte(tmp_path: Path) -> None:
    (tmp_path / "alt.md").write_text(
        KOPF.replace("2026", "2019").replace("2025", "2018").replace("2024", "2017")
        + zeile("a", "1 | 2 | 3")
    )

    assert oeffne_jahr(tmp_path, 2027).dateien == {}


def test_eine_gefuellte_zelle_wird_zum_wert(werte: Path) -> None:
    oeffne_jahr(werte, NEU)
    fuelle(werte / "allgemein.md", "geringfuegigkeitsgrenze_monat", "560,00")

    stand = tafel.verzeichnis(werte)["geringfuegigkeitsgrenze_monat"].am(
        date(NEU, 5, 1)
    )

    assert stand is not None
    assert str(stand.wert) == "560.00"


def test_offene_werte_nennen_ihren_letzten_stand() -> None:
    verzeichnis = lies_verzeichnis(
        {"probe.md": KOPF + zeile("a", "1,00 | 2,00 | noch offen")}
    )

    [(eintrag, stand, zuletzt)] = offene(verzeichnis)

    assert (eintrag.schluessel, stand.ab.year) == ("a", 2026)
    assert zuletzt is not None
    assert str(zuletzt.wert) == "2.00"


@pytest.mark.parametrize(
    ("zeilentext", "meldung"),
    [
        (zeile("a", "1,00 | 1,10 | 1,10"), "Unverändert 1,10"),
        (zeile("b", "1,00 | 1,10 | 1,27"), "Sprung um mehr als 15 %"),
        (zeile("c", "54 | 55 | 0,55", einheit="%"), "als Bruch getippt"),
        (zeile("d", "1,00 | 1,05 | 1,10", geprueft="1.2.2025"), "nicht mehr geprüft"),
        (zeile("e", "1,00 | 1,05 | 1,10", geprueft="1.2.2030"), "in der Zukunft"),
        (zeile("f", "1,00 | 1,05 | 1,10", geprueft="2.12.2026"), "Zukunft."),
        (zeile("g", "1,00 | 1,05 | 1,10", geprueft="1.4.2026"), "Zukunft. Sind Tag"),
    ],
    ids=["unveraendert", "sprung", "bruch", "alt", "zukunft", "dezember", "tausch"],
)
def test_unwahrscheinliches_wird_gemeldet(zeilentext: str, meldung: str) -> None:
    [gefunden] = gemeldet(zeilentext)

    assert meldung in gefunden
    assert gefunden.startswith("probe.md:3: ")


@pytest.mark.parametrize(
    "werte_text", ["1,00 | 1,05 | 1,10", "1,00 | 1,00 | 1,00", "1,00 | 1,10 | 1,26"]
)
def test_uebliches_bleibt_still(werte_text: str) -> None:
    assert gemeldet(zeile("a", werte_text)) == []


def test_was_bis_auf_weiteres_gilt_darf_gleich_bleiben() -> None:
    text = zeile("a", "18 | 20 | 20").replace("jährlich", "bis auf Weiteres")

    assert gemeldet(text) == []


def test_vertauschter_tag_und_monat_faellt_auf() -> None:
    verzeichnis = lies_verzeichnis(
        {
            "probe.md": KOPF.replace("1.1.2026", "7.1.2026")
            + zeile("a", "1,00 | 1,05 | 1,10")
        }
    )

    assert "vertauscht" in str(warnungen(verzeichnis, date(2026, 3, 1))[0])


def test_die_befehle_sagen_was_sie_getan_haben(
    werte: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--ordner", str(werte), "neu", str(NEU)]) == 0

    ausgabe = capsys.readouterr().out
    assert f"Das Jahr {NEU} ist offen" in ausgabe
    assert f"ab 1.1.{NEU}: Geringfügigkeitsgrenze, brutto (20" in ausgabe
    assert "    Quelle: [AMS: Maßgebliche Werte" in ausgabe


@pytest.mark.parametrize(
    ("jahr", "meldung"),
    [
        (NEU + 1, f"Zuerst kommt {NEU}."),
        (NEU - 1, "ist schon offen"),
        (NEU + 5, f"Keine Tabelle hat Werte für {NEU + 4}."),
    ],
)
def test_jahre_werden_nur_der_reihe_nach_geoeffnet(
    werte: Path, capsys: pytest.CaptureFixture[str], jahr: int, meldung: str
) -> None:
    vorher = {datei.name: datei.read_text() for datei in werte.glob("*.md")}

    assert main(["--ordner", str(werte), "neu", str(jahr)]) == 1

    assert meldung in capsys.readouterr().err
    assert {datei.name: datei.read_text() for datei in werte.glob("*.md")} == vorher


@pytest.mark.parametrize(
    "aufruf", [[], ["neu"], ["neu", "zwei"], ["neu", "27"], ["alt"]]
)
def test_ein_unverstaendlicher_aufruf_zeigt_die_befehle_auf_deutsch(
    aufruf: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(aufruf)

    meldung = capsys.readouterr().err
    assert meldung.startswith("Das ist keiner der Befehle.")
    assert "python3 los.py werte neu 2027" in meldung


def test_mit_kaputten_tabellen_wird_kein_jahr_geoeffnet(
    werte: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    datei = werte / "allgemein.md"
    datei.write_text(datei.read_text().replace("551,10", "551.1O", 1))
    vorher = datei.read_text()

    assert main(["--ordner", str(werte), "neu", str(NEU)]) == 1

    assert "allgemein.md:" in capsys.readouterr().err
    assert datei.read_text() == vorher


def test_offen_zeigt_auf_wunsch_nur_ein_jahr_und_zaehlt_je_jahr(
    werte: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    oeffne_jahr(werte, NEU)

    main(["--ordner", str(werte), "offen", str(NEU)])

    zeilen = capsys.readouterr().out.splitlines()
    je_wert = [z for z in zeilen if z.startswith("  Zeile ")]
    assert all(f", ab 1.1.{NEU}: " in z for z in je_wert)
    assert f"Noch offen: {len(je_wert)} für {NEU}." in zeilen


@pytest.mark.parametrize(
    ("heute", "fehlt"),
    [
        (date(2026, 10, 31), []),
        (date(2026, 11, 1), [2027]),
        (date(2027, 1, 1), [2027]),
    ],
)
def test_ab_november_faellt_auf_dass_das_naechste_jahr_nicht_geoeffnet_ist(
    heute: date, fehlt: list[int]
) -> None:
    verzeichnis = lies_verzeichnis(
        {
            "probe.md": KOPF + zeile("a", "1,00 | 1,05 | 1,10"),
            "voraus.md": KOPF.replace("2026", "2027").replace("2025", "2026")
            + zeile("b", "1,00 | 1,05 | 1,10"),
        }
    )

    assert nicht_geoeffnete(verzeichnis, heute) == fehlt


def test_auch_was_bis_auf_weiteres_gilt_wird_jedes_jahr_geprueft() -> None:
    text = zeile("a", "20 | 20 | 20", geprueft="1.2.2025").replace(
        "jährlich", "bis auf Weiteres"
    )

    [warnung] = gemeldet(text)

    assert "Seit 1.2.2025 nicht mehr geprüft." in warnung


def test_ein_fehler_in_der_tabelle_ist_eine_meldung_und_kein_absturz(
    werte: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    datei = werte / "allgemein.md"
    datei.write_text(datei.read_text().replace("551,10", "551.1O", 1))

    assert main(["--ordner", str(werte), "offen"]) == 1
    assert "allgemein.md:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kopf", "meldung"),
    [
        ("# Ohne Kopf\n", "seite.md:1: Die Seite hat keinen Kopf."),
        (
            "---\ntitle: A\ndescription: Schritt für Schritt: so\nstand: 1.2.2026\nquellen: []\n---\n",
            "seite.md:3: Der Kopf der Seite ist nicht lesbar.",
        ),
        (
            "---\ntitle: A\ndescription: B\nquellen: []\n---\n",
            "seite.md:1: Im Kopf der Seite fehlt „stand“.",
        ),
    ],
    ids=["ohne", "doppelpunkt", "ohne-stand"],
)
def test_ein_fehler_im_kopf_einer_seite_nennt_zeile_und_rat(
    tmp_path: Path, kopf: str, meldung: str
) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "seite.md").write_text(kopf)
    (docs / "_baustein.md").write_text("Ein Baustein braucht keinen Kopf.\n")

    [problem] = fehlerhafte_koepfe(docs)

    assert problem.startswith(f"docs/{meldung}")


def test_jede_seite_hat_einen_lesbaren_kopf() -> None:
    assert fehlerhafte_koepfe(tafel.ORDNER.parent) == []


SEITE = (
    '<html><head></head><body><main id="x"><article>A</article></main></body></html>'
)


def test_heuer_ist_der_hinweis_auf_fehlende_werte_verborgen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bis = werte_bis(tafel.verzeichnis())
    monkeypatch.setattr(tafel, "heute", lambda: date(bis, 12, 31))

    seite = mit_jahreshinweis(SEITE, tafel.verzeichnis())

    assert f'data-werte-bis="{bis}" hidden>' in seite
    assert "Vorschau für" not in seite
    assert "meta name" not in seite
    assert seite.index("jahreshinweis") < seite.index("<article>")


def test_im_neuen_jahr_ohne_werte_sagt_es_jede_seite(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bis = werte_bis(tafel.verzeichnis())
    monkeypatch.setattr(tafel, "heute", lambda: date(bis + 1, 1, 1))

    seite = mit_jahreshinweis(SEITE, tafel.verzeichnis())

    assert f">{bis + 1}</span> noch nicht eingetragen" in seite
    assert " hidden" not in seite


def test_die_vorschau_fuer_einen_tag_ist_gekennzeichnet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WEGWEISER_STICHTAG", "1.2.2027")

    seite = mit_jahreshinweis(SEITE, tafel.verzeichnis())

    assert '<meta name="stichtag" content="2027-02-01">' in seite
    assert "Vorschau für den 1.\u00a0Februar 2027" in seite


def test_ein_geoeffnetes_jahr_zaehlt_erst_mit_allen_noetigen_werten(
    werte: Path,
) -> None:
    oeffne_jahr(werte, NEU)

    assert werte_bis(tafel.verzeichnis(werte)) == werte_bis(tafel.verzeichnis())
    assert werte_bis(tafel.verzeichnis()) >= 2026


@pytest.mark.parametrize(
    ("angaben", "gemeint"),
    [
        ((), ("8000", "")),
        (("8130",), ("8130", "")),
        (("--stichtag", "1.2.2027"), ("8000", "1.2.2027")),
        (("8130", "--stichtag", "1.2.2027"), ("8130", "1.2.2027")),
    ],
    ids=["nichts", "port", "tag", "beides"],
)
def test_ansehen_versteht_port_und_stichtag(
    angaben: tuple[str, ...], gemeint: tuple[str, str]
) -> None:
    assert los.ansicht(angaben) == gemeint


@pytest.mark.parametrize(
    ("angaben", "meldung"),
    [
        (("--stichtag",), "Nach --stichtag wird ein Tag erwartet"),
        (("--stichtag", "bald"), "Nach --stichtag wird ein Tag erwartet"),
        (("acht",), "„ansehen“ kennt die Angabe nicht: acht"),
        (("8000", "9000"), "„ansehen“ kennt die Angabe nicht: 9000"),
    ],
    ids=["ohne-tag", "kein-tag", "kein-port", "zu-viel"],
)
def test_ansehen_sagt_was_es_nicht_versteht(
    angaben: tuple[str, ...], meldung: str
) -> None:
    with pytest.raises(SystemExit, match=meldung):
        los.ansicht(angaben)
