#!/bin/sh
# check-layers.sh [ROOT] - the walls of the architecture, as a TAP test.
# Who may include whom, who owns which foreign library, what keeps out of the public headers, how long
# files and functions may be. The script first shows on a bad tree of its own that it can fail.
set -u

# Folder of src, the folders whose headers it may include (its own always), the foreign headers it may
# include besides those of C, POSIX and GLib. A name that ends in / or * stands for all that begin so.
table='
base    |                                       |
xml     | base                                  | libxml/
doc     | base                                  |
lang    | doc base                              | unicode/ hyphen.h libstemmer.h
style   | doc base                              |
font    | base                                  | hb* fontconfig/ ft2build.h freetype/ pango/ woff2/
image   | base                                  | png.h jpeglib.h jerror.h librsvg/ cairo* lcms2.h
read    | xml lang doc base                     |
matter  | lang doc base                         |
align   | lang doc base                         |
check   | lang doc base                         |
diff    | lang doc base                         |
shape   | font style lang doc base              | hb* pango/
line    | shape base                            |
page    | line shape image style doc base       |
pdf     | page shape font image xml doc base    | libdeflate.h zlib.h qpdf/
raster  | page shape font image doc base        | cairo* ft2build.h freetype/
preflight | base                                | qpdf/
html    | style lang image xml doc base         |
web     | html font lang doc xml base           |
epub    | html font lang doc xml base           | zip.h
export  | lang doc xml base                     |
cmd     | *                                     |
'
rules='include foreign header name length function build'

title_of() { # RULE
    case $1 in
    include) echo "folders include only what the table of the architecture allows" ;;
    foreign) echo "foreign libraries stay in the folder that owns them" ;;
    header) echo "no GLib in the public headers" ;;
    name) echo "each C file has a name of its own" ;;
    length) echo "files of src are at most 500 lines" ;;
    function) echo "functions are at most 60 lines" ;;
    build) echo "meson.build's table of folders is this one" ;;
    esac
}

# The includes of all files named, judged by the table: "RULE FILE:LINE: MESSAGE".
check_includes() {
    awk -v table="$table" '
        BEGIN {
            n = split(table, rows, "\n")
            for (i = 1; i <= n; i++) {
                if (split(rows[i], cell, "|") < 3) continue
                gsub(/ /, "", cell[1])
                folders[cell[1]] = 1
                m = split(cell[2], word, " ")
                for (j = 1; j <= m; j++) may[cell[1], word[j]] = 1
                owned[cell[1]] = cell[3]
                all_owned = all_owned " " cell[3]
            }
            split("arena.h diag.h diag-codes.h files.h json.h units.h", word, " ")
            for (j in word) base[word[j]] = 1
            standard = "^(assert|ctype|errno|fcntl|float|inttypes|iso646|limits|math|pthread|setjmp|" \
                "signal|stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|stdnoreturn|" \
                "string|strings|sys/[a-z]+|time|unistd|dirent|wchar|wctype|locale)[.]h$"
            glib = "^(glib[.]h|glib/.*)$"
            cplusplus = "^[a-z]+$"
        }
        function folder_of_header(name) {
            if (name in base) return "base"
            sub(/[.]h$/, "", name)
            if (!(name in folders)) sub(/-.*/, "", name)
            return name
        }
        function folder_of_file(path) {
            if (path ~ /^include\/diglot\//) return folder_of_header(substr(path, 16))
            if (path ~ /^src\/[^\/]*$/) return "cmd"
            sub(/^src\//, "", path)
            sub(/\/.*/, "", path)
            return path
        }
        function matches(name, list,    i, n, word, start) {
            n = split(list, word, " ")
            for (i = 1; i <= n; i++) {
                start = word[i]
                sub(/[*]$/, "", start)
                if (name == word[i] || (word[i] ~ /[*\/]$/ && index(name, start) == 1)) return 1
            }
            return 0
        }
        # There, or made by the build: named in the meson.build beside it.
        function exists(path,    line, build, name, is) {
            is = (getline line < path) >= 0
            close(path)
            name = path
            sub(/.*\//, "", name)
            build = path
            sub(/[^\/]*$/, "meson.build", build)
            while (!is && (getline line < build) > 0) is = index(line, "\047" name "\047")
            close(build)
            return is
        }
        function found(rule, message) { print rule " " FILENAME ":" FNR ": " message }
        FNR == 1 {
            me = folder_of_file(FILENAME)
            if (!(me in folders)) found("include", "the folder " me " is not in the table")
        }
        !/^[ \t]*#[ \t]*include/ { next }
        /^[ \t]*#[ \t]*include[ \t]*</ {
            name = $0
            sub(/^[^<]*</, "", name)
            sub(/>.*/, "", name)
            if (name ~ standard || name ~ glib || matches(name, owned[me])) next
            if (FILENAME ~ /[.]cc$/ && name ~ cplusplus) next
            if (matches(name, all_owned)) found("foreign", me " does not own <" name ">")
            else found("foreign", "no folder owns <" name ">")
            next
        }
        /^[ \t]*#[ \t]*include[ \t]*"/ {
            name = $0
            sub(/^[^"]*"/, "", name)
            sub(/".*/, "", name)
            if (name ~ /^diglot\//) {
                other = folder_of_header(substr(name, 8))
                if (!(other in folders)) found("include", name " belongs to no folder")
                else if (other != me && !((me, other) in may) && !((me, "*") in may))
                    found("include", me " may not include " name)
                next
            }
            beside = FILENAME
            sub(/[^\/]*$/, name, beside)
            # main.c stands outside the folder to which it belongs.
            if ((name ~ /\// && !(FILENAME == "src/main.c" && name ~ /^cmd\//)) || !exists(beside))
                found("include", name " is neither a public header nor one of the folder itself")
            else if (name ~ /[.]h$/ && name !~ /-internal[.]h$/)
                found("include", name " must be called *-internal.h")
            next
        }
        { found("include", "an include that names no file") }
    ' "$@"
}

# GLib in public headers, outside comments and strings.
check_headers() {
    awk '
        FNR == 1 { comment = 0 }
        /^[ \t]*#[ \t]*include[ \t]*<(glib|gio)/ { print "header " FILENAME ":" FNR ": includes GLib" }
        {
            line = $0
            code = ""
            while (line != "") {
                if (comment) {
                    end = index(line, "*/")
                    if (!end) break
                    line = substr(line, end + 2)
                    comment = 0
                } else if (match(line, /"([^"\\]|\\.)*"|\/[*]|\/\//)) {
                    code = code substr(line, 1, RSTART - 1) " "
                    what = substr(line, RSTART, 2)
                    line = what == "//" ? "" : substr(line, RSTART + RLENGTH)
                    comment = what == "/*"
                } else {
                    code = code line
                    line = ""
                }
            }
            types = "G[A-Z][a-z][A-Za-z]*|g_[a-z_]+|G_[A-Z_]+|gboolean|gpointer|gconstpointer|" \
                "gu?char|gunichar2?|gu?short|gu?int(8|16|32|64|ptr)?|gu?long|gs?size|gssize|" \
                "gdouble|gfloat"
            if (match(" " code " ", "[^A-Za-z0-9_](" types ")[^A-Za-z0-9_]"))
                print "header " FILENAME ":" FNR ": uses GLib:" substr(" " code " ", RSTART, RLENGTH)
        }
    ' "$@"
}

check_functions() {
    ctags --languages=C,C++ --kinds-C=f --kinds-C++=f --fields=+ne -f - "$@" | awk -F '\t' '
        /^!/ { next }
        {
            start = end = 0
            for (i = 4; i <= NF; i++) {
                if ($i ~ /^line:/) start = substr($i, 6)
                if ($i ~ /^end:/) end = substr($i, 5)
            }
            if (end - start + 1 > 60)
                print "function " $2 ":" start ": " $1 " has " end - start + 1 " lines"
        }'
}

# The rows ['NAME', ['NAME', ...], [...]], of the build against the table.
check_build() { # MESON_FILE
    awk -v table="$table" '
        BEGIN {
            n = split(table, rows, "\n")
            for (i = 1; i <= n; i++) {
                if (split(rows[i], cell, "|") < 3) continue
                gsub(/ /, "", cell[1])
                known[cell[1]] = 1
                m = split(cell[2], word, " ")
                for (j = 1; j <= m; j++) may[cell[1], word[j]] = 1
            }
        }
        /^[ \t]*\[\047[a-z]+\047, *\[[^]]*\],/ {
            split($0, part, /[][]/)
            name = part[2]
            gsub(/[^a-z]/, "", name)
            n_rows++
            if (!(name in known)) print "build " FILENAME ":" FNR ": " name " is not in the table"
            gsub(/[^a-z]+/, " ", part[3])
            m = split(part[3], word, " ")
            for (j = 1; j <= m; j++)
                if (!((name, word[j]) in may))
                    print "build " FILENAME ":" FNR ": " name " may not use " word[j]
        }
        END { if (!n_rows) print "build " FILENAME ":1: no row of a folder was found" }
    ' "$1"
}

# Everything that is wrong in the tree ROOT, one finding a line.
findings() ( # ROOT
    cd "$1" || exit 1
    sources=$(find src include -name '*.c' -o -name '*.h' -o -name '*.cc' | LC_ALL=C sort)
    headers=$(find include -name '*.h' | LC_ALL=C sort)
    bodies=$(find src -name '*.c' -o -name '*.cc' | LC_ALL=C sort)
    # No file name of the tree has a space in it.
    # shellcheck disable=SC2086
    {
        check_includes $sources
        check_headers $headers
        find src tests -name '*.c' | LC_ALL=C sort | awk -F / '
            $NF in first { print "name " $0 ":1: " first[$NF] " has the same name" }
            !($NF in first) { first[$NF] = $0 }'
        awk '
            function judge() { if (length_ > 500) print "length " name ":1: " length_ " lines" }
            FNR == 1 { judge(); name = FILENAME }
            { length_ = FNR }
            END { judge() }' $bodies
        command -v ctags >/dev/null && check_functions $bodies
        check_build meson.build
    }
)

# A tree in which every rule is broken once, and one file that breaks none.
write_bad_tree() { # ROOT
    mkdir -p "$1/src/base" "$1/src/doc" "$1/src/xml" "$1/src/page" "$1/include/diglot" "$1/tests"
    printf '%s\n' '#include <glib.h>' '#include <libxml/tree.h>' '#include "diglot/diag.h"' \
        '#include "good-internal.h"' >"$1/src/xml/good.c"
    echo 'int good;' >"$1/src/xml/good-internal.h"
    echo '#include "diglot/page.h"' >"$1/src/doc/upward.c"
    echo '#include "../page/page-internal.h"' >"$1/src/doc/sideways.c"
    echo '#include "good.h"' >"$1/src/xml/misnamed.c" && : >"$1/src/xml/good.h"
    echo '#include <libxml/tree.h>' >"$1/src/page/borrowed.c"
    echo '#include <curl/curl.h>' >"$1/src/page/unknown.c"
    printf '%s\n' '/* GList in a comment, "g_free" too, is fine. */' 'char *a; // gsize' \
        >"$1/include/diglot/arena.h"
    printf '%s\n' '/* over' ' GList */' 'GList *list;' >"$1/include/diglot/doc.h"
    : >"$1/src/base/twice.c" && : >"$1/src/doc/twice.c"
    awk 'BEGIN { for (i = 0; i < 501; i++) print "int a" i ";" }' >"$1/src/base/long.c"
    awk 'BEGIN { print "int f(void)\n{"; for (i = 0; i < 60; i++) print "    g();"; print "}" }' \
        >"$1/src/base/deep.c"
    echo "  ['doc', ['page', 'base'], []]," >"$1/meson.build"
}

number=0
failed=0
check() { # VERDICT TITLE
    number=$((number + 1))
    echo "$1 $number - $2"
    test "$1" = ok || failed=1
}

can_fail() {
    bad=$(mktemp -d) || exit 1
    trap 'rm -rf "$bad"' EXIT
    write_bad_tree "$bad"
    found=$(findings "$bad")
    while read -r rule file; do
        if [ "$rule" = function ] && ! command -v ctags >/dev/null; then continue; fi
        case $found in
        *"$rule $file:"*) check ok "a bad tree breaks the rule '$rule' in $file" ;;
        *) check "not ok" "a bad tree breaks the rule '$rule' in $file" ;;
        esac
    done <<EOF
include src/doc/upward.c
include src/doc/sideways.c
include src/xml/misnamed.c
foreign src/page/borrowed.c
foreign src/page/unknown.c
header include/diglot/doc.h
name src/doc/twice.c
length src/base/long.c
function src/base/deep.c
build meson.build
EOF
    case $found in
    *good.c* | *arena.h*) check "not ok" "nothing is found where nothing is wrong" ;;
    *) check ok "nothing is found where nothing is wrong" ;;
    esac
}

can_fail
root=${1:-$(dirname "$0")/..}
found=$(findings "$root")
for rule in $rules; do
    if [ "$rule" = function ] && ! command -v ctags >/dev/null; then
        check ok "$(title_of function) # SKIP universal-ctags is not installed"
        continue
    fi
    mine=$(echo "$found" | grep "^$rule " | sed "s/^$rule //")
    if [ -z "$mine" ]; then
        check ok "$(title_of "$rule")"
    else
        check "not ok" "$(title_of "$rule")"
        echo "$mine" | sed 's/^/# /'
    fi
done
echo "1..$number"
exit "$failed"
