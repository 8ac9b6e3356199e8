//! Every setting: its name, meaning and default. Read from a file, then from the environment
//! (`MUSTER_` and the name in capitals). An unknown name is an error.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// All settings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// `sqlite:PATH` or `postgres://…`.
    pub database_url: String,
    /// Folder of what this node keeps: the search index, and by default the database and the key file.
    pub data_dir: PathBuf,
    /// File with the master keys, mode 0400. `MUSTER_KEY` in the environment goes before it.
    pub key_file: Option<PathBuf>,
    /// Address and port to serve.
    pub listen: String,
    /// Address under which people reach the site, for links that leave it: `https://jzh.example.gov.cn`.
    /// By default the address it listens on.
    pub public_url: Option<String>,
    /// Threads that read the database.
    pub readers: u32,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Level of the log: error, warn, info, debug.
    pub log: String,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            database_url: String::new(),
            data_dir: PathBuf::from("data"),
            key_file: None,
            listen: "127.0.0.1:8080".to_owned(),
            public_url: None,
            readers: 4,
            trusted_proxies: Vec::new(),
            log: "info".to_owned(),
        }
    }
}

impl Config {
    /// Reads the file, if one is named, then the environment.
    pub fn load(file: Option<&Path>) -> Result<Config, String> {
        let mut table = match file {
            None => toml::Table::new(),
            Some(path) => {
                let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
                text.parse::<toml::Table>().map_err(|error| format!("{}: {error}", path.display()))?
            }
        };
        for (name, value) in std::env::vars() {
            let Some(name) = name.strip_prefix("MUSTER_") else { continue };
            // The key is no setting that could be printed, and the tests' database is not ours.
            if name == "KEY" || name.starts_with("TEST_") {
                continue;
            }
            table.insert(name.to_lowercase(), from_text(&name.to_lowercase(), value));
        }
        let mut config: Config = table.try_into().map_err(|error: toml::de::Error| error.to_string())?;
        if config.database_url.is_empty() {
            config.database_url = format!("sqlite:{}", config.data_dir.join("muster.db").display());
        }
        Ok(config)
    }

    /// Without a slash at its end.
    pub fn public_url(&self) -> String {
        let own = || format!("http://{}", self.listen);
        self.public_url.clone().unwrap_or_else(own).trim_end_matches('/').to_owned()
    }

    pub fn index_dir(&self) -> PathBuf {
        self.data_dir.join("index")
    }

    pub fn key_file(&self) -> PathBuf {
        self.key_file.clone().unwrap_or_else(|| self.data_dir.join("key"))
    }
}

/// The environment has only text; two settings are something else.
fn from_text(name: &str, value: String) -> toml::Value {
    match name {
        "readers" => value.parse().map_or(toml::Value::String(value), toml::Value::Integer),
        "trusted_proxies" => {
            let parts = value.split(',').map(str::trim).filter(|part| !part.is_empty());
            toml::Value::Array(parts.map(|part| toml::Value::String(part.to_owned())).collect())
        }
        _ => toml::Value::String(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_setting_is_an_error() {
        let table: toml::Table = "listn = 'x'".parse().expect("toml");
        let error = table.try_into::<Config>().expect_err("refused");
        assert!(error.to_string().contains("listn"), "{error}");
    }
}
