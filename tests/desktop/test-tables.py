"""What leaves as a table and comes as one, in Kazakh, over a demonstration service."""
import codecs
import csv
import os
import re
import tempfile

import tap
import workbook
from officers_service import Service, location
from program import say


@tap.check
def what_is_shown_is_exported():
    with Service() as service:
        window = service.window
        window.click(window.find("button", re.compile(r"^%s: \d+$" % say("Deferred"))))
        deferred = sorted(line["iin"] for line in service.of_status("deferred"))
        service.wait_shown(len(deferred))
        for file in "list.xlsx", "list.csv":
            window.key("ctrl+e")
            service.choose(service.path(file))
            window.wait_for(lambda: os.path.exists(service.path(file)), 20, "the file")
        # the kind that was chosen tells more than the name that was proposed
        window.key("ctrl+e")
        window.wait_for(lambda: location(window), 20, "the file chooser").set_text(
            service.path("plain.xlsx"))
        window.select(window.find("combo box", "GtkDropDown"), say("CSV for programs"))
        window.click(window.find("button", say("_Export")))
        window.wait_for(lambda: os.path.exists(service.path("plain.csv")), 20, "the plain file")
        book = workbook.Workbook(service.path("list.xlsx"))
        place = book.rows[0].index(("t", say("IIN")))
        iins = sorted(row[place] for row in book.rows[1:])
        if iins != [("t", iin) for iin in deferred]:
            yield f"{len(iins)} exported, not the {len(deferred)} shown: {iins[:3]}"
        with open(service.path("list.csv"), "rb") as file:
            if file.read(3) != codecs.BOM_UTF8:
                yield "a spreadsheet program may take the letters for others: no byte-order mark"
        with open(service.path("list.csv"), newline="", encoding="utf-8-sig") as file:
            lines = list(csv.DictReader(file, delimiter=";"))
        iins = sorted(line[say("IIN")] for line in lines)
        if iins != [f'="{iin}"' for iin in deferred]:
            yield f"{len(iins)} in the file for Excel, not the {len(deferred)} shown: {iins[:3]}"
        with open(service.path("plain.csv"), newline="", encoding="utf-8-sig") as file:
            iins = sorted(line[say("IIN")] for line in csv.DictReader(file))
        if iins != deferred:
            yield f"{len(iins)} in the file for programs, not the {len(deferred)} shown: {iins[:3]}"
        yield from window.complaints()


NOTER = """[Desktop Entry]
Type=Application
Name=Noter
Exec=sh -c 'cp "$0" "$0.opened"' %f
MimeType=application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;
"""


@tap.check
def what_was_exported_is_opened():
    """By the program for its kind of file; the one that is there copies what it is to open."""
    with tempfile.TemporaryDirectory(prefix="sarap-home-") as home:
        applications = os.path.join(home, ".local/share/applications")
        os.makedirs(applications)
        with open(os.path.join(applications, "noter.desktop"), "w") as file:
            file.write(NOTER)
        with open(os.path.join(applications, "mimeapps.list"), "w") as file:
            file.write("[Default Applications]\n" + NOTER.splitlines()[-1][9:-1] + "=noter.desktop\n")
        with Service(home=home) as service:
            window = service.window
            service.open()
            window.key("ctrl+e")
            service.choose(service.path("list.xlsx"))
            window.click(window.find("button", say("Open")))
            window.wait_for(lambda: os.path.exists(service.path("list.xlsx.opened")), 20,
                            "it being opened")
            yield from window.complaints()


def change(service, file, line, column, value):
    """Changes a cell of the exported folder; returns what it was."""
    path = service.path("folder", file)
    with open(path, newline="") as stream:
        rows = list(csv.reader(stream))
    place = rows[0].index(column)
    before, rows[line][place] = rows[line][place], value
    with open(path, "w", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
    return before


@tap.check
def an_import_shows_its_faults_then_its_changes():
    with Service() as service:
        window = service.window
        service.open()
        before = change(service, "officers.csv", 1, "birth_date", "1980-13-45")
        window.key("ctrl+i")
        service.choose(service.path("folder"))
        window.find("label", "officers.csv")
        window.find("label", re.compile("2: birth_date.*1980-13-45"))
        change(service, "officers.csv", 1, "birth_date", before)
        change(service, "officers.csv", 1, "surname", "Ааааев")
        window.click(window.find("button", say("_Read Again")))
        window.find("page tab", re.compile("^" + re.escape(say("Changed records"))))
        window.click(window.find("button", say("_Apply")))
        window.wait_for(lambda: service.rows()[0][0].startswith("Ааааев"), 20, "the new surname")
        yield from window.complaints()


if __name__ == "__main__":
    tap.main()
