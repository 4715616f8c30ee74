"""header-labels.py RECORD-TYPES.c PO…: the labels of all fields in English and in each translation, as
a table in C. An import takes them for the names of columns, whatever language the program speaks."""
import gettext
import io
import json
import pathlib
import re
import subprocess
import sys

FIELD = re.compile(r'\{ "\w+", N_ \("([^"]+)"\), SARAP_FIELD_')


def translations(po):
    compiled = subprocess.run(["msgfmt", "-o", "-", po], stdout=subprocess.PIPE, check=True)
    return gettext.GNUTranslations(io.BytesIO(compiled.stdout))


labels = sorted(set(FIELD.findall(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))))
languages = [translations(po) for po in sys.argv[2:]]
assert labels, "no label was found"
print(f"static const char *const header_labels[][{1 + len(languages)}] = {{")
for label in labels:
    words = [label] + [language.gettext(label) for language in languages]
    print("  { " + ", ".join(json.dumps(word, ensure_ascii=False) for word in words) + " },")
print("};")
