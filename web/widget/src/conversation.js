/** What is said, in order, and what may happen to it: sending, failing, trying again, erasing. No DOM. */
import { ChatApi, ChatError, uuid } from "./api.js";
import { HELP_LINES, NL } from "./nl.js";
import { dutchDate, ownLines } from "./text.js";

/**
 * @typedef {import("./message.js").Item} Item
 *
 * Who shows the conversation. `announce` gets what the bot has newly said; `takeBack` gets what was typed and could not be said, and tells whether it had room for it.
 * @typedef {{practicePhone: string, requestUpdate(): void, takeBack(text: string): boolean, announce(items: Item[]): void}} Host
 */

export class Conversation {
  /** @type {Item[]} */
  items = [];
  /** Where in `items` the newest begin. */
  firstNew = 0;
  isBusy = false;
  /** The server no longer knows it: only a new one can be begun. */
  isOver = false;
  /** Counts erasures, so that a reply that arrives after one is dropped. */
  #erasures = 0;
  #api;
  #host;

  /** @param {Host} host @param {string} server */
  constructor(host, server) {
    this.#host = host;
    this.#api = new ChatApi(server);
  }

  /** Takes up the conversation of this tab, or opens a new one; tells whether there is one. */
  async begin() {
    if (this.isOver) this.items = [];
    this.isOver = false;
    await this.#ask(() => (this.#api.token ? this.#restored() : this.#api.open()));
    return this.isOpen;
  }

  practice() {
    return this.#api.practice();
  }

  get isOpen() {
    return !!this.#api.token;
  }

  /** @param {string} text */
  say(text) {
    return this.#send(text, { text });
  }

  /** @param {Item} item @param {import("./api.js").Button} button */
  async press(item, button) {
    if (this.isBusy || this.isOver) return;
    item.chosen = button.id;
    await this.#send(button.label, { button: button.id });
  }

  /** @param {Item} item @param {boolean} helpful @param {string} [comment] what the visitor adds to a judgement that was given */
  async rate(item, helpful, comment) {
    if (item.isRating) return;
    const erasures = this.#erasures;
    const before = item.helpful;
    /** @type {Item[]} */
    let messages = [];
    this.change(item, { helpful, isRating: true });
    try {
      messages = await this.#api.feedback(item.id, helpful, comment);
      this.change(item, { isRated: true, isCommented: item.isCommented || !!comment, rateNote: comment ? NL.commented : NL.thanks });
    } catch {
      this.change(item, { helpful: before, rateNote: NL.notRated });
    }
    item.isRating = false;
    if (erasures !== this.#erasures) return;
    if (messages.length) this.#add(...messages);
    else this.#host.announce([{ id: "", kind: "", text: item.rateNote ?? "" }]);
  }

  /** The conversation as plain text, for the visitor to keep. */
  get transcript() {
    return this.items.filter((item) => item.id).map((item) => {
      const links = (item.links ?? []).map(({ label, url }) => `${label}: ${url.replace(/^(tel|mailto):/, "")}`);
      const sources = (item.sources ?? []).map((s) => `${NL.sources[0]}: ${s.title}, ${dutchDate(s.date)}`);
      return [item.from === "visitor" ? NL.you : NL.bot, item.text, ...links, ...sources].join("\n");
    }).join("\n\n");
  }

  /** @param {Item} item @param {Partial<Item>} change */
  change(item, change) {
    Object.assign(item, change);
    this.#host.requestUpdate();
  }

  /** Drops what is still to come. */
  retire() {
    this.#erasures++;
    this.isBusy = false;
  }

  async erase() {
    try {
      await this.#api.erase();
    } catch (error) {
      if (error instanceof ChatError && error.isGone) return this.#end(error);
      return this.#tell("error", (error instanceof ChatError && error.message) || NL.notErased);
    }
    this.retire();
    this.isOver = true;
    this.items = [];
    this.#tell("notice", NL.erased);
  }

  /** For who must not be seen here: the conversation goes, and another page takes the place of this one, also under "back". */
  leave() {
    this.#api.abandon();
    this.retire();
    this.isOver = true;
    this.items = [];
    this.#host.announce([]);
    this.#host.requestUpdate();
    location.replace(NL.elsewhere);
  }

  /** @param {string} text @param {{text: string} | {button: string}} what */
  async #send(text, what) {
    const id = uuid();
    /** @type {Item} */
    const said = { id, kind: "", from: "visitor", text };
    this.#add(said);
    await this.#ask(() => this.#api.send(id, what), "text" in what ? said : undefined);
  }

  /** The history, with the buttons the visitor chose in it. */
  async #restored() {
    const items = /** @type {Item[]} */ (await this.#api.history());
    items.forEach((item, i) => {
      item.isRestored = true;
      const reply = items.slice(i + 1).find((later) => later.from === "visitor");
      if (reply) item.chosen = item.buttons?.find((b) => b.label === reply.text)?.id;
    });
    return items;
  }

  /**
   * Shows what the server answers. When that fails, what can be done; trying again repeats the very same request.
   * @param {() => Promise<Item[]>} call
   * @param {Item} [typed] what the visitor typed, given back when it could not be said
   */
  async #ask(call, typed) {
    const erasures = this.#erasures;
    const isCurrent = () => erasures === this.#erasures;
    for (const item of this.items) delete item.retry; // the conversation goes on
    this.isBusy = true;
    this.#host.requestUpdate();
    try {
      const items = await call();
      if (isCurrent()) this.#add(...items);
    } catch (error) {
      if (isCurrent()) this.#fail(error, () => this.#ask(call, typed), typed);
    } finally {
      if (isCurrent()) this.isBusy = false;
      this.#host.requestUpdate();
    }
  }

  /** @param {unknown} thrown @param {() => void} again @param {Item} [typed] */
  #fail(thrown, again, typed) {
    const error = thrown instanceof ChatError ? thrown : new ChatError(0);
    if (error.isGone) return this.#end(error, typed);
    if (error.isRefusal) {
      this.#giveBack(typed);
      return this.#tell("error", error.message || NL.refused);
    }
    const phone = this.#host.practicePhone;
    const links = [...HELP_LINES.slice(0, 2), ...ownLines(phone)].map(({ number, url }) => ({ label: NL.call(number), url }));
    const retry = () => {
      this.items = this.items.filter((item) => item.retry !== retry);
      again();
    };
    this.#tell("error", NL.trouble(phone), { links, retry });
  }

  /** @param {ChatError} error @param {Item} [typed] */
  #end(error, typed) {
    this.#api.forget();
    this.#giveBack(typed);
    this.isOver = true;
    this.#tell("error", error.message || NL.gone);
  }

  /** @param {Item} [typed] */
  #giveBack(typed) {
    if (typed && this.#host.takeBack(typed.text)) this.items = this.items.filter((item) => item !== typed);
  }

  /** A message of the widget itself. @param {string} kind @param {string} text @param {Partial<Item>} [more] */
  #tell(kind, text, more) {
    this.#add({ id: "", kind, text, ...more });
  }

  /** @param {Item[]} items */
  #add(...items) {
    // In a conversation that is taken up again the last question and what follows are the newest.
    this.firstNew = this.items.length + (items[0]?.isRestored ? items.findLastIndex((item) => item.from === "visitor") + 1 : 0);
    this.items = [...this.items, ...items];
    this.#host.announce(items.filter((item) => item.from !== "visitor" && !item.isRestored));
    this.#host.requestUpdate();
  }
}
