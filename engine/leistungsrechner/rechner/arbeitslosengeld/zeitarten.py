"""Arbeitslosengeld: die Arten von Zeiten und was das Gesetz mit jeder macht (§§ 14, 15 AlVG)."""

from __future__ import annotations

ARTEN = (
    ("beschaeftigung", "Arbeit über der Geringfügigkeitsgrenze"),
    ("lehre", "Lehre"),
    ("freier_dienstvertrag", "Freier Dienstvertrag über der Geringfügigkeitsgrenze"),
    ("geringfuegig", "Geringfügige Arbeit"),
    ("kuendigungsentschaedigung", "Zeit mit Kündigungsentschädigung"),
    ("urlaubsersatz", "Zeit mit Urlaubsersatzleistung"),
    ("krankengeld", "Krankengeld"),
    ("wochengeld", "Wochengeld"),
    ("kinderbetreuungsgeld", "Kinderbetreuungsgeld"),
    ("karenz", "Karenz"),
    ("arbeitsuchend", "Beim AMS arbeitsuchend oder arbeitslos gemeldet"),
    ("ausbildung", "Ausbildung in Österreich, die den Großteil der Zeit braucht"),
    ("selbststaendig", "Selbstständig, in der Pensionsversicherung"),
    (
        "selbststaendig_versichert",
        "Selbstständig, freiwillig in der Arbeitslosenversicherung",
    ),
    ("ewr_beschaeftigung", "Arbeit in EU, EWR oder Schweiz"),
    ("auslandsausbildung", "Ausbildung im Ausland"),
    ("auslandsleistung", "Arbeitslosen- oder Elterngeld eines anderen Staates"),
    ("praesenzdienst", "Präsenzdienst"),
    ("zivildienst", "Zivildienst"),
    ("ausbildungsdienst", "Ausbildungsdienst beim Bundesheer"),
    ("weiterbildungsgeld", "Weiterbildungsgeld oder Bildungsteilzeitgeld"),
    ("abfertigung", "Zeit, für die eine Abfertigung gezahlt wurde"),
    ("familienhospizkarenz", "Familienhospizkarenz"),
    ("pflegekarenz", "Pflegekarenz mit Pflegekarenzgeld"),
    (
        "pflege_angehoeriger",
        "Pflege Angehöriger ab Stufe 3, in der Pensionsversicherung",
    ),
    ("arbeitsunfaehig", "Arbeitsunfähig nach dem Ende des Krankengeldes"),
    ("heilanstalt", "Im Spital oder in einer Pflegeanstalt"),
    ("invaliditaetspension", "Pension wegen Invalidität oder Berufsunfähigkeit"),
    ("oeffentliche_funktion", "Öffentliche Funktion"),
    ("haftarbeit", "Arbeit in der Haft"),
    ("haft", "Haft ohne Arbeit"),
)
BEZEICHNUNG = dict(ARTEN)

ARBEIT = frozenset({"beschaeftigung", "lehre", "freier_dienstvertrag", "haftarbeit"})
# Solange die Firma für die Zeit danach zahlt, besteht die Versicherung aus dem Dienstverhältnis weiter.
NACHLAUF = frozenset({"kuendigungsentschaedigung", "urlaubsersatz"})
FREIWILLIG = frozenset({"selbststaendig_versichert"})
ZAEHLT = ARBEIT | NACHLAUF | FREIWILLIG
AUSLANDSARBEIT = "ewr_beschaeftigung"
GERINGFUEGIG = "geringfuegig"
SELBSTSTAENDIG = "selbststaendig"
LEISTUNG_DER_KASSE = frozenset({"krankengeld", "wochengeld"})
DIENSTE = frozenset({"praesenzdienst", "zivildienst", "ausbildungsdienst"})
KINDERBETREUUNG = frozenset({"kinderbetreuungsgeld"})
BEGRENZT = frozenset(
    {
        "arbeitsuchend",
        "abfertigung",
        "ausbildung",
        "haft",
        "karenz",
        "weiterbildungsgeld",
        "familienhospizkarenz",
        "pflegekarenz",
        "auslandsausbildung",
        "auslandsleistung",
    }
)
UNBEGRENZT = frozenset(
    {
        "arbeitsunfaehig",
        "heilanstalt",
        "invaliditaetspension",
        "pflege_angehoeriger",
        "oeffentliche_funktion",
    }
)
