"""Runs a program whose standard output takes little at a time, and tells what arrives.

usage: slow_reader.py pipe|socket|tcp|file|full DELAY LIMIT PROGRAM WORD...

Pipes and sockets are non-blocking, `file` is a temporary file, `full` a full disk. Standard output: the digest of what
arrived, its length, the exit code of the program, and its largest size in memory in MiB. The reader begins after DELAY
seconds, and goes away after LIMIT bytes (0: reads all).
"""

import fcntl
import hashlib
import os
import resource
import socket
import subprocess
import sys
import tempfile
import time


def ends(kind):
    if kind == "pipe":
        return os.pipe()
    if kind == "socket":
        a, b = socket.socketpair()
        return a.detach(), b.detach()
    if kind == "tcp":
        server = socket.create_server(("127.0.0.1", 0))
        client = socket.create_connection(server.getsockname())
        return server.accept()[0].detach(), client.detach()
    file = tempfile.TemporaryFile() if kind == "file" else open("/dev/full", "wb")
    return os.dup(file.fileno()), os.dup(file.fileno())


kind, delay, limit, *command = sys.argv[1:]
is_file = kind in ("file", "full")
reading, writing = ends(kind)
if not is_file:
    fcntl.fcntl(writing, fcntl.F_SETFL, fcntl.fcntl(writing, fcntl.F_GETFL) | os.O_NONBLOCK)
program = subprocess.Popen(command, stdout=writing)
os.close(writing)
if is_file:
    program.wait()
    if kind == "file":
        os.lseek(reading, 0, os.SEEK_SET)
else:
    time.sleep(float(delay))
digest, length = hashlib.sha256(), 0
while kind != "full" and (not int(limit) or length < int(limit)):
    part = os.read(reading, 1 << 16)
    if not part:
        break
    digest.update(part)
    length += len(part)
    if length % 7 == 0:
        time.sleep(0.001)
os.close(reading)
code = program.wait()
print(digest.hexdigest(), length, code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10)
