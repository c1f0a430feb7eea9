"""Starting, signing in to, and weighing the two servers."""

import http.client
import os
import pathlib
import re
import socket
import subprocess
import time
import urllib.parse

from . import places

HOST = "127.0.0.1"
CASE_TITLE = "Suppliers and software that protect the network"


def free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


class Server:
    """A server that runs as one process or as a process with children."""

    def launch(self, command, folder, **options):
        self.log = open(folder / f"{type(self).__name__}.log", "a")
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            [str(part) for part in command], stderr=self.log, **options
        )

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()
        self.log.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def answered(self, path):
        """Seconds from the launch until the first whole answer."""
        while self.process.poll() is None:
            try:
                answer(self.port, "GET", path)
                return time.perf_counter() - self.began
            except OSError:
                time.sleep(0.001)
        raise RuntimeError(f"{type(self).__name__} ended before it answered; see {self.log.name}")

    def memory(self):
        """Resident and proportional memory of all its processes, in MB."""
        resident = proportional = 0
        for process in family(self.process.pid):
            text = pathlib.Path(f"/proc/{process}/smaps_rollup").read_text()
            resident += int(re.search(r"^Rss:\s+(\d+)", text, re.M)[1])
            proportional += int(re.search(r"^Pss:\s+(\d+)", text, re.M)[1])
        return resident / 1024, proportional / 1024


class Steelyard(Server):
    def __init__(self, folder, demonstration=True, port=0):
        data = folder / "steelyard"
        command = [places.PRODUCT, "serve", "--data", data, "--port", port]
        data.mkdir(exist_ok=True)
        self.launch(
            command + ["--demonstration"] * demonstration, folder, stdout=subprocess.PIPE, text=True
        )
        line = self.process.stdout.readline()
        self.announced = time.perf_counter() - self.began
        found = re.fullmatch(r"Steelyard is at http://[^:]+:(\d+)\n", line)
        if not found:
            self.stop()
            raise RuntimeError(f"serve printed no address; see {self.log.name}")
        self.port = int(found[1])

    def sign_in(self):
        """Signs the demonstration's officer in and returns the cookie."""
        for line in self.process.stdout:
            found = re.search(r"\(officer\), works once: http://[^/]+(/set-up/\S+)", line)
            if found:
                break
        password = "a bench for weighing letters"
        form = urllib.parse.urlencode({"password": password, "again": password})
        reply, _ = answer(
            self.port, "POST", found[1], form,
            {"Content-Type": "application/x-www-form-urlencoded"},
        )
        return reply.getheader("Set-Cookie").split(";")[0]

    def case(self, cookie):
        """The path of the demonstration's worked case, from the work list."""
        _, page = answer(self.port, "GET", "/", None, {"Cookie": cookie})
        return re.search(rf'href="(/cases/[^"]+)">{CASE_TITLE}', page.decode())[1]


class Django(Server):
    """The peer: gunicorn with two workers, whose threads keep connections open as Steelyard does."""

    def __init__(self, folder, keeps=False):
        self.port = free_port()
        self.launch(
            [places.VENV / "bin" / "gunicorn", "--chdir", places.DJANGO, "--workers", 2,
             "--worker-class", "gthread", "--threads", 8, "--keep-alive", 75,
             "--no-control-socket", "--log-level", "warning", "--bind", f"{HOST}:{self.port}",
             "casepage:application"],
            folder, env={**Django.environment(folder), "CASEPAGE_KEEPS": "yes" if keeps else "no"},
        )

    @staticmethod
    def environment(folder):
        return {
            **os.environ,
            "CASEPAGE_DATABASE": str(folder / "casepage.sqlite"),
            "PYTHONDONTWRITEBYTECODE": "",
        }

    @staticmethod
    def fill(folder, papers, holidays, reference, received):
        """Makes the database and returns the cookie of somebody who is signed in."""
        done = subprocess.run(
            [places.PYTHON, places.DJANGO / "fill.py", papers, holidays, reference, CASE_TITLE,
             received],
            env=Django.environment(folder), capture_output=True, text=True, check=True,
        )
        return done.stdout.strip()


def answer(port, method, path, body=None, headers=None):
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    try:
        connection.request(method, path, body, headers or {})
        reply = connection.getresponse()
        return reply, reply.read()
    finally:
        connection.close()


def pages(port, path, cookie, count):
    """Asks for a page over and over on one connection."""
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    for _ in range(count):
        connection.request("GET", path, headers={"Cookie": cookie})
        reply = connection.getresponse()
        reply.read()
        if reply.status != 200:
            raise RuntimeError(f"{path} was answered with status {reply.status}")
    connection.close()


def family(process):
    """A process and everything it started."""
    members = [process]
    for children in pathlib.Path(f"/proc/{process}/task").glob("*/children"):
        for child in children.read_text().split():
            members += family(int(child))
    return members
