#!/bin/sh
# check-format.sh ROOT - every C source is laid out as .clang-format says, as a TAP test.
# Versions of clang-format differ in detail: only Debian 12's judges.
set -u
cd "$1" || exit 1

title="C sources are laid out as 'make format' lays them out"
echo "1..1"
version=$(clang-format --version 2>/dev/null | sed 's/.*version \([0-9]*\).*/\1/')
if [ "$version" != 14 ]; then
    echo "ok 1 - $title # SKIP clang-format 14 is needed, here is ${version:-none}"
    exit 0
fi
wrong=$(find src include tests -name '*.c' -o -name '*.h' -o -name '*.cc' | LC_ALL=C sort |
    while read -r file; do clang-format "$file" | cmp -s - "$file" || echo "# $file"; done)
if [ -z "$wrong" ]; then
    echo "ok 1 - $title"
else
    echo "not ok 1 - $title"
    echo "$wrong"
    exit 1
fi
