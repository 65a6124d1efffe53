"""The chat API as a browser meets it, with a stand-in for Rasa."""

import dataclasses
import random
import secrets
import threading
import time
import uuid

import pytest
from starlette.testclient import TestClient
from support import Visitor, kinds, shown

from web.door.app import create_app
from web.door.limits import prefix
from web.door.rasa import RasaSilent
from web.door.turn import as_words, clean

DOUBT = "hoe vaak komt zelfmoord voor in Nederland?"


@pytest.fixture
def visitor(client):
    return Visitor(client)


def error_of(response, status):
    assert response.status_code == status, response.text
    sentence = response.json()["error"]
    assert sentence.strip().endswith((".", "?")) and " " in sentence
    return sentence


def test_the_greeting_says_what_it_is_what_is_kept_and_who_reads_it(visitor):
    said = shown(visitor.greeting)
    for needed in ("chatbot", "geen behandelaar", "113", "112", "Niemand leest nu live mee", "bewaard", "Wissen"):
        assert needed in said
    assert visitor.greeting[0]["buttons"]


def test_each_session_has_its_own_unguessable_token(client):
    tokens = {client.post("/chat/sessions").json()["token"] for _ in range(20)}
    assert len(tokens) == 20 and min(map(len, tokens)) >= 40


def test_an_answer_comes_back_and_stands_in_the_history(visitor):
    visitor.say("wat is ipt?")
    history = visitor.client.get("/chat/messages", headers=visitor.headers).json()["messages"]
    assert [(m["from"], m["text"]) for m in history[-2:]] == [("visitor", "wat is ipt?"), ("bot", "Een antwoord.")]


def test_the_same_client_id_is_answered_once(visitor, rasa):
    body = {"id": str(uuid.uuid4()), "text": "wat is ipt?"}
    first, second = visitor.post(body).json(), visitor.post(body).json()
    assert first == second and len(rasa.asked) == 1
    history = visitor.client.get("/chat/messages", headers=visitor.headers).json()["messages"]
    assert sum(m["text"] == "wat is ipt?" for m in history) == 1


def test_the_same_client_id_at_the_same_moment_is_answered_once(visitor, rasa):
    body, replies = {"id": str(uuid.uuid4()), "text": "wat is ipt?"}, []
    threads = [threading.Thread(target=lambda: replies.append(visitor.post(body).json())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(rasa.asked) == 1 and all(reply == replies[0] for reply in replies)


@pytest.mark.parametrize("body", [{"text": ""}, {"text": "  \n\t "}, {"text": "\u200b\u200d"}])
def test_an_empty_message_gets_a_dutch_sentence(visitor, body):
    assert "geen tekst" in error_of(visitor.post({"id": str(uuid.uuid4()), **body}), 400)


@pytest.mark.parametrize("body", [{"text": 5}, {"text": None}, {"text": ["ik"]}, {}, {"button": 3}, {"button": "zelfbedacht"}])
def test_what_is_not_text_or_a_known_button_is_refused(visitor, body):
    error_of(visitor.post({"id": str(uuid.uuid4()), **body}), 400)


@pytest.mark.parametrize("raw", [b"", b"geen json", b"[1, 2]", b"null", b"\xff\xfe", b"[" * 60000])
def test_what_is_no_json_object_is_refused(client, visitor, raw):
    error_of(client.post("/chat/messages", content=raw, headers=visitor.headers), 400)


@pytest.mark.parametrize("ident", [None, 5, "", "niet-een-uuid", "../../etc"])
def test_a_message_needs_an_id(visitor, ident):
    error_of(visitor.post({"id": ident, "text": "hallo"}), 400)


def test_an_over_long_text_is_refused_and_can_be_sent_shorter_under_the_same_id(visitor, rasa):
    ident = str(uuid.uuid4())
    assert "te lang" in error_of(visitor.post({"id": ident, "text": "woord " * 300}), 413)
    assert not rasa.asked
    assert visitor.post({"id": ident, "text": "wat is ipt"}).status_code == 200


def test_a_huge_request_is_not_read_to_the_end(client, visitor):
    error_of(client.post("/chat/messages", content=b'{"text": "' + b"a" * 200_000, headers=visitor.headers), 413)


def test_an_over_long_text_with_danger_in_it_gets_the_card(visitor):
    reply = visitor.say("woord " * 300 + "ik wil niet meer leven " + "woord " * 300)
    assert kinds(reply) == ["crisis"] and "113" in shown(reply)


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer geraden"}, {"Authorization": "Basic x"}, {"Authorization": "Bearer"}])
def test_without_a_valid_token_nothing_is_shown(client, headers):
    for method, path in (("GET", "/chat/messages"), ("POST", "/chat/messages"), ("DELETE", "/chat/sessions"), ("POST", "/chat/feedback")):
        error_of(client.request(method, path, headers=headers), 401)


def test_one_visitor_cannot_press_the_buttons_of_another(client, visitor):
    other = Visitor(client)
    error_of(other.post({"id": str(uuid.uuid4()), "button": visitor.greeting[0]["buttons"][0]["id"]}), 400)


def test_erasing_forgets_the_conversation(client, visitor):
    visitor.say("iets vertrouwelijks")
    assert client.delete("/chat/sessions", headers=visitor.headers).status_code == 200
    error_of(client.get("/chat/messages", headers=visitor.headers), 401)


def test_a_session_ends_after_the_idle_time(client, visitor, monkeypatch):
    sessions = client.app.state.door.sessions
    monkeypatch.setattr(sessions, "_clock", lambda: time.monotonic() + 31 * 60)
    error_of(client.get("/chat/messages", headers=visitor.headers), 401)
    assert len(sessions) == 0


def test_a_button_sends_what_was_kept_here_and_the_browser_sees_no_command(visitor, rasa):
    assert all(set(b) <= {"id", "label", "answer"} for b in visitor.greeting[0]["buttons"])
    visitor.press(visitor.greeting[0]["buttons"][0]["label"])
    assert rasa.asked[0][1].startswith("/vraag{")


@pytest.mark.parametrize(
    "typed", ["/vraag", '/nee{"callback_name": "x"}', "／restart", " / / back", "\u200b/session_start", "EXTERNAL: x", "//x"]
)
def test_typed_commands_never_reach_rasa_as_commands(visitor, rasa, typed):
    visitor.say(typed)
    assert not rasa.asked[0][1].lstrip().startswith(("/", "／", "EXTERNAL"))


def test_line_breaks_are_spaces_and_invisible_characters_go():
    assert clean(" regel een\r\nregel\ttwee\u2028drie\x00\u202e ") == "regel een regel twee drie"
    assert as_words("/") == "?"


@pytest.mark.parametrize("failure", [RasaSilent("refused"), RuntimeError("fault in our own code")])
def test_a_fault_becomes_an_honest_answer_with_the_numbers(visitor, rasa, failure):
    rasa.reply = failure
    (reply,) = visitor.say("wat is ipt?")
    assert reply["kind"] == "fallback" and reply["reason"] == "storing"
    for number in ("085 273 3339", "112", "113"):
        assert number in shown([reply])


def test_with_rasa_gone_a_button_still_gives_its_answer(visitor, rasa):
    rasa.reply = RasaSilent("refused")
    button = visitor.greeting[0]["buttons"][0]
    (reply,) = visitor.press(button["label"])
    assert reply["answer"] == button["answer"] and reply["sources"]


def test_a_crisis_card_needs_nothing_but_the_door(visitor, rasa):
    rasa.reply = RasaSilent("refused")
    first, second = visitor.say("ik wil dood"), visitor.say("ik wil echt dood")
    assert kinds(first) == kinds(second) == ["crisis"] and not rasa.asked
    assert "113" in shown(first) and "adviesgesprek" not in shown(first) + shown(second)
    assert first[0]["text"] != second[0]["text"], "the same text twice running"


def test_a_crisis_card_does_not_wait_for_a_turn_under_way(visitor, rasa):
    started = threading.Event()

    async def hang(*_):
        import asyncio

        started.set()
        await asyncio.sleep(2)
        raise RasaSilent("late")

    rasa.ask = hang
    slow = threading.Thread(target=lambda: visitor.post({"id": str(uuid.uuid4()), "text": "wat is ipt"}))
    slow.start()
    started.wait(2)
    before = time.monotonic()
    reply = visitor.post({"id": str(uuid.uuid4()), "text": "ik wil dood"}).json()["messages"]
    assert kinds(reply) == ["crisis"] and time.monotonic() - before < 1
    slow.join()


def test_after_a_crisis_turn_each_reply_carries_113_for_five_turns_and_no_invitation_comes_next(visitor, rasa):
    invitation = {"kind": "referral", "text": "Een adviesgesprek?", "answer": None, "buttons": [], "links": [], "sources": []}
    rasa.reply = [*rasa.reply, invitation]
    visitor.say("ik wil dood")
    for turn in range(1, 7):
        reply = visitor.say("wat is ipt?")
        assert rasa.asked[-1][2]["after_crisis"] == (turn if turn <= 5 else None)
        assert ("tel:113" in [link["url"] for m in reply for link in m["links"]]) == (turn <= 5), turn
        if turn == 1:
            assert "referral" not in kinds(reply)


def test_a_crisis_that_rasa_recognises_counts_as_one(visitor, rasa):
    rasa.reply = [{"kind": "crisis", "text": "kaart", "answer": "crisis_suicide", "buttons": [], "links": [], "sources": []}]
    assert kinds(visitor.say("een omweg van woorden")) == ["crisis"]
    rasa.reply = [{"kind": "answer", "text": "Een antwoord.", "answer": "ipt_wat", "buttons": [], "links": [], "sources": []}]
    visitor.say("en verder?")
    assert rasa.asked[-1][2]["after_crisis"] == 1


def test_feedback_is_taken_and_a_cry_in_its_comment_is_answered(client, visitor):
    message = visitor.say("wat is ipt?")[0]["id"]
    reply = client.post("/chat/feedback", json={"message": message, "helpful": True}, headers=visitor.headers)
    assert reply.status_code == 200 and reply.json()["messages"] == []
    cry = client.post(
        "/chat/feedback", json={"message": message, "helpful": False, "comment": "ik wil dood"}, headers=visitor.headers
    ).json()
    assert kinds(cry["messages"]) == ["crisis"]
    error_of(client.post("/chat/feedback", json={"message": "onbekend", "helpful": True}, headers=visitor.headers), 400)
    error_of(client.post("/chat/feedback", json={"message": message, "helpful": "ja"}, headers=visitor.headers), 400)


def test_health_is_red_when_a_part_is_gone(client, rasa):
    assert client.get("/health").status_code == 200
    rasa.reply = RasaSilent("refused")
    response = client.get("/health")
    assert response.status_code == 503 and response.json()["parts"]["rasa"] is False


def test_the_page_and_the_widget_are_served(client):
    for path in ("/", "/embed"):
        page = client.get(path)
        assert page.status_code == 200 and "praktijk-chat" in page.text and "script-src 'self'" in page.headers["content-security-policy"]
    assert client.get("/widget.js").headers["content-type"].startswith("text/javascript")
    assert client.get("/style.css").status_code == 200
    assert client.get("/../pyproject.toml").status_code == 404


def test_only_named_websites_may_carry_the_widget(client):
    reply = client.options("/chat/sessions", headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"})
    assert "access-control-allow-origin" not in reply.headers


def test_a_doubt_is_asked_about_and_the_question_beside_it_is_answered(visitor, rasa, monkeypatch):
    visitor.say(DOUBT)
    assert rasa.asked[-1][2]["check_in"] is True
    rasa.reply = RasaSilent("refused")
    (reply,) = visitor.say(DOUBT)
    assert reply["kind"] == "checkin" and "113" in shown([reply]) and "adviesgesprek" not in shown([reply])


def test_who_only_names_the_subject_is_asked_without_being_told_how_they_feel(visitor, rasa):
    visitor.say("zelfmoord")
    assert rasa.asked[-1][2]["is_mention"] is True
    rasa.reply = RasaSilent("refused")
    (reply,) = visitor.say("zelfmoord")
    assert reply["kind"] == "checkin" and "113" in shown([reply]) and "je je zo voelt" not in shown([reply])


def test_a_loss_gets_its_support_also_when_rasa_is_gone(visitor, rasa):
    rasa.reply = RasaSilent("refused")
    (reply,) = visitor.say("mijn vader is vorige maand overleden en ik mis hem zo")
    assert reply["answer"] == "nabestaande" and reply["kind"] == "answer"


def test_danger_in_a_childs_words_names_the_kindertelefoon_and_veilig_thuis(visitor):
    (reply,) = visitor.say("mijn vader slaat mij en mijn zusje")
    assert reply["answer"] == "geweld" and "0800-0432" in shown([reply]) and "0800-2000" in shown([reply])


def test_danger_split_over_two_messages_gets_the_card(visitor):
    visitor.say("ik wil niet meer")
    assert kinds(visitor.say("leven")) == ["crisis"]


def test_what_was_remembered_goes_along_to_a_new_name_at_rasa(visitor, rasa):
    """Rasa reads its whole record at each turn, so a conversation gets another name every fifty turns."""
    rasa.reply = [{**rasa.reply[0], "context": {"last_answer": "ipt_wat", "topic": "ipt"}}]
    names = []
    for _ in range(101):
        assert "context" not in visitor.say("wat is ipt?")[0]
        names.append(rasa.asked[-1][0])
    assert len(set(names)) == 3 and names.count(names[0]) == 50
    assert rasa.asked[-1][2]["context"] == {"last_answer": "ipt_wat", "topic": "ipt"}


def test_a_form_is_not_cut_in_two_by_a_new_name(visitor, rasa):
    rasa.reply = [{**rasa.reply[0], "kind": "form"}]
    for _ in range(60):
        visitor.say("Sanne")
    assert len({name for name, *_ in rasa.asked}) == 1


def test_after_a_silence_rasa_hears_the_conversation_under_another_name(visitor, rasa):
    visitor.say("wat is ipt?")
    rasa.reply = RasaSilent("late")
    visitor.say("en hoe lang?")
    visitor.say("hallo?")
    assert len({name for name, *_ in rasa.asked}) == 2


def limited(monkeypatch, rasa, settings, **changed):
    monkeypatch.setattr("web.door.app.Rasa", lambda *_: rasa)
    return TestClient(create_app(dataclasses.replace(settings, **changed)), client=("203.0.113.7", 5000))


def test_too_many_messages_are_refused_in_dutch_and_danger_never_is(rasa, monkeypatch, settings):
    with limited(monkeypatch, rasa, settings, session_limit="3/minute", address_limit="", opening_limit="") as client:
        visitor = Visitor(client)
        for _ in range(3):
            visitor.say("wat is ipt?")
        response = visitor.post({"id": str(uuid.uuid4()), "text": "wat is ipt?"})
        assert "113" in error_of(response, 429) and response.headers["retry-after"]
        assert kinds(visitor.say("ik wil dood")) == ["crisis"]
        assert Visitor(client).say("wat is ipt?")


def test_one_address_prefix_is_limited_as_a_whole_and_the_machine_itself_is_not(rasa, monkeypatch, settings):
    with limited(monkeypatch, rasa, settings, session_limit="", address_limit="3/minute", opening_limit="2/minute") as client:
        first, second = Visitor(client), Visitor(client)
        error_of(client.post("/chat/sessions"), 429)
        for visitor in (first, second, first):
            visitor.say("wat is ipt?")
        error_of(second.post({"id": str(uuid.uuid4()), "text": "wat is ipt?"}), 429)
    assert prefix("203.0.113.9") == prefix("203.0.113.7") == prefix("::ffff:203.0.113.7") == "203.0.113.0/24"
    assert prefix("2001:db8:1:2::3") == prefix("2001:db8:1:2:ffff::") == "2001:db8:1:2::/64"
    assert prefix("127.0.0.1") == prefix("::1") == prefix(None) == prefix("testclient") == ""


def test_when_too_many_wait_the_next_is_told_so_and_danger_is_not(rasa, monkeypatch, settings):
    started, finish = threading.Event(), threading.Event()
    answers = list(rasa.reply)

    async def slow(*_):
        import asyncio

        started.set()
        await asyncio.to_thread(finish.wait, 10)
        return answers

    rasa.ask = slow
    with limited(monkeypatch, rasa, settings, most_waiting=1) as client:
        waiting, other = Visitor(client), Visitor(client)
        turn = threading.Thread(target=lambda: waiting.say("wat is ipt?"))
        turn.start()
        started.wait(2)
        assert "druk" in error_of(other.post({"id": str(uuid.uuid4()), "text": "wat is ipt?"}), 503)
        assert kinds(other.say("ik wil dood")) == ["crisis"]
        finish.set()
        turn.join()
        assert other.say("wat is ipt?")


def test_every_reply_tells_browsers_what_not_to_do_with_it(client, visitor):
    for path in ("/", "/widget.js", "/health", "/chat/practice"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer", path
    assert client.get("/chat/messages", headers=visitor.headers).headers["cache-control"] == "no-store"


def test_content_that_cannot_be_read_leaves_the_last_good_set_and_turns_health_red(client, visitor, tmp_path):
    door = client.app.state.door
    door.content.folder = tmp_path
    door.content.refresh()
    assert client.get("/health").json()["parts"]["content"] is False
    assert kinds(visitor.say("ik wil dood")) == ["crisis"]


def test_no_session_reads_or_writes_another_in_a_thousand_tries(client, rasa):
    """Missing, guessed, altered, erased, expired and another's tokens, and another's buttons, messages and client ids."""
    secret = "vertrouwelijk: mijn kanarie heet Zoeloe"
    owner, erased, intruder = Visitor(client), Visitor(client), Visitor(client)
    owner.say(secret)
    erased.say(secret)
    client.delete("/chat/sessions", headers=erased.headers)
    token = owner.headers["Authorization"].removeprefix("Bearer ")
    chance, before = random.Random(1), len(rasa.asked)
    for number in range(1000):
        i = chance.randrange(len(token))
        guess = chance.choice(
            [
                "", secrets.token_urlsafe(32), token[:-1], token + "A", token.lower(),
                token[:i] + chance.choice("abcXYZ019-_") * 2 + token[i + 1 :],
                erased.headers["Authorization"].removeprefix("Bearer "), " " + token[::-1], "null", "../" + token, "%00", "' or 1=1 --",
            ]
        )  # fmt: skip
        headers = {"Authorization": f"Bearer {guess}", "Origin": "https://elders.example"} if guess or number % 2 else {}
        method, path, body = chance.choice(
            [
                ("GET", "/chat/messages", None),
                ("POST", "/chat/messages", {"id": str(uuid.uuid4()), "text": "ik ben het"}),
                ("POST", "/chat/feedback", {"message": owner.last[0]["id"], "helpful": True}),
                ("DELETE", "/chat/sessions", None),
            ]
        )
        response = client.request(method, path, headers=headers, json=body)
        assert response.status_code == 401 and "Zoeloe" not in response.text, (guess, method, path)
        assert "access-control-allow-origin" not in response.headers
    assert len(rasa.asked) == before
    for body in ({"message": owner.last[0]["id"], "helpful": True}, {"message": owner.greeting[0]["id"], "helpful": True}):
        error_of(client.post("/chat/feedback", json=body, headers=intruder.headers), 400)
    said = [m["text"] for m in client.get("/chat/messages", headers=owner.headers).json()["messages"] if m["from"] == "visitor"]
    assert said == [secret]
