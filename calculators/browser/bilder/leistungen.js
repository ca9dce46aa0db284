// Leistungen: die Antwort auf „Was steht mir zu?“, eine Leistung nach der anderen, jede mit ihrer ganzen Begründung.

import { abschnitt, hinweis, rechenweg, summen, termin, voraussetzung, wichtigesZuerst } from "../antwort.js";
import { element, verweis } from "../bauen.js";
import { spanne } from "./zeit.js";

const URTEIL = { ergebnis: "Ja", kein_anspruch: "Nein", offen: "Offen" };

export function leistungen(liste) {
  const teil = element("section", "antwort__abschnitt");
  const reihe = element("ol", "leistungen");
  reihe.append(...liste.map(eine));
  teil.append(element("h3", "", "Leistung für Leistung"), reihe);
  return teil;
}

function eine({ titel, kern, art, von, bis, seite, antwort }) {
  const punkt = element("li", `leistung leistung--${art}`);
  const kopf = element("p", "leistung__kopf");
  kopf.append(element("strong", "", titel), " ", element("span", "leistung__urteil", URTEIL[art]));
  punkt.append(kopf);
  const zeile = [kern.zahl || kern.satz, von && spanne(von, bis)].filter(Boolean).join(" · ");
  punkt.append(element("p", "leistung__zahl", zeile));
  if (kern.nachsatz) punkt.append(element("p", "", kern.nachsatz));
  if (antwort) punkt.append(einzelheiten(titel, antwort));
  const mehr = element("p", "mehr");
  mehr.append(verweis(seite, antwort ? "Mehr dazu" : "Was Sie dafür brauchen"));
  punkt.append(mehr);
  return punkt;
}

function einzelheiten(titel, antwort) {
  const kasten = element("details");
  const oben = element("summary", "", "Voraussetzungen und Rechenweg");
  oben.append(element("span", "nur-vorlesen", `: ${titel}`));
  const teile = [
    antwort.kern?.summen.length && summen(antwort.kern.summen),
    abschnitt("Voraussetzungen", antwort.voraussetzungen, voraussetzung, "voraussetzungen"),
    abschnitt("Termine", antwort.termine, termin, "termine"),
    abschnitt("Gut zu wissen", wichtigesZuerst(antwort.hinweise), hinweis, "hinweise"),
    rechenweg({ ...antwort, werte_stand: null }, `: ${titel}`),
  ];
  kasten.append(oben, ...teile.filter(Boolean));
  return kasten;
}

export function nichtGerechnet(liste) {
  return abschnitt("Was hier nicht gerechnet ist", liste, ({ titel, grund, seite }) => {
    const punkt = element("li");
    punkt.append(verweis(seite, titel), `: ${grund}`);
    return punkt;
  });
}
