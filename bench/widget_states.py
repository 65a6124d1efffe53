"""The states in which a visitor can meet the widget, each brought about in a real browser at the real assistant.

`tests/browser` looks at each of them for accessibility; `make widget-pictures` takes the pictures of docs/widget.md.
"""

import contextlib

from playwright.sync_api import expect

CHROMIUM = "/usr/bin/chromium"
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ARGS += ["--disable-features=LocalNetworkAccessChecks"]  # websites of the tests may reach an assistant on this machine
WIDTHS = {320: 640, 768: 1024, 1280: 800}  # pixels: width of the window, and its height


def bot(page, kind=None):
    """The bot's messages, of one kind where asked, the newest last."""
    return page.locator("[part=message][data-from=bot]" + (f"[data-kind={kind}]" if kind else ""))


def open_chat(page):
    page.locator("[part=launcher]").click()
    expect(bot(page).first).to_be_visible()


def send(page, text):
    page.locator("[part=composer] textarea").fill(text)
    page.locator("[part=send]").click()


def ask(page, text, kind):
    """Opens the chat and asks; gives the first message of that kind."""
    open_chat(page)
    send(page, text)
    expect(bot(page, kind).first).to_be_visible(timeout=12_000)
    return bot(page, kind).first


def visit(browser, base, path="/", width=1280, height=800, **options):
    """A page of its own visitor, watched."""
    page = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL", **options).new_page()
    watch(page, base, "data:")
    page.goto(base + path)
    return page


def watch(page, *own):
    """Notes what goes wrong in a page (`problems`), and what it asks of others than `own` (`foreign`)."""
    page.problems, page.foreign = [], []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
    page.on("request", lambda asked: page.foreign.append(asked.url) if not asked.url.startswith(own) else None)


def closed(page):
    expect(page.locator("[part=launcher]")).to_be_visible()


def answer(page):
    ask(page, "Wat is IPT?", "answer").locator("[part=sources] summary").click()


def clarify(page):
    ask(page, "wat is beter", "clarify")


def crisis(page):
    ask(page, "ik wil niet meer leven", "crisis")


def form(page):
    ask(page, "ik wil graag teruggebeld worden", "form")


def error(page):
    page.route("**/chat/messages", lambda route: route.fulfill(status=500, body="{}"))
    ask(page, "Wat is IPT?", "error")


def offline(page):
    open_chat(page)
    page.context.set_offline(True)
    send(page, "Wat is IPT?")
    expect(bot(page, "error").first).to_be_visible(timeout=12_000)
    page.locator("[part=help]").click()


def erased(page):
    answer(page)
    page.locator("[part=menu]").click()
    page.locator("[part=erase]").click()
    page.locator("[part=confirm-erase]").click()
    expect(bot(page, "notice")).to_be_visible()


def high_contrast(page):
    page.emulate_media(forced_colors="active")
    crisis(page)


STATES = {
    "closed": closed,
    "open": open_chat,
    "answer": answer,
    "clarify": clarify,
    "crisis": crisis,
    "form": form,
    "error": error,
    "offline": offline,
    "erased": erased,
    "high_contrast": high_contrast,
}


@contextlib.contextmanager
def in_state(browser, base, name, width, scheme="light"):
    """A page in that state, settled: nothing moves any more."""
    page = visit(browser, base, "/", width, WIDTHS[width], color_scheme=scheme, reduced_motion="reduce")
    try:
        STATES[name](page)
        page.wait_for_timeout(300)
        yield page
    finally:
        page.context.close()
