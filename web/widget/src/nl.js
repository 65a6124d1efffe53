/**
 * Every Dutch sentence the widget itself says, and the help lines it carries, so that they show when nothing else works.
 * The lines must equal those of content/emergency.yml; what the chatbot answers comes from the server, never from here.
 */
export const HELP_LINES = [
  { label: "Direct gevaar", number: "112", url: "tel:112" },
  { label: "Denk je aan zelfdoding?", number: "113", url: "tel:113" },
  { label: "Lukt 113 bellen niet?", number: "0800-0113", url: "tel:08000113" },
  { label: "Liever chatten met 113?", number: "113.nl", url: "https://113.nl" },
  { label: "Veilig Thuis", number: "0800-2000", url: "tel:08002000" },
  { label: "Kindertelefoon", number: "0800-0432", url: "tel:08000432" },
];

export const NL = {
  launcher: "Stel je vraag",
  name: "Chat van de praktijk",
  robot: "Chatbot, geen mens",
  log: "Gesprek",
  you: "Jij:",
  bot: "Chatbot:",
  waiting: "De chatbot zoekt een antwoord.",
  note: "Niemand leest nu live mee; het team kan dit gesprek later bekijken.",

  question: "Je bericht",
  placeholder: "Typ hier je bericht",
  send: "Verstuur",
  /** @param {number} left */
  left: (left) => `Nog ${left} ${left === 1 ? "teken" : "tekens"}`,

  help: "Nu hulp nodig?",
  toHelp: "Naar de hulpnummers",
  helpNote: "113 bel je gratis en anoniem, dag en nacht. Veilig Thuis bel je ook gratis, dag en nacht. Je kunt ook je huisarts of de huisartsenpost bellen.",
  practice: "De praktijk",
  /** @param {string} number */
  call: (number) => `Bel ${number}`,
  menu: "Menu",
  close: "Sluit de chat",
  newTab: "(opent in een nieuw tabblad)",

  choices: "Keuzes",
  /** @param {number} n */
  choiceCount: (n) => (n === 1 ? "Hieronder staat 1 knop." : `Hieronder staan ${n} knoppen.`),
  chosen: "gekozen",
  more: "Lees meer",
  less: "Lees minder",
  simple: "Eenvoudiger",
  sources: ["Bron", "Bronnen"],
  publisher: "Uitgever",
  date: "Datum",
  unknown: "niet vermeld",
  rate: "Was dit nuttig?",
  helpful: "Ja, dit was nuttig",
  unhelpful: "Nee, dit was niet nuttig",
  comment: "Wil je vertellen waarom? Het hoeft niet.",
  commentSend: "Verstuur",
  thanks: "Dank je wel.",
  commented: "Dank je wel. Je reactie is verstuurd.",
  notRated: "Dat is niet gelukt. Probeer het straks nog eens.",

  /** A heading above the messages that must stand out. @type {Record<string, string>} */
  headings: { crisis: "Hier vind je hulp", referral: "Adviesgesprek", form: "Terugbelverzoek" },

  leave: "Wis dit en verlaat snel deze pagina",
  elsewhere: "https://www.buienradar.nl/",

  copy: "Kopieer dit gesprek",
  copied: "Het gesprek is gekopieerd.",
  save: "Bewaar dit gesprek",
  saved: "Het gesprek is bewaard bij je downloads.",
  notCopied: "Kopiëren lukt niet in deze browser. Je kunt het gesprek wel bewaren.",
  fileName: "gesprek-chatbot.txt",
  fileNote: "Gesprek met de chatbot. Staat dit op een gedeeld apparaat, dan kan een ander het lezen.",
  erase: "Wis dit gesprek",
  eraseQuestion: "Wil je dit gesprek wissen? Daarna kan niemand het nog lezen, jij ook niet.",
  eraseYes: "Ja, wis het",
  eraseNo: "Nee, laat het staan",
  erased: "Je gesprek is gewist.",
  notErased: "Het wissen is niet gelukt. Je gesprek staat er nog. Probeer het straks nog eens, of bel de praktijk.",
  again: "Begin een nieuw gesprek",
  retry: "Probeer opnieuw",
  gone: "Dit gesprek is gesloten. Je kunt hier gewoon een nieuw gesprek beginnen.",
  refused: "Dat is niet gelukt. Probeer het nog eens.",
  /** @param {string} phone of the practice, "" when it is not known */
  trouble: (phone) => `Sorry, ik kan je nu geen antwoord geven. Er is een storing, of de verbinding werkt niet.

- Is er direct gevaar? Bel 112.
- Denk je aan zelfdoding? Bel 113, gratis, dag en nacht. Chatten kan op 113.nl.${phone && `
- Wil je de praktijk spreken? Bel ${phone.replace(/ /g, "\u00a0")}.`}`,
};
