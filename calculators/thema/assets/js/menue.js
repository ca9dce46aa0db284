/** Öffnet das Menü als Dialog: Der Browser hält den Fokus darin, Escape schließt, der Fokus kehrt auf den Knopf zurück. */
export function richteMenueEin() {
  const knopf = document.querySelector(".menue-knopf");
  const menue = document.getElementById("menue");
  if (!knopf || !menue) return;

  knopf.addEventListener("click", () => {
    menue.showModal();
    knopf.setAttribute("aria-expanded", "true");
    menue.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  });
  menue.querySelector(".menue-zu").addEventListener("click", () => menue.close());
  menue.addEventListener("click", (ereignis) => {
    if (ereignis.target === menue) menue.close();
  });
  menue.addEventListener("close", () => {
    knopf.setAttribute("aria-expanded", "false");
    knopf.focus();
  });
}
