// Mitteilung: ihre Zahlen neben unseren, Zeile für Zeile, und der Brief dazu.

import { element, verweis } from "../bauen.js";

const URTEIL = { stimmt: "Stimmt", weicht_ab: "Weicht ab", nicht_gerechnet: "Nicht nachgerechnet" };

export function zeilen(liste) {
  const teil = element("section", "antwort__abschnitt");
  const reihe = element("ol", "pruefzeilen");
  reihe.append(...liste.map(zeile));
  teil.append(element("h3", "", "Zeile für Zeile"), reihe);
  return teil;
}

function zeile({ name, mitteilung, gerechnet, unterschied, urteil, zum_nachteil: schlecht, grundlage, ursachen }) {
  const punkt = element("li", `pruefzeile pruefzeile--${urteil}`);
  const kopf = element("p", "leistung__kopf");
  kopf.append(element("strong", "", name), " ", element("span", "leistung__urteil", urteilswort(urteil, schlecht)));
  const paare = element("dl", "angaben");
  paare.append(paar("Mitteilung", mitteilung), paar("Unsere Rechnung", gerechnet));
  if (unterschied) paare.append(paar("Unterschied", unterschied));
  punkt.append(kopf, paare);
  if (urteil === "nicht_gerechnet") punkt.append(element("p", "hilfe", "Dazu fehlen Ihre eigenen Angaben."));
  else if (grundlage) punkt.append(element("p", "hilfe", `Gerechnet ${grundlage}.`));
  if (ursachen.length) punkt.append(...gruende(ursachen));
  return punkt;
}

function urteilswort(urteil, schlecht) {
  if (urteil !== "weicht_ab") return URTEIL[urteil];
  return `${URTEIL[urteil]}, ${schlecht ? "zu Ihrem Nachteil" : "zu Ihren Gunsten"}`;
}

function paar(begriff, wert) {
  const teil = element("div");
  teil.append(element("dt", "", begriff), element("dd", "", wert));
  return teil;
}

function gruende(ursachen) {
  const liste = element("ul");
  for (const { text, seite } of ursachen) {
    const punkt = element("li", "", `${text} `);
    if (seite) punkt.append(verweis(seite, "Erklärung"));
    liste.append(punkt);
  }
  return [element("p", "", "Genau diese Zahl kommt heraus, wenn man so rechnet:"), liste];
}

/** Der Brief: gleich auf der Seite zu ergänzen, zu kopieren und allein zu drucken. */
export function brief({ titel, absaetze, seite }) {
  const teil = element("section", "antwort__abschnitt");
  const hilfe = element("p", "hilfe", "Ergänzen Sie, was in eckigen Klammern steht, direkt im Brief. Nichts davon wird gespeichert. ");
  hilfe.append(verweis(seite, "So schicken Sie ihn ab"));
  const blatt = element("div", "brief");
  blatt.setAttribute("contenteditable", "plaintext-only");
  blatt.setAttribute("role", "textbox");
  blatt.setAttribute("aria-multiline", "true");
  blatt.setAttribute("aria-label", `Brief: ${titel}`);
  blatt.setAttribute("spellcheck", "true");
  blatt.tabIndex = 0;
  blatt.append(...absaetze.map(absatz));
  const meldung = element("p", "brief__meldung");
  meldung.setAttribute("role", "status");
  const knoepfe = element("p", "knoepfe");
  knoepfe.append(
    knopf("Brief kopieren", () => kopiere(blatt, meldung)),
    knopf("Nur den Brief drucken", () => drucke(teil)),
  );
  teil.append(element("h3", "", `Ihr Brief: ${titel}`), hilfe, blatt, knoepfe, meldung);
  return teil;
}

function absatz({ art, zeilen: texte }) {
  if (art === "liste") {
    const liste = element("ul");
    liste.append(...texte.map((text) => element("li", "", text)));
    return liste;
  }
  const teil = element("p", art === "titel" ? "brief__titel" : "");
  texte.forEach((text, stelle) => teil.append(...(stelle ? [document.createElement("br")] : []), text));
  return teil;
}

async function kopiere(blatt, meldung) {
  try {
    await navigator.clipboard.writeText(blatt.innerText);
    meldung.textContent = "Der Brief ist kopiert.";
  } catch {
    getSelection().selectAllChildren(blatt);
    meldung.textContent = "Ihr Browser erlaubt das Kopieren nicht. Der Brief ist markiert: Kopieren Sie ihn selbst.";
  }
}

function drucke(teil) {
  document.documentElement.dataset.druck = "brief";
  teil.classList.add("nur-dies-drucken");
  addEventListener("afterprint", () => {
    delete document.documentElement.dataset.druck;
    teil.classList.remove("nur-dies-drucken");
  }, { once: true });
  print();
}

function knopf(text, tue) {
  const teil = element("button", "knopf knopf--klein", text);
  teil.type = "button";
  teil.addEventListener("click", tue);
  return teil;
}
