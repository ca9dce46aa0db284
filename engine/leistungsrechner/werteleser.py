"""Werteleser: macht aus den Tabellen der Redaktion das Verzeichnis; meldet alle Fehler auf einmal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from .einheit import BEKANNT as BEKANNTE_EINHEITEN
from .fehler import TabellenFehler, Tabellenproblem
from .tabelle import Tabelle, Zeile, lies_tabellen
from .werte import Eintrag, Stand, Verzeichnis

JAEHRLICH = "jährlich"
BIS_AUF_WEITERES = "bis auf Weiteres"
NICHT_VORGESEHEN = "–"
NOCH_OFFEN = "noch offen"
STATUS = ("amtlich", "Sekundärquelle", "abgeleitet")

_FESTE_SPALTEN = (
    "Schlüssel",
    "Bezeichnung",
    "Einheit",
    "Gilt",
    "Status",
    "Quelle",
    "Geprüft",
)
_AB = re.compile(r"ab (\d{1,2})\.(\d{1,2})\.(\d{4})")
_TAG = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ZAHL = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})*(?:,\d+)?|\d+(?:,\d+)?")
_PUNKT_STATT_BEISTRICH = re.compile(r"\d{1,3}\.\d{3}")
_ENGLISCH = re.compile(r"(\d{1,3}(?:,\d{3})*|\d+)\.(\d+)")
_KLEIN = ("%", "Faktor", "€/Stunde", "Stunden", "Stunden/Woche")  # nie tausend
_UNSICHTBAR = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]|€|EUR|%")
_SCHLUESSEL = re.compile(r"`([a-z][a-z0-9_]*)`")
_STATUS_JE_SPALTE = re.compile(r"ab (\S+): (.+)")
_FEHLERHAFT = object()


def lies_verzeichnis(texte: Mapping[str, str]) -> Verzeichnis:
    """Liest alle Tabellen (Dateiname → Text); wirft TabellenFehler mit allen Problemen auf einmal."""
    leser = _Leser()
    for datei, text in texte.items():
        tabellen, probleme = lies_tabellen(text, datei, "Schlüssel")
        leser.probleme += probleme
        for tabelle in tabellen:
            leser.lies(tabelle)
    if leser.probleme:
        einmal = dict.fromkeys(leser.probleme)
        raise TabellenFehler(sorted(einmal, key=lambda p: (p.datei, p.zeile)))
    return Verzeichnis(leser.eintraege)


class _Leser:
    """Sammelt Einträge und Probleme über alle Tabellen."""

    def __init__(self) -> None:
        self.eintraege: dict[str, Eintrag] = {}
        self.probleme: list[Tabellenproblem] = []

    def lies(self, tabelle: Tabelle) -> None:
        fehlend = [s for s in _FESTE_SPALTEN if s not in tabelle.spalten]
        if fehlend:
            self._melde(
                tabelle,
                tabelle.kopfzeile,
                f"Der Tabelle fehlt die Spalte „{fehlend[0]}“.",
            )
            return
        spalten = self._datumsspalten(tabelle)
        for zeile in tabelle.zeilen:
            self._lies_zeile(tabelle, zeile, spalten)

    def _datumsspalten(self, tabelle: Tabelle) -> dict[str, date]:
        spalten: dict[str, date] = {}
        for kopf in tabelle.spalten:
            if kopf in _FESTE_SPALTEN:
                continue
            treffer = _AB.fullmatch(kopf)
            ab = _datum(*treffer.groups()) if treffer else None
            if ab is None:
                self._melde(
                    tabelle,
                    tabelle.kopfzeile,
                    f"Die Spalte „{kopf}“ ist weder eine der festen Spalten noch ein Datum. "
                    "Erwartet wird zum Beispiel „ab 1.1.2026“.",
                )
            else:
                spalten[kopf] = ab
        if list(spalten.values()) != sorted(set(spalten.values())):
            self._melde(
                tabelle,
                tabelle.kopfzeile,
                "Die Datumsspalten müssen vom ältesten zum jüngsten Tag stehen, jeder Tag einmal.",
            )
        if not spalten:
            self._melde(
                tabelle,
                tabelle.kopfzeile,
                "Der Tabelle fehlt eine Spalte „ab TT.MM.JJJJ“.",
            )
        return spalten

    def _lies_zeile(
        self, tabelle: Tabelle, zeile: Zeile, spalten: dict[str, date]
    ) -> None:
        eintrag = self._eintrag(tabelle, zeile)
        geprueft = self._geprueft(tabelle, zeile)
        if not zeile["Quelle"]:
            self._melde(tabelle, zeile.nummer, "Es fehlt die Quelle.", "Quelle")
        if eintrag is None or geprueft is None:
            return
        for kopf, ab in spalten.items():
            wert = self._wert(tabelle, zeile, kopf, eintrag)
            status = self._status(tabelle, zeile, ab)
            if wert is _FEHLERHAFT or status is None:
                continue
            neu = self._fuege_ein(
                eintrag,
                Stand(
                    ab,
                    wert if isinstance(wert, Decimal) else None,
                    zeile[kopf] == NOCH_OFFEN,
                    status,
                    zeile["Quelle"],
                    geprueft,
                    tabelle.datei,
                    zeile.nummer,
                ),
            )
            if not neu:
                return

    def _eintrag(self, tabelle: Tabelle, zeile: Zeile) -> Eintrag | None:
        treffer = _SCHLUESSEL.fullmatch(zeile["Schlüssel"])
        if not treffer:
            self._melde(
                tabelle,
                zeile.nummer,
                f"„{zeile['Schlüssel'].strip('`')}“ ist kein Schlüssel. Erwartet werden Kleinbuchstaben, "
                f"Ziffern und „_“ zwischen zwei `, zum Beispiel `{_als_schluessel(zeile['Schlüssel'])}`.",
                "Schlüssel",
            )
            return None
        neu = Eintrag(
            treffer[1],
            zeile["Bezeichnung"],
            zeile["Einheit"],
            zeile["Gilt"] == JAEHRLICH,
        )
        if not self._pruefe_kopfdaten(tabelle, zeile, neu):
            return None
        alt = self.eintraege.setdefault(neu.schluessel, neu)
        if alt is not neu and (alt.einheit, alt.jaehrlich) != (
            neu.einheit,
            neu.jaehrlich,
        ):
            self._melde(
                tabelle,
                zeile.nummer,
                f"`{neu.schluessel}` steht schon in {_ort(alt)}, dort mit anderer Einheit oder "
                "anderem „Gilt“. Beides muss überall gleich sein.",
            )
            return None
        return alt

    def _pruefe_kopfdaten(self, tabelle: Tabelle, zeile: Zeile, neu: Eintrag) -> bool:
        gut = True
        if not neu.bezeichnung:
            self._melde(
                tabelle, zeile.nummer, "Es fehlt die Bezeichnung.", "Bezeichnung"
            )
            gut = False
        if neu.einheit not in BEKANNTE_EINHEITEN:
            erlaubt = ", ".join(BEKANNTE_EINHEITEN)
            self._melde(
                tabelle,
                zeile.nummer,
                f"Die Einheit „{neu.einheit}“ gibt es nicht. Erlaubt sind: {erlaubt}.",
                "Einheit",
            )
            gut = False
        if zeile["Gilt"] not in (JAEHRLICH, BIS_AUF_WEITERES):
            self._melde(
                tabelle,
                zeile.nummer,
                f"„{zeile['Gilt']}“ sagt nicht, wie lange der Wert gilt. "
                f"Erwartet wird „{JAEHRLICH}“ oder „{BIS_AUF_WEITERES}“.",
                "Gilt",
            )
            gut = False
        return gut

    def _geprueft(self, tabelle: Tabelle, zeile: Zeile) -> date | None:
        treffer = _TAG.fullmatch(zeile["Geprüft"])
        tag = _datum(*treffer.groups()) if treffer else None
        if tag is None:
            self._melde(
                tabelle,
                zeile.nummer,
                f"„{zeile['Geprüft']}“ ist kein Datum. Erwartet wird der Tag der letzten Prüfung, "
                "zum Beispiel „23.11.2026“.",
                "Geprüft",
            )
        return tag

    def _wert(
        self, tabelle: Tabelle, zeile: Zeile, kopf: str, eintrag: Eintrag
    ) -> object:
        zelle = zeile[kopf]
        if zelle in (NICHT_VORGESEHEN, NOCH_OFFEN):
            return None
        if not zelle:
            meldung = (
                f"Die Zelle ist leer. Schreiben Sie den Wert, „{NOCH_OFFEN}“ (noch nicht "
                f"veröffentlicht) oder „{NICHT_VORGESEHEN}“ (gibt es nicht)."
            )
        elif not _ZAHL.fullmatch(zelle):
            meldung = (
                f"„{zelle}“ bei `{eintrag.schluessel}` ist keine Zahl. "
                f"Erwartet wird die Schreibweise 1.234,56 ohne Einheit.{_gemeint(zelle)}"
            )
        elif _PUNKT_STATT_BEISTRICH.fullmatch(zelle) and eintrag.einheit in _KLEIN:
            meldung = (
                f"„{zelle}“ bei `{eintrag.schluessel}` wäre {zelle.replace('.', '')}. "
                f"Der Punkt trennt Tausender, der Beistrich die Kommastellen. Gemeint: „{zelle.replace('.', ',')}“?"
            )
        else:
            wert = Decimal(zelle.replace(".", "").replace(",", "."))
            return wert / 100 if eintrag.einheit == "%" else wert
        self._melde(tabelle, zeile.nummer, meldung, kopf)
        return _FEHLERHAFT

    def _status(self, tabelle: Tabelle, zeile: Zeile, ab: date) -> str | None:
        """„amtlich“ oder „amtlich; ab 1.1.2026: abgeleitet“."""
        allgemein, *besondere = [teil.strip() for teil in zeile["Status"].split(";")]
        status = allgemein
        for teil in besondere:
            treffer = _STATUS_JE_SPALTE.fullmatch(teil)
            tag = _TAG.fullmatch(treffer[1]) if treffer else None
            if not treffer or not tag:
                status = teil
            elif _datum(*tag.groups()) == ab:
                status = treffer[2]
        if status in STATUS:
            return status
        self._melde(
            tabelle,
            zeile.nummer,
            f"Den Status „{status}“ gibt es nicht. Erlaubt sind: {', '.join(STATUS)}; für eine "
            "Spalte eigens zum Beispiel „amtlich; ab 1.1.2026: abgeleitet“.",
            "Status",
        )
        return None

    def _fuege_ein(self, eintrag: Eintrag, stand: Stand) -> bool:
        for anderer in eintrag.staende:
            if anderer.ab == stand.ab:
                self.probleme.append(
                    Tabellenproblem(
                        stand.datei,
                        stand.zeile,
                        f"`{eintrag.schluessel}` hat schon einen Wert ab {stand.ab.day}."
                        f"{stand.ab.month}.{stand.ab.year}, in {anderer.datei}:{anderer.zeile}. "
                        "Ein Wert steht nur einmal: Steht die Zeile doppelt, löschen Sie eine.",
                    )
                )
                return False
        eintrag.staende.append(stand)
        eintrag.staende.sort(key=lambda s: s.ab)
        return True

    def _melde(
        self, tabelle: Tabelle, nummer: int, meldung: str, spalte: str = ""
    ) -> None:
        self.probleme.append(Tabellenproblem(tabelle.datei, nummer, meldung, spalte))


def _als_schluessel(zelle: str) -> str:
    """Wie diese Zelle als Schlüssel hieße."""
    klein = zelle.strip("` ").lower()
    for umlaut, ersatz in zip("äöüß", ("ae", "oe", "ue", "ss"), strict=True):
        klein = klein.replace(umlaut, ersatz)
    schluessel = re.sub(r"[^a-z0-9]+", "_", klein).strip("_")
    return schluessel if schluessel[:1].isalpha() else "alg_familienzuschlag_tag"


def _gemeint(zelle: str) -> str:
    """Was statt dieser Zelle vielleicht gemeint ist, als Rat; leer, wenn es keinen gibt."""
    blank = _UNSICHTBAR.sub("", zelle)
    ziffern = blank.translate(str.maketrans("OolI", "0011"))
    wort = zelle.strip(" .!?").casefold()
    if wort.endswith("offen") or wort in ("", "tba"):
        rat = NOCH_OFFEN
    elif blank in ("-", "--", "—", "−") or wort in ("entfällt", "keiner", "keine"):
        rat = NICHT_VORGESEHEN
    elif _ZAHL.fullmatch(ziffern):
        rat = ziffern
    elif treffer := _ENGLISCH.fullmatch(ziffern):
        rat = f"{treffer[1].replace(',', '.')},{treffer[2]}"
    else:
        return ""
    return f" Gemeint: „{rat}“?"


def _datum(tag: str, monat: str, jahr: str) -> date | None:
    try:
        return date(int(jahr), int(monat), int(tag))
    except ValueError:
        return None


def _ort(eintrag: Eintrag) -> str:
    return (
        f"{eintrag.staende[0].datei}:{eintrag.staende[0].zeile}"
        if eintrag.staende
        else "derselben Tabelle"
    )
