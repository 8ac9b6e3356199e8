//! A PostgreSQL server for the occasion: made by `initdb`, heard only on a socket in its own folder,
//! stopped and removed in the end.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};

const USER: &str = "muster";

/// A running server.
pub struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
}

impl Cluster {
    /// # Errors
    /// No PostgreSQL is installed, or it does not start; the sentence says which.
    pub fn start() -> Result<Cluster> {
        let programs = programs().ok_or_else(|| {
            Error::internal(
                "没有找到 PostgreSQL（initdb）。请安装 postgresql，或用 MUSTER_TEST_DATABASE_URL 指定一个服务器",
            )
        })?;
        let folder = std::env::temp_dir().join(format!("muster-bench-postgres-{}", std::process::id()));
        let text = folder.to_string_lossy().into_owned();
        // The folder is not made here: the server's user has to own it.
        let this = Cluster { programs, folder };
        this.run("initdb", &["-D", &text, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"])?;
        let log = this.folder.join("log");
        let options = format!("-k {text} -c listen_addresses='' -c max_connections=10");
        this.run("pg_ctl", &["-D", &text, "-w", "-t", "60", "-l", &log.to_string_lossy(), "-o", &options, "start"])?;
        Ok(this)
    }

    pub fn url(&self) -> String {
        format!("postgresql://{USER}@/postgres?host={}", self.folder.display())
    }

    /// PostgreSQL refuses to run as root, so root runs it as its own user.
    fn run(&self, program: &str, arguments: &[&str]) -> Result<()> {
        let path = self.programs.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(&path);
            command
        } else {
            Command::new(&path)
        };
        // A folder that the server's user cannot enter would fail it for no reason.
        let output = command.args(arguments).current_dir("/").output().map_err(Error::internal)?;
        if output.status.success() {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        Err(Error::internal(format!("{program}: {}", said.lines().last().unwrap_or("it failed and said nothing"))))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if !self.folder.exists() {
            return;
        }
        let folder = self.folder.to_string_lossy().into_owned();
        // It finds the server by the process id in its own folder.
        if self.folder.join("postmaster.pid").exists()
            && let Err(error) = self.run("pg_ctl", &["-D", &folder, "-m", "fast", "-w", "stop"])
        {
            tracing::warn!(%error, "bench_postgres_left");
            return;
        }
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            tracing::warn!(%error, "bench_folder_left");
        }
    }
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// Where `initdb` is: the newest of Debian's folders, else on the path.
fn programs() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, path)| path.join("initdb").exists())
        .collect();
    versions.sort();
    let on_path = || {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).find(|folder| Path::new(folder).join("initdb").exists())
    };
    versions.pop().map(|(_, path)| path).or_else(on_path)
}
