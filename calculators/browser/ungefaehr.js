// „Ich weiß es nur ungefähr“: zeigt, wie man eine Spanne schreibt, und holt am Telefon die Tastatur mit Buchstaben.

export function richteUngefaehrEin(formular) {
  formular.addEventListener("click", ({ target }) => {
    const knopf = target.closest("[data-tut=ungefaehr]");
    if (!knopf) return;
    const eingabe = knopf.closest("[data-feld]").querySelector("input");
    const bisher = eingabe.value.trim();
    eingabe.inputMode = "text";
    if (!bisher.startsWith("zwischen")) eingabe.value = bisher ? `zwischen ${bisher} und ` : "zwischen 1.800 und 2.100";
    eingabe.focus();
    // Steht nur das Beispiel da, tippt man darüber.
    if (!bisher) eingabe.select();
    eingabe.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
