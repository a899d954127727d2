#!/bin/sh
# check-schemas.sh ROOT - content/*.rng against the volumes of the tree and against one that is wrong, as TAP.
set -u
root=$1
number=0
failed=0
check() { # VERDICT TITLE
    number=$((number + 1))
    echo "$1 $number - $2"
    test "$1" = ok || failed=1
}
if ! command -v xmllint >/dev/null; then
    echo "1..0 # SKIP xmllint is not installed (package libxml2-utils)"
    exit 0
fi
for kind in volume people; do
    schema=$root/content/$kind.rng
    for file in "$root"/content/*/$kind.xml "$root"/tests/read/golden/volume/$kind.xml; do
        test -f "$file" || continue
        if message=$(xmllint --nonet --noout --relaxng "$schema" "$file" 2>&1); then
            check ok "$kind.rng takes ${file#"$root"/}"
        else
            check "not ok" "$kind.rng takes ${file#"$root"/}"
            echo "$message" | sed 's/^/# /'
        fi
    done
    if xmllint --nonet --noout --relaxng "$schema" "$root/tests/read/golden/wrong/$kind.xml" 2>/dev/null; then
        check "not ok" "$kind.rng refuses golden/wrong/$kind.xml"
    else
        check ok "$kind.rng refuses golden/wrong/$kind.xml"
    fi
done
echo "1..$number"
exit "$failed"
