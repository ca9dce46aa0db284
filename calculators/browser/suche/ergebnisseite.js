// Die Ergebnisseite: Suchfeld, Zahl der Treffer, Liste. Die Anfrage steht in der Adresse (?q=).

import { alsTreffer, element, stand } from "./bauen.js";
import { suche } from "./suchen.js";

const AUF_EINMAL = 10;
const PAUSE_MS = 300;
const STOERUNG = "Die Suche lässt sich gerade nicht laden. Sind Sie mit dem Internet verbunden? Über das Menü finden Sie alle Seiten.";

/** Baut die Suche an die Stelle des Absatzes, der ohne JavaScript dort steht. */
export function richteErgebnisseiteEin(platz, quelle) {
  const teile = baueFormular();
  platz.replaceWith(teile.formular, teile.stand, teile.liste, teile.mehr);
  const titel = document.title;
  let lauf = 0;

  /** mitAnsage: die Zahl der Treffer vorlesen; unnötig, wenn gleich der Fokus auf ihr steht. */
  const zeige = async (anfrage, mitAnsage = true) => {
    const dieser = ++lauf;
    document.title = anfrage ? `${anfrage} – ${titel}` : titel;
    if (!anfrage) return leere(teile);
    try {
      const texte = quelle.texte();
      const bestand = await quelle.bestand();
      if (dieser === lauf) zeigeTreffer(teile, anfrage, suche(anfrage, bestand), bestand, texte);
    } catch (fehler) {
      if (dieser === lauf) leere(teile, STOERUNG);
      console.warn(fehler);
    }
    teile.ansage.textContent = mitAnsage ? teile.stand.textContent : "";
  };
  const anfrageDerAdresse = () => (new URLSearchParams(location.search).get("q") ?? "").trim();
  const ausAdresse = () => zeige((teile.feld.value = anfrageDerAdresse()));

  let wecker;
  teile.feld.addEventListener("input", () => {
    clearTimeout(wecker);
    wecker = setTimeout(() => {
      history.replaceState(null, "", adresseMit(teile.feld.value.trim()));
      zeige(teile.feld.value.trim());
    }, PAUSE_MS);
  });
  teile.formular.addEventListener("submit", async (ereignis) => {
    ereignis.preventDefault();
    clearTimeout(wecker);
    const anfrage = teile.feld.value.trim();
    if (anfrage !== anfrageDerAdresse()) history.pushState(null, "", adresseMit(anfrage));
    await zeige(anfrage, false);
    if (anfrage) teile.stand.focus();
  });
  addEventListener("popstate", ausAdresse);
  return ausAdresse();
}

function adresseMit(anfrage) {
  const ziel = new URL(location.href);
  ziel.hash = "";
  ziel.search = anfrage ? `?${new URLSearchParams({ q: anfrage })}` : "";
  return ziel;
}

function baueFormular() {
  const formular = element("form", "suchseite");
  formular.setAttribute("role", "search");
  formular.setAttribute("aria-label", "Suche mit Ergebnissen");
  const name = element("label", "suchseite__name", "Wonach suchen Sie?");
  const feld = element("input", "suche__feld");
  Object.assign(feld, { type: "search", name: "q", id: "suchseite-feld", autocomplete: "off", spellcheck: false });
  name.htmlFor = feld.id;
  const knopf = element("button", "knopf knopf--haupt", "Suchen");
  const zeile = element("div", "suche__zeile");
  zeile.append(feld, knopf);
  formular.append(name, zeile);
  const stand = element("h2", "suchseite__stand");
  stand.tabIndex = -1;
  const ansage = element("p", "unsichtbar");
  ansage.setAttribute("role", "status");
  formular.append(ansage);
  const mehr = element("button", "knopf", "Mehr Treffer zeigen");
  mehr.type = "button";
  mehr.hidden = true;
  return { formular, feld, ansage, stand, liste: element("ol", "suchliste"), mehr };
}

function leere({ stand, liste, mehr }, text = "") {
  stand.textContent = text;
  stand.hidden = !text;
  liste.replaceChildren();
  mehr.hidden = true;
}

function zeigeTreffer(teile, anfrage, ergebnis, bestand, texte) {
  const { treffer, staemme } = ergebnis;
  leere(teile, stand(ergebnis, anfrage));
  const lege = () => {
    const schon = teile.liste.children.length;
    const neue = treffer.slice(schon, schon + AUF_EINMAL).map((einer) => alsTreffer(einer, bestand, texte, staemme));
    teile.liste.append(...neue);
    teile.mehr.hidden = teile.liste.children.length >= treffer.length;
    return neue[0];
  };
  lege();
  teile.mehr.onclick = () => lege().querySelector("a").focus();
}
