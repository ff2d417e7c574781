#!/usr/bin/env bash
# Installs the programs outside Python that some tests need: Java and JAXB (veraPDF), Voikko's Finnish, Poppler,
# PostgreSQL's server and Chromium with fonts for what our own font lacks.
# What cannot be had is named; the tests that need it are skipped, or fail where HANKESALKKU_TEST_STRICT is 1.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

missing() {
  command -v java >/dev/null && command -v javac >/dev/null || echo default-jdk-headless
  [ -e /usr/share/java/jaxb-runtime.jar ] || echo libjaxb-java
  /sbin/ldconfig -p 2>/dev/null | grep -q 'libvoikko\.so\.1' || echo libvoikko1
  compgen -G '/usr/*/voikko/*/mor-*' >/dev/null || echo voikko-fi
  command -v pdftotext >/dev/null || echo poppler-utils
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || echo postgresql
  command -v chromium >/dev/null || echo chromium
  compgen -G '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf' >/dev/null || echo fonts-dejavu-core
}

mapfile -t wanted < <(missing)
[ "${#wanted[@]}" -eq 0 ] && exit 0
"$here/apt-install.sh" "${wanted[@]}"
mapfile -t wanted < <(missing)
[ "${#wanted[@]}" -eq 0 ] && exit 0

echo "Not installed: ${wanted[*]}. Tests that need them are skipped and say so." >&2
[ "${HANKESALKKU_TEST_STRICT:-0}" = 1 ] && exit 1
exit 0
