"""Colours can be told apart in all four styles: 4.5 : 1 for text, 3 : 1 for rings and shapes (WCAG 2)."""
import re

import tap

LIBRARY = "/usr/lib/x86_64-linux-gnu/libadwaita-1.so.0"
TEXT, SHAPE = 4.5, 3.0
# Where text stands, and with what
GROUNDS = {"window_bg_color": "window_fg_color", "view_bg_color": "view_fg_color",
           "card_bg_color": "card_fg_color", "popover_bg_color": "popover_fg_color",
           "side_bar_bg": "window_fg_color"}
STYLES = {"light": ("defaults-light", "base", ["style"]),
          "dark": ("defaults-dark", "base", ["style", "style-dark"]),
          "high contrast": ("defaults-light", "base-hc", ["style", "style-hc"]),
          "dark, high contrast": ("defaults-dark", "base-hc", ["style", "style-dark", "style-hc"])}


def library(name):
    well, text = tap.run("gresource", "extract", LIBRARY, f"/org/gnome/Adwaita/styles/{name}.css")
    assert well, text
    return text


def ours(name):
    path = tap.SOURCE / "ui" / f"{name}.css"
    return path.read_text() if path.exists() else ""


class Style:
    def __init__(self, defaults, base, names):
        self.css = re.sub(r"/\*.*?\*/", "", "\n".join(ours(name) for name in names), flags=re.S)
        self.values = dict(re.findall(r"@define-color (\w+) ([^;]+);",
                                      library(base) + library(defaults) + self.css))

    def colour(self, value, current=None):
        """A colour as (red, green, blue, alpha), each 0 to 1."""
        value = value.strip()
        if value.startswith("@"):
            return self.colour(self.values[value[1:]], current)
        if value == "currentColor":
            return current
        if value in ("white", "black"):
            return (1.0, 1.0, 1.0, 1.0) if value == "white" else (0.0, 0.0, 0.0, 1.0)
        if value.startswith("#"):
            return tuple(int(value[i:i + 2], 16) / 255 for i in (1, 3, 5)) + (1.0,)
        numbers = re.fullmatch(r"rgba?\(([^)]*)\)", value)
        if numbers:
            parts = [float(part) for part in numbers[1].split(",")]
            return tuple(part / 255 for part in parts[:3]) + (parts[3] if len(parts) > 3 else 1.0,)
        fainter = re.fullmatch(r"alpha\((.+), *([0-9.]+)\)", value)
        assert fainter, value
        red, green, blue, alpha = self.colour(fainter[1], current)
        return (red, green, blue, alpha * float(fainter[2]))

    def ground(self, name):
        """An opaque ground; a card lies on a window."""
        return over(self.colour("@" + name), self.colour("@window_bg_color"))

    def opacity(self, selector):
        """The last opacity that a rule of ours gives to a selector."""
        found = [float(value) for rule, body in re.findall(r"([^{}]+)\{([^}]*)\}", self.css)
                 if selector in [part.strip() for part in rule.split(";")[-1].split(",")]
                 for value in re.findall(r"opacity: ([0-9.]+)", body)]
        assert found, f"no rule of ours gives {selector} an opacity"
        return found[-1]


def over(colour, ground):
    alpha = colour[3]
    return tuple(c * alpha + g * (1 - alpha) for c, g in zip(colour[:3], ground[:3])) + (1.0,)


def luminance(colour):
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
                        for c in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def styles():
    return [(title, Style(*parts)) for title, parts in STYLES.items()]


@tap.check
def statuses_can_be_read():
    for title, style in styles():
        for name in style.values:
            if name.startswith("status_") and name.endswith("_bg"):
                ground = style.ground(name)
                text = over(style.colour("@" + name.replace("_bg", "_fg")), ground)
                if contrast(text, ground) < TEXT:
                    yield f"{title}: {name}: {contrast(text, ground):.2f}"


@tap.check
def dim_text_can_be_read():
    for title, style in styles():
        for selector in (".dim-label", "columnview.view > header > button > box", "entry > text > placeholder",
                         ".file-tabs > button"):
            for ground_name, text_name in GROUNDS.items():
                ground = style.ground(ground_name)
                red, green, blue, alpha = style.colour("@" + text_name)
                text = over((red, green, blue, alpha * style.opacity(selector)), ground)
                if contrast(text, ground) < TEXT:
                    yield f"{title}: {selector} on {ground_name}: {contrast(text, ground):.2f}"


@tap.check
def headings_of_columns_are_not_the_library_s():
    """There they are 0.4 of the text's colour, and an opacity alone makes them fainter still."""
    rule = re.search(r"columnview\.view > header > button > box,[^{]*\{([^}]*)\}", ours("style"))
    if not rule or "color: currentColor;" not in rule[1]:
        yield "the headings keep the library's colour"


@tap.check
def links_and_faults_can_be_read():
    for title, style in styles():
        for name in ("link_fg", "fault_fg", "late_fg"):
            for ground_name in GROUNDS:
                ground = style.ground(ground_name)
                if contrast(style.colour("@" + name), ground) < TEXT:
                    yield f"{title}: {name} on {ground_name}"


@tap.check
def the_focus_can_be_seen():
    for title, style in styles():
        for ground_name in GROUNDS:
            ground = style.ground(ground_name)
            ring = over(style.colour("@focus_ring"), ground)
            if contrast(ring, ground) < SHAPE:
                yield f"{title}: focus_ring on {ground_name}: {contrast(ring, ground):.2f}"


@tap.check
def shapes_of_the_time_line_can_be_seen():
    """A bar by its outline, as its name stands in it."""
    for title, style in styles():
        ground = style.ground("card_bg_color")
        for name in style.values:
            if not name.startswith("timeline_"):
                continue
            shape = over(style.colour("@" + name), ground)
            lined = name + "_line" in style.values
            if not lined and contrast(shape, ground) < SHAPE:
                yield f"{title}: {name}: {contrast(shape, ground):.2f}"
            text = over(style.colour("@card_fg_color"), shape)
            if lined and contrast(text, shape) < TEXT:
                yield f"{title}: the name in {name}: {contrast(text, shape):.2f}"


tap.main()
