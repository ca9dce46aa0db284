// Verweis: die Angaben hinter dem „#“ der Adresse. Diesen Teil schickt kein Browser an einen Server.
// „#r=1&n=3&stichtag=2.3.2026&zeiten.1.von=…“: r ist die Fassung, n zählt die Angaben; so fällt auf, was fehlt.

const FASSUNG = 1;
const HOECHSTENS = 20_000;
const NAME = /^([a-z][a-z0-9_]*)(?:\.([1-9]\d{0,2})(?:\.([a-z][a-z0-9_]*))?)?$/;

export function alsVerweis(angaben) {
  const paare = Object.entries(angaben).flatMap(([name, wert]) => flach(name, wert));
  const teile = new URLSearchParams([["r", FASSUNG], ["n", paare.length], ...paare]);
  return `${location.origin}${location.pathname}#${teile}`;
}

function flach(name, wert) {
  if (Array.isArray(wert)) return wert.flatMap((teil, stelle) => flach(`${name}.${stelle + 1}`, teil));
  if (typeof wert === "object") return Object.entries(wert).flatMap(([glied, teil]) => flach(`${name}.${glied}`, teil));
  return [[name, wert]];
}

/** Ob hinter dem „#“ Angaben stehen und nicht nur eine Stelle der Seite. */
export function istVerweis(hash) {
  return /^#r=/.test(hash);
}

/** Was im Verweis steht: {angaben, meldungen}. Was nicht lesbar ist, fehlt und wird gesagt. */
export function ausVerweis(hash) {
  const paare = [...new URLSearchParams(hash.slice(1, HOECHSTENS))].filter(([name]) => name !== "r" && name !== "n");
  const kopf = new URLSearchParams(hash.slice(1, HOECHSTENS));
  const lesbare = paare.filter(([name]) => NAME.test(name));
  return { angaben: baue(lesbare), meldungen: [...pruefe(kopf, paare, lesbare)] };
}

function* pruefe(kopf, paare, lesbare) {
  const fassung = Number(kopf.get("r"));
  if (fassung > FASSUNG) {
    yield "Der Verweis stammt von einer neueren Fassung dieser Seite. Eingetragen ist, was diese Fassung kennt. " +
      "Laden Sie die Seite neu, um die neue Fassung zu bekommen.";
  }
  if (!(fassung >= 1)) yield "Der Verweis ist beschädigt. Eingetragen ist, was noch lesbar war.";
  if (kopf.has("n") && Number(kopf.get("n")) !== paare.length) {
    yield "Der Verweis ist unvollständig, vermutlich wurde er beim Kopieren abgeschnitten. Prüfen Sie, was fehlt.";
  }
  if (lesbare.length < paare.length) yield "Ein Teil des Verweises ist nicht lesbar und fehlt hier.";
}

function baue(paare) {
  const angaben = Object.create(null);
  const reihen = new Map(); // Name der Liste -> Nummer der Zeile -> Text oder Objekt
  for (const [ganz, wert] of paare) {
    const [, name, nummer, glied] = NAME.exec(ganz);
    if (!nummer) {
      angaben[name] = wert;
      continue;
    }
    if (!reihen.has(name)) reihen.set(name, new Map());
    const zeilen = reihen.get(name);
    if (!glied) zeilen.set(Number(nummer), wert);
    else zeilen.set(Number(nummer), { ...alsObjekt(zeilen.get(Number(nummer))), [glied]: wert });
  }
  for (const [name, zeilen] of reihen) {
    angaben[name] = [...zeilen].sort(([a], [b]) => a - b).map(([, wert]) => wert);
  }
  return angaben;
}

function alsObjekt(wert) {
  return typeof wert === "object" ? wert : {};
}
