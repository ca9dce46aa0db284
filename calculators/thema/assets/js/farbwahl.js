/** Hell, dunkel oder wie am Gerät: Nur eine ausdrückliche Wahl wird gemerkt, „wie am Gerät“ löscht sie wieder. */
export function richteFarbwahlEin() {
  const wurzel = document.documentElement;
  for (const knopf of document.querySelectorAll('input[name="farbschema"]')) {
    knopf.checked = knopf.value === (wurzel.dataset.farbschema ?? "");
    knopf.addEventListener("change", () => {
      if (knopf.value) wurzel.dataset.farbschema = knopf.value;
      else delete wurzel.dataset.farbschema;
      merke(knopf.value);
    });
  }
}

function merke(schema) {
  try {
    if (schema) localStorage.setItem("farbschema", schema);
    else localStorage.removeItem("farbschema");
  } catch {
    /* Speicher gesperrt: Die Wahl gilt dann nur für diese Seite. */
  }
}
