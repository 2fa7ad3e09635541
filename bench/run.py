#!/usr/bin/python3
"""Runs the benchmarks behind docs/benchmarks.md: each figure against a rival in the same run, medians of five.

    bench/run.py [--bin build/release/bin] [--work DIR] [--runs 5] [--only sign,verify,page,scroll,start] [--write]

Timing is told as a ratio to the rival, which ran in turn with the candidate. --write puts the table into docs/benchmarks.md.
The 300 MB bid is made once in the work folder (bench/make_scan.py). Needs openssl, mupdf-tools, softhsm2, opensc, xvfb.
"""
import argparse
import datetime
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]


def measure(command, env=None):
    """Seconds and peak resident megabytes of one whole process (with what it waited for)."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}: {errors.decode(errors='replace')[-400:]}")
    return seconds, usage.ru_maxrss / 1024


class Bench:
    def __init__(self, args):
        self.args, self.rows = args, []
        self.work = pathlib.Path(args.work)
        self.work.mkdir(parents=True, exist_ok=True)
        self.bin = pathlib.Path(args.bin)
        self.env = dict(os.environ, QT_QPA_PLATFORM="offscreen", LANG="C.UTF-8", BIDSEAL_DATA_DIR=str(self.work / "data"))

    def compare(self, name, candidate, rival, bar, prepare=None, memory_bar=None):
        """One row: candidate and rival take turns, after one unmeasured turn that fills the caches."""
        ours, theirs, memory = [], [], []
        for run in range(self.args.runs + 1):
            if prepare:
                prepare()
            seconds, megabytes = measure(candidate, self.env)
            rival_seconds, _ = measure(rival, self.env)
            if run > 0:
                ours.append(seconds)
                theirs.append(rival_seconds)
                memory.append(megabytes)
        ratio = statistics.median(ours) / statistics.median(theirs)
        self.rows.append((name, f"{ratio:.2f} x", f"<= {bar} x", "yes" if ratio <= bar else "NO",
                          f"{statistics.median(ours):.3f} s against {statistics.median(theirs):.3f} s; "
                          f"{statistics.median(memory):.0f} MB"))
        if memory_bar:
            peak = max(memory)
            self.rows.append((f"{name}: memory", f"{peak:.0f} MB", f"<= {memory_bar} MB", "yes" if peak <= memory_bar else "NO",
                              "peak resident, largest run"))
        for row in self.rows[-2 if memory_bar else -1:]:
            print(" | ".join(row), flush=True)

    def bid(self):
        path = self.work / "scan-300mb.pdf"
        if not path.exists():
            subprocess.run([sys.executable, str(ROOT / "bench/make_scan.py"), str(path), "--pages", "1000", "--megabytes", "300"], check=True)
        return path

    def token(self):
        pki, token = self.work / "pki", self.work / "token"
        if not pki.exists():
            subprocess.run([str(ROOT / "tests/support/make_pki.sh"), str(pki)], check=True, stdout=subprocess.DEVNULL)
        shutil.rmtree(token, ignore_errors=True)
        said = subprocess.run([str(ROOT / "scripts/demo-token.sh"), str(token), str(pki)], check=True, capture_output=True, text=True)
        for line in said.stdout.splitlines():
            if "=" in line:
                key, value = line.split("=", 1)
                self.env[key.removeprefix("export ").strip()] = value.strip().strip("'\"")
        self.env["BIDSEAL_PIN"] = self.env.get("BIDSEAL_DEMO_PIN", "123456")

    def sign_command(self, bid, out, seals):
        pages = ["1", "100", "200", "300", "400", "500", "600", "700", "800", "900"][:seals]
        seal = ROOT / "resources/samples/seal-company.png"
        return [str(self.bin / "bidseal-cli"), "sign", str(bid), "-o", str(out), "--module", self.env["BIDSEAL_DEMO_MODULE"],
                "--token", "示例科技有限公司 UKey", "--pin-env", "BIDSEAL_PIN", "--level", "B-B",
                "--seal", f"{seal}@{','.join(pages)}:100,200,42"]

    def digest_command(self, path):
        return ["openssl", "dgst", "-sha256", str(path)]

    def sign(self):
        bid, out = self.bid(), self.work / "signed.pdf"
        self.token()
        self.compare("sign 300 MB with 10 seals", self.sign_command(bid, out, 10), self.digest_command(bid), 1.5,
                     prepare=lambda: out.unlink(missing_ok=True), memory_bar=64)

    def verify(self):
        bid = self.bid()
        self.token()
        signed = {}
        for seals in (1, 10):
            signed[seals] = self.work / f"signed-{seals}.pdf"
            signed[seals].unlink(missing_ok=True)
            measure(self.sign_command(bid, signed[seals], seals), self.env)
        verify = lambda seals: [str(self.bin / "bidseal-cli"), "verify", "--json", str(signed[seals])]
        self.compare("verify 300 MB with 10 seals", verify(10), self.digest_command(signed[10]), 1.2)
        self.compare("verify: ten seals against one", verify(10), verify(1), 1.1)

    def page(self):
        text = self.work / "text-1000.pdf"
        if not text.exists():
            subprocess.run([sys.executable, str(ROOT / "bench/make_scan.py"), str(text), "--pages", "1000", "--kind", "text"], check=True)
        for name, path in (("text", text), ("scan", self.bid())):
            out = self.work / "page.png"
            self.compare(f"first page of a 1,000-page {name} bid, 150 dpi",
                         [str(self.bin / "bidseal-cli"), "render", str(path), "--page", "1", "--dpi", "150", "--out", str(out)],
                         ["mutool", "draw", "-q", "-r", "150", "-o", str(self.work / "rival.png"), str(path), "1"], 1.3)

    def scroll(self):
        said = subprocess.run([str(self.bin / "scroll_bench"), str(self.bid())], check=True, capture_output=True, text=True, env=self.env)
        print(said.stdout)
        step = float(re.search(r"by the clock: longest ([0-9.]+) ms", said.stdout).group(1))
        memory = float(re.search(r"peak memory ([0-9]+) MB", said.stdout).group(1))
        self.rows.append(("longest step of the window's thread while scrolling 1,000 pages", f"{step:.0f} ms", "<= 50 ms",
                          "yes" if step <= 50 else "NO", "offscreen, from end to end"))
        self.rows.append(("memory while scrolling 1,000 scanned pages", f"{memory:.0f} MB", "< 400 MB",
                          "yes" if memory < 400 else "NO", "peak resident"))

    def start(self):
        # On a real (virtual) screen: without a window system the rival has next to nothing to do.
        server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.env.update(DISPLAY=":" + server.stdout.readline().decode().strip(), QT_QPA_PLATFORM="xcb")
        try:
            self.compare("start of the program to a usable window", [str(self.bin / "bidseal"), "--measure-start"],
                         [str(self.bin / "empty_widgets")], 2.0)
        finally:
            server.terminate()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=str(ROOT / "build/release/bin"))
    parser.add_argument("--work", default=str(ROOT / "build/bench"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="sign,verify,page,scroll,start")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    bench = Bench(args)
    for name in args.only.split(","):
        getattr(bench, name)()
    table = ["| what | measured | bar | met | details |", "|---|---|---|---|---|"]
    table += ["| " + " | ".join(row) + " |" for row in bench.rows]
    print("\n".join(table))
    if args.write:
        document = ROOT / "docs/benchmarks.md"
        head = document.read_text(encoding="utf-8").split("<!-- table -->")[0] if document.exists() else "# Benchmarks\n\n"
        stamp = f"Measured {datetime.date.today()} on {os.cpu_count()} cores, {platform.machine()}, {bench.bin.parent.name} preset, medians of {args.runs}."
        document.write_text(head + "<!-- table -->\n\n" + stamp + "\n\n" + "\n".join(table) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
