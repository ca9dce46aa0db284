"""Nichts steht fest im Text oder Programm, was in eine Tabelle gehört; nichts steht in einer Tabelle, was niemand braucht."""

from __future__ import annotations

import ast
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from calculators.redaktion.festes import ausnahmen, betraege, dauern
from calculators.redaktion.verwendung import alle_seiten, im_quelltext, in_rechnern
from calculators.seite import tafel

WURZEL = Path(__file__).parents[2]
SKRIPTE = sorted(
    {
        *(WURZEL / "calculators" / "browser").rglob("*.js"),
        *(WURZEL / "calculators" / "thema").rglob("*.js"),
    }
)
ANLEITUNG = "Gehört in eine Tabelle unter docs/werte oder mit Grund nach docs/mitarbeit/ausnahmen.md"


def gefunden() -> dict[tuple[str, str], str]:
    verzeichnis = tafel.verzeichnis()
    funde = betraege() + dauern(verzeichnis, in_rechnern(verzeichnis))
    return {(fund.datei, fund.wert): str(fund) for fund in funde}


def test_kein_betrag_kein_prozentsatz_und_keine_grenze_steht_fest_im_text() -> None:
    erlaubt = ausnahmen()

    assert [ort for stelle, ort in gefunden().items() if stelle not in erlaubt] == [], (
        ANLEITUNG
    )


def test_jede_ausnahme_gibt_es_noch_und_hat_einen_grund() -> None:
    da = gefunden()

    assert [stelle for stelle in ausnahmen() if stelle not in da] == []
    assert all(len(grund) > 10 for grund in ausnahmen().values())


def test_eine_ausnahme_mit_schluessel_stimmt_mit_der_tabelle_ueberein() -> None:
    verzeichnis = tafel.verzeichnis()
    geprueft = 0
    for (datei, wert), grund in ausnahmen().items():
        if schluessel := re.search(r"`([a-z0-9_]+)`", grund):
            stand = verzeichnis[schluessel[1]].am(date.today())
            assert stand is not None
            assert stand.wert is not None
            zahl = Decimal(wert.split()[0].replace(".", "").replace(",", "."))
            ist_satz = verzeichnis[schluessel[1]].einheit == "%"
            assert stand.wert * (100 if ist_satz else 1) == zahl, f"{datei}: {wert}"
            geprueft += 1
    assert geprueft > 3


@pytest.mark.parametrize(
    ("zeile", "wert"),
    [
        ("Das sind 551,10 € im Monat.", "551,10 €"),
        ("höchstens 1.526 Euro", "1.526 Euro"),
        ("Sie bekommen 55 % davon.", "55 %"),
        ("der 75-Prozent-Satz", "75-Prozent"),
        ("- um **2,5** mehr, also 40&nbsp;%", "40&nbsp;%"),
    ],
)
def test_ein_betrag_im_text_faellt_auf(tmp_path: Path, zeile: str, wert: str) -> None:
    (tmp_path / "seite.md").write_text(f"# Titel\n\n{zeile}\n")

    assert [(fund.zeile, fund.wert) for fund in betraege(tmp_path)] == [(3, wert)]


@pytest.mark.parametrize(
    "text",
    [
        "Das sind {{ geringfuegigkeitsgrenze_monat }} im Monat.",
        '!!! beispiel "Beispiel"\n    Sie verdient 1.400 Euro.\n',
        '!!! alt "Altregelung"\n    Früher waren es 500 Euro.\n',
        "Siehe [Rechner](rechner.md#wert-55%).",
        "Seit 2026 gilt § 12 Abs. 3.",
    ],
)
def test_schluessel_beispiele_und_altregelungen_fallen_nicht_auf(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "seite.md").write_text(f"# Titel\n\n{text}\n")

    assert betraege(tmp_path) == []


def test_nach_einem_beispiel_wird_wieder_geprueft(tmp_path: Path) -> None:
    (tmp_path / "seite.md").write_text(
        '!!! beispiel "B"\n    1.400 Euro.\n\n    9 Euro.\n\nDanach 77 Euro.\n'
    )

    assert [fund.wert for fund in betraege(tmp_path)] == ["77 Euro"]


def test_eine_dauer_mit_der_der_rechner_rechnet_faellt_auf(tmp_path: Path) -> None:
    verzeichnis = tafel.verzeichnis()
    gebraucht = {"arbeitslosengeld": {"alg_sperre_tage"}}
    text = "Die Sperre dauert 28 Tage, nicht 29 Tage."
    (tmp_path / "mit.md").write_text(f"---\nrechner: arbeitslosengeld\n---\n{text}\n")
    (tmp_path / "ohne.md").write_text(f"---\ntitle: x\n---\n{text}\n")

    funde = dauern(verzeichnis, gebraucht, tmp_path)

    assert [(fund.datei, fund.wert) for fund in funde] == [("mit.md", "28 Tage")]


@pytest.mark.parametrize(
    "skript", SKRIPTE, ids=lambda s: s.relative_to(WURZEL).as_posix()
)
def test_javascript_kennt_weder_betraege_noch_paragrafen(skript: Path) -> None:
    ohne_kommentare = re.sub(
        r"/\*.*?\*/|^\s*//.*$", "", skript.read_text(), flags=re.M | re.S
    )
    rechtliches = re.findall(
        r"\d+(?:[.,]\d+)?\s*(?:€|Euro|Prozent|%(?=[\s\"'`.])|Tage\b|Wochen\b|Monate\b)|§|AlVG|ASVG",
        ohne_kommentare,
    )

    assert rechtliches == []


def test_jeder_wert_der_tabellen_wird_gebraucht() -> None:
    verzeichnis = tafel.verzeichnis()
    gebraucht = im_quelltext(verzeichnis).union(
        *in_rechnern(verzeichnis).values(), *(s.schluessel for s in alle_seiten())
    )

    assert [name for name in verzeichnis if name not in gebraucht] == []


def test_jeder_schluessel_der_seiten_steht_in_einer_tabelle() -> None:
    verzeichnis = tafel.verzeichnis()

    assert [
        (seite.pfad, name)
        for seite in alle_seiten()
        for name in seite.schluessel
        if name not in verzeichnis
    ] == []


@pytest.mark.parametrize(
    "datei",
    sorted((WURZEL / "engine" / "leistungsrechner" / "rechner").rglob("*.py")),
    ids=lambda d: d.relative_to(WURZEL / "engine").as_posix(),
)
def test_saetze_des_rechenwerks_nennen_betraege_nur_aus_den_tabellen(
    datei: Path,
) -> None:
    baum = ast.parse(datei.read_text("utf-8"))
    erklaerend = {
        id(k.body[0].value)
        for k in ast.walk(baum)
        if isinstance(k, ast.Module | ast.ClassDef | ast.FunctionDef)
        and k.body
        and isinstance(k.body[0], ast.Expr)
    }
    saetze = [
        str(k.value)
        for k in ast.walk(baum)
        if isinstance(k, ast.Constant)
        and isinstance(k.value, str)
        and id(k) not in erklaerend
    ]

    assert [
        satz for satz in saetze if re.search(r"\d\s*(?:€|Euro\b|%|Prozent\b)", satz)
    ] == []
