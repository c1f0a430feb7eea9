"""A program as a process: its time, its processor time and its memory."""

import os
import subprocess
import time


def process(*command):
    """One run of a program, with what it starts and waits for.

    What it finds is status 1, what it cannot read is status 2; any other failure ends the benchmark.
    """
    began = time.perf_counter()
    started = subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(started.pid, 0)
    elapsed = time.perf_counter() - began
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode not in (0, 1, 2):
        raise RuntimeError(f"{command[0]} {command[1]} ended with {started.returncode}")
    return {
        "seconds": usage.ru_utime + usage.ru_stime, "elapsed": elapsed,
        "memory": usage.ru_maxrss * 1024,
    }
