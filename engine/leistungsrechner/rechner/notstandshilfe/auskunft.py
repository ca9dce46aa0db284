"""Notstandshilfe: was man zum Ergebnis sagt – Kernaussage, Hinweise, Termine."""

from __future__ import annotations

from datetime import date, timedelta

from ...anzeige import datum
from ...ergebnis import Hinweis, Kernaussage, Summe, Termin, Voraussetzung, Wert
from ...groesse import Groesse
from ...werte import Werte
from ..arbeitslosengeld import hoehe as alg
from .deckel import SEITE as DECKELSEITE
from .deckel import Deckelung
from .einkommen import SEITE as EINKOMMENSSEITE
from .hoehe import SEITE
from .rechnung import Rechnung
from .voraussetzungen import START


def kernaussage(
    voraussetzungen: list[Voraussetzung], ergebnis: dict[str, Wert]
) -> Kernaussage:
    """Der Tagsatz in einem Satz, oder woran es scheitert."""
    gescheitert = [v for v in voraussetzungen if v.erfuellt is False]
    if gescheitert:
        return Kernaussage(
            "Derzeit kein Anspruch auf Notstandshilfe",
            nachsatz=gescheitert[0].begruendung,
        )
    groessen = {
        name: wert for name, wert in ergebnis.items() if isinstance(wert, Groesse)
    }
    teile = ("tagsatz_ungekuerzt", "familienzuschlag", "anrechnung_tag", "tagsatz")
    nachsatz = f"Das sind {groessen['monat_30'].anzeige} in 30 Tagen."
    spaeter, ab = groessen.get("tagsatz_gedeckelt"), ergebnis.get("deckelung_ab")
    if spaeter is not None and isinstance(ab, date) and spaeter < groessen["tagsatz"]:
        nachsatz += f" Ab {datum(ab)} sind es {spaeter.anzeige} am Tag."
    return Kernaussage(
        "Sie bekommen voraussichtlich",
        f"{groessen['tagsatz'].anzeige} am Tag",
        nachsatz,
        [Summe(groessen[t].name, groessen[t].anzeige, groessen[t].norm) for t in teile],
    )


def hinweise(rechnung: Rechnung, werte: Werte) -> list[Hinweis]:
    """Was die Höhe noch ändern kann und was zu melden ist."""
    grund, deckel = rechnung.grund, rechnung.deckel
    gefunden: list[Hinweis] = []
    if grund < alg.richtsatz_tag(werte):
        text = (
            f"Gerechnet ist wie beim AMS: {werte['nh_satz_niedrig'].anzeige} von Grundbetrag und Ergänzungsbetrag nach dessen Obergrenze. "
            "Das Bundesverwaltungsgericht hat in einem Fall mehr zugesprochen (I404 2280550-1)."
        )
        gefunden.append(Hinweis("info", text, SEITE + "#satz"))
    if not deckel.bekannt:
        text = "Ob die Notstandshilfe nach sechs Monaten gedeckelt wird, hängt von Ihrem Alter ab. Dazu fehlt das Geburtsdatum."
        gefunden.append(Hinweis("achtung", text, DECKELSEITE + "#ab-45"))
    elif deckel.deckel is not None:
        text = (
            "Es zählen sechs Monate, in denen Sie Notstandshilfe wirklich bekommen. Eine Unterbrechung "
            "schiebt den Deckel hinaus. Gerechnet ist mit dem Wert des Stichtags."
        )
        gefunden.append(Hinweis("info", text, DECKELSEITE + "#deckel"))
    if rechnung.abzug:
        text = "Einkommen eines Monats wird im Monat darauf angerechnet. Melden Sie es dem AMS sofort."
        gefunden.append(Hinweis("achtung", text, EINKOMMENSSEITE + "#anderes"))
    if not rechnung.tagsatz:
        text = "Ist die Notstandshilfe zu niedrig oder fällt sie weg, kann Mindestsicherung zustehen."
        gefunden.append(Hinweis("info", text, "ratgeber/wenig-geld/mindestsicherung/"))
    if grund > alg.grundbetrag(rechnung.tagesnetto, werte):
        satz = werte["alg_grundbetrag_satz"].anzeige
        text = f"Der Grundbetrag passt nicht zum Tagesnetto: Er ist höher als {satz} davon. Bitte prüfen Sie beide Angaben."
        gefunden.append(Hinweis("achtung", text, SEITE + "#satz"))
    return gefunden


def termine(deckel: Deckelung, ende: date, werte: Werte) -> list[Termin]:
    """Bis wann die Verlängerung zu beantragen ist und ab wann der Deckel gilt."""
    frueh = ende - timedelta(
        days=werte.anzahl("nh_antrag_frueh_wochen")
        * werte.anzahl("zeit_tage_pro_woche")
    )
    termine = [
        Termin(
            "Verlängerung beantragen",
            ende,
            f"Der Antrag ist ab {datum(frueh)} möglich; stellen Sie ihn, bevor die 52 Wochen vorbei sind.",
            START + "#dauer",
        )
    ]
    if deckel.deckel is not None and deckel.ab is not None:
        text = f"Ab hier gilt der Deckel von {deckel.deckel.anzeige} am Tag."
        termine.insert(
            0,
            Termin(
                "Deckel nach sechs Monaten", deckel.ab, text, DECKELSEITE + "#deckel"
            ),
        )
    return termine
