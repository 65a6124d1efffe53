"""Build the Dutch spaCy pipeline that `config.yml` loads by path: `python -m bot.nlu.nl_model`.

A blank Dutch tokenizer; `dutch_typing`, which gives each token as its norm what it stands for in careful Dutch (`spelling`); lookup
lemmas from spacy-lookups-data; and an `entity_ruler` that knows the words of `terms/` (the file's name is the entity, a key in it the
short name that content files carry as `topic`) and matches them on those norms, so that a misspelt therapy is found too. No official
Dutch model is on the package registries; a practice that has one can name it in `config.yml`, as long as it carries these two parts.
"""

import pathlib
import re
import sys

import yaml
from spacy.language import Language

from bot.nlu.spelling import WORD, Speller

TARGET = "build/nl_model"
CONTENT = "content"
TERMS = pathlib.Path(__file__).parent / "terms"


@Language.factory("dutch_typing")
class DutchTyping:
    """Sets `token.norm_` to what was meant. Its own words are saved with the pipeline, so that training and running agree."""

    def __init__(self, nlp, name, own_words=()):
        self.name, self._own_words, self._speller = name, sorted(own_words), None

    def __call__(self, doc):
        self._speller = self._speller or Speller(self._own_words)
        for token in doc:
            token.norm_ = self._speller.mend(token.text)
        return doc

    def to_disk(self, path, *, exclude=()):
        pathlib.Path(path).mkdir(exist_ok=True)
        (pathlib.Path(path) / "own_words.txt").write_text("\n".join(self._own_words), encoding="utf-8")

    def from_disk(self, path, *, exclude=()):
        self._own_words = (pathlib.Path(path) / "own_words.txt").read_text(encoding="utf-8").splitlines()
        self._speller = Speller(self._own_words)
        return self


def mended(doc):
    """The text of `doc` in careful Dutch, in lower case."""
    return "".join(token.norm_ + token.whitespace_ for token in doc).lower()


def term_patterns(nlp, folder=TERMS):
    """Patterns for the ruler from the files in `folder`, matched on what was meant."""
    patterns = []
    for path in sorted(pathlib.Path(folder).glob("*.yml")):
        for short_name, terms in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for term in terms:
                words = [token.norm_.lower() for token in nlp(term)]
                pattern = [{"NORM": word} for word in words]
                if len(words) == 1:  # spaCy keeps "ipt-sessies" in one piece
                    pattern = [{"NORM": {"REGEX": rf"^{re.escape(words[0])}(-\w+)?$"}}]
                patterns.append({"label": path.stem, "pattern": pattern, "id": short_name})
    return patterns


def own_words(content_folder=CONTENT, terms_folder=TERMS):
    """Every word of the content and of the terms."""
    paths = [p for p in pathlib.Path(content_folder).rglob("*") if p.suffix in (".md", ".yml")]
    paths += pathlib.Path(terms_folder).glob("*.yml")
    return {word for path in paths for word in WORD.findall(path.read_text(encoding="utf-8").lower())}


def build(target=TARGET, terms_folder=TERMS, content_folder=CONTENT):
    """Save the pipeline to `target` and return it."""
    import spacy

    nlp = spacy.blank("nl")
    nlp.add_pipe("dutch_typing", config={"own_words": sorted(own_words(content_folder, terms_folder))})
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    nlp.initialize()
    patterns = term_patterns(nlp, terms_folder)
    nlp.add_pipe("entity_ruler").add_patterns(patterns)
    pathlib.Path(target).mkdir(parents=True, exist_ok=True)
    nlp.to_disk(target)
    return nlp


if __name__ == "__main__":
    build(*sys.argv[1:])
    print(f"Dutch pipeline saved in {TARGET}")
