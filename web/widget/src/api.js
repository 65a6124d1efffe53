/** The client of the chat API (docs/chat-api.md): one conversation, whose token lives in sessionStorage. */

/**
 * @typedef {{id: string, label: string, answer?: string}} Button
 * @typedef {{label: string, url: string}} Link
 * @typedef {{title: string, publisher: string | null, date: string | null, url?: string}} Source
 * @typedef {{id: string, kind: string, text: string, answer?: string | null, buttons?: Button[], links?: Link[],
 *   sources?: Source[], more?: string, simple?: string, reason?: string, from?: "visitor" | "bot"}} Message
 */

export const DEADLINE = 8000;
const PAUSE = 600;
const KEY = "praktijk-chat";

/** What went wrong: `status` 0 when no answer came in time, else the HTTP status; `message` is a Dutch sentence or "". */
export class ChatError extends Error {
  /** @param {number} status @param {string} [sentence] */
  constructor(status, sentence = "") {
    super(sentence);
    this.status = status;
  }

  get isGone() {
    return this.status === 401;
  }

  /** The server understood, and refuses; anything else is trouble. */
  get isRefusal() {
    return this.status >= 400 && this.status < 500;
  }
}

export class ChatApi {
  /** @param {string} server origin of the chat API, "" for this site */
  constructor(server) {
    this.server = server.replace(/\/+$/, "");
    this.key = this.server ? `${KEY} ${this.server}` : KEY;
    this.token = stored((storage) => storage.getItem(this.key)) ?? null;
  }

  /** Opens a conversation and gives its greeting. */
  async open() {
    const reply = await this.#request("POST", "/chat/sessions", {}, 1);
    if (!reply.token) throw new ChatError(0);
    this.token = reply.token;
    stored((storage) => storage.setItem(this.key, reply.token));
    return messagesOf(reply);
  }

  /** What the practice itself has set. @returns {Promise<{name?: string, phone?: string, notice?: string, accent?: string}>} */
  practice() {
    return this.#request("GET", "/chat/practice");
  }

  async history() {
    return messagesOf(await this.#request("GET", "/chat/messages"));
  }

  /**
   * Says something. The same id may be sent again: the server stores it once and gives the same reply.
   * @param {string} id
   * @param {{text: string} | {button: string}} what
   */
  async send(id, what) {
    const messages = messagesOf(await this.#request("POST", "/chat/messages", { id, ...what }));
    if (!messages.length) throw new ChatError(0);
    return messages;
  }

  /**
   * Judges a message, the last time counts; gives what the server has to say to the comment.
   * @param {string} message id of the message @param {boolean} helpful @param {string} [comment]
   */
  async feedback(message, helpful, comment) {
    return messagesOf(await this.#request("POST", "/chat/feedback", { message, helpful, comment }));
  }

  async erase() {
    if (this.token) await this.#request("DELETE", "/chat/sessions");
    this.forget();
  }

  /** Erases without waiting for it; the request goes on when the page is left. */
  abandon() {
    this.erase().catch(() => {});
    this.forget();
  }

  forget() {
    this.token = null;
    stored((storage) => storage.removeItem(this.key));
  }

  /**
   * One request, tried again once when the network fails, all within the deadline.
   * @param {string} method @param {string} path @param {object} [body] @param {number} [tries]
   */
  async #request(method, path, body, tries = 2) {
    const signal = AbortSignal.timeout(DEADLINE);
    const headers = {
      ...(body && { "Content-Type": "application/json" }),
      ...(this.token && { Authorization: `Bearer ${this.token}` }),
    };
    for (;;) {
      let response, text;
      try {
        response = await fetch(this.server + path, { method, headers, signal, body: body && JSON.stringify(body), cache: "no-store", credentials: "omit", keepalive: method === "DELETE" });
        text = await response.text();
      } catch {
        if (signal.aborted || --tries < 1) throw new ChatError(0);
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
        continue;
      }
      const data = parsed(text);
      if (!response.ok) throw new ChatError(response.status, data?.error);
      if (text && !data) throw new ChatError(0);
      return data ?? {};
    }
  }
}

/** A random UUID, also on a website without https, where browsers have no `crypto.randomUUID`. */
export function uuid() {
  const [...bytes] = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** A browser may forbid storage; then a reload begins anew. @template T @param {(storage: Storage) => T} use */
function stored(use) {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {{messages?: unknown}} reply @returns {Message[]} */
function messagesOf({ messages }) {
  if (!Array.isArray(messages)) throw new ChatError(0);
  return messages;
}
