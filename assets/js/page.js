// On every page: closes menus, moves the focus to what has to be read first, says that a fragment is on its way.
//
//   <details data-menu>        closes by Esc (focus back on its summary), by a click beside it, when focus leaves it
//   data-focus                 the first such element takes the focus when the page has come, or after a fragment
//                              (error summary, status line after a save)
//   <div data-busy="Haetaan…"> the one role=status line; filled 300 ms after a request of htmx has left
//   data-quiet                 an element whose requests are not spoken of (polling)

const BUSY_AFTER_MS = 300;

const openMenus = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    const heldFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (heldFocus) menu.querySelector("summary").focus();
  }
});

document.addEventListener("click", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("focusin", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
});

function focusFirst(root) {
  const wanted = root.matches?.("[data-focus]") ? root : root.querySelector("[data-focus]");
  wanted?.focus();
}

focusFirst(document);
document.addEventListener("htmx:after:settle", (event) => focusFirst(event.target));

const busy = document.querySelector("[data-busy]");
let underWay = 0;
let timer = 0;

if (busy) {
  const isQuiet = (event) => Boolean(event.target.closest?.("[data-quiet]"));
  document.addEventListener("htmx:before:request", (event) => {
    if (isQuiet(event)) return;
    underWay += 1;
    if (underWay === 1) timer = setTimeout(() => (busy.textContent = busy.dataset.busy), BUSY_AFTER_MS);
  });
  document.addEventListener("htmx:finally:request", (event) => {
    if (isQuiet(event)) return;
    underWay = Math.max(0, underWay - 1);
    if (underWay > 0) return;
    clearTimeout(timer);
    busy.textContent = "";
  });
}
