#!/bin/sh
# folders.sh DIGLOT SOURCE BUILD PREFIX - where a build reads and writes: failed and killed builds leave the edition
# before them as it was, nothing is written outside of -o, the current folder does not count, and an installed program
# finds its data. BUILD is Meson's folder. TAP.
set -u
diglot=$(readlink -f "$1") source=$2 build=$3 prefix=$4 # Meson names the program from its own folder
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
unset DIGLOT_DATA
volume=$source/tests/golden/small
number=0 status=0

check() { # TITLE COMMAND...
    number=$((number + 1))
    title=$1
    shift
    if "$@" >"$scratch/said" 2>&1; then
        echo "ok $number - $title"
    else
        echo "not ok $number - $title"
        sed 's/^/# /' "$scratch/said" | head -20
        status=1
    fi
}

sums() { # FOLDER... - every file with its bytes, every folder
    for folder in "$@"; do
        (cd "$folder" && find . -type d | sort && find . -type f -exec cksum {} + | sort -k 3)
    done
}

quietly() { # STATUS ARGUMENT... - runs diglot; true when it ends with that status
    wanted=$1
    shift
    "$diglot" "$@" >"$scratch/messages" 2>&1
    got=$?
    cat "$scratch/messages"
    [ "$got" = "$wanted" ]
}

same() { # NAME NAME - two lists of sums
    diff "$scratch/$1" "$scratch/$2"
}

# A good edition; then a build that fails, one that is killed, and one more.
cp -r "$volume" "$scratch/volume"
out=$scratch/editions/small
check "a build" quietly 0 build -q -o "$out" "$scratch/volume"
sums "$out" >"$scratch/before"
mkdir -p "$scratch/volume/style"
echo 'p { font-family: "No Such Serif"; }' >"$scratch/volume/style/print.css"
check "a font that is not installed ends a build" quietly 3 build -q -o "$out" "$scratch/volume"
sums "$out" >"$scratch/after"
check "... and leaves the edition before" same before after
rm -r "$scratch/volume/style"
check "an unknown style ends a build" quietly 3 build -q --style nosuchstyle -o "$out" "$scratch/volume"
mv "$scratch/volume/volume.xml" "$scratch/manifest"
check "so does a missing manifest" quietly 3 build -q -o "$out" "$scratch/volume"
echo '<volume' >"$scratch/volume/volume.xml"
check "so does a broken one" quietly 3 build -q -o "$out" "$scratch/volume"
mv "$scratch/manifest" "$scratch/volume/volume.xml"
sums "$out" >"$scratch/after"
check "... and they leave the edition before" same before after
check "nothing lies beside it" test "$(ls -A "$scratch/editions")" = small

kill_a_build() { # as soon as it has made its stage
    "$diglot" build -q -o "$out" "$source/content/forum-2024" >/dev/null 2>&1 &
    process=$!
    tries=0
    until ls -d "$out".new-* >/dev/null 2>&1 || [ $tries -gt 2000 ]; do
        tries=$((tries + 1))
        sleep 0.01
    done
    kill -9 $process
    wait $process 2>/dev/null
    ls -d "$out".new-*
}
check "a build is killed at work" kill_a_build
sums "$out" >"$scratch/after"
check "... and leaves the edition before" same before after
check "the next one" quietly 0 build -q -o "$out" "$scratch/volume"
sums "$out" >"$scratch/after"
check "... gives the same bytes" same before after
check "... and clears what the killed one left" test "$(ls -A "$scratch/editions")" = small

# Nothing is written but the edition.
mkdir -p "$scratch/home" "$scratch/tmp" "$scratch/here"
sums "$scratch/volume" "$scratch/home" "$scratch/tmp" "$scratch/here" >"$scratch/before-all"
elsewhere() (
    cd "$scratch/here" && export HOME="$scratch/home" TMPDIR="$scratch/tmp" XDG_CACHE_HOME="$scratch/home/.cache" &&
        quietly 0 build -q --edition screen,web,proof -o "$scratch/other" "$scratch/volume"
)
check "a build from elsewhere" elsewhere
sums "$scratch/volume" "$scratch/home" "$scratch/tmp" "$scratch/here" >"$scratch/after-all"
check "... writes nothing but its edition" same before-all after-all

# Relative and absolute paths, the volume's own folder, the default output.
from() ( # FOLDER ARGUMENT...
    cd "$1" && shift && quietly 0 build -q "$@"
)
check "a relative path" from "$scratch" -o relative volume
check "the current folder" from "$scratch/volume" -o ../own
check "a folder above" from "$scratch/here" -o "$scratch/above" ../volume/volume.xml
check "no -o" from "$scratch/here" "$scratch/volume"
for edition in relative own above here/build/editions/small; do
    sums "$scratch/$edition" >"$scratch/after"
    check "... gives the same edition ($edition)" same before after
done

# The data folder: named, or that of the program's own installation.
root=$scratch/root
check "Meson installs" env DESTDIR="$root" meson install -C "$build" --no-rebuild --quiet
diglot=$root$prefix/bin/diglot
check "an installed program" quietly 0 build -q -o "$scratch/installed" "$scratch/volume"
sums "$scratch/installed" >"$scratch/after"
check "... gives the same bytes" same before after
printf ':root { color: #112233; }\n' >>"$root$prefix/share/diglot/styles/forum/print.css"
check "an installed style is changed" quietly 0 build -q -o "$scratch/installed" "$scratch/volume"
sums "$scratch/installed" >"$scratch/after"
differs() { ! same before after >/dev/null; }
check "... and counts, not that of the source tree" differs
export DIGLOT_DATA="$source"
check "DIGLOT_DATA is named" quietly 0 build -q -o "$scratch/named" "$scratch/volume"
sums "$scratch/named" >"$scratch/after"
check "... and holds" same before after
export DIGLOT_DATA="$scratch/here"
check "a data folder without styles ends a build" quietly 3 build -q -o "$scratch/nothing" "$scratch/volume"
check "... and nothing is made" test ! -e "$scratch/nothing"

echo "1..$number"
exit $status
