"""What a visitor sees when the network or the server fails: help, never silence, and nothing said twice."""

import json

import pytest
from playwright.sync_api import expect
from test_visit import reload, said

from bench.widget_states import bot, open_chat, send

SAY = "**/chat/messages"


def expect_help(page):
    trouble = bot(page, "error").last
    expect(trouble).to_be_visible(timeout=12_000)
    for url in ("tel:112", "tel:113", "tel:+31852733339"):
        expect(trouble.locator(f"a[href='{url}']")).to_be_visible()
    expect(page.locator("[part=help]")).to_be_visible()
    return trouble


def test_without_network_there_is_help_and_the_question_is_asked_once_when_it_is_back(page):
    open_chat(page)
    page.context.set_offline(True)
    send(page, "Wat is IPT?")
    trouble = expect_help(page)
    page.context.set_offline(False)
    trouble.locator("[part=retry]").click()
    expect(bot(page, "answer").last).to_contain_text("nterpersoonlijke therapie")
    expect(said(page)).to_have_count(1)
    expect(bot(page, "error")).to_have_count(0)


def test_a_server_that_is_slow_is_not_waited_for_longer_than_eight_seconds(page):
    open_chat(page)
    page.route(SAY, lambda route: None)  # no answer ever comes
    send(page, "Wat is IPT?")
    expect(page.locator("[part=typing]")).to_be_visible()
    expect_help(page)
    expect(page.locator("[part=typing]")).to_have_count(0)


@pytest.mark.parametrize("lost", [1, 2])
def test_a_reply_that_is_lost_on_the_way_is_not_asked_for_twice(page, lost):
    """The server had the message; the widget, or after two times the visitor, sends the very same one again: the history holds it once."""
    open_chat(page)
    ids = []

    def lose(route):
        ids.append(json.loads(route.request.post_data)["id"])
        if len(ids) <= lost:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route(SAY, lose)
    send(page, "Wat is IPT?")
    if lost == 2:
        expect_help(page).locator("[part=retry]").click()
    expect(bot(page, "answer").last).to_contain_text("nterpersoonlijke therapie")
    assert len(ids) == lost + 1 and len(set(ids)) == 1
    page.unroute(SAY)
    reload(page)
    expect(bot(page, "answer")).to_have_count(1)
    expect(said(page)).to_have_count(1)


@pytest.mark.parametrize("status", [500, 502])
def test_a_server_that_is_broken_is_told_so_with_help(page, status):
    open_chat(page)
    page.route(SAY, lambda route: route.fulfill(status=status, body="<h1>Bad Gateway</h1>", content_type="text/html"))
    send(page, "Wat is IPT?")
    expect_help(page)
    expect(page.locator("[part=log]")).not_to_contain_text("Gateway")


def test_a_server_that_is_down_before_the_first_word_still_shows_help(page):
    page.route("**/chat/sessions", lambda route: route.abort())
    page.locator("[part=launcher]").click()
    expect_help(page)
    send(page, "ik voel me rot")
    expect(page.locator("[part=composer] textarea")).to_have_value("ik voel me rot")  # nothing that was typed is lost


def test_a_second_tab_is_a_conversation_of_its_own(page, assistant):
    open_chat(page)
    send(page, "Wat is IPT?")
    expect(bot(page, "answer").last).to_be_visible()
    other = page.context.new_page()
    other.goto(assistant["base"])
    open_chat(other)
    expect(said(other)).to_have_count(0)
