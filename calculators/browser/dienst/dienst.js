// Der Dienst der Site (Service Worker). Der Bau setzt davor: const LISTE = {ausgabe, dateien, rechenwerk, bytes};
// bytes nennt die Größen, zuerst der dateien, dann des rechenwerks.
//
// - Seiten: zuerst aus dem Netz, nach drei Sekunden oder ohne Netz aus dem Vorrat. Neue Beträge stehen also beim
//   ersten Aufruf da.
// - Dateien mit Inhaltsabdruck: zuerst aus dem Vorrat; ihr Inhalt kann sich nicht ändern.
// - Das übrige Zubehör einer Seite: aus dem Vorrat, wenn die Seite selbst Byte für Byte zu ihm gehört; sonst aus dem
//   Netz wie sie.
// - Der Vorrat einer Ausgabe entsteht ganz oder gar nicht, jede Datei mit geprüfter Summe. Aus dem Netz kommt beim
//   Lesen nie etwas dazu: So mischen sich Ausgaben nicht.
// - Das Rechenwerk kommt erst dazu, wenn jemand einen Rechner öffnet oder alles speichern will (offline.js).

const WARTE_MS = 3000;
const ZUGLEICH = 6;
const VORSILBE = `wegweiser ${new URL(registration.scope).pathname} `;
const VORRAT = VORSILBE + LISTE.ausgabe;
const RECHENWERK = VORSILBE + "rechenwerk";
const VERZEICHNIS = "verzeichnis.json"; // im Vorrat: welche Datei welche Summe hat
const STAND = VORSILBE + "stand"; // auf diesem Kanal hört eine Seite, wie weit der Vorrat ist
const ABDRUCK = /\/assets\/(?:rechner|thema)\/[a-z-]+-[0-9a-f]{10}\.\w+$/;

const ausDieserAusgabe = new Map(); // Fenster -> Promise: Gehört seine Seite zu diesem Vorrat?
const HOECHSTENS_FENSTER = 100;

addEventListener("install", (ereignis) => ereignis.waitUntil(richteEin()));
addEventListener("activate", (ereignis) => ereignis.waitUntil(uebernimm()));
addEventListener("message", (ereignis) => ereignis.waitUntil(hoere(ereignis)));
addEventListener("fetch", (ereignis) => {
  const { request } = ereignis;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) ereignis.respondWith(beantworte(ereignis));
});

// --- Vorrat anlegen ---------------------------------------------------------

async function richteEin() {
  try {
    const alte = await alteVorraete();
    await fuelle(async (pfad, summe) => (await ausAltem(alte, pfad, summe)) ?? geprueft(pfad, summe), zaehler());
    if (await hatRechenwerk()) await holeRechenwerk(LISTE.rechenwerk.map(ganz));
  } catch (fehler) {
    await caches.delete(VORRAT);
    sage({ gescheitert: fehler.name });
    throw fehler;
  }
  await skipWaiting();
}

// Was schon da ist, bleibt; das Fehlende bringt `hole`.
async function fuelle(hole, zaehle) {
  const vorrat = await caches.open(VORRAT);
  await nacheinander(LISTE.dateien, async ([pfad, summe], nummer) => {
    if (!(await vorrat.match(ganz(pfad)))) await vorrat.put(ganz(pfad), await hole(pfad, summe));
    zaehle(nummer);
  });
  await vorrat.put(ganz(VERZEICHNIS), alsJson(Object.fromEntries(LISTE.dateien)));
}

async function nacheinander(eintraege, tue) {
  const offen = eintraege.entries();
  let halt = false; // nach dem ersten Fehler beginnt nichts mehr, sonst liefe es neben dem Aufräumen weiter
  const arbeite = async () => {
    for (const [nummer, eintrag] of offen) {
      if (halt) return;
      try {
        await tue(eintrag, nummer);
      } catch (fehler) {
        halt = true;
        throw fehler;
      }
    }
  };
  const enden = await Promise.allSettled(Array.from({ length: ZUGLEICH }, arbeite));
  const gescheitert = enden.find(({ status }) => status === "rejected");
  if (gescheitert) throw gescheitert.reason;
}

// Zählt, was im Vorrat liegt, und sagt es jeder Seite, die zuhört.
function zaehler() {
  const gesamt = LISTE.bytes.reduce((summe, bytes) => summe + bytes, 0);
  let da = 0;
  return (nummer) => sage({ da: (da += LISTE.bytes[nummer]), gesamt });
}

function sage(nachricht) {
  if (!self.BroadcastChannel) return;
  const kanal = new BroadcastChannel(STAND);
  kanal.postMessage(nachricht);
  kanal.close();
}

async function alteVorraete() {
  const namen = (await eigene()).filter((name) => name !== VORRAT && name !== RECHENWERK);
  return Promise.all(
    namen.map(async (name) => {
      const vorrat = await caches.open(name);
      const verzeichnis = await (await vorrat.match(ganz(VERZEICHNIS)))?.json();
      return { vorrat, verzeichnis: verzeichnis ?? {} };
    }),
  );
}

async function ausAltem(alte, pfad, summe) {
  const alter = alte.find(({ verzeichnis }) => verzeichnis[pfad] === summe);
  return alter?.vorrat.match(ganz(pfad));
}

async function geprueft(pfad, summe) {
  const antwort = await fetch(ganz(pfad), { cache: "no-cache", credentials: "same-origin" });
  if (!antwort.ok) throw new AndereAusgabe(`${antwort.status} ${pfad}`);
  const bytes = await antwort.arrayBuffer();
  // Mitten in einer Veröffentlichung: Dieser Vorrat gehört schon nicht mehr zusammen, der nächste Versuch gelingt.
  if ((await summeVon(bytes)) !== summe) throw new AndereAusgabe(pfad);
  const art = antwort.headers.get("Content-Type");
  return new Response(bytes, { headers: art ? { "Content-Type": art } : {} });
}

class AndereAusgabe extends Error {
  name = "AndereAusgabe";
}

async function summeVon(bytes) {
  const puffer = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(puffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function alsJson(wert) {
  return new Response(JSON.stringify(wert), { headers: { "Content-Type": "application/json" } });
}

// --- Rechenwerk -------------------------------------------------------------

async function hatRechenwerk() {
  return (await caches.has(RECHENWERK)) && (await (await caches.open(RECHENWERK)).keys()).length > 0;
}

async function holeRechenwerk(adressen, zaehle = () => {}) {
  const vorrat = await caches.open(RECHENWERK);
  await nacheinander(adressen, async (adresse, nummer) => {
    if (!(await vorrat.match(adresse))) await vorrat.add(new Request(adresse, { credentials: "same-origin" }));
    zaehle(LISTE.dateien.length + nummer);
  });
}

async function holeAlles() {
  const zaehle = zaehler();
  await fuelle(geprueft, zaehle);
  await holeRechenwerk(LISTE.rechenwerk.map(ganz), zaehle);
}

async function hatAlles() {
  const vorrat = new Set();
  for (const name of [VORRAT, RECHENWERK]) {
    if (await caches.has(name)) for (const { url } of await (await caches.open(name)).keys()) vorrat.add(url);
  }
  return [...LISTE.dateien.map(([pfad]) => pfad), ...LISTE.rechenwerk].every((pfad) => vorrat.has(ganz(pfad)));
}

// --- Übernehmen und aufräumen -----------------------------------------------

async function uebernimm() {
  const fremde = (await eigene()).filter((name) => name !== VORRAT && name !== RECHENWERK);
  // Eine frühere Ausgabe bleibt für offene Fenster; caches.keys() nennt die älteste zuerst.
  for (const name of fremde.slice(0, -1)) await caches.delete(name);
  await clients.claim();
}

async function eigene() {
  return (await caches.keys()).filter((name) => name.startsWith(VORSILBE));
}

// --- Nachrichten der Seiten -------------------------------------------------

async function hoere({ data, ports: [antwort] }) {
  try {
    if (data.art === "rechenwerk") await merkeRechenwerk(data.adressen);
    if (data.art === "alles") await holeAlles();
    const alles = data.art === "stand" && (await hatAlles());
    const fassung = LISTE.dateien.find(([pfad]) => ganz(pfad) === data.adresse)?.[2];
    antwort?.postMessage({ fertig: true, ausgabe: LISTE.ausgabe, fassung, alles });
  } catch (fehler) {
    antwort?.postMessage({ fertig: false, grund: fehler.name });
  }
}

async function merkeRechenwerk(adressen) {
  const erlaubt = adressen.filter((adresse) => adresse.startsWith(registration.scope) && ABDRUCK.test(adresse));
  await holeRechenwerk(erlaubt);
  // Erst wenn das neue ganz da ist, geht das alte: das dieser Ausgabe und das der Seite bleiben.
  const bleibt = new Set([...erlaubt, ...LISTE.rechenwerk.map(ganz)]);
  const vorrat = await caches.open(RECHENWERK);
  for (const { url } of await vorrat.keys()) if (!bleibt.has(url)) await vorrat.delete(url);
}

// --- Anfragen beantworten ---------------------------------------------------

async function beantworte(ereignis) {
  const { request } = ereignis;
  const adresse = new URL(request.url);
  // Ihr Inhalt steht fest, also ist gleich, in welchem Vorrat sie liegen: Eine Frage an alle geht am schnellsten.
  if (ABDRUCK.test(adresse.pathname)) return (await caches.match(schlicht(adresse))) ?? fetch(request);
  if (request.mode !== "navigate" && (await ausDieserAusgabe.get(ereignis.clientId))) {
    const antwort = await vorhanden(adresse);
    if (antwort) return antwort;
  }
  return zuerstNetz(ereignis, adresse);
}

async function zuerstNetz(ereignis, adresse) {
  const { request } = ereignis;
  const netz = fetch(request.url, {
    cache: "no-cache",
    credentials: "same-origin",
    redirect: request.redirect,
    headers: request.headers,
  });
  const zuSpaet = new Promise((loese) => setTimeout(loese, WARTE_MS));
  const brauchbar = await Promise.race([netz.catch(() => undefined), zuSpaet]);
  const seite = request.mode === "navigate";
  if (brauchbar && brauchbar.status < 500) {
    if (seite) merkeFenster(ereignis, gehoertDazu(adresse, brauchbar.clone()));
    return brauchbar;
  }
  const gemerkt = await vorhanden(adresse);
  if (!gemerkt) return netz.catch(() => (seite ? ohneNetz(adresse) : Response.error()));
  if (seite) merkeFenster(ereignis, Promise.resolve(true));
  netz.catch(() => {});
  return gemerkt;
}

function merkeFenster({ resultingClientId }, gehoert) {
  ausDieserAusgabe.set(resultingClientId, gehoert);
  if (ausDieserAusgabe.size > HOECHSTENS_FENSTER) ausDieserAusgabe.delete(ausDieserAusgabe.keys().next().value);
}

async function gehoertDazu(adresse, antwort) {
  const eintrag = LISTE.dateien.find(([pfad]) => ganz(pfad) === schlicht(adresse));
  return eintrag?.[1] === (await summeVon(await antwort.arrayBuffer()));
}

function schlicht(adresse) {
  return adresse.origin + adresse.pathname.replace(/\/index\.html$/, "/");
}

async function vorhanden(adresse) {
  const suche = schlicht(adresse);
  for (const name of [VORRAT, RECHENWERK, ...(await eigene()).reverse()]) {
    const antwort = (await caches.has(name)) && (await (await caches.open(name)).match(suche));
    if (antwort) return antwort;
  }
  return undefined;
}

async function ohneNetz(adresse) {
  const mitStrich = new URL(`${adresse.pathname}/${adresse.search}`, adresse);
  if (await vorhanden(mitStrich)) return Response.redirect(mitStrich.href);
  const text =
    "<!doctype html><html lang=de><meta charset=utf-8><meta name=viewport content='width=device-width'>" +
    "<title>Keine Verbindung</title><h1>Keine Verbindung</h1>" +
    "<p>Diese Seite ist auf Ihrem Gerät nicht gespeichert. Versuchen Sie es wieder, sobald Sie Internet haben." +
    `<p><a href="${registration.scope}">Zur Startseite</a>`;
  return new Response(text, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

function ganz(pfad) {
  return new URL(pfad, registration.scope).href;
}
