// Security keys (WebAuthn): asks the browser for a credential and sends it with the form.
//
//   <form data-security-key="get|create" data-failed="words" hidden>   shown where the browser knows keys
//   <script id="security-key-options" type="application/json">         what the server asks for
//   <input name="credential">, <button type="button">, <p role="status">

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const listed = (credentials) => (credentials ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

function asked({ publicKey }) {
  const options = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (options.user) options.user = { ...options.user, id: bytes(options.user.id) };
  if (options.excludeCredentials) options.excludeCredentials = listed(options.excludeCredentials);
  if (options.allowCredentials) options.allowCredentials = listed(options.allowCredentials);
  return { publicKey: options };
}

function told(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
    if (credential.response[name]) response[name] = text(credential.response[name]);
  const results = credential.getClientExtensionResults();
  return { id: credential.id, rawId: text(credential.rawId), type: credential.type, response, clientExtensionResults: results };
}

for (const form of document.querySelectorAll("[data-security-key]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  form.querySelector("button[type=button]").addEventListener("click", async () => {
    try {
      const options = asked(JSON.parse(document.getElementById("security-key-options").textContent));
      const credential = await navigator.credentials[form.dataset.securityKey](options);
      form.elements.credential.value = JSON.stringify(told(credential));
      form.submit();
    } catch {
      form.querySelector("[role=status]").textContent = form.dataset.failed;
    }
  });
}
