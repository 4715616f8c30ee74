"""tests/bench/run still measures every figure: on a few officers, once, and whatever it finds."""
import os
import re
import subprocess
import tempfile

import tap

FIGURES = ("processor time; a C program", "peak memory;", "`verify`, 200 officers: processor",
           "`verify`, 400 officers: peak", "import of", "processor time; `sqlite3",
           "first frame", "right after the first frame", "two seconds later", "scrolling",
           "search as you type", "`due --all` by the agency's HR", "`due --all` by HR of a body",
           "saved by the agency's HR", "saved by HR of a body",
           "import of 200 officers by the agency's HR", "import of 200 officers by HR of a body",
           "saved while another imports", "is told, from NOTIFY on")


@tap.check
def every_figure_is_measured():
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [tap.SOURCE / "tests/bench/run", "--build", tap.BUILD, "--folder", folder, "--runs", "1",
             "--officers", "100,200,400"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "SARAP_TEST_POSTGRESQL_SYNCS": ""})
    lines = re.findall(r"^\| (.*) \| ([\d.]+(?:e\+\d+)?) .* \| (?:yes|\*\*no\*\*) \|$", done.stdout, re.M)
    if done.returncode not in (0, 1) or len(lines) != len(FIGURES):
        yield f"{done.returncode}: {done.stdout}{done.stderr}"
    for words, (name, value) in zip(FIGURES, lines):
        if words not in name or float(value) <= 0:
            yield f"{words}: {name}, {value}"


tap.main()
