"""Runs a program whose standard output is a pipe or socket that takes little at a time, and counts what arrives.

usage: slow_reader.py pipe|socket|tcp DELAY LIMIT PROGRAM WORD...

Standard output: the digest of what arrived, its length, and the exit code of the program. The reader begins after DELAY seconds,
and goes away after LIMIT bytes (0: reads all).
"""

import fcntl
import hashlib
import os
import socket
import subprocess
import sys
import time


def ends(kind):
    if kind == "pipe":
        return os.pipe()
    if kind == "socket":
        a, b = socket.socketpair()
        return a.detach(), b.detach()
    server = socket.create_server(("127.0.0.1", 0))
    client = socket.create_connection(server.getsockname())
    return server.accept()[0].detach(), client.detach()


kind, delay, limit, *command = sys.argv[1:]
reading, writing = ends(kind)
fcntl.fcntl(writing, fcntl.F_SETFL, fcntl.fcntl(writing, fcntl.F_GETFL) | os.O_NONBLOCK)
program = subprocess.Popen(command, stdout=writing)
os.close(writing)
time.sleep(float(delay))
digest, length = hashlib.sha256(), 0
while not int(limit) or length < int(limit):
    part = os.read(reading, 1 << 16)
    if not part:
        break
    digest.update(part)
    length += len(part)
    if length % 7 == 0:
        time.sleep(0.001)
os.close(reading)
print(digest.hexdigest(), length, program.wait())
