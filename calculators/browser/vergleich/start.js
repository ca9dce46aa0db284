// Zwei Fälle nebeneinander: B beginnt als Kopie von A, ein Knopf rechnet beide und zeigt den Unterschied.

import { element } from "../bauen.js";
import { richteEinfuegenEin } from "../einfuegen.js";
import { liesAlles, liesAngaben, setzeAngaben, setzeStichtag, zeigePassende } from "../eingaben.js";
import { zeigeFehler } from "../fehlerliste.js";
import { rechne } from "../verbindung.js";
import { richteListenEin } from "../zeilen.js";
import { richteZeilenpruefungEin } from "../zeilenpruefung.js";
import { gegenueberstellung } from "./ergebnis.js";

for (const vergleich of document.querySelectorAll("section.vergleich")) richteEin(vergleich);

function richteEin(vergleich) {
  const teile = {
    rechner: vergleich.dataset.rechner,
    a: vergleich.querySelector("[data-fall=a]"),
    b: undefined,
    kopieren: vergleich.querySelector("[data-tut=kopieren]"),
    ladezeile: vergleich.querySelector(".ladezeile"),
    antwort: vergleich.querySelector(":scope > .antwort"),
    lauf: 0,
  };
  for (const knopf of teile.a.querySelectorAll("[data-tut=ungefaehr]")) knopf.remove();
  const vorlage = teile.a.cloneNode(true); // bevor sich etwas an A hängt
  richteFormularEin(teile, teile.a, () => (teile.b ? vergleiche(teile) : legeAn(teile, vorlage)));
  teile.kopieren.addEventListener("click", () => kopiere(teile));
}

function richteFormularEin(teile, fall, beimAbsenden) {
  const formular = fall.querySelector("form");
  richteListenEin(formular);
  richteZeilenpruefungEin(formular, teile.rechner, rechne);
  richteEinfuegenEin(formular, rechne);
  zeigePassende(formular);
  setzeStichtag(formular);
  formular.addEventListener("submit", (ereignis) => {
    ereignis.preventDefault();
    beimAbsenden();
  });
  formular.addEventListener("input", () => {
    zeigePassende(formular);
    veralte(teile);
  });
}

function legeAn(teile, vorlage) {
  teile.b = umbenannt(vorlage.cloneNode(true), teile.rechner);
  teile.a.after(teile.b);
  richteFormularEin(teile, teile.b, () => vergleiche(teile));
  for (const fall of [teile.a, teile.b]) fall.querySelector("[type=submit]").textContent = "Vergleichen";
  teile.kopieren.parentElement.hidden = false;
  kopiere(teile);
}

function kopiere(teile) {
  setzeAngaben(teile.b.querySelector("form"), liesAlles(teile.a.querySelector("form")));
  veralte(teile);
  sage(teile, "Fall B ist eine Kopie von A. Ändern Sie, was anders sein soll, und vergleichen Sie dann.");
  teile.b.querySelector("h2").focus();
}

// Jede Kennung gibt es auf der Seite nur einmal: Die von Fall B bekommen ein „b-“ davor, auch in den Vorlagen der Listen.
function umbenannt(fall, rechner) {
  fall.dataset.fall = "b";
  fall.setAttribute("aria-label", "Fall B");
  const titel = fall.querySelector("h2");
  titel.textContent = "Fall B";
  titel.tabIndex = -1;
  benenneUm(fall, `${rechner}-`);
  return fall;
}

function benenneUm(wurzel, vorsilbe) {
  for (const knoten of wurzel.querySelectorAll("*")) {
    for (const name of ["id", "for", "aria-describedby", "aria-labelledby"]) {
      const wert = knoten.getAttribute(name);
      if (wert) knoten.setAttribute(name, wert.split(" ").map((teil) => (teil.startsWith(vorsilbe) ? `b-${teil}` : teil)).join(" "));
    }
    if (knoten.localName === "template") benenneUm(knoten.content, vorsilbe);
  }
}

async function vergleiche(teile) {
  const lauf = ++teile.lauf;
  const [a, b] = [teile.a, teile.b].map((fall) => liesAngaben(fall.querySelector("form")));
  sage(teile, "Wird verglichen …");
  let antwort;
  try {
    antwort = await rechne({ rechner: teile.rechner, angaben: a, vergleich: b });
  } catch (fehler) {
    antwort = { art: "fehler", fehler: [{ feld: "", meldung: fehler?.fuerMenschen ?? "Das Rechenwerk antwortet nicht." }] };
  }
  if (lauf !== teile.lauf) return;
  sage(teile, "");
  if (zeigeAlleFehler(teile, antwort)) {
    teile.antwort.hidden = true;
    return;
  }
  teile.antwort.replaceChildren(...(antwort.vergleich ? gegenueberstellung(antwort.vergleich) : ausfall(antwort)));
  teile.antwort.classList.remove("antwort--alt");
  teile.antwort.hidden = false;
  teile.antwort.focus({ preventScroll: true });
  teile.antwort.scrollIntoView({ block: "start" });
}

// Der Fall ohne Fehler zuerst: Den Fokus bekommt die Übersicht, in der etwas steht.
function zeigeAlleFehler(teile, antwort) {
  const faelle = ["a", "b"].map((name) => ({
    name,
    fehler: antwort.fehler
      .filter(({ feld }) => feld.startsWith(`${name}.`))
      .map(({ feld, meldung }) => ({ feld: feld.slice(name.length + 1), meldung })),
  }));
  faelle.sort((eins, zwei) => eins.fehler.length - zwei.fehler.length);
  for (const { name, fehler } of faelle) {
    const fall = teile[name];
    const art = fehler.length ? "angaben_unvollstaendig" : "ergebnis";
    zeigeFehler(fall.querySelector("form"), fall.querySelector(".fehlerliste"), { art, fehler });
  }
  return faelle.some(({ fehler }) => fehler.length);
}

function ausfall({ fehler }) {
  return [element("h2", "antwort__satz", "Hier ist etwas schiefgegangen"), ...fehler.map(({ meldung }) => element("p", "", meldung))];
}

function veralte(teile) {
  if (teile.antwort.hidden) return;
  teile.antwort.classList.add("antwort--alt");
  sage(teile, "Sie haben Angaben geändert. „Vergleichen“ rechnet neu.");
}

function sage({ ladezeile }, text) {
  if (ladezeile.textContent !== text) ladezeile.textContent = text;
}
