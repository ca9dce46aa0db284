// Zeilenprüfung: Wer eine Zeile verlässt, sieht gleich, was an ihr nicht stimmt. Was stimmt, weiß das Rechenwerk;
// der Fokus bleibt, wo er ist, und die Übersicht der Fehler kommt erst mit „Berechnen“.

import { liesFeld } from "./eingaben.js";
import { raeumeFeld, zeigeAmFeld } from "./fehlerliste.js";
import { melde, nachDemTippen, zeilen } from "./zeilen.js";

export function richteZeilenpruefungEin(formular, rechner, rechne) {
  for (const feld of formular.querySelectorAll("[data-art$=liste]")) {
    feld.querySelector(":scope > .zeilen").addEventListener("focusout", ({ target }) => {
      const zeile = target.closest(".zeile");
      nachDemTippen(() => {
        if (document.hasFocus() && zeile.isConnected && !zeile.contains(document.activeElement)) pruefe(feld, zeile, rechner, rechne);
      });
    });
  }
}

async function pruefe(feld, zeile, rechner, rechne) {
  const name = feld.dataset.feld;
  const inhalt = JSON.stringify(liesZeile(feld, zeile));
  if (inhalt === zeile.dataset.geprueft) return;
  const leer = inhalt === "{}" || inhalt === '""';
  const ergebnis = leer ? undefined : await rechne({ rechner, angaben: { ...tag(feld), [name]: [JSON.parse(inhalt)] } }).catch(() => undefined);
  // Wer inzwischen weitertippt oder wieder in der Zeile steht, bekommt die Meldung beim nächsten Verlassen.
  if (!zeile.isConnected || zeile.contains(document.activeElement) || inhalt !== JSON.stringify(liesZeile(feld, zeile))) return;
  zeile.dataset.geprueft = inhalt;
  for (const glied of zeile.querySelectorAll("[data-feld]")) raeumeFeld(glied);
  const fehler = (ergebnis?.fehler ?? []).filter((einer) => einer.feld.startsWith(`${name}[`));
  for (const { feld: pfad, meldung } of fehler) zeigeAmFeld(zeile.querySelector(`[data-feld="${/\.(\w+)$/.exec(pfad)?.[1] ?? "wert"}"]`), meldung);
  if (fehler.length) melde(feld, `${zeile.querySelector(".zeile__name").textContent}: bitte prüfen.`);
  else if (feld.querySelector(":scope > .listenmeldung").textContent.endsWith("bitte prüfen.")) melde(feld, "");
}

function liesZeile(feld, zeile) {
  return liesFeld(feld, (glied) => !glied.hidden)[zeilen(feld).indexOf(zeile)];
}

function tag(feld) {
  const stichtag = feld.closest("form").querySelector("[data-feld=stichtag] input")?.value.trim();
  return stichtag ? { stichtag } : {};
}
