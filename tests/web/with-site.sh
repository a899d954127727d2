#!/bin/sh
# with-site.sh DIGLOT VOLUME COMMAND [ARGUMENT...] - builds the web edition of a volume, or $EDITION, into a folder of
# its own and runs the command, which speaks TAP, with that folder behind its arguments.
set -u
edition=${EDITION:-web}

diglot=$1 volume=$2
shift 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

if ! "$diglot" build "$volume" -o "$scratch/out" --edition "$edition" -q 2>"$scratch/messages"; then
    sed 's/^/# /' "$scratch/messages"
fi
if ! [ -d "$scratch/out/$edition" ]; then
    echo "Bail out! no $edition edition of $volume was built"
    exit 1
fi
"$@" "$scratch/out/$edition"
