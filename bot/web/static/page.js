// Makes the page nicer where scripts run; without this file everything still works.
"use strict";

// Arrow keys walk between titles, as a TV remote does.
const titles = () => [...document.querySelectorAll(".cards .front, .shelf a, .mosaic a")];

function nearest(from, key) {
  const here = from.getBoundingClientRect();
  const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const [x, y] = middle(here);
  const sideways = key === "ArrowLeft" || key === "ArrowRight";
  const forward = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  let best = null;
  let least = Infinity;
  for (const other of titles()) {
    if (other === from) continue;
    const [ox, oy] = middle(other.getBoundingClientRect());
    const along = (sideways ? ox - x : oy - y) * forward;
    const aside = Math.abs(sideways ? oy - y : ox - x);
    if (along < 8 || (sideways && aside > here.height / 2)) continue;
    const far = along + aside * 2;
    if (far < least) [best, least] = [other, far];
  }
  return best;
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const at = document.activeElement;
  if (event.key === "/" && !at.matches("input, select, textarea")) {
    const search = document.getElementById("q");
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
  if (event.key === "Escape") {
    const open = at.closest("details[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  }
  if (event.key.startsWith("Arrow") && titles().includes(at)) {
    const next = nearest(at, event.key);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }
});

// The account menu closes when one clicks elsewhere.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".account[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// Empty fields need not stand in the address.
for (const form of document.querySelectorAll("form.asking")) {
  form.addEventListener("submit", () => {
    for (const field of form.querySelectorAll("input, select")) {
      if (!field.value) field.disabled = true;
    }
  });
}
window.addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form.asking :disabled")) field.disabled = false;
});
