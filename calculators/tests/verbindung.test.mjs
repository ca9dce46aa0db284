// Die Verbindung zum Arbeiter, ohne Browser: Der Arbeiter ist ein Ersatz, der tut, was der Test ihm sagt.

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { mitStichtag } from "../browser/stichtag.js";
import { Ausfall, Verbindung } from "../browser/verbindung.js";

mock.timers.enable({ apis: ["setTimeout"] });
mock.method(console, "warn", () => {});

const DATEIEN = {
  schnell: { arbeiter: "schnell.js", dateien: {}, bytes: { wasm: 60, regeln: 40 } },
  voll: { arbeiter: "voll.js", dateien: {}, bytes: { wasm: 100 } },
};
const GRENZEN = { stille: 1000, rechenzeit: 500 };

class Arbeiter {
  static alle = [];

  constructor(adresse) {
    this.adresse = adresse;
    this.bekommen = [];
    this.beendet = false;
    Arbeiter.alle.push(this);
  }

  postMessage(nachricht) {
    this.bekommen.push(nachricht);
  }

  terminate() {
    this.beendet = true;
  }

  sagt(nachricht) {
    this.onmessage({ data: nachricht });
  }

  antwortet(nummer, ergebnis) {
    this.sagt({ art: "antwort", nummer, text: JSON.stringify(ergebnis) });
  }

  fragen() {
    return this.bekommen.filter(({ art }) => art === "rechne");
  }
}

function verbinde() {
  Arbeiter.alle = [];
  const verbindung = new Verbindung(DATEIEN, (adresse) => new Arbeiter(adresse), GRENZEN);
  return { verbindung, arbeiter: () => Arbeiter.alle.at(-1) };
}

const FRAGE = { rechner: "arbeitslosengeld", angaben: {} };

test("einen Arbeiter, der schon läuft, übernimmt sie mit dem, was er gesagt hat", async () => {
  const voraus = new Arbeiter("schnell.js");
  voraus.gesagt = [{ art: "geladen", datei: "wasm", bytes: 60 }, { art: "bereit" }];
  const verbindung = new Verbindung(DATEIEN, () => voraus, GRENZEN);
  assert.equal(verbindung.stand().geladen, 60);
  const antwort = verbindung.rechne(FRAGE);
  voraus.antwortet(voraus.fragen()[0].nummer, { art: "ergebnis" });
  assert.equal((await antwort).art, "ergebnis");
});

test("einen Arbeiter, der schon gescheitert ist, ersetzt sie", () => {
  const voraus = new Arbeiter("schnell.js");
  voraus.gesagt = [{ art: "geladen", datei: "wasm", bytes: 1 }, { art: "gescheitert", grund: "404" }];
  Arbeiter.alle = [];
  const verbindung = new Verbindung(DATEIEN, (adresse) => (adresse === "schnell.js" ? voraus : new Arbeiter(adresse)), GRENZEN);
  assert.ok(voraus.beendet);
  assert.equal(Arbeiter.alle.at(-1).adresse, "voll.js");
  assert.equal(verbindung.stand().phase, "laedt");
});

test("„in Ruhe“ ist sie erst nach der letzten Antwort", async () => {
  const { verbindung, arbeiter } = verbinde();
  arbeiter().sagt({ art: "bereit" });
  const folge = [];
  verbindung.rechne(FRAGE).then(() => folge.push("Antwort"));
  const ruhe = verbindung.ruhe().then(() => folge.push("Ruhe"));
  arbeiter().antwortet(1, { art: "ergebnis" });
  await ruhe;
  assert.deepEqual(folge, ["Antwort", "Ruhe"]);
});

test("jede Antwort findet ihre Frage, in welcher Reihenfolge sie auch kommt", async () => {
  const { verbindung, arbeiter } = verbinde();
  const eins = verbindung.rechne(FRAGE);
  const zwei = verbindung.rechne(FRAGE);
  assert.equal(arbeiter().fragen().length, 0, "vor dem Start geht keine Frage hinaus");
  arbeiter().sagt({ art: "bereit" });
  const [a, b] = arbeiter().fragen().map(({ nummer }) => nummer);
  arbeiter().antwortet(b, { art: "ergebnis", werte: { n: 2 } });
  arbeiter().antwortet(a, { art: "ergebnis", werte: { n: 1 } });
  assert.deepEqual([(await eins).werte.n, (await zwei).werte.n], [1, 2]);
});

test("der Hörer erfährt den Fortschritt in Sätzen und in Bytes", () => {
  const { verbindung, arbeiter } = verbinde();
  const gehoert = [];
  verbindung.beobachte((satz, stand) => gehoert.push([satz, stand.phase, stand.geladen, stand.gesamt]));
  arbeiter().sagt({ art: "geladen", datei: "wasm", bytes: 49 });
  arbeiter().sagt({ art: "geladen", datei: "wasm", bytes: 50 });
  arbeiter().sagt({ art: "geladen", datei: "wasm", bytes: 60 });
  arbeiter().sagt({ art: "geladen", datei: "regeln", bytes: 40 });
  arbeiter().sagt({ art: "bereit" });
  assert.deepEqual(gehoert, [
    ["Das Rechenwerk wird geladen …", "laedt", 0, 100],
    ["Das Rechenwerk wird geladen …", "laedt", 49, 100],
    ["Das Rechenwerk ist zur Hälfte geladen …", "laedt", 50, 100],
    ["Das Rechenwerk ist zur Hälfte geladen …", "laedt", 60, 100],
    ["Das Rechenwerk startet …", "startet", 100, 100],
    ["", "bereit", 100, 100],
  ]);
});

test("ein Start ohne jedes Lebenszeichen weicht der vollen Fassung, und die Frage geht mit", async () => {
  const { verbindung, arbeiter } = verbinde();
  const antwort = verbindung.rechne(FRAGE);
  mock.timers.tick(999);
  arbeiter().sagt({ art: "geladen", datei: "wasm", bytes: 1 });
  mock.timers.tick(999);
  assert.equal(arbeiter().adresse, "schnell.js", "jedes Byte verlängert die Frist");
  mock.timers.tick(1);
  assert.equal(Arbeiter.alle[0].beendet, true);
  assert.equal(arbeiter().adresse, "voll.js");
  arbeiter().sagt({ art: "bereit" });
  arbeiter().antwortet(arbeiter().fragen()[0].nummer, { art: "ergebnis" });
  assert.equal((await antwort).art, "ergebnis");
});

test("lässt sich gar kein Arbeiter erzeugen, bekommt auch jede spätere Frage ihre Absage", async () => {
  const verbindung = new Verbindung(DATEIEN, () => { throw new Error("Worker fehlt"); }, GRENZEN);
  for (const nochmal of [1, 2]) {
    await assert.rejects(verbindung.rechne(FRAGE), Ausfall, `Frage ${nochmal}`);
  }
});

test("stirbt der Arbeiter beim Rechnen, rechnet ein neuer derselben Art", async () => {
  const { verbindung, arbeiter } = verbinde();
  arbeiter().sagt({ art: "bereit" });
  const antwort = verbindung.rechne(FRAGE);
  arbeiter().onerror({ message: "weg" });
  assert.deepEqual(Arbeiter.alle.map(({ adresse }) => adresse), ["schnell.js", "schnell.js"]);
  arbeiter().sagt({ art: "bereit" });
  arbeiter().antwortet(arbeiter().fragen()[0].nummer, { art: "ergebnis" });
  assert.equal((await antwort).art, "ergebnis");
});

test("bringt dieselbe Frage jeden Arbeiter um, bekommt sie eine Absage in Worten", async () => {
  const { verbindung, arbeiter } = verbinde();
  arbeiter().sagt({ art: "bereit" });
  const antwort = verbindung.rechne(FRAGE);
  for (let i = 0; i < 3; i += 1) {
    mock.timers.tick(500);
    if (i < 2) arbeiter().sagt({ art: "bereit" });
  }
  await assert.rejects(antwort, (fehler) => fehler instanceof Ausfall && /anderen Browser/.test(fehler.fuerMenschen));
  assert.deepEqual(Arbeiter.alle.map(({ adresse }) => adresse), ["schnell.js", "schnell.js", "voll.js"]);
});

test("fehlt der gekürzten Bibliothek ein Modul, antwortet gleich die volle", async () => {
  const { verbindung, arbeiter } = verbinde();
  arbeiter().sagt({ art: "bereit" });
  const antwort = verbindung.rechne(FRAGE);
  arbeiter().sagt({ art: "luecke", nummer: 1, namen: "csv" });
  assert.equal(arbeiter().adresse, "voll.js");
  arbeiter().sagt({ art: "bereit" });
  arbeiter().antwortet(1, { art: "ergebnis" });
  assert.equal((await antwort).art, "ergebnis");
});

test("scheitert auch die volle Fassung, sagt die nächste Frage nicht ab, sondern versucht es neu", async () => {
  const { verbindung, arbeiter } = verbinde();
  const erste = verbindung.rechne(FRAGE);
  arbeiter().sagt({ art: "gescheitert", grund: "404" });
  arbeiter().sagt({ art: "gescheitert", grund: "404" });
  await assert.rejects(erste, Ausfall);
  assert.equal(verbindung.stand().phase, "gescheitert");
  const zweite = verbindung.rechne(FRAGE);
  assert.equal(arbeiter().adresse, "schnell.js");
  arbeiter().sagt({ art: "bereit" });
  arbeiter().antwortet(arbeiter().fragen()[0].nummer, { art: "ergebnis" });
  assert.equal((await zweite).art, "ergebnis");
});

test("was ein beendeter Arbeiter noch sagt, gilt nicht mehr", () => {
  const { verbindung } = verbinde();
  const alter = Arbeiter.alle[0];
  alter.sagt({ art: "gescheitert", grund: "404" });
  alter.sagt({ art: "bereit" });
  assert.equal(verbindung.stand().phase, "laedt");
});

test("fehlt der Stichtag, gilt der Tag in Wien, auch wenn anderswo schon morgen ist", () => {
  const kurzVorMitternachtUtc = new Date("2026-11-23T22:59:00Z");
  const kurzNachMitternachtInWien = new Date("2026-11-23T23:00:00Z");
  assert.equal(mitStichtag(FRAGE, kurzVorMitternachtUtc).stichtag, "2026-11-23");
  assert.equal(mitStichtag(FRAGE, kurzNachMitternachtInWien).stichtag, "2026-11-24");
});

test("ein angegebener Stichtag bleibt, wie er ist", () => {
  for (const frage of [{ ...FRAGE, stichtag: "1.2.2025" }, { ...FRAGE, angaben: { stichtag: "1.2.2025" } }]) {
    assert.deepEqual(mitStichtag(frage), frage);
  }
});
