#!/usr/bin/env bash
# Every check: format, lints, the frontend, the tests on SQLite and on PostgreSQL, then the scanner over
# the log of both runs.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
chmod 755 "$work"
postgres_pid=
cleanup() {
    if [ -n "$postgres_pid" ]; then kill -INT "$postgres_pid" 2>/dev/null && wait "$postgres_pid" 2>/dev/null || true; fi
    rm -rf "$work"
}
trap cleanup EXIT

step() { printf '\n== %s (%ss)\n' "$1" "$SECONDS"; }

# PostgreSQL refuses to run as root; it then runs as the user its package made.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgres() {
    local bin port=${MUSTER_TEST_PORT:-54329} try
    bin=$(tests/prepare.sh postgres)
    mkdir "$work/postgres"
    [ "$(id -u)" = 0 ] && chown postgres "$work/postgres"
    as_postgres "$bin/initdb" -D "$work/postgres/data" -U muster -A trust -E UTF8 --locale=C >"$work/initdb.log"
    # The tests lose nothing with the machine, so nothing waits for the disk.
    as_postgres "$bin/postgres" -D "$work/postgres/data" -h 127.0.0.1 -p "$port" -k "$work/postgres" \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 >"$work/postgres.log" 2>&1 &
    postgres_pid=$!
    for try in $(seq 100); do
        "$bin/pg_isready" -q -h 127.0.0.1 -p "$port" && break
        [ "$try" = 100 ] && { cat "$work/postgres.log" >&2; return 1; }
        sleep 0.1
    done
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

step 'PostgreSQL'
start_postgres
MUSTER_TEST_DATABASE_URL="$postgres_url" MUSTER_TEST_LOG="$work/postgres.log.json" cargo test --locked -p muster --test main

step 'the scanner over both logs'
for log in sqlite postgres; do
    MUSTER_SCAN_LOG="$work/$log.log.json" cargo test --locked -q -p muster --test main scanner::
done

step 'kill -9 during writes'
# The tests above have built the binary.
node tests/kill.mjs 100 target/debug/muster

step 'two nodes on PostgreSQL'
as_postgres "$(tests/prepare.sh postgres)/createdb" -h 127.0.0.1 -p "${postgres_url##*:}" -U muster nodes
node tests/nodes.mjs "$postgres_url/nodes" target/debug/muster

step 'done'
