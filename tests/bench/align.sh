#!/bin/sh
# align.sh DIGLOT - how well pairs are found without ids: recall and precision on texts whose pairs are known,
# as they are and after the merges and omissions of a free translator. Status 77 without the corpora.
set -eu

diglot=$1
tools=$(dirname "$0")/../tools
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

status=0
score() { # TITLE LEAST_PERCENT OPTION...
    echo "== $1"
    least=$2
    shift 2
    python3 -B "$tools/gold.py" "$scratch/volume" "$@"
    "$diglot" dump pairs --json "$scratch/volume" >"$scratch/pairs" 2>"$scratch/messages" ||
        { cat "$scratch/messages" && exit 1; }
    python3 -B "$tools/score-pairs.py" --least "$least" "$scratch/volume/gold.tsv" "$scratch/pairs" || status=1
    rm -r "$scratch/volume"
}
score "as they are" 95
score "a tenth of the pairs merged on one side, a hundredth lost" 85 --disturb 0.1
exit "$status"
