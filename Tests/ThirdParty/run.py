"""Runs programs of others, as they are on PyPI, against `florin simulator serve`.

usage: scripts/python Tests/ThirdParty Tests/ThirdParty/run.py FLORIN [RECORD]

Each `with_*.py` beside this file uses one of them and ends with 0 when everything was as it should be.
"""

import pathlib
import subprocess
import sys
import tempfile

import bridge

HERE = pathlib.Path(__file__).resolve().parent


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    failed = passed = 0
    for script in sorted(HERE.glob("with_*.py")):
        # Each has a new world, so that none sees what another did.
        words = [sys.argv[1], "simulator", "serve", "--fresh"]
        if len(sys.argv) == 3:
            words += ["--record", sys.argv[2]]
        with tempfile.TemporaryDirectory() as folder, \
                subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
            try:
                port = int(server.stdout.readline().rsplit(":", 1)[1])
                way = bridge.Bridge(folder, port)
                outcome = subprocess.run(
                    [sys.executable, str(script)], env=way.environment(), timeout=120, check=False)
            finally:
                server.terminate()
        is_good = outcome.returncode == 0
        print(f"{'ok' if is_good else 'FAILED'} {script.stem}", flush=True)
        passed += is_good
        failed += not is_good
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
