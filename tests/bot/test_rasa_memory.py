"""Rasa's memory forgets by itself after half an hour, when it is full, and when it is told to."""

import asyncio

import pytest

pytest.importorskip("rasa")
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered

from bot.rasa_memory import ForgettingTrackerStore


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(clock):
    return ForgettingTrackerStore(Domain.empty(), minutes=30, most=3, clock=clock)


def say(store, who):
    async def turn():
        tracker = await store.get_or_create_tracker(who)
        tracker.update(UserUttered("mijn geheim"))
        await store.save(tracker)

    asyncio.run(turn())


def remembers(store, who):
    return asyncio.run(store.retrieve(who)) is not None


def test_a_conversation_is_forgotten_half_an_hour_after_its_last_turn(store, clock):
    say(store, "a")
    clock.now = 1000
    say(store, "a")
    say(store, "b")
    clock.now = 2500
    assert remembers(store, "a")
    clock.now = 2801
    assert not remembers(store, "a") and not store.store


def test_the_oldest_goes_when_there_are_too_many(store):
    for who in "abcd":
        say(store, who)
    say(store, "d")
    assert not remembers(store, "a") and remembers(store, "d") and len(store.store) <= 3


def test_what_is_erased_is_gone_and_a_turn_under_way_does_not_bring_it_back(store):
    say(store, "a")
    tracker = asyncio.run(store.retrieve("a"))
    store.erase("a")
    assert not remembers(store, "a")
    asyncio.run(store.save(tracker))
    assert not remembers(store, "a") and "mijn geheim" not in str(store.store)
