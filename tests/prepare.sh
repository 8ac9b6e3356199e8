#!/usr/bin/env bash
# Finds what a command needs beyond Rust, Node, make and a C compiler; installs it with apt when it may, or
# names it in one sentence.
#
#   tests/prepare.sh demo BINARY     fills an empty data folder with the demonstration world
#   tests/prepare.sh postgres        prints the folder of PostgreSQL's programs
#   tests/prepare.sh browser         makes sure of Chromium and a Chinese font
set -euo pipefail

demo() {
    local binary=$1 data=${MUSTER_DATA_DIR:-data}
    # Another database is the operator's own business.
    [ -n "${MUSTER_DATABASE_URL:-}" ] && return
    [ -e "$data/muster.db" ] && return
    # Made beside and put in place when it is whole: a broken-off one is never taken for finished.
    rm -rf "$data.new"
    MUSTER_DATA_DIR="$data.new" "$binary" demo
    [ -d "$data" ] && rmdir "$data"
    mv "$data.new" "$data"
}

find_postgres() {
    local folder
    for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then
            echo "$folder"
            return 0
        fi
    done
    return 1
}

postgres() {
    find_postgres && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql; } >&2
        find_postgres && return
    fi
    echo "PostgreSQL 15 or later is needed for the tests: install it with 'sudo apt-get install postgresql'." >&2
    return 1
}

find_browser() { command -v chromium >/dev/null && fc-list :lang=zh family 2>/dev/null | grep -q .; }

browser() {
    find_browser && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        {
            apt-get update -qq
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fontconfig fonts-noto-cjk
        } >&2
        find_browser && return
    fi
    echo "Chromium and a Chinese font are needed for the tests of the pages: 'sudo apt-get install chromium fonts-noto-cjk'." >&2
    return 1
}

"$@"
