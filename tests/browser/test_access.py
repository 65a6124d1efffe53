"""Everyone can use it: in every state, at every width, with the keyboard alone, and by ear."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from test_visit import reload

from bench.widget_states import STATES, WIDTHS, bot, in_state, open_chat, send

SMALLEST = 44  # CSS pixels that a target is high and wide

# What is added to a live region anywhere in the widget, as a screen reader would be told of it.
LISTEN = """() => {
  const heard = (window.heard = []);
  const live = (node) => {
    const place = (node.nodeType === 1 ? node : node.parentElement)?.closest("[aria-live], [role=status], [role=log], [role=alert]");
    return place && place.getAttribute("aria-live") !== "off";
  };
  new MutationObserver((changes) => {
    for (const change of changes)
      for (const node of change.type === "characterData" ? [change.target] : change.addedNodes)
        if (live(node) && node.textContent.trim()) heard.push(node.textContent.trim());
  }).observe(document.querySelector("praktijk-chat").shadowRoot, { subtree: true, childList: true, characterData: true });
}"""

# Twenty things to say: questions, small talk, doubt, danger, what is not understood, and the same again.
TALK = """hallo|Wat is IPT?|hoe lang duurt dat|wat is beter|therapie|Wat is IPT?|dank je wel|wat kost het|ik voel me zo somber|helpt het
wat is cgt|moet ik medicijnen|asdf qwer|kan ik bellen|wie ben jij|ik wil niet meer leven|wat is ipt|waarom vraag ik steeds bevestiging
Wat is IPT?|doei"""


def violations(page):
    """What axe finds: the rule, and where."""
    return [(v["id"], [n["target"] for n in v["nodes"]]) for v in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("state", STATES)
def test_a_state_has_no_accessibility_violation_and_fits_its_width(browser, assistant, state, width):
    with in_state(browser, assistant["base"], state, width) as page:
        assert not violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        scrolled = page.evaluate(
            """() => [...document.querySelector("praktijk-chat").shadowRoot.querySelectorAll("[part=log], [part=panel], [part=help-panel]")]
               .filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.getAttribute("part"))"""
        )
        assert not scrolled
        targets = page.locator("praktijk-chat").locator("button:visible, summary:visible, textarea:visible, a:visible")
        for target in targets.all():
            if target.evaluate("e => e.closest('[part=sources]') && e.localName === 'a'") or target.get_attribute("part") == "to-help":
                continue  # within a sentence; and shown only when the keyboard is on it
            box = target.bounding_box()
            assert box["height"] >= SMALLEST and box["width"] >= SMALLEST, target.evaluate("e => e.outerHTML.slice(0, 120)")


@pytest.mark.parametrize("state", ["answer", "crisis", "offline"])
def test_the_dark_look_has_enough_contrast(browser, assistant, state):
    with in_state(browser, assistant["base"], state, 1280, "dark") as page:
        assert page.locator("[part=log]").evaluate("e => getComputedStyle(e.parentElement).backgroundColor") == "rgb(22, 30, 29)"
        assert not violations(page)


def test_the_page_for_the_practice_is_accessible_too(browser, assistant):
    for width in WIDTHS:
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(assistant["base"] + "/embed")
        expect(page.locator("#code")).to_contain_text("<praktijk-chat")
        assert not violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


def focused(page):
    """The part that has the focus."""
    return page.evaluate(
        """() => { const at = document.activeElement.shadowRoot?.activeElement; return at?.getAttribute("part") ?? at?.localName; }"""
    )


def press_until(page, key, part, most):
    """Presses a key until the focus is on that part; gives how often."""
    for count in range(1, most + 1):
        page.keyboard.press(key)
        if focused(page) == part:
            return count
    raise AssertionError(f"{part} is not reached by {key} in {most} keys; the focus is on {focused(page)}")


def test_everything_is_done_with_the_keyboard_alone(desk):
    page = desk
    page.locator("main a, footer a").last.focus()
    assert press_until(page, "Tab", "launcher", 1) == 1
    page.keyboard.press("Enter")
    expect(bot(page).first).to_be_visible()
    assert focused(page) == "textarea"

    page.keyboard.type("Wat is IPT?")
    page.keyboard.press("Enter")
    answer = bot(page, "answer").last
    expect(answer).to_be_visible()
    assert focused(page) == "textarea", "a message took the focus away"

    assert press_until(page, "Shift+Tab", "button", 1) == 1, "the follow-up buttons come just before the field"
    press_until(page, "Shift+Tab", "unhelpful", 4)
    press_until(page, "Shift+Tab", "helpful", 1)
    page.keyboard.press("Space")
    expect(answer.locator("[part=feedback]")).to_contain_text("Dank je wel")
    assert focused(page) == "helpful"
    press_until(page, "Shift+Tab", "summary", 1)
    page.keyboard.press("Enter")
    expect(answer.locator("[part=sources]")).to_contain_text("Factsheet Psychotherapie bij depressie")
    assert focused(page) == "summary"

    press_until(page, "Tab", "button", 6)  # thumbs, comment, its button
    chosen = page.evaluate("document.activeElement.shadowRoot.activeElement.innerText.trim()")
    page.keyboard.press("Enter")
    expect(page.locator("[part=message][data-from=visitor]").last).to_contain_text(chosen)
    expect(bot(page).nth(2)).to_be_visible()
    assert focused(page) == "button", "the focus stays on the button that was used"

    page.locator("[part=composer] textarea").focus()
    keys = press_until(page, "Tab", "to-help", 2) + 1
    expect(page.locator("[part=to-help]")).to_be_in_viewport()
    page.keyboard.press("Enter")
    numbers = []
    while "113" not in numbers:
        expect(page.locator("[part=help-panel]")).to_be_visible()
        numbers.append(page.evaluate("document.activeElement.shadowRoot.activeElement.querySelector('strong').innerText"))
        if numbers[-1] != "113":
            page.keyboard.press("Tab")
            keys += 1
    assert numbers == ["112", "113"] and keys <= 6

    page.keyboard.press("Escape")
    assert focused(page) == "help"
    page.keyboard.press("Escape")
    expect(page.locator("[part=panel]")).to_be_hidden()
    assert focused(page) == "launcher"


def test_on_a_phone_the_numbers_are_at_most_six_keys_from_opening(browser, assistant):
    with in_state(browser, assistant["base"], "closed", 320) as page:
        page.locator("[part=launcher]").focus()
        page.keyboard.press("Enter")
        expect(bot(page).first).to_be_visible()
        keys = press_until(page, "Tab", "help", 3) + 2
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.shadowRoot.activeElement.href") == "tel:112" and keys + 1 <= 6  # and one more to 113
        for _ in range(40):  # a dialog that fills the screen keeps the focus
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.localName") in ("praktijk-chat", "body")


def test_in_twenty_turns_each_message_is_announced_once_and_none_again_after_a_reload(desk):
    page = desk
    page.evaluate(LISTEN)
    open_chat(page)
    for number, text in enumerate(TALK.replace("\n", "|").split("|"), 1):
        before = bot(page).count()
        send(page, text)
        expect(page.locator("[part=message][data-from=visitor]")).to_have_count(number)
        expect(bot(page).nth(before)).to_be_visible()
        expect(page.locator("[part=typing]")).to_have_count(0)
    said = [m.inner_text() for m in page.locator("[part=message][data-from=bot] [part=text]").all()]
    heard = [h for h in page.evaluate("window.heard") if h != "De chatbot zoekt een antwoord."]
    assert number == 20 and len(heard) == len(said) >= 21
    for message, announced in zip(said, heard, strict=True):
        first = " ".join(message.split()[:4])
        assert first in " ".join(announced.split()), (message, announced)
    assert not [h for h in page.evaluate("window.heard") if "Lees meer" in h or "Was dit nuttig" in h or "Bron" in h]
    labels = {b.inner_text().strip() for b in bot(page).first.locator("[part=button]").all()}
    assert labels and not [h for h in heard if labels & set(h.split("\n"))], "what buttons say is not part of what is announced"

    page.add_init_script(f"addEventListener('DOMContentLoaded', () => customElements.whenDefined('praktijk-chat').then({LISTEN}))")
    reload(page)
    expect(bot(page)).to_have_count(len(said))
    page.wait_for_timeout(1500)
    assert not page.evaluate("window.heard.filter((h) => h !== 'De chatbot zoekt een antwoord.')")
    before = bot(page).count()
    send(page, "Wat is IPT?")
    expect(bot(page).nth(before)).to_be_visible()
    assert [h for h in page.evaluate("window.heard") if "nterpersoonlijke" in h]


def test_text_can_be_read_at_four_times_its_size_and_with_wide_spacing(browser, assistant):
    """WCAG 1.4.10 and 1.4.12: a window of 1280 by 1024 at 400% is one of 320 by 256."""
    context = browser.new_context(viewport={"width": 320, "height": 256}, locale="nl-NL")
    page = context.new_page()
    page.goto(assistant["base"])
    open_chat(page)
    send(page, "Wat is IPT?")
    expect(bot(page, "answer")).to_be_visible()
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet(), root = document.querySelector("praktijk-chat").shadowRoot;
          sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }");
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        }"""
    )
    cut = page.evaluate(
        """() => [...document.querySelector("praktijk-chat").shadowRoot.querySelectorAll("[part=panel], [part=panel] *")]
           .filter((e) => !e.closest(".unseen, [part=to-help]") && e.clientWidth && e.scrollWidth > e.clientWidth + 1)
           .filter((e) => getComputedStyle(e).display !== "inline").map((e) => e.outerHTML.slice(0, 80))"""
    )
    assert not cut
    page.locator("[part=help]").click()
    expect(page.locator("[part=help-panel] a[href='tel:113']")).to_be_visible()
    context.close()
