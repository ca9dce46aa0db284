// Fehler: Meldung am Feld, Übersicht darüber mit dem Fokus, „Fehler:“ im Titel der Seite.

const VOR_TITEL = "Fehler: ";

// Zeigt, was an den Angaben nicht stimmt; sagt, ob es etwas zu zeigen gab.
export function zeigeFehler(formular, uebersicht, ergebnis) {
  raeumeAuf(formular, uebersicht);
  const amFeld = ["angaben_unvollstaendig", "keine_werte"].includes(ergebnis.art);
  if (!amFeld) return false;
  const liste = uebersicht.querySelector("ul");
  for (const { feld, meldung } of ergebnis.fehler) {
    const ziel = eingabeZu(formular, feld);
    if (ziel) markiere(ziel, meldung);
    liste.append(eintrag(ziel, zeilenname(ziel) + meldung));
  }
  uebersicht.hidden = false;
  uebersicht.focus();
  document.title = VOR_TITEL + document.title;
  return true;
}

function raeumeAuf(formular, uebersicht) {
  uebersicht.hidden = true;
  uebersicht.querySelector("ul").replaceChildren();
  document.title = document.title.replace(VOR_TITEL, "");
  for (const feld of formular.querySelectorAll(".feld--fehler")) raeumeFeld(feld);
}

/** Nimmt die Meldung an einem Feld weg. */
export function raeumeFeld(feld) {
  if (!feld.classList.contains("feld--fehler")) return;
  feld.classList.remove("feld--fehler");
  const text = feld.querySelector(".fehlertext");
  text.hidden = true;
  text.textContent = "";
  eingabeIn(feld)?.removeAttribute("aria-invalid");
}

// „zeiten[2].von“ → das Feld „von“ in der dritten Zeile der Liste „zeiten“.
function eingabeZu(formular, pfad) {
  const [, name, zeile, glied] = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(pfad) ?? [];
  let feld = name && formular.querySelector(`[data-feld="${name}"]`);
  if (feld && zeile !== undefined) {
    const reihe = feld.querySelectorAll(".zeilen > .zeile")[Number(zeile)];
    feld = reihe?.querySelector(`[data-feld="${glied ?? "wert"}"]`) ?? feld;
  }
  return feld || null;
}

// In der Übersicht steht auch, welche Zeile gemeint ist; am Feld sieht man es.
function zeilenname(feld) {
  const zeile = feld?.closest(".zeile");
  return zeile ? `${zeile.querySelector(".zeile__name").textContent}: ` : "";
}

function markiere(feld, meldung) {
  feld.hidden = false;
  feld.closest("details")?.setAttribute("open", "");
  zeigeAmFeld(feld, meldung);
}

/** Zeigt eine Meldung an einem Feld, sonst nichts. */
export function zeigeAmFeld(feld, meldung) {
  feld.classList.add("feld--fehler");
  const text = feld.querySelector(".fehlertext");
  text.textContent = meldung;
  text.hidden = false;
  eingabeIn(feld)?.setAttribute("aria-invalid", "true");
}

function eintrag(feld, meldung) {
  const punkt = document.createElement("li");
  const eingabe = feld && eingabeIn(feld);
  if (!eingabe) {
    punkt.textContent = meldung;
    return punkt;
  }
  const verweis = document.createElement("a");
  verweis.href = `#${eingabe.id}`;
  verweis.textContent = meldung;
  verweis.addEventListener("click", (ereignis) => {
    ereignis.preventDefault();
    eingabe.focus();
  });
  punkt.append(verweis);
  return punkt;
}

function eingabeIn(feld) {
  return feld.querySelector("input, select, button");
}
