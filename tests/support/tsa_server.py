#!/usr/bin/env python3
"""A small RFC 3161 time stamping service for tests and the demo, around `openssl ts -reply`.

    tsa_server.py PORT PKIDIR [--max-seconds N] [--until-stdin-closes] [--tls]

PKIDIR comes from make_pki.sh. PORT 0 takes a free one; the port stands alone on the first line of the output. Listens on
127.0.0.1 only and ends by itself after N seconds (an hour by default). --tls speaks HTTPS with a certificate of the PKI that
nobody trusts. For tests, ?fault= spoils the answer:
nonce, imprint, tamper, reject, slow, garbage, empty, huge, 500, redirect, redirect-loop, downgrade.
"""

import argparse
import http.server
import os
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

MAX_QUERY = 64 * 1024
HUGE_ANSWER = 2 * 1024 * 1024
SLOW_SECONDS = 30
REPLY_LOCK = threading.Lock()  # openssl keeps its serial number in one file


def header_and_content(der, at):
    """Offsets of the content and of the end of the DER value at `at`."""
    length = der[at + 1]
    start = at + 2
    if length & 0x80:
        count = length & 0x7F
        length = int.from_bytes(der[start:start + count], "big")
        start += count
    return start, start + length


def spoil_query(query, part):
    """Changes the last octet of the message imprint or of the nonce of a TimeStampReq (RFC 3161, 2.4.1)."""
    der = bytearray(query)
    at, _ = header_and_content(der, 0)
    _, at = header_and_content(der, at)  # behind the version
    imprint, imprint_end = header_and_content(der, at)
    if part == "imprint":
        der[imprint_end - 1] ^= 1
        return bytes(der)
    at = imprint_end
    while at < len(der) and der[at] != 0x02:  # skip a policy
        _, at = header_and_content(der, at)
    _, end = header_and_content(der, at)
    der[end - 1] ^= 1
    return bytes(der)


def reply_to(query, pki, config):
    with REPLY_LOCK, tempfile.TemporaryDirectory() as folder:
        query_file = os.path.join(folder, "query.tsq")
        reply_file = os.path.join(folder, "reply.tsr")
        with open(query_file, "wb") as file:
            file.write(query)
        done = subprocess.run(
            ["openssl", "ts", "-reply", "-config", os.path.join(pki, config), "-queryfile", query_file, "-out", reply_file],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=20, check=False)
        if not os.path.exists(reply_file):
            raise RuntimeError(done.stderr.decode(errors="replace"))
        with open(reply_file, "rb") as file:
            return file.read()


class Handler(http.server.BaseHTTPRequestHandler):
    pki = ""
    timeout = 20

    def log_message(self, *_args):
        pass

    def answer(self, status, body, kind="application/timestamp-reply", headers=()):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, target):
        self.answer(307, b"", headers=[("Location", target)])

    def do_GET(self):
        self.answer(405, b"POST a time stamp query\n", "text/plain")

    def do_POST(self):
        fault = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query).get("fault", [""])[0]
        length = int(self.headers.get("Content-Length", "0"))
        if not 0 < length <= MAX_QUERY or self.headers.get("Content-Type") != "application/timestamp-query":
            self.answer(400, b"no time stamp query\n", "text/plain")
            return
        query = self.rfile.read(length)
        try:
            self.serve(query, fault)
        except (BrokenPipeError, ConnectionResetError):
            pass
        except (RuntimeError, OSError, IndexError, subprocess.SubprocessError) as problem:
            print(problem, file=sys.stderr, flush=True)
            self.answer(500, b"failed\n", "text/plain")

    def serve(self, query, fault):
        plain = {
            "garbage": (200, b"this is no time stamp", "application/timestamp-reply"),
            "empty": (200, b"", "application/timestamp-reply"),
            "huge": (200, b"\x30" * HUGE_ANSWER, "application/timestamp-reply"),
            "500": (500, b"out of order\n", "text/plain"),
        }
        if fault in plain:
            self.answer(*plain[fault])
            return
        if fault == "redirect":
            self.redirect("/moved")
            return
        if fault == "redirect-loop":
            self.redirect(self.path)
            return
        if fault == "downgrade":
            self.redirect("ftp://127.0.0.1/")
            return
        if fault == "slow":
            time.sleep(SLOW_SECONDS)
        if fault in ("nonce", "imprint"):
            query = spoil_query(query, fault)
        reply = reply_to(query, self.pki, "tsa-reject.cnf" if fault == "reject" else "tsa.cnf")
        if fault == "tamper":
            reply = reply[:-1] + bytes([reply[-1] ^ 1])
        self.answer(200, reply)


def main():
    parser = argparse.ArgumentParser(description="RFC 3161 test service on 127.0.0.1")
    parser.add_argument("port", type=int)
    parser.add_argument("pki")
    parser.add_argument("--max-seconds", type=float, default=3600)
    parser.add_argument("--until-stdin-closes", action="store_true")
    parser.add_argument("--tls", action="store_true")
    options = parser.parse_args()
    Handler.pki = os.path.abspath(options.pki)
    if not os.path.exists(os.path.join(Handler.pki, "tsa.cnf")):
        parser.error("no tsa.cnf in " + options.pki)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", options.port), Handler)
    server.daemon_threads = True
    if options.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(os.path.join(Handler.pki, "other-leaf.pem"), os.path.join(Handler.pki, "other-leaf.key"))
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    finished = threading.Event()
    if options.until_stdin_closes:
        def wait_for_end():
            while sys.stdin.buffer.read(1):
                pass
            finished.set()
        threading.Thread(target=wait_for_end, daemon=True).start()
    try:
        finished.wait(options.max_seconds)
    except KeyboardInterrupt:
        pass
    sys.stdout.flush()
    os._exit(0)  # a slow answer may still be sleeping in its thread


if __name__ == "__main__":
    main()
