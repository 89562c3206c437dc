"""No input of ten million bytes holds any command longer than 5 seconds, or takes more than 512 MB.

    python3 tests/limits/limits.py PLANPATH_BINARY [WORD…]

Makes the largest plans, scenarios and tables that are read, each bad in another way, and bombs that unpack to far more;
runs every command on them; prints seconds and memory; exits with 1 if anything took more. Words choose among the inputs.
"""

import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import documents
import tables

SECONDS, BOMB_SECONDS, MEGABYTES = 5.0, 2.0, 512.0
# Ends what hangs.
PATIENCE = 30.0


def run(program, arguments, folder):
    """Exit code, seconds and megabytes of one command, and what it printed as an error."""
    with open(os.path.join(folder, "said"), "w+b") as said, open(os.devnull, "r+b") as nothing:
        start = time.monotonic()
        child = subprocess.Popen([program, *arguments], stdin=nothing, stdout=nothing, stderr=said)
        used = None
        while used is None:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                used = usage
            elif time.monotonic() - start > PATIENCE:
                # Not by child.kill(), which looks for its end itself.
                os.kill(child.pid, signal.SIGKILL)
            else:
                time.sleep(0.005)
        wall = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        errors = said.read()
    # On a computer that has other things to do as well, what counts is the time for which it worked on this. One that only
    # waits is ended by patience.
    worked = used.ru_utime + used.ru_stime
    seconds = wall if wall > PATIENCE else min(wall, worked)
    return child.returncode, seconds, used.ru_maxrss / 1024, errors


class Server:
    """Starts the commands from a small process: one begins as large as the process that starts it, and that counts."""

    def __init__(self, program):
        here, self.pipe = multiprocessing.Pipe()
        multiprocessing.get_context("fork").Process(target=self.serve, args=(program, here), daemon=True).start()

    @staticmethod
    def serve(program, pipe):
        while True:
            pipe.send(run(program, *pipe.recv()))

    def run(self, arguments, folder):
        self.pipe.send((arguments, folder))
        return self.pipe.recv()


def commands_for(kind, path, folder):
    scenario = os.path.join(folder, "scenario.ron")
    out = os.path.join(folder, "out")
    if kind == "plan":
        return [["check", path], ["plan", path], ["plan", path, "--format", "json"], ["import", scenario, "--plan", path]]
    if kind in ("scenario", "scenario of a plan"):
        formats = [["run", path, "--format", name] for name in ("table", "json", "csv")]
        targets = ["co2"] if kind == "scenario" else ["d100", "v1"]
        levers = [*[["solve", path, "--target", target] for target in targets], ["track", path], ["track", path, "--format", "json"]]
        pages = ["csv,iamc,xlsx", "html,docx", "svg", "png,pdf"]
        exports = [["export", path, "-o", out, "--formats", page] for page in pages]
        return [["check", path], *formats, *levers, *exports]
    new = os.path.join(folder, "new.ron")
    taken = ["--sign", "as-written"]
    return [
        ["import", path, "--plan", documents.PLAN_ID],
        ["import", path, "--plan", documents.PLAN_ID, "--format", "json", *taken],
        ["import", path, "--into", scenario, "-o", new, *taken],
        ["check", path],
        ["run", path],
    ]


def inputs():
    """Kind, name, ending of the file, and a way to make its bytes."""
    encode = lambda text: text if isinstance(text, bytes) else text.encode()
    for kind, ending, made in (
        ("plan", ".ron", documents.plans),
        ("scenario", ".ron", documents.scenarios),
        ("scenario of a plan", ".ron", documents.other_plans),
        ("plan", ".ron", documents.not_text),
        ("table", ".csv", tables.of_text),
        ("table", ".csv", tables.of_bytes),
        ("page", ".html", tables.pages),
        ("workbook", ".xlsx", tables.xlsx_files),
        ("workbook", ".ods", tables.ods_files),
        ("workbook", ".xls", tables.xls_files),
    ):
        for name, content in made():
            yield kind, name, ending, encode(content)


def main():
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit(__doc__)
    program, words = os.path.abspath(sys.argv[1]), sys.argv[2:]
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    folder = tempfile.mkdtemp()
    bad, count, slowest, largest = [], 0, 0.0, 0.0
    server = Server(program)
    try:
        shutil.copy(os.path.join(root, "scenarios", "mid-term-2013.ron"), os.path.join(folder, "scenario.ron"))
        for kind, name, ending, content in inputs():
            title = f"{kind}, {name} ({ending})"
            if words and not all(word in title for word in words):
                continue
            path = os.path.join(folder, "input" + ending)
            with open(path, "wb") as file:
                file.write(content)
            if kind == "scenario of a plan":
                path = os.path.join(folder, "of.ron")
                with open(path, "w", encoding="utf-8") as file:
                    file.write('(format: 1, name: "small", plan: "input.ron")')
            is_bomb = "bomb" in name or "200 MB" in name
            for arguments in commands_for(kind, path, folder):
                code, seconds, megabytes, errors = server.run(arguments, folder)
                shutil.rmtree(os.path.join(folder, "out"), ignore_errors=True)
                if os.path.exists(os.path.join(folder, "new.ron")):
                    os.remove(os.path.join(folder, "new.ron"))
                count += 1
                slowest, largest = max(slowest, seconds), max(largest, megabytes)
                faults = []
                if seconds > (BOMB_SECONDS if is_bomb else SECONDS):
                    faults.append("TOO LONG")
                if megabytes > MEGABYTES:
                    faults.append("TOO MUCH MEMORY")
                if code not in (0, 1, 2, 3) or b"panicked" in errors:
                    faults.append(f"EXIT CODE {code}")
                if len(errors) > 100_000:
                    faults.append(f"{len(errors)} BYTES OF ERRORS")
                shown = " ".join(re.sub(r".*/", "", part) if "/" in part else part for part in arguments)
                line = f"{seconds:6.2f} s {megabytes:6.0f} MB  exit {code:2}  {title} [{len(content)} bytes]: {shown} {' '.join(faults)}"
                print(line.rstrip(), flush=True)
                if faults:
                    bad.append(line)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"\n{count} commands; {slowest:.2f} s and {largest:.0f} MB at most; {len(bad)} over the limits")
    for line in bad:
        print(line)
    sys.exit(1 if bad or not count else 0)


if __name__ == "__main__":
    main()
