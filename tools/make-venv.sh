#!/usr/bin/env bash
# Makes a virtual environment with pip in the folder named; installs python3-venv with apt where Debian left it out.
set -euo pipefail
folder=${1:?usage: make-venv.sh FOLDER}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

python=
for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
  if command -v "$candidate" >/dev/null && new_enough "$candidate"; then python=$candidate; break; fi
done
if [ -z "$python" ]; then
  echo "Hankesalkku needs Python 3.11 or newer; install python3 (Debian 12, Ubuntu 24.04 or newer have it)," >&2
  echo "or name one: make PYTHON=/path/to/python3.12" >&2
  exit 2
fi

make_venv() { rm -rf "$folder" && "$python" -m venv "$folder" && "$folder/bin/python" -m pip --version >/dev/null; }

make_venv 2>/dev/null && exit 0
"$here/apt-install.sh" python3-venv || true
if ! make_venv; then
  echo "The virtual environment could not be made. On Debian or Ubuntu: apt-get install python3-venv" >&2
  exit 2
fi
