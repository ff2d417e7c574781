// Keeps a draft of a long form: sends it in the background and says when that was.
//
//   <form data-autosave="/app/…/luonnos/" data-autosave-seconds="10">   where the form's fields are sent by POST
//   <p data-autosave-status role="status">   takes the answer's text ("Luonnos tallessa 10.41")
// The form is sent only when something changed, one request at a time; leaving it unsent asks the browser's question.

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const status = form.querySelector("[data-autosave-status]");
  let isChanged = false;
  let isSending = false;
  let isLeaving = false;

  async function save() {
    if (!isChanged || isSending) return;
    isSending = true;
    isChanged = false;
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: new FormData(form), credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      if (status) status.textContent = await answer.text();
    } catch {
      isChanged = true;
    } finally {
      isSending = false;
    }
  }

  form.addEventListener("input", () => (isChanged = true));
  form.addEventListener("submit", () => (isLeaving = true));
  setInterval(save, 1000 * Number(form.dataset.autosaveSeconds || 10));
  window.addEventListener("beforeunload", (event) => {
    if (isChanged && !isLeaving) event.preventDefault();
  });
}
