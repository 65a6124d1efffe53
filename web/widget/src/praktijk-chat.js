/**
 * <praktijk-chat>: the chat on a practice's website.
 *
 * Attributes: `server` (origin of the chat API, "" for this site), `name` (above the chat), `accent` (a hex colour), `position` ("left" or "right"),
 * `phone` (of the practice, shown with the help lines), `open` (shows the chat; follows what the visitor does), `lang` (which Dutch: "nl", "nl-BE"),
 * `theme` ("light" where the website has no dark look). What `name`, `phone` and `accent` leave out comes from the settings of the practice on the server.
 * Light DOM: the emergency numbers, shown by browsers that do not run this script; and slots `launcher` (words on the button), `intro` (above the
 * conversation), `footer` (under the field).
 * Custom properties: `--pc-accent`, `--pc-on`, `--pc-ink`, `--pc-ink-dark` (all of which `accent` derives from one colour), `--pc-font`.
 * Events: `praktijk-chat-open`, `praktijk-chat-close`.
 * Hooks for tests and for styling, each the only part of its element:
 *   launcher  panel  header  robot  menu  menu-list  copy  save  erase  close  help  help-panel  notice  announcer
 *   log  message (data-from="visitor|bot", data-kind)  text  more  more-text  simple  sources  link  link-text
 *   button  feedback  helpful  unhelpful  comment  comment-send  retry  typing  status
 *   composer  composer textarea  send  to-help  confirm  confirm-erase  cancel-erase  restart
 * Kinds of its own besides those of the server: `error` (trouble or refusal) and `notice` (erased).
 */
import { LitElement, html, nothing } from "lit";
import { Conversation } from "./conversation.js";
import { icon, message } from "./message.js";
import { HELP_LINES, NL } from "./nl.js";
import { NARROW, styles } from "./styles.js";
import { inks, ownLines, spoken } from "./text.js";

const MAX_LENGTH = 1000;
const BUBBLE = "M4 5.500C4 4.700 4.700 4 5.500 4h13c.8 0 1.500.7 1.500 1.500v9c0 .8-.7 1.500-1.500 1.500H11l-4.500 4v-4h-1C4.700 16 4 15.300 4 14.500z";
const SEND = "M4 12l16-8-5 16-3.500-6.500z";
const CLOSE = "M6 6l12 12M18 6L6 18";
const DOTS = "M12 5.500v.01M12 12v.01M12 18.500v.01";

export class PraktijkChat extends LitElement {
  static styles = styles;

  static properties = {
    server: {},
    name: {},
    accent: {},
    phone: {},
    lang: {},
    position: { reflect: true },
    open: { type: Boolean, reflect: true },
    _isMenuOpen: { state: true },
    _isHelpOpen: { state: true },
    _isConfirming: { state: true },
    _length: { state: true },
    _told: { state: true },
    _practice: { state: true },
  };

  #narrow = matchMedia(NARROW);
  #shown = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #untell;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #silence;
  #isErasing = false;
  /** Whose server is being asked about the practice. @type {Conversation | undefined} */
  #meeting;
  /** What was said while the chat was closed. @type {import("./conversation.js").Item[]} */
  #unheard = [];

  constructor() {
    super();
    this.server = "";
    this.name = "";
    this.accent = "";
    this.phone = "";
    this.lang = "nl";
    /** What the server tells of the practice. @type {{name?: string, phone?: string, notice?: string, accent?: string} | null} */
    this._practice = null;
    this.position = "right";
    this.open = false;
    this._told = "";
    this._isMenuOpen = false;
    this._isHelpOpen = false;
    this._isConfirming = false;
    this._length = 0;
    this._talk = new Conversation(this, "");
  }

  connectedCallback() {
    super.connectedCallback();
    this.#narrow.addEventListener("change", this.#reshape);
    visualViewport?.addEventListener("resize", this.#fit);
    document.addEventListener("keydown", this.#onPageKey);
    if (!this.hasUpdated || !this.open) return;
    this.#panel.close(); // a dialog that was taken out of the page is no longer modal
    this.#show();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#narrow.removeEventListener("change", this.#reshape);
    visualViewport?.removeEventListener("resize", this.#fit);
    document.removeEventListener("keydown", this.#onPageKey);
  }

  // ---- what is shown -------------------------------------------------------------------------------------------------

  render() {
    const { items, isBusy, isOver } = this._talk;
    const lastOwn = items.findLastIndex((item) => item.from === "visitor");
    return html`
      <button type="button" part="launcher" lang=${this.#language} aria-haspopup="dialog" ?hidden=${this.open} @click=${() => (this.open = true)}>
        ${icon(BUBBLE)}<span><slot name="launcher">${NL.launcher}</slot></span>
      </button>
      <dialog part="panel" lang=${this.#language} aria-labelledby="title" @keydown=${this.#onKey} @cancel=${this.#onCancel} @click=${this.#onClick}>
        ${this.#header()} ${this.#help()}
        <div part="log" role="log" tabindex="0" aria-label=${NL.log} aria-live="off">
          ${this._practice?.notice ? html`<p part="notice">${this._practice.notice}</p>` : nothing}
          <slot name="intro"></slot>
          ${items.map((item, i) => message(item, i > lastOwn, this._talk))}
          ${isBusy ? html`<div part="typing" aria-hidden="true"><i></i><i></i><i></i></div>` : nothing}
        </div>
        <div part="announcer" class="unseen" aria-live="polite"></div>
        <p part="status" class="unseen" role="status">${isBusy ? NL.waiting : this._told || (this._length >= MAX_LENGTH ? NL.left(0) : "")}</p>
        ${this._told ? html`<p class="told" aria-hidden="true">${this._told}</p>` : nothing}
        ${this.#composer()} ${this._isConfirming && !isOver ? this.#confirm() : nothing} ${isOver ? this.#restart() : nothing}
      </dialog>
    `;
  }

  #header() {
    return html`<div part="header">
      <span class="face">${icon(BUBBLE)}</span>
      <div class="who"><h2 id="title" tabindex="-1">${this.name || this._practice?.name || NL.name}</h2><p part="robot">${NL.robot}</p></div>
      <div class="menu" @focusout=${this.#onMenuLeft}>
        <button type="button" part="menu" class="tool" aria-label=${NL.menu} aria-expanded=${this._isMenuOpen}
          @click=${() => (this._isMenuOpen = !this._isMenuOpen)}>${icon(DOTS)}</button>
        <div part="menu-list" ?hidden=${!this._isMenuOpen}>
          <button type="button" part="copy" @click=${this.#copy}>${NL.copy}</button>
          <button type="button" part="save" @click=${this.#save}>${NL.save}</button>
          <button type="button" part="erase" @click=${this.#askErase}>${NL.erase}</button>
        </div>
      </div>
      <button type="button" part="close" class="tool" aria-label=${NL.close} @click=${() => (this.open = false)}>${icon(CLOSE)}</button>
    </div>`;
  }

  #help() {
    return html`<button type="button" part="help" aria-expanded=${this._isHelpOpen} aria-controls="help"
        @click=${() => (this._isHelpOpen = !this._isHelpOpen)}>${NL.help}</button>
      <section part="help-panel" id="help" aria-label=${NL.help} ?hidden=${!this._isHelpOpen}>
        <ul>
          ${[...HELP_LINES, ...ownLines(this.practicePhone)].map(helpLine)}
        </ul>
        <p>${NL.helpNote}</p>
      </section>`;
  }

  #composer() {
    const left = MAX_LENGTH - this._length;
    return html`<form part="composer" ?hidden=${this._isConfirming || this._talk.isOver} @submit=${this.#onSubmit}>
      <textarea rows="1" aria-describedby="note" maxlength=${MAX_LENGTH} aria-label=${NL.question} placeholder=${NL.placeholder} enterkeyhint="send"
        @input=${() => (this._length = this.#textarea.value.length)} @keydown=${this.#onComposerKey}></textarea>
      <button type="submit" part="send" aria-label=${NL.send} aria-disabled=${this._talk.isBusy}>${icon(SEND)}</button>
      <button type="button" part="to-help" class="pill" @click=${this.#toHelp}>${NL.toHelp}</button>
      <small id="note" class=${left <= 100 ? "" : "note"}>${left <= 100 ? NL.left(left) : NL.note}</small>
      <slot name="footer"></slot>
    </form>`;
  }

  #confirm() {
    return html`<div part="confirm" class="foot" role="group" aria-labelledby="question">
      <p id="question">${NL.eraseQuestion}</p>
      <button type="button" part="confirm-erase" class="solid" @click=${this.#erase}>${NL.eraseYes}</button>
      <button type="button" part="cancel-erase" class="pill" @click=${this.#leaveConfirm}>${NL.eraseNo}</button>
    </div>`;
  }

  #restart() {
    return html`<div class="foot"><button type="button" part="restart" class="solid" @click=${this.#again}>${NL.again}</button></div>`;
  }

  /** @param {import("lit").PropertyValues} changed */
  willUpdate(changed) {
    if (!changed.has("server")) return;
    this._talk.retire();
    this._talk = new Conversation(this, this.server ?? "");
    this._practice = null;
    this.#meet();
    if (this.hasUpdated && this.open) this._talk.begin();
  }

  /** @param {import("lit").PropertyValues} changed */
  updated(changed) {
    if (changed.has("accent") || changed.has("_practice")) this.#colour();
    if (this.isConnected && changed.has("open") && (this.open || changed.get("open"))) this.open ? this.#show() : this.#hide();
    const shown = `${this._talk.items.length} ${this._talk.isBusy}`;
    if (shown !== this.#shown) this.#scroll();
    this.#shown = shown;
    if (this._talk.isOver && this.shadowRoot?.activeElement?.closest("[part=composer]")) this.#part("restart").focus();
  }

  /** The colour of the attribute, else what the page's own styles say, else that of the practice's settings. */
  #colour() {
    const names = /** @type {const} */ (["accent", "on", "ink", "ink-dark"]);
    for (const name of names) this.style.removeProperty(`--pc-${name}`);
    const isStyled = getComputedStyle(this).getPropertyValue("--pc-accent");
    const colours = inks(this.accent || (isStyled ? "" : (this._practice?.accent ?? "")));
    for (const name of names) if (colours) this.style.setProperty(`--pc-${name}`, colours[name]);
  }

  /** Asks the server what the practice has set; without an answer the attributes must do, and opening the chat asks again. */
  async #meet() {
    const talk = this._talk;
    if (this.#meeting === talk) return;
    this.#meeting = talk;
    const practice = await talk.practice().catch(() => null);
    if (this.#meeting !== talk) return; // another server has been named since
    this.#meeting = undefined;
    this._practice = practice;
  }

  get practicePhone() {
    return this.phone || this._practice?.phone || "";
  }

  get #language() {
    return /^nl\b/i.test(this.lang) ? this.lang : "nl";
  }

  /** Has a screen reader say what the bot said, once: the conversation itself is changed too often to be read as it changes. @param {import("./conversation.js").Item[]} items */
  announce(items) {
    if (!this.open) return void this.#unheard.push(...items);
    const place = this.#part("announcer");
    place.replaceChildren(...items.map((item) => Object.assign(document.createElement("p"), { textContent: spoken(item) })));
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => place.replaceChildren(), 20_000); // not to be met a second time by who reads on from here
  }

  /** Brings what is new into view from its beginning, with the question before it. */
  #scroll() {
    const { items, firstNew, isBusy } = this._talk;
    const log = this.#part("log");
    const isLow = getComputedStyle(log).overflowY === "visible"; // then the whole panel scrolls, under the help button
    const scroller = isLow ? this.#part("panel") : log;
    const rows = log.querySelectorAll('[part="message"]');
    const asked = items[firstNew - 1]?.from === "visitor" ? rows[firstNew - 1] : undefined;
    const row = asked && asked.clientHeight < log.clientHeight / 3 ? asked : rows[firstNew]; // a long question would hide what answers it
    if (isBusy) scroller.scrollTop = scroller.scrollHeight;
    else if (row && firstNew) scroller.scrollTop += row.getBoundingClientRect().top - scroller.getBoundingClientRect().top - (isLow ? 56 : 12);
  }

  /** @param {string} part */
  #part(part) {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector(`[part="${part}"]`));
  }

  get #panel() {
    return /** @type {HTMLDialogElement} */ (this.#part("panel"));
  }

  get #textarea() {
    return /** @type {HTMLTextAreaElement} */ (this.renderRoot.querySelector("[part=composer] textarea"));
  }

  // ---- opening and closing -------------------------------------------------------------------------------------------

  #show() {
    this.#unfold(null);
    const unheard = this.#unheard.splice(0);
    if (unheard.length) setTimeout(() => this.announce(unheard.filter((item) => this._talk.items.includes(item))), 500);
    this.dispatchEvent(new Event("praktijk-chat-open", { bubbles: true, composed: true }));
    if (!this._practice) this.#meet();
    if (!this._talk.items.length && !this._talk.isBusy) this._talk.begin();
  }

  /** @param {Element | null} at where the focus was in it */
  #unfold(at) {
    if (this.#narrow.matches) this.#panel.showModal();
    else this.#panel.show();
    this.#fit();
    if (at instanceof HTMLElement) at.focus({ preventScroll: true });
    else this.#focusIn();
  }

  /** To the field, except where that would raise the keyboard of a phone. */
  #focusIn() {
    const isTouch = this.#narrow.matches || matchMedia("(pointer: coarse)").matches;
    const title = /** @type {HTMLElement} */ (this.renderRoot.querySelector("#title"));
    (isTouch || this.#part("composer").hidden ? title : this.#textarea).focus();
  }

  #hide() {
    this.#panel.close();
    this._isMenuOpen = this._isHelpOpen = this._isConfirming = false;
    this.#part("announcer").replaceChildren();
    if ([this, document.body, null].includes(/** @type {any} */ (document.activeElement))) this.#part("launcher").focus(); // else a button of the page opened it
    this.dispatchEvent(new Event("praktijk-chat-close", { bubbles: true, composed: true }));
  }

  /** The window became narrow or wide: a dialog is modal, or not, from its opening. */
  #reshape = () => {
    if (!this.open) return;
    const at = this.shadowRoot?.activeElement ?? null;
    this.#panel.close();
    this.#unfold(at);
  };

  /** Whatever of the page has the focus may lie under the chat. @param {KeyboardEvent} event */
  #onPageKey = (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !event.composedPath().includes(this)) this.open = false;
  };

  /** Leaves room for the keyboard on a phone; not while the visitor has zoomed in. */
  #fit = () => {
    const view = visualViewport;
    const isCovered = this.open && this.#narrow.matches && view && view.scale === 1 && view.height < innerHeight;
    this.style.setProperty("--pc-height", isCovered ? `${view.height}px` : "");
  };

  /** @param {Event} event Android's back gesture */
  #onCancel(event) {
    event.preventDefault();
    this.#stepBack();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.#stepBack();
  }

  #stepBack() {
    if (this._isConfirming) this.#leaveConfirm();
    else if (this._isMenuOpen) {
      this._isMenuOpen = false;
      this.#part("menu").focus();
    } else if (this._isHelpOpen) {
      this._isHelpOpen = false;
      this.#part("help").focus();
    } else this.open = false;
  }

  /** @param {FocusEvent} event */
  #onMenuLeft(event) {
    const menu = /** @type {Element} */ (event.currentTarget);
    if (!menu.contains(/** @type {Node | null} */ (event.relatedTarget))) this._isMenuOpen = false;
  }

  /** @param {Event} event */
  #onClick(event) {
    const target = /** @type {Element} */ (event.target);
    if (!target.closest(".menu")) this._isMenuOpen = false; // Safari gives no focus to what is tapped, so none is lost
    if (target.closest("[part=retry]")) this.#focusIn(); // the button goes away
    const link = target.closest("a"); // one to a place on this page leads behind a chat that fills the screen
    if (link?.hash && link.origin === location.origin && this.#narrow.matches) this.open = false;
  }

  // ---- what the visitor does -----------------------------------------------------------------------------------------

  /** @param {Event} event */
  async #onSubmit(event) {
    event.preventDefault();
    const text = this.#textarea.value.trim();
    if (!text || this._talk.isBusy) return;
    if (!this._talk.isOpen && !(await this._talk.begin())) return; // what was typed stays in the field until there is a conversation
    const rest = this.#textarea.value.trim(); // typed on while the conversation was being opened
    this.#write(rest.startsWith(text) ? rest.slice(text.length).trimStart() : rest);
    this._isHelpOpen = false; // room for the reply
    this._talk.say(text);
  }

  /** @param {KeyboardEvent} event */
  #onComposerKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#onSubmit(event);
  }

  /** @param {string} text */
  #write(text) {
    this.#textarea.value = text;
    this._length = text.length;
  }

  /** Puts back what could not be said, unless something else has been typed since. @param {string} text */
  takeBack(text) {
    const isFree = !this.#textarea.value;
    if (isFree) this.#write(text);
    return isFree;
  }

  /** For who uses the keyboard: from the field to the numbers, past all buttons of the conversation. */
  async #toHelp() {
    this._isHelpOpen = true;
    await this.updateComplete;
    this.#part("help-panel").querySelector("a")?.focus();
  }

  async #again() {
    this._talk.begin();
    await this.updateComplete;
    this.#focusIn();
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this._talk.transcript);
      this.#tell(NL.copied);
    } catch {
      this.#tell(NL.notCopied);
    }
  }

  #save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${NL.fileNote}\n\n${this._talk.transcript}\n`], { type: "text/plain;charset=utf-8" }));
    link.download = NL.fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    this.#tell(NL.saved);
  }

  /** Says for a few seconds what was done from the menu, which closes. @param {string} what */
  #tell(what) {
    this._isMenuOpen = false;
    this.#part("menu").focus();
    this._told = what;
    clearTimeout(this.#untell);
    this.#untell = setTimeout(() => (this._told = ""), 6000);
  }

  async #askErase() {
    this._isMenuOpen = false;
    this._isConfirming = true;
    await this.updateComplete;
    this.#part("cancel-erase").focus();
  }

  async #leaveConfirm() {
    this._isConfirming = false;
    await this.updateComplete;
    this.#part("menu").focus();
  }

  async #erase() {
    if (this.#isErasing) return;
    this.#isErasing = true;
    await this._talk.erase();
    this.#isErasing = false;
    if (!this._talk.isOver) return this._isConfirming ? this.#leaveConfirm() : undefined;
    this._isConfirming = false;
    this.#write("");
    await this.updateComplete;
    this.#part("restart").focus();
  }
}

/** @param {{label: string, number: string, url: string}} line */
function helpLine({ label, number, url }) {
  const target = url.startsWith("https") ? "_blank" : nothing;
  return html`<li><a part="link" href=${url} target=${target} rel="noopener noreferrer"><span>${label}</span><strong>${number}</strong></a></li>`;
}

if (!customElements.get("praktijk-chat")) customElements.define("praktijk-chat", PraktijkChat);
