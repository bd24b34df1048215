"""The description of the API with the deviations that are allowed, as one OpenAPI document.

The description itself belongs to the bank and stands beside the repository; `deviations.json` beside this file says
where the simulator departs from it, why, and what of the reference says so.
"""

import json
import pathlib
import re

import refusals

HERE = pathlib.Path(__file__).resolve().parent
SUBSET = HERE.parent.parent.parent / "shared/reference/wise-openapi-subset.json"
METHODS = ("get", "post", "put", "patch", "delete")


class Deviation(Exception):
    """A deviation that does not fit the description."""


def is_present():
    """Whether the description is there."""
    return SUBSET.exists()


def load():
    """The description with the deviations, and with the refusals of `refusals.py` declared for every operation."""
    document = json.loads(SUBSET.read_text(encoding="utf-8"))
    deviations = json.loads((HERE / "deviations.json").read_text(encoding="utf-8"))
    for entry in deviations["changes"]:
        for word in ("of", "reference", "reason", "changes"):
            if not entry.get(word):
                raise Deviation(f"a deviation lacks '{word}': {json.dumps(entry)[:200]}")
        for name in entry["of"]:
            for change in entry["changes"]:
                apply(change, walk(place(document, name), steps(entry.get("at", "")), name), name)
    for path, operations_of_path in deviations["operations"].items():
        known = document["paths"].setdefault(path, {})
        for method, operation in operations_of_path.items():
            if method in known or not operation.get("x-reference") or not operation.get("x-reason"):
                raise Deviation(f"{method} {path} is described already, or has no reason")
            known[method] = operation
    declare_refusals(document)
    return document


def operations(document):
    """All operations as (path, method, operation)."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def is_own(operation):
    """Whether the bank's description leaves an operation out and `deviations.json` adds it."""
    return operation["operationId"].startswith("own-")


def place(document, name):
    """What a deviation is about: an operation by its name, or `schemas/NAME`."""
    if name.startswith("schemas/"):
        return document["components"]["schemas"][name.removeprefix("schemas/")]
    for _, _, operation in operations(document):
        if operation["operationId"] == name:
            return operation
    raise Deviation(f"there is no operation {name}")


def steps(pointer):
    """The steps of a JSON pointer."""
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def walk(node, path, name):
    """What lies at a path."""
    for step in path:
        try:
            node = node[int(step)] if isinstance(node, list) else node[step]
        except (KeyError, IndexError, ValueError) as error:
            raise Deviation(f"{name} has no /{'/'.join(path)}: {error} is missing") from error
    return node


def apply(change, target, name):
    """Carries out one change: `set`, `remove`, `optional`, `nullable`, `also` or `members`, each at pointers."""
    for pointer, value in change.get("set", {}).items():
        *path, last = steps(pointer)
        walk(target, path, name)[last] = value
    for pointer in change.get("remove", []):
        *path, last = steps(pointer)
        walk(target, [*path, last], name)
        node = walk(target, path, name)
        del node[int(last) if isinstance(node, list) else last]
    for pointer, names in change.get("optional", {}).items():
        node = walk(target, steps(pointer), name)
        for member in names:
            if member not in node.get("required", []):
                raise Deviation(f"{name}{pointer}: '{member}' is not required anyway")
            node["required"].remove(member)
    others = [(pointer, {"type": "null"}) for pointer in change.get("nullable", [])]
    for pointer, schema in [*others, *change.get("also", {}).items()]:
        *path, last = steps(pointer)
        node = walk(target, [*path, last], name)
        walk(target, path, name)[last] = {"anyOf": [node, schema]}
    for pointer, members in change.get("members", {}).items():
        node = walk(target, steps(pointer), name)
        for member in members:
            if member in node.setdefault("properties", {}):
                raise Deviation(f"{name}{pointer}: '{member}' is described already")
        node["properties"].update(members)


def declare_refusals(document):
    """Gives every operation the refusals that it may answer; one that the description declares keeps its own shape."""
    schemas = document["components"]["schemas"]
    for name, schema in refusals.SHAPES.items():
        schemas[f"refusal-{name}"] = schema
    for status, names in refusals.BY_STATUS.items():
        shapes = [{"$ref": f"#/components/schemas/refusal-{name}"} for name in names if name in refusals.SHAPES]
        schemas[f"refusals-{status}"] = {"anyOf": shapes}
    for _, _, operation in operations(document):
        for status in refusals.BY_STATUS:
            answer = operation["responses"].setdefault(str(status), {"description": "Refused."})
            if "$ref" not in answer and not answer.get("content"):
                answer["content"] = {
                    "application/json": {"schema": {"$ref": f"#/components/schemas/refusals-{status}"}},
                    "text/plain": {"schema": {"type": "string"}},
                }


class Router:
    """Finds the operation of a request, on either generation of paths."""

    def __init__(self, document):
        self.routes = []
        for path, method, operation in operations(document):
            self.routes.append((method, self.pattern(path), operation))
        # The calendar paths have one version for all: of several versions of a path the newest answers.
        newest = {}
        for path, method, operation in operations(document):
            match = re.match(r"/v(\d+)(/.*)", path)
            if match is None:
                continue
            key = method, re.sub(r"{\w+}", "{}", match[2])
            version = int(match[1])
            if key not in newest or version > newest[key][0]:
                newest[key] = version, match[2], operation
        for (method, _), (_, path, operation) in newest.items():
            self.routes.append((method, self.pattern(r"/\d{4}Q[1-4]" + path), operation))
        # A path without parameters goes before one with them.
        self.routes.sort(key=lambda route: route[1].pattern.count("[^/]+"))

    @staticmethod
    def pattern(path):
        """A path as a regular expression; doubled and trailing slashes are forgiven, as the bank forgives them."""
        return re.compile("/+" + re.sub(r"{\w+}", "[^/]+", path.strip("/")).replace("/", "/+") + "/*")

    def find(self, method, path):
        """The operation, or None."""
        wanted = "get" if method == "HEAD" else method.lower()
        for candidate, pattern, operation in self.routes:
            if candidate == wanted and pattern.fullmatch(path):
                return operation
        return None
