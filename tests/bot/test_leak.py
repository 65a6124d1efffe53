"""The evaluation messages measure; they never train."""

import subprocess
import sys

import pytest
from support import ROOT, SHARED

CHECK = SHARED / "eval" / "leak_check.py"


@pytest.mark.skipif(not CHECK.exists(), reason="the evaluation set is not here (set SHARED)")
def test_no_evaluation_message_stands_in_training_data_lists_code_or_content():
    run = subprocess.run([sys.executable, str(CHECK), str(ROOT)], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout
