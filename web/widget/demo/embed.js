/** /embed: the chat on the page follows the choices in the form, and so does the code to copy. */

const chat = /** @type {HTMLElement & {open: boolean, updateComplete: Promise<boolean>}} */ (document.querySelector("praktijk-chat"));
const form = /** @type {HTMLFormElement} */ (document.querySelector("#choices"));
const HELP = chat.innerHTML.trimEnd();
const ATTRIBUTES = ["name", "phone", "accent", "position", "theme"];
const SLOTS = ["launcher", "intro", "footer"];

/** @template {HTMLElement} T @param {string} id @returns {T} */
const part = (id) => /** @type {T} */ (document.getElementById(id));

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** What the visitor of this page has filled in, without what is empty or goes without saying. @param {string[]} names */
function filledIn(names) {
  const given = new FormData(form);
  return names
    .map((name) => /** @type {[string, string]} */ ([name, String(given.get(name) ?? "").trim()]))
    .filter(([name, value]) => value && !(name === "position" && value === "right"));
}

/** The line of the practice among the help lines, with the address that the chat itself gives the number. @param {[string, string][]} attributes */
function ownLine(attributes) {
  const phone = attributes.find(([name]) => name === "phone")?.[1];
  const href = [...(chat.shadowRoot?.querySelectorAll("[part=help-panel] a") ?? [])].at(-1)?.getAttribute("href");
  return phone ? `    <li>De praktijk: <a href="${href}">${escaped(phone)}</a>.</li>\n` : "";
}

async function show() {
  const attributes = filledIn(ATTRIBUTES);
  const slots = filledIn(SLOTS);
  for (const name of ATTRIBUTES) {
    const value = attributes.find(([given]) => given === name)?.[1];
    if (value) chat.setAttribute(name, value);
    else chat.removeAttribute(name);
  }
  for (const name of SLOTS) {
    chat.querySelector(`:scope > [slot="${name}"]`)?.remove();
    const text = slots.find(([given]) => given === name)?.[1];
    if (text) chat.append(Object.assign(document.createElement("span"), { slot: name, textContent: text }));
  }
  await chat.updateComplete;
  const { origin } = location;
  part("code").textContent = [
    `<script src="${origin}/widget.js" defer></script>`,
    `<praktijk-chat server="${origin}"${attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("")}>`,
    ...slots.map(([name, value]) => `  <span slot="${name}">${escaped(value)}</span>`),
    HELP.replace(/^\n/, "").replace(/^ {2}/gm, "").replace("  </ul>", `${ownLine(attributes)}  </ul>`),
    "</praktijk-chat>",
  ].join("\n");
  part("policy").textContent = `script-src ${origin}; connect-src ${origin}`;
  part("accent-note").textContent = colourNote();
}

/** What becomes of the chosen colour. */
function colourNote() {
  const given = /** @type {HTMLInputElement} */ (part("accent")).value.trim();
  if (!given) return "Leeg: de kleur uit de instellingen van de praktijk.";
  const on = chat.style.getPropertyValue("--pc-on");
  if (!on) return "Schrijf de kleur als #2f6f6a. Tot dan geldt die uit de instellingen.";
  return on === "#fff" ? "De letters op deze kleur zijn wit; dat is goed te lezen." : "Op deze lichte kleur worden de letters donker, zodat ze te lezen zijn.";
}

form.addEventListener("input", (event) => {
  const accent = /** @type {HTMLInputElement} */ (part("accent"));
  const pick = /** @type {HTMLInputElement} */ (part("pick"));
  if (event.target === pick) accent.value = pick.value;
  else if (/^#[\da-f]{6}$/i.test(accent.value.trim())) pick.value = accent.value.trim().toLowerCase();
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
part("look").addEventListener("click", () => (chat.open = true));
part("copy").addEventListener("click", async () => {
  const code = part("code");
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    part("copied").textContent = "Gekopieerd.";
  } catch {
    getSelection()?.selectAllChildren(code);
    part("copied").textContent = "De code is geselecteerd. Kopieer hem met Ctrl+C of Cmd+C.";
  }
});

customElements.whenDefined("praktijk-chat").then(show);
