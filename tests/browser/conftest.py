"""A real browser (Debian's chromium) at the real assistant."""

import pytest
from playwright.sync_api import sync_playwright

from bench.widget_states import ARGS, CHROMIUM


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


def visit(browser, base, path="/", width=1280, height=800, **options):
    """A page of its own visitor, with what went wrong in it (`problems`) and what it asked of others (`foreign`)."""
    page = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL", **options).new_page()
    page.problems, page.foreign = [], []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
    page.on("request", lambda asked: page.foreign.append(asked.url) if not asked.url.startswith((base, "data:")) else None)
    page.goto(base + path)
    return page


@pytest.fixture(params=[(1280, 800), (360, 740)], ids=["desk", "phone"])
def page(browser, request, assistant):
    page = visit(browser, assistant["base"], "/", *request.param)
    yield page
    page.context.close()


@pytest.fixture
def desk(browser, assistant):
    page = visit(browser, assistant["base"])
    yield page
    page.context.close()
