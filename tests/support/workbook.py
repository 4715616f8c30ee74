"""Reads an XLSX file with nothing but Python's own library.

`workbook.py FILE` prints its cells, a row a line, as KIND:VALUE with tabulators between; KIND is t for
a text, d for a day, n for another number. Before them stand the sheet's name, what is frozen and the
widths of the columns."""
import datetime
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIRST_DAY = datetime.date(1899, 12, 30)


def of(archive, name):
    return tree.fromstring(archive.read(name))


class Workbook:
    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            self.name = of(archive, "xl/workbook.xml").find(f".//{MAIN}sheet").get("name")
            styles = of(archive, "xl/styles.xml")
            sheet = of(archive, "xl/worksheets/sheet1.xml")
            texts = []
            if "xl/sharedStrings.xml" in archive.namelist():
                texts = ["".join(item.itertext()) for item in of(archive, "xl/sharedStrings.xml")]
        numbers = {item.get("numFmtId"): item.get("formatCode")
                   for item in styles.iter(MAIN + "numFmt")}
        self.formats = [numbers.get(item.get("numFmtId"), "") for item in
                        styles.find(MAIN + "cellXfs")]
        pane = sheet.find(f".//{MAIN}pane")
        self.frozen = pane.get("topLeftCell") if pane is not None and \
            pane.get("state") == "frozen" else None
        self.widths = [float(item.get("width")) for item in sheet.iter(MAIN + "col")]
        self.formulas = len(list(sheet.iter(MAIN + "f")))
        self.rows = [self.cells(row, texts) for row in sheet.iter(MAIN + "row")]

    def cells(self, row, texts):
        cells = []
        for cell in row:
            column = 0
            for letter in re.match("[A-Z]+", cell.get("r"))[0]:
                column = column * 26 + ord(letter) - 64
            cells += [("t", "")] * (column - 1 - len(cells))
            cells.append(self.value(cell, texts))
        return cells

    def value(self, cell, texts):
        text = "".join(cell.itertext())
        if cell.get("t") == "inlineStr":
            return "t", text
        if cell.get("t") == "s":
            return "t", texts[int(text)]
        if self.formats[int(cell.get("s", 0))] == "dd.mm.yyyy":
            return "d", (FIRST_DAY + datetime.timedelta(int(float(text)))).isoformat()
        return "n", text


if __name__ == "__main__":
    book = Workbook(sys.argv[1])
    print(f"{book.name}; frozen above {book.frozen}; widths",
          *(f"{width:.0f}" for width in book.widths), f"; {book.formulas} formulas")
    for row in book.rows:
        print("\t".join(f"{kind}:{value}" for kind, value in row))
