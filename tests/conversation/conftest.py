"""A visitor at the running assistant."""

import httpx
import pytest
from support import Visitor


@pytest.fixture
def visitor(assistant):
    with httpx.Client(base_url=assistant["base"], timeout=10) as client:
        yield Visitor(client)
