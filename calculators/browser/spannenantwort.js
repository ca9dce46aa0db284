// Antwort zu einer ungefähren Angabe: was dazwischen gilt, mit allen Zahlen, und wo sich etwas ändert.

import { abschnitt, hinweis, rechenweg, stand, summen, termin, wichtigesZuerst } from "./antwort.js";
import { element } from "./bauen.js";
import { vereint } from "./spanne.js";

export function spannenteile({ abschnitte }) {
  const enden = jedesEnde(abschnitte);
  return [
    stand(enden[0].ergebnis),
    ...(abschnitte.length === 1 ? gemeinsam(abschnitte[0]) : jederFuerSich(abschnitte)),
    abschnitt("Was sich dazwischen ändert", unterschiede(abschnitte), (satz) => element("li", "", satz)),
    abschnitt("Was Sie bis wann tun", vonAllen(abschnitte, "termine"), termin, "termine"),
    abschnitt("Gut zu wissen", wichtigesZuerst(vonAllen(abschnitte, "hinweise")), hinweis, "hinweise"),
    ...enden.map(({ wert, ergebnis }) => rechenweg(ergebnis, ` bei ${wert}`)),
  ];
}

// Die Enden der ganzen Spanne; ist sie nur ein Punkt, einmal.
function jedesEnde(abschnitte) {
  const [erster, letzter] = [abschnitte[0], abschnitte.at(-1)];
  const enden = [{ wert: erster.von, ergebnis: erster.enden[0] }];
  if (letzter.bis !== erster.von) enden.push({ wert: letzter.bis, ergebnis: letzter.enden[1] });
  return enden;
}

// Sagt die Antwort überall dasselbe, genügt ein Satz mit der kleinsten und der größten Zahl.
function gemeinsam({ von, bis, kerne }) {
  const zahl = zahlen(kerne);
  return [
    element("h2", "antwort__satz", kerne[0].satz),
    zahl && element("p", "antwort__zahl", zahl),
    element("p", "antwort__nachsatz", `Gerechnet für alles von ${von} bis ${bis}.`),
    gleicheZeilen(kerne) && spannensummen(kerne),
  ];
}

// Sagt sie Verschiedenes, steht jeder Abschnitt für sich.
function jederFuerSich(abschnitte) {
  const teile = abschnitte.flatMap((einer) => [
    element("h3", "antwort__fall", `${bereich(einer)}: ${[einer.kerne[0].satz, zahlen(einer.kerne)].filter(Boolean).join(" ")}`),
    gleicheZeilen(einer.kerne) && spannensummen(einer.kerne),
  ]);
  return [element("h2", "antwort__satz", "Es kommt darauf an"), ...teile];
}

function bereich({ von, bis }) {
  return von === bis ? `Bei ${von}` : `Von ${von} bis ${bis}`;
}

function zahlen(kerne) {
  return kerne.every(({ zahl }) => zahl) ? vereint(kerne.map(({ zahl }) => zahl)) : "";
}

// „… bis …“ darf am Telefon umbrechen.
function spannensummen(kerne) {
  const tabelle = summen(zeilen(kerne));
  tabelle.classList.add("antwort__summen--spanne");
  return tabelle;
}

function gleicheZeilen(kerne) {
  const [erster] = kerne;
  const gleich = (summe, stelle) => summe?.name === erster.summen[stelle].name;
  return erster.summen.length > 0 && kerne.every((kern) => kern.summen.length === erster.summen.length && kern.summen.every(gleich));
}

function zeilen(kerne) {
  return kerne[0].summen.map((eine, stelle) => ({ ...eine, anzeige: vereint(kerne.map(({ summen: liste }) => liste[stelle].anzeige), ["", " bis "]) }));
}

const URTEIL = { true: "erfüllt", false: "nicht erfüllt", null: "nicht bekannt" };

// An jedem Übergang: welche Bedingung davor anders beurteilt ist als danach.
function unterschiede(abschnitte) {
  return abschnitte.slice(1).flatMap((danach, stelle) => {
    const davor = abschnitte[stelle];
    return davor.enden[1].voraussetzungen.flatMap((hier) => {
      const dort = danach.enden[0].voraussetzungen.find(({ name }) => name === hier.name);
      if (!dort || dort.erfuellt === hier.erfuellt) return [];
      const seiten = [[`Bis ${davor.bis}`, hier], [`ab ${danach.von}`, dort]];
      const saetze = seiten.map(([wo, { erfuellt, begruendung }]) => `${wo} ${URTEIL[erfuellt]}: ${begruendung}`);
      return [`${hier.name}. ${saetze[0]} ${saetze[1][0].toUpperCase()}${saetze[1].slice(1)}`];
    });
  });
}

// Was überall gilt, einmal; was nur in einem Teil gilt, mit dem Wort dazu.
function vonAllen(abschnitte, name) {
  const alle = abschnitte.flatMap((einer) => [[einer.von, einer.enden[0]], [einer.bis, einer.enden[1]]].map(([wert, ende]) => ({ einer, wert, teile: ende[name] })));
  const gesammelt = new Map(); // Text -> {teil, stellen}
  for (const stelle of alle) {
    for (const teil of stelle.teile) {
      const schluessel = JSON.stringify(teil);
      if (!gesammelt.has(schluessel)) gesammelt.set(schluessel, { teil, stellen: [] });
      gesammelt.get(schluessel).stellen.push(stelle);
    }
  }
  return [...gesammelt.values()].map(({ teil, stellen }) =>
    stellen.length === alle.length ? teil : { ...teil, text: `Nur ${nurHier(stellen)}: ${teil.text}` },
  );
}

// Gilt etwas an beiden Enden eines Abschnitts, gilt es für ihn; sonst an der Stelle.
function nurHier(stellen) {
  const orte = stellen.map(({ einer, wert }) => {
    const ganz = stellen.filter((andere) => andere.einer === einer).length > 1;
    return klein(ganz ? bereich(einer) : `Bei ${wert}`);
  });
  return [...new Set(orte)].join(" und ");
}

function klein(text) {
  return text[0].toLowerCase() + text.slice(1);
}
