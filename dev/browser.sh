#!/usr/bin/env bash
# Installs Debian's Chromium where that is allowed; otherwise says how. Nothing is downloaded from anywhere else.
set -euo pipefail

if command -v chromium >/dev/null || command -v chromium-browser >/dev/null; then
  exit 0
fi
how="Install Chromium with the package manager (Debian and Ubuntu: sudo apt-get install -y chromium), or name a browser in ORBITA_CHROMIUM."
command -v apt-get >/dev/null || { echo "$how" >&2 && exit 2; }
if [[ $(id -u) == 0 ]]; then
  root=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
  root=(sudo -n)
else
  echo "Chromium is missing and this user may not install it. $how" >&2
  exit 2
fi
echo "Installing Chromium ..." >&2
if ! { ${root[@]+"${root[@]}"} apt-get update -qq && ${root[@]+"${root[@]}"} apt-get install -y -qq chromium; } >&2; then
  echo "It could not be installed. $how" >&2
  exit 2
fi
