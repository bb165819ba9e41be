"""The wheel works outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(*command: object, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_runs_from_another_folder(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", tmp_path, cwd=ROOT)
    (wheel,) = tmp_path.glob("*.whl")
    home = tmp_path / "venv"
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps"]
    run(*pip, wheel, cwd=tmp_path)
    # The dependencies are lent by this environment; its own editable install stays invisible,
    # because .pth files count only in a site folder.
    lent = {"PYTHONPATH": sysconfig.get_path("purelib")}
    (tmp_path / "news.txt").write_text("Officers in Kenya seized 12 kg of heroin in May 2019.")
    where = "import extract, pathlib; print(pathlib.Path(extract.__file__).parent)"
    assert run(python, "-c", where, cwd=tmp_path, **lent).startswith(str(home))
    command = home / "bin" / "unodc-facts"
    run(command, "extract", "news.txt", "-o", "out", cwd=tmp_path, **lent)
    facts = (tmp_path / "out" / "facts.jsonl").read_text().splitlines()
    assert any('"iso3":"KEN"' in fact for fact in facts)
