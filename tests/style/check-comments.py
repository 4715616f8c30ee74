"""A public function is described once: in its header (app/README.md)."""
import re

import tap

ROOMS = ["base", "rules", "store", "records", "procedure", "exchange", "models", "shell", "forms",
         "administration", "officers", "sarapctl"]
# What these do is said by their names and by the type
PLAIN = re.compile(r"_(free|clear|ref|unref|init|quark|get_type|get_record_type|new)$")
PROTOTYPE = re.compile(r"(?!typedef|G_|struct|enum|extern|static)[\w\s*]+?\b(sarap_\w+)\s*\(")
DEFINITION = re.compile(r"(/\*(?:[^*]|\*(?!/))*\*/\n)?^(?!static)[A-Za-z_][\w *]*\n(sarap_\w+) \(", re.M)


def statements(path):
    """Each declaration of a header as one line, and whether a comment stands over it or over the
    group that it is in."""
    described, inside, depth, text = False, False, 0, ""
    for line in path.read_text().split("\n"):
        bare = line.strip()
        if depth == 0 and not text and (inside or bare.startswith("/*")):
            described, inside = True, "*/" not in bare
        elif not bare and depth == 0:
            described, text = False, ""
        elif bare and not bare.startswith("#") and bare != "G_BEGIN_DECLS":
            depth += line.count("{") - line.count("}")
            text += bare + " "
            if depth == 0 and (bare.endswith(";") or bare.startswith("G_") and bare.endswith(")")):
                yield text, described
                text = ""


def prototypes():
    for path in tap.files(*(f"app/{room}/*.h" for room in ROOMS)):
        for text, described in statements(path):
            found = PROTOTYPE.match(text)
            if found:
                yield path, found[1], described


@tap.check
def a_header_says_what_its_functions_do():
    found = list(prototypes())
    assert len(found) > 400, "functions are not found any more"
    for path, function, described in found:
        if not described and not PLAIN.search(function):
            yield f"{tap.name(path)}: {function} has no comment"


@tap.check
def what_a_header_says_is_not_said_again():
    public = {function for _, function, _ in prototypes()}
    for path in tap.files(*(f"app/{room}/*.c" for room in ROOMS)):
        for comment, function in DEFINITION.findall(path.read_text()):
            if comment and function in public:
                yield f"{tap.name(path)}: the comment on {function} belongs into its header"


tap.main()
