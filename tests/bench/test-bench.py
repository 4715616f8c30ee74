"""tests/bench/run still measures every figure: on a few officers, once, and whatever it finds."""
import re
import subprocess
import tempfile

import tap

FIGURES = ("processor time; a C program", "peak memory;", "import of", "processor time; `sqlite3",
           "first frame", "right after the first frame", "two seconds later", "scrolling",
           "search as you type", "is told, from NOTIFY on")


@tap.check
def every_figure_is_measured():
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [tap.SOURCE / "tests/bench/run", "--build", tap.BUILD, "--folder", folder, "--runs", "1",
             "--officers", "100,200,400"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    lines = re.findall(r"^\| (.*) \| ([\d.]+(?:e\+\d+)?) .* \| (?:yes|\*\*no\*\*) \|$", done.stdout, re.M)
    if done.returncode not in (0, 1) or len(lines) != len(FIGURES):
        yield f"{done.returncode}: {done.stdout}{done.stderr}"
    for words, (name, value) in zip(FIGURES, lines):
        if words not in name or float(value) <= 0:
            yield f"{words}: {name}, {value}"


tap.main()
