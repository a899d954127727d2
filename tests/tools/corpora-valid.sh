#!/bin/sh
# corpora-valid.sh DIGLOT EDITION CHECK - ten files that nobody here wrote, as that edition each, all of them judged at
# once by CHECK FOLDER, which speaks TAP. What the files lack, pictures above all, makes no fault of the edition.
set -u

diglot=$1 edition=$2 check=$3
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 -B "$here/ten-files.py" "$scratch/sources" 2>"$scratch/messages"
case $? in
0) ;;
77)
    echo "1..0 # SKIP NOTHING of the corpora was tried: $(head -n 1 "$scratch/messages")"
    exit 0
    ;;
*)
    echo "Bail out! $(head -n 1 "$scratch/messages")"
    exit 1
    ;;
esac

mkdir "$scratch/made"
for source in "$scratch/sources"/*; do
    name=$(basename "$source" .xml)
    "$diglot" build "$source" -o "$scratch/out" --edition "$edition" -q 2>"$scratch/messages"
    if [ $? -gt 1 ] || ! mv "$scratch/out/$edition" "$scratch/made/$name"; then
        echo "Bail out! $name was not built: $(head -n 1 "$scratch/messages")"
        exit 1
    fi
    rm -rf "$scratch/out"
done
"$check" "$scratch/made"
