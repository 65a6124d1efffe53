/** The looks of the widget. All colours with text on them were chosen for a contrast of at least 4.5. */
import { css } from "lit";

/** Where the chat fills the screen and is a modal dialog. The same condition stands in the styles below. */
export const NARROW = "(max-width: 519px), (max-height: 459px)";

export const styles = css`
  :host {
    all: initial;
    --accent: var(--pc-accent, #2f6f6a);
    --on: var(--pc-on, #fff);
    --ink: var(--pc-ink, #2f6f6a);
    --text: #1b2624;
    --soft: #55625f;
    --line: #d5dfdc;
    --edge: #7d8b88;
    --surface: #fff;
    --ground: #f4f7f6;
    --hover: #e4ecea;
    --warm: #8a3a1a;
    --on-warm: #fff;
    --warm-ground: #fff6ee;
    --warm-line: #e3c4ae;
    --warm-surface: #fff;
    color: var(--text);
    font: 400 16px/1.5 var(--pc-font, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
    color-scheme: light;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme="light"])) {
      --ink: var(--pc-ink-dark, #8fc7c1);
      --text: #e9efed;
      --soft: #aebbb8;
      --line: #3a4946;
      --edge: #84938f;
      --surface: #202b29;
      --ground: #161e1d;
      --hover: #2f3c39;
      --warm: #ffbd9c;
      --on-warm: #351505;
      --warm-ground: #33231b;
      --warm-line: #7a5543;
      --warm-surface: #271a13;
      color-scheme: dark;
    }
  }
  [hidden] { display: none !important; }
  *, ::before, ::after { box-sizing: border-box; }
  h2, p, ul { margin: 0; padding: 0; }
  button, textarea { font: inherit; color: inherit; }
  button { border: 0; background: none; cursor: pointer; min-height: 44px; min-width: 44px; touch-action: manipulation; }
  svg { width: 24px; height: 24px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
  :focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
  h2:focus { outline: none; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  [part="launcher"] {
    position: fixed; right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom)); z-index: 2147483000;
    display: flex; align-items: center; gap: 10px; min-height: 58px; max-width: calc(100vw - 40px); padding: 0 24px 0 20px;
    border: 2px solid var(--surface); border-radius: 30px; background: var(--accent); color: var(--on); font-weight: 600;
    box-shadow: 0 8px 24px rgb(16 40 37 / .28); transition: transform .15s, box-shadow .15s;
  }
  [part="launcher"]:hover { transform: translateY(-2px); box-shadow: 0 12px 28px rgb(16 40 37 / .34); }

  [part="panel"] {
    position: fixed; inset: auto max(20px, env(safe-area-inset-right)) max(20px, env(safe-area-inset-bottom)) auto; z-index: 2147483000;
    width: 408px; max-width: none; height: min(700px, calc(100dvh - 40px)); max-height: none; margin: 0; padding: 0;
    border: 1px solid var(--line); border-radius: 18px; overflow: hidden; background: var(--ground); color: var(--text);
    box-shadow: 0 18px 50px rgb(16 40 37 / .3);
  }
  :host([position="left"]) [part="launcher"] { right: auto; left: max(20px, env(safe-area-inset-left)); }
  @media (min-width: 520px) and (min-height: 460px) {
    :host([position="left"]) [part="panel"] { right: auto; left: max(20px, env(safe-area-inset-left)); }
  }
  [part="panel"][open] { display: flex; flex-direction: column; animation: rise .22s ease-out; }
  [part="panel"]::backdrop { background: none; }
  @keyframes rise { from { opacity: 0; transform: translateY(12px); } }

  [part="header"] { display: flex; align-items: center; gap: 4px; padding: 10px 8px 10px 14px; background: var(--accent); color: var(--on); }
  [part="header"] :focus-visible { outline-color: var(--on); outline-offset: -3px; }
  .face { display: grid; place-items: center; flex: none; width: 40px; height: 40px; margin-right: 8px; border: 1.5px solid; border-radius: 50%; }
  .face svg { width: 21px; height: 21px; }
  .who { flex: 1; min-width: 0; }
  h2 { display: -webkit-box; overflow: hidden; font-size: 17px; font-weight: 600; line-height: 1.25; overflow-wrap: anywhere; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
  [part="robot"] { font-size: 14px; line-height: 1.3; }
  .tool { display: grid; place-items: center; padding: 0; border-radius: 50%; }
  .tool:hover { background: rgb(255 255 255 / .16); }
  [part="menu"] svg { stroke-width: 3; }
  .menu { position: relative; }
  [part="menu-list"] {
    position: absolute; right: 0; top: 48px; z-index: 2; min-width: 200px; padding: 6px; border: 1px solid var(--line); border-radius: 12px;
    background: var(--surface); color: var(--text); box-shadow: 0 10px 28px rgb(16 40 37 / .22);
  }
  [part="menu-list"] button { width: 100%; padding: 0 12px; border-radius: 8px; text-align: left; }
  [part="menu-list"] button:hover { background: var(--ground); }
  [part="menu-list"] button:focus-visible { outline-color: var(--ink); }

  [part="help"] {
    flex: none; display: flex; align-items: center; justify-content: center; gap: 8px; width: 100%;
    border-bottom: 1px solid var(--warm-line); background: var(--warm-ground); color: var(--warm); font-size: 15px; font-weight: 600;
  }
  [part="help"]::after { content: ""; width: 8px; height: 8px; border: solid; border-width: 0 2px 2px 0; transform: translateY(-2px) rotate(45deg); }
  [part="help"][aria-expanded="true"]::after { transform: translateY(2px) rotate(225deg); }
  [part="help"]:hover { text-decoration: underline; }
  [part="help"]:focus-visible { outline-color: var(--warm); outline-offset: -3px; }
  [part="help-panel"] { flex: 0 1 auto; min-height: 150px; overflow: auto; padding: 10px 14px 12px; border-bottom: 1px solid var(--warm-line); background: var(--warm-ground); }
  [part="help-panel"] ul { display: grid; gap: 5px; list-style: none; }
  [part="help-panel"] p { margin-top: 8px; font-size: 14px; line-height: 1.4; }
  [part="help-panel"] a {
    display: flex; align-items: center; justify-content: space-between; gap: 4px 12px; min-height: 44px; padding: 4px 14px; border: 1px solid var(--warm-line);
    border-radius: 10px; background: var(--warm-surface); color: var(--text); font-size: 15px; line-height: 1.3; text-decoration: none;
  }
  [part="help-panel"] a:hover { border-color: var(--warm); }
  [part="help-panel"] a:focus-visible { outline-color: var(--warm); outline-offset: 0; }
  [part="help-panel"] strong { color: var(--warm); font-size: 17px; white-space: nowrap; }

  [part="log"] { position: relative; flex: 1 1 0; min-height: 64px; overflow: auto; overscroll-behavior: contain; padding: 16px 14px 18px; }
  [part="log"]:focus-visible { outline-offset: -3px; }
  [part="message"] { display: flex; flex-direction: column; align-items: flex-start; margin-top: 12px; overflow-wrap: anywhere; hyphens: auto; }
  slot + [part="message"], slot + [part="typing"] { margin-top: 0; }
  .bubble { position: relative; max-width: min(94%, 560px); padding: 10px 14px; border: 1px solid var(--line); border-radius: 4px 16px 16px 16px; background: var(--surface); }
  .visitor { align-items: flex-end; }
  .visitor .bubble { max-width: 84%; border-color: transparent; border-radius: 16px 4px 16px 16px; background: var(--accent); color: var(--on); }
  .bubble p, .bubble li { white-space: pre-line; }
  .visitor .bubble p { white-space: pre-wrap; }
  .bubble p + p, .bubble p + ul, .bubble ul + p, .bubble ul + ul { margin-top: 10px; }
  .bubble ul { padding-left: 20px; }
  .bubble li + li { margin-top: 4px; }
  .bubble li::marker { color: var(--ink); }
  [part="more-text"] { margin-top: 12px; padding-top: 12px; border-top: 1px solid var(--line); }

  .links { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-top: 8px; }
  .links a, [part="sources"] a { color: var(--ink); font-weight: 600; text-underline-offset: 3px; }
  .links a { display: inline-flex; align-items: center; gap: 6px; min-height: 44px; }
  .links strong { font-weight: 700; }
  a:hover { text-decoration-thickness: 2px; }

  .buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
  .pill {
    display: inline-flex; align-items: center; gap: 6px; padding: 8px 16px; border: 1.5px solid var(--ink); border-radius: 22px;
    background: var(--surface); color: var(--ink); font-size: 15px; font-weight: 600; line-height: 1.3; text-align: left;
  }
  .pill:hover { background: var(--ground); text-decoration: underline; text-underline-offset: 3px; }
  .pill svg { width: 18px; height: 18px; stroke-width: 2.4; }
  .quiet .pill { border-color: var(--line); background: none; color: var(--soft); font-weight: 400; }
  .pill.chosen { border-color: var(--ink); background: var(--surface); color: var(--ink); font-weight: 600; }
  .solid { padding: 8px 20px; border-radius: 22px; background: var(--accent); color: var(--on); font-size: 15px; font-weight: 600; }
  [part="retry"], [part="leave"] { margin-top: 10px; }

  .tools { display: flex; flex-wrap: wrap; gap: 0 6px; margin: 4px -8px -4px; }
  .tools button { padding: 0 8px; border-radius: 8px; color: var(--ink); font-size: 15px; font-weight: 600; text-decoration: underline; text-underline-offset: 3px; text-decoration-thickness: 1px; }
  .tools button:hover { text-decoration-thickness: 2px; }
  .tools [aria-pressed="true"] { background: var(--ground); text-decoration: none; box-shadow: inset 0 0 0 1.5px var(--ink); }

  [part="sources"] { margin: 8px -14px -10px; border-top: 1px solid var(--line); font-size: 14px; }
  summary { display: flex; align-items: center; gap: 8px; min-height: 44px; padding: 0 14px; color: var(--soft); cursor: pointer; list-style: none; border-radius: 0 0 15px 15px; }
  summary::-webkit-details-marker { display: none; }
  summary::before { content: ""; width: 7px; height: 7px; border: solid; border-width: 0 1.8px 1.8px 0; transform: rotate(-45deg); transition: transform .15s; }
  [open] > summary::before { transform: rotate(45deg); }
  summary:hover { color: var(--text); }
  summary:focus-visible { outline-offset: -3px; }
  .date:not(:empty)::before { content: "· "; }
  .bubble [part="sources"] ul { padding: 0 14px 12px; list-style: none; }
  [part="sources"] li { white-space: normal; }
  [part="sources"] li + li { margin-top: 10px; }
  small { font-size: 13.5px; line-height: 1.4; color: var(--soft); }
  [part="sources"] small { display: block; }

  .rating { display: flex; align-items: center; gap: 2px; margin: 2px 0 0; color: var(--soft); font-size: 14px; }
  .rating button { display: grid; place-items: center; padding: 0; border-radius: 50%; }
  .rating button:hover { background: var(--hover); color: var(--text); }
  .rating svg { width: 20px; height: 20px; }
  .rating .down svg { transform: rotate(180deg); }
  .rating [aria-pressed="true"] { color: var(--ink); }
  .rating [aria-pressed="true"] svg { fill: currentColor; }
  .rating span { order: -1; margin-right: 4px; }

  .comment { display: grid; gap: 8px; justify-items: start; width: 94%; margin: 4px 0 14px; font-size: 15px; color: var(--soft); }
  .comment .pill { justify-self: end; }
  .comment label { display: grid; gap: 4px; width: 100%; }
  .comment textarea { border-radius: 14px; font-size: 16px; color: var(--text); }
  .told { flex: none; padding: 8px 14px; background: var(--hover); color: var(--text); font-size: 14.5px; text-align: center; }

  .heading { margin-bottom: 6px; font-size: 14px; font-weight: 700; color: var(--ink); }
  .bubble .heading + div { margin-top: 0; }
  [data-kind="referral"] .bubble { width: 94%; border: 1.5px solid var(--ink); border-radius: 14px; }
  [data-kind="form"] .bubble, [data-kind="checkin"] .bubble { border-bottom-left-radius: 4px; }
  [data-kind="form"] .bubble { border-left: 4px solid var(--ink); }
  [data-kind="checkin"] .bubble { border-left: 4px solid var(--warm); }
  [data-kind="error"] .bubble { border-color: var(--warm-line); background: var(--warm-ground); }
  [data-kind="notice"] { align-items: center; }
  [data-kind="notice"] .bubble { border-radius: 14px; text-align: center; }
  [data-kind="referral"] .links { gap: 8px; margin-top: 12px; }
  [data-kind="referral"] .links a {
    flex: 1 1 auto; justify-content: center; padding: 8px 18px; border-radius: 22px; background: var(--accent); color: var(--on); text-decoration: none;
  }
  [data-kind="crisis"] .bubble { width: 100%; max-width: 100%; border: 3px solid var(--warm); border-radius: 14px; background: var(--warm-ground); }
  [data-kind="crisis"] .heading { font-size: 17px; color: var(--warm); }
  [data-kind="crisis"] li::marker { color: var(--warm); }
  [data-kind="crisis"] .links { display: grid; gap: 8px; margin: 12px 0 14px; }
  [data-kind="crisis"] .links a {
    justify-content: space-between; gap: 12px; min-height: 54px; padding: 8px 18px; border: 2px solid var(--warm); border-radius: 12px; background: var(--warm-surface);
    color: var(--warm); line-height: 1.3; text-decoration: none;
  }
  [data-kind="crisis"] .links a:nth-child(-n + 2) { background: var(--warm); color: var(--on-warm); }
  [data-kind="crisis"] .links strong { font-size: 20px; white-space: nowrap; }
  [data-kind="crisis"] .links a:hover, [data-kind="referral"] .links a:hover { text-decoration: underline; }
  [data-kind="crisis"] .links a:focus-visible { outline-color: var(--warm); }
  [data-kind="crisis"] .pill { border-color: var(--warm); color: var(--warm); }

  [part="typing"] { display: flex; gap: 5px; width: max-content; margin-top: 12px; padding: 15px 16px; border: 1px solid var(--line); border-radius: 4px 16px 16px 16px; background: var(--surface); }
  [part="typing"] i { width: 8px; height: 8px; border-radius: 50%; background: var(--soft); animation: wait 1.3s infinite ease-in-out; }
  [part="typing"] i:nth-child(2) { animation-delay: .18s; }
  [part="typing"] i:nth-child(3) { animation-delay: .36s; }
  @keyframes wait { 0%, 60%, 100% { opacity: .3; } 30% { opacity: 1; } }

  [part="composer"] {
    flex: none; display: grid; grid-template-columns: 1fr auto; gap: 6px 8px; align-items: end;
    padding: 10px 12px max(8px, env(safe-area-inset-bottom)); border-top: 1px solid var(--line); background: var(--surface);
  }
  textarea {
    field-sizing: content; width: 100%; min-height: 46px; max-height: 132px; padding: 10px 16px; border: 1.5px solid var(--edge); border-radius: 23px;
    background: var(--surface); line-height: 1.45; resize: none; overflow-y: auto;
  }
  textarea::placeholder { color: var(--soft); opacity: 1; }
  textarea:focus-visible { outline-offset: 0; outline-width: 2px; border-color: var(--ink); }
  [part="send"] { display: grid; place-items: center; width: 46px; height: 46px; padding: 0; border-radius: 50%; background: var(--accent); color: var(--on); }
  [part="send"] svg { margin-left: -2px; }
  [part="send"][aria-disabled="true"] { opacity: .55; cursor: default; }
  [part="composer"] small, ::slotted([slot="footer"]) { grid-column: 1 / -1; text-align: center; }
  [part="to-help"] { grid-column: 1 / -1; justify-content: center; }
  [part="to-help"]:not(:focus) { position: absolute; min-width: 0; min-height: 0; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); border: 0; }
  ::slotted([slot="intro"]) { margin: 0 0 12px; }
  ::slotted([slot="footer"]) { margin: 0; font-size: 13.5px; line-height: 1.4; color: var(--soft); }
  [part="notice"] { margin: -16px -14px 16px; padding: 10px 14px; border-bottom: 1px solid var(--line); background: var(--surface); font-size: 15px; font-weight: 600; text-align: center; overflow-wrap: anywhere; }
  .foot { flex: none; display: flex; flex-wrap: wrap; gap: 8px; justify-content: center; padding: 14px 14px max(14px, env(safe-area-inset-bottom)); border-top: 1px solid var(--line); background: var(--surface); }
  .foot p { flex: 1 0 100%; }

  @media (max-width: 519px), (max-height: 459px) {
    [part="panel"] { inset: 0; width: 100%; height: var(--pc-height, 100dvh); border: 0; border-radius: 0; overflow: auto; overscroll-behavior: contain; }
    [part="composer"], .foot { position: sticky; bottom: 0; z-index: 1; }
    textarea { max-height: min(132px, calc(var(--pc-height, 100dvh) * .3)); }
    .bubble { max-width: 96%; }
  }
  @media (max-width: 339px) {
    .face { display: none; }
  }
  @media (max-height: 459px) {
    [part="panel"] { scroll-padding: 52px 0 84px; }
    [part="close"] { position: fixed; top: 8px; right: 8px; z-index: 3; background: var(--accent); color: var(--on); }
    .menu { margin-right: 48px; }
    [part="log"] { flex: none; overflow: visible; }
    [part="help"] { position: sticky; top: 0; z-index: 1; }
    [part="help-panel"] { flex: none; }
    [part="composer"], .foot { margin-top: auto; }
    .note { display: none; }
  }
  @media (prefers-reduced-motion: reduce) {
    *, ::before, ::after { animation: none !important; transition: none !important; }
  }
  @media (forced-colors: active) {
    [part="launcher"], .solid, [part="send"], [part="header"], .visitor .bubble, .links a { border: 2px solid; }
    [part="typing"] i { background: CanvasText; }
  }
`;
