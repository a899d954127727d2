# A thin front of Meson: every rule lives in the meson.build files, every package in tests/tools/packages.list.
#
#   make volume    install what is missing, compile, build content/forum-2024 into build/editions
#   make test      install what is missing, compile with sanitizers, run all tests
#   make bench     the benchmarks, in the release build
#   make format    lay out the C sources by .clang-format
#   make clean     empty build/

VOLUME = forum-2024
DIGLOT = build/release/diglot

.PHONY: volume test bench format clean

volume:
	@sh tests/tools/need.sh volume
	@test -f build/release/build.ninja || meson setup build/release --buildtype=release
	@meson compile -C build/release diglot
	@$(DIGLOT) build content/$(VOLUME)
	@echo "The editions lie in build/editions/$(VOLUME):" && ls build/editions/$(VOLUME)

test:
	@sh tests/tools/need.sh test
	@sh tests/tools/node-modules.sh build/test-node
	@test -f build/test/build.ninja || meson setup build/test \
	    -Ddebug=true -Doptimization=1 -Db_sanitize=address,undefined -Dwerror=true
	@meson compile -C build/test
	@rm -f build/test/meson-logs/testlog.json
	@meson test -C build/test --no-rebuild --print-errorlogs || true
	@python3 tests/tools/summary.py build/test/meson-logs/testlog.json

bench:
	@sh tests/tools/need.sh bench
	@test -f build/release/build.ninja || meson setup build/release --buildtype=release
	@meson compile -C build/release
	@meson test -C build/release --no-rebuild --benchmark --verbose

format:
	@git ls-files '*.c' '*.h' '*.cc' | xargs clang-format -i

clean:
	@find build -mindepth 1 ! -name .gitignore -delete
