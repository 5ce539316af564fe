#!/usr/bin/env bash
# What the commands of ./orbita share: messages, the JDK, Maven. Sourced with ROOT set.

readonly JDK_WANTED=25

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "orbita: $1"
  exit "${2:-1}"
}

major_of() { sed -n 's/^JAVA_VERSION="\{0,1\}\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release" 2>/dev/null; }

is_wanted_jdk() {
  local major
  [[ -n $1 && -x $1/bin/java && -x $1/bin/javac ]] || return 1
  major=$(major_of "$1")
  [[ -n $major && $major -ge $JDK_WANTED ]]
}

find_jdk() {
  local home on_path=""
  if on_path=$(command -v javac); then
    on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  fi
  for home in "${JAVA_HOME:-}" "$on_path" "${JAVA_HOME_25_X64:-}" \
    /usr/lib/jvm/*25* /usr/lib/jvm/* /usr/java/* /usr/local/java/* /usr/local/*jdk* /opt/java/* /opt/*jdk* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.local/share/mise/installs/java/* \
    "${HOME:-}"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_wanted_jdk "$home"; then
      printf '%s\n' "$home"
      return
    fi
  done
  return 1
}

use_jdk() {
  local home
  home=$(find_jdk) || fail "no JDK $JDK_WANTED or newer found (looked at JAVA_HOME${JAVA_HOME:+=$JAVA_HOME}, PATH, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks).
        Install one, for instance Temurin $JDK_WANTED from https://adoptium.net (on Debian and Ubuntu their package
        repository has temurin-$JDK_WANTED-jdk), or set JAVA_HOME to the folder where you have it." 2
  export JAVA_HOME=$home
}

# Runs a command so that stopping this script stops it too: bash itself would die and leave it behind.
attended() {
  local child code=0
  "$@" &
  child=$!
  trap 'kill -TERM "$child" 2>/dev/null || true; wait "$child" || true; exit 143' INT TERM HUP
  wait "$child" || code=$?
  trap - INT TERM HUP
  return "$code"
}

need_maven() {
  use_jdk
  command -v mvn >/dev/null || fail "Maven 3.6.3 or newer is needed to build (Debian and Ubuntu: apt-get install maven)." 2
}

maven() {
  local settings=()
  need_maven
  require_writable "$ROOT" "$ROOT/server/target"
  if [[ ! -w ${HOME:-/nonexistent} ]]; then
    settings=("-Dmaven.repo.local=$BUILDS/maven")
  fi
  cd "$ROOT" || return
  attended mvn -B -ntp ${settings[@]+"${settings[@]}"} "$@"
}

require_writable() {
  local path
  for path in "$@"; do
    if [[ -e $path && ! -w $path ]]; then
      fail "$path belongs to user $(stat -c %U "$path"), and user $(id -un) may not write there.
        Work in a clone of your own, or hand this one over: sudo chown -R $(id -un) '$ROOT'" 2
    fi
  done
}
