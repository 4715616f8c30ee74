"""Kazakh and Russian are complete."""
import os
import re
import tempfile

import tap

# "strict": whatever is not translated is a failure; "lenient" while the translations are being made
COMPLETENESS = "strict"
MARKED = re.compile(r'\b(_|N_|C_|NC_|ngettext|dngettext|g_dngettext|dgettext) \(|translatable="yes"')


def languages():
    return (tap.SOURCE / "po/LINGUAS").read_text().split()


def listed():
    return [line for line in (tap.SOURCE / "po/POTFILES").read_text().split("\n")
            if line and not line.startswith("#")]


@tap.check
def every_file_with_texts_is_listed():
    there = [str(tap.name(path)) for path in tap.files("app/**/*.c", "app/**/*.h", "ui/**/*.ui")
             if MARKED.search(path.read_text())]
    for path in sorted(set(there) - set(listed())):
        yield f"{path} has texts to translate and is not in po/POTFILES"
    for path in listed():
        if not (tap.SOURCE / path).exists():
            yield f"po/POTFILES lists {path}, which is not there"


@tap.check
def the_list_is_sorted():
    if listed() != sorted(set(listed())):
        yield "po/POTFILES is not sorted, or says a file twice"


@tap.check
def catalogues_are_valid():
    for language in languages():
        yield from tap.complaints("msgfmt", "--check", "--output-file=/dev/null",
                                  tap.SOURCE / f"po/{language}.po")


def make_template(template):
    yield from tap.complaints(
        "xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES", "--output=" + template,
        "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
        "--keyword=g_dngettext:2,3", "--keyword=ngettext:1,2", cwd=tap.SOURCE)


@tap.check
def no_text_is_cut_off():
    """xgettext ends a text where a macro such as G_GINT64_FORMAT stands in it."""
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, "sarap.pot")
        yield from make_template(template)
        with open(template, encoding="utf-8") as file:
            yield from re.findall(r'^.*[^%]%"$', file.read(), re.MULTILINE)


@tap.check
def catalogues_are_complete():
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, "sarap.pot")
        yield from make_template(template)
        if not os.path.exists(template):  # no texts yet
            return
        for language in languages():
            merged = os.path.join(folder, language + ".po")
            yield from tap.complaints("msgmerge", "--quiet", "--no-fuzzy-matching",
                                      "--output-file=" + merged,
                                      tap.SOURCE / f"po/{language}.po", template)
            _, count = tap.run("msgfmt", "--statistics", "--output-file=/dev/null", merged,
                               env={**os.environ, "LC_ALL": "C"})
            if "untranslated" in count or "fuzzy" in count:
                if COMPLETENESS == "strict":
                    yield f"{language}: {count.strip()}"
                else:
                    print(f"# {language}: {count.strip()}")


tap.main()
