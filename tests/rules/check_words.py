#!/usr/bin/env python3
"""House rules that a text search can prove: no unfinished words, no nested event loops, a complete translation."""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parents[2]
UNFINISHED = re.compile("not (yet )?" + r"implemented|\bTO" + r"DO\b|\bFIX" + r"ME\b|coming " + "soon|lorem " + "ipsum", re.I)
NESTED_LOOP = re.compile(r"QEventLoop|processEvents\(|[.>]exec\(\)")
OWN_LOOP = re.compile(r"(app|application|query|sql)\w*(\.|->)exec\(\)", re.I)


def sources(folders, suffixes):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in suffixes:
                yield path


def unfinished_words():
    for path in sources(("app", "core", "pkcs11", "ui", "tests", "bench"), (".h", ".cpp", ".ui")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if UNFINISHED.search(line):
                yield f"{path.relative_to(ROOT)}:{number}: unfinished: {line.strip()}"


def nested_loops():
    for path in sources(("app", "core", "pkcs11", "ui"), (".h", ".cpp")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if NESTED_LOOP.search(line) and not OWN_LOOP.search(line):
                yield f"{path.relative_to(ROOT)}:{number}: nested event loop: {line.strip()}"


def missing_translations():
    tree = ET.parse(ROOT / "translations/bidseal_zh_CN.ts")
    for context in tree.getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            text = "".join(translation.itertext()).strip()
            if translation.get("type") in (None, "unfinished") and not text:
                yield f"not translated: [{context.findtext('name')}] {message.findtext('source')}"


def main():
    found = [*unfinished_words(), *nested_loops(), *missing_translations()]
    for line in found:
        print(line)
    print(f"{len(found)} offences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
