#!/usr/bin/env bash
# Every check: format, lints, the frontend, the tests on SQLite and on PostgreSQL, then the scanner over
# the log of both runs.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
chmod 755 "$work"
postgres_bin=
cleanup() {
    # Its own file names the server's process: the one that was started may only be runuser's.
    if [ -n "$postgres_bin" ] && [ -e "$work/postgres/data/postmaster.pid" ]; then
        as_postgres "$postgres_bin/pg_ctl" stop -D "$work/postgres/data" -m immediate -s || true
    fi
    rm -rf "$work"
}
trap cleanup EXIT

# Where cargo puts what it builds; its cache may stand outside of this folder.
target=$(cargo metadata --locked --no-deps --format-version 1 | node -p 'JSON.parse(require("fs").readFileSync(0)).target_directory')
binary=$target/debug/muster

step() { printf '\n== %s (%ss)\n' "$1" "$SECONDS"; }

# PostgreSQL refuses to run as root; it then runs as the user its package made.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

free_port() {
    node -e "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close() })"
}

start_postgres() {
    local bin port
    bin=$(tests/prepare.sh postgres)
    port=${MUSTER_TEST_PORT:-$(free_port)}
    mkdir "$work/postgres"
    [ "$(id -u)" = 0 ] && chown postgres "$work/postgres"
    as_postgres "$bin/initdb" -D "$work/postgres/data" -U muster -A trust -E UTF8 --locale=C >"$work/initdb.log"
    postgres_bin=$bin
    # The tests lose nothing with the machine, so nothing waits for the disk.
    as_postgres "$bin/pg_ctl" start -s -w -t 60 -D "$work/postgres/data" -l "$work/postgres/log" -o "-h 127.0.0.1 -p $port \
        -k $work/postgres -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300"
    postgres_url="postgres://muster@127.0.0.1:$port"
}

step 'format and lints'
cargo fmt --all --check
cargo clippy --workspace --all-targets --locked -- -D warnings

step 'frontend'
(cd frontend && npm ci --no-audit --no-fund --loglevel=error)
(cd frontend && npx openapi-typescript openapi.json --default-non-nullable false -o "$work/schema.d.ts" >/dev/null)
diff -q "$work/schema.d.ts" frontend/src/api/schema.d.ts || { echo 'schema.d.ts is stale: npm run gen:api' >&2; exit 1; }
(cd frontend && npm run --silent typecheck && npm run --silent lint && npm run --silent build && npm run --silent test)

step 'the engine'
cargo test --locked -p search-index

step 'SQLite'
MUSTER_TEST_LOG="$work/sqlite.log.json" cargo test --locked -p muster

step 'the pages in a browser'
tests/prepare.sh browser
# The tests above have built the binary, which in this build sends frontend/dist as it lies there.
(cd frontend && MUSTER_BINARY="$binary" npm run --silent e2e)

step 'PostgreSQL'
start_postgres
MUSTER_TEST_DATABASE_URL="$postgres_url" MUSTER_TEST_LOG="$work/postgres.log.json" cargo test --locked -p muster --test main

step 'the scanner over both logs'
for log in sqlite postgres; do
    MUSTER_SCAN_LOG="$work/$log.log.json" cargo test --locked -q -p muster --test main scanner::
done

step 'kill -9 during writes'
# The tests above have built the binary.
node tests/kill.mjs 100 "$binary"

step 'two nodes on PostgreSQL'
as_postgres "$(tests/prepare.sh postgres)/createdb" -h 127.0.0.1 -p "${postgres_url##*:}" -U muster nodes
node tests/nodes.mjs "$postgres_url/nodes" "$binary"

step 'done'
