// „Alles offline speichern“: zeigt, was von dieser Website auf dem Gerät liegt, holt den Rest und löscht alles.

import { element } from "./bauen.js";
import { DIENST, frage, meldeDienstAn, waehle } from "./vorratswahl.js";

const STILLE_MS = 60_000; // so lange darf beim Speichern gar nichts ankommen
const BEREICH = new URL(".", DIENST).href;
const VORSILBE = `wegweiser ${new URL(BEREICH).pathname} `;
const LUFT = 1.1; // der Browser braucht für die Verwaltung etwas mehr Platz als die Dateien

const SAETZE = {
  geht_nicht:
    "Dieser Browser kann die Website nicht speichern. Öffnen Sie sie in einem aktuellen Browser " +
    "oder drucken Sie die Seiten, die Sie brauchen. Solange Sie Internet haben, geht alles wie gewohnt.",
  verboten:
    "Ihr Browser lässt das Speichern nicht zu. So ist es meist in privaten Fenstern und wenn Website-Daten gesperrt sind. " +
    "Öffnen Sie die Seite in einem gewöhnlichen Fenster oder erlauben Sie in den Einstellungen Website-Daten. " +
    "Solange Sie Internet haben, geht alles wie gewohnt.",
  voll:
    "Auf dem Gerät ist zu wenig Platz. Löschen Sie etwas, zum Beispiel alte Fotos oder Apps, und versuchen Sie es noch einmal. " +
    "Was schon gespeichert war, gilt weiter.",
  unterbrochen:
    "Die Verbindung ist abgerissen, es fehlt noch etwas. Drücken Sie noch einmal auf „Alles offline speichern“, " +
    "sobald Sie wieder Internet haben: Es geht dort weiter, wo es aufgehört hat.",
  neu:
    "Die Website wird gerade erneuert. Versuchen Sie es in ein paar Minuten noch einmal. " +
    "Was schon gespeichert war, gilt weiter.",
};
const GRUENDE = { QuotaExceededError: "voll", AndereAusgabe: "neu", SecurityError: "verboten", NotAllowedError: "verboten" };

for (const stelle of document.querySelectorAll("[data-offline]")) richteEin(stelle);

async function richteEin(stelle) {
  const teile = baue();
  stelle.replaceChildren(...teile.alle);
  if (!("serviceWorker" in navigator) || !globalThis.caches || !isSecureContext) {
    teile.speichern.hidden = true;
    sage(teile, SAETZE.geht_nicht);
    return;
  }
  teile.speichern.addEventListener("click", () => fuehreAus(teile, speichere));
  teile.loeschen.addEventListener("click", () => fuehreAus(teile, loesche));
  teile.groesse = await holeGroesse();
  if (teile.groesse) {
    const { laden, speichern } = teile.groesse;
    teile.speichern.textContent = `Alles offline speichern (${mega(laden)})`;
    teile.hinweis.textContent =
      `Zu laden sind höchstens ${mega(laden)}, weniger, wenn ein Teil schon da ist. ` +
      `Ausgepackt braucht es ${mega(speichern)} Platz auf dem Gerät.`;
  }
  await zeigeStand(teile);
}

function baue() {
  const stand = element("p", "offline__stand", "Es wird nachgesehen, was schon gespeichert ist …");
  const speichern = knopf("Alles offline speichern", "knopf knopf--haupt");
  const loeschen = knopf("Gespeichertes löschen", "knopf");
  const hinweis = element("p", "hinweis");
  hinweis.id = "offline-hinweis";
  speichern.setAttribute("aria-describedby", hinweis.id);
  const balken = element("progress", "offline__balken");
  balken.setAttribute("aria-label", "Gespeichert");
  balken.hidden = true;
  loeschen.hidden = true;
  const zahl = element("p", "offline__zahl");
  const meldung = element("p", "offline__meldung");
  meldung.setAttribute("role", "status");
  const knoepfe = element("p", "knoepfe");
  knoepfe.append(speichern, loeschen);
  return { stand, speichern, loeschen, hinweis, balken, zahl, meldung, alle: [stand, knoepfe, hinweis, balken, zahl, meldung] };
}

function knopf(text, klasse) {
  const knoten = element("button", klasse, text);
  knoten.type = "button";
  return knoten;
}

// Ein zweiter Druck während der Arbeit bewirkt nichts; der Fokus bleibt am Knopf.
async function fuehreAus(teile, tue) {
  if (teile.arbeitet) return;
  teile.arbeitet = true;
  for (const knoten of [teile.speichern, teile.loeschen]) knoten.setAttribute("aria-disabled", "true");
  let satz;
  try {
    satz = await tue(teile);
  } catch (fehler) {
    console.warn(`Speichern: ${fehler}`);
    satz = SAETZE[GRUENDE[fehler.name]] ?? SAETZE.unterbrochen;
  }
  teile.balken.hidden = true;
  teile.zahl.textContent = "";
  for (const knoten of [teile.speichern, teile.loeschen]) knoten.removeAttribute("aria-disabled");
  await zeigeStand(teile);
  sage(teile, satz);
  teile.arbeitet = false;
}

// --- Speichern ---------------------------------------------------------------

async function speichere(teile) {
  sage(teile, "Wird gespeichert …");
  await caches.has(VORSILBE); // wo Speichern verboten ist, scheitert schon das
  await pruefePlatz(teile.groesse);
  waehle(true);
  const bleibt = await navigator.storage?.persist?.().catch(() => false);
  await waehrend(teile, async () => {
    const anmeldung = await meldeDienstAn();
    await anmeldung.update().catch(() => {}); // ohne Netz zählt, was schon da ist
    await uebernommen(anmeldung);
    const { fertig, grund } = await frage(anmeldung.active, { art: "alles" });
    if (!fertig) throw mitNamen(grund);
  });
  const nachsatz = bleibt ? "" : " Wird auf dem Gerät der Platz knapp, kann der Browser es wieder löschen.";
  return `Fertig. Die ganze Website samt Rechnern geht jetzt auch ohne Internet.${nachsatz}`;
}

async function pruefePlatz(groesse) {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  if (!groesse || quota === undefined) return;
  const fehlt = groesse.speichern - (await gespeichert());
  if (quota - usage < fehlt * LUFT) throw mitNamen("QuotaExceededError");
}

function uebernommen(anmeldung) {
  const neuer = anmeldung.installing ?? anmeldung.waiting;
  if (!neuer) return undefined;
  return new Promise((loese, verwirf) => {
    const pruefe = () => {
      if (neuer.state === "activated") loese();
      // Den Grund meldet der Dienst selbst, gleich davor oder danach.
      if (neuer.state === "redundant") setTimeout(() => verwirf(mitNamen("")), 1000);
    };
    neuer.addEventListener("statechange", pruefe);
    pruefe();
  });
}

// Zeigt den Fortschritt, solange `tue` läuft; kommt lange nichts, gilt es als abgerissen.
async function waehrend(teile, tue) {
  const kanal = new BroadcastChannel(`${VORSILBE}stand`);
  let uhr;
  const gestoert = new Promise((_, verwirf) => {
    const warte = () => {
      clearTimeout(uhr);
      uhr = setTimeout(() => verwirf(mitNamen("")), STILLE_MS);
    };
    kanal.onmessage = ({ data }) => {
      warte();
      if (data.gescheitert) verwirf(mitNamen(data.gescheitert));
      else zeigeFortschritt(teile, data);
    };
    warte();
  });
  try {
    await Promise.race([tue(), gestoert]);
  } finally {
    clearTimeout(uhr);
    kanal.close();
  }
}

// Zu sehen bei jeder Datei, vorgelesen nur bei jedem Viertel.
function zeigeFortschritt(teile, { da, gesamt }) {
  teile.balken.hidden = false;
  teile.balken.max = gesamt;
  teile.balken.value = da;
  teile.zahl.textContent = `${mega(da)} von ${mega(gesamt)}`;
  const viertel = Math.floor((4 * da) / gesamt);
  if (viertel >= 1 && viertel < 4) sage(teile, `Wird gespeichert: ${viertel * 25} Prozent.`);
}

function mitNamen(name) {
  const fehler = new Error(name);
  fehler.name = name;
  return fehler;
}

// --- Löschen und Stand -------------------------------------------------------

async function loesche() {
  waehle(false);
  for (const anmeldung of await navigator.serviceWorker.getRegistrations()) {
    if (anmeldung.scope === BEREICH) await anmeldung.unregister();
  }
  for (const name of await eigene()) await caches.delete(name);
  return "Gelöscht. Diese Website speichert auf dem Gerät nichts mehr, bis Sie wieder auf „Alles offline speichern“ drücken. Ihre gemerkten Angaben löschen Sie beim Rechner.";
}

async function zeigeStand(teile) {
  let bytes;
  try {
    bytes = await gespeichert();
  } catch {
    teile.stand.textContent = "Der Browser verrät nicht, was gespeichert ist.";
    return;
  }
  teile.loeschen.hidden = bytes === 0;
  teile.stand.textContent = bytes === 0 ? "Auf diesem Gerät ist von dieser Website nichts gespeichert." : `Auf diesem Gerät gespeichert: ${mega(bytes)}, ${await umfang()}`;
}

async function umfang() {
  const dienst = (await navigator.serviceWorker.getRegistration(BEREICH))?.active;
  const { alles } = dienst ? await frage(dienst, { art: "stand" }) : {};
  return alles ? "die ganze Website samt Rechnern." : "noch nicht die ganze Website.";
}

async function gespeichert() {
  let bytes = 0;
  for (const name of await eigene()) {
    for (const antwort of await (await caches.open(name)).matchAll()) bytes += (await antwort.blob()).size;
  }
  return bytes;
}

async function eigene() {
  return (await caches.keys()).filter((name) => name.startsWith(VORSILBE));
}

async function holeGroesse() {
  try {
    const antwort = await fetch(new URL("vorrat.json", BEREICH));
    return antwort.ok ? await antwort.json() : undefined;
  } catch {
    return undefined; // ohne Netz und ohne Vorrat: dann eben ohne Zahl
  }
}

function mega(bytes) {
  const stellen = bytes < 10e6 ? 1 : 0;
  return `${(bytes / 1e6).toLocaleString("de-AT", { maximumFractionDigits: stellen })}\u00a0MB`;
}

function sage({ meldung }, text) {
  if (meldung.textContent !== text) meldung.textContent = text;
}
