"""The curated content: load, validate, look up and render the answers that visitors read.

Plain Python (PyYAML is all it needs), used by the action server and by the door.
"""

from bot.answers.content import Answer, Claim, Content, ContentError, Source, load_content, parse_answer
from bot.answers.store import ContentStore

__all__ = ["Answer", "Claim", "Content", "ContentError", "ContentStore", "Source", "load_content", "parse_answer"]
