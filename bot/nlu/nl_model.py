"""Build the Dutch spaCy pipeline that `config.yml` loads by path: `python -m bot.nlu.nl_model`.

A blank Dutch tokenizer, lookup lemmas from spacy-lookups-data, and an `entity_ruler` that knows the words of `terms/` (the
file's name is the entity, a key in it the short name that content files carry as `topic`). No official Dutch model is on the
package registries; a practice that has one can name it in `config.yml` instead, as long as it carries the same ruler.
"""

import pathlib
import re
import sys

import yaml

TARGET = "build/nl_model"
TERMS = pathlib.Path(__file__).parent / "terms"


def term_patterns(nlp, folder=TERMS):
    """Patterns for the ruler from the files in `folder`, matched without regard to case."""
    patterns = []
    for path in sorted(pathlib.Path(folder).glob("*.yml")):
        for short_name, terms in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for term in terms:
                words = [token.lower_ for token in nlp.make_doc(term)]
                pattern = [{"LOWER": word} for word in words]
                if len(words) == 1:  # spaCy keeps "ipt-sessies" in one piece
                    pattern = [{"LOWER": {"REGEX": rf"^{re.escape(words[0])}(-\w+)?$"}}]
                patterns.append({"label": path.stem, "pattern": pattern, "id": short_name})
    return patterns


def build(target=TARGET, folder=TERMS):
    """Save the pipeline to `target` and return it."""
    import spacy

    nlp = spacy.blank("nl")
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    nlp.initialize()
    nlp.add_pipe("entity_ruler").add_patterns(term_patterns(nlp, folder))
    pathlib.Path(target).mkdir(parents=True, exist_ok=True)
    nlp.to_disk(target)
    return nlp


if __name__ == "__main__":
    build(*sys.argv[1:])
    print(f"Dutch pipeline saved in {TARGET}")
