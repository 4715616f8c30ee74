"""What is installed beside the programs is well formed."""
import re
import xml.etree.ElementTree as ET

import tap


@tap.check
def the_desktop_file_is_valid():
    return tap.complaints("desktop-file-validate", tap.BUILD / "data/desktop/kz.sarap.Sarap.desktop")


@tap.check
def the_metainfo_is_valid():
    return tap.complaints("appstreamcli", "validate", "--no-net", "--explain",
                          tap.BUILD / "data/desktop/kz.sarap.Sarap.metainfo.xml")


@tap.check
def desktops_and_software_centres_are_told_in_every_language():
    folder = tap.BUILD / "data/desktop"
    desktop = (folder / "kz.sarap.Sarap.desktop").read_text()
    metainfo = (folder / "kz.sarap.Sarap.metainfo.xml").read_text()
    for language in (tap.SOURCE / "po/LINGUAS").read_text().split():
        for key in ("GenericName", "Comment", "Keywords"):
            if f"\n{key}[{language}]=" not in desktop:
                yield f"the desktop file has no {key} in {language}"
        if f'<summary xml:lang="{language}">' not in metainfo:
            yield f"the metainfo has no summary in {language}"


@tap.check
def the_release_is_the_version_built():
    version = re.search(r"version: '([^']+)'", (tap.SOURCE / "meson.build").read_text())[1]
    release = ET.parse(tap.BUILD / "data/desktop/kz.sarap.Sarap.metainfo.xml").find("releases/release")
    if release.get("version") != version:
        yield f"the metainfo's newest release is {release.get('version')}, not {version}"
    if f"## {version}" not in (tap.SOURCE / "app/CHANGES.md").read_text():
        yield f"app/CHANGES.md does not tell of {version}"
    for page in tap.files("data/man/*.1"):
        if f'"Sarap {version}"' not in page.read_text():
            yield f"{tap.name(page)} is not of {version}"


@tap.check
def settings_are_valid():
    return tap.complaints("glib-compile-schemas", "--strict", "--dry-run", tap.SOURCE / "data")


@tap.check
def manual_pages_are_clean():
    for page in tap.files("data/man/*.1"):
        well, text = tap.run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page)
        for line in text.split("\n"):
            if not well or "warning:" in line or "error:" in line:
                yield f"{tap.name(page)}: {line}"


@tap.check
def manual_pages_say_the_same_in_every_language():
    option = re.compile(r"\\-\\-([a-z]+)|^\\fB(\w+(?: \w+)?)\\fR|^\.BI? (\w+)", re.MULTILINE)
    for page in ("sarap", "sarapctl"):
        pages = {path: sorted("".join(words) for words in option.findall(path.read_text()))
                 for path in tap.files(f"data/man/{page}*.1") if re.match(rf"{page}(\.\w\w)?\.1$", path.name)}
        if len(pages) != 3:
            yield f"{page}(1) is not there in three languages"
        for path, words in pages.items():
            if set(words) != set(pages[tap.SOURCE / f"data/man/{page}.1"]):
                yield f"{tap.name(path)} has other options or commands than {page}.1"


@tap.check
def links_of_the_documents_lead_somewhere():
    for path in tap.files("*.md", "app/**/*.md", "tests/**/*.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text()):
            if not (path.parent / link).exists():
                yield f"{tap.name(path)} points to {link}, which is not there"


@tap.check
def drawings_are_well_formed():
    for path in tap.files("data/icons/**/*.svg", "ui/**/*.svg"):
        ET.parse(path)


tap.main()
