"""Checks recorded exchanges against the description of the API.

usage: scripts/python Tests/Contract Tests/Contract/check.py [--walk] FOLDER

Every answer in the folder's `*.jsonl` files must have a status, header fields and a body that the description allows,
with the deviations of `deviations.json`; refusals must have one of the shapes of `refusals.py`. A member that the
description does not name is an error, too. With --walk every operation must have been answered with a success and with
a refusal at least once.
"""

import collections
import json
import pathlib
import re
import sys
import urllib.parse

import jsonschema_rs

import description
import refusals

TRACE = re.compile("[0-9a-f]{32}")
HIDDEN = '"00000000-0000-4000-8000-000000000000"'
CONTROL = re.compile("/+_simulator(/|$)")


class Checker:
    """Validates exchanges; each finding is counted and shown once, with an example."""

    def __init__(self):
        self.document = description.load()
        self.router = description.Router(self.document)
        self.validators = {}
        self.findings = collections.OrderedDict()
        self.successes = collections.Counter()
        self.refusals = collections.Counter()
        self.count = 0
        # How many more answers may be spoilt by a fault that somebody set.
        self.malformed = 0

    def check(self, exchange):
        """Checks one exchange."""
        status = exchange["answer"]["status"]
        path = exchange["target"].split("?")[0]
        # A connection that broke has nothing to check, and the control routes are no bank's.
        if status == 0 or CONTROL.match(path):
            self.notice_fault(exchange)
            return
        self.count += 1
        operation = self.router.find(exchange["method"], path)
        name = operation["operationId"] if operation else "(no operation)"
        if operation:
            (self.successes if status < 400 else self.refusals)[name] += 1
        for problem in self.problems(exchange, status, operation):
            self.findings.setdefault((name, status, problem), []).append(exchange)

    def notice_fault(self, exchange):
        """Bodies that a test asked to be spoilt are no deviation."""
        if '"malformed_body"' in exchange["request"]["body"]:
            wanted = json.loads(exchange["request"]["body"])
            self.malformed += wanted.get("times", 1)

    def problems(self, exchange, status, operation):
        """What is wrong with an answer, in words that do not depend on its values."""
        headers = exchange["answer"]["headers"]
        body = exchange["answer"]["body"]
        yield from self.header_problems(exchange, status, headers)
        if exchange["method"] == "HEAD":
            if body:
                yield "an answer to HEAD has a body"
            return
        if operation is None:
            if status < 400:
                yield "a success on a path that is neither described nor listed"
            yield from self.refusal_problems(status, headers, body)
            return
        answer = operation["responses"].get(str(status))
        if answer is None:
            yield "the status is not documented"
            return
        if "$ref" in answer:
            answer = walk(self.document, answer["$ref"])
        if status >= 400 and not body:
            yield from self.refusal_problems(status, headers, body)
            return
        yield from self.body_problems(status, headers, body, answer)

    @staticmethod
    def header_problems(exchange, status, headers):
        """Header fields that every answer has."""
        if not TRACE.fullmatch(headers.get("x-trace-id", "")):
            yield "x-trace-id is not 32 hexadecimal digits"
        sent = exchange["request"]["headers"].get("x-external-correlation-id")
        if sent is not None and len(sent.encode()) <= 36 and headers.get("x-external-correlation-id") != sent:
            yield "X-External-Correlation-Id does not come back as it was sent"
        if status == 429 and not headers.get("retry-after", "").isdigit():
            yield "429 without Retry-After in whole seconds"
        if status == 429 and not headers.get("x-rate-limited-by"):
            yield "429 without X-Rate-Limited-By"
        if status == 403 and "x-2fa-approval" in headers and headers.get("x-2fa-approval-result") != "REJECTED":
            yield "a challenge without x-2fa-approval-result: REJECTED"

    def refusal_problems(self, status, headers, body):
        """A refusal that the description says nothing about."""
        allowed = refusals.BY_STATUS.get(status)
        if allowed is None:
            yield "no refusal has this status"
        elif not body:
            if not (refusals.EMPTY in allowed and headers.get("x-2fa-approval-result") == "REJECTED"):
                yield "a refusal without a body that is no challenge"
        else:
            schema = {"$ref": f"#/components/schemas/refusals-{status}"}
            yield from self.body_problems(status, headers, body, {
                "content": {"application/json": {"schema": schema}, "text/plain": {"schema": {"type": "string"}}}})

    def body_problems(self, status, headers, body, answer):
        """A body against what is declared for it."""
        content = answer.get("content") or {}
        kind = headers.get("content-type", "").split(";")[0].strip()
        if not body:
            if content:
                yield "the body is missing"
            return
        if not content:
            yield "a body where none is documented"
            return
        if kind not in content:
            yield f"the content type is {kind or 'missing'}, documented is {', '.join(content)}"
            return
        if kind != "application/json":
            if status >= 400 and not re.fullmatch(r"[\w.\-]+", body):
                yield "a text that is no code (E8)"
            return
        try:
            # What a record hides stands for itself, whatever format it has.
            value = json.loads(body.replace('"<hidden>"', HIDDEN))
        except ValueError:
            if self.malformed:
                self.malformed -= 1
            else:
                yield "the body is no JSON"
            return
        schema = content[kind].get("schema", {})
        errors = list(self.errors(schema, value))
        yield from (f"body {error}" for error in errors[:5])
        if isinstance(value, dict) and isinstance(value.get("status"), int) and status >= 400 and value["status"] != status:
            yield "the body names another status"
        if not errors:
            for place in sorted(set(self.strangers(schema, value, ""))):
                yield f"body {place} is not documented"

    def errors(self, schema, value, place=""):
        """What does not fit, without the values themselves; of several choices the one that fits best speaks."""
        for error in self.validator(schema).iter_errors(value):
            here = place + "".join("/*" if isinstance(step, int) else f"/{step}" for step in error.instance_path)
            if error.kind.name not in ("oneOf", "anyOf"):
                yield f"{here}: {words(error)}"
                continue
            found = value
            for step in error.instance_path:
                found = found[step]
            choices = self.choices(schema, error)
            reasons = [list(self.errors(choice, found, here)) for choice in choices]
            yield from min((some for some in reasons if some), key=foreignness, default=[f"{here}: fits more than one choice"])

    def choices(self, schema, error):
        """The choices of the part of a schema in which an error lies."""
        node = schema
        for step in error.schema_path:
            if step == "components":
                node = self.document
            elif step == "$ref":
                continue
            elif isinstance(node, dict) and step not in node and "$ref" in node:
                node = walk(self.document, node["$ref"])
            node = node[step]
        return node

    def validator(self, schema):
        """The compiled schema."""
        key = json.dumps(schema, sort_keys=True)
        if key not in self.validators:
            whole = {**schema, "components": self.document["components"], "paths": self.document["paths"]}
            self.validators[key] = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
        return self.validators[key]

    def strangers(self, schema, value, place):
        """Members of a value that no part of the schema names."""
        parts = self.parts(schema, value)
        if isinstance(value, list):
            for item in value:
                for part in parts:
                    if "items" in part:
                        yield from self.strangers(part["items"], item, place + "/*")
        elif isinstance(value, dict):
            known = {}
            for part in parts:
                for name, member in part.get("properties", {}).items():
                    known.setdefault(name, []).append(member)
            rest = [part["additionalProperties"] for part in parts if part.get("additionalProperties")]
            is_open = bool(rest) or not any("properties" in part for part in parts)
            for name, member in value.items():
                if name in known:
                    for schema in known[name]:
                        yield from self.strangers(schema, member, f"{place}/{name}")
                elif not is_open:
                    yield f"{place}/{name}"

    def parts(self, schema, value):
        """The parts of a schema that speak about a value: itself, what it refers to, and the choices that fit."""
        if not isinstance(schema, dict):
            return []
        if "$ref" in schema:
            return self.parts(walk(self.document, schema["$ref"]), value)
        found = [schema]
        for part in schema.get("allOf", []):
            found += self.parts(part, value)
        for word in ("anyOf", "oneOf"):
            for part in schema.get(word, []):
                if self.validator(part).is_valid(value):
                    found += self.parts(part, value)
        return found

    def missing(self):
        """The operations without a success and those without a refusal."""
        names = [operation["operationId"] for _, _, operation in description.operations(self.document)
                 if not description.is_own(operation)]
        return [name for name in names if not self.successes[name]], [name for name in names if not self.refusals[name]]


def walk(document, reference):
    """What a reference inside the document means."""
    return description.walk(document, description.steps(urllib.parse.unquote(reference.removeprefix("#"))), reference)


def foreignness(reasons):
    """How little a choice was meant: one that a fixed word rules out was not, nor was one with more faults."""
    return any(": enum" in reason or ": const" in reason for reason in reasons), len(reasons)


def words(error):
    """What a schema error says, without the value that it found."""
    name = error.kind.name
    if name == "type":
        return "is of another type"
    if name in ("required", "format", "enum", "const", "pattern"):
        return f"{name}: {getattr(error.kind, {'required': 'property'}.get(name, ''), '') or error.message[-120:]}"
    return f"{name}: {error.message[:160]}"


def exchanges(folder):
    """All exchanges of a folder. A process that was killed, or met its limit of file size, leaves half a last line."""
    for file in sorted(pathlib.Path(folder).glob("*.jsonl")):
        for line in file.read_bytes().split(b"\n")[:-1]:
            yield json.loads(line)


def main():
    arguments = sys.argv[1:]
    must_walk = "--walk" in arguments
    folders = [argument for argument in arguments if argument != "--walk"]
    if len(folders) != 1:
        sys.exit(__doc__)
    if not description.is_present():
        print(f"SKIPPED: the description of the API is not in {description.SUBSET}")
        return
    checker = Checker()
    for exchange in exchanges(folders[0]):
        checker.check(exchange)
    for (name, status, problem), found in checker.findings.items():
        example = found[0]
        print(f"FAILED {name} {status}: {problem} ({len(found)} times)")
        print(f"    {example['method']} {example['target'][:200]} {example['request']['body'][:300]}")
        print(f"    {example['answer']['body'][:600]}")
    without_success, without_refusal = checker.missing()
    word = "FAILED" if must_walk else "missing"
    for what, names in (("success", without_success), ("refusal", without_refusal)):
        if names:
            print(f"{word}: no {what} of {', '.join(names)}")
    is_walked = not without_success and not without_refusal
    print(f"{checker.count} answers of {len(set(checker.successes) | set(checker.refusals))} operations checked, "
          f"{len(checker.findings)} kinds of deviation")
    if not checker.count:
        sys.exit("FAILED: there was nothing to check")
    if checker.findings or (must_walk and not is_walked):
        sys.exit(1)


main()
