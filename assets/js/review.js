// The review of an import: the row in hand and its place on the source page are marked together.
//
//   <div class="hs-review" data-review>
//   [data-place="3"] on a row of the card   the row of field 3 (an <a> or <button> inside takes the focus)
//   [data-shows="3"] on the source page     a <rect class="hs-place"> or <mark class="hs-place-text">; several may bear one number
//   [data-show="page|card|list"]            the tabs on a narrow screen: sets data-shown on the review
//   [data-keep], [data-edit] in a row       what Enter and E press
// ↑ ↓ move from row to row while the focus is in the card and not in a field; a click on a place chooses its row.

for (const review of document.querySelectorAll("[data-review]")) {
  const rows = [...review.querySelectorAll("[data-place]")];
  const isTyping = (target) => ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
  const isNow = (row) => row.classList.contains("hs-row--now");

  function mark(place) {
    const isSvg = place instanceof SVGElement;
    place.classList.add(isSvg ? "hs-place--now" : "hs-place-text--now");
  }

  function choose(row, { movesFocus = false } = {}) {
    for (const other of rows) other.classList.toggle("hs-row--now", other === row);
    for (const old of review.querySelectorAll(".hs-place--now, .hs-place-text--now")) {
      old.classList.remove("hs-place--now", "hs-place-text--now");
    }
    const places = [...review.querySelectorAll("[data-shows]")].filter((place) => place.dataset.shows === row.dataset.place);
    places.forEach(mark);
    places[0]?.scrollIntoView({ block: "center", inline: "nearest" });
    if (movesFocus) row.querySelector("a, button, input, textarea, select")?.focus();
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
    row.scrollIntoView({ block: "nearest" });
  });

  review.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    const row = event.target.closest("[data-place]");
    if (!row) return;
    const press = (selector) => row.querySelector(selector)?.click();
    const acts = { ArrowDown: () => step(1), ArrowUp: () => step(-1), e: () => press("[data-edit]") };
    if (event.key === "Enter" && event.target === row) acts.Enter = () => press("[data-keep]");
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

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
