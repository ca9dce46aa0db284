// Figur: ein Bild mit Überschrift, Beschreibung, Legende und denselben Zahlen als Tabelle.

import { element } from "../bauen.js";
import { Muster, form, kennung } from "./svg.js";

const STAPELBAR = 4; // Spalten mit Text, die am Telefon untereinander stehen statt seitlich zu rollen

/** zeichne(muster) liefert {hoehe, formen}; zeilen sind Texte, die erste Zelle jeder Zeile ist ihre Überschrift. */
export function figur({ titel, beschreibung, zeichne, legende = [], fussnote = "", kopf, zeilen, tabellenname }) {
  const muster = new Muster();
  const { hoehe, formen } = zeichne(muster);
  const [titelId, textId] = [kennung("titel"), kennung("text")];
  const bild = form(
    "svg",
    { class: "bild__svg", role: "img", width: "100%", height: hoehe, "aria-labelledby": `${titelId} ${textId}`, focusable: "false" },
    form("title", { id: titelId }, titel),
    form("desc", { id: textId }, beschreibung),
    muster.vorlagen(),
    ...formen,
  );
  const kasten = element("figure", "bild");
  kasten.append(element("figcaption", "bild__titel", titel), bild);
  if (legende.length) kasten.append(legendenliste(legende));
  if (fussnote) kasten.append(element("p", "bild__fussnote", fussnote));
  kasten.append(alsTabelle(kopf, zeilen, tabellenname ?? titel));
  return kasten;
}

function legendenliste(eintraege) {
  const liste = element("ul", "bild__legende");
  for (const { art, text } of eintraege) {
    const muster = new Muster();
    const punkt = element("li");
    const probe = form("rect", { x: 0, y: 0, width: 24, height: 14, class: `balken balken--${art}`, ...muster.fuer(art) });
    punkt.append(form("svg", { width: 24, height: 14, "aria-hidden": "true", focusable: "false" }, muster.vorlagen(), probe), text);
    liste.append(punkt);
  }
  return liste;
}

function alsTabelle(kopf, zeilen, name) {
  const kasten = element("details", "bild__tabelle");
  const rollbar = element("div", "tabelle");
  rollbar.tabIndex = 0;
  rollbar.setAttribute("role", "region");
  rollbar.setAttribute("aria-label", `Tabelle: ${name}`);
  rollbar.append(tabelle(kopf, zeilen, name));
  kasten.append(element("summary", "", "Als Tabelle"), rollbar);
  return kasten;
}

export function tabelle(kopf, zeilen, name) {
  const ganze = element("table", kopf.length === STAPELBAR ? "stapelt" : "");
  ganze.append(element("caption", "nur-vorlesen", name));
  const oben = element("thead");
  oben.append(zeile(kopf, () => "col"));
  const rumpf = element("tbody");
  rumpf.append(...zeilen.map((eine) => zeile(eine, (stelle) => (stelle === 0 ? "row" : ""), kopf)));
  ganze.append(oben, rumpf);
  return ganze;
}

function zeile(texte, bereich, spalten) {
  const ganze = element("tr");
  texte.forEach((text, stelle) => {
    const scope = bereich(stelle);
    const zelle = element(scope ? "th" : "td", istZahl(text) ? "rechts" : "", text);
    if (scope) zelle.scope = scope;
    else if (spalten) zelle.dataset.spalte = spalten[stelle];
    ganze.append(zelle);
  });
  return ganze;
}

function istZahl(text) {
  return /^[−+]?[\d.]+(,\d+)?\s?(€|Tage?|Wochen?)?$/u.test(text);
}
