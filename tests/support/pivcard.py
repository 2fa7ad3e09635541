#!/usr/bin/python3
"""A virtual PIV smart card for tests: pivcard.py PORT CERTIFICATE.der KEY.pem [PIN]

Connects to the virtual reader of vsmartcard-vpcd on localhost:PORT (that is the insertion) and answers until it is ended
(that is the removal). One RSA key in slot 9A with its certificate; three wrong PINs lock it. The answers follow
NIST SP 800-73-4 as far as OpenSC asks.
"""
import hashlib
import socket
import struct
import sys

from cryptography.hazmat.primitives.serialization import load_pem_private_key

ATR = bytes.fromhex("3b800181")
AID = bytes.fromhex("a000000308000010000100")
FASC_N = bytes.fromhex("d4e739da739ced39ce739d836858210842108421c84210c3eb")  # agency 9999: the GUID counts
TRIES = 3


def tlv(tag, value):
    size = len(value)
    length = bytes([size]) if size < 128 else b"\x81" + bytes([size]) if size < 256 else b"\x82" + struct.pack(">H", size)
    return bytes.fromhex(tag) + length + value


def children(data):
    """The (tag, value) pairs of BER-TLV with one-byte tags."""
    at = 0
    while at < len(data):
        tag, size, at = data[at], data[at + 1], at + 2
        if size > 128:
            count = size - 128
            size, at = int.from_bytes(data[at:at + count], "big"), at + count
        yield tag, data[at:at + size]
        at += size


class Card:
    def __init__(self, certificate, key, pin):
        numbers = key.private_numbers()
        self.n, self.d, self.size = numbers.public_numbers.n, numbers.d, key.key_size // 8
        self.pin, self.tries = pin.ljust(8, b"\xff"), TRIES
        guid = hashlib.sha256(certificate).digest()[:16]  # another certificate is another card, also for caches
        self.objects = {
            b"\x7e": tlv("7e", tlv("4f", AID) + tlv("5f2f", bytes.fromhex("4000"))),
            b"\x5f\xc1\x02": tlv("53", tlv("30", FASC_N) + tlv("34", guid) + tlv("35", b"20301231") + b"\x3e\0\xfe\0"),
            b"\x5f\xc1\x05": tlv("53", tlv("70", certificate) + tlv("71", b"\0") + b"\xfe\0"),
        }
        self.reset()

    def reset(self):
        self.logged_in, self.chain, self.chained, self.rest = False, b"", b"", b""

    def status(self):
        return bytes([0x63, 0xc0 | self.tries]) if self.tries else b"\x69\x83"

    def verify(self, p1, data):
        if p1 == 0xff:
            self.logged_in = False
            return b"\x90\0"
        if not data:
            return b"\x90\0" if self.logged_in else self.status()
        if not self.tries:
            return b"\x69\x83"
        self.logged_in = data == self.pin
        self.tries = TRIES if self.logged_in else self.tries - 1
        return b"\x90\0" if self.logged_in else self.status()

    def authenticate(self, key_id, data):
        if key_id != 0x9a:
            return b"\x6a\x88"
        if not self.logged_in:
            return b"\x69\x82"
        block = dict(children(dict(children(data))[0x7c]))[0x81]
        if len(block) != self.size:  # a part of a block would make a signature that looks like one
            return b"\x6a\x80"
        signature = pow(int.from_bytes(block, "big"), self.d, self.n).to_bytes(self.size, "big")
        return tlv("7c", tlv("82", signature))

    def run(self, ins, p1, p2, data):
        if ins == 0xa4:
            if not data or not AID.startswith(data[:9]):
                return b"\x6a\x82"
            return tlv("61", tlv("4f", AID[5:]) + tlv("79", tlv("4f", AID[:5])) + tlv("50", b"Test PIV"))
        if ins == 0xcb:
            wanted = dict(children(data)).get(0x5c)
            return self.objects.get(wanted, b"\x6a\x82")
        if ins == 0x20:
            return self.verify(p1, data)
        if ins == 0x87:
            return self.authenticate(p2, data)
        return b"\x6d\0"

    def answer(self, apdu):
        cla, ins, p1, p2 = apdu[:4]
        data = apdu[5:5 + apdu[4]] if len(apdu) > 5 else b""
        rest = apdu[5 + len(data):] if len(apdu) > 5 else apdu[4:5]
        expected = rest[0] if rest and rest[0] else 256
        if ins == 0xc0:
            return self.next_part(expected)
        self.rest = b""
        if self.chain != apdu[1:4]:  # another command ends a chain (ISO/IEC 7816-4, 5.3.3)
            self.chain, self.chained = apdu[1:4], b""
        self.chained += data
        if cla & 0x10:
            return b"\x90\0"
        data, self.chain, self.chained = self.chained, b"", b""
        reply = self.run(ins, p1, p2, data)
        if len(reply) == 2:
            return reply
        self.rest = reply
        return self.next_part(expected)

    def next_part(self, expected):
        part, self.rest = self.rest[:expected], self.rest[expected:]
        return part + (b"\x61" + bytes([min(len(self.rest), 255)]) if self.rest else b"\x90\0")


def receive(link, size):
    data = b""
    while len(data) < size:
        piece = link.recv(size - len(data))
        if not piece:
            sys.exit(0)
        data += piece
    return data


def main():
    port, certificate, key = int(sys.argv[1]), open(sys.argv[2], "rb").read(), open(sys.argv[3], "rb").read()
    pin = sys.argv[4].encode() if len(sys.argv) > 4 else b"123456"
    card = Card(certificate, load_pem_private_key(key, None), pin)
    with socket.create_connection(("127.0.0.1", port)) as link:
        while True:
            message = receive(link, struct.unpack(">H", receive(link, 2))[0])
            if len(message) == 1:  # 0 power off, 1 power on, 2 reset, 4 the card's ATR
                # pcscd asks for the ATR several times a second to see the card, also between the parts of a command:
                # that is no reset, and must cost neither the login nor what has been sent so far.
                if message != b"\x04":
                    card.reset()
                reply = ATR if message == b"\x04" else None
            else:
                reply = card.answer(message)
            if reply is not None:
                link.sendall(struct.pack(">H", len(reply)) + reply)


main()
