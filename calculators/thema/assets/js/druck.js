/** Klappt vor dem Drucken alles auf und danach wieder zu, was vorher zu war. */
export function richteDruckEin() {
  let zugeklappt = [];
  addEventListener("beforeprint", () => {
    zugeklappt = [...document.querySelectorAll("main details:not([open])")];
    for (const klappe of zugeklappt) klappe.open = true;
  });
  addEventListener("afterprint", () => {
    for (const klappe of zugeklappt) klappe.open = false;
  });
}
