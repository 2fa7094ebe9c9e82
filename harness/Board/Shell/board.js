// The little that pages can't do without a script. Every page works without this file.
"use strict";

// Times: the page says UTC; the visitor's own clock goes beside it, where it is another.
const here = moment => moment.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
const ownTimes = within => {
  for (const time of within.querySelectorAll("time[datetime]")) {
    const moment = new Date(time.dateTime);
    if (Number.isNaN(moment.valueOf())) continue;
    time.title = here(moment) + " (your time)";
    const inBrackets = time.closest(".moment"), beside = time.nextElementSibling;
    const own = inBrackets?.querySelector(".own-time") ?? (beside?.matches(".own-time") ? beside : null);
    if (own && moment.getTimezoneOffset())
      own.textContent = inBrackets ? "; " + here(moment) + " for you" : " (" + here(moment) + " for you)";
  }
};
// A table that is wider than the screen is scrolled by keys too: where nothing in it takes the focus, it does so itself.
const sizes = new ResizeObserver(changes => {
  for (const box of new Set(changes.map(change => change.target.closest(".wide")).filter(box => box))) {
    const alone = box.scrollWidth > box.clientWidth && !box.querySelector("a, button, input, select, textarea, summary");
    if (alone) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
});
const scrollByKeys = within => {
  for (const part of within.querySelectorAll(".wide, .wide > table")) sizes.observe(part);
};
ownTimes(document);
scrollByKeys(document);
// As the page came, with the visitor's own times in it: what people do with a part afterwards (open something in it) is not compared.
const served = new Map([...document.querySelectorAll("[data-fresh]")].map(part => [part.id, part.innerHTML]));

// The same page as it is now, seen with the same eyes.
const pageNow = async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  ownTimes(page);
  return page;
};
const freshen = page => {
  for (const part of document.querySelectorAll("[data-fresh]")) {
    const now = page.getElementById(part.id);
    if (!now) continue;
    part.hidden = now.hidden;
    if (now.innerHTML === served.get(part.id)) continue;
    served.set(part.id, now.innerHTML);
    part.innerHTML = now.innerHTML;
    scrollByKeys(part);
  }
};
// Whoever stands on a link stands on it afterwards: what had the focus has it again, found under the nearest id above it by what it says and
// where it leads, at its number there first; where there is no such thing any more, by its number.
const keepFocus = change => {
  const focused = document.activeElement;
  const home = focused?.closest("[id]")?.id;
  const stops = () => home ? [...document.getElementById(home)?.querySelectorAll("a, button, input, select, textarea, summary") ?? []] : [];
  const number = stops().indexOf(focused);
  const isSame = stop => ["tagName", "href", "name", "textContent"].every(said => stop?.[said] === focused[said]);
  change();
  if (!focused || document.activeElement === focused) return;
  const now = stops();
  const again = isSame(now[number]) ? now[number] : now.find(isSame) ?? now[number];
  (focused.isConnected ? focused : again)?.focus({ preventScroll: true });
};
if (new Date().getTimezoneOffset())
  document.getElementById("zone").textContent = "; your own stand beside them";

// A submission that is not done: ask how far it is, and show what there is when it is done. No reload: it would undo a link that was just
// followed, and take the focus. Whoever is writing is not disturbed.
const status = document.querySelector("[data-status]");
if (status && status.dataset.status) {
  const isWriting = () => document.activeElement?.matches("input, select, textarea");
  const ask = async () => {
    try {
      const answer = await fetch(status.dataset.status, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const submission = await answer.json();
      if (submission.step !== "done") {
        status.textContent = submission.says;
      } else if (!isWriting()) {
        const page = await pageNow();
        keepFocus(() => freshen(page));
        clearInterval(asking);
      }
    } catch {
      // The board may be restarting; the next question will tell.
    }
  };
  const asking = setInterval(ask, 2000);
}

// The live standings: an event says that there is another version; the rows come from the same page, seen with the same eyes.
const standings = document.querySelector("[data-live]");
if (standings && standings.dataset.live && "EventSource" in window) {
  const says = document.getElementById("stream");
  let wanted = standings.dataset.version;
  let busy = false;
  const update = async () => {
    if (busy) return;
    busy = true;
    try {
      while (wanted !== standings.dataset.version) {
        const page = await pageNow();
        const fresh = page.getElementById("standings");
        if (!fresh) return;
        const version = fresh.dataset.version;
        keepFocus(() => {
          show(fresh);
          freshen(page);
          const head = fresh.querySelector("thead"), shown = standings.querySelector("thead");
          if (head.innerHTML !== shown.innerHTML) shown.innerHTML = head.innerHTML;
        });
        standings.dataset.version = version;
        if (version !== wanted) wanted = version;
      }
    } catch {
      says.textContent = says.dataset.saysStale;
    } finally {
      busy = false;
    }
  };
  // Cells are changed, not rows, and only those that are another: what has the focus or is being read stays.
  const patch = (kept, row) => {
    if (kept.cells.length !== row.cells.length) {
      kept.innerHTML = row.innerHTML;
      return true;
    }
    const shownOf = cell => kept.cells[cell.cellIndex];
    const others = [...row.cells].filter(cell => cell.innerHTML !== shownOf(cell).innerHTML || cell.className !== shownOf(cell).className);
    for (const cell of others) {
      const shown = shownOf(cell);
      shown.className = cell.className;
      shown.innerHTML = cell.innerHTML;
    }
    return others.length > 0;
  };
  const show = fresh => {
    const body = standings.querySelector("tbody");
    const [left, top] = [scrollX, scrollY];
    const before = new Map([...body.rows].map(row => [row.id, row]));
    const tops = new Map([...body.rows].map(row => [row.id, row.getBoundingClientRect().top]));
    const rows = [...fresh.querySelector("tbody").rows];
    const stay = new Set(rows.map(row => row.id));
    for (const row of before.values()) if (!stay.has(row.id)) row.remove();
    let place = null;
    for (const row of rows) {
      const known = before.get(row.id);
      const kept = known ?? document.importNode(row, true);
      if (!known || patch(kept, row)) {
        kept.className = row.className;
        kept.classList.add("changed");
        setTimeout(() => kept.classList.remove("changed"), 3000);
      }
      // Elements, not nodes: between rows stands white space. A row that is moved keeps the focus where the browser can do that.
      const next = place ? place.nextElementSibling : body.firstElementChild;
      if (kept !== next) {
        if (known && body.moveBefore) body.moveBefore(kept, next);
        else body.insertBefore(kept, next);
      }
      place = kept;
    }
    scrollTo({ left, top, behavior: "instant" });   // Chromium scrolls after a row that it moves with the focus
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    for (const row of body.rows) {
      const old = tops.get(row.id);
      const by = old === undefined ? 0 : old - row.getBoundingClientRect().top;
      if (by) row.animate([{ transform: `translateY(${by}px)` }, { transform: "none" }], { duration: 600, easing: "ease-in-out" });
    }
  };
  const stream = new EventSource(standings.dataset.live);
  stream.addEventListener("standings", event => {
    wanted = event.lastEventId;
    update();
  });
  stream.onopen = () => { says.textContent = says.dataset.saysLive; };
  stream.onerror = () => { says.textContent = says.dataset.saysLost; };
}

// A page that follows: an event says that there is news; the parts that may be another come from the same page, seen with the same eyes.
const followed = document.querySelector("[data-follow]");
if (followed && "EventSource" in window) {
  let loads = Promise.resolve();
  const load = async () => {
    try {
      const page = await pageNow();
      keepFocus(() => freshen(page));
    } catch {
      followed.textContent = followed.dataset.saysStale;
    }
  };
  const news = new EventSource(followed.dataset.follow);
  news.addEventListener("news", () => { loads = loads.then(load); });
  news.onopen = () => { followed.textContent = followed.dataset.saysLive; };
  news.onerror = () => { followed.textContent = followed.dataset.saysLost; };
}

// The prize-giving: any key that turns a page on a presenter reveals the next place, or takes the last one back. The links do the same without a script.
const podium = document.querySelector(".podium");
if (podium) {
  addEventListener("keydown", event => {
    // A link or button that has the focus keeps its own keys; all others turn the page there as well.
    const focused = event.target instanceof Element ? event.target.closest("a, button, input") : null;
    const isItsOwn = focused && (event.key === "Enter" || (event.key === " " && focused.tagName !== "A"));
    if (event.ctrlKey || event.altKey || event.metaKey || isItsOwn) return;
    const forward = [" ", "Enter", "ArrowRight", "ArrowUp", "PageDown"].includes(event.key);
    const back = ["Backspace", "ArrowLeft", "ArrowDown", "PageUp"].includes(event.key);
    const link = forward ? document.querySelector("a[rel=next]") : back ? document.querySelector("a[rel=prev]") : null;
    if (!link) return;
    event.preventDefault();
    link.click();
  });
}
