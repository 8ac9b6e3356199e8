//! What we agreed on: layers, sizes, and that nothing declared lies unused. Reads the source as text.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Capabilities from low to high; one may use those before it, never those after.
const CAPABILITIES: [&str; 6] = ["access", "stations", "specialities", "people", "employers", "matching"];
/// What stands below every capability.
const BELOW: [&str; 5] = ["types", "store", "error", "clock", "config"];
const FILE_LINES_MAX: usize = 500;
const FUNCTION_LINES_MAX: usize = 70;

struct Source {
    path: String,
    text: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source");
                let path = path.strip_prefix(root()).expect("inside").display().to_string();
                found.push(Source { path, text });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// The lines that name `name` in code: not in comments, not in the tests at a file's end.
fn uses(source: &Source, name: &str) -> bool {
    let code = source.text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(name))
}

fn capability(path: &str) -> Option<usize> {
    let folder = path.strip_prefix("src/")?.split('/').next()?;
    CAPABILITIES.iter().position(|name| *name == folder)
}

fn file(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// The layer a file belongs to: a folder `routes/` holds parts of `routes.rs`.
fn layer(path: &str) -> &str {
    if path.contains("/routes/") { "routes.rs" } else { file(path) }
}

/// Every breach of the layers as "file: rule".
fn breaches(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        let path = source.path.as_str();
        let mut forbid = |name: &str, rule: &str| {
            if uses(source, name) {
                found.push(format!("{path}: {rule} ({name})"));
            }
        };
        if let Some(own) = capability(path) {
            for higher in &CAPABILITIES[own + 1..] {
                // The session tells the seeker's profile id, and that is all access knows of people.
                if !(path == "src/access/routes.rs" && *higher == "people") {
                    forbid(&format!("crate::{higher}"), "a capability calls downwards only");
                }
            }
            match layer(path) {
                "rules.rs" => {
                    for name in
                        ["diesel", "actix", "tracing", "async ", "crate::store", "crate::config", "Clock", "rand"]
                    {
                        forbid(name, "rules are pure");
                    }
                }
                "model.rs" => {
                    for name in ["actix", "Store"] {
                        forbid(name, "a model holds nouns");
                    }
                }
                "actions.rs" => {
                    for name in ["actix", "diesel::", "search_index"] {
                        forbid(name, "actions know neither SQL nor HTTP nor the index");
                    }
                }
                "store.rs" => {
                    for name in ["actix", "super::rules", "search_index"] {
                        forbid(name, "a store holds SQL");
                    }
                }
                "routes.rs" => {
                    for name in ["diesel::", "store::schema"] {
                        forbid(name, "routes know no SQL");
                    }
                }
                _ => {}
            }
            if !matches!(layer(path), "store.rs" | "model.rs") {
                forbid("store::schema", "only store files know SQL");
            }
        }
        let top = path.strip_prefix("src/").and_then(|rest| rest.split(['/', '.']).next()).unwrap_or_default();
        if BELOW.contains(&top) {
            for name in CAPABILITIES {
                forbid(&format!("crate::{name}"), "what stands below knows no capability");
            }
        }
        if top == "types" {
            forbid("crate::store", "types know nothing of ours");
        }
        if path.starts_with("search-index/") {
            for name in ["muster", "diesel", "actix"] {
                forbid(&format!("{name}::"), "the engine knows tantivy, not us");
            }
        }
    }
    found
}

#[test]
fn layers_hold() {
    let mut all = sources("src");
    all.extend(sources("search-index/src"));
    let found = breaches(&all);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_planted_breach_is_seen() {
    let plant = |path: &str, text: &str| breaches(&[Source { path: path.to_owned(), text: text.to_owned() }]).len();
    assert_eq!(plant("src/people/rules.rs", "use crate::store::Tx;\n"), 1);
    assert_eq!(plant("src/access/actions.rs", "use crate::matching::feed;\n"), 1);
    assert_eq!(plant("src/people/routes.rs", "use diesel::prelude::*;\n"), 1);
    assert_eq!(plant("src/types/money.rs", "use crate::people::model::Person;\n"), 1);
    assert_eq!(plant("src/people/rules.rs", "// use crate::store::Tx;\n"), 0);
}

#[test]
fn write_actions_ask_and_record() {
    for source in sources("src").iter().filter(|source| file(&source.path) == "actions.rs") {
        let functions = functions(&source.text);
        for (name, body) in &functions {
            let is_verb = body.starts_with("pub fn") && body.contains("tx: &mut Tx") && body.contains("actor: &Actor");
            if !is_verb {
                continue;
            }
            let has = |call: &str| {
                body.contains(call)
                    || functions.iter().any(|(other, inner)| {
                        other != name
                            && inner.starts_with("fn ")
                            && body.contains(&format!("{other}("))
                            && inner.contains(call)
                    })
            };
            assert!(has("may("), "{}: {name} does not ask may(", source.path);
            assert!(has("record(") || has("record_with("), "{}: {name} does not record(", source.path);
        }
    }
}

/// (name, text from its signature to its closing brace) of the functions at the left edge and in impls.
fn functions(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let rest = line.trim_start();
        let is_function = ["fn ", "pub fn ", "pub(crate) fn ", "pub(super) fn ", "async fn ", "pub async fn "]
            .iter()
            .any(|start| rest.starts_with(start));
        if !is_function || rest.ends_with(';') {
            continue;
        }
        let close = format!("{}}}", " ".repeat(indent));
        let end = (start..lines.len()).find(|&i| lines[i] == close).unwrap_or(start);
        let name = rest.split("fn ").nth(1).unwrap_or_default().split(['(', '<']).next().unwrap_or_default();
        let body = lines[start..=end].iter().map(|line| line.trim_start()).collect::<Vec<_>>().join("\n");
        found.push((name.to_owned(), body));
    }
    found
}

#[test]
fn files_and_functions_fit_a_screen() {
    let mut all = sources("src");
    all.extend(sources("search-index/src"));
    all.extend(sources("tests"));
    let mut found = Vec::new();
    for source in &all {
        let lines = source.text.lines().count();
        if lines > FILE_LINES_MAX && !LONG_FILES.contains(&source.path.as_str()) {
            found.push(format!("{} has {lines} lines", source.path));
        }
        for (name, body) in functions(&source.text) {
            let lines = body.lines().count();
            let is_test = source.path.contains("tests");
            if lines > FUNCTION_LINES_MAX && !is_test {
                found.push(format!("{}: {name} has {lines} lines", source.path));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Files that are one table.
const LONG_FILES: [&str; 0] = [];

#[test]
fn every_error_code_is_raised() {
    let all: String = sources("src")
        .iter()
        .filter(|source| source.path != "src/error.rs")
        .map(|source| source.text.as_str())
        .collect();
    let own = std::fs::read_to_string(root().join("src/error.rs")).expect("the table");
    let rest = own.split("pub type Result").nth(1).expect("what follows the table");
    for code in muster::error::Code::ALL {
        let name = format!("Code::{code:?}");
        let is_raised = [all.as_str(), rest].iter().any(|text| {
            text.match_indices(&name).any(|(at, _)| !text[at + name.len()..].starts_with(|c: char| c.is_alphanumeric()))
        });
        assert!(is_raised, "{name} is raised nowhere");
    }
}

#[test]
fn every_event_is_recorded() {
    let all: String = sources("src")
        .iter()
        .filter(|source| source.path != "src/store/journal.rs" && source.path != "src/matching/feed.rs")
        .map(|source| source.text.as_str())
        .collect();
    for event in muster::store::journal::Event::ALL {
        assert!(all.contains(&format!("Event::{event:?}")), "{event:?} is recorded nowhere");
    }
}

#[test]
fn versions_stay_above_their_floors() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).expect("the lock file");
    let floors = [
        ("jsonwebtoken", [10, 3, 0]),
        ("actix-http", [3, 18, 11]),
        ("tantivy", [0, 27, 0]),
        ("libsqlite3-sys", [0, 37, 0]),
        ("diesel", [2, 3, 10]),
        ("quick-xml", [0, 41, 0]),
        ("zip", [2, 3, 0]),
        ("time", [0, 3, 47]),
        ("lru", [0, 18, 2]),
        ("memmap2", [0, 9, 11]),
        ("oneshot", [0, 1, 12]),
        ("aws-lc-sys", [0, 39, 0]),
        ("tracing-subscriber", [0, 3, 20]),
    ];
    for (name, floor) in floors {
        for found in versions(&lock, name) {
            assert!(found >= floor, "{name} {found:?} is below {floor:?}");
        }
    }
    for banned in ["rsa", "h2", "dotenv", "atty", "serde_yaml", "openssl-sys", "lettre-sendmail", "actix-files"] {
        assert!(versions(&lock, banned).is_empty(), "{banned} is in the lock file");
    }
}

fn versions(lock: &str, name: &str) -> Vec<[u32; 3]> {
    let head = format!("name = \"{name}\"\nversion = \"");
    lock.split(&head)
        .skip(1)
        .filter_map(|rest| {
            let text = rest.split(['"', '-', '+']).next()?;
            let mut parts = text.split('.').map(|part| part.parse().unwrap_or(0));
            Some([parts.next()?, parts.next()?, parts.next()?])
        })
        .collect()
}

#[test]
fn every_request_type_refuses_unknown_fields() {
    for source in sources("src").iter().filter(|source| layer(&source.path) == "routes.rs") {
        let mut derives = String::new();
        for line in source.text.lines() {
            if line.starts_with('#') {
                derives.push_str(line);
            } else {
                let is_input = line.starts_with("pub struct") && (line.contains("Input") || line.contains("Params"));
                let strict = derives.contains("deny_unknown_fields");
                assert!(!is_input || strict, "{}: {line} accepts unknown fields", source.path);
                derives.clear();
            }
        }
    }
}

#[test]
fn names_of_files_say_what_they_answer() {
    let names: BTreeSet<String> = sources("src").into_iter().map(|source| source.path).collect();
    for banned in ["utils", "helpers", "common", "manager", "misc"] {
        assert!(!names.iter().any(|path| file(path).trim_end_matches(".rs") == banned), "{banned}");
    }
}
