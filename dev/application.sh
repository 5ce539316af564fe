#!/usr/bin/env bash
# Builds the application and prepares its fast starts, in .orbita: app-HASH holds the extracted jar and the JVM's cache.

readonly BUILDS="$ROOT/.orbita"

# One line that changes whenever the application built from these sources would.
sources_hash() {
  cd "$ROOT" || return
  find pom.xml server/pom.xml server/src/main .mvn api/openapi.json web \( -name node_modules -o -name dist -o -path web/e2e \) -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
}

build_application() {
  local app=$1 jar half="$BUILDS/half-made-$$"
  need_maven
  web_build
  say "Building Orbita (the first time Maven fetches about 200 MB) ..."
  # From nothing each time, or Maven would leave in what is gone from the sources, a renamed migration for instance.
  rm -rf "$BUILDS/target"
  if ! maven -q -Dfast -Dmaven.test.skip=true -Dorbita.target="$BUILDS/target" -pl server package >"$BUILDS/build.log" 2>&1; then
    cat "$BUILDS/build.log" >&2
    fail "the build failed; see above."
  fi
  jar=$(find "$BUILDS/target" -maxdepth 1 -name 'orbita-server-*.jar')
  # Extracted, the application starts in half the time, and only so can the JVM cache its classes.
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$half/app" >/dev/null
  mv "$half/app/$(basename "$jar")" "$half/app/orbita.jar"
  mv "$half/app" "$app"
  rm -rf "$half" "$BUILDS/target"
}

# Builds that no server runs from any more, and what a killed build left.
remove_old_builds() {
  local keep=$1 folder used
  used=$(readlink /proc/[0-9]*/cwd 2>/dev/null || true)
  for folder in "$BUILDS"/app-* "$BUILDS"/half-made-* "$BUILDS"/training-*; do
    if [[ -d $folder && $folder != "$keep" ]] && ! grep -qxF "$folder" <<<"$used"; then
      rm -rf "$folder"
    fi
  done
}

jvm_options() {
  local memory_mb=4096 heap_mb limit
  if [[ -r /proc/meminfo ]]; then
    memory_mb=$(($(sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' /proc/meminfo) / 1024))
  fi
  if read -r limit 2>/dev/null </sys/fs/cgroup/memory.max && [[ $limit =~ ^[0-9]+$ ]] && ((limit / 1048576 < memory_mb)); then
    memory_mb=$((limit / 1048576))
  fi
  heap_mb=$((memory_mb / 4))
  ((heap_mb < 320)) && heap_mb=320
  ((heap_mb > 1024)) && heap_mb=1024
  printf '%s\n' "-Xmx${heap_mb}m" -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError '-Xlog:aot*=error' --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
  # On a small machine the simplest collector takes least memory beside the database.
  ((memory_mb <= 2048)) && printf '%s\n' -XX:+UseSerialGC
  return 0
}

# The JVM takes a cache only under the very conditions it was made in, and otherwise starts slowly without a word.
conditions() { printf '%s\n' "$PWD" "$JAVA_HOME $(stat -c %Y "$JAVA_HOME/release" orbita.jar)" "$*"; }

noted_in() { [[ -f $1 && $(<"$1") == "$(conditions "${@:2}")" ]]; }

cache_fits() { [[ -f app.aot ]] && noted_in app.aot.made "$@"; }

train_once() {
  [[ -w $PWD ]] && ! noted_in app.aot.failed "$@" || return 1
  hold_build_lock
  cache_fits "$@" || train "$@"
  release_build_lock
  cache_fits "$@"
}

# Starts the application once on an empty folder, so that the JVM writes down its loaded and linked classes.
train() {
  local folder="$BUILDS/training-$$" name clean=()
  # Nothing of this may reach the real database or a real provider.
  for name in $(compgen -e); do
    case $name in ORBITA_* | SPRING_* | SERVER_*) clean+=(-u "$name") ;; esac
  done
  say "Preparing fast starts (once per build) ..."
  rm -rf "$BUILDS"/training-* app.aot app.aot.made
  mkdir -p "$folder"
  if attended env ${clean[@]+"${clean[@]}"} "$JAVA_HOME/bin/java" "$@" -XX:AOTCacheOutput="$folder/app.aot" \
    -Dspring.context.exit=onRefresh -jar orbita.jar --server.port=0 --orbita.data="$folder/data" >"$BUILDS/training.log" 2>&1; then
    mv "$folder/app.aot" app.aot
    if "$JAVA_HOME/bin/java" "$@" -XX:AOTMode=on -XX:AOTCache=app.aot --dry-run -jar orbita.jar >>"$BUILDS/training.log" 2>&1; then
      conditions "$@" >app.aot.made
    fi
  fi
  # Not tried again at each start; the next build tries anew.
  [[ -f app.aot.made ]] || conditions "$@" >app.aot.failed
  # The database of the trial ends by itself a moment after the JVM; until then it still writes.
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    rm -rf "$folder" 2>/dev/null && break
    sleep 0.5
  done
}

hold_build_lock() {
  require_writable "$ROOT" "$BUILDS"
  mkdir -p "$BUILDS"
  command -v flock >/dev/null || return 0
  exec 9>"$BUILDS/lock"
  flock -n 9 || { say "Another build runs in this clone; waiting for it ..." && flock 9; }
}

release_build_lock() { exec 9>&-; }
