//! The test world: a database of its own, a clock that stands still, counted ids, clients that speak
//! HTTP as somebody.

pub mod client;
pub mod database;
pub mod forged;
pub mod samples;
pub mod world;

use std::rc::Rc;
use std::sync::OnceLock;

use actix_http::Request;
use actix_web::body::BoxBody;
use actix_web::dev::{Service, ServiceResponse};
use chrono::Duration;
use futures_util::future::LocalBoxFuture;
use muster::access::passwords::{Cost, Passwords};
use muster::clock::Clock;
use muster::config::Config;
use muster::matching::feed;
use muster::server::{self, App};
use muster::store::sealed::Keys;
use muster::store::{Ids, Store};
use muster::types::time::Moment;
use search_index::Index;

pub use client::{Answer, Client};
use database::Database;

/// Monday, 23 November 2026, 16:00 in China.
pub const NOW: &str = "2026-11-23T08:00:00Z";

pub fn now() -> Moment {
    chrono::DateTime::parse_from_rfc3339(NOW).expect("a time").to_utc().into()
}

/// The same keys in every test: golden values stay golden.
pub fn keys() -> Keys {
    Keys::parse(&format!("1:{}", "07".repeat(32))).expect("a key")
}

type Call = Rc<dyn Fn(Request) -> LocalBoxFuture<'static, ServiceResponse<BoxBody>>>;

/// One node over one database.
#[derive(Clone)]
pub struct TestApp {
    pub app: App,
    call: Call,
    database: Rc<Database>,
}

impl TestApp {
    pub async fn new() -> TestApp {
        log_to_file();
        let database = Rc::new(Database::new());
        TestApp::node(database, Clock::fixed(now()), Ids::counted()).await
    }

    /// Another node over the same database, with an index of its own.
    pub async fn second_node(&self) -> TestApp {
        TestApp::node(self.database.clone(), self.app.store.clock.clone(), Ids::Random).await
    }

    async fn node(database: Rc<Database>, clock: Clock, ids: Ids) -> TestApp {
        let store = Store::open(&database.url, 2, keys(), clock, ids).expect("a store");
        let index = Index::in_memory().expect("an index");
        // The cheapest cost there is: what is tested is the use of a hash, not its price.
        let passwords = Passwords::new(Cost { memory_kib: 8, passes: 1 }, 2).expect("passwords");
        let app = App::new(store, index, passwords, Config::default());
        let service = Rc::new(actix_web::test::init_service(server::application(app.clone())).await);
        let call: Call = Rc::new(move |request| {
            let answer = service.call(request);
            Box::pin(async move {
                match answer.await {
                    Ok(response) => response.map_into_boxed_body(),
                    Err(error) => panic!("every error is an answer: {error}"),
                }
            })
        });
        TestApp { app, call, database }
    }

    pub fn store(&self) -> &Store {
        &self.app.store
    }

    pub async fn call(&self, request: Request) -> ServiceResponse<BoxBody> {
        (self.call)(request).await
    }

    /// A client that has not signed in.
    pub fn anyone(&self) -> Client {
        Client::new(self.clone())
    }

    pub fn advance(&self, by: Duration) {
        self.app.store.clock.advance(by);
    }

    /// Brings the index up to the journal's end.
    pub fn index_now(&self) {
        feed::follow(&self.app.store, &self.app.index).expect("the index follows");
    }

    /// Runs every job that is due.
    pub fn run_jobs(&self) {
        while muster::worker::run_one_job(&self.app.store).expect("the queue works") {}
    }
}

/// The log of the whole run goes to one file, which the scanner reads when all tests are done.
fn log_to_file() {
    static DONE: OnceLock<()> = OnceLock::new();
    DONE.get_or_init(|| {
        let Ok(path) = std::env::var("MUSTER_TEST_LOG") else { return };
        let file = std::fs::OpenOptions::new().create(true).append(true).open(path).expect("the log file opens");
        let subscriber = tracing_subscriber::fmt()
            .json()
            .with_max_level(tracing::Level::TRACE)
            .with_writer(std::sync::Mutex::new(file))
            .finish();
        let _ = tracing::subscriber::set_global_default(subscriber);
    });
}
