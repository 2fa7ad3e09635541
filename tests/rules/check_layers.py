#!/usr/bin/env python3
"""Proves by scanning includes that no room reaches past its arrows (docs/architecture.md).

Run by ctest; `check_layers.py --self-test` proves that the check itself can fail.
"""
import pathlib
import re
import sys

# room -> rooms whose headers it may include. A room is the longest matching folder.
ALLOWED = {
    "core/common": set(),
    "core/model": {"core/common"},
    "core/pdf": {"core/common", "core/model"},
    "core/crypto": {"core/common", "core/model"},
    "core/signing": {"core/common", "core/model", "core/pdf", "core/crypto"},
    "core/messages": {"core/common", "core/model", "core/pdf", "core/crypto", "core/signing"},
    "core/api": {"core/common", "core/model", "core/crypto", "core/signing"},
    "core/storage": {"core/common", "core/model", "core/signing"},
    "pkcs11/protocol": {"core/common", "core/model", "core/crypto"},
    "pkcs11/host": {"core/common", "core/model", "core/crypto", "pkcs11/protocol"},
    "pkcs11/client": {"core/common", "core/model", "core/crypto", "core/signing", "pkcs11/protocol"},
    "ui": {"core/common", "core/model", "core/pdf", "core/crypto", "core/signing", "core/messages", "ui"},
    "app": None,  # the composition root sees all
}

# third party header -> rooms that may name it
THIRD_PARTY = {
    r"mupdf/": {"core/pdf"},
    r"openssl/": {"core/crypto", "pkcs11/host"},
    r"libp11\.h": {"pkcs11/host"},
    r"p11-kit|pkcs11\.h": {"pkcs11/host"},
    r"Q(Sql|tSql)": {"core/storage"},
    r"Q(Network|tNetwork|Ssl|Tcp|LocalS)": {"core/api", "app"},
}

# Qt classes that need Gui or Widgets: not in core or pkcs11.
GUI = re.compile(r"<Q(Widget|Application|GuiApplication|Painter|Image|Pixmap|Icon|Color|Font|Dialog|tGui|tWidgets|Window|Screen|Palette|Cursor|Brush|Pen|Clipboard)")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"][^>"]+[>"])', re.M)


def room_of(path):
    matches = [room for room in ALLOWED if path == room or path.startswith(room + "/")]
    return max(matches, key=len) if matches else None


def offences(path, text):
    room = room_of(path)
    for match in INCLUDE.finditer(text):
        spelled = match.group(1)
        name = spelled[1:-1]
        target = room_of(name)
        if target and target != room and ALLOWED[room] is not None and target not in ALLOWED[room]:
            yield f"{path}: {room} must not include {name}"
        for pattern, rooms in THIRD_PARTY.items():
            if re.match(pattern, name) and room not in rooms:
                yield f"{path}: {name} belongs to {', '.join(sorted(rooms))} alone"
        if not room.startswith(("ui", "app")) and GUI.match(spelled):
            yield f"{path}: {room} must not use Qt Gui or Widgets ({name})"


def scan(root):
    found, files = [], 0
    for folder in ("app", "core", "pkcs11", "ui"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                files += 1
                found += offences(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    return found, files


def self_test():
    bad = {
        "core/pdf/A.cpp": '#include "core/crypto/Digest.h"\n',
        "ui/home/A.cpp": '#include "core/storage/LocalStore.h"\n',
        "core/signing/A.h": "#include <mupdf/fitz.h>\n",
        "pkcs11/client/A.cpp": "#include <libp11.h>\n",
        "core/model/A.h": "#include <QImage>\n",
        "ui/shell/A.cpp": "#include <openssl/evp.h>\n",
        "core/crypto/A.cpp": "#include <QSqlQuery>\n",
    }
    good = {
        "core/pdf/A.cpp": '#include <mupdf/fitz.h>\n#include "core/model/Seal.h"\n',
        "ui/home/A.cpp": '#include <QWidget>\n#include "core/signing/Signer.h"\n',
        "app/gui/A.cpp": '#include "core/storage/LocalStore.h"\n',
    }
    wrong = [p for p, t in bad.items() if not list(offences(p, t))] + [p for p, t in good.items() if list(offences(p, t))]
    for path in wrong:
        print(f"self test: wrong answer for {path}")
    return 1 if wrong else 0


def main():
    if "--self-test" in sys.argv:
        return self_test()
    root = pathlib.Path(__file__).resolve().parents[2]
    found, files = scan(root)
    for line in found:
        print(line)
    if files < 20:
        print(f"only {files} files scanned: the check looks at the wrong place")
        return 1
    print(f"{files} files scanned, {len(found)} offences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
