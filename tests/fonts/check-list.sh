#!/bin/sh
# check-list.sh FONTS.LIST - the faces of the list are what the packages really hold, as a TAP test.
set -u

tab=$(printf '\t')
number=0
status=0
installed=$(fc-list -f '%{family[0]}\t%{weight}\t%{slant}\t%{file}\n')
while IFS=$tab read -r family style file package; do
    case $family in '#'* | '') continue ;; esac
    number=$((number + 1))
    # Fontconfig's scale: 80 regular, 200 bold; slant 0 upright, 100 italic.
    found=$(echo "$installed" | awk -F '\t' -v file="/$file" '
        substr($4, length($4) - length(file) + 1) == file {
            print $1 "\t" ($2 == 80 ? 400 : $2 == 200 ? 700 : "weight " $2) " " ($3 == 0 ? "normal" : "italic")
        }' | sort -u)
    if [ "$found" = "$family$tab$style" ]; then
        echo "ok $number - $family $style is $file of $package"
    else
        echo "not ok $number - $family $style is $file of $package"
        echo "# found: ${found:-no such file among the installed fonts}"
        status=1
    fi
done <"$1"
echo "1..$number"
exit "$status"
