// Meldet den Dienst für den Betrieb ohne Netz an und sagt Bescheid, wenn es von einer offenen Seite Neues gibt.
// Neu geladen wird nie von selbst: In einem halb ausgefüllten Formular ginge alles verloren.

const ADRESSE = new URL("../../sw.js", import.meta.url);

if ("serviceWorker" in navigator && isSecureContext) {
  if (document.readyState === "complete") melde();
  else addEventListener("load", melde, { once: true });
}

async function melde() {
  let hatte = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (hatte) vergleiche(); // der allererste Dienst bringt nichts Neues
    hatte = true;
  });
  try {
    const anmeldung = await navigator.serviceWorker.register(ADRESSE, { updateViaCache: "none" });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") anmeldung.update().catch(() => {});
    });
  } catch {
    return; // ohne Dienst geht alles, nur nicht ohne Netz
  }
  merkeRechenwerk();
}

// Das Rechenwerk kommt auf das Gerät, sobald es auf dieser Seite einmal gestartet ist.
async function merkeRechenwerk() {
  const liste = document.getElementById("rechner-dateien");
  if (!liste) return;
  await rechenwerkBereit();
  await navigator.serviceWorker.ready;
  const { arbeiter, dateien } = JSON.parse(liste.textContent).schnell;
  const adressen = [arbeiter, ...Object.values(dateien)].map((adresse) => new URL(adresse, document.baseURI).href);
  const antwort = await frage({ art: "rechenwerk", adressen });
  document.documentElement.dataset.ohneNetz = antwort.fertig ? "bereit" : "nein";
}

function rechenwerkBereit() {
  const wurzel = document.documentElement;
  if (wurzel.dataset.rechenwerk === "bereit") return Promise.resolve();
  return new Promise((loese) => document.addEventListener("rechenwerk-bereit", loese, { once: true }));
}

async function vergleiche() {
  const { fassung } = await frage({ art: "fassung", adresse: location.origin + location.pathname });
  const eigene = document.querySelector('meta[name="fassung"]')?.content;
  if (fassung && eigene && fassung !== eigene) zeigeHinweis();
}

async function frage(nachricht) {
  const dienst = (await navigator.serviceWorker.ready).active;
  const kanal = new MessageChannel();
  const antwort = new Promise((loese) => {
    kanal.port1.onmessage = ({ data }) => loese(data);
  });
  dienst.postMessage(nachricht, [kanal.port2]);
  return antwort;
}

function zeigeHinweis() {
  if (document.querySelector(".neue-fassung")) return;
  const hinweis = document.createElement("div");
  hinweis.className = "neue-fassung";
  hinweis.setAttribute("role", "status");
  document.body.append(hinweis);
  const text = document.createElement("p");
  text.textContent = "Diese Seite wurde inzwischen geändert.";
  const knopf = document.createElement("button");
  knopf.type = "button";
  knopf.textContent = "Neue Fassung laden";
  knopf.addEventListener("click", () => location.reload());
  hinweis.append(text, knopf);
}
