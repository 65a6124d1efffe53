"""What can be set or run is documented, and what is documented exists."""

import re

from support import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_make_target_stands_in_the_readme():
    targets = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)) - {"help"}
    named = set(re.findall(r"make ([a-z-]+)", README))
    assert targets == named


def test_every_setting_stands_in_the_example_and_is_used():
    example = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.M))
    code = "".join(
        p.read_text(encoding="utf-8")
        for folder in ("actions", "bot", "web/door", "deploy")
        for p in (ROOT / folder).rglob("*.*")
        if p.suffix in (".py", ".conf")
    ) + (ROOT / "web" / "run.py").read_text(encoding="utf-8")
    used = set(re.findall(r'get\("([A-Z_]+)"|ENV_([A-Z_]+)\)|environ\["([A-Z_]+)"\]', code))
    assert {name for names in used for name in names if name} - {"SHARED"} <= example
    assert all(name in code for name in example)


def test_folders_on_the_map_exist():
    for folder in re.findall(r"^([a-z]+)/ ", README, re.M):
        assert (ROOT / folder).is_dir(), folder


def test_nothing_points_outside_the_repository_but_the_shared_folder():
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("bot/**/*.py"), *ROOT.glob("web/*.py"), ROOT / "Makefile"]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"/work/|/tmp/|/root/", text), path
