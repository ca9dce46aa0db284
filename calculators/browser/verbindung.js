// Die Verbindung der Seite zum Arbeiter, der mit Python rechnet (worker.js).
//
// Die Seite ruft nur zwei Funktionen: `rechne(anfrage)` und `beobachteLaden(hoerer)`. Der Arbeiter startet auf einer
// Rechnerseite, sobald dieses Modul läuft, im Ratgeber erst, wenn jemand das Formular anfasst. Stirbt er beim Rechnen, startet er einmal neu; kommt er nicht in Gang, startet er in
// der langsamen, aber unveränderten Fassung von Pyodide. Offene Fragen stellt die Verbindung dabei von selbst noch
// einmal. Erst wenn auch das scheitert, bekommt die Seite einen Satz für Menschen (`fehler.fuerMenschen`).

const STILLE_MS = 45_000; // so lange darf ein Start ohne jedes neue Byte dauern
const RECHENZEIT_MS = 20_000; // eine Rechnung dauert Millisekunden; danach gilt der Arbeiter als tot
const SPANNE_DAUERT = 3; // eine ungefähre Angabe sind viele Rechnungen
const STARTARTEN = ["schnell", "voll"];

const SAETZE = {
  laedt: "Das Rechenwerk wird geladen …",
  halb: "Das Rechenwerk ist zur Hälfte geladen …",
  startet: "Das Rechenwerk startet …",
  langsam: "Das Rechenwerk startet noch einmal, das dauert etwas länger …",
  rechnet: "Wird berechnet …",
  bereit: "",
  gescheitert:
    "Das Rechenwerk startet auf diesem Gerät nicht. Laden Sie die Seite neu oder nehmen Sie einen anderen Browser. " +
    "Die Beträge und Regeln finden Sie auch im Ratgeber.",
  offline:
    "Das Rechenwerk ist noch nicht auf diesem Gerät gespeichert, und es gibt gerade keine Internetverbindung. " +
    "Versuchen Sie es wieder, sobald Sie verbunden sind.",
};

/** Ein Ausfall der Technik, in Worten, die auf der Seite stehen dürfen. */
export class Ausfall extends Error {
  constructor(fuerMenschen, grund) {
    super(`${fuerMenschen} (${grund})`);
    this.fuerMenschen = fuerMenschen;
  }
}

export class Verbindung {
  /**
   * @param dateien die Liste aus `<script id="rechner-dateien">`, mit ganzen Adressen
   * @param erzeuge (adresse, dateien) => Worker; im Test ein Ersatz
   */
  constructor(dateien, erzeuge = neuerArbeiter, grenzen = {}) {
    this.dateien = dateien;
    this.erzeuge = erzeuge;
    this.grenzen = { stille: STILLE_MS, rechenzeit: RECHENZEIT_MS, ...grenzen };
    this.offen = new Map(); // Nummer -> {anfrage, antwort, loese, verwirf, uhr, wiederholt}
    this.naechste = 1;
    this.hoerer = new Set();
    this.versuch = 0;
    this.starte();
  }

  /** Stellt eine Frage {rechner, angaben, stichtag?}; löst sich mit dem Ergebnis nach dem Vertrag. */
  rechne(anfrage) {
    const nummer = this.naechste++;
    const frage = { anfrage, wiederholt: false };
    frage.antwort = new Promise((loese, verwirf) => Object.assign(frage, { loese, verwirf }));
    this.offen.set(nummer, frage);
    if (this.phase === "gescheitert") this.vonVorn();
    else if (this.phase === "bereit") this.sende(nummer);
    return frage.antwort;
  }

  /** Löst sich, sobald keine Frage offen ist. */
  async ruhe() {
    while (this.offen.size) await Promise.allSettled([...this.offen.values()].map(({ antwort }) => antwort));
  }

  /** Ruft den Hörer mit (Satz, Stand) jetzt und bei jeder Änderung; liefert die Abmeldung. */
  beobachte(hoerer) {
    this.hoerer.add(hoerer);
    hoerer(this.satz, this.stand());
    return () => this.hoerer.delete(hoerer);
  }

  stand() {
    const teile = Object.values(this.geladen);
    const geladen = teile.reduce((summe, bytes) => summe + bytes, 0);
    return { phase: this.phase, geladen: Math.min(geladen, this.gesamt), gesamt: this.gesamt, leitung: this.leitung };
  }

  starte() {
    const art = STARTARTEN[this.versuch];
    const plan = this.dateien[art];
    this.gesamt = Object.values(plan.bytes).reduce((summe, bytes) => summe + bytes, 0);
    this.leitung = plan.leitung; // verdichtet, wie es durch die Leitung kommt
    this.geladen = {};
    this.melde("laedt", this.versuch === 0 ? SAETZE.laedt : SAETZE.langsam);
    try {
      this.arbeiter = this.erzeuge(plan.arbeiter, plan.dateien);
    } catch (fehler) {
      this.scheitere(String(fehler));
      return;
    }
    const dieser = this.arbeiter; // Nachzügler eines beendeten Arbeiters gelten nicht mehr
    dieser.onmessage = ({ data }) => dieser === this.arbeiter && this.empfange(data);
    dieser.onerror = (ereignis) => dieser === this.arbeiter && this.scheitere(ereignis.message ?? "Fehler im Arbeiter");
    dieser.onmessageerror = dieser.onerror;
    this.wache();
    for (const nachricht of dieser.gesagt ?? []) if (dieser === this.arbeiter) this.empfange(nachricht);
  }

  empfange(nachricht) {
    if (nachricht.art === "geladen") this.zaehle(nachricht);
    if (nachricht.art === "bereit") this.werdeBereit();
    if (nachricht.art === "antwort") this.antworte(nachricht.nummer, nachricht.text);
    if (nachricht.art === "luecke") this.ergaenze(nachricht.namen);
    if (nachricht.art === "gescheitert") this.scheitere(nachricht.grund);
  }

  zaehle({ datei, bytes }) {
    this.geladen[datei] = bytes;
    this.wache();
    const { geladen, gesamt } = this.stand();
    if (this.versuch > 0) this.melde("laedt", SAETZE.langsam);
    else if (geladen >= gesamt) this.melde("startet", SAETZE.startet);
    else this.melde("laedt", geladen * 2 >= gesamt ? SAETZE.halb : SAETZE.laedt);
  }

  werdeBereit() {
    clearTimeout(this.wachuhr);
    this.melde("bereit", this.offen.size ? SAETZE.rechnet : SAETZE.bereit);
    for (const nummer of this.offen.keys()) this.sende(nummer);
  }

  sende(nummer) {
    const frage = this.offen.get(nummer);
    const zeit = this.grenzen.rechenzeit * (frage.anfrage.spanne ? SPANNE_DAUERT : 1);
    frage.uhr = setTimeout(() => this.scheitere("Keine Antwort in der Zeit"), zeit);
    this.arbeiter.postMessage({ art: "rechne", nummer, anfrage: frage.anfrage });
  }

  antworte(nummer, text) {
    const frage = this.offen.get(nummer);
    if (!frage) return;
    clearTimeout(frage.uhr);
    this.offen.delete(nummer);
    frage.loese(JSON.parse(text));
  }

  // In der gekürzten Standardbibliothek fehlt etwas: Nur die ungekürzte kann diese Frage beantworten.
  ergaenze(namen) {
    for (const frage of this.offen.values()) frage.wiederholt = true;
    this.scheitere(`In der gekürzten Standardbibliothek fehlt ${namen}`);
  }

  // Ein Start gilt als hängend, wenn lange nichts mehr ankommt.
  wache() {
    clearTimeout(this.wachuhr);
    this.wachuhr = setTimeout(() => this.scheitere("Der Start hängt"), this.grenzen.stille);
  }

  scheitere(grund) {
    this.beende();
    console.warn(`Rechenwerk (${STARTARTEN[this.versuch]}): ${grund}`);
    const lief = this.phase === "bereit";
    const fragen = [...this.offen.values()];
    const nochmalGleich = lief && !fragen.some((frage) => frage.wiederholt);
    for (const frage of fragen) frage.wiederholt = lief;
    if (nochmalGleich) {
      this.starte();
      return;
    }
    if (this.versuch + 1 < STARTARTEN.length) {
      this.versuch += 1;
      this.starte();
      return;
    }
    const satz = globalThis.navigator?.onLine === false ? SAETZE.offline : SAETZE.gescheitert;
    this.melde("gescheitert", satz);
    this.offen.clear();
    for (const frage of fragen) frage.verwirf(new Ausfall(satz, grund));
  }

  beende() {
    clearTimeout(this.wachuhr);
    for (const frage of this.offen.values()) clearTimeout(frage.uhr);
    this.arbeiter?.terminate();
    this.arbeiter = undefined;
  }

  // Nach einem Ausfall beginnt die nächste Frage wieder von vorn: Vielleicht ist das Netz zurück.
  vonVorn() {
    this.versuch = 0;
    this.starte();
  }

  melde(phase, satz) {
    this.phase = phase;
    this.satz = satz;
    for (const hoerer of this.hoerer) hoerer(satz, this.stand());
  }
}

// Ohne WebAssembly lohnt es nicht, Megabytes zu laden. Den ersten Arbeiter hat auf Rechnerseiten schon die Seite
// selbst gerufen und gestartet (voraus.js).
function neuerArbeiter(adresse, dateien) {
  if (!globalThis.WebAssembly) throw new Error("Dieser Browser kennt kein WebAssembly");
  const voraus = globalThis.arbeiterVoraus;
  delete globalThis.arbeiterVoraus;
  return voraus ?? new Worker(adresse, { type: "module", name: JSON.stringify(dateien) });
}

function liesDateien() {
  const liste = JSON.parse(document.getElementById("rechner-dateien").textContent);
  const ganz = (adresse) => new URL(adresse, document.baseURI).href;
  for (const art of STARTARTEN) {
    liste[art].arbeiter = ganz(liste[art].arbeiter);
    for (const name of Object.keys(liste[art].dateien)) liste[art].dateien[name] = ganz(liste[art].dateien[name]);
  }
  return liste;
}

let eine;
const wartende = []; // wer das Laden beobachten will, bevor es beginnt

/** Die eine Verbindung dieser Seite. */
export function verbindung() {
  if (!eine) {
    eine = new Verbindung(liesDateien());
    eine.beobachte((_, { phase }) => verkuende(phase));
    for (const hoerer of wartende.splice(0)) eine.beobachte(hoerer);
  }
  return eine;
}

// Andere Module warten darauf, etwa um das Rechenwerk für später aufzuheben (dienst-anmelden.js). „Bereit“ heißt für
// sie: auch mit der ersten Antwort fertig.
async function verkuende(phase) {
  if (phase === "bereit") await eine.ruhe();
  if (phase !== eine.phase) return;
  const stand = ["bereit", "gescheitert"].includes(phase) ? phase : "laedt";
  if (document.documentElement.dataset.rechenwerk === stand) return;
  document.documentElement.dataset.rechenwerk = stand;
  document.dispatchEvent(new Event(`rechenwerk-${stand}`));
}

export function rechne(anfrage) {
  return verbindung().rechne(anfrage);
}

/** Ruft den Hörer bei jeder Änderung des Ladens; das Laden selbst beginnt dadurch nicht. */
export function beobachteLaden(hoerer) {
  if (eine) eine.beobachte(hoerer);
  else wartende.push(hoerer);
}

function beginne() {
  const liste = globalThis.document?.getElementById("rechner-dateien");
  if (!liste) return;
  if (JSON.parse(liste.textContent).start === "sofort") {
    verbindung();
    return;
  }
  for (const art of ["focusin", "pointerdown", "input"]) {
    document.addEventListener(art, ({ target }) => target.closest?.(".rechner") && verbindung(), { capture: true, passive: true });
  }
}

beginne();
