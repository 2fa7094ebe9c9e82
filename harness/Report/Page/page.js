"use strict";
// The map names the block group nearest to the pointer.
const map = document.getElementById("map");
if (map) {
  const picture = map.querySelector(".picture"), label = map.querySelector("output");
  const spots = JSON.parse(document.getElementById("spots").textContent);
  const show = event => {
    const box = picture.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width, y = (event.clientY - box.top) / box.height;
    let nearest = null, least = 0.03 ** 2;
    for (const spot of spots) {
      const distance = (spot[0] - x) ** 2 + (spot[1] - y) ** 2;
      if (distance < least) { least = distance; nearest = spot; }
    }
    label.hidden = nearest === null;
    if (!nearest) return;
    label.textContent = nearest[2] + ": " + nearest[3];
    label.style.top = "calc(" + 100 * nearest[1] + "% + 10px)";
    label.style[nearest[0] < 0.5 ? "left" : "right"] = 100 * (nearest[0] < 0.5 ? nearest[0] : 1 - nearest[0]) + "%";
    label.style[nearest[0] < 0.5 ? "right" : "left"] = "auto";
  };
  picture.addEventListener("pointermove", show);
  picture.addEventListener("pointerdown", show);
  picture.addEventListener("pointerleave", () => { label.hidden = true; });
}
// A head is a button that sorts by its column, a second time the other way.
for (const table of document.querySelectorAll("table.sortable")) {
  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.append(...head.childNodes);
    head.append(button);
  }
  table.tHead.addEventListener("click", event => {
    const head = event.target.closest("th");
    if (!head) return;
    const falling = head.ariaSort !== "descending", column = head.cellIndex, body = table.tBodies[0];
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.ariaSort = falling ? "descending" : "ascending";
    const text = row => row.cells[column].textContent, number = row => Number(text(row).replaceAll(",", ""));
    const order = (a, b) => {
      const difference = number(a) - number(b);
      return Number.isNaN(difference) ? text(a).localeCompare(text(b)) : difference;
    };
    body.append(...[...body.rows].sort((a, b) => falling ? order(b, a) : order(a, b)));
  });
}
// What a link leads to opens.
const open = () => {
  const place = document.getElementById(location.hash.slice(1));
  if (place instanceof HTMLDetailsElement) place.open = true;
};
addEventListener("hashchange", open);
open();
