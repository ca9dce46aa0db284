// Einfügen: Zeilen aus dem Versicherungsdatenauszug in die Listen. Was sie bedeuten, liest das Rechenwerk.

import { element } from "./bauen.js";
import { liesFeld, setze } from "./eingaben.js";
import { nummeriere, ordne } from "./zeilen.js";

const LISTEN = { zeiten: ["Zeitraum", "Zeiträume"], beitragsgrundlagen: ["Monat", "Monate"] };

export function richteEinfuegenEin(formular, rechne) {
  for (const kasten of formular.querySelectorAll(".einfuegen")) {
    kasten.querySelector("[data-tut=einlesen]").addEventListener("click", () => lies(formular, kasten, rechne));
  }
}

async function lies(formular, kasten, rechne) {
  const eingabe = kasten.querySelector("textarea");
  const meldung = kasten.querySelector(".einfuegen__meldung");
  if (!eingabe.value.trim()) {
    meldung.replaceChildren("Fügen Sie zuerst Zeilen aus dem Auszug ein.");
    eingabe.focus();
    return;
  }
  meldung.replaceChildren("Wird gelesen …");
  try {
    const gelesen = await rechne({ auszug: eingabe.value });
    const saetze = Object.keys(LISTEN).flatMap((name) => uebernimm(formular, name, gelesen[name]));
    eingabe.value = gelesen.nicht_verstanden.map(({ zeile }) => zeile).join("\n");
    meldung.replaceChildren(element("p", "", saetze.join(" ") || "Keine Zeile erkannt."), ...unverstandenes(gelesen));
    formular.dispatchEvent(new Event("input", { bubbles: true }));
  } catch (fehler) {
    meldung.replaceChildren(fehler?.fuerMenschen ?? "Das Rechenwerk antwortet nicht. Versuchen Sie es noch einmal.");
  }
}

// Fügt an, was noch nicht dasteht; wer zweimal einfügt, hat nichts doppelt.
function uebernimm(formular, name, eintraege) {
  const feld = formular.querySelector(`[data-feld="${name}"]`);
  if (!feld || !eintraege.length) return [];
  const vorhanden = new Set((liesFeld(feld) ?? []).map(kern));
  const neue = eintraege.filter((eintrag) => !vorhanden.has(kern(eintrag)));
  setze(feld, neue);
  ordne(feld);
  nummeriere(feld);
  const saetze = [`${zahl(neue.length, name)} eingetragen.`];
  const doppelt = eintraege.length - neue.length;
  if (doppelt) saetze.push(`${zahl(doppelt, name)} schon vorhanden.`);
  const ohneEnde = neue.filter((eintrag) => eintrag.von && !eintrag.bis).length;
  if (ohneEnde) saetze.push(`Bei ${ohneEnde} fehlt das Ende: Bitte ergänzen.`);
  return saetze;
}

function kern({ art, von, bis, monat }) {
  return JSON.stringify([art, von, bis, monat]);
}

function zahl(anzahl, name) {
  const [einer, viele] = LISTEN[name];
  return `${anzahl} ${anzahl === 1 ? einer : viele}`;
}

function unverstandenes({ nicht_verstanden: zeilen }) {
  if (!zeilen.length) return [];
  const liste = element("ul", "einfuegen__offen");
  for (const { zeile, grund } of zeilen) {
    const punkt = element("li", "", `„${zeile}“ `);
    punkt.append(element("small", "", grund));
    liste.append(punkt);
  }
  return [element("p", "", "Diese Zeilen haben wir nicht verstanden. Tragen Sie ein, was davon wichtig ist:"), liste];
}
