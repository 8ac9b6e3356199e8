# The two commands are `make run` and `make test`; what they need beyond Rust, Node, make and a C compiler
# they find, or install with apt when they are root, or name.
# Where cargo puts what it builds.
target = $(or $(CARGO_TARGET_DIR),target)

.PHONY: run test bench dev shots frontend

run: frontend
	cargo build --release --locked
	tests/prepare.sh demo $(target)/release/muster
	$(target)/release/muster serve

test:
	tests/run.sh

bench: frontend
	cargo bench --locked -p search-index --bench pieces
	cargo build --release --locked
	$(target)/release/muster bench match --positions 20000 --people 2000 --compare postgres,sqlite

# Pictures of every page of a fresh demonstration world, for anybody to look at.
shots: frontend
	cargo build --locked
	tests/prepare.sh browser
	cd frontend && MUSTER_BINARY=$(abspath $(target))/debug/muster npm run --silent shots -- $(abspath $(or $(FOLDER),shots))

dev:
	cd frontend && npm run dev

frontend: frontend/dist/index.html

frontend/dist/index.html: frontend/package-lock.json $(shell find frontend/src frontend/index.html frontend/*.ts frontend/*.json -type f 2>/dev/null)
	cd frontend && npm ci --no-audit --no-fund && npm run build
