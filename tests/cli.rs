//! The binary itself: its words, its exit codes, and what it prints where.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

/// A data folder of its own, on SQLite, removed in the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("muster-cli-{}-{count}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
        // Only what this test sets: the machine's own settings are none of its business.
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("MUSTER_")) {
            command.env_remove(name);
        }
        command.env("MUSTER_DATA_DIR", &self.0).args(arguments).output().expect("it runs")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[test]
fn help_teaches() {
    let folder = Folder::new();
    let help = folder.run(&["--help"]);
    assert_eq!(code(&help), 0);
    for words in ["Examples:", "Exit codes:", "MUSTER_DATABASE_URL", "verify"] {
        assert!(stdout(&help).contains(words), "{words}");
    }
    for command in ["serve", "import", "match", "weights", "eval", "bench", "admin", "verify"] {
        assert_eq!(code(&folder.run(&[command, "--help"])), 0, "{command}");
    }
    assert_eq!(std::fs::read_dir(&folder.0).expect("a folder").count(), 0, "help touches nothing");
}

#[test]
fn what_is_not_understood_exits_with_2() {
    let folder = Folder::new();
    assert_eq!(code(&folder.run(&["--unknown"])), 2);
    assert_eq!(code(&folder.run(&["match", "person", "not-an-id"])), 2);
    let file = folder.0.join("muster.toml");
    std::fs::write(&file, "listn = '127.0.0.1:1'\n").expect("written");
    let misspelt = folder.run(&["verify", "--config", &file.to_string_lossy()]);
    assert_eq!(code(&misspelt), 2);
    assert!(stderr(&misspelt).contains("listn"), "{}", stderr(&misspelt));
}

#[test]
fn a_fresh_database_verifies() {
    let folder = Folder::new();
    let verified = folder.run(&["verify"]);
    assert_eq!(code(&verified), 0, "{}", stderr(&verified));
    assert!(stdout(&verified).lines().count() > 5 && !stdout(&verified).contains('✗'), "{}", stdout(&verified));
    let checks: serde_json::Value = serde_json::from_str(&stdout(&folder.run(&["verify", "--json"]))).expect("JSON");
    assert!(checks.as_array().is_some_and(|checks| checks.iter().all(|check| check["passed"] == true)));
}

#[test]
fn a_changed_journal_does_not_verify() {
    let folder = Folder::new();
    assert_eq!(code(&folder.run(&["admin", "bootstrap-code"])), 0);
    // Whoever holds the file can take the trigger away; the chain is what shows it.
    let edited = "DROP TRIGGER journal_no_update; UPDATE journal SET subject = 'somebody else'";
    edit(&folder.0.join("muster.db"), edited);
    let verified = folder.run(&["verify"]);
    assert_eq!(code(&verified), 1);
    assert!(stdout(&verified).contains('✗') && stdout(&verified).contains('1'), "{}", stdout(&verified));
}

fn edit(database: &Path, sql: &str) {
    use diesel::Connection;
    use diesel::connection::SimpleConnection;
    let mut db = diesel::SqliteConnection::establish(&database.to_string_lossy()).expect("opened");
    db.batch_execute(sql).expect("edited");
}

#[test]
fn what_does_not_exist_exits_with_3() {
    let folder = Folder::new();
    let unknown = "00000000-0000-4000-8000-000000000001";
    for arguments in [["match", "person", unknown], ["match", "position", unknown], ["admin", "retry-job", unknown]] {
        let refused = folder.run(&arguments);
        assert_eq!(code(&refused), 3, "{arguments:?}: {}", stderr(&refused));
        assert!(stderr(&refused).contains("not_found") && refused.stdout.is_empty(), "{}", stderr(&refused));
    }
    let json = folder.run(&["match", "person", unknown, "--json"]);
    let last = stderr(&json).lines().last().map(str::to_owned).unwrap_or_default();
    let problem: serde_json::Value = serde_json::from_str(&last).expect("JSON");
    assert_eq!(problem["code"], "not_found");
}

#[test]
fn weights_are_listed_and_nobody_unknown_proposes_or_accepts() {
    let folder = Folder::new();
    let listed = folder.run(&["weights", "list"]);
    assert_eq!(code(&listed), 0, "{}", stderr(&listed));
    let rows: Vec<String> = stdout(&listed).lines().map(str::to_owned).collect();
    assert!(rows.len() == 2 && rows[1].contains("在用") && rows[1].contains("36"), "{rows:?}");
    let (unknown, out) = ("00000000-0000-4000-8000-000000000001", folder.0.join("weights.md"));
    let out = out.to_string_lossy();
    let today = chrono::Utc::now().date_naive().to_string();
    let proposed = folder.run(&["weights", "propose", "--since", &today, "--out", &out, "--by", unknown]);
    assert_eq!(code(&proposed), 3, "{}", stderr(&proposed));
    let long_ago = folder.run(&["weights", "propose", "--since", "2020-01-01", "--out", &out, "--by", unknown]);
    assert!(stderr(&long_ago).contains("invalid_query"), "{}", stderr(&long_ago));
    assert!(!Path::new(&*out).exists(), "a refusal leaves no report");
    assert_eq!(code(&folder.run(&["weights", "accept", "1001", "--by", unknown])), 3);
    assert_eq!(code(&folder.run(&["weights", "propose", "--since", "yesterday", "--out", &out, "--by", unknown])), 2);
}

#[test]
fn a_failure_is_one_sentence() {
    let folder = Folder::new();
    let failed = folder.run(&["eval", "occupations", "--pairs", "no/such/file.tsv"]);
    assert_eq!(code(&failed), 1);
    assert_eq!(stderr(&failed).lines().count(), 1, "{}", stderr(&failed));
    assert!(stderr(&failed).contains("no/such/file.tsv"));
}

#[test]
fn an_import_that_is_not_there_cannot_be_undone() {
    let folder = Folder::new();
    let refused = folder.run(&["import", "undo", "00000000-0000-4000-8000-000000000001"]);
    assert_eq!(code(&refused), 3, "{}", stderr(&refused));
}
