#!/usr/bin/env bash
# Fuzzes one target with AFL++, guided by what its inputs reach in our code and in the libraries that read for us.
# bash tests/fuzz.sh yaml|talk|template|condition|khmer|button|webhook|activity|upload|sealed|within|readers|money [seconds, usual 300]
# What crashed lies in TestResults/fuzz/TARGET/default/crashes and is run again by: dotnet TestResults/fuzz/plain/ChatSupport.Fuzzing.dll TARGET FILE
# A second run goes on where the first ended.
set -euo pipefail
cd "$(dirname "$0")/.."

target=${1:?Name a target: yaml talk template condition khmer button webhook activity upload sealed within readers money}
seconds=${2:-300}
work="$PWD/TestResults/fuzz"
program="$work/program"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 PATH="$PATH:$PWD/TestResults/fuzz/tools"

if ! command -v afl-fuzz >/dev/null 2>&1; then
    [ "$(id -u)" -eq 0 ] || { echo "afl-fuzz is missing. Run: apt-get install afl++" >&2; exit 2; }
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends afl++ >/dev/null
fi
[ -x "$work/tools/sharpfuzz" ] || dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path "$work/tools"

# Two copies: an instrumented library runs under the fuzzer only, and cannot be instrumented twice.
if [ ! -f "$work/made" ] || [ -n "$(find src dialogs tests/ChatSupport.Fuzzing tests/ChatSupport.Dialogs.Tests tests/ChatSupport.Tests/Fuzz tests/ChatSupport.Tests/Savings -name '*.cs' -newer "$work/made" -print -quit)" ]; then
    rm -rf "$program" "$work/plain"
    dotnet publish tests/ChatSupport.Fuzzing --configuration Release --output "$work/plain" --verbosity quiet --property:CompiledAhead=false # what is compiled ahead cannot be instrumented
    cp -r "$work/plain" "$program"
    for library in chatsupport ChatSupport.Dialogs YamlDotNet Fluid Parlot Telegram.Bot; do
        "$work/tools/sharpfuzz" "$program/$library.dll"
    done
    touch "$work/made"
fi

rm -rf "$work/samples/$target"
dotnet "$work/plain/ChatSupport.Fuzzing.dll" "$target" --samples "$work/samples/$target"

# The program is no native one, and starts slowly: AFL++ is told so. Its own memory limit would end the runtime at once.
export AFL_SKIP_BIN_CHECK=1 AFL_NO_UI=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_FORKSRV_INIT_TMOUT=60000 AFL_AUTORESUME=1
export DOTNET_TieredPGO=0 DOTNET_gcServer=0
afl-fuzz -V "$seconds" -t 10000+ -m none -x "$work/samples/$target.dict" -i "$work/samples/$target" -o "$work/$target" -- \
    dotnet "$program/ChatSupport.Fuzzing.dll" "$target" >"$work/$target.log" 2>&1 || { tail -n 30 "$work/$target.log" >&2; exit 1; }

stats="$work/$target/default/fuzzer_stats"
figure() { grep "^$1 " "$stats" | sed 's/.*: *//'; }
echo "$target: $(figure execs_done) inputs in $(figure run_time) s, $(figure corpus_count) paths, $(figure edges_found) edges, $(figure saved_crashes) crashes, $(figure saved_hangs) hangs"
[ "$(figure saved_crashes)" -eq 0 ] && [ "$(figure saved_hangs)" -eq 0 ]
