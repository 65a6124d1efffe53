"""Three hundred strings that try to run script: by way of a question, the content, the settings of the practice and the attributes.

Each string would call `ran()`. The page here has no Content-Security-Policy, so nothing but the widget itself stands in the way.
`injections.txt` has one JSON string a line.
"""

import json

import pytest
from playwright.sync_api import expect
from support import ROOT
from test_visit import reload

from bench.widget_states import bot, open_chat, visit

ATTRIBUTES = ["name", "accent", "phone", "position", "lang", "theme"]
SLOTS = ["launcher", "intro", "footer"]
STRINGS = [json.loads(line) for line in (ROOT / "tests" / "browser" / "injections.txt").read_text(encoding="utf-8").splitlines()]
# What stands in the widget that it never makes itself.
MADE = """() => {
  const known = "button svg path span slot dialog div h2 p section ul li a strong details summary small form label textarea i".split(" ");
  const safe = /^(https:|tel:|mailto:|http:.127)/;
  return [...document.querySelector("praktijk-chat").shadowRoot.querySelectorAll("*")]
    .filter((e) => !known.includes(e.localName) || !safe.test(e.getAttribute("href") ?? "tel:")
      || e.getAttributeNames().some((a) => /^on/.test(a)))
    .map((e) => e.outerHTML.slice(0, 200));
}"""
ALL = "document.querySelector('praktijk-chat').shadowRoot.querySelectorAll"


def test_there_are_three_hundred_different_ones():
    assert len(set(STRINGS)) == 300


@pytest.fixture
def bare(browser, assistant):
    """The demo page without its policy, and with a `ran()` that tells on whoever calls it."""
    page = visit(browser, assistant["base"], bypass_csp=True)
    page.ran = []
    page.expose_function("ran", lambda *_: page.ran.append("ran"))
    page.on("dialog", lambda dialog: (page.ran.append("dialog"), dialog.dismiss()))
    yield page
    page.context.close()


def settle(page):
    """Time for what would run by itself; then a hand over everything that it would wait for."""
    page.evaluate(f"() => {ALL}('[part=log] *').forEach((e) => e.dispatchEvent(new Event('mouseover', {{ bubbles: true }})))")
    page.wait_for_timeout(700)


def test_a_page_without_protection_would_run_them(bare):
    """The other tests can fail: put into markup, these strings do run."""
    bare.evaluate(
        "(strings) => { for (const s of strings) document.body.insertAdjacentHTML('beforeend', s); }",
        [s for s in STRINGS if s.startswith("<img")],
    )
    settle(bare)
    assert len(bare.ran) > 10


def test_what_a_visitor_types_is_shown_as_text(bare):
    """All of them through the real server, once as they are sent and once more from the history."""
    open_chat(bare)
    statuses = bare.evaluate(
        """async (strings) => {
          const headers = { "Content-Type": "application/json", Authorization: `Bearer ${sessionStorage.getItem("praktijk-chat")}` };
          const statuses = [];
          for (const text of strings) {
            const body = JSON.stringify({ id: crypto.randomUUID(), text });
            statuses.push((await fetch("/chat/messages", { method: "POST", headers, body })).status);
          }
          return statuses;
        }""",
        STRINGS,
    )
    assert statuses == [200] * len(STRINGS)
    said = bare.locator("[part=message][data-from=visitor] p")
    for text in STRINGS[::30]:  # and through the field as well
        before = bot(bare).count()
        bare.locator("[part=composer] textarea").fill(text)
        bare.locator("[part=send]").click()
        expect(said.last).to_have_text(text.replace("\t", " "))
        expect(bot(bare).nth(before)).to_be_visible()
    reload(bare)
    expect(said).to_have_count(len(STRINGS) + len(STRINGS[::30]))
    shown = said.evaluate_all("(all) => all.map((e) => e.textContent)")
    for text, there in zip(STRINGS, shown, strict=False):
        assert [there.count(c) for c in "<>"] == [text.count(c) for c in "<>"], text  # words may be redacted in what was kept
    settle(bare)
    assert not bare.ran and not bare.evaluate(MADE)


def test_what_staff_write_is_shown_as_text(bare):
    """Every field of a message of the contract, three hundred times, in every kind of message."""
    kinds = ["answer", "clarify", "referral", "crisis", "checkin", "form", "smalltalk", "fallback"]
    messages = [
        {
            "id": f"m{n}",
            "kind": kinds[n % len(kinds)],
            "text": f"{s}\n\n- {s}",
            "answer": "geweld" if n % 3 else s,
            "buttons": [{"id": f"b{n}", "label": s}],
            "links": [{"label": s, "url": s}, {"label": "x", "url": f"https://voorbeeld.nl/{s}"}],
            "sources": [{"title": s, "publisher": s, "date": s, "url": s}],
            "more": s,
            "simple": s,
            "reason": s,
        }
        for n, s in enumerate(STRINGS)
    ]
    bare.route("**/chat/messages", lambda route: route.fulfill(json={"messages": messages}))
    open_chat(bare)
    bare.locator("[part=composer] textarea").fill("alles")
    bare.locator("[part=send]").click()
    expect(bot(bare)).to_have_count(301)
    bare.evaluate(f"() => {ALL}('[part=more], [part=simple], summary').forEach((e) => e.click())")
    settle(bare)
    assert not bare.ran and not bare.evaluate(MADE)
    labels = bare.locator("[part=button]").evaluate_all("(all) => all.map((e) => e.textContent.trim())")
    for text in STRINGS:
        assert text.strip() in labels or "".join(text.split()) in {"".join(label.split()) for label in labels}, text


@pytest.mark.parametrize("way", ["settings", "attributes", "slots"])
def test_what_a_practice_sets_is_shown_as_text(bare, assistant, way):
    """Settings of the practice on the server, attributes of the element, and its own texts in slots."""
    page = bare
    current = {"text": ""}
    if way == "settings":
        page.route(
            "**/chat/practice",
            lambda route: route.fulfill(json={key: current["text"] for key in ("name", "phone", "notice", "accent", "intake_url")}),
        )
    page.evaluate("document.querySelector('praktijk-chat').removeAttribute('accent')")
    open_chat(page)
    page.locator("[part=help]").click()
    for text in STRINGS:
        current["text"] = text
        page.evaluate(
            """async ([attributes, slots, textContent]) => {
              const chat = document.createElement("praktijk-chat");
              for (const name of attributes) chat.setAttribute(name, textContent);
              for (const slot of slots) chat.append(Object.assign(document.createElement("span"), { slot, textContent }));
              document.querySelector("praktijk-chat").replaceWith(chat);
              await chat.updateComplete;
            }""",
            [ATTRIBUTES if way == "attributes" else [], SLOTS if way == "slots" else [], text],
        )
        if way == "settings":
            page.wait_for_function("document.querySelector('praktijk-chat')._practice")
            page.evaluate("document.querySelector('praktijk-chat').updateComplete")
        if way != "slots":
            assert page.evaluate("document.querySelector('praktijk-chat').shadowRoot.querySelector('h2').textContent") == text
        assert not page.evaluate(MADE), text
    page.evaluate("(text) => document.querySelector('praktijk-chat').setAttribute('server', text)", "javascript:ran()")
    page.evaluate("document.querySelector('praktijk-chat').open = true")
    expect(bot(page, "error")).to_be_visible(timeout=12_000)
    settle(page)
    assert not page.ran
