/** From what the server sends to what may be shown. Pure functions: no DOM, no network. */
import { NL } from "./nl.js";

/** @typedef {{text: string, items?: undefined} | {items: string[], text?: undefined}} Block */

const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");
const ITEM = /^- /;
const DARK = "#1b2624";
const LIGHT = 0.37; // luminance that has a contrast of 4.5 with the lightest dark ground in styles.js

/**
 * Plain text in blocks: paragraphs, parted by blank lines, and lists of lines that start with `- `.
 * @param {string} text
 * @returns {Block[]}
 */
export function toBlocks(text) {
  /** @type {Block[]} */
  const blocks = [];
  for (const part of text.replace(/\r\n?/g, "\n").split(/\n\s*\n/)) {
    /** @type {Block | undefined} */
    let block;
    for (const line of part.split("\n").map((l) => l.trim()).filter(Boolean)) {
      if (ITEM.test(line)) {
        if (!block?.items) blocks.push((block = { items: [] }));
        block.items.push(line.slice(2));
      } else if (block?.text !== undefined) {
        block.text += `\n${line}`;
      } else {
        blocks.push((block = { text: line }));
      }
    }
  }
  return blocks;
}

/**
 * A date as a reader says it: 2021-02 becomes februari 2021. What is not a date is shown as it is.
 * @param {string | null | undefined} date
 */
export function dutchDate(date) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date || "");
  if (!found) return date || NL.unknown;
  const [, year, month, day] = found;
  return [day && Number(day), month && (MONTHS[Number(month) - 1] ?? month), year].filter(Boolean).join(" ");
}

/**
 * The address a link may lead to, or null: telephone, mail, https and paths on this site, nothing else.
 * @param {string} url
 * @param {string} page address of the page the widget stands on
 */
export function safeHref(url, page) {
  try {
    const { protocol, origin, href } = new URL(url, page);
    const isPath = url.startsWith("/") && origin === new URL(page).origin;
    return isPath || (/^(tel|mailto|https):/i.test(url) && /^(tel|mailto|https):$/.test(protocol)) ? href : null;
  } catch {
    return null;
  }
}

/**
 * The telephone number or site behind a link whose label does not name it; "" when the label does.
 * @param {string} label
 * @param {string} href
 */
export function linkDetail(label, href) {
  const { protocol, pathname, hostname } = new URL(href);
  if (protocol === "https:") return label.includes(hostname) ? "" : hostname.replace(/^www\./, "");
  return protocol !== "tel:" || /\d/.test(label) ? "" : pathname.replace(/^0800(\d{4})$/, "0800-$1");
}

/** @param {string} number a Dutch number as people write it */
export const telephone = (number) => `tel:${number.replace(/(?!^\+)\D/g, "").replace(/^0(?!800|900)/, "+31")}`;

/** The help line of the practice itself; none while its number is not known. @param {string} phone */
export const ownLines = (phone) => (phone ? [{ label: NL.practice, number: phone, url: telephone(phone) }] : []);

/**
 * Readable colours around the accent of a practice, or null when it is no hex colour: `on` for text upon it,
 * `ink` for text in it on a white ground, `ink-dark` for text in it on a dark one.
 * @param {string} accent
 */
export function inks(accent) {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(accent.trim())?.[1];
  if (!hex) return null;
  const parts = hex.length === 3 ? [...hex].map((h) => h + h) : /** @type {string[]} */ (hex.match(/../g));
  const rgb = parts.map((p) => parseInt(p, 16));
  const onWhite = 1.05 / (luminance(rgb) + 0.05);
  let light = rgb;
  while (luminance(light) < LIGHT) light = light.map((c) => Math.ceil(c + (255 - c) / 10));
  return {
    accent: `#${hex}`,
    on: onWhite >= 4.5 ? "#fff" : "#000", // black, since of white and black one always has 4.5
    ink: onWhite >= 5 ? `#${hex}` : DARK,
    "ink-dark": `#${light.map((c) => c.toString(16).padStart(2, "0")).join("")}`,
  };
}

/** Luminance of WCAG 2.2, from 0 to 1. @param {number[]} rgb */
function luminance(rgb) {
  const [r, g, b] = rgb.map((c) => c / 255).map((c) => (c <= 0.04 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * What a screen reader says of a message of the bot: its words and its telephone numbers; of its buttons only how many there are.
 * @param {import("./api.js").Message} message
 */
export function spoken({ kind, text, links = [], buttons = [] }) {
  const heading = NL.headings[kind] ? `${NL.headings[kind]}.` : "";
  const words = toBlocks(text).flatMap((b) => b.items ?? b.text);
  const ways = links.map(({ label, url }) => `${label} ${/^tel:/.test(url) ? linkDetail(label, url) : ""}`.trim() + ".");
  return [NL.bot, heading, ...words, ...ways, buttons.length ? NL.choiceCount(buttons.length) : ""].filter(Boolean).join("\n");
}
