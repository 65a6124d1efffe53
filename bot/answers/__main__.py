"""Check the content, bring it into canonical form, or list what is still to be approved or filled in.

`python -m bot.answers check|format|launch [folder]`
"""

import pathlib
import re
import sys

from bot.answers.content import ContentError, answer_files, format_answer, load_content, parse_answer


def launch_list(content):
    """[(who, what), ...]: everything that stands between the shipped content and a real practice."""
    todo = []
    for slug, answer in sorted(content.answers.items()):
        missing = [key for key in ("owner", "approved_by", "last_review") if not getattr(answer, key)]
        if answer.status != "goedgekeurd" or missing:
            who = "two named clinicians" if answer.kind == "crisis" else "a named clinician"
            todo.append((who, f"approve {slug} (status {answer.status}; empty: {', '.join(missing) or 'nothing'})"))
        if answer.is_past_review():
            todo.append(("a named clinician", f"review {slug} again: it was due on {answer.review_by}"))
    for name, text in content.conflicts.items():
        slugs = sorted({a.slug for a in content.answers.values() for c in a.claims if c.conflict == name})
        todo.append(("a named clinician", f"decide on conflict {name} in {', '.join(slugs)}: {text}"))
    for source in content.sources.values():
        planned = re.search(r"volgende herziening was gepland in (\d{4})", source.note or "")
        if planned:
            todo.append(("a named clinician", f"look for a newer edition of '{source.title}': its own revision was due in {planned[1]}"))
    for line in content.emergency.values():
        if not line.get("last_checked"):
            todo.append(("the practice", f"check the emergency line {line['label']} and fill in last_checked in emergency.yml"))
    for key, value in content.practice.items():
        if value in (None, "") and key != "notice":
            todo.append(
                (
                    "the practice",
                    f"fill in {key} in practice.yml (visitors now hear: {content.fill(content.texts['empty_practice_value'])})",
                )
            )
    todo.append(("a named clinician", "approve the fixed lines in texts.yml, and the word lists in bot/safety/lists"))
    return todo


def main(command, folder="content"):
    try:
        if command == "format":
            for path in answer_files(pathlib.Path(folder)):
                before = path.read_text(encoding="utf-8")
                after = format_answer(parse_answer(before, str(path)))
                if after != before:
                    path.write_text(after, encoding="utf-8")
                    print(f"{path} in vaste vorm gezet")
        content = load_content(folder)
    except ContentError as error:
        sys.exit(str(error))
    if command == "launch":
        todo = launch_list(content)
        for who in dict.fromkeys(who for who, _ in todo):
            print(f"\nFor {who}:")
            print("\n".join(f"  [ ] {what}" for person, what in todo if person == who))
        print(f"\n{len(todo)} points before launch.")
        return
    print(f"{len(content.answers)} antwoorden, {len(content.sources)} bronnen: in orde")


if __name__ == "__main__":
    main(*sys.argv[1:])
