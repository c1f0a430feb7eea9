"""Where things are, and how the peers and the engine's program are made ready."""

import os
import pathlib
import subprocess
import sys

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent
PRODUCT = ROOT / os.environ.get("BUILD", ".build") / "release" / "steelyard"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
STATUTE_BOOK = ROOT / "Sources" / "InformationLaw" / "Data"
RESULTS = BENCHMARKS / "results.md"
ENGINE = BENCHMARKS / "Engine" / ".build-bench" / "release" / "engine-bench"
PEERS = BENCHMARKS / "peers"
DJANGO = BENCHMARKS / "django"
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
VENV = CACHE / "steelyard-benchmarks" / "venv"
PYTHON = VENV / "bin" / "python"


def say(text):
    print(text, file=sys.stderr, flush=True)


def prepare():
    """Installs the peers into an environment of their own and builds the engine's program."""
    install = ROOT / "scripts" / "install-packages"
    subprocess.run([install, "wrk", "python3-venv"], check=True, stdout=sys.stderr)
    # A peer that PyPI cannot build here, because it stands on the system's own Python.
    if subprocess.run([install, "mat2"], stdout=sys.stderr).returncode:
        say("mat2 cannot be installed; what is measured against it is left out")
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    wanted = (BENCHMARKS / "requirements.txt").read_text().splitlines()
    for package in (line for line in wanted if line and not line.startswith("#")):
        if subprocess.run([*pip, package]).returncode:
            say(f"{package} cannot be installed; what is measured against it is left out")
    say("Building the engine's benchmark")
    subprocess.run(
        ["swift", "build", "-c", "release", "--package-path", BENCHMARKS / "Engine",
         "--scratch-path", ENGINE.parent.parent],
        check=True, stdout=sys.stderr,
    )


def has(module):
    """Whether a peer is installed."""
    return subprocess.run([PYTHON, "-c", f"import {module}"], capture_output=True).returncode == 0


def version(package):
    """The installed version of a peer."""
    code = f"import importlib.metadata as m; print(m.version('{package}'))"
    found = subprocess.run([PYTHON, "-c", code], capture_output=True, text=True)
    return found.stdout.strip() or "missing"
