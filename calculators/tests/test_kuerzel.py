"""Abkürzungen: die erste je Seite führt ins Glossar, und die Liste kennt alle und keine zu viel."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest
from markdown import Markdown

from calculators.seite import kuerzel

ERKANNT = re.compile(
    r"(?<![\w\-.@/])(?=\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ])[A-Za-zÄÖÜäöüß]{2,}(?![\w\-@]|[.:]\w)"
)
BEKANNT_OHNE_ERKLAERUNG = {
    "Namen von Firmen, Vereinen und Angeboten": "AmberMed HoT HELP WOHNSCHIRM FinanzOnline MeinAMS "
    "BerufsInfoZentrum AICALL COSYS DATA GIS",
    "Wörter, die jede und jeder kennt": "USA GmbH WG IBAN HNO",
    "Teil eines Namens, den der Satz oder das Glossar erklärt": "ID VI MINT NEU",
}


def seite(text: str, datei: Path = kuerzel.DOCS / "faq" / "hoehe.md") -> str:
    md = Markdown(
        extensions=["attr_list", "admonition", "tables", "calculators.seite.kuerzel"]
    )
    relpath = SimpleNamespace(
        file=SimpleNamespace(abs_src_path=str(datei)), run=lambda root: None
    )
    md.treeprocessors.register(relpath, "relpath", 0)  # type: ignore[arg-type]
    return md.convert(text)


def marken(html: str) -> list[str]:
    return re.findall(r'<a class="kuerzel" [^>]*>([^<]+)</a>', html)


def test_die_erste_stelle_fuehrt_zum_eintrag_im_glossar() -> None:
    html = seite("Das AMS zahlt. Das AMS prüft.")
    assert html == (
        '<p>Das <a class="kuerzel" href="../glossar.md#ams" title="Arbeitsmarktservice">AMS</a>'
        " zahlt. Das AMS prüft.</p>"
    )


def test_ohne_eigenen_eintrag_fuehrt_sie_zur_liste_der_abkuerzungen() -> None:
    assert 'href="../glossar.md#kurz-oegb"' in seite("Der ÖGB hilft.")


def test_ein_laengerer_name_ist_nicht_der_eintrag_der_abkuerzung() -> None:
    assert kuerzel.anker("MA", [("MA 40", "ma-40")]) == "kurz-ma"


def test_mehrere_in_einem_satz_auch_hinter_fettem_text() -> None:
    html = seite("Das AMS und **die ÖGK** und die PVA, nicht das AMS und die ÖGK.")
    assert marken(html) == ["AMS", "ÖGK", "PVA"]
    text = re.sub(r"<[^>]+>", "", html)
    assert text == "Das AMS und die ÖGK und die PVA, nicht das AMS und die ÖGK."


@pytest.mark.parametrize(
    "text",
    [
        "## Was macht das AMS?",
        "[Das AMS](https://www.ams.at)",
        "`AMS`",
        '!!! tipp "Beim AMS"\n    Ja.',
        "| AMS |\n|---|\n| Ja |",
        "Der AMS-Termin und die AK:innen",
        "ams.at und service@AMS.at",
    ],
)
def test_wo_sie_stoeren_wuerde_steht_keine(text: str) -> None:
    assert marken(seite(text)) == []


@pytest.mark.parametrize("datei", ["glossar.md", "werte/ams.md", "mitarbeit/seite.md"])
def test_nur_im_ratgeber_in_den_fragen_und_bei_den_fristen(datei: str) -> None:
    assert marken(seite("Das AMS zahlt.", kuerzel.DOCS / datei)) == []


def test_das_glossar_nennt_alle_jede_mit_ihrem_anker() -> None:
    html = seite("[abkuerzungen]", kuerzel.GLOSSAR)
    liste = ET.fromstring(html)
    assert len(liste) == len(kuerzel.abkuerzungen())
    anker = {eintrag.get("id") for eintrag in liste} | {
        kennung for _, kennung in kuerzel.glossareintraege()
    }
    for kurz in kuerzel.abkuerzungen():
        assert kuerzel.anker(kurz, kuerzel.glossareintraege()) in anker


def _prosa() -> dict[str, str]:
    """Der Text aller Seiten, auf denen Abkürzungen erklärt werden, ohne Kopf, Marken und Ziele."""
    dateien = [
        datei
        for datei in sorted(kuerzel.DOCS.rglob("*.md"))
        if datei.relative_to(kuerzel.DOCS).parts[0] in kuerzel.SEITEN
    ]
    return {
        str(datei.relative_to(kuerzel.DOCS)): re.sub(
            r"\{\{.*?\}\}|\]\([^)]*\)|`[^`]*`|\{[#:][^}]*\}|https?://\S+",
            "]",
            datei.read_text("utf-8").split("\n---", 1)[1],
        )
        for datei in dateien
    }


def test_jede_abkuerzung_der_seiten_steht_in_der_liste() -> None:
    ohne = set(" ".join(BEKANNT_OHNE_ERKLAERUNG.values()).split())
    bekannt = {kurz.rstrip(".") for kurz in kuerzel.abkuerzungen()} | ohne
    assert {
        f"{seite}: {kurz}"
        for seite, text in _prosa().items()
        for kurz in ERKANNT.findall(text)
        if kurz not in bekannt and not re.search(rf"\({kurz}\b", text)
    } == set()


def test_jede_abkuerzung_der_liste_kommt_vor() -> None:
    alles = "\n".join(_prosa().values())
    gefunden = set(kuerzel.muster(list(kuerzel.abkuerzungen())).findall(alles))
    assert set(kuerzel.abkuerzungen()) - gefunden == set()


def test_jede_ausnahme_kommt_vor() -> None:
    gefunden = set(ERKANNT.findall("\n".join(_prosa().values())))
    ohne = set(" ".join(BEKANNT_OHNE_ERKLAERUNG.values()).split())
    assert ohne - gefunden == set()


def test_die_liste_ist_geordnet_und_hat_jede_zeile_gelesen() -> None:
    zeilen = kuerzel.LISTE.read_text("utf-8").splitlines()
    assert len(zeilen) == len(kuerzel.abkuerzungen())
