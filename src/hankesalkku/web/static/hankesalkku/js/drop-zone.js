// Files dragged onto a field: puts them into the plain file input and lists their names.
//
//   <div data-drop data-drop-chosen="Valittu:">   the frame; holds one <input type="file">
//   <p data-drop-words hidden>                    "Voit myös vetää…", shown since dragging works
//   <ul data-drop-list aria-live="polite">        the chosen files
//   data-drop-submit on the frame                 sends the form as soon as files were dropped

const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kt` : `${(bytes / 1e6).toFixed(1).replace(".", ",")} Mt`);

function list(zone, input) {
  const lines = [...input.files].map((file) => {
    const line = document.createElement("li");
    line.textContent = `${zone.dataset.dropChosen} ${file.name} (${size(file.size)})`;
    return line;
  });
  zone.querySelector("[data-drop-list]")?.replaceChildren(...lines);
}

function take(zone, input, files) {
  const taken = new DataTransfer();
  for (const file of input.multiple ? files : [...files].slice(0, 1)) taken.items.add(file);
  input.files = taken.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  if (zone.hasAttribute("data-drop-submit")) input.form?.requestSubmit();
}

for (const zone of document.querySelectorAll("[data-drop]")) {
  const input = zone.querySelector("input[type=file]");
  const words = zone.querySelector("[data-drop-words]");
  let depth = 0;
  const mark = () => zone.classList.toggle("hs-drop--over", depth > 0);
  if (words) words.hidden = false;
  input.addEventListener("change", () => list(zone, input));
  zone.addEventListener("dragenter", (event) => {
    event.preventDefault();
    depth += 1;
    mark();
  });
  zone.addEventListener("dragover", (event) => event.preventDefault());
  zone.addEventListener("dragleave", () => {
    depth -= 1;
    mark();
  });
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    depth = 0;
    mark();
    if (event.dataTransfer.files.length > 0) take(zone, input, event.dataTransfer.files);
  });
}
