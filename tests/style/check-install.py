"""meson install puts everything in its place, and what it puts there runs."""
import os
import pathlib
import tempfile

import tap

WANTED = """
bin/sarap
bin/sarapctl
share/applications/kz.sarap.Sarap.desktop
share/glib-2.0/schemas/kz.sarap.Sarap.gschema.xml
share/icons/hicolor/48x48/apps/kz.sarap.Sarap.png
share/icons/hicolor/scalable/apps/kz.sarap.Sarap.svg
share/icons/hicolor/symbolic/apps/kz.sarap.Sarap-symbolic.svg
share/locale/kk/LC_MESSAGES/sarap.mo
share/locale/ru/LC_MESSAGES/sarap.mo
share/man/kk/man1/sarap.1
share/man/kk/man1/sarapctl.1
share/man/man1/sarap.1
share/man/man1/sarapctl.1
share/man/ru/man1/sarap.1
share/man/ru/man1/sarapctl.1
share/metainfo/kz.sarap.Sarap.metainfo.xml
share/sarap/holidays
""".split()

root = tempfile.TemporaryDirectory()
folder = pathlib.Path(root.name)


def prefix():
    return min(folder.glob("**/share"), key=lambda path: len(path.parts)).parent


@tap.check
def it_installs():
    return tap.complaints("/usr/bin/meson", "install", "-C", tap.BUILD, "--no-rebuild", "--quiet",
                          "--destdir", folder)


@tap.check
def everything_is_in_its_place_and_nothing_else():
    there = {str(path.relative_to(prefix())) for path in folder.glob("**/*") if path.is_file()}
    for path in sorted(set(WANTED) - there):
        yield f"{path} is not installed"
    for path in sorted(there - set(WANTED)):
        yield f"{path} is installed, and nobody expects it"


@tap.check
def programs_can_be_run_and_data_be_read_by_all():
    for path in folder.glob("**/*"):
        wanted = 0o755 if path.is_dir() or path.parent.name == "bin" else 0o644
        if path.stat().st_mode & 0o777 != wanted:
            yield f"{path.relative_to(folder)} has mode {path.stat().st_mode & 0o777:o}"


@tap.check
def the_installed_sarapctl_works_where_it_was_put():
    home = folder / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LC_ALL": "kk_KZ.UTF-8",
                   **{k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}}
    command = [prefix() / "bin/sarapctl", "--db", f"sqlite:{home}/service.sqlite"]
    for words in (["init"], ["import", tap.SOURCE / "tests/golden/due"],
                  ["due", "--on", "2025-02-28", "--format", "csv"]):
        well, text = tap.run(*command, *words, env=environment)
        if not well:
            yield f"{words[0]}: {text}"
            return
    if text != (tap.SOURCE / "tests/golden/due/expected-2025-02-28.csv").read_text():
        yield "due does not give the expected lines"


tap.main()
