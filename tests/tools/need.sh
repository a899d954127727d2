#!/bin/sh
# need.sh COMMAND - install what `make COMMAND` (volume, bench or test) needs and this machine lacks.
# The list is packages.list beside this file. Debian's apt-get installs, through sudo when not root.
# Status: 0 everything is there; 2 usage; 3 something is missing and could not be installed.
set -u

list=$(dirname "$0")/packages.list
command=${1:-}
case $command in
volume | bench | test) ;;
*)
    echo "usage: need.sh volume|bench|test" >&2
    exit 2
    ;;
esac

# Packages of the list that COMMAND needs, as "package probe why".
rows() {
    awk -v command="$command" '
        /^[[:space:]]*(#|$)/ { next }
        $3 == "volume" || $3 == command || ($3 == "bench" && command == "test") {
            why = $0
            sub(/^[^ ]+ +[^ ]+ +[^ ]+ +/, "", why)
            print $1, $2, why
        }' "$list"
}

holds() { # PROBE
    what=${1#*:}
    case $1 in
    cmd:*) command -v "$what" >/dev/null 2>&1 ;;
    pkg:*) pkg-config --exists "$what" 2>/dev/null ;;
    file:*) test -e "$what" ;;
    font:*) fc-list ":family=$(echo "$what" | tr _ ' ')" 2>/dev/null | grep -q . ;;
    *)
        echo "need.sh: unknown probe $1 in $list" >&2
        exit 2
        ;;
    esac
}

installed() { # PACKAGE
    test "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed
}

# The rows whose package is neither installed nor its probe true.
missing() {
    rows | while read -r package probe why; do
        installed "$package" || holds "$probe" || echo "$package $probe $why"
    done
}

stop() { # REASON
    echo "make $command: $1" >&2
    echo "Install these packages, or what gives the same under another system, and start again." >&2
    exit 3
}

lacking=$(missing) || exit 2
test -n "$lacking" || exit 0
echo "make $command needs what is not installed here:"
echo "$lacking" | awk '{ why = $0; sub(/^[^ ]+ [^ ]+ /, "", why); printf "  %-22s %s\n", $1, why }'

command -v apt-get >/dev/null 2>&1 || stop "there is no apt-get on this system."
if [ "$(id -u)" = 0 ]; then
    root=
elif command -v sudo >/dev/null 2>&1; then
    root=sudo
else
    stop "to install packages, it must run as root, or sudo must be there."
fi

packages=$(echo "$lacking" | awk '{ print $1 }' | tr '\n' ' ')
# A fresh system has no package lists yet, or old ones.
# shellcheck disable=SC2086
if ! apt-get install -s --no-install-recommends $packages >/dev/null 2>&1; then
    echo "Fetching the package lists:${root:+ $root} apt-get update"
    $root apt-get -q update || stop "apt-get update failed."
fi
echo "Installing:${root:+ $root} apt-get install --no-install-recommends $packages"
# shellcheck disable=SC2086
$root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
    install --no-install-recommends $packages || stop "apt-get install failed."

lacking=$(missing) || exit 2
test -z "$lacking" || stop "still missing: $(echo "$lacking" | awk '{ print $1 }' | tr '\n' ' ')"
