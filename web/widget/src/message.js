/** How one message looks. Whatever the server sends becomes text nodes and checked addresses, never markup. */
import { html, nothing } from "lit";
import { NL } from "./nl.js";
import { dutchDate, linkDetail, safeHref, toBlocks } from "./text.js";

/**
 * A message as the widget keeps it, with what the visitor did to it.
 * @typedef {import("./api.js").Message & {chosen?: string, helpful?: boolean, rateNote?: string, isMore?: boolean,
 *   isSimple?: boolean, isCommented?: boolean, isRating?: boolean, isRated?: boolean, isRestored?: boolean, retry?: () => void}} Item
 *
 * What a visitor can do with a message.
 * @typedef {Pick<import("./conversation.js").Conversation, "press" | "rate" | "change" | "leave">} Actions
 */

/** @param {string} d */
export const icon = (d) => html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${d} /></svg>`;

const THUMB = "M7 10v10H3V10h4zm3 9V10l4-7c1.5 0 2.4 1.3 2 2.7L15 9h5c1.2 0 2 1 1.8 2.2l-1.3 7c-.2 1-1 1.8-2 1.8H11.500z";
const VIOLENCE = "geweld"; // where someone may be reading along
const CHECK = "M5 12.500l4.500 4.500L19 7.500";

/** @param {string} text */
const blocks = (text) =>
  toBlocks(text).map((b) => (b.items ? html`<ul>${b.items.map((i) => html`<li>${i}</li>`)}</ul>` : html`<p>${b.text}</p>`));

/** @param {import("./api.js").Link} link @param {boolean} [withSite] also names the site of a web address */
function anchor({ label, url }, withSite = false) {
  const href = safeHref(url, location.href);
  if (!href) return html`<span part="link-text">${label}</span>`;
  const isWeb = /^https:/i.test(url);
  const detail = !isWeb || withSite ? linkDetail(label, href) : "";
  return html`<a part="link" href=${href} target=${isWeb ? "_blank" : nothing} rel=${isWeb ? "noopener noreferrer" : nothing}
    ><span>${label.replace(/(\d)-(?=\d)/g, "$1\u2011")}</span>${detail && html`<strong>${detail}</strong>`}${isWeb ? html`<span class="unseen"> ${NL.newTab}</span>` : nothing}</a>`;
}

/** @param {Item} item @param {boolean} isCurrent the conversation has not gone on since @param {Actions} on */
export function message(item, isCurrent, on) {
  const { from = "bot", kind, links = [], buttons = [], sources = [] } = item;
  const heading = NL.headings[kind];
  const isCrisis = kind === "crisis";
  const text = from === "visitor" ? [html`<p>${item.text}</p>`] : blocks((item.isSimple && item.simple) || item.text);
  const leave = isCrisis && item.answer === VIOLENCE
    ? html`<button type="button" part="leave" class="pill" @click=${() => on.leave()}>${NL.leave}</button>`
    : nothing;
  const actions = links.length ? html`<div class="links">${links.map((l) => anchor(l, isCrisis))}</div>` : nothing;
  return html`<div part="message" class=${from} data-from=${from} data-kind=${kind ?? nothing}>
    <div class="bubble">
      <span class="unseen">${from === "visitor" ? NL.you : NL.bot}</span>
      ${heading ? html`<p class="heading">${heading}</p>` : nothing}
      <div part="text">${isCrisis ? [text[0], leave, actions, ...text.slice(1)] : text}</div>
      ${item.isMore && item.more ? html`<div part="more-text">${blocks(item.more)}</div>` : nothing}
      ${isCrisis ? nothing : actions}
      ${item.retry ? html`<button type="button" part="retry" class="pill" @click=${item.retry}>${NL.retry}</button>` : nothing}
      ${tools(item, on)} ${sources.length ? sourceList(sources) : nothing}
    </div>
    ${kind === "answer" ? rating(item, on) : nothing}
    ${buttons.length
      ? html`<div class="buttons ${isCurrent ? "" : "quiet"}" role="group" aria-label=${NL.choices}>
          ${buttons.map((b) => choice(item, b, on))}
        </div>`
      : nothing}
  </div>`;
}

/** @param {Item} item @param {Actions} on */
const tools = (item, on) =>
  item.more || item.simple
    ? html`<div class="tools">
        ${item.more
          ? html`<button type="button" part="more" aria-expanded=${!!item.isMore} @click=${() => on.change(item, { isMore: !item.isMore })}>
              ${item.isMore ? NL.less : NL.more}
            </button>`
          : nothing}
        ${item.simple
          ? html`<button type="button" part="simple" aria-pressed=${!!item.isSimple} @click=${() => on.change(item, { isSimple: !item.isSimple })}>
              ${NL.simple}
            </button>`
          : nothing}
      </div>`
    : nothing;

/** @param {import("./api.js").Source[]} sources */
const sourceList = (sources) => html`<details part="sources">
  <summary>${NL.sources[sources.length > 1 ? 1 : 0]}<span class="date">${[...new Set(sources.map((s) => s.date).filter(Boolean))].map(dutchDate).join(", ")}</span></summary>
  <ul>
    ${sources.map(
      (s) => html`<li>
        ${s.url ? anchor({ label: s.title, url: s.url }) : html`<span>${s.title}</span>`}
        <small>${NL.publisher}: ${s.publisher || NL.unknown}</small><small>${NL.date}: ${dutchDate(s.date)}</small>
      </li>`,
    )}
  </ul>
</details>`;

/** @param {Item} item @param {import("./api.js").Button} button @param {Actions} on */
function choice(item, button, on) {
  const isChosen = item.chosen === button.id;
  return html`<button type="button" part="button" class="pill ${isChosen ? "chosen" : ""}" @click=${() => on.press(item, button)}>
    ${isChosen ? icon(CHECK) : nothing}${button.label}${isChosen ? html`<span class="unseen"> (${NL.chosen})</span>` : nothing}
  </button>`;
}

/** @param {Item} item @param {Actions} on */
const rating = (item, on) => html`<div part="feedback" class="rating" role="group" aria-label=${NL.rate}>
  ${[true, false].map(
    (helpful) => html`<button type="button" part=${helpful ? "helpful" : "unhelpful"} class=${helpful ? "" : "down"}
      aria-label=${helpful ? NL.helpful : NL.unhelpful} aria-pressed=${item.helpful === helpful} @click=${() => on.rate(item, helpful)}>
      ${icon(THUMB)}
    </button>`,
  )}
  <span>${item.rateNote ?? NL.rate}</span>
</div>
${!item.isRated || item.isCommented ? nothing : commentForm(item, on)}`;

/** @param {Item} item @param {Actions} on */
function commentForm(item, on) {
  /** @param {Event} event */
  const send = async (event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const field = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
    const thumb = /** @type {HTMLElement | null} */ (form.parentElement?.querySelector('[part="feedback"] [aria-pressed="true"]'));
    const text = field.value.trim();
    if (!text) return field.focus();
    await on.rate(item, !!item.helpful, text); // stays in the field until it has arrived
    if (item.isCommented) thumb?.focus(); // the field goes away
  };
  return html`<form part="comment" class="comment" @submit=${send}>
    <label><span>${NL.comment}</span><textarea rows="2" maxlength="1000"></textarea></label>
    <button type="submit" part="comment-send" class="pill">${NL.commentSend}</button>
  </form>`;
}
