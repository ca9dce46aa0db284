// Adressverzeichnis: wählt nach Bezirk und Art aus. Ohne JavaScript stehen alle Adressen da.

const filter = document.querySelector(".adressfilter");
if (filter) richteEin(filter);

function richteEin(filter) {
  const gruppen = [...document.querySelectorAll("ul.adressen")].map(klappbar);
  const felder = [...filter.querySelectorAll("select")];
  const stand = filter.querySelector("[role=status]");
  const zeige = () => {
    const wahl = Object.fromEntries(felder.map(({ name, value }) => [name, value]));
    for (const gruppe of gruppen) zeigeGruppe(gruppe, wahl);
    stand.textContent = ergebnis(gruppen, wahl);
  };
  const zeigeAlles = () => {
    for (const feld of felder) feld.value = "";
    zeige();
  };
  filter.addEventListener("change", zeige);
  filter.querySelector("button").addEventListener("click", zeigeAlles);
  addEventListener("hashchange", () => springe(zeigeAlles));
  filter.hidden = false;
  zeige();
  springe(zeigeAlles);
}

/** Legt die Liste in eine Klappe, damit die Seite auch am Telefon überschaubar ist. */
function klappbar(liste) {
  const klappe = document.createElement("details");
  const titel = document.createElement("summary");
  liste.replaceWith(klappe);
  klappe.append(titel, liste);
  return { klappe, titel, liste, karten: [...liste.children], abschnitt: abschnittVon(klappe) };
}

/** Die Überschrift vor der Klappe und alles bis zur nächsten. */
function abschnittVon(klappe) {
  let anfang = klappe;
  while (anfang.previousElementSibling && anfang.tagName !== "H2") anfang = anfang.previousElementSibling;
  const teile = [anfang];
  for (let teil = anfang.nextElementSibling; teil && teil.tagName !== "H2"; teil = teil.nextElementSibling) {
    if (teil.classList.contains("seitenende")) break;
    teile.push(teil);
  }
  return teile;
}

function zeigeGruppe({ klappe, titel, liste, karten, abschnitt }, wahl) {
  for (const karte of karten) karte.hidden = !passt(karte, wahl);
  // Was eigens für den Bezirk da ist, steht vor dem, was für alle da ist.
  liste.append(...karten.filter((karte) => nenntBezirk(karte, wahl)), ...karten.filter((karte) => !nenntBezirk(karte, wahl)));
  const sichtbar = karten.filter((karte) => !karte.hidden);
  for (const teil of abschnitt) teil.hidden = sichtbar.length === 0;
  titel.textContent = adressen(sichtbar.length);
  klappe.open = wahl.art !== "" || sichtbar.some((karte) => nenntBezirk(karte, wahl));
}

function passt(karte, { bezirk, art }) {
  const { art: ihre, bezirke } = karte.dataset;
  return (art === "" || art === ihre) && (bezirk === "" || bezirke === "" || bezirke.split(" ").includes(bezirk));
}

function nenntBezirk(karte, { bezirk }) {
  return bezirk !== "" && karte.dataset.bezirke.split(" ").includes(bezirk);
}

function ergebnis(gruppen, wahl) {
  const sichtbar = gruppen.flatMap((gruppe) => gruppe.karten).filter((karte) => !karte.hidden);
  if (sichtbar.length === 0) return "Keine Adresse für diese Auswahl. Wählen Sie einen anderen Bezirk oder „Alles“.";
  if (wahl.bezirk === "") return `${adressen(sichtbar.length)}.`;
  const eigens = sichtbar.filter((karte) => nenntBezirk(karte, wahl)).length;
  return `${adressen(sichtbar.length)}, davon ${eigens} eigens für den ${wahl.bezirk}. Bezirk.`;
}

function adressen(zahl) {
  return zahl === 1 ? "1 Adresse" : `${zahl} Adressen`;
}

/** Ein Verweis auf eine Stelle oder einen Abschnitt führt hin, auch wenn die Auswahl ihn gerade verbirgt. */
function springe(zeigeAlles) {
  const ziel = document.getElementById(location.hash.slice(1));
  if (!ziel?.closest("article")) return;
  if (ziel.closest("[hidden]")) zeigeAlles();
  const klappe = ziel.closest("details") ?? (ziel.tagName === "H2" ? naechsteKlappe(ziel) : null);
  if (klappe) klappe.open = true;
  ziel.scrollIntoView();
}

function naechsteKlappe(ueberschrift) {
  let teil = ueberschrift.nextElementSibling;
  while (teil && teil.tagName !== "H2" && teil.tagName !== "DETAILS") teil = teil.nextElementSibling;
  return teil?.tagName === "DETAILS" ? teil : null;
}
