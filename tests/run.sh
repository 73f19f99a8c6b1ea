#!/usr/bin/env bash
# Passes all tests on a fresh machine: installs what they need where it is missing, builds, checks the content, runs every test project.
# bash tests/run.sh [filter of xunit, such as -class "*Telegram*"]
set -euo pipefail
cd "$(dirname "$0")/.."

configuration="${CONFIGURATION:-Release}"
results="$PWD/TestResults"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '\n== %s\n' "$*"; }

# A command, and the Debian packages that bring it.
need() {
    local command=$1
    shift
    command -v "$command" >/dev/null 2>&1 || missing+=("$@")
}

install_missing() {
    local missing=()
    need node nodejs npm
    need npm npm
    need chromium chromium
    need fc-list fontconfig
    need dot graphviz
    need age age
    need hledger hledger
    fc-list :lang=km 2>/dev/null | grep -q . || missing+=(fonts-khmeros fonts-noto-core)
    [ ${#missing[@]} -eq 0 ] && return

    say "Installing ${missing[*]}"
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
        echo "These packages are missing and only root can install them. Run: apt-get install ${missing[*]}" >&2
        exit 2
    fi
    local root=()
    [ "$(id -u)" -eq 0 ] || root=(sudo)
    "${root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

install_peers() {
    local lock folder
    for lock in tests/peers/package-lock.json tests/peers/*/package-lock.json; do
        folder=$(dirname "$lock")
        [ -f "$lock" ] || continue
        if [ ! -f "$folder/node_modules/.package-lock.json" ] || [ "$lock" -nt "$folder/node_modules/.package-lock.json" ]; then
            say "Installing the programs that are compared with (npm, $folder)"
            npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error
        fi
    done
}

command -v dotnet >/dev/null 2>&1 || { echo "The .NET 10 SDK is missing: install it, so that 'dotnet --version' answers 10." >&2; exit 2; }
install_missing
install_peers

say "Building ($configuration)"
dotnet build ChatSupport.sln --configuration "$configuration" --verbosity quiet -clp:NoSummary

chatsupport=(dotnet "src/ChatSupport/bin/$configuration/net10.0/chatsupport.dll")
say "Checking the content"
"${chatsupport[@]}" dialogs check dialogs
say "Playing the talks of the content"
"${chatsupport[@]}" dialogs test dialogs

mkdir -p "$results"
passed=0 failed=0 skipped=0 broken=0
for project in Dialogs.Tests Tests EndToEnd; do
    name="ChatSupport.$project"
    say "Testing $name"
    log="$results/$name.log"
    ended=0
    dotnet "tests/$name/bin/$configuration/net10.0/$name.dll" -noLogo -noColor -longRunning 120 -result-trx "$results/$name.trx" "$@" 2>&1 | tee "$log" || ended=1
    if [ $# -gt 0 ] && grep -qE 'Total: 0$' "$log"; then
        continue # the filter leaves nothing of this project
    fi
    broken=$((broken + ended))
    # The runner's last line: "ChatSupport.Tests  Total: 444, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 45.8s"
    line=$(grep -E 'Total: [0-9]+, Errors: [0-9]+' "$log" | tail -n 1 || true)
    [ -n "$line" ] || { echo "$name ended without a summary." >&2; broken=$((broken + 1)); continue; }
    count() { sed -E "s/.*$1: ([0-9]+).*/\1/" <<<"$line"; }
    bad=$(($(count Errors) + $(count Failed)))
    failed=$((failed + bad)) skipped=$((skipped + $(count Skipped)))
    passed=$((passed + $(count Total) - bad - $(count Skipped) - $(count 'Not Run')))
done

echo
grep -hA 12 -E '\[FAIL\]$' "$results"/*.log || true # the last thing to be read says what went wrong
echo "$passed passed, $failed failed, $skipped skipped"
[ "$broken" -eq 0 ] && [ "$failed" -eq 0 ] && [ "$skipped" -eq 0 ] && [ "$passed" -gt 0 ]
