"""On a practice's own website: under a strict policy, with its own texts and colours, as /embed writes it out."""

import re

import pytest
from playwright.sync_api import expect

from bench.widget_states import bot, open_chat, send, visit, watch

SITE = "http://praktijk.test/"


@pytest.fixture
def written(browser, assistant):
    """What /embed gives to copy after a practice has filled in the form: the code and the policy."""
    page = visit(browser, assistant["base"], "/embed")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#name").fill('Praktijk "De Brug" & co')
    page.locator("#phone").fill("020 123 4567")
    page.locator("#accent").fill("#7a2048")
    page.get_by_label("links").check()
    page.locator("#launcher").fill("Vraag het ons")
    page.locator("#intro").fill("Fijn dat je er bent.")
    page.locator("#footer").fill("Lees onze <privacyverklaring>.")
    page.locator("#copy").click()
    expect(page.locator("#copied")).to_have_text("Gekopieerd.")
    code = page.evaluate("navigator.clipboard.readText()")
    assert code == page.locator("#code").text_content()
    policy = page.locator("#policy").text_content()
    expect(page.locator("[part=launcher]")).to_have_css("background-color", "rgb(122, 32, 72)")  # the chat beside it follows
    page.locator("#look").click()
    expect(page.locator("#title")).to_have_text('Praktijk "De Brug" & co')
    assert not page.problems and not page.foreign
    page.context.close()
    return code, policy


def on_a_website(browser, assistant, code, policy):
    """A page of another website that carries the code, and nothing else is allowed there."""
    html = f"<!doctype html><html lang=nl><title>Praktijk</title><body><main><h1>Praktijk</h1></main>{code}</body></html>"
    page = browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL").new_page()
    watch(page, assistant["base"], SITE)
    page.on("console", lambda message: page.problems.append(message.text) if message.type == "warning" else None)
    headers = {"content-type": "text/html; charset=utf-8", "content-security-policy": f"default-src 'none'; {policy}"}
    page.route(SITE, lambda route: route.fulfill(body=html, headers=headers))
    page.add_init_script("window.violations = []; addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective))")
    page.goto(SITE)
    return page


def test_the_code_of_the_embed_page_works_on_another_website_under_the_policy_it_gives(browser, assistant, written):
    code, policy = written
    assert policy == f"script-src {assistant['base']}; connect-src {assistant['base']}"
    page = on_a_website(browser, assistant, code, policy)
    expect(page.get_by_role("button", name="Vraag het ons")).to_be_visible()
    assert page.locator("[part=launcher]").bounding_box()["x"] < 100, "it stands on the left"
    expect(page.locator("[part=launcher]")).to_have_css("background-color", "rgb(122, 32, 72)")
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0
    open_chat(page)
    expect(page.locator("#title")).to_have_text('Praktijk "De Brug" & co')
    expect(page.get_by_text("Fijn dat je er bent.")).to_be_visible()
    expect(page.get_by_text("Lees onze <privacyverklaring>.")).to_be_visible()
    send(page, "Wat is IPT?")
    expect(bot(page, "answer").last).to_contain_text("nterpersoonlijke therapie")
    page.locator("[part=menu]").click()
    with page.expect_download():
        page.locator("[part=save]").click()
    page.locator("[part=help]").click()
    expect(page.locator("[part=help-panel] a[href='tel:+31201234567']")).to_be_visible()
    assert page.evaluate("Object.keys(sessionStorage)") == [f"praktijk-chat {assistant['base']}"]
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate("document.cookie") == "" and not page.context.cookies()
    assert page.evaluate("violations") == [] and not page.problems and not page.foreign
    page.context.close()


def test_a_website_that_is_not_named_gets_help_instead_of_a_chat(browser, assistant, written):
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.route("http://elders.test/", lambda route: route.fulfill(body=f"<!doctype html><body>{written[0]}", content_type="text/html"))
    page.goto("http://elders.test/")
    page.locator("[part=launcher]").click()
    expect(bot(page, "error")).to_be_visible(timeout=12_000)
    expect(bot(page, "error").locator("a[href='tel:+31201234567']")).to_be_visible()
    page.context.close()


def test_what_the_attributes_leave_out_comes_from_the_settings_of_the_practice(desk):
    settings = {
        "name": "Praktijk Zuid",
        "phone": "010 765 4321",
        "notice": "Vandaag zijn wij gesloten.",
        "accent": "#8a1538",
        "intake_url": None,
    }
    desk.route("**/chat/practice", lambda route: route.fulfill(json=settings))
    desk.evaluate("document.querySelector('praktijk-chat').replaceWith(document.createElement('praktijk-chat'))")
    expect(desk.locator("[part=launcher]")).to_have_css("background-color", "rgb(138, 21, 56)")
    open_chat(desk)
    expect(desk.locator("#title")).to_have_text("Praktijk Zuid")
    expect(desk.locator("[part=notice]")).to_have_text("Vandaag zijn wij gesloten.")
    desk.locator("[part=help]").click()
    expect(desk.locator("[part=help-panel] a[href='tel:+31107654321']")).to_be_visible()
    desk.evaluate("document.querySelector('praktijk-chat').setAttribute('name', 'Onze naam')")
    expect(desk.locator("#title")).to_have_text("Onze naam")


def test_the_look_follows_the_device_unless_the_practice_wants_it_light(browser, assistant):
    page = visit(browser, assistant["base"], color_scheme="dark")
    open_chat(page)
    panel = page.locator("[part=panel]")
    expect(panel).to_have_css("background-color", "rgb(22, 30, 29)")
    page.evaluate("document.querySelector('praktijk-chat').setAttribute('theme', 'light')")
    expect(panel).to_have_css("background-color", "rgb(244, 247, 246)")
    page.context.close()


def test_the_widget_says_when_it_opens_and_closes_and_never_what_is_said(desk):
    desk.evaluate(
        """() => {
          window.told = [];
          for (const name of ["open", "close"]) addEventListener(`praktijk-chat-${name}`, (e) => told.push([name, e.detail ?? null]));
        }"""
    )
    open_chat(desk)
    send(desk, "Wat is IPT?")
    expect(bot(desk, "answer").last).to_be_visible()
    desk.locator("[part=close]").click()
    assert desk.evaluate("told") == [["open", None], ["close", None]]


def test_what_was_typed_and_not_sent_is_still_there_when_the_chat_opens_again(page):
    open_chat(page)
    field = page.locator("[part=composer] textarea")
    field.fill("ik twijfel of ik dit")
    page.locator("[part=close]").click()
    page.locator("[part=launcher]").click()
    expect(field).to_have_value("ik twijfel of ik dit")
    assert not re.search("twijfel", page.evaluate("JSON.stringify(sessionStorage)")), "and nowhere else"
