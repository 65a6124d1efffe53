"""A real browser (Debian's chromium) at the real assistant."""

import pytest
from playwright.sync_api import sync_playwright

from bench.widget_states import ARGS, CHROMIUM, visit


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


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
