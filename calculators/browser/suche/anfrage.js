// Von der getippten Anfrage zu Gruppen: Jede Gruppe ist ein Begriff mit allem, was er auch heißen kann.

import { bekannteRaender, zerlege } from "./zerlegen.js";
import { FUELLWOERTER, stamm, zerteile } from "./worte.js";

const SYNONYM = 0.8; // ein Wort aus der Tabelle der Redaktion wiegt fast so viel wie das getippte
const NUR_FRAGE = 0.6; // „wie lange“, „wie hoch“: ein Gesichtspunkt, kein Gegenstand
const EINZELN = 0.5;
const ANFANG = 0.8;
const VERTIPPT = [1, 0.8, 0.6, 0.4]; // je Zahl der Tippfehler
const LANG = 9; // ein so langes Wort mit einem Fehler ist eher vertippt als neu zusammengesetzt
const LAENGSTE_WENDUNG = 4;
const MEISTE_WOERTER = 30; // mehr tippt niemand; Hineinkopiertes hielte den Browser auf

/**
 * Zerlegt eine Anfrage in Gruppen {wahl: [{folge: [Begriff], gewicht}], gewiss, sicher}. Ein Begriff ist ein Stamm und wie er
 * gesucht wird: {wort, prefix?, fuzzy?}. gewiss heißt: Das Wort oder die Wendung gibt es; sonst sagt
 * sicher, wie wahrscheinlich ein geratenes gemeint ist.
 */
export function gruppiere(anfrage, bestand, unfertig = false) {
  const woerter = alleWoerter(anfrage);
  const nurFuellung = woerter.every(({ fuellung }) => fuellung);
  const gruppen = [];
  for (let ort = 0; ort < woerter.length; ) {
    const { laenge, ziele } = wendung(woerter, ort, bestand.synonyme);
    const stueck = woerter.slice(ort, ort + Math.max(laenge, 1));
    const bis = ort + stueck.length;
    const eigene = stueck.filter(({ fuellung }) => !fuellung || (nurFuellung && laenge === 0));
    if (eigene.length > 0 || ziele.length > 0) gruppen.push({ von: ort, bis, ...gruppe(eigene, ziele, bestand, unfertig && bis === woerter.length) });
    ort = bis;
  }
  return verbinde(gruppen, woerter, bestand);
}

function alleWoerter(anfrage) {
  return zerteile(anfrage)
    .flatMap(({ wort }) => wort.split("-"))
    .slice(0, MEISTE_WOERTER)
    .map((wort) => ({ wort, stamm: stamm(wort), fuellung: FUELLWOERTER.has(wort) }));
}

/** Die längste Wendung der Tabelle, die hier beginnt, und was sie auch heißt. */
function wendung(woerter, ort, synonyme) {
  for (let laenge = Math.min(LAENGSTE_WENDUNG, woerter.length - ort); laenge > 0; laenge--) {
    const ziele = synonyme.get(woerter.slice(ort, ort + laenge).map((wort) => wort.stamm).join(" "));
    if (ziele) return { laenge, ziele };
  }
  return { laenge: 0, ziele: [] };
}

function gruppe(eigene, ziele, bestand, unfertig) {
  const arten = eigene.map((wort) => suchweise(wort, bestand));
  const folge = arten.flatMap((art) => art.folge);
  const wahl = ziele.map((ziel) => ({ folge: ziel.map((wort) => ({ wort })), gewicht: SYNONYM }));
  const geraten = arten.some(({ sicher }) => sicher < 1);
  if (folge.length > 0 && !(geraten && ziele.length > 0)) wahl.unshift({ folge, gewicht: 1 }); // sonst weiß es die Tabelle besser
  const zusammen = eigene.length > 1 && bestand.verbunden(eigene.map(({ wort }) => wort));
  if (zusammen) wahl.unshift({ folge: [{ wort: zusammen }], gewicht: 1 });
  const letztes = eigene.at(-1);
  if (unfertig && letztes?.wort.length > 2) {
    wahl.push({ folge: [...folge.slice(0, -1), { wort: letztes.wort, prefix: true }], gewicht: ANFANG });
  }
  const gewiss = !geraten || ziele.length > 0;
  if (eigene.length === 0) return { wahl, gewiss, sicher: NUR_FRAGE };
  return { wahl, gewiss, sicher: gewiss ? 1 : Math.min(...arten.map((art) => art.sicher)) };
}

/** Wie ein Wort gesucht wird: genau, sonst zerlegt, sonst als Anfang eines Wortes, sonst mit Tippfehlern. */
function suchweise({ wort, stamm: form }, bestand) {
  const { kennt, nahe } = bestand;
  if (kennt({ wort: form })) return { folge: [{ wort: form }], sicher: 1 };
  const fehler = /\d/.test(wort) || wort.length < 4 ? 0 : wort.length < 9 ? 1 : wort.length < 14 ? 2 : 3;
  const gemeint = fehler > 0 ? nahe(wort, fehler) : undefined;
  const vertippt = gemeint && { folge: [{ wort: gemeint.wort }], sicher: VERTIPPT[gemeint.fehler] };
  if (vertippt && gemeint.fehler === 1 && wort.length >= LANG) return vertippt;
  const bekannt = (teil) => kennt({ wort: teil });
  const teile = zerlege(wort, bekannt);
  if (teile.length > 0) return { folge: teile.map((teil) => ({ wort: teil })), sicher: 1 };
  if (form.length >= 4 && kennt({ wort: form, prefix: true })) return { folge: [{ wort: form, prefix: true }], sicher: ANFANG };
  if (vertippt) return vertippt;
  const raender = bekannteRaender(wort, bekannt);
  return { folge: (raender.length > 0 ? raender : [form]).map((teil) => ({ wort: teil })), sicher: VERTIPPT.at(-1) };
}

/** Getrennt Geschriebenes: „Arbeitslosen Geld“ meint auch „Arbeitslosengeld“. */
function verbinde(gruppen, woerter, { verbunden }) {
  const aus = [];
  for (let nr = 0; nr < gruppen.length; nr++) {
    const [links, rechts] = [gruppen[nr], gruppen[nr + 1]];
    const nebenan = rechts && links.bis === rechts.von;
    const zusammen = nebenan && verbunden([woerter[links.bis - 1].wort, woerter[rechts.von].wort]);
    if (!zusammen) {
      aus.push(links);
      continue;
    }
    const einzeln = links.wahl.flatMap((l) => rechts.wahl.map((r) => ({ folge: [...l.folge, ...r.folge], gewicht: EINZELN * l.gewicht * r.gewicht })));
    aus.push({ wahl: [{ folge: [{ wort: zusammen }], gewicht: 1 }, ...einzeln], gewiss: true, sicher: 1, von: links.von, bis: rechts.bis });
    nr++;
  }
  return aus;
}
