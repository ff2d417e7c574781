#!/usr/bin/env bash
# Installs Debian packages if this user may; otherwise says in one line what to do and fails.
set -euo pipefail
if ! command -v apt-get >/dev/null; then
  echo "This machine has no apt; install what corresponds to: $*" >&2
  exit 1
elif [ "$(id -u)" -eq 0 ]; then
  as_root=()
elif sudo -n true 2>/dev/null; then
  as_root=(sudo -n)
else
  echo "Not root and no password-less sudo; install by hand: sudo apt-get install $*" >&2
  exit 1
fi

install() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends -qq "$@" \
    </dev/null >&2
}

echo "Installing with apt: $*" >&2
# The package list of a machine may be missing or old: refresh it only when the first try fails.
install "$@" 2>/dev/null || { "${as_root[@]}" apt-get update -qq </dev/null >&2 && install "$@"; }
