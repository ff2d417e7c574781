// The review of an import: the row in hand and its place on the source page are marked together.
//
//   <div class="hs-review" data-review>
//   [data-place="3"] on a row of the card   the row of field 3 (an <a> or <button> inside takes the focus)
//   [data-shows="3"] on the source page     a <rect class="hs-place"> or <mark class="hs-place-text">; several may bear one number
//   [data-show="page|card|list"]            the tabs on a narrow screen: sets data-shown on the review
//   [data-choose] in a row                  its label, a link: chooses the row here instead of loading the page anew
//   [data-keep], [data-edit] in a row       what Enter on the label and E press; without data-keep Enter goes on to the next row
//   [data-next-card], [data-previous-card], [data-accept]   what J, K and A press
// ↑ ↓ move from row to row while the focus is in the card and not in a field; a click on a place chooses its row. Letters
// count while the focus is in the review, elsewhere only for a person who has switched shortcuts on.

for (const review of document.querySelectorAll("[data-review]")) {
  const rows = [...review.querySelectorAll("[data-place]")];
  const isTyping = (target) => ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
  const isNow = (row) => row.classList.contains("hs-row--now");

  function mark(place) {
    const isSvg = place instanceof SVGElement;
    place.classList.add(isSvg ? "hs-place--now" : "hs-place-text--now");
  }

  // Within its own pane only: the page as a whole stays where it is.
  function reveal(piece) {
    const scrolls = (pane) => pane && pane.scrollHeight > pane.clientHeight && getComputedStyle(pane).overflowY === "auto";
    const pane = [".hs-card", ".hs-review-page, .hs-review-card"].map((name) => piece.closest(name)).find(scrolls);
    if (!pane) return piece.scrollIntoView({ block: "nearest" });
    const box = piece.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    const isSeen = box.top >= frame.top + 48 && box.bottom <= frame.bottom - 48;
    if (!isSeen) pane.scrollTop += box.top - frame.top - (frame.height - box.height) / 2;
  }

  function choose(row, { movesFocus = false } = {}) {
    for (const other of rows) other.classList.toggle("hs-row--now", other === row);
    for (const old of review.querySelectorAll(".hs-place--now, .hs-place-text--now")) {
      old.classList.remove("hs-place--now", "hs-place-text--now");
    }
    const places = [...review.querySelectorAll("[data-shows]")].filter((place) => place.dataset.shows === row.dataset.place);
    places.forEach(mark);
    if (places[0]) reveal(places[0]);
    reveal(row);
    if (movesFocus) (row.querySelector("[data-choose]") ?? row.querySelector("a, button, summary"))?.focus({ preventScroll: true });
  }

  function step(by) {
    const next = rows[rows.findIndex(isNow) + by];
    if (next) choose(next, { movesFocus: true });
  }

  for (const row of rows) {
    row.addEventListener("focusin", () => isNow(row) || choose(row));
    row.addEventListener("click", () => isNow(row) || choose(row));
  }

  review.addEventListener("click", (event) => {
    const place = event.target.closest("[data-shows]");
    const row = place && rows.find((candidate) => candidate.dataset.place === place.dataset.shows);
    if (!row) return;
    review.dataset.shown = "card";
    choose(row, { movesFocus: true });
  });

  for (const link of review.querySelectorAll("[data-choose]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(link.closest("[data-place]"), { movesFocus: true });
    });
  }

  function edit(row) {
    const summary = row.querySelector("[data-edit]");
    const details = summary?.closest("details");
    if (details) details.open = true;
    else summary?.click();
    details?.querySelector("textarea, input")?.focus({ preventScroll: true });
    if (details) reveal(details);
  }

  function keep(row) {
    const button = row.querySelector("[data-keep]");
    if (button) button.click();
    else step(1);
  }

  const press = (selector) => document.querySelector(selector)?.click();
  const cardActs = { j: "[data-next-card]", k: "[data-previous-card]", a: "[data-accept]" };

  function inRow(event, row) {
    const isOnLabel = event.target === row || event.target.closest("[data-choose]");
    if (event.key === "Enter") return isOnLabel ? () => keep(row) : null;
    return { ArrowDown: () => step(1), ArrowUp: () => step(-1), e: () => edit(row) }[event.key];
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    const isHere = review.contains(event.target) || document.body.hasAttribute("data-shortcuts");
    const row = event.target.closest("[data-place]");
    const selector = isHere && cardActs[event.key];
    const act = (row && inRow(event, row)) || (selector && (() => press(selector)));
    if (!act) return;
    event.preventDefault();
    act();
  });

  const atFirst = rows.find(isNow);
  if (atFirst) choose(atFirst);

  for (const tab of document.querySelectorAll("[data-show]")) {
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      review.dataset.shown = tab.dataset.show;
      for (const other of document.querySelectorAll("[data-show]")) {
        other.toggleAttribute("aria-current", other === tab);
      }
    });
  }
}
