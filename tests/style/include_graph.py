#!/usr/bin/python3
"""The include graph of app/: `include_graph.py` prints its circles, room by room."""
import re

import tap

# a.c and a.h are one node; a part of a class in a file of its own belongs to the class
PART_OF = re.compile(r"/\* A part of (\w+):")


def class_file(name):
    return re.sub(r"(?<!^)([A-Z])", r"-\1", name).lower()


def node_of(path):
    first = path.read_text().split("\n", 1)[0]
    part = PART_OF.match(first)
    name = class_file(part[1]) if part else path.stem.removesuffix("-private")
    return f"{tap.name(path).parts[1]}/{name}"


def edges():
    """Node → the nodes of app/ that its files include."""
    graph = {}
    for path in tap.files("app/*/**/*.[ch]"):
        node = node_of(path)
        used = graph.setdefault(node, set())
        for line in path.read_text().split("\n"):
            included = re.match(r'#include "([a-z]+)/([a-z0-9-]+)\.h"', line)
            if included and (tap.SOURCE / "app" / included[1] / f"{included[2]}.h").is_file():
                used.add(f"{included[1]}/{included[2].removesuffix('-private')}")
        used.discard(node)
    return graph


def circles():
    """Sets of nodes that reach one another (Tarjan's strongly connected components)."""
    graph = edges()
    index, low, stack, found = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in graph.get(node, ()):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            members = set()
            while node not in members:
                members.add(stack.pop())
            if len(members) > 1:
                found.append(sorted(members))

    for node in sorted(graph):
        if node not in index:
            visit(node)
    return found


if __name__ == "__main__":
    for circle in circles():
        print(", ".join(circle))
