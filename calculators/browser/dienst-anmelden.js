// Meldet den Dienst für den Betrieb ohne Netz an und sagt Bescheid, wenn es von einer offenen Seite Neues gibt.
// Neu geladen wird nie von selbst: In einem halb ausgefüllten Formular ginge alles verloren.

import { frage as frageDienst, istAbgewaehlt, meldeDienstAn } from "./vorratswahl.js";

if ("serviceWorker" in navigator && isSecureContext && !istAbgewaehlt()) {
  if (document.readyState === "complete") melde();
  else addEventListener("load", melde, { once: true });
}

async function melde() {
  let hatte = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (hatte) vergleiche(); // der allererste Dienst bringt nichts Neues
    hatte = true;
  });
  if (navigator.connection?.saveData && !(await navigator.serviceWorker.getRegistration())) return; // nur auf Wunsch
  await rechenwerkHatVorrang();
  try {
    const anmeldung = await meldeDienstAn();
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
  if (istAbgewaehlt()) return; // inzwischen in einem anderen Fenster
  const antwort = await frage({ art: "rechenwerk", adressen });
  document.documentElement.dataset.ohneNetz = antwort.fertig ? "bereit" : "nein";
}

// Der Vorrat sind ein paar hundert Seiten: Auf einer langsamen Leitung nähmen sie der Antwort das Netz weg.
async function rechenwerkHatVorrang() {
  const wurzel = document.documentElement;
  if (wurzel.dataset.rechenwerk !== "laedt") return;
  await new Promise((loese) => {
    for (const art of ["rechenwerk-bereit", "rechenwerk-gescheitert"]) document.addEventListener(art, loese, { once: true });
  });
  await new Promise((loese) => (globalThis.requestIdleCallback ?? setTimeout)(loese)); // die Antwort wird noch gezeigt
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
  return frageDienst((await navigator.serviceWorker.ready).active, nachricht);
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
