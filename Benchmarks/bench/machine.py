"""What the run was made on."""

import datetime
import os
import platform
import subprocess

from . import places


def lines():
    memory = next(
        line.split()[1] for line in open("/proc/meminfo") if line.startswith("MemTotal")
    )
    processor = next(
        (line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if "model name" in line),
        platform.machine(),
    )
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    packages = [
        "numpy", "holidays", "workalendar", "PyYAML", "Jinja2", "python-docx", "Django", "gunicorn",
        "spacy", "presidio-analyzer",
    ]
    return [
        f"- Date: {datetime.datetime.now(datetime.UTC):%Y-%m-%d %H:%M} UTC",
        f"- Machine: {os.cpu_count()} cores ({processor}), {int(memory) // 1_000_000} GB; "
        f"{system}, Linux {platform.release()}",
        f"- Steelyard {said(places.PRODUCT, '--version')}; {said('swift', '--version')}",
        f"- Python {platform_python()}; "
        + ", ".join(f"{package} {places.version(package)}" for package in packages),
        f"- wrk {package_version('wrk')}",
    ]


def said(*command):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    return (result.stdout.strip().splitlines() or ["?"])[0]


def platform_python():
    return said(places.PYTHON, "-c", "import platform; print(platform.python_version())")


def package_version(name):
    return said("dpkg-query", "-W", "-f=${Version}", name)


def load():
    """How busy the machine was with everything, as the mean number of runnable tasks in a minute."""
    return f"{os.getloadavg()[0]:.1f}"
