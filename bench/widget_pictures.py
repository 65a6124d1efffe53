"""Pictures of every state of the widget, at three widths, light and dark, a sheet for each: `make widget-pictures`. See docs/widget.md."""

import base64
import pathlib
import tempfile

from playwright.sync_api import sync_playwright

from bench.widget_states import ARGS, CHROMIUM, STATES, WIDTHS, in_state
from web import run

TARGET = pathlib.Path(__file__).parents[1] / "docs" / "images"
SHOWN = {320: 320, 768: 460, 1280: 620}  # pixels on the sheet for a window of that width
SHEET = 1700  # pixels


def sheet(browser, pictures, width, path):
    page = browser.new_page(viewport={"width": SHEET, "height": 800})
    figures = "".join(
        f"<figure style='margin:0'><figcaption>{name.replace('_', ' ')}</figcaption>"
        f"<img width={SHOWN[width]} src='data:image/png;base64,{base64.b64encode(picture).decode()}'></figure>"
        for name, picture in pictures.items()
    )
    style = "margin:12px;display:flex;flex-wrap:wrap;gap:14px;background:#ddd;font:15px/1.6 sans-serif"
    page.set_content(f"<body style='{style}'>{figures}")
    page.screenshot(path=path, full_page=True, type="jpeg", quality=72)
    page.close()


def main():
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        with run.running(run.apart(folder), quiet=True) as base:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
            for width in WIDTHS:
                for scheme in ("light", "dark"):
                    pictures = {}
                    for name in STATES:
                        with in_state(browser, base, name, width, scheme) as page:
                            pictures[name] = page.screenshot()
                    path = TARGET / f"widget-{width}-{scheme}.jpg"
                    sheet(browser, pictures, width, path)
                    print(f"{path.relative_to(TARGET.parents[1])}: {path.stat().st_size // 1024} kB", flush=True)


if __name__ == "__main__":
    main()
