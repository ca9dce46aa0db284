// Sucht und ordnet: erst jeden Begriff für sich, dann zählt, wie viele davon ein Abschnitt und seine Seite tragen.

import { gruppiere } from "./anfrage.js";
import { stamm, zerteile } from "./worte.js";

const SAETTIGUNG = 80; // mit so vielen Punkten hat ein Abschnitt die halbe Güte
const MEHRFACH = 0.5; // was weitere Bedeutungen eines Begriffs zur besten beitragen
const VOM_TITEL = 0.7; // so viel vom Titel der Seite zählt auch für ihre Abschnitte
const GANZES_THEMA = 1.15; // eine Seite darüber ist besser als ein Abschnitt darüber
const ANDERSWO = 0.6; // so weit gilt ein Begriff als getroffen, der nur anderswo auf der Seite steht
const GANZE_SEITE = 0.5;
const SELTEN = 0.5; // wie stark ein seltener Begriff mehr wiegt als ein häufiger
const VOLLSTAENDIG = 1.2; // wie stark fehlende Begriffe drücken
const WORTLAUT = 0.25; // Lohn für eine Überschrift, die fast wörtlich die Frage ist
const RANG = { ratgeber: 1, rechner: 0.87, adressen: 0.95, faq: 0.87, fristen: 0.8, "neu-2026": 0.85, werte: 0.75, glossar: 0.5 };
const SONST = 0.7;
const NOCH_TREFFER = 0.15; // schwächer als so viel vom besten ist keiner mehr
const GENAUER = 30; // so viele Seiten werden auf ihren Wortlaut geprüft

/**
 * Sucht in einem geladenen Bestand.
 * @returns {{treffer: [{seite, abschnitt, weitere: [abschnitt]}], staemme: Set, genau: boolean}} geordnet, jede Seite
 * einmal; genau ist falsch, wenn kein einziges Wort so vorkommt
 */
export function suche(anfrage, bestand, { unfertig = false } = {}) {
  const staemme = new Set();
  const begriffe = gruppiere(anfrage, bestand, unfertig);
  const gruppen = begriffe.map((gruppe) => bewerte(gruppe, bestand, staemme));
  const gesamt = gruppen.reduce((summe, { gewicht }) => summe + gewicht, 0);
  const fundstellen = new Map();
  for (const id of new Set(gruppen.flatMap(({ punkte }) => [...punkte.keys()]))) {
    const { seite } = bestand.abschnitte[id];
    if (!fundstellen.has(seite)) fundstellen.set(seite, new Set([bestand.seiten[seite].erster]));
    fundstellen.get(seite).add(id);
  }
  const vorlaeufig = Array.from(fundstellen, ([nummer, ids]) => ordneSeite(bestand.seiten[nummer], [...ids], gruppen, gesamt)).sort(absteigend);
  const frage = staemmeVon(anfrage);
  for (const treffer of vorlaeufig.slice(0, GENAUER)) belohneWortlaut(treffer, frage, bestand);
  vorlaeufig.sort(absteigend);
  return { treffer: vorlaeufig.filter(({ punkte }) => punkte >= NOCH_TREFFER * vorlaeufig[0].punkte).map(fertig), staemme, genau: begriffe.some(({ gewiss }) => gewiss) };
}

/** Punkte je Abschnitt für eine Gruppe: die beste ihrer Wortfolgen, die anderen ein wenig; Seltenes wiegt mehr. */
function bewerte({ wahl, sicher }, { verzeichnis, abschnitte }, staemme) {
  const punkte = new Map();
  for (const { folge, gewicht } of wahl) {
    const summen = new Map();
    for (const { wort, prefix = false, fuzzy = false } of folge) {
      for (const { id, score, terms } of verzeichnis.search(wort, { prefix, fuzzy })) {
        const bisher = summen.get(id) ?? { wert: 0, zahl: 0 };
        summen.set(id, { wert: bisher.wert + score / (score + SAETTIGUNG), zahl: bisher.zahl + 1 });
        for (const term of terms) staemme.add(term);
      }
    }
    for (const [id, { wert, zahl }] of summen) {
      const neu = (gewicht * wert * zahl) / folge.length ** 2;
      const alt = punkte.get(id) ?? 0;
      punkte.set(id, Math.max(alt, neu) + MEHRFACH * Math.min(alt, neu));
    }
  }
  const alle = abschnitte.length;
  return { punkte, gewicht: sicher * (Math.log(1 + alle / Math.max(punkte.size, 1)) / Math.log(1 + alle)) ** SELTEN };
}

function ordneSeite(seite, ids, gruppen, gesamt) {
  const staende = gruppen.map(({ punkte, gewicht }) => ({
    punkte,
    gewicht,
    titel: VOM_TITEL * (punkte.get(seite.erster) ?? 0),
    // Je mehr Abschnitte davon handeln, desto eher handelt die Seite davon.
    ganz: 1 - ids.reduce((rest, id) => rest * (1 - Math.min(punkte.get(id) ?? 0, 1)), 1),
  }));
  const abschnitte = ids.map((id) => {
    let summe = 0;
    let getroffen = 0;
    for (const { punkte, gewicht, titel, ganz } of staende) {
      const wert = Math.max(punkte.get(id) ?? 0, titel);
      summe += gewicht * wert;
      getroffen += gewicht * (wert > 0 ? 1 : ganz > 0 ? ANDERSWO : 0);
    }
    return { id, punkte: summe * (getroffen / gesamt) ** VOLLSTAENDIG };
  });
  const ganze = staende.reduce((summe, stand) => summe + stand.gewicht * stand.ganz, 0);
  const getroffen = staende.reduce((summe, stand) => summe + (stand.ganz > 0 ? stand.gewicht : 0), 0);
  const treffer = { seite, abschnitte, grund: GANZE_SEITE * ganze * (getroffen / gesamt) ** VOLLSTAENDIG };
  return mitPunkten(treffer);
}

function belohneWortlaut(treffer, frage, { abschnitte }) {
  for (const abschnitt of treffer.abschnitte) {
    const { kopf } = abschnitte[abschnitt.id];
    const texte = abschnitt.id === treffer.seite.erster ? [treffer.seite.titel, treffer.seite.name] : [kopf];
    const naehe = Math.max(...texte.map((text) => aehnlich(frage, staemmeVon(text))));
    abschnitt.punkte += WORTLAUT * naehe ** 3 * Math.min(1, (frage.length - 1) / 3);
  }
  mitPunkten(treffer);
}

function mitPunkten(treffer) {
  const { seite, abschnitte, grund } = treffer;
  abschnitte.sort(absteigend);
  const bester = Math.max(...abschnitte.map(({ id, punkte }) => (id === seite.erster ? GANZES_THEMA : 1) * punkte));
  treffer.punkte = (RANG[seite.art] ?? SONST) * (bester + grund);
  return treffer;
}

/** Der Anteil gemeinsamer Wörter, zwischen 0 und 1; hier zählen auch Füllwörter. */
function aehnlich(links, rechts) {
  const gemeinsam = links.filter((wort) => rechts.includes(wort)).length;
  return (2 * gemeinsam) / (links.length + rechts.length || 1);
}

function staemmeVon(text) {
  return zerteile(text).map(({ wort }) => stamm(wort));
}

function absteigend(a, b) {
  return b.punkte - a.punkte;
}

function fertig({ seite, abschnitte, punkte }) {
  const [erster, ...weitere] = abschnitte.filter((abschnitt, nr) => nr === 0 || abschnitt.punkte > abschnitte[0].punkte / 2);
  return { seite, abschnitt: erster.id, weitere: weitere.slice(0, 2).map(({ id }) => id), punkte };
}
