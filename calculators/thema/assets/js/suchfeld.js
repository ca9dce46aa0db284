/** Blendet am Telefon das Suchfeld ein und aus; auf breiten Schirmen steht es immer da. */
export function richteSuchfeldEin() {
  const knopf = document.querySelector(".suche-knopf");
  const suche = document.getElementById("suche");
  if (!knopf || !suche) return;

  const zeige = (offen) => {
    suche.classList.toggle("suche--offen", offen);
    knopf.setAttribute("aria-expanded", String(offen));
  };
  knopf.addEventListener("click", () => {
    const offen = knopf.getAttribute("aria-expanded") !== "true";
    zeige(offen);
    if (offen) suche.querySelector("input").focus();
  });
  suche.addEventListener("keydown", (ereignis) => {
    if (ereignis.key !== "Escape" || knopf.getAttribute("aria-expanded") !== "true") return;
    zeige(false);
    knopf.focus();
  });
}

const ORT = new URL("../suche/", import.meta.url);

/** Lädt die Suche beim ersten Griff zum Feld, auf der Ergebnisseite gleich; andere Seiten kostet sie nichts. */
export function ladeSucheBeiBedarf() {
  const formular = document.getElementById("suche");
  const platz = document.getElementById("suchplatz");
  if (platz) lade({ formular, platz }).catch(() => sageStoerung(platz));
  else formular?.addEventListener("focusin", () => lade({ formular }).catch(() => {}), { once: true });
}

async function lade(stellen) {
  // dateien.json nennt die Dateien der heutigen Ausgabe; aus einem Zwischenspeicher nennte sie alte.
  const antwort = await fetch(new URL("dateien.json", ORT), { cache: "no-cache" });
  const dateien = await antwort.json();
  ladeVoraus(dateien.verzeichnis);
  const { starte } = await import(new URL(dateien.suche, ORT));
  await starte(dateien, stellen);
}

/** Das Verzeichnis kommt gleichzeitig mit dem Programm, das es liest. */
function ladeVoraus(name) {
  const verweis = document.createElement("link");
  Object.assign(verweis, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: new URL(name, ORT) });
  document.head.append(verweis);
}

function sageStoerung(platz) {
  const text = document.createElement("p");
  text.setAttribute("role", "alert");
  text.textContent = "Die Suche lässt sich gerade nicht laden. Sind Sie mit dem Internet verbunden? Über das Menü finden Sie jede Seite.";
  platz.replaceWith(text);
}
