#!/usr/bin/env bash
# The pages: Node.js, npm, the build into web/dist, and the browser that walks through them.

readonly NODE_WANTED="20.19"

need_node() {
  local version major minor
  command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js $NODE_WANTED or newer with npm is needed to build the web pages.
        Debian 13 and Ubuntu 25.04: apt-get install nodejs npm. Others: https://nodejs.org" 2
  version=$(node -p 'process.versions.node')
  IFS=. read -r major minor _ <<<"$version"
  ((major > 20 || (major == 20 && minor >= 19))) || fail "Node.js $version is too old to build the web pages: $NODE_WANTED or newer is needed." 2
}

web() { (cd "$ROOT/web" && attended env PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 NO_UPDATE_NOTIFIER=1 "$@"); }

# npm ci only when the lock is another one than what is installed.
web_install() {
  local wanted mark="$ROOT/web/node_modules/.orbita-lock"
  need_node
  wanted=$(cat "$ROOT/web/package-lock.json" "$ROOT"/web/{apps,packages}/*/package.json | sha256sum | cut -c1-16)
  if [[ ! -f $mark || $(<"$mark") != "$wanted" ]]; then
    require_writable "$ROOT/web"
    say "Installing what the web pages are built with ..."
    web npm ci --silent --no-audit --no-fund || fail "npm ci failed in web/; see above."
    printf '%s\n' "$wanted" >"$mark"
  fi
}

web_hash() {
  (cd "$ROOT" && find web api/openapi.json \( -name node_modules -o -name dist -o -path web/e2e \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16)
}

# Into web/dist, from where Maven takes it; not again while nothing changed.
web_build() {
  local now mark="$ROOT/web/dist/.built"
  web_install
  now=$(web_hash)
  if [[ ! -f $mark || $(<"$mark") != "$now" ]]; then
    say "Building the web pages ..."
    web npm run -s build || fail "the build of the web pages failed; see above."
    printf '%s\n' "$now" >"$mark"
  fi
}

find_browser() {
  local name
  for name in "${ORBITA_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [[ -n $name ]] && command -v "$name" && return
  done
  return 1
}

# Walks (test), pictures (screens) or figures (bench); further words choose by name.
web_e2e() {
  local what=$1 browser app
  shift
  browser=$(find_browser) || { bash "$ROOT/dev/browser.sh" && browser=$(find_browser); } ||
    fail "no Chromium: see above how to get one, or name one in ORBITA_CHROMIUM." 2
  web_install
  use_jdk
  app="$BUILDS/app-$(sources_hash)"
  if [[ ! -d $app ]]; then
    hold_build_lock
    [[ -d $app ]] || build_application "$app"
    release_build_lock
  fi
  local words=()
  (($#)) && words=(--grep "$*")
  ORBITA_CHROMIUM=$browser ORBITA_APP=$app ORBITA_JAVA="$JAVA_HOME/bin/java" \
    web npx playwright test -c "e2e/$what.config.ts" ${words[@]+"${words[@]}"}
}
