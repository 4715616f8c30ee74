"""Comments and names are plain, and a public function is described once: in its header
(app/README.md)."""
import re

import tap

ROOMS = ["base", "rules", "store", "records", "procedure", "exchange", "models", "shell", "forms",
         "administration", "officers", "sarapctl"]
# What these do is said by their names and by the type
PLAIN = re.compile(r"_(free|clear|ref|unref|init|quark|get_type|get_record_type|new)$")
PROTOTYPE = re.compile(r"(?!typedef|G_|struct|enum|extern|static)[\w\s*]+?\b(sarap_\w+)\s*\(")
DEFINITION = re.compile(r"(/\*(?:[^*]|\*(?!/))*\*/\n)?^(?!static)[A-Za-z_][\w *]*\n(sarap_\w+) \(", re.M)

TOKEN = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
STATIC = re.compile(r"^static [^\n;=(]*\n([a-z]\w*) \(", re.M)
# Words of a private dialect, and the words of the domain in their place
JARGON = {"roll": "officer cache", "dossier": "officer file", "keeping": "changes, save",
          "noted": "audited", "unnoted": "pending", "lent": "second connection",
          "begun": "second connection", "beside": "second connection", "twin": "same IIN"}
# In a comment these are plain words, or part of other ones
PLAIN_WORDS = {"begun", "beside", "noted"}
INVERTED = re.compile(r"\W*(Whoever|Whomever|Nobody|So long|Who)\b")
# A breakpoint or a backtrace with such a name does not say where one is
BARE = set("""add answer apply ask begin call check connect end fill find load look on_answer
              on_changed on_done on_found on_loaded run show update""".split())


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


def comments_and_code(path):
    """The comments of a file with their lines, and its code without comments and texts."""
    text, comments, code, at = path.read_text(), [], "", 0
    for found in TOKEN.finditer(text):
        if found[0].startswith("/*"):
            line = text.count("\n", 0, found.start()) + 1
            comments.append((line, " ".join(found[0].strip("/*\n ").split())))
        code += text[at:found.start()] + " "
        at = found.end()
    return comments, code + text[at:]


def sources():
    return tap.files("app/*.c", "app/*/*.c", "app/*/*.h")


@tap.check
def comments_name_their_subject_first():
    seen = 0
    for path in sources():
        for line, comment in comments_and_code(path)[0]:
            seen += 1
            for sentence in re.split(r"(?<=[.:;?!]) |\* ", comment):
                if INVERTED.match(sentence) and "TRANSLATORS" not in comment:
                    yield f"{tap.name(path)}:{line}: {sentence}"
    assert seen > 2000, "comments are not found any more"


@tap.check
def words_are_those_of_the_domain():
    word = re.compile(r"\b(" + "|".join(JARGON) + r")s?\b", re.I)
    for path in sources():
        comments, code = comments_and_code(path)
        for line, comment in comments:
            found = word.search(comment)
            if found and found[1].lower() not in PLAIN_WORDS and "TRANSLATORS" not in comment:
                yield f"{tap.name(path)}:{line}: “{found[1]}” is {JARGON[found[1].lower()]}"
        for name in sorted(set(re.findall(r"\b[A-Za-z_]\w*", code))):
            parts = re.findall(r"[A-Z]?[a-z]+", name)
            for part in {part.lower() for part in parts} & set(JARGON):
                if not re.search(r"roll_back|scroll", name):
                    yield f"{tap.name(path)}: {name}: “{part}” is {JARGON[part]}"


@tap.check
def static_functions_carry_their_subject():
    """A name of one word, which says no subject, is that of one file only."""
    files = {}
    for path in sources():
        for name in STATIC.findall(path.read_text()):
            files.setdefault(name, set()).add(tap.name(path))
            if name in BARE:
                yield f"{tap.name(path)}: {name} does not say of what"
    assert len(files) > 1000, "functions are not found any more"
    for name, those in files.items():
        if "_" not in name and len(those) > 1:
            yield f"{name} is in {', '.join(sorted(map(str, those)))}"


@tap.check
def a_header_says_what_its_functions_do():
    found = list(prototypes())
    assert len(found) > 400, "functions are not found any more"
    for path, function, described in found:
        if not described and not PLAIN.search(function):
            yield f"{tap.name(path)}: {function} has no comment"


@tap.check
def a_header_describes_the_parameters_there_are():
    seen = 0
    for path in tap.files("app/*/*.h"):
        text = path.read_text()
        for found in re.finditer(r"/\*\*((?:[^*]|\*(?!/))*)\*/\s*(?!typedef|struct|G_|#)([^;{]*)[;{]", text):
            for name in re.findall(r"\n \* @(\w+):", found[1]) if "(" in found[2] else ():
                seen += 1
                if not re.search(rf"\b{name}\b", found[2]):
                    line = text.count("\n", 0, found.start()) + 1
                    yield f"{tap.name(path)}:{line}: there is no parameter @{name}"
    assert seen > 800, "parameters are not found any more"


@tap.check
def what_a_header_says_is_not_said_again():
    public = {function for _, function, _ in prototypes()}
    for path in tap.files(*(f"app/{room}/*.c" for room in ROOMS)):
        for comment, function in DEFINITION.findall(path.read_text()):
            if comment and function in public:
                yield f"{tap.name(path)}: the comment on {function} belongs into its header"


tap.main()
