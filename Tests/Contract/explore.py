"""Sends requests that schemathesis derives from the description of the API to `florin simulator serve`.

usage: scripts/python Tests/Contract Tests/Contract/explore.py FLORIN FOLDER [SECONDS]

The description has the deviations and refusals of this folder, and names the default world's profiles and balances, so
that some requests get past the first check. No answer may be a 5xx, have an undocumented status or an undocumented
shape. The requests follow from a seed; FOLDER gets the description and the record of what was sent.
"""

import json
import pathlib
import subprocess
import sys

import description

TOKEN = "12345678-1234-4234-8234-123456789abc"
# What the default world has, and a number that nobody has.
KNOWN = {"profileId": [28891001, 28891002, 1], "balanceId": [200001, 200002, 200006, 1], "currency": ["EUR", "JPY", "XXX"]}


def pinned():
    """The description with the numbers of the default world in its paths."""
    document = description.load()
    for path, method, operation in list(description.operations(document)):
        if description.is_own(operation):
            # What is added here has answers and no parameters: nothing can be derived from it.
            del document["paths"][path][method]
            continue
        for parameter in operation.get("parameters", []):
            if parameter.get("in") == "path" and parameter["name"] in KNOWN:
                parameter["schema"] = {"enum": KNOWN[parameter["name"]]}
    return document


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    if not description.is_present():
        print(f"SKIPPED: the description of the API is not in {description.SUBSET}")
        return
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "description.json"
    file.write_text(json.dumps(pinned()), encoding="utf-8")
    seconds = sys.argv[3] if len(sys.argv) == 4 else "90"
    server = subprocess.Popen(
        [sys.argv[1], "simulator", "serve", "--fresh", "--record", str(folder / "explored.jsonl")],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    with server:
        try:
            address = server.stdout.readline().strip()
            outcome = subprocess.run(
                [str(pathlib.Path(sys.executable).parent / "schemathesis"), "run", str(file.resolve()), "--url", address,
                 "--header", f"Authorization: Bearer {TOKEN}", "--seed", "20260703", "--generation-deterministic",
                 "--max-time", seconds, "--max-examples", "10",
                 "--phases", "examples,coverage,fuzzing", "--no-color", "--suppress-health-check", "all",
                 "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,"
                 "response_schema_conformance"],
                cwd=folder, check=False)
        finally:
            server.terminate()
    sys.exit(outcome.returncode)


main()
