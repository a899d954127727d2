#!/bin/sh
# check-square.sh SQUARE.ttf - the generated test font loads and every glyph is 1 em wide, as a TAP test.
set -u
export LC_ALL=C.UTF-8 # the shaper takes its text in the locale's encoding
font=$1

echo "1..3"
if ! command -v fc-scan >/dev/null || ! command -v hb-shape >/dev/null; then
    for number in 1 2 3; do echo "ok $number # SKIP fc-scan (fontconfig) and hb-shape (libharfbuzz-bin) are needed"; done
    exit 0
fi
status=0
check() { # NUMBER TITLE EXPECTED FOUND
    if [ "$3" = "$4" ]; then
        echo "ok $1 - $2"
    else
        echo "not ok $1 - $2"
        echo "# expected '$3', found '$4'"
        status=1
    fi
}
check 1 "Fontconfig names it" "Diglot Square|Regular|DiglotSquare-Regular|TrueType" \
    "$(fc-scan -f '%{family}|%{style}|%{postscriptname}|%{fontformat}' "$font")"

text='Ёж, «эхо» — “fi fl” №1… Привет, мир! Я — 2,5 ₽'
glyphs=$(hb-shape --no-glyph-names --no-clusters "$font" "$text" | tr -d '[]' | tr '|' '\n')
check 2 "HarfBuzz shapes each character to one glyph of 1024 units" \
    "$(printf '%s' "$text" | wc -m) 1024" \
    "$(echo "$glyphs" | wc -l) $(echo "$glyphs" | sed 's/.*+//' | sort -u | tr '\n' ' ' | sed 's/ $//')"
check 3 "it has a glyph for each of them" 0 "$(echo "$glyphs" | grep -c '^0+')"
exit "$status"
