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
