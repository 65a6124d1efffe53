"""The pure parts of the widget (web/widget/src/text.js), run where they run: in a browser."""

import pytest
from support import ROOT

SOURCES = ROOT / "web" / "widget" / "src"


@pytest.fixture(scope="module")
def call(browser):
    """Calls a function of text.js with JSON values."""
    page = browser.new_page()
    page.route(
        "http://widget.test/*.js",
        lambda route: route.fulfill(path=SOURCES / route.request.url.rsplit("/", 1)[1], content_type="text/javascript"),
    )
    page.route("http://widget.test/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto("http://widget.test/")

    def call(name, *values):
        return page.evaluate(
            "async ([name, values]) => (await import('http://widget.test/text.js'))[name](...values)", [name, list(values)]
        )

    yield call
    page.close()


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Een zin.", [{"text": "Een zin."}]),
        ("Een.\n\nTwee.", [{"text": "Een."}, {"text": "Twee."}]),
        ("Een\ntwee", [{"text": "Een\ntwee"}]),
        ("Dit:\n- een\n- twee\n\nEn dat.", [{"text": "Dit:"}, {"items": ["een", "twee"]}, {"text": "En dat."}]),
        ("- een\nna", [{"items": ["een"]}, {"text": "na"}]),
        ("a\r\n\r\nb", [{"text": "a"}, {"text": "b"}]),
        ("-geen lijst", [{"text": "-geen lijst"}]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_text_becomes_paragraphs_and_lists(call, text, blocks):
    assert call("toBlocks", text) == blocks


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2021-02", "februari 2021"),
        ("2021", "2021"),
        ("2024-12-05", "5 december 2024"),
        ("2021-13", "13 2021"),
        ("ooit", "ooit"),
        (None, "niet vermeld"),
        ("", "niet vermeld"),
    ],
)
def test_a_date_is_said_in_dutch(call, date, said):
    assert call("dutchDate", date) == said


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("tel:113", "tel:113"),
        ("mailto:info@praktijk.nl", "mailto:info@praktijk.nl"),
        ("https://113.nl", "https://113.nl/"),
        ("/contact", "https://site.nl/contact"),
        ("http://113.nl", None),
        ("javascript:alert(1)", None),
        (" javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//kwaad.nl/x", None),
        ("/\\kwaad.nl", None),
        ("contact", None),
        ("", None),
        ("https://", None),
    ],
)
def test_only_safe_addresses_become_links(call, url, href):
    assert call("safeHref", url, "https://site.nl/pagina") == href


@pytest.mark.parametrize(
    ("label", "href", "detail"),
    [
        ("Bel 113", "tel:113", ""),
        ("Veilig Thuis", "tel:08002000", "0800-2000"),
        ("Direct gevaar", "tel:112", "112"),
        ("Chat", "https://www.113.nl/", "113.nl"),
        ("Chat op 113.nl", "https://113.nl/", ""),
    ],
)
def test_a_link_names_its_number_or_site_once(call, label, href, detail):
    assert call("linkDetail", label, href) == detail


@pytest.mark.parametrize(
    ("number", "url"),
    [
        ("085 273 3339", "tel:+31852733339"),
        ("0800-0113", "tel:08000113"),
        ("113", "tel:113"),
        ("+31 20 123 4567", "tel:+31201234567"),
        ("06-12345678", "tel:+31612345678"),
    ],
)
def test_a_number_as_people_write_it_can_be_dialled(call, number, url):
    assert call("telephone", number) == url


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = [c / 12.92 if c <= 0.04 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_whatever_colour_a_practice_chooses_can_be_read(call):
    steps = ["00", "40", "80", "c0", "ff"]
    for colour in (f"#{r}{g}{b}" for r in steps for g in steps for b in steps):
        found = call("inks", colour)
        assert contrast(found["on"], found["accent"]) >= 4.5, colour
        assert contrast(found["ink"], "#f4f7f6") >= 4.5, colour
        assert contrast(found["ink-dark"], "#2f3c39") >= 4.5, colour


@pytest.mark.parametrize("accent", ["", "rood", "#12", "#1234567", "url(x)", "#ggg"])
def test_what_is_no_colour_leaves_the_widget_its_own(call, accent):
    assert call("inks", accent) is None


def test_what_is_spoken_has_the_words_and_numbers_but_of_buttons_only_how_many(call):
    message = {
        "kind": "crisis",
        "text": "Wat zwaar.\n\n- Blijf niet alleen.",
        "links": [{"label": "Veilig Thuis", "url": "tel:08002000"}, {"label": "Chat op 113.nl", "url": "https://113.nl"}],
        "buttons": [{"id": "1", "label": "Wat IPT is"}, {"id": "2", "label": "Iets anders"}],
    }
    assert call("spoken", message).split("\n") == [
        "Chatbot:",
        "Hier vind je hulp.",
        "Wat zwaar.",
        "Blijf niet alleen.",
        "Veilig Thuis 0800-2000.",
        "Chat op 113.nl.",
        "Hieronder staan 2 knoppen.",
    ]
