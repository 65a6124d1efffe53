"""Check the content, or bring it into canonical form: `python -m bot.answers check|format [folder]`."""
import pathlib
import sys

from bot.answers.content import ContentError, format_answer, load_content, parse_answer


def main(command, folder="content"):
    try:
        if command == "format":
            for path in sorted(pathlib.Path(folder, "answers").glob("*.md")):
                before = path.read_text(encoding="utf-8")
                after = format_answer(parse_answer(before, str(path)))
                if after != before:
                    path.write_text(after, encoding="utf-8")
                    print(f"{path} in vaste vorm gezet")
        content = load_content(folder)
    except ContentError as error:
        sys.exit(str(error))
    print(f"{len(content.answers)} antwoorden, {len(content.sources)} bronnen: in orde")


if __name__ == "__main__":
    main(*sys.argv[1:])
