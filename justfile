set positional-arguments
set shell := ["bash", "-euo", "pipefail", "-c"]

# Shows the recipes.
default:
    @just --list

# Compiles everything, tests and benches included.
check:
    cargo check --locked --all-targets

# Formats the code.
fmt:
    cargo fmt --all

# Lints everything; a warning is an error.
lint:
    cargo clippy --locked --all-targets -- -D warnings

# Runs the tests, or those whose name contains an argument.
test *ARGS:
    cargo test --locked "$@"

# Builds the documentation; a warning is an error.
doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps

# Checks licences, bans and sources of the dependencies.
deny:
    #!/usr/bin/env bash
    set -euo pipefail
    if ! cargo deny --version >/dev/null 2>&1; then
        echo "skipped: cargo-deny is not installed, so licences, bans and sources were not checked" >&2
        exit 0
    fi
    cargo deny --locked check --hide-inclusion-graph licenses bans sources

# Checks the dependencies for known vulnerabilities, where the database can be had.
advisories:
    #!/usr/bin/env bash
    set -euo pipefail
    if ! cargo deny --version >/dev/null 2>&1; then
        echo "skipped: cargo-deny is not installed, so advisories were not checked" >&2
    elif ! GIT_TERMINAL_PROMPT=0 timeout 120 cargo deny --locked fetch db >/dev/null 2>&1; then
        echo "skipped: the advisory database cannot be had here, so advisories were not checked" >&2
    else
        cargo deny --locked check --disable-fetch advisories
    fi

# Looks at the report as a page in a headless Chromium, where there is one; with a folder, leaves pictures there.
html *PICTURES: _program
    tests/html/run "$@"

# Counts rehearsed sessions again by other code, and holds every format of the report against that.
recount *FOLDER: _program
    tests/recount/run "$@"

# Holds a workshop with clients of another make, in Python and Node, and counts what they did.
foreign: _program
    tests/foreign/run

# Holds how websockets are spoken here against the Autobahn test suite; with a folder, leaves its reports there.
conformance *REPORTS:
    tests/conformance/run "$@"

# Bends files, frames and lines of plain mode for so many seconds each, and looks whether anything stumbles.
fuzz SECONDS="600":
    HALTE_FUZZ_SECONDS="$1" cargo test --locked --test it hostile -- --test-threads=2

# What takes long: moments at which programs and screens are killed and a crowd of a thousand, each for so many minutes; then what has to
# wait for somebody's patience, networks of its own, and every bit of a journal.
soak MINUTES="10": _program
    #!/usr/bin/env bash
    set -euo pipefail
    export HALTE_SOAK_SECONDS="$(( $1 * 60 ))" HALTE_SOAK_MOMENTS=44 HALTE_TEST_PATIENCE=300
    for what in processes::moments terminal::moments processes::thousand processes::long journal::every_bit; do
        cargo test --locked --test it "$what" -- --nocapture
    done

_program:
    cargo test --locked --test it --no-run

# Everything that has to hold before a change lands.
ci: _formatted lint test html recount foreign conformance doc deny advisories

_formatted:
    cargo fmt --all --check

# Runs halte with the arguments given.
run *ARGS:
    cargo run --locked -- "$@"

# Plays a whole workshop with simulated participants.
rehearse *ARGS:
    cargo run --locked --release -- rehearse "$@"

# Runs the benchmarks.
bench *ARGS:
    cargo bench --locked "$@"

# Says how good suggestions are on labelled statements, or by cross-validation on the shipped examples.
evaluate *FILES:
    cargo bench --locked --bench evaluate -- "$@"
