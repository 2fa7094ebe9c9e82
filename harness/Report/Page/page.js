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
// A click on a head sorts by its column, a second one the other way.
for (const table of document.querySelectorAll("table.sortable")) {
  table.tHead.addEventListener("click", event => {
    const head = event.target.closest("th");
    if (!head) return;
    const falling = head.dataset.falling !== "true", column = head.cellIndex, body = table.tBodies[0];
    head.dataset.falling = falling;
    const value = row => Number(row.cells[column].textContent.replaceAll(",", ""));
    body.append(...[...body.rows].sort((a, b) => (falling ? 1 : -1) * (value(b) - value(a))));
  });
}
