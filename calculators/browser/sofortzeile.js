// Die Zeile mit der Sofortantwort über der Antwort eines Rechners.

import { element } from "./bauen.js";
import { liesAngaben } from "./eingaben.js";
import { schlageNach, tafelAus } from "./sofort.js";

/** Zeigt über der Antwort, was die Tafel weiß, solange die ganze Antwort fehlt. */
export async function richteSofortEin(rechner) {
  const formular = rechner.querySelector("form");
  const antwort = rechner.querySelector(".antwort");
  const tafel = await holeTafel(rechner.dataset.rechner);
  if (!tafel) return;
  // Sichtbar bei jedem Tastendruck; vorgelesen erst, wenn das Feld fertig ist.
  const zeile = element("p", "hinweis sofort");
  zeile.setAttribute("aria-hidden", "true");
  const vorgelesen = element("p", "nur-vorlesen");
  vorgelesen.setAttribute("role", "status");
  antwort.before(vorgelesen);

  let unterwegs = false;
  const zeige = ({ sprich }) => {
    const gefunden = istAktuell(antwort) ? undefined : schlageNach(tafel, liesAngaben(formular));
    const text = gefunden ? `Schnelle Antwort: ${gefunden}.` : "";
    sage(zeile, text && `${text} ${ausblick(antwort, unterwegs)}`.trim());
    const neu = !zeile.isConnected;
    stelleHin(zeile, antwort);
    if (neu && zeile.isConnected) rueckeFrei(zeile, formular);
    if (sprich || !text) sage(vorgelesen, text);
  };
  formular.addEventListener("input", () => {
    unterwegs = false;
    queueMicrotask(() => zeige({ sprich: false })); // nach allen, die auf dieselbe Eingabe hören
  });
  formular.addEventListener("change", () => zeige({ sprich: true }));
  formular.addEventListener("submit", () => {
    unterwegs = true;
    zeige({ sprich: true });
  });
  new MutationObserver(() => {
    if (istAktuell(antwort)) unterwegs = false;
    zeige({ sprich: false });
  }).observe(antwort, { attributes: true, attributeFilter: ["class", "hidden"], childList: true });
  zeige({ sprich: true });
}

// Über der Karte; steht noch eine alte Antwort da, in ihr ganz oben.
function stelleHin(zeile, antwort) {
  if (!zeile.textContent) zeile.remove();
  else if (antwort.hidden) antwort.before(zeile);
  else if (antwort.firstChild !== zeile) antwort.prepend(zeile);
}

// Erscheint die Zeile am unteren Rand, soll sie nicht über dem Feld liegen, in das man gerade tippt.
function rueckeFrei(zeile, formular) {
  const eingabe = document.activeElement;
  if (!formular.contains(eingabe)) return;
  const [feld, hier] = [eingabe, zeile].map((teil) => teil.getBoundingClientRect());
  const verdeckt = feld.bottom > hier.top && feld.top < hier.bottom && feld.left < hier.right && feld.right > hier.left;
  if (verdeckt) eingabe.scrollIntoView({ block: "center" });
}

async function holeTafel(rechner) {
  const { sofort = {}, schnell } = JSON.parse(document.getElementById("rechner-dateien").textContent);
  if (!sofort[rechner]) return undefined;
  try {
    const datei = await fetch(new URL(sofort[rechner], document.baseURI));
    return datei.ok ? tafelAus(await datei.json(), schnell.dateien) : undefined;
  } catch {
    return undefined; // ohne Tafel wartet man auf das Rechenwerk wie zuvor
  }
}

function istAktuell(antwort) {
  return !antwort.hidden && !antwort.classList.contains("antwort--alt") && !antwort.querySelector(".antwort__fehler");
}

function ausblick(antwort, unterwegs) {
  if (!antwort.hidden && antwort.querySelector(".antwort__fehler")) return "";
  return unterwegs ? "Der Rechenweg kommt gleich." : "„Berechnen“ zeigt den Rechenweg.";
}

function sage(zeile, text) {
  if (zeile.textContent !== text) zeile.textContent = text;
}
