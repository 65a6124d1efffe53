"""A visitor's whole way in a real browser: ask, read the source, follow on, plan, be called back, erase."""

import re

from playwright.sync_api import expect

from bench.widget_states import bot, open_chat, send


def said(page):
    return page.locator("[part=message][data-from=visitor]")


def reload(page):
    page.reload()
    if page.locator("[part=log]").is_hidden():
        page.locator("[part=launcher]").click()


def say(page, text):
    before = bot(page).count()
    send(page, text)
    expect(bot(page).nth(before)).to_be_visible()
    return bot(page).nth(before)


def press(page, label):
    before = bot(page).count()
    page.locator("[part=button]", has_text=re.compile(rf"^\s*{re.escape(label)}\s*$")).last.click()
    expect(bot(page).nth(before)).to_be_visible()
    return bot(page).nth(before)


def test_the_whole_way_from_a_question_to_a_call_back_and_erasing(page):
    expect(page.locator("[part=log]")).to_be_hidden()
    page.locator("[part=launcher]").click()
    expect(bot(page).first).to_contain_text("chatbot")
    expect(bot(page).first).to_contain_text("Niemand leest nu live mee")

    answer = say(page, "Wat is IPT?")
    expect(answer).to_contain_text("nterpersoonlijke therapie")
    sources = answer.locator("[part=sources]")
    sources.locator("summary").click()
    expect(sources).to_contain_text("Factsheet Psychotherapie bij depressie")
    expect(sources).to_contain_text("februari 2021")

    follow_up = answer.locator("[part=button]").first
    label = follow_up.inner_text().strip()
    press(page, label)
    expect(page.locator("[part=message][data-from=visitor]").last).to_contain_text(label)

    planned = say(page, "ik wil een adviesgesprek plannen")
    expect(planned).to_contain_text("gratis adviesgesprek")
    expect(planned.locator("a[href='tel:+31852733339']").first).to_be_visible()

    press(page, "Bel mij terug")
    say(page, "Sanne Bakker")
    expect(say(page, "06123")).to_contain_text("geen Nederlands telefoonnummer")
    say(page, "06 12345678")
    press(page, "'s Ochtends")
    expect(press(page, "Ja, dat mag")).to_contain_text("085 273 3339")

    reload(page)
    expect(page.locator("[part=message][data-from=visitor]").first).to_contain_text("Wat is IPT?")

    page.locator("[part=menu]").click()
    page.locator("[part=erase]").click()
    page.locator("[part=confirm-erase]").click()
    expect(page.locator("[part=log]")).to_contain_text("gewist")
    expect(page.locator("[part=log]")).not_to_contain_text("Sanne Bakker")
    assert page.evaluate("sessionStorage.length") == 0
    assert not page.problems and not page.foreign


def test_a_comment_with_a_thumb_arrives_and_a_cry_in_it_is_answered(page):
    open_chat(page)
    answer = say(page, "Wat is IPT?")
    assert answer.locator("[part=comment]").count() == 0
    answer.locator("[part=unhelpful]").click()
    field = answer.locator("[part=comment] textarea")
    field.fill("ik zie het niet meer zitten en wil niet meer leven")
    before = bot(page).count()
    with page.expect_request(lambda asked: asked.url.endswith("/chat/feedback")) as sent:
        answer.locator("[part=comment-send]").click()
    assert sent.value.post_data_json["helpful"] is False and "leven" in sent.value.post_data_json["comment"]
    expect(bot(page, "crisis").last).to_be_visible()
    assert bot(page).count() == before + 1
    expect(answer.locator("[part=comment]")).to_have_count(0)
    expect(answer.locator("[part=feedback]")).to_contain_text("Dank je wel")
    assert not page.problems


def test_a_comment_that_does_not_arrive_stays_in_the_field(page):
    open_chat(page)
    answer = say(page, "Wat is IPT?")
    answer.locator("[part=helpful]").click()
    expect(answer.locator("[part=feedback]")).to_contain_text("Dank je wel")
    page.route("**/chat/feedback", lambda route: route.abort())
    answer.locator("[part=comment] textarea").fill("heel helder")
    answer.locator("[part=comment-send]").click()
    expect(answer.locator("[part=feedback]")).to_contain_text("niet gelukt")
    assert answer.locator("[part=comment] textarea").input_value() == "heel helder"


def test_the_conversation_can_be_copied_and_saved(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_chat(page)
    say(page, "Wat is IPT?")
    page.locator("[part=menu]").click()
    page.locator("[part=copy]").click()
    expect(page.locator("[part=status]")).to_have_text("Het gesprek is gekopieerd.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Jij:\nWat is IPT?" in copied and "Factsheet Psychotherapie bij depressie, februari 2021" in copied
    page.locator("[part=menu]").click()
    with page.expect_download() as saved:
        page.locator("[part=save]").click()
    text = saved.value.path().read_text(encoding="utf-8")
    assert saved.value.suggested_filename == "gesprek-chatbot.txt" and copied in text
    assert not page.problems


def test_help_is_one_press_away_and_a_crisis_gets_its_card(page):
    page.locator("[part=launcher]").click()
    page.locator("[part=help]").click()
    expect(page.locator("[part=help-panel]")).to_contain_text("113")
    page.keyboard.press("Escape")
    card = say(page, "ik wil niet meer leven")
    assert card.get_attribute("data-kind") == "crisis"
    expect(card.locator("a[href='tel:113']")).to_be_visible()


def test_who_is_not_safe_can_erase_and_leave_at_once(page, assistant):
    page.route("https://www.buienradar.nl/", lambda route: route.fulfill(body="<title>Weer</title>", content_type="text/html"))
    page.locator("[part=launcher]").click()
    expect(bot(page).first).to_be_visible()
    card = say(page, "mijn man slaat me")
    expect(card.locator("a[href='tel:08002000']")).to_be_visible()
    with page.expect_request(lambda request: request.method == "DELETE"):
        card.locator("[part=leave]").click()
    page.wait_for_url("https://www.buienradar.nl/")
    page.go_back()
    assert assistant["base"] not in page.url, "the way back leads to the chat"
    page.goto(assistant["base"])
    assert page.evaluate("sessionStorage.length") == 0


def test_nothing_is_kept_in_the_browser_before_the_chat_is_opened(page):
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0 and page.evaluate("document.cookie") == ""


def test_the_emergency_numbers_show_without_javascript(browser, assistant):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(assistant["base"])
    for url in ("tel:112", "tel:113", "tel:08002000"):
        expect(page.locator(f"praktijk-chat a[href='{url}']")).to_be_visible()
    context.close()
