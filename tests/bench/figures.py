"""All figures, and where the instructions of one go."""
import collections
import operator
import os
import re
import subprocess
import tempfile

import figures_file
import figures_server
import ground
import server
import windows
from tap import TODAY


def measure_all(place, arguments):
    lines = [["figure; baseline", "ours", "baseline", "", "allowed", "holds"], ["---"] * 6]
    all_hold = True
    with windows.Windows(place) as shown, server.Server(place) as served:
        for comparison in (*figures_file.compare(place, shown),
                           *figures_server.compare(place, served)):
            if not comparison.wanted(arguments.only):
                continue
            for line, hold in comparison.measure(arguments.runs):
                ground.say(" | ".join(line))
                lines.append(line)
                all_hold = all_hold and hold
    return ["| " + " | ".join(line) + " |" for line in lines], all_hold


def instructions(*command):
    """How many a program takes, by library."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "callgrind")
        subprocess.run(["valgrind", "--quiet", "--tool=callgrind", f"--callgrind-out-file={out}",
                        *map(str, command)], check=True, stdout=subprocess.DEVNULL)
        text = subprocess.run(["callgrind_annotate", "--threshold=100", "--show-percs=no", out],
                              check=True, stdout=subprocess.PIPE, text=True).stdout
    found = collections.Counter()
    for count, name in re.findall(r"^ *([\d,]+) .*\[(.*)\]$", text, re.M):
        found[re.sub(r"[-.\d]*\.so.*", "", os.path.basename(name))] += int(count.replace(",", ""))
    return found


def where_it_goes(place):
    ours = instructions(place.program("sarapctl"), "--db", f"sqlite:{place.many}", "due", "--all",
                        "--on", TODAY, "--format", "csv")
    reading = instructions(place.program("read-columns"), place.many)
    lines = ["| millions of instructions | `due --all` | reading alone |", "| --- | --- | --- |"]
    for name, count in sorted(ours.items(), key=operator.itemgetter(1), reverse=True)[:8]:
        lines.append(f"| {name} | {count / 1e6:.0f} | {reading[name] / 1e6:.0f} |")
    lines.append(f"| all | {ours.total() / 1e6:.0f} | {reading.total() / 1e6:.0f} |")
    return "\n".join(lines)
