// Keyboard shortcuts; loaded only for a person who has switched them on (Frame.has_shortcuts).
//
//   /        to the search field [data-search]
//   g t, g h to <body data-tasks="…" data-projects="…">
//   j, k     next and previous row: the first link inside the next [data-row]
//   ?        opens <dialog data-shortcut-list>
// Nothing happens while a person types, or together with Ctrl, Alt or Meta.

const WAIT_FOR_SECOND_MS = 1500;
let firstKeyAt = 0;

const isTyping = (target) => target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);

function moveRow(step) {
  const rows = [...document.querySelectorAll("[data-row]")];
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[now === -1 ? (step > 0 ? 0 : rows.length - 1) : now + step];
  next?.querySelector("a, button")?.focus();
}

const acts = {
  "/": () => document.querySelector("[data-search]")?.focus(),
  "?": () => document.querySelector("[data-shortcut-list]")?.showModal(),
  j: () => moveRow(1),
  k: () => moveRow(-1),
};

function leadTo(key) {
  const address = { t: document.body.dataset.tasks, h: document.body.dataset.projects }[key];
  if (address) location.assign(address);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.timeStamp - firstKeyAt < WAIT_FOR_SECOND_MS && firstKeyAt > 0) {
    firstKeyAt = 0;
    leadTo(event.key);
    return;
  }
  if (event.key === "g") {
    firstKeyAt = event.timeStamp;
    return;
  }
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
