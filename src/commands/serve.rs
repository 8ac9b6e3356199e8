//! Opening what a command works with, and serving it.

use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use search_index::Index;

use crate::access::passwords::{Cost, Passwords};
use crate::access::{Actor, actions, store as access};
use crate::clock::Clock;
use crate::config::Config;
use crate::error::{Code, Error, Result};
use crate::server::{self, App};
use crate::store::journal::Author;
use crate::store::sealed::{Keys, Purpose, random_token, to_hex};
use crate::store::{Ids, Store};
use crate::worker;

/// Opens the store a configuration names, making the data folder and the key file if they are missing.
pub fn open_store(config: &Config) -> Result<Store> {
    let mut folder = std::fs::DirBuilder::new();
    folder.recursive(true).mode(0o700).create(&config.data_dir).map_err(Error::internal)?;
    let url = config.database_url.parse().map_err(Error::internal)?;
    let store = Store::open(&url, config.readers, keys(config)?, Clock::System, Ids::Random)?;
    check_key(&store)?;
    Ok(store)
}

/// Refuses a key that is not the one this database was begun with: with it nothing could be read, and what
/// is written could not be read later.
fn check_key(store: &Store) -> Result<()> {
    let own = to_hex(&store.keys.mac(Purpose::KeyCheck, b"muster"));
    let kept = store.read_now(|db| access::fact(db, KEY_CHECK))?;
    match kept {
        Some(kept) if kept == own => Ok(()),
        Some(_) => {
            let why = "the key is not the one this database was begun with: put the right key file in its place";
            Err(Error::new(Code::WrongState).detail(why))
        }
        None => store.write_now(Author::SYSTEM, |tx| {
            access::set_fact(tx, KEY_CHECK, Some(&own))?;
            access::set_fact(tx, INSTANCE, Some(&random_token()?))
        }),
    }
}

const KEY_CHECK: &str = "key_check";
const INSTANCE: &str = "instance";

/// The master keys: from `MUSTER_KEY`, else from the key file, else new ones in a new key file.
fn keys(config: &Config) -> Result<Keys> {
    if let Ok(text) = std::env::var("MUSTER_KEY") {
        return Keys::parse(&text).map_err(Error::internal);
    }
    let path = config.key_file();
    if !path.exists() {
        let mut options = std::fs::OpenOptions::new();
        let mut file = options.write(true).create_new(true).mode(0o400).open(&path).map_err(Error::internal)?;
        file.write_all(Keys::generate()?.as_bytes()).map_err(Error::internal)?;
        file.sync_all().map_err(Error::internal)?;
        eprintln!(
            "A new key was made: {}. Keep a copy in a safe place: without it the data cannot be read.",
            path.display()
        );
    }
    let mode = std::fs::metadata(&path).map_err(Error::internal)?.permissions().mode() & 0o777;
    if mode & 0o377 != 0 {
        return Err(Error::internal(format!(
            "the key file has mode {mode:o}; it must be 400: chmod 400 {}",
            path.display()
        )));
    }
    Keys::parse(&std::fs::read_to_string(&path).map_err(Error::internal)?).map_err(Error::internal)
}

/// Opens the index of this node. One that was made from another database is emptied, and so rebuilt.
pub fn open_index(dir: &Path, store: &Store) -> Result<Index> {
    std::fs::create_dir_all(dir).map_err(Error::internal)?;
    let index = Index::open(dir)?;
    let instance = store.read_now(|db| access::fact(db, INSTANCE))?.unwrap_or_default();
    let note = dir.with_extension("instance");
    if std::fs::read_to_string(&note).unwrap_or_default() != instance {
        if index.cursor() > 0 {
            index.clear()?;
        }
        std::fs::write(&note, &instance).map_err(Error::internal)?;
    }
    if index.rebuilt() {
        tracing::warn!("index_rebuilt");
    }
    Ok(index)
}

/// Serves until the process is told to end.
pub fn serve(config: Config, production: bool) -> Result<()> {
    let store = open_store(&config)?;
    let world = store.read_now(|db| access::fact(db, "world"))?;
    let demo = world.as_deref() == Some("demo");
    if production && let Some(world) = world {
        let why = format!("这个数据库是演示数据（{world}），--production 不为它提供服务；请换一个空的数据目录");
        return Err(Error::new(Code::WrongState).detail(why));
    }
    if !demo
        && let Some(code) = store.write_now(Author::SYSTEM, |tx| actions::prepare_bootstrap(tx, &Actor::system()))?
    {
        println!("First start. Open the first administrator's account with this one-time code: {code}");
        println!("It is good for POST /api/bootstrap, and is replaced at the next start until it has been used.");
    }
    let index = open_index(&config.index_dir(), &store)?;
    worker::plan(&store)?;
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let passwords = Passwords::new(Cost::STANDARD, cores)?;
    let listen = config.listen.clone();
    let app = App::new(store, index, passwords, config);
    actix_web::rt::System::new().block_on(async move {
        let inner = app.clone();
        let http = actix_web::HttpServer::new(move || server::application(inner.clone()))
            .workers(cores)
            .client_request_timeout(std::time::Duration::from_secs(5))
            .keep_alive(std::time::Duration::from_secs(15))
            .shutdown_timeout(10)
            .bind(&listen)
            .map_err(Error::internal)?;
        actix_web::rt::spawn(worker::run(app));
        println!("Muster serves http://{listen}{}", if demo { " (demonstration world)" } else { "" });
        http.run().await.map_err(Error::internal)
    })
}
