"""Start the assistant, talk to it in a terminal, or measure it: `python -m web.run serve|chat|evaluate`.

Reads `.env`, checks what must be there before anything starts, and leaves the processes to supervisord, which starts each again
when it ends. Errors say what to do.
"""

import argparse
import base64
import contextlib
import os
import pathlib
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
import time
import uuid

import httpx
from dotenv import dotenv_values

from bot.answers import ContentError, load_content
from web.door.settings import Settings, SettingsError

ROOT = pathlib.Path(__file__).resolve().parents[1]
PORTS = {"DOOR_PORT": "8000", "RASA_PORT": "5005", "ACTION_SERVER_PORT": "5055"}
KEYS = ("OUTBOX_KEY", "JOURNAL_KEY")  # made on the first run
NO_LIMITS = {"SESSION_LIMIT": "", "ADDRESS_LIMIT": "", "OPENING_LIMIT": ""}  # for measuring: all visitors are one
STARTING = 180  # seconds that Rasa may take on a slow machine


class NotReady(Exception):
    """The assistant cannot start; the message says what to do."""


def environment(root=ROOT, **changes):
    """The settings for all processes: `changes`, the environment, then `.env`, which is made from `.env.example` when it is absent."""
    env_file = root / ".env"
    if not env_file.exists():
        shutil.copyfile(root / ".env.example", env_file)
        print("Made .env from .env.example; the defaults will do.", flush=True)
    for name in KEYS:
        if not dotenv_values(env_file).get(name):
            key = base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
            kept = [line for line in env_file.read_text(encoding="utf-8").splitlines() if not line.startswith(f"{name}=")]
            env_file.write_text("\n".join([*kept, f"{name}={key}"]) + "\n", encoding="utf-8")
            env_file.chmod(0o600)
    settings = {**PORTS, "DOOR_HOST": "127.0.0.1", **{k: v for k, v in dotenv_values(env_file).items() if v}, **os.environ, **changes}
    for url, port, path in (("RASA_URL", "RASA_PORT", ""), ("ACTION_SERVER_URL", "ACTION_SERVER_PORT", "/webhook")):
        settings.setdefault(url, f"http://127.0.0.1:{settings[port]}{path}")
    return {
        **settings,
        "PYTHONPATH": str(root),
        "PYTHONWARNINGS": "ignore",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "RASA_TELEMETRY_ENABLED": "false",
        "SANIC_HOST": "127.0.0.1",
        # A turn is too small to share among threads: they wait for each other, and beside another busy program 0.1 second becomes two.
        "OMP_NUM_THREADS": "1",
    }


def check(settings, root=ROOT):
    """Raise NotReady with what to do when something is missing or in the way."""
    if not list((root / "models").glob("*.tar.gz")):
        raise NotReady("There is no trained model in models/. Run `make train` first; it takes some minutes.")
    if not (root / "build" / "nl_model" / "meta.json").exists():
        raise NotReady("The Dutch pipeline in build/nl_model is absent. Run `make nl-model` first.")
    try:
        Settings.of(settings)
    except SettingsError as error:
        raise NotReady(str(error)) from error
    try:
        load_content(pathlib.Path(settings.get("CONTENT_DIR") or root / "content"))
    except ContentError as error:
        raise NotReady(str(error)) from error
    for name in PORTS:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", int(settings[name])))
            except ValueError:
                raise NotReady(f"{name}={settings[name]!r} in .env is not a port number.") from None
            except OSError:
                raise NotReady(
                    f"Port {settings[name]} is in use. Stop the program that uses it, or give {name} another number in .env."
                ) from None


def free_ports():
    """A free port for each part, for an assistant beside another one."""
    ports = {}
    for name in PORTS:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            ports[name] = str(probe.getsockname()[1])
    return ports


def apart(folder, **changes):
    """The settings of an assistant beside any other, for tests and measurements: on free ports, without limits, with all that it keeps of
    conversations in `folder`."""
    ports = free_ports()
    addresses = {
        "RASA_URL": f"http://127.0.0.1:{ports['RASA_PORT']}",
        "ACTION_SERVER_URL": f"http://127.0.0.1:{ports['ACTION_SERVER_PORT']}/webhook",
    }
    kept = {
        "OUTBOX_DIR": f"{folder}/outbox",
        "JOURNAL_URL": f"sqlite:///{folder}/journal/journal.db",
        "KEYS_DIR": f"{folder}/keys",
        "KEYS_COPY_DIR": "",
        "BACKUP_DIR": f"{folder}/backups",
    }
    return environment(**{**ports, **addresses, **kept, **NO_LIMITS, **changes})


def address(settings):
    return f"http://127.0.0.1:{settings['DOOR_PORT']}"


@contextlib.contextmanager
def running(settings, root=ROOT, quiet=False):
    """All processes, up and answering. Yields the address; stops what it started."""
    check(settings, root)
    (root / "var" / "log").mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen([sys.executable, "-m", "supervisor.supervisord", "-c", "deploy/supervisord.conf"], cwd=root, env=settings)
    try:
        wait_until_well(settings, process, quiet)
        yield address(settings)
    finally:
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(30)
        if process.poll() is None:
            process.kill()


def health(base):
    """The parts of the health page, or None when the door does not answer."""
    try:
        return httpx.get(f"{base}/health", timeout=5).json()
    except (httpx.HTTPError, ValueError):
        return None


def wait_until_well(settings, process, quiet=False):
    started, told = time.monotonic(), None
    while time.monotonic() - started < STARTING:
        if process.poll() is not None:
            raise NotReady("The processes ended at once. Look in var/log/supervisord.log.")
        state = health(address(settings))
        if state and state["status"] == "ok":
            return
        waiting = ", ".join(part for part, well in (state or {"parts": {"door": False}})["parts"].items() if not well)
        if not quiet and waiting != told:
            told = waiting
            print(f"  {time.monotonic() - started:4.0f} s  waiting for: {waiting}", flush=True)
        time.sleep(0.5)
    raise NotReady(f"Not up after {STARTING} s. Look in var/log/ for the reason.")


@contextlib.contextmanager
def running_or_found(settings):
    """The assistant that is running already, or one started for the occasion."""
    state = health(address(settings))
    if state:
        yield address(settings)
    else:
        with running(settings) as base:
            yield base


def serve(settings, args):
    print("Starting the assistant ...", flush=True)
    with running(settings) as base:
        print(f"\nThe assistant answers at {base}\nStop it with Ctrl-C.", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            while True:
                time.sleep(3600)


def chat(settings, args):
    """The assistant in a terminal. A number presses a button; an empty line or Ctrl-D ends it."""
    with running_or_found(settings) as base, httpx.Client(base_url=base, timeout=10) as client:
        opened = client.post("/chat/sessions").json()
        client.headers["Authorization"] = f"Bearer {opened['token']}"
        buttons = show(opened["messages"])
        while line := read_line():
            said = {"button": buttons[int(line) - 1]} if line.isdigit() and 0 < int(line) <= len(buttons) else {"text": line}
            reply = client.post("/chat/messages", json={"id": str(uuid.uuid4()), **said}).json()
            buttons = show(reply["messages"]) if "messages" in reply else print(reply["error"]) or buttons
        client.delete("/chat/sessions")


def read_line():
    try:
        return input("\n> ").strip()
    except (EOFError, KeyboardInterrupt):
        return ""


def show(messages):
    """Print messages; return the ids of their buttons, in the order of their numbers."""
    buttons = []
    for message in messages:
        print()
        for block in message["text"].split("\n"):
            print(textwrap.fill(block, 88, subsequent_indent="  " if block.startswith("- ") else ""))
        for source in message.get("sources", ()):
            print(f"  (bron: {source['title']}, {source['date'] or 'datum niet vermeld'})")
        for link in message.get("links", ()):
            print(f"  {link['label']}: {link['url']}")
        for button in message.get("buttons", ()):
            buttons.append(button["id"])
            print(f"  [{len(buttons)}] {button['label']}")
    return buttons


def evaluate(settings, args):
    """Run the evaluation over the chat API, with what it needs started when it is not running."""
    script = pathlib.Path(os.environ.get("SHARED") or ROOT.parent / "shared") / "eval" / "evaluate.py"
    if not script.exists():
        print(f"Skipped: the evaluation set is not at {script.parent} (set SHARED to its folder).")
        return
    with contextlib.ExitStack() as stack:
        if health(address(settings)):
            base = address(settings)
        else:  # one of its own, so that the journal of the practice holds no such messages
            base = stack.enter_context(running(apart(stack.enter_context(tempfile.TemporaryDirectory()))))
        subprocess.run([sys.executable, str(script), "--base", base, *args.rest], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("serve", "chat", "evaluate"))
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="for evaluate: options for the script")
    args = parser.parse_args()
    for ending in (signal.SIGTERM, signal.SIGINT):  # also SIGINT: a shell starts its background jobs with that one ignored
        signal.signal(ending, signal.default_int_handler)
    try:
        {"serve": serve, "chat": chat, "evaluate": evaluate}[args.command](environment(), args)
    except NotReady as error:
        sys.exit(f"\n{error}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
